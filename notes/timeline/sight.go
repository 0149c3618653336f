package timeline

import (
	"math"
	"sort"
)

// Card is an event in sight. Lengths are pixels from the left end of the
// scale.
type Card struct {
	Event   int // index into Events
	Row     int // from 0
	X       float64
	Width   float64
	BarFrom float64 // from the beginning of its first day
	BarTo   float64 // to the end of its last, without what fades
}

// More stands for events that have no room.
type More struct {
	Events []int // indexes into Events, in order
	X      float64
	Bounds Bounds // from the first to the last of their first days
}

// In appends what Arrange placed and is in sight to cards and to more. The
// scale must have the width of a day that was given to Arrange.
func (l *Lanes) In(s Scale, cards []Card, more []More) ([]Card, []More) {
	p := &l.packed
	if len(l.events) == 0 {
		return cards, more
	}
	shift := s.X(float64(l.events[0].First))
	for row, placed := range p.byRow {
		first := sort.Search(len(placed), func(i int) bool { return placed[i].to+shift > 0 })
		for _, at := range placed[first:] {
			if at.from+shift >= s.Width {
				break
			}
			cards = append(cards, l.card(at.event, row, s))
		}
	}
	first := sort.Search(len(p.more), func(i int) bool { return p.more[i].to+shift > 0 })
	for _, c := range p.more[first:] {
		if c.from+shift >= s.Width {
			break
		}
		events := p.left[c.first:c.behind:c.behind]
		more = append(more, More{
			Events: events, X: c.from + shift,
			Bounds: Bounds{l.events[events[0]].First, l.events[events[len(events)-1]].First},
		})
	}
	return cards, more
}

// card returns where an event stands. A card whose bar begins out of sight
// stands at the left end, as long as the bar is there.
func (l *Lanes) card(i, row int, s Scale) Card {
	e := &l.events[i]
	c := Card{
		Event: i, Row: row, Width: e.Width,
		BarFrom: s.X(float64(e.First)), BarTo: s.X(float64(e.Last) + 1),
	}
	c.X = math.Max(c.BarFrom, math.Min(sticky, c.BarTo-e.Width))
	return c
}

// Row returns the row of an event; -1 if it has none.
func (l *Lanes) Row(event int) int { return l.packed.row[event] }
