package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Panel is what floats above the window: the bar beside a selection, quick
// find, a list of proposals. It alone has a shadow. Clicks and the wheel do not
// go through it.
type Panel struct {
	widget.BaseWidget

	content  fyne.CanvasObject
	corner   float32
	keyboard Keyboard
}

var (
	_ fyne.Tappable     = (*Panel)(nil)
	_ desktop.Mouseable = (*Panel)(nil)
	_ fyne.Scrollable   = (*panelBody)(nil)
	_ Fitter            = (*Panel)(nil)
)

// NewPanel makes content float, with a corner of that radius. Its size is the
// content's; use NewInset for room around the content.
func NewPanel(corner float32, content fyne.CanvasObject) *Panel {
	p := &Panel{content: content, corner: corner}
	p.ExtendBaseWidget(p)
	return p
}

// MouseDown notes what has the keyboard.
func (p *Panel) MouseDown(*desktop.MouseEvent) { p.keyboard.Pressed(canvasOf(p)) }

// MouseUp does nothing.
func (p *Panel) MouseUp(*desktop.MouseEvent) {}

// Tapped leaves the keyboard where it was; what lies below is not tapped.
func (p *Panel) Tapped(*fyne.PointEvent) { p.keyboard.GiveBack(canvasOf(p)) }

// Fit gives the height at a width.
func (p *Panel) Fit(width float32) float32 { return Height(p.content, width) }

// CreateRenderer draws it.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	ground, edge := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	ground.CornerRadius, edge.CornerRadius = p.corner, p.corner
	edge.StrokeWidth = look.LineWidth
	body := newPanelBody(p.content)
	d := &drawing{objects: []fyne.CanvasObject{ground, body, edge}}
	d.layout = func(size fyne.Size) {
		ground.Resize(size)
		edge.Resize(size)
		body.Resize(size)
	}
	d.min = func() fyne.Size { return p.content.MinSize() }
	d.colour = func() {
		ground.FillColor = look.Colour(p, look.Panel)
		ground.Shadow = canvas.Shadow{
			Color: look.Colour(p, look.Shadow), BlurRadius: 24, Offset: fyne.NewPos(0, 8),
		}
		edge.FillColor, edge.StrokeColor = look.Colour(p, look.Clear), look.Colour(p, look.Line)
		ground.Refresh()
		edge.Refresh()
	}
	d.colour()
	return d
}

// panelBody takes the wheel where nothing in the content does. Fyne clips
// whatever can be scrolled, so it is apart from the panel and its shadow.
type panelBody struct {
	widget.BaseWidget
	content fyne.CanvasObject
}

func newPanelBody(content fyne.CanvasObject) *panelBody {
	b := &panelBody{content: content}
	b.ExtendBaseWidget(b)
	return b
}

func (b *panelBody) Scrolled(*fyne.ScrollEvent) {}

func (b *panelBody) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(b.content)
}
