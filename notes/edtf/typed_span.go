package edtf

import (
	"errors"
	"slices"
	"strings"
)

// compounds are words that mean something only together, as tokens, with the
// one word by which they are known from there on. Of those that begin alike
// the longest comes first.
var compounds = []struct {
	words []string
	as    string
}{
	{[]string{"month", "and", "day", "unknown"}, monthAndDayUnknown},
	{[]string{"month", "unknown"}, monthUnknown},
	{[]string{"day", "unknown"}, dayUnknown},
	{[]string{"start", "unknown"}, startUnknown},
	{[]string{"end", "unknown"}, endUnknown},
	{[]string{"on", "or", "before"}, "by"},
	{[]string{"in", "or", "before"}, "by"},
	{[]string{"no", "later", "than"}, "by"},
	{[]string{"not", "later", "than"}, "by"},
	{[]string{"not", "after"}, "by"},
	{[]string{"on", "or", "after"}, notBefore},
	{[]string{"in", "or", "after"}, notBefore},
	{[]string{"no", "earlier", "than"}, notBefore},
	{[]string{"not", "earlier", "than"}, notBefore},
	{[]string{"not", "before"}, notBefore},
	{[]string{"prior", "to"}, "before"},
	{[]string{"up", "to"}, "until"},
	{[]string{"pre", "-"}, "before"},
	{[]string{"post", "-"}, "after"},
	{[]string{"some", "time"}, "sometime"},
	{[]string{"or", "so"}, "about"},
	{[]string{"first", "half"}, "first half"},
	{[]string{"second", "half"}, "second half"},
	{[]string{"1", "st", "half"}, "first half"},
	{[]string{"2", "nd", "half"}, "second half"},
	{[]string{"early", "-"}, "early"},
	{[]string{"mid", "-"}, "mid"},
	{[]string{"late", "-"}, "late"},
	{[]string{"new", "year", "'", "s", "eve"}, "new year's eve"},
	{[]string{"new", "year", "’", "s", "eve"}, "new year's eve"},
	{[]string{"new", "year", "'", "s", "day"}, "new year's day"},
	{[]string{"new", "year", "’", "s", "day"}, "new year's day"},
	{[]string{"christmas", "eve"}, "christmas eve"},
	{[]string{"christmas", "day"}, "christmas day"},
	{[]string{"and", "onward"}, "onwards"},
	{[]string{"and", "onwards"}, "onwards"},
}

const (
	monthAndDayUnknown = "month and day unknown"
	monthUnknown       = "month unknown"
	dayUnknown         = "day unknown"
	startUnknown       = "start unknown"
	endUnknown         = "end unknown"
	notBefore          = "not before"
)

// merge makes one token of each compound.
func (t *typed) merge() {
	merged := t.tokens[:0]
	for rest := t.tokens; len(rest) > 0; {
		word, used := rest[0], 1
		for _, c := range compounds {
			if startsWith(rest, c.words) {
				used = len(c.words)
				word = token{text: c.as, at: word.at, end: rest[used-1].end}
				break
			}
		}
		merged, rest = append(merged, word), rest[used:]
	}
	t.tokens = merged
}

func startsWith(tokens []token, words []string) bool {
	if len(tokens) < len(words) {
		return false
	}
	for i, word := range words {
		if tokens[i].text != word {
			return false
		}
	}
	return true
}

// relativeWords need a clock, which this package has not.
var relativeWords = map[string]bool{
	"today": true, "yesterday": true, "tomorrow": true, "tonight": true, "now": true, "present": true,
	"last": true, "next": true, "this": true, "ago": true, "recently": true, "currently": true,
}

// date reads an interval, a set or one date in words.
func (t *typed) date() (Date, bool) {
	all := t.tokens
	if len(all) == 0 {
		return Date{}, t.fail(token{}, "There is no date.")
	}
	for i, word := range all {
		ongoing := word.text == "now" || word.text == "present"
		if relativeWords[word.text] && (!ongoing || i == 0 || i+1 < len(all)) {
			return Date{}, t.fail(word, "This depends on the day it is read; write the date itself, such as October 2022.")
		}
	}
	if all[0].text == "sometime" && len(all) > 1 {
		all = all[1:]
	}
	last := all[len(all)-1]
	switch last.text {
	case startUnknown, endUnknown:
		return t.halfKnown(all[:len(all)-1], last)
	case "on", "onward", "onwards":
		if all[0].text == "from" || all[0].text == "since" {
			all = all[1:]
		}
		return t.openEnd(all[:max(len(all)-1, 0)], last)
	}
	switch rest := all[1:]; all[0].text {
	case "before", "bef":
		return t.before(rest, all[0])
	case "after", "aft":
		return t.after(rest, all[0])
	case "until", "till", "to":
		return t.openStart(rest, all[0])
	case "since":
		return t.openEnd(rest, all[0])
	case "by":
		_, to, ok := t.whole(rest, all[0])
		return t.set("[", []string{twoDots + lastOf(to, to.precision())}, all[0], ok)
	case notBefore:
		from, _, ok := t.whole(rest, all[0])
		return t.set("[", []string{firstOf(from, from.precision()) + twoDots}, all[0], ok)
	case "between", "bet":
		return t.between(rest, all[0])
	case "each", "every":
		return t.each(rest, all[0])
	case "from":
		if t.separator(rest) < 0 {
			return t.openEnd(rest, all[0])
		}
		all = rest
	}
	if connector := t.connector(all); connector != "" {
		return t.list(all, connector)
	}
	if middle := t.separator(all); middle >= 0 {
		return t.interval(all[:middle], all[middle+1:], all[middle])
	}
	from, to, ok := t.whole(all, t.tokens[0])
	if from == to {
		return Date{form: single, start: end{given, from}}, ok
	}
	return Date{form: interval, start: end{given, from}, close: end{given, to}}, ok
}

func (t *typed) openStart(tokens []token, beside token) (Date, bool) {
	_, to, ok := t.whole(tokens, beside)
	return Date{form: interval, start: end{bound: open}, close: end{given, to}}, ok
}

func (t *typed) openEnd(tokens []token, beside token) (Date, bool) {
	from, _, ok := t.whole(tokens, beside)
	return Date{form: interval, start: end{given, from}, close: end{bound: open}}, ok
}

// before reads what ends before a date begins: the format counts both ends to an
// interval. Before the end of a year is still within it.
func (t *typed) before(tokens []token, beside token) (Date, bool) {
	from, to, ok := t.whole(tokens, beside)
	if ok && !hasWord(tokens, "end") {
		to = from.previous()
	}
	return Date{form: interval, start: end{bound: open}, close: end{given, to}}, ok
}

// after reads what begins after a date is over. After the beginning of a year is
// already within it.
func (t *typed) after(tokens []token, beside token) (Date, bool) {
	from, to, ok := t.whole(tokens, beside)
	if ok && !hasWord(tokens, "beginning") && !hasWord(tokens, "start") {
		from = to.next()
	}
	return Date{form: interval, start: end{given, from}, close: end{bound: open}}, ok
}

func hasWord(tokens []token, word string) bool {
	return slices.ContainsFunc(tokens, func(t token) bool { return t.text == word })
}

// halfKnown reads "from 1985, end unknown" and "until 1985, start unknown"
// without their last words.
func (t *typed) halfKnown(tokens []token, last token) (Date, bool) {
	if len(tokens) > 1 && (tokens[0].text == "from" || tokens[0].text == "until") {
		tokens = tokens[1:]
	}
	from, to, ok := t.whole(tokens, last)
	if last.text == startUnknown {
		return Date{form: interval, close: end{given, to}}, ok
	}
	return Date{form: interval, start: end{given, from}}, ok
}

// separator returns the index of the token between two dates, or -1. A plain
// hyphen is one if it is the only one and not that of 2004-06, or if it stands
// between spaces.
func (t *typed) separator(tokens []token) int {
	hyphens, only, spaced := 0, -1, -1
	for i, word := range tokens {
		switch word.text {
		case "to", "through", "until", "till", "–", "—":
			return i
		case "-":
			hyphens++
			only = i
			if i > 0 && i+1 < len(tokens) && tokens[i-1].end < word.at && tokens[i+1].at > word.end {
				spaced = i
			}
		}
	}
	if hyphens == 1 && !betweenYearAndMonth(tokens, only) {
		return only
	}
	return spaced
}

// betweenYearAndMonth reports whether the hyphen at i is that of 2004-06.
func betweenYearAndMonth(tokens []token, i int) bool {
	if i == 0 || i+1 == len(tokens) {
		return false
	}
	year, month := tokens[i-1], tokens[i+1]
	alone := (i < 2 || !dateSeparators[tokens[i-2].text]) && (i+2 >= len(tokens) || !dateSeparators[tokens[i+2].text])
	return alone && year.number && month.number && len(year.text) == 4 && len(month.text) <= 2 &&
		year.end == tokens[i].at && month.at == tokens[i].end
}

var dateSeparators = map[string]bool{"/": true, ".": true, "-": true}

func (t *typed) interval(left, right []token, middle token) (Date, bool) {
	if len(left) == 0 || len(right) == 0 {
		return Date{}, t.fail(middle, "There is a date missing beside this; without an end it is written like after 1938.")
	}
	if until := right[len(right)-1].text; until == "present" || until == "now" {
		if len(right) == 1 || len(right) == 2 && right[0].text == "the" {
			return t.openEnd(left, middle)
		}
	}
	from, to, ok := t.ends(left, right)
	return Date{form: interval, start: end{given, from}, close: end{given, to}}, ok
}

// ends reads two dates of which either may lack what the other says.
func (t *typed) ends(left, right []token) (first, last point, ok bool) {
	from, to, ok := t.pair(left, right)
	if !ok {
		return first, last, false
	}
	lend([]*draft{&from, &to})
	first, second, ok := t.complete(from, left[0])
	if !ok {
		return first, last, false
	}
	// Where an early or late part begins is as little known as where it ends.
	first.approximate = first.approximate || first != second && from.part.third()
	second, last, ok = t.complete(to, right[0])
	last.approximate = last.approximate || last != second && to.part.third()
	return first, last, ok
}

// lend gives the dates of a list or an interval what their neighbours say and
// they do not: "15 to 17 February 2023", "February 15 or 17, 2023".
func lend(drafts []*draft) {
	borrowed := false
	for i := len(drafts) - 2; i >= 0; i-- {
		d, next := drafts[i], drafts[i+1]
		borrowed = borrowed || d.dayOnly() || !d.dated
		d.share(next)
		if !d.dated && !next.century {
			d.year, d.blanks, d.dated = next.year, next.blanks, next.dated
		}
	}
	for i, d := range drafts[1:] {
		before := drafts[i]
		if d.dayOnly() && !d.dated && !before.century {
			d.year, d.blanks, d.dated = before.year, before.blanks, before.dated
		}
		d.share(before)
	}
	if !borrowed {
		return
	}
	// "About 15 to 17 February (uncertain)" speaks of both days.
	about, doubted := drafts[0].leading, drafts[len(drafts)-1].trailing
	for _, d := range drafts {
		d.approximate = d.approximate || about
		d.uncertain = d.uncertain || doubted
	}
}

// whole reads tokens as one date that lacks nothing, or as the first and last
// of a part of one.
func (t *typed) whole(tokens []token, beside token) (from, to point, ok bool) {
	if len(tokens) == 0 {
		return from, to, t.fail(beside, "There is a date missing beside this.")
	}
	d, ok := t.phrase(tokens)
	if !ok {
		return from, to, false
	}
	return t.complete(d, tokens[0])
}

// complete checks that d lacks nothing and returns the first and the last of
// it, which are the same unless it is a part of something.
func (t *typed) complete(d draft, at token) (from, to point, ok bool) {
	switch {
	case d.dayOnly():
		return from, to, t.fail(at, "The month is missing.")
	case !d.dated:
		return from, to, t.fail(at, "The year is missing; write it with four digits.")
	case d.century && d.month != 0:
		return from, to, t.fail(at, "A century has no month.")
	case d.blanks > 0 && d.month != 0:
		return from, to, t.fail(at, "A decade has no month.")
	}
	var fault *SyntaxError
	if _, err := Parse(d.point.String()); errors.As(err, &fault) {
		return from, to, t.fail(at, fault.Sentence)
	}
	if d.part == undivided {
		return d.point, d.point, true
	}
	if d.day != 0 || d.month == blank {
		return from, to, t.fail(at, "A day has no such part; leave out the word before it.")
	}
	if d.month >= spring && !d.part.third() {
		return from, to, t.fail(at, "A season has no halves here; write its months.")
	}
	from, to = d.part.of(d.point)
	if _, err := Parse(from.String() + "/" + to.String()); errors.As(err, &fault) {
		return from, to, t.fail(at, fault.Sentence)
	}
	return from, to, true
}

// set makes a set of members, which were written from the token at on.
func (t *typed) set(bracket string, members []string, at token, ok bool) (Date, bool) {
	if !ok {
		return Date{}, false
	}
	closing := "]"
	if bracket == "{" {
		closing = "}"
	}
	date, err := Parse(bracket + strings.Join(members, ",") + closing)
	var fault *SyntaxError
	if errors.As(err, &fault) {
		return Date{}, t.fail(at, fault.Sentence)
	}
	return date, true
}
