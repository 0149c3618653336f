package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cuttings/app/look"
	"cuttings/app/parts"
)

const (
	halfLeast  = 370 // the least width of one of two pages that are shown, in Fyne units
	markHeight = 2   // of the line over the page that has the keyboard
)

// halves shows the page, or two beside each other with a grip between them. A
// line over one of them says that it has the keyboard.
type halves struct {
	object      *fyne.Container
	share       *float32 // of the width that the page at the left gets; 0: half
	grip        *grip
	left, right *parts.Fill
	two         bool
}

func newHalves(share *float32, page fyne.CanvasObject, dropped func()) *halves {
	h := &halves{share: share, left: parts.NewFill(look.Accent, 0), right: parts.NewFill(look.Accent, 0)}
	h.grip = newGrip(func(dx float32) {
		width := h.object.Size().Width
		*h.share = (h.split(width) + dx) / width
		h.object.Refresh()
	}, dropped)
	h.object = container.New(h, page)
	return h
}

// set shows a page, and another beside it unless that is nil.
func (h *halves) set(page, beside fyne.CanvasObject) {
	h.two = beside != nil
	h.object.Objects = []fyne.CanvasObject{page}
	if h.two {
		h.object.Objects = []fyne.CanvasObject{page, beside, h.left, h.right, h.grip}
	}
	h.object.Refresh()
}

// mark draws the line over the page that has the keyboard, if there are two.
func (h *halves) mark(right bool) {
	h.left.Hidden, h.right.Hidden = right, !right
	h.left.Refresh()
	h.right.Refresh()
}

// split is where the second page begins.
func (h *halves) split(width float32) float32 {
	share := *h.share
	if share <= 0 || share >= 1 {
		share = 0.5
	}
	least := min(halfLeast, width/2)
	return float32(int(min(max(share*width, least), width-least)))
}

// MinSize leaves the width to the frame.
func (h *halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 100) }

// Layout places the pages.
func (h *halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place := func(o fyne.CanvasObject, x, width, height float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, height))
	}
	if !h.two {
		place(objects[0], 0, size.Width, size.Height)
		return
	}
	at := h.split(size.Width)
	place(objects[0], 0, at, size.Height)
	place(objects[1], at, size.Width-at, size.Height)
	place(h.left, 0, at, markHeight)
	place(h.right, at, size.Width-at, markHeight)
	place(h.grip, at-gripWidth/2, gripWidth, size.Height)
}
