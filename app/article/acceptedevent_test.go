package article

import (
	"testing"

	"fyne.io/fyne/v2"

	"cuttings/notes"
)

// Accepting an event says who is not in it yet; one that is there already gets the
// sentence as a source.
func TestAcceptedEventSaysWhoIsMissing(t *testing.T) {
	const story = "President Jovenel Moïse was assassinated in Port-au-Prince on 7 July 2021."
	for _, known := range []bool{false, true} {
		var event notes.Entity
		d := decide(t, story, func(d *desk) {
			if !known {
				return
			}
			var err error
			event, err = d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Assassination of Jovenel Moïse"}, Date: "2021-07-07"})
			if err != nil {
				t.Fatal(err)
			}
		})
		w := d.to("ssassination")
		d.press(string(fyne.KeyReturn))
		want := "Accepted: " + w.title() + ", Event. Ctrl+Z takes it back."
		if known {
			want = w.title() + " is here already, and these sentences are sources of it now. Ctrl+Z takes it back."
		}
		want += " Not in it until accepted: Jovenel Moïse, Port-au-Prince."
		d.until("it is told", func() bool { return d.told == want })
		if !known {
			continue
		}
		if sources, err := d.s.Book.Sources(t.Context(), event.ID); err != nil || len(sources) != 1 {
			t.Errorf("sources %+v, %v", sources, err)
		}
	}
}
