package sqlite

import (
	"context"
	"strings"

	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/fold"
	"cuttings/notes/query"
	"cuttings/storage/postings"
)

// finding answers one query.
type finding struct {
	reader
	attributes *attributes
	index      *postings.Index
	languages  []string // in whose forms words are looked for
}

// matches returns all that fulfils a part of a query.
func (f *finding) matches(ctx context.Context, node query.Node) (set, error) {
	if pure(node) {
		found, err := f.words(ctx, node, false)
		return f.attributes.inRows(f.index, found.Rows), err
	}
	switch node := node.(type) {
	case query.Any:
		var all set
		for _, part := range node {
			some, err := f.matches(ctx, part)
			if err != nil {
				return nil, err
			}
			all = all.or(some)
		}
		return all, nil
	case query.Not:
		some, err := f.matches(ctx, node.Node)
		return set(f.attributes.ids).without(some), err
	case query.All:
		return f.all(ctx, node)
	case query.Field:
		return f.field(ctx, node)
	}
	return nil, nil
}

// all takes what the index can answer by itself together.
func (f *finding) all(ctx context.Context, parts query.All) (set, error) {
	words, rest := wordsOf(parts)
	var found set
	begun := false
	if words != nil {
		some, err := f.matches(ctx, words)
		if err != nil {
			return nil, err
		}
		found, begun = some, true
	}
	for _, part := range rest {
		not, negative := part.(query.Not)
		if negative {
			part = not.Node
		}
		some, err := f.matches(ctx, part)
		if err != nil {
			return nil, err
		}
		if !begun {
			found, begun = set(f.attributes.ids), true
		}
		if negative {
			found = found.without(some)
		} else {
			found = found.and(some)
		}
	}
	return found, nil
}

// wordsOf takes the part of a query that asks for words, which the index answers by
// itself; nil if there is none.
func wordsOf(node query.Node) (words query.Node, rest []query.Node) {
	if node == nil || pure(node) {
		return node, nil
	}
	parts, ok := node.(query.All)
	if !ok {
		return nil, []query.Node{node}
	}
	var some query.All
	asked := false
	for _, part := range parts {
		not, negative := part.(query.Not)
		if pure(part) || negative && pure(not.Node) {
			some = append(some, part)
			asked = asked || !negative
		} else {
			rest = append(rest, part)
		}
	}
	switch {
	case !asked:
		return nil, parts
	case len(some) == 1:
		return some[0], rest
	}
	return some, rest
}

func (f *finding) field(ctx context.Context, field query.Field) (set, error) {
	switch field.Name {
	case query.After, query.Before:
		return f.dated(field), nil
	case query.Source, query.By:
		return f.written(ctx, field)
	case query.Person, query.Organisation, query.Place, query.Event:
		ids, err := f.naming(ctx, field)
		return setOf(ids).and(f.attributes.ids), err
	}
	return f.attributes.fields.of(query.Field{Name: field.Name, Value: field.Value}, func() (set, error) {
		ids, err := f.grouped(ctx, field)
		return setOf(ids).and(f.attributes.ids), err
	})
}

// written returns what has the source or byline that a field asks for. That of other
// items than those at hand can say what is meant.
func (f *finding) written(ctx context.Context, field query.Field) (set, error) {
	a := f.attributes
	if a.partial {
		ids, _, err := f.fulfilling(ctx, field)
		return setOf(ids).and(a.ids), err
	}
	if field.Name == query.By {
		return a.written(&a.bylines, field), nil
	}
	return a.written(&a.sources, field), nil
}

// dated returns what can have been on the first day of a date or later, or
// before that day. The date of an article or an event need not say one day: it
// counts if any of the days that it can mean does. So an event of 1936/1940 is
// found after 1938 and before it, one of ../1938 before 1900, and an article of
// 2023 after 2023-06. What has no date of its own counts by the day on which it
// was made, but an article or event without a date never does. A date that is
// asked for and has no first day, such as ../1938, has nothing before it and
// everything after it.
func (f *finding) dated(field query.Field) set {
	first, ok := field.Date.Earliest()
	if !ok {
		first = edtf.NoStart
	}
	spanAt := f.spans()
	return f.attributes.where(func(i int) bool {
		s, ok := spanAt(i)
		if field.Name == query.After {
			return ok && s.latest >= first
		}
		return ok && s.earliest < first
	})
}

// spans tells the days that an item can be of, false if it has no place in time. It is
// asked of items in order.
func (f *finding) spans() func(i int) (span, bool) {
	a := f.attributes
	wide := a.wide
	return func(i int) (span, bool) {
		for len(wide) > 0 && wide[0].id < a.ids[i] {
			wide = wide[1:]
		}
		if len(wide) > 0 && wide[0].id == a.ids[i] {
			return wide[0], true
		}
		day := edtf.Day(a.days[i])
		return span{a.ids[i], day, day}, f.placed(i)
	}
}

// placed reports whether an item has a place in time: an article or event of
// unknown date has none.
func (f *finding) placed(i int) bool {
	kind := kindOrder[f.attributes.kinds[i]]
	return f.attributes.dated[i] || kind != notes.KindArticle && kind != notes.KindEvent
}

// notInTrash is the condition on highlights that are not in the trash, where few
// are.
const notInTrash = `id NOT IN (SELECT id FROM items WHERE trashed IS NOT NULL)`

func (f *finding) grouped(ctx context.Context, field query.Field) ([]notes.ID, error) {
	key := fold.String(field.Value)
	ask := func(query string, values ...any) ([]notes.ID, error) {
		return list(ctx, f.statements, readID, query, values...)
	}
	switch field.Name {
	case query.Tag:
		return ask(`SELECT item FROM taggings WHERE tag IN (SELECT id FROM items WHERE kind = 'tag' AND trashed IS NULL AND key = ?)`, key)
	case query.In:
		return ask(`SELECT item FROM collected WHERE collection IN (SELECT id FROM items WHERE kind = 'collection' AND trashed IS NULL AND key = ?)`, key)
	case query.Language:
		return ask(`
			WITH written AS MATERIALIZED (
				SELECT id FROM articles WHERE substr(replace(lower(language), '_', '-') || '-', 1, length(?1)) = ?1)
			SELECT id FROM written
			UNION ALL SELECT h.id FROM written w JOIN highlights h ON h.article = w.id`,
			strings.ReplaceAll(strings.ToLower(field.Value), "_", "-")+"-")
	case query.Colour:
		return ask(`
			SELECT id FROM highlights WHERE colour = ?1 AND `+notInTrash+`
			UNION ALL SELECT article FROM highlights WHERE colour = ?1 AND `+notInTrash, field.Value)
	case query.Has:
		switch field.Value {
		case "highlight":
			return ask(`SELECT DISTINCT article FROM highlights WHERE ` + notInTrash)
		case "comment":
			return ask(`
				SELECT id FROM highlights WHERE comment <> '' AND ` + notInTrash + `
				UNION ALL SELECT article FROM highlights WHERE comment <> '' AND ` + notInTrash)
		case "note":
			return ask(`SELECT l.target FROM links l JOIN items i ON i.id = l.source WHERE i.kind = 'note' AND i.trashed IS NULL
				UNION SELECT h.article FROM links l JOIN items i ON i.id = l.source JOIN highlights h ON h.id = l.target WHERE i.kind = 'note' AND i.trashed IS NULL`)
		case "tag":
			return ask(`SELECT t.item FROM taggings t JOIN items i ON i.id = t.tag WHERE i.trashed IS NULL`)
		case "date":
			a := f.attributes
			return a.where(func(i int) bool { return a.dated[i] }), nil
		}
	}
	return nil, nil
}

var entityKinds = map[query.Name]notes.Kind{
	query.Person: notes.KindPerson, query.Organisation: notes.KindOrganisation, query.Place: notes.KindPlace, query.Event: notes.KindEvent,
}

// naming returns the entities of a name, and what names them or links to them.
func (f *finding) naming(ctx context.Context, field query.Field) ([]notes.ID, error) {
	ids, err := f.entities(ctx, entityKinds[field.Name], field.Value)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return list(ctx, f.statements, readID, `
		WITH wanted AS (SELECT value AS id FROM json_each(?1))
		SELECT id FROM wanted
		UNION SELECT m.article FROM wanted JOIN mentions m ON m.entity = wanted.id WHERE m.verdict <> 'rejected'
		UNION SELECT l.source FROM wanted JOIN links l ON l.target = wanted.id
		UNION SELECT p.event FROM wanted JOIN participants p ON p.entity = wanted.id
		UNION SELECT e.id FROM wanted JOIN entities e ON e.place = wanted.id
		UNION SELECT h.id FROM wanted JOIN mentions m ON m.entity = wanted.id JOIN highlights h ON h.article = m.article
			WHERE m.verdict <> 'rejected' AND h.range_start < m.range_end AND m.range_start < h.range_end`, numbers(ids))
}

// entities returns those of a name or alias; if there is none, those of a name
// that has the words or words that begin with them.
func (f *finding) entities(ctx context.Context, kind notes.Kind, name string) ([]notes.ID, error) {
	key := fold.String(name)
	exact, err := list(ctx, f.statements, readID, `
		SELECT id FROM items WHERE key = ?1 AND kind = ?2 AND trashed IS NULL
		UNION SELECT i.id FROM aliases a JOIN items i ON i.id = a.entity WHERE a.key = ?1 AND i.kind = ?2 AND i.trashed IS NULL`, key, string(kind))
	if err != nil || len(exact) > 0 {
		return exact, err
	}
	return f.entitiesLike(ctx, kind, name)
}

// entitiesLike returns those of which a name has words that begin with those of another.
func (f *finding) entitiesLike(ctx context.Context, kind notes.Kind, name string) ([]notes.ID, error) {
	wanted := strings.Fields(query.Indexable(name))
	if len(wanted) == 0 {
		return nil, nil
	}
	found, err := f.index.Term(ctx, kindMark(kind))
	for _, word := range wanted {
		if err != nil {
			return nil, err
		}
		var some postings.Matches
		some, err = f.words(ctx, query.Term{Words: []string{word}, Prefix: true}, false)
		found = found.And(some)
	}
	if err != nil {
		return nil, err
	}
	entities, err := f.reader.entities(ctx, f.itemsOf(found.Rows))
	if err != nil {
		return nil, err
	}
	var ids []notes.ID
	for _, e := range entities {
		words := " " + query.Indexable(strings.Join(append([]string{e.Title}, e.Aliases...), " "))
		if begun(words, wanted) {
			ids = append(ids, e.ID)
		}
	}
	return ids, nil
}
