package timeline

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
)

// Heights of what a timeline is drawn of, in pixels.
const (
	AxisTop     = 20 // above the words of the axis
	LanesTop    = 70 // above the first row
	CardHeight  = 70
	RowHeight   = 82 // from one row to the next
	MoreHeight  = 24 // of what stands for events that have no room
	EdgeWidth   = 3  // the coloured side of a card, and its bar
	LeastBar    = 8  // a narrower bar is not drawn: it would be a dot below the card's side
	CardPadding = 14 // from the side of a card to its words
	Corner      = 6
	TickGap     = 96 // between two ticks, at least
	TickPadding = 7  // from a tick to its words

	BarsHeight  = 66
	BarsGap     = 18 // from the line above the bars to the highest
	BarWidth    = 4  // of a bar, at least; else it stands for more months
	CaptionGap  = 8  // from the bars to the words below
	CaptionRoom = 34 // from the bars to the lower end
	Margin      = 34 // from the sides to what Fit shows
)

// dashOn and dashOff are how the bar of what is uncertain is broken.
const (
	DashOn  = 6
	DashOff = 4
)

// Palette are colours as "#RRGGBB".
type Palette struct{ Page, Panel, Text, Second, Third, Line, Bars string }

// Picture is a timeline to be drawn on paper or for the web.
type Picture struct {
	Title   string
	Width   float64 // pixels; at least leastPicture
	Events  []Labelled
	Months  []Month
	Caption string // below the bars
	Axis    Wording
	More    func(count int) string
	Colours Palette
	Font    string // a list of families, as CSS has it
}

// Labelled is an event and what its card says.
type Labelled struct {
	Event
	Title, When, Note string
	Colour            string // of its side, "#RRGGBB"
}

const (
	leastPicture = 320
	mostPicture  = 20_000
	// mostRows bounds how high a picture becomes; what is left is counted.
	mostRows  = 96
	leastRows = 6
)

// SVG draws a timeline whole, as wide as it is told and as high as it must be
// so that every event has a card, or else so many rows that it is of use. What
// is said of the events goes into it as text, never as markup. It returns the
// writer's error.
func SVG(w io.Writer, p Picture) error {
	p.Width = math.Min(math.Max(p.Width, leastPicture), mostPicture)
	events := make([]Event, len(p.Events))
	labels := make(map[int64]*Labelled, len(p.Events))
	for i := range p.Events {
		events[i], labels[p.Events[i].ID] = p.Events[i].Event, &p.Events[i]
	}
	within, _ := BoundsOf(events, p.Months)
	scale := Fit(p.Width, Margin, events, within)
	lanes := NewLanes(events, nil)
	rows := arrangeAll(lanes, scale.PerDay)
	d := &svg{w: bufio.NewWriter(w), p: &p, scale: scale, lanes: lanes, labels: labels}
	d.draw(rows)
	if err := d.w.Flush(); err != nil {
		return fmt.Errorf("write a timeline as SVG: %w", err)
	}
	return nil
}

// arrangeAll finds so many rows that all events have one, and returns how many
// of them are used.
func arrangeAll(lanes *Lanes, perDay float64) int {
	rows := leastRows
	for lanes.Arrange(perDay, rows, 0); len(lanes.packed.left) > 0 && rows < mostRows; {
		rows *= 2
		lanes.Arrange(perDay, rows, 0)
	}
	used := 1
	for _, row := range lanes.packed.row {
		used = max(used, row+1)
	}
	return used
}

// svg writes the elements of a picture. Errors are kept by the writer.
type svg struct {
	w      *bufio.Writer
	p      *Picture
	scale  Scale
	lanes  *Lanes
	labels map[int64]*Labelled
}

func (d *svg) draw(rows int) {
	cards, more := d.lanes.In(d.scale, nil, nil)
	foot := float64(LanesTop + rows*RowHeight)
	bottom := foot
	if len(more) > 0 {
		bottom += MoreHeight + Gap
	}
	height := bottom + BarsGap + BarsHeight + CaptionRoom
	c := d.p.Colours
	fmt.Fprintf(d.w, `<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" font-family="%s" role="img">`+"\n",
		px(d.p.Width), px(height), px(d.p.Width), px(height), quote(d.p.Font))
	fmt.Fprintf(d.w, "<title>%s</title>\n", quote(d.p.Title))
	d.rect(0, 0, d.p.Width, height, 0, c.Page)
	d.axis(bottom)
	for _, card := range cards {
		d.card(card)
	}
	for _, m := range more {
		fmt.Fprintf(d.w, `<rect x="%s" y="%s" width="%d" height="%d" rx="%d" fill="%s" stroke="%s"/>`+"\n",
			px(m.X), px(foot), MoreWidth, MoreHeight, Corner, quote(c.Panel), quote(c.Line))
		d.text(m.X+TickPadding, foot+16, 12, false, c.Second, d.p.More(len(m.Events)))
	}
	d.bars(bottom)
	d.w.WriteString("</svg>\n")
}

func (d *svg) axis(bottom float64) {
	ticks := d.scale.Ticks(TickGap, d.p.Axis)
	said := false // the year of the first
	for _, t := range ticks {
		if t.X < 0 {
			continue
		}
		words := t.Words
		if !said {
			words, said = t.Full, true
		}
		d.rect(t.X, AxisTop, 1, bottom-AxisTop, 0, d.p.Colours.Line)
		d.text(t.X+TickPadding, AxisTop+13, 13, false, d.p.Colours.Third, words)
	}
}

// card draws an event. Its words are cut off at the card's side, for nobody
// knows here how wide the reader's letters are.
func (d *svg) card(card Card) {
	event := d.lanes.events[card.Event]
	label, c := d.labels[event.ID], d.p.Colours
	y := float64(LanesTop + card.Row*RowHeight)
	fmt.Fprintf(d.w, `<svg x="%s" y="%s" width="%s" height="%d">`, px(card.X), px(y), px(card.Width), CardHeight)
	fmt.Fprintf(d.w, `<title>%s</title>`+"\n", quote(label.When+" · "+label.Title))
	fmt.Fprintf(d.w, `<rect x=".5" y=".5" width="%s" height="%d" rx="%d" fill="%s" stroke="%s"/>`+"\n",
		px(card.Width-1), CardHeight-1, Corner, quote(c.Panel), quote(c.Line))
	fmt.Fprintf(d.w, `<path d="%s" fill="%s"/>`+"\n", cardSide, quote(label.Colour))
	d.text(CardPadding, 20, 12, false, c.Second, label.When)
	d.text(CardPadding, 39, 13, true, c.Text, label.Title)
	d.text(CardPadding, 57, 12, false, c.Third, label.Note)
	d.w.WriteString("</svg>\n")
	d.bar(event.Span, card, y+CardHeight, label.Colour)
}

// cardSide outlines the coloured side of a card, round as its corners are.
var cardSide = fmt.Sprintf("M%d 0Q0 0 0 %dV%dQ0 %d %d %dQ%d %d %d %dV%dQ%d 0 %d 0Z",
	Corner, Corner, CardHeight-Corner, CardHeight, Corner, CardHeight,
	EdgeWidth, CardHeight, EdgeWidth, CardHeight-Corner, Corner, EdgeWidth, Corner)

// bar draws how long an event took, below its card.
func (d *svg) bar(s Span, card Card, y float64, colour string) {
	if s.OpenStart {
		d.fade(card.BarFrom-Fade, card.BarFrom, y, colour)
	}
	if s.OpenEnd {
		d.fade(card.BarTo, card.BarTo+Fade, y, colour)
	}
	if card.BarTo-card.BarFrom < LeastBar {
		return
	}
	dashes, opacity := "", "1"
	if s.Uncertain {
		dashes = fmt.Sprintf(` stroke-dasharray="%d %d"`, DashOn, DashOff)
	}
	if s.Approximate {
		opacity = ".5"
	}
	fmt.Fprintf(d.w, `<path d="M%s %sH%s" stroke="%s" stroke-width="%d" stroke-opacity="%s"%s/>`+"\n",
		px(card.BarFrom), px(y+EdgeWidth/2.0), px(card.BarTo), quote(colour), EdgeWidth, opacity, dashes)
}

// fade draws the end of a bar that nobody knows: dots.
func (d *svg) fade(from, to, y float64, colour string) {
	fmt.Fprintf(d.w, `<path d="M%s %sH%s" stroke="%s" stroke-width="%d" stroke-dasharray="2 4"/>`+"\n",
		px(from), px(y+EdgeWidth/2.0), px(to), quote(colour), EdgeWidth)
}

func (d *svg) bars(top float64) {
	c := d.p.Colours
	d.rect(Margin, top, d.p.Width-2*Margin, 1, 0, c.Line)
	floor := top + BarsGap + BarsHeight
	bars, most, _ := NewHistogram(d.p.Months).In(d.scale, BarWidth)
	for _, b := range bars {
		from, to := d.scale.X(float64(b.First)), d.scale.X(float64(b.Last)+1)
		height := float64(b.Count) / float64(most) * BarsHeight
		d.rect(from, floor-height, math.Max(1, to-from-1), height, 0, c.Bars)
	}
	d.text(Margin, floor+CaptionGap+12, 12, false, c.Third, d.p.Caption)
}

func (d *svg) rect(x, y, width, height, corner float64, colour string) {
	fmt.Fprintf(d.w, `<rect x="%s" y="%s" width="%s" height="%s" rx="%s" fill="%s"/>`+"\n",
		px(x), px(y), px(width), px(height), px(corner), quote(colour))
}

func (d *svg) text(x, baseline float64, size int, bold bool, colour, words string) {
	if words == "" {
		return
	}
	weight := ""
	if bold {
		weight = ` font-weight="600"`
	}
	fmt.Fprintf(d.w, `<text x="%s" y="%s" font-size="%d"%s fill="%s">%s</text>`+"\n",
		px(x), px(baseline), size, weight, quote(colour), quote(words))
}

// px writes a length with as much precision as can be seen.
func px(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
}

// quote makes words text or a value of XML; what XML forbids becomes U+FFFD.
func quote(words string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(words)) // a Builder never fails
	return b.String()
}
