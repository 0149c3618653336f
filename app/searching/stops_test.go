package searching_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes"
)

// All that can be taken with the mouse can be taken with the keyboard.
func TestTheKeyboardReachesChipsAndFacets(t *testing.T) {
	d := open(t, look.Light)
	d.window.SetContent(container.NewGridWithColumns(2, d.Object(), d.Inspector()))
	d.search("police zeppelin")
	d.key(fyne.KeyTab)
	d.key(fyne.KeyReturn)
	if got, want := d.field.Text, "police"; got != want {
		t.Errorf("“without zeppelin” leaves %q, want %q", got, want)
	}
	d.key(fyne.KeyDown)
	d.key(fyne.KeyRight)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyDown} {
		d.key(key)
	}
	d.key(fyne.KeyReturn)
	if got, want := d.field.Text, `police source:"The Gazette"`; got != want {
		t.Errorf("the first count makes it %q, want %q", got, want)
	}
	if d.window.Canvas().Focused() != fyne.Focusable(d.field) {
		t.Error("one cannot go on typing")
	}
	d.search("police")
	d.key(fyne.KeyDown)
	d.key(fyne.KeyLeft)
	d.key(fyne.KeyRight)
	d.key(fyne.KeyReturn)
	if got, want := d.Status(), "1 found"; got != want {
		t.Errorf("the second chip leaves %q, want %q", got, want)
	}
	d.key(fyne.KeyTab)
	d.key(fyne.KeyUp)
	if d.window.Canvas().Focused() != fyne.Focusable(d.field) {
		t.Error("Up does not lead from the chips to the field")
	}
}

// Left leads from the facets to the results, and a slash from there to the field.
func TestTheWayBackFromTheFacets(t *testing.T) {
	d := open(t, look.Light)
	d.window.SetContent(container.NewGridWithColumns(2, d.Object(), d.Inspector()))
	d.search("nairobi")
	d.key(fyne.KeyDown)
	d.key(fyne.KeyRight)
	d.key(fyne.KeyLeft)
	d.key(fyne.KeySlash)
	if d.window.Canvas().Focused() != fyne.Focusable(d.field) {
		t.Error("the way back does not lead to the field")
	}
}

// Arrow keys go from bar to bar, past those that stand for nothing, and Enter narrows
// to the one that is marked.
func TestTheKeyboardReachesTheMonths(t *testing.T) {
	d := open(t, look.Light)
	d.window.SetContent(container.NewGridWithColumns(2, d.Object(), d.Inspector()))
	for _, date := range []string{"2023-04-02", "2023-06-05"} {
		if _, err := d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Police of " + date}, Date: date}); err != nil {
			t.Fatal(err)
		}
	}
	d.search("police -kind:note -kind:organisation")
	d.key(fyne.KeyDown)
	d.key(fyne.KeyRight)
	d.picture("search-months")
	d.key(fyne.KeyRight)
	d.Changed(notes.Change{})
	d.settle()
	d.key(fyne.KeyRight)
	d.key(fyne.KeyLeft)
	d.key(fyne.KeyReturn)
	if got, want := d.field.Text, "police -kind:note -kind:organisation after:2023-06 before:2023-07"; got != want {
		t.Errorf("the second bar makes it %q, want %q", got, want)
	}
	d.search("police -kind:note -kind:organisation")
	d.key(fyne.KeyDown)
	d.key(fyne.KeyRight)
	d.key(fyne.KeyLeft)
	if _, ok := d.window.Canvas().Focused().(*parts.Cards); !ok {
		t.Error("Left of the first bar does not lead back to the results")
	}
}

// Where the inspector is out of sight, Right shows the counts in the place of the
// results, and Left the results again.
func TestCountsAreReachedWithoutAnInspector(t *testing.T) {
	d := open(t, look.Light)
	d.s.Inspecting = func() bool { return false }
	d.search("police")
	if !d.says("Narrow …") {
		t.Error("the page does not offer the counts")
	}
	d.key(fyne.KeyDown)
	d.key(fyne.KeyRight)
	if !d.says("Back to the results") {
		t.Error("Right does not show the counts")
	}
	d.key(fyne.KeyLeft)
	if _, ok := d.window.Canvas().Focused().(*parts.Cards); !ok || !d.says("Narrow …") {
		t.Error("Left does not lead back to the results")
	}
	d.key(fyne.KeyRight)
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	if got, want := d.field.Text, `police source:"The Gazette"`; got != want || !d.says("Narrow …") {
		t.Errorf("the first count makes it %q, want %q", got, want)
	}
}
