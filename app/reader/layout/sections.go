package layout

import (
	"strings"
	"unicode/utf8"

	"cuttings/notes/text"
)

// A block longer than sectionLimit bytes is laid out in parts, so that
// neither opening nor scrolling costs more when somebody's text has no
// paragraphs. A part ends behind a line or a sentence if there is an end of
// one in the last half of it.
const sectionLimit = 6 << 10

// headBlock is the block number of the section that holds the title.
const headBlock = -1

// section is a part of the text that is laid out at once.
type section struct {
	text.Range
	block       int  // its number in the text, or headBlock
	first, last bool // of its block
}

// sections cuts the blocks of t. The first section is the head.
func sections(t text.Text) []section {
	list := make([]section, 1, len(t.Blocks)+1)
	list[0] = section{block: headBlock, first: true, last: true}
	for i, block := range t.Blocks {
		start := block.Start
		for block.End-start > sectionLimit {
			end := cut(t.Body, start, block.Kind == text.Code || block.Kind == text.Table)
			if end >= block.End {
				break
			}
			list = append(list, section{text.Range{Start: start, End: end}, i, start == block.Start, false})
			start = end
		}
		list = append(list, section{text.Range{Start: start, End: block.End}, i, start == block.Start, true})
	}
	return list
}

// cut returns where the section that begins at start ends.
func cut(body string, start int, lines bool) int {
	half, end := start+sectionLimit/2, start+sectionLimit
	window := body[half:end]
	if i := strings.LastIndexByte(window, '\n'); i >= 0 {
		return half + i + 1
	}
	if lines {
		// A cell or a line of code so long is cut wherever it must be.
		window = body[start:end]
		if i := strings.LastIndexByte(window, '\n'); i >= 0 {
			return start + i + 1
		}
	}
	for _, end := range []string{". ", "? ", "! ", "。", " "} {
		if i := strings.LastIndex(window, end); i >= 0 {
			return half + i + len(end)
		}
	}
	for end < len(body) && !utf8.RuneStart(body[end]) {
		end++
	}
	return end
}

// dress is how a block looks: its letters, and the room around its rows.
type dress struct {
	face   Face
	size   float32
	line   float32 // height of a row
	ink    Ink
	left   float32 // indent
	quotes int     // bars to the left
	pad    float32 // between the ground and the words, on all sides
	above  float32 // the least gap to the block above
	below  float32 // the least gap to the block below
}

// Proportions of the kinds of block, in the size of a paragraph's letters;
// the title and the small sizes come from Style.
const (
	quoteIndent = 1.0 // 17 at the ordinary size: a bar of 3, then 14 free
	listIndent  = 1.4
	codeSize    = 0.82 // monospaced letters look larger than the serif's
	codeLine    = 1.5
	codePad     = 0.75
	tableSize   = 0.88
	tableLine   = 1.45
	ruleHeight  = 1.0
	deepest     = 6 // indents grow no further
)

// headingSizes are the sizes of headings of level 1 to 6.
var headingSizes = [...]float32{1.41, 1.24, 1.12, 1, 1, 1}

func (f *Flow) dress(block text.Block) dress {
	s := f.style
	d := dress{face: Serif, size: s.Size, line: s.Size * s.LineHeight, above: s.Gap, below: s.Gap}
	d.quotes = min(max(block.Quoted, 0), deepest)
	switch block.Kind {
	case text.Heading:
		level := min(max(block.Level, 1), len(headingSizes))
		d.face, d.size = SerifSemibold, s.Size*headingSizes[level-1]
		d.line, d.above, d.below = d.size*1.3, s.Gap*1.75, s.Gap*0.6
	case text.Quotation:
		d.quotes = max(d.quotes, 1)
	case text.ListItem:
		depth := min(max(block.Level, 1), deepest)
		d.left = float32(depth) * listIndent * s.Size
	case text.Code:
		d.face, d.size, d.pad = Mono, s.Size*codeSize, s.Size*codePad
		d.line = d.size * codeLine
	case text.Table:
		d.size = s.Size * tableSize
		d.line = d.size * tableLine
	case text.Figure:
		d.face, d.size, d.ink = Sans, s.Small, Second
		d.line = d.size * s.SmallLine
	case text.Rule:
		d.line = s.Size * ruleHeight
	}
	d.left += float32(d.quotes) * quoteIndent * s.Size
	d.left = min(d.left, f.width/2)
	return d
}

// gap is the free room below section i.
func (f *Flow) gap(i int) float32 {
	s := f.sections[i]
	switch {
	case i == len(f.sections)-1:
		return f.style.Below
	case s.block == headBlock:
		return f.style.Gap * headGap
	case !s.last:
		return 0
	}
	block, next := f.text.Blocks[s.block], f.text.Blocks[s.block+1]
	if block.Kind == text.Figure && block.Len() == 0 {
		return 0
	}
	if block.Kind == text.ListItem && next.Kind == text.ListItem {
		return f.style.Gap * 0.4
	}
	return max(f.dress(block).below, f.dress(next).above)
}
