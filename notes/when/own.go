package when

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/edtf"
)

// sameWeek is how many days lie, at most, between an article's own date and a
// weekday of which it speaks with day and month.
const sameWeek = 7

// own reports whether a whole date is used as the article's own, and not as that
// of something of which it tells: in a dateline, behind "published", or beside
// "today".
func (s *scan) own(f Found) bool {
	atEnd := len(s.body)-f.Start <= dateline
	before := s.body[strings.LastIndexByte(s.body[:f.Start], '\n')+1 : f.Start]
	if (f.Start < dateline || atEnd) && announced(before) {
		return true
	}
	return f.Start < dateline && (isToday(before) || inDateline(before, s.body[f.End:]))
}

var (
	// publishing are the words that say of a date that it is the article's own.
	publishing = strings.Fields("published updated posted modified")
	// besides are those that may stand between a sentence's beginning and the date.
	besides = strings.Fields("first last originally this article story page post was date on at and")
)

// announced reports whether the words before a date say that it is the article's.
func announced(before string) bool {
	before = before[strings.LastIndexAny(before, ".|·")+1:]
	said := false
	for _, word := range strings.FieldsFunc(strings.ToLower(before), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch {
		case slices.Contains(publishing, word):
			said = true
		case !slices.Contains(besides, word):
			return false
		}
	}
	return said
}

// isToday reports whether a date stands behind "today".
func isToday(before string) bool {
	words := strings.Fields(strings.TrimRight(before, " ,(–—"))
	return len(words) > 0 && strings.EqualFold(words[len(words)-1], "today")
}

// small are the words of a dateline that have no capital: "By Ann Lee and Ian Roe".
var small = strings.Fields("and by of de la")

// inDateline reports whether a date stands alone in its line, or behind names that
// a comma or dash parts from it, with no sentence that goes on behind it: "NAIROBI,
// Kenya, 24 April 2023 – The minister", not "On 12 January 2010 an earthquake".
func inDateline(before, behind string) bool {
	for _, word := range strings.FieldsFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) && !slices.Contains(small, word) {
			return false
		}
	}
	before = strings.TrimSpace(before)
	if last, _ := utf8.DecodeLastRuneInString(before); unicode.IsLetter(last) {
		place := before[strings.LastIndexByte(before, ' ')+1:]
		if utf8.RuneCountInString(place) < 3 || strings.ToUpper(place) != place { // "NAIROBI 24 April 2023", not "On 24 April 2023"
			return false
		}
	}
	behind = strings.TrimLeft(behind, " \u00a0")
	next, size := utf8.DecodeRuneInString(behind)
	if next == ',' { // of a time of day
		next, _ = utf8.DecodeRuneInString(strings.TrimLeft(behind[size:], " \u00a0"))
		return unicode.IsDigit(next)
	}
	return behind == "" || unicode.IsDigit(next) || strings.ContainsRune("\n.:|()–—-·", next)
}

// agrees reports whether a clue's weekday is one of the week up to a day, or of
// the week after it.
func (c *clue) agrees(day edtf.Day) bool {
	if c.weekday == 0 {
		return false
	}
	m := c.day
	m.year, _, _ = day.Date()
	near := m.number()
	return max(near-day, day-near) <= sameWeek && weekdayOf(near) == c.weekday
}
