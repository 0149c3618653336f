package generate

import (
	"context"
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/storage/sqlite"
)

func TestTheSameNumbersMakeTheSameWords(t *testing.T) {
	options := Options{Articles: 10, Entities: 40, Seed: 7}
	a, b := newGenerator(options), newGenerator(options)
	options.Seed++
	other := newGenerator(options)
	for number := range 10 {
		first, err := a.article(number)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := b.article(number)
		differs, _ := other.article(number)
		if first.Text.Body != again.Text.Body || first.Title != again.Title || first.Date != again.Date || first.URL != again.URL {
			t.Errorf("article %d is not the same again", number)
		}
		if first.Text.Body == differs.Text.Body {
			t.Errorf("article %d is the same with another seed", number)
		}
		if err := first.Text.Check(); err != nil {
			t.Errorf("article %d: %v", number, err)
		}
	}
	for i := range a.entities {
		if a.entities[i].name != b.entities[i].name {
			t.Errorf("entity %d is not the same again", i)
		}
	}
}

func TestWordsAreAsFrequentAsInALanguage(t *testing.T) {
	g := newGenerator(Options{Seed: 1})
	times, all, bytes := map[string]int{}, 0, 0
	const articles = 300
	for number := range articles {
		document, err := g.article(number)
		if err != nil {
			t.Fatal(err)
		}
		bytes += len(document.Text.Body)
		for _, word := range strings.Fields(strings.ToLower(document.Text.Body)) {
			times[strings.Trim(word, ".,")]++
			all++
		}
	}
	if size := bytes / articles; size < 2500 || size > 3800 {
		t.Errorf("an article has %d bytes on average, not about 3000", size)
	}
	first := float64(times[g.words[0]])
	for rank := 2; rank <= 64; rank *= 2 {
		expected := first / float64(rank)
		if n := float64(times[g.words[rank-1]]); n < expected*0.7 || n > expected*1.4 {
			t.Errorf("word %d stands %v times, by Zipf's law about %.0f", rank, n, expected)
		}
	}
	if different := len(times); different < 8000 {
		t.Errorf("only %d different words in %d", different, all)
	}
}

func TestEntitiesHaveNamesOfTheirOwn(t *testing.T) {
	entities := invent(3, 5000)
	seen, kinds := map[string]bool{}, map[notes.Kind]int{}
	for i, e := range entities {
		if seen[e.name] {
			t.Errorf("%q is there twice", e.name)
		}
		seen[e.name] = true
		kinds[e.kind]++
		if e.place >= i || slices.ContainsFunc(e.participants, func(p int) bool { return p >= i }) {
			t.Errorf("event %q refers to what comes after it", e.name)
		}
	}
	for _, kind := range notes.Entities {
		if kinds[kind] < 300 {
			t.Errorf("only %d of kind %s", kinds[kind], kind)
		}
	}
}

func TestZipfDrawsEveryNumber(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for _, n := range []int{1, 2, 7} {
		z, drawn := newZipf(n, 1), make([]int, n)
		for range 10_000 {
			drawn[z.next(r)]++
		}
		if !slices.IsSortedFunc(drawn, func(a, b int) int { return b - a }) || drawn[n-1] == 0 {
			t.Errorf("of %d: %v", n, drawn)
		}
	}
}

func TestArchive(t *testing.T) {
	file := filepath.Join(t.TempDir(), "practice.cuttings")
	options := Options{Articles: 120, Entities: 60, Seed: 1}
	last, reports := [2]int{}, 0
	err := Archive(t.Context(), file, options, func(done, total int) { last, reports = [2]int{done, total}, reports+1 })
	if err != nil {
		t.Fatal(err)
	}
	if last[0] != last[1] || reports != last[1] {
		t.Errorf("the last of %d reports was %d of %d", reports, last[0], last[1])
	}
	store, err := sqlite.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	book := notes.New(store, notes.Options{})
	counts, err := book.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	entities := 0
	for _, kind := range notes.Entities {
		entities += counts.Kinds[kind]
	}
	if counts.Kinds[notes.KindArticle] != 120 || entities != 60 || counts.Kinds[notes.KindHighlight] != 12 || counts.Kinds[notes.KindNote] == 0 {
		t.Errorf("the archive holds %v", counts.Kinds)
	}
	if _, mentions, err := book.Mentions(t.Context(), notes.MentionFilter{Limit: 1}); err != nil || mentions < 120 {
		t.Errorf("%d mentions, %v", mentions, err)
	}
	if problems, err := book.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("problems: %v, %v", problems, err)
	}
}

func TestArchiveLeavesAFileAsItIs(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mine.txt")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Archive(t.Context(), file, Options{Articles: 1}, nil); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v, want fs.ErrExist", err)
	}
	if words, _ := os.ReadFile(file); string(words) != "mine" {
		t.Errorf("the file holds %q now", words)
	}
}

func TestArchiveThatIsStoppedLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	for _, at := range []int{1, 30, 100} { // among the entities, the articles, the highlights
		ctx, stop := context.WithCancel(t.Context())
		err := Archive(ctx, filepath.Join(folder, "practice.cuttings"), Options{Articles: 50, Entities: 10, Seed: 1}, func(done, _ int) {
			if done == at {
				stop()
			}
		})
		stop()
		if !errors.Is(err, context.Canceled) {
			t.Errorf("stopped at %d: %v", at, err)
		}
		if left, _ := os.ReadDir(folder); len(left) > 0 {
			t.Errorf("stopped at %d: %v is left", at, left)
		}
	}
}

func TestAnEmptyArchive(t *testing.T) {
	if err := Archive(t.Context(), filepath.Join(t.TempDir(), "empty.cuttings"), Options{}, nil); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkArchive makes archives of 1,000 articles and 200 entities.
func BenchmarkArchive(b *testing.B) {
	options := Options{Articles: 1000, Entities: 200, Seed: 1}
	for b.Loop() {
		file := filepath.Join(b.TempDir(), "practice.cuttings")
		_ = os.Remove(file)
		if err := Archive(b.Context(), file, options, nil); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(options.Articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}
