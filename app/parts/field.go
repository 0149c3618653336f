package parts

import (
	"image/color"
	"unicode/utf8"

	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	// OnTyped tells that the person changed the words.
	OnTyped func()
	// OnFocus tells of focus that came or went.
	OnFocus func(focused bool)
	// Longest is how many letters may be typed or pasted, 0 for any number; OnCut
	// tells that some were left out.
	Longest int
	OnCut   func()
	// TakesTab sends Tab to OnKey in place of going to the next widget.
	TakesTab bool

	words   fyne.ThemeSizeName // of a field without ground and border, the size of its words
	theming bool
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

// NewBareField makes an empty field without ground and border, whose words are of
// a size that look names.
func NewBareField(placeHolder string, words fyne.ThemeSizeName) *Field {
	f := NewField(placeHolder)
	f.words = words
	// An Entry makes what shows its text and its place holder once, in the style
	// that holds then.
	style := widget.RichTextStyleInline
	widget.RichTextStyleInline.SizeName = words
	f.CursorTextOffset()
	f.SetPlaceHolder(placeHolder)
	widget.RichTextStyleInline = style
	return f
}

// CreateRenderer draws the field, a bare one in a theme of its own.
//
// Only the field itself is given to the override, which is neither put into the
// window nor shown what is in the field: for the texts under an override Fyne reads
// all its fonts anew, some 7 MB, whenever the override is refreshed or has not been
// seen for a minute, and keeps them.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	if f.theming {
		return widget.NewSimpleRenderer(container.NewWithoutLayout())
	}
	if f.words != "" {
		f.theming = true
		container.NewThemeOverride(f, look.Bare(f.words))
		f.theming = false
		return f.Entry.CreateRenderer()
	}
	r := &fieldRenderer{WidgetRenderer: f.Entry.CreateRenderer()}
	r.clear()
	return r
}

// MinSize is low and narrow enough for a bar.
func (f *Field) MinSize() fyne.Size {
	return fyne.NewSize(60, fyne.Max(look.FieldHeight, f.Entry.MinSize().Height))
}

// fieldRenderer draws the line's edge in the edge's colour: Fyne's own fades into
// a ground of transparent black, which makes it darker than a panel's.
type fieldRenderer struct{ fyne.WidgetRenderer }

// Refresh draws it anew.
func (r *fieldRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.clear()
}

func (r *fieldRenderer) clear() {
	for _, object := range r.Objects() {
		if edge, ok := object.(*canvas.Rectangle); ok && edge.StrokeWidth > 0 {
			c := color.NRGBAModel.Convert(edge.StrokeColor).(color.NRGBA)
			c.A = 1 // Fyne takes 0 for black
			edge.FillColor = c
		}
	}
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
	f.typing(func() { f.Entry.TypedKey(e) })
}

// typing has the line change its words, and tells if it did.
func (f *Field) typing(change func()) {
	before := f.Text
	if change(); f.OnTyped != nil && f.Text != before {
		f.OnTyped()
	}
}

// TypedShortcut offers the shortcut to OnShortcut, then to the line.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if f.OnShortcut != nil && f.OnShortcut(s) {
		return
	}
	if paste, ok := s.(*fyne.ShortcutPaste); ok && f.Longest > 0 {
		if short, cut := firstLetters(paste.Clipboard.Content(), f.room()); cut {
			s = &fyne.ShortcutPaste{Clipboard: held(short)}
			defer f.cut()
		}
	}
	f.typing(func() { f.Entry.TypedShortcut(s) })
}

// TypedRune writes a letter, if there is room.
func (f *Field) TypedRune(r rune) {
	if f.Longest > 0 && f.room() < 1 {
		f.cut()
		return
	}
	f.typing(func() { f.Entry.TypedRune(r) })
}

// room is how many letters may be added; those that are selected go.
func (f *Field) room() int {
	return max(0, f.Longest-utf8.RuneCountInString(f.Text)+utf8.RuneCountInString(f.SelectedText()))
}

func (f *Field) cut() {
	if f.OnCut != nil {
		f.OnCut()
	}
}

// Propose puts words into a line with the caret behind them, where a name of a
// file is changed.
func (f *Field) Propose(words string) {
	f.SetText(words)
	f.CursorColumn = utf8.RuneCountInString(words)
	f.Refresh()
}

// firstLetters gives at most so many letters of s, and whether it has more.
func firstLetters(s string, most int) (string, bool) {
	for i := range s {
		if most == 0 {
			return s[:i], true
		}
		most--
	}
	return s, false
}

// held is a clipboard that only gives words.
type held string

// Content gives the words.
func (h held) Content() string { return string(h) }

// SetContent does nothing.
func (held) SetContent(string) {}

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
