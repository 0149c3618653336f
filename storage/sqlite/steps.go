package sqlite

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"sync"

	"cuttings/notes/query"
)

// question is one to the search table.
type question struct {
	match string
	bands [2]string // the two that it asks for, if it asks for nothing else and both words are common
	plain bool      // its words are looked up, not put together of rows of words
}

// steps are questions to the search table whose answers are less and less about
// the words of a query.
func (f *finding) steps(ctx context.Context, words query.Node) ([]question, error) {
	parts, unwanted, fields := f.parts(words)
	if len(parts) == 0 {
		return nil, nil
	}
	asking := func(wanted ...string) string {
		words := "(" + strings.Join(slices.Concat(wanted, fields), " AND ") + ")"
		if len(unwanted) > 0 {
			words = "(" + words + " NOT (" + strings.Join(unwanted, " OR ") + "))"
		}
		return words
	}
	if len(parts) > 1 {
		return f.pairs(ctx, parts, asking, len(unwanted)+len(fields) == 0, false)
	}
	if any, ok := parts[0].(query.Any); ok {
		return f.pairs(ctx, any, asking, false, true)
	}
	var steps []question
	if term, ok := parts[0].(query.Term); ok && f.matcher.isWord(term) {
		for level := levels; level > 0; level-- {
			m := f.matcher
			m.marks = []string{mark(level)}
			steps = append(steps, question{match: asking(m.expression(term))})
		}
		return steps, nil
	}
	for band := bands; band > 0; band-- {
		steps = append(steps, question{match: asking(f.banded(parts[0], band))})
	}
	return steps, nil
}

// parts are what a query asks words for, by each of which it is ranked, and what else it
// asks for and against.
func (f *finding) parts(words query.Node) (parts []query.Node, unwanted, fields []string) {
	all, ok := words.(query.All)
	if !ok {
		return []query.Node{words}, nil, nil
	}
	for _, part := range all {
		switch part := part.(type) {
		case query.Not:
			unwanted = append(unwanted, f.matcher.expression(part.Node))
		case query.Field: // nothing is more or less about it
			fields = append(fields, f.matcher.expression(part))
		default:
			parts = append(parts, part)
		}
	}
	return parts, unwanted, fields
}

// rarity is the weight that BM25 gives to a part which a share of all fulfils.
func rarity(share float64) float64 {
	return max(1e-6, math.Log((1-share+leastShare)/(share+leastShare)))
}

// leastShare stands for the half item that BM25 adds to those that have a word.
const leastShare = 0.5 / counted

// pairs asks for the two rarest of several words, which tell the most, at every
// pair of bands, in the order of what BM25 would make of them. Either may be
// missing if they are alternatives. Alone says that nothing else is asked for.
func (f *finding) pairs(ctx context.Context, parts []query.Node, asking func(...string) string, alone, either bool) ([]question, error) {
	all, err := f.byRarity(ctx, parts)
	if err != nil {
		return nil, err
	}
	var rest []string
	for _, other := range all[2:] {
		if !either {
			rest = append(rest, f.matcher.expression(other.part))
		}
	}
	inOrder, err := f.bandPairs(ctx, all[0], all[1], either)
	if err != nil {
		return nil, err
	}
	_, one := all[0].part.(query.Term)
	_, two := all[1].part.(query.Term)
	plain := one && two
	crossed := alone && len(all) == 2 && min(all[0].share, all[1].share) >= crossedShare
	steps := make([]question, len(inOrder))
	for i, pair := range inOrder {
		var wanted []string
		for n, band := range pair.bands {
			if band != missing {
				wanted = append(wanted, f.banded(all[n].part, band))
			}
		}
		if crossed && min(pair.bands[0], pair.bands[1]) > 0 {
			steps[i].bands, steps[i].plain = [2]string(wanted), plain
		}
		steps[i].match = asking(append(wanted, rest...)...)
	}
	return steps, nil
}

// weighed is a part of a query with its weight by BM25.
type weighed struct {
	part          query.Node
	share, rarity float64
}

// byRarity weighs parts and puts those first that tell the most.
func (f *finding) byRarity(ctx context.Context, parts []query.Node) ([]weighed, error) {
	all := make([]weighed, len(parts))
	for i, part := range parts {
		share, err := f.common(ctx, part)
		if err != nil {
			return nil, err
		}
		all[i] = weighed{part, share, rarity(share)}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.rarity, a.rarity) })
	return all, nil
}

// bandPair is a band for each of two parts: 0 for any or none, or missing.
type bandPair struct {
	bands [2]int
	score float64
}

// missing stands for the band of a part that an item need not have.
const missing = -1

// bandPairs are the pairs of bands that items can be in, the best first.
func (f *finding) bandPairs(ctx context.Context, first, second weighed, either bool) ([]bandPair, error) {
	parts, most := [2]weighed{first, second}, [2]int{}
	for n := range parts {
		var err error
		if most[n], err = f.highest(ctx, parts[n].part); err != nil {
			return nil, err
		}
	}
	least := 0
	if either {
		least = missing
	}
	var pairs []bandPair
	for one := most[0]; one >= least; one-- {
		for two := most[1]; two >= least; two-- {
			pair := bandPair{bands: [2]int{one, two}}
			for n, band := range pair.bands {
				if band != missing {
					pair.score += parts[n].rarity * saturated(band*bandLevels)
				}
			}
			if pair.score > 0 && (either || one+two > 0) { // in no band of either: that is asked last
				pairs = append(pairs, pair)
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b bandPair) int { return cmp.Compare(b.score, a.score) })
	return pairs, nil
}

// highest is the highest band that some item is in for a part: those above need not
// be asked for.
func (f *finding) highest(ctx context.Context, part query.Node) (band int, err error) {
	for band = bands; band > 0; band-- {
		var some int
		err := f.row(ctx, `SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT 1)`, f.banded(part, band)).scan(&some)
		if err != nil || some > 0 {
			return band, err
		}
	}
	return 0, nil
}

// counted is how many articles and notes, those made last, tell how common a word
// is: to count those of two words that are everywhere would take longer than to
// find them.
const counted = 2000

// common returns the share of articles and notes that fulfil a part, roughly. It is
// remembered until there are more of them: what is typed next asks for most of it
// again.
func (f *finding) common(ctx context.Context, part query.Node) (share float64, err error) {
	if any, ok := part.(query.Any); ok { // as if each were there by chance
		without := 1.0
		for _, other := range any {
			share, err := f.common(ctx, other)
			if err != nil {
				return 0, err
			}
			without *= 1 - share
		}
		return 1 - without, nil
	}
	newest, err := f.newest(ctx)
	if err != nil || newest.documents == 0 {
		return 0, err
	}
	match := f.matcher.expression(part)
	if known, ok := f.shares.get(newest.since, match); ok {
		return known, nil
	}
	var having float64
	err = f.row(ctx, `SELECT count(*) FROM search WHERE search MATCH ? AND rowid >= ?`, match, newest.since).scan(&having)
	if err != nil {
		return 0, err
	}
	share = min(1, having/min(counted, newest.documents))
	f.shares.put(newest.since, match, share)
	return share, nil
}

// newest says how many articles and notes there are, and which row of the search
// table is the first of those that were made last.
type newest struct {
	since     int64
	documents float64
}

// newest is told by the attributes if they were read, be it a while ago: to read them
// takes longer than to ask for these two.
func (f *finding) newest(ctx context.Context) (n newest, err error) {
	known := f.lastAttributes()
	if known == nil {
		err := f.row(ctx, `
			SELECT coalesce(min(d.row), 0), (SELECT count(*) FROM articles) + (SELECT count(*) FROM notes) FROM (
				SELECT id FROM articles UNION ALL SELECT id FROM notes ORDER BY id DESC LIMIT ?
			) last JOIN searched d ON d.item = last.id`, counted).scan(&n.since, &n.documents)
		return n, err
	}
	return known.newest, nil
}

// shares remembers how common words are among the articles and notes since one.
type shares struct {
	mu    sync.Mutex
	since int64
	known map[string]float64
}

// mostShares is how many are remembered.
const mostShares = 1 << 14

func (s *shares) get(since int64, match string) (float64, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	share, ok := s.known[match]
	return share, ok && s.since == since
}

func (s *shares) put(since int64, match string, share float64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.since != since || len(s.known) == mostShares {
		s.since, s.known = since, map[string]float64{}
	}
	s.known[match] = share
}

// banded asks for a part in a band; with 0, in any or none. Of several words in
// one part, each may be in a higher band as well.
func (f *finding) banded(part query.Node, band int) string {
	m := f.matcher
	if band == 0 {
		return m.expression(part)
	}
	last := bands
	if term, ok := part.(query.Term); ok && f.matcher.isWord(term) {
		last = band
	}
	for ; band <= last; band++ {
		m.marks = append(m.marks, bandMark(band))
	}
	return m.expression(part)
}
