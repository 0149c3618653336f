package when

import "cuttings/notes/edtf"

// reading says how a value was come by.
type reading struct {
	relative bool
	anchored bool    // it rests on the anchor
	sure     float64 // 0 if it could not be resolved
}

var unresolved = reading{relative: true}

// resolve works out what a phrase means.
func (s *scan) resolve(p phrase) (value, reading) {
	if p.link == joined {
		s.share(&p)
	}
	v, r := s.draft(p.a, p.start, p.end)
	if r.sure == 0 {
		return v, r
	}
	switch p.link {
	case open:
		v = value{from: v.from, link: open, strict: p.strict}
	case closed:
		v = value{to: v.last(), link: closed, strict: p.strict}
	case joined:
		end, ofEnd := s.draft(p.b, p.start, p.end)
		if p.b.shape == calendar && p.b.weekday > 0 && p.b.moment.month == 0 && v.from.grain() == days {
			end.from = onOrAfter(v.from, int(p.b.weekday))
			ofEnd = r
		}
		if ofEnd.sure == 0 {
			return v, unresolved
		}
		v = value{from: v.from, to: end.last(), link: joined}
		if !p.a.dated && !p.b.dated && p.a.moment.month > 0 && p.b.moment.month > 0 {
			v = s.straddling(v)
		}
		r = reading{r.relative || ofEnd.relative, r.anchored || ofEnd.anchored, min(r.sure, ofEnd.sure)}
	}
	if r.anchored && s.anchor.doubt {
		v.from.doubt, v.to.doubt = true, true
		r.sure *= unsure
	}
	return v, r
}

func (v value) last() moment {
	if v.link == joined || v.link == closed {
		return v.to
	}
	return v.from
}

// share gives the ends of an interval each other's year: "from July to October
// 2021", "from November 2021 to February".
func (s *scan) share(p *phrase) {
	a, b := &p.a, &p.b
	if a.shape != calendar || b.shape != calendar || a.moment.month == 0 || b.moment.month == 0 {
		return
	}
	wraps := a.moment.month > b.moment.month
	switch {
	case b.dated && !a.dated:
		a.moment.year, a.dated = b.moment.year, true
		if wraps {
			a.moment.year--
		}
	case a.dated && !b.dated:
		b.moment.year, b.dated = a.moment.year, true
		if wraps {
			b.moment.year++
		}
	}
}

// straddling puts right an interval of days or months without a year that ends
// before it begins: the anchor lies within, so that one end is the last of its
// name and the other should be the next.
func (s *scan) straddling(v value) value {
	if latest(v.to) >= earliest(v.from) {
		return v
	}
	begun, ending := v, v
	begun.from.year--
	ending.to.year++
	if earliest(begun.from) <= s.anchor.day && s.anchor.day <= latest(begun.to) {
		return begun
	}
	return ending
}

func onOrAfter(m moment, weekday int) moment {
	day := m.number()
	on := momentOf(day + edtf.Day((weekday-weekdayOf(day)+7)%7))
	on.about, on.doubt = m.about, m.doubt
	return on
}

// draft works out what one date of the phrase in tokens start to end means.
func (s *scan) draft(d draft, start, end int) (value, reading) {
	var v value
	var r reading
	switch d.shape {
	case calendar:
		v.from, r = s.written(d, start, end)
		if d.lastDay > 0 {
			v.to, v.link = v.from, joined
			v.to.day = d.lastDay
		}
	case turn:
		v, r = s.turn(d, start, end)
	case step:
		v.from, r = s.step(d)
	case stretch:
		v, r = s.stretch(d)
	}
	if d.part != 0 && r.sure > 0 && v.link == alone {
		v = s.part(v.from, d.part)
	}
	return v, r
}

// part takes a part of a date; "earlier this year" ends with the anchor.
func (s *scan) part(m moment, third third) value {
	if third != earlier && third != later {
		return m.part(third)
	}
	today := s.anchor.moment()
	if m.grain() != months && m.grain() != years || m.month > 12 || today.grain() != days ||
		m.year != today.year || m.month > 0 && m.month != today.month {
		return value{from: m}
	}
	first, end := m, m
	first.day, end.day = 1, int8(lastDay(m.year, max(int(m.month), 1)))
	if m.grain() == years {
		first.month, end.month = 1, 12
		end.day = 31
	}
	if third == earlier {
		return value{from: first, to: today, link: joined}
	}
	return value{from: today, to: end, link: joined}
}

// written works out a weekday, a day, a month, a year.
func (s *scan) written(d draft, start, end int) (moment, reading) {
	m := d.moment
	switch {
	case d.dated:
		r := reading{sure: sureWritten}
		if d.weekday > 0 && m.day > 0 && weekdayOf(m.number()) != int(d.weekday) {
			m.doubt = true // one of the two is wrong
			r.sure = sureYear
		}
		if d.bare {
			r.sure = sureYear
		}
		if d.vague {
			r.sure = sureGuess
		}
		return m, r
	case d.written != 0:
		base, r := s.base(d.written)
		if r.sure == 0 {
			return m, r
		}
		m.year, m.doubt = base.year+int64(stepOf(d.written)), base.doubt
		return m, r
	case m.month == 0:
		return s.nearWeekday(d, start, end)
	}
	return s.nearDate(d, start, end)
}

// base returns what a heading counts from.
func (s *scan) base(h heading) (moment, reading) {
	switch {
	case h <= this && s.anchor.ok:
		return s.anchor.moment(), reading{relative: true, anchored: true, sure: sureAnchor}
	case h <= this:
		return moment{}, unresolved
	case s.any:
		return s.said, reading{relative: true, sure: sureText}
	case h == previous && s.anchor.ok:
		return s.anchor.moment(), reading{relative: true, anchored: true, sure: sureGuess}
	}
	return moment{}, unresolved
}

func stepOf(h heading) int {
	switch h {
	case last, previous:
		return -1
	case next, following:
		return 1
	}
	return 0
}

// nearWeekday works out "Saturday", "last Wednesday", "the following Monday".
func (s *scan) nearWeekday(d draft, start, end int) (moment, reading) {
	base, r := s.base(max(d.heading, last))
	if r.sure == 0 || base.grain() != days {
		return moment{}, unresolved
	}
	r.sure = min(r.sure, sureWeekday)
	day := base.number()
	back := (weekdayOf(day) - int(d.weekday) + 7) % 7
	tense := unsaid
	if d.heading == 0 || d.heading == this {
		tense = s.tense(start, end)
	}
	if d.part == later {
		tense = ahead
	}
	switch {
	case d.heading == next || d.heading == following:
		back -= 7
	case d.heading == last || d.heading == previous:
		if back == 0 {
			back = 7
		}
	case tense == ahead || d.heading == this && tense == unsaid:
		r.sure = min(r.sure, sureFuture)
		if back > 0 {
			back -= 7
		}
	}
	m := momentOf(day - edtf.Day(back))
	m.doubt = base.doubt
	if s.apart && d.heading == 0 && back != 0 {
		m.doubt = true
		r.sure *= sureApart
	}
	return m, r
}
