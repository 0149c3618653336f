package timeline

// rows are the rows while events are put into them in order of time.
type rows struct {
	ends    []float64 // up to where each is taken
	longs   []bool    // whether it is a long bar that takes it
	wished  []bool    // whether one of the next events wishes for it
	kept    placed    // what has its row already, though its turn comes later
	keptRow int       // -1: nothing is kept
}

// refuses reports whether there is no row for what begins now.
//
// Long bars are given half of the rows at most: a few of them, for a war or a
// term of office, would else hide all that happened meanwhile.
func (r *rows) refuses(at placed, long bool) bool {
	if !long || r.keptRow >= 0 && at.event == r.kept.event {
		return false
	}
	count := 0
	for row, taken := range r.longs {
		if taken && r.ends[row] > at.from {
			count++
		}
	}
	return count >= (len(r.ends)+1)/2
}

// isFree reports whether what begins now has room in a row.
func (r *rows) isFree(row int, at placed) bool {
	if row == r.keptRow && at.from < r.kept.to+Gap && r.kept.from < at.to+Gap {
		return false
	}
	return r.ends[row]+Gap <= at.from
}

// anyFree reports whether what begins now has room in any row.
func (r *rows) anyFree(at placed) bool {
	for row := range r.ends {
		if r.isFree(row, at) {
			return true
		}
	}
	return false
}

// takeOther takes the first free row from the one wished for, counted round,
// for which none of the next events wishes; else the first that is free. It
// returns -1 if none is.
func (r *rows) takeOther(at placed, wish int, long bool) int {
	for _, mindful := range []bool{true, false} {
		for i := range r.ends {
			row := (wish + i) % len(r.ends)
			if r.isFree(row, at) && !(mindful && r.wished[row]) {
				return r.put(row, at, long)
			}
		}
	}
	return -1
}

func (r *rows) put(row int, at placed, long bool) int {
	r.ends[row], r.longs[row] = at.to, long
	return row
}
