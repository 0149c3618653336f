package edtf

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxLength is how many bytes a date may be long. The longest that is no set
// has 41; a set has room for some forty days, and so has what people type.
const MaxLength = 500

// maxYearDigits keeps every day of every year within a Day.
const maxYearDigits = 15

// SyntaxError says what is wrong with a date and where.
type SyntaxError struct {
	Input    string
	At       int    // offset in bytes of Input, from 0
	Sentence string // for the person, in English
}

// Error gives the place, counted in characters from 1, and the sentence.
func (e *SyntaxError) Error() string {
	at := min(max(e.At, 0), len(e.Input))
	return fmt.Sprintf("character %d of the date: %s", utf8.RuneCountInString(e.Input[:at])+1, e.Sentence)
}

// Parse reads a date in the Extended Date/Time Format, levels 0 and 1, and
// sets of such dates as level 2 has them. It returns a *SyntaxError if s is
// none.
func Parse(s string) (Date, error) {
	p := parser{input: s}
	date, ok := p.date()
	if !ok {
		return Date{}, &SyntaxError{Input: s, At: p.at, Sentence: p.sentence}
	}
	return date, nil
}

type parser struct {
	input    string
	at       int
	limit    int    // where the side of the interval or the member being read ends
	sentence string // what is wrong at at
}

func (p *parser) fail(at int, format string, arguments ...any) bool {
	p.at, p.sentence = at, fmt.Sprintf(format, arguments...)
	return false
}

func (p *parser) date() (Date, bool) {
	s := p.input
	p.limit = len(s)
	switch slash := strings.IndexByte(s, '/'); {
	case s == "":
		return Date{}, p.fail(0, "There is no date.")
	case len(s) > MaxLength:
		return Date{}, p.fail(MaxLength, "A date is at most %d characters long.", MaxLength)
	case s[0] == '[' || s[0] == '{':
		return p.set()
	case slash < 0:
		point, ok := p.point()
		return Date{form: single, start: end{given, point}}, ok
	default:
		return p.interval(slash)
	}
}

func (p *parser) interval(slash int) (Date, bool) {
	date := Date{form: interval}
	var ok bool
	p.limit = slash
	if date.start, ok = p.end(); !ok {
		return Date{}, false
	}
	p.at, p.limit = slash+1, len(p.input)
	if date.close, ok = p.end(); !ok {
		return Date{}, false
	}
	first, bounded := date.Earliest()
	last, closed := date.Latest()
	if !bounded && !closed {
		return Date{}, p.fail(0, "An interval needs a date on at least one side.")
	}
	if bounded && closed && last < first {
		return Date{}, p.fail(slash+1, "The interval ends before it begins.")
	}
	return date, true
}

func (p *parser) end() (end, bool) {
	switch p.input[p.at:p.limit] {
	case "":
		return end{bound: unknown}, true
	case "..":
		return end{bound: open}, true
	}
	start := p.at
	point, ok := p.point()
	if ok && point.clock.set {
		return end{}, p.fail(start, "A side of an interval has no time of day.")
	}
	return end{given, point}, ok
}

func (p *parser) point() (point, bool) {
	var d point
	read := p.year
	if p.next('Y') {
		read = p.longYear
	}
	if !read(&d) || !p.month(&d) || !p.day(&d) || !p.time(&d) {
		return point{}, false
	}
	if p.at < p.limit && !d.clock.set {
		switch p.input[p.at] {
		case '?':
			d.uncertain = true
		case '~':
			d.approximate = true
		case '%':
			d.uncertain, d.approximate = true, true
		default:
			return point{}, p.surplus()
		}
		p.at++
	}
	if p.at < p.limit {
		return point{}, p.surplus()
	}
	return d, true
}

func (p *parser) surplus() bool {
	r, _ := utf8.DecodeRuneInString(p.input[p.at:p.limit])
	if r == '/' {
		return p.fail(p.at, "An interval has one slash.")
	}
	return p.fail(p.at, "The date should end here, before %q.", r)
}

// next steps over c if it comes next.
func (p *parser) next(c byte) bool {
	if p.at < p.limit && p.input[p.at] == c {
		p.at++
		return true
	}
	return false
}

// digits returns how many digits come next.
func (p *parser) digits() int {
	count := 0
	for p.at+count < p.limit && '0' <= p.input[p.at+count] && p.input[p.at+count] <= '9' {
		count++
	}
	return count
}

func (p *parser) longYear(d *point) bool {
	negative := p.next('-')
	start, count := p.at, p.digits()
	switch {
	case count == 0:
		return p.fail(start, "After Y come the digits of a year.")
	case count <= 4:
		return p.fail(start, "Y is for years of more than four digits.")
	case p.input[start] == '0':
		return p.fail(start, "A year after Y does not begin with 0.")
	case count > maxYearDigits:
		return p.fail(start+maxYearDigits, "A year has at most %d digits.", maxYearDigits)
	}
	d.year = p.number(count)
	if negative {
		d.year = -d.year
	}
	if p.at < p.limit && p.input[p.at] == '-' {
		return p.fail(p.at, "A year after Y has no month.")
	}
	return true
}

// number reads count digits that are known to be there.
func (p *parser) number(count int) int64 {
	value := int64(0)
	for range count {
		value = value*10 + int64(p.input[p.at]-'0')
		p.at++
	}
	return value
}

// yearTooLong says what is wrong with 99999-01.
const yearTooLong = "A year has four digits where a month follows."

func (p *parser) year(d *point) bool {
	first := p.at
	negative := p.next('-')
	start, count := p.at, p.digits()
	for d.blanks < 2 && count+int(d.blanks) < 4 && p.byteAt(start+count+int(d.blanks)) == 'X' {
		d.blanks++
	}
	if count > 4 && p.byteAt(start+count) == '-' {
		return p.fail(start, yearTooLong)
	}
	if count > 4 {
		return p.fail(start+4, "A year has four digits; write longer ones with Y before them.")
	}
	if count+int(d.blanks) < 4 {
		return p.fail(start+count+int(d.blanks), "A year has four digits, of which the last one or two may be X.")
	}
	d.year = p.number(count)
	for range d.blanks {
		d.year *= 10
		p.at++
	}
	if negative {
		if d.year == 0 {
			return p.fail(first, "The year 0 has no sign.")
		}
		d.year = -d.year
	}
	return true
}

// byteAt returns the byte at i, or 0 behind the end.
func (p *parser) byteAt(i int) byte {
	if i < p.limit {
		return p.input[i]
	}
	return 0
}

// two reads a hyphen and two digits or XX. It reports 0 if no hyphen comes.
func (p *parser) two(what string) (int8, bool) {
	if !p.next('-') {
		return 0, true
	}
	if p.byteAt(p.at) == 'X' && p.byteAt(p.at+1) == 'X' {
		p.at += 2
		return blank, true
	}
	if p.digits() < 2 {
		return 0, p.fail(p.at, "A %s has two digits, or XX if nobody knows it.", what)
	}
	return int8(p.number(2)), true
}

func (p *parser) month(d *point) bool {
	start := p.at + 1
	month, ok := p.two("month")
	switch {
	case !ok:
		return false
	case month == 0 && start <= p.at, month > 12 && month < spring, month > winter:
		return p.fail(start, "A month is from 01 to 12, a season from 21 to 24.")
	case month != 0 && d.blanks > 0:
		return p.fail(start-1, "A year with X in it has no month.")
	}
	d.month = month
	return true
}

func (p *parser) day(d *point) bool {
	start := p.at + 1
	if d.month == 0 {
		return true
	}
	day, ok := p.two("day")
	switch {
	case !ok:
		return false
	case start > p.at: // none
	case d.month >= spring:
		return p.fail(start-1, "A season has no day.")
	case d.month == blank && day != blank:
		return p.fail(start, "The day of an unknown month is XX.")
	case day == 0:
		return p.fail(start, "The first day of a month is 01.")
	case d.month > 0 && int(day) > daysOf(d.year, int(d.month)):
		return p.fail(start, "That month has %d days.", daysOf(d.year, int(d.month)))
	}
	d.day = day
	return true
}

func (p *parser) time(d *point) bool {
	start := p.at
	if !p.next('T') {
		return true
	}
	if d.day <= 0 || d.month <= 0 {
		return p.fail(start, "Only a whole date has a time of day.")
	}
	c := clock{set: true}
	if !p.clockPart(&c.hour, 23, 0) || !p.clockPart(&c.minute, 59, ':') {
		return false
	}
	most := int8(59)
	if c.minute == 59 {
		most = 60 // a leap second
	}
	if !p.clockPart(&c.second, most, ':') || !p.zone(&c) {
		return false
	}
	d.clock = c
	return true
}

// clockPart reads two digits up to most behind the separator, if there is one.
func (p *parser) clockPart(value *int8, most int8, separator byte) bool {
	if separator != 0 && !p.next(separator) {
		return p.fail(p.at, "A time of day is written hh:mm:ss.")
	}
	if p.digits() < 2 {
		return p.fail(p.at, "Hours, minutes and seconds have two digits each.")
	}
	if *value = int8(p.number(2)); *value > most {
		return p.fail(p.at-2, "This goes up to %d.", most)
	}
	return true
}

func (p *parser) zone(c *clock) bool {
	sign := p.byteAt(p.at)
	switch sign {
	case 'Z':
		p.at++
		c.zone = utc
		return true
	case '+', '-':
	default:
		return true
	}
	p.at++
	start := p.at
	var hour, minute int8
	if !p.clockPart(&hour, 23, 0) {
		return false
	}
	c.zone = hours
	if p.byteAt(p.at) == ':' {
		c.zone = minutes
		if !p.clockPart(&minute, 59, ':') {
			return false
		}
	}
	c.offset = int16(hour)*60 + int16(minute)
	if sign == '-' {
		if c.offset == 0 {
			return p.fail(start-1, "A zone without a difference is written Z or with +.")
		}
		c.offset = -c.offset
	}
	return true
}
