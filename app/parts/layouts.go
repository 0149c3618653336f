package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Fitter is an object whose height depends on the width that it is given, as
// wrapped text does. Fit must be cheap when it is asked again for the same width.
type Fitter interface {
	Fit(width float32) (height float32)
}

// Height gives the height that an object takes at a width: by Fit, by the
// layouts of this package, or else its least height.
func Height(o fyne.CanvasObject, width float32) float32 {
	if f, ok := o.(Fitter); ok {
		return f.Fit(width)
	}
	if c, ok := o.(*fyne.Container); ok {
		if l, ok := c.Layout.(FitLayout); ok {
			return l.FitObjects(c.Objects, width)
		}
	}
	return o.MinSize().Height
}

// FitLayout is a layout whose height depends on the width that it is given.
type FitLayout interface {
	FitObjects(objects []fyne.CanvasObject, width float32) float32
}

// NewColumn stacks objects, each as wide as the column and as high as it needs
// at that width, with a gap between them. Hidden ones take no room.
func NewColumn(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&column{gap: gap}, objects...)
}

type column struct{ gap, width float32 }

func (c *column) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, y, height float32)) float32 {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if y > 0 {
			y += c.gap
		}
		height := Height(o, width)
		do(o, y, height)
		y += height
	}
	return y
}

func (c *column) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	return c.each(objects, width, func(fyne.CanvasObject, float32, float32) {})
}

// Layout stacks.
func (c *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.width = size.Width
	c.each(objects, size.Width, func(o fyne.CanvasObject, y, height float32) {
		o.Resize(fyne.NewSize(size.Width, height))
		o.Move(fyne.NewPos(0, y))
	})
}

// MinSize is the widest child's, and the height at the last width.
func (c *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range objects {
		if o.Visible() {
			width = fyne.Max(width, o.MinSize().Width)
		}
	}
	return fyne.NewSize(width, c.FitObjects(objects, fyne.Max(width, c.width)))
}

// NewInset leaves room around an object.
func NewInset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&inset{top, right, bottom, left}, o)
}

type inset struct{ top, right, bottom, left float32 }

func (n *inset) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	height := n.top + n.bottom
	for _, o := range objects {
		height = fyne.Max(height, n.top+Height(o, width-n.left-n.right)+n.bottom)
	}
	return height
}

// Layout gives the objects what the room leaves.
func (n *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(n.left, n.top))
		o.Resize(fyne.NewSize(fyne.Max(0, size.Width-n.left-n.right), fyne.Max(0, size.Height-n.top-n.bottom)))
	}
}

// MinSize is the objects' with the room around.
func (n *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.Size{}
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(n.left+n.right, n.top+n.bottom)
}

// NewFlow puts objects beside each other at their least size, and goes on below
// where a line is full, as chips do.
func NewFlow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

type flow struct{ gap, width float32 }

func (f *flow) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	var x, y, line float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		size.Width = fyne.Min(size.Width, fyne.Max(width, 1))
		if x > 0 && x+size.Width > width {
			x, y, line = 0, y+line+f.gap, 0
		}
		do(o, x, y, size)
		x += size.Width + f.gap
		line = fyne.Max(line, size.Height)
	}
	return y + line
}

func (f *flow) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	return f.each(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}

// Layout flows.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.each(objects, size.Width, func(o fyne.CanvasObject, x, y float32, least fyne.Size) {
		o.Resize(least)
		o.Move(fyne.NewPos(x, y))
	})
}

// MinSize is narrow, since objects go below each other, and as high as the last
// width asked for; before the first, all stand on one line.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := f.width
	if width == 0 {
		width = 1 << 20
	}
	return fyne.NewSize(40, f.FitObjects(objects, width))
}
