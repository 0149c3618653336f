package graph

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cuttings/app/look"
	"cuttings/notes"
)

// How much of a line and a dot is seen: ordinarily, where others stand out, and
// where it stands out itself. Lines are many and lie over each other.
const (
	lineShown = 0x60
	lineFaded = 0x1c
	lineOut   = 0xd0
	dotFaded  = 0x50
	// labelGround is how much of what lies below a name is covered.
	labelGround = 0xb0
)

// Lengths of what is drawn, in Fyne units.
const (
	haloWidth  = 1.5 // of the ground around a dot, so that lines end before it
	chosenRing = 3   // between a chosen dot and its ring
	chosenLine = 1.5 // that a chosen line is wider
)

// shades are the colours of one drawing, read from the theme.
type shades struct {
	ground, line, accent color.NRGBA
	kinds                map[notes.Kind]color.NRGBA
}

func shadesOf(w fyne.Widget) shades {
	s := shades{ground: shade(w, look.Page), line: shade(w, look.TextThird), accent: shade(w, look.Accent), kinds: map[notes.Kind]color.NRGBA{}}
	for _, kind := range append([]notes.Kind{""}, notes.Entities...) {
		s.kinds[kind] = shade(w, KindColour(kind))
	}
	return s
}

func (s shades) kind(kind notes.Kind) color.NRGBA {
	if c, ok := s.kinds[kind]; ok {
		return c
	}
	return s.kinds[""]
}

func shade(w fyne.Widget, name fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(look.Colour(w, name)).(color.NRGBA)
}

// netPainter is the net's renderer: lines and dots in one picture, the names
// over it as texts that it keeps for the next time.
type netPainter struct {
	net     *Net
	raster  *canvas.Raster
	picture *image.RGBA // of the last drawing; its memory is used again
	texts   []*canvas.Text
	caption caption
	outline *canvas.Rectangle
	objects []fyne.CanvasObject
	shades  shades
	labels  []label
	crowd   crowd
	out     []bool // of each dot: it stands out
	any     bool   // something stands out
}

// CreateRenderer draws the net.
func (n *Net) CreateRenderer() fyne.WidgetRenderer {
	r := &netPainter{net: n, outline: canvas.NewRectangle(nil), caption: newCaption()}
	r.raster = canvas.NewRaster(r.draw)
	n.painter = r
	r.paint()
	return r
}

// Destroy forgets the renderer.
func (r *netPainter) Destroy() {
	if r.net.painter == r {
		r.net.painter = nil
	}
}

// MinSize is the net's.
func (r *netPainter) MinSize() fyne.Size { return r.net.MinSize() }

// Objects returns what is drawn.
func (r *netPainter) Objects() []fyne.CanvasObject { return r.objects }

// Layout has nothing to do: Resize has drawn the net for its size.
func (r *netPainter) Layout(fyne.Size) {}

// Refresh draws the net in the colours of the theme.
func (r *netPainter) Refresh() {
	r.paint()
	canvas.Refresh(r.net)
}

// redraw draws what is in sight; the theme has not changed.
func (n *Net) redraw() {
	if n.painter != nil {
		n.painter.Refresh()
	}
}

// paint puts names and frame where they belong; draw makes the picture.
func (r *netPainter) paint() {
	n := r.net
	r.shades = shadesOf(n)
	r.standOut()
	r.labels = r.place(r.labels[:0])
	r.raster.Resize(n.Size())
	r.objects = append(r.objects[:0], r.raster)
	dot, _ := n.focusOf()
	for i, l := range r.labels {
		if i == len(r.texts) {
			r.texts = append(r.texts, &canvas.Text{TextSize: look.BadgeSize})
		}
		text, ink := r.texts[i], look.Text
		if r.any && !r.out[l.dot] {
			ink = look.TextThird
		}
		text.Text, text.Color, text.FontSource = n.dots[l.dot].label, look.Colour(n, ink), look.Regular.Resource()
		if l.dot == dot {
			text.FontSource = look.Medium.Resource()
		}
		text.Resize(fyne.NewSize(l.width, l.height))
		text.Move(fyne.NewPos(l.x, l.y))
		r.objects = append(r.objects, text)
	}
	r.objects = append(r.objects, r.caption.show(n, n.words())...)
	if n.focused && !n.quiet {
		r.objects = append(r.objects, focusRing(n, r.outline))
	}
}

// focusRing is the outline of a widget that has focus.
func focusRing(w fyne.Widget, outline *canvas.Rectangle) *canvas.Rectangle {
	outline.FillColor, outline.StrokeColor, outline.StrokeWidth = look.Colour(w, look.Clear), look.Colour(w, look.Accent), look.OutlineWidth
	outline.Move(fyne.NewSquareOffsetPos(look.OutlineWidth))
	outline.Resize(w.Size().SubtractWidthHeight(2*look.OutlineWidth, 2*look.OutlineWidth))
	return outline
}

// standOut finds out which dots stand out: the one that is looked at and its
// neighbours, or both ends of a line.
func (r *netPainter) standOut() {
	n := r.net
	if len(r.out) != len(n.dots) {
		r.out = make([]bool, len(n.dots))
	}
	clear(r.out)
	dot, line := n.focusOf()
	r.any = dot != none || line != none
	switch {
	case line != none:
		r.out[n.lines[line].a], r.out[n.lines[line].b] = true, true
	case dot != none:
		r.out[dot] = true
		for _, l := range n.dots[dot].lines {
			r.out[n.lines[l].other(dot)] = true
		}
	}
}

// draw makes the picture of lines and dots, in pixels.
func (r *netPainter) draw(width, height int) image.Image {
	n := r.net
	i := newInk(r.picture, width, height, r.shades.ground)
	r.picture = i.picture
	if n.Size().Width <= 0 {
		return i.picture
	}
	scale := float32(width) / n.Size().Width
	// What stands out lies over all that does not, names' grounds between.
	for _, out := range []bool{false, true} {
		if out {
			for _, l := range r.labels {
				i.rect((l.x-2)*scale, (l.y+1)*scale, (l.width+4)*scale, (l.height-2)*scale, thin(r.shades.ground, labelGround))
			}
		}
		r.layer(i, scale, out)
	}
	return i.picture
}

// layer draws the lines and dots that stand out, or those that do not: all of
// them if nothing does, and then the dots above the names' grounds.
func (r *netPainter) layer(i ink, scale float32, out bool) {
	n := r.net
	dot, line := n.focusOf()
	c := thin(r.shades.line, lineShown)
	switch {
	case out:
		c = thin(r.shades.accent, lineOut)
	case r.any:
		c.A = lineFaded
	}
	for l := range n.lines {
		if (l == line || dot != none && (n.lines[l].a == dot || n.lines[l].b == dot)) == out {
			r.line(i, l, scale, c)
		}
	}
	for at := len(n.ranks) - 1; at >= 0; at-- { // the weightiest uppermost
		if number := n.ranks[at]; !r.any && out || r.any && r.out[number] == out {
			r.dot(i, number, scale)
		}
	}
}

func (r *netPainter) line(i ink, l int, scale float32, c color.NRGBA) {
	n := r.net
	a, b := &n.dots[n.lines[l].a], &n.dots[n.lines[l].b]
	if !a.placed || !b.placed {
		return
	}
	x1, y1 := n.screen(a.at)
	x2, y2 := n.screen(b.at)
	width := n.lines[l].width * n.grown()
	if l == n.chosenLine {
		width += chosenLine
	}
	i.line(x1*scale, y1*scale, x2*scale, y2*scale, max(width*scale, 1), c)
}

func (r *netPainter) dot(i ink, number int, scale float32) {
	n := r.net
	d := &n.dots[number]
	if !d.placed {
		return
	}
	x, y := n.screen(d.at)
	radius := d.radius * n.grown()
	c := r.shades.kind(d.Kind)
	if r.any && !r.out[number] {
		c.A = dotFaded
	}
	i.disc(x*scale, y*scale, (radius+haloWidth)*scale, r.shades.ground)
	i.disc(x*scale, y*scale, radius*scale, c)
	if number == n.chosen {
		i.ring(x*scale, y*scale, (radius+chosenRing-look.OutlineWidth)*scale, (radius+chosenRing)*scale, r.shades.accent)
	}
}
