package find

import (
	"bytes"
	"slices"

	"cuttings/notes/text"
)

// byLatin finds names of other scripts by their Latin spelling, wherever that is
// written with spaces: what was written in Latin letters by us stands there syllable
// by syllable, bei jing, and people type beijing. It looks through such names alone.
func (s *search) byLatin(t *typedQuery) {
	row := t.letterRow()
	for _, name := range s.names.latin {
		if s.names.letters[name]&t.letters != t.letters || !s.wants(name) {
			continue
		}
		if reason, _, ok := t.spelt(row, s.names.folded.at(name)); ok {
			const spaces = 1 // a name with the same spaces comes first
			s.keep(hit{name, rankOf(reason, 0, spaces+unmatched(len(t.bytes), s.names.facts[name].length())), t})
		}
	}
}

// spelt says how a folded name has the letters typed, of which row has no spaces, if
// its own are left aside, and where: it is them, begins with them, or has each word, in
// any order, from the beginning of a word of its own on.
func (t *typedQuery) spelt(row string, folded []byte) (reason Reason, places []text.Range, ok bool) {
	if end, ok := begunBy(folded, row); ok {
		reason := Prefix
		if end == len(folded) {
			reason = Exact
		}
		return reason, []text.Range{{End: end}}, true
	}
	for _, word := range t.words {
		place, ok := placeOf(word, folded, places)
		if !ok {
			return 0, nil, false
		}
		places = append(places, place)
	}
	return WordStarts, places, true
}

// placeOf is the first place in a folded name at which a word stands from the beginning
// of one on, spaces in it left aside, that is not taken.
func placeOf(word string, folded []byte, taken []text.Range) (place text.Range, ok bool) {
	for start := 0; start < len(folded); {
		if end, ok := begunBy(folded[start:], word); ok {
			place = text.Range{Start: start, End: start + end}
			if !slices.ContainsFunc(taken, place.Overlaps) {
				return place, true
			}
		}
		space := bytes.IndexByte(folded[start:], ' ')
		if space < 0 {
			break
		}
		start += space + 1
	}
	return place, false
}

// begunBy reports whether a folded name begins with letters, its spaces left aside,
// and where they end in it.
func begunBy(folded []byte, letters string) (end int, ok bool) {
	for i := range len(letters) {
		if end < len(folded) && folded[end] == ' ' {
			end++
		}
		if end == len(folded) || folded[end] != letters[i] {
			return 0, false
		}
		end++
	}
	return end, true
}
