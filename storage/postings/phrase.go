package postings

import (
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// candidatesAtOnce is how many rows have the places of words compared together.
const candidatesAtOnce = 4096

// sought is a word of a row of words.
type sought struct {
	text   string
	prefix bool // all words that begin so
}

// Phrase returns the rows in which words stand one behind the other in a part; with
// Any, in one and the same. Of the last word it may be the beginning.
func (x *Index) Phrase(ctx context.Context, words []string, prefix bool, part int) (Matches, error) {
	return x.placed(ctx, words, prefix, func(places [][]uint32) float32 { return x.inRow(places, part) })
}

// Near returns the rows in which all of some words stand in one part, with at most so
// many others between.
func (x *Index) Near(ctx context.Context, words []string, between int) (Matches, error) {
	return x.placed(ctx, words, false, func(places [][]uint32) float32 { return x.within(places, between+len(words)-1) })
}

// placed returns the rows that have all words, and in which their places weigh something.
func (x *Index) placed(ctx context.Context, words []string, prefix bool, weigh func(places [][]uint32) float32) (Matches, error) {
	asked := make([]sought, len(words))
	var rows Matches
	for i, word := range words {
		asked[i] = sought{word, prefix && i == len(words)-1}
		ask := x.Term
		if asked[i].prefix {
			if i > 0 {
				break // its places tell
			}
			ask = x.Prefix
		}
		some, err := ask(ctx, word)
		if err != nil {
			return Matches{}, err
		}
		if i == 0 {
			rows = some
		} else {
			rows = rows.And(some)
		}
		if len(rows.Rows) == 0 {
			return rows, nil
		}
	}
	weights := make([]float32, len(rows.Rows))
	parts := (len(rows.Rows) + candidatesAtOnce - 1) / candidatesAtOnce
	failed := make([]error, parts)
	var next atomic.Int32
	var wait sync.WaitGroup
	for range min(runtime.NumCPU(), parts) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < parts; i = int(next.Add(1)) - 1 {
				from, to := i*candidatesAtOnce, min(len(rows.Rows), (i+1)*candidatesAtOnce)
				failed[i] = x.weigh(ctx, asked, rows.Rows[from:to], weights[from:to], weigh)
			}
		})
	}
	wait.Wait()
	var m Matches
	for i, row := range rows.Rows {
		if weights[i] > 0 {
			m.Rows, m.Weights = append(m.Rows, row), append(m.Weights, weights[i])
		}
	}
	for _, err := range failed {
		if err != nil {
			return Matches{}, err
		}
	}
	return m, nil
}

// weigh weighs the places of words in some rows.
func (x *Index) weigh(ctx context.Context, asked []sought, rows []Row, weights []float32, weigh func(places [][]uint32) float32) error {
	all := make([]placesOf, len(asked))
	for i, word := range asked {
		var err error
		if all[i], err = x.placesIn(ctx, word, rows); err != nil {
			return err
		}
	}
	places := make([][]uint32, len(asked))
	for i := range rows {
		for k := range all {
			places[k] = all[k].of(i)
		}
		weights[i] = weigh(places)
	}
	return nil
}

// placesOf are the places of a word in some rows.
type placesOf struct {
	ends []int32 // by row: where its places end
	flat []uint32
	more map[int][]uint32 // those of a beginning
}

func (p *placesOf) of(i int) []uint32 {
	if p.more != nil {
		return p.more[i]
	}
	from := int32(0)
	if i > 0 {
		from = p.ends[i-1]
	}
	return p.flat[from:p.ends[i]]
}

// placesIn reads the places of a word in some rows.
func (x *Index) placesIn(ctx context.Context, word sought, rows []Row) (placesOf, error) {
	if word.prefix {
		return x.placesOfPrefix(ctx, word.text, rows)
	}
	p := placesOf{ends: make([]int32, len(rows))}
	at := 0
	err := x.eachSegment(rows, func(s *Segment) error {
		e, err := s.find(ctx, x.from, word.text)
		if err != nil || e == nil {
			return err
		}
		return s.eachPlace(ctx, x.from, e, rows, func(i int, written []byte) (err error) {
			for ; at < i; at++ {
				p.ends[at] = int32(len(p.flat))
			}
			p.flat, err = readPlaces(p.flat, written)
			return err
		})
	})
	for ; at < len(rows); at++ {
		p.ends[at] = int32(len(p.flat))
	}
	return p, err
}

func (x *Index) placesOfPrefix(ctx context.Context, prefix string, rows []Row) (placesOf, error) {
	p := placesOf{more: map[int][]uint32{}}
	err := x.eachSegment(rows, func(s *Segment) error {
		return s.each(ctx, x.from, prefix, func(e *entry) error {
			return s.eachPlace(ctx, x.from, e, rows, func(i int, written []byte) (err error) {
				p.more[i], err = readPlaces(p.more[i], written)
				return err
			})
		})
	})
	for _, places := range p.more {
		slices.Sort(places)
	}
	return p, err
}

// eachSegment calls do with the segments that have some of the rows.
func (x *Index) eachSegment(rows []Row, do func(s *Segment) error) error {
	for _, s := range x.Segments {
		at, _ := slices.BinarySearch(rows, s.First)
		if at < len(rows) && rows[at] <= s.Last {
			if err := do(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// eachPlace calls do with those of the rows that an entry has, by their numbers, and its
// places there.
func (s *Segment) eachPlace(ctx context.Context, from Source, e *entry, rows []Row, do func(i int, written []byte) error) error {
	at := 0
	wanted := func(b *block) bool {
		first := ahead(rows, at, b.first)
		return first < len(rows) && rows[first] <= b.last
	}
	return s.placed(ctx, from, e, wanted, func(b *block) error {
		var failed error
		err := b.eachPlaced(func(row Row, _ uint32, written []byte) {
			for at < len(rows) && rows[at] < row {
				at++
			}
			if at < len(rows) && rows[at] == row && failed == nil {
				failed = do(at, written)
			}
		})
		if failed != nil {
			return failed
		}
		return err
	})
}

// inRow weighs how often words stand one behind the other.
func (x *Index) inRow(places [][]uint32, part int) (weight float32) {
	at := make([]int, len(places))
	for _, first := range places[0] {
		if part != Any && int(first>>partShift) != part {
			continue
		}
		stands := true
		for k := 1; k < len(places) && stands; k++ {
			wanted := first + uint32(k)
			for at[k] < len(places[k]) && places[k][at[k]] < wanted {
				at[k]++
			}
			stands = at[k] < len(places[k]) && places[k][at[k]] == wanted
		}
		if stands {
			weight += float32(x.weights[first>>partShift])
		}
	}
	return weight
}

// within weighs how often all words stand in one part with at most so much from the
// first to the last.
func (x *Index) within(places [][]uint32, most int) (weight float32) {
	at := make([]int, len(places))
	for {
		least, first, last := 0, ^uint32(0), uint32(0)
		for k := range places {
			if at[k] == len(places[k]) {
				return weight
			}
			place := places[k][at[k]]
			if place < first {
				least, first = k, place
			}
			last = max(last, place)
		}
		if first>>partShift == last>>partShift && int(last-first) <= most {
			weight += float32(x.weights[first>>partShift])
		}
		at[least]++
	}
}
