package graph

import (
	"math"

	"fyne.io/fyne/v2"

	plane "cuttings/notes/graph"
)

// view is the part of the plane that is seen: what stands in the middle, and how
// many Fyne units a unit of the plane takes, alike in every direction, so that
// distances can be compared.
type view struct {
	middle plane.Point
	scale  float64
}

// The bounds of scale, and what Fit goes to at most: a graph of three names is
// not blown up to fill a window.
const (
	leastScale = 0.02
	mostScale  = 4
	mostFit    = 2.5
)

// The bounds of how dots grow and shrink: never too small to be hit.
const (
	leastGrown = 0.5
	mostGrown  = 1.4
)

// Fit leaves free around all the dots, in Fyne units, fitMargin above and below,
// and at the sides, where names stand, fitNames or a share of the width if that
// is less. A name that has no room outside stands within.
const (
	fitMargin = 36
	fitNames  = 110
	fitShare  = 0.14
)

// screen returns where a place of the plane is seen.
func (n *Net) screen(at plane.Point) (x, y float32) {
	size := n.Size()
	return size.Width/2 + float32((at.X-n.view.middle.X)*n.view.scale), size.Height/2 + float32((at.Y-n.view.middle.Y)*n.view.scale)
}

// plane returns what place of the plane is seen at a position.
func (n *Net) plane(pos fyne.Position) plane.Point {
	size := n.Size()
	return plane.Point{
		X: n.view.middle.X + float64(pos.X-size.Width/2)/n.view.scale,
		Y: n.view.middle.Y + float64(pos.Y-size.Height/2)/n.view.scale,
	}
}

// grown is how much larger than at natural size dots are drawn. They grow and
// shrink less than the distances between them, so that they can be seen and hit.
func (n *Net) grown() float32 {
	return float32(min(max(math.Sqrt(n.view.scale), leastGrown), mostGrown))
}

// Fit shows all of the graph, and goes on doing so until the view is moved.
func (n *Net) Fit() {
	n.fitted = true
	n.fit()
	n.redraw()
}

func (n *Net) fit() {
	first, last := plane.Point{X: math.Inf(1), Y: math.Inf(1)}, plane.Point{X: math.Inf(-1), Y: math.Inf(-1)}
	for _, d := range n.dots {
		if d.placed {
			first = plane.Point{X: min(first.X, d.at.X), Y: min(first.Y, d.at.Y)}
			last = plane.Point{X: max(last.X, d.at.X), Y: max(last.Y, d.at.Y)}
		}
	}
	size := n.Size()
	if first.X > last.X || size.Width <= 0 || size.Height <= 0 {
		return
	}
	width := max(float64(size.Width)-2*min(fitNames, fitShare*float64(size.Width)), 1)
	height := max(float64(size.Height)-2*fitMargin, 1)
	scale := min(width/max(last.X-first.X, 1), height/max(last.Y-first.Y, 1))
	n.view.scale = max(min(scale, mostFit), leastScale)
	n.view.middle = plane.Point{X: (first.X + last.X) / 2, Y: (first.Y + last.Y) / 2}
}

// zoom makes all larger by a factor; what is seen at a position stays there.
func (n *Net) zoom(by float64, around fyne.Position) {
	still := n.plane(around)
	n.view.scale = min(max(n.view.scale*by, leastScale), mostScale)
	moved := n.plane(around)
	n.view.middle.X += still.X - moved.X
	n.view.middle.Y += still.Y - moved.Y
	n.fitted = false
	n.redraw()
}

// pan moves what is seen by so many Fyne units.
func (n *Net) pan(dx, dy float32) {
	n.view.middle.X -= float64(dx) / n.view.scale
	n.view.middle.Y -= float64(dy) / n.view.scale
	n.fitted = false
	n.redraw()
}

// revealMargin is how far from the edge a dot must stand to count as seen.
const revealMargin = 40

// reveal brings a dot into sight, if it is not, by moving the view as little
// as that takes.
func (n *Net) reveal(i int) {
	if !n.dots[i].placed || n.Size().Width <= 0 {
		return
	}
	x, y := n.screen(n.dots[i].at)
	dx := inside(x, n.Size().Width) - x
	dy := inside(y, n.Size().Height) - y
	if dx != 0 || dy != 0 {
		n.pan(dx, dy)
	}
}

func inside(v, size float32) float32 {
	return max(min(v, size-revealMargin), min(revealMargin, size/2))
}

// Resize gives the net its size; what was in the middle stays there.
func (n *Net) Resize(size fyne.Size) {
	if size == n.Size() {
		return
	}
	n.BaseWidget.Resize(size)
	if n.fitted {
		n.fit()
	}
	n.Refresh()
}

// MinSize returns the least size at which a graph can be read.
func (n *Net) MinSize() fyne.Size { return fyne.NewSize(240, 160) }
