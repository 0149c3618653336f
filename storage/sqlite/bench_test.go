package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/storage/generate"
	"cuttings/storage/sqlite"
)

// What is measured, set by the environment: how many articles of 3 KB the archive
// has, with as many entities; and a file in which it is kept to be used again,
// since a large one takes minutes to make.
const (
	sizeVariable = "CUTTINGS_BENCH_ARTICLES"
	fileVariable = "CUTTINGS_BENCH_ARCHIVE"
	usualSize    = 10_000
	benchSeed    = 1
)

func benchOptions(b *testing.B) generate.Options {
	size := usualSize
	if set := os.Getenv(sizeVariable); set != "" {
		var err error
		if size, err = strconv.Atoi(set); err != nil {
			b.Fatalf("%s: %v", sizeVariable, err)
		}
	}
	return generate.Options{Articles: size, Entities: size, Seed: benchSeed}
}

// large opens the archive that is measured.
func large(b *testing.B) (*notes.Notebook, *sqlite.Store) {
	b.Helper()
	file := os.Getenv(fileVariable)
	if file == "" {
		file = filepath.Join(b.TempDir(), "large.cuttings")
	}
	err := generate.Archive(b.Context(), file, benchOptions(b), nil)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		b.Fatal(err)
	}
	return openAt(b, file)
}

// typed are queries of one class.
type typed struct {
	class   string
	queries []string
}

// sample is what queries are made of.
type sample struct {
	random *rand.Rand
	texts  [][]string          // words of some articles
	shared map[string][]string // words by how many of those have them
	people []string
}

const (
	sampledTexts  = 400
	sampledPeople = 2000
	queriesEach   = 40 // of a class
)

func sampleOf(b *testing.B, book *notes.Notebook) sample {
	articles, err := book.AllArticles(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	s := sample{random: rand.New(rand.NewPCG(5, 5)), shared: map[string][]string{}}
	having := map[string]int{}
	for range sampledTexts {
		article, err := book.Article(b.Context(), articles[s.random.IntN(len(articles))])
		if err != nil {
			b.Fatal(err)
		}
		text, err := book.Text(b.Context(), article.Capture)
		if err != nil {
			b.Fatal(err)
		}
		words := strings.Fields(query.Indexable(text.Body))
		s.texts = append(s.texts, words)
		for _, word := range slices.Compact(slices.Sorted(slices.Values(words))) {
			having[word]++
		}
	}
	for _, word := range slices.Sorted(maps.Keys(having)) {
		switch count := having[word]; {
		case len(word) < 2:
		case count > sampledTexts*4/10:
			s.shared["very common"] = append(s.shared["very common"], word)
		case count > sampledTexts/20:
			s.shared["common"] = append(s.shared["common"], word)
		case count < 3:
			s.shared["rare"] = append(s.shared["rare"], word)
		}
	}
	people, _, err := book.Items(b.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindPerson}, Limit: sampledPeople})
	if err != nil {
		b.Fatal(err)
	}
	for _, person := range people {
		s.people = append(s.people, person.Title)
	}
	return s
}

func one[T any](s sample, of []T) T { return of[s.random.IntN(len(of))] }

func (s sample) word(classes ...string) string { return one(s, s.shared[one(s, classes)]) }

func (s sample) row(words int) string {
	text := one(s, s.texts)
	at := s.random.IntN(len(text) - words)
	return strings.Join(text[at:at+words], " ")
}

// queriesAbout makes queries of each class out of what stands in the archive; of
// all classes in turn before them.
func queriesAbout(b *testing.B, book *notes.Notebook) []typed {
	s := sampleOf(b, book)
	const everywhere, common, rare = "very common", "common", "rare"
	var classes []typed
	for _, class := range []struct {
		name string
		make func() string
	}{
		{"very common", func() string { return s.word(everywhere) }},
		{"common", func() string { return s.word(common) }},
		{"rare", func() string { return s.word(rare) }},
		{"phrase", func() string { return strconv.Quote(s.row(2 + s.random.IntN(2))) }},
		{"prefix", func() string { word := s.word(common); return word[:min(len(word), 2+s.random.IntN(3))] + "*" }},
		{"two words", func() string { return s.word(everywhere, common, rare) + " " + s.word(everywhere, common, rare) }},
		{"either", func() string { return s.word(everywhere, common, rare) + " OR " + s.word(everywhere, common, rare) }},
		{"without", func() string { return s.word(common) + " -" + s.word(everywhere, common, rare) }},
		{"name", func() string { return one(s, s.people) }},
		{"person", func() string { return fmt.Sprintf("person:%q", one(s, s.people)) }},
		{"source", func() string { return "source:courier " + s.word(common) }},
		{"after", func() string { return fmt.Sprintf("after:%d %s", 1995+s.random.IntN(25), s.word(everywhere, common)) }},
		{"has", func() string { return "has:highlight " + s.word(everywhere, common) }},
	} {
		asked := typed{class: class.name}
		for range queriesEach {
			asked.queries = append(asked.queries, class.make())
		}
		classes = append(classes, asked)
	}
	all := typed{class: "mix"}
	for i := range queriesEach {
		for _, class := range classes {
			all.queries = append(all.queries, class.queries[i])
		}
	}
	return append([]typed{all}, classes...)
}

// spread tells the median and the 99th percentile of what was measured, in
// milliseconds.
func spread(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	for _, part := range []int{50, 99} {
		b.ReportMetric(float64(took[len(took)*part/100].Microseconds())/1000, fmt.Sprintf("p%d-ms", part))
	}
}

// BenchmarkSearch measures queries of many classes, each with its first 20 results
// and their snippets, and the facets of the same queries. It says what the archive
// takes on the disk for each byte of its texts, and the memory in use.
func BenchmarkSearch(b *testing.B) {
	book, store := large(b)
	if err := book.Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	classes := queriesAbout(b, book)
	for _, asked := range []struct {
		what string
		ask  func(ctx context.Context, source string) error
	}{
		{"results", func(ctx context.Context, source string) error {
			_, err := book.Search(ctx, source, notes.SearchFilter{Limit: 20})
			return err
		}},
		{"facets", func(ctx context.Context, source string) error {
			_, err := book.Facets(ctx, source, nil)
			return err
		}},
	} {
		for _, class := range classes {
			b.Run(asked.what+"/"+class.class, func(b *testing.B) {
				var took []time.Duration
				for i := 0; b.Loop(); i++ {
					began := time.Now()
					if err := asked.ask(b.Context(), class.queries[i%len(class.queries)]); err != nil {
						b.Fatal(err)
					}
					took = append(took, time.Since(began))
				}
				spread(b, took)
			})
		}
	}
	b.Run("memory", func(b *testing.B) {
		var memory runtime.MemStats
		for b.Loop() {
			runtime.GC()
			runtime.ReadMemStats(&memory)
		}
		b.ReportMetric(float64(memory.HeapAlloc)/(1<<20), "MB-heap")
		b.ReportMetric(float64(memory.Sys-memory.HeapReleased)/(1<<20), "MB-held")
		info, err := os.Stat(store.Path())
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/(1<<20), "MB-disk")
	})
}

// BenchmarkCollect measures how many articles of 3 KB are kept in a second, with
// their words indexed and the known names found in all of them; and beside that what
// it takes for each to bring the segments of the search tables together, which waits
// until there is time.
func BenchmarkCollect(b *testing.B) {
	options := benchOptions(b)
	_, store := large(b)
	file := filepath.Join(b.TempDir(), "copy.cuttings") // the archive itself is to stay as it is
	if err := store.Backup(b.Context(), file); err != nil {
		b.Fatal(err)
	}
	book, _ := openAt(b, file)
	const each, first = 1000, 64
	collector := generate.Collector(options)
	at := options.Articles
	collect := func(count int) {
		inputs := generate.Inputs(at, count)
		for _, collected := range book.Collect(b.Context(), collector, inputs, notes.CollectOptions{}, nil) {
			if collected.Status != notes.StatusAdded {
				b.Fatalf("%s: %s: %v", collected.Name, collected.Status, collected.Err)
			}
		}
		at += count
	}
	collect(first) // reads the names
	began := time.Now()
	for b.Loop() {
		collect(each)
	}
	collected := float64(at - options.Articles - first)
	b.ReportMetric(collected/time.Since(began).Seconds(), "articles/s")
	waiting, err := book.Pending(b.Context(), 1)
	if err != nil || len(waiting) > 0 {
		b.Fatalf("names are still to be found in some: %v", err)
	}
	began = time.Now()
	if err := book.CatchUp(b.Context(), nil); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(time.Since(began).Milliseconds())/collected, "ms-merging/article")
}
