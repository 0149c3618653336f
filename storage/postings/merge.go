package postings

import (
	"context"
	"strings"
)

// Merging makes one segment of neighbours, a little at a time.
type Merging struct {
	from     Source
	segments []*Segment
	gone     func(Row) bool
	touched  []bool // some rows of the segment are gone
	inputs   []*cursor
	writer   segmentWriter
	rows     rowsWriter
}

// NewMerging begins to merge segments, which are neighbours in the order of their rows,
// without those rows that are gone. What is written is handed to emit.
func NewMerging(segments []*Segment, gone func(Row) bool, from Source, emit func(Chunk) error) *Merging {
	m := &Merging{from: from, segments: segments, gone: gone, touched: make([]bool, len(segments))}
	for i, s := range segments {
		for _, r := range s.rows {
			if gone(r.row) {
				m.touched[i] = true
			} else {
				m.rows.add(r.row, r.item, r.length)
			}
		}
		m.inputs = append(m.inputs, &cursor{s: s})
	}
	m.writer = segmentWriter{emit: emit, base: m.rows.first()}
	return m
}

// Empty reports whether all rows are gone: there is nothing to write.
func (m *Merging) Empty() bool { return len(m.rows.rows) == 0 }

// Some writes terms until so many bytes are written. It returns whether there are more.
func (m *Merging) Some(ctx context.Context, bytes int) (more bool, err error) {
	for until := m.writer.bytes + bytes; m.writer.bytes < until; {
		text, any, err := m.least(ctx)
		if err != nil || !any {
			return false, err
		}
		if err := m.term(ctx, text); err != nil {
			return false, err
		}
	}
	return true, nil
}

// Finish returns what was written.
func (m *Merging) Finish() (Written, error) { return m.writer.finish(&m.rows) }

// least is the next term.
func (m *Merging) least(ctx context.Context) (text string, any bool, err error) {
	for _, c := range m.inputs {
		if err := c.fill(ctx, m.from); err != nil {
			return "", false, err
		}
		if len(c.ready) > 0 && (!any || strings.Compare(c.ready[0].text, text) < 0) {
			text, any = c.ready[0].text, true
		}
	}
	return text, any, nil
}

// term joins the lists of a term.
func (m *Merging) term(ctx context.Context, text string) error {
	var list []block
	for i, c := range m.inputs {
		if len(c.ready) == 0 || c.ready[0].text != text {
			continue
		}
		e := c.ready[0]
		c.ready = c.ready[1:]
		all := func(*block) bool { return true }
		err := c.s.placed(ctx, m.from, e, all, func(b *block) error {
			if m.touched[i] {
				kept, err := m.kept(b)
				if err != nil || kept.count == 0 {
					return err
				}
				b = &kept
			}
			if last := len(list) - 1; last >= 0 && list[last].count+b.count <= mostRows {
				return list[last].join(*b)
			}
			list = append(list, *b)
			return nil
		})
		if err != nil {
			return err
		}
	}
	if len(list) == 0 {
		return nil
	}
	return m.writer.add(text, list)
}

// kept is a block without the rows that are gone.
func (m *Merging) kept(b *block) (kept block, err error) {
	err = b.eachPlaced(func(row Row, weight uint32, places []byte) {
		if !m.gone(row) {
			kept.append(row, weight, places)
		}
	})
	return kept, err
}

// cursor goes through the dictionary of a segment.
type cursor struct {
	s     *Segment
	next  int // chunk of the dictionary, by its place in starts
	ready []*entry
}

func (c *cursor) fill(ctx context.Context, from Source) error {
	for len(c.ready) == 0 && c.next < len(c.s.starts) {
		number := c.s.starts[c.next].number
		c.next++
		chunk, err := c.s.chunk(ctx, from, number)
		if err == nil {
			err = entries(c.s.First, chunk, func(e *entry) bool {
				c.ready = append(c.ready, e)
				return true
			})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
