package find

import (
	"strings"

	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// results puts the hits in order.
func (s *search) results() []Match {
	hits := s.sorted()
	hits = hits[:min(len(hits), s.limit)]
	matches := make([]Match, 0, len(hits))
	for i, h := range hits {
		n := &s.names[h.name]
		e := &s.entries[n.entry]
		m := Match{
			Key: e.Key, Kind: e.Kind, Name: e.Name, Reason: h.reason, Distance: h.distance,
			Score: 1 - float64(i)/float64(s.limit), Marks: marks(n.text, h.places),
		}
		if n.alias {
			m.Alias = n.text
		}
		if h.reason > Recent && h.reason < Initials {
			m.Folded = !written(n.text, s.typed)
		}
		matches = append(matches, m)
	}
	return matches
}

// written reports whether what was typed stands in a name letter by letter but
// for capitals.
func written(name, typed string) bool {
	name = strings.ToLower(name)
	for _, word := range strings.Fields(strings.ToLower(typed)) {
		if !strings.Contains(name, word) {
			return false
		}
	}
	return true
}

// marks translates places in a folded name into places in the name.
func marks(shown string, places []text.Range) []text.Range {
	if len(places) == 0 {
		return nil
	}
	folded, from := fold.Map(shown)
	all := make([]text.Range, 0, len(places))
	for _, place := range places {
		if place.End > len(folded) || place.Len() <= 0 {
			continue
		}
		first, behind := fold.Span(shown, from, place.Start, place.End)
		mark := text.Range{Start: first, End: behind}
		if mark.End <= mark.Start { // one letter became several
			continue
		}
		if last := len(all) - 1; last >= 0 && mark.Start <= all[last].End {
			all[last].End = max(all[last].End, mark.End)
			continue
		}
		all = append(all, mark)
	}
	return all
}
