package edtf

import "math"

// Truth answers a question about dates that do not say everything.
type Truth uint8

const (
	Impossible Truth = iota // no day that the dates can mean makes it so
	Possible                // some make it so
	Certain                 // all make it so
)

// NoStart and NoEnd stand for no bound where a span of days is asked for.
const (
	NoStart Day = math.MinInt64
	NoEnd   Day = math.MaxInt64
)

// Precedes reports whether what d dates was over before what other dates
// began, by days: two things of the same day do not precede one another,
// whatever their times of day. d and other are dates of two things, even if
// they are written alike.
//
// This and the other relations read a date thus:
//   - A single date, and the date of a set in square brackets that is the true
//     one: some day within it, or some days.
//   - An interval with two ends: from some day within the first to some day
//     within the second. An unknown end is anywhere, as far as the other end
//     allows.
//   - An interval with an open end: some day or days on this side of the end
//     that is known, which belongs to it: until 1938 is until some day of 1938.
//   - A set in braces: some day or days within each of its dates.
//
// The marks for doubt and approximation move no day, as nobody said by how
// much, but of a date that has one nothing is Certain, only Possible. What the
// days as written rule out stays Impossible. So does everything of no date.
func (d Date) Precedes(other Date) Truth {
	if d.form == none || other.form == none {
		return Impossible
	}
	end, start := d.lastDay(), other.firstDay()
	switch {
	case end.last < start.first && !d.marked() && !other.marked():
		return Certain
	case end.first < start.last:
		return Possible
	}
	return Impossible
}

// Overlaps reports whether what d dates has a day from first to last, both
// included. See Precedes for how a date is read. A span that ends before it
// begins has no day.
func (d Date) Overlaps(first, last Day) Truth {
	asked := days{first, last}
	if d.form == none || first > last {
		return Impossible
	}
	if d.form != allOf {
		return d.doubted(oneHolds(d.extents(), asked, extent.overlaps))
	}
	// One of the dates is enough, so that the best answer counts.
	best := Impossible
	for _, m := range d.membersOf() {
		if m.run {
			best = max(best, m.overlaps(asked))
		} else {
			best = max(best, within(m.from.point).overlaps(asked))
		}
	}
	return d.doubted(best)
}

// Within reports whether all days of what d dates are from first to last, both
// included. See Precedes for how a date is read. A span that ends before it
// begins has no day.
func (d Date) Within(first, last Day) Truth {
	asked := days{first, last}
	if d.form == none || first > last {
		return Impossible
	}
	if d.form != allOf {
		return d.doubted(oneHolds(d.extents(), asked, extent.within))
	}
	// Every date has to be within, so that the worst answer counts.
	worst := Certain
	for _, e := range d.extents() {
		worst = min(worst, e.within(asked))
	}
	return d.doubted(worst)
}

// oneHolds asks of a date that is one of extents, nobody knows which.
func oneHolds(extents []extent, asked days, question func(extent, days) Truth) Truth {
	worst, best := Certain, Impossible
	for _, e := range extents {
		answer := question(e, asked)
		worst, best = min(worst, answer), max(best, answer)
	}
	if worst == Certain {
		return Certain
	}
	return min(best, Possible)
}

func (d Date) marked() bool { return d.Uncertain() || d.Approximate() }

// doubted lowers an answer about d if d is marked.
func (d Date) doubted(answer Truth) Truth {
	if d.marked() {
		return min(answer, Possible)
	}
	return answer
}

// days are those from first to last.
type days struct{ first, last Day }

// extent says when something can have begun and when it can have ended. Each
// day of starts goes with some day of ends that is not before it, and the
// other way round.
type extent struct{ starts, ends days }

// within is the extent of something of a day or some days of p.
func within(p point) extent {
	all := days{p.earliest(), p.latest()}
	return extent{all, all}
}

// extents returns those of which one is that of d or, of a set in braces,
// those that d has at the same time. Of dates counted from one to another in
// braces these are the first and the last, which have all others between them.
func (d Date) extents() []extent {
	switch d.form {
	case single:
		return []extent{within(d.start.point)}
	case interval:
		return []extent{d.lasting()}
	}
	var extents []extent
	for _, m := range d.membersOf() {
		switch {
		case !m.run:
			extents = append(extents, within(m.from.point))
		case d.form == oneOf:
			extents = append(extents, extent{m.days(), m.days()})
		default:
			extents = append(extents, m.from.orOpen(NoStart), m.to.orOpen(NoEnd))
		}
	}
	return extents
}

// orOpen is the extent of an end of dates counted on, or of a day beyond all
// others if it is open.
func (e end) orOpen(beyond Day) extent {
	if e.bound == given {
		return within(e.point)
	}
	return extent{days{beyond, beyond}, days{beyond, beyond}}
}

// lasting is the extent of an interval.
func (d Date) lasting() extent {
	from, to := days{NoStart, NoEnd}, days{NoStart, NoEnd}
	if d.start.bound == given {
		from = days{d.start.point.earliest(), d.start.point.latest()}
	}
	if d.close.bound == given {
		to = days{d.close.point.earliest(), d.close.point.latest()}
	}
	if d.start.bound == open {
		to.first = NoStart
	}
	if d.close.bound == open {
		from.last = NoEnd
	}
	from.last, to.first = min(from.last, to.last), max(to.first, from.first)
	return extent{from, to}
}

func (e extent) overlaps(asked days) Truth {
	switch {
	case e.starts.last <= asked.last && e.ends.first >= asked.first:
		return Certain
	case e.starts.first <= asked.last && e.ends.last >= asked.first:
		return Possible
	}
	return Impossible
}

func (e extent) within(asked days) Truth {
	if e.starts.first >= asked.first && e.ends.last <= asked.last {
		return Certain
	}
	// The shortest there can be inside: begun late, over early.
	start, end := max(e.starts.first, asked.first), min(e.ends.last, asked.last)
	if start <= min(e.starts.last, end) && end >= e.ends.first {
		return Possible
	}
	return Impossible
}

// firstDay is when what d dates can have begun.
func (d Date) firstDay() days {
	all := d.extents()
	first := all[0].starts
	for _, e := range all[1:] {
		first.first = min(first.first, e.starts.first)
		if d.form == allOf {
			first.last = min(first.last, e.starts.last)
		} else {
			first.last = max(first.last, e.starts.last)
		}
	}
	return first
}

// lastDay is when what d dates can have ended.
func (d Date) lastDay() days {
	all := d.extents()
	last := all[0].ends
	for _, e := range all[1:] {
		last.last = max(last.last, e.ends.last)
		if d.form == allOf {
			last.first = max(last.first, e.ends.first)
		} else {
			last.first = min(last.first, e.ends.first)
		}
	}
	return last
}

// days are all that a member can mean.
func (m member) days() days {
	all := days{NoStart, NoEnd}
	if m.from.bound == given {
		all.first = m.from.point.earliest()
	}
	if m.to.bound == given {
		all.last = m.to.point.latest()
	}
	return all
}

// overlaps answers for something that was on a day of every year (or month, or
// day) from one to another: certain if one of these is in what is asked for as
// a whole.
func (m member) overlaps(asked days) Truth {
	all := m.days()
	shared := days{max(all.first, asked.first), min(all.last, asked.last)}
	unit := m.from.point.precision()
	if m.from.bound != given {
		unit = m.to.point.precision()
	}
	switch {
	case shared.first > shared.last:
		return Impossible
	case shared.first == NoStart, shared.last == NoEnd, shared.hasWhole(unit):
		return Certain
	}
	return Possible
}

// hasWhole reports whether a whole year, month or day is within bounded days.
func (d days) hasWhole(unit precision) bool {
	year, month, _ := d.first.Date()
	var first, last Day
	for range 2 { // the unit of the first day, which may be cut, and the next
		switch unit {
		case toDay:
			return true
		case toYear:
			first, last = DayOf(year, 1, 1), DayOf(year, 12, 31)
			year++
		case toMonth:
			first, last = DayOf(year, month, 1), DayOf(year, month, daysOf(year, month))
			if month++; month > 12 {
				year, month = year+1, 1
			}
		}
		if first >= d.first {
			break
		}
	}
	return first >= d.first && last <= d.last
}
