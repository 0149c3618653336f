package sqlite

import (
	"cmp"
	"context"
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"cuttings/notes"
	"cuttings/notes/query"
)

// readable is how many items are read to be ranked. SQLite's bm25 looks at every
// place of every phrase in the whole archive first, to know how rare it is: that
// takes as long as to find it, and longer than to read a few items.
const readable = 64

// rowOf returns the row of words that is all that a query asks for.
func rowOf(words query.Node) (query.Term, bool) {
	row, ok := words.(query.Term)
	return row, ok && len(row.Words) > 1 && row.Near == 0 && !row.Prefix
}

// bestRow is best of what has a row of words, which few have. What more have than are
// readable is ranked as what many have.
func (f *finding) bestRow(ctx context.Context, row query.Term, offset, limit int) ([]notes.ID, notes.Hits, error) {
	rows, err := f.inHalves(ctx, f.matcher.expression(row), rankable+1)
	if err != nil {
		return nil, notes.Hits{}, err
	}
	if len(rows) <= min(readable, rankable) {
		ids, err := f.byReading(ctx, row, rows)
		return page(ids, offset, limit), notes.Hits{Total: len(ids)}, err
	}
	ids, more, err := f.byLevel(ctx, row, nil, offset, limit)
	if more && len(rows) <= rankable {
		return page(ids, offset, limit), notes.Hits{Total: len(rows)}, err
	}
	return page(ids, offset, limit), notes.Hits{Total: len(ids), More: more}, err
}

// byReading returns the items of rows of the search table, those first that are most
// about a row of words.
func (f *finding) byReading(ctx context.Context, row query.Term, rows []int64) (ids []notes.ID, err error) {
	found, err := f.itemsIn(ctx, rows)
	if err != nil {
		return nil, err
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
		return nil, err
	}
	slices.SortFunc(impacts, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.impact, a.impact), cmp.Compare(b.id, a.id)) })
	for _, s := range impacts {
		ids = append(ids, s.id)
	}
	return ids, nil
}

// inHalves finds the rows that match among the older and the newer at once, at most
// limit of each.
func (f *finding) inHalves(ctx context.Context, match string, limit int) ([]int64, error) {
	var middle int64
	if err := f.row(ctx, `SELECT coalesce(max(row), 0) / 2 FROM searched`).scan(&middle); err != nil {
		return nil, err
	}
	var older, newer []int64
	var err, failed error
	var wait sync.WaitGroup
	wait.Go(func() {
		older, failed = list(ctx, f.statements, readRow, `SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? LIMIT ?`, match, middle, limit)
	})
	newer, err = list(ctx, f.statements, readRow, `SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? LIMIT ?`, match, middle, limit)
	wait.Wait()
	return append(older, newer...), errors.Join(failed, err)
}

// inBands asks for the rows in each of several bands.
func inBands(bands int) string {
	return strings.Join(slices.Repeat([]string{`SELECT coalesce(group_concat(rowid), '') FROM search WHERE search MATCH ?`}, bands), ` UNION ALL `)
}

// weighedIfFew returns all items that have several words, those first that are most
// about them, if they are at most as many as are rankable. SQLite's bm25 would look at
// every place of each of the words in the whole archive.
func (f *finding) weighedIfFew(ctx context.Context, words query.Node) (ids []notes.ID, all bool, err error) {
	match := f.matcher.expression(words)
	rows, err := list(ctx, f.statements, readRow, `SELECT rowid FROM search WHERE search MATCH ? LIMIT ?`, match, rankable+1)
	if err != nil || len(rows) > rankable {
		return nil, false, err
	}
	parts, _, _ := f.parts(words)
	least := 1 // band: all rows have all parts
	if any, ok := words.(query.Any); ok {
		parts, least = any, 0
	}
	scores := make(map[int64]float64, len(rows))
	for _, row := range rows {
		scores[row] = 0
	}
	for _, part := range parts {
		if err := f.addScores(ctx, scores, part, least, match); err != nil {
			return nil, false, err
		}
	}
	slices.SortFunc(rows, func(a, b int64) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(b, a)) })
	ids, err = f.itemsIn(ctx, rows)
	return ids, true, err
}

// rareShare is that of a part whose bands are read as a whole: to ask only for what is
// in some rows as well takes longer.
const rareShare = 0.02

// addScores adds what BM25 makes of a part to the scores of rows, which are those that
// match, as far as the rows are in its bands from least up.
func (f *finding) addScores(ctx context.Context, scores map[int64]float64, part query.Node, least int, match string) error {
	share, err := f.common(ctx, part)
	if err != nil {
		return err
	}
	var asked []any
	for band := bands; band >= least; band-- {
		question := f.banded(part, band)
		if share > rareShare {
			question = "(" + question + " AND " + match + ")"
		}
		asked = append(asked, question)
	}
	band, seen := bands, map[int64]bool{}
	return f.each(ctx, func(scan func(...any) error) error {
		var joined string
		err := scan(&joined)
		for _, row := range joinedNumbers[int64](joined) {
			if score, ok := scores[row]; ok && !seen[row] {
				seen[row] = true
				scores[row] = score + rarity(share)*saturated(band*bandLevels)
			}
		}
		band--
		return err
	}, inBands(len(asked)), asked...)
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
