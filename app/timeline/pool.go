package timeline

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// pool hands out canvas objects, the same ones at each drawing.
type pool[T any] struct {
	things []T
	used   int
	make   func() T
}

func (p *pool[T]) take() T {
	if p.used == len(p.things) {
		p.things = append(p.things, p.make())
	}
	p.used++
	return p.things[p.used-1]
}

// rect puts a rectangle down.
func (r *painter) rect(x, y, width, height float32, name fyne.ThemeColorName) *canvas.Rectangle {
	box := r.boxes.take()
	box.FillColor = r.ink(name)
	box.CornerRadius, box.TopLeftCornerRadius, box.BottomLeftCornerRadius = 0, 0, 0
	box.StrokeColor, box.StrokeWidth = nil, 0
	box.Move(fyne.NewPos(x, y))
	box.Resize(fyne.NewSize(width, height))
	r.objects = append(r.objects, box)
	return box
}

// style is how a line of words is drawn.
type style struct {
	font look.Font
	size float32
	ink  fyne.ThemeColorName
}

var (
	axisStyle  = style{look.Regular, look.InterfaceSize, look.TextThird}
	dateStyle  = style{look.Regular, look.BadgeSize, look.TextSecond}
	titleStyle = style{look.Semibold, look.InterfaceSize, look.Text}
	noteStyle  = style{look.Regular, look.BadgeSize, look.TextThird}
)

// text puts words down with their middle at a height, cut to a width; 0 is any
// width.
func (r *painter) text(words string, s style, x, middle, width float32) {
	if words == "" {
		return
	}
	if width > 0 {
		words = parts.Ellipsis(words, s.font, s.size, width)
	}
	text := r.texts.take()
	text.Text, text.TextSize, text.FontSource, text.Color = words, s.size, s.font.Resource(), r.ink(s.ink)
	size := look.Measure(words, s.font, s.size)
	text.Resize(size)
	text.Move(fyne.NewPos(round(x), round(middle-size.Height/2)))
	r.objects = append(r.objects, text)
}
