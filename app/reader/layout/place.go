package layout

import (
	"sort"
	"unicode/utf8"

	"cuttings/notes/text"
)

// Spot is a row on the page.
type Spot struct {
	Section int
	Row     int
}

// SectionAt returns the number of the section that holds offset, or of the
// last one that begins before it; -1 if the text has no blocks.
func (f *Flow) SectionAt(offset int) int {
	body := f.sections[1:]
	if len(body) == 0 {
		return -1
	}
	i := sort.Search(len(body), func(i int) bool { return body[i].Start > offset })
	return max(i, 1)
}

// SpotAt returns the row in which offset stands; false if the text has no
// blocks. An offset between two blocks stands at the end of the first, one
// where a row was broken at the start of the second row.
func (f *Flow) SpotAt(offset int) (Spot, bool) {
	i := f.SectionAt(offset)
	if i < 0 {
		return Spot{}, false
	}
	rows := f.Section(i).Rows
	row := sort.Search(len(rows), func(j int) bool { return rows[j].Start > offset })
	return Spot{i, max(row-1, 0)}, true
}

// Row returns the row at s.
func (f *Flow) Row(s Spot) *Row { return &f.Section(s.Section).Rows[s.Row] }

// X returns where offset, clamped to row, stands on the column.
func (f *Flow) X(row *Row, offset int) float32 {
	if row.Mixed && len(row.Runs) > 0 {
		return f.mixedX(row, offset)
	}
	x := row.X
	for i := range row.Runs {
		run := &row.Runs[i]
		if offset < run.Start || (offset == run.Start && i > 0 && row.Runs[i-1].End == run.Start) {
			return x
		}
		if offset < run.End {
			return run.X + f.prefix(run, offset)
		}
		x = run.X + run.Width
	}
	return x
}

// prefix returns the width of the words of run before offset.
func (f *Flow) prefix(run *Run, offset int) float32 {
	n := min(max(offset-run.Start, 0), len(run.Words))
	for n > 0 && n < len(run.Words) && !utf8.RuneStart(run.Words[n]) {
		n--
	}
	switch n {
	case 0:
		return 0
	case len(run.Words):
		return run.Width
	}
	return f.measure.Width(run.Words[:n], run.Face, run.Size)
}

// Cover returns from where to where the words of r reach in row, from left to
// right: one reach, or several where some of the row runs to the left; none if
// no word of r is drawn there.
func (f *Flow) Cover(row *Row, r text.Range) []Reach {
	start, end := max(r.Start, row.Start), min(r.End, row.Drawn)
	if start >= end {
		return nil
	}
	if row.Mixed {
		return f.mixedCover(row, start, end)
	}
	from, to := f.X(row, start), f.X(row, end)
	for i := range row.Runs { // behind a gap, words begin where their run does
		if row.Runs[i].Start == start {
			from = row.Runs[i].X
		}
	}
	if to <= from {
		return nil
	}
	return []Reach{{from, to}}
}

// Offset returns the offset in row between the two graphemes that x lies
// nearest to.
func (f *Flow) Offset(row *Row, x float32) int {
	if len(row.Runs) == 0 {
		return row.Start
	}
	if row.Mixed {
		return f.mixedOffset(row, x)
	}
	for i := range row.Runs {
		run := &row.Runs[i]
		if x >= run.X+run.Width && i < len(row.Runs)-1 {
			continue
		}
		if x <= run.X {
			return run.Start
		}
		if x < run.X+run.Width {
			return f.within(run, x-run.X)
		}
	}
	return row.Drawn
}

// within returns the offset in run that is nearest to x, which counts from
// the run's start.
func (f *Flow) within(run *Run, x float32) int {
	stops := []int{run.Start}
	for at := run.Start; at < run.End; {
		at = f.text.NextGrapheme(at)
		stops = append(stops, min(at, run.End))
	}
	// The last stop whose words end at or before x, then the nearer of it and
	// the next.
	i := sort.Search(len(stops), func(i int) bool { return f.prefix(run, stops[i]) > x })
	if i == len(stops) {
		return run.End
	}
	if i == 0 {
		return run.Start
	}
	before, after := f.prefix(run, stops[i-1]), f.prefix(run, stops[i])
	if x-before < after-x {
		return stops[i-1]
	}
	return stops[i]
}

// RowAt returns the row of section i that is nearest to a point: its lines
// first, then the cell beside it. It returns -1 if the section has no rows.
func (f *Flow) RowAt(i int, x, y float32) int {
	nearest, best := -1, [2]float32{}
	rows := f.Section(i).Rows
	for j := range rows {
		row := &rows[j]
		away := [2]float32{outside(y, row.Y, row.Y+row.Height), outside(x, row.X, row.X+row.Width)}
		if nearest < 0 || away[0] < best[0] || away[0] == best[0] && away[1] < best[1] {
			nearest, best = j, away
		}
	}
	return nearest
}

// outside returns how far v lies outside from and to.
func outside(v, from, to float32) float32 {
	switch {
	case v < from:
		return from - v
	case v >= to:
		return v - to + 0.001 // the row that begins here is nearer
	}
	return 0
}

// RunAt returns the run of row under x, or nil.
func RunAt(row *Row, x float32) *Run {
	for i := range row.Runs {
		if run := &row.Runs[i]; x >= run.X && x < run.X+run.Width {
			return run
		}
	}
	return nil
}

// Beside returns the row above or below that of s, and of several side by
// side the one nearest to x; false at the ends of the text.
func (f *Flow) Beside(s Spot, x float32, below bool) (Spot, bool) {
	step := -1
	if below {
		step = 1
	}
	row := f.Row(s)
	middle := row.Y + row.Height/2
	for i := s.Section; i > 0 && i < f.Len(); i += step {
		if j := nearestBeyond(f.Section(i).Rows, middle, x, below); j >= 0 {
			return Spot{i, j}, true
		}
		middle = -1
		if !below {
			middle = 1e9
		}
	}
	return Spot{}, false
}

// nearestBeyond returns the first row that begins below y, or the last that
// ends above it; -1 if there is none.
func nearestBeyond(rows []Row, y, x float32, below bool) int {
	nearest, best := -1, [2]float32{}
	for j := range rows {
		away := rows[j].Y - y
		if !below {
			away = y - rows[j].Y - rows[j].Height
		}
		if away < 0 || rows[j].Height == 0 {
			continue
		}
		score := [2]float32{away, outside(x, rows[j].X, rows[j].X+rows[j].Width)}
		if nearest < 0 || score[0] < best[0] || score[0] == best[0] && score[1] < best[1] {
			nearest, best = j, score
		}
	}
	return nearest
}
