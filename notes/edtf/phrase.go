package edtf

import (
	"strconv"
	"strings"
)

// Words that people put around a date, in lower case. The values of months
// and seasons are the numbers of the format.
var (
	monthWords = map[string]int8{
		"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
		"august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
		"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7,
		"aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
		"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24,
	}
	// feasts are days that are the same each year, as month and day.
	feasts = map[string][2]int8{
		"new year's day": {1, 1}, "christmas eve": {12, 24}, "christmas day": {12, 25}, "new year's eve": {12, 31},
	}
	approximateWords = map[string]bool{
		"about": true, "around": true, "circa": true, "c": true, "ca": true, "approximately": true,
		"approximate": true, "approx": true, "roughly": true, "~": true, "near": true,
		// As genealogists write: about, calculated, estimated.
		"abt": true, "cal": true, "calculated": true, "est": true, "estimated": true,
	}
	uncertainWords = map[string]bool{
		"uncertain": true, "perhaps": true, "possibly": true, "probably": true, "maybe": true, "?": true,
		"likely": true, "presumably": true,
	}
	skippedWords = map[string]bool{
		"the": true, "of": true, "in": true, "on": true, ",": true, ".": true, "(": true, ")": true,
		"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true,
		"saturday": true, "sunday": true, "year": true, "month": true,
	}
	ordinalEndings = map[string]bool{"st": true, "nd": true, "rd": true, "th": true}
	commonEras     = map[string]bool{"ad": true, "ce": true}
	earlierEras    = map[string]bool{"bc": true, "bce": true}
)

// draft is a date as far as its words go.
type draft struct {
	point
	part     part
	dated    bool // the year is said
	leading  bool // "about" came first
	trailing bool // the doubt came last
	century  bool // the years are those of a century
	earlier  bool // which is one BC
}

// dayOnly reports whether d is a day that lacks its month.
func (d draft) dayOnly() bool { return d.day > 0 && d.month == 0 }

// share takes the month of another date if d has none: "15 to 17 February",
// "February 15 to 17"; or the century: "18th and 19th century".
func (d *draft) share(other *draft) {
	switch {
	case !d.dayOnly():
	case other.century && !d.dated && d.day > 1:
		number := int64(d.day)
		d.day = 0
		d.setCentury(number, other.earlier)
	case other.month <= 12:
		d.month = other.month
	}
}

// phrase reads one date, which may lack what the other end of an interval
// says.
func (t *typed) phrase(tokens []token) (draft, bool) {
	var d draft
	if d, ok := t.written(tokens); ok {
		return d, true
	}
	for i := 0; i < len(tokens); i++ {
		word := tokens[i]
		switch {
		case word.number:
			used, ok := t.number(&d, tokens, i)
			if !ok {
				return d, false
			}
			i += used
		case monthWords[word.text] != 0:
			if d.month != 0 {
				return d, t.fail(word, "There are two months.")
			}
			d.month = monthWords[word.text]
		case feasts[word.text][0] != 0:
			if d.month != 0 || d.day != 0 {
				return d, t.fail(word, "Write either this or the day and month.")
			}
			d.month, d.day = feasts[word.text][0], feasts[word.text][1]
		case partWords[word.text] != undivided:
			if d.part != undivided {
				return d, t.fail(word, "Write either this or the word before it.")
			}
			d.part = partWords[word.text]
		case ordinalWords[word.text] != 0:
			used, ok := t.ordinal(&d, tokens, i)
			if !ok {
				return d, false
			}
			i += used
		case word.text == monthUnknown, word.text == dayUnknown, word.text == monthAndDayUnknown:
			if !t.setUnknown(&d, word) {
				return d, false
			}
		case approximateWords[word.text]:
			d.approximate = true
			d.leading = d.leading || i == 0
		case uncertainWords[word.text]:
			d.uncertain = true
			d.trailing = d.trailing || i > 0
		case commonEras[word.text] && i+1 < len(tokens) && tokens[i+1].number: // AD 79
		case !skippedWords[word.text]:
			return d, t.fail(word, "This is not understood as part of a date; write it like 22 April 2023, spring 2011 or about 1938.")
		}
	}
	return d, true
}

// ordinal reads "nineteenth century" and "the first of March".
func (t *typed) ordinal(d *draft, tokens []token, i int) (int, bool) {
	value := ordinalWords[tokens[i].text]
	if used, ok := t.centuryOf(d, tokens[i], value, tokens[i+1:]); used > 0 {
		return used, ok
	}
	return 0, t.setDay(d, tokens[i], strconv.FormatInt(value, 10))
}

// setUnknown marks the month or day that is said to be unknown.
func (t *typed) setUnknown(d *draft, word token) bool {
	month, day := word.text != dayUnknown, word.text != monthUnknown
	switch {
	case month && d.month != 0, day && d.day != 0, day && !month && d.month <= 0:
		return t.fail(word, "This does not fit the date before it.")
	}
	if month {
		d.month = blank
	}
	if day {
		d.day = blank
	}
	return true
}

// written reads tokens that stand together as the format itself writes a
// date: "before 1938-03".
func (t *typed) written(tokens []token) (draft, bool) {
	first, last := tokens[0], tokens[len(tokens)-1]
	date, err := Parse(t.input[first.at:last.end])
	if err != nil || date.form != single || date.start.point.clock.set {
		return draft{}, false
	}
	return draft{point: date.start.point, dated: true}, true
}

// number reads the number at i and what belongs to it, and returns how many
// tokens more than one it used.
func (t *typed) number(d *draft, tokens []token, i int) (int, bool) {
	word := tokens[i]
	text := func(ahead int) string {
		if i+ahead < len(tokens) {
			return tokens[i+ahead].text
		}
		return ""
	}
	separator := text(1)
	if separator == "/" || separator == "." || separator == "-" {
		if i+2 < len(tokens) && tokens[i+2].number && tokens[i+2].at == tokens[i+1].end {
			return t.numeric(d, tokens[i:])
		}
	}
	switch next := text(1); {
	case ordinalEndings[next] && tokens[i+1].at == word.end:
		if value, err := strconv.ParseInt(word.text, 10, 16); err == nil {
			if used, ok := t.centuryOf(d, word, value, tokens[i+2:]); used > 0 {
				return used + 1, ok
			}
		}
		return 1, t.setDay(d, word, word.text)
	case next == "s" && tokens[i+1].at == word.end:
		return 1, t.setDecade(d, word)
	case (next == "'" || next == "’") && text(2) == "s" && tokens[i+2].at == word.end+len(next):
		return 2, t.setDecade(d, word)
	case earlierEras[next]:
		return 1, t.setYear(d, word, true)
	case commonEras[next]:
		return 1, t.setYear(d, word, false)
	case len(word.text) == len("200601"), len(word.text) == len("20060102"):
		return 0, t.compact(d, word)
	case len(word.text) > 2, i > 0 && commonEras[tokens[i-1].text]:
		return 0, t.setYear(d, word, false)
	}
	return 0, t.setDay(d, word, word.text)
}

// compact reads 20210305 and 202103: year, month and day without anything between
// them. A year of so many digits is written with Y or an era.
func (t *typed) compact(d *draft, word token) bool {
	year, month, day := word, word, word
	year.text = word.text[:4]
	month.text, month.at = word.text[4:6], word.at+4
	day.text, day.at = word.text[6:], word.at+6
	number, err := strconv.Atoi(month.text)
	switch {
	case err != nil || number < 1 || number > 12 || d.month != 0:
		return t.fail(month, "A month is from 1 to 12; a year of more than four digits begins with Y.")
	case day.text == "" && year.text[0] == '0': // 010203 is hardly the year 102
		return t.fail(word, "Write the year with four digits, such as 2021-03.")
	}
	d.month = int8(number)
	return t.setYear(d, year, false) && (day.text == "" || t.setDay(d, day, day.text))
}

func (t *typed) setDay(d *draft, word token, number string) bool {
	day, err := strconv.Atoi(number)
	if err != nil || day < 1 || day > 31 {
		return t.fail(word, "This is no day of a month; a year has four digits.")
	}
	if d.day != 0 {
		return t.fail(word, "There are two days; write the year with four digits.")
	}
	d.day = int8(day)
	return true
}

func (t *typed) setYear(d *draft, word token, earlier bool) bool {
	year, err := strconv.ParseInt(word.text, 10, 64)
	if err != nil || len(word.text) > maxYearDigits {
		return t.fail(word, "A year has at most "+strconv.Itoa(maxYearDigits)+" digits.")
	}
	if d.dated {
		return t.fail(word, "There are two years.")
	}
	if earlier && year == 0 {
		return t.fail(word, "Before the year 1 comes 1 BC; there is no year 0.")
	}
	if earlier {
		year = 1 - year
	}
	d.year, d.dated = year, true
	return true
}

func (t *typed) setDecade(d *draft, word token) bool {
	if len(word.text) != 4 || !strings.HasSuffix(word.text, "0") {
		return t.fail(word, "A decade is written like 1990s.")
	}
	if century := word.text[:2]; word.text[2:] == "00" {
		return t.fail(word, "This may be ten years or a hundred; write "+
			century+"00 to "+century+"09, or "+century+"XX for the hundred.")
	}
	d.blanks = 1
	return t.setYear(d, word, false)
}

// numeric reads 22/4/2023, 4/22/2023, 2023/4/22 or 4/2023, with / . or -.
func (t *typed) numeric(d *draft, tokens []token) (int, bool) {
	numbers := []token{tokens[0], tokens[2]}
	if len(tokens) > 4 && tokens[3].text == tokens[1].text && tokens[4].number {
		numbers = append(numbers, tokens[4])
	}
	if len(numbers) == 2 && tokens[1].text == "/" && d.month != 0 && len(numbers[0].text) == 4 {
		return 2, t.doubleYear(d, numbers[0], numbers[1])
	}
	last := len(numbers) - 1
	year, rest := numbers[last], numbers[:last]
	if len(numbers[0].text) >= 4 {
		year, rest = numbers[0], numbers[1:]
	}
	if len(year.text) != 4 {
		return 0, t.fail(year, "Write the year with four digits.")
	}
	if !t.setYear(d, year, false) {
		return 0, false
	}
	month := rest[0]
	if len(rest) == 2 {
		day := rest[1]
		above := func(word token) bool { return len(word.text) == 2 && word.text > "12" }
		// A year in front means month before day, whatever the numbers are.
		if year == numbers[last] && (t.dayFirst && !above(day) || above(month)) {
			day, month = month, day
		}
		if !t.setDay(d, day, day.text) {
			return 0, false
		}
	}
	number, err := strconv.Atoi(month.text)
	if err == nil && number > 12 && len(numbers) == 2 && year == numbers[0] {
		return 0, t.fail(month, "A month is from 1 to 12; a second year has four digits.")
	}
	if err != nil || number < 1 || number > 12 || d.month != 0 {
		return 0, t.fail(month, "A month is from 1 to 12.")
	}
	d.month = int8(number)
	return 2 * last, true
}
