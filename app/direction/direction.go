// Package direction says in which order the eye meets words where scripts that
// are written to the left stand among others, as Unicode Standard Annex 9 has
// it. The toolkit shapes the words of one direction, but knows no order beyond
// them. The package takes strings and gives offsets; it draws nothing.
package direction

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"cuttings/notes/text"
)

// Stretch is a part of a text that is written in one direction. Even levels
// run to the right, odd ones to the left.
type Stretch struct {
	text.Range
	Level int
}

// HasLeftward reports whether any letter of words is of a script that is written
// to the left.
func HasLeftward(words string) bool { return strings.IndexFunc(words, rightToLeft) >= 0 }

func rightToLeft(r rune) bool {
	return r >= 0x590 && r <= 0x8ff || r == 0x200f || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff ||
		r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}

// Leftward reports whether the first letter of words is one that is written to
// the left (rules P2 and P3 of the annex).
func Leftward(words string) bool {
	for _, r := range words {
		properties, _ := bidi.LookupRune(r)
		switch properties.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// Stretches returns the stretches of words, which belong to a block that begins
// at the right if it is leftward.
func Stretches(words string, leftward bool) []Stretch {
	whole := Stretch{text.Range{End: len(words)}, Level(leftward)}
	base, marked := bidi.LeftToRight, "\u200e"+words // so that the part of a block takes the block's direction
	if leftward {
		base, marked = bidi.RightToLeft, "\u200f"+words
	}
	mark := len("\u200f")
	marked = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' || r == '\v' || r == '\f' {
			return ' ' // the algorithm would begin anew
		}
		return r
	}, marked)
	var paragraph bidi.Paragraph
	if n, err := paragraph.SetString(marked, bidi.DefaultDirection(base)); err != nil || n != len(marked) {
		return []Stretch{whole}
	}
	order, err := paragraph.Order()
	if err != nil {
		return []Stretch{whole}
	}
	var stretches []Stretch
	at := 0
	for i := range order.NumRuns() {
		run := order.Run(i)
		end := at + len(run.String())
		part := Stretch{Range: text.Range{Start: max(at-mark, 0), End: max(end-mark, 0)}}
		switch {
		case run.Direction() == bidi.RightToLeft:
			part.Level = 1
		case leftward:
			part.Level = 2
		case len(stretches) > 0 && stretches[len(stretches)-1].Level == 1:
			if n := number(words[part.Start:part.End]); n > 0 {
				stretches = append(stretches, Stretch{text.Range{Start: part.Start, End: part.Start + n}, 2})
				part.Start += n
			}
		}
		if part.Len() > 0 {
			stretches = append(stretches, part)
		}
		at = end
	}
	return stretches
}

// Level is that of a text without letters of another direction.
func Level(leftward bool) int {
	if leftward {
		return 1
	}
	return 0
}

// number returns how many bytes of words, which follow letters that run to the
// left, are a number: it runs to the right itself, but belongs to those letters.
func number(words string) int {
	if r, _ := utf8.DecodeRuneInString(words); !unicode.IsDigit(r) {
		return 0
	}
	n := strings.IndexFunc(words, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune(".,:/%-", r) })
	if n < 0 {
		n = len(words)
	}
	return n
}

// Apart cuts words that run to the left into what can be drawn by itself: letters
// with the spaces between them, white space, and other marks, which may be drawn in
// another font. What draws such words together does not know on which side these
// belong. None of the parts is empty, and together they are the words.
func Apart(words string) []string {
	var parts []string
	start, was := 0, ofSpace
	for i, r := range words {
		now := of(r)
		if now == ofSpace && was == ofLetters {
			if next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(words[i:], unicode.IsSpace)); of(next) == ofLetters {
				now = ofLetters // between two words
			}
		}
		if i > start && now != was {
			parts = append(parts, words[start:i])
			start = i
		}
		was = now
	}
	if start < len(words) {
		parts = append(parts, words[start:])
	}
	return parts
}

// The parts that words are cut into.
const (
	ofSpace = iota
	ofLetters
	ofMarks
)

func of(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return ofSpace
	case rightToLeft(r), unicode.Is(unicode.Mn, r), r == '\u200c', r == '\u200d':
		return ofLetters
	}
	return ofMarks
}

// Mirrored returns marks among letters that run to the left as they are drawn by
// what draws to the right: the last first, and brackets turned round; "" for
// words with such letters, which are drawn as they should be.
func Mirrored(words string) string {
	if HasLeftward(words) {
		return ""
	}
	marks := []rune(words)
	slices.Reverse(marks)
	for i, mark := range marks {
		if other, ok := brackets[mark]; ok {
			marks[i] = other
		}
	}
	return string(marks)
}

// brackets are the marks that Unicode mirrors, as far as prose has them.
var brackets = map[rune]rune{
	'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<', '«': '»', '»': '«', '‹': '›', '›': '‹',
	'≤': '≥', '≥': '≤',
}

// Order returns the numbers of parts of one row, whose levels are in the order of
// the text, in the order in which the eye meets them from the left: each stretch
// of a level is turned round as a whole (rule L2 of the annex).
func Order(levels []int) []int {
	order := make([]int, len(levels))
	for i := range order {
		order[i] = i
	}
	if len(levels) == 0 {
		return order
	}
	for deep := slices.Max(levels); deep >= 1; deep-- {
		for i := 0; i < len(order); {
			j := i
			for j < len(order) && levels[order[j]] >= deep {
				j++
			}
			slices.Reverse(order[i:j])
			i = max(j, i+1)
		}
	}
	return order
}
