package postings

import (
	"encoding/binary"
	"maps"
	"slices"
	"sync"
)

const (
	// chunkSize is how large a chunk of the dictionary grows, in bytes.
	chunkSize = 16 << 10
	// mostInline is how large a list is that stands in the dictionary itself.
	mostInline = 4 << 10
)

// Chunk is a part of a segment that is read as a whole.
type Chunk struct {
	Number int
	Data   []byte
}

// Written is a segment as it is kept.
type Written struct {
	First, Last Row
	Head        []byte // what is read first: see ReadSegment
	Bytes       int    // of all chunks
}

// Builder gathers documents for a segment, in the order of their rows.
type Builder struct {
	documents []*Document
	rows      rowsWriter
}

// Rows is how many documents there are.
func (b *Builder) Rows() int { return len(b.documents) }

// Add takes a document, which is done, and whose it is.
func (b *Builder) Add(row Row, item int64, d *Document) {
	b.rows.add(row, item, d.length)
	b.documents = append(b.documents, d)
}

// Write hands out the chunks of the segment.
func (b *Builder) Write(emit func(Chunk) error) (Written, error) {
	shares := make([]share, len(shareEnds))
	var wait sync.WaitGroup
	for i := range shares {
		wait.Go(func() {
			before := ""
			if i > 0 {
				before = shareEnds[i-1]
			}
			shares[i] = b.share(before, shareEnds[i])
		})
	}
	wait.Wait()
	w := segmentWriter{emit: emit, base: b.rows.first()}
	for _, s := range shares {
		for _, text := range s.texts {
			if err := w.add(text, *s.lists[text]); err != nil {
				return Written{}, err
			}
		}
	}
	return w.finish(&b.rows)
}

// share is what one goroutine makes of a segment: the terms from one to another.
type share struct {
	texts []string // in order
	lists map[string]*[]block
}

// shareEnds are where the shares end. About as much of what Latin letters write is in
// each of the first three as there are marks and words of other scripts.
var shareEnds = []string{"g", "q", "\x80", "\xff"}

func (b *Builder) share(from, to string) share {
	s := share{lists: map[string]*[]block{}}
	for i, d := range b.documents {
		row := b.rows.rows[i].row
		for _, t := range d.terms {
			if t.text < from || t.text >= to {
				continue
			}
			list := s.lists[t.text]
			if list == nil {
				list = &[]block{}
				s.lists[t.text] = list
			}
			last := len(*list) - 1
			if last < 0 || (*list)[last].count == mostRows {
				*list = append(*list, block{})
				last++
			}
			(*list)[last].append(row, t.weight, t.places)
		}
	}
	s.texts = slices.Sorted(maps.Keys(s.lists))
	return s
}

// segmentWriter writes a segment whose terms come in order.
type segmentWriter struct {
	emit   func(Chunk) error
	base   Row // the first row of the segment
	next   int // number of the next chunk
	bytes  int
	chunk  []byte // of the dictionary, not full yet
	before string // the last term in it
	starts []start
	opened string // the first term in it
}

// start is the first term of a chunk of the dictionary.
type start struct {
	text   string
	number int
}

func (w *segmentWriter) write(data []byte) (number int, err error) {
	number = w.next
	w.next++
	w.bytes += len(data)
	return number, w.emit(Chunk{number, data})
}

// add writes the list of a term: into the dictionary if it is short, or into chunks of
// its own, which the dictionary names.
func (w *segmentWriter) add(text string, list []block) error {
	size := 0
	for _, b := range list {
		size += len(b.docs) + len(b.places)
	}
	if len(w.chunk) == 0 {
		w.opened, w.before = text, ""
	}
	shared := 0
	for shared < min(len(text), len(w.before)) && text[shared] == w.before[shared] {
		shared++
	}
	w.chunk = binary.AppendUvarint(w.chunk, uint64(shared))
	w.chunk = binary.AppendUvarint(w.chunk, uint64(len(text)-shared))
	w.chunk = append(w.chunk, text[shared:]...)
	w.before = text
	if len(list) == 1 && size <= mostInline {
		w.inline(list[0])
	} else if err := w.outside(list); err != nil {
		return err
	}
	if len(w.chunk) >= chunkSize {
		return w.flush()
	}
	return nil
}

func (w *segmentWriter) inline(b block) {
	w.chunk = append(w.chunk, 0)
	for _, n := range [...]int{int(b.first - w.base), int(b.last - b.first), b.count, len(b.docs), len(b.places)} {
		w.chunk = binary.AppendUvarint(w.chunk, uint64(n))
	}
	w.chunk = append(append(w.chunk, b.docs...), b.places...)
}

func (w *segmentWriter) outside(list []block) error {
	w.chunk = binary.AppendUvarint(w.chunk, uint64(len(list)))
	w.chunk = binary.AppendUvarint(w.chunk, uint64(w.next))
	placed := byte(0)
	if len(list[0].places) > 0 {
		placed = 1
	}
	w.chunk = append(w.chunk, placed)
	before := w.base
	for _, b := range list {
		for _, n := range [...]int{int(b.first - before), int(b.last - b.first), b.count} {
			w.chunk = binary.AppendUvarint(w.chunk, uint64(n))
		}
		before = b.last
	}
	for _, b := range list {
		if _, err := w.write(b.docs); err != nil {
			return err
		}
	}
	for _, b := range list {
		if placed == 0 {
			break
		}
		if _, err := w.write(b.places); err != nil {
			return err
		}
	}
	return nil
}

func (w *segmentWriter) flush() error {
	if len(w.chunk) == 0 {
		return nil
	}
	number, err := w.write(w.chunk)
	w.starts = append(w.starts, start{w.opened, number})
	w.chunk = nil
	return err
}

func (w *segmentWriter) finish(rows *rowsWriter) (Written, error) {
	if err := w.flush(); err != nil {
		return Written{}, err
	}
	head := rows.write(nil)
	head = binary.AppendUvarint(head, uint64(len(w.starts)))
	before := 0
	for _, s := range w.starts {
		head = binary.AppendUvarint(head, uint64(s.number-before))
		head = binary.AppendUvarint(head, uint64(len(s.text)))
		head = append(head, s.text...)
		before = s.number
	}
	return Written{First: rows.first(), Last: rows.last(), Head: head, Bytes: w.bytes}, nil
}

// rowsWriter gathers which rows a segment has, in order.
type rowsWriter struct{ rows []rowOf }

// rowOf is a row, whose it is and how many words it has.
type rowOf struct {
	row    Row
	item   int64
	length int
}

func (r *rowsWriter) add(row Row, item int64, length int) {
	r.rows = append(r.rows, rowOf{row, item, length})
}

func (r *rowsWriter) first() Row {
	if len(r.rows) == 0 {
		return 0
	}
	return r.rows[0].row
}

func (r *rowsWriter) last() Row {
	if len(r.rows) == 0 {
		return 0
	}
	return r.rows[len(r.rows)-1].row
}

func (r *rowsWriter) write(to []byte) []byte {
	to = binary.AppendUvarint(to, uint64(len(r.rows)))
	var before rowOf
	for _, row := range r.rows {
		to = binary.AppendUvarint(to, uint64(row.row-before.row))
		to = binary.AppendVarint(to, row.item-before.item)
		to = binary.AppendUvarint(to, uint64(row.length))
		before = row
	}
	return to
}
