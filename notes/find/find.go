// Package find is quick find: it keeps the names of an archive in memory and
// answers what a person has typed so far with the names that fit, the best
// first. It knows names only; what they stand for is not its business.
//
// A name fits in one of several ways, and a better way comes first whatever
// else holds: it is what was typed, begins with it, has its words in any order,
// has words that begin with them, has its initials, has its letters in order
// (by sahilm/fuzzy), or is nearly spelt so. Names are compared folded.
package find

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// Candidate is something that can be found.
type Candidate struct {
	Key     int64
	Kind    string
	Name    string
	Aliases []string
	Weight  int   // how often the archive names it
	Opened  int64 // when the person opened it last, in seconds since 1970; 0: never
}

// Reason is the way in which a name fits, the best first.
type Reason int

// The reasons.
const (
	Recent      Reason = iota // nothing was typed: it was used lately
	Exact                     // the name is what was typed
	Prefix                    // it begins with what was typed
	Words                     // it has all the words, in any order
	WordStarts                // it has words that begin with what was typed
	Initials                  // its words begin with the letters typed
	Subsequence               // it has the letters in order
	Misspelt                  // it is nearly spelt so
)

// Match is a candidate that fits.
type Match struct {
	Key      int64
	Kind     string
	Name     string
	Alias    string // the alias that fits; "" if it is the name
	Folded   bool   // accents, case or hyphens differ from what was typed
	Reason   Reason
	Distance int          // wrong letters, of a misspelt one
	Score    float64      // from 1 down to 0, in the order of the results
	Marks    []text.Range // what was matched, in bytes of Shown
}

// Shown is the name that fits: the alias, or else the name itself.
func (m Match) Shown() string {
	if m.Alias != "" {
		return m.Alias
	}
	return m.Name
}

// name is one name of a candidate.
type name struct {
	entry  int32
	alias  bool
	text   string
	folded string
	from   []int32 // the bytes at which the words of folded begin
	words  []int32 // in the dictionary
}

// entry is a candidate; one that was removed has no names.
type entry struct {
	Candidate
	first, last int32 // its names
	gone        bool
}

// Index holds candidates. It is safe for concurrent use.
type Index struct {
	mu       sync.RWMutex
	entries  []entry
	byKey    map[int64]int32
	names    []name
	masks    []uint64 // the letters of each name, apart so that looking through all of them is quick
	lengths  []uint16 // the bytes of each folded name, likewise; with titled if a title stands before it
	initials map[string][]int32
	words    dictionary
	gone     int // how many names belong to candidates that were removed
}

// NewIndex returns an empty index.
func NewIndex() *Index {
	x := &Index{}
	x.clear()
	return x
}

func (x *Index) clear() {
	x.entries, x.names, x.masks, x.lengths, x.gone = nil, nil, nil, nil, 0
	x.byKey, x.initials = map[int64]int32{}, map[string][]int32{}
	x.words = newDictionary()
}

// Len returns how many candidates there are.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.byKey)
}

// Put adds a candidate, or replaces the one of the same key. A candidate that
// was opened keeps that if the new one does not say.
func (x *Index) Put(c Candidate) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if at, ok := x.byKey[c.Key]; ok {
		before := &x.entries[at]
		if c.Opened == 0 {
			c.Opened = before.Opened
		}
		if before.Name == c.Name && slices.Equal(before.Aliases, c.Aliases) {
			before.Candidate = c
			return
		}
		x.remove(c.Key)
	}
	at := int32(len(x.entries))
	e := entry{Candidate: c, first: int32(len(x.names))}
	x.add(at, c.Name, false)
	for _, alias := range c.Aliases {
		x.add(at, alias, true)
	}
	e.last = int32(len(x.names))
	x.entries = append(x.entries, e)
	x.byKey[c.Key] = at
}

func (x *Index) add(at int32, shown string, alias bool) {
	folded := fold.String(shown)
	if folded == "" {
		return
	}
	n := name{entry: at, alias: alias, text: shown, folded: folded}
	number := int32(len(x.names))
	var initials strings.Builder
	for start := 0; start < len(folded); {
		word, _, _ := strings.Cut(folded[start:], " ")
		n.from = append(n.from, int32(start))
		n.words = append(n.words, x.words.add(word, number))
		for _, letter := range word {
			initials.WriteRune(letter)
			break
		}
		start += len(word) + 1
	}
	if len(n.words) > 1 && len(n.words) <= maxInitials {
		x.initials[initials.String()] = append(x.initials[initials.String()], number)
	}
	x.names = append(x.names, n)
	x.masks = append(x.masks, maskOf(folded))
	length := uint16(min(len(folded), titled-1))
	first := n.words[0]
	if len(n.words) > 1 && isTitle(x.words.words[first]) {
		x.words.first[n.words[1]] = append(x.words.first[n.words[1]], number) // it begins with that too
		length |= titled
	}
	x.lengths = append(x.lengths, length)
	x.words.first[first] = append(x.words.first[first], number)
}

// Remove takes a candidate out.
func (x *Index) Remove(key int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.remove(key)
}

// titled is the bit of a length that says that the name begins with a title.
const titled = 1 << 15

// leastGone is how many removed names there are, at least, before the index is
// made anew without them.
const leastGone = 4096

func (x *Index) remove(key int64) {
	at, ok := x.byKey[key]
	if !ok {
		return
	}
	delete(x.byKey, key)
	x.entries[at].gone = true
	x.gone += int(x.entries[at].last - x.entries[at].first)
	if x.gone < leastGone || x.gone < len(x.names)/2 {
		return
	}
	entries := x.entries
	x.clear()
	for _, e := range entries {
		if e.gone {
			continue
		}
		at := int32(len(x.entries))
		first := int32(len(x.names))
		x.add(at, e.Name, false)
		for _, alias := range e.Aliases {
			x.add(at, alias, true)
		}
		x.entries = append(x.entries, entry{Candidate: e.Candidate, first: first, last: int32(len(x.names))})
		x.byKey[e.Key] = at
	}
}

// Find returns the candidates that fit what was typed, best first, at most
// limit. Kinds, if any, narrow it. If nothing was typed, those opened last
// come first. It ends early, with nothing, when the context does.
func (x *Index) Find(ctx context.Context, typed string, kinds []string, limit int) []Match {
	if limit <= 0 {
		return nil
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	s := search{Index: x, ctx: ctx, typed: typed, kinds: kinds, limit: limit, best: map[int32]hit{}}
	s.query = newQuery(typed)
	if s.query.folded == "" {
		s.recent()
	} else {
		s.run(s.query)
		if plain, ok := s.query.withoutTitles(); ok {
			s.run(plain)
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	return s.results()
}

// hit is a name that fits.
type hit struct {
	name     int32
	reason   Reason
	distance int
	penalty  int // what was not matched; less is better
	places   []text.Range
}

func (h hit) before(other hit) bool {
	return cmp.Or(cmp.Compare(h.reason, other.reason), cmp.Compare(h.distance, other.distance), cmp.Compare(h.penalty, other.penalty)) < 0
}

// search is one call of Find.
type search struct {
	*Index
	ctx   context.Context
	typed string
	query query
	kinds []string
	limit int
	best  map[int32]hit // by entry
	full  bool          // there are limit hits that are no worse than cut
	cut   hit
}

// wanted reports whether a name's candidate is one to be found.
func (s *search) wanted(n int32) bool {
	if s.gone == 0 && len(s.kinds) == 0 {
		return true // without a look at the candidate, which is far away in memory
	}
	e := &s.entries[s.names[n].entry]
	return !e.gone && (len(s.kinds) == 0 || slices.Contains(s.kinds, e.Kind))
}

// keep remembers a hit if it is the best of its candidate and can still be
// among the results.
func (s *search) keep(h hit) {
	if s.beaten(h) {
		return
	}
	at := s.names[h.name].entry
	if before, ok := s.best[at]; !ok || h.before(before) {
		s.best[at] = h
	}
	if len(s.best)/2 >= s.limit {
		s.prune()
	}
}

// beaten reports whether a hit is too bad to be among the results.
func (s *search) beaten(h hit) bool { return s.full && s.compare(h, s.cut) >= 0 }

// prune forgets hits that will not be among the results, since one letter can
// fit half of all names.
func (s *search) prune() {
	hits := s.sorted()
	for _, h := range hits[s.limit:] {
		delete(s.best, s.names[h.name].entry)
	}
	s.cut, s.full = hits[s.limit-1], true
}

// sorted gives the hits in order.
func (s *search) sorted() []hit {
	hits := make([]hit, 0, len(s.best))
	for _, h := range s.best {
		hits = append(hits, h)
	}
	slices.SortFunc(hits, s.compare)
	return hits
}

// recent gathers what was used last; where nothing was, all is as good.
func (s *search) recent() {
	for i := range s.entries {
		e := &s.entries[i]
		if e.gone || e.first == e.last || len(s.kinds) > 0 && !slices.Contains(s.kinds, e.Kind) || e.Opened == 0 && len(s.kinds) == 0 {
			continue
		}
		s.keep(hit{name: e.first, reason: Recent})
	}
}

// run tries the ways to fit, the best first; those behind are left out once
// there is enough.
func (s *search) run(q query) {
	s.byWords(q)
	if len(s.best) >= s.limit || s.ctx.Err() != nil {
		return
	}
	s.byInitials(q)
	s.bySubsequence(q)
	if len(s.best) >= s.limit || s.ctx.Err() != nil {
		return
	}
	s.bySpelling(q)
}

// compare orders hits: how they fit, how much of the name was matched, what the
// person opened last, how often the archive names it, and the alphabet.
func (s *search) compare(a, b hit) int {
	if order := cmp.Or(cmp.Compare(a.reason, b.reason), cmp.Compare(a.distance, b.distance), cmp.Compare(a.penalty, b.penalty)); order != 0 {
		return order
	}
	n, o := &s.names[a.name], &s.names[b.name]
	e, f := &s.entries[n.entry], &s.entries[o.entry]
	if order := cmp.Or(cmp.Compare(f.Opened, e.Opened), cmp.Compare(f.Weight, e.Weight)); order != 0 {
		return order
	}
	return cmp.Or(strings.Compare(n.folded, o.folded), cmp.Compare(e.Key, f.Key))
}
