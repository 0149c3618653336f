package desktop

import (
	"context"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/storage/collect"
	"cuttings/storage/generate"
	"cuttings/storage/sqlite"
)

// The size of the archive that is measured.
const (
	manyArticles = 10_000
	manyEntities = 2_000
)

// BenchmarkNotebook measures, over an archive of 10,000 articles of 3 KB and
// 2,000 entities: from the closed file to a window that lists articles and
// answers quick find, beside the same of an empty archive; a key stroke of quick find; a search with its first 20
// results and snippets.
func BenchmarkNotebook(b *testing.B) {
	file := filepath.Join(b.TempDir(), "many.cuttings")
	err := generate.Archive(context.Background(), file, generate.Options{Articles: manyArticles, Entities: manyEntities, Seed: 1}, nil)
	if err != nil {
		b.Fatal(err)
	}
	empty := filepath.Join(b.TempDir(), "empty.cuttings")
	if err := generate.Archive(context.Background(), empty, generate.Options{Seed: 1}, nil); err != nil {
		b.Fatal(err)
	}
	b.Run("open/empty", func(b *testing.B) {
		for b.Loop() {
			openWindow(b, empty, 0)
		}
	})
	b.Run("open/many", func(b *testing.B) {
		for b.Loop() {
			openWindow(b, file, manyArticles)
		}
	})
	store, err := sqlite.Open(context.Background(), file)
	if err != nil {
		b.Fatal(err)
	}
	defer store.Close()
	book := notes.New(store, notes.Options{})
	if err := book.Warm(context.Background()); err != nil {
		b.Fatal(err)
	}
	rows, _, err := book.Items(context.Background(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindPerson}, Limit: 20})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("quickfind/key", func(b *testing.B) {
		var typed []string
		for _, row := range rows {
			for end := 1; end <= len(row.Title); end++ {
				typed = append(typed, strings.ToLower(row.Title[:end]))
			}
		}
		for i := 0; b.Loop(); i++ {
			if _, err := book.Find(context.Background(), typed[i%len(typed)], nil, 40); err != nil {
				b.Fatal(err)
			}
		}
	})
	for name, query := range map[string]string{
		"name": rows[0].Title, "phrase": `"` + rows[1].Title + `"`, "common": "the", "two": "the " + rows[2].Title, "prefix": "pre*",
	} {
		b.Run("search/"+name, func(b *testing.B) {
			for b.Loop() {
				if _, err := book.Search(context.Background(), query, notes.SearchFilter{Limit: 20}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// openWindow opens an archive of so many articles in a window and waits until it can be
// used.
func openWindow(b *testing.B, file string, articles int) {
	store, err := sqlite.Open(context.Background(), file)
	if err != nil {
		b.Fatal(err)
	}
	show := make(chan func(), 4096)
	ctx, cancel := context.WithCancel(context.Background())
	w := newWindow(ctx, test.NewApp(), Options{
		Book: notes.New(store, notes.Options{}), Collector: collect.New(collect.Options{}),
		Log: slog.New(slog.DiscardHandler), show: func(f func()) { show <- f },
	})
	w.s.Window.Resize(fyne.NewSize(1440, 900))
	w.open(session.Place{View: session.All})
	ready := make(chan error, 1)
	go func() { ready <- w.s.Book.Warm(ctx) }()
	for warm := false; !warm || w.list.Len() != articles; {
		select {
		case f := <-show:
			f()
		case err := <-ready:
			if err != nil {
				b.Fatal(err)
			}
			warm = true
		}
	}
	b.StopTimer()
	cancel()
	w.s.Work.Wait()
	if err := store.Close(); err != nil {
		b.Fatal(err)
	}
	b.StartTimer()
}
