package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Pick is a small round mark by which one of several things is chosen.
type Pick struct {
	Tap

	label  string
	picked bool
}

// NewPick makes a mark that is not set; the label says what it chooses.
func NewPick(label string, onTapped func()) *Pick {
	p := &Pick{label: label}
	p.extend(p)
	p.OnTapped = onTapped
	return p
}

// SetPicked sets the mark or takes it away.
func (p *Pick) SetPicked(picked bool) {
	if p.picked != picked {
		p.picked = picked
		p.Refresh()
	}
}

// AccessibilityLabel says what it chooses.
func (p *Pick) AccessibilityLabel() string { return p.label }

const (
	pickRoom = 24
	pickSize = 13
)

// CreateRenderer draws it.
func (p *Pick) CreateRenderer() fyne.WidgetRenderer {
	circle, focus := canvas.NewRectangle(nil), ring(pickRoom/2)
	circle.CornerRadius = pickSize / 2
	d := &drawing{objects: []fyne.CanvasObject{circle, focus}}
	d.layout = func(size fyne.Size) {
		circle.Resize(fyne.NewSquareSize(pickSize))
		circle.Move(fyne.NewPos((size.Width-pickSize)/2, (size.Height-pickSize)/2))
		focus.Resize(size)
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(pickRoom) }
	d.colour = func() {
		circle.StrokeWidth, circle.StrokeColor = look.OutlineWidth, look.Colour(p, look.TextThird)
		circle.FillColor = look.Colour(p, look.Clear)
		if p.hovered {
			circle.StrokeColor = look.Colour(p, look.TextSecond)
		}
		if p.picked {
			circle.FillColor, circle.StrokeColor = look.Colour(p, look.Accent), look.Colour(p, look.Accent)
		}
		showRing(p, focus, p.focused)
		canvas.Refresh(p)
	}
	d.colour()
	return d
}
