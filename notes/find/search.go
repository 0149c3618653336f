package find

import (
	"bytes"
	"cmp"
	"context"
	"math"
	"slices"
)

// hit is a name that fits. Of two, that of the lesser rank is the better: the
// reason, then the letters that are wrong, then what was not matched.
type hit struct {
	name  uint32
	rank  uint32
	query *typedQuery
}

func rankOf(reason Reason, wrong, penalty int) uint32 {
	return uint32(reason)<<24 | uint32(min(wrong, 255))<<16 | uint32(min(max(0, penalty), 1<<16-1))
}

func (h hit) reason() Reason { return Reason(h.rank >> 24) }
func (h hit) wrong() int     { return int(h.rank >> 16 & 255) }

// search is one call of Find: it keeps the best hits, each of another candidate.
type search struct {
	*Index
	ctx      context.Context
	all      bool // whatever its kind
	wanted   [256]bool
	limit    int
	hits     []hit  // in order
	lastWord uint32 // the first word of the last of them
}

func newSearch(ctx context.Context, x *Index, kinds []string, limit int) *search {
	s := &search{Index: x, ctx: ctx, all: len(kinds) == 0, limit: limit}
	for number, kind := range x.kinds {
		s.wanted[number] = s.all || slices.Contains(kinds, kind)
	}
	return s
}

// wants reports whether a name's candidate is one to be found.
func (s *search) wants(name uint32) bool {
	f := s.names.facts[name]
	return f&isGone == 0 && s.wanted[f.kind()]
}

// full reports whether no hit of a reason can be among the results any more.
func (s *search) full(reason Reason) bool {
	return len(s.hits) == s.limit && s.hits[s.limit-1].reason() < reason
}

// beaten reports whether a hit of a rank, or a worse one, is surely not among
// the results.
func (s *search) beaten(rank uint32) bool {
	return len(s.hits) == s.limit && s.hits[s.limit-1].rank < rank
}

// outdone reports whether a name whose first word is the given one, in the rows
// of the dictionary, is surely not among the results at a rank: it is used and
// named less than the last of them, or as much and stands behind it in the
// alphabet.
func (s *search) outdone(rank, name, first uint32) bool {
	if len(s.hits) < s.limit {
		return false
	}
	last := s.hits[s.limit-1]
	if rank != last.rank {
		return rank > last.rank
	}
	mine, its := s.names.grade[name], s.names.grade[last.name]
	return mine < its || mine == its && mine.exact() && s.lastWord < first
}

// keep takes a hit into the results if it is good enough and the best of its
// candidate.
func (s *search) keep(h hit) {
	full := len(s.hits) == s.limit
	if full && s.compare(h, s.hits[s.limit-1]) >= 0 {
		return
	}
	same := slices.IndexFunc(s.hits, func(other hit) bool { return s.names.entry[other.name] == s.names.entry[h.name] })
	switch {
	case same >= 0 && s.compare(h, s.hits[same]) >= 0:
		return
	case same >= 0:
		s.hits = slices.Delete(s.hits, same, same+1)
	case full:
		s.hits = s.hits[:s.limit-1]
	}
	at, _ := slices.BinarySearchFunc(s.hits, h, s.compare)
	s.hits = slices.Insert(s.hits, at, h)
	s.lastWord = s.names.wordsOf(s.hits[len(s.hits)-1].name)[0]
	if int(s.lastWord) >= s.words.sorted {
		s.lastWord = math.MaxUint32 // it stands in no order
	}
}

// compare orders hits: how they fit, how often and how lately the person opened
// them, how often the archive names them, and the alphabet.
func (s *search) compare(a, b hit) int {
	if a.rank != b.rank {
		return cmp.Compare(a.rank, b.rank)
	}
	e, f := &s.entries[s.names.entry[a.name]], &s.entries[s.names.entry[b.name]]
	if a.reason() == Recent && e.opened != f.opened {
		return cmp.Compare(f.opened, e.opened)
	}
	if order := cmp.Or(cmp.Compare(f.used, e.used), cmp.Compare(f.weight, e.weight)); order != 0 {
		return order
	}
	return cmp.Or(bytes.Compare(s.names.folded.at(a.name), s.names.folded.at(b.name)), cmp.Compare(e.key, f.key))
}

// recent gathers what was opened last; of narrowed kinds, what was not opened
// follows.
func (s *search) recent() {
	for i := range s.entries {
		e := &s.entries[i]
		switch {
		case e.gone || e.names == 0 || !s.wanted[e.kind]:
		case e.opened > 0:
			s.keep(hit{name: e.first, rank: rankOf(Recent, 0, 0)})
		case !s.all:
			s.keep(hit{name: e.first, rank: rankOf(Listed, 0, 0)})
		}
	}
}

// run tries the ways to fit, the best first; those behind are left out once
// there is enough.
func (s *search) run(q query) {
	t := s.typedQuery(q)
	for _, way := range []struct {
		best Reason
		try  func(*typedQuery)
	}{
		{Exact, s.byBeginning}, {Exact, s.byLatin}, {Words, s.byWords}, {WordStarts, s.byInside}, {Initials, s.byInitials}, {Misspelt, s.bySpelling}, {Subsequence, s.bySubsequence},
	} {
		if s.full(way.best) || s.ctx.Err() != nil {
			return
		}
		way.try(t)
	}
}

// typedQuery is a query and what the dictionary knows of its words.
type typedQuery struct {
	query
	bytes   []byte
	letters uint64
	parts   []part
}

// part is a word of a query: its number, and the words that begin with it.
type part struct {
	word   string
	number uint32
	known  bool
	lo, hi uint32
	late   []uint32
	near   map[uint32]nearness // once misspellings are looked for
}

func (s *search) typedQuery(q query) *typedQuery {
	t := &typedQuery{query: q, bytes: []byte(q.folded), letters: lettersOf([]byte(q.folded))}
	for _, word := range q.words {
		p := part{word: word}
		p.number, p.known = s.words.lookup([]byte(word))
		p.lo, p.hi, p.late = s.words.beginning([]byte(word))
		t.parts = append(t.parts, p)
	}
	return t
}

// begins reports whether a word of a name begins with the part.
func (p *part) begins(word uint32) bool {
	return p.lo <= word && word < p.hi || len(p.late) > 0 && slices.Contains(p.late, word)
}

// tail calls look with every name that is not in the rows of the dictionary.
func (s *search) tail(look func(name uint32)) {
	for name := uint32(s.names.packed); name < uint32(len(s.names.entry)); name++ {
		look(name)
	}
}
