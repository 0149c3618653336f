package text

import "unicode/utf8"

// EndsLine reports whether a line must end behind s, as it ends with a character
// that says so. It is asked for beside uniseg, which has a line end behind an
// emoji with a tone of skin, too.
func EndsLine(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	switch last {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}
