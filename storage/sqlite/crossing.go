package sqlite

import (
	"context"
	"math/bits"

	"cuttings/notes/query"
)

// crossedShare is that of a word whose bands are read once and compared here, if the
// other is as common: FTS5 would go through both for every pair of bands.
const crossedShare = 0.05

// rowSet holds rows of the search table, a bit for each.
type rowSet []uint64

func rowSetOf(rows []int64) rowSet {
	s := rowSet{}
	for _, row := range rows {
		for int(row/64) >= len(s) {
			s = append(s, make(rowSet, len(s)+1024)...)
		}
		s[row/64] |= 1 << (row % 64)
	}
	return s
}

// crossed returns the rows that have two common words, the best first and of equal
// ones the newest; none if it cannot tell more than a number of them.
func (f *finding) crossed(ctx context.Context, words query.Node, most int) ([]int64, error) {
	parts, unwanted, fields := f.parts(words)
	if len(parts) != 2 || len(unwanted)+len(fields) > 0 {
		return nil, nil
	}
	all, err := f.byRarity(ctx, parts)
	if err != nil || all[0].share < crossedShare || all[1].share < crossedShare {
		return nil, err
	}
	inOrder, err := f.bandPairs(ctx, all[0], all[1], false)
	if err != nil {
		return nil, err
	}
	var read [2][bands + 1]rowSet
	seen := map[int64]bool{}
	var rows []int64
	for _, pair := range inOrder {
		if pair.bands[0] == 0 || pair.bands[1] == 0 {
			break // all that have a word may be too many to read
		}
		for n, band := range pair.bands {
			if read[n][band] != nil {
				continue
			}
			asked, err := f.rows(ctx, f.banded(all[n].part, band))
			if err != nil {
				return nil, err
			}
			read[n][band] = rowSetOf(asked)
		}
		one, two := read[0][pair.bands[0]], read[1][pair.bands[1]]
		for i := min(len(one), len(two)) - 1; i >= 0; i-- {
			for both := one[i] & two[i]; both != 0; {
				bit := bits.Len64(both) - 1
				both &^= 1 << bit
				row := int64(i)*64 + int64(bit)
				if seen[row] {
					continue
				}
				seen[row] = true
				if rows = append(rows, row); len(rows) > most {
					return rows, nil
				}
			}
		}
	}
	return nil, nil
}
