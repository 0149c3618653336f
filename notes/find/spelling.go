package find

import (
	"strings"
	"unicode/utf8"
)

// distance is the number of letters that must be added, dropped, replaced or
// swapped with their neighbour to make b of a, each place once (optimal string
// alignment). A number above most is most+1.
func distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > most || len(y) > maxTyped {
		return most + 1
	}
	for len(x) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	var rows [3][maxTyped + 1]int
	before, last, now := &rows[0], &rows[1], &rows[2]
	for j := range len(y) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			now[j] = min(last[j]+1, now[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
			least = min(least, now[j])
		}
		if least > most {
			return most + 1
		}
		before, last, now = last, now, before
	}
	return min(last[len(y)], most+1)
}

// sounds are letters that are written for each other in names.
var sounds = strings.NewReplacer(
	"ph", "f", "ck", "k", "ch", "k", "sh", "s", "th", "t", "gh", "g", "ou", "u", "oo", "u", "ee", "i", "ie", "i", "ei", "i",
	"w", "u", "c", "k", "q", "k", "y", "i", "j", "i", "z", "s", "v", "f", "x", "ks", "h", "",
)

// sounding reduces a word to how it sounds, so that Mutwa and Mutua are one.
func sounding(word string) string {
	reduced := sounds.Replace(word)
	var out strings.Builder
	var last rune
	for _, r := range reduced {
		if r != last {
			out.WriteRune(r)
		}
		last = r
	}
	if out.Len() == 0 {
		return word
	}
	return out.String()
}

// runes counts letters.
func runes(s string) int { return utf8.RuneCountInString(s) }
