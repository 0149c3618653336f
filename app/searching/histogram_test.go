package searching

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
)

func TestBarsStandForMonthsYearsOrMore(t *testing.T) {
	tally := func(year, month, count int) notes.MonthTally {
		return notes.MonthTally{Year: year, Month: month, Count: count}
	}
	for _, test := range []struct {
		name   string
		months []notes.MonthTally
		want   []string // words of the first and the last bar
		bars   int
		first  int // results in the first
	}{
		{"months", []notes.MonthTally{tally(2022, 11, 2), tally(2023, 2, 1)}, []string{"November 2022", "February 2023"}, 4, 2},
		{"years", []notes.MonthTally{tally(2001, 5, 1), tally(2001, 6, 4), tally(2023, 2, 1)}, []string{"2001", "2023"}, 23, 5},
		{"decades", []notes.MonthTally{tally(1811, 1, 3), tally(2023, 2, 1)}, []string{"1810–1819", "2020–2029"}, 22, 3},
	} {
		t.Run(test.name, func(t *testing.T) {
			bars := barsOf(test.months)
			got := []string{bars[0].words(), bars[len(bars)-1].words()}
			if diff := cmp.Diff(test.want, got); diff != "" || len(bars) != test.bars || bars[0].count != test.first {
				t.Errorf("%d bars, %d in the first, (-want +got):\n%s", len(bars), bars[0].count, diff)
			}
		})
	}
	if barsOf(nil) != nil {
		t.Error("no months make bars")
	}
}
