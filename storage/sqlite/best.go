package sqlite

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"cuttings/notes"
	"cuttings/notes/query"
)

// rankable is how many items are ranked one by one, by SQLite's bm25, which
// takes a few milliseconds for so many. Of more, those are taken first that are
// most about the words: see levels.
var rankable = 1000

// wordsIn are the words that a query asks for, by which what fulfils it is put
// in order; nil if there are none.
func wordsIn(q query.Query) query.Node {
	if words, _ := wordsOf(q.Root); words != nil {
		return words
	}
	var any query.Any
	for _, term := range q.Terms() {
		any = append(any, term)
	}
	switch len(any) {
	case 0:
		return nil
	case 1:
		return any[0]
	}
	return any
}

// best returns items from offset on, those first that are most about the words.
// Where they are at most as many as are rankable, they are ranked one by one; of
// more, no more are looked for than are wanted.
func (f *finding) best(ctx context.Context, node, ranking query.Node, offset, limit int) ([]notes.ID, notes.Hits, error) {
	words, rest := wordsOf(node)
	if len(rest) == 0 {
		return f.bestOf(ctx, words, offset, limit)
	}
	var within set
	var err error
	if words != nil { // the words are asked for level by level, of what fulfils the rest
		if within, err = f.matches(ctx, query.All(rest)); err != nil {
			return nil, notes.Hits{}, err
		}
		ranking = words
	}
	if words == nil || len(within) <= rankable {
		if within, err = f.matches(ctx, node); err != nil {
			return nil, notes.Hits{}, err
		}
		if len(within) == 0 {
			return nil, notes.Hits{}, nil
		}
		if len(within) <= rankable {
			ids, err := f.ranked(ctx, ranking, within)
			return page(ids, offset, limit), notes.Hits{Total: len(within)}, err
		}
		ids, _, err := f.byLevel(ctx, ranking, within, offset, limit)
		if len(ids) < offset+limit || limit <= 0 {
			ids = f.completed(ids, within)
		}
		return page(ids, offset, limit), notes.Hits{Total: len(within)}, err
	}
	ids, more, err := f.byLevel(ctx, ranking, within, offset, limit)
	return page(ids, offset, limit), notes.Hits{Total: len(ids), More: more}, err
}

// bestOf is best of what the search table can tell alone.
func (f *finding) bestOf(ctx context.Context, words query.Node, offset, limit int) ([]notes.ID, notes.Hits, error) {
	few, err := f.few(ctx, words)
	if err != nil {
		return nil, notes.Hits{}, err
	}
	if few {
		if row, ok := rowOf(words); ok {
			return f.bestRow(ctx, row, offset, limit)
		}
		ids, all, err := f.allIfFew(ctx, words)
		if err != nil || all {
			return page(ids, offset, limit), notes.Hits{Total: len(ids)}, err
		}
	}
	ids, more, err := f.byLevel(ctx, words, nil, offset, limit)
	if err == nil && !more && len(ids) <= rankable { // they were fewer than guessed
		if row, ok := rowOf(words); ok {
			return f.bestRow(ctx, row, offset, limit)
		}
		ids, _, err = f.allIfFew(ctx, words)
	}
	return page(ids, offset, limit), notes.Hits{Total: len(ids), More: more}, err
}

// few says whether so few items have the words that they can be ranked one by one.
// Single words are counted; of others it is guessed. Of a beginning, which may
// stand for any number of words, it would take too long to guess.
func (f *finding) few(ctx context.Context, words query.Node) (bool, error) {
	if f.single(words) {
		var some int
		err := f.row(ctx, `SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)`,
			f.matcher.expression(words), rankable+1).scan(&some)
		return some <= rankable, err
	}
	if beginning(words) {
		return false, nil
	}
	share, err := f.common(ctx, words)
	if err != nil {
		return false, err
	}
	newest, err := f.newest(ctx)
	limit := 1.5 * float64(rankable)
	if _, ok := rowOf(words); ok { // all places of its words are looked at
		limit = 1.2 * float64(rankable)
	}
	return share*newest.documents <= limit, err
}

// allIfFew returns all items that have the words, those first that are most about
// them, if they are at most as many as are rankable.
func (f *finding) allIfFew(ctx context.Context, words query.Node) (ids []notes.ID, all bool, err error) {
	if f.single(words) {
		return f.rankedIfFew(ctx, words)
	}
	return f.weighedIfFew(ctx, words)
}

// beginning reports whether the beginning of a word is asked for.
func beginning(node query.Node) bool {
	switch node := node.(type) {
	case query.Term:
		return node.Prefix
	case query.Any:
		return slices.ContainsFunc(node, beginning)
	case query.All:
		return slices.ContainsFunc(node, beginning)
	}
	return false
}

// single reports whether one word is asked for, whatever else is not.
func (f *finding) single(node query.Node) bool {
	switch node := node.(type) {
	case query.Term:
		return f.matcher.isWord(node) && !node.Prefix
	case query.All:
		words := 0
		for _, part := range node {
			switch part := part.(type) {
			case query.Not, query.Field:
			default:
				if words++; !f.single(part) {
					return false
				}
			}
		}
		return words == 1
	}
	return false
}

// rankedIfFew returns all items that have a word, in the order of SQLite's bm25, if they
// are at most as many as are rankable.
func (f *finding) rankedIfFew(ctx context.Context, words query.Node) (ids []notes.ID, all bool, err error) {
	type hit struct {
		id   notes.ID
		rank float64 // the lower, the better
	}
	hits, err := list(ctx, f.statements, func(scan func(...any) error) (h hit, err error) {
		return h, scan(&h.id, &h.rank)
	}, `SELECT d.item, found.rank FROM (
			SELECT rowid, `+ranking+` AS rank FROM search WHERE search MATCH ? LIMIT ?
		) found JOIN searched d ON d.row = found.rowid`, f.matcher.expression(words), rankable+1)
	if err != nil || len(hits) > rankable {
		return nil, false, err
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.id, a.id)) })
	for _, h := range hits {
		ids = append(ids, h.id)
	}
	return ids, true, nil
}

// ranked returns what is within, that first which is most about the words by
// SQLite's bm25; what has not the words comes last.
func (f *finding) ranked(ctx context.Context, words query.Node, within set) ([]notes.ID, error) {
	rows, err := list(ctx, f.statements, readRow, `
		SELECT rowid FROM search WHERE search MATCH ? AND +rowid IN (SELECT value FROM json_each(?))
		ORDER BY `+ranking+`, rowid DESC`, f.matcher.expression(words), numbers(f.attributes.rowsOf(within))) // the + has the words asked for once, not for each item
	if err != nil {
		return nil, err
	}
	found, err := f.itemsIn(ctx, rows)
	return f.completed(found, within), err
}

// completed adds, newest first, what fulfils a query without having its words:
// another alternative was fulfilled.
func (f *finding) completed(found []notes.ID, within set) []notes.ID {
	if len(found) == len(within) {
		return found
	}
	have := setOf(slices.Clone(found))
	rest := within.without(have)
	slices.Reverse(rest)
	return append(found, rest...)
}

// byLevel takes first what is most about the words, of what is as much the newest
// first, until there are enough for a page; more says whether it stopped there. No
// limit asks for all.
func (f *finding) byLevel(ctx context.Context, words query.Node, within set, offset, limit int) (found []notes.ID, more bool, err error) {
	most := offset + limit
	if limit <= 0 {
		most = 0
	}
	steps, err := f.steps(ctx, words)
	if err != nil {
		return nil, false, err
	}
	return f.inSteps(ctx, append(steps, question{match: f.matcher.expression(words)}), within, most)
}

// inSteps takes what answers one step after the other, until there is as much as is
// wanted; 0 asks for all.
func (f *finding) inSteps(ctx context.Context, steps []question, within set, most int) (found []notes.ID, more bool, err error) {
	var rows []int64
	seen := map[int64]bool{}
	take := func(row int64) error {
		if seen[row] || within != nil && !f.attributes.hasRow(within, row) {
			return nil
		}
		if most > 0 && len(rows) == most {
			return errEnough
		}
		seen[row] = true
		rows = append(rows, row)
		return nil
	}
	read := crossing{}
	for _, step := range steps {
		err := f.answer(ctx, step, read, take)
		if more = errors.Is(err, errEnough); more {
			break
		}
		if err != nil {
			return nil, false, err
		}
	}
	found, err = f.itemsIn(ctx, rows)
	return found, more, err
}

// answer gives the rows that answer a step, the newest first, until take fails.
func (f *finding) answer(ctx context.Context, asked question, read crossing, take func(row int64) error) error {
	crossed, err := f.cross(ctx, asked, read, take)
	if crossed || err != nil {
		return err
	}
	return f.each(ctx, func(scan func(...any) error) error {
		var row int64
		if err := scan(&row); err != nil {
			return err
		}
		return take(row)
	}, `SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC`, asked.match)
}

var errEnough = errors.New("enough")

// itemsIn returns the items of rows of the search table, in the order of these.
func (r reader) itemsIn(ctx context.Context, rows []int64) ([]notes.ID, error) {
	return list(ctx, r.statements, readID, `
		SELECT d.item FROM json_each(?) wanted JOIN searched d ON d.row = wanted.value ORDER BY wanted.key`, numbers(rows))
}
