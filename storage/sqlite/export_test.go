package sqlite

import (
	"context"
	"fmt"
)

// LimitPages makes the archive behave as on a disk that has room for so many
// pages, for tests.
func (s *Store) LimitPages(ctx context.Context, pages int) error {
	s.write.mu.Lock()
	defer s.write.mu.Unlock()
	_, err := s.write.held.ExecContext(ctx, fmt.Sprintf(`PRAGMA max_page_count = %d`, pages))
	return err
}

// ForgetSearch makes the archive as one whose search tables are of another form,
// for tests.
func (s *Store) ForgetSearch(ctx context.Context) error {
	return s.transaction(ctx, func(tx *tx) error {
		if err := tx.exec(ctx, `UPDATE segments SET state = 2`); err != nil {
			return err
		}
		return tx.exec(ctx, `UPDATE searched SET form = 0, row = 0`)
	})
}

// Pack and Unpack are how bytes are kept.
var (
	Pack   = pack
	Unpack = unpack
)

// Segments counts the segments of the search tables.
func (s *Store) Segments(ctx context.Context) (count int, err error) {
	return count, s.row(ctx, `SELECT count(*) FROM segments WHERE state = 1`).scan(&count)
}

// SetNotMuch sets how many items are few enough to be asked for what each names, and
// returns what sets it back, for tests.
func SetNotMuch(items int) func() {
	before := notMuch
	notMuch = items
	return func() { notMuch = before }
}

// ForgetFound forgets what the last searches found, for benchmarks.
func (s *Store) ForgetFound() { *s.found = keptFound{} }
