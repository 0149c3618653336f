package find_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sahilm/fuzzy"

	"cuttings/notes/find"
)

// makeNames returns n distinct names of two or three words, made of syllables
// as names of several languages are.
func makeNames(random *rand.Rand, n int) []string {
	onsets := strings.Fields("b br ch d f g gr h j k kr l m n p r s sh st t tr v w y z th ph")
	vowels := strings.Fields("a e i o u ai ei ou a e i o u a e o")
	ends := strings.Fields("n r l s nd rt m th ck t - - - - -")
	word := func() string {
		var w strings.Builder
		for range 1 + random.IntN(3) {
			w.WriteString(onsets[random.IntN(len(onsets))] + vowels[random.IntN(len(vowels))])
		}
		if end := ends[random.IntN(len(ends))]; end != "-" {
			w.WriteString(end)
		}
		return strings.ToUpper(w.String()[:1]) + w.String()[1:]
	}
	// As with people, first names are shared by many.
	var first []string
	for range 400 {
		first = append(first, word())
	}
	seen := map[string]bool{}
	names := make([]string, 0, n)
	for len(names) < n {
		name := first[random.IntN(len(first))] + " " + word()
		if random.IntN(5) == 0 {
			name += " " + word()
		}
		if len(name) > 8 && !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// errors are the ways in which people misspell a name; each changes one word.
var errors = map[string]func(random *rand.Rand, name string) string{
	"dropped": func(random *rand.Rand, name string) string {
		i := inWord(random, name)
		return name[:i] + name[i+1:]
	},
	"doubled": func(random *rand.Rand, name string) string {
		i := inWord(random, name)
		return name[:i] + name[i:i+1] + name[i:]
	},
	"swapped": func(random *rand.Rand, name string) string {
		i := inWord(random, name)
		return name[:i-1] + name[i:i+1] + name[i-1:i] + name[i+1:]
	},
	"replaced": func(random *rand.Rand, name string) string {
		i := inWord(random, name)
		return name[:i] + string(rune('a'+random.IntN(26))) + name[i+1:]
	},
	"as it sounds": func(_ *rand.Rand, name string) string {
		return strings.NewReplacer("ph", "f", "ck", "k", "w", "u", "y", "i", "z", "s", "c", "k").Replace(name)
	},
	"out of order": func(_ *rand.Rand, name string) string {
		words := strings.Fields(name)
		return strings.Join(append(words[1:], words[0]), " ")
	},
	"beginnings": func(_ *rand.Rand, name string) string {
		words := strings.Fields(name)
		for i, word := range words {
			words[i] = word[:max(1, len(word)*3/4)]
		}
		return strings.Join(words, " ")
	},
}

// inWord picks a letter that is not the first of a word, in a longer word.
func inWord(random *rand.Rand, name string) int {
	for {
		i := 1 + random.IntN(len(name)-1)
		if name[i] != ' ' && name[i-1] != ' ' && i+1 <= len(name) {
			return i
		}
	}
}

// The right name must be among the first ten for 98 of 100 misspellings, and
// first for 90.
func TestMisspeltNamesAreFound(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	names := makeNames(random, 30_000)
	x := find.NewIndex()
	for i, name := range names {
		x.Put(find.Candidate{Key: int64(i + 1), Kind: "person", Name: name})
	}
	const each = 80
	tried, first, ten := 0, 0, 0
	for kind, spoil := range errors {
		kindTen := 0
		for range each {
			name := names[random.IntN(len(names))]
			typed := strings.ToLower(spoil(random, name))
			tried++
			for place, match := range x.Find(t.Context(), typed, nil, 10) {
				if match.Name == name {
					ten++
					kindTen++
					if place == 0 {
						first++
					}
				}
			}
		}
		t.Logf("%-12s %d of %d among the first ten", kind, kindTen, each)
	}
	t.Logf("%d tried: first %.1f %%, among the first ten %.1f %%", tried, 100*float64(first)/float64(tried), 100*float64(ten)/float64(tried))
	if ten*100 < tried*98 || first*100 < tried*90 {
		t.Errorf("of %d names, %d are among the first ten and %d first", tried, ten, first)
	}
}

// BenchmarkFind measures one key stroke: the mean over the beginnings of names
// and of misspelt names, as they are typed. Beside it, sahilm/fuzzy over the
// same list.
func BenchmarkFind(b *testing.B) {
	for _, size := range []int{2_000, 100_000, 1_000_000} {
		random := rand.New(rand.NewPCG(1, uint64(size)))
		names := makeNames(random, size)
		x := find.NewIndex()
		for i, name := range names {
			x.Put(find.Candidate{Key: int64(i + 1), Kind: "person", Name: name})
		}
		var strokes []string
		for range 40 {
			name := strings.ToLower(names[random.IntN(len(names))])
			if random.IntN(2) == 0 {
				name = errors["replaced"](random, name)
			}
			for end := 1; end <= len(name); end++ {
				strokes = append(strokes, name[:end])
			}
		}
		b.Run(fmt.Sprintf("index/%dnames", size), func(b *testing.B) {
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				x.Find(context.Background(), strokes[i%len(strokes)], nil, 20)
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds()), "p99-ns")
		})
		b.Run(fmt.Sprintf("sahilm/%dnames", size), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				fuzzy.Find(strokes[i%len(strokes)], names)
			}
		})
	}
}
