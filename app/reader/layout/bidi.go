package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"cuttings/notes/text"
)

// stretch is a part of a section that is written in one direction. Even levels
// run to the right, odd ones to the left, as in Unicode Standard Annex 9.
type stretch struct {
	text.Range
	level int
}

// rightToLeft reports whether letters of r's script are written to the left.
func rightToLeft(r rune) bool {
	return r >= 0x590 && r <= 0x8ff || r == 0x200f || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfeff ||
		r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}

// directed returns the direction of a block, which that of its first letter is,
// and the stretches of s; none if all of it runs to the right. Text of one
// direction pays for a look at its letters only.
func (f *Flow) directed(s text.Range, block text.Block) (leftward bool, stretches []stretch) {
	words := f.text.Body[s.Start:s.End]
	if strings.IndexFunc(words, rightToLeft) < 0 {
		return false, nil
	}
	leftward = f.leftwardBlock(block)
	base := bidi.LeftToRight
	if leftward {
		base = bidi.RightToLeft
		words = "\u200f" + words
	} else {
		words = "\u200e" + words // so that the part of a block takes the block's direction
	}
	mark := len("\u200f")
	words = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\v' || r == '\f' {
			return ' ' // the algorithm would begin anew
		}
		return r
	}, words)
	var paragraph bidi.Paragraph
	if n, err := paragraph.SetString(words, bidi.DefaultDirection(base)); err != nil || n != len(words) {
		return leftward, []stretch{{s, level(leftward)}}
	}
	order, err := paragraph.Order()
	if err != nil {
		return leftward, []stretch{{s, level(leftward)}}
	}
	at := 0
	for i := range order.NumRuns() {
		run := order.Run(i)
		end := at + len(run.String())
		part := stretch{Range: text.Range{Start: s.Start + max(at-mark, 0), End: s.Start + max(end-mark, 0)}}
		switch {
		case run.Direction() == bidi.RightToLeft:
			part.level = 1
		case leftward:
			part.level = 2
		case len(stretches) > 0 && stretches[len(stretches)-1].level == 1:
			if n := number(f.text.Slice(part.Range)); n > 0 {
				stretches = append(stretches, stretch{text.Range{Start: part.Start, End: part.Start + n}, 2})
				part.Start += n
			}
		}
		if part.Len() > 0 {
			stretches = append(stretches, part)
		}
		at = end
	}
	return leftward, stretches
}

func level(leftward bool) int {
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

// leftward reports whether the first letter of a block is one that is written
// to the left (rules P2 and P3 of the annex).
func (f *Flow) leftward(block text.Block) bool {
	for _, r := range f.text.Body[block.Start:min(block.End, block.Start+sectionLimit)] {
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

// leftwardBlock is leftward for a block that may have no such letters at all.
func (f *Flow) leftwardBlock(block text.Block) bool {
	if block.Kind == text.Code || block.Kind == text.Table {
		return false // they stand as they were written
	}
	return strings.IndexFunc(f.text.Body[block.Start:min(block.End, block.Start+sectionLimit)], rightToLeft) >= 0 && f.leftward(block)
}

// split cuts runs, which are in the order of the text, where the direction
// changes.
func (b *breaker) split(start, end int) []stretch {
	if len(b.stretches) == 0 {
		return []stretch{{text.Range{Start: start, End: end}, level(b.leftward)}}
	}
	var parts []stretch
	for _, s := range b.stretches {
		if from, to := max(s.Start, start), min(s.End, end); from < to {
			parts = append(parts, bare(b.flow.text.Body, stretch{text.Range{Start: from, End: to}, s.level})...)
		}
	}
	if len(parts) == 0 {
		parts = append(parts, stretch{text.Range{Start: start, End: end}, level(b.leftward)})
	}
	return parts
}

// bare cuts the white space off the ends of words that run to the left: what
// draws a run by itself does not know on which side it belongs.
func bare(body string, s stretch) []stretch {
	words := body[s.Start:s.End]
	inner := strings.TrimFunc(words, unicode.IsSpace)
	if s.level%2 == 0 || inner == "" || len(inner) == len(words) {
		return []stretch{s}
	}
	start := s.Start + strings.Index(words, inner)
	var parts []stretch
	for _, r := range []text.Range{{Start: s.Start, End: start}, {Start: start, End: start + len(inner)}, {Start: start + len(inner), End: s.End}} {
		if r.Len() > 0 {
			parts = append(parts, stretch{r, s.level})
		}
	}
	return parts
}

// mirrored returns marks among letters that run to the left as they are drawn by
// what draws to the right: the last first, and brackets turned round; "" for
// words with such letters, which are drawn as they should be.
func mirrored(words string) string {
	if strings.IndexFunc(words, rightToLeft) >= 0 {
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

// turn gives the runs of a row their places as the eye sees them: each stretch
// of a level is turned round as a whole (rule L2 of the annex), and the row
// begins at the side where its block does. The runs stay in the order of the
// text.
func (b *breaker) turn(row *Row, levels []int) {
	row.Mixed, row.Leftward = true, b.leftward
	order := make([]int, len(row.Runs))
	for i := range order {
		order[i] = i
	}
	for deep := 2; deep >= 1; deep-- {
		for i := 0; i < len(order); {
			j := i
			for j < len(order) && levels[order[j]] >= deep {
				j++
			}
			slices.Reverse(order[i:j])
			i = max(j, i+1)
		}
	}
	width := float32(0)
	for _, run := range row.Runs {
		width += run.Width
	}
	x := b.left
	if b.leftward {
		x = b.left + max(b.width-width, 0)
	}
	for _, i := range order {
		row.Runs[i].X, row.Runs[i].Leftward = x, levels[i]%2 == 1
		if row.Runs[i].Leftward {
			row.Runs[i].Drawn = mirrored(row.Runs[i].Words)
		}
		x += row.Runs[i].Width
	}
}

// Reach is how far words go in a row, from left to right.
type Reach struct{ From, To float32 }

// mixedX is X for a row with words that run to the left.
func (f *Flow) mixedX(row *Row, offset int) float32 {
	for i := range row.Runs {
		run := &row.Runs[i]
		if offset >= run.End && i < len(row.Runs)-1 {
			continue
		}
		width := f.prefix(run, max(offset, run.Start))
		if run.Leftward {
			return run.X + run.Width - width
		}
		return run.X + width
	}
	return row.X
}

// mixedCover is Cover for such a row: words that follow one another may stand
// apart.
func (f *Flow) mixedCover(row *Row, start, end int) []Reach {
	var list []Reach
	for i := range row.Runs {
		run := &row.Runs[i]
		from, to := max(start, run.Start), min(end, run.End)
		if from >= to {
			continue
		}
		a, b := f.prefix(run, from), f.prefix(run, to)
		r := Reach{run.X + a, run.X + b}
		if run.Leftward {
			r = Reach{run.X + run.Width - b, run.X + run.Width - a}
		}
		if r.To > r.From {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b Reach) int { return int((a.From - b.From) * 16) })
	joined := list[:0]
	for _, r := range list {
		if n := len(joined); n > 0 && r.From-joined[n-1].To < 0.5 {
			joined[n-1].To = max(joined[n-1].To, r.To)
		} else {
			joined = append(joined, r)
		}
	}
	return joined
}

// mixedOffset is Offset for such a row.
func (f *Flow) mixedOffset(row *Row, x float32) int {
	nearest := 0
	for i := range row.Runs {
		if outside(x, row.Runs[i].X, row.Runs[i].X+row.Runs[i].Width) < outside(x, row.Runs[nearest].X, row.Runs[nearest].X+row.Runs[nearest].Width) {
			nearest = i
		}
	}
	run := &row.Runs[nearest]
	along := min(max(x-run.X, 0), run.Width)
	if run.Leftward {
		along = run.Width - along
	}
	return f.within(run, along)
}

// Leftward reports whether the words at offset belong to a block that is
// written to the left.
func (f *Flow) Leftward(offset int) bool {
	spot, ok := f.SpotAt(offset)
	return ok && f.Row(spot).Leftward
}
