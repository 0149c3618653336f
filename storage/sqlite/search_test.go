package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes"
	"cuttings/notes/query"
)

// plainly reports whether an article fulfils a part of a query, by looking at it.
func plainly(node query.Node, words []string, source, date string) bool {
	switch node := node.(type) {
	case query.All:
		for _, part := range node {
			if !plainly(part, words, source, date) {
				return false
			}
		}
		return true
	case query.Any:
		return slices.ContainsFunc(node, func(part query.Node) bool { return plainly(part, words, source, date) })
	case query.Not:
		return !plainly(node.Node, words, source, date)
	case query.Field:
		switch node.Name {
		case query.Source:
			return source == node.Value
		case query.After:
			return date >= node.Value
		case query.Before:
			return date < node.Value
		}
	case query.Term:
		for i := range words {
			if node.Near > 0 {
				if near(node, words[i:]) {
					return true
				}
				continue
			}
			if i+len(node.Words) <= len(words) && slices.EqualFunc(node.Words, words[i:i+len(node.Words)], func(want, got string) bool {
				return want == got || node.Prefix && strings.HasPrefix(got, want)
			}) {
				return true
			}
		}
	}
	return false
}

// near reports whether both words of a term stand in a row that begins with one
// of them, with at most so many others between.
func near(term query.Term, words []string) bool {
	window := words[:min(len(words), term.Near+1)]
	return slices.Contains(window, term.Words[0]) && slices.Contains(window, term.Words[1]) && term.Words[0] != term.Words[1]
}

// Whatever is asked with whatever brackets: what is found is what looking at
// every article finds, in every order, page by page.
func TestSearchFindsWhatThePlainWayFinds(t *testing.T) {
	book, _ := archive(t)
	random := rand.New(rand.NewPCG(4, 4))
	vocabulary := strings.Fields("alpha beta gamma delta alp bet d")
	type article struct {
		words        []string
		source, date string
	}
	all := map[notes.ID]article{}
	var documents []notes.Document
	var made []article
	for i := range 40 {
		a := article{source: []string{"Gazette", "Courier"}[random.IntN(2)], date: fmt.Sprintf("2023-0%d-11", 1+random.IntN(6))}
		for range 1 + random.IntN(8) {
			a.words = append(a.words, vocabulary[random.IntN(len(vocabulary))])
		}
		d := document(fmt.Sprintf("Number%d", i), strings.Join(a.words, " "))
		d.Source, d.Date = a.source, a.date
		documents, made = append(documents, d), append(made, a)
	}
	for i, c := range collect(t, book, documents...) {
		if c.Status == notes.StatusAdded {
			all[c.ID] = made[i]
		}
	}
	word := rapid.SampledFrom([]string{"alpha", "beta", "gamma", "alp*", "al*", "d*", `"alpha beta"`, "near(alpha gamma, 2)", "near(beta gamma, 0)", "source:Gazette", "after:2023-03-11", "before:2023-05-11"})
	var some func(depth int) *rapid.Generator[string]
	some = func(depth int) *rapid.Generator[string] {
		return rapid.Custom(func(t *rapid.T) string {
			if depth == 0 || rapid.IntRange(0, 2).Draw(t, "leaf") == 0 {
				return word.Draw(t, "word")
			}
			left, right := some(depth-1).Draw(t, "left"), some(depth-1).Draw(t, "right")
			return fmt.Sprintf(rapid.SampledFrom([]string{"(%s %s)", "(%s OR %s)", "%s -(%s)", "(-(%s) %s)"}).Draw(t, "form"), left, right)
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		source := some(3).Draw(t, "query")
		q := query.Parse(source)
		var want []notes.ID
		for id, a := range all {
			if plainly(q.Root, a.words, a.source, a.date) {
				want = append(want, id)
			}
		}
		slices.Sort(want)
		for _, order := range []notes.Order{"", notes.Newest, notes.Oldest} {
			var got []notes.ID
			for {
				answer, err := book.Search(t.Context(), source, notes.SearchFilter{Order: order, Offset: len(got), Limit: 7})
				if err != nil {
					t.Fatal(err)
				}
				if answer.Total != len(want) {
					t.Fatalf("%s: %d in all, not %d", source, answer.Total, len(want))
				}
				for _, result := range answer.Results {
					got = append(got, result.ID)
				}
				if len(answer.Results) < 7 {
					break
				}
			}
			if order != "" && !slices.IsSortedFunc(got, func(a, b notes.ID) int {
				if order == notes.Oldest {
					a, b = b, a
				}
				return strings.Compare(all[b].date, all[a].date)
			}) {
				t.Fatalf("%s, %s first: %v", source, order, got)
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s, %q: %s", source, order, diff)
			}
		}
		if facets, err := book.Facets(t.Context(), source, nil); err != nil || facets.Total != len(want) {
			t.Fatalf("%s: %+v, %v", source, facets, err)
		}
	})
}

// ranked is a plain Okapi BM25 with the constants and weights of the search table
// (title 8, text 1), over articles of a title and words. It returns their scores.
func ranked(articles [][2][]string, wanted []string) []float64 {
	const k1, b, titleWeight = 1.2, 0.75, 8
	average, having := 0.0, map[string]float64{}
	for _, article := range articles {
		all := slices.Concat(article[0], article[1])
		average += float64(len(all)) / float64(len(articles))
		for _, word := range wanted {
			if slices.Contains(all, word) {
				having[word]++
			}
		}
	}
	scores := make([]float64, len(articles))
	for i, article := range articles {
		length := float64(len(article[0]) + len(article[1]))
		for _, word := range wanted {
			count := 0.0
			for part, weight := range []float64{titleWeight, 1} {
				for _, other := range article[part] {
					if other == word {
						count += weight
					}
				}
			}
			rarity := max(1e-6, math.Log((float64(len(articles))-having[word]+0.5)/(having[word]+0.5)))
			scores[i] += rarity * count * (k1 + 1) / (count + k1*(1-b+b*length/average))
		}
	}
	return scores
}

// However common its words are, the first results of a search are those of the full
// ranking.
func TestTheBestComeFirst(t *testing.T) {
	book, store := archive(t)
	random := rand.New(rand.NewPCG(8, 8))
	zipf := rand.NewZipf(random, 1.1, 20, 6000)
	var documents []notes.Document
	var articles [][2][]string
	for i := range 1500 {
		var words []string
		for range 150 + random.IntN(500) {
			words = append(words, fmt.Sprintf("w%d", zipf.Uint64()))
		}
		title := fmt.Sprintf("number %d", i)
		if random.IntN(30) == 0 {
			title += " w" + fmt.Sprint(random.IntN(6))
		}
		documents = append(documents, document(title, strings.Join(words, " ")))
		articles = append(articles, [2][]string{strings.Fields(title), words})
	}
	number := map[notes.ID]int{}
	for i, collected := range collect(t, book, documents...) {
		number[collected.ID] = i
	}
	const first = 20
	for _, test := range []struct {
		source string
		wanted []string
		all    bool
		not    string
	}{
		{source: "w0", wanted: []string{"w0"}},
		{source: "w5", wanted: []string{"w5"}},
		{source: "w20", wanted: []string{"w20"}},
		{source: "w30", wanted: []string{"w30"}},
		{source: "w50", wanted: []string{"w50"}},
		{source: "w80", wanted: []string{"w80"}},
		{source: "w120", wanted: []string{"w120"}},
		{source: "w20 w21", wanted: []string{"w20", "w21"}, all: true},
		{source: "w50 w60", wanted: []string{"w50", "w60"}, all: true},
		{source: "w20 w80", wanted: []string{"w20", "w80"}, all: true},
		{source: "w5 w50 w70", wanted: []string{"w5", "w50", "w70"}, all: true},
		{source: "w50 OR w60", wanted: []string{"w50", "w60"}},
		{source: "w40 -w41", wanted: []string{"w40"}, not: "w41"},
	} {
		found, err := store.Search(t.Context(), query.Parse(test.source), notes.SearchFilter{Limit: first})
		if err != nil {
			t.Fatal(err)
		}
		scores := ranked(articles, test.wanted)
		for i, article := range articles {
			all := slices.Concat(article[0], article[1])
			missing := slices.ContainsFunc(test.wanted, func(word string) bool { return !slices.Contains(all, word) })
			if test.all && missing || slices.Contains(all, test.not) {
				scores[i] = 0
			}
		}
		sorted := slices.Sorted(slices.Values(scores))
		least := sorted[len(sorted)-first]
		if len(found.Hits) != first {
			t.Fatalf("%s: %d results", test.source, len(found.Hits))
		}
		for _, hit := range found.Hits {
			if score := scores[number[hit.ID]]; score < least*(1-1e-6) {
				t.Errorf("%s: a first result is worth %.6g, the last of the full ranking %.6g", test.source, score, least)
			}
		}
	}
}

// An archive of a program that searched otherwise is brought up to date.
func TestOldSearchTablesAreMadeAnew(t *testing.T) {
	book, store := archive(t)
	collect(t, book, document("One", "kenya"), document("Two", "haiti"))
	if err := store.ForgetSearch(t.Context()); err != nil {
		t.Fatal(err)
	}
	if answer, err := book.Search(t.Context(), "kenya", notes.SearchFilter{}); err != nil || answer.Total != 0 {
		t.Fatalf("found %d, %v", answer.Total, err)
	}
	if err := book.Settle(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if answer, err := book.Search(t.Context(), "kenya", notes.SearchFilter{}); err != nil || answer.Total != 1 {
		t.Fatalf("found %d, %v", answer.Total, err)
	}
}

// While all is made anew, and after that was stopped halfway, all is found: the rest waits.
func TestRebuildingStopped(t *testing.T) {
	book, store := archive(t)
	var documents []notes.Document
	for i := range 1200 {
		documents = append(documents, document(fmt.Sprintf("Number %d", i), fmt.Sprintf("The bridge of day %d.", i)))
	}
	collect(t, book, documents...)
	note, err := book.AddNote(t.Context(), "A link", "[[Number 7]]")
	if err != nil {
		t.Fatal(err)
	}
	whole := func(when string) {
		t.Helper()
		if found, err := book.Count(t.Context(), "bridge", nil); err != nil || found != len(documents) {
			t.Errorf("%s %d of %d are found, %v", when, found, len(documents), err)
		}
		if links, err := book.LinksFrom(t.Context(), note.ID); err != nil || len(links) != 1 || links[0].To == 0 {
			t.Errorf("%s the links are %v, %v", when, links, err)
		}
		if problems, err := store.Check(t.Context(), nil); err != nil || len(problems) > 0 {
			t.Errorf("%s: %q, %v", when, problems, err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	err = book.Rebuild(ctx, func(int, int) { stop() })
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped with %v", err)
	}
	whole("stopped halfway")
	if err := book.Settle(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	whole("settled")
}
