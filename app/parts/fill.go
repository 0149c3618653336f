package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Fill is a rectangle in one of the theme's colours.
type Fill struct {
	widget.BaseWidget

	Colour fyne.ThemeColorName
	Edge   fyne.ThemeColorName // none if empty
	Corner float32
	Least  fyne.Size
}

// NewFill makes a ground of one colour that takes whatever room it is given.
func NewFill(colour fyne.ThemeColorName, corner float32) *Fill {
	f := &Fill{Colour: colour, Corner: corner}
	f.ExtendBaseWidget(f)
	return f
}

// NewLine makes a separator, one unit thick in the direction that it is not stretched.
func NewLine() *Fill {
	f := NewFill(look.Line, 0)
	f.Least = fyne.NewSquareSize(look.LineWidth)
	return f
}

// NewDot makes the small square that says a highlight's colour.
func NewDot(colour string) *Fill {
	_, edge := look.Highlight(colour)
	f := NewFill(edge, 3)
	f.Least = fyne.NewSquareSize(look.DotSize)
	return f
}

// NewEdge makes the bar that stands beside a quotation in its highlight's colour.
func NewEdge(colour string) *Fill {
	_, edge := look.Highlight(colour)
	f := NewFill(edge, 0)
	f.Least = fyne.NewSize(look.EdgeWidth, look.EdgeWidth)
	return f
}

// SetColour changes the colour.
func (f *Fill) SetColour(colour fyne.ThemeColorName) {
	if f.Colour != colour {
		f.Colour = colour
		f.Refresh()
	}
}

// CreateRenderer draws it.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	r := canvas.NewRectangle(nil)
	d := &drawing{objects: []fyne.CanvasObject{r}}
	d.layout = func(size fyne.Size) { r.Resize(size) }
	d.min = func() fyne.Size { return f.Least }
	d.colour = func() {
		r.FillColor, r.CornerRadius = look.Colour(f, f.Colour), f.Corner
		r.StrokeWidth = 0
		if f.Edge != "" {
			r.StrokeColor, r.StrokeWidth = look.Colour(f, f.Edge), look.LineWidth
		}
		r.Refresh()
	}
	d.colour()
	return d
}
