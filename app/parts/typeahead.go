package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// TypeAhead has the keyboard while a field is on its way, and types into it what was
// typed meanwhile. It takes no room and shows nothing.
type TypeAhead struct {
	widget.BaseWidget
	window  fyne.Window
	holding bool
	held    []func(fyne.Focusable)
}

// NewTypeAhead makes one; it must lie somewhere in the window.
func NewTypeAhead(window fyne.Window) *TypeAhead {
	t := &TypeAhead{window: window}
	t.ExtendBaseWidget(t)
	return t
}

// Hold takes the keyboard, unless it has it already.
func (t *TypeAhead) Hold() { t.window.Canvas().Focus(t) }

// Holding reports whether it has the keyboard.
func (t *TypeAhead) Holding() bool { return t.holding }

// Give has the keyboard given to a field, and types into it what was held. Who went
// elsewhere meanwhile, and so took the keyboard away, typed nothing.
func (t *TypeAhead) Give(focus func()) {
	var held []func(fyne.Focusable)
	if t.holding {
		held = t.held
	}
	focus()
	for _, typed := range held {
		if field := t.window.Canvas().Focused(); field != nil && field != fyne.Focusable(t) {
			typed(field)
		}
	}
}

// FocusGained begins anew.
func (t *TypeAhead) FocusGained() { t.holding, t.held = true, nil }

// FocusLost forgets what was held.
func (t *TypeAhead) FocusLost() { t.holding, t.held = false, nil }

// AcceptsTab says that Tab is held, too.
func (t *TypeAhead) AcceptsTab() bool { return true }

// TypedRune holds a letter.
func (t *TypeAhead) TypedRune(r rune) {
	t.held = append(t.held, func(field fyne.Focusable) { field.TypedRune(r) })
}

// TypedKey holds a key.
func (t *TypeAhead) TypedKey(e *fyne.KeyEvent) {
	t.held = append(t.held, func(field fyne.Focusable) {
		tabbed, ok := field.(fyne.Tabbable)
		if e.Name == fyne.KeyTab && !(ok && tabbed.AcceptsTab()) {
			t.window.Canvas().FocusNext()
			return
		}
		field.TypedKey(e)
	})
}

// CreateRenderer draws nothing.
func (t *TypeAhead) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil))
}
