package quickfind

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes/text"
)

// line draws a row: the kind, the name with the matched letters marked, what
// is known of it, and at the right why it is there.
type line struct {
	widget.BaseWidget
	head              *parts.Section
	kind, name, right *parts.Paragraph
	rightWidth        float32
}

func newLine() *line {
	l := &line{head: parts.NewSection(""), kind: parts.NewParagraph(), name: parts.NewParagraph(), right: parts.NewParagraph()}
	l.kind.MaxLines, l.name.MaxLines, l.right.MaxLines = 1, 1, 1
	l.ExtendBaseWidget(l)
	return l
}

// set shows a row, dimmed if it answers what was typed before.
func (l *line) set(r row, dimmed bool) {
	if r.head != "" {
		l.head.SetWords(r.head)
		l.head.Show()
		l.kind.SetRuns()
		l.name.SetRuns()
		l.right.SetRuns()
		l.Refresh()
		return
	}
	l.head.Hide()
	l.kind.SetRuns(parts.Run{Words: r.kind, Size: look.BadgeSize, Colour: look.TextThird})
	runs := marked(r.name, r.marks)
	if r.detail != "" {
		runs = append(runs, parts.Run{Words: "   " + strings.ReplaceAll(r.detail, "\n", " "), Colour: look.TextSecond})
	}
	if dimmed {
		for i := range runs {
			runs[i].Colour, runs[i].Font = look.TextThird, look.Regular
		}
	}
	l.name.SetRuns(runs...)
	right := append(slices.Clone(r.also), parts.Run{Words: r.right, Size: look.BadgeSize, Colour: look.TextThird})
	l.right.SetRuns(right...)
	l.rightWidth = 2
	for _, run := range right {
		l.rightWidth += look.Measure(run.Words, run.Font, look.BadgeSize).Width
	}
	l.Refresh()
}

// marked sets the matched letters apart.
func marked(name string, marks []text.Range) []parts.Run {
	var runs []parts.Run
	at := 0
	for _, mark := range marks {
		if mark.Start < at || mark.End > len(name) {
			continue
		}
		runs = append(runs,
			parts.Run{Words: name[at:mark.Start]},
			parts.Run{Words: name[mark.Start:mark.End], Font: look.Semibold, Colour: look.Accent})
		at = mark.End
	}
	return append(runs, parts.Run{Words: name[at:]})
}

// CreateRenderer draws the line.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&lineLayout{l}, l.head, l.kind, l.name, l.right))
}

// kindRoom is how wide the column of kinds is.
const kindRoom = 88

type lineLayout struct{ line *line }

func (*lineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, headHeight) }

func (l *lineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head := objects[0]
	head.Resize(fyne.NewSize(size.Width-2*padding, head.MinSize().Height))
	head.Move(fyne.NewPos(padding, size.Height-head.MinSize().Height-4))
	middle := func(o fyne.CanvasObject, x, width float32) {
		height := parts.Height(o, width)
		o.Resize(fyne.NewSize(max(0, width), height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
	right := l.line.rightWidth
	middle(objects[1], padding, kindRoom-8)
	middle(objects[2], padding+kindRoom, size.Width-2*padding-kindRoom-right-14)
	middle(objects[3], size.Width-padding-right, right)
}
