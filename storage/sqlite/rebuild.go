package sqlite

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"

	"cuttings/notes"
	"cuttings/storage/postings"
)

// rebuiltAtOnce is how many items are put into the index anew in one transaction.
const rebuiltAtOnce = 500

// RebuildSearch makes the search tables anew, item by item, so that a search meanwhile, or
// after it was stopped halfway, finds what it found before. Links and mentions of what is
// no more go with it.
func (s *Store) RebuildSearch(ctx context.Context, report notes.Progress) error {
	if err := s.rebuildSearch(ctx, report); err != nil {
		return fmt.Errorf("rebuild the search tables: %w", err)
	}
	return nil
}

func (s *Store) rebuildSearch(ctx context.Context, report notes.Progress) error {
	index, err := s.index(ctx)
	if err == nil {
		_, err = index.Digests(ctx, maphash.MakeSeed()) // reads all
	}
	damaged := errors.Is(err, postings.ErrDamaged) || errors.Is(err, errReplaced)
	if err != nil && !damaged {
		return err
	}
	var ids []notes.ID
	err = s.transaction(ctx, func(tx *tx) (err error) {
		if ids, err = list(ctx, tx.statements, readID, `SELECT id FROM items ORDER BY id`); err != nil {
			return err
		}
		if damaged {
			err = tx.forgetIndex(ctx)
		} else {
			err = tx.forgetStray(ctx)
		}
		for _, query := range []string{
			// Each waits until its turn comes, also if this is stopped halfway: see Index.
			`UPDATE searched SET form = 0`,
			`INSERT INTO searched (item, row, form) SELECT i.id, 0, 0 FROM items i WHERE ` + isSearched + ` ORDER BY i.id ON CONFLICT DO NOTHING`,
			`DELETE FROM links WHERE source NOT IN (` + linking + `)`,
			`DELETE FROM mentions WHERE article NOT IN (SELECT id FROM articles)`,
		} {
			if err == nil {
				err = tx.exec(ctx, query)
			}
		}
		return err
	})
	for done := 0; err == nil && done < len(ids); {
		some := ids[done:min(done+rebuiltAtOnce, len(ids))]
		err = s.transaction(ctx, func(tx *tx) error { return tx.reindexAll(ctx, some) })
		done += len(some)
		if report != nil {
			report(done, len(ids))
		}
	}
	for more := true; err == nil && more; {
		more, err = s.Merge(ctx, 1)
	}
	return err
}

// forgetIndex drops an index that cannot be read.
func (t *tx) forgetIndex(ctx context.Context) error {
	for _, query := range []string{`UPDATE segments SET state = 2`, `DELETE FROM gone`, `UPDATE searched SET row = 0`} {
		if err := t.exec(ctx, query); err != nil {
			return err
		}
	}
	return nil
}

// forgetStray takes rows out of the index that are no item's, which can only be if it is
// not what it should be.
func (t *tx) forgetStray(ctx context.Context) error {
	const noMore = `row <> 0 AND item NOT IN (SELECT id FROM items)`
	for _, query := range []string{`INSERT INTO gone (row) SELECT row FROM searched WHERE ` + noMore, `DELETE FROM searched WHERE ` + noMore} {
		if err := t.exec(ctx, query); err != nil {
			return err
		}
	}
	index, err := t.index(ctx)
	if err != nil {
		return err
	}
	theirs := map[postings.Row]int64{}
	err = t.each(ctx, func(scan func(...any) error) error {
		var item int64
		var row postings.Row
		err := scan(&item, &row)
		theirs[row] = item
		return err
	}, `SELECT item, row FROM searched WHERE row <> 0`)
	if err != nil {
		return err
	}
	var stray []postings.Row
	index.EachRow(func(row postings.Row, item int64) {
		if theirs[row] != item {
			stray = append(stray, row)
		}
		delete(theirs, row)
	})
	for _, row := range stray {
		if err := t.exec(ctx, `INSERT INTO gone (row) VALUES (?)`, row); err != nil {
			return err
		}
	}
	for _, item := range theirs { // its row is not there
		if err := t.exec(ctx, `UPDATE searched SET row = 0 WHERE item = ?`, item); err != nil {
			return err
		}
	}
	return nil
}
