package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
)

// gripWidth is how wide the zone is that can be grabbed around the line
// between two panes.
const gripWidth = 9

// grip is the line between two panes; dragging it changes their widths.
type grip struct {
	widget.BaseWidget
	dragged func(dx float32)
	dropped func()
}

func newGrip(dragged func(dx float32), dropped func()) *grip {
	g := &grip{dragged: dragged, dropped: dropped}
	g.ExtendBaseWidget(g)
	return g
}

// Dragged moves the line.
func (g *grip) Dragged(e *fyne.DragEvent) { g.dragged(e.Dragged.DX) }

// DragEnd tells that the widths are to be remembered.
func (g *grip) DragEnd() { g.dropped() }

// Cursor shows that the line can be moved.
func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer draws the line in the middle of the zone.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(look.Colour(g, look.Line))
	return &gripRenderer{g, line}
}

type gripRenderer struct {
	grip *grip
	line *canvas.Rectangle
}

func (r *gripRenderer) Layout(size fyne.Size) {
	r.line.Move(fyne.NewPos(float32(int(size.Width/2)), 0))
	r.line.Resize(fyne.NewSize(look.LineWidth, size.Height))
}

func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripWidth, 0) }

func (r *gripRenderer) Refresh() {
	r.line.FillColor = look.Colour(r.grip, look.Line)
	r.line.Refresh()
}

func (r *gripRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.line} }

func (r *gripRenderer) Destroy() {}
