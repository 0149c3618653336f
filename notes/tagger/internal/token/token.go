// Package token divides running text into sentences and tokens for the
// tagger: words, numbers and single marks, with their place in bytes. It never
// changes the text and knows nothing of names.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word, a number or a mark, by its place in the text in bytes.
type Token struct {
	Start, End int
	Form       Form
	Gap        bool // white space stands before it
}

// Form says how a token is written.
type Form uint8

// The forms.
const (
	Mark    Form = iota // punctuation and symbols
	Number              // begins with a digit
	Lower               // begins with a small letter
	Initial             // one capital, with or without a full stop
	Title               // a capital, then small letters: Kenya
	Capital             // several capitals and no small letter: UN, U.S.
	Mixed               // several capitals and small letters: McDonald, NaCl
	Other               // letters that are not Latin, or have no case
	Address             // an address of the web or of mail
)

// Capitalised reports whether a token may begin a name by the way it is
// written.
func (f Form) Capitalised() bool { return f >= Initial && f <= Mixed }

// longestSentence is where a sentence without an end is cut, in tokens, so that
// one endless line costs no more than many short ones.
const longestSentence = 160

// Sentences returns the tokens of a text by sentences. A line break ends a
// sentence, too.
func Sentences(text string) [][]Token {
	var all [][]Token
	tokens := make([]Token, 0, len(text)/5+1) // English has about five bytes a token
	first := 0
	cut := func() {
		if len(tokens) > first {
			all = append(all, tokens[first:len(tokens):len(tokens)])
			first = len(tokens)
		}
	}
	gap := false
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			if r == '\n' || r == '\u2028' || r == '\u2029' {
				cut()
			}
			gap = true
			at += size
			continue
		}
		if gap && ended(text, tokens[first:], r) || len(tokens)-first >= longestSentence {
			cut()
		}
		end := next(text, at)
		tokens = append(tokens, Token{Start: at, End: end, Form: formOf(text[at:end]), Gap: gap})
		gap = false
		at = end
	}
	cut()
	return all
}

// ended reports whether a sentence ends before a token that begins with r and
// stands behind a space.
func ended(text string, tokens []Token, r rune) bool {
	if unicode.IsLower(r) {
		return false
	}
	for i := len(tokens) - 1; i >= 0; i-- {
		switch text[tokens[i].Start:tokens[i].End] {
		case ".", "!", "?", "…":
			return true
		case "\"", "”", "’", "'", ")", "]", "»":
		default:
			return false
		}
	}
	return false
}

// next returns where the token that begins at a place ends.
func next(text string, at int) int {
	if end := address(text, at); end > at {
		return end
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	switch {
	case unicode.IsDigit(r):
		return number(text, at)
	case possessive(text, at, r) > 0:
		return at + possessive(text, at, r)
	case unicode.IsLetter(r):
		return word(text, at)
	}
	return at + size
}

// longestAddress bounds how far an address is looked for, so that a text
// without spaces stays linear.
const longestAddress = 300

// address returns the end of an address of the web or of mail at a place, or
// the place itself if there is none.
func address(text string, at int) int {
	if !strings.HasPrefix(text[at:], "http") && !strings.HasPrefix(text[at:], "www.") {
		return at
	}
	end := min(at+longestAddress, len(text))
	if space := strings.IndexFunc(text[at:end], unicode.IsSpace); space >= 0 {
		end = at + space
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	if !strings.Contains(text[at:end], "://") && !strings.HasPrefix(text[at:end], "www.") {
		return at
	}
	return at + len(strings.TrimRight(text[at:end], ".,;:!?)\"”’'"))
}

func number(text string, at int) int {
	end := at
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.IsDigit(r) || unicode.IsLetter(r) {
			end += size
			continue
		}
		if (r == '.' || r == ',' || r == ':') && end+1 < len(text) && text[end+1] >= '0' && text[end+1] <= '9' {
			end += size
			continue
		}
		break
	}
	return end
}

// possessive returns the length of 's at a place.
func possessive(text string, at int, r rune) int {
	if r != '\'' && r != '’' {
		return 0
	}
	size := utf8.RuneLen(r)
	rest := text[at+size:]
	if rest == "" || rest[0] != 's' && rest[0] != 'S' {
		return 0
	}
	if behind, _ := utf8.DecodeRuneInString(rest[1:]); len(rest) > 1 && unicode.IsLetter(behind) {
		return 0
	}
	return size + 1
}

// word returns the end of a word: letters with their marks, apostrophes and
// hyphens inside, and the full stop of an abbreviation.
func word(text string, at int) int {
	end := at
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r):
			end += size
			continue
		case (r == '\'' || r == '’') && possessive(text, end, r) == 0 && letterAt(text, end+size):
			end += size
			continue
		case (r == '-' || r == '‐' || r == '‑') && joins(text[at:end], text[end+size:]):
			end += size
			continue
		case r == '&' && end-at <= 2 && capitalAt(text, end+size) && capitalAt(text, at): // AT&T
			end += size
			continue
		case r == '.' && abbreviation(text, at, end):
			end += size
			if letterAt(text, end) {
				continue
			}
		}
		break
	}
	return end
}

// joins reports whether a hyphen makes one word of two: Jean-Claude and
// al-Assad, but not Haiti-led, where a name could end.
func joins(before, behind string) bool {
	r, _ := utf8.DecodeRuneInString(behind)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(before)
	return !unicode.IsUpper(first) || !unicode.IsLower(r) || len(before) < 3
}

// abbreviation reports whether the full stop at end belongs to the word: an
// initial, letters with full stops (U.S.), or a known abbreviation.
func abbreviation(text string, at, end int) bool {
	written := text[at:end]
	if strings.Contains(written, ".") {
		return utf8.RuneCountInString(written[strings.LastIndexByte(written, '.')+1:]) == 1
	}
	if utf8.RuneCountInString(written) == 1 {
		return capitalAt(text, at)
	}
	return len(written) <= 5 && abbreviations[written]
}

func letterAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsLetter(r)
}

func capitalAt(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return unicode.IsUpper(r)
}

func formOf(written string) Form {
	first, _ := utf8.DecodeRuneInString(written)
	switch {
	case unicode.IsDigit(first):
		return Number
	case !unicode.IsLetter(first):
		return Mark
	case strings.Contains(written, "://") || strings.HasPrefix(written, "www."):
		return Address
	}
	letters, capitals := 0, 0
	for _, r := range written {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) || unicode.IsTitle(r) {
				capitals++
			}
		}
	}
	switch {
	case !unicode.Is(unicode.Latin, first):
		return Other
	case unicode.IsLower(first):
		if capitals > 0 {
			return Mixed
		}
		return Lower
	case capitals == 0:
		return Other
	case letters == 1:
		return Initial
	case capitals == letters:
		return Capital
	case capitals == 1:
		return Title
	}
	return Mixed
}

// abbreviations are written with a full stop that ends no sentence.
var abbreviations = set(`Mr Mrs Ms Dr St Jr Sr Inc Ltd Co Corp Gen Sen Rep Gov Prof Rev Lt Col Capt Sgt Maj Cpl Adm
	Mt Ft Hon Messrs Mme Mlle Bros Cmdr Supt Insp Pres Sec Amb Dept Univ Assn Ave Blvd Rd vs Jan Feb Mar Apr Aug
	Sept Oct Nov Dec`)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for _, each := range strings.Fields(words) {
		all[each] = true
	}
	return all
}
