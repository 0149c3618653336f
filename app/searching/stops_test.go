package searching_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cuttings/app/look"
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
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp} {
		d.key(key)
	}
	d.key(fyne.KeyReturn)
	if got, want := d.field.Text, `police source:"The Gazette"`; got != want {
		t.Errorf("the first facet makes it %q, want %q", got, want)
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
