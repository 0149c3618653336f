package merging

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// line shows one field: its name, and below it what either has, with a mark
// before what is taken.
type line struct {
	widget.BaseWidget
	f       *form
	name    *parts.Paragraph
	columns *columns
	content *fyne.Container
}

func newLine(f *form) *line {
	l := &line{f: f, name: parts.NewParagraph()}
	l.columns = newColumns([]*parts.Pick{parts.NewPick("", nil), parts.NewPick("", nil)})
	l.content = parts.NewInset(6, linePadding, 8, linePadding, parts.NewColumn(2, l.name, l.columns))
	l.ExtendBaseWidget(l)
	return l
}

func (l *line) set(i int) {
	field := l.f.fields[i]
	l.name.SetRuns(parts.Run{Words: field.name, Size: look.BadgeSize, Colour: look.TextSecond})
	runs := func(words string, taken bool) []parts.Run {
		switch {
		case words == "":
			return []parts.Run{{Words: lang.X("merge.nothing", "nothing"), Colour: look.TextSecond}}
		case taken:
			return []parts.Run{{Words: words}}
		}
		return []parts.Run{{Words: words, Colour: look.TextSecond}}
	}
	one, other := field.choice != right, field.choice != left
	l.columns.set(runs(field.left, one), runs(field.right, other))
	for n, pick := range l.columns.picks {
		pick.SetPicked(n == 0 && one || n == 1 && other)
		pick.OnTapped = func() { l.tap(i, side(n)) }
	}
	l.Refresh()
}

// tap takes a side, or lets go of it where both are taken.
func (l *line) tap(i int, of side) {
	field := l.f.fields[i]
	switch {
	case field.choice == both:
		l.f.choose(i, 1-of)
	case field.choice != of && field.canBoth:
		l.f.choose(i, both)
	default:
		l.f.choose(i, of)
	}
}

// AccessibilityLabel says the field and what either has.
func (l *line) AccessibilityLabel() string {
	return l.name.Words() + ": " + l.columns.sides[0].Words() + " / " + l.columns.sides[1].Words()
}

// Fit gives the height at a width.
func (l *line) Fit(width float32) float32 { return parts.Height(l.content, width) }

// CreateRenderer draws the line.
func (l *line) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.content) }

// columns is words in two columns, each with a mark before them if there are
// marks.
type columns struct {
	widget.BaseWidget
	sides [2]*parts.Paragraph
	picks []*parts.Pick
}

// The measures of the columns, in Fyne units.
const (
	pickRoom    = 28
	linePadding = 10
	columnGap   = 16
	mostLines   = 6
)

func newColumns(picks []*parts.Pick) *columns {
	c := &columns{sides: [2]*parts.Paragraph{parts.NewParagraph(), parts.NewParagraph()}, picks: picks}
	c.sides[0].MaxLines, c.sides[1].MaxLines = mostLines, mostLines
	c.ExtendBaseWidget(c)
	return c
}

func (c *columns) set(one, other []parts.Run) {
	c.sides[0].SetRuns(one...)
	c.sides[1].SetRuns(other...)
	c.Refresh()
}

func (c *columns) width(total float32) float32 { return max(1, (total-columnGap)/2-pickRoom) }

// Fit gives the height at a width.
func (c *columns) Fit(width float32) float32 {
	w := c.width(width)
	height := max(c.sides[0].Fit(w), c.sides[1].Fit(w))
	for _, pick := range c.picks {
		height = max(height, pick.MinSize().Height)
	}
	return height
}

// CreateRenderer draws both.
func (c *columns) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{c.sides[0], c.sides[1]}
	for _, pick := range c.picks {
		objects = append(objects, pick)
	}
	return widget.NewSimpleRenderer(container.New(&columnsLayout{c}, objects...))
}

type columnsLayout struct{ c *columns }

func (*columnsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 19) }

func (l *columnsLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	width := l.c.width(size.Width)
	for i, words := range l.c.sides {
		x := float32(i) * (width + pickRoom + columnGap)
		words.Move(fyne.NewPos(x+pickRoom, 2))
		words.Resize(fyne.NewSize(width, size.Height))
		if i < len(l.c.picks) {
			l.c.picks[i].Move(fyne.NewPos(x, 0))
			l.c.picks[i].Resize(l.c.picks[i].MinSize())
		}
	}
}
