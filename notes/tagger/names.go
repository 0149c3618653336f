package tagger

import (
	"sort"

	"cuttings/notes/fold"
	"cuttings/notes/tagger/internal/crf"
	"cuttings/notes/tagger/internal/lists"
	"cuttings/notes/tagger/internal/token"
)

// least is how certain a name must be, by kind, to be suggested. What other
// values would give stands in CREDITS.md.
var least = [crf.Kinds]float64{Person: 0.6, Organisation: 0.5, Place: 0.5, Event: 0.5}

// sure is how certain a name must be for the text's other occurrences of it to
// follow.
const sure = 0.75

// span is a name by its tokens, the last included.
type span struct {
	first, last int
	kind        Kind
	certainty   float64
}

// names returns what the labels say, made consistent within the text.
func (d *document) names() []span {
	var all []span
	for _, s := range d.sentences {
		labels := crf.Best(d.scores[s.first:s.end], &d.model.Transitions)
		for i := 0; i < len(labels); i++ {
			if labels[i] == crf.Outside {
				continue
			}
			end := i
			for (labels[end]-1)%4 != crf.End && (labels[end]-1)%4 != crf.Single {
				end++
			}
			if n, ok := d.trimmed(d.span(s.first+i, s.first+end, Kind((labels[i]-1)/4))); ok {
				all = append(all, n)
			}
			i = end
		}
	}
	all = append(all, d.doubleGiven(all)...)
	d.unite(all)
	all = append(all, d.repeated(all)...)
	sort.Slice(all, func(i, j int) bool { return all[i].first < all[j].first })
	return all
}

// span makes a name of tokens. It is as certain as its least certain token.
func (d *document) span(first, last int, kind Kind) span {
	certainty := 1.0
	for i := first; i <= last; i++ {
		certainty = min(certainty, d.kindOf(i, kind))
	}
	return span{first, last, kind, certainty}
}

// text returns a name as written.
func (d *document) text(n span) string {
	return d.body[d.tokens[n.first].Start:d.tokens[n.last].End]
}

// trimmed returns a name without titles before it and marks about it. It
// reports false if what is left is not written like a name, or says no more
// than where somebody comes from.
func (d *document) trimmed(n span) (span, bool) {
	for n.first < n.last && (d.outer(n.first) || n.kind == Person && lists.Honorific(d.word(n.first))) {
		n.first++
	}
	for n.first < n.last && (d.outer(n.last) || d.tokens[n.last].Form == token.Lower && common[d.word(n.last)]) {
		n.last-- // "the Nassau Summit was"
	}
	n.last = d.gatheringEnd(n)
	if d.misplaced(n) {
		return n, false
	}
	if n.kind != Person && lists.Of(fold.String(d.text(n))) == lists.Nationality {
		return n, false
	}
	for i := n.first; i <= n.last; i++ {
		if d.tokens[i].Form.Capitalised() {
			return d.span(n.first, n.last, n.kind), true
		}
	}
	return n, false
}

// outer reports whether a token at a name's edge is no part of it.
func (d *document) outer(i int) bool {
	word := d.word(i)
	return d.tokens[i].Form == token.Mark && word != ")" && word != "!" || word == "'s" || word == "’s"
}

// unite gives all occurrences of a name the kind that the most certain of them
// speak for, and each the certainty of the most certain one.
func (d *document) unite(all []span) {
	type votes struct {
		sum, most [crf.Kinds]float64
	}
	names := map[string]*votes{}
	key := func(n span) string { return fold.String(d.text(n)) }
	for _, n := range all {
		v := names[key(n)]
		if v == nil {
			v = &votes{}
			names[key(n)] = v
		}
		v.sum[n.kind] += n.certainty
		v.most[n.kind] = max(v.most[n.kind], n.certainty)
	}
	for _, n := range all { // a person's last name alone is as certain as the whole
		if v := names[fold.String(d.word(n.last))]; n.kind == Person && n.first < n.last && v != nil && v.sum[Person] > 0 {
			v.sum[Person] += n.certainty
			v.most[Person] = max(v.most[Person], n.certainty)
		}
	}
	for i, n := range all {
		v := names[key(n)]
		for kind := range Kind(crf.Kinds) {
			if v.sum[kind] > v.sum[all[i].kind] {
				all[i].kind = kind
			}
		}
		all[i].certainty = v.most[all[i].kind]
	}
}

// longestRepeat is how many words a name has at most that is looked for again.
const longestRepeat = 6

// repeated finds the places where a sure name of the text, or the surname of a
// sure person, stands again without having been seen.
func (d *document) repeated(all []span) []span {
	taken := make([]bool, len(d.tokens))
	again := map[string]span{}
	for _, n := range all {
		for i := n.first; i <= n.last; i++ {
			taken[i] = true
		}
		if n.certainty < sure {
			continue
		}
		if n.first < n.last || d.tokens[n.first].Form == token.Capital || n.kind != Organisation {
			again[d.text(n)] = n
		}
		if n.kind == Person && n.first < n.last && d.tokens[n.last].Form >= token.Title {
			again[d.word(n.last)] = n
		}
	}
	var more []span
	for _, s := range d.sentences {
		for i := s.first; i < s.end; i++ {
			if taken[i] || !d.tokens[i].Form.Capitalised() {
				continue
			}
			for last := min(i+longestRepeat, s.end) - 1; last >= i; last-- {
				n, ok := again[d.body[d.tokens[i].Start:d.tokens[last].End]]
				if ok && !taken[last] && d.alone(s, i, last) {
					more = append(more, span{i, last, n.kind, n.certainty})
					i = last
					break
				}
			}
		}
	}
	return more
}

// alone reports whether no capitalised word stands beside a stretch of tokens,
// with which it could make up another name.
func (d *document) alone(s sentence, first, last int) bool {
	beside := func(i int) bool {
		return i >= s.first && i < s.end && d.tokens[i].Form.Capitalised() && i != s.first
	}
	return !beside(first-1) && !beside(last+1)
}
