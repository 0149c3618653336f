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
	if f.Start < s.titled {
		return inTitle(s.body[:f.Start], s.body[f.End:max(f.End, s.titled)])
	}
	atEnd := len(s.body)-f.Start <= dateline
	opens := f.Start-s.titled < dateline
	before := s.body[strings.LastIndexByte(s.body[:f.Start], '\n')+1 : f.Start]
	if (opens || atEnd) && announced(before) {
		return true
	}
	return opens && (isToday(before) || inDateline(before, s.body[f.End:]))
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

// Words of titles whose date is that of the text itself.
var (
	// documents are what is dated by the day on which it is written.
	documents = strings.Fields(`minutes letter letters memo memorandum note notes diary journal log telegram cable dispatch despatch
		report bulletin circular statement communiqué communique agenda transcript testimony deposition interview speech address
		sermon entry postcard email e-mail message newsletter edition issue record proceedings protocol affidavit`)
	// sittings are what such a text is the record of.
	sittings = strings.Fields("meeting meetings committee board council session sitting hearing assembly conference cabinet commission")
	// ofSubject lead from a document to what it is about.
	ofSubject = strings.Fields("about on concerning regarding into after before since")
	// toDate stand between such a word and its date.
	toDate = strings.Fields("of on the dated from for held")
)

// longestPlace is how many words the place in a dateline has at most.
const longestPlace = 3

// inTitle reports whether a date in a title is that of the article: one that stands
// alone or behind a place, or that of a letter or of minutes, not "The earthquake of
// 12 January 2010".
func inTitle(before, behind string) bool {
	before = strings.TrimRight(before, " \u00a0")
	words := strings.FieldsFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' })
	document := slices.IndexFunc(words, func(word string) bool { return slices.Contains(documents, strings.ToLower(word)) })
	apart := strings.TrimRight(before, ",(–—-:|·[/") != before
	if document < 0 {
		places := apart && !slices.ContainsFunc(strings.FieldsFunc(before, func(r rune) bool { return strings.ContainsRune(",–—|", r) }), func(place string) bool {
			return len(strings.Fields(place)) > longestPlace
		})
		sitting := len(words) > 0 && slices.Contains(sittings, strings.ToLower(lastBut(words, toDate)))
		return sitting || (before == "" || places) && inDateline(before, behind)
	}
	last := lastBut(words, toDate)
	name, _ := utf8.DecodeRuneInString(last)
	about := slices.ContainsFunc(words[document:], func(word string) bool { return slices.Contains(ofSubject, word) })
	own := slices.Contains(documents, strings.ToLower(last)) || slices.Contains(sittings, strings.ToLower(last))
	return own || apart || !about && unicode.IsUpper(name)
}

// lastBut returns the last word that is none of some, or "".
func lastBut(words, some []string) string {
	for i := len(words) - 1; i >= 0; i-- {
		if !slices.Contains(some, words[i]) {
			return words[i]
		}
	}
	return ""
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
