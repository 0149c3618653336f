package timeline

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"cuttings/app/look"
	"cuttings/notes/edtf"
	geometry "cuttings/notes/timeline"
)

// painter is the chart's renderer. What it draws is cut off at the chart's
// sides, as cards reach beyond them.
type painter struct {
	chart   *Chart
	clip    *container.Clip
	drawn   *fyne.Container
	boxes   pool[*canvas.Rectangle]
	texts   pool[*canvas.Text]
	inks    map[fyne.ThemeColorName]color.Color // of this drawing
	objects []fyne.CanvasObject
}

// CreateRenderer draws the chart.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{chart: c, drawn: container.NewWithoutLayout(), inks: map[fyne.ThemeColorName]color.Color{}}
	r.clip = container.NewClip(r.drawn)
	r.boxes.make = func() *canvas.Rectangle { return canvas.NewRectangle(nil) }
	r.texts.make = func() *canvas.Text { return canvas.NewText("", nil) }
	r.paint()
	return r
}

// Destroy has nothing to let go of.
func (r *painter) Destroy() {}

// MinSize is the chart's.
func (r *painter) MinSize() fyne.Size { return r.chart.MinSize() }

// Objects returns what is in sight.
func (r *painter) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.clip} }

// Layout gives the clip its size: Resize has drawn the chart for it.
func (r *painter) Layout(size fyne.Size) { r.clip.Resize(size) }

// Refresh draws the chart in the colours of the theme.
func (r *painter) Refresh() {
	r.paint()
	canvas.Refresh(r.chart)
}

func (r *painter) ink(name fyne.ThemeColorName) color.Color {
	ink, ok := r.inks[name]
	if !ok {
		ink = look.Colour(r.chart, name)
		r.inks[name] = ink
	}
	return ink
}

// paint puts all that is in sight where it belongs, from behind to the front.
func (r *painter) paint() {
	c := r.chart
	r.boxes.used, r.texts.used = 0, 0
	clear(r.inks)
	r.objects = r.objects[:0]
	r.rect(0, 0, c.Size().Width, c.Size().Height, look.Page)
	if c.Size().Width > 0 {
		r.axis()
		r.bars()
		for _, card := range c.cards {
			r.span(card)
		}
		for i, card := range c.cards {
			r.card(card, c.mouse.over.card == i)
		}
		for i, more := range c.more {
			r.more(more, c.mouse.over.more == i)
		}
		if c.Drawn() == 0 {
			r.empty()
		}
		r.ring()
	}
	r.drawn.Objects = r.objects
}

// empty says what belongs into the chart, in as many rows as it takes.
func (r *painter) empty() {
	c := r.chart
	room := c.Size().Width - 2*geometry.Margin
	middle, row := float32(geometry.LanesTop+geometry.CardHeight/2), ""
	say := func() {
		r.text(row, style{look.Regular, look.InterfaceSize, look.TextSecond}, geometry.Margin, middle, room)
		middle += look.InterfaceSize * look.InterfaceLine
	}
	for _, word := range strings.Fields(c.emptyWords()) {
		longer := strings.TrimSpace(row + " " + word)
		if row != "" && look.Measure(longer, look.Regular, look.InterfaceSize).Width > room {
			say()
			longer = word
		}
		row = longer
	}
	say()
}

// tickWords is how far the words of a tick keep from the next line.
const tickWords = 8

func (r *painter) axis() {
	c := r.chart
	bottom := c.foot() - lanesGap
	ticks := c.scale.Ticks(geometry.TickGap, axisWords)
	middle := float32(geometry.AxisTop + look.InterfaceSize*look.InterfaceLine/2)
	said := false // the year of the first
	for i, tick := range ticks {
		x := round(float32(tick.X))
		if x >= 0 {
			r.rect(x, geometry.AxisTop, look.LineWidth, bottom-geometry.AxisTop, look.Line)
		}
		words := tick.Words
		if !said {
			words = tick.Full
		}
		// The words of the tick before the first hold at the left end, until
		// the next tick pushes them out.
		x = max(x, 0) + geometry.TickPadding
		end := x + look.Measure(words, axisStyle.font, axisStyle.size).Width + tickWords
		next := c.Size().Width + tickWords // behind the last, words that are cut off say nothing
		if i+1 < len(ticks) {
			next = float32(ticks[i+1].X)
		}
		if end <= next || len(ticks) == 1 {
			r.text(words, axisStyle, x, middle, 0)
			said = true
		}
	}
}

// bars draws the histogram, what is narrowed of it, and the words below.
func (r *painter) bars() {
	c := r.chart
	if len(c.data.Months) == 0 {
		return
	}
	top, width := c.foot(), c.Size().Width
	r.rect(geometry.Margin, round(top), width-2*geometry.Margin, look.LineWidth, look.Line)
	floor := round(top) + geometry.BarsGap + geometry.BarsHeight
	if n := c.narrowed; n != nil {
		from, to := max(c.xOf(n.First), 0), min(c.xOf(n.Last+1), width)
		if from < to {
			r.rect(from, round(top)+look.LineWidth, to-from, floor-round(top), look.AccentBehind)
		}
	}
	bars, most, _ := c.histogram.In(c.scale, geometry.BarWidth)
	for _, bar := range bars {
		from, to := max(c.xOf(bar.First), -1), min(c.xOf(bar.Last+1), width+1)
		gap := float32(1)
		if to-from > 12 {
			gap = 2
		}
		height := max(leastBar, round(float32(bar.Count)/float32(most)*geometry.BarsHeight))
		r.rect(from, floor-height, max(1, to-from-gap), height, c.barInk(bar))
	}
	r.text(c.caption(), noteStyle, geometry.Margin, floor+geometry.CaptionGap+look.BadgeSize*look.InterfaceLine/2, width-2*geometry.Margin)
}

// leastBar is how high a bar is that stands for one article among thousands.
const leastBar = 2

// barInk gives a bar its colour: stronger where it is narrowed or under the
// mouse.
func (c *Chart) barInk(b geometry.Bar) fyne.ThemeColorName {
	if x := c.mouse.x; x >= 0 && c.mouse.doing != narrowing {
		if day := c.scale.DayAt(float64(x)); day >= b.First && day <= b.Last {
			return look.BlueEdge
		}
	}
	if n := c.narrowed; n != nil && b.Last >= n.First && b.First <= n.Last {
		return look.BlueEdge
	}
	return look.Blue
}

// xOf returns where a day begins, on a whole unit.
func (c *Chart) xOf(day edtf.Day) float32 { return round(float32(c.scale.X(float64(day)))) }

// ring shows focus where no chosen card in sight does; who clicked into the
// chart knows that it has it.
func (r *painter) ring() {
	c := r.chart
	if !c.focused || c.clicked {
		return
	}
	for _, card := range c.cards {
		if c.lanes.Events()[card.Event].ID == int64(c.chosen) {
			return
		}
	}
	box := r.rect(1, 1, c.Size().Width-2, c.Size().Height-2, look.Clear)
	box.StrokeColor, box.StrokeWidth, box.CornerRadius = r.ink(look.Accent), look.OutlineWidth, look.RowCorner
}
