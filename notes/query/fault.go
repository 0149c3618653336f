package query

import (
	"slices"
	"strings"

	"cuttings/notes/text"
)

// Fault is something in a query that could not be understood and was left aside.
type Fault struct {
	At    text.Range
	Wrong Wrong
	Name  Name // of the field, if it is about one
}

// Wrong says what is wrong.
type Wrong int

// What can be wrong.
const (
	OpenQuote   Wrong = iota // a quotation mark is not closed
	OpenBracket              // a bracket is not closed
	NoBracket                // a bracket is closed that was not opened
	LonelyOr                 // OR lacks words on a side
	NoValue                  // a field has no value
	NoField                  // there is no field of that name; its words are searched
	NoDate                   // a value is no date
	NoSuchValue              // a field has no such value: see Values
	NearNeeds                // near( ) needs two words
	NearNumber               // the distance of near( ) is no number from 0 up; without one it is searched
	NearSame                 // near( ) has a word several times; it is searched once
	NearComma                // a number ends near( ) without a comma before it; likewise
	LonelyNot                // nothing stands behind NOT or a minus
	LostStar                 // a star stands elsewhere than at the end of a word or phrase
	TooMuch                  // the query is too long, or brackets stand too deep
)

func (p *parser) fault(wrong Wrong, start, end int, name Name) {
	p.faults = append(p.faults, Fault{text.Range{Start: start, End: end}, wrong, name})
}

// distinctFaults are the faults in the order in which they stand, each once: to do
// the same again is not another.
func (p *parser) distinctFaults() []Fault {
	slices.SortStableFunc(p.faults, func(a, b Fault) int { return a.At.Start - b.At.Start })
	var distinct []Fault
	for _, fault := range p.faults {
		if !slices.ContainsFunc(distinct, func(known Fault) bool {
			return known.Wrong == fault.Wrong && (fault.Wrong == TooMuch || p.written(known) == p.written(fault))
		}) {
			distinct = append(distinct, fault)
		}
	}
	return distinct
}

// written is what a fault points at; of what lies beyond the bound of a query, nothing.
func (p *parser) written(f Fault) string {
	return p.source[min(f.At.Start, len(p.source)):min(f.At.End, len(p.source))]
}

// lostStar points at the first star in words that were typed from start on.
func (p *parser) lostStar(typed string, start int) {
	if strings.Contains(typed, "*") {
		at := start + strings.IndexByte(p.source[start:], '*')
		p.fault(LostStar, at, at+1, "")
	}
}
