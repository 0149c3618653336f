package notes

import (
	"cmp"
	"context"
	"hash/maphash"
	"runtime"
	"slices"
	"sync"
)

// namesOf is an entity with its names, the first of which is its title; without any
// once it is no more.
type namesOf struct {
	id    ID
	names []string
}

// alikePair is two entities by their places in the index, of which there can be tens
// of thousands; a is the older.
type alikePair struct {
	a, b int32
	why  Likeness
}

// nameAt is one name by the place of its entity and its number among the names of
// that one that can be compared.
type nameAt struct{ entity, number int32 }

// alikeIndex holds the names of a kind by what each shares with others, so that a
// new one is compared with few. An entity that changes gets a new place at the end.
type alikeIndex struct {
	kind     Kind
	entities []namesOf
	read     int          // of these, how many were read together, in the order of their IDs
	later    map[ID]int32 // where those are that came later
	compared bool

	names  []nameAt
	shares []uint64           // what names share, each with the number of the name, in order
	added  map[uint32][]int32 // the same of what came later
	pairs  []alikePair        // the surest first

	waiting map[string]*likely // suggested names that were compared with these
}

// blocksAtOnce is how many blocks are compared between two looks at the context.
const blocksAtOnce = 256

// compareAll compares names that share something, on all processors.
func (x *alikeIndex) compareAll(ctx context.Context) error {
	var called []calledName
	var names []nameAt
	var shares []uint64
	for place, entity := range x.entities {
		for number, name := range calledNames(int32(place), entity.names) {
			for _, key := range name.shares() {
				shares = append(shares, uint64(key)<<32|uint64(len(names)))
			}
			called, names = append(called, name), append(names, nameAt{int32(place), int32(number)})
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	slices.Sort(shares)
	some := slices.Collect(slices.Chunk(blocks(shares), blocksAtOnce))
	workers := runtime.GOMAXPROCS(0)
	found := make([]map[[2]int32]Likeness, workers)
	var working sync.WaitGroup
	for worker := range workers {
		found[worker] = map[[2]int32]Likeness{}
		working.Go(func() {
			for i := worker; i < len(some) && ctx.Err() == nil; i += workers {
				for _, block := range some[i] {
					x.compareBlock(block, called, found[worker])
				}
			}
		})
	}
	working.Wait()
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, more := range found[1:] {
		for pair, why := range more {
			keepSurest(found[0], pair, why)
		}
	}
	x.names, x.shares, x.pairs = slices.Clip(names), slices.Clip(shares), nil
	x.addPairs(found[0])
	x.compared = true
	return nil
}

// blocks are the runs of shares of what some names have in common, but not so many
// that it says nothing.
func blocks(shares []uint64) [][]uint64 {
	var all [][]uint64
	for first, behind := 0, 0; first < len(shares); first = behind {
		for behind = first + 1; behind < len(shares) && shares[behind]>>32 == shares[first]>>32; {
			behind++
		}
		if n := behind - first; n >= 2 && n <= mostInBlock && manner(shares[first]>>32) != asked {
			all = append(all, shares[first:behind])
		}
	}
	return all
}

func (x *alikeIndex) compareBlock(block []uint64, called []calledName, found map[[2]int32]Likeness) {
	bySound := manner(block[0]>>32) == sounding
	for i, share := range block {
		for _, other := range block[i+1:] {
			x.compare(&called[uint32(share)], &called[uint32(other)], bySound, found)
		}
	}
}

// compare compares two names that share something; the sound says something only
// where one is written in other letters.
func (x *alikeIndex) compare(a, b *calledName, bySound bool, found map[[2]int32]Likeness) {
	if a.entity == b.entity || bySound && !a.other && !b.other {
		return
	}
	if x.entities[a.entity].id > x.entities[b.entity].id {
		a, b = b, a
	}
	if why := likeness(a, b, x.kind); why != "" {
		keepSurest(found, [2]int32{a.entity, b.entity}, why)
	}
}

// keepSurest keeps a pair, unless it is known to be alike for a better reason.
func keepSurest(found map[[2]int32]Likeness, pair [2]int32, why Likeness) {
	if before, ok := found[pair]; !ok || slices.Index(surest, why) < slices.Index(surest, before) {
		found[pair] = why
	}
}

func (x *alikeIndex) alike(p alikePair) Alike {
	item := func(place int32) Item {
		return Item{ID: x.entities[place].id, Kind: x.kind, Title: x.entities[place].names[0]}
	}
	return Alike{A: item(p.a), B: item(p.b), Why: p.why}
}

// all are the pairs in full.
func (x *alikeIndex) all() []Alike {
	alikes := make([]Alike, len(x.pairs))
	for i, pair := range x.pairs {
		alikes[i] = x.alike(pair)
	}
	return alikes
}

func (x *alikeIndex) addPairs(found map[[2]int32]Likeness) {
	if len(found) == 0 {
		return
	}
	for pair, why := range found {
		x.pairs = append(x.pairs, alikePair{pair[0], pair[1], why})
	}
	slices.SortFunc(x.pairs, func(a, b alikePair) int { return compareAlikes(x.alike(a), x.alike(b)) })
}

// place is where an entity stands; -1 if it does not.
func (x *alikeIndex) place(id ID) int32 {
	if place, ok := x.later[id]; ok {
		return place
	}
	i, ok := slices.BinarySearchFunc(x.entities[:x.read], id, func(n namesOf, id ID) int { return cmp.Compare(n.id, id) })
	if !ok || len(x.entities[i].names) == 0 {
		return -1
	}
	return int32(i)
}

// put gives an entity these names, none if it is no more, and compares them.
func (x *alikeIndex) put(id ID, names []string) {
	place := x.place(id)
	if place >= 0 && slices.Equal(x.entities[place].names, names) || place < 0 && len(names) == 0 {
		return
	}
	if place >= 0 {
		x.entities[place].names = nil
		delete(x.later, id)
		x.pairs = slices.DeleteFunc(x.pairs, func(p alikePair) bool { return p.a == place || p.b == place })
		for _, suggested := range x.waiting {
			delete(suggested.like, place)
		}
	}
	if len(names) == 0 {
		return
	}
	if x.later == nil {
		x.later, x.added = map[ID]int32{}, map[uint32][]int32{}
	}
	place = int32(len(x.entities))
	x.entities, x.later[id] = append(x.entities, namesOf{id, names}), place
	if x.compared {
		x.add(place)
	}
}

// add compares an entity with what it shares something with.
func (x *alikeIndex) add(place int32) {
	found := map[[2]int32]Likeness{}
	for number, name := range calledNames(place, x.entities[place].names) {
		at := int32(len(x.names))
		x.names = append(x.names, nameAt{place, int32(number)})
		for _, key := range name.shares() {
			x.added[key] = append(x.added[key], at)
			if manner(uint64(key)) == asked {
				continue
			}
			for _, other := range x.block(key) {
				x.compare(&name, &other, manner(uint64(key)) == sounding, found)
			}
		}
		for _, suggested := range x.waiting {
			x.likeSuggested(suggested, &name)
		}
	}
	x.addPairs(found)
}

// block are the names that share something, unless they are so many that it says
// nothing.
func (x *alikeIndex) block(key uint32) []calledName {
	first, _ := slices.BinarySearch(x.shares, uint64(key)<<32)
	behind, _ := slices.BinarySearch(x.shares, (uint64(key)+1)<<32)
	var block []calledName
	take := func(name int32) {
		at := x.names[name]
		if names := x.entities[at.entity].names; len(names) > 0 {
			block = append(block, calledNames(at.entity, names)[at.number])
		}
	}
	if behind-first+len(x.added[key]) > 2*mostInBlock {
		return nil
	}
	for _, share := range x.shares[first:behind] {
		take(int32(uint32(share)))
	}
	for _, name := range x.added[key] {
		take(name)
	}
	if len(block) > mostInBlock {
		return nil
	}
	return block
}

// What names share is a short form of it, of which the last bits say in what manner
// it is compared. Two things of one short form only make a block larger.
const (
	sharing  = iota
	sounding // by those of which one at least is written in other letters
	asked    // by suggested names alone
	manners  = 3
)

func manner(key uint64) uint64 { return key & manners }

var shareSeed = maphash.MakeSeed()

func shareOf(manner uint32, what, words string) uint32 {
	return uint32(maphash.String(shareSeed, what+" "+words))&^manners | manner
}

// shares are what two names of one entity would have in common: the last word, the
// first letters, all words, the consonants, the initials. Of large archives there
// are half a million of these, most of which a name has alone.
func (c *calledName) shares() []uint32 {
	last := c.words[len(c.words)-1]
	return append(c.likelyShares(), shareOf(sharing, "last", last), shareOf(sharing, "ends", beginning(last, 3)+c.words[0][:1]))
}

// likelyShares are what a suggested name shares with known ones that may be the
// same: how its last word begins, how all begins, its consonants, its initials.
func (c *calledName) likelyShares() []uint32 {
	keys := []uint32{
		shareOf(asked, "ends", beginning(c.words[len(c.words)-1], 3)), shareOf(sharing, "begins", beginning(c.whole, 4)), shareOf(sharing, "words", c.sorted),
	}
	if len(c.sound) >= leastSound {
		keys = append(keys, shareOf(sounding, "sounds", c.sound))
	}
	if initials := c.initials(); initials != "" {
		keys = append(keys, shareOf(sharing, "initials", initials))
	}
	return keys
}
