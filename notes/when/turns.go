package when

import "cuttings/notes/edtf"

// turn works out "last week", "this year", "the following month", "that day".
func (s *scan) turn(d draft, start, end int) (value, reading) {
	base, r := s.base(d.heading)
	if r.sure == 0 || d.heading == same && base.grain() > d.unit {
		return value{}, unresolved
	}
	n := stepOf(d.heading)
	switch d.unit {
	case days:
		return value{from: base.moved(n, days)}, r
	case weeks:
		if base.grain() != days {
			return value{}, unresolved
		}
		monday := base.number() - edtf.Day(weekdayOf(base.number())-1) + edtf.Day(7*n)
		return spanOf(monday, monday+6, base), r
	case weekends:
		if base.grain() != days {
			return value{}, unresolved
		}
		saturday := s.weekend(base.number(), d.heading, s.tense(start, end))
		r.sure = min(r.sure, sureWeekday)
		return spanOf(saturday, saturday+1, base), r
	case months:
		if base.grain() > months && d.heading <= this {
			return value{}, unresolved
		}
		return value{from: base.moved(n, months)}, r
	case years:
		base = base.upTo(years)
		base.year += int64(n)
		return value{from: base}, r
	case decades:
		base = base.upTo(years)
		base.year, base.blanks = base.year-base.year%10+int64(10*n), max(base.blanks, 1)
		return value{from: base}, r
	}
	return value{}, unresolved
}

// weekend returns the Saturday of a weekend. "The weekend" is the one that is,
// else the last, or the next if its verb is in the future.
func (s *scan) weekend(day edtf.Day, h heading, t tense) edtf.Day {
	of := weekdayOf(day)
	own := day + edtf.Day(6-of) // of the week of the day
	if h == next || h == following {
		if of >= 6 {
			return own + 7
		}
		return own
	}
	if h == this && (of >= 6 || t == ahead) {
		return own
	}
	return own - 7
}

func spanOf(from, to edtf.Day, base moment) value {
	v := value{from: momentOf(from), to: momentOf(to), link: joined}
	v.from.doubt, v.to.doubt = base.doubt, base.doubt
	v.from.about, v.to.about = base.about, base.about
	return v
}

// step works out "yesterday", "three weeks ago", "two days later".
func (s *scan) step(d draft) (moment, reading) {
	base, r := s.base(d.heading)
	if d.base != nil {
		base, r = s.written(*d.base, 0, 0)
	}
	if r.sure == 0 || d.heading == last && d.unit < months && base.grain() > days {
		return moment{}, unresolved
	}
	r.relative = true
	m := base.moved(d.n, d.unit)
	if d.unit == years && (d.n == -1 || d.n == 1) && base.grain() < years && base.month <= 12 {
		m = base.plusMonths(12 * d.n).upTo(months)
		m.about = base.about || base.grain() == days
	}
	if d.unit == days && d.n == 0 {
		r.sure = min(r.sure, sureText) // "Haiti today" can mean these years
	}
	if d.vague {
		m.about = true
		r.sure *= sureVague
	}
	return m, r
}

// stretch works out "the past three years", which ends with the anchor, and
// "the next two weeks", which begins with it.
func (s *scan) stretch(d draft) (value, reading) {
	base, r := s.base(d.heading)
	if r.sure == 0 || base.grain() > d.unit {
		return value{}, unresolved
	}
	if d.vague {
		r.sure *= sureVague
	}
	near := base
	switch {
	case d.unit >= years:
		near = base.upTo(years)
	case d.unit == months:
		near = base.upTo(months)
	}
	far := near.moved(stepOf(d.heading)*d.n, d.unit)
	far.about = far.about || d.vague
	if stepOf(d.heading) < 0 {
		return value{from: far, to: near, link: joined}, r
	}
	return value{from: near, to: far, link: joined}, r
}
