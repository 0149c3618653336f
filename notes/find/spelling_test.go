package find

import (
	"testing"

	"pgregory.net/rapid"
)

// The quick way to compare words says what the plain way says.
func TestPatternAgreesWithDistance(t *testing.T) {
	word := rapid.OneOf(rapid.StringMatching(`[ab]{0,9}`), rapid.StringMatching(`[a-e]{1,64}`), rapid.StringMatching(`[a-cé]{1,8}`))
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		most := rapid.IntRange(0, 3).Draw(t, "most")
		if got, want := newPattern(a).distance([]byte(b), most), Distance(a, b, most); got != want {
			t.Fatalf("%q to %q, at most %d: %d, not %d", a, b, most, got, want)
		}
		if !isPlain(a+b) || a == "" {
			return
		}
		least := 2
		for end := range len(b) + 1 {
			least = min(least, Distance(a, b[:end], 1))
		}
		if got := newPattern(a).beginning([]byte(b)); got != least {
			t.Fatalf("%q to the beginnings of %q: %d, not %d", a, b, got, least)
		}
	})
}

func TestDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"mutua", "mutua", 0},
		{"mutua", "mutwa", 1},
		{"mutua", "muuta", 1},
		{"mutua", "mutu", 1},
		{"mutua", "muttua", 1},
		{"mutua", "umtau", 2},
		{"ca", "abc", 3},
		{"", "ab", 2},
		{"зеленский", "зеленскии", 1},
	} {
		if got := Distance(test.a, test.b, 3); got != test.want {
			t.Errorf("%q to %q: %d, not %d", test.a, test.b, got, test.want)
		}
	}
}

// A name has every initial that it is packed with, and seldom another.
func TestHasInitial(t *testing.T) {
	packed := initialsOf([]byte("jean claude van damme"))
	for c := byte('a'); c <= 'z'; c++ {
		want := c == 'j' || c == 'c' || c == 'v' || c == 'd'
		if got := hasInitial(packed, initial(c)); got != want {
			t.Errorf("%c: %v", c, got)
		}
	}
}
