// Package annotation reads and writes files of annotations: the W3C Web
// Annotation Data Model as JSON-LD (https://www.w3.org/TR/annotation-model/),
// both ways, and what the API of Hypothesis returns, one way. It works on bytes
// and values alone: it knows no archive, opens no file and fetches nothing.
package annotation

import (
	"encoding/json"
	"errors"
	"time"

	"cuttings/notes/anchor"
)

// Errors of this package; test for them with errors.Is.
var (
	ErrNotAnnotations = errors.New("this is not a file of annotations")
	ErrTooLarge       = errors.New("the file of annotations is too large")
)

// Limits of what is read.
const (
	MaxBytes = 64 << 20
	maxDepth = 64 // of arrays and objects within each other
)

// Unit is what the offsets of a position count.
type Unit string

// The units.
const (
	CodePoints Unit = "codepoints" // of Unicode, as the model has it
	UTF16      Unit = "utf16"      // code units, as browsers count
)

// Position is where a passage stood: from Start up to End, counted from 0.
type Position struct {
	Start, End int
	Unit       Unit
}

// Annotation is one thing that was said of a page or of a passage of it.
type Annotation struct {
	ID       string // an IRI, or the ID that another service gave
	Created  time.Time
	Modified time.Time
	Creator  string // a name or an address
	Colour   string // yellow, green, blue, red or violet; "" if none was given
	Comment  string // Markdown
	Tags     []string

	Source   string // the address of the page
	Title    string // of the page, if it was given
	Captured time.Time
	Quote    *anchor.Quote // TextQuoteSelector
	Position *Position     // TextPositionSelector
	// Selectors are those of other kinds (RangeSelector, XPathSelector …), each
	// as the JSON object that it was.
	Selectors []json.RawMessage

	ReplyTo []string // the IDs of the annotations that this one answers
}

// OfPage reports whether a is about a page as a whole.
func (a Annotation) OfPage() bool {
	return a.Quote == nil && a.Position == nil && len(a.Selectors) == 0 && len(a.ReplyTo) == 0
}

// Problem is an annotation that could not be read.
type Problem struct {
	Number int    // of the annotation in the file, from 1
	Reason string // a sentence
}

// colours are those that are understood as such.
var colours = map[string]bool{"yellow": true, "green": true, "blue": true, "red": true, "violet": true}

// The ends of the names that the file has things by.
const (
	context        = "http://www.w3.org/ns/anno.jsonld"
	quoteType      = "TextQuoteSelector"
	positionType   = "TextPositionSelector"
	markdownFormat = "text/markdown"
)
