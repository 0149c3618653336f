// Package edtf reads, writes, compares and words dates in the Extended
// Date/Time Format of the Library of Congress (ISO 8601-2:2019), levels 0 and
// 1: dates that may lack a day or a month, be uncertain, approximate, partly
// unspecified, seasons, intervals with open or unknown ends. Of level 2 it has
// sets: one of several dates, and all of several dates.
//
// It never asks the clock, knows no time zone by name, and guesses nothing:
// what is not said in a date stays unsaid.
package edtf

import (
	"fmt"
	"strings"
)

// Date is one date, interval or set as the format has it. It is a value: two
// dates that are written alike are equal with ==. The zero Date is no date.
type Date struct {
	form    form
	start   end    // of a single date: the date itself; of a set: its earliest
	close   end    // of an interval, or the latest of a set
	members string // of a set: what stands between the brackets
}

type form uint8

const (
	none form = iota
	single
	interval
	oneOf // a set in square brackets
	allOf // a set in braces
)

// end is one side of an interval.
type end struct {
	bound bound
	point point // if bound is given
}

type bound uint8

const (
	unknown bound = iota // written as nothing: there is an end, nobody knows when
	open                 // written as two dots: there is no end, or it does not matter
	given
)

// point is a date without an interval. Years are astronomical: 0 is 1 BC.
type point struct {
	year        int64 // unspecified digits count as 0
	blanks      int8  // how many digits of the year, from the right, are X: 0 to 2
	month       int8  // 1 to 12, 21 to 24 for a season, 0 if absent, blank if XX
	day         int8  // 1 to 31, 0 if absent, blank if XX
	uncertain   bool
	approximate bool
	clock       clock
}

// blank is the month or day that is written XX.
const blank = -1

// Seasons as the format numbers them.
const (
	spring = 21
	winter = 24
)

// clock is a time of day as written.
type clock struct {
	set                  bool
	hour, minute, second int8
	zone                 zone
	offset               int16 // minutes east of UTC; for zones hours and minutes
}

type zone uint8

const (
	local   zone = iota // none written
	utc                 // Z
	hours               // +04
	minutes             // +04:30
)

// IsZero reports whether d is no date at all.
func (d Date) IsZero() bool { return d.form == none }

// Interval reports whether d was written with a slash.
func (d Date) Interval() bool { return d.form == interval }

// OneOf reports whether d is a set of which one date is true and nobody knows
// which: [1667,1668].
func (d Date) OneOf() bool { return d.form == oneOf }

// AllOf reports whether d is a set of which all dates are true: {1667,1668}.
func (d Date) AllOf() bool { return d.form == allOf }

// Uncertain reports whether d, or an end or member of it, is marked with ? or
// %: its source is doubted. That is another thing than Approximate.
func (d Date) Uncertain() bool {
	return d.start.point.uncertain || d.close.point.uncertain || strings.ContainsAny(d.members, "?%")
}

// Approximate reports whether d, or an end or member of it, is marked with ~
// or %: the true date is near. That is another thing than Uncertain.
func (d Date) Approximate() bool {
	return d.start.point.approximate || d.close.point.approximate || strings.ContainsAny(d.members, "~%")
}

// String returns d as the format writes it, the same as it was parsed; "" for
// no date.
func (d Date) String() string {
	switch d.form {
	case single:
		return d.start.String()
	case interval:
		return d.start.String() + "/" + d.close.String()
	case oneOf:
		return "[" + d.members + "]"
	case allOf:
		return "{" + d.members + "}"
	}
	return ""
}

func (e end) String() string {
	switch e.bound {
	case open:
		return ".."
	case given:
		return e.point.String()
	}
	return ""
}

func (p point) String() string {
	var b strings.Builder
	b.WriteString(p.yearString())
	for _, part := range []int8{p.month, p.day} {
		switch part {
		case 0:
		case blank:
			b.WriteString("-XX")
		default:
			fmt.Fprintf(&b, "-%02d", part)
		}
	}
	if p.clock.set {
		b.WriteString("T" + p.clock.String())
	}
	switch {
	case p.uncertain && p.approximate:
		b.WriteByte('%')
	case p.uncertain:
		b.WriteByte('?')
	case p.approximate:
		b.WriteByte('~')
	}
	return b.String()
}

func (p point) yearString() string {
	if p.year > 9999 || p.year < -9999 {
		return fmt.Sprintf("Y%d", p.year)
	}
	sign, year := "", p.year
	if year < 0 {
		sign, year = "-", -year
	}
	digits := fmt.Sprintf("%04d", year)
	return sign + digits[:4-p.blanks] + strings.Repeat("X", int(p.blanks))
}

func (c clock) String() string {
	at := fmt.Sprintf("%02d:%02d:%02d", c.hour, c.minute, c.second)
	sign, offset := '+', c.offset
	if offset < 0 {
		sign, offset = '-', -offset
	}
	switch c.zone {
	case utc:
		return at + "Z"
	case hours:
		return fmt.Sprintf("%s%c%02d", at, sign, offset/60)
	case minutes:
		return fmt.Sprintf("%s%c%02d:%02d", at, sign, offset/60, offset%60)
	}
	return at
}
