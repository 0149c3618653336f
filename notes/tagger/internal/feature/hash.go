package feature

import (
	"unicode"
	"unicode/utf8"
)

// FNV-1a by Fowler, Noll and Vo, in 64 bits.
const (
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

// hashLower is the hash of a word in small letters. Figures count as one, so
// that years and numbers are alike.
func hashLower(s string) uint64 {
	h := uint64(fnvStart)
	for _, r := range s {
		if unicode.IsDigit(r) {
			r = '0'
		}
		h = (h ^ uint64(unicode.ToLower(r))) * fnvPrime
	}
	return h
}

// shape is the hash of a word's outline: each run of capitals, small letters
// or figures is one sign, marks stand for themselves.
func shape(s string) uint64 {
	h := uint64(fnvStart)
	last := rune(0)
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLower(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = '0'
		case unicode.IsLetter(r), unicode.IsMark(r):
			r = 'o'
		}
		if r != last || r == '0' { // how many figures there are tells a year
			h = (h ^ uint64(r)) * fnvPrime
		}
		last = r
	}
	return h
}

// key makes the key of a feature from its template and what it holds.
func key(template uint64, parts ...uint64) uint32 {
	h := uint64(fnvStart) ^ template*0x9E3779B97F4A7C15 // spreads small numbers (Knuth)
	for _, part := range parts {
		h = (h ^ part) * 0xBF58476D1CE4E5B9 // the multipliers of SplitMix64 (Steele and others, 2014)
		h ^= h >> 29
	}
	h *= 0x94D049BB133111EB
	return uint32(h >> 32)
}

// beginning returns the first n letters, or nothing if there are not more.
func beginning(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return ""
}

// ending returns the last n letters, or nothing if there are not more.
func ending(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	if at == 0 {
		return ""
	}
	return s[at:]
}
