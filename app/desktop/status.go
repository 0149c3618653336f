package desktop

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
)

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

// toldLines bounds how high a sentence is.
const toldLines = 3

func newStatusLine(archive string, show func(func())) *statusLine {
	s := &statusLine{show: show, resting: lang.X("status.saved", "All changes saved") + " · " + archive, places: &statusLayout{}}
	s.left, s.right = parts.NewParagraph(), parts.NewParagraph()
	s.right.MaxLines = 1
	s.object = container.New(s.places, parts.NewFill(look.Page, 0), parts.NewLine(), s.left, s.right)
	s.say(s.resting, 1)
	return s
}

func (s *statusLine) set(p *parts.Paragraph, words string) {
	p.SetRuns(parts.Run{Words: words, Size: look.BadgeSize, Colour: look.TextSecond})
}

// say says something at the left, in so many lines at most.
func (s *statusLine) say(words string, lines int) {
	s.places.told, s.left.MaxLines = 0, lines
	if lines > 1 {
		s.places.told = look.Measure(words, look.Regular, look.BadgeSize).Width
	}
	s.set(s.left, words)
	s.object.Refresh()
}

// tell shows a sentence for a while; "" takes it away.
func (s *statusLine) tell(words string) {
	s.told++
	if words == "" {
		s.say(s.resting, 1)
		return
	}
	number := s.told
	s.say(words, toldLines)
	time.AfterFunc(toldFor, func() {
		s.show(func() {
			if s.told == number {
				s.say(s.resting, 1)
			}
		})
	})
}

func (s *statusLine) setRight(words string) {
	s.places.right = look.Measure(words, look.Regular, look.BadgeSize).Width + 4
	s.set(s.right, words)
	s.object.Refresh()
}

// statusLayout gives the words at the right what they need, and those at the left
// the rest. What is told for a while is read whole: where the rest is not enough,
// it has the room of the right too, and then rises over the page in more lines.
type statusLayout struct{ right, told float32 } // the width of the words, if any

func (*statusLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 0) }

func (l *statusLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	ground, line, left, right := objects[0], objects[1], objects[2], objects[3]
	room := max(0, size.Width-l.right-3*barGap)
	right.Show()
	if l.told > room {
		right.Hide()
		room = size.Width - 2*barGap
	}
	put := func(o fyne.CanvasObject, x, width, top float32) {
		height := parts.Height(o, width)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, top+(size.Height-top-height)/2))
	}
	one := look.LineHeight(look.BadgeSize, look.InterfaceLine)
	top := min(0, one-parts.Height(left, room)) // one more line, so much higher
	put(left, barGap, room, top)
	put(right, size.Width-l.right-barGap, l.right, 0)
	ground.Move(fyne.NewPos(0, top))
	ground.Resize(fyne.NewSize(size.Width, size.Height-top))
	line.Move(fyne.NewPos(0, top))
	line.Resize(fyne.NewSize(size.Width, look.LineWidth))
}
