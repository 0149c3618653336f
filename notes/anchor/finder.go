package anchor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Finder places passages in one text. It prepares what the search needs when
// that is first needed, and may be used by several goroutines at once.
type Finder struct {
	body string

	prepare sync.Once
	text    *symbols
	seeds   *seeds
}

// NewFinder returns a Finder for body. It does no work yet.
func NewFinder(body string) *Finder { return &Finder{body: body} }

func (f *Finder) ready() {
	f.prepare.Do(func() {
		f.text = newSymbols(f.body)
		f.seeds = newSeeds(f.text.run)
	})
}

// Place does what the function Place does.
//
// The words themselves are looked for first, where they were and elsewhere.
// Only if they stand nowhere, or only where neither context nor position
// speaks for them, is something like them looked for: first together with the
// context, then alone, in case they moved.
func (f *Finder) Place(at int, q Quote) (Placement, error) { return f.place(at, q, nil, false) }

// place looks first at the hints, byte offsets of the text, if there are any.
// Recurs says that the words stood in the old text more than once.
func (f *Finder) place(at int, q Quote, hints []int, recurs bool) (Placement, error) {
	if q.Exact == "" {
		return Placement{}, fmt.Errorf("place a passage: %w", ErrEmpty)
	}
	if len(q.Prefix)+len(q.Suffix) > 0 && inContext(f.body, at, q) {
		return Placement{at, at + len(q.Exact), AtPosition, 1}, nil
	}
	f.ready()
	s := f.seek(at, q)
	s.recurs, s.hinted = recurs, len(hints) > 0
	if len(hints) > 0 {
		at = hints[0]
		if best, ok := f.expected(s, at, hints); ok {
			return Placement{best.start, best.end, best.way, s.certainty(best)}, nil
		}
	}
	for _, stage := range []func(*search) []candidate{f.exact, f.inContext, f.alone} {
		found := stage(s)
		if len(found) == 0 {
			continue
		}
		best, ok := choose(found, at)
		if !ok {
			return Placement{}, fmt.Errorf("place a passage: %w", ErrAmbiguous)
		}
		return Placement{best.start, best.end, best.way, s.certainty(best)}, nil
	}
	return Placement{}, fmt.Errorf("place a passage: %w", ErrGone)
}

// search is one passage that is looked for.
type search struct {
	at                    int
	quote                 Quote
	exact, prefix, suffix []symbol
	before, after         *pattern // prefix, backwards, and suffix
	recurs                bool     // the words are known to stand elsewhere too
	hinted                bool     // it was looked for where it is expected
}

func (f *Finder) seek(at int, q Quote) *search {
	s := &search{at: at, quote: q}
	s.exact, s.prefix, s.suffix = f.text.of(q.Exact), f.text.of(q.Prefix), f.text.of(q.Suffix)
	s.before = newPattern(backwards(s.prefix), f.text.size)
	s.after = newPattern(s.suffix, f.text.size)
	return s
}

// candidate is a place that may be the right one.
type candidate struct {
	start, end int // in bytes
	way        Way
	loss       float64 // what speaks against it, in parts of what could
	exact      float64 // how far the words, and those before and behind, are
	prefix     float64 // those that were sought: 0 to 1
	suffix     float64
}

// exact returns the places where the words stand as they are, as far as
// anything besides the words speaks for them.
func (f *Finder) exact(s *search) []candidate {
	length := len(s.quote.Exact)
	enough := !s.recurs && len(s.exact) >= tellingLength || len(s.prefix)+len(s.suffix) == 0
	var found []candidate
	for _, start := range occurrences(f.body, s.quote.Exact, maxOccurrences) {
		c := candidate{start: start, end: start + length, way: Exact, exact: 1}
		if start == s.at {
			c.way = AtPosition
		}
		character, _ := slices.BinarySearch(f.text.offsets, start)
		f.compareContext(s, &c, span{character, character + len(s.exact)})
		c.loss = 1 - s.context(c)
		if enough || c.way == AtPosition || max(c.prefix, c.suffix) >= contextFloor {
			found = append(found, c)
		}
	}
	return found
}

// occurrences returns where part stands in whole, at most limit places.
func occurrences(whole, part string, limit int) []int {
	var found []int
	for from := 0; len(found) < limit; {
		at := strings.Index(whole[from:], part)
		if at < 0 {
			break
		}
		found = append(found, from+at)
		_, size := utf8.DecodeRuneInString(whole[from+at:])
		from += at + size
	}
	return found
}

// inContext returns the places that are like the words with their context.
func (f *Finder) inContext(s *search) []candidate {
	whole := slices.Concat(s.prefix, s.exact, s.suffix)
	return f.like(s, whole, len(s.prefix), len(s.suffix), maxLossInContext)
}

// alone returns the places that are like the words, whatever surrounds them.
func (f *Finder) alone(s *search) []candidate {
	if len(s.exact) < shortestAlone {
		return nil
	}
	return f.like(s, s.exact, 0, 0, maxLossAlone)
}

// like returns the places where run stands with at most the given loss. The
// first before and last after characters of run are context.
func (f *Finder) like(s *search, run []symbol, before, after int, loss float64) []candidate {
	return f.weigh(s, run, f.matches(run, int(loss*float64(len(run))), s.hinted), before, after)
}

// weigh makes candidates of matches; those that are not surely the passage are
// left out.
func (f *Finder) weigh(s *search, run []symbol, matches []match, before, after int) []candidate {
	var found []candidate
	for _, m := range matches {
		passage := f.cut(run, m, before, after)
		if passage.start >= passage.end {
			continue
		}
		c := candidate{
			start: f.text.offsets[passage.start], end: f.text.offsets[passage.end],
			way: Approximate, loss: float64(m.distance) / float64(len(run)),
		}
		if f.body[c.start:c.end] == s.quote.Exact {
			c.way = Exact // words and context together speak for it after all
		}
		words := newPattern(s.exact, f.text.size)
		c.exact = share(words.distance(f.text.run[passage.start:passage.end]), max(len(s.exact), passage.end-passage.start))
		if c.exact < wordsFloor {
			continue
		}
		f.compareContext(s, &c, passage)
		if c.way == Approximate && s.certainty(c) < leastCertainty {
			continue
		}
		found = append(found, c)
	}
	return found
}

// matches returns the best matches of run with at most limit edits, nearest
// first, at most maxMatches of them. Of a passage that is hinted, only those
// that seeds lead to: where it was expected has been searched already.
func (f *Finder) matches(run []symbol, limit int, hinted bool) []match {
	p := newPattern(run, f.text.size)
	matches, settled := f.seeded(p, run, limit)
	if !settled && !hinted && len(f.text.run)*p.blocks <= maxWork {
		c := collector{apart: len(run) / 2}
		p.search(f.text.run, limit, c.add)
		matches = c.matches
	}
	slices.SortFunc(matches, byDistance)
	return matches[:min(len(matches), maxMatches)]
}

// seeded searches where seeds point. It is settled if nothing that they do
// not reach could contest the best it found.
func (f *Finder) seeded(p *pattern, run []symbol, limit int) (matches []match, settled bool) {
	edits, _ := reach(len(run))
	edits = min(edits, limit)
	windows, ok := f.seeds.windows(run, len(f.text.run), len(f.text.run)*p.blocks)
	if !ok {
		return nil, false
	}
	c := collector{apart: len(run) / 2}
	best := edits + 1
	for _, w := range windows {
		p.search(f.text.run[w.start:w.end], edits, func(end, distance int) {
			best = min(best, distance)
			c.add(w.start+end, distance)
		})
	}
	return c.matches, best+int(margin*float64(len(run))) < edits
}

// choose returns the candidate that is better than the others by the margin,
// or else, of those that are as good, the one that is clearly nearest to at.
func choose(found []candidate, at int) (candidate, bool) {
	best := slices.MinFunc(found, func(a, b candidate) int { return cmp.Compare(a.loss, b.loss) })
	rivals := []candidate{best}
	for _, c := range found {
		if c.loss < best.loss+margin && (c.end <= best.start || c.start >= best.end) {
			rivals = append(rivals, c)
		}
	}
	if len(rivals) == 1 {
		return best, true
	}
	if at < 0 {
		return candidate{}, false
	}
	distance := func(c candidate) int { return abs(c.start - at) }
	slices.SortFunc(rivals, func(a, b candidate) int { return cmp.Compare(distance(a), distance(b)) })
	return rivals[0], distance(rivals[0])*clearlyNearer <= distance(rivals[1]) && distance(rivals[0]) < distance(rivals[1])
}
