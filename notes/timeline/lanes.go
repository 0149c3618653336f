package timeline

import (
	"cmp"
	"math"
	"slices"
)

// Lengths of what stands on the line, in pixels.
const (
	Gap       = 12 // between what stands in one row, at least
	Fade      = 28 // how far a bar goes on where its end is open
	MoreWidth = 84 // of what stands for events that have no room
	sticky    = 10 // from the left end to a card whose beginning is out of sight
)

// Lanes puts events into rows, so that neither card nor bar covers another.
//
// It is interval scheduling in order of time: each event takes a row that is
// free from where it begins. Which of the free ones depends on its wish, the
// row after that of the event before it, counted round; a timeline is read
// like a staircase then, and an event stays in its row while one zooms, unless
// that is taken. A wish, once given, is kept when others come or go. What is
// added later is a guest, who takes no row that another wishes for as long as
// there are others; nor does one whose own wish is taken. What finds no row is
// counted, together with its neighbours.
//
// Packing looks at each event once, and is done only when days change their
// width; panning looks rows up by halving.
type Lanes struct {
	events []Event // by First, Last, ID
	wishes []int
	guests []bool
	index  map[int64]int
	packed packing
}

// packing is what was packed for one width of a day.
type packing struct {
	perDay float64
	rows   int
	chosen int // the event that must have a row; -1: none
	row    []int
	byRow  [][]placed
	left   []int // events without a row, in order
	more   []cluster
}

// placed is an event in a row: where it begins and ends, in pixels from the
// first day of all events.
type placed struct {
	event    int
	from, to float64
}

// cluster stands for events left[first:behind].
type cluster struct {
	first, behind int
	from, to      float64
}

// NewLanes sorts events. before, which may be nil, is what was shown until
// now: events that were in it keep their wishes.
func NewLanes(events []Event, before *Lanes) *Lanes {
	l := &Lanes{events: slices.Clone(events), index: make(map[int64]int, len(events))}
	slices.SortFunc(l.events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(a.Last, b.Last), cmp.Compare(a.ID, b.ID))
	})
	l.wishes, l.guests = make([]int, len(l.events)), make([]bool, len(l.events))
	wish := -1
	for i, e := range l.events {
		wish++
		if before != nil && len(before.events) > 0 {
			if old, ok := before.index[e.ID]; ok {
				wish, l.guests[i] = before.wishes[old], before.guests[old]
			} else {
				l.guests[i] = true
			}
		}
		l.wishes[i], l.index[e.ID] = wish, i
	}
	return l
}

// Events returns all events in the order of time. They must not be changed.
func (l *Lanes) Events() []Event { return l.events }

// Index returns where an event stands in the order of time; false if there is
// no such.
func (l *Lanes) Index(id int64) (int, bool) {
	i, ok := l.index[id]
	return i, ok
}

// Arrange packs the events into so many rows for a width of a day. The chosen
// event, if there is such, has a row in any case.
func (l *Lanes) Arrange(perDay float64, rows int, chosen int64) {
	i, ok := l.index[chosen]
	if !ok {
		i = -1
	}
	rows = max(rows, 1)
	p := &l.packed
	if p.perDay == perDay && p.rows == rows && p.chosen == i {
		return
	}
	p.perDay, p.rows, p.chosen = perDay, rows, i
	l.pack(-1)
	if i >= 0 && p.row[i] < 0 {
		l.pack(i)
	}
}

// pack puts each event into a row; pinned, if not -1, before all others.
func (l *Lanes) pack(pinned int) {
	p := &l.packed
	p.row = slices.Grow(p.row[:0], len(l.events))[:len(l.events)]
	for len(p.byRow) < p.rows {
		p.byRow = append(p.byRow, nil)
	}
	p.byRow = p.byRow[:p.rows]
	for r := range p.byRow {
		p.byRow[r] = p.byRow[r][:0]
	}
	p.left, p.more = p.left[:0], p.more[:0]
	state := rows{ends: make([]float64, p.rows), longs: make([]bool, p.rows), wished: make([]bool, p.rows), keptRow: -1}
	for r := range state.ends {
		state.ends[r] = math.Inf(-1)
	}
	if pinned >= 0 {
		state.kept, state.keptRow = l.place(pinned), l.wishes[pinned]%p.rows
	}
	for i := range l.events {
		at := l.place(i)
		p.row[i] = l.take(&state, at)
		if p.row[i] < 0 {
			l.leave(i)
			continue
		}
		p.byRow[p.row[i]] = append(p.byRow[p.row[i]], at)
	}
}

// ahead is how many of the next events' wishes are minded: about as many as
// there are rows on a screen.
const ahead = 12

// take finds a row for an event.
func (l *Lanes) take(state *rows, at placed) int {
	i, long := at.event, l.long(at)
	wish := l.wishes[i] % l.packed.rows
	if state.refuses(at, long) {
		return -1
	}
	if i == state.kept.event && state.keptRow >= 0 || !l.guests[i] && state.isFree(wish, at) {
		return state.put(wish, at, long)
	}
	if !state.anyFree(at) {
		return -1 // the ordinary case in a crowd
	}
	clear(state.wished)
	for next := i + 1; next < min(i+1+ahead, len(l.events)) && l.place(next).from < at.to+Gap; next++ {
		if !l.guests[next] {
			state.wished[l.wishes[next]%l.packed.rows] = true
		}
	}
	return state.takeOther(at, wish, long)
}

// place returns what an event covers, card and bar.
func (l *Lanes) place(i int) placed {
	e := &l.events[i]
	origin := float64(l.events[0].First)
	begin := (float64(e.First) - origin) * l.packed.perDay
	end := (float64(e.Last) - origin + 1) * l.packed.perDay
	at := placed{event: i, from: begin, to: math.Max(begin+e.Width, end)}
	if e.OpenStart {
		at.from -= Fade
	}
	if e.OpenEnd {
		at.to = math.Max(at.to, end+Fade)
	}
	return at
}

// longBars is how many times as wide as its card a bar must be to count as
// long.
const longBars = 2

// long reports whether a bar goes on far beyond its card.
func (l *Lanes) long(at placed) bool { return at.to-at.from > longBars*l.events[at.event].Width }

// leave counts an event among those without a row.
func (l *Lanes) leave(i int) {
	p := &l.packed
	p.left = append(p.left, i)
	from := (float64(l.events[i].First) - float64(l.events[0].First)) * p.perDay
	if n := len(p.more); n > 0 && from < p.more[n-1].to+Gap {
		p.more[n-1].behind++
		return
	}
	p.more = append(p.more, cluster{first: len(p.left) - 1, behind: len(p.left), from: from, to: from + MoreWidth})
}
