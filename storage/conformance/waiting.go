package conformance

import (
	"fmt"
	"testing"

	"cuttings/notes"
	"cuttings/notes/fold"
)

// manyArticles are more than are looked at within the transaction that concerns
// them.
const manyArticles = 80

// What waits is counted as it is listed, whatever is decided, thrown away, brought
// back or undone.
func counted(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	first := Collect(t, book, Document("One", Suggest), Document("Two", Suggest+" It rained."), Document("Three", "Nothing is told here."))[0].ID
	must(t, book.Settle(ctx, nil))
	in := func(article notes.ID) int {
		t.Helper()
		rows, total, err := book.SuggestedEvents(ctx, article, 0, 0)
		must(t, err)
		if len(rows) != total {
			t.Errorf("of %d events %d are listed", total, len(rows))
		}
		return total
	}
	namesake := func() int {
		t.Helper()
		rows, total, err := book.UnclearPlaces(ctx, 0, 0)
		must(t, err)
		if len(rows) != total {
			t.Errorf("of %d unclear names %d are listed", total, len(rows))
		}
		return total
	}
	each := in(first)
	if each < 2 || in(0) != 2*each {
		t.Fatalf("%d events wait in one of two articles, %d in both", each, in(0))
	}
	rows, _, err := book.SuggestedEvents(ctx, first, 0, 0)
	must(t, err)
	undo := func() error { _, err := book.Undo(ctx); return err }
	for _, step := range []struct {
		what string
		do   func() error
		want int
	}{
		{"one refused for good", func() error {
			return book.Refuse(ctx, rows[0].Name, notes.Refusal{Subject: notes.OfEvent, Key: rows[0].Key})
		}, 2*each - 2},
		{"one article in the trash", func() error { return book.Delete(ctx, first) }, each - 1},
		{"and back", undo, 2*each - 2},
		{"wanted again", undo, 2 * each},
		{"one accepted", func() error { _, err := book.AcceptEvent(ctx, rows[0], ""); return err }, 2*each - 1},
		{"not accepted", undo, 2 * each},
		{"refused in an article", func() error {
			return book.Refuse(ctx, rows[0].Name, notes.Refusal{Article: first, Subject: notes.OfEvent, Key: rows[0].Key})
		}, 2*each - 1},
		{"wanted there again", undo, 2 * each},
	} {
		must(t, step.do())
		must(t, book.FindWaiting(ctx, nil))
		if got := in(0); got != step.want {
			t.Errorf("%s: %d events wait, not %d", step.what, got, step.want)
		}
	}
	addEntity(t, book, notes.KindPerson, "Alfred Mutua")
	addEntity(t, book, notes.KindPerson, "Alfred K. Mutua", "Alfred Mutua")
	if n := namesake(); n != 2 {
		t.Errorf("%d names are unclear", n)
	}
	must(t, book.Delete(ctx, first))
	if n := namesake(); n != 1 {
		t.Errorf("%d names are unclear outside the trash", n)
	}
	for range 4 { // the collecting, too
		must(t, undo())
	}
	if events, names := in(0), namesake(); events != 0 || names != 0 {
		t.Errorf("%d events and %d names wait in articles that are no more", events, names)
	}
}

// Accepting a name that stands in many articles waits for none but the first: the
// others are queued, and announced when it is their turn. What was accepted is
// remembered in all.
func acceptedInMany(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	var documents []notes.Document
	for i := range manyArticles {
		documents = append(documents, Document(fmt.Sprint("Article ", i), fmt.Sprint("Foreign Minister Alfred Mutua arrived on day ", i, ".")))
	}
	Collect(t, book, documents...)
	must(t, book.Settle(ctx, nil))
	var announced []notes.Change
	defer book.Subscribe(func(change notes.Change) { announced = append(announced, change) })()
	entity, err := book.AcceptName(ctx, notes.Wanted{Key: fold.String("Alfred Mutua"), Kind: notes.KindPerson})
	must(t, err)
	waiting, err := book.Pending(ctx, manyArticles)
	must(t, err)
	if len(waiting) == 0 || len(announced) != 1 || !announced[0].Touches(entity.ID) || len(announced[0].Items) != 1+manyArticles-len(waiting) {
		t.Errorf("%d articles wait, and %d changes were announced", len(waiting), len(announced))
	}
	mentioned := func(what string, want int) {
		t.Helper()
		must(t, book.FindWaiting(ctx, nil))
		if _, total, err := book.Mentions(ctx, notes.MentionFilter{Entity: entity.ID}); err != nil || total != want {
			t.Errorf("%s: %d mentions, not %d (%v)", what, total, want, err)
		}
	}
	mentioned("accepted", manyArticles)
	for _, article := range waiting {
		touched := false
		for _, change := range announced {
			touched = touched || change.Touches(article)
		}
		if !touched {
			t.Fatalf("nobody heard of %s", article)
		}
	}
	addEntity(t, book, notes.KindPerson, "Alfred Mutua")
	mentioned("with a namesake", manyArticles)
	for range 2 {
		_, err := book.Undo(ctx)
		must(t, err)
	}
	mentioned("undone", 0)
	_, total, err := book.SuggestedNames(ctx, notes.SuggestionFilter{Kinds: []notes.Kind{notes.KindPerson}})
	if must(t, err); total != 1 {
		t.Errorf("%d names are suggested again", total)
	}
}
