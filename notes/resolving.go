package notes

import (
	"cmp"
	"maps"
	"slices"

	"cuttings/notes/fold"
	"cuttings/notes/names"
	"cuttings/notes/text"
)

// sayings are what the person said of names: in an article, and everywhere. What
// was said of the article counts first.
type sayings struct {
	here       map[VerdictKey]Verdict
	everywhere map[ID]map[string]Verdict
}

func (s sayings) of(entity ID, key string) Verdict {
	return cmp.Or(s.here[VerdictKey{entity, key}], s.everywhere[entity][key])
}

// chosen is the entity that words of this article were said to mean, whoever has
// that name; zero if none was.
func (s sayings) chosen(key string) ID {
	var chosen ID
	for saying, verdict := range s.here {
		if saying.Key == key && verdict == Accepted && (chosen == 0 || saying.Entity < chosen) {
			chosen = saying.Entity
		}
	}
	return chosen
}

// resolve turns the places that the names were found at into mentions, by what
// was said, and returns those that could still be several.
func (s sayings) resolve(found []names.Found, unclear []names.Ambiguous) ([]Mention, []Unclear) {
	mentions := make([]Mention, 0, len(found))
	var open []Unclear
	possible := map[ID]bool{} // who is named here, or could be
	place := func(start, end int, exact string, candidates []int64) {
		key := fold.String(exact)
		mention := func(entity ID, verdict Verdict) {
			possible[entity] = possible[entity] || verdict == Accepted
			mentions = append(mentions, Mention{Range: text.Range{Start: start, End: end}, Exact: exact, Entity: entity, Verdict: verdict})
		}
		chosen := s.chosen(key)
		var left []ID
		for _, candidate := range candidates {
			switch id := ID(candidate); {
			case id == chosen:
			case s.of(id, key) == Rejected:
				mention(id, Rejected) // kept, so that it can be taken back
			default:
				left = append(left, id)
			}
		}
		slices.Sort(left) // names come from a map, in any order
		switch {
		case chosen != 0:
			mention(chosen, Accepted)
		case len(left) == 1:
			mention(left[0], Accepted)
		case len(left) > 1:
			if i := slices.IndexFunc(left, func(id ID) bool { return s.of(id, key) == Accepted }); i >= 0 {
				mention(left[i], Accepted)
				return
			}
			for _, id := range left {
				possible[id] = true
			}
			open = append(open, Unclear{Range: text.Range{Start: start, End: end}, Exact: exact, Key: key, Entities: left})
		}
	}
	for _, f := range found {
		place(f.Start, f.End, f.Exact, []int64{f.Entity})
	}
	for _, u := range unclear {
		if u.Rule == names.Full {
			place(u.Start, u.End, u.Exact, u.Entities)
		}
	}
	// A surname alone follows what was said of the full name.
	named := maps.Clone(possible)
	for _, u := range unclear {
		if u.Rule == names.Surname {
			place(u.Start, u.End, u.Exact, slices.DeleteFunc(slices.Clone(u.Entities), func(id int64) bool { return !named[ID(id)] }))
		}
	}
	slices.SortFunc(open, func(a, b Unclear) int { return a.Start - b.Start })
	return mentions, open
}
