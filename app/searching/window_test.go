package searching_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes"
)

func TestFacetsAreTakenBack(t *testing.T) {
	d := open(t, look.Light)
	for _, query := range []string{"police", "haiti OR nairobi"} {
		d.search(query)
		d.tap("The Gazette")
		d.picture("search-narrowed")
		test.Type(d.window.Canvas().Focused(), " x")
		for range 2 {
			d.key(fyne.KeyBackspace)
		}
		d.tap("The Gazette")
		if d.field.Text != query {
			t.Errorf("the narrowing was taken back to %q, want %q", d.field.Text, query)
		}
		if d.window.Canvas().Focused() != d.field {
			t.Error("the field has not the keyboard after a click on a count")
		}
	}
	d.search("police after:2023 before:2024")
	d.tap("2023")
	if d.field.Text != "police" {
		t.Errorf("the time was taken back to %q", d.field.Text)
	}
}

func TestChipsLeaveTheKeyboard(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	for _, chip := range []string{"Notes", "Notes", "Best first"} {
		d.tap(chip)
		if d.window.Canvas().Focused() != d.field {
			t.Errorf("the field has not the keyboard after a click on %q", chip)
		}
	}
}

// Enter right after typing goes into the results of what was typed.
func TestEnterWaitsForTheResults(t *testing.T) {
	for _, more := range []string{"", "x"} {
		d := open(t, look.Light)
		d.search("nairobi")
		d.SelectAll()
		test.Type(d.field, "police")
		d.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		test.Type(d.field, more)
		d.settle()
		_, into := d.window.Canvas().Focused().(*parts.Cards)
		if into != (more == "") {
			t.Errorf("after Enter and %q the keyboard is in the results: %v", more, into)
		}
		if more == "" {
			d.key(fyne.KeyReturn)
			if last := len(d.opened) - 1; last < 0 || d.opened[last].Kind != notes.KindOrganisation {
				t.Errorf("opened %+v, want the organisation", d.opened)
			}
		}
	}
}

func TestAClickOpens(t *testing.T) {
	d := open(t, look.Light)
	d.search("speaks")
	for _, o := range d.seen() {
		if said, ok := o.(*parts.Paragraph); ok && strings.Contains(said.Words(), "Who speaks for Nairobi?") {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(said)
			test.TapCanvas(d.window.Canvas(), at.AddXY(4, 4))
			d.settle()
		}
	}
	if len(d.opened) != 1 || d.opened[0].Kind != notes.KindNote || d.opened[0].Words != "speaks" {
		t.Errorf("opened %+v, want the note with its words", d.opened)
	}
}

// A long text that is pasted is cut, and that is said; what is quoted of a query
// is short.
func TestLongQueries(t *testing.T) {
	d := open(t, look.Light)
	d.search("")
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent("police " + strings.Repeat("и", 200_000))
	d.field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	test.Type(d.field, "x")
	d.settle()
	if letters := len([]rune(d.field.Text)); letters != 1000 || len(d.told) != 2 {
		t.Errorf("the field has %d letters, told %q", letters, d.told)
	}
	d.search("police near(" + strings.Repeat("x", 300))
	for _, o := range d.seen() {
		if said, ok := o.(interface{ AccessibilityLabel() string }); ok && strings.Contains(said.AccessibilityLabel(), "was left aside: write two words") {
			if strings.Contains(said.AccessibilityLabel(), strings.Repeat("x", 130)) {
				t.Errorf("the whole query is quoted: %q", said.AccessibilityLabel())
			}
			return
		}
	}
	t.Error("the fault is not said")
}

func TestNothingIsCalledSo(t *testing.T) {
	d := open(t, look.Light)
	for query, says := range map[string]string{
		"person:zzyzx": "Nothing that person: asks for is called “zzyzx”", "lang:german": "“german”", "police by:nobody": "Nothing that by:",
		"👍🏽": "Only letters and digits", "org:polise": "org:\"Haitian National Police\"", "source:gazete": "source:\"The Gazette\"",
	} {
		d.search(query)
		d.picture("search-unknown-" + query[:3])
		if !d.says(says) {
			t.Errorf("%q: the page does not say %q", query, says)
		}
	}
	d.search("police source:gazete")
	d.tap("source:\"The Gazette\"")
	if want := `police source:"The Gazette"`; d.field.Text != want || d.Status() != "60 found" {
		t.Errorf("the query is %q, %s", d.field.Text, d.Status())
	}
}

// Where there is nothing to narrow by, that is said.
func TestNothingToNarrowBy(t *testing.T) {
	d := open(t, look.Light)
	d.search("speaks")
	if !d.says("no source, people, events or tags to narrow it by") {
		t.Error("the counts say nothing")
	}
}
