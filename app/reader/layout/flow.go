package layout

import (
	"math"
	"strings"

	"cuttings/notes/text"
)

// The numbers of sections that are kept laid out: past keepMost, those more
// than keepNear away from the one that is asked for are dropped.
const (
	keepMost = 1024
	keepNear = 256
)

// widthsMost bounds the words whose widths are remembered.
const widthsMost = 50_000

// letterWidth is about the mean width of a byte of running text, in sizes of
// its letters; heights that were not laid out yet are estimated with it.
const letterWidth = 0.46

// Flow is a text on a column of some width.
type Flow struct {
	text     text.Text
	head     Head
	style    Style
	width    float32
	measure  Measurer
	sections []section
	laid     map[int]*Section
	heights  heights
	widths   map[wordKey]float32
	columns  map[int][]float32 // of tables, by block
	pictures map[string]Size
}

type wordKey struct {
	words string
	face  Face
	size  float32
}

// New returns t, with head above it, on a column of the given width. It
// looks at the lengths of the blocks only.
func New(t text.Text, head Head, style Style, width float32, measure Measurer) *Flow {
	f := &Flow{
		text: t, head: head, style: style, width: max(width, 1), measure: measure,
		sections: sections(t), widths: map[wordKey]float32{},
	}
	f.forget()
	return f
}

// SetPictures says how large the pictures of figures are, by their sources.
// Those of others are not shown.
func (f *Flow) SetPictures(sizes map[string]Size) {
	f.pictures = sizes
	f.forget()
}

// Reset changes the width and the style; what was laid out is forgotten if
// either differs.
func (f *Flow) Reset(style Style, width float32) {
	if width = max(width, 1); style == f.style && width == f.width {
		return
	}
	f.style, f.width = style, width
	f.forget()
}

func (f *Flow) forget() {
	f.laid = map[int]*Section{}
	f.columns = map[int][]float32{}
	f.heights = newHeights(len(f.sections), f.estimate)
}

// Width returns the width of the column.
func (f *Flow) Width() float32 { return f.width }

// Len returns the number of sections. There is at least one, the head.
func (f *Flow) Len() int { return len(f.sections) }

// Total returns the height of all sections, as far as it is known.
func (f *Flow) Total() float32 { return f.heights.before(len(f.sections)) }

// Top returns the height of all sections before i, as far as it is known.
func (f *Flow) Top(i int) float32 { return f.heights.before(i) }

// Range returns which bytes of the body section i holds.
func (f *Flow) Range(i int) text.Range { return f.sections[i].Range }

// Section returns section i, laid out.
func (f *Flow) Section(i int) *Section {
	if laid, ok := f.laid[i]; ok {
		return laid
	}
	if len(f.laid) >= keepMost {
		for other := range f.laid {
			if other < i-keepNear || other > i+keepNear {
				delete(f.laid, other)
			}
		}
	}
	laid := f.lay(i)
	f.laid[i] = laid
	f.heights.set(i, laid.Height)
	return laid
}

func (f *Flow) lay(i int) *Section {
	s := f.sections[i]
	if s.block == headBlock {
		return f.layHead(f.gap(i))
	}
	block := f.text.Blocks[s.block]
	d := f.dress(block)
	laid := &Section{}
	switch {
	case block.Kind == text.Rule:
		f.layRule(laid, s, d)
	case block.Kind == text.Figure:
		f.layFigure(laid, s, block, d)
	case block.Kind == text.Table:
		f.layTable(laid, s, block, d)
	default:
		f.layWords(laid, s, block, d)
	}
	height := laid.Height
	laid.Height += f.gap(i)
	f.bars(laid, i, d, height)
	return laid
}

// layWords lays out every kind of block that is one column of words.
func (f *Flow) layWords(laid *Section, s section, block text.Block, d dress) {
	top := float32(0)
	if s.first {
		top = d.pad
	}
	leftward := f.leftwardBlock(block)
	left := d.left
	if leftward {
		left = 0
	}
	b := breaker{flow: f, block: block, dress: d, left: left + d.pad, width: f.width - d.left - 2*d.pad, y: top}
	b.lay(s.Range, f.pieces(s, block, d))
	laid.Rows, laid.Height = b.rows, b.y
	if s.last {
		laid.Height += d.pad
	}
	if block.Kind == text.Code {
		laid.Boxes = append(laid.Boxes, Box{
			X: left, Width: f.width - d.left, Height: laid.Height, Ink: Panel, Round: s.first && s.last,
		})
	}
	if block.Kind == text.ListItem && s.first && block.Marker != "" {
		width := f.measure.Width(block.Marker, d.face, d.size)
		x := max(d.left-width-d.size*0.5, 0)
		if leftward {
			x = f.width - x - width
		}
		laid.Labels = append(laid.Labels, Label{
			Run:      Run{Words: block.Marker, Face: d.face, Size: d.size, Ink: Second, X: x, Width: width},
			Baseline: laid.Rows[0].Baseline,
		})
	}
}

func (f *Flow) layRule(laid *Section, s section, d dress) {
	laid.Rows = []Row{{Range: s.Range, Drawn: s.End, X: d.left, Width: f.width - d.left, Height: d.line, Baseline: d.line, Bottom: d.line}}
	laid.Boxes = append(laid.Boxes, Box{X: d.left, Y: d.line / 2, Width: f.width - d.left, Height: 1, Ink: Line})
	laid.Height = d.line
}

// bars puts the bars of quotations to the left of section i, whose rows are
// height high. A bar goes on through the gap if the next block is quoted as
// deep.
func (f *Flow) bars(laid *Section, i int, d dress, height float32) {
	next := 0
	if i+1 < len(f.sections) {
		next = f.dress(f.text.Blocks[f.sections[i+1].block]).quotes
	}
	target, quoted := f.quotedHighlight(f.sections[i])
	for depth := range d.quotes {
		box := Box{X: float32(depth) * quoteIndent * f.style.Size, Width: 3, Height: height, Ink: Line}
		if f.leftwardBlock(f.text.Blocks[f.sections[i].block]) {
			box.X = f.width - box.X - box.Width
		}
		if next > depth && !quoted {
			box.Height = laid.Height
		}
		if quoted && depth == d.quotes-1 {
			box.Ink, box.Target = Quoted, target
		}
		laid.Boxes = append(laid.Boxes, box)
	}
}

// quotedHighlight returns the highlight that the block of s quotes, if it
// quotes one.
func (f *Flow) quotedHighlight(s section) (string, bool) {
	for _, span := range f.text.Blocks[s.block].Spans {
		if span.Style == text.Highlight {
			return span.Target, true
		}
	}
	return "", false
}

// estimate guesses the height of section i from its length.
func (f *Flow) estimate(i int) float32 {
	s := f.sections[i]
	if s.block == headBlock {
		return f.style.Above + f.style.Title*f.style.TitleLine + 2*f.style.Small + f.gap(i)
	}
	block := f.text.Blocks[s.block]
	d := f.dress(block)
	_, pictured := f.picture(block, d)
	if block.Kind == text.Figure && block.Len() == 0 {
		return pictured + f.gap(i)
	}
	room := max(f.width-d.left-2*d.pad, d.size)
	rows := math.Ceil(float64(float32(s.Len()) * d.size * letterWidth / room))
	if block.Kind == text.Code || block.Kind == text.Table {
		rows = max(rows, 1+float64(strings.Count(f.text.Body[s.Start:s.End], "\n")))
	}
	return pictured + float32(max(rows, 1))*d.line + 2*d.pad + f.gap(i)
}

// word returns the width of a word, remembering it.
func (f *Flow) word(words string, face Face, size float32) float32 {
	key := wordKey{words, face, size}
	if width, ok := f.widths[key]; ok {
		return width
	}
	if len(f.widths) >= widthsMost {
		clear(f.widths)
	}
	width := f.measure.Width(words, face, size)
	f.widths[key] = width
	return width
}
