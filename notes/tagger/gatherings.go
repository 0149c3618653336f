package tagger

import "cuttings/notes/tagger/internal/token"

// gathered is what the word for a gathering is worth at the end of a name, as
// eventful is; one that is surely an organisation is left alone, as is the African
// National Congress.
const (
	gathered             = 2.0
	surelyAnOrganisation = 0.5
)

// gatherings end what is called after the place where it is held, and is none:
// Nassau Summit.
var gatherings = set("Summit Conference Symposium Festival Forum Congress Expo Olympics Marathon Biennale")

// favourGathering favours the event whose name ends at a token, and reports whether
// one does.
func (d *document) favourGathering(s sentence, i int) bool {
	if !gatherings[d.word(i)] || i+1 < s.end && d.tokens[i+1].Form.Capitalised() || d.kindOf(i, Organisation) > surelyAnOrganisation {
		return false
	}
	first := d.capitalsTo(s, i)
	if first == i {
		return false
	}
	d.favourWhole(first, i, Event, gathered)
	return true
}

// behindGathering are the words behind one by which its name goes on: Conference on
// Disarmament.
var behindGathering = set("of on for against")

// gatheringEnd returns the last token of a name, without the small words that follow
// the word for a gathering: "the Nassau Summit ended".
func (d *document) gatheringEnd(n span) int {
	for i := n.first + 1; i < n.last; i++ {
		if gatherings[d.word(i)] && d.tokens[i+1].Form == token.Lower && !behindGathering[d.word(i+1)] {
			return i
		}
	}
	return n.last
}

// misplaced reports whether a name is taken for that of a place, yet ends as that of
// a gathering.
func (d *document) misplaced(n span) bool {
	return n.kind == Place && n.first < n.last && gatherings[d.word(n.last)]
}
