package timeline

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes/edtf"
	geometry "cuttings/notes/timeline"
)

// writtenYears are those that the date format writes with months and days.
const writtenYears = 9999

// worded puts a day into words as the program's dates are, with a month and a
// day as far as parts asks for them: 1 for the year, 3 for all.
func worded(day edtf.Day, parts int) string {
	year, month, number := day.Date()
	written := fmt.Sprintf("%04d", year)
	if year < 0 {
		written = fmt.Sprintf("%05d", year)
	}
	if year < -writtenYears || year > writtenYears {
		written, parts = fmt.Sprintf("Y%d", year), 1
	}
	if parts > 1 {
		written += fmt.Sprintf("-%02d", month)
	}
	if parts > 2 {
		written += fmt.Sprintf("-%02d", number)
	}
	date, err := edtf.Parse(written)
	if err != nil {
		return written // of years beyond those that dates have
	}
	return date.Words(session.Wording(false))
}

func yearWords(day edtf.Day) string  { return worded(day, 1) }
func monthWords(day edtf.Day) string { return worded(day, 2) }
func dayWords(day edtf.Day) string   { return worded(day, 3) }

// axisWords are the words of a tick.
func axisWords(day edtf.Day, unit geometry.Unit, full bool) string {
	_, month, number := day.Date()
	name := session.Wording(false).Months[month-1]
	switch {
	case unit == geometry.Years:
		return yearWords(day)
	case unit == geometry.Months && full:
		return monthWords(day)
	case unit == geometry.Months:
		return name
	case full:
		return dayWords(day)
	}
	return strings.NewReplacer("{day}", fmt.Sprint(number), "{month}", name).Replace(session.Wording(false).DayOfMonth)
}

// barWords say when a bar of the histogram is.
func barWords(b geometry.Bar) string {
	switch b.Months {
	case 1:
		return monthWords(b.First)
	case 12:
		return yearWords(b.First)
	}
	return spanWords(yearWords(b.First), yearWords(b.Last))
}

func spanWords(from, to string) string {
	return lang.X("timeline.span", "{{.From}} – {{.To}}", map[string]any{"From": from, "To": to})
}

// caption is the line below the histogram: what is under the mouse, what is
// narrowed, or what the bars are.
func (c *Chart) caption() string {
	if len(c.data.Months) == 0 {
		return ""
	}
	if c.mouse.x >= 0 && c.mouse.doing != narrowing {
		bar := c.histogram.At(c.scale, geometry.BarWidth, c.scale.DayAt(float64(c.mouse.x)))
		return barWords(bar) + "  ·  " + lang.XN("timeline.articles", "{{.N}} articles", bar.Count, map[string]any{"N": bar.Count})
	}
	if c.narrowed != nil {
		span := spanWords(dayWords(c.narrowed.First), dayWords(c.narrowed.Last))
		if c.callbacks.OnWiden == nil {
			return span
		}
		return lang.X("timeline.narrowed", "{{.Span}}; a click or Escape shows all", map[string]any{"Span": span})
	}
	words := c.barsAre()
	if c.callbacks.OnNarrow == nil {
		return words
	}
	return lang.X("timeline.drag", "{{.Bars}}; drag to narrow", map[string]any{"Bars": words})
}

// barsAre says what the bars count.
func (c *Chart) barsAre() string {
	_, _, months := c.histogram.In(c.scale, geometry.BarWidth)
	switch months {
	case 1:
		return lang.X("timeline.months", "Articles a month")
	case 12:
		return lang.X("timeline.years", "Articles a year")
	}
	return lang.X("timeline.manyYears", "Articles in {{.N}} years", map[string]any{"N": months / 12})
}

func moreWords(count int) string {
	return lang.X("timeline.more", "+{{.N}} more", map[string]any{"N": count})
}

// emptyWords say what belongs into an empty chart, and how it gets there.
func (c *Chart) emptyWords() string {
	if c.data.Empty != "" {
		return c.data.Empty
	}
	if c.callbacks.OnAdd == nil {
		return lang.X("timeline.empty", "Events that have a date are shown here.")
	}
	return lang.X("timeline.emptyAdd", "Events that have a date are shown here. Double-click a day, or press Insert, to add one.")
}
