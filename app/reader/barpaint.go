package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cuttings/app/look"
)

// barPainter is the bar's renderer.
type barPainter struct {
	bar      *bar
	ground   *canvas.Rectangle
	hover    *canvas.Rectangle
	line     *canvas.Rectangle // between swatches and commands
	swatches []*canvas.Rectangle
	words    []*canvas.Text
	objects  []fyne.CanvasObject
}

// CreateRenderer draws the bar.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barPainter{
		bar: b, ground: canvas.NewRectangle(nil), hover: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
	}
	r.ground.CornerRadius, r.ground.StrokeWidth = look.BarCorner, look.LineWidth
	r.hover.CornerRadius = look.RowCorner
	b.painter = r
	r.build()
	return r
}

// Destroy forgets the renderer.
func (r *barPainter) Destroy() {
	if r.bar.painter == r {
		r.bar.painter = nil
	}
}

// Layout stretches the ground; the items stand where they are.
func (r *barPainter) Layout(size fyne.Size) { r.ground.Resize(size) }

// MinSize is as wide as the items.
func (r *barPainter) MinSize() fyne.Size { return fyne.NewSize(r.bar.width, barHeight) }

// Objects returns what is drawn.
func (r *barPainter) Objects() []fyne.CanvasObject { return r.objects }

// build makes the objects of the items.
func (r *barPainter) build() {
	r.swatches, r.words = nil, nil
	r.objects = []fyne.CanvasObject{r.ground, r.hover, r.line}
	for _, item := range r.bar.items {
		if item.colour != "" {
			swatch := canvas.NewRectangle(nil)
			swatch.CornerRadius = look.SwatchCorner
			swatch.Resize(fyne.NewSquareSize(look.SwatchSize))
			swatch.Move(fyne.NewPos(item.x, round((barHeight-look.SwatchSize)/2)))
			r.swatches, r.objects = append(r.swatches, swatch), append(r.objects, swatch)
			continue
		}
		words := look.NewText(item.words, look.Medium, look.InterfaceSize, look.Text)
		size := words.MinSize()
		words.Resize(size)
		words.Move(fyne.NewPos(item.x+r.bar.pad(), round((barHeight-size.Height)/2)))
		r.words, r.objects = append(r.words, words), append(r.objects, words)
		if item.key != "" {
			key := keycaps(item.key)
			size := key.MinSize()
			key.Resize(size)
			key.Move(fyne.NewPos(item.x+item.width-r.bar.pad()-size.Width, round((barHeight-size.Height)/2)))
			r.objects = append(r.objects, key)
		}
	}
	r.colour()
}

// Refresh draws the bar in the colours of the theme.
func (r *barPainter) Refresh() {
	r.colour()
	canvas.Refresh(r.bar)
}

func (r *barPainter) colour() {
	b := r.bar
	r.ground.FillColor, r.ground.StrokeColor = look.Colour(b, look.Panel), look.Colour(b, look.Line)
	r.ground.Shadow = canvas.Shadow{
		Color: look.Colour(b, look.Shadow), BlurRadius: shadowBlur, Offset: fyne.NewPos(0, shadowBelow),
	}
	r.line.FillColor, r.line.Hidden = look.Colour(b, look.Line), b.line == 0
	r.line.Resize(fyne.NewSize(look.LineWidth, look.SwatchSize))
	r.line.Move(fyne.NewPos(b.line, round((barHeight-look.SwatchSize)/2)))
	swatches := r.swatches
	r.hover.Hidden = true
	words := r.words
	for i, item := range b.items {
		if item.colour == "" {
			words[0].Color = look.Colour(b, look.Text)
			words = words[1:]
			if i == b.hover {
				r.hover.Hidden, r.hover.FillColor = false, look.Colour(b, look.Hover)
				r.hover.Resize(fyne.NewSize(item.width, barHeight-12))
				r.hover.Move(fyne.NewPos(item.x, 6))
			}
			continue
		}
		fill, edge := look.Highlight(item.colour)
		swatches[0].FillColor, swatches[0].StrokeColor = look.Colour(b, fill), look.Colour(b, edge)
		swatches[0].StrokeWidth = 0
		if i == b.hover {
			swatches[0].StrokeWidth = look.OutlineWidth
		}
		swatches = swatches[1:]
	}
}

// floatBar shows the bar beside the selection, or beside the highlight that
// was clicked.
func (r *painter) floatBar(s scene) {
	p := r.page
	about := p.Selection()
	mark, isMark := p.mark(p.chosen)
	isMark = isMark && about.Len() == 0
	if isMark {
		about = mark.Range
	}
	if about.Len() == 0 || isMark && !p.chosenBar || p.mouse.doing == selecting || p.mouse.doing == draggingEnd {
		return
	}
	kind := aboutSelection
	switch {
	case p.adjusting != "":
		kind = aboutPlacing
	case isMark:
		kind = aboutMark
	}
	p.bar.offer(kind, mark.Comment, p.Size().Width-2*barEdge-barReach)
	strips := r.strips(s, about)
	if len(p.bar.items) == 0 || len(strips) == 0 {
		return
	}
	first, last := strips[0], strips[len(strips)-1]
	size := p.Size()
	y := last.y + last.height + barAway
	if y+barHeight > size.Height-barEdge {
		if y = first.y - barAway - barHeight; y < barEdge {
			y = size.Height - barEdge - barHeight
		}
	}
	x := round(last.x + last.width - p.bar.width/2)
	x = max(min(x, size.Width-barEdge-barReach-p.bar.width), barEdge)
	p.bar.Move(fyne.NewPos(x, y))
	p.bar.Resize(fyne.NewSize(p.bar.width, barHeight))
	r.objects = append(r.objects, p.bar)
}
