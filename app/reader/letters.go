package reader

import (
	"bytes"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"

	"cuttings/app/look"
	"cuttings/app/reader/layout"
)

// letters measures words in the fonts of the program. It is used on Fyne's
// thread only.
type letters struct {
	sans bool // the interface's letters for what is read

	glyphs map[look.Font]*glyphs
}

// glyphs remembers which letters a font has.
type glyphs struct {
	face  *font.Face // nil if the font cannot be read: then it has them all
	known map[rune]bool
}

func newLetters() *letters { return &letters{glyphs: map[look.Font]*glyphs{}} }

// font returns the program's font for a face of the layout.
func (l *letters) font(face layout.Face) look.Font {
	plain := look.Serif
	if l.sans {
		plain = look.Regular
	}
	switch face &^ layout.Foreign {
	case layout.SerifItalic:
		return plain.Styled(false, true)
	case layout.SerifSemibold:
		return plain.Styled(true, false)
	case layout.SerifSemiboldItalic:
		return plain.Styled(true, true)
	case layout.Sans:
		return look.Regular
	case layout.SansSemibold:
		return look.Semibold
	case layout.Mono:
		return look.Mono
	}
	return plain
}

// drawn returns the font resource and style that Fyne draws a face with.
// Foreign letters have none of our fonts: Fyne then looks for one that has
// them, in the given style.
func (l *letters) drawn(face layout.Face) (fyne.Resource, fyne.TextStyle) {
	f := l.font(face)
	if face&layout.Foreign == 0 {
		return f.Resource(), fyne.TextStyle{}
	}
	switch f {
	case look.Mono:
		return nil, fyne.TextStyle{Monospace: true}
	case look.SerifItalic, look.Italic:
		return nil, fyne.TextStyle{Italic: true}
	case look.SerifSemibold, look.Semibold:
		return nil, fyne.TextStyle{Bold: true}
	case look.SerifSemiboldItalic, look.SemiboldItalic:
		return nil, fyne.TextStyle{Bold: true, Italic: true}
	}
	return nil, fyne.TextStyle{}
}

// Width returns how far words reach.
func (l *letters) Width(words string, face layout.Face, size float32) float32 {
	if words == "" {
		return 0
	}
	resource, style := l.drawn(face)
	measured, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, size, style, resource)
	return measured.Width
}

// Extent returns how far letters reach above and below the baseline.
func (l *letters) Extent(face layout.Face, size float32) (ascent, descent float32) {
	resource, style := l.drawn(face)
	measured, baseline := fyne.CurrentApp().Driver().RenderedTextSize(" ", size, style, resource)
	return baseline, measured.Height - baseline
}

// Has reports whether the font of face has a glyph for r.
func (l *letters) Has(face layout.Face, r rune) bool {
	if r < 0x7f {
		return true
	}
	f := l.font(face)
	known := l.glyphs[f]
	if known == nil {
		known = &glyphs{known: map[rune]bool{}}
		if parsed, err := font.ParseTTF(bytes.NewReader(f.Resource().Content())); err == nil {
			known.face = parsed
		}
		l.glyphs[f] = known
	}
	has, ok := known.known[r]
	if !ok {
		has = known.face == nil
		if !has {
			_, has = known.face.NominalGlyph(r)
		}
		known.known[r] = has
	}
	return has
}
