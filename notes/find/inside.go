package find

import (
	"bytes"
	"strings"
	"unicode"

	"cuttings/notes/text"
)

// unspaced are the scripts in which a name is one row of letters: the given name
// stands inside the whole one, where no word begins.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

// isUnspaced reports whether a word is of such letters.
func isUnspaced(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return unicode.In(r, unspaced...) }) >= 0
}

// byInside finds names that have the words inside their own, in scripts without
// spaces. It looks through all names, which is paid only where such a script is
// typed.
func (s *search) byInside(t *typedQuery) {
	if !isUnspaced(t.folded) {
		return
	}
	for name, letters := range s.names.letters {
		if name := uint32(name); letters&t.letters == t.letters && s.wants(name) {
			if _, ok := t.inside(s.names.folded.at(name)); ok {
				s.keep(hit{name, rankOf(WordStarts, 0, unmatched(len(t.bytes), s.names.facts[name].length())), t})
			}
		}
	}
}

// inside says where the words stand in a folded name: each where it does first, and
// one of another script where a word begins.
func (t *typedQuery) inside(folded []byte) (places []text.Range, ok bool) {
	for _, word := range t.words {
		at := bytes.Index(folded, []byte(word))
		if !isUnspaced(word) && !bytes.HasPrefix(folded, []byte(word)) {
			if at = bytes.Index(folded, []byte(" "+word)) + 1; at == 0 {
				return nil, false
			}
		}
		if at < 0 {
			return nil, false
		}
		places = append(places, text.Range{Start: at, End: at + len(word)})
	}
	return places, true
}
