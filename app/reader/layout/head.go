package layout

import (
	"strings"

	"cuttings/notes/text"
)

// Proportions of the head, in gaps between paragraphs.
const (
	titleGap = 0.5   // between the title and the line under it
	headGap  = 1.375 // between the head and the text
)

// headText returns the title, or the line under it, as a text of its own and
// the pieces it consists of.
func headText(runs []MetaRun, face Face, size float32, ink Ink) (text.Text, []piece) {
	var body strings.Builder
	var pieces []piece
	for _, run := range runs {
		start := body.Len()
		body.WriteString(strings.ToValidUTF8(run.Words, ""))
		p := piece{Range: text.Range{Start: start, End: body.Len()}, face: face, size: size, ink: ink}
		if run.Link {
			p.ink = Accent
		}
		pieces = append(pieces, p)
	}
	return text.Text{Body: body.String()}, pieces
}

// layHead lays out the title and the line under it. Their rows hold no
// offset of the body.
func (f *Flow) layHead(gap float32) *Section {
	s := f.style
	laid := &Section{Height: s.Above}
	if f.head.Title != "" {
		d := dress{face: SerifSemibold, size: s.Title, line: s.Title * s.TitleLine}
		f.layHeadRows(laid, []MetaRun{{Words: f.head.Title}}, d, false)
	}
	if len(f.head.Meta) > 0 {
		if f.head.Title != "" {
			laid.Height += s.Gap * titleGap
		}
		d := dress{face: Sans, size: s.Small, line: s.Small * s.SmallLine, ink: Second}
		f.layHeadRows(laid, f.head.Meta, d, true)
	}
	if len(laid.Rows) > 0 || len(f.sections) == 1 {
		laid.Height += gap
	}
	return laid
}

func (f *Flow) layHeadRows(laid *Section, runs []MetaRun, d dress, meta bool) {
	words, whole := headText(runs, d.face, d.size, d.ink)
	aside := &Flow{text: words, style: f.style, width: f.width, measure: f.measure, widths: f.widths}
	var pieces []piece
	var numbers []int // of the run that each piece belongs to
	for i, p := range whole {
		if p.Len() == 0 {
			continue
		}
		pieces = aside.native(pieces, p)
		for len(numbers) < len(pieces) {
			numbers = append(numbers, i+1)
		}
	}
	if len(pieces) == 0 {
		return
	}
	b := breaker{flow: aside, block: text.Block{Range: text.Range{End: len(words.Body)}}, dress: d, width: f.width, y: laid.Height}
	b.lay(text.Range{End: len(words.Body)}, pieces)
	for i := range b.rows {
		row := &b.rows[i]
		for j := range row.Runs {
			if meta {
				row.Runs[j].Meta = numbers[b.pieceAt(row.Runs[j].Start)]
			}
			row.Runs[j].Range = text.Range{}
		}
		row.Range, row.Drawn = text.Range{}, 0
	}
	laid.Rows = append(laid.Rows, b.rows...)
	laid.Height = b.y
}
