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

// dateReader reads one date and returns it as EDTF; false if it is none.
type dateReader func(s string) (date string, ok bool)

// splitDate reads what joinDate wrote, and what read does. What is no date is all
// words; a genealogist's date of which EDTF says less, such as a calculated one or
// a double year, keeps them.
func splitDate(s string, read dateReader) (date, words string) {
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
	if date, ok := read(s); ok {
		if d := gedcomValue(strings.ToUpper(s)); d.worded && d.text == date {
			return date, s
		}
		return date, ""
	}
	return "", s
}

func isEDTF(s string) bool {
	_, err := edtf.Parse(s)
	return err == nil
}

// typedDate reads what people type; of three numbers dayFirst says which comes
// first.
func typedDate(dayFirst bool) dateReader {
	return func(s string) (string, bool) {
		date, err := edtf.ParseTyped(s, dayFirst)
		return date.String(), err == nil
	}
}

// statedDate reads EDTF or a date in words, for formats that say how dates are
// written. Three numbers of which day and month can be mistaken are none there.
func statedDate(s string) (string, bool) {
	if _, either := edtf.OtherReading(s, true); either {
		return "", false
	}
	return typedDate(true)(s)
}

// threeNumbers are dates whose first number may be the day or the month.
var threeNumbers = regexp.MustCompile(`\b\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{4}\b`)

// tellReadings says which dates of a record can be meant otherwise as they are
// written in its cells, and how they were read.
func (in *intake) tellReadings(cells string, r Record) {
	dates := r.Date
	for _, role := range r.Roles {
		dates += " " + role.From + " " + role.To
	}
	for _, written := range distinct(threeNumbers.FindAllString(cells, -1)) {
		other, either := edtf.OtherReading(written, in.dayFirst)
		date, _ := typedDate(in.dayFirst)(written)
		if either && strings.Contains(dates, date) {
			in.problem(r.Line, "“%s” was read as %s; if %s is meant, write it so.", written, date, other)
		}
	}
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
func readSpan(s string, read dateReader) (from, to string, ok bool) {
	for _, dash := range []string{"–", "—", " - "} {
		before, after, found := strings.Cut(s, dash)
		if !found {
			continue
		}
		from, fromOK := sideOf(before, read)
		to, toOK := sideOf(after, read)
		if fromOK && toOK && from+to != "" {
			return from, to, true
		}
	}
	date, ok := read(strings.TrimSpace(s))
	if !ok {
		return "", "", false
	}
	from, to = span(date)
	return from, to, from+to != ""
}

func sideOf(s string, read dateReader) (string, bool) {
	if s = strings.TrimSpace(s); s == "" || s == "?" {
		return "", true
	}
	return read(s)
}
