// Package layout breaks a text into rows of words at places on a page: what
// is drawn where, which offset lies under a point, and where an offset or a
// range of the text stands. It lays out only what is asked for; what was not
// seen yet has an estimated height. It never draws, and knows neither colours
// nor widgets.
//
// Lengths are in the units of its Measurer (Fyne units). Offsets count bytes
// of the text's body, as everywhere.
package layout

import "cuttings/notes/text"

// Face is a cut of letters. The program that draws knows which font it is.
type Face uint8

// The faces that a layout asks for.
const (
	Serif Face = iota
	SerifItalic
	SerifSemibold
	SerifSemiboldItalic
	Sans
	SansSemibold
	Mono

	// Foreign is added to a face for words with letters that its font lacks,
	// so that another font can stand in.
	Foreign Face = 0x80
)

// Ink is the part that words or a box play; the program that draws knows
// which colour it has.
type Ink uint8

// The inks of words and boxes.
const (
	Text    Ink = iota
	Second      // marker, caption, line under the title
	Accent      // a link
	Missing     // a link to what does not exist yet
	Line        // rule, line between rows of a table, bar of a quotation
	Panel       // ground of code
	Quoted      // bar of a quoted highlight; the box names it
)

// Measurer tells how much room words take. It is asked on one goroutine.
type Measurer interface {
	// Width returns how far words, in one run, reach.
	Width(words string, face Face, size float32) float32
	// Extent returns how far letters reach above and below the baseline.
	Extent(face Face, size float32) (ascent, descent float32)
	// Has reports whether the face's font has a glyph for r.
	Has(face Face, r rune) bool
}

// Style is what the page asks of the letters.
type Style struct {
	Size       float32 // of a paragraph's letters
	LineHeight float32 // from baseline to baseline, in sizes
	Gap        float32 // between paragraphs
	Title      float32 // size of the title
	TitleLine  float32 // its line height, in sizes
	Small      float32 // size of the line under the title and of captions
	SmallLine  float32 // their line height, in sizes
	Above      float32 // free above the title
	Below      float32 // free below the last block
}

// Head is what stands above the text and is no part of it.
type Head struct {
	Title string
	Meta  []MetaRun
}

// MetaRun is a piece of the line under the title.
type MetaRun struct {
	Words string
	Link  bool
}

// Run is a piece of a row in one face and ink.
type Run struct {
	text.Range        // in the body; empty for words that are no part of it
	Words      string // what is read
	Drawn      string // what is drawn, if that differs
	Face       Face
	Size       float32
	Ink        Ink
	Link       string // the target, if the words are a link
	Meta       int    // of a row under the title: the number of its MetaRun from 1
	Leftward   bool   // its letters run to the left
	X, Width   float32
}

// Row is a line of words. In a table each cell has rows of its own, so two
// rows may stand side by side; all are in the order of their offsets, and
// each begins where the one before ends.
type Row struct {
	text.Range         // with the white space at its end, which is not drawn
	Runs       []Run   // in the order of the text
	Mixed      bool    // some of it runs to the left: runs stand in another order than that
	Leftward   bool    // it belongs to a block that begins at the right
	Drawn      int     // the offset behind the last byte that is drawn
	X, Width   float32 // the room it has, not what it fills
	Y, Height  float32 // from the top of its section
	Baseline   float32 // from the top of its section
	Top        float32 // of the letters, from the top of its section
	Bottom     float32 // of the letters
}

// Box is a filled rectangle behind the rows of a section.
type Box struct {
	X, Y, Width, Height float32
	Ink                 Ink
	Target              string // of a Quoted bar: the highlight's
	Round               bool
}

// Label is a run that is no part of the text, such as a list's marker.
type Label struct {
	Run
	Baseline float32 // from the top of its section
}

// Size is that of a picture, in pixels.
type Size struct{ Width, Height int }

// Picture is where a figure's picture stands.
type Picture struct {
	Source              string // as the figure names it
	X, Y, Width, Height float32
}

// Section is a block, or a part of a very long one, laid out.
type Section struct {
	Rows   []Row
	Boxes  []Box
	Labels []Label
	Figure *Picture
	Height float32 // with the gap below it
}
