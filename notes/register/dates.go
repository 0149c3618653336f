package register

import (
	"regexp"
	"strings"

	"cuttings/notes/edtf"
)

// joinDate writes a date and its words in one: the EDTF, the words in round
// brackets, or both. splitDate reads it.
func joinDate(date, words string) string {
	switch {
	case words == "":
		return date
	case date == "":
		return "(" + words + ")"
	}
	return date + " (" + words + ")"
}

// splitDate reads what joinDate wrote, and what people type. What is no date is
// all words.
func splitDate(s string) (date, words string) {
	s = oneLine(s)
	if s == "" {
		return "", ""
	}
	if before, in, ok := strings.Cut(s, "("); ok && strings.HasSuffix(in, ")") {
		before, in = strings.TrimSpace(before), strings.TrimSpace(strings.TrimSuffix(in, ")"))
		if before == "" || isEDTF(before) {
			return before, in
		}
	}
	if date, ok := typedDate(s); ok {
		return date, ""
	}
	return "", s
}

func isEDTF(s string) bool {
	_, err := edtf.Parse(s)
	return err == nil
}

// threeNumbers is a date of which nobody knows whether it begins with the day.
var threeNumbers = regexp.MustCompile(`^\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d+$`)

// typedDate reads EDTF or a date in words. Three numbers without a year in
// front are not guessed at, unless day and month cannot be mistaken.
func typedDate(s string) (string, bool) {
	date, err := edtf.ParseTyped(s, true)
	if err != nil {
		return "", false
	}
	if threeNumbers.MatchString(s) {
		if other, err := edtf.ParseTyped(s, false); err != nil || other != date {
			return "", false
		}
	}
	return date.String(), true
}

// plainDate is what formats without uncertainty write: year, month, day.
var plainDate = regexp.MustCompile(`^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$`)

// ends returns the two sides of an interval, "" for an open or unknown one. It
// is false if the date is no interval.
func ends(date string) (from, to string, ok bool) {
	if strings.HasPrefix(date, "[") || strings.HasPrefix(date, "{") {
		return "", "", false
	}
	from, to, ok = strings.Cut(date, "/")
	return strings.TrimSuffix(from, ".."), strings.TrimSuffix(to, ".."), ok
}

// span turns the date of a role into its two ends.
func span(date string) (from, to string) {
	if from, to, ok := ends(date); ok {
		return from, to
	}
	return date, date
}

// spanWords writes the two ends of a role as readSpan reads them.
func spanWords(from, to string) string {
	if _, _, interval := ends(from); from == to && !interval {
		return from
	}
	return from + "–" + to
}

// readSpan reads "from–to", an EDTF date or interval, or a date in words.
func readSpan(s string) (from, to string, ok bool) {
	for _, dash := range []string{"–", "—", " - "} {
		before, after, found := strings.Cut(s, dash)
		if !found {
			continue
		}
		from, fromOK := sideOf(before)
		to, toOK := sideOf(after)
		if fromOK && toOK && from+to != "" {
			return from, to, true
		}
	}
	date, ok := typedDate(strings.TrimSpace(s))
	if !ok {
		return "", "", false
	}
	from, to = span(date)
	return from, to, from+to != ""
}

func sideOf(s string) (string, bool) {
	if s = strings.TrimSpace(s); s == "" || s == "?" {
		return "", true
	}
	return typedDate(s)
}
