package timeline

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/notes"
	"cuttings/notes/edtf"
	geometry "cuttings/notes/timeline"
)

const (
	// Clicks that follow each other within clickPause and clickReach are a
	// double click, the pause being from letting go to pressing again; what is
	// pressed and moved no further than clickReach is a click, not a drag.
	clickPause = 500 * time.Millisecond
	clickReach = 5
	// wheelZoom is how far the wheel turns for a factor of e: a notch, which
	// is 25 units in most systems, makes a day about a fifth wider.
	wheelZoom = 130
	// wheelMost bounds one event of the wheel.
	wheelMost = 200
	// wheelPan is how many units the chart moves for one of the wheel.
	wheelPan = 2.5
	// dayPick is how wide a day must be for a drag to end between bars.
	dayPick = 2
)

// mouse is what the mouse is doing.
type mouse struct {
	doing  doing
	moved  bool
	gone   fyne.Position // how far it went since it was pressed, until moved
	anchor edtf.Day      // where narrowing began
	before *geometry.Bounds
	clicks int
	at     fyne.Position // where it was pressed
	when   time.Time     // it was let go, and what came of it was drawn
	drawn  bool
	over   over
	x      float32 // where it is in the histogram; -1: elsewhere
}

type doing int

const (
	idle doing = iota
	panning
	narrowing
)

// over is what lies under the mouse.
type over struct {
	card, more int // indexes into what is in sight; -1: none
}

var nothingOver = over{-1, -1}

// under returns what lies at a position.
func (c *Chart) under(pos fyne.Position) over {
	for i, card := range c.cards {
		top := float32(geometry.LanesTop + card.Row*geometry.RowHeight)
		if inside(pos, round(float32(card.X)), top, float32(card.Width), geometry.CardHeight) {
			return over{i, -1}
		}
	}
	for i, more := range c.more {
		if inside(pos, round(float32(more.X)), c.moreTop(), geometry.MoreWidth, geometry.MoreHeight) {
			return over{-1, i}
		}
	}
	return nothingOver
}

func inside(pos fyne.Position, x, y, width, height float32) bool {
	return pos.X >= x && pos.X < x+width && pos.Y >= y && pos.Y < y+height
}

func (c *Chart) inHistogram(pos fyne.Position) bool {
	return len(c.data.Months) > 0 && pos.Y >= c.foot()
}

// MouseDown takes hold of the chart, or begins to narrow in the histogram.
func (c *Chart) MouseDown(event *desktop.MouseEvent) {
	if event.Button != desktop.MouseButtonPrimary {
		return
	}
	c.takeKeys()
	c.countClicks(event.Position)
	c.mouse.moved, c.mouse.gone = false, fyne.Position{}
	if c.inHistogram(event.Position) {
		c.mouse.doing, c.mouse.before = narrowing, c.narrowed
		c.mouse.anchor = c.scale.DayAt(float64(event.Position.X))
		return
	}
	c.mouse.doing = panning
}

func (c *Chart) countClicks(pos fyne.Position) {
	if c.mouse.drawn && time.Since(c.mouse.when) > clickPause || reaches(pos.Subtract(c.mouse.at)) {
		c.mouse.clicks = 0
	}
	c.mouse.clicks++
	c.mouse.at = pos
}

// letGo begins the pause between two clicks when the frame is drawn that the first one
// asks for: on a busy machine the second one is heard only after it, later than any
// double click lasts.
func (c *Chart) letGo() {
	c.mouse.drawn = false
	fyne.Do(func() { c.mouse.drawn, c.mouse.when = true, time.Now() })
}

// reaches reports whether a way is further than a hand trembles in a click.
func reaches(way fyne.Position) bool { return max(way.X, -way.X, way.Y, -way.Y) > clickReach }

// Dragged moves the days along, or narrows in the histogram.
func (c *Chart) Dragged(event *fyne.DragEvent) {
	by := event.Dragged.DX
	if !c.mouse.moved {
		c.mouse.gone = c.mouse.gone.Add(event.Dragged)
		if !reaches(c.mouse.gone) {
			return
		}
		c.mouse.moved, c.mouse.clicks, by = true, 0, c.mouse.gone.X
	}
	switch c.mouse.doing {
	case panning:
		c.pan(float64(by))
	case narrowing:
		c.narrowTo(c.scale.DayAt(float64(min(max(event.Position.X, 0), c.Size().Width-1))))
	}
}

// narrowTo shows the stretch from where the drag began to a day: whole bars,
// or days where days are wide enough to be told apart.
func (c *Chart) narrowTo(day edtf.Day) {
	b := geometry.Bounds{First: min(c.mouse.anchor, day), Last: max(c.mouse.anchor, day)}
	if c.scale.PerDay < dayPick {
		b.First = c.histogram.At(c.scale, geometry.BarWidth, b.First).First
		b.Last = c.histogram.At(c.scale, geometry.BarWidth, b.Last).Last
	}
	c.narrowed = &b
	c.redraw()
}

// DragEnd ends what Dragged did.
func (c *Chart) DragEnd() { c.release() }

// release ends a drag; narrowing is told once, when it is done.
func (c *Chart) release() {
	was, moved := c.mouse.doing, c.mouse.moved
	c.mouse.doing = idle
	if was != narrowing || !moved || c.narrowed == nil {
		return
	}
	if c.callbacks.OnNarrow != nil && (c.mouse.before == nil || *c.mouse.before != *c.narrowed) {
		c.callbacks.OnNarrow(c.narrowed.First, c.narrowed.Last)
	}
}

// MouseUp ends what MouseDown began. A click chooses an event and another opens it;
// or it parts those that had no room, or takes a narrowing back; a double click on
// empty ground, or in the histogram, asks for a new event.
func (c *Chart) MouseUp(event *desktop.MouseEvent) {
	was, moved := c.mouse.doing, c.mouse.moved
	c.release()
	c.letGo()
	if was == idle || moved {
		return
	}
	if was == narrowing {
		if c.widen() {
			c.mouse.clicks = 0
		} else if c.mouse.clicks == 2 {
			c.add(event.Position)
		}
		return
	}
	switch found := c.under(event.Position); {
	case found.card >= 0:
		c.click(notes.ID(c.lanes.Events()[c.cards[found.card].Event].ID))
	case found.more >= 0:
		c.part(c.more[found.more])
	case c.mouse.clicks == 2:
		c.add(event.Position)
	default:
		c.mark(0)
	}
}

// add asks for a new event at the day of a position.
func (c *Chart) add(pos fyne.Position) {
	c.mouse.clicks = 0
	if c.callbacks.OnAdd != nil {
		c.callbacks.OnAdd(c.scale.DayAt(float64(pos.X)))
	}
}

// click chooses an event, or opens the one that is chosen.
func (c *Chart) click(id notes.ID) {
	if id == c.chosen {
		c.open(id)
		return
	}
	c.mark(id)
}

func (c *Chart) open(id notes.ID) {
	if c.callbacks.OnOpen != nil {
		c.callbacks.OnOpen(id)
	}
}

// part zooms so that events which had no room come apart; those that no
// zooming parts are told.
func (c *Chart) part(m geometry.More) {
	next := c.scale.Show(m.Bounds)
	if grown := next.PerDay / c.scale.PerDay; m.Bounds.First < m.Bounds.Last && grown > 1.05 {
		c.fitted = true
		// Cards reach beyond their first day: leave room for the last.
		room := math.Max(c.scale.Width-mostCard-geometry.Margin, c.scale.Width/2)
		next.PerDay *= room / c.scale.Width
		next.Start = float64(m.Bounds.First) - geometry.Margin/next.PerDay
		c.show(next.Clamp(c.within))
		return
	}
	if c.callbacks.OnMore == nil {
		return
	}
	var ids []notes.ID
	for _, i := range m.Events {
		ids = append(ids, notes.ID(c.lanes.Events()[i].ID))
	}
	c.callbacks.OnMore(ids)
}

// widen takes the narrowing back; false if there is none.
func (c *Chart) widen() bool {
	if c.narrowed == nil {
		return false
	}
	c.ClearNarrowing()
	if c.callbacks.OnWiden != nil {
		c.callbacks.OnWiden()
	}
	return true
}

// Scrolled zooms about the mouse; with Shift, or sideways, it pans. The keys go
// on from there.
func (c *Chart) Scrolled(event *fyne.ScrollEvent) {
	if !c.focused {
		c.takeKeys()
	}
	dx, dy := float64(event.Scrolled.DX), float64(event.Scrolled.DY)
	switch {
	case c.modifiers()&fyne.KeyModifierShift != 0:
		c.pan((dx + dy) * wheelPan)
	case math.Abs(dx) > math.Abs(dy):
		c.pan(dx * wheelPan)
	case dy != 0:
		c.zoom(float64(event.Position.X), math.Exp(math.Min(math.Max(dy, -wheelMost), wheelMost)/wheelZoom))
	}
}

// MouseIn shows what lies under the mouse.
func (c *Chart) MouseIn(event *desktop.MouseEvent) { c.MouseMoved(event) }

// MouseMoved shows what lies under the mouse.
func (c *Chart) MouseMoved(event *desktop.MouseEvent) {
	found, x := c.under(event.Position), float32(-1)
	if c.inHistogram(event.Position) {
		found, x = nothingOver, event.Position.X
	}
	if found != c.mouse.over || x != c.mouse.x {
		c.mouse.over, c.mouse.x = found, x
		c.redraw()
	}
}

// MouseOut forgets what lay under the mouse.
func (c *Chart) MouseOut() {
	c.mouse.over, c.mouse.x = nothingOver, -1
	c.redraw()
}

// Cursor is a pointing hand over what can be clicked.
func (c *Chart) Cursor() desktop.Cursor {
	switch {
	case c.mouse.over != nothingOver:
		return desktop.PointerCursor
	case c.mouse.x >= 0:
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}
