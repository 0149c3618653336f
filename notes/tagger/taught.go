package tagger

import "cuttings/notes/fold"

// taught is how much a name that the archive knows is favoured where it stands.
// It outweighs a doubt, not a plain reading: "Washington" is not torn out of
// "Washington Post".
const taught = 3.0

// learnFrom favours the names that the archive has accepted.
func (d *document) learnFrom(known Known) {
	if known == nil {
		return
	}
	changed := false
	for _, s := range d.sentences {
		for i := s.first; i < s.end; i++ {
			if !d.tokens[i].Form.Capitalised() {
				continue
			}
			for last := min(i+longestRepeat, s.end) - 1; last >= i; last-- {
				if !d.tokens[last].Form.Capitalised() {
					continue
				}
				kind, stance := known(fold.String(d.body[d.tokens[i].Start:d.tokens[last].End]))
				if stance != Wanted || kind > Event {
					continue
				}
				d.favourWhole(i, last, kind, taught)
				changed = true
				break
			}
		}
	}
	if changed {
		d.weigh()
	}
}

// heed gives the names that the archive has accepted their kind, and leaves out
// those that it refused, with their surnames alone.
func (d *document) heed(all []span, known Known) []span {
	if known == nil {
		return all
	}
	surnames := map[string]bool{}
	stances := make([]Stance, len(all))
	for i, n := range all {
		kind, stance := known(fold.String(d.text(n)))
		stances[i] = stance
		switch {
		case stance == Wanted && kind <= Event:
			all[i].kind, all[i].certainty = kind, 1
		case stance == Refused && n.kind == Person && n.first < n.last:
			surnames[d.word(n.last)] = true
		}
	}
	kept := all[:0]
	for i, n := range all {
		if stances[i] == Refused || stances[i] == None && n.kind == Person && n.first == n.last && surnames[d.word(n.first)] {
			continue
		}
		kept = append(kept, n)
	}
	return kept
}
