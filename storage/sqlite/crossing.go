package sqlite

import (
	"context"
	"math/bits"
)

const (
	// crossedShare is that of a word whose bands may be read once and compared here, if
	// the other is as common: FTS5 would go through both for every pair of bands.
	crossedShare = 0.05
	// fewRows are so few that FTS5 is asked for the pair: it looks these up in the other
	// band, which is not read whole.
	fewRows = 200
)

// crossing are the bands that were read, by what was asked for.
type crossing map[string]rowSet

// rowSet holds rows of the search table, a bit for each.
type rowSet struct {
	bits  []uint64
	count int
}

func rowSetOf(rows []int64) rowSet {
	s := rowSet{count: len(rows)}
	for _, row := range rows {
		for int(row/64) >= len(s.bits) {
			s.bits = append(s.bits, make([]uint64, len(s.bits)+1024)...)
		}
		s.bits[row/64] |= 1 << (row % 64)
	}
	return s
}

// cross gives the rows that are in two large bands, the newest first; false if either
// is not large, or it is not two bands that are asked for.
func (f *finding) cross(ctx context.Context, asked question, read crossing, take func(row int64) error) (bool, error) {
	if asked.bands == [2]string{} {
		return false, nil
	}
	few := func(band string) bool {
		known, ok := read[band]
		return ok && asked.plain && known.count <= fewRows
	}
	if few(asked.bands[0]) || few(asked.bands[1]) {
		return false, nil
	}
	for _, band := range asked.bands {
		if _, ok := read[band]; ok {
			continue
		}
		rows, err := f.rows(ctx, band)
		if err != nil {
			return false, err
		}
		if read[band] = rowSetOf(rows); few(band) {
			return false, nil
		}
	}
	one, two := read[asked.bands[0]].bits, read[asked.bands[1]].bits
	for i := min(len(one), len(two)) - 1; i >= 0; i-- {
		for both := one[i] & two[i]; both != 0; {
			bit := bits.Len64(both) - 1
			both &^= 1 << bit
			if err := take(int64(i)*64 + int64(bit)); err != nil {
				return true, err
			}
		}
	}
	return true, nil
}
