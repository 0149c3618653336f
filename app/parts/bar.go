package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	barThin  = 3
	barWide  = 8
	barLeast = 28 // the shortest thumb that can still be grabbed
)

// bar is a thin upright scroll bar over the right edge of what it scrolls.
type bar struct {
	widget.BaseWidget

	total, view, offset float32
	onMoved             func(offset float32)

	keyboard         Keyboard
	hovered, dragged bool
	grabbed          float32 // where the thumb began, plus how far it was dragged
}

func newBar(onMoved func(offset float32)) *bar {
	b := &bar{onMoved: onMoved}
	b.ExtendBaseWidget(b)
	return b
}

// set says how much there is, how much is seen, and from where.
func (b *bar) set(total, view, offset float32) {
	if b.total == total && b.view == view && b.offset == offset {
		return
	}
	b.total, b.view, b.offset = total, view, offset
	b.Refresh()
}

func (b *bar) thumb() (top, length float32) {
	if b.total <= b.view || b.total <= 0 {
		return 0, 0
	}
	room := b.Size().Height
	length = fyne.Min(room, fyne.Max(barLeast, room*b.view/b.total))
	return (room - length) * b.offset / (b.total - b.view), length
}

// Dragged moves what is scrolled along with the thumb.
func (b *bar) Dragged(e *fyne.DragEvent) {
	top, length := b.thumb()
	if !b.dragged {
		b.dragged, b.grabbed = true, top
	}
	b.grabbed += e.Dragged.DY
	b.move(b.grabbed, length)
}

// DragEnd lets go.
func (b *bar) DragEnd() {
	b.dragged = false
	b.keyboard.GiveBack(canvasOf(b))
	b.Refresh()
}

// MouseDown notes what has the keyboard: scrolling does not take it.
func (b *bar) MouseDown(*desktop.MouseEvent) { b.keyboard.Pressed(canvasOf(b)) }

// MouseUp does nothing.
func (b *bar) MouseUp(*desktop.MouseEvent) {}

// Tapped brings the thumb's middle under the pointer.
func (b *bar) Tapped(e *fyne.PointEvent) {
	top, length := b.thumb()
	if e.Position.Y < top || e.Position.Y > top+length {
		b.move(e.Position.Y-length/2, length)
	}
	b.keyboard.GiveBack(canvasOf(b))
}

func (b *bar) move(top, length float32) {
	room := b.Size().Height - length
	if room <= 0 {
		return
	}
	b.onMoved(fyne.Max(0, fyne.Min(top, room)) / room * (b.total - b.view))
}

// MouseIn widens the thumb.
func (b *bar) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved does nothing.
func (b *bar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut narrows it.
func (b *bar) MouseOut() { b.hovered = false; b.Refresh() }

// CreateRenderer draws it.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	thumb := canvas.NewRectangle(nil)
	d := &drawing{objects: []fyne.CanvasObject{thumb}}
	d.layout = func(size fyne.Size) {
		width := float32(barThin)
		if b.hovered || b.dragged {
			width = barWide
		}
		top, length := b.thumb()
		thumb.Hidden = length == 0
		thumb.CornerRadius = width / 2
		thumb.Resize(fyne.NewSize(width, length))
		thumb.Move(fyne.NewPos(size.Width-width-1, top))
	}
	d.min = func() fyne.Size { return fyne.NewSize(barWide+1, 0) }
	d.colour = func() {
		thumb.FillColor = look.Colour(b, look.ScrollBar)
		d.layout(b.Size())
		canvas.Refresh(b)
	}
	d.colour()
	return d
}
