package timeline

import (
	"cmp"
	"slices"

	"cuttings/notes/edtf"
)

// Month says how many articles there were in a month, from 1 to 12, of an
// astronomical year.
type Month struct{ Year, Month, Count int }

// number counts months from the January of year 0.
func (m Month) number() int64 { return int64(m.Year)*12 + int64(m.Month) - 1 }

// firstOf returns the first day of a numbered month.
func firstOf(number int64) edtf.Day {
	year := floorDivide(number, 12)
	return edtf.DayOf(year, int(number-year*12)+1, 1)
}

// Bar stands for the articles of some months.
type Bar struct {
	First, Last edtf.Day
	Months      int // how many months it stands for
	Count       int
}

// Histogram counts articles by month, year, ten and a hundred years and more.
type Histogram struct{ levels []level }

// level has the counts of months, taken together by a number of them.
type level struct {
	size   int64
	counts []tally // by number, each at least 1
	most   int
}

type tally struct {
	number int64 // of months, divided by size
	count  int
}

// sizes are how many months a bar can stand for.
var sizes = []int64{1, 12, 120, 1200, 12000, 120000}

// NewHistogram counts months, which may come in any order; those that come
// twice are added up, those without articles left out.
func NewHistogram(months []Month) *Histogram {
	finest := make([]tally, 0, len(months))
	for _, m := range months {
		if m.Count > 0 {
			finest = append(finest, tally{m.number(), m.Count})
		}
	}
	slices.SortFunc(finest, func(a, b tally) int { return cmp.Compare(a.number, b.number) })
	h := &Histogram{}
	for _, size := range sizes {
		l := level{size: size}
		for _, t := range finest {
			number := floorDivide(t.number, size)
			if n := len(l.counts); n == 0 || l.counts[n-1].number != number {
				l.counts = append(l.counts, tally{number: number})
			}
			last := &l.counts[len(l.counts)-1]
			last.count += t.count
			l.most = max(l.most, last.count)
		}
		h.levels = append(h.levels, l)
	}
	return h
}

// In returns the bars in sight that are not empty, of the finest kind that is
// at least so many pixels wide; the count of the highest of that kind, in
// sight or not; and how many months a bar of that kind stands for.
func (h *Histogram) In(s Scale, least float64) (bars []Bar, most, months int) {
	l := h.levelFor(s, least)
	sight := s.Sight()
	from, _ := slices.BinarySearchFunc(l.counts, l.holding(sight.First), func(t tally, number int64) int {
		return cmp.Compare(t.number, number)
	})
	for _, t := range l.counts[from:] {
		bar := l.bar(t)
		if bar.First > sight.Last {
			break
		}
		bars = append(bars, bar)
	}
	return bars, l.most, int(l.size)
}

// At returns the bar of that kind which holds a day, in which there may be no
// articles.
func (h *Histogram) At(s Scale, least float64, day edtf.Day) Bar {
	l := h.levelFor(s, least)
	number := l.holding(day)
	at, found := slices.BinarySearchFunc(l.counts, number, func(t tally, number int64) int {
		return cmp.Compare(t.number, number)
	})
	if found {
		return l.bar(l.counts[at])
	}
	return l.bar(tally{number: number})
}

func (h *Histogram) levelFor(s Scale, least float64) level {
	for _, l := range h.levels {
		if float64(l.size)*daysOfMonth*s.PerDay >= least {
			return l
		}
	}
	return h.levels[len(h.levels)-1]
}

// holding returns the number of the bar that holds a day.
func (l level) holding(day edtf.Day) int64 {
	year, month, _ := day.Date()
	return floorDivide(year*12+int64(month)-1, l.size)
}

func (l level) bar(t tally) Bar {
	return Bar{
		First: firstOf(t.number * l.size), Last: firstOf((t.number+1)*l.size) - 1,
		Months: int(l.size), Count: t.count,
	}
}
