package postings

import (
	"cmp"
	"context"
	"encoding/binary"
	"slices"
	"strings"
)

// Source hands out the chunks of segments.
type Source interface {
	// Chunks calls do with each chunk of a segment whose number is from first to last,
	// in order. It does not keep data.
	Chunks(ctx context.Context, segment int64, first, last int, do func(data []byte) error) error
}

// Segment is what is known of a segment without its chunks. It is not changed.
type Segment struct {
	ID          int64
	First, Last Row
	rows        []rowOf
	starts      []start
}

// lastRow is the greatest row that there can be: an index takes some bytes for each below
// its last.
const lastRow = 1 << 26

// ReadSegment reads the head of a segment.
func ReadSegment(id int64, head []byte) (*Segment, error) {
	d := decoder{rest: head}
	s := &Segment{ID: id}
	count := d.number()
	if count > len(d.rest) { // each takes three bytes
		return nil, ErrDamaged
	}
	s.rows = make([]rowOf, count)
	var before rowOf
	for i := range s.rows {
		before.row += Row(d.number())
		before.item += d.signed()
		before.length = d.number()
		s.rows[i] = before
	}
	if count = d.number(); count > len(d.rest) {
		return nil, ErrDamaged
	}
	s.starts = make([]start, count)
	number := 0
	for i := range s.starts {
		number += d.number()
		s.starts[i] = start{string(d.bytes(d.number())), number}
	}
	if d.broken || len(d.rest) > 0 || len(s.rows) == 0 ||
		!slices.IsSortedFunc(s.rows, func(a, b rowOf) int { return int(int64(a.row) - int64(b.row)) }) {
		return nil, ErrDamaged
	}
	s.First, s.Last = s.rows[0].row, s.rows[len(s.rows)-1].row
	if s.Last > lastRow {
		return nil, ErrDamaged
	}
	return s, nil
}

// decoder reads numbers. Once it is broken it reads zeros.
type decoder struct {
	rest   []byte
	broken bool
}

func (d *decoder) fail() { d.rest, d.broken = nil, true }

func (d *decoder) number() int {
	value, size := binary.Uvarint(d.rest)
	if size <= 0 || value > 1<<40 {
		d.fail()
		return 0
	}
	d.rest = d.rest[size:]
	return int(value)
}

func (d *decoder) signed() int64 {
	value, size := binary.Varint(d.rest)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.rest = d.rest[size:]
	return value
}

func (d *decoder) bytes(count int) []byte {
	if count > len(d.rest) {
		d.fail()
		return nil
	}
	b := d.rest[:count:count] // so that who appends to it copies it
	d.rest = d.rest[count:]
	return b
}

// entry is what the dictionary of a segment has of a term.
type entry struct {
	text   string
	count  int     // rows
	inline block   // if it is short
	blocks []block // without their bytes, if it is not
	first  int     // number of the first chunk of these
	placed bool
}

// entries calls do with the entries of a chunk of the dictionary, in order, until it
// returns false.
func entries(base Row, chunk []byte, do func(e *entry) (more bool)) error {
	d := decoder{rest: chunk}
	var text []byte
	for len(d.rest) > 0 {
		shared := d.number()
		suffix := d.bytes(d.number())
		if shared > len(text) {
			return ErrDamaged
		}
		text = append(text[:shared], suffix...)
		e := entry{text: string(text)}
		blocks := d.number()
		if blocks == 0 {
			e.inline.first = base + Row(d.number())
			e.inline.last = e.inline.first + Row(d.number())
			e.inline.count = d.number()
			docs, places := d.number(), d.number()
			e.inline.docs, e.inline.places = d.bytes(docs), d.bytes(places)
			e.count, e.placed = e.inline.count, len(e.inline.places) > 0
			d.broken = d.broken || e.count > mostRows
		} else if err := e.readBlocks(&d, base, blocks); err != nil {
			return err
		}
		if d.broken {
			return ErrDamaged
		}
		if !do(&e) {
			return nil
		}
	}
	return nil
}

func (e *entry) readBlocks(d *decoder, base Row, count int) error {
	e.first = d.number()
	placed := d.bytes(1)
	if count > len(d.rest) || len(placed) == 0 {
		return ErrDamaged
	}
	e.placed = placed[0] == 1
	before := base
	for range count {
		var b block
		b.first = before + Row(d.number())
		b.last = b.first + Row(d.number())
		b.count = d.number()
		d.broken = d.broken || b.count > mostRows
		e.count += b.count
		before = b.last
		e.blocks = append(e.blocks, b)
	}
	return nil
}

// find returns the entry of a term; nil if there is none. What it has of bytes stays.
func (s *Segment) find(ctx context.Context, from Source, text string) (found *entry, err error) {
	at, exact := slices.BinarySearchFunc(s.starts, text, func(s start, text string) int { return strings.Compare(s.text, text) })
	if !exact {
		if at--; at < 0 {
			return nil, nil
		}
	}
	err = from.Chunks(ctx, s.ID, s.starts[at].number, s.starts[at].number, func(chunk []byte) error {
		return entries(s.First, chunk, func(e *entry) bool {
			if e.text == text {
				e.inline.docs, e.inline.places = slices.Clone(e.inline.docs), slices.Clone(e.inline.places)
				found = e
			}
			return e.text < text
		})
	})
	return found, err
}

// each calls do with the entries whose terms begin with some letters, in order. It does
// not read while it does, so that do may.
func (s *Segment) each(ctx context.Context, from Source, prefix string, do func(e *entry) error) error {
	at, exact := slices.BinarySearchFunc(s.starts, prefix, func(s start, text string) int { return strings.Compare(s.text, text) })
	if !exact && at > 0 {
		at--
	}
	for ; at < len(s.starts); at++ {
		if s.starts[at].text > prefix && !strings.HasPrefix(s.starts[at].text, prefix) {
			return nil
		}
		chunk, err := s.chunk(ctx, from, s.starts[at].number)
		if err != nil {
			return err
		}
		var failed error
		err = entries(s.First, chunk, func(e *entry) bool {
			if strings.HasPrefix(e.text, prefix) {
				failed = do(e)
				return failed == nil
			}
			return e.text < prefix
		})
		if err := cmp.Or(failed, err); err != nil {
			return err
		}
	}
	return nil
}

// chunk reads one chunk, to be kept.
func (s *Segment) chunk(ctx context.Context, from Source, number int) (chunk []byte, err error) {
	err = from.Chunks(ctx, s.ID, number, number, func(data []byte) error {
		chunk = slices.Clone(data)
		return nil
	})
	return chunk, err
}

// docs calls do with the blocks of an entry, without their places. Do reads nothing.
func (s *Segment) docs(ctx context.Context, from Source, e *entry, do func(b *block) error) error {
	if len(e.blocks) == 0 {
		return do(&e.inline)
	}
	at := 0
	return from.Chunks(ctx, s.ID, e.first, e.first+len(e.blocks)-1, func(data []byte) error {
		if at == len(e.blocks) {
			return ErrDamaged
		}
		b := e.blocks[at]
		b.docs = data
		at++
		return do(&b)
	})
}

// placed calls do with those blocks of an entry, with their places, that wanted wants.
func (s *Segment) placed(ctx context.Context, from Source, e *entry, wanted func(b *block) bool, do func(b *block) error) error {
	if len(e.blocks) == 0 {
		if !wanted(&e.inline) {
			return nil
		}
		return do(&e.inline)
	}
	for i := range e.blocks {
		b := e.blocks[i]
		if !wanted(&b) {
			continue
		}
		var err error
		if b.docs, err = s.chunk(ctx, from, e.first+i); err != nil {
			return err
		}
		if e.placed {
			if b.places, err = s.chunk(ctx, from, e.first+len(e.blocks)+i); err != nil {
				return err
			}
		}
		if err := do(&b); err != nil {
			return err
		}
	}
	return nil
}
