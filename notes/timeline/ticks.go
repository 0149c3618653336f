package timeline

import (
	"math"

	"cuttings/notes/edtf"
)

// Unit is what lies between two ticks.
type Unit uint8

// The units of an axis. Decades, centuries and more are steps of Years.
const (
	Days Unit = iota
	Weeks
	Months
	Years
)

// Wording puts the day of a tick into words; full asks for the year too.
type Wording func(day edtf.Day, unit Unit, full bool) string

// Tick is a line of an axis.
type Tick struct {
	Day   edtf.Day
	X     float64 // of the beginning of the day
	Words string  // with the year where it is another than that of the tick before
	Full  string  // with the year
}

// step is a unit and how many of it lie between two ticks.
type step struct {
	unit  Unit
	count int64
}

// Lengths in days by which a step is chosen.
const (
	daysOfWeek  = 7
	daysOfMonth = 30.44
	daysOfYear  = 365.2425
)

func (s step) days() float64 {
	return float64(s.count) * [...]float64{Days: 1, Weeks: daysOfWeek, Months: daysOfMonth, Years: daysOfYear}[s.unit]
}

// farthestYear is the greatest that edtf reads, with a step to spare.
const farthestYear = 1e16

// stepFor returns the smallest step that takes at least so many pixels. Days,
// weeks, months and quarters come first, then 1, 2 or 5 times a power of ten
// in years.
func (s Scale) stepFor(least float64) step {
	for _, small := range []step{{Days, 1}, {Weeks, 1}, {Months, 1}, {Months, 3}, {Years, 1}} {
		if small.days()*s.PerDay >= least {
			return small
		}
	}
	for power := int64(1); power < farthestYear; power *= 10 {
		for _, digit := range []int64{1, 2, 5} {
			if years := (step{Years, digit * power}); years.days()*s.PerDay >= least {
				return years
			}
		}
	}
	return step{Years, farthestYear}
}

// Ticks returns the ticks in sight, at least about so many pixels apart, and
// the one before them, whose words still hold at the left end.
func (s Scale) Ticks(least float64, words Wording) []Tick {
	by := s.stepFor(least)
	most := int(s.Width/math.Max(least, 1))*2 + 4 // years 1 and 2 stand closer than a step
	var ticks []Tick
	before := int64(math.MinInt64)
	for i := by.index(s.DayAt(0)); len(ticks) < most; i++ {
		day := by.day(i)
		x := s.X(float64(day))
		if x >= s.Width {
			break
		}
		year, _, _ := day.Date()
		tick := Tick{Day: day, X: x, Full: words(day, by.unit, true)}
		if tick.Words = tick.Full; year == before {
			tick.Words = words(day, by.unit, false)
		}
		ticks = append(ticks, tick)
		before = year
	}
	return ticks
}

// weekOffset makes weeks begin on Monday, as ISO 8601 has it: day 0 was a
// Thursday.
const weekOffset = 4

// index returns which tick is the last at or before a day.
func (s step) index(day edtf.Day) int64 {
	year, month, _ := day.Date()
	switch s.unit {
	case Days:
		return int64(day)
	case Weeks:
		return floorDivide(int64(day)-weekOffset, daysOfWeek)
	case Months:
		return floorDivide(year*12+int64(month)-1, s.count)
	}
	switch {
	case s.count == 1:
		return year
	case year > 0:
		return year / s.count
	}
	return floorDivide(year-1, s.count)
}

// day returns the day of a tick. There is no year 0 before or after Christ, so
// steps of years before year 1 count from 1 BC: 10 BC, 20 BC, … are round as
// people write them. Astronomical years are one more: 10 BC is -9.
func (s step) day(index int64) edtf.Day {
	switch s.unit {
	case Days:
		return edtf.Day(index)
	case Weeks:
		return edtf.Day(index*daysOfWeek + weekOffset)
	case Months:
		return firstOf(index * s.count)
	}
	switch {
	case s.count == 1:
		return edtf.DayOf(index, 1, 1)
	case index > 0:
		return edtf.DayOf(index*s.count, 1, 1)
	}
	return edtf.DayOf(1+index*s.count, 1, 1)
}

func floorDivide(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
