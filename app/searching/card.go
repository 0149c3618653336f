package searching

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes/text"
)

// widest is how wide results get, in Fyne units.
const widest = 760

// card shows one row: a head, or a title, where it is from, and the words
// around the place found.
type card struct {
	widget.BaseWidget
	head           *parts.Section
	title, snippet *parts.Paragraph
	ground         *parts.Fill // of what is opened beside
	content        *fyne.Container
}

func newCard() *card {
	c := &card{head: parts.NewSection(""), title: parts.NewParagraph(), snippet: parts.NewParagraph()}
	c.title.MaxLines, c.snippet.MaxLines = 2, 3
	c.snippet.Spacing = look.QuoteLine
	c.content = parts.NewInset(8, look.CardPaddingX, 8, look.CardPaddingX, parts.NewColumn(3, c.head, c.title, c.snippet))
	c.ground = parts.NewFill(look.AccentBehind, look.RowCorner)
	c.ExtendBaseWidget(c)
	return c
}

// set shows a row, marked if it is opened beside.
func (c *card) set(r row, beside bool) {
	show := func(o fyne.CanvasObject, shown bool) {
		if shown {
			o.Show()
		} else {
			o.Hide()
		}
	}
	c.head.SetWords(r.head)
	show(c.ground, beside)
	show(c.head, r.head != "")
	show(c.title, r.head == "")
	show(c.snippet, r.found.Snippet != "")
	c.title.SetRuns()
	switch {
	case r.all != "":
		c.title.SetRuns(parts.Run{Words: r.title, Colour: look.Accent})
	case r.head == "":
		c.title.SetRuns(append(
			marked(r.title, r.found.NameMarks, parts.Run{Font: look.Semibold}),
			parts.Run{Words: "   " + r.found.meta, Size: look.BadgeSize, Colour: look.TextThird})...)
	}
	c.snippet.SetRuns(marked(r.found.Snippet, r.found.Marks, parts.Run{Colour: look.TextSecond})...)
	c.Refresh()
}

// marked gives the words found a ground as a highlighter would; plain says how the
// others look.
func marked(words string, marks []text.Range, plain parts.Run) []parts.Run {
	var runs []parts.Run
	add := func(words string, mark bool) {
		run := plain
		if run.Words = words; mark {
			run.Behind, run.Colour = look.Yellow, ""
		}
		runs = append(runs, run)
	}
	at := 0
	for _, mark := range marks {
		if mark.Start < at || mark.End > len(words) {
			continue
		}
		add(words[at:mark.Start], false)
		add(words[mark.Start:mark.End], true)
		at = mark.End
	}
	add(words[at:], false)
	return runs
}

// Fit gives the height at a width.
func (c *card) Fit(width float32) float32 { return parts.Height(c.content, width) }

// CreateRenderer draws the card.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(c.ground, c.content))
}

// measured keeps the page's content in the middle and no wider than can be
// read well.
type measured struct{}

func (measured) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }

func (measured) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(widest, size.Width-2*look.PanePadding)
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}
