package query

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// Word is a word of a text and the form by which it is compared.
type Word struct {
	text.Range
	Folded string
}

// Words yields the words of s in order: runs of letters, digits and their
// marks, with the soft hyphens between them. Characters of scripts that are written without spaces (Han, Kana,
// Thai, Lao, Khmer, Burmese) are words of their own, so that what stands
// inside a run of them is found as a phrase.
func Words(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for at := 0; at < len(s); {
			r, size := rune(s[at]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(s[at:])
			}
			if !isWord(r) {
				at += size
				continue
			}
			end := wordEnd(s, at+size, r)
			if folded := foldWord(s[at:end]); folded != "" && !yield(Word{text.Range{Start: at, End: end}, folded}) {
				return
			}
			at = end
		}
	}
}

// softHyphen is where a word may be parted at the end of a row.
const softHyphen = '\u00ad'

// wordEnd is where the word ends whose first character r ends at offset end.
func wordEnd(s string, end int, r rune) int {
	for end < len(s) {
		if r < utf8.RuneSelf && s[end] < utf8.RuneSelf { // most words: no need to look further
			if !isWord(rune(s[end])) {
				return end
			}
			end++
			continue
		}
		following, n := utf8.DecodeRuneInString(s[end:])
		for following == softHyphen { // it shows only where a row ends
			var size int
			following, size = utf8.DecodeRuneInString(s[end+n:])
			n += size
		}
		if !isWord(following) || !unicode.IsMark(following) && (unspaced(r) || unspaced(following)) {
			return end
		}
		end += n
	}
	return end
}

// Joined yields what Words takes apart and folding does not, such as "O’Brien",
// which is "obrien" where names are compared, and "re-election", which others write
// as one word; of "O’Brien’s" or "Port-au-Prince", also what stands before the last
// apostrophe or hyphen.
func Joined(s string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		if !strings.ContainsFunc(s, joins) {
			return
		}
		var run Word
		for word := range Words(s) {
			r, size := utf8.DecodeRuneInString(s[run.End:])
			if run.Folded == "" || run.End+size != word.Start || !joins(r) || numbers(s[run.End-1], s[word.Start]) {
				run = word
				continue
			}
			run.End, run.Folded = word.End, run.Folded+word.Folded
			if !yield(run) {
				return
			}
		}
	}
}

// joins reports whether a character between words leaves one word in some spellings.
func joins(r rune) bool { return isHyphen(r) || fold.Dropped(r) }

// isHyphen also knows the one where no row may end.
func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// numbers reports whether what joins stands between digits: "2023-24" is no number.
func numbers(before, behind byte) bool {
	digit := func(b byte) bool { return '0' <= b && b <= '9' }
	return digit(before) && digit(behind)
}

// Indexable returns the folded words of s, separated by spaces: what a search
// table holds.
func Indexable(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	for word := range Words(s) {
		if out.Len() > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(word.Folded)
	}
	return out.String()
}

func foldWord(word string) string {
	lower := true
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return strings.ReplaceAll(fold.String(word), " ", "")
		}
		lower = lower && (word[i] < 'A' || word[i] > 'Z')
	}
	if lower {
		return word
	}
	return strings.ToLower(word)
}

func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func unspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
