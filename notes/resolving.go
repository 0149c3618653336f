package notes

import (
	"cmp"
	"slices"
	"strings"

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
	r := resolver{sayings: s, mentions: make([]Mention, 0, len(found)), meant: map[string]map[ID][]ID{}}
	for _, rule := range []names.Rule{names.Full, names.Surname} { // a surname alone follows what was said of the full name
		for _, f := range found {
			if f.Rule == rule {
				r.place(f.Start, f.End, f.Exact, r.follow(rule, f.Exact, []int64{f.Entity}), false)
			}
		}
		for _, u := range unclear {
			if u.Rule == rule {
				r.place(u.Start, u.End, u.Exact, r.follow(rule, u.Exact, u.Entities), u.Stranger)
			}
		}
	}
	slices.SortFunc(r.open, func(a, b Unclear) int { return a.Start - b.Start })
	return r.mentions, r.open
}

// resolver decides whom the places of an article mean.
type resolver struct {
	sayings
	mentions []Mention
	open     []Unclear
	// meant are, for full names by their keys, and for those who have them, who is
	// meant there or could be; nobody if it was refused.
	meant map[string]map[ID][]ID
}

// follow are those whom the words at a place can mean: all who have the name, or
// of a surname alone, whom the full names that end with it mean.
func (r *resolver) follow(rule names.Rule, exact string, entities []int64) []ID {
	surname := fold.String(exact)
	var all []ID
	for _, one := range entities {
		id, known := ID(one), false
		if rule == names.Surname {
			for full, meant := range r.meant {
				if who, has := meant[id]; has && endsWith(full, surname) {
					all, known = append(all, who...), true
				}
			}
		}
		if !known {
			all = append(all, id)
		}
	}
	slices.Sort(all) // names come from a map, in any order
	return slices.Compact(all)
}

// endsWith reports whether a name is longer than a short form of it, by the words
// before that. Both are folded.
func endsWith(full, short string) bool { return short != "" && strings.HasSuffix(full, " "+short) }

// place decides whom the words at a place mean. Where it could be a stranger, who is no
// candidate, one candidate alone is not sure until it was said.
func (r *resolver) place(start, end int, exact string, candidates []ID, stranger bool) {
	key := fold.String(exact)
	mention := func(entity ID, verdict Verdict) {
		r.mentions = append(r.mentions, Mention{Range: text.Range{Start: start, End: end}, Exact: exact, Entity: entity, Verdict: verdict})
	}
	chosen := r.chosen(key)
	var left []ID
	for _, id := range candidates {
		switch {
		case id == chosen:
		case r.of(id, key) == Rejected:
			mention(id, Rejected) // kept, so that it can be taken back
		default:
			left = append(left, id)
		}
	}
	if chosen != 0 {
		left, stranger = []ID{chosen}, false
	} else if i := slices.IndexFunc(left, func(id ID) bool { return r.of(id, key) == Accepted }); i >= 0 {
		left, stranger = left[i:i+1], false
	}
	switch {
	case len(left) == 1 && !stranger:
		mention(left[0], Accepted)
	case len(left) > 0:
		r.open = append(r.open, Unclear{Range: text.Range{Start: start, End: end}, Exact: exact, Key: key, Entities: left})
	}
	if r.meant[key] == nil {
		r.meant[key] = map[ID][]ID{}
	}
	for _, id := range candidates {
		r.meant[key][id] = left
	}
}
