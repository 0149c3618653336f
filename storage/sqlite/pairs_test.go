package sqlite_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/storage/sqlite"
)

// Rows of words that are everywhere are found as looking at every article finds them:
// before any word is known to be frequent, in an archive of which a part was made
// before, and when all was made anew.
func TestRowsOfFrequentWords(t *testing.T) {
	book, store := archive(t)
	random := rand.New(rand.NewPCG(3, 3))
	words := strings.Fields("the of and to haiti police kenya minister rare1 rare2 rare3 rare4 rare5 rare6 rare7 rare8")
	written := map[notes.ID][]string{}
	grow := func(count int) {
		t.Helper()
		var documents []notes.Document
		var texts [][]string
		for range count {
			text := make([]string, 4+random.IntN(30))
			for i := range text {
				text[i] = words[min(random.IntN(len(words)), random.IntN(len(words)))]
			}
			documents, texts = append(documents, document(fmt.Sprintf("Number%d", len(written)+len(texts)), strings.Join(text, " "))), append(texts, text)
		}
		for i, collected := range collect(t, book, documents...) {
			if collected.Status == notes.StatusAdded {
				written[collected.ID] = texts[i]
			}
		}
	}
	compare := func(when string) {
		t.Helper()
		for _, source := range []string{
			`"the of"`, `"of the"`, `"haiti police"`, `"the the"`, `"minister kenya"`, `"rare1 the"`, `"rare7 rare8"`,
			`"the of and"`, `"to haiti police"`, `"the rare3 of"`, `"the of ken*"`, `near(the of, 2)`,
			`"the of" "and to"`, `"the of" OR "and rare2"`, `"haiti police" -"the of"`, `kenya -"kenya minister"`,
			`"haiti police" kind:article`, `"haiti police" "of and to"`,
		} {
			root := query.Parse(source).Root
			if all, ok := root.(query.All); ok { // a kind is what all of them are
				root = slices.DeleteFunc(slices.Clone(all), func(part query.Node) bool { _, field := part.(query.Field); return field })
			}
			var want []notes.ID
			for id, text := range written {
				if plainly(root, text, "", "") {
					want = append(want, id)
				}
			}
			slices.Sort(want)
			for _, order := range []notes.Order{"", notes.Newest} {
				found, err := store.Search(t.Context(), query.Parse(source), notes.SearchFilter{Order: order})
				if err != nil {
					t.Fatalf("%s: %v", source, err)
				}
				var got []notes.ID
				for _, hit := range found.Hits {
					got = append(got, hit.ID)
				}
				slices.Sort(got)
				if diff := cmp.Diff(want, got); diff != "" || found.Total != len(want) {
					t.Errorf("%s, %s, order %q: %d of %d: %s", when, source, order, found.Total, len(want), diff)
				}
			}
		}
	}
	all := func(when string) {
		t.Helper()
		compare(when)
		defer sqlite.SetRankable(0)()
		compare(when + ", by levels")
	}
	frequent := func() int {
		t.Helper()
		count, err := store.FrequentWords(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return count
	}
	grow(300)
	if frequent() != 0 {
		t.Fatalf("%d words are frequent in few articles", frequent())
	}
	all("new")
	grow(400)
	if frequent() == 0 {
		t.Fatal("no word is frequent")
	}
	grow(300)
	all("grown")
	if err := book.Delete(t.Context(), slices.Collect(firstOf(written, 50))...); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	all("deleted and brought back")
	if err := store.RebuildSearch(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	all("made anew")
	if problems, err := store.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
}

// firstOf yields so many keys of a map.
func firstOf(all map[notes.ID][]string, count int) func(yield func(notes.ID) bool) {
	return func(yield func(notes.ID) bool) {
		for id := range all {
			if count--; count < 0 || !yield(id) {
				return
			}
		}
	}
}
