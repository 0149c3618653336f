package edtf

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseTyped reads what people type for a date: the format itself, or English
// such as "22 April 2023", "April 22, 2023", "15 to 17 Feb 2023", "about
// 1938", "before March 1938", "the 1990s", "spring 2011", "586 BC".
//
// Of a date in three numbers dayFirst says which comes first, unless a number
// above 12 or a year in front settles it. It returns a *SyntaxError that says
// what it could not understand; years of two digits are never guessed at.
func ParseTyped(s string, dayFirst bool) (Date, error) {
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	lead := len(s) - len(trimmed)
	date, plain := Parse(strings.TrimRightFunc(trimmed, unicode.IsSpace))
	if plain == nil {
		return date, nil
	}
	var fault *SyntaxError
	if !errors.As(plain, &fault) || fault.Input == "" || len(fault.Input) > MaxLength {
		return Date{}, plain
	}
	formal := SyntaxError{Input: s, At: fault.At + lead, Sentence: fault.Sentence}
	t := typed{input: s, dayFirst: dayFirst}
	t.split()
	date, ok := t.date()
	if ok {
		var inWords *SyntaxError
		if _, err := Parse(date.String()); errors.As(err, &inWords) {
			ok = t.fail(token{}, inWords.Sentence)
		}
	}
	switch {
	case ok:
		return date, nil
	case strings.Trim(fault.Input, "0123456789XYTZ:?~%/.+-") == "" && formal.At-lead >= len("2023") && formal.At >= t.at:
		return Date{}, &formal // it was meant to be the format
	}
	return Date{}, &SyntaxError{Input: s, At: t.at, Sentence: t.sentence}
}

type typed struct {
	input    string
	dayFirst bool
	tokens   []token
	at       int
	sentence string
}

// token is a run of letters, a run of digits, or one other character.
type token struct {
	text   string // lower case
	at     int
	end    int
	number bool
}

func (t *typed) fail(at token, sentence string) bool {
	t.at, t.sentence = at.at, sentence
	return false
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func (t *typed) split() {
	for at := 0; at < len(t.input); {
		r, size := utf8.DecodeRuneInString(t.input[at:])
		end := at + size
		same := func(rune) bool { return false }
		switch {
		case unicode.IsSpace(r):
			at = end
			continue
		case isDigit(r):
			same = isDigit
		case unicode.IsLetter(r):
			same = unicode.IsLetter
		}
		for end < len(t.input) {
			next, size := utf8.DecodeRuneInString(t.input[end:])
			if !same(next) {
				break
			}
			end += size
		}
		t.tokens = append(t.tokens, token{strings.ToLower(t.input[at:end]), at, end, isDigit(r)})
		at = end
	}
}

// date reads an interval in words or one date.
func (t *typed) date() (Date, bool) {
	all := t.tokens
	if len(all) == 0 {
		return Date{}, t.fail(token{}, "There is no date.")
	}
	last := len(all) - 1
	between := false
	switch all[0].text {
	case "before", "until", "till":
		p, ok := t.whole(all[1:], all[0])
		return Date{interval, end{bound: open}, end{given, p}}, ok
	case "after", "since":
		p, ok := t.whole(all[1:], all[0])
		return Date{interval, end{given, p}, end{bound: open}}, ok
	case "from":
		if text := all[last].text; text == "on" || text == "onward" || text == "onwards" {
			p, ok := t.whole(all[1:last], all[0])
			return Date{interval, end{given, p}, end{bound: open}}, ok
		}
		all = all[1:]
	case "between":
		between, all = true, all[1:]
	}
	if middle := t.separator(all, between); middle >= 0 {
		return t.interval(all[:middle], all[middle+1:], all[middle])
	}
	p, ok := t.whole(all, t.tokens[0])
	return Date{form: single, start: end{given, p}}, ok
}

// separator returns the index of the token between two dates, or -1. A plain
// hyphen is one if it is the only one, or if it stands between spaces.
func (t *typed) separator(tokens []token, between bool) int {
	hyphens, only, spaced := 0, -1, -1
	for i, token := range tokens {
		switch token.text {
		case "to", "through", "until", "till", "–", "—":
			return i
		case "and":
			if between {
				return i
			}
		case "-":
			hyphens++
			only = i
			if i > 0 && i+1 < len(tokens) && tokens[i-1].end < token.at && tokens[i+1].at > token.end {
				spaced = i
			}
		}
	}
	if hyphens == 1 {
		return only
	}
	return spaced
}

func (t *typed) interval(left, right []token, middle token) (Date, bool) {
	if len(left) == 0 || len(right) == 0 {
		return Date{}, t.fail(middle, "There is a date missing beside this.")
	}
	from, ok := t.phrase(left)
	if !ok {
		return Date{}, false
	}
	to, ok := t.phrase(right)
	if !ok {
		return Date{}, false
	}
	if from.dayOnly() || !from.dated {
		// "About 15 to 17 February (uncertain)" speaks of both days.
		to.approximate = to.approximate || from.leading
		from.uncertain = from.uncertain || to.trailing
	}
	from.share(&to.point)
	to.share(&from.point)
	if !from.dated {
		from.year, from.blanks, from.dated = to.year, to.blanks, to.dated
	}
	if !t.complete(from, left[0]) || !t.complete(to, right[0]) {
		return Date{}, false
	}
	return Date{interval, end{given, from.point}, end{given, to.point}}, true
}

// draft is a date as far as its words go.
type draft struct {
	point
	dated    bool // the year is said
	leading  bool // "about" came first
	trailing bool // the doubt came last
}

// dayOnly reports whether d is a day that lacks its month.
func (d draft) dayOnly() bool { return d.day > 0 && d.month == 0 }

// share takes the month of the other end of an interval if d has none: "15 to
// 17 February", "February 15 to 17".
func (d *draft) share(other *point) {
	if d.dayOnly() && other.month <= 12 {
		d.month = other.month
	}
}

// whole reads tokens as one date that lacks nothing.
func (t *typed) whole(tokens []token, before token) (point, bool) {
	if len(tokens) == 0 {
		return point{}, t.fail(before, "There is a date missing beside this.")
	}
	d, ok := t.phrase(tokens)
	return d.point, ok && t.complete(d, tokens[0])
}

func (t *typed) complete(d draft, at token) bool {
	switch {
	case d.dayOnly():
		return t.fail(at, "The month is missing.")
	case !d.dated:
		return t.fail(at, "The year is missing; write it with four digits.")
	case d.blanks > 0 && d.month != 0:
		return t.fail(at, "A decade has no month.")
	}
	var fault *SyntaxError
	if _, err := Parse(d.point.String()); errors.As(err, &fault) {
		return t.fail(at, fault.Sentence)
	}
	return true
}
