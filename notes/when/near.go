package when

import "cuttings/notes/edtf"

const (
	// A day without a year that was nearly a year ago, and comes again soon, is
	// the one to come.
	longAgo = 300 // days
	soon    = 60  // days

	// How many years back a weekday and its date are looked for. The pattern of
	// weekdays comes again after 5, 6 or 11 years; 12 only around 1900 and 2100.
	yearsBack = 12
	// How many months or days of a list are looked through for their year.
	listed = 4
)

// nearDate works out a month or a day without a year.
func (s *scan) nearDate(d draft, start, end int) (moment, reading) {
	if year, ok := s.listYear(d, listed); ok {
		m := d.moment
		m.year = year
		return m, reading{sure: sureYear}
	}
	base, r := s.base(max(d.heading, last))
	if r.sure == 0 {
		return moment{}, r
	}
	m := d.moment
	m.doubt = base.doubt
	day := s.anchor.day
	if d.heading >= previous {
		day = base.number()
	}
	m.year, _, _ = day.Date()
	if d.weekday > 0 && m.day > 0 {
		m, r := s.withWeekday(m, int(d.weekday), day, r)
		s.apart = s.apart || s.anchor.grain == days && m.number() == s.anchor.day
		return m, r
	}
	backward, forward := lastAt(m, day), nextAt(m, day)
	r.sure = min(r.sure, sureMonth)
	switch d.heading {
	case last, previous:
		if holds(backward, day) {
			backward.year--
		}
		return backward, r
	case next, following:
		if holds(forward, day) {
			forward.year++
		}
		return forward, r
	case this, same:
		return m, r
	}
	gone, left := day-earliest(backward), earliest(forward)-day
	switch tense := s.tense(start, end); {
	case tense == ahead, tense == unsaid && m.day > 0 && gone > longAgo && left < soon:
		r.sure = min(r.sure, sureFuture)
		return forward, r
	case gone > longAgo:
		r.sure = sureFar
	}
	if s.anchor.grain >= years {
		r.sure = min(r.sure, sureFar)
	}
	return backward, r
}

// withWeekday chooses the year in which a date falls on a weekday, nearest to
// the anchor. If there is none the anchor's own is doubted.
func (s *scan) withWeekday(m moment, weekday int, day edtf.Day, r reading) (moment, reading) {
	best, found := m, false
	for year := m.year + 1; year >= m.year-yearsBack; year-- {
		candidate := m
		candidate.year = year
		on := candidate.number()
		if weekdayOf(on) != weekday || int(m.day) > lastDay(year, int(m.month)) {
			continue
		}
		if !found || distance(on, day) < distance(best.number(), day) {
			best, found = candidate, true
		}
	}
	if !found {
		best = lastAt(m, day)
		best.doubt = true
		r.sure = sureGuess
	}
	if distance(best.number(), day) > longAgo {
		r.sure = min(r.sure, sureFar)
	}
	return best, r
}

func distance(a, b edtf.Day) edtf.Day { return max(a-b, b-a) }

// lastAt returns m in the last year in which it begins at or before a day.
func lastAt(m moment, day edtf.Day) moment {
	m.year, _, _ = day.Date()
	if earliest(m) > day {
		m.year--
	}
	return m
}

// nextAt returns m in the first year in which it ends at or after a day.
func nextAt(m moment, day edtf.Day) moment {
	m.year, _, _ = day.Date()
	if latest(m) < day {
		m.year++
	}
	return m
}

func holds(m moment, day edtf.Day) bool { return earliest(m) <= day && day <= latest(m) }

func earliest(m moment) edtf.Day {
	if m.month > 12 {
		return edtf.DayOf(m.year, seasonBegins(m.month), 1)
	}
	return m.number()
}

func latest(m moment) edtf.Day {
	switch {
	case m.month > 12:
		return edtf.DayOf(m.year, seasonBegins(m.month)+2, 30)
	case m.month == 0:
		return edtf.DayOf(m.year, 12, 31)
	case m.day == 0:
		return edtf.DayOf(m.year, int(m.month), lastDay(m.year, int(m.month)))
	}
	return m.number()
}

// seasonBegins returns the first month of a season of the northern half.
func seasonBegins(season int8) int { return 3 + 3*int(season-21) }

// listYear returns the year of the date with which a month or day is listed:
// "in March and April 2021".
func (s *scan) listYear(d draft, more int) (int64, bool) {
	at := s.follows(d.end)
	comma := s.mark(at, ',')
	if d.heading != 0 || more == 0 || !comma && !s.is(at, and) {
		return 0, false
	}
	at = s.follows(at + 1)
	if comma && s.is(at, and) {
		at = s.follows(at + 1)
	}
	if s.is(at, in) || s.is(at, on) {
		at = s.follows(at + 1)
	}
	at = s.skipThe(at)
	if !s.is(at, month) && !s.isNumber(at) {
		return 0, false
	}
	behind, ok := s.calendar(at)
	if !ok || behind.moment.month == 0 || behind.moment.month > 12 || comma && behind.dated && !s.is(at-1, and) {
		return 0, false
	}
	year := behind.moment.year
	if !behind.dated {
		if year, ok = s.listYear(behind, more-1); !ok {
			return 0, false
		}
	}
	if d.moment.month > behind.moment.month {
		year--
	}
	return year, true
}
