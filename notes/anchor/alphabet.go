package anchor

import (
	"unicode"
	"unicode/utf8"
)

// symbols is a text as a run of small numbers, one a character, so that what
// is known of a character can be looked up in a slice.
type symbols struct {
	run     []symbol
	offsets []int // of each character in bytes, and the length of the body
	numbers map[rune]symbol
	ascii   [utf8.RuneSelf]symbol // as numbers: 0 is not in the text
	size    int                   // how many numbers there are
	words   []bool                // by number: it is part of a word
	blank   symbol                // of white space; 0 if there is none
}

func newSymbols(body string) *symbols {
	s := &symbols{numbers: map[rune]symbol{}, size: 1, words: make([]bool, 1)}
	s.run = make([]symbol, 0, len(body))
	s.offsets = make([]int, 0, len(body)+1)
	for offset, r := range body {
		s.run = append(s.run, s.number(r, true))
		s.offsets = append(s.offsets, offset)
	}
	s.offsets = append(s.offsets, len(body))
	s.blank = s.number(' ', false)
	return s
}

// number returns the number of a character; 0 if the text does not have it
// and it is not to be added.
func (s *symbols) number(r rune, add bool) symbol {
	r = plain(r)
	n := symbol(0)
	if r < utf8.RuneSelf {
		n = s.ascii[r]
	} else {
		n = s.numbers[r]
	}
	if n != 0 || !add {
		return n
	}
	n = symbol(s.size)
	s.size++
	s.words = append(s.words, unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r))
	if r < utf8.RuneSelf {
		s.ascii[r] = n
	} else {
		s.numbers[r] = n
	}
	return n
}

// of returns the numbers of the characters of another string.
func (s *symbols) of(other string) []symbol {
	run := make([]symbol, 0, len(other))
	for _, r := range other {
		run = append(run, s.number(r, false))
	}
	return run
}

// plain gives the typewriter's form of marks that are set in one way or
// another without a change in the words: quotation marks, apostrophes,
// hyphens, dashes and white space.
func plain(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', 'ʼ', '′', '`', '´':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

func (s *symbols) isWord(n symbol) bool { return s.words[n] }
