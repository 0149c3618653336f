package sqlite

import (
	"context"
	"fmt"
	"math"

	"cuttings/notes"
)

// Names calls yield for every item that quick find offers.
func (r reader) Names(ctx context.Context, yield func(notes.Named) bool) error {
	return r.names(ctx, yield, `i.kind <> 'highlight'`)
}

// EntityNames calls yield for every entity outside the trash.
func (r reader) EntityNames(ctx context.Context, yield func(notes.Named) bool) error {
	return r.names(ctx, yield, `i.kind IN ('person', 'organisation', 'place', 'event')`)
}

// namesAtOnce is how many items are read between two looks at the context: what
// comes last is read first, so that names are of use before all are there.
const namesAtOnce = 5000

func (r reader) names(ctx context.Context, yield func(notes.Named) bool, which string) error {
	for before := notes.ID(math.MaxInt64); ; {
		some, err := r.someNames(ctx, before, which)
		if err != nil || len(some) == 0 {
			return err
		}
		for _, named := range some {
			if !yield(named) {
				return nil
			}
		}
		before = some[len(some)-1].ID
	}
}

// someNames reads the names of the items before one, the last first.
func (r reader) someNames(ctx context.Context, before notes.ID, which string) ([]notes.Named, error) {
	some, err := list(ctx, r.statements, func(scan func(...any) error) (named notes.Named, err error) {
		var at, used int64
		fields, done := itemFields(&named.Item)
		err = scan(append(fields, &at, &used)...)
		done()
		named.Opened, named.Used = moment(at), moment(used)
		return named, err
	}, `
		SELECT `+itemColumns+`, coalesce(o.at, 0), coalesce(o.used, 0) FROM items i LEFT JOIN openings o ON o.item = i.id
		WHERE i.id < ? AND i.trashed IS NULL AND `+which+` ORDER BY i.id DESC LIMIT ?`, before, namesAtOnce)
	if err != nil || len(some) == 0 {
		return nil, err
	}
	at := make(map[notes.ID]*notes.Named, len(some))
	for i := range some {
		at[some[i].ID] = &some[i]
	}
	first, last := some[len(some)-1].ID, some[0].ID
	err = r.each(ctx, func(scan func(...any) error) error {
		var id notes.ID
		var name string
		err := scan(&id, &name)
		if named := at[id]; named != nil {
			named.Aliases = append(named.Aliases, name)
		}
		return err
	}, `SELECT entity, name FROM aliases WHERE entity BETWEEN ? AND ? ORDER BY entity, position`, first, last)
	if err != nil {
		return nil, fmt.Errorf("read the aliases: %w", err)
	}
	err = r.each(ctx, func(scan func(...any) error) error {
		var id notes.ID
		var count int
		err := scan(&id, &count)
		if named := at[id]; named != nil {
			named.Weight = count
		}
		return err
	}, `
		SELECT entity, count(*) FROM mentions WHERE verdict <> 'rejected' AND entity BETWEEN ?1 AND ?2 GROUP BY entity
		UNION ALL SELECT tag, count(*) FROM taggings WHERE tag BETWEEN ?1 AND ?2 GROUP BY tag
		UNION ALL SELECT collection, count(*) FROM collected WHERE collection BETWEEN ?1 AND ?2 GROUP BY collection`, first, last)
	if err != nil {
		return nil, fmt.Errorf("count the mentions: %w", err)
	}
	return some, nil
}
