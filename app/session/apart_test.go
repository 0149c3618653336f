package session_test

import (
	"path/filepath"
	"testing"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/storage/sqlite"
)

func TestNamesakesOfANetworkAreToldApart(t *testing.T) {
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
	var nodes []notes.NetworkNode
	for _, one := range []notes.Entity{
		{Item: notes.Item{Kind: notes.KindPerson, Title: "John Smith"}, Description: "A footballer"},
		{Item: notes.Item{Kind: notes.KindPerson, Title: "John Smith"}, Roles: []notes.Role{{Title: "Keeper"}}, Description: "Of the light"},
		{Item: notes.Item{Kind: notes.KindPlace, Title: "John Smith"}, Description: "A street"},
		{Item: notes.Item{Kind: notes.KindPerson, Title: "Ada Lind"}, Description: "Somebody else"},
	} {
		made, err := book.AddEntity(t.Context(), one)
		if err != nil {
			t.Fatal(err)
		}
		nodes = append(nodes, notes.NetworkNode{Item: made.Item})
	}
	if err := session.NameApart(t.Context(), book, nodes); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"John Smith (A footballer)", "John Smith (Keeper)", "John Smith", "Ada Lind"} {
		if nodes[i].Title != want {
			t.Errorf("%q, not %q", nodes[i].Title, want)
		}
	}
}
