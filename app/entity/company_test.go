package entity_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
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

// An event is seen with those whom its sources name, and they with it.
func TestAnEventIsSeenWithWhomItsSourcesName(t *testing.T) {
	d := open(t, ready{"One": "Ada Lind rang the harbour.\n\nBoris Kern was away."})
	ada, boris := d.add(notes.Entity{}, notes.KindPerson, "Ada Lind"), d.add(notes.Entity{}, notes.KindPerson, "Boris Kern")
	call := d.add(notes.Entity{}, notes.KindEvent, "A phone call")
	if err := d.s.Book.Settle(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	found, err := d.s.Book.Lookup(t.Context(), "one")
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	made, err := d.s.Book.AddHighlight(t.Context(), notes.NewHighlight{Article: found[0].ID, Range: text.Range{End: len("Ada Lind rang")}, Colour: notes.Green})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.s.Book.SetSource(t.Context(), notes.Source{Event: call, Highlight: made.ID}); err != nil {
		t.Fatal(err)
	}
	d.show(boris)
	if d.tab(1); !d.says("Ada Lind") || d.says("A phone call") {
		t.Error("who is named beside a source is seen with its event")
	}
	for _, id := range []notes.ID{ada, call} {
		d.show(id)
		with := map[notes.ID]string{ada: "A phone call", call: "Ada Lind"}[id]
		if company, err := d.s.Book.SeenWith(t.Context(), id, 0); err != nil || !slices.ContainsFunc(company, func(c notes.Company) bool {
			return c.Title == with && c.Articles == 1 && c.Paragraphs == 1
		}) {
			t.Errorf("seen with %+v, %v", company, err)
		}
	}
	d.tab(1)
	d.press("1 article · 1 paragraph")
	if !d.says("Ada Lind rang the harbour.") || !d.says("One · ") {
		t.Error("the passage is not quoted")
	}
}
