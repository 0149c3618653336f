package edtf

import (
	"slices"
	"strconv"
	"strings"
)

// pair reads two dates from one to another. Of the second year the last digits
// are enough, as in 1900–10, where nothing else can be meant by them.
func (t *typed) pair(left, right []token) (from, to draft, ok bool) {
	if from, ok = t.phrase(left); !ok {
		return from, to, false
	}
	written := from.yearAfter(right)
	if to, ok = t.phrase(written); !ok {
		return from, to, false
	}
	if written[0].text != right[0].text {
		// "About 1914–18 (uncertain)" speaks of both years.
		to.approximate = to.approximate || from.leading
		from.uncertain = from.uncertain || to.trailing
	}
	return from, to, true
}

// yearAfter completes a year behind d that lacks its hundred or its first three
// digits, if d is a year and words are nothing but a number with its doubts.
func (d draft) yearAfter(words []token) []token {
	bare := d.dated && d.month == 0 && d.day == 0 && d.blanks == 0 && 1000 <= d.year && d.year <= 9999
	if !bare || !words[0].number || len(words[0].text) > 2 {
		return words
	}
	for _, word := range words[1:] {
		if !uncertainWords[word.text] && !approximateWords[word.text] && word.text != "(" && word.text != ")" {
			return words
		}
	}
	year := slices.Clone(words)
	digits := strconv.FormatInt(d.year, 10)
	year[0].text = digits[:len(digits)-len(words[0].text)] + words[0].text
	return year
}

// doubleYear reads the year of February 1712/13: where the year began in March,
// the months before it were written with both years. The later one is meant.
func (t *typed) doubleYear(d *draft, first, second token) bool {
	year, err := strconv.Atoi(first.text)
	later := first
	later.text = strconv.Itoa(year + 1)
	switch {
	case err != nil || len(second.text) > len(later.text) || !strings.HasSuffix(later.text, second.text):
		return t.fail(second, "A second year is the next one, as in February 1712/13.")
	case d.month > 3:
		return t.fail(second, "Only from January to March is there a second year, as in February 1712/13.")
	}
	return t.setYear(d, later, false)
}
