package desktop

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// topBar is the bar above the page: back and forward, the way to quick find,
// the size of letters and the colours.
type topBar struct {
	object        fyne.CanvasObject
	back, forward *parts.TextButton
}

func newTopBar(w *window) *topBar {
	b := &topBar{}
	b.back = parts.NewTextButton("‹", parts.Quiet, func() { w.step(-1) })
	b.forward = parts.NewTextButton("›", parts.Quiet, func() { w.step(1) })
	find := newFindButton(w.openFind)
	letters := parts.NewTextButton("Aa", parts.Quiet, w.chooseComfort)
	colours := parts.NewTextButton("☾", parts.Quiet, w.nextPalette)
	row := container.New(layout.NewCustomPaddedHBoxLayout(2), b.back, b.forward)
	tools := container.New(layout.NewCustomPaddedHBoxLayout(6), letters, colours)
	b.object = container.NewStack(
		parts.NewFill(look.Page, 0),
		container.NewBorder(nil, parts.NewLine(), nil, nil,
			container.New(barLayout{}, row, find, tools)),
	)
	return b
}

// update dims the arrow that leads nowhere.
func (b *topBar) update(h *history) {
	b.back.SetManner(arrow(h.at > 0))
	b.forward.SetManner(arrow(h.at < len(h.places)-1))
}

func arrow(leads bool) parts.Manner {
	if leads {
		return parts.Plain
	}
	return parts.Quiet
}

// barLayout puts one object at the left, one in the middle and one at the
// right; the middle one is as wide as there is room, up to a limit.
type barLayout struct{}

const (
	findWidth = 420
	barGap    = 14
)

func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 0) }

func (barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	middle := func(o fyne.CanvasObject, x, width float32) {
		height := min(size.Height, o.MinSize().Height)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
	left, right := objects[0].MinSize().Width, objects[2].MinSize().Width
	middle(objects[0], barGap-4, left)
	middle(objects[2], size.Width-right-barGap+4, right)
	room := size.Width - left - right - 4*barGap
	width := min(findWidth, room)
	x := max((size.Width-width)/2, left+2*barGap)
	x = min(x, size.Width-right-2*barGap-width)
	middle(objects[1], x, width)
}

// statusLine is the line below the page: at the left what was done last, at
// the right what the page counts.
type statusLine struct {
	object      fyne.CanvasObject
	left, right *parts.Paragraph
	places      *statusLayout
	resting     string
	show        func(func()) // runs a function on the interface's thread
	told        int
}

// toldFor is how long a sentence stays in the status line.
const toldFor = 8 * time.Second

func newStatusLine(archive string, show func(func())) *statusLine {
	s := &statusLine{show: show, resting: lang.X("status.saved", "All changes saved") + " · " + archive, places: &statusLayout{}}
	s.left, s.right = parts.NewParagraph(), parts.NewParagraph()
	s.left.MaxLines, s.right.MaxLines = 1, 1
	s.set(s.left, s.resting)
	s.object = container.NewStack(
		parts.NewFill(look.Page, 0),
		container.NewBorder(parts.NewLine(), nil, nil, nil, container.New(s.places, s.left, s.right)),
	)
	return s
}

func (s *statusLine) set(p *parts.Paragraph, words string) {
	p.SetRuns(parts.Run{Words: words, Size: look.BadgeSize, Colour: look.TextSecond})
}

// tell shows a sentence for a while; "" takes it away.
func (s *statusLine) tell(words string) {
	s.told++
	if words == "" {
		s.set(s.left, s.resting)
		return
	}
	number := s.told
	s.set(s.left, words)
	time.AfterFunc(toldFor, func() {
		s.show(func() {
			if s.told == number {
				s.set(s.left, s.resting)
			}
		})
	})
}

func (s *statusLine) setRight(words string) {
	s.places.right = look.Measure(words, look.Regular, look.BadgeSize).Width + 4
	s.set(s.right, words)
	s.object.Refresh()
}

// statusLayout gives the right line what it needs, the left one the rest.
type statusLayout struct{ right float32 }

func (*statusLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 0) }

func (l *statusLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for i, o := range objects {
		width, x := max(0, size.Width-l.right-3*barGap), float32(barGap)
		if i == 1 {
			width, x = l.right, size.Width-l.right-barGap
		}
		height := parts.Height(o, width)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
}
