// Package find is quick find: it keeps the names of an archive in memory and
// answers what a person has typed so far with the names that fit, the best
// first. It knows names only; what they stand for is not its business.
//
// A name fits in one of several ways, and a better way comes first whatever
// else holds: it is what was typed, begins with it, has its words in any order,
// has words that begin with them, has its initials, is nearly spelt so, has its
// letters in order (by sahilm/fuzzy), or begins nearly so. Names are compared
// folded; those of other scripts also in Latin letters, with or without the spaces
// between syllables.
//
// An Index packs names into a few long columns, so that a million of them cost
// little more than their letters and are looked through in the order in which
// they lie in memory. The distinct words of all names stand in order, so that
// those with the same beginning, and the names that have them, are one row.
// What was added since the last packing is looked through name by name.
package find

import (
	"context"
	"slices"
	"sync"

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
	Used    int64 // how often and how lately it was opened: see Use; Opened if that is more
}

// Reason is the way in which a name fits, the best first.
type Reason int

// The reasons.
const (
	Recent      Reason = iota // nothing was typed: it was used lately
	Listed                    // nothing was typed: it is of the kinds asked for, and was never opened
	Exact                     // the name is what was typed
	Prefix                    // it begins with what was typed
	Words                     // it has all the words, in any order
	WordStarts                // it has words that begin with what was typed
	Initials                  // its words begin with the letters typed
	Misspelt                  // it is nearly spelt so
	Subsequence               // it has the letters in order
	Begun                     // a word of it begins nearly so
)

// Match is a candidate that fits.
type Match struct {
	Key      int64
	Kind     string
	Name     string
	Alias    string // the alias that fits; "" if it is the name
	Folded   bool   // what was typed does not stand there letter by letter but for capitals
	Accents  bool   // likewise, since an accent or a ligature was folded
	Signs    bool   // likewise, since hyphens or apostrophes were left aside
	Latin    bool   // what fits is the name in Latin letters
	Untitled bool   // a title that was typed was left aside
	Sounds   bool   // of a misspelt one: it sounds alike, whatever the letters

	Reason   Reason
	Distance int          // wrong letters, of one that is misspelt or begun so
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

// entry is a candidate without its names, which stand one behind the other.
type entry struct {
	key          int64
	opened, used uint32 // in seconds since 1970
	weight       uint32
	first        uint32 // its first name
	names        uint16
	kind         uint8
	gone         bool
}

// Index holds candidates. It is safe for concurrent use.
type Index struct {
	mu      sync.RWMutex
	entries []entry
	byKey   table
	names   names
	words   dictionary
	kinds   []string // by their numbers
	near    recall   // of words that were typed
	live    int      // candidates that were not removed
	gone    int      // names of those that were
}

// NewIndex returns an empty index.
func NewIndex() *Index { return &Index{} }

// Len returns how many candidates there are.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.live
}

// Put adds a candidate, or replaces the one of the same key. A candidate that
// was opened keeps that if the new one does not say.
func (x *Index) Put(c Candidate) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if at, ok := x.entryOf(c.Key); ok {
		before := &x.entries[at]
		if c.Opened == 0 {
			c.Opened, c.Used = int64(before.opened), int64(before.used)
		}
		if x.named(before, c) {
			before.set(c, x.kindOf(c.Kind))
			x.mark(before)
			return
		}
		x.remove(c.Key)
	}
	x.add(c)
	if x.names.tail() > leastTail+len(x.names.entry)/32 {
		x.pack()
	}
}

// Open records that the person opened a candidate.
func (x *Index) Open(key, at int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if n, ok := x.entryOf(key); ok {
		e := &x.entries[n]
		e.used = uint32(max(0, Use(int64(e.used), at)))
		e.opened = uint32(max(0, at))
		x.mark(e)
	}
}

// Load adds many candidates at once, but for those whose keys are known, which
// are newer. Pack should follow the last of them.
func (x *Index) Load(candidates []Candidate) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, c := range candidates {
		if _, ok := x.entryOf(c.Key); !ok {
			x.add(c)
		}
	}
	if x.names.tail() > leastTail+x.names.packed {
		x.pack()
	}
}

// Pack makes all that was added as quick to find as what was there before.
func (x *Index) Pack() {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.pack()
}

// Remove takes a candidate out.
func (x *Index) Remove(key int64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.remove(key)
}

func (x *Index) entryOf(key int64) (uint32, bool) {
	at, ok := x.byKey.find(hashKey(key), func(n uint32) bool { return x.entries[n].key == key })
	return at, ok && !x.entries[at].gone
}

func (x *Index) add(c Candidate) {
	at := uint32(len(x.entries))
	e := entry{key: c.Key, first: uint32(len(x.names.entry))}
	e.set(c, x.kindOf(c.Kind))
	x.addName(at, c.Name, 0)
	for _, alias := range c.Aliases {
		x.addName(at, alias, isAlias)
	}
	e.names = uint16(uint32(len(x.names.entry)) - e.first)
	x.mark(&e)
	x.entries = append(x.entries, e)
	x.byKey.put(hashKey(c.Key), at,
		func(n uint32) bool { return x.entries[n].key == c.Key },
		func(n uint32) uint64 { return hashKey(x.entries[n].key) })
	x.live++
}

func (e *entry) set(c Candidate, kind uint8) {
	e.kind, e.weight = kind, uint32(max(0, c.Weight))
	e.opened, e.used = uint32(max(0, c.Opened)), uint32(max(0, c.Opened, c.Used))
}

// mark tells the names of an entry what they need to know of it.
func (x *Index) mark(e *entry) {
	for name := e.first; name < e.first+uint32(e.names); name++ {
		x.names.facts[name] = x.names.facts[name].withKind(e.kind)
		x.names.grade[name] = gradeOf(e.used, e.weight)
	}
}

// kindOf gives the number of a kind. There are at most 256; the rest share one.
func (x *Index) kindOf(kind string) uint8 {
	at := slices.Index(x.kinds, kind)
	if at < 0 {
		at = min(len(x.kinds), 255)
		x.kinds = append(x.kinds[:at], kind)
	}
	return uint8(at)
}

// named reports whether an entry has the names of a candidate.
func (x *Index) named(e *entry, c Candidate) bool {
	at, end := e.first, e.first+uint32(e.names)
	is := func(name string, mark facts) bool {
		if at == end || x.names.facts[at]&isAlias != mark || string(x.names.shown.at(at)) != name {
			return false
		}
		for at++; at < end && x.names.facts[at]&isLatin != 0; at++ { // the same name in Latin letters
			continue
		}
		return true
	}
	if !is(c.Name, 0) {
		return false
	}
	for _, alias := range c.Aliases {
		if !is(alias, isAlias) {
			return false
		}
	}
	return at == end
}

// leastGone is how many removed names there are, at least, before the index is
// made anew without them; leastTail, how many unpacked ones before it is packed.
const (
	leastGone = 4096
	leastTail = 4096
)

func (x *Index) remove(key int64) {
	at, ok := x.entryOf(key)
	if !ok {
		return
	}
	e := &x.entries[at]
	e.gone = true
	x.live--
	x.gone += int(e.names)
	for name := e.first; name < e.first+uint32(e.names); name++ {
		x.names.facts[name] |= isGone
	}
	if x.gone >= leastGone && x.gone >= len(x.names.entry)/2 {
		x.renew()
	}
}

// renew makes the index anew without what was removed.
func (x *Index) renew() {
	fresh := &Index{kinds: x.kinds}
	for i := range x.entries {
		if e := &x.entries[i]; !e.gone {
			fresh.add(x.candidate(e))
		}
	}
	fresh.pack()
	x.entries, x.byKey, x.names, x.words, x.gone = fresh.entries, fresh.byKey, fresh.names, fresh.words, 0
}

func (x *Index) candidate(e *entry) Candidate {
	c := Candidate{Key: e.key, Kind: x.kinds[e.kind], Weight: int(e.weight), Opened: int64(e.opened), Used: int64(e.used)}
	for name := e.first; name < e.first+uint32(e.names); name++ {
		switch shown := string(x.names.shown.at(name)); {
		case x.names.facts[name]&isLatin != 0:
		case x.names.facts[name]&isAlias != 0:
			c.Aliases = append(c.Aliases, shown)
		default:
			c.Name = shown
		}
	}
	return c
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
	s := newSearch(ctx, x, kinds, limit)
	q := newQuery(typed)
	if q.folded == "" {
		s.recent()
	} else {
		s.run(q)
		if plain, ok := q.withoutTitles(); ok {
			s.run(plain)
		}
	}
	if ctx.Err() != nil {
		return nil
	}
	return s.results(typed)
}
