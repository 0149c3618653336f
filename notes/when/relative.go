package when

import (
	"strings"

	"cuttings/notes/when/words"
)

// relative reads what says a date only beside another: "yesterday", "three
// weeks ago", "two days later", "last month", "the previous day".
func (s *scan) relative(i int) (draft, bool) {
	switch s.class(i) {
	case dayWord:
		d := draft{end: i + 1, shape: step, unit: days, n: int(s.lex[i].value), heading: last}
		if at := s.follows(i + 1); s.is(at, daytime) {
			d.end = at + 1
		}
		return d, true
	case direction:
		if d, ok := s.stretched(i); ok {
			return d, true
		}
		return s.turnedUnit(i)
	case unit:
		return s.day(i)
	case count, few:
		return s.counted(i)
	}
	if _, _, ok := s.number(i); ok {
		return s.counted(i)
	}
	return draft{}, false
}

// day reads "the day before yesterday", "the day after", "the weekend".
func (s *scan) day(i int) (draft, bool) {
	if !s.is(i-1, the) {
		return draft{}, false
	}
	switch period(s.lex[i].value) {
	case weekends:
		if !strings.EqualFold(s.text(i), "weekend") || s.is(s.follows(i+1), of) {
			return draft{}, false
		}
		return draft{end: i + 1, shape: turn, unit: weekends, heading: this}, true
	case days, weeks, months, years:
	default:
		return draft{}, false
	}
	at := s.follows(i + 1)
	backward := s.is(at, before)
	if !backward && !s.is(at, after) {
		return draft{}, false
	}
	behind := s.follows(at + 1)
	if s.is(behind, dayWord) && period(s.lex[i].value) == days {
		if n := int(s.lex[behind].value); n < 0 && backward || n > 0 && !backward {
			return draft{end: behind + 1, shape: step, unit: days, n: 2 * n, heading: last}, true
		}
	}
	if behind < len(s.tokens) && s.tokens[behind].Kind != words.Mark {
		return draft{}, false // the day before something
	}
	d := draft{end: at + 1, shape: turn, unit: period(s.lex[i].value), heading: following}
	if backward {
		d.heading = previous
	}
	return d, true
}

// turned reads "last October", "next Monday", "this spring".
func (s *scan) turned(i int) (draft, bool) {
	at := s.follows(i + 1)
	d := draft{end: at + 1, heading: s.headingAt(i)}
	switch s.class(at) {
	case weekday:
		d.weekday = int8(s.lex[at].value)
		if behind := s.follows(at + 1); s.is(behind, daytime) {
			d.end = behind + 1
		}
	case month, season:
		d.moment.month = int8(s.lex[at].value)
		if year, ok := s.yearNumber(s.follows(at + 1)); ok {
			d.moment.year, d.dated, d.end = year, true, at+2
		}
	default:
		return draft{}, false
	}
	if s.is(i, direction) && strings.EqualFold(s.text(i), "that") && s.class(at) != month {
		return draft{}, false
	}
	return d, true
}

// headingAt returns where the direction at i points. "The next" day is counted
// from what was said before, "next" week from the anchor.
func (s *scan) headingAt(i int) heading {
	h := heading(s.lex[i].value)
	if h == next && s.is(i-1, the) && !strings.EqualFold(s.text(i), "coming") {
		return following
	}
	return h
}

// turnedUnit reads "last week", "the following month", "that year".
func (s *scan) turnedUnit(i int) (draft, bool) {
	at := s.follows(i + 1)
	if strings.EqualFold(s.text(i), "this") && (strings.EqualFold(s.text(at), "past") || strings.EqualFold(s.text(at), "coming")) {
		return s.relative(at)
	}
	if s.is(at, daytime) && s.headingAt(i) == this || strings.EqualFold(s.text(i), "last") && strings.EqualFold(s.text(at), "night") {
		d := draft{end: at + 1, shape: step, unit: days, heading: last}
		if s.headingAt(i) == last {
			d.n = -1
		}
		return d, true
	}
	if !s.is(at, unit) || strings.HasSuffix(strings.ToLower(s.text(at)), "s") {
		return draft{}, false
	}
	d := draft{end: at + 1, shape: turn, unit: period(s.lex[at].value), heading: s.headingAt(i)}
	switch {
	case s.is(i-1, the) && d.heading == last && !strings.EqualFold(s.text(i), "past"):
		return draft{}, false // the last day of something
	case s.is(i-1, the) && d.heading == last:
		d.shape, d.n = stretch, 1
	case d.unit == days && d.heading <= this:
		return draft{}, false // "this day", "last day"
	case d.unit == centuries:
		return draft{}, false
	}
	return d, true
}

// stretched reads "the past three years", "the next two weeks".
func (s *scan) stretched(i int) (draft, bool) {
	if h := heading(s.lex[i].value); h > next || !s.is(i-1, the) {
		return draft{}, false
	}
	n, vague, at, ok := s.count(s.follows(i + 1))
	if !ok || !s.is(at, unit) {
		return draft{}, false
	}
	return draft{end: at + 1, shape: stretch, unit: period(s.lex[at].value), n: n, vague: vague, heading: heading(s.lex[i].value)}, true
}

// counted reads "three weeks ago", "two days later", "a year earlier", "two days
// after 22 April".
func (s *scan) counted(i int) (draft, bool) {
	n, vague, at, ok := s.count(i)
	if !ok || !s.is(at, unit) {
		return draft{}, false
	}
	d := draft{shape: step, unit: period(s.lex[at].value), n: n, vague: vague}
	at = s.follows(at + 1)
	d.end = at + 1
	switch {
	case s.is(at, ago):
		d.heading, d.n = last, -n
	case s.is(at, part) && third(s.lex[at].value) == later:
		d.heading = following
	case s.is(s.follows(at+1), direction):
		return draft{}, false // "for a week earlier this month"
	case s.is(at, part) && third(s.lex[at].value) == earlier:
		d.heading, d.n = previous, -n
	case s.is(at, before):
		d.heading, d.n = previous, -n
		return s.based(d, at)
	case s.is(at, after):
		d.heading = following
		return s.based(d, at)
	default:
		return draft{}, false
	}
	return d, true
}

// based reads the date from which "two days after" counts. Before anything else
// but the end of a clause it counts from something that has no date.
func (s *scan) based(d draft, at int) (draft, bool) {
	behind := s.skipThe(at + 1)
	if behind >= len(s.tokens) || s.tokens[behind].Kind == words.Mark {
		return d, behind == s.follows(at+1)
	}
	base, ok := s.calendar(behind)
	if !ok || behind != s.follows(at+1) {
		return draft{}, false
	}
	d.base, d.end = &base, base.end
	return d, true
}

// count reads how many: "three", "14", "a", "a few", "a couple of".
func (s *scan) count(i int) (n int, vague bool, end int, ok bool) {
	if n, _, ok := s.number(i); ok && (i == 0 || !s.glued(i) && !s.currency(i-1)) {
		return n, false, s.follows(i + 1), n > 0
	}
	if s.is(i, count) {
		end = s.follows(i + 1)
		if !s.is(end, few) {
			return int(s.lex[i].value), false, end, true
		}
		i = end
	}
	if !s.is(i, few) {
		return 0, false, 0, false
	}
	end = s.follows(i + 1)
	if s.is(end, of) {
		end = s.follows(end + 1)
	}
	return int(s.lex[i].value), true, end, true
}
