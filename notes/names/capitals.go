package names

import (
	"unicode"
	"unicode/utf8"
)

// capital says how a word is written.
type capital uint8

const (
	lower capital = iota
	first         // its first letter is a capital, or has no case
	whole         // all letters are, and there are several
)

func capitalOf(word string) capital {
	letters, upper, initial := 0, 0, false
	for i, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.IsUpper(r) || unicode.IsTitle(r) {
			upper++
		}
		if i == 0 {
			initial = !unicode.IsLower(r)
		}
	}
	switch {
	case letters > 1 && upper == letters:
		return whole
	case initial || letters == 0:
		return first
	}
	return lower
}

// strictAcronym is how many letters an acronym has, at most, that must stand in
// capitals: WHO is not who, but Nato is NATO.
const strictAcronym = 3

// fits reports whether the words in the text have the capitals of the name.
func (k *known) fits(body string, tokens []token) bool {
	for i, t := range tokens {
		if i >= len(k.capital) || capital(k.capital[i]) == lower {
			continue
		}
		written := capitalOf(body[t.start:t.end])
		if written == lower {
			return false
		}
		if capital(k.capital[i]) == whole && written != whole && utf8.RuneCountInString(t.folded) <= strictAcronym {
			return false
		}
	}
	return true
}
