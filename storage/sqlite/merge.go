package sqlite

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"sync"

	"cuttings/storage/postings"
)

const (
	// mergedAtOnce is how much is written in one step of merging, in bytes, so that
	// others can write in between.
	mergedAtOnce = 2 << 20
	// droppedAtOnce is how many chunks of what was replaced are deleted in one step.
	droppedAtOnce = 500
	// mostUneven is how many times as large as all others together a segment may be to be
	// merged with them: for less, all that it holds would be written again.
	mostUneven = 3
	// mostSegments is how many there are at most before a transaction merges small ones
	// itself, and mostMergedSmall how large those are together: nobody may find time to.
	mostSegments, mostMergedSmall = 100, 4 << 20
	// leastSize is what a smaller segment counts as, in bytes.
	leastSize = 256 << 10
)

// merging is a merge that goes on, a step at a time.
type merging struct {
	mu       sync.Mutex
	going    *postings.Merging
	id       int64   // of the segment that is written
	replaced []int64 // of those that it will replace
	gone     int64   // number of the last row that was gone when it began
	chunks   []postings.Chunk
}

// Merge brings segments of the search tables together, some at a time, if there are more
// of them than a number. It returns whether there is more to do.
func (s *Store) Merge(ctx context.Context, beyond int) (more bool, err error) {
	m := &s.merging
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := ctx.Err(); err != nil { // what was merged so far stays
		return false, fmt.Errorf("merge the search tables: %w", err)
	}
	defer func() {
		if err != nil {
			m.going = nil
			err = fmt.Errorf("merge the search tables: %w", err)
		}
	}()
	if m.going != nil {
		return true, s.mergeOn(context.WithoutCancel(ctx)) // a step is short, and half of one is lost
	}
	dropped, err := s.dropReplaced(ctx)
	if err != nil {
		return false, err
	}
	begun, err := s.beginMerge(ctx, beyond)
	return begun || dropped, err
}

// size is how large a segment is.
type size struct {
	id    int64
	bytes int
}

// together returns the neighbours that are merged best: least is written for each segment
// that there are fewer. There may be none.
func together(all []size) (ids []int64) {
	least := math.Inf(1)
	for from := range all {
		sum, largest := 0, 0
		for to, s := range all[from:] {
			bytes := max(s.bytes, leastSize)
			sum, largest = sum+bytes, max(largest, bytes)
			cost := float64(sum) / float64(to)
			if to == 0 || largest > mostUneven*(sum-largest) || cost >= least {
				continue
			}
			least, ids = cost, ids[:0]
			for _, s := range all[from : from+to+1] {
				ids = append(ids, s.id)
			}
		}
	}
	return ids
}

// sizes are those of the segments, in the order of their rows.
func (r reader) sizes(ctx context.Context) ([]size, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (one size, err error) { return one, scan(&one.id, &one.bytes) },
		`SELECT id, bytes FROM segments WHERE state = 1 ORDER BY first_row`)
}

// beginMerge begins to merge, if there is reason to.
func (s *Store) beginMerge(ctx context.Context, beyond int) (begun bool, err error) {
	sizes, err := s.sizes(ctx)
	if err != nil || len(sizes) <= beyond {
		return false, err
	}
	ids := together(sizes)
	if len(ids) < 2 {
		return false, nil
	}
	m := &s.merging
	m.replaced, m.chunks = ids, nil
	err = s.transaction(ctx, func(tx *tx) error {
		// What another program began and did not finish is dropped: should it go on, it
		// finds that out.
		if err := tx.exec(ctx, `UPDATE segments SET state = 2 WHERE state = 0`); err != nil {
			return err
		}
		m.id, err = tx.beginSegment(ctx)
		return err
	})
	if err != nil {
		return false, err
	}
	begun, err = m.begin(ctx, s.reader, func(c postings.Chunk) error { m.chunks = append(m.chunks, c); return nil })
	if err == nil && !begun { // another program has merged some of them: look again
		return true, nil
	}
	return begun, err
}

// begin begins to make one segment of those that it is to replace; false if they are not
// all there.
func (m *merging) begin(ctx context.Context, r reader, emit func(postings.Chunk) error) (begun bool, err error) {
	index, now, err := r.indexNow(ctx)
	if err != nil {
		return false, err
	}
	var segments []*postings.Segment
	for _, segment := range index.Segments {
		if slices.Contains(m.replaced, segment.ID) {
			segments = append(segments, segment)
		}
	}
	if len(segments) != len(m.replaced) {
		return false, nil
	}
	m.gone = now.gone
	m.going = postings.NewMerging(segments, func(row postings.Row) bool { return index.Item(row) == 0 }, chunks{r.statements}, emit)
	return true, nil
}

// mergeSmall merges small segments where there are too many, in one transaction.
func (t *tx) mergeSmall(ctx context.Context) error {
	var count int
	if err := t.row(ctx, `SELECT count(*) FROM segments WHERE state = 1`).scan(&count); err != nil || count <= mostSegments {
		return err
	}
	sizes, err := t.sizes(ctx)
	if err != nil {
		return err
	}
	m := merging{replaced: together(sizes)}
	bytes := 0
	for _, s := range sizes {
		if slices.Contains(m.replaced, s.id) {
			bytes += s.bytes
		}
	}
	if len(m.replaced) < 2 || bytes > mostMergedSmall {
		return nil
	}
	if m.id, err = t.beginSegment(ctx); err != nil {
		return err
	}
	if begun, err := m.begin(ctx, t.reader, func(c postings.Chunk) error { return t.keepChunk(ctx, m.id, c) }); err != nil || !begun {
		return err
	}
	for more := true; more; {
		if more, err = m.going.Some(ctx, mergedAtOnce); err != nil {
			return err
		}
	}
	written, err := m.going.Finish()
	if err != nil {
		return err
	}
	if err := t.replaceSegments(ctx, &m, written); err != nil {
		return err
	}
	for _, id := range m.replaced { // so that they do not pile up
		if _, err := t.dropSegment(ctx, id, 1<<chunkBits); err != nil {
			return err
		}
	}
	return nil
}

// beginSegment returns the ID of a segment that is not searched yet.
func (t *tx) beginSegment(ctx context.Context) (int64, error) {
	return t.insert(ctx, `INSERT INTO segments (state, bytes, first_row, last_row, head) VALUES (0, 0, 0, 0, x'')`)
}

// errOvertaken says that another program merges.
var errOvertaken = errors.New("another program merges")

// mergeOn writes some more of the merged segment; the last step has it searched in the
// place of the others.
func (s *Store) mergeOn(ctx context.Context) error {
	m := &s.merging
	more, err := m.going.Some(ctx, mergedAtOnce)
	if errors.Is(err, errReplaced) { // what it was made of was merged otherwise meanwhile
		m.going = nil
		return nil
	}
	if err != nil {
		return err
	}
	var written postings.Written
	if !more {
		if written, err = m.going.Finish(); err != nil {
			return err
		}
	}
	err = s.transaction(ctx, func(tx *tx) error {
		var there int
		err := tx.row(ctx, `SELECT count(*) FROM segments WHERE id = ?1 AND state = 0 OR state = 1 AND id IN (SELECT value FROM json_each(?2))`,
			m.id, numbers(m.replaced)).scan(&there)
		if err != nil {
			return err
		}
		if there != 1+len(m.replaced) {
			return errOvertaken
		}
		for _, c := range m.chunks {
			if err := tx.keepChunk(ctx, m.id, c); err != nil {
				return err
			}
		}
		if more {
			return nil
		}
		return tx.replaceSegments(ctx, m, written)
	})
	m.chunks = nil
	if !more || errors.Is(err, errOvertaken) {
		m.going = nil
	}
	if errors.Is(err, errOvertaken) {
		return nil
	}
	return err
}

// replaceSegments puts a merged segment in the place of those that it was made of.
func (t *tx) replaceSegments(ctx context.Context, m *merging, w postings.Written) error {
	replaced := numbers(m.replaced)
	err := t.exec(ctx, `
		DELETE FROM gone WHERE number <= ?1 AND row BETWEEN
			(SELECT min(first_row) FROM segments WHERE id IN (SELECT value FROM json_each(?2))) AND
			(SELECT max(last_row) FROM segments WHERE id IN (SELECT value FROM json_each(?2)))`, m.gone, replaced)
	if err != nil {
		return err
	}
	if err := t.exec(ctx, `UPDATE segments SET state = 2 WHERE id IN (SELECT value FROM json_each(?))`, replaced); err != nil {
		return err
	}
	if m.going.Empty() {
		return t.exec(ctx, `UPDATE segments SET state = 2 WHERE id = ?`, m.id)
	}
	return t.finishSegment(ctx, m.id, w)
}

// dropReplaced deletes some chunks of segments that were replaced, and those of them that
// have none any more. It returns whether there was something to delete.
func (s *Store) dropReplaced(ctx context.Context) (dropped bool, err error) {
	if err := s.row(ctx, `SELECT EXISTS (SELECT 1 FROM segments WHERE state = 2)`).scan(&dropped); err != nil || !dropped {
		return false, err
	}
	return true, s.transaction(ctx, func(tx *tx) error {
		ids, err := list(ctx, tx.statements, readInt, `SELECT id FROM segments WHERE state = 2 LIMIT ?`, droppedAtOnce)
		left := droppedAtOnce
		for _, id := range ids {
			if err != nil || left == 0 {
				break
			}
			left, err = tx.dropSegment(ctx, id, left)
		}
		return err
	})
}

// dropSegment deletes at most so many chunks of a segment, and the segment if it has no
// more. It returns how many more might have been deleted.
func (t *tx) dropSegment(ctx context.Context, id int64, most int) (left int, err error) {
	err = t.exec(ctx, `DELETE FROM chunks WHERE id IN (SELECT id FROM chunks WHERE id BETWEEN ? AND ? LIMIT ?)`, chunkID(id, 0), chunkID(id+1, 0)-1, most)
	var dropped int
	if err == nil {
		err = t.row(ctx, `SELECT changes()`).scan(&dropped)
	}
	if err == nil && dropped < most {
		err = t.exec(ctx, `DELETE FROM segments WHERE id = ?`, id)
	}
	return most - dropped, err
}

func readInt(scan func(...any) error) (n int64, err error) { return n, scan(&n) }
