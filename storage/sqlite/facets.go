package sqlite

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/query"
	"cuttings/storage/postings"
)

// mostTallied is how many values of a field are told.
const mostTallied = 12

// Facets counts what a query finds.
func (r reader) Facets(ctx context.Context, q query.Query, kinds []notes.Kind) (facets notes.Facets, err error) {
	err = r.searching(ctx, func(index *postings.Index) error {
		facets, err = r.facets(ctx, index, q, kinds)
		return err
	})
	return facets, err
}

func (r reader) facets(ctx context.Context, index *postings.Index, q query.Query, kinds []notes.Kind) (notes.Facets, error) {
	f, node, err := r.finding(ctx, index, q, kinds)
	if err != nil || node == nil {
		return notes.Facets{}, err
	}
	if f.attributes == nil {
		if f.attributes, err = r.attributes(ctx); err != nil {
			return notes.Facets{}, err
		}
	}
	found, err := f.matches(ctx, node)
	if err != nil {
		return notes.Facets{}, err
	}
	facets := notes.Facets{Total: len(found)}
	f.tallyAttributes(found, &facets)
	if err := f.tallyEntities(ctx, found, &facets); err != nil {
		return notes.Facets{}, err
	}
	return facets, f.tallyGroups(ctx, found, &facets)
}

// tallyAttributes counts kinds, sources and times.
func (f *finding) tallyAttributes(found set, facets *notes.Facets) {
	a := f.attributes
	kinds := make([]int, len(kindOrder))
	sources := make([]int, len(a.sources.names))
	a.each(found, func(i int) {
		kinds[a.kinds[i]]++
		sources[a.sources.of[i]]++
	})
	for i, count := range kinds {
		if count > 0 {
			facets.Kinds = append(facets.Kinds, notes.Tally{Value: string(kindOrder[i]), Count: count})
		}
	}
	facets.Sources = most(a.sources.tallies(sources))
	facets.Months, facets.Spans = f.times(found)
}

// tallies are the counts of a column's names. Those of the same words, which a query
// does not tell apart, are one, written as most often.
func (c *column) tallies(counts []int) []notes.Tally {
	var tallies []notes.Tally
	same := map[string]int{} // by words, which of the tallies
	often := map[string]int{}
	for number, count := range counts {
		words := c.folded[number]
		if count == 0 || words == " " {
			continue
		}
		at, known := same[words]
		if !known {
			at, same[words] = len(tallies), len(tallies)
			tallies = append(tallies, notes.Tally{})
		}
		tallies[at].Count += count
		if count > often[words] {
			often[words], tallies[at].Value = count, c.names[number]
		}
	}
	return tallies
}

// most keeps the greatest tallies, in order.
func most(tallies []notes.Tally) []notes.Tally {
	slices.SortFunc(tallies, func(x, y notes.Tally) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Value, y.Value))
	})
	return tallies[:min(len(tallies), mostTallied)]
}

// tallyGroups counts tags, and what is highlighted in each colour.
func (f *finding) tallyGroups(ctx context.Context, found set, facets *notes.Facets) error {
	err := f.each(ctx, func(scan func(...any) error) error {
		var tag, joined string
		err := scan(&tag, &joined)
		if count := setOf(joinedNumbers[notes.ID](joined)).common(found); count > 0 {
			facets.Tags = append(facets.Tags, notes.Tally{Value: tag, Count: count})
		}
		return err
	}, `SELECT g.title, group_concat(t.item) FROM taggings t JOIN items g ON g.id = t.tag WHERE g.trashed IS NULL GROUP BY t.tag`)
	if err != nil {
		return err
	}
	facets.Tags = most(facets.Tags)
	for _, colour := range query.Values(query.Colour) {
		highlighted, err := f.field(ctx, query.Field{Name: query.Colour, Value: colour})
		if err != nil {
			return err
		}
		if count := highlighted.common(found); count > 0 {
			facets.Colours = append(facets.Colours, notes.Tally{Value: colour, Count: count})
		}
	}
	facets.Colours = most(facets.Colours)
	return nil
}

// Values returns values of a field that hold folded words, those that are on
// most articles first.
func (r reader) Values(ctx context.Context, name query.Name, key string, limit int) ([]string, error) {
	if name == query.By {
		return list(ctx, r.statements, func(scan func(...any) error) (s string, err error) { return s, scan(&s) }, `
			SELECT byline FROM articles WHERE byline <> '' AND key LIKE ? ESCAPE '\' GROUP BY byline ORDER BY count(*) DESC, byline LIMIT ?`,
			containing(key), limit)
	}
	counts, err := r.valueCounts(ctx, name)
	if err != nil {
		return nil, err
	}
	var tallies []notes.Tally
	for value, count := range counts {
		if value != "" && strings.Contains(" "+fold.String(value), " "+key) {
			tallies = append(tallies, notes.Tally{Value: value, Count: count})
		}
	}
	var values []string
	for _, tally := range most(tallies) {
		values = append(values, tally.Value)
	}
	return values[:min(len(values), limit)], nil
}

// valueCounts says how many articles are of each source or language.
func (r reader) valueCounts(ctx context.Context, name query.Name) (map[string]int, error) {
	counts := map[string]int{}
	if r.lastAttributes() == nil { // to read those takes long for one question
		values := `SELECT source, count(*) FROM articles WHERE ` + notInTrash + ` GROUP BY source`
		if name == query.Language {
			values = `SELECT language, count(*) FROM articles WHERE ` + notInTrash + ` GROUP BY language`
		}
		return counts, r.each(ctx, func(scan func(...any) error) error {
			var value string
			var count int
			err := scan(&value, &count)
			if name == query.Language {
				value = primary(value)
			}
			counts[value] += count
			return err
		}, values)
	}
	a, err := r.attributes(ctx)
	if err != nil {
		return nil, err
	}
	column := &a.sources
	if name == query.Language {
		column = &a.languages
	}
	for i, number := range column.of {
		if a.kinds[i] == 0 { // an article
			counts[column.names[number]]++
		}
	}
	return counts, nil
}
