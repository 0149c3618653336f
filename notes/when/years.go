package when

import (
	"strings"

	"cuttings/notes/when/words"
)

// Which numbers of four digits can be years. Before 1800 they are so only
// beside words that leave no doubt.
const (
	earliestYear = 1000
	plainYear    = 1800
	latestYear   = 2100
	lastCentury  = 21
)

// yearNumber reads a year where only a year can stand: behind a month.
func (s *scan) yearNumber(i int) (int64, bool) {
	value, digits, ok := s.number(i)
	if !ok || digits != 4 || value < earliestYear || value > latestYear || s.counts(i+1) {
		return 0, false
	}
	if i+1 < len(s.tokens) && s.tokens[i+1].Gap == words.Joined && s.tokens[i+1].Kind == words.Word {
		return 0, false
	}
	return int64(value), true
}

// year reads a number as a year if what stands around it does not speak
// against that.
func (s *scan) year(i int) (int64, bool) {
	year, ok := s.yearNumber(i)
	if !ok || s.text(i+1) == "x" || s.mark(i+1, '×') || s.mark(i+1, '%', '/') || s.gluedBehind(i) || s.currency(i-1) {
		return 0, false
	}
	if s.mark(i-1, '-') {
		_, digits, _ := s.number(i - 2)
		return year, s.is(i-2, part) || digits == 4 // mid-2011, 1998-2003
	}
	switch s.class(i - 1) {
	case in, since, until:
		return year, true
	case numbered:
		return 0, false
	case from, between, before, after, by, of, approximate, part, to, and:
		if s.class(i-1) == of && year < plainYear && (i < 2 || !s.tokens[i-2].Capital) {
			return 0, false
		}
		return year, !s.plural(i + 1)
	}
	return year, year >= plainYear && s.alone(i)
}

// alone reports whether a number of four digits without a preposition reads as
// a year: "the 2004 election", "(1945)", "2004 was", but not "killed 2000
// civilians".
func (s *scan) alone(i int) bool {
	if s.tokens[i].First || i == 0 {
		return !s.plural(i + 1)
	}
	before := s.tokens[i-1]
	switch {
	case before.Kind == words.Mark:
		return !s.plural(i+1) && (before.Is('(') || before.Is('–') || before.Is('—') || before.Is(',') && !s.isNumber(i-2))
	case before.Kind == words.Possessive, s.is(i-1, the):
		return true
	case before.Kind != words.Word:
		return false
	case before.Capital:
		return !s.plural(i + 1)
	}
	// "the disputed 2022 election": a noun must follow.
	following := s.follows(i + 1)
	return following < len(s.tokens) && s.tokens[following].Kind == words.Word && s.class(following) == other &&
		len(s.text(following)) > 3 && !s.plural(following) && s.class(i-1) == other
}

func (s *scan) isNumber(i int) bool {
	return i >= 0 && i < len(s.tokens) && (s.tokens[i].Kind == words.Number || s.tokens[i].Kind == words.Figure)
}

// plural reports whether the word at i looks like something that is counted.
func (s *scan) plural(i int) bool {
	i = s.follows(i)
	if i >= len(s.tokens) || s.tokens[i].Kind != words.Word || s.tokens[i].Capital {
		return false
	}
	if s.is(i, counted) {
		return true
	}
	text := s.text(i)
	return s.class(i) == other && len(text) > 3 && strings.HasSuffix(text, "s") && !strings.HasSuffix(text, "ss")
}

// counts reports whether a word at i says that the number before it counts
// something.
func (s *scan) counts(i int) bool {
	i = s.follows(i)
	if s.is(i, counted) {
		return true
	}
	return s.mark(i, '-') && s.is(i+1, counted) && s.tokens[i+1].Gap == words.Joined
}

// currency reports whether a mark at i makes a sum or a numbering of what
// follows.
func (s *scan) currency(i int) bool { return s.mark(i, '$', '£', '€', '¥', '₹', '#', '№') }

// glued reports whether a number hangs on what stands before it, as in
// covid-19, 10:30, and in addresses.
func (s *scan) glued(i int) bool {
	if i == 0 || s.tokens[i].Gap != words.Joined {
		return false
	}
	before := s.tokens[i-1]
	switch {
	case before.Is('(') || before.Is('[') || before.Is('"') || before.Is('“') || before.Is('‘') || before.Is('\''),
		before.Is('–') || before.Is('—'):
		return false
	case before.Is('-'):
		return !s.is(i-2, part) && !s.isNumber(i-2)
	case before.Is('/'):
		return true
	}
	return true
}

// gluedBehind reports whether something hangs on a number that no year has
// behind it.
func (s *scan) gluedBehind(i int) bool {
	if i+1 >= len(s.tokens) || s.tokens[i+1].Gap != words.Joined {
		return false
	}
	behind := s.tokens[i+1]
	if behind.Kind != words.Mark {
		return behind.Kind != words.Possessive
	}
	joined := i+2 < len(s.tokens) && s.tokens[i+2].Gap == words.Joined
	if !joined {
		return false
	}
	if _, digits, ok := s.number(i + 2); ok && digits == 4 && (behind.Is('-') || behind.Is('–')) {
		return false
	}
	switch behind.Rune {
	case '-', ':', '/', '.', '_', '@', '\'':
		return s.tokens[i+2].Kind != words.Mark
	}
	return false
}

// century reads "19th century", "nineteenth-century", "twenty-first century".
func (s *scan) century(i int) (draft, bool) {
	value, at := 0, i+1
	switch {
	case s.is(i, nth):
		value = int(s.lex[i].value)
		if value == 1 && s.mark(i-1, '-') && strings.EqualFold(s.text(i-2), "twenty") {
			value = lastCentury
		}
	default:
		number, digits, ok := s.number(i)
		if !ok || digits > 2 {
			return draft{}, false
		}
		ending := s.text(i + 1)
		if at >= len(s.tokens) || s.tokens[at].Gap != words.Joined || ending != "th" && ending != "st" && ending != "nd" && ending != "rd" {
			return draft{}, false
		}
		value, at = number, i+2
	}
	at = s.follows(at)
	if s.mark(at, '-') {
		at = s.follows(at + 1)
	}
	if !s.is(at, unit) || period(s.lex[at].value) != centuries || value < 1 || value > lastCentury {
		return draft{}, false
	}
	d := draft{end: at + 1, moment: moment{year: int64(value-1) * 100, blanks: 2}, dated: true}
	if behind := s.follows(at + 1); s.is(behind, era) {
		d.end = behind + 1
		if s.lex[behind].value == 1 {
			d.moment.year = -d.moment.year
			return d, value > 1 // the first before Christ is no hundred years that EDTF can write
		}
	}
	return d, true
}

// decade reads "1990s" and "1990's".
func (s *scan) decade(i int) (draft, bool) {
	value, digits, ok := s.number(i)
	if !ok || digits != 4 || value%10 != 0 || value < earliestYear || value > latestYear || i+1 >= len(s.tokens) {
		return draft{}, false
	}
	ending := s.tokens[i+1]
	if ending.Gap != words.Joined || ending.Kind != words.Possessive && s.text(i+1) != "s" {
		return draft{}, false
	}
	return draft{end: i + 2, moment: moment{year: int64(value), blanks: 1}, dated: true}, true
}

// beforeChrist reads "44 BC" and "79 AD".
func (s *scan) beforeChrist(i int) (draft, bool) {
	value, _, ok := s.number(i)
	at := s.follows(i + 1)
	if !ok || value == 0 || !s.is(at, era) || len(s.text(at)) < 2 || s.text(at)[1] >= 'a' {
		return draft{}, false
	}
	year := int64(value)
	if s.lex[at].value == 1 {
		year = 1 - year
	}
	return draft{end: at + 1, moment: moment{year: year}, dated: true}, true
}

// season reads "spring 2011" and "the summer of 2011". Without a year a season
// is often no date, and "the fall of" is of cities.
func (s *scan) season(i int) (draft, bool) {
	at := s.follows(i + 1)
	if s.is(at, of) {
		if strings.EqualFold(s.text(i), "fall") {
			return draft{}, false
		}
		at = s.follows(at + 1)
	}
	year, ok := s.yearNumber(at)
	if !ok {
		return draft{}, false
	}
	return draft{end: at + 1, moment: moment{year: year, month: int8(s.lex[i].value)}, dated: true}, true
}
