package edtf

// part is a part of a year, a month, a decade or a century.
type part uint8

const (
	undivided part = iota
	early
	mid
	late
	firstHalf
	secondHalf
)

var partWords = map[string]part{
	"early": early, "beginning": early, "start": early,
	"mid": mid, "middle": mid,
	"late": late, "end": late,
	"first half": firstHalf, "second half": secondHalf,
}

// third reports whether it is a third, whose bounds nobody draws exactly.
func (p part) third() bool { return p == early || p == mid || p == late }

// among returns the first and the last of count things that belong to the
// part, from 0. A remainder goes to the earlier parts.
func (p part) among(count int) (first, last int) {
	early1, late1 := (count+2)/3, count/3
	switch p {
	case early:
		return 0, early1 - 1
	case mid:
		return early1, count - late1 - 1
	case late:
		return count - late1, count - 1
	case firstHalf:
		return 0, count/2 - 1
	case secondHalf:
		return count / 2, count - 1
	}
	return 0, count - 1
}

// of returns the first and the last of the part of a year, a season, a month
// or years with X. Of a month the thirds are of ten days each, whatever it
// has. Where a third meets another one its bound is approximate.
func (p part) of(whole point) (from, to point) {
	from, to = whole, whole
	var first, last, count int
	switch {
	case whole.month >= spring: // to the month, since nobody draws seasons to the day
		count = 3
		first, last = p.among(count)
		start, _ := seasonMonths(whole.month)
		from.setMonth(start + first)
		to.setMonth(start + last)
	case whole.month > 0:
		days := daysOf(whole.year, int(whole.month))
		count = 30
		if first, last = p.among(count); last == count-1 {
			last, count = days-1, days
		}
		from.day, to.day = int8(first+1), int8(last+1)
	case whole.blanks > 0:
		begin, end := whole.years()
		count = int(end-begin) + 1
		first, last = p.among(count)
		from.year, to.year = begin+int64(first), begin+int64(last)
		from.blanks, to.blanks = 0, 0
	default:
		count = 12
		first, last = p.among(count)
		from.month, to.month = int8(first+1), int8(last+1)
	}
	from.approximate = from.approximate || p.third() && first > 0
	to.approximate = to.approximate || p.third() && last < count-1
	if first == last {
		from.approximate, to.approximate = true, true
	}
	return from, to
}

// setMonth sets a month counted from January of the year of p, 13 being the
// next January.
func (p *point) setMonth(month int) {
	if month > 12 {
		p.year++
		month -= 12
	}
	p.month = int8(month)
}

// setCentury sets the hundred years of a century, counted from 1.
func (d *draft) setCentury(number int64, earlier bool) {
	d.year, d.blanks, d.dated, d.century, d.earlier = (number-1)*100, 2, true, true, earlier
	if earlier {
		d.year = -d.year
	}
}

// lastCentury is the last whose years have four digits.
const lastCentury = 100

// centuryOf reads the words behind the number of a century and returns how
// many there are, or 0 if it is none.
func (t *typed) centuryOf(d *draft, number token, value int64, behind []token) (int, bool) {
	if len(behind) == 0 || !centuryWords[behind[0].text] {
		return 0, true
	}
	used, earlier := 1, false
	if behind[0].text == "c" && len(behind) > 1 && behind[1].text == "." {
		used++
	}
	if used < len(behind) && (earlierEras[behind[used].text] || commonEras[behind[used].text]) {
		earlier = earlierEras[behind[used].text]
		used++
	}
	switch {
	case d.dated:
		return used, t.fail(number, "There are two years.")
	case value == 1:
		return used, t.fail(number, "Write the first century as AD 1 to AD 100, or as 100 BC to 1 BC.")
	case value < 1 || value > lastCentury:
		return used, t.fail(number, "A century is from the 2nd to the 100th.")
	}
	d.setCentury(value, earlier)
	return used, true
}

var centuryWords = map[string]bool{"century": true, "centuries": true, "cent": true, "c": true}

// ordinalWords are those that people write for centuries and days.
var ordinalWords = map[string]int64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
	"ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
	"fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
}
