package find_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"cuttings/notes/find"
	"cuttings/notes/fold"
)

// slips are the ways in which people write a name that is not as it stands
// there. Each gives "" for a name that it leaves as it is.
var slips = []struct {
	name string
	slip func(random *rand.Rand, name string) string
}{
	{"dropped", func(random *rand.Rand, name string) string {
		i := inWord(random, name)
		return name[:i] + name[i+1:]
	}},
	{"doubled", func(random *rand.Rand, name string) string {
		i := inWord(random, name)
		return name[:i] + name[i:i+1] + name[i:]
	}},
	{"swapped", func(random *rand.Rand, name string) string {
		i := inWord(random, name)
		return changed(name, name[:i-1]+name[i:i+1]+name[i-1:i]+name[i+1:])
	}},
	{"replaced", func(random *rand.Rand, name string) string {
		i := inWord(random, name)
		return changed(name, name[:i]+string(rune('a'+random.IntN(26)))+name[i+1:])
	}},
	{"first letter", func(random *rand.Rand, name string) string {
		return changed(name, string(rune('a'+random.IntN(26)))+name[1:])
	}},
	{"as it sounds", func(_ *rand.Rand, name string) string {
		return changed(name, strings.NewReplacer("ph", "f", "ck", "k", "w", "u", "y", "i", "z", "s", "c", "k").Replace(name))
	}},
	{"sounds back", func(_ *rand.Rand, name string) string {
		return changed(name, strings.NewReplacer("f", "ph", "k", "c", "u", "w", "i", "y", "s", "z").Replace(name))
	}},
	{"two words wrong", func(random *rand.Rand, name string) string {
		words := strings.Fields(name)
		for i, word := range words[:2] {
			if len(word) < 4 {
				return ""
			}
			at := 1 + random.IntN(len(word)-1)
			words[i] = word[:at] + word[at:at+1] + word[at:]
		}
		return strings.Join(words, " ")
	}},
	{"out of order", func(_ *rand.Rand, name string) string {
		words := strings.Fields(name)
		return strings.Join(append(words[1:], words[0]), " ")
	}},
	{"beginnings", func(_ *rand.Rand, name string) string {
		words := strings.Fields(name)
		for i, word := range words {
			words[i] = word[:max(1, len(word)*3/4)]
		}
		return strings.Join(words, " ")
	}},
	{"with a title", func(_ *rand.Rand, name string) string { return "president " + name }},
}

func changed(before, after string) string {
	if before == after {
		return ""
	}
	return after
}

// inWord picks a letter that is not the first of a word of four letters or more.
func inWord(random *rand.Rand, name string) int {
	for range 1000 {
		i := 1 + random.IntN(len(name)-1)
		start := strings.LastIndexByte(name[:i], ' ') + 1
		length := strings.IndexByte(name[start:]+" ", ' ')
		if name[i] != ' ' && i > start && length >= 4 {
			return i
		}
	}
	return 1
}

// The right name must be among the first ten for 98 of 100 slips, and first for
// 90, among 100,000 others.
func TestNamesAreFoundHoweverTheyAreSpelt(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	meant := realNames(random, 600)
	others := slices.DeleteFunc(realNames(random, 50_000), func(name string) bool { return slices.Contains(meant, name) })
	all := slices.Concat(makeNames(random, 50_000), others, meant)
	x := find.NewIndex()
	for i, name := range all {
		x.Put(find.Candidate{Key: int64(i + 1), Kind: "person", Name: name})
	}
	tried, first, ten, alone := 0, 0, 0, 0
	for _, kind := range slips {
		kindTried, kindFirst, kindTen := 0, 0, 0
		for _, name := range meant {
			typed := kind.slip(random, fold.String(name))
			if typed == "" || random.IntN(6) > 0 {
				continue
			}
			kindTried++
			for place, match := range x.Find(t.Context(), typed, nil, 10) {
				if match.Name == name {
					kindTen++
					if place == 0 {
						kindFirst++
					}
				}
			}
			if kindTried%10 == 0 { // it is slow
				for place, match := range fuzzy.Find(typed, all) {
					if place < 10 && match.Str == name {
						alone += 10
					}
				}
			}
		}
		t.Logf("%-16s %3d tried, %3d among the first ten, %3d first", kind.name, kindTried, kindTen, kindFirst)
		tried, first, ten = tried+kindTried, first+kindFirst, ten+kindTen
	}
	percent := func(n int) float64 { return 100 * float64(n) / float64(tried) }
	t.Logf("%d tried: first %.1f %%, among the first ten %.1f %%; sahilm/fuzzy alone about %.0f %%", tried, percent(first), percent(ten), percent(alone))
	if tried < 500 || percent(ten) < 98 || percent(first) < 90 {
		t.Errorf("of %d names, %d are among the first ten and %d first", tried, ten, first)
	}
}

// What is typed rightly comes before all that is misspelt, from the first letter
// to the last.
func TestRightSpellingsComeFirst(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	meant := realNames(random, 40)
	x := find.NewIndex()
	for i, name := range append(makeNames(random, 20_000), meant...) {
		x.Put(find.Candidate{Key: int64(i + 1), Kind: "person", Name: name})
	}
	for _, name := range meant {
		folded := fold.String(name)
		for end := 1; end <= len(folded); end++ {
			typed := folded[:end]
			guessed := false
			for _, match := range x.Find(t.Context(), typed, nil, 40) {
				right := match.Reason <= find.WordStarts
				if right && guessed {
					t.Fatalf("%q: %q stands behind what is guessed", typed, match.Name)
				}
				guessed = guessed || !right
			}
			if !utf8.ValidString(typed) {
				t.Fatal(typed)
			}
		}
		if matches := x.Find(t.Context(), folded, nil, 10); len(matches) == 0 || matches[0].Name != name {
			t.Errorf("%q does not come first: %+v", name, matches)
		}
	}
}
