package when

import (
	"strings"

	"cuttings/notes/when/words"
)

// weekday reads "Saturday", "Saturday, April 22", "Saturday 22 April 2023",
// "Saturday night".
func (s *scan) weekday(i int) (draft, bool) {
	short := s.class(i) == weekdayShort
	d := draft{end: i + 1, weekday: int8(s.lex[i].value)}
	at := s.follows(i + 1)
	if short && s.mark(at, '.') {
		at = s.follows(at + 1)
	}
	if s.mark(at, ',') {
		at = s.follows(at + 1)
	}
	at = s.skipThe(at)
	if s.is(at, month) || s.is(at, monthShort) || s.isNumber(at) {
		if day, ok := s.calendar(at); ok && day.moment.day > 0 && day.lastDay == 0 {
			day.weekday = d.weekday
			return day, true
		}
	}
	if short || s.namedWeekday(i) {
		return draft{}, false
	}
	if behind := s.follows(i + 1); s.is(behind, daytime) && s.tokens[behind].Gap != words.Joined {
		d.end = behind + 1
	}
	return d, true
}

// namedWeekday reports whether a weekday is part of a name: Joe Friday, Black
// Friday, Friday Okafor, or a person of that name who speaks.
func (s *scan) namedWeekday(i int) bool {
	if i > 0 && !s.tokens[i].First && (s.is(i-1, feast) || s.is(i-1, titleWord)) && s.tokens[i-1].Capital ||
		s.mark(i-1, '.') && s.is(i-2, titleWord) {
		return true
	}
	if s.tokens[i].First && s.is(s.follows(i+1), spoken) {
		return true
	}
	if s.leads(i) {
		return false
	}
	return s.capitalBehind(i)
}

// leads reports whether the word before token i can only lead to a date there.
func (s *scan) leads(i int) bool {
	if i == 0 || s.tokens[i].First {
		return false
	}
	switch s.class(i - 1) {
	case in, on, since, until, by, before, after, direction, part, between:
		return true
	}
	return false
}

// capitalBehind reports whether a name seems to go on behind token i.
func (s *scan) capitalBehind(i int) bool {
	at := s.follows(i + 1)
	return at < len(s.tokens) && s.tokens[at].Kind == words.Word && s.tokens[at].Capital && s.tokens[at].Gap == words.Space &&
		s.class(at) == other
}

// bareMonth reports whether a month without day and year is one. May, March,
// April, June and August are also words and names, and need a preposition.
func (s *scan) bareMonth(i int) bool {
	name := strings.ToLower(s.text(i))
	if s.leads(i) && !s.is(i-1, by) && !s.is(i-1, before) && !s.is(i-1, after) {
		return true
	}
	if s.capitalBehind(i) || i+1 < len(s.tokens) && s.tokens[i+1].Kind == words.Possessive && s.tokens[i].First {
		return false
	}
	switch name {
	case "may", "march", "april", "june", "august":
		switch s.class(i - 1) {
		case by, before, after, of, from, to, and:
			return !s.tokens[i].First && !s.is(s.follows(i+1), spoken)
		}
		return false
	}
	if i > 0 && !s.tokens[i].First && s.tokens[i-1].Kind == words.Word && s.tokens[i-1].Capital && s.class(i-1) == other &&
		!s.tokens[i-1].First {
		return false // Black September
	}
	return !s.is(i-1, feast)
}
