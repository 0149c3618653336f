package postings

import (
	"context"
	"encoding/binary"
	"hash/maphash"
)

// digestOf sums up one term in a document.
func digestOf(seed maphash.Seed, text string, weight uint32, places []byte) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	_, _ = h.WriteString(text) // it never fails
	var number [4]byte
	binary.LittleEndian.PutUint32(number[:], weight)
	_, _ = h.Write(number[:])
	_, _ = h.Write(places)
	return h.Sum64()
}

// Digest sums up all that is indexed of a document.
func (d *Document) Digest(seed maphash.Seed) (sum uint64) {
	for _, t := range d.terms {
		sum += digestOf(seed, t.text, t.weight, t.places)
	}
	return sum
}

// Digests sums up what the index has of each row, by going through all of its lists: it is
// what Digest makes of the document. It returns ErrDamaged if a list is not as it was
// written.
func (x *Index) Digests(ctx context.Context, seed maphash.Seed) ([]uint64, error) {
	sums := make([]uint64, len(x.items))
	for _, s := range x.Segments {
		broken := false
		every := func(*block) bool { return true }
		err := s.each(ctx, x.from, "", func(e *entry) error {
			count := 0
			err := s.placed(ctx, x.from, e, every, func(b *block) error {
				return b.eachPlaced(func(row Row, weight uint32, places []byte) {
					if row < s.First || row > s.Last {
						broken = true
						return
					}
					count++
					sums[row] += digestOf(seed, e.text, weight, places)
				})
			})
			broken = broken || count != e.count
			return err
		})
		if err != nil {
			return nil, err
		}
		if broken {
			return nil, ErrDamaged
		}
	}
	return sums, nil
}
