package list

import (
	"path/filepath"
	"testing"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/storage/sqlite"
)

func TestNamesakesAreToldApart(t *testing.T) {
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	book := notes.New(store, notes.Options{})
	for _, one := range []struct{ name, said string }{
		{"John Smith", "A footballer"}, {"John Smith", "Keeper of the light"}, {"Ada Lind", "Somebody else"},
	} {
		if _, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: one.name}, Description: one.said}); err != nil {
			t.Fatal(err)
		}
	}
	entries, _, err := read(t.Context(), book, session.Place{View: session.People}, "", 0)
	if err != nil || len(entries) != 3 {
		t.Fatal(entries, err)
	}
	if one, other := entries[1].words, entries[2].words; one == other || one == "" || other == "" {
		t.Errorf("the namesakes say %q and %q", one, other)
	}
	if entries[0].words != "" {
		t.Errorf("%s says %q, which sets it apart from nobody", entries[0].title, entries[0].words)
	}
}
