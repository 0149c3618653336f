package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"

	"cuttings/notes"
)

// EntityNames calls yield for every entity of some kinds, of all if none are given,
// outside the trash. It keeps no more than one of them.
func (r reader) EntityNames(ctx context.Context, kinds []notes.Kind, yield func(notes.Named) bool) error {
	if len(kinds) == 0 {
		kinds = notes.Entities
	}
	wanted := make([]string, 0, len(kinds))
	for _, kind := range kinds {
		wanted = append(wanted, string(kind))
	}
	var named notes.Named
	err := r.each(ctx, func(scan func(...any) error) error {
		var id notes.ID
		var kind notes.Kind
		var title string
		var alias sql.NullString
		if err := scan(&id, &kind, &title, &alias); err != nil {
			return err
		}
		if id != named.ID {
			if named.ID != 0 && !yield(named) {
				return errEnough
			}
			named = notes.Named{Item: notes.Item{ID: id, Kind: kind, Title: title}}
		}
		if alias.Valid {
			named.Aliases = append(named.Aliases, alias.String)
		}
		return nil
		// The unary plus keeps SQLite from going by kind and sorting.
	}, `
		SELECT i.id, i.kind, i.title, a.name FROM items i LEFT JOIN aliases a ON a.entity = i.id
		WHERE i.trashed IS NULL AND +i.kind IN (SELECT value FROM json_each(?)) ORDER BY i.id, a.position`, words(wanted))
	if errors.Is(err, errEnough) {
		return nil
	}
	if err == nil && named.ID != 0 {
		yield(named)
	}
	return err
}

// namesAtOnce is how many items are read between two looks at the context: what
// comes last is read first, so that names are of use before all are there.
const namesAtOnce = 5000

// Names calls yield for every item that quick find offers.
func (r reader) Names(ctx context.Context, yield func(notes.Named) bool) error {
	for before := notes.ID(math.MaxInt64); ; {
		some, err := r.someNames(ctx, before)
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
func (r reader) someNames(ctx context.Context, before notes.ID) ([]notes.Named, error) {
	some, err := list(ctx, r.statements, func(scan func(...any) error) (named notes.Named, err error) {
		var at, used int64
		fields, done := itemFields(&named.Item)
		err = scan(append(fields, &at, &used)...)
		done()
		named.Opened, named.Used = moment(at), moment(used)
		return named, err
	}, `
		SELECT `+itemColumns+`, coalesce(o.at, 0), coalesce(o.used, 0) FROM items i LEFT JOIN openings o ON o.item = i.id
		WHERE i.id < ? AND i.trashed IS NULL AND i.kind <> 'highlight' ORDER BY i.id DESC LIMIT ?`, before, namesAtOnce)
	if err != nil {
		return nil, err
	}
	if err := r.addAliases(ctx, some); err != nil {
		return nil, err
	}
	return some, r.addWeights(ctx, some)
}

// byID finds what was read by its ID, and says from which to which there is some.
func byID(some []notes.Named) (at map[notes.ID]*notes.Named, first, last notes.ID) {
	at = make(map[notes.ID]*notes.Named, len(some))
	first, last = some[0].ID, some[0].ID
	for i := range some {
		id := some[i].ID
		at[id], first, last = &some[i], min(first, id), max(last, id)
	}
	return at, first, last
}

func (r reader) addAliases(ctx context.Context, some []notes.Named) error {
	if len(some) == 0 {
		return nil
	}
	at, first, last := byID(some)
	err := r.each(ctx, func(scan func(...any) error) error {
		var id notes.ID
		var name string
		err := scan(&id, &name)
		if named := at[id]; named != nil {
			named.Aliases = append(named.Aliases, name)
		}
		return err
	}, `SELECT entity, name FROM aliases WHERE entity BETWEEN ? AND ? ORDER BY entity, position`, first, last)
	if err != nil {
		return fmt.Errorf("read the aliases: %w", err)
	}
	return nil
}

// addWeights counts mentions, and what is under tags and in collections.
func (r reader) addWeights(ctx context.Context, some []notes.Named) error {
	if len(some) == 0 {
		return nil
	}
	at, first, last := byID(some)
	err := r.each(ctx, func(scan func(...any) error) error {
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
		return fmt.Errorf("count the mentions: %w", err)
	}
	return nil
}

var errEnough = errors.New("enough")
