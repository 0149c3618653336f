package notes

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/find"
	"cuttings/notes/fold"
)

// mostInBlock is how many names with something in common are compared with each
// other: of more, what they have in common says nothing.
const mostInBlock = 150

// calledName is a name, ready to be compared: its words in Latin letters, without
// titles.
type calledName struct {
	entity   int32 // whose it is, by its place among those that are compared
	words    []string
	whole    string
	sorted   string // the words in the order of the alphabet
	sound    string // the consonants, as far as they survive writing in other letters
	other    bool   // written in other letters than Latin ones
	acronym  bool   // capitals alone
	nameless bool   // the entity has no other name than acronyms
	length   int    // letters and spaces
	letters  uint64 // which letters it has, as bits: several can share one
}

// titles are words before a name that say nothing of who it is.
var titles = strings.Fields("dr prof professor mr mrs ms miss sir dame lord lady president minister senator general colonel captain judge king queen prince princess pope bishop")

var parting = strings.NewReplacer(".", " ", ",", " ", "-", " ")

func newCalled(entity int32, name string) (calledName, bool) {
	latin, _ := fold.Latin(name)
	var kept []string
	for _, word := range strings.Fields(parting.Replace(latin)) {
		if !slices.Contains(titles, word) {
			kept = append(kept, word)
		}
	}
	acronym := isAcronym(name)
	if acronym { // I.C.C. is the ICC
		kept = []string{strings.Join(kept, "")}
	}
	sorted := slices.Sorted(slices.Values(kept))
	c := calledName{entity: entity, words: kept, whole: strings.Join(kept, " "), sorted: strings.Join(sorted, " ")}
	c.sound, c.other, c.acronym = soundOf(kept), otherLetters(name), acronym
	for _, r := range c.whole {
		c.length++
		c.letters |= 1 << (r % 64)
	}
	return c, c.whole != ""
}

// calledNames are the names of an entity, which has a place among those that are
// compared.
func calledNames(entity int32, names []string) []calledName {
	var all []calledName
	nameless := true
	for _, name := range names {
		if c, ok := newCalled(entity, name); ok {
			nameless = nameless && c.acronym
			all = append(all, c)
		}
	}
	for i := range all {
		all[i].nameless = nameless
	}
	return all
}

func otherLetters(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.In(r, unicode.Latin) })
}

// mostAcronym is how many letters an acronym has, at most.
const mostAcronym = 6

func isAcronym(name string) bool {
	letters := 0
	for _, r := range name {
		if !unicode.IsUpper(r) && r != '.' {
			return false
		}
		letters++
	}
	return letters > 1 && letters <= mostAcronym
}

// sounds are letters that one and the same name has in different transliterations,
// and one of them for each.
var sounds = strings.NewReplacer("sch", "s", "kh", "h", "ph", "f", "ch", "c", "ck", "k", "q", "k", "tz", "ts", "x", "ks", "w", "v",
	"a", "", "e", "", "i", "", "o", "", "u", "", "y", "", "j", "", "'", "")

// soundOf is what the transliterations of a name have in common: its consonants,
// each once where it is doubled, whatever the spaces.
func soundOf(words []string) string {
	sound := []byte(sounds.Replace(strings.Join(words, "")))
	sound = slices.DeleteFunc(sound, func(c byte) bool { return c >= utf8.RuneSelf }) // letters that have no Latin one
	return string(slices.Compact(sound))
}

// initialsOf are those of the words that count in an acronym; "" of too few.
func initialsOf(words []string) string {
	var initials []byte
	for _, word := range words {
		if !slices.Contains(unsaid, word) {
			initials = append(initials, word[0])
		}
	}
	if len(initials) < leastInitials {
		return ""
	}
	return string(initials)
}

// unsaid are words that acronyms leave out.
var unsaid = strings.Fields("of the and for in on to de la du des et le les")

// leastInitials is how many initials say, at least, which name an acronym is of.
const leastInitials = 3

func beginning(word string, letters int) string {
	for i := range word {
		if letters == 0 {
			return word[:i]
		}
		letters--
	}
	return word
}

// initials are those that an acronym is, or that it could have; "" of none.
func (c *calledName) initials() string {
	if c.acronym {
		return c.whole
	}
	return initialsOf(c.words)
}

// leastSound is how many consonants say, at least, that two spellings in different
// letters are one name.
const leastSound = 4

// likeness says why two names may be one entity's; "" if nothing says so.
func likeness(a, b *calledName, kind Kind) Likeness {
	if a.acronym || b.acronym {
		return likeAcronym(a, b, kind)
	}
	switch {
	case a.whole == b.whole:
		return LikeName
	case a.sorted == b.sorted:
		return LikeOrder
	case a.other != b.other && len(a.sound) >= leastSound && a.sound == b.sound:
		if strings.ReplaceAll(a.whole, " ", "") == strings.ReplaceAll(b.whole, " ", "") {
			return LikeName
		}
		return LikeSpelling
	case spelt(a, b):
		return LikeSpelling
	case kind != KindPerson || a.words[len(a.words)-1] != b.words[len(b.words)-1]:
		return ""
	case len(a.words) == 1 || len(b.words) == 1:
		return LikeSurname
	case initialled(a.words, b.words) || initialled(b.words, a.words):
		return LikeInitials
	}
	return ""
}

// likeAcronym compares names of which one is an acronym. Many have the same one, so
// that it says nothing of two whose names in full are known.
func likeAcronym(a, b *calledName, kind Kind) Likeness {
	switch {
	case a.acronym && b.acronym && a.whole == b.whole && (a.nameless || b.nameless):
		return LikeName
	case a.acronym == b.acronym || kind == KindPerson:
		return ""
	case a.nameless && a.acronym && initialsOf(b.words) == a.whole, b.nameless && b.acronym && initialsOf(a.words) == b.whole:
		return LikeInitials
	}
	return ""
}

// leastSpelt is how many letters a name has, at least, of which one may differ:
// among shorter ones, most are nearly alike.
const leastSpelt = 6

// leastLong is how many letters a name has, at least, of which two may differ:
// a given name and a surname, mostly.
const leastLong = 10

// spelt reports whether names are one but for a letter, or two in a long name,
// and no word is another one altogether.
func spelt(a, b *calledName) bool {
	if len(a.words) != len(b.words) {
		return false
	}
	shorter := min(a.length, b.length)
	if shorter < leastSpelt || max(a.length, b.length)-shorter > 2 {
		return false
	}
	allowed := 1
	if shorter >= leastLong {
		allowed = 2
	}
	if bits.OnesCount64(a.letters^b.letters) > 2*allowed { // a replaced letter makes two of them differ, at most
		return false
	}
	differ := 0
	for i := range a.words {
		if a.words[i] != b.words[i] {
			differ++
		}
	}
	if differ > allowed {
		return false
	}
	for i := range a.words {
		most := find.Tolerance(a.words[i])
		if differ == 1 && min(utf8.RuneCountInString(a.words[i]), utf8.RuneCountInString(b.words[i])) >= leastSpelt {
			most = allowed // all else is the same: Melanie and Melany Joly
		}
		if find.Distance(a.words[i], b.words[i], most+1) > most {
			return false
		}
	}
	return find.Distance(a.whole, b.whole, allowed+1) <= allowed
}

// initialled reports whether the first words of one name are initials of the
// other's.
func initialled(short, long []string) bool {
	if len(short) > len(long) {
		return false
	}
	initials := 0
	for i, word := range short[:len(short)-1] {
		switch {
		case word == long[i]:
		case utf8.RuneCountInString(word) == 1 && strings.HasPrefix(long[i], word):
			initials++
		default:
			return false
		}
	}
	return initials > 0 || len(short) < len(long)
}
