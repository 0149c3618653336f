package sqlite

import (
	"context"
	"errors"

	"cuttings/notes"
	"cuttings/notes/fold"
)

// notMuch is how many items are few enough to be asked for what each names.
var notMuch = 1500

// The entities that are counted are those that most articles found name. Of many
// articles, so many, spread evenly, say which these are.
const (
	sampled   = 800
	contested = 40
)

// namedValue is the name of entities of a kind, and how much of what was found the field of
// that kind finds by it.
type namedValue struct {
	kind     notes.Kind
	name     string
	entities []notes.ID // of namesakes several
	beside   []notes.ID // of it, what is no article, or all of it where few were found
	count    int
}

// tallyEntities counts the people, organisations, places and events that what was
// found names: of each name, all that its field finds there. The counts are exact;
// that one that belongs among the first is not named in the sample is possible only
// where it is seldom named.
func (f *finding) tallyEntities(ctx context.Context, found set, facets *notes.Facets) error {
	values, err := f.namedValues(ctx, found)
	if err == nil {
		err = f.countNamed(ctx, values, found)
	}
	if err != nil {
		return err
	}
	into := map[notes.Kind]*[]notes.Tally{
		notes.KindPerson: &facets.People, notes.KindOrganisation: &facets.Organisations, notes.KindPlace: &facets.Places, notes.KindEvent: &facets.Events,
	}
	for _, value := range values {
		if tallies := into[value.kind]; tallies != nil && value.count > 0 {
			*tallies = append(*tallies, notes.Tally{Value: value.name, Count: value.count})
		}
	}
	for _, tallies := range into {
		*tallies = most(*tallies)
	}
	return nil
}

// namedValues are the names that most of what was found names, each once.
func (f *finding) namedValues(ctx context.Context, found set) ([]*namedValue, error) {
	sample := found
	if len(found) > notMuch {
		sample = nil
		for i := range sampled {
			sample = append(sample, found[i*len(found)/sampled])
		}
	}
	named, err := list(ctx, f.statements, func(scan func(...any) error) (value *namedValue, err error) {
		value = &namedValue{}
		return value, scan(&value.kind, &value.name)
	}, `
		SELECT i.kind, i.title FROM (
			SELECT m.entity, count(DISTINCT m.article) AS named FROM json_each(?) found JOIN mentions m ON m.article = found.value
			WHERE m.verdict <> 'rejected' GROUP BY m.entity ORDER BY named DESC LIMIT ?
		) often JOIN items i ON i.id = often.entity WHERE i.trashed IS NULL ORDER BY often.named DESC`, numbers(sample), contested)
	if err != nil {
		return nil, err
	}
	type name struct {
		kind notes.Kind
		key  string
	}
	known := map[name]bool{}
	var values []*namedValue
	for _, value := range named {
		key := name{value.kind, fold.String(value.name)}
		if known[key] {
			continue
		}
		known[key] = true
		if value.entities, err = f.entities(ctx, value.kind, value.name); err != nil {
			return nil, err
		}
		values = append(values, value)
	}
	return values, nil
}

// countNamed finds out what was found that naming finds of each value: of few items
// by what each names, of many by all articles that name the value, several values at
// once.
func (f *finding) countNamed(ctx context.Context, values []*namedValue, found set) error {
	of := map[notes.ID][]*namedValue{}
	var wanted []notes.ID
	for _, value := range values {
		for _, id := range value.entities {
			of[id] = append(of[id], value)
			wanted = append(wanted, id)
		}
	}
	var highlights set
	few := len(found) <= notMuch
	f.attributes.each(found, func(i int) {
		if kindOrder[f.attributes.kinds[i]] == notes.KindHighlight {
			highlights = append(highlights, f.attributes.ids[i])
		}
	})
	articles := found
	if !few {
		articles = nil
	}
	err := f.each(ctx, func(scan func(...any) error) error {
		var entity, item notes.ID
		err := scan(&entity, &item)
		for _, value := range of[entity] {
			value.beside = append(value.beside, item)
		}
		return err
	}, `
		WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(?1))
		SELECT id, id FROM wanted
		UNION ALL SELECT l.target, l.source FROM wanted JOIN links l ON l.target = wanted.id
		UNION ALL SELECT p.entity, p.event FROM wanted JOIN participants p ON p.entity = wanted.id
		UNION ALL SELECT e.place, e.id FROM wanted JOIN entities e ON e.place = wanted.id
		UNION ALL SELECT m.entity, h.id FROM json_each(?2) some CROSS JOIN highlights h ON h.id = some.value CROSS JOIN mentions m ON m.article = h.article
			WHERE m.entity IN wanted AND m.verdict <> 'rejected' AND h.range_start < m.range_end AND m.range_start < h.range_end
		UNION ALL SELECT m.entity, m.article FROM json_each(?3) some CROSS JOIN mentions m ON m.article = some.value
			WHERE m.entity IN wanted AND m.verdict <> 'rejected'`, numbers(wanted), numbers(highlights), numbers(articles))
	if few || err != nil {
		for _, value := range values {
			value.count = setOf(value.beside).common(found)
		}
		return err
	}
	var pending bool
	if err := f.row(ctx, `SELECT EXISTS (SELECT 1 FROM pending)`).scan(&pending); err != nil {
		return err
	}
	known := &f.attributes.named
	if pending { // what is found in these is told by no change
		known = &namedIn{}
	}
	among := f.attributes.bits(found)
	failed := make([]error, len(values))
	atOnce(len(values), func(i int) { values[i].count, failed[i] = f.countAmong(ctx, values[i], known, among) })
	return errors.Join(failed...)
}

// countAmong returns how many of many items the field of a value finds.
func (f *finding) countAmong(ctx context.Context, value *namedValue, known *namedIn, among bitset) (int, error) {
	all := f.attributes.bits(setOf(value.beside))
	for _, entity := range value.entities {
		named, err := known.of(entity, func() (bitset, error) {
			articles, err := f.set(ctx, `
				SELECT DISTINCT article AS id FROM mentions WHERE entity = ? AND verdict <> 'rejected' ORDER BY article`, entity)
			return f.attributes.bits(articles), err
		})
		if err != nil {
			return 0, err
		}
		all.or(named)
	}
	return all.common(among), nil
}
