package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Pane is one of the panes beside each other in a Split.
type Pane struct {
	Content fyne.CanvasObject
	Width   float32 // what the person chose; the room that is left, for the pane that Grows
	Least   float32
	Grows   bool
	Hidden  bool
}

// Split shows panes beside each other with a line between them that can be
// dragged, or moved with Left and Right when it has focus. One pane grows with
// the window; where there is too little room, the others give way, the last
// first, down to their least width.
type Split struct {
	widget.BaseWidget

	// OnResized tells of the widths that the person chose, one a pane, when
	// they let go of a line.
	OnResized func(widths []float32)

	panes []*Pane
	grips []*grip // grip i is between pane i and the next one that is shown
}

const (
	gripWidth = 9  // wider than the line, so that it can be caught
	gripStep  = 16 // what a key moves
)

// NewSplit puts panes beside each other.
func NewSplit(panes ...*Pane) *Split {
	s := &Split{panes: panes}
	s.ExtendBaseWidget(s)
	for i := range panes[:max(0, len(panes)-1)] {
		g := &grip{split: s, left: i}
		g.ExtendBaseWidget(g)
		s.grips = append(s.grips, g)
	}
	s.show()
	return s
}

// Widths gives the width that was chosen for each pane.
func (s *Split) Widths() []float32 {
	widths := make([]float32, len(s.panes))
	for i, p := range s.panes {
		widths[i] = p.Width
	}
	return widths
}

// Hidden says whether a pane is hidden.
func (s *Split) Hidden(i int) bool { return s.panes[i].Hidden }

// SetHidden hides a pane or shows it again.
func (s *Split) SetHidden(i int, hidden bool) {
	if i < 0 || i >= len(s.panes) || s.panes[i].Hidden == hidden {
		return
	}
	s.panes[i].Hidden = hidden
	s.show()
	s.Refresh()
}

// show makes visible what is shown, and the lines between.
func (s *Split) show() {
	for i, p := range s.panes {
		setVisible(p.Content, !p.Hidden)
		if i < len(s.grips) {
			setVisible(s.grips[i], !p.Hidden && s.shownAfter(i) >= 0)
		}
	}
}

func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible == o.Visible():
	case visible:
		o.Show()
	default:
		o.Hide()
	}
}

// widths shares out the room among the panes that are shown; hidden ones get 0.
func (s *Split) widths(room float32) []float32 {
	given := make([]float32, len(s.panes))
	grows := -1
	for i, p := range s.panes {
		if p.Hidden {
			continue
		}
		if p.Grows {
			grows = i
			continue
		}
		given[i] = fyne.Max(p.Width, p.Least)
		room -= given[i]
	}
	if grows < 0 {
		return s.stretched(given, room)
	}
	short := s.panes[grows].Least - room
	for i := len(given) - 1; i >= 0 && short > 0; i-- {
		if i == grows || s.panes[i].Hidden {
			continue
		}
		give := fyne.Min(short, given[i]-s.panes[i].Least)
		given[i] -= give
		room += give
		short -= give
	}
	given[grows] = fyne.Max(0, room)
	return given
}

// stretched gives the last shown pane what is left where none grows.
func (s *Split) stretched(given []float32, room float32) []float32 {
	for i := len(given) - 1; i >= 0; i-- {
		if !s.panes[i].Hidden {
			given[i] = fyne.Max(s.panes[i].Least, given[i]+room)
			break
		}
	}
	return given
}

// drag moves the line right of a pane; the pane on the side away from the
// growing one changes its width.
func (s *Split) drag(left int, by float32) {
	right := s.shownAfter(left)
	if right < 0 {
		return
	}
	given := s.widths(s.Size().Width)
	resized, other := left, right
	if s.growsAtOrBefore(left) {
		resized, other, by = right, left, -by
	}
	p := s.panes[resized]
	by = fyne.Max(by, p.Least-given[resized])
	if o := s.panes[other]; o.Grows || s.grows() < 0 {
		by = fyne.Min(by, given[other]-o.Least)
	} else if grows := s.grows(); grows >= 0 {
		by = fyne.Min(by, given[grows]-s.panes[grows].Least)
	}
	p.Width = given[resized] + by
	s.arrange()
	canvas.Refresh(s)
}

func (s *Split) grows() int {
	for i, p := range s.panes {
		if p.Grows && !p.Hidden {
			return i
		}
	}
	return -1
}

func (s *Split) growsAtOrBefore(i int) bool {
	grows := s.grows()
	return grows >= 0 && grows <= i
}

func (s *Split) shownAfter(i int) int {
	for k := i + 1; k < len(s.panes); k++ {
		if !s.panes[k].Hidden {
			return k
		}
	}
	return -1
}

func (s *Split) resized() {
	if s.OnResized != nil {
		s.OnResized(s.Widths())
	}
}

// arrange puts the panes and the lines in their places.
func (s *Split) arrange() {
	size := s.Size()
	x := float32(0)
	for i, width := range s.widths(size.Width) {
		p := s.panes[i]
		inner := width
		if !p.Hidden && s.shownAfter(i) >= 0 {
			inner -= look.LineWidth
		}
		if !p.Hidden {
			p.Content.Move(fyne.NewPos(x, 0))
			p.Content.Resize(fyne.NewSize(fyne.Max(0, inner), size.Height))
		}
		x += width
		if i < len(s.grips) {
			g := s.grips[i]
			g.Move(fyne.NewPos(x-look.LineWidth-(gripWidth-look.LineWidth)/2, 0))
			g.Resize(fyne.NewSize(gripWidth, size.Height))
		}
	}
}

// CreateRenderer draws it.
func (s *Split) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{}
	for _, p := range s.panes {
		d.objects = append(d.objects, p.Content)
	}
	for _, g := range s.grips {
		d.objects = append(d.objects, g)
	}
	d.layout = func(fyne.Size) { s.arrange() }
	d.min = func() fyne.Size {
		size := fyne.NewSize(0, 100)
		for _, p := range s.panes {
			if !p.Hidden {
				size.Width += p.Least
				size.Height = fyne.Max(size.Height, p.Content.MinSize().Height)
			}
		}
		return size
	}
	d.colour = func() {
		s.arrange()
		canvas.Refresh(s)
	}
	return d
}

// grip is the line between two panes.
type grip struct {
	widget.BaseWidget
	split            *Split
	left             int
	hovered, focused bool
}

func (g *grip) Dragged(e *fyne.DragEvent)      { g.split.drag(g.left, e.Dragged.DX) }
func (g *grip) DragEnd()                       { g.split.resized() }
func (g *grip) Cursor() desktop.Cursor         { return desktop.HResizeCursor }
func (g *grip) MouseIn(*desktop.MouseEvent)    { g.hovered = true; g.Refresh() }
func (g *grip) MouseMoved(*desktop.MouseEvent) {}
func (g *grip) MouseOut()                      { g.hovered = false; g.Refresh() }
func (g *grip) FocusGained()                   { g.focused = true; g.Refresh() }
func (g *grip) FocusLost()                     { g.focused = false; g.Refresh() }
func (g *grip) TypedRune(rune)                 {}

func (g *grip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		g.split.drag(g.left, -gripStep)
	case fyne.KeyRight:
		g.split.drag(g.left, gripStep)
	default:
		return
	}
	g.split.resized()
}

func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(nil)
	d := &drawing{objects: []fyne.CanvasObject{line}}
	d.layout = func(size fyne.Size) {
		width := float32(look.LineWidth)
		if g.focused {
			width = look.EdgeWidth
		}
		line.Resize(fyne.NewSize(width, size.Height))
		line.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
	d.min = func() fyne.Size { return fyne.NewSize(gripWidth, 0) }
	d.colour = func() {
		colour := look.Line
		if g.hovered || g.focused {
			colour = look.Accent
		}
		line.FillColor = look.Colour(g, colour)
		d.layout(g.Size())
		canvas.Refresh(g)
	}
	d.colour()
	return d
}
