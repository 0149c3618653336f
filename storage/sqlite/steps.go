package sqlite

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/query"
)

// steps are questions to the search table whose answers are less and less about
// the words of a query.
func (f *finding) steps(ctx context.Context, words query.Node) ([]string, error) {
	parts := []query.Node{words}
	var unwanted, fields []string
	if all, ok := words.(query.All); ok {
		parts = nil
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
	}
	if len(parts) == 0 {
		return nil, nil
	}
	step := func(wanted ...string) string {
		words := "(" + strings.Join(slices.Concat(wanted, fields), " AND ") + ")"
		if len(unwanted) > 0 {
			words = "(" + words + " NOT (" + strings.Join(unwanted, " OR ") + "))"
		}
		return words
	}
	if len(parts) > 1 {
		return f.pairs(ctx, parts, step, false)
	}
	if any, ok := parts[0].(query.Any); ok {
		return f.pairs(ctx, any, step, true)
	}
	term, ok := parts[0].(query.Term)
	alone := ok && len(term.Words) == 1 // so that each answer is another level's
	var steps []string
	for level := levels; level > 0; level-- {
		m := f.matcher
		if m.from, m.to = level, levels; alone {
			m.to = level
		}
		steps = append(steps, step(m.expression(parts[0])))
	}
	return steps, nil
}

// bands of levels are taken together where two words are weighed against each
// other, so that there are not too many pairs.
const band = 4

// pairs asks for the two rarest of several words, which tell the most, at every
// pair of bands, in the order of what BM25 would make of them. Either may be
// missing if they are alternatives.
func (f *finding) pairs(ctx context.Context, parts []query.Node, step func(...string) string, either bool) ([]string, error) {
	since, items, err := f.sample(ctx)
	if err != nil {
		return nil, err
	}
	type weighed struct {
		part   query.Node
		rarity float64
	}
	all := make([]weighed, len(parts))
	for i, part := range parts {
		var having float64
		err := f.row(ctx, `SELECT count(*) FROM search WHERE search MATCH ? AND rowid >= ?`, f.matcher.expression(part), since).scan(&having)
		if err != nil {
			return nil, err
		}
		all[i] = weighed{part, max(1e-6, math.Log((items-having+0.5)/(having+0.5)))}
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.rarity, a.rarity) })
	var rest []string
	for _, other := range all[2:] {
		if !either {
			rest = append(rest, f.matcher.expression(other.part))
		}
	}
	type pair struct {
		step  string
		score float64
	}
	var pairs []pair
	first, second := all[0], all[1]
	for i := 0; i <= levels; i += band {
		one := f.banded(first.part, i)
		for k := 0; k <= levels; k += band {
			if i+k > 0 || either {
				two := f.banded(second.part, k)
				pairs = append(pairs, pair{step(append([]string{one, two}, rest...)...), first.rarity*saturated(i) + second.rarity*saturated(k)})
			}
		}
		if either {
			pairs = append(pairs,
				pair{step(one), first.rarity * saturated(i)},
				pair{step(f.banded(second.part, i)), second.rarity * saturated(i)})
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.score, a.score) })
	steps := make([]string, len(pairs))
	for i, p := range pairs {
		steps[i] = p.step
	}
	return steps, nil
}

// counted is how many items, those made last, tell how rare a word is: to count
// those of two words that are everywhere would take longer than to find them.
const counted = 4000

// sample returns the first of the items that are counted, and how many there are.
func (f *finding) sample(ctx context.Context) (since notes.ID, items float64, err error) {
	err = f.row(ctx, `SELECT coalesce(min(item), 0), count(*) FROM (SELECT item FROM searched ORDER BY item DESC LIMIT ?)`, counted).scan(&since, &items)
	return since, items, err
}

// banded asks for a part at the levels of the band that ends with last; with 0,
// at any.
func (f *finding) banded(part query.Node, last int) string {
	m := f.matcher
	if last > 0 {
		m.from, m.to = last-band+1, levels
		if term, ok := part.(query.Term); ok && len(term.Words) == 1 {
			m.to = last
		}
	}
	return m.expression(part)
}
