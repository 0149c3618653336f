package sqlite

import (
	"sync"

	"cuttings/notes"
	"cuttings/notes/query"
)

// fieldSets remembers what fulfils the fields that were asked for. Attributes live
// until the next change, and so do they.
type fieldSets struct {
	mu    sync.Mutex
	known map[query.Field]set
}

// mostFieldSets is how many are remembered.
const mostFieldSets = 16

// of returns what fulfils a field, which find finds out.
func (f *fieldSets) of(field query.Field, find func() (set, error)) (set, error) {
	f.mu.Lock()
	known, ok := f.known[field]
	f.mu.Unlock()
	if ok {
		return known, nil
	}
	found, err := find()
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.known == nil || len(f.known) == mostFieldSets {
		f.known = map[query.Field]set{}
	}
	f.known[field] = found
	return found, nil
}

// namedIn remembers which articles name an entity, for as long as fieldSets do.
type namedIn struct {
	mu    sync.Mutex
	known map[notes.ID]bitset
}

// mostNamedIn is how many entities are remembered: each takes a bit for every item.
const mostNamedIn = 256

// of returns what names an entity, which find finds out.
func (n *namedIn) of(entity notes.ID, find func() (bitset, error)) (bitset, error) {
	n.mu.Lock()
	known, ok := n.known[entity]
	n.mu.Unlock()
	if ok {
		return known, nil
	}
	found, err := find()
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.known == nil || len(n.known) == mostNamedIn {
		n.known = map[notes.ID]bitset{}
	}
	n.known[entity] = found
	return found, nil
}
