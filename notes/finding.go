package notes

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"cuttings/notes/find"
	"cuttings/notes/fold"
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
	if err := n.AwaitNames(ctx); err != nil {
		return nil, err
	}
	return n.find(ctx, typed, kinds, limit)
}

// weighedAtMost is how many of the names that fit have their mentions counted by
// FindOnce. Further ones come behind them.
const weighedAtMost = 2000

// FindOnce answers like Find, for a program that asks a single time: of entities
// alone, no other names are read, and mentions are counted of those that fit. When
// they were opened last is not known then. Took is how long it took once the names
// were read.
func (n *Notebook) FindOnce(ctx context.Context, typed string, kinds []Kind, limit int) (found []Found, took time.Duration, err error) {
	others := slices.ContainsFunc(kinds, func(kind Kind) bool { return !kind.IsEntity() })
	if len(kinds) == 0 || others || fold.String(typed) == "" {
		if err := n.AwaitNames(ctx); err != nil {
			return nil, 0, err
		}
		began := time.Now()
		found, err = n.find(ctx, typed, kinds, limit)
		return found, time.Since(began), err
	}
	index, names, err := n.entityIndex(ctx, kinds)
	if err != nil {
		return nil, 0, err
	}
	began := time.Now()
	fits := index.Find(ctx, typed, nil, max(limit, weighedAtMost))
	rows, err := n.rowsOf(ctx, fits)
	if err != nil {
		return nil, 0, err
	}
	for id, row := range rows {
		names[id].Weight = row.Count
		index.Put(candidate(*names[id]))
	}
	found = foundOf(index.Find(ctx, typed, nil, limit), rows)
	return found, time.Since(began), ctx.Err()
}

// entityIndex makes an index of the names of entities alone.
func (n *Notebook) entityIndex(ctx context.Context, kinds []Kind) (*find.Index, map[ID]*Named, error) {
	index, names := find.NewIndex(), map[ID]*Named{}
	err := inBatches(index.Load, func(yield func(Named) bool) error {
		return n.EntityNames(ctx, kinds, func(one Named) bool {
			names[one.ID] = &one
			return yield(one)
		})
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read the names: %w", err)
	}
	index.Pack()
	return index, names, nil
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

// Warm builds the index of quick find and reads what operations and searches need,
// so that the first key stroke, and the first name that is made, need not wait for it.
func (n *Notebook) Warm(ctx context.Context) error {
	if err := n.AwaitNames(ctx); err != nil {
		return err
	}
	if err := n.store.Warm(ctx); err != nil {
		return fmt.Errorf("prepare for searching: %w", err)
	}
	_, _, err := n.known.matcher(ctx, n.Reader)
	return err
}

// AwaitNames returns when the index of quick find is built.
func (n *Notebook) AwaitNames(ctx context.Context) error {
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
	rows, err := n.rowsOf(ctx, matches)
	return foundOf(matches, rows), err
}

// rowsOf reads the items of what fits.
func (n *Notebook) rowsOf(ctx context.Context, matches []find.Match) (map[ID]ItemRow, error) {
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
	return byID, nil
}

// foundOf puts matches and their rows together, but for those that are no more.
func foundOf(matches []find.Match, rows map[ID]ItemRow) []Found {
	var found []Found
	for _, match := range matches {
		if row, ok := rows[ID(match.Key)]; ok {
			found = append(found, Found{row, match})
		}
	}
	return found
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

// batchesAhead is how many of them may have been read and wait to be put in.
const batchesAhead = 4

func (f *finder) read(r Reader) {
	load := func(batch []find.Candidate) {
		f.mu.Lock()
		defer f.mu.Unlock()
		f.index.Load(slices.DeleteFunc(batch, func(c find.Candidate) bool { return f.changed[ID(c.Key)] }))
	}
	err := inBatches(load, func(yield func(Named) bool) error {
		return r.Names(context.Background(), yield) // it ends when the store is closed
	})
	f.index.Pack()
	f.mu.Lock()
	defer f.mu.Unlock()
	f.changed, f.err = nil, err
}

// inBatches puts the names that read yields into an index, beside reading: to fold
// them takes about half as long as that.
func inBatches(load func([]find.Candidate), read func(yield func(Named) bool) error) error {
	batches, loaded := make(chan []find.Candidate, batchesAhead), make(chan struct{})
	go func() {
		defer close(loaded)
		for batch := range batches {
			load(batch)
		}
	}()
	var batch []find.Candidate
	err := read(func(named Named) bool {
		if batch = append(batch, candidate(named)); len(batch) == loadAtOnce {
			batches <- batch
			batch = make([]find.Candidate, 0, loadAtOnce)
		}
		return true
	})
	batches <- batch
	close(batches)
	<-loaded
	return err
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
