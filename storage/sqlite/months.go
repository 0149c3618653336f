package sqlite

import (
	"cmp"
	"math"
	"slices"

	"cuttings/notes"
	"cuttings/notes/edtf"
)

// monthTallies counts days by their months, in order.
func monthTallies(days map[int32]int) []notes.MonthTally {
	months := map[notes.MonthTally]int{}
	for day, count := range days {
		year, month, _ := edtf.Day(day).Date()
		months[notes.MonthTally{Year: int(year), Month: month}] += count
	}
	tallies := make([]notes.MonthTally, 0, len(months))
	for month, count := range months {
		month.Count = count
		tallies = append(tallies, month)
	}
	slices.SortFunc(tallies, func(x, y notes.MonthTally) int {
		return cmp.Or(cmp.Compare(x.Year, y.Year), cmp.Compare(x.Month, y.Month))
	})
	return tallies
}

// times counts what is found by the days that it can be of: the same that after: and
// before: go by, so that asking for a month finds what is counted in it.
func (f *finding) times(found set) ([]notes.MonthTally, []notes.SpanTally) {
	days := map[int32]int{}
	spans := map[notes.SpanTally]int{}
	spanAt := f.spans()
	f.attributes.each(found, func(i int) {
		s, ok := spanAt(i)
		switch {
		case !ok || s.latest < s.earliest:
		case s.oneMonth():
			days[int32(s.earliest)]++
		default:
			spans[notes.SpanTally{First: s.earliest, Last: s.latest}]++
		}
	})
	tallies := make([]notes.SpanTally, 0, len(spans))
	for span, count := range spans {
		span.Count = count
		tallies = append(tallies, span)
	}
	slices.SortFunc(tallies, func(x, y notes.SpanTally) int {
		return cmp.Or(cmp.Compare(x.First, y.First), cmp.Compare(x.Last, y.Last))
	})
	return monthTallies(days), tallies
}

// oneMonth reports whether the days are of one month, of a year for which there is room.
func (s span) oneMonth() bool {
	if s.earliest < math.MinInt32 || s.latest > math.MaxInt32 || s.latest-s.earliest > 31 {
		return false
	}
	year, month, _ := s.earliest.Date()
	lastYear, lastMonth, _ := s.latest.Date()
	return year == lastYear && month == lastMonth
}
