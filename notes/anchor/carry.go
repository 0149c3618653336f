package anchor

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
)

// Passage is a quotation and the byte offset in the old text at which it stood.
type Passage struct {
	At    int
	Quote Quote
}

// Result is where a passage stands in the new text; Err is ErrGone or
// ErrAmbiguous if no place is surely the right one.
type Result struct {
	Placement
	Err error
}

const (
	// nearReach is how many characters before and behind the place where a
	// passage is expected it is looked for first: a few changed paragraphs.
	nearReach = 600

	// maxLossNear is how great a part of a passage with its context may be
	// edited for a match there to settle the matter without a look at the
	// rest of the text. Unrelated prose never comes near it.
	maxLossNear = 0.45

	// surelyThere is how little may be lost of a passage whose words stand
	// unchanged where they are expected for nothing else to be looked for.
	surelyThere = 0.1
)

// Carry finds passages of one text in what became of it, on all processors. It
// does what Finder.Place does, and knows from both texts where to look first.
// The results are in the order of the passages. If the context ends, the rest
// have its error.
func Carry(ctx context.Context, before, after string, passages []Passage) []Result {
	results := make([]Result, len(passages))
	if len(passages) == 0 {
		return results
	}
	finder := NewFinder(after)
	where := align(before, after)
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(passages)) {
		workers.Go(func() {
			for i := range next {
				p := passages[i]
				if err := ctx.Err(); err != nil {
					results[i].Err = fmt.Errorf("carry a passage over: %w", err)
					continue
				}
				hints := where.hints(p.At, p.At+len(p.Quote.Exact), after)
				recurs := len(occurrences(before, p.Quote.Exact, 2)) > 1
				results[i].Placement, results[i].Err = finder.place(p.At, p.Quote, hints, recurs)
			}
		})
	}
	for i := range passages {
		next <- i
	}
	close(next)
	workers.Wait()
	return results
}

// expected returns the place that a passage has by its words and by where it is
// expected, if that settles the matter. The words as they are, elsewhere and
// among others, do not outweigh words that changed a little and stand where they
// are expected, among those they stood among.
func (f *Finder) expected(s *search, at int, hints []int) (candidate, bool) {
	found := f.exact(s)
	for i, c := range found {
		if found[i].loss = 1 - s.certainty(c); found[i].loss < surelyThere && abs(c.start-at) < nearReach {
			return c, true
		}
	}
	for _, c := range f.near(s, hints) {
		overlaps := func(other candidate) bool { return c.start < other.end && other.start < c.end }
		if !slices.ContainsFunc(found, overlaps) {
			found = append(found, c)
		}
	}
	if len(found) == 0 {
		return candidate{}, false
	}
	for i := range found {
		found[i].loss = 1 - s.certainty(found[i])
	}
	best, ok := choose(found, at)
	return best, ok && s.certainty(best) >= leastCertainty
}

// near returns the places around the hints that are like the words with their
// context.
func (f *Finder) near(s *search, hints []int) []candidate {
	whole := slices.Concat(s.prefix, s.exact, s.suffix)
	var spans []span
	for _, hint := range hints {
		at, _ := slices.BinarySearch(f.text.offsets, hint)
		spans = append(spans, span{max(0, at-nearReach), min(len(f.text.run), at+len(whole)+nearReach)})
	}
	slices.SortFunc(spans, func(a, b span) int { return a.start - b.start })
	joined := spans[:0]
	for _, w := range spans {
		if n := len(joined); n > 0 && w.start <= joined[n-1].end {
			joined[n-1].end = max(joined[n-1].end, w.end)
		} else {
			joined = append(joined, w)
		}
	}
	p := newPattern(whole, f.text.size)
	limit := int(maxLossNear * float64(len(whole)))
	c := collector{apart: len(whole) / 2}
	for _, w := range joined {
		p.search(f.text.run[w.start:w.end], limit, func(end, distance int) { c.add(w.start+end, distance) })
	}
	slices.SortFunc(c.matches, byDistance)
	return f.weigh(s, whole, c.matches[:min(len(c.matches), maxMatches)], len(s.prefix), len(s.suffix))
}
