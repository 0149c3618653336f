package postings

import (
	"encoding/binary"
	"errors"
	"slices"
)

// ErrDamaged says that a segment is not as it was written.
var ErrDamaged = errors.New("the search tables are damaged")

var errBroken = ErrDamaged

// block is a part of the list of a term: some rows that have it, in order.
//
// Of each row docs has the difference to the one before, of the first zero, and whether
// the term weighs one there; if not, the weight follows. Places has of each row how many
// bytes its places take, and these; it is empty for a mark.
type block struct {
	first, last  Row
	count        int
	docs, places []byte
}

// mostRows is how many rows a block has at most.
const mostRows = 2048

// append adds a row behind the last.
func (b *block) append(row Row, weight uint32, places []byte) {
	var delta uint64
	if b.count == 0 {
		b.first = row
	} else {
		delta = uint64(row - b.last)
	}
	if weight == 1 {
		b.docs = binary.AppendUvarint(b.docs, delta<<1|1)
	} else {
		b.docs = binary.AppendUvarint(b.docs, delta<<1)
		b.docs = binary.AppendUvarint(b.docs, uint64(weight))
	}
	if len(places) > 0 {
		b.places = binary.AppendUvarint(b.places, uint64(len(places)))
		b.places = append(b.places, places...)
	}
	b.last = row
	b.count++
}

// join adds a block that stands behind.
func (b *block) join(next block) error {
	if b.count == 0 {
		*b = block{next.first, next.last, next.count, append(b.docs, next.docs...), append(b.places, next.places...)}
		return nil
	}
	head, size := binary.Uvarint(next.docs)
	if size <= 0 || next.first <= b.last {
		return errBroken
	}
	b.docs = binary.AppendUvarint(b.docs, uint64(next.first-b.last)<<1|head&1)
	b.docs = append(b.docs, next.docs[size:]...)
	b.places = append(b.places, next.places...)
	b.last = next.last
	b.count += next.count
	return nil
}

// decode adds the rows and their weights.
func (b *block) decode(rows []Row, weights []float32) ([]Row, []float32, error) {
	rows, weights = slices.Grow(rows, b.count), slices.Grow(weights, b.count)
	row, docs := b.first, b.docs
	for at := 0; at < len(docs); {
		begun := at > 0
		value := uint64(docs[at])
		if value < 0x80 {
			at++
		} else {
			var size int
			if value, size = binary.Uvarint(docs[at:]); size <= 0 {
				return rows, weights, errBroken
			}
			at += size
		}
		if begun != (value > 1) || value>>1 > uint64(b.last-row) {
			return rows, weights, errBroken // rows come in order
		}
		row += Row(value >> 1)
		weight := float32(1)
		if value&1 == 0 {
			more, size := binary.Uvarint(docs[at:])
			if size <= 0 {
				return rows, weights, errBroken
			}
			weight = float32(more)
			at += size
		}
		rows, weights = append(rows, row), append(weights, weight)
	}
	if row != b.last {
		return rows, weights, errBroken
	}
	return rows, weights, nil
}

// eachPlaced calls do with every row, its weight and its places as they are written.
func (b *block) eachPlaced(do func(row Row, weight uint32, places []byte)) error {
	rows, weights, err := b.decode(nil, nil)
	if err != nil {
		return err
	}
	rest := b.places
	for i, row := range rows {
		if len(b.places) == 0 {
			do(row, uint32(weights[i]), nil)
			continue
		}
		length, size := binary.Uvarint(rest)
		if size <= 0 || length > uint64(len(rest)-size) {
			return errBroken
		}
		do(row, uint32(weights[i]), rest[size:size+int(length)])
		rest = rest[size+int(length):]
	}
	return nil
}
