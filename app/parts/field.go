package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Field is a line to type into, as for searching and filtering, with the key
// that leads to it shown at its right.
type Field struct {
	widget.Entry

	// OnKey is offered every key first; true says that it was dealt with, so
	// that Up, Down, Escape and Tab can serve the list below while the caret stays.
	OnKey func(*fyne.KeyEvent) bool
	// OnShortcut is likewise offered every shortcut, as Ctrl+Enter.
	OnShortcut func(fyne.Shortcut) bool
	// OnFocus tells of focus that came or went.
	OnFocus func(focused bool)
	// TakesTab sends Tab to OnKey in place of going to the next widget.
	TakesTab bool
}

// NewField makes an empty field; the keys, as "Ctrl", "K", are only shown.
func NewField(placeHolder string, keys ...string) *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	f.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	f.PlaceHolder = placeHolder
	if len(keys) > 0 {
		caps := NewKeycaps(keys...)
		caps.After = look.RowPadding
		f.ActionItem = caps
	}
	return f
}

// MinSize is low and narrow enough for a bar.
func (f *Field) MinSize() fyne.Size {
	return fyne.NewSize(60, fyne.Max(look.FieldHeight, f.Entry.MinSize().Height))
}

// AcceptsTab says whether Tab comes to OnKey.
func (f *Field) AcceptsTab() bool { return f.TakesTab }

// TypedKey offers the key to OnKey, then to the line.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(e) {
		return
	}
	if e.Name == fyne.KeyTab {
		return
	}
	f.Entry.TypedKey(e)
}

// TypedShortcut offers the shortcut to OnShortcut, then to the line.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if f.OnShortcut != nil && f.OnShortcut(s) {
		return
	}
	f.Entry.TypedShortcut(s)
}

// FocusGained shows the caret.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	if f.OnFocus != nil {
		f.OnFocus(true)
	}
}

// FocusLost hides the caret.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	if f.OnFocus != nil {
		f.OnFocus(false)
	}
}

// AccessibilityLabel says what belongs into the field.
func (f *Field) AccessibilityLabel() string { return f.PlaceHolder }

// AccessibilityRole says that it is text.
func (f *Field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// NewQuery makes the large field of quick find, without ground and border. Put
// the object into the window; the field is inside it.
func NewQuery(placeHolder string) (*Field, fyne.CanvasObject) {
	f := NewField(placeHolder)
	return f, container.NewThemeOverride(f, look.Query())
}
