package sheet_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/sheet"
)

// mouse is what takes part in a click.
type mouse interface {
	fyne.CanvasObject
	fyne.Tappable
	desktop.Mouseable
}

func TestClickBesideTheFieldsLeavesTheKeyboard(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	window := app.NewWindow("test")
	window.Resize(fyne.NewSize(1000, 700))
	first, second := parts.NewField("first"), parts.NewField("second")
	form := &sheet.Sheet{Title: "Question", Content: parts.NewColumn(10, first, second), First: first, Confirm: "OK"}
	left := false
	form.Left = func() { left = true }
	form.Attach(first)
	form.Attach(second)
	form.Show(window)
	canvas := window.Canvas()
	canvas.Focus(second)
	clicked := 0
	for _, o := range test.LaidOutObjects(canvas.Overlays().Top()) {
		if o, ok := o.(mouse); ok && o.Size().Width >= sheet.Width && !isField(o) && !isButton(o) { // the ground and the panel
			o.MouseDown(&desktop.MouseEvent{})
			test.Tap(o)
			clicked++
			if canvas.Focused() != second {
				t.Errorf("a click on %T took the keyboard from the field", o)
			}
		}
	}
	if clicked != 2 {
		t.Errorf("clicked on %d parts, want the ground and the panel", clicked)
	}
	second.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !left {
		t.Error("Escape did not leave the sheet")
	}
}

// Ctrl+Enter answers from fields of one line and of several; Enter answers from one
// of one line only.
func TestKeysOfFieldsAnswer(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	window := app.NewWindow("test")
	window.Resize(fyne.NewSize(1000, 700))
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		for _, several := range []bool{false, true} {
			field := parts.NewField("name")
			field.MultiLine = several
			answered := 0
			form := &sheet.Sheet{Title: "Question", Content: field, First: field, Confirm: "OK"}
			form.Answer = func() string { answered++; return "Not yet." }
			form.Attach(field)
			form.Show(window)
			field.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
			if answered != 1 {
				t.Errorf("Ctrl+%s, several lines %v: answered %d times", key, several, answered)
			}
			field.TypedKey(&fyne.KeyEvent{Name: key})
			if again := answered > 1; again == several {
				t.Errorf("%s, several lines %v: answered %d times", key, several, answered)
			}
			form.Leave()
		}
	}
}

func isField(o fyne.CanvasObject) bool {
	_, ok := o.(*parts.Field)
	return ok
}

func isButton(o fyne.CanvasObject) bool {
	_, ok := o.(*parts.TextButton)
	return ok
}

// A click on a button that leaves the sheet open leaves the keyboard in the field.
func TestClickOnAButtonLeavesTheKeyboard(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	window := app.NewWindow("test")
	window.Resize(fyne.NewSize(1000, 700))
	field := parts.NewField("name")
	tapped := 0
	more := parts.NewTextButton("More", parts.Plain, func() { tapped++ })
	form := &sheet.Sheet{Title: "Question", Content: parts.NewColumn(10, field, more), First: field, Confirm: "OK"}
	form.Answer = func() string { tapped++; return "Type a name." }
	form.Show(window)
	canvas := window.Canvas()
	for _, o := range test.LaidOutObjects(canvas.Overlays().Top()) {
		if b, ok := o.(*parts.TextButton); ok && b.AccessibilityLabel() != "Cancel" {
			b.MouseDown(&desktop.MouseEvent{})
			canvas.Unfocus() // as Fyne does, before it taps
			b.Tapped(&fyne.PointEvent{})
			if canvas.Focused() != field {
				t.Errorf("a click on %q took the keyboard from the field", b.AccessibilityLabel())
			}
		}
	}
	if tapped != 2 {
		t.Errorf("%d buttons were tapped", tapped)
	}
}

// What was wrong is said until something else is typed.
func TestTypingTakesTheProblemAway(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	window := app.NewWindow("test")
	window.Resize(fyne.NewSize(1000, 700))
	field := parts.NewField("name")
	form := &sheet.Sheet{Title: "Question", Content: field, First: field, Confirm: "OK"}
	form.Answer = func() string { return "A name is needed." }
	form.Attach(field)
	form.Show(window)
	said := func() bool {
		for _, o := range test.LaidOutObjects(window.Canvas().Overlays().Top()) {
			if words, ok := o.(*parts.Paragraph); ok && words.Visible() && words.Words() == "A name is needed." {
				return true
			}
		}
		return false
	}
	for name, typed := range map[string]func(){
		"a letter":  func() { field.TypedRune('x') },
		"Backspace": func() { field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) },
	} {
		field.SetText("words")
		field.CursorColumn = 5
		form.Accept()
		field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		if !said() {
			t.Errorf("%s: it is not said what is wrong", name)
		}
		if typed(); said() {
			t.Errorf("after %s it is still said what was wrong", name)
		}
	}
}
