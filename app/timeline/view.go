package timeline

import (
	"math"

	"cuttings/app/look"
	"cuttings/notes"
	"cuttings/notes/edtf"
	geometry "cuttings/notes/timeline"
)

// Scale is how wide time is drawn.
type Scale int

// The scales that have names. At each, what it is called after is as wide as
// the others are at theirs.
const (
	Years Scale = iota
	Months
	Days
)

const (
	// unitWidth is how wide the unit of a scale is, in Fyne units: at Months,
	// four years fill a window.
	unitWidth = 24
	// panShare is which part of the width an arrow key moves by.
	panShare = 8
	// keyZoom is the factor of one + or -.
	keyZoom = 1.5
)

// perDay returns how wide a day is at a scale.
func (s Scale) perDay() float64 {
	return unitWidth / [...]float64{Years: 365.2425, Months: 30.44, Days: 1}[min(max(s, Years), Days)]
}

// SetScale draws time so wide and keeps an event in sight.
func (c *Chart) SetScale(s Scale) { c.widenDays(s.perDay()) }

// Scale returns the named scale that is nearest to what is shown.
func (c *Chart) Scale() Scale {
	nearest := Years
	for _, s := range []Scale{Months, Days} {
		if math.Abs(math.Log(c.scale.PerDay/s.perDay())) < math.Abs(math.Log(c.scale.PerDay/nearest.perDay())) {
			nearest = s
		}
	}
	return nearest
}

// Span returns the first and the last day in sight.
func (c *Chart) Span() (first, last edtf.Day) {
	sight := c.scale.Sight()
	return sight.First, sight.Last
}

// SetSpan brings just these days into sight, as far as the limits of zooming
// allow.
func (c *Chart) SetSpan(first, last edtf.Day) {
	c.fitted = true
	c.show(c.scale.Show(geometry.Bounds{First: min(first, last), Last: max(first, last)}).Clamp(c.within))
}

// Fit brings everything into sight.
func (c *Chart) Fit() {
	c.fit()
	c.show(c.scale)
}

func (c *Chart) fit() {
	c.scale = geometry.Fit(float64(c.Size().Width), geometry.Margin, c.lanes.Events(), c.within)
	c.whole = true
}

// Choose chooses an event and brings it into sight; zero chooses none. It does
// nothing for an event that is not drawn, and calls nothing back but OnMoved.
func (c *Chart) Choose(id notes.ID) {
	i, ok := c.lanes.Index(int64(id))
	if !ok && id != 0 {
		return
	}
	c.chosen = id
	if !ok {
		c.redraw()
		return
	}
	c.show(c.revealing(i))
}

// revealing returns the scale on which an event's card is in sight: panned by
// as little as it takes, or to the middle where that is far.
func (c *Chart) revealing(i int) geometry.Scale {
	e := c.lanes.Events()[i]
	from := c.scale.X(float64(e.First))
	to := from + e.Width
	least, most := float64(geometry.Margin), c.scale.Width-geometry.Margin
	switch {
	case from > 2*c.scale.Width || to < -c.scale.Width:
		return c.scale.Pan(c.scale.Width/2 - (from+to)/2)
	case from < least:
		return c.scale.Pan(least - from)
	case to > most:
		return c.scale.Pan(math.Max(most-to, least-from))
	}
	return c.scale
}

// mark chooses what a person clicked. It is in sight, so nothing moves.
func (c *Chart) mark(id notes.ID) {
	if id == c.chosen {
		return
	}
	c.chosen = id
	c.redraw()
	if c.callbacks.OnChoose != nil {
		c.callbacks.OnChoose(id)
	}
}

// step chooses the next event in time, or the one before. Where none is
// chosen, it is the first in sight.
func (c *Chart) step(by int) {
	count := len(c.lanes.Events())
	if count == 0 {
		return
	}
	i, ok := c.lanes.Index(int64(c.chosen))
	if ok {
		i += by
	} else {
		i = c.firstInSight()
	}
	id := notes.ID(c.lanes.Events()[min(max(i, 0), count-1)].ID)
	told := id != c.chosen
	c.Choose(id)
	if told && c.callbacks.OnChoose != nil {
		c.callbacks.OnChoose(id)
	}
}

func (c *Chart) firstInSight() int {
	sight := c.scale.Sight()
	for i, e := range c.lanes.Events() {
		if e.First >= sight.First {
			return i
		}
	}
	return len(c.lanes.Events()) - 1
}

// widenDays makes days so wide and keeps an event in sight: the chosen one if it is
// there, or else the one nearest the middle, so that nobody zooms into empty time.
func (c *Chart) widenDays(perDay float64) {
	c.fitted = true
	i, ok := c.anchor()
	if !ok {
		c.show(c.scale.Set(c.scale.Width/2, perDay, c.within))
		return
	}
	day := c.standing(i)
	x := c.scale.X(day)
	most := c.scale.Width - geometry.Margin - c.lanes.Events()[i].Width
	to := math.Max(geometry.Margin, math.Min(x, most))
	s := c.scale.Set(x, perDay, c.within)
	c.show(s.Pan(to - s.X(day)).Clamp(c.within))
}

// anchor is the event that keeps its place when keys zoom; false if there is none.
func (c *Chart) anchor() (int, bool) {
	if i, ok := c.lanes.Index(int64(c.chosen)); ok && c.inSight(c.standing(i)) {
		return i, true
	}
	middle, nearest, least := c.scale.Day(c.scale.Width/2), 0, math.Inf(1)
	for i := range c.lanes.Events() {
		if away := math.Abs(c.standing(i) - middle); away < least {
			nearest, least = i, away
		}
	}
	return nearest, !math.IsInf(least, 1)
}

// standing is the day at which an event is held: its first, or where that is out of
// sight the one of its days that is nearest the middle.
func (c *Chart) standing(i int) float64 {
	e := c.lanes.Events()[i]
	first := float64(e.First)
	if c.inSight(first) {
		return first
	}
	return math.Max(first, math.Min(c.scale.Day(c.scale.Width/2), float64(e.Last)+1))
}

func (c *Chart) inSight(day float64) bool {
	x := c.scale.X(day)
	return x >= 0 && x < c.scale.Width
}

func (c *Chart) zoom(x, factor float64) {
	c.fitted = true
	c.show(c.scale.Zoom(x, factor, c.within))
}

func (c *Chart) pan(by float64) {
	c.fitted = true
	c.show(c.scale.Pan(by).Clamp(c.within))
}

// show draws a scale, and tells if it is another.
func (c *Chart) show(s geometry.Scale) {
	told := c.scale != s
	c.scale, c.whole = s, c.whole && !told
	c.redraw()
	if told && c.callbacks.OnMoved != nil {
		c.callbacks.OnMoved()
	}
}

// Heights, in Fyne units.
const (
	moreRoom   = geometry.MoreHeight + geometry.Gap // below the rows
	lanesGap   = 20                                 // from there to the line above the bars
	footHeight = lanesGap + look.LineWidth + geometry.BarsGap + geometry.BarsHeight + geometry.CaptionRoom
)

// foot returns where the line above the bars is; the lower end if there are no
// bars.
func (c *Chart) foot() float32 {
	height := c.Size().Height
	if len(c.data.Months) == 0 {
		return height
	}
	return max(height-(footHeight-lanesGap), 0)
}

// rows returns how many rows of cards there is room for.
func (c *Chart) rows() int {
	room := c.foot() - lanesGap - moreRoom - geometry.LanesTop
	return max(1, int(room+geometry.RowHeight-geometry.CardHeight)/geometry.RowHeight)
}

// moreTop returns where the counts of events without a card stand.
func (c *Chart) moreTop() float32 {
	return geometry.LanesTop + float32(c.rows()*geometry.RowHeight)
}

// round puts a length on a whole unit, so that lines fall on pixels.
func round(v float32) float32 { return float32(math.Floor(float64(v) + 0.5)) }
