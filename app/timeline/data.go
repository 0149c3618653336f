package timeline

import (
	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/notes"
	"cuttings/notes/edtf"
	geometry "cuttings/notes/timeline"
)

// Event is what has a card. One whose date has no place on a line is not
// drawn.
type Event struct {
	ID     notes.ID
	Title  string
	Date   edtf.Date
	Note   string              // the third line: "4 sources · 2 accounts differ"
	Colour fyne.ThemeColorName // of the card's side; that of events if empty
}

// Month says how many articles there were in a month.
type Month = geometry.Month

// Data is what a chart shows. Events have IDs of their own, each once.
type Data struct {
	Events []Event
	Months []Month // no histogram is drawn if empty
	Empty  string  // said where there are no events; "": how they get there
}

// Callbacks are told what a person asked for, on Fyne's thread. Any may be
// nil.
type Callbacks struct {
	OnOpen   func(id notes.ID)             // the chosen card was clicked, or Enter pressed
	OnChoose func(id notes.ID)             // another event is chosen; zero: none
	OnAdd    func(day edtf.Day)            // empty ground was double-clicked
	OnNarrow func(first, last edtf.Day)    // a stretch of time was dragged over
	OnWiden  func()                        // the narrowing was taken back
	OnMoved  func()                        // other days are in sight, or another scale
	OnMore   func(ids []notes.ID)          // events that no zooming could part
	OnKey    func(key *fyne.KeyEvent) bool // a key that the chart has no use for
	OnRune   func(r rune) bool             // a letter that it has no use for
}

// The widths of cards, in Fyne units. The least keeps a few cards calm; the
// most is about a line of a newspaper.
const (
	leastCard = 190
	mostCard  = 300
	// cardSlack is what letters measured one by one can lack, as some pairs
	// of them stand further apart.
	cardSlack = 4
)

// letters measures words by adding letters up: measuring each title whole
// would take seconds for ten thousand.
type letters struct {
	font   look.Font
	size   float32
	simple [128]float32
	others map[rune]float32
}

func newLetters(font look.Font, size float32) *letters {
	return &letters{font: font, size: size, others: map[rune]float32{}}
}

// mostLetters is how many letters fit a card at most; others need no measuring.
const mostLetters = 120

func (l *letters) width(words string) float32 {
	var sum float32
	count := 0
	for _, r := range words {
		if count++; count > mostLetters {
			break
		}
		sum += l.letter(r)
	}
	return sum
}

func (l *letters) letter(r rune) float32 {
	if r < rune(len(l.simple)) {
		if l.simple[r] == 0 {
			l.simple[r] = look.Measure(string(r), l.font, l.size).Width
		}
		return l.simple[r]
	}
	width, ok := l.others[r]
	if !ok {
		width = look.Measure(string(r), l.font, l.size).Width
		l.others[r] = width
	}
	return width
}

// cardWidth returns how wide an event's card is.
func (c *Chart) cardWidth(e *Event) float64 {
	words := max(c.titles.width(e.Title), c.lines.width(e.Note))
	width := words + cardSlack + geometry.CardPadding + cardPaddingEnd
	return float64(round(min(max(width, leastCard), mostCard)))
}

// measured gives the geometry of the events that can be drawn.
func (c *Chart) measured(all []Event) []geometry.Event {
	events := make([]geometry.Event, 0, len(all))
	clear(c.at)
	for i := range all {
		span, ok := geometry.SpanOf(all[i].Date)
		if _, twice := c.at[int64(all[i].ID)]; !ok || twice {
			continue
		}
		c.at[int64(all[i].ID)] = i
		events = append(events, geometry.Event{ID: int64(all[i].ID), Span: span, Width: c.cardWidth(&all[i])})
	}
	return events
}

// event returns what is at a place in the order of time.
func (c *Chart) event(index int) *Event {
	return &c.data.Events[c.at[c.lanes.Events()[index].ID]]
}
