package sqlite

import (
	"cmp"
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
