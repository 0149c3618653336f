package when

import (
	"fmt"
	"strings"

	"cuttings/notes/edtf"
)

// moment is a date without an interval, as exact as its words.
type moment struct {
	year   int64 // astronomical; the digits that are blank count as 0
	blanks int8  // how many digits of the year, from the right, are not known
	month  int8  // 1 to 12, 21 to 24 for a season, 0 if not said
	day    int8  // 0 if not said
	about  bool  // written with ~
	doubt  bool  // written with ?
}

// value is what a phrase resolves to.
type value struct {
	from, to moment
	link     link
	strict   bool // of open and closed: the year, month or day itself is left out
}

// link says how the two moments of a value belong together.
type link uint8

const (
	alone  link = iota
	joined      // from … to …
	open        // since from
	closed      // until to
)

func (m moment) String() string {
	var b strings.Builder
	sign, year := "", m.year
	if year < 0 {
		sign, year = "-", -year
	}
	digits := fmt.Sprintf("%04d", year)
	b.WriteString(sign + digits[:len(digits)-int(m.blanks)] + strings.Repeat("X", int(m.blanks)))
	if m.month > 0 {
		fmt.Fprintf(&b, "-%02d", m.month)
	}
	if m.day > 0 {
		fmt.Fprintf(&b, "-%02d", m.day)
	}
	switch {
	case m.about && m.doubt:
		b.WriteByte('%')
	case m.about:
		b.WriteByte('~')
	case m.doubt:
		b.WriteByte('?')
	}
	return b.String()
}

// date writes a value as EDTF; zero if there is no such date, as of 31 April.
func (v value) date() edtf.Date {
	text := v.from.String()
	switch v.link {
	case joined:
		text += "/" + v.to.String()
	case open:
		text += "/.."
	case closed:
		text = "../" + v.to.String()
	}
	date, err := edtf.Parse(text)
	if err != nil {
		return edtf.Date{}
	}
	if v.strict {
		return date.Narrowed()
	}
	return date
}

// grain is the smallest unit that m says.
func (m moment) grain() period {
	switch {
	case m.day > 0:
		return days
	case m.month > 0:
		return months
	case m.blanks == 0:
		return years
	case m.blanks == 1:
		return decades
	}
	return centuries
}

// upTo returns m without what is finer than a unit.
func (m moment) upTo(grain period) moment {
	if grain > days {
		m.day = 0
	}
	if grain > months {
		m.month = 0
	}
	return m
}

func (m moment) number() edtf.Day {
	return edtf.DayOf(m.year, max(int(m.month), 1), max(int(m.day), 1))
}

func momentOf(day edtf.Day) moment {
	year, month, of := day.Date()
	return moment{year: year, month: int8(month), day: int8(of)}
}

// weekdayOf returns 1 for Monday to 7 for Sunday. Day 0 was a Thursday.
func weekdayOf(day edtf.Day) int { return int(((int64(day)+3)%7+7)%7) + 1 }

// moved returns the moment that lies n units from m, no finer than the unit
// allows: two months on from a day is a month. What cannot be counted, such as
// days from a year, stays where it is and is marked as approximate.
func (m moment) moved(n int, by period) moment {
	switch by {
	case days, weeks, fortnights, weekends:
		if m.grain() != days {
			m.about = true
			return m
		}
		length := map[period]int{days: 1, weeks: 7, weekends: 7, fortnights: 14}[by]
		moved := momentOf(m.number() + edtf.Day(n*length))
		moved.about, moved.doubt = m.about || by != days, m.doubt
		return moved
	case months:
		if m.month == 0 || m.month > 12 {
			m.about = true
			return m
		}
		return m.plusMonths(n).upTo(months)
	case decades:
		n *= 10
	case centuries:
		n *= 100
	}
	exact := m.grain()
	m = m.upTo(years)
	m.year += int64(n)
	m.about = m.about || by > years || exact < years && n != 0
	return m
}

func (m moment) plusMonths(n int) moment {
	all := m.year*12 + int64(m.month) - 1 + int64(n)
	m.year, m.month = all/12, int8(all%12)+1
	if all < 0 && all%12 != 0 {
		m.year, m.month = all/12-1, int8(all%12)+13
	}
	return m
}

// part returns a third of m, as an interval whose ends are approximate: nobody
// says where late begins.
func (m moment) part(third third) value {
	from, to := m, m
	from.about, to.about = true, true
	index := int8(third - early)
	switch m.grain() {
	case months:
		if m.month > 12 {
			from.about = true
			return value{from: from}
		}
		from.day, to.day = index*10+1, index*10+10
		if third == late {
			to.day = int8(lastDay(m.year, int(m.month)))
		}
	case years:
		from.month, to.month = index*4+1, index*4+4
	case decades:
		from.blanks, to.blanks = 0, 0
		from.year, to.year = m.year+[]int64{0, 4, 7}[index], m.year+[]int64{3, 6, 9}[index]
	case centuries:
		from.blanks, to.blanks = 0, 0
		from.year, to.year = m.year+[]int64{0, 34, 67}[index], m.year+[]int64{33, 66, 99}[index]
	default:
		return value{from: m}
	}
	return value{from: from, to: to, link: joined}
}

func lastDay(year int64, month int) int {
	first := edtf.DayOf(year, month, 1)
	following := edtf.DayOf(year, month+1, 1)
	if month == 12 {
		following = edtf.DayOf(year+1, 1, 1)
	}
	return int(following - first)
}
