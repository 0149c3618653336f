package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
)

// Enter takes from the list of what was typed, not from the one before, however
// fast it follows.
func TestEnterWaitsForTheListOfWhatWasTyped(t *testing.T) {
	o := open(t)
	o.window.open(session.Place{View: session.People})
	o.until("all people are listed", func() bool { return o.list.Len() == 14 })
	o.list.Filter()
	field := o.s.Window.Canvas().Focused()
	o.typed("mutua")
	o.pressed(fyne.KeyReturn)
	if o.place.Item != 0 {
		t.Errorf("Enter opened %s at once", o.place.Item)
	}
	o.until("somebody is open", func() bool { return o.place.Item != 0 })
	if mutua := o.named("Alfred Mutua"); o.place.Item != mutua.ID {
		t.Errorf("Enter opened %s, want %s", o.place.Item, mutua.ID)
	}
	before := o.place
	o.list.Filter()
	o.typed("zzzz")
	o.pressed(fyne.KeyReturn)
	o.until("nobody is listed", func() bool { return o.list.Len() == 0 })
	if o.place != before || o.s.Window.Canvas().Focused() != field {
		t.Errorf("with nobody listed Enter led to %+v", o.place)
	}
}

func TestEnterWaitsForTheLinksOfferedForWhatWasTyped(t *testing.T) {
	o := open(t)
	o.newNote()
	o.until("the title of the new note has the keyboard", func() bool {
		field, ok := o.s.Window.Canvas().Focused().(*parts.Field)
		return ok && field.Text == "Untitled"
	})
	o.typed("Who calls?")
	o.pressed(fyne.KeyReturn)
	o.typed("It is [[alfred mutu")
	o.pressed(fyne.KeyReturn)
	o.until("the link is written", func() bool {
		item, err := o.s.Book.Resolve(o.t.Context(), "Who calls?", notes.KindNote)
		if err != nil {
			return false
		}
		note, err := o.s.Book.Note(o.t.Context(), item.ID)
		return err == nil && strings.HasPrefix(note.Body, "It is [[Alfred Mutua]]")
	})
}
