package edtf

import (
	"strconv"
	"strings"
)

// Wording is how a language puts dates into words: names, and patterns with
// words in braces where the parts go. A translation is another value.
type Wording struct {
	Months  [12]string
	Seasons [4]string // spring, summer, autumn, winter

	Day    string // {day} {month} {year}
	Month  string // {month} {year}; also of a season
	Decade string // {year}: the first of ten
	Years  string // {from} {to}: years, also those that 19XX spans
	BC     string // {year}: counted from 1 BC backwards
	AD     string // {year}: of at most two digits, which alone could be a day
	At     string // {date} {time}

	Days       string // {from} {to} {month} {year}: days of one month
	DayOfMonth string // {day} {month}: the first end of an interval within a year
	MonthsOf   string // {from} {to} {year}: months of one year
	Range      string // {from} {to}: any other interval

	Until        string // {date}: an open start; the date itself belongs to it
	Since        string // {date}: an open end; likewise
	UnknownStart string // {date} is the end
	UnknownEnd   string // {date} is the start

	About           string // {date}: approximate
	Uncertain       string // {date}
	UnknownMonth    string // {date}: of which only the year is known
	UnknownDay      string // {date}: of which year and month are known
	UnknownMonthDay string // {date}: of which only the year is known

	// Of sets.
	List       string // {list} {next}: dates, and one more that is not the last
	Or         string // {list} {last}: one of them is true
	And        string // {list} {last}: all of them are true
	Between    string // {from} {to}: one of the dates from one to another
	Each       string // {dates}: all of the dates from one to another
	OrEarlier  string // {date}
	OrLater    string // {date}
	AndEarlier string // {date}
	AndLater   string // {date}
}

// English is the wording of English prose.
var English = Wording{
	Months: [12]string{
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November", "December",
	},
	Seasons:    [4]string{"spring", "summer", "autumn", "winter"},
	Day:        "{day} {month} {year}",
	Month:      "{month} {year}",
	Decade:     "{year}s",
	Years:      "{from}–{to}",
	BC:         "{year} BC",
	AD:         "AD {year}",
	At:         "{date}, {time}",
	Days:       "{from}–{to} {month} {year}",
	DayOfMonth: "{day} {month}",
	MonthsOf:   "{from}–{to} {year}",
	Range:      "{from} – {to}",

	Until:        "until {date}",
	Since:        "since {date}",
	UnknownStart: "until {date}, start unknown",
	UnknownEnd:   "from {date}, end unknown",

	About:           "about {date}",
	Uncertain:       "{date} (uncertain)",
	UnknownMonth:    "{date}, month unknown",
	UnknownDay:      "{date}, day unknown",
	UnknownMonthDay: "{date}, month and day unknown",

	List:       "{list}, {next}",
	Or:         "{list} or {last}",
	And:        "{list} and {last}",
	Between:    "between {from} and {to}",
	Each:       "each of {dates}",
	OrEarlier:  "{date} or earlier",
	OrLater:    "{date} or later",
	AndEarlier: "{date} and earlier",
	AndLater:   "{date} and later",
}

// EnglishShort is the wording of English lists and tables.
var EnglishShort = short(English)

func short(w Wording) Wording {
	w.Months = [12]string{
		"Jan", "Feb", "Mar", "Apr", "May", "Jun",
		"Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
	}
	w.UnknownStart, w.UnknownEnd = "? – {date}", "{date} – ?"
	w.About, w.Uncertain = "c. {date}", "{date}?"
	w.UnknownMonth, w.UnknownDay, w.UnknownMonthDay = "{date}", "{date}", "{date}"
	return w
}

// fill puts values into the braces of a pattern: name, value, name, value, …
func fill(pattern string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(pattern)
}

// Words returns d as people write it, or "" for no date.
func (d Date) Words(w Wording) string {
	switch {
	case d.form == none:
		return ""
	case d.form == single:
		return w.point(d.start.point)
	case d.form == oneOf || d.form == allOf:
		return w.set(d)
	case d.start.bound == open:
		return fill(w.Until, "date", w.point(d.close.point))
	case d.close.bound == open:
		return fill(w.Since, "date", w.point(d.start.point))
	case d.start.bound == unknown:
		return fill(w.UnknownStart, "date", w.point(d.close.point))
	case d.close.bound == unknown:
		return fill(w.UnknownEnd, "date", w.point(d.start.point))
	}
	return w.interval(d.start.point, d.close.point)
}

func (w Wording) set(d Date) string {
	members := d.membersOf()
	first := members[0]
	if len(members) == 1 && first.from.bound == given && first.to.bound == given && first.run {
		if d.form == oneOf {
			return fill(w.Between, "from", w.point(first.from.point), "to", w.point(first.to.point))
		}
		return fill(w.Each, "dates", w.interval(first.from.point, first.to.point))
	}
	list := w.member(d.form, first)
	for i, m := range members[1:] {
		words := w.member(d.form, m)
		switch {
		case i+2 < len(members):
			list = fill(w.List, "list", list, "next", words)
		case d.form == oneOf:
			list = fill(w.Or, "list", list, "last", words)
		default:
			list = fill(w.And, "list", list, "last", words)
		}
	}
	return list
}

func (w Wording) member(of form, m member) string {
	earlier, later := w.OrEarlier, w.OrLater
	if of == allOf {
		earlier, later = w.AndEarlier, w.AndLater
	}
	switch {
	case !m.run:
		return w.point(m.from.point)
	case m.from.bound == open:
		return fill(earlier, "date", w.point(m.to.point))
	case m.to.bound == open:
		return fill(later, "date", w.point(m.from.point))
	}
	return w.interval(m.from.point, m.to.point)
}

func (w Wording) interval(from, to point) string {
	plain := from.plain() && to.plain()
	year := w.year(to)
	switch {
	case plain && from.month == 0 && to.month == 0:
		return fill(w.Years, "from", w.year(from), "to", year)
	case plain && from.year == to.year && from.day > 0 && to.day > 0 && from.month == to.month:
		return fill(w.Days, "from", strconv.Itoa(int(from.day)), "to", strconv.Itoa(int(to.day)),
			"month", w.month(to.month), "year", year)
	case plain && from.year == to.year && from.day > 0 && to.day > 0:
		return fill(w.Range, "to", w.point(to),
			"from", fill(w.DayOfMonth, "day", strconv.Itoa(int(from.day)), "month", w.month(from.month)))
	case plain && from.year == to.year && from.month > 0 && to.month > 0 && from.day == 0 && to.day == 0:
		return fill(w.MonthsOf, "from", w.month(from.month), "to", w.month(to.month), "year", year)
	}
	return fill(w.Range, "from", w.point(from), "to", w.point(to))
}

// plain reports whether p can share words with the other end of an interval.
func (p point) plain() bool {
	return !p.uncertain && !p.approximate && p.blanks == 0 && p.month != blank && p.day != blank && p.year > 0
}

func (w Wording) point(p point) string {
	words := w.year(p)
	if p.month > 0 {
		words = fill(w.Month, "month", w.month(p.month), "year", words)
	}
	switch {
	case p.day > 0:
		words = fill(w.Day, "day", strconv.Itoa(int(p.day)), "month", w.month(p.month), "year", w.year(p))
	case p.day == blank && p.month == blank:
		words = fill(w.UnknownMonthDay, "date", words)
	case p.day == blank:
		words = fill(w.UnknownDay, "date", words)
	case p.month == blank:
		words = fill(w.UnknownMonth, "date", words)
	}
	if p.clock.set {
		words = fill(w.At, "date", words, "time", p.clock.words())
	}
	if p.approximate {
		words = fill(w.About, "date", words)
	}
	if p.uncertain {
		words = fill(w.Uncertain, "date", words)
	}
	return words
}

func (w Wording) month(number int8) string {
	if number >= spring {
		return w.Seasons[number-spring]
	}
	return w.Months[number-1]
}

func (w Wording) year(p point) string {
	first, last := p.years()
	switch {
	case first == last:
		return w.oneYear(first)
	case p.blanks == 1 && first > 0 && first%100 > 0: // "the 1900s" may be a hundred years
		return fill(w.Decade, "year", w.oneYear(first))
	}
	return fill(w.Years, "from", w.oneYear(first), "to", w.oneYear(last))
}

func (w Wording) oneYear(year int64) string {
	switch {
	case year <= 0:
		return fill(w.BC, "year", strconv.FormatInt(1-year, 10))
	case year <= 99:
		return fill(w.AD, "year", strconv.FormatInt(year, 10))
	}
	return strconv.FormatInt(year, 10)
}

// words gives the time with its difference from UTC, since no zone is named.
func (c clock) words() string {
	at := c.String()
	const length = len("hh:mm:ss")
	switch c.zone {
	case utc:
		return at[:length] + " UTC"
	case hours, minutes:
		return at[:length] + " UTC" + at[length:]
	}
	return at
}
