package sqlite_test

import (
	"database/sql"
	"slices"
	"testing"

	"cuttings/notes"
)

// A merge that a program made which did not note how the entities were can be parted,
// too: neither keeps the other's names.
func TestPartingAMergeOfBefore(t *testing.T) {
	book, store := archive(t)
	add := func(name, alias string) notes.ID {
		entity, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: name}, Aliases: []string{alias}})
		if err != nil {
			t.Fatal(err)
		}
		return entity.ID
	}
	kept, gone := add("Melanie Joly", "Joly"), add("Mélanie Joly", "M. Joly")
	if err := book.Merge(t.Context(), kept, gone, notes.EntityUpdate{}); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", store.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), `UPDATE merges SET moved = '{"title":"Melanie Joly","description":"","aliases":["Mélanie Joly","M. Joly"]}'`); err != nil {
		t.Fatal(err)
	}
	if err := book.Part(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[notes.ID][]string{kept: {"Joly"}, gone: {"M. Joly"}} {
		entity, err := book.Entity(t.Context(), id)
		if err != nil || !slices.Equal(entity.Aliases, want) {
			t.Errorf("%s is also called %q, want %q: %v", entity.Title, entity.Aliases, want, err)
		}
	}
}
