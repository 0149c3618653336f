package reviewing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// card shows one row: what it is called, what is known of it, its words, and at
// the right how often it is there.
type card struct {
	widget.BaseWidget
	title, right, words, meta *parts.Paragraph
	content                   *fyne.Container
}

func newCard() *card {
	c := &card{title: parts.NewParagraph(), right: parts.NewParagraph(), words: parts.NewParagraph(), meta: parts.NewParagraph()}
	c.title.MaxLines, c.right.MaxLines, c.words.MaxLines, c.meta.MaxLines = 3, 1, 4, 4
	c.words.Spacing = look.QuoteLine
	head := container.New(&headLine{c}, c.title, c.right)
	c.content = parts.NewInset(8, look.CardPaddingX, 8, look.CardPaddingX, parts.NewColumn(3, head, c.words, c.meta))
	c.ExtendBaseWidget(c)
	return c
}

func (c *card) set(r row) {
	c.title.SetRuns(
		parts.Run{Words: r.title, Font: look.Semibold},
		parts.Run{Words: "   " + r.aside, Colour: look.TextSecond})
	c.right.SetRuns(parts.Run{Words: r.right, Size: look.BadgeSize, Colour: look.TextThird})
	c.words.SetRuns(r.words.runs(look.Yellow)...)
	c.meta.SetRuns(parts.Run{Words: r.meta, Colour: look.TextSecond})
	for _, part := range []*parts.Paragraph{c.right, c.words, c.meta} {
		if part.Words() == "" {
			part.Hide()
		} else {
			part.Show()
		}
	}
	c.Refresh()
}

// AccessibilityLabel says the row.
func (c *card) AccessibilityLabel() string {
	return c.title.Words() + " " + c.right.Words() + " " + c.words.Words() + " " + c.meta.Words()
}

// Fit gives the height at a width.
func (c *card) Fit(width float32) float32 { return parts.Height(c.content, width) }

// CreateRenderer draws the card.
func (c *card) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }

// headLine gives the words at the right what they need and the title the rest.
type headLine struct{ card *card }

func (l *headLine) rightWidth() float32 {
	if !l.card.right.Visible() {
		return 0
	}
	return look.Measure(l.card.right.Words(), look.Regular, look.BadgeSize).Width + 2
}

const headGap = 14

func (l *headLine) titleWidth(width float32) float32 {
	if right := l.rightWidth(); right > 0 {
		width -= right + headGap
	}
	return max(1, width)
}

func (l *headLine) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	return parts.Height(objects[0], l.titleWidth(width))
}

func (*headLine) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, look.InterfaceSize) }

func (l *headLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(l.titleWidth(size.Width), size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	right := l.rightWidth()
	objects[1].Resize(fyne.NewSize(right, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-right, 1))
}
