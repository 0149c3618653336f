package graph

import (
	"image"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

// Lengths of what is drawn, in Fyne units.
const (
	cellGap    = 1 // between cells
	nameGap    = 8 // between a row's name and its cells
	numberGap  = 6 // between the numbers of columns
	thumbWidth = 3 // of the marks that say how far it is scrolled
	leastThumb = 24
	kindDot    = 3.5 // the radius of the dot before a name
)

// matrixPainter is the matrix's renderer: the cells in sight in one picture,
// names and numbers over it as texts that it keeps for the next time.
type matrixPainter struct {
	matrix  *Matrix
	raster  *canvas.Raster
	picture *image.RGBA
	texts   []*canvas.Text
	used    int
	outline *canvas.Rectangle
	objects []fyne.CanvasObject
	shades  shades

	panel, rule, behind color.NRGBA
}

// CreateRenderer draws the matrix.
func (m *Matrix) CreateRenderer() fyne.WidgetRenderer {
	r := &matrixPainter{matrix: m, outline: canvas.NewRectangle(nil)}
	r.raster = canvas.NewRaster(r.draw)
	m.painter = r
	r.paint()
	return r
}

// Destroy forgets the renderer.
func (r *matrixPainter) Destroy() {
	if r.matrix.painter == r {
		r.matrix.painter = nil
	}
}

// MinSize is the matrix's.
func (r *matrixPainter) MinSize() fyne.Size { return r.matrix.MinSize() }

// Objects returns what is drawn.
func (r *matrixPainter) Objects() []fyne.CanvasObject { return r.objects }

// Layout has nothing to do: Resize has drawn the matrix for its size.
func (r *matrixPainter) Layout(fyne.Size) {}

// Refresh draws the matrix in the colours of the theme.
func (r *matrixPainter) Refresh() {
	r.paint()
	canvas.Refresh(r.matrix)
}

func (m *Matrix) redraw() {
	if m.painter != nil {
		m.painter.Refresh()
	}
}

// paint puts names and numbers where they belong; draw makes the picture.
func (r *matrixPainter) paint() {
	m := r.matrix
	r.shades = shadesOf(m)
	r.panel, r.rule, r.behind = shade(m, look.Panel), shade(m, look.Line), shade(m, look.AccentBehind)
	r.used = 0
	r.raster.Resize(m.Size())
	r.objects = append(r.objects[:0], r.raster)
	words := parts.Ellipsis(m.words(), look.Regular, look.InterfaceSize, m.Size().Width-2*look.PanePadding)
	r.text(words, look.Regular, look.InterfaceSize, look.TextSecond, look.PanePadding, wordsHeight/2)
	r.names()
	r.numbers()
	if m.focused && !m.quiet {
		r.objects = append(r.objects, focusRing(m, r.outline))
	}
}

// text puts words down from x on, or up to it where x is below zero, with their
// middle at a height, and returns how wide they are.
func (r *matrixPainter) text(words string, font look.Font, size float32, ink fyne.ThemeColorName, x, middle float32) float32 {
	if r.used == len(r.texts) {
		r.texts = append(r.texts, &canvas.Text{})
	}
	t := r.texts[r.used]
	r.used++
	t.Text, t.TextSize, t.FontSource, t.Color = words, size, font.Resource(), look.Colour(r.matrix, ink)
	took := look.Measure(words, font, size)
	if x < 0 {
		x = -x - took.Width
	}
	t.Resize(took)
	t.Move(fyne.NewPos(x, float32(int(middle-took.Height/2+0.5))))
	r.objects = append(r.objects, t)
	return took.Width
}

// seen returns the first number in sight and the one behind the last, whole
// ones only where words stand, that would hang over the edge.
func (r *matrixPainter) seen(offset, room float32, whole bool) (first, behind int) {
	m := r.matrix
	first, behind = int(offset/m.cell), int((offset+room)/m.cell)+1
	if whole {
		first, behind = int((offset+m.cell-1)/m.cell), int((offset+room+1)/m.cell)
	}
	return first, min(behind, len(m.table.Nodes))
}

// names puts down the names of the rows in sight, each with its number.
func (r *matrixPainter) names() {
	m := r.matrix
	if !m.nameFits() {
		return
	}
	first, behind := r.seen(m.offset.Y, m.room().Height, true)
	for i := first; i < behind; i++ {
		ink, font := look.Text, look.Regular
		if i == m.chosen.row || i == m.over.row {
			font = look.Medium
		}
		middle := top + (float32(i)+0.5)*m.cell - m.offset.Y
		took := r.text(strconv.Itoa(i+1), look.Regular, look.HeadSize, look.TextThird, -(m.left() - nameGap), middle)
		name := parts.Ellipsis(m.table.Nodes[i].Label, font, look.BadgeSize, m.left()-nameGap-took-look.PanePadding-4*kindDot-nameGap)
		r.text(name, font, look.BadgeSize, ink, look.PanePadding+4*kindDot, middle)
	}
}

// numbers puts down the numbers of the columns in sight, as many as there is
// room for.
func (r *matrixPainter) numbers() {
	m := r.matrix
	widest := look.Measure(strconv.Itoa(len(m.table.Nodes)), look.Regular, look.HeadSize).Width
	step := 1
	for _, step = range []int{1, 2, 5, 10, 20, 50, 100} {
		if float32(step)*m.cell >= widest+numberGap {
			break
		}
	}
	first, behind := r.seen(m.offset.X, m.room().Width, true)
	for i := first; i < behind; i++ {
		if (i+1)%step != 0 {
			continue
		}
		words := strconv.Itoa(i + 1)
		width := look.Measure(words, look.Regular, look.HeadSize).Width
		x := m.left() + (float32(i)+0.5)*m.cell - m.offset.X - width/2
		if x+width <= m.Size().Width {
			r.text(words, look.Regular, look.HeadSize, look.TextThird, x, wordsHeight+numberHeight/2)
		}
	}
}

// draw makes the picture of the cells in sight, in pixels.
func (r *matrixPainter) draw(width, height int) image.Image {
	m := r.matrix
	i := newInk(r.picture, width, height, r.shades.ground)
	r.picture = i.picture
	if m.Size().Width <= 0 {
		return i.picture
	}
	scale := float32(width) / m.Size().Width
	firstRow, behindRow := r.seen(m.offset.Y, m.room().Height, false)
	first, behind := r.seen(m.offset.X, m.room().Width, false)
	for row := firstRow; row < behindRow; row++ {
		for column := first; column < behind; column++ {
			r.cell(i, cell{row, column}, scale)
		}
	}
	if c := m.chosen; c != noCell {
		r.frame(i, c, scale)
	}
	i.rect(0, 0, m.Size().Width*scale, top*scale, r.shades.ground)
	i.rect(0, top*scale, m.left()*scale, m.Size().Height*scale, r.shades.ground)
	if m.nameFits() {
		for row := firstRow; row < behindRow; row++ {
			y := top + (float32(row)+0.5)*m.cell - m.offset.Y
			if y >= top+kindDot {
				i.disc((look.PanePadding+kindDot)*scale, y*scale, kindDot*scale, r.shades.kind(notes.Kind(m.table.Nodes[row].Kind)))
			}
		}
	}
	r.thumbs(i, scale)
	return i.picture
}

// cell fills a cell: the darker the more is shared, and a little where it lies
// in the row or column that is looked at.
func (r *matrixPainter) cell(i ink, c cell, scale float32) {
	m := r.matrix
	fill := r.panel
	looked := m.over
	if looked == noCell {
		looked = m.chosen
	}
	e, shared := m.table.Edge(c.row, c.column)
	switch {
	case shared:
		fill = mixed(r.behind, r.shades.accent, leastShade+(1-leastShade)*plane.Share(e.Weight, m.table.Most))
	case c.row == c.column, c.row == looked.row, c.column == looked.column:
		fill = r.rule
	}
	x, y := r.corner(c)
	gap := float32(0)
	if m.cell > leastCell {
		gap = cellGap
	}
	i.rect(x*scale, y*scale, (m.cell-gap)*scale, (m.cell-gap)*scale, fill)
}

// leastShade is how far the lightest cell that stands for something is towards
// the darkest: it must be told from the ground.
const leastShade = 0.12

func mixed(a, b color.NRGBA, share float64) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*share) }
	return color.NRGBA{R: mix(a.R, b.R), G: mix(a.G, b.G), B: mix(a.B, b.B), A: opaque}
}

func (r *matrixPainter) corner(c cell) (x, y float32) {
	m := r.matrix
	return m.left() + float32(c.column)*m.cell - m.offset.X, top + float32(c.row)*m.cell - m.offset.Y
}

// frame draws the outline of the chosen cell.
func (r *matrixPainter) frame(i ink, c cell, scale float32) {
	x, y := r.corner(c)
	side, wide := r.matrix.cell-cellGap, float32(2)
	text := shade(r.matrix, look.Text)
	i.rect(x*scale, y*scale, side*scale, wide*scale, text)
	i.rect(x*scale, (y+side-wide)*scale, side*scale, wide*scale, text)
	i.rect(x*scale, y*scale, wide*scale, side*scale, text)
	i.rect((x+side-wide)*scale, y*scale, wide*scale, side*scale, text)
}

// thumbs say at the edges how far the table is scrolled.
func (r *matrixPainter) thumbs(i ink, scale float32) {
	m := r.matrix
	all, room := float32(len(m.table.Nodes))*m.cell, m.room()
	c := shade(m, look.ScrollBar)
	thumb := func(offset, room float32) (at, long float32) {
		long = max(leastThumb, room*room/all)
		return offset / (all - room) * (room - long), long
	}
	if all > room.Height {
		at, long := thumb(m.offset.Y, room.Height)
		i.rect((m.Size().Width-thumbWidth)*scale, (top+at)*scale, thumbWidth*scale, long*scale, c)
	}
	if all > room.Width {
		at, long := thumb(m.offset.X, room.Width)
		i.rect((m.left()+at)*scale, (m.Size().Height-thumbWidth)*scale, long*scale, thumbWidth*scale, c)
	}
}
