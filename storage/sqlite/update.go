package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"cuttings/notes"
	"cuttings/notes/find"
	"cuttings/notes/text"
)

// kept is how many operations can be undone. Older ones are forgotten, with
// their part of the journal.
const kept = 5000

// transaction runs do between BEGIN and COMMIT on the writing connection.
// Nothing has changed if it fails.
func (s *Store) transaction(ctx context.Context, do func(tx *tx) error) (err error) {
	s.write.mu.Lock()
	defer s.write.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	conn := s.write.conn
	// Another program may be writing: who waits for it can be told not to.
	if _, err := s.write.held.ExecContext(ctx, `BEGIN IMMEDIATE`); err != nil {
		return failure(err)
	}
	tx := &tx{
		reader: reader{conn, true, nil, s.indexed, s.found}, store: s,
		fresh: map[notes.CaptureID]text.Text{}, ready: map[int64]*prepared{}, added: map[notes.ID]bool{}, current: map[notes.ID]notes.CaptureID{},
	}
	// The end of a transaction must not be cut off by a context that ends.
	ending := context.WithoutCancel(ctx)
	defer func() {
		if err != nil {
			rolledBack := conn.exec(ending, `ROLLBACK`)
			if rolledBack != nil && !errors.Is(err, notes.ErrDiskFull) { // a full disk has rolled back already
				err = errors.Join(err, rolledBack)
			}
			_ = conn.exec(ending, `DELETE FROM current_operation`)
		}
	}()
	var last int64
	if err := conn.row(ctx, `SELECT coalesce(max(id), 0) FROM changes`).scan(&last); err != nil {
		return err
	}
	tx.elsewhere = last > s.write.seen
	if err := do(tx); err != nil {
		return err
	}
	if err := conn.row(ctx, `SELECT coalesce(max(id), 0) FROM changes`).scan(&last); err != nil {
		return err
	}
	if err := conn.exec(ending, `COMMIT`); err != nil {
		return err
	}
	s.write.seen = last
	return nil
}

// Update runs do in one transaction under a new operation.
func (s *Store) Update(ctx context.Context, operation notes.Operation, do func(notes.Tx) error) (notes.Change, error) {
	var change notes.Change
	err := s.transaction(ctx, func(tx *tx) error {
		var err error
		operation.ID, err = tx.insert(ctx, `INSERT INTO operations (at, verb, subject, lot, state) VALUES (?, ?, ?, ?, 'done')`,
			millis(operation.At), string(operation.Verb), operation.Subject, int64(operation.Group))
		if err != nil {
			return err
		}
		if err := tx.exec(ctx, `INSERT INTO current_operation VALUES (?)`, operation.ID); err != nil {
			return err
		}
		tx.operations = []int64{operation.ID}
		if err := do(tx); err != nil {
			return err
		}
		if err := tx.exec(ctx, `DELETE FROM current_operation`); err != nil {
			return err
		}
		items, err := tx.Touched(ctx)
		if err != nil {
			return err
		}
		if len(items) == 0 {
			return tx.exec(ctx, `DELETE FROM operations WHERE id = ?`, operation.ID)
		}
		change = notes.Change{Operation: operation, Items: items}
		if err := tx.exec(ctx, `UPDATE operations SET state = 'dropped' WHERE state = 'undone'`); err != nil {
			return err
		}
		if err := tx.exec(ctx, `DELETE FROM operations WHERE id <= ?`, operation.ID-kept); err != nil {
			return err
		}
		return tx.finish(ctx, operation.ID, items, false)
	})
	if err != nil {
		return notes.Change{}, err
	}
	return change, nil
}

// finish brings the search tables in line and records the change for others.
func (t *tx) finish(ctx context.Context, operation int64, items []notes.Item, undone bool) error {
	decided, err := t.Decided(ctx)
	if err != nil {
		return err
	}
	changed := slices.DeleteFunc(slices.Clone(items), func(item notes.Item) bool { return decided[item.ID] })
	if err := t.reindex(ctx, changed); err != nil {
		return fmt.Errorf("bring the search tables up to date: %w", err)
	}
	_, err = t.insert(ctx, `INSERT INTO changes (operation, undone, program) VALUES (?, ?, ?)`, operation, undone, t.store.program)
	return err
}

// Derive runs do in one transaction that changes derived data only.
func (s *Store) Derive(ctx context.Context, do func(notes.Tx) error) error {
	return s.transaction(ctx, func(tx *tx) error { return do(tx) })
}

// Undo takes back the last operation that was not undone.
func (s *Store) Undo(ctx context.Context, then func(notes.Tx) error) (notes.Change, error) {
	return s.travel(ctx, true, then)
}

// Redo does again what was undone last.
func (s *Store) Redo(ctx context.Context, then func(notes.Tx) error) (notes.Change, error) {
	return s.travel(ctx, false, then)
}

// travel goes one step back or forward in the history.
func (s *Store) travel(ctx context.Context, back bool, then func(notes.Tx) error) (notes.Change, error) {
	var change notes.Change
	err := s.transaction(ctx, func(tx *tx) error {
		lot, err := tx.lot(ctx, back)
		if err != nil {
			return err
		}
		state := "done"
		if back {
			state = "undone"
		}
		for _, operation := range lot {
			tx.operations = append(tx.operations, operation.ID)
			entries, err := s.write.entries(ctx, operation.ID, back)
			if err != nil {
				return err
			}
			for _, entry := range entries {
				if err := s.write.apply(ctx, entry, back); err != nil {
					return fmt.Errorf("operation %d: %w", operation.ID, err)
				}
			}
			if err := tx.exec(ctx, `UPDATE operations SET state = ? WHERE id = ?`, state, operation.ID); err != nil {
				return err
			}
		}
		if err := then(tx); err != nil {
			return err
		}
		items, err := tx.Touched(ctx)
		if err != nil {
			return err
		}
		change = notes.Change{Operation: lot[0], Items: items, Undone: back}
		return tx.finish(ctx, lot[0].ID, items, back)
	})
	if err != nil {
		return notes.Change{}, err
	}
	return change, nil
}

// lot returns the operations that the next step back or forward is about, in
// the order in which they are to be dealt with.
func (r reader) lot(ctx context.Context, back bool) ([]notes.Operation, error) {
	next, state, order := `ORDER BY id DESC`, "done", `DESC`
	none := notes.ErrNothingToUndo
	if !back {
		next, state, order, none = `ORDER BY id`, "undone", ``, notes.ErrNothingToRedo
	}
	first, err := readOperation(r.row(ctx, `SELECT id, at, verb, subject, lot FROM operations WHERE state = ? `+next+` LIMIT 1`, state).scan)
	if errors.Is(err, notes.ErrNotFound) {
		return nil, none
	}
	if err != nil || first.Group == 0 {
		return []notes.Operation{first}, err
	}
	lot, err := list(ctx, r.statements, readOperation,
		`SELECT id, at, verb, subject, lot FROM operations WHERE state = ? AND lot = ? ORDER BY id `+order, state, int64(first.Group))
	if err != nil {
		return nil, err
	}
	err = r.row(ctx, `
		SELECT count(*) FROM journal WHERE table_name = 'articles' AND before IS NULL
			AND operation IN (SELECT id FROM operations WHERE state = ? AND lot = ?)`, state, int64(first.Group)).scan(&lot[0].Articles)
	return lot, err
}

func readOperation(scan func(...any) error) (notes.Operation, error) {
	var o notes.Operation
	var at, lot int64
	err := scan(&o.ID, &at, &o.Verb, &o.Subject, &lot)
	o.At, o.Group = moment(at), notes.ID(lot)
	return o, err
}

// History says what Undo and Redo would do.
func (r reader) History(ctx context.Context) (undo, redo notes.Operation, err error) {
	for _, step := range []struct {
		back bool
		to   *notes.Operation
	}{{true, &undo}, {false, &redo}} {
		lot, err := r.lot(ctx, step.back)
		switch {
		case err == nil:
			*step.to = lot[0]
		case !errors.Is(err, notes.ErrNothingToUndo) && !errors.Is(err, notes.ErrNothingToRedo):
			return undo, redo, fmt.Errorf("read the history: %w", err)
		}
	}
	return undo, redo, nil
}

// Log returns the operations that touched an item, newest first.
func (r reader) Log(ctx context.Context, id notes.ID) ([]notes.Operation, error) {
	return list(ctx, r.statements, readOperation, `
		SELECT id, at, verb, subject, lot FROM operations
		WHERE state = 'done' AND id IN (SELECT operation FROM journal WHERE item = ?) ORDER BY id DESC`, id)
}

// Opened records that the person opened the item.
func (s *Store) Opened(ctx context.Context, id notes.ID, at time.Time) error {
	return s.Derive(ctx, func(notes.Tx) error {
		var before int64
		err := s.write.conn.row(ctx, `SELECT used FROM openings WHERE item = ?`, id).scan(&before)
		if err != nil && !errors.Is(err, notes.ErrNotFound) {
			return err
		}
		used := time.Unix(find.Use(before/1000, at.Unix()), 0)
		return s.write.conn.exec(ctx, `
			INSERT INTO openings (item, at, used) SELECT id, ?2, ?3 FROM items WHERE id = ?1
			ON CONFLICT (item) DO UPDATE SET at = excluded.at, used = excluded.used`, id, millis(at), millis(used))
	})
}

// SetPlace records where in an article the person was reading.
func (s *Store) SetPlace(ctx context.Context, article notes.ID, offset int) error {
	return s.Derive(ctx, func(notes.Tx) error {
		return s.write.conn.exec(ctx, `
			INSERT INTO places (article, byte_offset) SELECT id, ?2 FROM items WHERE id = ?1
			ON CONFLICT (article) DO UPDATE SET byte_offset = excluded.byte_offset`, article, offset)
	})
}

// number is a whole number that may be null.
func number(value int64, isNull bool) sql.NullInt64 {
	return sql.NullInt64{Int64: value, Valid: !isNull}
}
