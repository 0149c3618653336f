package sqlite

import (
	"context"
	"errors"
	"fmt"
	"hash/maphash"

	"cuttings/notes"
	"cuttings/storage/postings"
)

// disagreeing goes through the whole index and makes what it should have of each item
// anew.
func disagreeing(ctx context.Context, conn *statements) ([]string, error) {
	r := reader{conn, false, nil, &keptIndex{}, &keptFound{}}
	index, err := r.index(ctx)
	var sums []uint64
	seed := maphash.MakeSeed()
	if err == nil {
		sums, err = index.Digests(ctx, seed)
	}
	if errors.Is(err, postings.ErrDamaged) || errors.Is(err, errReplaced) {
		return []string{"The search tables are damaged. Rebuild the archive to mend that."}, nil
	}
	if err != nil {
		return nil, err
	}
	rows, err := list(ctx, conn, func(scan func(...any) error) (row searchRow, err error) {
		return row, scan(&row.id, &row.row, &row.before)
	}, `SELECT item, row, form FROM searched WHERE row <> 0 ORDER BY item`)
	if err != nil {
		return nil, err
	}
	wrong := index.Total() // what is there twice, or should not be
	for _, row := range rows {
		if notes.ID(index.Item(row.row)) == row.id {
			wrong--
		}
	}
	for len(rows) > 0 {
		some := rows[:min(len(rows), preparedAtOnce)]
		rows = rows[len(some):]
		count, err := r.countWrong(ctx, index, some, func(row searchRow) bool {
			return row.document.Digest(seed) == sums[row.row]
		})
		if err != nil {
			return nil, err
		}
		wrong += count
	}
	if wrong == 0 {
		return nil, nil
	}
	return []string{fmt.Sprintf("%d entries of the search tables are not what they should be. Rebuild the archive to mend that.", wrong)}, nil
}

// countWrong counts the rows that are not as the items are.
func (r reader) countWrong(ctx context.Context, index *postings.Index, rows []searchRow, agrees func(searchRow) bool) (wrong int, err error) {
	for i := range rows {
		row := &rows[i]
		if row.held, row.ok, err = r.held(ctx, row.id); err != nil {
			return 0, fmt.Errorf("item %s: %w", row.id, err)
		}
	}
	right := make([]bool, len(rows))
	atOnce(len(rows), func(i int) {
		row := rows[i]
		if row.before == waits && notes.ID(index.Item(row.row)) == row.id {
			right[i] = true // its turn comes
			return
		}
		if !row.ok || notes.ID(index.Item(row.row)) != row.id || row.held.form() != row.before {
			return
		}
		row.document = row.held.document()
		right[i] = agrees(row)
	})
	for _, is := range right {
		if !is {
			wrong++
		}
	}
	return wrong, nil
}
