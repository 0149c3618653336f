package sqlite

import (
	"context"
	"fmt"
)

// mergedAtOnce is how many pages are written in one step of merging, so that others
// can write in between.
const mergedAtOnce = 500

// pieces counts the pieces of the search table: see
// https://www.sqlite.org/fts5.html#fts5_data_structures. Its first column of each
// row is looked up, not read through.
const pieces = `
	WITH RECURSIVE piece(id) AS (
		SELECT min(segid) FROM search_idx
		UNION ALL SELECT (SELECT min(segid) FROM search_idx WHERE segid > id) FROM piece WHERE id IS NOT NULL)
	SELECT count(id) FROM piece`

// Merge brings pieces of the search table together, some at a time, if there are more
// of them than a number. It returns whether there is more to do.
func (s *Store) Merge(ctx context.Context, beyond int) (more bool, err error) {
	if err := s.learnFrequent(ctx); err != nil {
		return false, err
	}
	var count int
	if err := s.row(ctx, pieces).scan(&count); err != nil {
		return false, fmt.Errorf("count the pieces of the search tables: %w", err)
	}
	if count <= beyond {
		return false, nil
	}
	return s.merge(ctx, mergedAtOnce)
}

// merge writes so many pages of a piece that is made of others; of a piece that is made
// of all, if their number is negative, which begins that:
// https://www.sqlite.org/fts5.html#the_merge_command. It returns whether there is more to
// do.
func (s *Store) merge(ctx context.Context, pages int) (more bool, err error) {
	err = s.transaction(ctx, func(tx *tx) error {
		var before, after int64
		if err := tx.row(ctx, `SELECT total_changes()`).scan(&before); err != nil {
			return err
		}
		if err := tx.exec(ctx, `INSERT INTO search (search, rank) VALUES ('merge', ?)`, pages); err != nil {
			return err
		}
		err := tx.row(ctx, `SELECT total_changes()`).scan(&after)
		more = after-before > 1 // FTS5 counts the command itself as one
		return err
	})
	if err != nil {
		return false, fmt.Errorf("merge the search tables: %w", err)
	}
	return more, nil
}
