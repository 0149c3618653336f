package happening

import "cuttings/notes/text"

// signing are the verbs by which an agreement comes about.
const signing = "signed concluded initialled initialed"

// wholeAgreement asks for two parties, or for one that is known to have been signed when
// and where: "the treaty was signed on 18 October 1912 at Ouchy".
func (t *told) wholeAgreement(c *candidate) bool {
	all := t.both(c)
	if len(all) >= 2 {
		return true
	}
	s := t.sentences[c.sentence]
	if c.place < 0 {
		c.spot = t.spotBehind(s, c.trigger)
	}
	c.bare = len(all) == 0
	return c.date >= 0 && (c.place >= 0 || c.spot.Len() > 0) && t.signed(s, c.trigger)
}

// signed reports whether the agreement at i was signed.
func (t *told) signed(s sentence, i int) bool {
	for k := i + 1; k < s.to && k-i <= holdReach && !t.stops(k); k++ {
		if hasWord(signing, t.word(k)) {
			return t.passive(s, k)
		}
		if t.items[k].is(hedge | negation | would | coming | conjunction) {
			break
		}
	}
	for k := i - 1; k >= s.from && i-k <= skippedWords+1; k-- {
		if hasWord(signing, t.word(k)) {
			return true
		}
		if !t.plain(k) && !t.items[k].is(determiner) && t.items[k].kind != dateItem {
			break
		}
	}
	return false
}

// spotBehind returns the capitals of a place behind i that no name covers, since few
// know it: "at Ouchy".
func (t *told) spotBehind(s sentence, i int) text.Range {
	for k := i + 1; k < s.to && k-i <= placeReach && !t.stops(k); k++ {
		if !hasWord("in at near", t.word(k)) {
			continue
		}
		end := k + 1
		for end < s.to && t.items[end].kind == wordItem && t.items[end].capital && t.items[end].entry == nil {
			end++
		}
		if end > k+1 && (end == s.to || t.items[end].kind == markItem || !t.plain(end)) {
			return text.Range{Start: t.items[k+1].Start, End: t.items[end-1].End}
		}
	}
	return text.Range{}
}
