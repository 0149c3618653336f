package graph

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/notes"
)

// clickPause is how soon the second click of two must follow the first.
const clickPause = 400 * time.Millisecond

// How near the mouse must be to a dot's edge and to a line, in Fyne units.
const (
	dotReach  = 4
	lineReach = 5
)

// A turn of the wheel zooms by e to the power of so much of what it scrolls,
// and never by more than a burst of it: some mice tell of hundreds at once.
const (
	wheelZoom  = 0.006
	wheelBurst = 80
)

// mouse is what the mouse is doing.
type mouse struct {
	doing   doing
	dot     int // that was pressed
	line    int
	at      fyne.Position
	moved   bool
	last    notes.ID // the node clicked before
	clicked time.Time
}

type doing int

const (
	nothing doing = iota
	panning
	draggingDot
)

// at returns the dot or the line at a position, the dot first.
func (n *Net) at(pos fyne.Position) (dot, line int) {
	dot, line = none, none
	least := float32(dotReach)
	for i := range n.dots {
		d := &n.dots[i]
		if !d.placed {
			continue
		}
		x, y := n.screen(d.at)
		if away := length(x-pos.X, y-pos.Y) - d.radius*n.grown(); away < least {
			dot, least = i, away
		}
	}
	if dot != none {
		return dot, none
	}
	least = lineReach
	for i, l := range n.lines {
		if !n.dots[l.a].placed || !n.dots[l.b].placed {
			continue
		}
		x1, y1 := n.screen(n.dots[l.a].at)
		x2, y2 := n.screen(n.dots[l.b].at)
		if away := fromLine(pos, x1, y1, x2, y2); away < least {
			line, least = i, away
		}
	}
	return none, line
}

func length(x, y float32) float32 { return float32(math.Hypot(float64(x), float64(y))) }

// fromLine is how far a position lies from a line between two points.
func fromLine(pos fyne.Position, x1, y1, x2, y2 float32) float32 {
	dx, dy := x2-x1, y2-y1
	share := float32(0)
	if square := dx*dx + dy*dy; square > 0 {
		share = min(max(((pos.X-x1)*dx+(pos.Y-y1)*dy)/square, 0), 1)
	}
	return length(x1+share*dx-pos.X, y1+share*dy-pos.Y)
}

// MouseDown takes hold of a dot, or of the whole.
func (n *Net) MouseDown(event *desktop.MouseEvent) {
	if event.Button != desktop.MouseButtonPrimary {
		return
	}
	n.quiet = true
	if c := fyne.CurrentApp().Driver().CanvasForObject(n); c != nil {
		c.Focus(n)
	}
	n.mouse.dot, n.mouse.line = n.at(event.Position)
	n.mouse.doing, n.mouse.at, n.mouse.moved = panning, event.Position, false
	if n.mouse.dot != none {
		n.mouse.doing = draggingDot
	}
}

// Dragged moves what MouseDown took hold of.
func (n *Net) Dragged(event *fyne.DragEvent) {
	dx, dy := event.Position.X-n.mouse.at.X, event.Position.Y-n.mouse.at.Y
	n.mouse.at, n.mouse.moved = event.Position, true
	switch n.mouse.doing {
	case panning:
		n.pan(dx, dy)
	case draggingDot:
		n.moveDot(n.mouse.dot, dx, dy)
	}
}

// moveDot moves a dot by so many Fyne units. All is not fitted to it, or it
// would flee from the mouse.
func (n *Net) moveDot(i int, dx, dy float32) {
	d := &n.dots[i]
	d.at.X += float64(dx) / n.view.scale
	d.at.Y += float64(dy) / n.view.scale
	n.fitted = false
	n.redraw()
}

// DragEnd lets go.
func (n *Net) DragEnd() {
	if n.mouse.doing == draggingDot && n.mouse.moved {
		n.moved(n.mouse.dot)
	}
	n.mouse.doing = nothing
}

func (n *Net) moved(i int) {
	if n.callbacks.OnMoved != nil {
		n.callbacks.OnMoved(n.dots[i].ID, n.dots[i].at)
	}
}

// MouseUp ends a click: on a node it chooses, twice on it opens, on an edge it
// asks for the passages, and beside all it chooses nothing.
func (n *Net) MouseUp(event *desktop.MouseEvent) {
	clicked := n.mouse.doing != nothing && !n.mouse.moved && event.Button == desktop.MouseButtonPrimary
	if !clicked {
		return
	}
	n.mouse.doing = nothing
	switch {
	case n.mouse.dot != none:
		id := n.dots[n.mouse.dot].ID
		twice := n.mouse.last == id && time.Since(n.mouse.clicked) < clickPause
		n.mouse.last, n.mouse.clicked = id, time.Now()
		n.choose(n.mouse.dot)
		if twice {
			n.mouse.last = 0
			n.callbacks.open(id)
		}
	case n.mouse.line != none:
		n.chosenLine = n.mouse.line
		n.redraw()
		n.callbacks.edge(n.lines[n.mouse.line].A, n.lines[n.mouse.line].B)
	default:
		n.choose(none)
	}
}

// MouseIn makes what is below the mouse stand out.
func (n *Net) MouseIn(event *desktop.MouseEvent) { n.hover(event.Position) }

// MouseMoved does as MouseIn.
func (n *Net) MouseMoved(event *desktop.MouseEvent) { n.hover(event.Position) }

// MouseOut ends what MouseIn began.
func (n *Net) MouseOut() { n.setOver(none, none) }

func (n *Net) hover(pos fyne.Position) {
	if n.mouse.doing == nothing {
		n.setOver(n.at(pos))
	}
}

func (n *Net) setOver(dot, line int) {
	if dot != n.over || line != n.overLine {
		n.over, n.overLine = dot, line
		n.redraw()
	}
}

// Cursor is the pointing hand's over what can be clicked.
func (n *Net) Cursor() desktop.Cursor {
	if n.over != none || n.overLine != none {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Scrolled zooms about the mouse.
func (n *Net) Scrolled(event *fyne.ScrollEvent) {
	by := max(-wheelBurst, min(wheelBurst, event.Scrolled.DY))
	n.zoom(math.Exp(float64(by)*wheelZoom), event.Position)
}
