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
	"cuttings/notes/text"
	"cuttings/storage/sqlite"
)

// growing is an archive of texts in which some words are everywhere.
type growing struct {
	t       *testing.T
	book    *notes.Notebook
	store   *sqlite.Store
	random  *rand.Rand
	written map[notes.ID][]string
}

func (g *growing) grow(count int) {
	g.t.Helper()
	words := strings.Fields("the of and to haiti police kenya minister rare1 rare2 rare3 rare4 rare5 rare6 rare7 rare8")
	var documents []notes.Document
	var texts [][]string
	for range count {
		text := make([]string, 4+g.random.IntN(30))
		for i := range text {
			text[i] = words[min(g.random.IntN(len(words)), g.random.IntN(len(words)))]
		}
		title := fmt.Sprintf("Number%d", len(g.written)+len(texts))
		documents, texts = append(documents, document(title, strings.Join(text, " "))), append(texts, text)
	}
	for i, collected := range collect(g.t, g.book, documents...) {
		if collected.Status == notes.StatusAdded {
			g.written[collected.ID] = texts[i]
		}
	}
}

// compare asks for rows of words and looks for them at every article.
func (g *growing) compare(when string) {
	g.t.Helper()
	every := 1
	if testing.Short() { // the race detector makes each question many times slower
		every = 4
	}
	for i, source := range []string{
		`"the of"`, `"of the"`, `"haiti police"`, `"the the"`, `"minister kenya"`, `"rare1 the"`, `"rare7 rare8"`,
		`"the of and"`, `"to haiti police"`, `"the rare3 of"`, `"the of ken*"`, `near(the of, 2)`,
		`"the of" "and to"`, `"the of" OR "and rare2"`, `"haiti police" -"the of"`, `kenya -"kenya minister"`,
		`"haiti police" kind:article`, `"haiti police" "of and to"`,
	} {
		if i%every != 0 {
			continue
		}
		root := query.Parse(source).Root
		if all, ok := root.(query.All); ok { // a kind is what all of them are
			root = slices.DeleteFunc(slices.Clone(all), func(part query.Node) bool { _, field := part.(query.Field); return field })
		}
		var want []notes.ID
		for id, text := range g.written {
			if plainly(root, text, "", "") {
				want = append(want, id)
			}
		}
		slices.Sort(want)
		for _, order := range []notes.Order{"", notes.Newest} {
			found, err := g.store.Search(g.t.Context(), query.Parse(source), notes.SearchFilter{Order: order})
			if err != nil {
				g.t.Fatalf("%s: %v", source, err)
			}
			var got []notes.ID
			for _, hit := range found.Hits {
				got = append(got, hit.ID)
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" || found.Total != len(want) {
				g.t.Errorf("%s, %s, order %q: %d of %d: %s", when, source, order, found.Total, len(want), diff)
			}
		}
	}
}

// Rows of words that are everywhere are found as looking at every article finds them:
// before any word is known to be frequent, in an archive of which a part was made
// before, and when all was made anew.
func TestRowsOfFrequentWords(t *testing.T) {
	book, store := archive(t)
	g := &growing{t, book, store, rand.New(rand.NewPCG(3, 3)), map[notes.ID][]string{}}
	g.grow(300)
	g.compare("new")
	g.grow(400)
	g.grow(300)
	g.compare("grown")
	var some []notes.ID
	for id := range g.written {
		if some = append(some, id); len(some) == 50 {
			break
		}
	}
	if err := book.Delete(t.Context(), some...); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	g.compare("deleted and brought back")
	if err := store.RebuildSearch(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	g.compare("made anew")
	if problems, err := store.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
}

// No row of words goes from one heading to the next, or from one name to another.
func TestRowsEndWithAHeading(t *testing.T) {
	book, store := archive(t)
	var b text.Builder
	for _, block := range []struct {
		kind  text.Kind
		words string
	}{{text.Heading, "The bridge at night"}, {text.Paragraph, "It was dark."}, {text.Heading, "Market day"}, {text.Paragraph, "It was loud."}} {
		b.Begin(text.Block{Kind: block.kind, Level: 2})
		b.Write(block.words)
	}
	read, err := b.Text()
	if err != nil {
		t.Fatal(err)
	}
	d := document("A town", "")
	d.Text, d.Original = read, []byte(read.Body)
	collect(t, book, d)
	person := notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Ada Vane"}, Aliases: []string{"Lady Vane", "The Countess"}}
	if _, err := book.AddEntity(t.Context(), person); err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]int{
		`"night market"`: 0, `"vane the"`: 0, `"vane lady"`: 0, `"at night"`: 1, `"market day"`: 1, `"lady vane"`: 1, `"dark market"`: 1,
	} {
		if found, err := store.Count(t.Context(), query.Parse(source), nil); err != nil || found != want {
			t.Errorf("%s: %d, %v, want %d", source, found, err, want)
		}
	}
}
