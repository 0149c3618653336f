package quickfind_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/notes"
)

// Keys pressed before the answer came are for what was typed, not for what was
// listed before.
func TestKeysWaitForTheAnswer(t *testing.T) {
	enter := func(modifier fyne.KeyModifier) func(fyne.Focusable) {
		return func(field fyne.Focusable) {
			field.(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: modifier})
		}
	}
	press := func(name fyne.KeyName) func(fyne.Focusable) {
		return func(field fyne.Focusable) { field.TypedKey(&fyne.KeyEvent{Name: name}) }
	}
	for name, c := range map[string]struct {
		press []func(fyne.Focusable)
		want  string
	}{
		"Enter":      {[]func(fyne.Focusable){press(fyne.KeyReturn)}, "opened Jovenel Moïse"},
		"Ctrl+Enter": {[]func(fyne.Focusable){enter(fyne.KeyModifierControl)}, "beside Jovenel Moïse"},
		"Alt+Enter":  {[]func(fyne.Focusable){enter(fyne.KeyModifierAlt)}, "linked Jovenel Moïse"},
		"Escape":     {[]func(fyne.Focusable){press(fyne.KeyReturn), press(fyne.KeyEscape)}, ""},
		"more":       {[]func(fyne.Focusable){press(fyne.KeyReturn), func(field fyne.Focusable) { field.TypedRune('e') }}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, look.Light)
			did := ""
			d.s.Open = func(place session.Place) {
				item, err := d.s.Book.Item(t.Context(), place.Item)
				if err != nil {
					t.Error(err)
				}
				did += "opened " + item.Title
			}
			d.Beside = func() func(notes.Item) { return func(item notes.Item) { did += "beside " + item.Title } }
			d.Insert = func() func(string) { return func(link string) { did += "linked " + link } }
			d.Open()
			field := d.window.Canvas().Focused()
			test.Type(field, "moi")
			d.settle()
			for range 3 {
				field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			}
			d.settle() // what was used last is listed
			test.Type(field, "mois")
			for _, press := range c.press {
				press(field)
			}
			d.settle()
			if did != c.want {
				t.Errorf("it %q, want %q", did, c.want)
			}
		})
	}
}

func TestDownWaitsForTheAnswer(t *testing.T) {
	d := open(t, look.Light)
	var picked notes.ItemRow
	quickfind.Pick(d.s, "Who?", []notes.Kind{notes.KindPerson, notes.KindEvent}, func(row notes.ItemRow) { picked = row })
	field := d.window.Canvas().Focused()
	test.Type(field, "mutua")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.settle()
	if picked.Title != "Call, Mutua–Joly" {
		t.Errorf("picked %q", picked.Title)
	}
}

func TestClickInTheBoxLeavesTheKeyboard(t *testing.T) {
	d := open(t, look.Light)
	d.typed("mutua")
	field := d.window.Canvas().Focused()
	for _, at := range []fyne.Position{fyne.NewPos(500, 430), fyne.NewPos(300, 120), fyne.NewPos(200, 470)} {
		test.TapCanvas(d.window.Canvas(), at)
		d.settle()
		if d.words() == "" {
			t.Fatalf("a click at %v closed the box", at)
		}
		if d.window.Canvas().Focused() != field {
			t.Errorf("a click at %v took the keyboard", at)
		}
	}
	d.key(fyne.KeyEscape)
	if d.words() != "" || d.window.Canvas().Focused() != d.behind {
		t.Error("Escape does not close the box after a click in it")
	}
}

// What is said of a result is why it fits, as it fits, with what else is known.
func TestReasons(t *testing.T) {
	for typed, says := range map[string]string{
		"mtua": "one letter differs", "mutia": "one letter differs", "Dr Joly": "title left aside", "a n mut": "also “A. N. Mutua”",
		"n:mutua": "notes", "e:": "events", ">": "commands", "moise": "accents folded",
	} {
		d := open(t, look.Light)
		d.typed(typed)
		d.picture("find-" + strings.Trim(typed, ":>"))
		if words := d.words(); !strings.Contains(words, says) {
			t.Errorf("%q: the box does not say %q: %s", typed, says, words)
		}
		for _, wrong := range []string{"letters in order", "hyphens"} {
			if strings.Contains(d.words(), wrong) {
				t.Errorf("%q: the box says %q", typed, wrong)
			}
		}
	}
}

// Tab narrows, and that is said, where what is typed does not narrow itself.
func TestTabNarrowsWhereItIsSaid(t *testing.T) {
	d := open(t, look.Light)
	for _, typed := range []string{"p:", "p:mutua", "> new"} {
		d.typed(typed)
		d.key(fyne.KeyTab)
		if words := d.words(); strings.Contains(words, "Tab") {
			t.Errorf("%q: the box says %s", typed, words)
		}
		for range typed {
			d.key(fyne.KeyBackspace)
		}
		if words := d.words(); !strings.Contains(words, "everything · Tab narrows") {
			t.Errorf("Tab narrowed behind %q: %s", typed, words)
		}
		d.key(fyne.KeyEscape)
	}
	d.typed("mutua")
	for _, says := range []string{"everything · Tab narrows", "people · Tab goes on", "events · Tab goes on"} {
		if words := d.words(); !strings.Contains(words, says) {
			t.Errorf("the box does not say %q: %s", says, words)
		}
		d.key(fyne.KeyTab)
	}
}

func TestSignsAloneFindNothing(t *testing.T) {
	d := open(t, look.Light)
	d.typed("moise")
	d.key(fyne.KeyReturn)
	d.typed("👍🏽")
	if words := d.words(); !strings.Contains(words, "Only letters and digits") || strings.Contains(words, "Moïse") {
		t.Errorf("the box says %s", words)
	}
}

// Rows of what was typed before do not look like an answer.
func TestLateAnswersAreNotMistaken(t *testing.T) {
	d := open(t, look.Light)
	d.typed("mutua")
	if d.Selected() < 0 {
		t.Fatal("nothing is selected")
	}
	d.Outdate()
	d.picture("find-late")
	if d.Selected() >= 0 || !strings.Contains(d.words(), "looking …") {
		t.Errorf("row %d is selected, the box says %s", d.Selected(), d.words())
	}
	test.Type(d.window.Canvas().Focused(), "x")
	d.settle()
	if strings.Contains(d.words(), "looking …") {
		t.Errorf("after the answer the box says %s", d.words())
	}
}
