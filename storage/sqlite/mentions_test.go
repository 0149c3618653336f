package sqlite_test

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes"
	"cuttings/storage/conformance"
	"cuttings/storage/sqlite"
)

// namers does random operations that change what the articles of an archive name.
type namers struct {
	*rapid.T
	d     *doer
	store *sqlite.Store
}

var nameWords = []string{"Alfred", "Mutua", "mutua", "Grace", "Haiti", "WHO", "who", "McDonald's", "Moïse", "Moise", "習近平", "O'Brien", "Port-au-Prince", "of", "U.N.", "l’Est"}

func (n *namers) phrase(most int) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(nameWords), 1, most).Draw(n.T, "words"), " ")
}

func (n *namers) article() error {
	n.d.made++
	marks := []string{" ", ", ", ". ", "\n\n", "’s ", "-"}
	var body strings.Builder
	for range rapid.IntRange(1, 10).Draw(n.T, "phrases") {
		body.WriteString(n.phrase(3) + rapid.SampledFrom(marks).Draw(n.T, "mark"))
	}
	fmt.Fprintf(&body, "number %d", n.d.made)
	from := conformance.Ready{"one": document(fmt.Sprint("Article ", n.d.made), body.String())}
	return n.d.book.Collect(n.d.ctx, from, []notes.Input{{Name: "one"}}, notes.CollectOptions{}, nil)[0].Err
}

func (n *namers) entity() error {
	kind := rapid.SampledFrom([]notes.Kind{notes.KindPerson, notes.KindPerson, notes.KindPlace}).Draw(n.T, "kind")
	_, err := n.d.book.AddEntity(n.d.ctx, notes.Entity{Item: notes.Item{Kind: kind, Title: n.phrase(2)}, Aliases: []string{n.phrase(2)}})
	return err
}

func (n *namers) once() error {
	entity, known := n.d.some(notes.KindPerson, notes.KindPlace)
	article, read := n.d.some(notes.KindArticle)
	verdict := rapid.SampledFrom([]notes.Verdict{notes.Accepted, notes.Rejected, ""})
	switch rapid.IntRange(0, 11).Draw(n.T, "operation") {
	case 0:
		return n.article()
	case 1:
		return n.entity()
	case 2:
		name := n.phrase(2)
		return n.d.book.EditEntity(n.d.ctx, entity.ID, notes.EntityUpdate{Name: &name})
	case 3, 4:
		return n.d.book.AcceptAs(n.d.ctx, n.phrase(2), entity.ID)
	case 5:
		return n.d.book.EditEntity(n.d.ctx, entity.ID, notes.EntityUpdate{Aliases: new([]string)})
	case 6:
		return n.d.book.Delete(n.d.ctx, entity.ID)
	case 7:
		return n.d.merge()
	case 8:
		return n.d.book.DecideForGood(n.d.ctx, entity.ID, n.phrase(2), verdict.Draw(n.T, "verdict"))
	case 9:
		if read && known {
			return n.d.book.Decide(n.d.ctx, article.ID, entity.ID, n.phrase(2), verdict.Draw(n.T, "verdict"))
		}
	case 10:
		_, err := n.d.book.Undo(n.d.ctx)
		return err
	case 11: // as a program that has just opened the archive
		n.d.book = notes.New(n.store, notes.Options{})
	}
	return nil
}

// After whatever changed the names and what was said of them, the mentions are
// those that are found when all is found anew.
func TestMentionsFollowEveryChange(t *testing.T) {
	folder := t.TempDir()
	number := 0
	rapid.Check(t, func(r *rapid.T) {
		number++
		store, err := sqlite.Create(t.Context(), filepath.Join(folder, fmt.Sprint(number, ".cuttings")))
		if err != nil {
			r.Fatal(err)
		}
		defer func() { _ = store.Close() }()
		n := &namers{T: r, d: &doer{T: r, book: notes.New(store, notes.Options{}), ctx: t.Context()}, store: store}
		for range 3 {
			if err := n.article(); err != nil {
				r.Fatal(err)
			}
			if err := n.entity(); err != nil {
				r.Fatal(err)
			}
		}
		for range rapid.IntRange(1, 15).Draw(r, "operations") {
			if err := n.once(); err != nil && !errors.Is(err, notes.ErrNotFound) && !errors.Is(err, notes.ErrInvalid) && !errors.Is(err, notes.ErrNothingToUndo) {
				r.Fatal(err)
			}
		}
		followed := mentioned(t, store)
		if err := n.d.book.Rebuild(t.Context(), nil); err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(mentioned(t, store), followed); diff != "" {
			r.Fatalf("what is found (-anew +by following):\n%s", diff)
		}
	})
}

func mentioned(t *testing.T, store *sqlite.Store) map[string][]string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+store.Path()+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	return map[string][]string{
		"mentions": rowsOf(t, db, `SELECT * FROM mentions ORDER BY article, range_start, entity`),
		"unclear":  rowsOf(t, db, `SELECT * FROM unclear ORDER BY article, range_start`),
	}
}
