package sqlite

import (
	"sync"

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
