package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Pick is a small round mark by which one of several things is chosen. It stands
// in a list, whose own keys choose: the keyboard goes from the list to what comes
// behind it, not through the marks.
type Pick struct {
	widget.BaseWidget
	OnTapped func()

	keyboard        Keyboard
	label           string
	picked, hovered bool
}

var (
	_ fyne.Tappable      = (*Pick)(nil)
	_ desktop.Hoverable  = (*Pick)(nil)
	_ desktop.Cursorable = (*Pick)(nil)
)

// NewPick makes a mark that is not set; the label says what it chooses.
func NewPick(label string, onTapped func()) *Pick {
	p := &Pick{label: label, OnTapped: onTapped}
	p.ExtendBaseWidget(p)
	return p
}

// MouseDown notes what has the keyboard.
func (p *Pick) MouseDown(*desktop.MouseEvent) { p.keyboard.Pressed(canvasOf(p)) }

// MouseUp does nothing.
func (p *Pick) MouseUp(*desktop.MouseEvent) {}

// Tapped chooses; the keyboard stays where it was.
func (p *Pick) Tapped(*fyne.PointEvent) {
	p.keyboard.GiveBack(canvasOf(p))
	if p.OnTapped != nil {
		p.OnTapped()
	}
}

// MouseIn shows that the mark can be tapped.
func (p *Pick) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved does nothing.
func (p *Pick) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (p *Pick) MouseOut() { p.hovered = false; p.Refresh() }

// Cursor is the pointing hand's.
func (p *Pick) Cursor() desktop.Cursor { return desktop.PointerCursor }

// SetPicked sets the mark or takes it away.
func (p *Pick) SetPicked(picked bool) {
	if p.picked != picked {
		p.picked = picked
		p.Refresh()
	}
}

// AccessibilityLabel says what it chooses.
func (p *Pick) AccessibilityLabel() string { return p.label }

// AccessibilityRole says that the mark is a button.
func (p *Pick) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

const (
	pickRoom = 24
	pickSize = 13
)

// CreateRenderer draws it.
func (p *Pick) CreateRenderer() fyne.WidgetRenderer {
	circle := canvas.NewRectangle(nil)
	circle.CornerRadius = pickSize / 2
	d := &drawing{objects: []fyne.CanvasObject{circle}}
	d.layout = func(size fyne.Size) {
		circle.Resize(fyne.NewSquareSize(pickSize))
		circle.Move(fyne.NewPos((size.Width-pickSize)/2, (size.Height-pickSize)/2))
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
		canvas.Refresh(p)
	}
	d.colour()
	return d
}
