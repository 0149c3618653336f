package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// topBar is the bar above the page: back and forward, the way to quick find,
// the size of letters and the colours.
type topBar struct {
	object        fyne.CanvasObject
	back, forward *parts.TextButton
}

func newTopBar(w *window) *topBar {
	b := &topBar{}
	b.back = parts.NewTextButton("‹", parts.Quiet, func() { w.step(-1) })
	b.forward = parts.NewTextButton("›", parts.Quiet, func() { w.step(1) })
	find := newFindButton(w.openFind, w.s.Window.Canvas)
	letters := parts.NewTextButton("Aa", parts.Quiet, w.chooseComfort)
	colours := parts.NewTextButton("☾", parts.Quiet, w.nextPalette)
	row := container.New(layout.NewCustomPaddedHBoxLayout(2), b.back, b.forward)
	tools := container.New(layout.NewCustomPaddedHBoxLayout(6), letters, colours)
	b.object = container.NewStack(
		parts.NewFill(look.Page, 0),
		parts.NewUnderlined(container.New(barLayout{}, row, find, tools)),
	)
	return b
}

// update dims the arrow that leads nowhere.
func (b *topBar) update(h *history) {
	b.back.SetManner(arrow(h.at > 0))
	b.forward.SetManner(arrow(h.at < len(h.places)-1))
}

func arrow(leads bool) parts.Manner {
	if leads {
		return parts.Plain
	}
	return parts.Quiet
}

// barLayout puts one object at the left, one in the middle and one at the
// right; the middle one is as wide as there is room, up to a limit.
type barLayout struct{}

const (
	findWidth = 420
	barGap    = 14
)

func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 0) }

func (barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	middle := func(o fyne.CanvasObject, x, width float32) {
		height := min(size.Height, o.MinSize().Height)
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
	left, right := objects[0].MinSize().Width, objects[2].MinSize().Width
	middle(objects[0], barGap-4, left)
	middle(objects[2], size.Width-right-barGap+4, right)
	room := size.Width - left - right - 4*barGap
	width := min(findWidth, room)
	x := max((size.Width-width)/2, left+2*barGap)
	x = min(x, size.Width-right-2*barGap-width)
	middle(objects[1], x, width)
}
