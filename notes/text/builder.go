package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Builder puts a Text together, block by block, run by run. It normalises to
// Unicode NFC, folds white space as browsers do (except in code and tables),
// and drops blocks without words. The zero value is ready for use.
type Builder struct {
	body   strings.Builder
	blocks []Block
	block  Block
	words  []byte
	open   []openSpan
	begun  bool
	keep   bool // white space stands as written
}

type openSpan struct {
	style  Style
	target string
	start  int // in words
}

// Begin ends the block before and starts the next; the block's range and
// spans are filled in by the builder.
func (b *Builder) Begin(block Block) {
	b.End()
	block.Range, block.Spans = Range{}, nil
	b.block, b.begun = block, true
	b.keep = block.Kind == Code || block.Kind == Table
}

// Begun reports whether a block is open.
func (b *Builder) Begun() bool { return b.begun }

// Count returns how many blocks are kept so far: the number that the open block
// will have, or the next one.
func (b *Builder) Count() int { return len(b.blocks) }

// Empty reports whether the open block has no words yet.
func (b *Builder) Empty() bool { return len(strings.TrimSpace(string(b.words))) == 0 }

// Open starts a span of the given style; spans close in reverse order.
func (b *Builder) Open(style Style, target string) {
	b.open = append(b.open, openSpan{style, target, len(b.words)})
}

// Close ends the span that was opened last. Without one it does nothing.
func (b *Builder) Close() {
	if len(b.open) == 0 {
		return
	}
	span := b.open[len(b.open)-1]
	b.open = b.open[:len(b.open)-1]
	b.mark(span)
}

func (b *Builder) mark(span openSpan) {
	start, end := span.start, len(b.words)
	for start < end && isBlank(b.words[start]) {
		start++
	}
	for end > start && isBlank(b.words[end-1]) {
		end--
	}
	if start < end {
		b.block.Spans = append(b.block.Spans, Span{Range{start, end}, span.style, span.target})
	}
}

// Write adds words to the open block, starting a paragraph if there is none.
func (b *Builder) Write(words string) {
	words = clean(words)
	if !b.begun {
		if strings.TrimSpace(words) == "" {
			return
		}
		b.Begin(Block{Kind: Paragraph})
	}
	if b.keep {
		b.words = append(b.words, words...)
		return
	}
	for _, r := range words {
		if unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' {
			if n := len(b.words); n > 0 && !isBlank(b.words[n-1]) {
				b.words = append(b.words, ' ')
			}
			continue
		}
		b.words = utf8.AppendRune(b.words, r)
	}
}

// Break puts a line break into the open block.
func (b *Builder) Break() {
	if !b.begun {
		return
	}
	if n := len(b.words); n > 0 && b.words[n-1] == ' ' && !b.keep {
		b.words[n-1] = '\n'
	} else if n > 0 {
		b.words = append(b.words, '\n')
	}
}

// End closes the open block and keeps it if it has words, a picture or is a
// rule. Spans that are still open go on in the next block.
func (b *Builder) End() {
	if !b.begun {
		return
	}
	open := b.open
	for i := len(open) - 1; i >= 0; i-- {
		b.mark(open[i])
	}
	for i := range open {
		open[i].start = 0
	}
	b.finish()
	b.block, b.words, b.begun = Block{}, b.words[:0], false
}

func (b *Builder) finish() {
	raw := string(b.words)
	lead := len(raw) - len(strings.TrimLeft(raw, " \n\t\r"))
	if b.keep {
		lead = len(raw) - len(strings.TrimLeft(raw, "\n\r"))
	}
	trimmed := strings.TrimRight(raw[lead:], " \n\t\r")
	if trimmed == "" && b.block.Kind != Rule && b.block.Source == "" {
		return
	}
	if b.body.Len() > 0 || len(b.blocks) > 0 {
		b.body.WriteString(BlockBreak)
	}
	base := b.body.Len()
	place := func(offset int) int { // from the raw words to the normalised body
		offset = min(max(offset-lead, 0), len(trimmed))
		return base + len(norm.NFC.String(trimmed[:offset]))
	}
	if norm.NFC.IsNormalString(trimmed) {
		place = func(offset int) int { return base + min(max(offset-lead, 0), len(trimmed)) }
	}
	b.body.WriteString(norm.NFC.String(trimmed))
	block := b.block
	block.Range = Range{base, b.body.Len()}
	kept := block.Spans[:0]
	for _, span := range block.Spans {
		span.Range = Range{place(span.Start), min(place(span.End), block.End)}
		if span.Start < span.End {
			kept = append(kept, span)
		}
	}
	block.Spans = kept
	b.blocks = append(b.blocks, block)
}

// Text ends the open block and returns what was built. It returns an error
// that wraps ErrInvalid if the pieces do not fit together.
func (b *Builder) Text() (Text, error) {
	b.open = nil
	b.End()
	t := Text{Body: b.body.String(), Blocks: b.blocks}
	for i := range t.Blocks {
		if len(t.Blocks[i].Spans) > 0 {
			t.Blocks[i].Spans = t.onBoundaries(t.Blocks[i].Spans)
		}
	}
	return t, t.Check()
}

// onBoundaries drops the spans whose ends fell inside a character that was
// composed from both sides of the end.
func (t Text) onBoundaries(spans []Span) []Span {
	kept := spans[:0]
	for _, span := range spans {
		if t.boundary(span.Range) {
			kept = append(kept, span)
		}
	}
	return kept
}

// clean removes what has no place in a reading text: bytes that are not
// UTF-8, control characters, soft hyphens and marks of byte order.
func clean(words string) string {
	words = strings.ToValidUTF8(words, "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r':
			return '\n'
		case unicode.IsControl(r), r == '\u00ad', r == '\ufeff', r == '\u200b':
			return -1
		}
		return r
	}, words)
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' }
