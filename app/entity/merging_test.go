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
