package parts

import "fyne.io/fyne/v2"

// Keyboard gives the keyboard back to what had it when the mouse was pressed:
// Fyne takes it away at every click on what cannot have it itself.
type Keyboard struct{ had fyne.Focusable }

// Pressed notes what has the keyboard; call it from MouseDown, which comes
// before Fyne takes it away.
func (k *Keyboard) Pressed(canvas fyne.Canvas) {
	if canvas != nil {
		k.had = canvas.Focused()
	}
}

// GiveBack gives the keyboard back, unless something else has it by now.
func (k *Keyboard) GiveBack(canvas fyne.Canvas) {
	if canvas != nil && k.had != nil && canvas.Focused() == nil {
		canvas.Focus(k.had)
	}
	k.had = nil
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}
