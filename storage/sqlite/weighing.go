package sqlite

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

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

// bestRow is best of what has a row of words, which few have. The guess that they are
// few may be out by half: what has been found is not looked for again level by level.
func (f *finding) bestRow(ctx context.Context, row query.Term, offset, limit int) ([]notes.ID, notes.Hits, error) {
	rows, err := f.inHalves(ctx, f.matcher.expression(row), 2*rankable+1)
	if err != nil {
		return nil, notes.Hits{}, err
	}
	if len(rows) > 2*rankable {
		ids, more, err := f.byLevel(ctx, row, nil, offset, limit)
		return page(ids, offset, limit), notes.Hits{Total: len(ids), More: more}, err
	}
	var ids []notes.ID
	if len(rows) <= readable {
		ids, err = f.byReading(ctx, row, rows)
	} else {
		ids, err = f.byRarest(ctx, row, rows)
	}
	return page(ids, offset, limit), notes.Hits{Total: len(ids)}, err
}

// asRare is how many times as frequent as the rarest word or pair of a row one may be to
// tell as much about the row.
const asRare = 2

// byRarest returns the items of rows of the search table, those first that are most
// about the rarest words or pairs of a row of words: they cannot be more about the row.
func (f *finding) byRarest(ctx context.Context, row query.Term, rows []int64) ([]notes.ID, error) {
	var parts []query.Node
	for i, word := range row.Words {
		parts = append(parts, query.Term{Words: []string{word}, Quoted: true})
		if i > 0 {
			if pair := (query.Term{Words: row.Words[i-1 : i+1]}); f.matcher.isWord(pair) {
				parts = append(parts, pair)
			}
		}
	}
	all, err := f.byRarity(ctx, parts)
	if err != nil {
		return nil, err
	}
	return f.byScore(ctx, rows, func(scores map[int64]float64) error {
		for _, part := range all {
			if part.share > asRare*all[0].share {
				break
			}
			if err := f.addScores(ctx, scores, part.part, 1, ""); err != nil {
				return err
			}
		}
		return nil
	})
}

// byScore returns the items of rows of the search table by the scores that add adds, of
// equal ones the newest first.
func (f *finding) byScore(ctx context.Context, rows []int64, add func(scores map[int64]float64) error) ([]notes.ID, error) {
	scores := make(map[int64]float64, len(rows))
	for _, row := range rows {
		scores[row] = 0
	}
	if err := add(scores); err != nil {
		return nil, err
	}
	slices.SortFunc(rows, func(a, b int64) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(b, a)) })
	return f.itemsIn(ctx, rows)
}

// byReading returns the items of rows of the search table, those first that are most
// about a row of words.
func (f *finding) byReading(ctx context.Context, row query.Term, rows []int64) (ids []notes.ID, err error) {
	found, err := f.itemsIn(ctx, rows)
	if err != nil {
		return nil, err
	}
	type read struct {
		id     notes.ID
		impact float64
	}
	impacts, failed := make([]read, len(found)), make([]error, len(found))
	atOnce(len(found), func(i int) {
		var held searched
		held, _, failed[i] = f.held(ctx, found[i])
		impacts[i] = read{found[i], held.impact(row)}
	})
	if err := errors.Join(failed...); err != nil {
		return nil, err
	}
	slices.SortFunc(impacts, func(a, b read) int { return cmp.Or(cmp.Compare(b.impact, a.impact), cmp.Compare(b.id, a.id)) })
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
	ids, err = f.byScore(ctx, rows, func(scores map[int64]float64) error {
		for _, part := range parts {
			if err := f.addScores(ctx, scores, part, least, match); err != nil {
				return err
			}
		}
		return nil
	})
	return ids, true, err
}

// rareShare is that of a part whose bands are read as a whole: to ask only for what is
// in some rows as well takes longer.
const rareShare = 0.02

// addScores adds what BM25 makes of a part to the scores of rows, as far as they are in
// its bands from least up. They are those that match, if that is known.
func (f *finding) addScores(ctx context.Context, scores map[int64]float64, part query.Node, least int, match string) error {
	share, err := f.common(ctx, part)
	if err != nil {
		return err
	}
	var asked []any
	for band := bands; band >= least; band-- {
		question := f.banded(part, band)
		if share > rareShare && match != "" {
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
		for _, run := range runs(i, part) {
			var words []string
			for word := range query.Words(run) {
				words = append(words, word.Folded)
			}
			length += len(words)
			for at := range max(0, len(words)-len(row.Words)+1) {
				if slices.Equal(words[at:at+len(row.Words)], row.Words) {
					count += partWeights[i]
				}
			}
		}
	}
	return count / usual(length)
}
