package edtf

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseTyped reads what people type for a date: the format itself, or English
// such as "22 April 2023", "April 22, 2023", "15 to 17 Feb 2023", "about
// 1938", "before March 1938", "the late 1990s", "spring 2011", "586 BC", "5 or
// 6 March 1938", "between 1930 and 1938", "19th century", "1900–10"; and as
// genealogists write, such as "ABT 1880", "BET 1900 AND 1910", "Feb 1712/13".
//
// "Until" and "since" give an interval with an open end, to which the date itself
// belongs, as the format has it; "before" and "after" one to the year, month or day
// before that date, or from the next one; "by", "not before"
// and "or later" a set with an open end; "between" one of a set; "to" and a
// dash an interval. A century is the hundred years that begin with the same
// digits, as the format counts them. "Early", "mid" and "late" are thirds,
// approximate where they meet; first and second half are taken exactly.
//
// Of a date in three numbers dayFirst says which comes first, unless a number
// above 12 or a year in front settles it. It returns a *SyntaxError that says
// what it could not understand; years of two digits are never guessed at.
func ParseTyped(s string, dayFirst bool) (Date, error) {
	trimmed := strings.TrimLeftFunc(s, unicode.IsSpace)
	lead := len(s) - len(trimmed)
	if trimmed != "" && (trimmed[0] == '[' || trimmed[0] == '{') {
		return parseSpaced(s)
	}
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
	t.merge()
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
	case strings.Trim(fault.Input, "0123456789XYTZ:?~%/.+-") == "" && (formal.At-lead >= len("2023") && formal.At >= t.at || longYear(fault)):
		return Date{}, &formal // it was meant to be the format
	}
	return Date{}, &SyntaxError{Input: s, At: t.at, Sentence: t.sentence}
}

// longYear reports whether what is wrong is a year of more than four digits, as only
// the format has it.
func longYear(fault *SyntaxError) bool {
	return fault.Input[0] == 'Y' || fault.Sentence == yearTooLong
}

// OtherReading returns what a date that ParseTyped reads would be if day and
// month changed places, as in 04/05/2023; false where nothing else can be meant.
func OtherReading(s string, dayFirst bool) (Date, bool) {
	read, err := ParseTyped(s, dayFirst)
	if err != nil {
		return Date{}, false
	}
	other, err := ParseTyped(s, !dayFirst)
	return other, err == nil && other != read
}

// parseSpaced reads a set with spaces between its dates.
func parseSpaced(s string) (Date, error) {
	var bare strings.Builder
	places := make([]int, 0, min(len(s), MaxLength)+1) // where each byte of bare stands in s
	for i, r := range s {
		if unicode.IsSpace(r) {
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		bare.WriteString(s[i : i+size])
		for ahead := range size {
			places = append(places, i+ahead)
		}
	}
	places = append(places, len(s))
	date, err := Parse(bare.String())
	var fault *SyntaxError
	if errors.As(err, &fault) {
		return Date{}, &SyntaxError{Input: s, At: places[fault.At], Sentence: fault.Sentence}
	}
	return date, nil
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
