package postings

import (
	"cmp"
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
	number int  // in the row
	rows   int  // that have it
}

// Phrase returns the rows in which words stand one behind the other in a part; with
// Any, in one and the same. Of the last word it may be the beginning.
func (x *Index) Phrase(ctx context.Context, words []string, prefix bool, part int) (Matches, error) {
	return x.placed(ctx, words, prefix, func(asked []sought, rows []Row, weights []float32) error {
		return x.inRow(ctx, asked, rows, weights, part)
	})
}

// Near returns the rows in which all of some words stand in one part, with at most so
// many others between.
func (x *Index) Near(ctx context.Context, words []string, between int) (Matches, error) {
	return x.placed(ctx, words, false, func(asked []sought, rows []Row, weights []float32) error {
		return x.within(ctx, asked, rows, weights, between+len(words)-1)
	})
}

// placed returns the rows that have all words, and in which their places weigh something.
// Weigh is asked for some rows at once, with the words that the fewest have first.
func (x *Index) placed(ctx context.Context, words []string, prefix bool, weigh func(asked []sought, rows []Row, weights []float32) error) (Matches, error) {
	asked := make([]sought, len(words))
	var rows Matches
	for i, word := range words {
		asked[i] = sought{word, prefix && i == len(words)-1, i, x.total}
		if asked[i].prefix && i > 0 {
			break // its places tell
		}
		ask := x.Term
		if asked[i].prefix {
			ask = x.Prefix
		}
		some, err := ask(ctx, word)
		if err != nil {
			return Matches{}, err
		}
		asked[i].rows = len(some.Rows)
		if i > 0 {
			some = rows.And(some)
		}
		if rows = some; len(rows.Rows) == 0 {
			return rows, nil
		}
	}
	slices.SortStableFunc(asked, func(a, b sought) int { return a.rows - b.rows })
	weights := make([]float32, len(rows.Rows))
	parts := (len(rows.Rows) + candidatesAtOnce - 1) / candidatesAtOnce
	failed := make([]error, parts)
	var next atomic.Int32
	var wait sync.WaitGroup
	for range min(runtime.NumCPU(), parts) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < parts; i = int(next.Add(1)) - 1 {
				from, to := i*candidatesAtOnce, min(len(rows.Rows), (i+1)*candidatesAtOnce)
				failed[i] = weigh(asked, rows.Rows[from:to], weights[from:to])
			}
		})
	}
	wait.Wait()
	if err := cmp.Or(failed...); err != nil {
		return Matches{}, err
	}
	var m Matches
	for i, row := range rows.Rows {
		if weights[i] > 0 {
			m.Rows, m.Weights = append(m.Rows, row), append(m.Weights, weights[i])
		}
	}
	return m, nil
}

// inRow weighs how often words stand one behind the other: from word to word there are
// fewer places at which they can begin, and fewer rows.
func (x *Index) inRow(ctx context.Context, asked []sought, rows []Row, weights []float32, part int) error {
	left := make([]int, len(rows)) // of the rows, those that can still have them
	for i := range left {
		left[i] = i
	}
	starts := make([][]uint32, len(rows))
	for n, word := range asked {
		some := make([]Row, len(left))
		for k, i := range left {
			some[k] = rows[i]
		}
		places, err := x.placesIn(ctx, word, some)
		if err != nil {
			return err
		}
		still := left[:0]
		for k, i := range left {
			if n == 0 {
				starts[i] = begin(places.of(k), word.number, part)
			} else {
				starts[i] = goOn(starts[i], places.of(k), word.number)
			}
			if len(starts[i]) > 0 {
				still = append(still, i)
			}
		}
		left = still
	}
	for _, i := range left {
		for _, start := range starts[i] {
			weights[i] += float32(x.weights[start>>partShift])
		}
	}
	return nil
}

// begin returns where rows of words begin of which the word of a number stands at places.
func begin(places []uint32, number, part int) []uint32 {
	starts := places[:0]
	for _, place := range places {
		if int(place&placeMask) >= number && (part == Any || int(place>>partShift) == part) {
			starts = append(starts, place-uint32(number))
		}
	}
	return starts
}

// goOn returns those starts behind which, at its number, the word stands at one of places.
func goOn(starts, places []uint32, number int) []uint32 {
	still, at := starts[:0], 0
	for _, start := range starts {
		wanted := start + uint32(number)
		for at < len(places) && places[at] < wanted {
			at++
		}
		if at < len(places) && places[at] == wanted {
			still = append(still, start)
		}
	}
	return still
}

// within weighs how often all words stand in one part with at most so much from the
// first to the last.
func (x *Index) within(ctx context.Context, asked []sought, rows []Row, weights []float32, most int) error {
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
		weights[i] = x.near(places, most)
	}
	return nil
}

// near is within for one row.
func (x *Index) near(places [][]uint32, most int) (weight float32) {
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
