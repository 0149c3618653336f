package edtf

import "math"

// Day numbers a day of the proleptic Gregorian calendar: 0 is 1 January 1970,
// and days before it are negative. Every year that Parse accepts fits.
type Day int64

// DayOf returns the number of a day. Years are astronomical (0 is 1 BC); a
// day past the end of its month counts on into the next.
//
// The computation is days_from_civil of Howard Hinnant, "chrono-Compatible
// Low-Level Date Algorithms": the year is moved to begin in March, so that
// the day that leap years add comes last, and cut into eras of 400 years.
func DayOf(year int64, month, day int) Day {
	if month <= 2 {
		year--
		month += 12
	}
	era := year / 400
	if year%400 < 0 {
		era--
	}
	ofEra := year - era*400
	ofYear := int64((153*(month-3)+2)/5 + day - 1)
	return Day(era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468)
}

// Date returns the year (astronomical), month and day of d, by
// civil_from_days of the same source as DayOf.
func (d Day) Date() (year int64, month, day int) {
	const daysOfEra = 146097
	shifted := int64(d) + 719468
	era := shifted / daysOfEra
	if shifted%daysOfEra < 0 {
		era--
	}
	ofEra := shifted - era*daysOfEra
	yearOfEra := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shiftedMonth := (5*ofYear + 2) / 153
	day = int(ofYear-(153*shiftedMonth+2)/5) + 1
	month = int(shiftedMonth) + 3
	year = yearOfEra + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

func leap(year int64) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func daysOf(year int64, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// Earliest returns the first day that d can mean. It is false if d has no
// first day: no date, an interval whose start is open or unknown, or a set
// that begins with two dots.
//
// A time of day counts by its day as written, whatever its zone. Doubt and
// approximation do not widen a date, since nobody said by how much.
func (d Date) Earliest() (Day, bool) {
	if d.form == none || d.start.bound != given {
		return 0, false
	}
	return d.start.point.earliest(), true
}

// Latest returns the last day that d can mean. It is false if d has no last
// day: no date, an interval whose end is open or unknown, or a set that ends
// with two dots.
func (d Date) Latest() (Day, bool) {
	last := d.close
	if d.form == single {
		last = d.start
	}
	if d.form == none || last.bound != given {
		return 0, false
	}
	return last.point.latest(), true
}

// Encloses reports whether every day that other can mean is one from the first to
// the last day that d can mean, as 2021-07 encloses 2021-07-07. Doubt counts for
// nothing, and no date encloses another or lies within one.
func (d Date) Encloses(other Date) bool {
	return d.form != none && other.form != none && d.Span().Encloses(other.Span())
}

// Span is the days from the first to the last that a date can mean.
type Span struct{ first, last Day }

// Span returns the days that d can mean. Where it has no first or no last day, they
// have no end; no date spans all days.
func (d Date) Span() Span {
	span := Span{math.MinInt64, math.MaxInt64}
	if first, begins := d.Earliest(); begins {
		span.first = first
	}
	if last, ends := d.Latest(); ends {
		span.last = last
	}
	return span
}

// Encloses reports whether all days of another span are days of s.
func (s Span) Encloses(other Span) bool { return s.first <= other.first && other.last <= s.last }

// Day returns the day of a span that has but one.
func (s Span) Day() (day Day, one bool) { return s.first, s.first == s.last }

// SortKey orders dates by the earliest day they can mean; a date without one
// by its latest. No date has the key 0: leave it out with IsZero.
func (d Date) SortKey() int64 {
	day, ok := d.Earliest()
	if !ok {
		day, _ = d.Latest()
	}
	return int64(day)
}

// years returns the first and the last year that p can mean.
func (p point) years() (first, last int64) {
	span := int64(0)
	for range p.blanks {
		span = span*10 + 9
	}
	if p.year < 0 {
		return p.year - span, p.year
	}
	return p.year, p.year + span
}

func (p point) earliest() Day {
	year, _ := p.years()
	switch {
	case p.month <= 0:
		return DayOf(year, 1, 1)
	case p.month >= spring:
		month, _ := seasonMonths(p.month)
		return DayOf(year, month, 1)
	case p.day <= 0:
		return DayOf(year, int(p.month), 1)
	}
	return DayOf(year, int(p.month), int(p.day))
}

func (p point) latest() Day {
	_, year := p.years()
	switch {
	case p.month <= 0:
		return DayOf(year, 12, 31)
	case p.month >= spring:
		_, month := seasonMonths(p.month)
		if p.month == winter {
			year++
		}
		return DayOf(year, month, daysOf(year, month))
	case p.day <= 0:
		return DayOf(year, int(p.month), daysOf(year, int(p.month)))
	}
	return DayOf(year, int(p.month), int(p.day))
}

// seasonMonths returns the first and last month of a season. The format ties
// seasons to no months; these are the meteorologists' of the north, and since
// it numbers winter last, the winter of a year begins in its December.
func seasonMonths(season int8) (first, last int) {
	first = 3 + 3*int(season-spring)
	return first, (first+1)%12 + 1
}
