package sqlite_test

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes"
	"cuttings/notes/text"
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
	switch rapid.IntRange(0, 17).Draw(n.T, "operation") {
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
	case 12, 13:
		return n.suggest(article.ID)
	case 14:
		return n.d.book.Refuse(n.d.ctx, "it", notes.Refusal{Article: article.ID, Subject: notes.OfName, Key: n.suggestion()})
	case 15:
		return n.d.book.Refuse(n.d.ctx, "it", notes.Refusal{Subject: notes.OfName, Key: n.suggestion()})
	case 16:
		return n.d.book.Delete(n.d.ctx, article.ID)
	case 17:
		trash, _, err := n.d.book.Items(n.d.ctx, notes.ItemFilter{Trashed: true})
		if err != nil || len(trash) == 0 {
			return err
		}
		return n.d.book.Restore(n.d.ctx, rapid.SampledFrom(trash).Draw(n.T, "restored").ID)
	}
	return nil
}

func (n *namers) suggestion() string {
	return rapid.SampledFrom([]string{"ada", "bo", "cy"}).Draw(n.T, "suggested")
}

// suggest makes up what was read out of an article.
func (n *namers) suggest(id notes.ID) error {
	return n.store.Derive(n.d.ctx, func(tx notes.Tx) error {
		article, err := tx.Article(n.d.ctx, id)
		if err != nil {
			return err
		}
		var suggested notes.Suggested
		for i := range rapid.IntRange(0, 5).Draw(n.T, "places") {
			name := n.suggestion()
			suggested.Names = append(suggested.Names, notes.NamePlace{
				Range: text.Range{Start: 8 * i, End: 8*i + len(name)}, Key: name, Name: name, Exact: name,
				Kind: rapid.SampledFrom([]notes.Kind{notes.KindPerson, notes.KindPlace}).Draw(n.T, "kind"),
			})
		}
		return tx.SetSuggested(n.d.ctx, article, 1, suggested)
	})
}

// plainlySuggested lists the suggested names that wait by looking at every place.
const plainlySuggested = `SELECT s.key, s.kind, count(*) AS places, count(DISTINCT s.article) AS articles
	FROM suggested_names s JOIN items i ON i.id = s.article AND i.trashed IS NULL
	WHERE NOT EXISTS (SELECT 1 FROM mentions m WHERE m.article = s.article AND m.verdict <> 'rejected'
			AND m.range_start < s.range_end AND m.range_end > s.range_start)
		AND NOT EXISTS (SELECT 1 FROM unclear u WHERE u.article = s.article AND u.range_start < s.range_end AND u.range_end > s.range_start)
		AND NOT EXISTS (SELECT 1 FROM refusals r WHERE r.key = s.key AND r.subject = 'name' AND r.article IN (0, s.article))
	GROUP BY s.key, s.kind ORDER BY articles DESC, places DESC, s.key`

// asListed are the suggested names as the archive lists them, in the words of rowsOf.
func (n *namers) asListed() (rows []string) {
	listed, total, err := n.d.book.SuggestedNames(n.d.ctx, notes.SuggestionFilter{})
	if err != nil {
		n.Fatal(err)
	}
	if total != len(listed) {
		n.Errorf("%d names wait, and there are said to be %d", len(listed), total)
	}
	for _, name := range listed {
		rows = append(rows, fmt.Sprintf("key=%s kind=%s places=%d articles=%d ", name.Key, name.Kind, name.Places, name.Articles))
	}
	return rows
}

// After whatever changed the names and what was said of them, the mentions are
// those that are found when all is found anew; and the suggested names that wait are
// those that are found by looking at every place.
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
		if diff := cmp.Diff(sorted(rowsFrom(t, store, plainlySuggested)), sorted(n.asListed())); diff != "" {
			r.Fatalf("suggested names (-found plainly +listed):\n%s", diff)
		}
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
	return map[string][]string{
		"mentions": rowsFrom(t, store, `SELECT * FROM mentions ORDER BY article, range_start, entity`),
		"unclear":  rowsFrom(t, store, `SELECT * FROM unclear ORDER BY article, range_start`),
	}
}

func rowsFrom(t *testing.T, store *sqlite.Store, query string) []string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+store.Path()+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	return rowsOf(t, db, query)
}

// sorted is for rows of which some are as frequent as others.
func sorted(rows []string) []string {
	slices.Sort(rows)
	return rows
}
