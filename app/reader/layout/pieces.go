package layout

import (
	"slices"

	"cuttings/notes/text"
)

// newTarget begins the target of a link in a note to what does not exist
// yet; following it makes it.
const newTarget = "new:"

// codeSpan is the size of code among words, in the size of the words.
const codeSpan = 0.86

// originSize is the size of the words that say where a quotation stands, in
// the size of the quotation.
const originSize = 0.72

// piece is a stretch of a section in which every letter looks the same.
type piece struct {
	text.Range
	face Face
	size float32
	ink  Ink
	link string
}

// pieces cuts section s of block where the look of its words changes. There
// is at least one piece, and together they cover the section.
func (f *Flow) pieces(s section, block text.Block, d dress) []piece {
	spans := make([]text.Span, 0, len(block.Spans))
	for _, span := range block.Spans {
		if span.Overlaps(s.Range) {
			spans = append(spans, span)
		}
	}
	if len(spans) == 0 {
		return f.native(nil, piece{Range: s.Range, face: d.face, size: d.size, ink: d.ink})
	}
	cuts := []int{s.Start, s.End}
	for _, span := range spans {
		cuts = append(cuts, min(max(span.Start, s.Start), s.End), min(max(span.End, s.Start), s.End))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	slices.SortStableFunc(spans, func(a, b text.Span) int { return a.Start - b.Start })
	var list []piece
	var open []text.Span
	next := 0
	for i := range cuts[1:] {
		within := text.Range{Start: cuts[i], End: cuts[i+1]}
		for next < len(spans) && spans[next].Start <= within.Start {
			open = append(open, spans[next])
			next++
		}
		open = slices.DeleteFunc(open, func(span text.Span) bool { return span.End <= within.Start })
		list = f.native(list, dressed(piece{Range: within, face: d.face, size: d.size, ink: d.ink}, open))
	}
	return list
}

// dressed applies the spans that lie over p to it.
func dressed(p piece, spans []text.Span) piece {
	var italic, strong, code, origin bool
	for _, span := range spans {
		switch span.Style {
		case text.Emphasis:
			italic = !italic
		case text.Strong:
			strong = true
		case text.CodeSpan:
			code = true
		case text.Highlight:
			italic, p.link = true, span.Target
		case text.Origin:
			origin = true
		case text.Link:
			p.link, p.ink = span.Target, Accent
			if len(span.Target) >= len(newTarget) && span.Target[:len(newTarget)] == newTarget {
				p.ink = Missing
			}
		}
	}
	switch {
	case origin:
		p.face, p.size, p.ink = Sans, p.size*originSize, Second
	case code && p.face != Mono:
		p.face, p.size = Mono, p.size*codeSpan
	case p.face == Serif && italic && strong, p.face == SerifSemibold && italic:
		p.face = SerifSemiboldItalic
	case p.face == Serif && italic:
		p.face = SerifItalic
	case p.face == Serif && strong:
		p.face = SerifSemibold
	case p.face == Sans && strong:
		p.face = SansSemibold
	}
	return p
}

// native appends p to list, cut where its font lacks the letters.
func (f *Flow) native(list []piece, p piece) []piece {
	start, foreign := p.Start, false
	add := func(end int) {
		if end > start || (end == p.End && p.Len() == 0) {
			part := p
			part.Range = text.Range{Start: start, End: end}
			if foreign {
				part.face |= Foreign
			}
			list = append(list, part)
		}
		start = end
	}
	for i, r := range f.text.Body[p.Start:p.End] {
		if r <= ' ' || joins(r) {
			continue // stays with what is before it
		}
		if lacking := !f.measure.Has(p.face, r); lacking != foreign {
			add(p.Start + i)
			foreign = lacking
		}
	}
	add(p.End)
	return list
}

// joins reports whether r belongs to the letter before it: a variation
// selector or the joiner of two emoji.
func joins(r rune) bool {
	return r == '\u200d' || r == '\ufe0e' || r == '\ufe0f'
}
