package graph

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// Names are laid down until each has so much room to itself, in square Fyne
// units, or so many in a row found none: more would be a page of text.
const (
	labelRoom    = 7000
	labelsFailed = 250
)

// labelGap parts a dot and its name, and two names, in Fyne units.
const labelGap = 4

// label is a dot's name where it is drawn.
type label struct {
	dot                 int
	x, y, width, height float32
}

func (l label) overlaps(o label) bool {
	return l.x < o.x+o.width+labelGap && o.x < l.x+l.width+labelGap && l.y < o.y+o.height && o.y < l.y+l.height
}

// place lays down the names of what stands out, then those of the weightiest
// nodes, as long as none covers another.
func (r *netPainter) place(labels []label) []label {
	n := r.net
	height := look.LineHeight(look.BadgeSize, look.InterfaceLine)
	most := int(n.Size().Width*n.Size().Height/labelRoom) + 1
	r.crowd.fill(n)
	failed := 0
	try := func(i int) {
		if l, ok := r.spot(i, height, labels); ok {
			labels, failed = append(labels, l), 0
		} else {
			failed++
		}
	}
	dot, _ := n.focusOf()
	if dot != none {
		try(dot)
	}
	for _, out := range []bool{true, false} {
		failed = 0
		for _, i := range n.ranks {
			if len(labels) >= most || failed >= labelsFailed {
				break
			}
			if i != dot && r.out[i] == out && (out || !r.any || len(n.dots) <= fewDots) {
				try(i)
			}
		}
	}
	return labels
}

// fewDots is how many dots there may be for other names to be shown while
// something stands out. Of more they would only be in its way.
const fewDots = 80

// spot finds a place for a dot's name: right of it, left, below or above, where
// it covers no other name and lies within the net, best where it covers no dot.
func (r *netPainter) spot(i int, height float32, labels []label) (label, bool) {
	n := r.net
	d := &n.dots[i]
	if !d.placed {
		return label{}, false
	}
	x, y := n.screen(d.at)
	size := n.Size()
	if x < 0 || y < 0 || x > size.Width || y > size.Height {
		return label{}, false
	}
	n.measure(d)
	beside := d.radius*n.grown() + labelGap
	if i == n.chosen {
		beside += chosenRing
	}
	found, any := label{}, false
	for _, at := range [4]fyne.Position{
		{X: x + beside, Y: y - height/2},
		{X: x - beside - d.width, Y: y - height/2},
		{X: x - d.width/2, Y: y + beside - 2},
		{X: x - d.width/2, Y: y - beside - height + 2},
	} {
		l := label{i, at.X, at.Y, d.width, height}
		if l.x < 0 || l.y < 0 || l.x+l.width > size.Width || l.y+l.height > size.Height || !free(l, labels) {
			continue
		}
		if !r.crowd.under(l, r.crowd.square(x, y)) {
			return l, true
		}
		if !any {
			found, any = l, true
		}
	}
	return found, any
}

func free(l label, labels []label) bool {
	for _, other := range labels {
		if l.overlaps(other) {
			return false
		}
	}
	return true
}

// crowd knows where dots are, by squares of the screen.
type crowd struct {
	across, down int
	taken        []bool
}

// crowdSquare is the side of a square, in Fyne units: about a dot's width.
const crowdSquare = 12

// fill notes where the dots are now.
func (c *crowd) fill(n *Net) {
	c.across, c.down = int(n.Size().Width/crowdSquare)+1, int(n.Size().Height/crowdSquare)+1
	if len(c.taken) != c.across*c.down {
		c.taken = make([]bool, c.across*c.down)
	}
	clear(c.taken)
	for i := range n.dots {
		if n.dots[i].placed {
			x, y := n.screen(n.dots[i].at)
			if x >= 0 && y >= 0 && x <= n.Size().Width && y <= n.Size().Height {
				c.taken[c.square(x, y)] = true
			}
		}
	}
}

// square is the number of the square in which a place of the screen lies.
func (c *crowd) square(x, y float32) int { return int(y/crowdSquare)*c.across + int(x/crowdSquare) }

// under reports whether a dot lies below a name, other than in the square of
// the name's own.
func (c *crowd) under(l label, own int) bool {
	for y := int(l.y / crowdSquare); y <= min(int((l.y+l.height)/crowdSquare), c.down-1); y++ {
		for x := int(l.x / crowdSquare); x <= min(int((l.x+l.width)/crowdSquare), c.across-1); x++ {
			if at := y*c.across + x; at != own && c.taken[at] {
				return true
			}
		}
	}
	return false
}

// caption says in a corner what is looked at.
type caption struct {
	ground *canvas.Rectangle
	words  *canvas.Text
}

func newCaption() caption {
	return caption{canvas.NewRectangle(nil), look.NewText("", look.Regular, look.BadgeSize, look.Text)}
}

// captionPadding is around a caption's words, in Fyne units.
const captionPadding = 8

// show puts the caption into the lower left corner of a widget, and returns
// nothing where there is nothing to say.
func (c caption) show(w fyne.Widget, words string) []fyne.CanvasObject {
	if words == "" {
		return nil
	}
	words = parts.Ellipsis(words, look.Regular, look.BadgeSize, w.Size().Width-4*captionPadding)
	c.words.Text, c.words.Color = words, look.Colour(w, look.Text)
	size := look.Measure(words, look.Regular, look.BadgeSize)
	ground := fyne.NewSize(size.Width+2*captionPadding, size.Height+captionPadding)
	at := fyne.NewPos(captionPadding, w.Size().Height-ground.Height-captionPadding)
	c.ground.FillColor, c.ground.StrokeColor = look.Colour(w, look.Panel), look.Colour(w, look.Line)
	c.ground.StrokeWidth, c.ground.CornerRadius = look.LineWidth, look.RowCorner
	c.ground.Resize(ground)
	c.ground.Move(at)
	c.words.Resize(size)
	c.words.Move(at.AddXY(captionPadding, captionPadding/2))
	return []fyne.CanvasObject{c.ground, c.words}
}
