package sqlite

import "context"

const (
	// crossedShare is that of a word whose bands may be read once and compared here, if
	// the other is as common: FTS5 would go through both for every pair of bands.
	crossedShare = 0.05
	// fewRows are so few that FTS5 is asked for the pair: it looks these up in the other
	// band, which is not read whole.
	fewRows = 200
)

// crossing are the bands that were read, by what was asked for.
type crossing map[string]rowsRead

// rowsRead are rows of the search table.
type rowsRead struct {
	rows  bitset
	count int
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
		known := rowsRead{count: len(rows)}
		for _, row := range rows {
			known.rows.add(int(row))
		}
		if read[band] = known; few(band) {
			return false, nil
		}
	}
	one, two := read[asked.bands[0]].rows, read[asked.bands[1]].rows
	return true, one.eachBoth(two, func(row int) error { return take(int64(row)) })
}
