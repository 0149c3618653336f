package sqlite

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"cuttings/notes"
	"cuttings/notes/query"
)

// readable is how many items are read to be ranked. SQLite's bm25 looks at every
// place of every phrase in the whole archive first, to know how rare it is: that
// takes as long as to find it, and longer than to read a few items.
var readable = 64

// rowIfFew returns all items that have a row of words, those first that are most
// about them, if they are at most as many as are readable.
func (f *finding) rowIfFew(ctx context.Context, row query.Term) (ids []notes.ID, all bool, err error) {
	found, err := f.inHalves(ctx, f.matcher.expression(row), readable+1)
	if err != nil || len(found) > readable {
		return nil, false, err
	}
	type weighed struct {
		id     notes.ID
		impact float64
	}
	impacts, failed := make([]weighed, len(found)), make([]error, len(found))
	var wait sync.WaitGroup
	var next atomic.Int32
	for range min(runtime.NumCPU(), len(found)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(found); i = int(next.Add(1)) - 1 {
				var held searched
				held, _, failed[i] = f.held(ctx, found[i])
				impacts[i] = weighed{found[i], held.impact(row)}
			}
		})
	}
	wait.Wait()
	if err := errors.Join(failed...); err != nil {
		return nil, false, err
	}
	slices.SortFunc(impacts, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.impact, a.impact), cmp.Compare(b.id, a.id)) })
	for _, s := range impacts {
		ids = append(ids, s.id)
	}
	return ids, true, nil
}

// inHalves finds what matches among the older and the newer items at once, at most
// limit of each.
func (f *finding) inHalves(ctx context.Context, match string, limit int) ([]notes.ID, error) {
	var middle notes.ID // any will do
	if known := f.lastAttributes(); known != nil && len(known.ids) > 0 {
		middle = known.ids[len(known.ids)/2]
	}
	var older, newer []notes.ID
	var err, failed error
	var wait sync.WaitGroup
	wait.Go(func() {
		older, failed = list(ctx, f.statements, readID, `SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? LIMIT ?`, match, middle, limit)
	})
	newer, err = list(ctx, f.statements, readID, `SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? LIMIT ?`, match, middle, limit)
	wait.Wait()
	return append(older, newer...), errors.Join(failed, err)
}

// impact is how much an item is about a row of words.
func (s searched) impact(row query.Term) float64 {
	count, length := 0.0, 0
	for i, part := range s.parts() {
		var words []string
		for word := range query.Words(part) {
			words = append(words, word.Folded)
		}
		length += len(words)
		for at := range max(0, len(words)-len(row.Words)+1) {
			if slices.Equal(words[at:at+len(row.Words)], row.Words) {
				count += partWeights[i]
			}
		}
	}
	return count / usual(length)
}
