package entity_test

import (
	"context"
	"testing"

	"cuttings/notes"
)

// busy is an archive in which articles wait to be looked through.
type busy struct{ notes.Reader }

func (busy) Pending(context.Context, int) ([]notes.ID, error) { return []notes.ID{1}, nil }

// While names are still being looked for, it is not said that nothing names it.
func TestMentionsAreStillLookedFor(t *testing.T) {
	d := open(t, nil)
	found := d.s.Book.Reader
	d.s.Book.Reader = busy{found}
	d.show(d.add(notes.Entity{}, notes.KindPerson, "Alfred Mutua"))
	if !d.says("Looking for mentions…") || d.says("No mentions yet") || d.Status() != "Looking for mentions…" {
		t.Errorf("the page and %q say that nobody names him", d.Status())
	}
	d.s.Book.Reader = found
	d.Changed(notes.Change{})
	d.settle()
	if d.says("Looking for mentions…") || !d.says("No mentions yet") || d.Status() != "0 mentions" {
		t.Errorf("the page and %q say that names are looked for", d.Status())
	}
}
