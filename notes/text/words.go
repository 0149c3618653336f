package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"github.com/clipperhouse/uax29/v2/words"
)

// wordsWindow bounds how far around an offset words and graphemes are looked
// for, so that finding one costs the same in a text of any length.
const wordsWindow = 512

// window returns a piece of the block around offset that begins and ends on
// character boundaries.
func (t Text) window(offset int) Range {
	whole := Range{0, len(t.Body)}
	if i := t.BlockAt(offset); i >= 0 && offset <= t.Blocks[i].End {
		whole = t.Blocks[i].Range
	}
	r := Range{max(whole.Start, offset-wordsWindow), min(whole.End, offset+wordsWindow)}
	for r.Start > whole.Start && !utf8.RuneStart(t.Body[r.Start]) {
		r.Start--
	}
	for r.End < whole.End && !utf8.RuneStart(t.Body[r.End]) {
		r.End++
	}
	return r
}

// WordAt returns the word (Unicode Standard Annex 29) that holds offset.
// Between two words it returns the space or mark that stands there; at the
// end of a block, its last word.
func (t Text) WordAt(offset int) Range {
	offset = min(max(offset, 0), len(t.Body))
	within := t.window(offset)
	found := Range{within.Start, within.Start}
	segments := words.FromString(t.Body[within.Start:within.End])
	for segments.Next() {
		found = Range{within.Start + segments.Start(), within.Start + segments.End()}
		if offset < found.End {
			break
		}
	}
	return found
}

// NextWord returns the offset of the end of the first word that ends behind
// offset.
func (t Text) NextWord(offset int) int {
	for offset < len(t.Body) {
		segment := t.WordAt(offset)
		if segment.End <= offset {
			offset++
			for offset < len(t.Body) && !utf8.RuneStart(t.Body[offset]) {
				offset++
			}
			continue
		}
		if hasLetter(t.Body[segment.Start:segment.End]) {
			return segment.End
		}
		offset = segment.End
	}
	return len(t.Body)
}

// PreviousWord returns the offset of the start of the last word that begins
// before offset.
func (t Text) PreviousWord(offset int) int {
	offset = min(offset, len(t.Body))
	for offset > 0 {
		_, size := utf8.DecodeLastRuneInString(t.Body[:offset])
		segment := t.WordAt(offset - size)
		if hasLetter(t.Slice(segment)) && segment.Start < offset {
			return segment.Start
		}
		offset = min(offset-size, max(segment.Start, 0))
	}
	return 0
}

// NextGrapheme returns the offset behind the grapheme cluster at offset.
func (t Text) NextGrapheme(offset int) int {
	if offset >= len(t.Body) {
		return len(t.Body)
	}
	end := min(len(t.Body), offset+wordsWindow)
	for end < len(t.Body) && !utf8.RuneStart(t.Body[end]) {
		end++
	}
	clusters := graphemes.FromString(t.Body[offset:end])
	if clusters.Next() {
		return offset + clusters.End()
	}
	return end
}

// PreviousGrapheme returns the offset of the grapheme cluster before offset.
func (t Text) PreviousGrapheme(offset int) int {
	offset = min(offset, len(t.Body))
	if offset <= 0 {
		return 0
	}
	start := max(0, offset-wordsWindow)
	for start > 0 && !utf8.RuneStart(t.Body[start]) {
		start--
	}
	clusters := graphemes.FromString(t.Body[start:offset])
	last := start
	for clusters.Next() {
		last = start + clusters.Start()
	}
	return last
}

// WordCount returns the number of words in the body that hold a letter or a
// digit.
func (t Text) WordCount() int {
	count := 0
	segments := words.FromString(t.Body)
	for segments.Next() {
		if hasLetter(segments.Value()) {
			count++
		}
	}
	return count
}

// Excerpt returns the first words of the first paragraphs, at most limit
// bytes, with an ellipsis where it cut.
func (t Text) Excerpt(limit int) string {
	for _, block := range t.Blocks {
		if block.Kind != Paragraph && block.Kind != Quotation && block.Kind != ListItem {
			continue
		}
		if words := strings.TrimSpace(t.Slice(block.Range)); words != "" {
			return Shorten(words, limit)
		}
	}
	return Shorten(strings.TrimSpace(t.Body), limit)
}

// Shorten cuts s at a word to at most limit bytes and puts an ellipsis where
// it cut; line breaks become spaces.
func Shorten(s string, limit int) string {
	s = strings.Join(strings.Fields(s[:min(len(s), 4*limit+64)]), " ")
	if len(s) <= limit {
		return strings.ToValidUTF8(s, "")
	}
	cut := strings.LastIndexByte(s[:limit+1], ' ')
	if cut < limit/2 {
		for cut = limit; cut > 0 && !utf8.RuneStart(s[cut]); cut-- {
		}
	}
	return strings.TrimRight(s[:cut], " ,;:.") + "…"
}

func hasLetter(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
