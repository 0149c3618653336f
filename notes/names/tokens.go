package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/fold"
)

// token is a word of a text by which names are compared.
type token struct {
	start, end int // bytes, without a possessive ending
	folded     string
	possessive string // the word folded with its ending; "" if it has none
	whole      int    // the byte behind the word with its ending
	unspaced   bool   // a character of a script that is written without spaces
}

// tokenize splits a text into words. Apostrophes between letters belong to a
// word, all else but letters, digits and marks ends it. A character of a script
// that is written without spaces is a word of its own.
func tokenize(s string) []token {
	tokens := make([]token, 0, len(s)/6+1)
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !isWord(r) {
			at += size
			continue
		}
		end := at + size
		single := unspaced(r)
		for end < len(s) {
			next, n := utf8.DecodeRuneInString(s[end:])
			if isApostrophe(next) && !single {
				following, _ := utf8.DecodeRuneInString(s[end+n:])
				if !unicode.IsLetter(following) || unspaced(following) {
					break
				}
			} else if !isWord(next) || !unicode.IsMark(next) && (single || unspaced(next)) {
				break
			}
			end += n
		}
		if t := newToken(s, at, end); t.folded != "" {
			t.unspaced = single
			tokens = append(tokens, t)
		}
		at = end
	}
	return tokens
}

func newToken(s string, start, end int) token {
	word := s[start:end]
	for _, ending := range []string{"'s", "’s", "'S", "’S", "ʼs"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && stem != "" {
			return token{start: start, end: start + len(stem), folded: folded(stem), possessive: folded(word), whole: end}
		}
	}
	return token{start: start, end: end, folded: folded(word), whole: end}
}

// written is the word folded as it stands in a name, with its ending.
func (t token) written() string {
	if t.possessive != "" {
		return t.possessive
	}
	return t.folded
}

// folded folds one word, the quick way if it is plain.
func folded(word string) string {
	plain := true
	for i := range len(word) {
		if c := word[i]; c >= utf8.RuneSelf || c == '\'' || c == '`' {
			plain = false
			break
		}
	}
	if plain {
		return strings.ToLower(word)
	}
	return strings.ReplaceAll(fold.String(word), " ", "")
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// longestGap is how many bytes may stand between two words of a name.
const longestGap = 6

// joined reports whether two words that follow each other can belong to one
// name: spaces, a line's end, hyphens, or the dot of an abbreviation between
// them, but no paragraph's end, no comma, and no end of a sentence.
func joined(body string, a, b token) bool {
	gap := body[a.whole:b.start]
	if gap == "" {
		return a.unspaced || b.unspaced
	}
	if len(gap) > longestGap || strings.Contains(gap, "\n\n") {
		return false
	}
	for _, r := range gap {
		switch {
		case r == '.':
			if utf8.RuneCountInString(a.folded) > 3 {
				return false
			}
		case r == '-' || r == '‐' || r == '‑' || r == '–' || r == '·' || r == '・' || unicode.IsSpace(r):
		default:
			return false
		}
	}
	return true
}
