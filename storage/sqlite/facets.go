package sqlite

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/query"
)

// mostTallied is how many values of a field are told.
const mostTallied = 12

// Facets counts what a query finds.
func (r reader) Facets(ctx context.Context, q query.Query, kinds []notes.Kind) (notes.Facets, error) {
	f, node, err := r.finding(ctx, q, kinds)
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

// tallyAttributes counts kinds, sources and months.
func (f *finding) tallyAttributes(found set, facets *notes.Facets) {
	a := f.attributes
	kinds := make([]int, len(kindOrder))
	sources := make([]int, len(a.sources.names))
	days := map[int32]int{}
	a.each(found, func(i int) {
		kinds[a.kinds[i]]++
		sources[a.sources.of[i]]++
		if f.placed(i) {
			days[a.days[i]]++
		}
	})
	for i, count := range kinds {
		if count > 0 {
			facets.Kinds = append(facets.Kinds, notes.Tally{Value: string(kindOrder[i]), Count: count})
		}
	}
	for number, count := range sources {
		if name := a.sources.names[number]; count > 0 && name != "" {
			facets.Sources = append(facets.Sources, notes.Tally{Value: name, Count: count})
		}
	}
	facets.Sources = most(facets.Sources)
	facets.Months = monthTallies(days)
}

// most keeps the greatest tallies, in order.
func most(tallies []notes.Tally) []notes.Tally {
	slices.SortFunc(tallies, func(x, y notes.Tally) int {
		return cmp.Or(cmp.Compare(y.Count, x.Count), strings.Compare(x.Value, y.Value))
	})
	return tallies[:min(len(tallies), mostTallied)]
}

// Entities are counted as they are named in what was found, if that is not much. Of
// more, they are counted by their own lists of articles, but only those that are named
// in some of it: so many, spread evenly, of which so many entities.
const (
	notMuch   = 1500
	sampled   = 800
	contested = 40
)

// tallied is an entity that is named in what was found.
type tallied struct {
	notes.Item
	articles int
}

// tallyEntities counts the people, organisations, places and events that are
// named in the articles found. The counts are exact; that one that belongs among
// the first is not named in the sample is possible only where it is seldom named.
func (f *finding) tallyEntities(ctx context.Context, found set, facets *notes.Facets) error {
	sample := found
	if len(found) > notMuch {
		sample = nil
		for i := range sampled {
			sample = append(sample, found[i*len(found)/sampled])
		}
	}
	named, err := list(ctx, f.statements, func(scan func(...any) error) (t tallied, err error) {
		fields, done := itemFields(&t.Item)
		err = scan(append(fields, &t.articles)...)
		done()
		return t, err
	}, `
		SELECT `+itemColumns+`, often.named FROM (
			SELECT m.entity, count(DISTINCT m.article) AS named FROM json_each(?) found JOIN mentions m ON m.article = found.value
			WHERE m.verdict <> 'rejected' GROUP BY m.entity ORDER BY named DESC LIMIT ?
		) often JOIN items i ON i.id = often.entity WHERE i.trashed IS NULL`, numbers(sample), contested)
	if err == nil && len(sample) < len(found) {
		err = f.countWithin(ctx, named, found)
	}
	if err != nil {
		return err
	}
	into := map[notes.Kind]*[]notes.Tally{
		notes.KindPerson: &facets.People, notes.KindOrganisation: &facets.Organisations, notes.KindPlace: &facets.Places, notes.KindEvent: &facets.Events,
	}
	for _, item := range named {
		if tallies := into[item.Kind]; tallies != nil {
			*tallies = append(*tallies, notes.Tally{Value: item.Title, Count: item.articles})
		}
	}
	for _, tallies := range into {
		*tallies = most(*tallies)
	}
	return nil
}

// countWithin counts in how many of the articles found each entity is named, several
// entities at once.
func (f *finding) countWithin(ctx context.Context, named []tallied, found set) error {
	failed := make([]error, len(named))
	atOnce(len(named), func(i int) {
		var articles set
		articles, failed[i] = f.set(ctx, `
			SELECT DISTINCT article AS id FROM mentions WHERE entity = ? AND verdict <> 'rejected' ORDER BY article`, named[i].ID)
		named[i].articles = articles.common(found)
	})
	return errors.Join(failed...)
}

// tallyGroups counts tags, and the colours of highlights.
func (f *finding) tallyGroups(ctx context.Context, found set, facets *notes.Facets) error {
	tally := func(query string) ([]notes.Tally, error) {
		var tallies []notes.Tally
		err := f.each(ctx, func(scan func(...any) error) error {
			var value, joined string
			err := scan(&value, &joined)
			if count := setOf(joinedNumbers[notes.ID](joined)).common(found); count > 0 {
				tallies = append(tallies, notes.Tally{Value: value, Count: count})
			}
			return err
		}, query)
		return most(tallies), err
	}
	var err error
	facets.Tags, err = tally(`SELECT g.title, group_concat(t.item) FROM taggings t JOIN items g ON g.id = t.tag WHERE g.trashed IS NULL GROUP BY t.tag`)
	if err != nil {
		return err
	}
	facets.Colours, err = tally(`SELECT colour, group_concat(id) FROM highlights GROUP BY colour`)
	return err
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
