package notes

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/maphash"
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
	pairs   []alikePair
	of      []namesOf // those that are in a pair, with their titles alone
}

// namesOf is an entity with its names, the first of which is its title.
type namesOf struct {
	id    ID
	names []string
}

// alikePair is two entities by their places among those that were compared, of
// which there can be tens of thousands; a is the older.
type alikePair struct {
	a, b int32
	why  Likeness
}

func (p alikePair) among(all []namesOf, kind Kind) Alike {
	item := func(n namesOf) Item { return Item{ID: n.id, Kind: kind, Title: n.names[0]} }
	return Alike{A: item(all[p.a]), B: item(all[p.b]), Why: p.why}
}

// all are the pairs in full.
func (c compared) all(kind Kind) []Alike {
	alikes := make([]Alike, len(c.pairs))
	for i, pair := range c.pairs {
		alikes[i] = pair.among(c.of, kind)
	}
	return alikes
}

// keep remembers pairs, with no more of what was compared than they name.
func (c *compared) keep(pairs []alikePair, all []namesOf) {
	places := map[int32]int32{}
	c.pairs, c.of = pairs, nil
	for i := range pairs {
		for _, place := range []*int32{&pairs[i].a, &pairs[i].b} {
			kept, ok := places[*place]
			if !ok {
				kept = int32(len(c.of))
				places[*place] = kept
				c.of = append(c.of, namesOf{all[*place].id, slices.Clone(all[*place].names[:1])})
			}
			*place = kept
		}
	}
}

// changed hears of what changed.
func (a *alikeNames) changed(items []Item) {
	if slices.ContainsFunc(items, func(item Item) bool { return item.Kind == "" || item.Kind.IsEntity() }) {
		a.changes.Add(1)
	}
}

// among returns the pairs of a kind whose names are alike, the surest first, also
// those that were told apart.
func (a *alikeNames) among(ctx context.Context, kind Kind, r Reader) ([]Alike, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.of == nil {
		a.seed, a.of = maphash.MakeSeed(), map[Kind]compared{}
	}
	changes := a.changes.Load() // before the names are read: what changes meanwhile counts as later
	known, ok := a.of[kind]
	if ok && known.changes == changes {
		return known.all(kind), nil
	}
	var all []namesOf
	err := r.EntityNames(ctx, []Kind{kind}, func(named Named) bool {
		all = append(all, namesOf{named.ID, append([]string{named.Title}, named.Aliases...)})
		return true
	})
	if err != nil {
		return nil, fmt.Errorf("read the names of entities: %w", err)
	}
	names := a.short(all)
	if !ok || known.names != names {
		pairs, err := compareAll(ctx, kind, all)
		if err != nil {
			return nil, err
		}
		known.keep(pairs, all)
	}
	known.names, known.changes = names, changes
	a.of[kind] = known
	return known.all(kind), nil
}

func (a *alikeNames) short(all []namesOf) uint64 {
	var h maphash.Hash
	h.SetSeed(a.seed)
	for _, entity := range all {
		_, _ = h.Write(binary.LittleEndian.AppendUint64(nil, uint64(entity.id))) // it never fails
		for _, name := range entity.names {
			_, _ = h.WriteString(name)
			_ = h.WriteByte(0)
		}
	}
	return h.Sum64()
}

// blocksAtOnce is how many blocks are compared between two looks at the context.
const blocksAtOnce = 256

// compareAll compares names that share something, on all processors.
func compareAll(ctx context.Context, kind Kind, all []namesOf) ([]alikePair, error) {
	names := make([]calledName, 0, len(all))
	for i, entity := range all {
		names = append(names, calledNames(int32(i), entity.names)...)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	shares := slices.Collect(slices.Chunk(blocks(names), blocksAtOnce))
	workers := runtime.GOMAXPROCS(0)
	found := make([]map[[2]int32]Likeness, workers)
	var working sync.WaitGroup
	for worker := range workers {
		found[worker] = map[[2]int32]Likeness{}
		working.Go(func() {
			for i := worker; i < len(shares) && ctx.Err() == nil; i += workers {
				for _, block := range shares[i] {
					compareBlock(block, kind, all, found[worker])
				}
			}
		})
	}
	working.Wait()
	for _, more := range found[1:] {
		for pair, why := range more {
			keepSurest(found[0], pair, why)
		}
	}
	pairs := make([]alikePair, 0, len(found[0]))
	for pair, why := range found[0] {
		pairs = append(pairs, alikePair{pair[0], pair[1], why})
	}
	slices.SortFunc(pairs, func(a, b alikePair) int { return compareAlikes(a.among(all, kind), b.among(all, kind)) })
	return pairs, ctx.Err()
}

func compareBlock(block []*calledName, kind Kind, all []namesOf, found map[[2]int32]Likeness) {
	for i, a := range block {
		for _, b := range block[i+1:] {
			if a.entity == b.entity {
				continue
			}
			older, newer := a, b
			if all[older.entity].id > all[newer.entity].id {
				older, newer = newer, older
			}
			if why := likeness(older, newer, kind); why != "" {
				keepSurest(found, [2]int32{older.entity, newer.entity}, why)
			}
		}
	}
}

// keepSurest keeps a pair, unless it is known to be alike for a better reason.
func keepSurest(found map[[2]int32]Likeness, pair [2]int32, why Likeness) {
	if before, ok := found[pair]; !ok || slices.Index(surest, why) < slices.Index(surest, before) {
		found[pair] = why
	}
}
