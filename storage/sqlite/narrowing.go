package sqlite

import (
	"context"
	"fmt"
	"strings"

	"cuttings/notes"
	"cuttings/notes/query"
)

// mostNarrowed is how many items have their attributes read by themselves; beyond, it
// takes about as long to read all.
const mostNarrowed = 20_000

// attributesFor returns the attributes that it takes to answer a query: those of the
// archive if they are at hand, as in the window. A program that asks a single time
// reads only those of the items that one part of the query leaves, if there is a part
// that leaves few: whatever else it asks, it can find no others.
func (f *finding) attributesFor(ctx context.Context, node query.Node) (*attributes, error) {
	if f.lastAttributes() != nil {
		return f.reader.attributes(ctx)
	}
	parts, ok := node.(query.All)
	if !ok {
		parts = query.All{node}
	}
	for _, part := range parts {
		field, ok := part.(query.Field)
		if !ok {
			continue
		}
		ids, known, err := f.fulfilling(ctx, field)
		if err != nil {
			return nil, fmt.Errorf("narrow by %s: %w", field.Name, err)
		}
		if known && len(ids) <= mostNarrowed {
			some, err := f.attributesOf(ctx, ids)
			some.finish()
			return some, err
		}
	}
	return f.reader.attributes(ctx)
}

// fulfilling returns what fulfils a field, and perhaps what is in the trash, without
// attributes; known is false if it takes them.
func (f *finding) fulfilling(ctx context.Context, field query.Field) (ids []notes.ID, known bool, err error) {
	switch field.Name {
	case query.Source:
		ids, err = f.writtenIn(ctx, `SELECT id, source FROM articles WHERE `+notInTrash, field)
	case query.By:
		ids, err = f.writtenIn(ctx, `SELECT id, byline FROM articles WHERE `+notInTrash, field)
	case query.Person, query.Organisation, query.Place, query.Event:
		ids, err = f.naming(ctx, field)
	case query.Language:
		if !regional(field) {
			return nil, false, nil
		}
		ids, err = f.grouped(ctx, field)
	case query.Tag, query.In, query.Colour:
		ids, err = f.grouped(ctx, field)
	case query.Has:
		if field.Value == "date" {
			return nil, false, nil
		}
		ids, err = f.grouped(ctx, field)
	default:
		return nil, false, nil
	}
	return ids, true, err
}

// writtenIn returns the articles whose name, of a source or a byline, is what a field
// asks for. It must find what attributes.written finds.
func (f *finding) writtenIn(ctx context.Context, names string, field query.Field) (ids []notes.ID, err error) {
	wanted := query.Indexable(field.Value)
	if wanted == "" {
		return nil, nil
	}
	type fit struct{ begun, same bool }
	fits := map[string]fit{}
	var same []notes.ID
	err = f.each(ctx, func(scan func(...any) error) error {
		var id notes.ID
		var name string
		if err := scan(&id, &name); err != nil {
			return err
		}
		is, known := fits[name]
		if !known {
			words := query.Indexable(name)
			is = fit{begun(" "+words+joinedWords(name), strings.Fields(wanted)), words == wanted && field.Quoted}
			fits[name] = is
		}
		if is.begun {
			ids = append(ids, id)
		}
		if is.same {
			same = append(same, id)
		}
		return nil
	}, names)
	if len(same) > 0 {
		ids = same
	}
	return ids, err
}
