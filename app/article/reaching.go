package article

import (
	"fyne.io/fyne/v2"

	"cuttings/notes/text"
)

// inspectorFits is how wide a page is, in Fyne units, that would share its room
// with the inspector: if it does not, the person hid the inspector.
const inspectorFits = 660

// reach gives the keyboard to a part of the inspector. Where the window is too
// narrow for list, page and inspector, the list makes room; going back brings it
// back. It reports whether the part has the keyboard.
func (p *Page) reach(part fyne.Focusable) bool {
	canvas := p.s.Window.Canvas()
	reached := func() bool {
		canvas.Focus(part)
		return canvas.Focused() == part
	}
	if reached() {
		return true
	}
	if !p.shown || p.place.Wide || p.object.Size().Width >= inspectorFits {
		return false
	}
	before := p.place
	wide := before
	wide.Wide, wide.At, wide.Mark, wide.Words = true, text.Range{}, 0, ""
	p.s.Open(wide)
	if reached() {
		return true
	}
	p.s.Open(before)
	return false
}
