package sqlite

import (
	"cmp"
	"container/heap"
	"context"
	"slices"

	"cuttings/notes"
	"cuttings/notes/query"
)

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

// best returns items from offset on, those first that are most about the words; of
// what is as much about them the newest.
func (f *finding) best(ctx context.Context, node, ranking query.Node, offset, limit int) ([]notes.ID, notes.Hits, error) {
	words, rest := wordsOf(node)
	if words != nil {
		ranking = words
	}
	scored, err := f.words(ctx, ranking, true)
	if err != nil {
		return nil, notes.Hits{}, err
	}
	first := &bestFirst{most: offset + limit}
	if limit <= 0 {
		first.most = f.index.Total()
	}
	if len(rest) == 0 {
		for i, row := range scored.Rows {
			if first.wants(scored.Weights[i]) {
				first.take(ranked{notes.ID(f.index.Item(row)), scored.Weights[i]})
			}
		}
		first.seen = len(scored.Rows)
		return first.page(offset), notes.Hits{Total: first.seen}, nil
	}
	if words != nil {
		node = query.All(rest)
	}
	within, err := f.matches(ctx, node)
	if err != nil {
		return nil, notes.Hits{}, err
	}
	a := f.attributes
	worth := make([]float32, len(a.ids))
	var having bitset
	numbers := a.inIndex(f.index)
	for i, row := range scored.Rows {
		if int(row) < len(numbers) && numbers[row] > 0 {
			worth[numbers[row]-1] = scored.Weights[i]
			having.add(int(numbers[row] - 1))
		}
	}
	a.each(within, func(i int) {
		if words == nil || having.has(i) {
			first.take(ranked{a.ids[i], worth[i]})
		}
	})
	return first.page(offset), notes.Hits{Total: first.seen}, nil
}

// ranked is an item and what it is worth.
type ranked struct {
	id    notes.ID
	worth float32
}

func (r ranked) before(other ranked) bool {
	return cmp.Or(cmp.Compare(other.worth, r.worth), cmp.Compare(other.id, r.id)) < 0
}

// bestFirst keeps the best of many: a heap with the last of them on top.
type bestFirst struct {
	most  int
	seen  int
	items []ranked
}

// wants reports whether what is worth so much may be among the best.
func (b *bestFirst) wants(worth float32) bool {
	return len(b.items) < b.most || b.most > 0 && worth >= b.items[0].worth
}

func (b *bestFirst) take(item ranked) {
	b.seen++
	switch {
	case len(b.items) < b.most:
		heap.Push(b, item)
	case b.most > 0 && item.before(b.items[0]):
		b.items[0] = item
		heap.Fix(b, 0)
	}
}

// page returns what was kept from offset on, the best first.
func (b *bestFirst) page(offset int) []notes.ID {
	slices.SortFunc(b.items, func(x, y ranked) int {
		return cmp.Or(cmp.Compare(y.worth, x.worth), cmp.Compare(y.id, x.id))
	})
	var ids []notes.ID
	for _, item := range b.items[min(offset, len(b.items)):] {
		ids = append(ids, item.id)
	}
	return ids
}

func (b *bestFirst) Len() int           { return len(b.items) }
func (b *bestFirst) Less(i, j int) bool { return b.items[j].before(b.items[i]) }
func (b *bestFirst) Swap(i, j int)      { b.items[i], b.items[j] = b.items[j], b.items[i] }
func (b *bestFirst) Push(item any)      { b.items = append(b.items, item.(ranked)) }
func (b *bestFirst) Pop() any {
	last := b.items[len(b.items)-1]
	b.items = b.items[:len(b.items)-1]
	return last
}
