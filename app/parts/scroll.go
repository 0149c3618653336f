package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Scroll shows content that is higher than its room, as wide as the room. It
// draws no shadows at its edges, and gives the content the height that Height
// says for the width, which Fyne's own scroll container cannot.
type Scroll struct {
	widget.BaseWidget

	// OnScrolled tells of every new offset.
	OnScrolled func(offset float32)

	content fyne.CanvasObject
	offset  float32
	bar     *bar
}

var _ fyne.Scrollable = (*Scroll)(nil)

// NewScroll makes content scrollable.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{content: content}
	s.ExtendBaseWidget(s)
	s.bar = newBar(s.ScrollTo)
	return s
}

// Content gives what is scrolled.
func (s *Scroll) Content() fyne.CanvasObject { return s.content }

// SetContent scrolls something else, from its top.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	s.content, s.offset = content, 0
	s.Refresh()
}

// Offset says how far it is scrolled, in Fyne units.
func (s *Scroll) Offset() float32 { return s.offset }

// ScrollTo scrolls to an offset, or as far as there is content.
func (s *Scroll) ScrollTo(offset float32) {
	if offset = s.within(offset); offset == s.offset {
		return
	}
	s.offset = offset
	s.arrange()
	canvas.Refresh(s)
	if s.OnScrolled != nil {
		s.OnScrolled(offset)
	}
}

// Reveal scrolls just so far that what lies from top to bottom of the content is seen.
func (s *Scroll) Reveal(top, bottom float32) {
	switch {
	case top < s.offset:
		s.ScrollTo(top)
	case bottom > s.offset+s.Size().Height:
		s.ScrollTo(fyne.Min(top, bottom-s.Size().Height))
	}
}

// Scrolled follows the wheel.
func (s *Scroll) Scrolled(e *fyne.ScrollEvent) { s.ScrollTo(s.offset - e.Scrolled.DY) }

func (s *Scroll) within(offset float32) float32 {
	return fyne.Max(0, fyne.Min(offset, s.content.Size().Height-s.Size().Height))
}

// arrange puts the content where the offset says.
func (s *Scroll) arrange() {
	s.offset = s.within(s.offset)
	s.content.Move(fyne.NewPos(0, -s.offset))
	s.bar.set(s.content.Size().Height, s.Size().Height, s.offset)
}

// CreateRenderer draws it.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{objects: []fyne.CanvasObject{s.content, s.bar}}
	d.min = func() fyne.Size { return fyne.NewSize(fyne.Max(32, s.content.MinSize().Width), 32) }
	d.layout = func(size fyne.Size) {
		s.content.Resize(fyne.NewSize(size.Width, fyne.Max(size.Height, Height(s.content, size.Width))))
		s.bar.Resize(fyne.NewSize(barWide+1, size.Height))
		s.bar.Move(fyne.NewPos(size.Width-barWide-1, 0))
		s.arrange()
	}
	d.colour = func() {
		d.objects[0] = s.content
		d.layout(s.Size())
		s.content.Refresh()
		canvas.Refresh(s)
	}
	return d
}
