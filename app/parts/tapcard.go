package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// TapCard makes content one thing that can be tapped, or chosen by Tab and
// opened by Enter.
type TapCard struct {
	Tap

	content fyne.CanvasObject
	label   string
}

var _ Fitter = (*TapCard)(nil)

// NewTapCard makes content tappable; label says what a tap does.
func NewTapCard(label string, content fyne.CanvasObject, onTapped func()) *TapCard {
	c := &TapCard{content: content, label: label}
	c.extend(c)
	c.OnTapped = onTapped
	return c
}

// Fit gives the height at a width.
func (c *TapCard) Fit(width float32) float32 { return Height(c.content, width) }

// AccessibilityLabel says what a tap does.
func (c *TapCard) AccessibilityLabel() string { return c.label }

// cardOver is how far the ground under the mouse goes beyond the content.
const cardOver = 6

// CreateRenderer draws it.
func (c *TapCard) CreateRenderer() fyne.WidgetRenderer {
	over, focus := canvas.NewRectangle(nil), NewRing(look.RowCorner)
	over.CornerRadius = look.RowCorner
	d := &drawing{objects: []fyne.CanvasObject{over, c.content, focus}}
	d.layout = func(size fyne.Size) {
		c.content.Resize(size)
		for _, o := range []fyne.CanvasObject{over, focus} {
			o.Resize(size.AddWidthHeight(2*cardOver, cardOver))
			o.Move(fyne.NewPos(-cardOver, -cardOver/2))
		}
	}
	d.min = c.content.MinSize
	d.colour = func() {
		over.FillColor, over.Hidden = look.Colour(c, look.Hover), !c.hovered
		over.Refresh()
		ShowRing(c, focus, c.focused)
	}
	d.colour()
	return d
}
