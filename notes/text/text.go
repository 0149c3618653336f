// Package text holds the canonical reading text of a capture: what is read,
// quoted, highlighted and searched. It knows nothing of files, markup
// languages or screens.
//
// Every offset in the program counts bytes of UTF-8 from the start of
// Text.Body. Other units (the code points of the W3C Web Annotation model)
// exist only at the edges; see CodePoints and FromCodePoints.
package text

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// Kind says what a block is.
type Kind string

// The kinds of block.
const (
	Heading   Kind = "heading"
	Paragraph Kind = "paragraph"
	Quotation Kind = "quotation"
	ListItem  Kind = "item"
	Code      Kind = "code"
	Table     Kind = "table"  // one line a row, cells separated by a tab
	Figure    Kind = "figure" // the body is the caption, Source the picture
	Rule      Kind = "rule"   // a thematic break; its body is empty
)

// Style says what a span of words within a block is.
type Style string

// The styles of span.
const (
	Emphasis  Style = "emphasis"
	Strong    Style = "strong"
	CodeSpan  Style = "code"
	Link      Style = "link"
	Highlight Style = "highlight" // a link to a highlight: its quotation, in a note
	Origin    Style = "origin"    // below a quotation: where it stands
)

// BlockBreak stands in the body between two blocks.
const BlockBreak = "\n\n"

// Range is a half-open range of bytes of a body: Start ≤ offset < End.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in r.
func (r Range) Len() int { return r.End - r.Start }

// Overlaps reports whether r and s share at least one byte.
func (r Range) Overlaps(s Range) bool { return r.Start < s.End && s.Start < r.End }

// Contains reports whether the byte at offset lies in r.
func (r Range) Contains(offset int) bool { return r.Start <= offset && offset < r.End }

// Span is a run of words of one style. Spans may nest and overlap.
type Span struct {
	Range
	Style Style `json:"style"`
	// Target is, of a link, an address, or "#" and an offset of the same text;
	// in a note an item's ID.
	Target string `json:"target,omitempty"`
}

// Block is one paragraph-like piece of a text.
type Block struct {
	Range
	Kind   Kind   `json:"kind"`
	Level  int    `json:"level,omitempty"`  // heading: 1 to 6; list item: depth from 1
	Quoted int    `json:"quoted,omitempty"` // depth of quotation around the block
	Marker string `json:"marker,omitempty"` // of a list item: "•" or "1."
	Source string `json:"source,omitempty"` // of a figure: the address of its picture
	Spans  []Span `json:"spans,omitempty"`
}

// Text is a whole reading text: a body in Unicode NFC and the blocks it
// consists of, in order, separated by BlockBreak.
type Text struct {
	Body   string  `json:"body"`
	Blocks []Block `json:"blocks"`
}

// ErrInvalid is returned by Check for a text that breaks a rule.
var ErrInvalid = errors.New("invalid text")

// Check returns ErrInvalid, with the reason, if a block or span lies outside
// the body, cuts a character in two, or stands out of order.
func (t Text) Check() error {
	if !utf8.ValidString(t.Body) {
		return fmt.Errorf("%w: the body is not UTF-8", ErrInvalid)
	}
	last := 0
	for i, block := range t.Blocks {
		if block.Start < last || !t.boundary(block.Range) {
			return fmt.Errorf("%w: block %d spans bytes %d to %d", ErrInvalid, i, block.Start, block.End)
		}
		last = block.End
		for _, span := range block.Spans {
			if span.Start < block.Start || span.End > block.End || !t.boundary(span.Range) {
				return fmt.Errorf("%w: a span of block %d covers bytes %d to %d", ErrInvalid, i, span.Start, span.End)
			}
		}
	}
	return nil
}

func (t Text) boundary(r Range) bool {
	return r.Start >= 0 && r.Start <= r.End && r.End <= len(t.Body) &&
		(r.Start == len(t.Body) || utf8.RuneStart(t.Body[r.Start])) &&
		(r.End == len(t.Body) || utf8.RuneStart(t.Body[r.End]))
}

// Slice returns the words in r, or "" if r does not lie in the body on
// character boundaries.
func (t Text) Slice(r Range) string {
	if !t.boundary(r) {
		return ""
	}
	return t.Body[r.Start:r.End]
}

// BlockAt returns the index of the block that holds offset, or of the last
// block that begins at or before it; -1 if there is none.
func (t Text) BlockAt(offset int) int {
	low, high := 0, len(t.Blocks)
	for low < high {
		mid := (low + high) / 2
		if t.Blocks[mid].Start <= offset {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low - 1
}

// ParagraphAt returns the number, from 1, that a reader would give the
// paragraph at offset: headings, rules and figures are not counted. It
// returns 0 before the first paragraph.
func (t Text) ParagraphAt(offset int) int {
	number := 0
	for i := 0; i <= t.BlockAt(offset); i++ {
		switch t.Blocks[i].Kind {
		case Heading, Rule, Figure:
		default:
			number++
		}
	}
	return number
}

// CodePoints returns the number of Unicode code points before offset: the
// unit of the W3C TextPositionSelector.
func (t Text) CodePoints(offset int) int {
	return utf8.RuneCountInString(t.Body[:min(max(offset, 0), len(t.Body))])
}

// FromCodePoints returns the offset in bytes of the code point numbered
// count from 0, or the length of the body if it has fewer.
func (t Text) FromCodePoints(count int) int {
	for offset := range t.Body {
		if count == 0 {
			return offset
		}
		count--
	}
	return len(t.Body)
}
