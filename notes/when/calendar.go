package when

import "cuttings/notes/when/words"

// calendar reads a weekday, a day, a month, a year, a decade or a century.
func (s *scan) calendar(i int) (draft, bool) {
	if i >= len(s.tokens) {
		return draft{}, false
	}
	switch s.class(i) {
	case weekday, weekdayShort:
		return s.weekday(i)
	case month, monthShort:
		return s.month(i)
	case season:
		return s.season(i)
	case nth:
		return s.century(i)
	case direction:
		return s.turned(i)
	case era:
		if value, _, ok := s.number(s.follows(i + 1)); ok && s.lex[i].value == 2 && value > 0 {
			return draft{end: i + 2, moment: moment{year: int64(value)}, dated: true}, true
		}
		return draft{}, false
	}
	switch s.tokens[i].Kind {
	case words.Number:
		return s.digits(i)
	case words.Figure:
		return s.dotted(i)
	}
	return draft{}, false
}

// digits reads what begins with a number.
func (s *scan) digits(i int) (draft, bool) {
	if s.glued(i) {
		return draft{}, false
	}
	if d, ok := s.numeric(i); ok {
		return d, true
	}
	if d, ok := s.dayMonth(i); ok {
		return d, true
	}
	if d, ok := s.century(i); ok {
		return d, true
	}
	if d, ok := s.decade(i); ok {
		return d, true
	}
	if d, ok := s.beforeChrist(i); ok {
		return d, true
	}
	year, ok := s.year(i)
	if !ok {
		return draft{}, false
	}
	return draft{end: i + 1, moment: moment{year: year}, dated: true, bare: true}, true
}

// month reads "July 2021", "July of 2021", "April 22, 2023", "April 15 to 17",
// "October last year", "October".
func (s *scan) month(i int) (draft, bool) {
	d := draft{end: i + 1, moment: moment{month: int8(s.lex[i].value)}}
	short := s.class(i) == monthShort
	if short && s.mark(d.end, '.') && s.follows(d.end) == d.end {
		d.end++
	}
	at := s.skipThe(d.end)
	if day, end, ok := s.dayOf(at); ok && !s.counts(end) {
		d.moment.day, d.end = day, end
		s.lastOf(&d)
	}
	s.yearBehind(&d)
	if d.dated || d.written != 0 || d.moment.day > 0 {
		return d, true
	}
	return d, !short && s.bareMonth(i)
}

// lastOf reads the second day of "April 15 to 17".
func (s *scan) lastOf(d *draft) {
	at := s.follows(d.end)
	if !s.mark(at, '-', '–') && !s.is(at, to) && !s.is(at, and) {
		return
	}
	day, end, ok := s.dayOf(s.follows(at + 1))
	if !ok || day <= d.moment.day || s.is(s.follows(end), month) || s.is(s.follows(end), of) || s.counts(end) {
		return
	}
	d.lastDay, d.end = day, end
}

// dayMonth reads "22 April 2023", "the 22nd of April", "15 to 17 February".
func (s *scan) dayMonth(i int) (draft, bool) {
	day, at, ok := s.dayOf(i)
	if !ok {
		return draft{}, false
	}
	var d draft
	d.moment.day = day
	behind := s.follows(at)
	if s.mark(behind, '-', '–') || s.is(behind, to) || s.is(behind, and) {
		if last, end, ok := s.dayOf(s.skipThe(behind + 1)); ok && last > day {
			d.lastDay, at = last, end
		}
	}
	at = s.follows(at)
	if s.is(at, of) {
		at = s.follows(at + 1)
	}
	if !s.is(at, month) && !s.is(at, monthShort) {
		return draft{}, false
	}
	d.moment.month, d.end = int8(s.lex[at].value), at+1
	if s.is(at, monthShort) && s.mark(d.end, '.') && s.follows(d.end) == d.end {
		d.end++
	}
	s.yearBehind(&d)
	return d, true
}

// dayOf reads a day of a month: 22, 22nd.
func (s *scan) dayOf(i int) (day int8, end int, ok bool) {
	value, digits, ok := s.number(i)
	if !ok || digits > 2 || value < 1 || value > 31 {
		return 0, 0, false
	}
	end = i + 1
	if end < len(s.tokens) && s.tokens[end].Gap == words.Joined {
		switch text := s.text(end); {
		case text == "st" || text == "nd" || text == "rd" || text == "th":
			end++
		case s.tokens[end].Kind == words.Word || s.mark(end, '%', ':', '/'):
			return 0, 0, false
		}
	}
	return int8(value), end, true
}

// yearBehind reads the year that follows a month or a day, or the month's of
// another date with which it is listed: "in March and April 2021".
func (s *scan) yearBehind(d *draft) {
	at := s.follows(d.end)
	if s.mark(at, ',') {
		at = s.follows(at + 1)
	}
	if s.is(at, of) {
		at = s.follows(at + 1)
	}
	if year, ok := s.yearNumber(at); ok {
		d.moment.year, d.dated, d.end = year, true, at+1
		return
	}
	at = s.skipThe(at)
	if !s.is(at, direction) || !s.is(s.follows(at+1), unit) || period(s.lex[at+1].value) != years {
		return
	}
	d.written, d.end = heading(s.lex[at].value), at+2
	if s.is(at-1, the) && d.written == next {
		d.written = following
	}
}

// numeric reads 2023-04-22, 2023-04, 22/4/2023.
func (s *scan) numeric(i int) (draft, bool) {
	at := func(ahead int) (value, digits int, ok bool) {
		if i+ahead >= len(s.tokens) || s.tokens[i+ahead].Gap != words.Joined {
			return 0, 0, false
		}
		return s.number(i + ahead)
	}
	first, long, _ := s.number(i)
	second, two, ok := at(2)
	if !ok || s.tokens[i+1].Gap != words.Joined {
		return draft{}, false
	}
	third, size, whole := at(4)
	switch {
	case long == 4 && s.mark(i+1, '-') && two == 2 && whole && s.mark(i+3, '-') && size == 2:
		return s.numbers(i+5, first, second, third)
	case long == 4 && s.mark(i+1, '-') && two == 2 && !whole && second <= 12 && second != first%100+1:
		return s.numbers(i+3, first, second, 0)
	case long <= 2 && two <= 2 && whole && size == 4 && s.mark(i+1, '/') && s.mark(i+3, '/'):
		return s.dayFirst(i+5, first, second, third)
	}
	return draft{}, false
}

// dotted reads 22.4.2023.
func (s *scan) dotted(i int) (draft, bool) {
	var parts [3]int
	field, digits := 0, 0
	for _, c := range []byte(s.text(i)) {
		switch {
		case c == '.' && field < 2 && digits > 0 && digits <= 2:
			field, digits = field+1, 0
		case '0' <= c && c <= '9' && digits < 4:
			parts[field] = parts[field]*10 + int(c-'0')
			digits++
		default:
			return draft{}, false
		}
	}
	if field != 2 || digits != 4 || s.glued(i) {
		return draft{}, false
	}
	return s.dayFirst(i+1, parts[0], parts[1], parts[2])
}

// dayFirst reads three numbers of which the last is a year. Where either of the
// others can be the month, the day is taken to come first, and it is a guess.
func (s *scan) dayFirst(end, day, month, year int) (draft, bool) {
	vague := day <= 12 && month <= 12 && day != month
	if month > 12 {
		day, month = month, day
	}
	d, ok := s.numbers(end, year, month, day)
	d.vague = vague
	return d, ok
}

func (s *scan) numbers(end, year, month, day int) (draft, bool) {
	if month < 1 || month > 12 || day > 31 || year < earliestYear {
		return draft{}, false
	}
	m := moment{year: int64(year), month: int8(month), day: int8(day)}
	if end < len(s.tokens) && s.tokens[end].Gap == words.Joined && s.tokens[end].Kind != words.Mark && s.text(end) != "T" {
		return draft{}, false
	}
	return draft{end: end, moment: m, dated: true}, true
}

func (s *scan) text(i int) string {
	if i < 0 || i >= len(s.tokens) {
		return ""
	}
	return s.body[s.tokens[i].Start:s.tokens[i].End]
}
