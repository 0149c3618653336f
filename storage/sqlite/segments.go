package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"

	"cuttings/notes"
	"cuttings/storage/postings"
)

// chunkBits is how many bits of a chunk's ID are its number in the segment.
const chunkBits = 24

func chunkID(segment int64, number int) int64 { return segment<<chunkBits | int64(number) }

// errReplaced says that a segment that was to be read is there no more: others have
// been merged meanwhile.
var errReplaced = errors.New("a segment of the search tables was replaced")

// chunks hands out the chunks of segments as the archive has them.
type chunks struct{ *statements }

// Chunks calls do with each chunk of a segment from first to last.
func (c chunks) Chunks(ctx context.Context, segment int64, first, last int, do func(data []byte) error) error {
	read := 0
	err := c.each(ctx, func(scan func(...any) error) error {
		var data sql.RawBytes
		if err := scan(&data); err != nil {
			return err
		}
		read++
		return do(data)
	}, `SELECT data FROM chunks WHERE id BETWEEN ? AND ? ORDER BY id`, chunkID(segment, first), chunkID(segment, last))
	if err == nil && read != 1+last-first {
		err = errReplaced
	}
	return err
}

// keptIndex holds the index of an archive as it was read last.
type keptIndex struct {
	mu    sync.Mutex
	known *postings.Index
	state indexState
}

// indexState tells whether an index is the one that is there.
type indexState struct {
	segments []int64 // that are searched, in order of their IDs
	gone     int64   // number of the last row that is gone
}

// indexState reads how the index is now.
func (r reader) indexState(ctx context.Context) (now indexState, err error) {
	err = r.each(ctx, func(scan func(...any) error) error {
		var segment, gone int64
		err := scan(&segment, &gone)
		if segment > 0 {
			now.segments = append(now.segments, segment)
		}
		now.gone = max(now.gone, gone)
		return err
	}, `SELECT id, 0 FROM segments WHERE state = 1 UNION ALL SELECT 0, coalesce(max(number), 0) FROM gone`)
	slices.Sort(now.segments)
	return now, err
}

// index returns the index as it is. In a transaction it may be one that others do not
// see yet, which is not kept.
func (r reader) index(ctx context.Context) (*postings.Index, error) {
	index, _, err := r.indexNow(ctx)
	return index, err
}

// indexNow returns the index and how it is.
func (r reader) indexNow(ctx context.Context) (*postings.Index, indexState, error) {
	r.indexed.mu.Lock()
	defer r.indexed.mu.Unlock()
	now, err := r.indexState(ctx)
	if err != nil {
		return nil, now, fmt.Errorf("look at the search tables: %w", err)
	}
	before := r.indexed.known
	if before != nil && now.gone == r.indexed.state.gone && slices.Equal(now.segments, r.indexed.state.segments) {
		return before.From(chunks{r.statements}), now, nil
	}
	index, err := r.readIndex(ctx, before, now)
	if err != nil {
		return nil, now, fmt.Errorf("read the search tables: %w", err)
	}
	if !r.all {
		r.indexed.known, r.indexed.state = index, now
	}
	return index, now, nil
}

// readIndex reads the index, of which another has some segments already.
func (r reader) readIndex(ctx context.Context, before *postings.Index, now indexState) (*postings.Index, error) {
	known := map[int64]*postings.Segment{}
	if before != nil {
		for _, s := range before.Segments {
			known[s.ID] = s
		}
	}
	segments := make([]*postings.Segment, 0, len(now.segments))
	for _, id := range now.segments {
		s := known[id]
		if s == nil {
			var head []byte
			err := r.row(ctx, `SELECT head FROM segments WHERE id = ? AND state > 0`, id).scan(&head)
			if err != nil {
				return nil, errors.Join(errReplaced, err)
			}
			if s, err = postings.ReadSegment(id, head); err != nil {
				return nil, err
			}
		}
		segments = append(segments, s)
	}
	slices.SortFunc(segments, func(a, b *postings.Segment) int { return cmp.Compare(a.First, b.First) })
	gone, err := list(ctx, r.statements, readNumber, `SELECT row FROM gone WHERE number <= ?`, now.gone)
	if err != nil {
		return nil, err
	}
	return postings.NewIndex(segments, gone, chunks{r.statements}, partWeights), nil
}

func readNumber(scan func(...any) error) (n postings.Row, err error) { return n, scan(&n) }

// mostTries is how often a question is asked again if segments are merged meanwhile.
const mostTries = 5

// searching calls do with the index, and again with a newer one if segments that it reads
// were replaced.
func (r reader) searching(ctx context.Context, do func(index *postings.Index) error) error {
	for try := 1; ; try++ {
		index, err := r.index(ctx)
		if err == nil {
			err = do(index)
		}
		switch damaged := errors.Is(err, postings.ErrDamaged); {
		case damaged || errors.Is(err, errReplaced) && try == mostTries:
			return errors.Join(notes.ErrSearchTables, err)
		case !errors.Is(err, errReplaced):
			return err
		}
	}
}

// keepSegment writes what was gathered in a transaction as a segment.
func (t *tx) keepSegment(ctx context.Context) error {
	if t.gathered.Rows() == 0 {
		return nil
	}
	id, err := t.beginSegment(ctx)
	if err != nil {
		return err
	}
	written, err := t.gathered.Write(func(c postings.Chunk) error { return t.keepChunk(ctx, id, c) })
	if err != nil {
		return err
	}
	t.gathered = postings.Builder{}
	if err := t.finishSegment(ctx, id, written); err != nil {
		return err
	}
	return t.mergeSmall(ctx)
}

func (t *tx) keepChunk(ctx context.Context, segment int64, c postings.Chunk) error {
	return t.exec(ctx, `INSERT INTO chunks (id, data) VALUES (?, ?)`, chunkID(segment, c.Number), c.Data)
}

// finishSegment has a segment searched from now on.
func (t *tx) finishSegment(ctx context.Context, id int64, w postings.Written) error {
	return t.exec(ctx, `UPDATE segments SET state = 1, bytes = ?2, first_row = ?3, last_row = ?4, head = ?5 WHERE id = ?1`,
		id, w.Bytes+len(w.Head), w.First, w.Last, w.Head)
}

// nextRow returns a row that no item ever had.
func (t *tx) nextRow(ctx context.Context) (postings.Row, error) {
	if t.lastRow == 0 {
		err := t.row(ctx, `
			SELECT max(coalesce((SELECT max(last_row) FROM segments), 0), coalesce((SELECT max(row) FROM gone), 0))`).scan(&t.lastRow)
		if err != nil {
			return 0, err
		}
	}
	t.lastRow++
	return t.lastRow, nil
}
