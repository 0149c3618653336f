package timeline

import "cuttings/notes/edtf"

// Span is when something was, as it is drawn.
type Span struct {
	First, Last edtf.Day // the first and the last day it can mean
	OpenStart   bool     // it began before First, nobody says when; First is Last
	OpenEnd     bool     // it went on after Last, nobody says how long
	Uncertain   bool     // its source is doubted, or it is one of several dates
	Approximate bool     // the true date is near
}

// SpanOf returns the span of a date. It is false for no date, and for an
// interval of which no end is known: such have no place on a line.
func SpanOf(d edtf.Date) (Span, bool) {
	first, begins := d.Earliest()
	last, ends := d.Latest()
	switch {
	case !begins && !ends:
		return Span{}, false
	case !begins:
		first = last
	case !ends:
		last = first
	}
	return Span{
		First: first, Last: last, OpenStart: !begins, OpenEnd: !ends,
		Uncertain: d.Uncertain() || d.OneOf(), Approximate: d.Approximate(),
	}, true
}

// Event is what stands on a line: a card of some width where it begins, and a
// bar as wide as it took.
type Event struct {
	ID int64
	Span
	Width float64 // of its card, in pixels
}

// BoundsOf returns the days from the first to the last of events and months;
// false if there are none.
func BoundsOf(events []Event, months []Month) (Bounds, bool) {
	var b Bounds
	found := false
	add := func(first, last edtf.Day) {
		if !found {
			b, found = Bounds{first, last}, true
		}
		b.First, b.Last = min(b.First, first), max(b.Last, last)
	}
	for _, e := range events {
		add(e.First, e.Last)
	}
	for _, m := range months {
		add(firstOf(m.number()), firstOf(m.number()+1)-1)
	}
	return b, found
}
