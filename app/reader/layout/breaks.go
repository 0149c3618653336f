package layout

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"

	"cuttings/app/direction"
	"cuttings/notes/text"
)

// tabLetters is the distance of tab stops, in widths of a space.
const tabLetters = 4

// roundOff is how far words may reach over the edge before a row is broken:
// sums of widths are not exact.
const roundOff = 0.05

// breaker puts pieces into rows, from y downwards. Where a row may end is
// told by Unicode Standard Annex 14; words are measured by themselves and
// their widths added up. A word that is wider than the row is cut between
// graphemes.
type breaker struct {
	flow  *Flow
	block text.Block // that the words belong to
	dress dress
	left  float32
	width float32
	y     float32
	rows  []Row

	leftward  bool                // the block begins at the right
	stretches []direction.Stretch // nil if all of it runs to the right

	pieces []piece
	start  int     // offset where the open row begins
	drawn  int     // offset behind its last byte that is drawn
	end    int     // offset behind its last byte
	x      float32 // how far it reaches, with white space at the end
}

// lay breaks the bytes of r, which pieces cover, into rows. It makes at
// least one.
func (b *breaker) lay(r text.Range, pieces []piece) {
	b.width = max(b.width, b.dress.size)
	b.pieces = pieces
	if r.Len() > 0 {
		b.leftward, b.stretches = b.flow.directed(r, b.block)
	}
	b.start, b.drawn, b.end, b.x = r.Start, r.Start, r.Start, 0
	rest, state, at := b.flow.text.Body[r.Start:r.End], -1, r.Start
	for len(rest) > 0 {
		var segment string
		var must bool
		segment, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		b.segment(at, segment)
		at += len(segment)
		if must && len(rest) > 0 && text.EndsLine(segment) {
			b.close()
		}
	}
	b.close()
}

// segment adds words that must not be broken, and the white space behind
// them.
func (b *breaker) segment(start int, segment string) {
	words := strings.TrimRightFunc(segment, blank)
	width := b.wide(start, start+len(words))
	if b.x+width > b.width+roundOff && b.end > b.start && words != "" {
		b.close()
	}
	end := start + len(words)
	if width > b.width+roundOff {
		b.cut(start, end)
	} else if words != "" {
		b.x += width
		b.drawn = end
	}
	b.end = start + len(segment)
	b.x += b.blanks(b.x, end, b.end)
}

// cut puts a word that is too long into as many rows as it takes.
func (b *breaker) cut(start, end int) {
	body, state := b.flow.text.Body, -1
	for rest := body[start:end]; len(rest) > 0; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		width := b.wide(start, start+len(cluster))
		if b.x+width > b.width+roundOff && b.end > b.start {
			b.close()
		}
		start += len(cluster)
		b.x += width
		b.drawn, b.end = start, start
	}
}

// wide returns the width of the words from start to end.
func (b *breaker) wide(start, end int) float32 {
	width := float32(0)
	for i := b.pieceAt(start); i < len(b.pieces) && start < end; i++ {
		p := b.pieces[i]
		stop := min(end, p.End)
		if stop > start {
			width += b.flow.word(b.flow.text.Body[start:stop], p.face, p.size)
			start = stop
		}
	}
	return width
}

// blanks returns how far the white space from start to end reaches from x.
func (b *breaker) blanks(x float32, start, end int) float32 {
	from := x
	for _, r := range b.flow.text.Body[start:end] {
		switch {
		case r == '\t':
			x = b.tab(x)
		case r == '\n' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f':
		default:
			p := b.pieces[b.pieceAt(start)]
			x += b.flow.word(string(r), p.face, p.size)
		}
	}
	return x - from
}

// tab returns the next tab stop behind x.
func (b *breaker) tab(x float32) float32 {
	stop := tabLetters * max(b.flow.word(" ", b.dress.face, b.dress.size), 1)
	return stop * float32(int(x/stop)+1)
}

// pieceAt returns the number of the piece that holds offset.
func (b *breaker) pieceAt(offset int) int {
	low, high := 0, len(b.pieces)-1
	for low < high {
		if mid := (low + high) / 2; b.pieces[mid].End <= offset {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

// close ends the open row and begins the next.
func (b *breaker) close() {
	row := Row{
		Range: text.Range{Start: b.start, End: b.end}, Drawn: b.drawn,
		X: b.left, Width: b.width, Y: b.y, Height: b.dress.line,
	}
	b.flow.stand(&row, b.dress)
	b.place(&row)
	b.rows = append(b.rows, row)
	b.y += b.dress.line
	b.start, b.drawn, b.x = b.end, b.end, 0
}

// place makes the runs of row. Each is measured whole, so that what follows
// it stands exactly where it ends.
func (b *breaker) place(row *Row) {
	x := float32(0)
	var levels []int
	for i, at := b.pieceAt(row.Start), row.Start; i < len(b.pieces) && at < row.Drawn; i++ {
		p := b.pieces[i]
		for stop := min(p.End, row.Drawn); at < stop; {
			words := b.flow.text.Body[at:stop]
			if words[0] == '\t' {
				x = b.tab(x)
				at++
				continue
			}
			if tab := strings.IndexByte(words, '\t'); tab > 0 {
				words = words[:tab]
			}
			for _, part := range b.split(at, at+len(words)) {
				words := b.flow.text.Body[part.Start:part.End]
				width := b.flow.measure.Width(words, p.face, p.size)
				row.Runs = append(row.Runs, Run{
					Range: part.Range, Words: words,
					Face: p.face, Size: p.size, Ink: p.ink, Link: p.link,
					X: b.left + x, Width: width,
				})
				levels = append(levels, part.Level)
				x += width
			}
			at += len(words)
		}
	}
	if len(b.stretches) > 0 {
		b.turn(row, levels)
	}
}

// stand puts the baseline of a row so that its letters are in its middle.
func (f *Flow) stand(row *Row, d dress) {
	ascent, descent := f.measure.Extent(d.face, d.size)
	row.Top = row.Y + (row.Height-ascent-descent)/2
	row.Baseline = row.Top + ascent
	row.Bottom = row.Baseline + descent
}

// blank reports whether r is white space at which a row may end.
func blank(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}
