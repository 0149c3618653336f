package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/text"
	"cuttings/storage/sqlite"
)

// openCopy opens a copy of the archive that is measured, which may be changed.
func openCopy(b *testing.B) *notes.Notebook {
	b.Helper()
	_, store := large(b)
	book, _ := openAt(b, copyOf(b, store))
	return book
}

func copyOf(b *testing.B, store *sqlite.Store) string {
	b.Helper()
	file := filepath.Join(b.TempDir(), "copy.cuttings")
	if err := store.Backup(b.Context(), file); err != nil {
		b.Fatal(err)
	}
	return file
}

// findWaiting finds the mentions that wait in the queue; it does not read articles
// for suggestions.
func findWaiting(b *testing.B, book *notes.Notebook) {
	b.Helper()
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	none := func() bool {
		waiting, err := book.Pending(b.Context(), 1)
		if err != nil {
			b.Fatal(err)
		}
		return len(waiting) == 0
	}
	if none() {
		return
	}
	err := book.Settle(ctx, func(_, _ int) {
		if none() {
			cancel()
		}
	})
	if err != nil && !errors.Is(err, context.Canceled) {
		b.Fatal(err)
	}
}

// Of how many articles in a thousand the new alias stands in one, at least and at
// most.
const (
	leastNamed = 15
	mostNamed  = 30
)

// BenchmarkNewAlias measures how long a name that many articles hold takes to be
// kept, and until all its mentions are found; the first of them in a program that
// has just opened the archive, and the others.
func BenchmarkNewAlias(b *testing.B) {
	book := openCopy(b)
	all, err := book.AllArticles(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	s := sampleOf(b, book)
	alias := ""
	for _, words := range s.texts {
		for _, word := range words {
			naming, err := book.ArticlesNaming(b.Context(), []string{word})
			if err != nil {
				b.Fatal(err)
			}
			if n := len(naming) * 1000 / len(all); n >= leastNamed && n <= mostNamed {
				alias = word
				b.Logf("%q stands in %d of %d articles", alias, len(naming), len(all))
				break
			}
		}
		if alias != "" {
			break
		}
	}
	people, _, err := book.Items(b.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindPerson}, Limit: sampledPeople})
	if err != nil {
		b.Fatal(err)
	}
	entity, err := book.Entity(b.Context(), one(s, people).ID)
	if err != nil {
		b.Fatal(err)
	}
	change := func(names []string) (kept, found time.Duration) {
		began := time.Now()
		if err := book.EditEntity(b.Context(), entity.ID, notes.EntityUpdate{Aliases: &names}); err != nil {
			b.Fatal(err)
		}
		kept = time.Since(began)
		findWaiting(b, book)
		return kept, time.Since(began)
	}
	before := entity.Aliases
	first, _ := change(append(slices.Clone(before), alias))
	var kept, found time.Duration
	for b.Loop() {
		change(before)
		k, f := change(append(slices.Clone(before), alias))
		kept, found = kept+k, found+f
	}
	b.ReportMetric(float64(first.Milliseconds()), "first-kept-ms")
	b.ReportMetric(float64(kept.Milliseconds())/float64(b.N), "kept-ms")
	b.ReportMetric(float64(found.Milliseconds())/float64(b.N), "found-ms")
}

// BenchmarkAlikes measures how long it takes to find likely duplicates, the first
// time and again.
func BenchmarkAlikes(b *testing.B) {
	book, _ := large(b)
	for _, kind := range []notes.Kind{notes.KindPerson, notes.KindOrganisation, notes.KindPlace, notes.KindEvent} {
		b.Run(string(kind), func(b *testing.B) {
			began := time.Now()
			pairs, err := book.Alikes(b.Context(), kind)
			if err != nil {
				b.Fatal(err)
			}
			first := time.Since(began)
			for b.Loop() {
				if _, err := book.Alikes(b.Context(), kind); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(first.Milliseconds()), "first-ms")
			b.ReportMetric(float64(len(pairs)), "pairs")
		})
	}
}

// BenchmarkSeenWith measures who is named together with an entity: with any, and
// with the one of each kind that most articles name.
func BenchmarkSeenWith(b *testing.B) {
	book, _ := large(b)
	var busiest []notes.Named
	for _, kind := range []notes.Kind{notes.KindPerson, notes.KindOrganisation, notes.KindPlace} {
		most := notes.Named{Weight: -1}
		err := book.Names(b.Context(), func(named notes.Named) bool {
			if named.Kind == kind && named.Weight > most.Weight {
				most = named
			}
			return true
		})
		if err != nil {
			b.Fatal(err)
		}
		busiest = append(busiest, most)
	}
	measure := func(b *testing.B, which func() notes.ID) {
		var took []time.Duration
		for b.Loop() {
			began := time.Now()
			if _, err := book.SeenWith(b.Context(), which(), 20); err != nil {
				b.Fatal(err)
			}
			took = append(took, time.Since(began))
		}
		spread(b, took)
	}
	s := sampleOf(b, book)
	people, _, err := book.Items(b.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindPerson}, Limit: sampledPeople})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("any", func(b *testing.B) { measure(b, func() notes.ID { return one(s, people).ID }) })
	for _, most := range busiest {
		b.Run(string(most.Kind), func(b *testing.B) {
			measure(b, func() notes.ID { return most.ID })
			b.ReportMetric(float64(most.Weight), "mentions")
		})
	}
}

const (
	namesSuggested = 10 // in each article
	namesKnown     = 20 // one name for so many places
)

// BenchmarkSuggestedNames measures the list of names that wait for a decision, in
// an archive whose articles have all been read: the first page, and the number
// alone. The names are made up, a few of them frequent and most of them rare.
func BenchmarkSuggestedNames(b *testing.B) {
	_, store := large(b)
	book, store := openAt(b, copyOf(b, store))
	all, err := book.AllArticles(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	random := rand.New(rand.NewPCG(7, 7))
	frequent := rand.NewZipf(random, 1.1, 10, uint64(len(all)*namesSuggested/namesKnown))
	for some := range slices.Chunk(all, 1000) {
		err := store.Derive(b.Context(), func(tx notes.Tx) error {
			for _, id := range some {
				article, err := tx.Article(b.Context(), id)
				if err != nil {
					return err
				}
				var suggested notes.Suggested
				for i := range namesSuggested {
					name := fmt.Sprintf("Made Up %d", frequent.Uint64())
					suggested.Names = append(suggested.Names, notes.NamePlace{
						Range: text.Range{Start: i * 300, End: i*300 + len(name)}, Exact: name, Name: name, Key: fold.String(name),
						Kind: notes.KindPerson, Certainty: random.Float64(),
					})
				}
				if err := tx.SetSuggested(b.Context(), article, 0, suggested); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	for _, asked := range []struct {
		what  string
		limit int
	}{{"page", 50}, {"total", 1}} {
		b.Run(asked.what, func(b *testing.B) {
			var total int
			for b.Loop() {
				var err error
				if _, total, err = book.SuggestedNames(b.Context(), notes.SuggestionFilter{Limit: asked.limit}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(total), "names")
		})
	}
}
