package notes_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
	"cuttings/storage/conformance"
	"cuttings/storage/sqlite"
)

// Whatever is added, renamed, deleted, undone and redone, here or by another
// program, mentions stand where they would if all were found anew.
func TestMentionsFollowNames(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { changeNames(t, rand.New(rand.NewPCG(seed, 0))) })
	}
}

func changeNames(t *testing.T, random *rand.Rand) {
	path := filepath.Join(t.TempDir(), "a.cuttings")
	var books []*notes.Notebook
	for range 2 {
		store, _, err := sqlite.OpenOrCreate(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		books = append(books, notes.New(store, notes.Options{}))
	}
	here := books[0]
	conformance.Collect(
		t, here,
		conformance.Document("One", "Alfred Mutua met Grace Mutua in Haiti. Mutua left."),
		conformance.Document("Two", "Grace Mutua flew to Port of Spain. There Mutua spoke of Haiti."),
	)
	var entities []notes.ID
	var done []string
	for range 8 {
		program := random.IntN(2)
		if random.IntN(3) == 0 {
			if err := books[random.IntN(2)].Warm(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		done = append(done, fmt.Sprint(program, " ", changeName(t, books[program], random, &entities)))
	}
	before := mentioned(t, here)
	if err := here.Rebuild(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(mentioned(t, here), before); diff != "" {
		t.Errorf("mentions after %q (-found anew +as they were):\n%s", done, diff)
	}
}

// changeName makes one change and says which.
func changeName(t *testing.T, book *notes.Notebook, random *rand.Rand, entities *[]notes.ID) string {
	names := []string{"Alfred Mutua", "Grace Mutua", "Mutua", "Haiti", "Port of Spain"}
	kinds := []notes.Kind{notes.KindPerson, notes.KindPlace}
	name, do, ctx := names[random.IntN(len(names))], random.IntN(8), t.Context()
	one := func() notes.ID { return (*entities)[random.IntN(len(*entities))] }
	var what string
	var err error
	switch {
	case do < 2 || len(*entities) == 0:
		var made notes.Entity
		what = "add " + name
		made, err = book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: kinds[random.IntN(2)], Title: name}})
		*entities = append(*entities, made.ID)
	case do == 2:
		what = "rename to " + name
		err = book.EditEntity(ctx, one(), notes.EntityUpdate{Name: &name})
	case do == 3:
		what = "alias " + name
		err = book.EditEntity(ctx, one(), notes.EntityUpdate{Aliases: &[]string{name}})
	case do == 4:
		what = "delete"
		err = book.Delete(ctx, one(), one())
	case do < 7:
		what = "undo"
		_, err = book.Undo(ctx)
	default:
		what = "redo"
		_, err = book.Redo(ctx)
	}
	if err != nil && !errors.Is(err, notes.ErrNotFound) && !errors.Is(err, notes.ErrNothingToUndo) && !errors.Is(err, notes.ErrNothingToRedo) {
		t.Fatalf("%s: %v", what, err)
	}
	return what
}

// mentioned are the mentions of all articles, and what is unclear in them.
func mentioned(t *testing.T, book *notes.Notebook) map[notes.ID][]string {
	articles, err := book.AllArticles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all := map[notes.ID][]string{}
	for _, article := range articles {
		mentions, _, err := book.Mentions(t.Context(), notes.MentionFilter{Article: article})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range mentions {
			all[article] = append(all[article], fmt.Sprint(m.Entity, m.Kind, m.Start, m.End))
		}
		unclear, _, err := book.UnclearPlaces(t.Context(), article, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range unclear {
			all[article] = append(all[article], fmt.Sprint(u.Entities, u.Start, u.End))
		}
	}
	return all
}

// An apostrophe in a name, or none, is found however the text writes it.
func TestNamesWithApostrophesAreFoundInWhatIsThere(t *testing.T) {
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "a.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	book := notes.New(store, notes.Options{})
	conformance.Collect(
		t, book,
		conformance.Document("One", "Anne D'Arcy met Sean O’Rourke."),
		conformance.Document("Two", "Anne Darcy wrote to O’Casey's publisher."),
		conformance.Document("Three", "A circus of the d'Arcy family and of Anne."),
	)
	for name, want := range map[string]int{"Anne D’Arcy": 2, "Sean ORourke": 1, "O'Casey": 1} {
		entity, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: name}})
		if err != nil {
			t.Fatal(err)
		}
		if _, found, err := book.Mentions(t.Context(), notes.MentionFilter{Entity: entity.ID}); err != nil || found != want {
			t.Errorf("%s is named %d times, %v", name, found, err)
		}
	}
	if answer, err := book.Search(t.Context(), "orourke", notes.SearchFilter{}); err != nil || answer.Total != 2 {
		t.Errorf("orourke: %d, %v", answer.Total, err)
	}
}
