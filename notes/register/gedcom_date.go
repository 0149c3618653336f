package register

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"cuttings/notes/edtf"
)

// gedcomMonths are the months of the Gregorian and the Julian calendar.
var gedcomMonths = []string{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"}

var (
	// gedcomEscape is how version 5.5.1 names a calendar: @#DFRENCH R@.
	gedcomEscape = regexp.MustCompile(`@+#D([A-Za-z ]+)@+ *`)
	// gedcomDay is a date of those two calendars: day, month, year, second
	// year, epoch.
	gedcomDay = regexp.MustCompile(`^(?:(?:(\d{1,2}) )?([A-Z]{3,9})\.? )?(\d{1,4})(?:/(\d{2,4}))?( ?\(?(?:BCE|BC|B\.C\.|AD|CE|A\.D\.)\)?)?$`)
	// gedcomForeign is a date of the calendars that are kept as words.
	gedcomForeign = regexp.MustCompile(`^(?:HEBREW|FRENCH_R) (?:(?:\d{1,2} )?[A-Z]{3,4} )?\d{1,4}$`)
)

// fromGEDCOM reads a DATE and the PHRASE below it. Words are what the date was
// written like where EDTF says less: a phrase, a calculated or estimated date,
// another calendar, a double year. "BEF" and "AFT" become intervals with an
// open end to which that date does not belong, "FROM" and "TO" alone such with an unknown one, "BET" one of a set.
func fromGEDCOM(value, phrase string) (date, words string) {
	value = oneLine(gedcomCalendars(oneLine(value)))
	upper := strings.ToUpper(value)
	if inner, ok := strings.CutPrefix(value, "("); ok {
		phrase, upper = strings.TrimSuffix(inner, ")"), ""
	}
	if rest, ok := strings.CutPrefix(upper, "INT "); ok {
		upper = rest
		if at := strings.IndexByte(value, '('); at >= 0 {
			phrase = strings.TrimSuffix(value[at+1:], ")")
			upper, _, _ = strings.Cut(rest, "(")
		}
	}
	phrase = oneLine(phrase)
	d := gedcomValue(strings.TrimSpace(upper))
	switch {
	case d.text == "" && upper != "": // not as the format has it
		d.text, _ = statedDate(value)
		if d.text != value {
			words = value
		}
	case d.text == "" && phrase != "":
		d.text, _ = statedDate(phrase)
	case d.worded:
		words = value
	}
	if phrase != "" {
		words = phrase
	}
	if full, fullWords := splitDate(phrase, statedDate); full != "" {
		// What toGEDCOM adds where the format says less than EDTF does.
		if payload, _ := gedcomPayload(full); payload == value && phrase == joinDate(full, fullWords) {
			return full, fullWords
		}
	}
	if words == d.text { // they say no more
		words = ""
	}
	return d.text, words
}

// gedcomCalendars writes calendars as version 7 does, which is one word.
func gedcomCalendars(value string) string {
	return gedcomEscape.ReplaceAllStringFunc(value, func(escape string) string {
		name := strings.ToUpper(gedcomEscape.FindStringSubmatch(escape)[1])
		if name == "GREGORIAN" {
			return ""
		}
		return strings.ReplaceAll(name, " ", "_") + " "
	})
}

// gedcomResult is a date in EDTF, and whether its wording says more.
type gedcomResult struct {
	text   string
	worded bool
}

func gedcomValue(value string) gedcomResult {
	keyword, rest, _ := strings.Cut(value, " ")
	var format string
	switch strings.TrimSuffix(keyword, ".") {
	case "ABT", "ABOUT", "CA", "CIRCA":
		return about(rest, false)
	case "CAL", "EST":
		return about(rest, true)
	case "BEF", "BEFORE":
		return beyond("../%s", rest)
	case "AFT", "AFTER":
		return beyond("%s/..", rest)
	case "TO":
		format = "/%s"
	case "FROM":
		if from, to, ok := strings.Cut(rest, " TO "); ok {
			return both("%s/%s", from, to)
		}
		format = "%s/"
	case "BET", "BETWEEN":
		if from, to, ok := strings.Cut(rest, " AND "); ok {
			return both("[%s..%s]", from, to)
		}
		return gedcomResult{}
	default:
		return gedcomSingle(value)
	}
	d := gedcomSingle(rest)
	return valid(fmt.Sprintf(format, d.text), d)
}

// beyond reads what lies before or after a date, which EDTF counts to it.
func beyond(format, value string) gedcomResult {
	d := gedcomSingle(value)
	if d = valid(fmt.Sprintf(format, d.text), d); d.text != "" {
		date, _ := edtf.Parse(d.text)
		d.text = date.Narrowed().String()
	}
	return d
}

// valid keeps a date only if it is one.
func valid(text string, parts ...gedcomResult) gedcomResult {
	d := gedcomResult{text: text}
	for _, part := range parts {
		if part.text == "" {
			return gedcomResult{}
		}
		d.worded = d.worded || part.worded
	}
	if !isEDTF(text) {
		return gedcomResult{}
	}
	return d
}

func about(value string, worded bool) gedcomResult {
	d := gedcomSingle(value)
	if strings.HasSuffix(d.text, "~") {
		return d
	}
	d.worded = d.worded || worded
	return valid(d.text+"~", d)
}

func both(format, from, to string) gedcomResult {
	a, b := gedcomSingle(from), gedcomSingle(strings.TrimSpace(to))
	d := valid(fmt.Sprintf(format, a.text, b.text), a, b)
	if d.text == "" && a.text != "" && b.text != "" {
		// One end is finer than the other, which a set does not allow.
		d.text, _ = statedDate("between " + a.text + " and " + b.text)
		d.worded = true
	}
	return d
}

// gedcomSingle reads one date of the Gregorian or the Julian calendar.
func gedcomSingle(value string) gedcomResult {
	value = strings.TrimSpace(strings.TrimPrefix(value, "GREGORIAN "))
	rest, julian := strings.CutPrefix(value, "JULIAN ")
	parts := gedcomDay.FindStringSubmatch(strings.TrimSpace(rest))
	if parts == nil {
		return gedcomResult{}
	}
	year, _ := strconv.Atoi(parts[3])
	if len(parts[3]) < 3 && parts[5] == "" {
		return gedcomResult{} // "85" is hardly the year 85, and nobody says which it is
	}
	if strings.Contains(parts[5], "B") {
		year = 1 - year
	}
	month, day := 0, 0
	if parts[2] != "" {
		if month = monthOf(parts[2]); month == 0 {
			return gedcomResult{}
		}
		if parts[1] != "" {
			if day, _ = strconv.Atoi(parts[1]); day == 0 {
				return gedcomResult{}
			}
		}
	}
	d := gedcomResult{worded: julian}
	if parts[4] != "" {
		d.worded = true
		if next := strconv.Itoa(year + 1); !strings.HasSuffix(next, parts[4]) || month > 3 {
			return gedcomResult{}
		}
		if month == 0 {
			return valid(fmt.Sprintf("[%s,%s]", gedcomISO(year, 0, 0), gedcomISO(year+1, 0, 0)), gedcomResult{"-", true})
		}
		year++ // the year that began in March is written before that which began in January
	}
	d.text = gedcomISO(year, month, day)
	switch {
	case julian && day > 0:
		d.text = fromJulian(year, month, day)
	case julian:
		d.text += "~" // some days of it lie outside the Gregorian month or year
	}
	return valid(d.text, d)
}

// monthOf knows a month by its first three letters, as English names have it.
func monthOf(word string) int {
	for i, month := range gedcomMonths {
		if strings.HasPrefix(word, month) && strings.HasPrefix(strings.ToUpper(time.Month(i+1).String()), word) {
			return i + 1
		}
	}
	if word == "SEPT" {
		return 9
	}
	return 0
}

// gedcomISO writes a date; month and day are 0 if there is none.
func gedcomISO(year, month, day int) string {
	sign := ""
	if year < 0 {
		sign, year = "-", -year
	}
	s := fmt.Sprintf("%s%04d", sign, year)
	if month > 0 {
		s += fmt.Sprintf("-%02d", month)
	}
	if day > 0 {
		s += fmt.Sprintf("-%02d", day)
	}
	return s
}

// fromJulian converts a day of the Julian calendar; "" if there is none such.
// Years are astronomical. The calendars are apart by the leap days of the full
// centuries since AD 200 that are not divisible by 400 (Meeus, "Astronomical
// Algorithms", chapter 7).
func fromJulian(year, month, day int) string {
	last := time.Date(2001, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	if month == 2 && year%4 == 0 {
		last = 29
	}
	if day > last {
		return ""
	}
	since := year
	if month <= 2 {
		since-- // the leap day of a century comes at its end
	}
	apart := floor(since, 100) - floor(since, 400) - 2
	// A 29 February that is none becomes 1 March, from which the count goes on.
	there := time.Date(year, time.Month(month), day+apart, 0, 0, 0, 0, time.UTC)
	return gedcomISO(there.Year(), int(there.Month()), there.Day())
}

func floor(a, b int) int {
	if a < 0 {
		return (a - b + 1) / b
	}
	return a / b
}
