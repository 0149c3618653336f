package find

import (
	"hash/maphash"
	"strings"
	"unicode/utf8"
)

// mostWrong is the most letters of a word that may be wrong, and mostVowels of a
// long word whose consonants all sound alike: Mohamed is written with other vowels
// wherever it is spoken.
const (
	mostWrong  = 2
	mostVowels = 3
)

// Tolerance is how many letters of a word may be wrong.
func Tolerance(word string) int {
	switch letters := utf8.RuneCountInString(word); {
	case letters < 3:
		return 0
	case letters < 6:
		return 1
	}
	return mostWrong
}

// leastBegun is how many letters of a word there must be for the word to be
// guessed that begins with them misspelt.
const leastBegun = 4

// nearness is how a word of a name is near one that was typed: the letters that
// are wrong, and whether the word goes on beyond what was typed.
type nearness uint8

const begun nearness = 1 << 7

func (n nearness) wrong() int { return int(n &^ begun) }

// near returns the words that are nearly spelt like word, or sound like it; the
// word itself is at 0. If the word is the last that was typed, those that it
// nearly begins are near too, if their first letter is right.
func (d *dictionary) near(word string, last bool) map[uint32]nearness {
	found := map[uint32]nearness{}
	most := Tolerance(word)
	if most == 0 {
		if number, ok := d.lookup([]byte(word)); ok {
			found[number] = 0
		}
		return found
	}
	pattern := newPattern(word)
	letters := lettersOf([]byte(word))
	sound := sounding(word)
	frame := frameOf([]byte(word))
	for number, others := range d.letters {
		number := uint32(number)
		if d.frames[number] == frame {
			if far, ok := pattern.sounds(sound, d.text.at(number), most); ok {
				found[number] = far
				continue
			}
		}
		if !fewBits(letters&^others, most) || !fewBits(others&^letters, most) {
			continue
		}
		other := d.text.at(number)
		if apart := len(other) - len(word); apart > most*utf8.UTFMax || apart < -most*utf8.UTFMax {
			continue
		}
		if far := pattern.distance(other, most); far <= most {
			found[number] = nearness(far)
		}
	}
	if last && len(word) >= leastBegun {
		d.nearBeginning(word, pattern, letters, found)
	}
	return found
}

// sounds says how near a word is whose consonants may be those of the pattern: it
// sounds alike, or, if it is long, with other vowels.
func (p *pattern) sounds(sound string, other []byte, most int) (nearness, bool) {
	its := sounding(string(other))
	if its == sound {
		return nearness(min(1, p.distance(other, 1))), true
	}
	if most < mostWrong || consonants(its) != consonants(sound) {
		return 0, false
	}
	far := p.distance(other, mostVowels)
	return nearness(far), far <= mostVowels
}

// fewBits reports whether at most one or two bits are set: each step takes the
// lowest away.
func fewBits(set uint64, most int) bool {
	set &= set - 1
	if most > 1 {
		set &= set - 1
	}
	return set == 0
}

// nearBeginning adds the words whose beginning is one letter off.
func (d *dictionary) nearBeginning(word string, pattern *pattern, letters uint64, found map[uint32]nearness) {
	_, size := utf8.DecodeRuneInString(word)
	lo, hi, late := d.beginning([]byte(word[:size]))
	look := func(number uint32) {
		if !fewBits(letters&^d.letters[number], 1) {
			return
		}
		if _, known := found[number]; known {
			return
		}
		if far := pattern.beginning(d.text.at(number)); far <= 1 {
			found[number] = nearness(far) | begun
		}
	}
	for number := lo; number < hi; number++ {
		look(number)
	}
	for _, number := range late {
		look(number)
	}
}

// pattern is a word whose distance to many others is asked for: the number of
// letters that must be added, dropped, replaced or swapped with their neighbour,
// each place once (optimal string alignment). Words of ASCII are compared in a
// few machine words a letter, as in H. Hyyrö, "A bit-vector algorithm for
// computing Levenshtein and Damerau edit distances" (2003); the plain way, which
// it is held to by tests, is Distance.
type pattern struct {
	word  string
	plain bool
	at    [utf8.RuneSelf]uint64 // for each letter the places at which it stands
}

func newPattern(word string) *pattern {
	p := &pattern{word: word, plain: len(word) <= 64 && isPlain(word)}
	if p.plain {
		for i := range len(word) {
			p.at[word[i]] |= 1 << i
		}
	}
	return p
}

// distance is how far other is; a number above most is most+1.
func (p *pattern) distance(other []byte, most int) int {
	if !p.plain || len(p.word) == 0 {
		return Distance(p.word, string(other), most)
	}
	far, _, ok := p.run(other, most)
	if !ok {
		return Distance(p.word, string(other), most)
	}
	return min(far, most+1)
}

// beginning is how far the nearest beginning of other is; 2 if it is more.
func (p *pattern) beginning(other []byte) int {
	if !p.plain || len(p.word) == 0 {
		return 2
	}
	_, least, ok := p.run(other[:min(len(other), len(p.word)+1)], len(p.word)+1)
	if !ok {
		return 2
	}
	return min(least, 2)
}

// run compares letter by letter. It returns the distance to the whole of other
// and to the nearest beginning of it; ok is false if other is not of ASCII.
func (p *pattern) run(other []byte, most int) (far, least int, ok bool) {
	m := len(p.word)
	last := uint64(1) << (m - 1)
	more, less := ^uint64(0), uint64(0) // where a row of the table steps up and down
	var diagonal, before uint64
	far, least = m, m
	for i, c := range other {
		if c >= utf8.RuneSelf {
			return 0, 0, false
		}
		at := p.at[c]
		swapped := ((^diagonal & at) << 1) & before
		diagonal = swapped | (((at & more) + more) ^ more) | at | less
		up := less | ^(diagonal | more)
		down := diagonal & more
		if up&last != 0 {
			far++
		}
		if down&last != 0 {
			far--
		}
		least = min(least, far)
		if far-(len(other)-1-i) > most {
			return most + 1, least, true // each letter left takes away one at most
		}
		up = up<<1 | 1
		down <<= 1
		more = down | ^(diagonal | up)
		less = up & diagonal
		before = at
	}
	return far, least, true
}

// Distance is the number of letters that must be added, dropped, replaced or
// swapped with their neighbour to make b of a, each place once (optimal string
// alignment). A number above most is most+1.
func Distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > most || len(y) > maxTyped {
		return most + 1
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

// soundsOf are letters that are written for each other in names.
var soundsOf = strings.NewReplacer(
	"tsch", "k", "tch", "k", "sch", "s", "ph", "f", "ck", "k", "ch", "k", "sh", "s", "th", "t", "gh", "g", "ou", "u", "oo", "u", "ee", "i", "ie", "i", "ei", "i",
	"w", "u", "c", "k", "q", "k", "y", "i", "j", "i", "z", "s", "v", "f", "x", "ks", "h", "",
)

// sounding reduces a word to how it sounds, so that Mutwa and Mutua are one.
func sounding(word string) string {
	reduced := soundsOf.Replace(word)
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

// consonants leaves the vowels out of what sounding gives.
func consonants(sound string) string { return vowels.Replace(sound) }

var vowels = strings.NewReplacer("a", "", "e", "", "i", "", "o", "", "u", "")

// frameOf is a hash of the consonants of a word as they sound.
func frameOf(word []byte) uint32 {
	return uint32(maphash.String(seed, consonants(sounding(string(word)))))
}
