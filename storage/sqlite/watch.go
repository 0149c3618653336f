package sqlite

import (
	"context"
	"fmt"
	"time"

	"cuttings/notes"
)

// watchEvery is how often the archive is asked whether another program changed
// it. The question reads one number.
const watchEvery = 400 * time.Millisecond

// Watch calls changed for each change that another program commits.
func (s *Store) Watch(ctx context.Context, changed func(notes.Change)) error {
	// data_version is told for one connection, so this one is kept.
	conn, err := s.readers.Conn(ctx)
	if err != nil {
		return fmt.Errorf("watch the archive: %w", failure(err))
	}
	defer conn.Close()
	watching := newStatements(conn)
	defer watching.close()
	var last, version int64
	if err := watching.row(ctx, `SELECT coalesce(max(id), 0) FROM changes`).scan(&last); err != nil {
		return fmt.Errorf("watch the archive: %w", err)
	}
	ticks := time.NewTicker(watchEvery)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticks.C:
		}
		var now int64
		if err := watching.row(ctx, `PRAGMA data_version`).scan(&now); err != nil {
			return fmt.Errorf("watch the archive: %w", err)
		}
		if now == version {
			continue
		}
		version = now
		if last, err = s.tell(ctx, last, changed); err != nil {
			return fmt.Errorf("watch the archive: %w", err)
		}
	}
}

// announced is a row of the table of changes.
type announced struct {
	id, program int64
	undone      bool
	operation   notes.Operation
}

// tell reports the changes behind last that are not this program's own, and
// returns the last one that it saw.
func (s *Store) tell(ctx context.Context, last int64, changed func(notes.Change)) (int64, error) {
	changes, err := list(ctx, s.statements, func(scan func(...any) error) (a announced, err error) {
		var at, lot int64
		err = scan(&a.id, &a.program, &a.undone, &a.operation.ID, &at, &a.operation.Verb, &a.operation.Subject, &lot)
		a.operation.At, a.operation.Group = moment(at), notes.ID(lot)
		return a, err
	}, `SELECT c.id, c.program, c.undone, o.id, o.at, o.verb, o.subject, o.lot
		FROM changes c JOIN operations o ON o.id = c.operation WHERE c.id > ? ORDER BY c.id`, last)
	if err != nil {
		return last, err
	}
	for _, a := range changes {
		if a.program != s.program {
			items, err := s.touchedBy(ctx, a.operation)
			if err != nil {
				return last, err
			}
			changed(notes.Change{Operation: a.operation, Items: items, Undone: a.undone, Elsewhere: true})
		}
		last = a.id
	}
	return last, nil
}

func (s *Store) touchedBy(ctx context.Context, operation notes.Operation) ([]notes.Item, error) {
	touching := &tx{reader: s.reader, store: s, operations: []int64{operation.ID}}
	if operation.Group != 0 {
		ids, err := list(ctx, s.statements, func(scan func(...any) error) (id int64, err error) { return id, scan(&id) },
			`SELECT id FROM operations WHERE lot = ? ORDER BY id`, operation.Group)
		if err != nil {
			return nil, err
		}
		touching.operations = ids
	}
	return touching.Touched(ctx)
}
