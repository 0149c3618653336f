package find

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"cuttings/notes/fold"
)

// arena holds many short rows of bytes as one.
type arena struct {
	bytes []byte
	ends  []uint32
}

func (a *arena) add(row []byte) {
	a.bytes = append(a.bytes, row...)
	a.ends = append(a.ends, uint32(len(a.bytes)))
}

func (a *arena) at(i uint32) []byte {
	start := uint32(0)
	if i > 0 {
		start = a.ends[i-1]
	}
	return a.bytes[start:a.ends[i]]
}

// facts are what decides whether a name is looked at more closely.
type facts uint32

// The bits of facts: the bytes of the folded name, its words, its candidate's
// kind, and marks.
const (
	lengthBits = 10
	countBits  = 4
	longest    = 1<<lengthBits - 1
	mostWords  = 1<<countBits - 1
)

const (
	isAlias  facts = 1 << (31 - iota)
	isLatin        // written in Latin letters by us
	isTitled       // its first word is a title
	isGone
)

func factsOf(length, words int, marks facts) facts {
	return marks | facts(min(length, longest)) | facts(min(words, mostWords))<<lengthBits
}

func (f facts) withKind(kind uint8) facts {
	return f&^(255<<(lengthBits+countBits)) | facts(kind)<<(lengthBits+countBits)
}

func (f facts) length() int { return int(f & longest) }
func (f facts) count() int  { return int(f >> lengthBits & mostWords) }
func (f facts) kind() uint8 { return uint8(f >> (lengthBits + countBits)) }

// grade is, roughly, how much a name's candidate is used and named: of two
// grades the greater is that of the candidate that comes first. It lies beside
// the facts, since the candidates themselves are far away in memory.
type grade uint16

// gradeOf counts how often the archive names what was never opened, and the days
// of use (see Use) of what was.
func gradeOf(used, weight uint32) grade {
	const day, since = 24 * 60 * 60, 18000 // since April 2019, before there was anything to open
	if used == 0 {
		return grade(min(weight, mostCounted))
	}
	return grade(mostCounted + 1 + min(max(0, int(used/day)-since), 1<<16-mostCounted-2))
}

const mostCounted = 1023

// exact reports whether candidates of this grade are used and named as much as
// each other.
func (g grade) exact() bool { return g < mostCounted }

// names are the columns in which names stand.
type names struct {
	shown    arena // as they are written
	folded   arena
	entry    []uint32
	facts    []facts
	grade    []grade
	letters  []uint64 // which letters it has: see lettersOf
	initials []uint32 // see initialsOf
	words    []uint32 // the words of all names
	behind   []uint32 // where in words those of each name end
	latin    []uint32 // the names of several words that were written in Latin letters by us
	packed   int      // names before this one are in the rows of the dictionary
}

// tail is how many names were not packed yet.
func (n *names) tail() int { return len(n.entry) - n.packed }

func (n *names) wordsOf(name uint32) []uint32 {
	start := uint32(0)
	if name > 0 {
		start = n.behind[name-1]
	}
	return n.words[start:n.behind[name]]
}

// longestName bounds what is kept of a name, in bytes, to be compared: enough
// for any title.
const longestName = 1000

// addName adds a name of the entry that is about to be added, and, if it is not
// written in Latin letters, the same in those. What the entry knows is marked
// later.
func (x *Index) addName(at uint32, shown string, marks facts) {
	folded := bounded(fold.String(shown))
	if folded == "" {
		return
	}
	x.addFolded(at, shown, folded, marks)
	if isPlain(folded) {
		return
	}
	if latin, _ := fold.Latin(shown); latin != "" && latin != folded {
		x.addFolded(at, shown, bounded(latin), marks|isLatin)
	}
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// bounded cuts a folded name that is too long, between words if it can.
func bounded(folded string) string {
	if len(folded) <= longestName {
		return folded
	}
	end := longestName
	for end > 0 && !utf8.RuneStart(folded[end]) {
		end--
	}
	for i := end; i > end-100; i-- {
		if folded[i] == ' ' {
			return folded[:i]
		}
	}
	return folded[:end]
}

func (x *Index) addFolded(at uint32, shown, folded string, marks facts) {
	n := &x.names
	row := []byte(folded)
	count := 0
	for rest := row; len(rest) > 0; count++ {
		word, behind, _ := bytes.Cut(rest, []byte{' '})
		n.words = append(n.words, x.words.add(word))
		if count == 0 && len(behind) > 0 && isTitle(string(word)) {
			marks |= isTitled
		}
		rest = behind
	}
	if marks&isLatin != 0 && count > 1 {
		n.latin = append(n.latin, uint32(len(n.entry)))
	}
	n.shown.add([]byte(shown))
	n.folded.add(row)
	n.entry = append(n.entry, at)
	n.grade = append(n.grade, 0)
	n.facts = append(n.facts, factsOf(len(row), count, marks))
	n.letters = append(n.letters, lettersOf(row))
	n.initials = append(n.initials, initialsOf(row))
	n.behind = append(n.behind, uint32(len(n.words)))
}

// pack puts the words in order and gives each the row of names that have it.
func (x *Index) pack() {
	n := &x.names
	if n.tail() == 0 {
		return
	}
	x.near.forget(-1)
	to := x.words.order()
	for i, word := range n.words {
		n.words[i] = to[word]
	}
	x.words.list(n)
	n.packed = len(n.entry)
	n.fit()
}

// fit gives back the room that growing took beyond what is held, where it is
// much.
func (n *names) fit() {
	n.shown.fit()
	n.folded.fit()
	n.entry, n.facts, n.grade, n.letters = fit(n.entry), fit(n.facts), fit(n.grade), fit(n.letters)
	n.initials, n.words, n.behind, n.latin = fit(n.initials), fit(n.words), fit(n.behind), fit(n.latin)
}

func (a *arena) fit() { a.bytes, a.ends = fit(a.bytes), fit(a.ends) }

func fit[T any](s []T) []T {
	if cap(s)-len(s) > len(s)/16 {
		return append(make([]T, 0, len(s)+len(s)/64), s...)
	}
	return s
}

// lettersOf has a bit for each letter and digit in a folded name, so that most
// names that lack a letter are told at a glance.
func lettersOf(folded []byte) uint64 {
	var letters uint64
	for i := 0; i < len(folded); {
		if c := folded[i]; c < utf8.RuneSelf {
			letters |= bitOf(rune(c))
			i++
			continue
		}
		r, size := utf8.DecodeRune(folded[i:])
		letters |= bitOf(r)
		i += size
	}
	return letters
}

func bitOf(r rune) uint64 {
	switch {
	case r == ' ':
		return 0
	case r >= 'a' && r <= 'z':
		return 1 << (r - 'a')
	case r >= '0' && r <= '9':
		return 1 << (26 + r - '0')
	}
	return 1 << (36 + r%28)
}

// initialsOf packs the first letters of the words of a folded name, five bits
// each, so that names can be looked through for initials; 0 for a name of one
// word, or of more than maxInitials. Letters beyond a to z may share a number:
// who finds one looks.
func initialsOf(folded []byte) uint32 {
	var packed uint32
	count := 0
	start := true
	for _, c := range folded {
		if start {
			if count++; count > maxInitials {
				return 0
			}
			packed = packed<<5 | initial(c)
		}
		start = c == ' '
	}
	if count < 2 {
		return 0
	}
	return packed
}

// hasInitial reports whether a word may begin with an initial: surely not if the
// packed ones are known and it is not among them. Each field of five bits that
// is the same becomes 0, and only a field that is 0 lends from its highest bit
// when 1 is taken away.
func hasInitial(packed, initial uint32) bool {
	const ones, tops = 0b00001_00001_00001_00001_00001_00001, 0b10000_10000_10000_10000_10000_10000
	apart := packed ^ initial*ones
	return packed == 0 || (apart-ones)&^apart&tops != 0
}

// initial is from 1 to 31.
func initial(c byte) uint32 {
	if c >= 'a' && c <= 'z' {
		return uint32(c-'a') + 1
	}
	return 27 + uint32(c)%5
}

// titles are words before a name that are not part of it.
var titles = []string{
	"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lady", "lord", "dame", "president", "minister", "senator",
	"secretary", "governor", "general", "colonel", "judge", "justice", "king", "queen", "prince", "princess", "pope",
}

func isTitle(word string) bool { return slices.Contains(titles, word) }
