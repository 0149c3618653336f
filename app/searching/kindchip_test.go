package searching_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes"
)

// rewrite types another query in the place of the one that stands there.
func (d *desk) rewrite(query string) {
	d.t.Helper()
	d.SelectAll()
	test.Type(d.window.Canvas().Focused(), query)
	d.settle()
}

// chip is the chip of those words, or nil.
func (d *desk) chip(words string) *parts.Chip {
	for _, o := range test.LaidOutObjects(d.Object()) {
		if chip, ok := o.(*parts.Chip); ok && chip.AccessibilityLabel() == words {
			return chip
		}
	}
	return nil
}

// The kind that is narrowed to is seen and can be taken off, however little of it is
// found; another query typed in the place of the first is narrowed, too.
func TestTheKindNarrowedToIsAlwaysShown(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	d.tap("Notes 1")
	for _, query := range []string{"ministry", "minister", "haiti", "zeppelin"} {
		d.rewrite(query)
		words := map[bool]string{true: "Notes 1", false: "Notes 0"}[query == "ministry"]
		if chip := d.chip(words); chip == nil || chip.OnRemove == nil {
			t.Fatalf("%q: there is no chip %q to take off", query, words)
		}
		d.picture("search-kind-" + query)
	}
	if !d.says("Nowhere in the archive: “zeppelin”.") {
		t.Error("of a word that is nowhere, that is not said")
	}
	d.rewrite("haiti")
	if !d.says("Narrowed to “Notes”, nothing was found. Not narrowed: 60.") {
		t.Error("it is not said that what was found is of other kinds")
	}
	d.chip("Notes 0").OnRemove()
	d.settle()
	if got, want := d.Status(), "60 found"; got != want {
		t.Errorf("with the chip taken off %q, want %q", got, want)
	}
}

// An empty box is narrowed to nothing.
func TestEmptyingTheBoxEndsTheNarrowing(t *testing.T) {
	for name, empty := range map[string]func(d *desk){
		"Escape":    func(d *desk) { d.key(fyne.KeyEscape) },
		"Backspace": func(d *desk) { d.SelectAll(); d.key(fyne.KeyBackspace) },
		"a space":   func(d *desk) { d.rewrite(" ") },
	} {
		d := open(t, look.Light)
		d.search("police")
		d.tap("Notes 1")
		empty(d)
		if d.chip("Notes 0") != nil {
			t.Errorf("%s: the chip is still there", name)
		}
		test.Type(d.window.Canvas().Focused(), "haiti")
		d.settle()
		if got, want := d.Status(), "60 found"; got != want {
			t.Errorf("%s: then %q, want %q", name, got, want)
		}
	}
}

// What is saved finds what is shown.
func TestTheKindIsSaved(t *testing.T) {
	for query, want := range map[string]string{
		"police":           "police kind:note",
		"speaks OR police": "speaks OR police kind:note",
		`"police`:          `kind:note "police`,
	} {
		d := open(t, look.Light)
		d.search(query)
		d.tap("Notes 1")
		d.Commands()[0].Do()
		d.key(fyne.KeyReturn)
		rows, _, err := d.s.Book.Items(t.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindSearch}})
		if err != nil || len(rows) != 1 {
			t.Fatalf("saved %+v, %v", rows, err)
		}
		saved, err := d.s.Book.SavedSearch(t.Context(), rows[0].ID)
		if err != nil || saved != want {
			t.Errorf("%q is saved as %q, want %q: %v", query, saved, want, err)
		}
		found, err := d.s.Book.Search(t.Context(), saved, notes.SearchFilter{})
		if err != nil || found.Total != 1 {
			t.Errorf("%q finds %d: %v", saved, found.Total, err)
		}
	}
}
