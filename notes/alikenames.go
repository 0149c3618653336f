package notes

import (
	"context"
	"encoding/binary"
	"hash/maphash"
	"maps"
	"runtime"
	"slices"
	"sync"
)

// alikeNames remembers which names are alike, by kind, as long as they are the same:
// to compare them takes much longer than to read them.
type alikeNames struct {
	mu   sync.Mutex
	seed maphash.Seed
	of   map[Kind]compared
}

// compared is what came of comparing names, and the names in short.
type compared struct {
	names uint64
	pairs []Alike
}

// among returns the pairs of a kind whose names are alike, the surest first, also
// those that were told apart. They are not to be changed.
func (a *alikeNames) among(ctx context.Context, kind Kind, all []Named) ([]Alike, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.of == nil {
		a.seed, a.of = maphash.MakeSeed(), map[Kind]compared{}
	}
	names := a.short(all)
	if known, ok := a.of[kind]; ok && known.names == names {
		return known.pairs, nil
	}
	pairs, err := compareAll(ctx, kind, all)
	if err != nil {
		return nil, err
	}
	a.of[kind] = compared{names, pairs}
	return pairs, nil
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
