package sqlite

import (
	"container/heap"
	"context"

	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/storage/postings"
)

// Search returns the first items that fulfil a query.
func (r reader) Search(ctx context.Context, q query.Query, filter notes.SearchFilter) (found notes.Hits, err error) {
	err = r.searching(ctx, func(index *postings.Index) error {
		f, node, err := r.finding(ctx, index, q, filter.Kinds)
		if err != nil || node == nil {
			return err
		}
		var ids []notes.ID
		ranking := wordsIn(q)
		if filter.Order == "" && ranking != nil && len(q.Terms()) > 0 {
			ids, found, err = f.best(ctx, node, ranking, filter.Offset, filter.Limit)
		} else {
			ids, found, err = f.ordered(ctx, node, filter)
		}
		if err == nil {
			found.Hits, err = r.hits(ctx, ids)
		}
		return err
	})
	return found, err
}

// Count says how many items fulfil a query.
func (r reader) Count(ctx context.Context, q query.Query, kinds []notes.Kind) (total int, err error) {
	err = r.searching(ctx, func(index *postings.Index) error {
		f, node, err := r.finding(ctx, index, q, kinds)
		if err != nil || node == nil {
			return err
		}
		if pure(node) {
			found, err := f.words(ctx, node, false)
			total = len(found.Rows)
			return err
		}
		all, err := f.matches(ctx, node)
		total = len(all)
		return err
	})
	return total, err
}

// Warm reads the attributes and the index.
func (s *Store) Warm(ctx context.Context) error {
	a, err := s.attributes(ctx)
	if err != nil {
		return err
	}
	index, err := s.index(ctx)
	if err == nil {
		a.inIndex(index)
	}
	return err
}

// ordered returns items in the order of their dates.
func (f *finding) ordered(ctx context.Context, node query.Node, filter notes.SearchFilter) ([]notes.ID, notes.Hits, error) {
	var err error
	if f.attributes == nil {
		if f.attributes, err = f.reader.attributes(ctx); err != nil {
			return nil, notes.Hits{}, err
		}
	}
	all, err := f.matches(ctx, node)
	if err != nil {
		return nil, notes.Hits{}, err
	}
	return f.byDay(all, filter), notes.Hits{Total: len(all)}, nil
}

// finding prepares to answer a query, narrowed to some kinds.
func (r reader) finding(ctx context.Context, index *postings.Index, q query.Query, kinds []notes.Kind) (*finding, query.Node, error) {
	if q.Empty() {
		return nil, nil, nil
	}
	if len(kinds) > 0 {
		var any query.Any
		for _, kind := range kinds {
			any = append(any, query.Field{Name: query.Kind, Value: string(kind)})
		}
		if len(any) == 1 {
			q = q.And(any[0])
		} else {
			q = q.And(any)
		}
	}
	languages, err := list(ctx, r.statements, func(scan func(...any) error) (s string, err error) { return s, scan(&s) }, `SELECT language FROM languages`)
	if err != nil {
		return nil, nil, err
	}
	f := &finding{reader: r, index: index, languages: languages}
	if q.Root, err = f.apart(ctx, q.Root); err != nil {
		return nil, nil, err
	}
	if words, rest := wordsOf(q.Root); words == nil || len(rest) > 0 {
		if f.attributes, err = f.attributesFor(ctx, q.Root); err != nil {
			return nil, nil, err
		}
	}
	return f, q.Root, nil
}

// page is a part of a list; no limit leaves all behind offset.
func page(ids []notes.ID, offset, limit int) []notes.ID {
	offset = min(offset, len(ids))
	if limit <= 0 {
		return ids[offset:]
	}
	return ids[offset:min(len(ids), offset+limit)]
}

// byDay orders by date. What has none of its own stands at its making's, but for
// articles and events, which come last.
func (f *finding) byDay(found set, filter notes.SearchFilter) []notes.ID {
	a := f.attributes
	oldest := filter.Order == notes.Oldest
	order := dayOrder{before: func(i, j int) bool {
		if f.placed(i) != f.placed(j) {
			return f.placed(i)
		}
		if a.days[i] != a.days[j] {
			return a.days[i] > a.days[j] != oldest
		}
		return a.ids[i] > a.ids[j] != oldest
	}}
	limit := filter.Limit
	if limit <= 0 {
		limit = len(found)
	}
	// The last of those that are kept is on top, to be thrown out by a better one.
	most := filter.Offset + limit
	a.each(found, func(i int) {
		switch {
		case len(order.rows) < most:
			heap.Push(&order, i)
		case most > 0 && order.before(i, order.rows[0]):
			order.rows[0] = i
			heap.Fix(&order, 0)
		}
	})
	ids := make([]notes.ID, len(order.rows))
	for k := len(ids) - 1; k >= 0; k-- {
		ids[k] = a.ids[heap.Pop(&order).(int)]
	}
	return page(ids, filter.Offset, limit)
}

// dayOrder is a heap with the last row on top.
type dayOrder struct {
	rows   []int
	before func(i, j int) bool
}

func (d *dayOrder) Len() int           { return len(d.rows) }
func (d *dayOrder) Less(i, j int) bool { return d.before(d.rows[j], d.rows[i]) }
func (d *dayOrder) Swap(i, j int)      { d.rows[i], d.rows[j] = d.rows[j], d.rows[i] }
func (d *dayOrder) Push(row any)       { d.rows = append(d.rows, row.(int)) }
func (d *dayOrder) Pop() any {
	last := d.rows[len(d.rows)-1]
	d.rows = d.rows[:len(d.rows)-1]
	return last
}

// hits reads items in the given order.
func (r reader) hits(ctx context.Context, ids []notes.ID) ([]notes.Hit, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	return list(ctx, r.statements, func(scan func(...any) error) (hit notes.Hit, err error) {
		fields, done := itemFields(&hit.Item)
		err = scan(fields...)
		done()
		return hit, err
	}, `SELECT `+itemColumns+` FROM json_each(?) wanted JOIN items i ON i.id = wanted.value ORDER BY wanted.key`, numbers(ids))
}
