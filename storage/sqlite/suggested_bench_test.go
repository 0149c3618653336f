package sqlite_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/text"
)

const (
	eventsEach = 2  // suggested events of an article
	partOf     = 10 // one article in so many suggests the frequent name
)

// BenchmarkSuggested measures the lists of what waits for a decision where each
// article suggests something, and how long it takes to accept a name that a tenth
// of the articles suggest.
func BenchmarkSuggested(b *testing.B) {
	_, store := large(b)
	book, store := openAt(b, copyOf(b, store))
	all, err := book.AllArticles(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	word := frequentWord(b, book, len(all)/partOf)
	naming, err := book.ArticlesNaming(b.Context(), []string{word})
	if err != nil {
		b.Fatal(err)
	}
	slices.Sort(naming)
	random := rand.New(rand.NewPCG(9, 9))
	for some := range slices.Chunk(all, 1000) {
		err := store.Derive(b.Context(), func(tx notes.Tx) error {
			for _, id := range some {
				article, err := tx.Article(b.Context(), id)
				if err != nil {
					return err
				}
				if err := tx.SetSuggested(b.Context(), article, 0, madeSuggestions(random, naming, id, word)); err != nil {
					return err
				}
				unclear := []notes.Unclear{{Article: id, Range: text.Range{Start: 300, End: 304}, Exact: "Some", Key: "some", Entities: []notes.ID{1, 2}}}
				if err := tx.SetUnclear(b.Context(), id, unclear); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	measure := func(what string, ask func() (int, error)) {
		b.Run(what, func(b *testing.B) {
			total := 0
			for b.Loop() {
				var err error
				if total, err = ask(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(total), "total")
		})
	}
	measure("article", func() (int, error) {
		_, events, err := book.SuggestedEvents(b.Context(), naming[0], 0, 0)
		if err != nil {
			return 0, err
		}
		_, unclear, err := book.UnclearPlaces(b.Context(), naming[0], 0)
		return events + unclear, err
	})
	for _, most := range []int{1, 50} {
		measure(fmt.Sprint("events/", most), func() (int, error) {
			_, total, err := book.SuggestedEvents(b.Context(), 0, 0, most)
			return total, err
		})
		measure(fmt.Sprint("unclear/", most), func() (int, error) {
			_, total, err := book.UnclearPlaces(b.Context(), 0, most)
			return total, err
		})
	}
	b.Run("accept", func(b *testing.B) {
		for b.Loop() {
			began := time.Now()
			if _, err := book.AcceptName(b.Context(), notes.Wanted{Key: fold.String(word), Kind: notes.KindPerson}); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(time.Since(began).Milliseconds()), "accepted-ms")
			b.StopTimer()
			if _, err := book.Undo(b.Context()); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
		}
		b.ReportMetric(float64(len(naming)), "articles")
	})
}

func madeSuggestions(random *rand.Rand, naming []notes.ID, id notes.ID, word string) (s notes.Suggested) {
	if _, named := slices.BinarySearch(naming, id); named {
		s.Names = []notes.NamePlace{{
			Range: text.Range{Start: 1, End: 1 + len(word)}, Exact: word, Name: word, Key: fold.String(word), Kind: notes.KindPerson, Certainty: 0.9,
		}}
	}
	for i := range eventsEach {
		s.Events = append(s.Events, notes.SuggestedEvent{
			Range: text.Range{Start: i * 100, End: i*100 + 50}, Key: fmt.Sprint("event ", i), Certainty: random.Float64(), Name: "A meeting", Class: "meeting", Date: "2012-05-01",
		})
	}
	return s
}

// frequentWord is a word that stands in about so many articles.
func frequentWord(b *testing.B, book *notes.Notebook, wanted int) string {
	b.Helper()
	for _, words := range sampleOf(b, book).texts {
		for _, word := range words {
			naming, err := book.ArticlesNaming(b.Context(), []string{word})
			if err != nil {
				b.Fatal(err)
			}
			if n := len(naming); len(word) > 3 && n > wanted*8/10 && n < wanted*12/10 {
				return word
			}
		}
	}
	b.Fatal("no word is as frequent")
	return ""
}
