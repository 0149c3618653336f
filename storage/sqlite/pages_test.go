package sqlite_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/query"
)

// However far one goes on in what two common words, or a row of them, find: each
// article comes once.
func TestPagesOfCommonWords(t *testing.T) {
	book, store := archive(t)
	random := rand.New(rand.NewPCG(6, 6))
	vocabulary := strings.Fields("alpha beta gamma delta other more less few")
	var documents []notes.Document
	var texts [][]string
	for i := range 700 {
		words := make([]string, 5+random.IntN(60))
		for k := range words {
			words[k] = vocabulary[min(random.IntN(len(vocabulary)), random.IntN(len(vocabulary)))]
		}
		documents, texts = append(documents, document(fmt.Sprint("Number ", i), strings.Join(words, " "))), append(texts, words)
	}
	collect(t, book, documents...)
	page := 30
	if testing.Short() { // the race detector makes each search many times slower
		page = 200
	}
	for _, source := range []string{"alpha beta", "few less", "alpha few gamma", `"alpha beta"`, `"few more"`, `"few few"`, `"beta alpha gamma"`, `alpha "beta gamma"`, "alpha OR few", "few -less"} {
		q := query.Parse(source)
		want := 0
		for _, text := range texts {
			if plainly(q.Root, text, "", "") {
				want++
			}
		}
		var got []notes.ID
		for {
			found, err := store.Search(t.Context(), q, notes.SearchFilter{Offset: len(got), Limit: page})
			if err != nil {
				t.Fatal(err)
			}
			for _, hit := range found.Hits {
				got = append(got, hit.ID)
			}
			if len(found.Hits) < page {
				break
			}
		}
		distinct := slices.Clone(got)
		slices.Sort(distinct)
		if distinct = slices.Compact(distinct); len(got) != want || len(distinct) != want {
			t.Errorf("%s: %d results, %d of them different, want %d", source, len(got), len(distinct), want)
		}
	}
}
