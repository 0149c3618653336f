package article

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/parts"
	"cuttings/notes"
)

// Where nobody known fits, the way is said that goes on, and it is the way: Esc, and
// Enter.
func TestAcceptAsWhereNobodyFits(t *testing.T) {
	d := decide(t, callStory, nil)
	d.to("Mélanie Joly")
	d.press("A")
	field, ok := d.s.Window.Canvas().Focused().(*parts.Field)
	if !ok {
		t.Fatalf("%T has the keyboard", d.s.Window.Canvas().Focused())
	}
	field.SetText("zzyzx")
	d.drain()
	said := false
	for _, o := range test.LaidOutObjects(d.s.Window.Canvas().Overlays().Top()) {
		cards, ok := o.(*parts.Cards)
		said = said || ok && cards.Empty == "Nothing of this name is in the archive yet. Press Esc, then Enter to accept the suggestion as new, or type another name."
	}
	if !said {
		t.Error("it is not said how to go on")
	}
	d.press(string(fyne.KeyEscape), string(fyne.KeyReturn))
	d.until("she is a person", func() bool { _, ok := d.find(notes.KindPerson, "Mélanie Joly"); return ok })
}
