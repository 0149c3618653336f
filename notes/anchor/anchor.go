// Package anchor describes a passage so that it can be found again after its
// text has changed, and finds it: the TextQuoteSelector of the W3C Web
// Annotation Data Model. It works on strings and byte offsets alone.
//
// It never changes a text, and never names a place of which it is not sure:
// a passage that is gone, or stands in several places alike, is an error.
package anchor

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// ContextLength is how many characters (code points) of a text are kept on
// either side of a passage, as other programs of the web do.
const ContextLength = 32

// Errors of this package; test for them with errors.Is.
var (
	ErrGone      = errors.New("the passage does not stand in the text")
	ErrAmbiguous = errors.New("the passage stands in the text more than once")
	ErrRange     = errors.New("not a passage of the text")
	ErrEmpty     = errors.New("the quotation is empty")
)

// Quote is a passage in its own words.
type Quote struct {
	Exact  string // the passage
	Prefix string // what stands directly before it
	Suffix string // what stands directly behind it
}

// Way says how a passage was found.
type Way string

// The ways, from sure to less sure.
const (
	AtPosition  Way = "position"    // its words stand where they were expected
	Exact       Way = "exact"       // its words stand elsewhere
	Approximate Way = "approximate" // most of its words do
)

// Placement is where a passage stands now.
type Placement struct {
	Start, End int // offsets in bytes
	Way        Way
	Certainty  float64 // from 0 to 1: how much of quotation and context was found
}

// Describe returns the quotation of body from start to end, both offsets in
// bytes. It returns ErrRange if they hold no characters or cut one in two.
func Describe(body string, start, end int) (Quote, error) {
	if start < 0 || end > len(body) || start >= end || !boundary(body, start) || !boundary(body, end) {
		return Quote{}, fmt.Errorf("describe bytes %d to %d of %d: %w", start, end, len(body), ErrRange)
	}
	before, after := start, end
	for range ContextLength {
		_, size := utf8.DecodeLastRuneInString(body[:before])
		before -= size
		_, size = utf8.DecodeRuneInString(body[after:])
		after += size
	}
	return Quote{Exact: body[start:end], Prefix: body[before:start], Suffix: body[end:after]}, nil
}

func boundary(body string, offset int) bool {
	return offset == len(body) || utf8.RuneStart(body[offset])
}

// Place finds q in body. The passage is expected to start at the byte offset
// at, or anywhere if at is negative. It returns ErrGone or ErrAmbiguous if
// there is no place that is surely the right one.
//
// For many passages of one text make a Finder, which prepares the text once.
func Place(body string, at int, q Quote) (Placement, error) {
	return NewFinder(body).Place(at, q)
}

// Holds reports whether the words of q stand at the byte offset at: the check
// to make before anything is drawn there.
func Holds(body string, at int, q Quote) bool {
	return at >= 0 && at <= len(body) && q.Exact != "" && strings.HasPrefix(body[at:], q.Exact)
}

// inContext reports whether q stands at at with all of its context.
func inContext(body string, at int, q Quote) bool {
	return Holds(body, at, q) && strings.HasSuffix(body[:at], q.Prefix) &&
		strings.HasPrefix(body[at+len(q.Exact):], q.Suffix)
}
