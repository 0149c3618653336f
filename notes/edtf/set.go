package edtf

import "strings"

// member is what stands between two commas of a set: one date, or dates from
// one to another with two dots between them, of which a side may be open.
type member struct {
	from, to end // the same if it is one date
	run      bool
}

// membersOf returns what is in a set, in the order in which it is written.
// They are read anew, so that a Date stays a value that == compares.
func (d Date) membersOf() []member {
	p := parser{input: d.String()}
	members, _ := p.members(len(p.input) - 1)
	return members
}

// set reads a set in its brackets and keeps its outermost ends.
func (p *parser) set() (Date, bool) {
	date, closing := Date{form: oneOf}, byte(']')
	if p.input[0] == '{' {
		date.form, closing = allOf, '}'
	}
	last := strings.IndexByte(p.input, closing)
	inner := 1 + strings.IndexAny(p.input[1:], "[{")
	switch {
	case inner > 0 && (last < 0 || inner < last):
		return Date{}, p.fail(inner, "A set has no other set in it.")
	case last < 0:
		return Date{}, p.fail(len(p.input), "A set that begins with %c ends with %c.", p.input[0], closing)
	case last+1 < len(p.input):
		return Date{}, p.fail(last+1, "The date should end with the bracket.")
	}
	members, ok := p.members(last)
	if !ok {
		return Date{}, false
	}
	date.start, date.close = members[0].from, members[0].to
	for _, m := range members[1:] {
		// Only the first member can be open at its start, only the last at its end.
		if date.start.bound == given && m.from.point.earliest() < date.start.point.earliest() {
			date.start = m.from
		}
		if m.to.bound == open || m.to.point.latest() > date.close.point.latest() {
			date.close = m.to
		}
	}
	if date.start.bound == open && date.close.bound == open {
		return Date{}, p.fail(0, "A set is open at one side at most.")
	}
	date.members = p.input[1:last]
	return date, true
}

// members reads the members of a set whose closing bracket is at last.
func (p *parser) members(last int) ([]member, bool) {
	var members []member
	for p.at = 1; ; p.at++ {
		comma := strings.IndexByte(p.input[p.at:last], ',')
		end := last
		if comma >= 0 {
			end = p.at + comma
		}
		m, ok := p.member(end, len(members) == 0, end == last)
		if !ok {
			return nil, false
		}
		members = append(members, m)
		if p.at = end; end == last {
			return members, true
		}
	}
}

const twoDots = ".."

// member reads the member that ends before limit.
func (p *parser) member(limit int, first, last bool) (member, bool) {
	start := p.at
	text := p.input[start:limit]
	dots := strings.Index(text, twoDots)
	switch wrong := strings.IndexAny(text, " /"); {
	case text == "" || text == twoDots:
		return member{}, p.fail(start, "There is a date missing here.")
	case wrong >= 0 && text[wrong] == ' ':
		return member{}, p.fail(start+wrong, "A set has no spaces.")
	case wrong >= 0:
		return member{}, p.fail(start+wrong, "In a set, dates from one to another have two dots between them.")
	case dots == 0 && !first:
		return member{}, p.fail(start, "Only the first date of a set has two dots before it.")
	case dots > 0 && start+dots+len(twoDots) == limit && !last:
		return member{}, p.fail(start+dots, "Only the last date of a set has two dots after it.")
	case dots < 0:
		point, ok := p.memberDate(limit)
		return member{from: point, to: point}, ok
	}
	m := member{from: end{bound: open}, to: end{bound: open}, run: true}
	var ok bool
	if dots > 0 {
		if m.from, ok = p.runSide(start + dots); !ok {
			return member{}, false
		}
	}
	if p.at = start + dots + len(twoDots); p.at < limit {
		second := p.at
		if m.to, ok = p.runSide(limit); !ok {
			return member{}, false
		}
		if dots > 0 && m.from.point.precision() != m.to.point.precision() {
			return member{}, p.fail(second, "On both sides of the two dots are years, or months, or days.")
		}
		if dots > 0 && m.to.point.earliest() < m.from.point.earliest() {
			return member{}, p.fail(second, "These dates end before they begin.")
		}
	}
	return m, true
}

func (p *parser) memberDate(limit int) (end, bool) {
	start := p.at
	p.limit = limit
	point, ok := p.point()
	if ok && point.clock.set {
		return end{}, p.fail(start, "A date of a set has no time of day.")
	}
	return end{given, point}, ok
}

// runSide reads a date beside two dots. It has to be one that can be counted
// on from.
func (p *parser) runSide(limit int) (end, bool) {
	start := p.at
	side, ok := p.memberDate(limit)
	if ok && !side.point.countable() {
		return end{}, p.fail(start, "Beside two dots is a year, a month or a day without X.")
	}
	return side, ok
}

// precision says how exact a date is: to the year, the month or the day.
type precision uint8

const (
	toYear precision = iota
	toMonth
	toDay
)

func (p point) precision() precision {
	switch {
	case p.month <= 0:
		return toYear
	case p.day <= 0:
		return toMonth
	}
	return toDay
}

// countable reports whether p is a plain year, month or day, marked or not.
func (p point) countable() bool {
	return p.blanks == 0 && p.month >= 0 && p.month < spring && p.day >= 0
}
