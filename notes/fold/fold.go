// Package fold makes the form of a string by which names and words are
// compared: lower case, without accents, with one kind of apostrophe, hyphen
// and space. It never changes what a person wrote; it only compares.
package fold

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// String returns s folded: compatibility-decomposed (Unicode NFKD), combining
// marks removed, lower-cased, apostrophes dropped, hyphens, dashes and other
// punctuation turned into single spaces, with no space at either end.
func String(s string) string {
	folded, _ := Map(s)
	return folded
}

// Map returns s folded as String does, and for each byte of the folded string
// the byte offset in s of the character it came from. The slice has one entry
// more than the folded string has bytes: the last is the offset just behind
// the last character that left a trace.
func Map(s string) (string, []int) {
	folder := folder{out: make([]byte, 0, len(s)), from: make([]int, 0, len(s)+1)}
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
	case r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == '`' || r == '´' || r == '\u00ad':
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
	for _, letter := range expansion(r) {
		before := len(f.out)
		f.out = utf8.AppendRune(f.out, letter)
		for range len(f.out) - before {
			f.from = append(f.from, at)
		}
	}
	f.end = end
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
