// Package timeline is the geometry of a timeline and what can be written of
// one: where days stand on a line, which ticks an axis has, in which rows the
// cards of events stand so that none covers another, how many articles there
// were in each stretch of time; and the same as SVG, CSV and TimelineJS.
//
// It draws on no screen, measures no letters and knows no archive: it takes
// days and lengths and returns lengths. All lengths are in pixels.
package timeline

import (
	"math"

	"cuttings/notes/edtf"
)

// Bounds are the first and the last day of something.
type Bounds struct{ First, Last edtf.Day }

// Scale says where days stand: a line of some width, the day at its left end,
// and how wide a day is.
type Scale struct {
	Start  float64 // days since 1970 at the left end; 0.5 is noon of 1 January
	PerDay float64 // pixels a day takes
	Width  float64 // pixels
}

// The limits of zooming.
const (
	// MostPerDay is how wide a day becomes at most: a card is hardly wider, so
	// that days that follow each other stand side by side.
	MostPerDay = 240
	// leastShare is which part of the width everything takes at least, where that
	// makes days narrower than YearPerDay.
	leastShare = 0.5
	// fitPerDay is how wide Fit makes a day at most. Events of one week would
	// else be torn apart.
	fitPerDay = 24
	// YearPerDay is how wide a day is where a year is as wide as Fit makes a day.
	// So narrow it can be however short the time is, since years may be asked for.
	YearPerDay = fitPerDay / 365.2425
	// leastWidth stands for a width that is none yet.
	leastWidth = 1
)

// X returns where a day begins, in pixels from the left end.
func (s Scale) X(day float64) float64 { return (day - s.Start) * s.PerDay }

// Day returns the day at x; its fraction is the time of day.
func (s Scale) Day(x float64) float64 { return s.Start + x/s.PerDay }

// DayAt returns the whole day at x.
func (s Scale) DayAt(x float64) edtf.Day { return edtf.Day(math.Floor(s.Day(x))) }

// Sight returns the days that are at least partly in sight.
func (s Scale) Sight() Bounds {
	return Bounds{s.DayAt(0), edtf.Day(math.Ceil(s.Day(s.Width))) - 1}
}

// Show returns the scale of the same width on which all of b is in sight, and
// nothing beside it, as far as a day has not its greatest width.
func (s Scale) Show(b Bounds) Scale {
	days := math.Max(1, float64(b.Last)-float64(b.First)+1)
	perDay := math.Min(s.Width/days, MostPerDay)
	middle := float64(b.First) + days/2
	return Scale{Start: middle - s.Width/perDay/2, PerDay: perDay, Width: s.Width}
}

// Resize gives the line another width; the day in its middle stays there.
func (s Scale) Resize(width float64) Scale {
	width = math.Max(width, leastWidth)
	s.Start += (s.Width - width) / s.PerDay / 2
	s.Width = width
	return s
}

// Pan moves what is in sight by so many pixels, to the right if positive.
func (s Scale) Pan(by float64) Scale {
	s.Start -= by / s.PerDay
	return s
}

// Zoom makes days wider by a factor. What stands at x stays there, as far as
// Clamp allows.
func (s Scale) Zoom(x, factor float64, within Bounds) Scale {
	return s.Set(x, s.PerDay*factor, within)
}

// Set makes days so wide. What stands at x stays there, as far as Clamp allows.
func (s Scale) Set(x, perDay float64, within Bounds) Scale {
	day := s.Day(x)
	s.PerDay = s.clampWidth(perDay, within)
	s.Start = day - x/s.PerDay
	return s.Clamp(within)
}

// Clamp keeps days within their limits of width, and one of the days of within
// in the middle of the sight, so that nobody gets lost in empty time.
func (s Scale) Clamp(within Bounds) Scale {
	middle := s.Day(s.Width / 2)
	s.PerDay = s.clampWidth(s.PerDay, within)
	middle = math.Min(math.Max(middle, float64(within.First)), float64(within.Last)+1)
	s.Start = middle - s.Width/s.PerDay/2
	return s
}

func (s Scale) clampWidth(perDay float64, within Bounds) float64 {
	days := math.Max(1, float64(within.Last)-float64(within.First)+1)
	least := math.Min(s.Width*leastShare/days, YearPerDay)
	if !(perDay > least) { // also what is no number
		return least
	}
	return math.Min(perDay, MostPerDay)
}

// Fit returns the scale of a width on which all cards and bars of events, and
// all days of within, are in sight between margins.
func Fit(width, margin float64, events []Event, within Bounds) Scale {
	width = math.Max(width, leastWidth)
	first := float64(within.First)
	room := math.Max(width-2*margin, leastWidth)
	perDay := math.Min(room/math.Max(1, float64(within.Last)-first+1), fitPerDay)
	for _, e := range events {
		if days := float64(e.First) - first; days > 0 && days*perDay+e.Width > room {
			// Where cards are wider than the room, the days have a quarter of it.
			perDay = math.Min(perDay, math.Max(room-e.Width, room/4)/days)
		}
	}
	s := Scale{PerDay: perDay, Width: width}
	return s.startAt(first, margin, events, within)
}

// startAt puts the first day at the margin; where there is room left, what is
// drawn stands in the middle.
func (s Scale) startAt(first, margin float64, events []Event, within Bounds) Scale {
	end := (float64(within.Last) - first + 1) * s.PerDay
	for _, e := range events {
		end = math.Max(end, (float64(e.First)-first)*s.PerDay+e.Width)
	}
	left := math.Max(margin, (s.Width-end)/2)
	s.Start = first - left/s.PerDay
	return s
}
