package notes

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// alikeNames remembers which names are alike, by kind, as long as they are the same:
// to compare them takes much longer than to read them, and to read them longer than
// all else, so that they are read again only after an entity changed.
type alikeNames struct {
	changes atomic.Int64 // of entities, so far

	mu   sync.Mutex
	seed maphash.Seed
	of   map[Kind]compared
}

// compared is what came of comparing names, the names in short, and how many
// changes there had been when they were read.
type compared struct {
	names   uint64
	changes int64
	pairs   []Alike
}

// changed hears of what changed.
func (a *alikeNames) changed(items []Item) {
	if slices.ContainsFunc(items, func(item Item) bool { return item.Kind == "" || item.Kind.IsEntity() }) {
		a.changes.Add(1)
	}
}

// among returns the pairs of a kind whose names are alike, the surest first, also
// those that were told apart. They are not to be changed.
func (a *alikeNames) among(ctx context.Context, kind Kind, r Reader) ([]Alike, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.of == nil {
		a.seed, a.of = maphash.MakeSeed(), map[Kind]compared{}
	}
	changes := a.changes.Load() // before the names are read: what changes meanwhile counts as later
	known, ok := a.of[kind]
	if ok && known.changes == changes {
		return known.pairs, nil
	}
	var all []Named
	err := r.EntityNames(ctx, []Kind{kind}, func(named Named) bool {
		all = append(all, named)
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("read the names of entities: %w", err)
	}
	names := a.short(all)
	if !ok || known.names != names {
		if known.pairs, err = compareAll(ctx, kind, all); err != nil {
			return nil, err
		}
	}
	a.of[kind] = compared{names, changes, known.pairs}
	return known.pairs, nil
}

func (a *alikeNames) short(all []Named) uint64 {
	var h maphash.Hash
	h.SetSeed(a.seed)
	for _, named := range all {
		_, _ = h.Write(binary.LittleEndian.AppendUint64(nil, uint64(named.ID))) // it never fails
		for _, name := range append([]string{named.Title}, named.Aliases...) {
			_, _ = h.WriteString(name)
			_ = h.WriteByte(0)
		}
	}
	return h.Sum64()
}

// blocksAtOnce is how many blocks are compared between two looks at the context.
const blocksAtOnce = 256

// compareAll compares names that share something, on all processors.
func compareAll(ctx context.Context, kind Kind, all []Named) ([]Alike, error) {
	called := make([]calledName, 0, len(all))
	for _, named := range all {
		called = append(called, calledNames(named)...)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	shares := slices.Collect(slices.Chunk(slices.Collect(maps.Values(blocks(called))), blocksAtOnce))
	workers := runtime.GOMAXPROCS(0)
	found := make([]map[[2]ID]Alike, workers)
	var working sync.WaitGroup
	for worker := range workers {
		found[worker] = map[[2]ID]Alike{}
		working.Go(func() {
			for i := worker; i < len(shares) && ctx.Err() == nil; i += workers {
				for _, block := range shares[i] {
					compareBlock(block, kind, found[worker])
				}
			}
		})
	}
	working.Wait()
	for _, more := range found[1:] {
		for pair, alike := range more {
			keepSurest(found[0], pair, alike)
		}
	}
	return sortAlikes(found[0]), ctx.Err()
}

func compareBlock(block []*calledName, kind Kind, found map[[2]ID]Alike) {
	for i, a := range block {
		for _, b := range block[i+1:] {
			if a.item.ID == b.item.ID {
				continue
			}
			older, newer := a, b
			if older.item.ID > newer.item.ID {
				older, newer = newer, older
			}
			if why := likeness(older, newer, kind); why != "" {
				keepSurest(found, [2]ID{older.item.ID, newer.item.ID}, Alike{A: older.item, B: newer.item, Why: why})
			}
		}
	}
}

// keepSurest keeps a pair, unless it is known to be alike for a better reason.
func keepSurest(found map[[2]ID]Alike, pair [2]ID, alike Alike) {
	if before, ok := found[pair]; !ok || slices.Index(surest, alike.Why) < slices.Index(surest, before.Why) {
		found[pair] = alike
	}
}
