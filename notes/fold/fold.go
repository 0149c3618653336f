// Package fold makes the form of a string by which names and words are
// compared: lower case, without accents, with one kind of apostrophe, hyphen
// and space. It never changes what a person wrote; it only compares.
package fold

import (
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/unicode/norm"
)

// String returns s folded: compatibility-decomposed (Unicode NFKD), combining
// marks removed, lower-cased, apostrophes dropped, hyphens, dashes and other
// punctuation turned into single spaces, with no space at either end.
func String(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			folded, _ := Map(s)
			return folded
		}
	}
	return plain(s)
}

// plain is String for ASCII, as most names and titles are: without the table of
// where each letter came from.
func plain(s string) string {
	out := make([]byte, 0, len(s))
	gap := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == '\'' || c == '`':
			continue
		default:
			gap = true
			continue
		}
		if gap && len(out) > 0 {
			out = append(out, ' ')
		}
		gap = false
		out = append(out, c)
	}
	return string(out)
}

// Dropped reports whether a character within a word leaves no trace: an
// apostrophe, or a hyphen that shows only where a row ends.
func Dropped(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', '\u00ad':
		return true
	}
	return false
}

// Map returns s folded as String does, and for each byte of the folded string
// the byte offset in s of the character it came from. The slice has one entry
// more than the folded string has bytes: the last is the offset just behind
// the last character that left a trace.
func Map(s string) (string, []int) { return fold(s, false) }

// Latin returns s folded as Map does, with the letters of other scripts written
// in Latin ones, as the tables of go-unidecode give them: the way to type a
// name without its keyboard. Vowels that a script leaves out stay out.
func Latin(s string) (string, []int) { return fold(s, true) }

func fold(s string, latin bool) (string, []int) {
	folder := folder{out: make([]byte, 0, len(s)), from: make([]int, 0, len(s)+1), latin: latin}
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if r == utf8.RuneError && size <= 1 {
			folder.space(at)
		} else {
			folder.add(r, at, size)
		}
		at += size
	}
	folder.from = append(folder.from, folder.end)
	return string(folder.out), folder.from
}

type folder struct {
	out     []byte
	from    []int
	end     int
	latin   bool
	gap     bool // a space waits for the next letter, so that none trails
	gapFrom int
}

func (f *folder) add(r rune, at, size int) {
	if r < utf8.RuneSelf {
		f.put(r, at, at+size)
		return
	}
	decomposed := norm.NFKD.PropertiesString(string(r)).Decomposition()
	if decomposed == nil {
		f.put(r, at, at+size)
		return
	}
	for _, part := range string(decomposed) {
		f.put(part, at, at+size)
	}
}

func (f *folder) put(r rune, at, end int) {
	switch {
	case Dropped(r):
		return
	case unicode.Is(unicode.Mn, r):
		if len(f.out) > 0 && !f.gap {
			f.end = end
		}
		return
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r):
		f.space(at)
		return
	}
	if f.gap && len(f.out) > 0 {
		f.out = append(f.out, ' ')
		f.from = append(f.from, f.gapFrom)
	}
	f.gap = false
	letters := expansion(r)
	if r >= utf8.RuneSelf && f.latin {
		if f.spell(letters, at, end) {
			return
		}
	}
	for _, letter := range letters {
		before := len(f.out)
		f.out = utf8.AppendRune(f.out, letter)
		for range len(f.out) - before {
			f.from = append(f.from, at)
		}
	}
	f.end = end
}

// spell writes letters of another script in Latin ones; false if it is not known
// how.
func (f *folder) spell(letters string, at, end int) bool {
	spelt := unidecode.Unidecode(letters)
	if spelt == "" {
		return false
	}
	for i := range len(spelt) {
		if c := spelt[i]; c == ' ' {
			f.space(at)
		} else if c < utf8.RuneSelf && c > ' ' {
			f.put(rune(c), at, end)
		}
	}
	f.end = end
	return true
}

func (f *folder) space(at int) {
	if !f.gap {
		f.gap, f.gapFrom = true, at
	}
}

// expansion gives the plain letters for those that Unicode does not
// decompose but that people type without their stroke or ligature.
func expansion(r rune) string {
	r = unicode.ToLower(r)
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'ł':
		return "l"
	case 'þ':
		return "th"
	case 'ı':
		return "i"
	case 'ħ':
		return "h"
	}
	return string(r)
}

// Span returns the bytes of s that became folded[start:end], by what Map
// returned for s: from the first character to the last with its marks, without
// what was dropped behind it.
func Span(s string, from []int, start, end int) (first, behind int) {
	if start >= end || end >= len(from) {
		return 0, 0
	}
	first, last := from[start], from[end-1]
	_, size := utf8.DecodeRuneInString(s[last:])
	for behind = last + size; behind < len(s); behind += size {
		var r rune
		if r, size = utf8.DecodeRuneInString(s[behind:]); !unicode.Is(unicode.Mn, r) {
			break
		}
	}
	return first, behind
}
