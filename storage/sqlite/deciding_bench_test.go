package sqlite_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"cuttings/notes"
)

// openCopy opens a copy of the archive that is measured, which may be changed.
func openCopy(b *testing.B) *notes.Notebook {
	b.Helper()
	_, store := large(b)
	file := filepath.Join(b.TempDir(), "copy.cuttings")
	if err := store.Backup(b.Context(), file); err != nil {
		b.Fatal(err)
	}
	book, _ := openAt(b, file)
	return book
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
