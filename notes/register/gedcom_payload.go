package register

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"cuttings/notes/edtf"
)

// edtfDay is a date that GEDCOM can say: year, month, day, approximate.
var edtfDay = regexp.MustCompile(`^(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(~?)$`)

// toGEDCOM returns the payload of a DATE of version 7, and the PHRASE that says
// what the payload does not; each may be "".
func toGEDCOM(date, words string) (payload, phrase string) {
	if words != "" { // the words may be a date of the format themselves
		again, asWords := fromGEDCOM(words, "")
		if gedcomStandard(words) && again == date && asWords == words {
			return words, ""
		}
	}
	payload, exact := gedcomPayload(date)
	if exact {
		return payload, words
	}
	return payload, joinDate(date, words)
}

// gedcomWords are the words that a DATE of version 7 is made of, beside numbers.
var gedcomWords = "ABT CAL EST BEF AFT TO FROM BET AND JULIAN BCE " + strings.Join(gedcomMonths, " ")

// gedcomStandard reports whether words are a DATE of version 7.
func gedcomStandard(words string) bool {
	if gedcomForeign.MatchString(words) {
		return true
	}
	for _, word := range strings.Fields(words) {
		if strings.Trim(word, "0123456789") != "" && !slices.Contains(strings.Fields(gedcomWords), word) {
			return false
		}
	}
	return gedcomValue(words).text != ""
}

// gedcomPayload returns what the format can say of a date, and whether that is
// all of it.
func gedcomPayload(date string) (payload string, exact bool) {
	if inner, ok := strings.CutPrefix(date, "["); ok {
		from, to, ok := strings.Cut(strings.TrimSuffix(inner, "]"), "..")
		a, aOK := gedcomPoint(from)
		b, bOK := gedcomPoint(to)
		if ok && aOK && bOK {
			return "BET " + a + " AND " + b, true
		}
		return "", date == ""
	}
	from, to, interval := strings.Cut(date, "/")
	if !interval {
		approximate := strings.TrimSuffix(date, "~")
		p, ok := gedcomPoint(approximate)
		if ok && approximate != date {
			p = "ABT " + p
		}
		if !ok { // the year, month or day without its doubts
			p, _ = gedcomPoint(ftmNearest(date))
			return p, date == ""
		}
		return p, true
	}
	a, aOK := gedcomPoint(from)
	b, bOK := gedcomPoint(to)
	switch {
	case from == ".." && bOK:
		b, ok := gedcomBeyond(date)
		return "BEF " + b, ok
	case to == ".." && aOK:
		a, ok := gedcomBeyond(date)
		return "AFT " + a, ok
	case from == "" && bOK:
		return "TO " + b, true
	case to == "" && aOK:
		return "FROM " + a, true
	case aOK && bOK:
		return "FROM " + a + " TO " + b, true
	}
	return "", false
}

// gedcomBeyond writes the date that an interval with an open end lies before or after.
func gedcomBeyond(date string) (string, bool) {
	d, err := edtf.Parse(date)
	if err != nil {
		return "", false
	}
	from, to, _ := strings.Cut(d.Widened().String(), "/")
	if from == ".." {
		return gedcomPoint(to)
	}
	return gedcomPoint(from)
}

// gedcomPoint writes a year, month or day.
func gedcomPoint(date string) (string, bool) {
	parts := edtfDay.FindStringSubmatch(date)
	if parts == nil || parts[4] != "" {
		return "", false
	}
	year, _ := strconv.Atoi(parts[1])
	s := fmt.Sprintf("%03d", year) // of two digits it would be doubted
	if year <= 0 {
		s = strconv.Itoa(1-year) + " BCE"
	}
	if parts[2] != "" {
		month, _ := strconv.Atoi(parts[2])
		s = gedcomMonths[month-1] + " " + s
	}
	if parts[3] != "" {
		day, _ := strconv.Atoi(parts[3])
		s = strconv.Itoa(day) + " " + s
	}
	return s, true
}
