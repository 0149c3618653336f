package desktop

import (
	"testing"

	"fyne.io/fyne/v2"

	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/notes"
)

// menuKeys presses what the main menu has for some keys, as the window does before the
// keyboard is asked.
func (o *opened) menuKeys(name string) {
	o.t.Helper()
	for _, menu := range o.s.Window.MainMenu().Items {
		for _, item := range menu.Items {
			if item.Label == name {
				item.Action()
				return
			}
		}
	}
	o.t.Fatalf("the menu has no %q", name)
}

// While a sheet is open, the window below it stays as it is.
func TestTheMenuWaitsForASheet(t *testing.T) {
	o := open(t)
	o.newEntity(notes.KindPerson)
	for _, name := range []string{"Quick find", "Timeline", "Undo", "New note"} {
		o.menuKeys(name)
	}
	if len(o.s.Window.Canvas().Overlays().List()) != 1 || o.place.View != session.All || o.count(notes.KindNote) != 4 {
		t.Errorf("below a sheet, %v is shown", o.place)
	}
	o.pressed(fyne.KeyEscape)
	if o.covered() {
		t.Fatal("the sheet is still open")
	}
	o.menuKeys("Timeline")
	if o.place.View != session.Timeline {
		t.Errorf("once it is answered, %v is shown", o.place)
	}
}

// So it does below a box from which something is picked, and quick find goes away.
func TestTheMenuWaitsForAPicker(t *testing.T) {
	o := open(t)
	quickfind.Pick(o.s, "Who?", []notes.Kind{notes.KindPerson}, func(notes.ItemRow) {})
	for _, name := range []string{"Quick find", "New event…", "Timeline", "New note"} {
		o.menuKeys(name)
	}
	if len(o.s.Window.Canvas().Overlays().List()) != 1 || o.place.View != session.All || o.count(notes.KindNote) != 4 {
		t.Errorf("below a picker, %v is shown", o.place)
	}
	o.pressed(fyne.KeyEscape)
	o.menuKeys("Quick find")
	o.typed("Haiti")
	o.menuKeys("Quick find")
	if field, ok := o.s.Window.Canvas().Focused().(*parts.Field); !ok || field.Text != "Haiti" {
		t.Error("Ctrl+K in quick find loses what was typed")
	}
	o.menuKeys("Timeline")
	if o.covered() || o.place.View != session.Timeline {
		t.Errorf("from quick find, %v is shown, covered: %v", o.place, o.covered())
	}
}

func TestTheNameOfAnOperation(t *testing.T) {
	for want, operation := range map[string]notes.Operation{
		"add 300 articles": {Verb: notes.VerbCollect, Subject: "The first of them", Articles: 300},
		"add The only one": {Verb: notes.VerbCollect, Subject: "The only one", Articles: 1},
		"name":             {Verb: notes.VerbName},
	} {
		if got := operationName(operation); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
