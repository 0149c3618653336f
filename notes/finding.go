package notes

import (
	"context"
	"fmt"
	"sync"
	"time"

	"cuttings/notes/find"
)

// Found is a result of quick find.
type Found struct {
	ItemRow
	find.Match
}

// Find answers quick find: names and titles that fit what was typed so far,
// best first. Kinds, if any, narrow it. A newer call should cancel the context
// of the older one. While the index is built it is waited for.
func (n *Notebook) Find(ctx context.Context, typed string, kinds []Kind, limit int) ([]Found, error) {
	if err := n.names(ctx); err != nil {
		return nil, err
	}
	return n.find(ctx, typed, kinds, limit)
}

// FindSoFar is Find among the names that were read so far. Whole is false while
// there are more to come.
func (n *Notebook) FindSoFar(ctx context.Context, typed string, kinds []Kind, limit int) (found []Found, whole bool, err error) {
	select {
	case <-n.finder.build(n.Reader):
		found, err = n.Find(ctx, typed, kinds, limit) // it says what went wrong, too
		return found, true, err
	default:
		found, err = n.find(ctx, typed, kinds, limit)
		return found, false, err
	}
}

// Warm builds the index of quick find and reads what searches need, so that the
// first key stroke need not wait for it.
func (n *Notebook) Warm(ctx context.Context) error {
	if err := n.names(ctx); err != nil {
		return err
	}
	if err := n.store.Warm(ctx); err != nil {
		return fmt.Errorf("prepare for searching: %w", err)
	}
	return nil
}

// names waits until the index of quick find is built.
func (n *Notebook) names(ctx context.Context) error {
	select {
	case <-n.finder.build(n.Reader):
	case <-ctx.Done():
		return ctx.Err()
	}
	if err := n.finder.failed(); err != nil {
		return fmt.Errorf("read the names: %w", err)
	}
	return nil
}

func (n *Notebook) find(ctx context.Context, typed string, kinds []Kind, limit int) ([]Found, error) {
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = string(kind)
	}
	matches := n.finder.index.Find(ctx, typed, names, limit)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(matches) == 0 {
		return nil, nil
	}
	ids := make([]ID, len(matches))
	for i, match := range matches {
		ids[i] = ID(match.Key)
	}
	rows, _, err := n.Reader.Items(ctx, ItemFilter{IDs: ids})
	if err != nil {
		return nil, fmt.Errorf("read what was found: %w", err)
	}
	byID := make(map[ID]ItemRow, len(rows))
	for _, row := range rows {
		byID[row.ID] = row
	}
	found := make([]Found, 0, len(matches))
	for _, match := range matches {
		if row, ok := byID[ID(match.Key)]; ok {
			found = append(found, Found{row, match})
		}
	}
	return found, nil
}

// finder keeps the names of the archive in an index, which is built once, in the
// background, and follows each change from then on.
type finder struct {
	index *find.Index

	mu      sync.Mutex
	built   chan struct{} // closed when the index is whole or could not be built; nil before anyone asked
	err     error
	changed map[ID]bool // while it is built: what is read of these is out of date
}

func (f *finder) init() { f.index = find.NewIndex() }

// build begins to build the index, unless it is, and returns what is closed when
// that is done. It is tried again when it failed.
func (f *finder) build(r Reader) <-chan struct{} {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.built == nil {
		built := make(chan struct{})
		f.built, f.err, f.changed = built, nil, map[ID]bool{}
		go func() {
			defer close(built)
			f.read(r)
		}()
	}
	return f.built
}

// loadAtOnce is how many names are put into the index between key strokes.
const loadAtOnce = 1000

func (f *finder) read(r Reader) {
	batch := make([]find.Candidate, 0, loadAtOnce)
	load := func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		fresh := batch[:0]
		for _, c := range batch {
			if !f.changed[ID(c.Key)] {
				fresh = append(fresh, c)
			}
		}
		f.index.Load(fresh)
		batch = batch[:0]
	}
	err := r.Names(context.Background(), func(named Named) bool { // it ends when the store is closed
		if batch = append(batch, candidate(named)); len(batch) == loadAtOnce {
			load()
		}
		return true
	})
	load()
	f.index.Pack()
	f.mu.Lock()
	defer f.mu.Unlock()
	f.changed, f.err = nil, err
}

// failed returns what went wrong while the index was built, once.
func (f *finder) failed() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	err := f.err
	if err != nil {
		f.built = nil
	}
	return err
}

func candidate(named Named) find.Candidate {
	c := find.Candidate{Key: int64(named.ID), Kind: string(named.Kind), Name: named.Title, Aliases: named.Aliases, Weight: named.Weight}
	if !named.Opened.IsZero() {
		c.Opened, c.Used = named.Opened.Unix(), named.Used.Unix()
	}
	return c
}

// refresh takes over the names of what changed.
func (f *finder) refresh(ctx context.Context, r Reader, change Change) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.built == nil {
		return
	}
	for _, item := range change.Items {
		if f.changed != nil {
			f.changed[item.ID] = true
		}
		f.put(context.WithoutCancel(ctx), r, item)
	}
}

func (f *finder) opened(id ID, at time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.built != nil {
		f.index.Open(int64(id), at.Unix())
	}
}

func (f *finder) put(ctx context.Context, r Reader, item Item) {
	if item.Kind == "" || item.InTrash() || item.Title == "" {
		f.index.Remove(int64(item.ID))
		return
	}
	named := Named{Item: item}
	if item.Kind.IsEntity() {
		entity, err := r.Entity(ctx, item.ID)
		if err != nil {
			f.index.Remove(int64(item.ID))
			return
		}
		named.Aliases = entity.Aliases
	}
	if rows, _, err := r.Items(ctx, ItemFilter{IDs: []ID{item.ID}}); err == nil && len(rows) > 0 {
		named.Weight = rows[0].Count
	}
	f.index.Put(candidate(named))
}
