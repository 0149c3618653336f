// Package words cuts English running text into words, numbers and marks, and
// says where sentences begin: what finding dates and happenings has in common.
// It knows no names and no grammar, and changes nothing in the text.
package words

import (
	"unicode"
	"unicode/utf8"
)

// Kind says what a token is.
type Kind uint8

// The kinds of token.
const (
	Word       Kind = iota // letters; apostrophes between them belong to it
	Number                 // digits alone
	Figure                 // digits with commas or dots between them: 1,200
	Possessive             // 's behind a word
	Mark                   // one other character
)

// Gap says what stands between a token and the one before.
type Gap uint8

// The gaps, from the narrowest.
const (
	Joined    Gap = iota // nothing
	Space                // spaces
	Line                 // a line's end
	Paragraph            // an empty line
)

// Token is a piece of a text, in bytes.
type Token struct {
	Start, End int
	Kind       Kind
	Gap        Gap  // before it
	Capital    bool // of a word: it begins with a capital
	First      bool // it begins a sentence
	Rune       rune // of a mark: which
}

// Longest is how many bytes a word can have that Lower still answers: longer
// ones are in no list of words.
const Longest = 24

// Buffer holds a word in lower case without a place of its own in memory.
type Buffer [Longest]byte

// Lower writes the word into the buffer in lower case. It returns nil for words
// that are not ASCII or longer than Longest.
func (t Token) Lower(body string, buffer *Buffer) []byte {
	if t.End-t.Start > Longest {
		return nil
	}
	for i := t.Start; i < t.End; i++ {
		c := body[i]
		switch {
		case c >= utf8.RuneSelf:
			return nil
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		}
		buffer[i-t.Start] = c
	}
	return buffer[:t.End-t.Start]
}

// Is reports whether the token is the given mark.
func (t Token) Is(r rune) bool { return t.Kind == Mark && t.Rune == r }

// Split cuts a text into tokens, in order. White space is none. It takes time
// and memory in proportion to the text.
func Split(body string) []Token {
	s := splitter{body: body, tokens: make([]Token, 0, len(body)/5+1), gap: Paragraph}
	for at := 0; at < len(body); {
		at = s.next(at)
	}
	markSentences(body, s.tokens)
	return s.tokens
}

type splitter struct {
	body   string
	tokens []Token
	gap    Gap
	lines  int
}

// next reads what stands at an offset and returns the one behind it.
func (s *splitter) next(at int) int {
	r, size := utf8.DecodeRuneInString(s.body[at:])
	switch {
	case unicode.IsSpace(r):
		s.space(r)
		return at + size
	case isLetter(r):
		return s.add(Token{Start: at, End: s.word(at + size), Kind: Word, Capital: unicode.IsUpper(r) || unicode.IsTitle(r)})
	case isDigit(r):
		end, kind := s.number(at)
		return s.add(Token{Start: at, End: end, Kind: kind})
	case isApostrophe(r) && s.possessive(at+size):
		return s.add(Token{Start: at, End: at + size + 1, Kind: Possessive})
	}
	return s.add(Token{Start: at, End: at + size, Kind: Mark, Rune: r})
}

func (s *splitter) add(t Token) int {
	t.Gap = s.gap
	s.tokens = append(s.tokens, t)
	s.gap, s.lines = Joined, 0
	return t.End
}

func (s *splitter) space(r rune) {
	if r == '\n' || r == '\u2028' || r == '\u2029' {
		s.lines++
	}
	found := Space
	switch {
	case s.lines > 1:
		found = Paragraph
	case s.lines == 1:
		found = Line
	}
	s.gap = max(s.gap, found)
}

// word returns the offset behind the word that goes on at an offset.
func (s *splitter) word(at int) int {
	for at < len(s.body) {
		r, size := utf8.DecodeRuneInString(s.body[at:])
		if isApostrophe(r) {
			following, n := utf8.DecodeRuneInString(s.body[at+size:])
			behind, _ := utf8.DecodeRuneInString(s.body[at+size+n:])
			if !isLetter(following) || (following == 's' || following == 'S') && !isLetter(behind) {
				return at
			}
		} else if !isLetter(r) {
			return at
		}
		at += size
	}
	return at
}

// number returns the offset behind a number, and whether it is written with
// commas or dots.
func (s *splitter) number(at int) (end int, kind Kind) {
	end = at
	for end < len(s.body) {
		c := s.body[end]
		switch {
		case '0' <= c && c <= '9':
		case (c == ',' || c == '.') && end+1 < len(s.body) && isDigit(rune(s.body[end+1])):
			kind = Figure
		default:
			return end, max(kind, Number)
		}
		end++
	}
	return end, max(kind, Number)
}

// possessive reports whether an s alone stands at an offset, behind an
// apostrophe behind a word.
func (s *splitter) possessive(at int) bool {
	if at >= len(s.body) || s.body[at] != 's' && s.body[at] != 'S' || s.gap != Joined || len(s.tokens) == 0 {
		return false
	}
	behind, _ := utf8.DecodeRuneInString(s.body[at+1:])
	return s.tokens[len(s.tokens)-1].Kind <= Figure && !isLetter(behind) && !isDigit(behind)
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsMark(r))
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }
