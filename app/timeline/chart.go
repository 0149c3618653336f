// Package timeline is the chart of a timeline: an axis, cards of events where
// they belong in time, and below them how many articles there were. It takes
// data and says by callbacks what a person asked for; it asks no service,
// changes no event and keeps nothing.
//
// Only what is in sight is drawn, with objects that are kept for the next
// time. Nothing moves but by a person's hand.
package timeline

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/edtf"
	geometry "cuttings/notes/timeline"
)

// Chart shows Data. All its methods are for Fyne's thread.
type Chart struct {
	widget.BaseWidget
	callbacks Callbacks
	modifiers func() fyne.KeyModifier

	data      Data
	at        map[int64]int // index into data.Events, by ID
	lanes     *geometry.Lanes
	histogram *geometry.Histogram
	within    geometry.Bounds // where something is
	titles    *letters
	lines     *letters

	scale  geometry.Scale
	fitted bool // a scale has been chosen for what there is
	whole  bool // everything was brought into sight, and nothing moved since
	cards  []geometry.Card
	more   []geometry.More

	chosen   notes.ID
	narrowed *geometry.Bounds
	focused  bool
	clicked  bool // focus came by the mouse or is hidden, and no key was pressed since
	mouse    mouse
}

var (
	_ fyne.Focusable     = (*Chart)(nil)
	_ fyne.Scrollable    = (*Chart)(nil)
	_ fyne.Draggable     = (*Chart)(nil)
	_ fyne.Accessible    = (*Chart)(nil)
	_ desktop.Mouseable  = (*Chart)(nil)
	_ desktop.Hoverable  = (*Chart)(nil)
	_ desktop.Cursorable = (*Chart)(nil)
)

// New returns an empty chart.
func New(callbacks Callbacks) *Chart {
	c := &Chart{
		callbacks: callbacks, modifiers: heldModifiers, at: map[int64]int{},
		titles: newLetters(look.Semibold, look.InterfaceSize), lines: newLetters(look.Regular, look.BadgeSize),
		lanes: geometry.NewLanes(nil, nil), histogram: geometry.NewHistogram(nil),
	}
	c.within, c.mouse = thisYear(), mouse{over: nothingOver, x: -1}
	c.scale = geometry.Fit(1, geometry.Margin, nil, c.within)
	c.ExtendBaseWidget(c)
	return c
}

// thisYear is what an empty chart shows.
func thisYear() geometry.Bounds {
	year := int64(time.Now().Year())
	return geometry.Bounds{First: edtf.DayOf(year, 1, 1), Last: edtf.DayOf(year, 12, 31)}
}

// SetData shows d. The days in sight stay, and what was drawn before keeps its
// row as far as it can; the first data are shown whole. What is chosen stays
// chosen if it is still there.
func (c *Chart) SetData(d Data) {
	c.data = d
	events := c.measured(d.Events)
	c.lanes = geometry.NewLanes(events, c.lanes)
	c.histogram = geometry.NewHistogram(d.Months)
	within, some := geometry.BoundsOf(events, d.Months)
	if !some {
		within = thisYear()
	}
	c.within = within
	if _, ok := c.at[int64(c.chosen)]; !ok {
		c.chosen = 0
	}
	if !c.fitted {
		c.fit()
		c.fitted = some && c.Size().Width > 0
	} else {
		c.scale = c.scale.Clamp(c.within)
	}
	c.mouse.over = nothingOver
	c.redraw()
}

// Drawn returns how many events have a place on the line.
func (c *Chart) Drawn() int { return len(c.lanes.Events()) }

// Chosen returns the chosen event; zero if none is.
func (c *Chart) Chosen() notes.ID { return c.chosen }

// Narrowed returns the stretch of time that was dragged over; false if none.
func (c *Chart) Narrowed() (first, last edtf.Day, ok bool) {
	if c.narrowed == nil {
		return 0, 0, false
	}
	return c.narrowed.First, c.narrowed.Last, true
}

// ClearNarrowing shows no stretch of time any more. It calls nothing back.
func (c *Chart) ClearNarrowing() {
	c.narrowed = nil
	c.redraw()
}

// MinSize returns the least size at which the chart can be read.
func (c *Chart) MinSize() fyne.Size {
	return fyne.NewSize(leastCard+2*geometry.Margin, geometry.LanesTop+geometry.CardHeight+moreRoom+footHeight)
}

// Resize gives the chart its size. What is in the middle stays there, and where
// everything is in sight, everything stays.
func (c *Chart) Resize(size fyne.Size) {
	if size == c.Size() {
		return
	}
	c.BaseWidget.Resize(size)
	if c.fitted && !c.whole {
		c.scale = c.scale.Resize(float64(size.Width)).Clamp(c.within)
	} else {
		c.fit()
		c.fitted = size.Width > 0 && len(c.data.Events)+len(c.data.Months) > 0
	}
	c.redraw()
}

// arrange finds out what is in sight and where.
func (c *Chart) arrange() {
	c.lanes.Arrange(c.scale.PerDay, c.rows(), int64(c.chosen))
	c.cards, c.more = c.lanes.In(c.scale, c.cards[:0], c.more[:0])
}

// redraw draws what is in sight.
func (c *Chart) redraw() {
	c.arrange()
	c.Refresh()
}

// AccessibilityLabel says what there is, what is chosen and what is narrowed.
func (c *Chart) AccessibilityLabel() string {
	first, last := c.Span()
	label := lang.XN("timeline.label", "Timeline, {{.N}} events, from {{.From}} to {{.To}}", c.Drawn(),
		map[string]any{"N": c.Drawn(), "From": dayWords(first), "To": dayWords(last)})
	if i, ok := c.lanes.Index(int64(c.chosen)); ok {
		e := c.event(i)
		label += ". " + lang.X("timeline.chosen", "Chosen:") + " " + e.Title + ", " + e.Date.Words(session.Wording(false))
	}
	return label + ". " + c.caption()
}

// AccessibilityRole says that the chart holds other things.
func (c *Chart) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// heldModifiers asks the driver which modifiers are held, as Fyne does not say
// so when the wheel turns.
func heldModifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}
