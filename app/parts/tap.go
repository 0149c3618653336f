package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tap is what everything shares that can be tapped: it is tapped by the mouse,
// or by Enter and Space when it has focus, and knows whether the mouse is over it.
type Tap struct {
	widget.BaseWidget

	OnTapped    func()
	OnSecondary func(*fyne.PointEvent)
	// OnKey is offered every key first; true says that it was dealt with.
	OnKey func(*fyne.KeyEvent) bool
	// TakesFocus makes a click give focus too, so that the keyboard goes on from there.
	TakesFocus bool

	keyboard         Keyboard
	outer            outerWidget
	hovered, focused bool
}

type outerWidget interface {
	fyne.Widget
	fyne.Focusable
}

// extend makes w the widget that this is part of; call it once, first.
func (t *Tap) extend(w outerWidget) {
	t.outer = w
	t.ExtendBaseWidget(w)
}

var (
	_ desktop.Hoverable      = (*Tap)(nil)
	_ fyne.SecondaryTappable = (*Tap)(nil)
	_ desktop.Mouseable      = (*Tap)(nil)
)

// MouseDown notes what has the keyboard.
func (t *Tap) MouseDown(*desktop.MouseEvent) { t.keyboard.Pressed(canvasOf(t.outer)) }

// MouseUp does nothing.
func (t *Tap) MouseUp(*desktop.MouseEvent) {}

// Tapped does what the part is for. The keyboard stays where it was, unless the
// part takes it.
func (t *Tap) Tapped(*fyne.PointEvent) {
	if t.TakesFocus {
		t.requestFocus()
	}
	t.keyboard.GiveBack(canvasOf(t.outer))
	if t.OnTapped != nil {
		t.OnTapped()
	}
}

// TappedSecondary offers the part's menu.
func (t *Tap) TappedSecondary(e *fyne.PointEvent) {
	if t.OnSecondary != nil {
		t.OnSecondary(e)
	}
}

// MouseIn shows that the part can be tapped.
func (t *Tap) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved does nothing.
func (t *Tap) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (t *Tap) MouseOut() { t.hovered = false; t.Refresh() }

// FocusGained shows focus.
func (t *Tap) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost ends what FocusGained began.
func (t *Tap) FocusLost() { t.focused = false; t.Refresh() }

// Focused says whether the part has focus.
func (t *Tap) Focused() bool { return t.focused }

// TypedRune hands a letter on to the window, as if nothing had focus: Tap has use for
// keys only.
func (t *Tap) TypedRune(r rune) {
	if c := canvasOf(t.outer); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey taps on Enter and Space.
func (t *Tap) TypedKey(e *fyne.KeyEvent) {
	if t.OnKey != nil && t.OnKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if t.OnTapped != nil {
			t.OnTapped()
		}
	}
}

// Cursor is the pointing hand's.
func (t *Tap) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityRole says that the part is a button.
func (t *Tap) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (t *Tap) requestFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.outer); c != nil {
		c.Focus(t.outer)
	}
}
