package entity_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"cuttings/app/session"
	"cuttings/notes"
)

// Of two that become one, the page goes on to the one that stays.
func TestMergingGoesOnToWhoStays(t *testing.T) {
	for _, swap := range []bool{false, true} {
		d := open(t, nil)
		plain := d.add(notes.Entity{}, notes.KindPerson, "Melanie Joly")
		accented := d.add(notes.Entity{}, notes.KindPerson, "Mélanie Joly")
		d.show(plain)
		d.command("Merge with…")
		d.typed("Mélanie Joly")
		d.key(fyne.KeyReturn)
		want := []session.Place(nil)
		if swap {
			d.typed("x")
			want = []session.Place{{Item: accented, Kind: notes.KindPerson}}
		}
		d.key(fyne.KeyReturn)
		if !slices.Equal(d.opened, want) || d.window.Canvas().Overlays().Top() != nil {
			t.Errorf("the other stays %v: went to %+v", swap, d.opened)
		}
	}
}

// An event that no article names is seen with who takes part in it.
func TestAnEventIsSeenWithWhoTakesPart(t *testing.T) {
	d := open(t, nil)
	ada := d.add(notes.Entity{}, notes.KindPerson, "Ada Lind")
	call := d.add(notes.Entity{Participants: []notes.Participant{{Entity: ada}}}, notes.KindEvent, "A phone call")
	for _, one := range []struct {
		id   notes.ID
		with string
	}{{call, "Ada Lind"}, {ada, "A phone call"}} {
		d.show(one.id)
		d.tab(1)
		d.press("1 event")
		if !d.says("‹ All") || !d.says(one.with) {
			t.Errorf("what it shares with %s is not shown", one.with)
		}
	}
}
