package searching

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/storage/sqlite"
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
		{"before Christ", []notes.MonthTally{tally(-43, 3, 2), tally(-42, 1, 1)}, []string{"March 44 BC", "January 43 BC"}, 11, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			bars := barsOf(notes.Facets{Months: test.months}, allMonths)
			got := []string{bars[0].words(), bars[len(bars)-1].words()}
			if diff := cmp.Diff(test.want, got); diff != "" || len(bars) != test.bars || bars[0].count != test.first {
				t.Errorf("%d bars, %d in the first, (-want +got):\n%s", len(bars), bars[0].count, diff)
			}
		})
	}
	if barsOf(notes.Facets{}, allMonths) != nil {
		t.Error("no months make bars")
	}
}

func TestSpansAreSaidWithTheirLastDay(t *testing.T) {
	for _, test := range []struct{ first, behind, want string }{
		{"2023-02", "2023-03", "Feb 2023"},
		{"2023-02", "2023-08", "Feb–Jul 2023"},
		{"2022-12", "2023-01", "Dec 2022"},
		{"2023", "2024", "2023"},
		{"2020", "2024", "2020–2023"},
		{"-0044", "-0042", "45 BC – 44 BC"},
		{"2023", "2023-03", "Jan–Feb 2023"},
		{"2023-04-10", "2023-05-02", "10 Apr – 1 May 2023"},
		{"2023-04-10", "2023-04-11", "10 Apr 2023"},
	} {
		if got := spanWords(test.first, test.behind); got != test.want {
			t.Errorf("from %s up to %s: %q, not %q", test.first, test.behind, got, test.want)
		}
	}
}

func TestBarsReachAsFarAsIsAskedFor(t *testing.T) {
	may := edtf.DayOf(2023, 5, 1)
	year := notes.SpanTally{First: edtf.DayOf(2023, 1, 1), Last: edtf.DayOf(2023, 12, 31), Count: 3}
	since := notes.SpanTally{First: edtf.DayOf(2023, 4, 2), Last: edtf.NoEnd, Count: 1}
	for _, test := range []struct {
		first, behind string
		want          []int // the counts of the bars
	}{
		{"2023-03", "2023-06", []int{3, 4, 4}},
		{"2023-04-10", "2023-05-02", []int{4, 4}},
		{"2023", "2023-02", []int{3}},
	} {
		var got []int
		for _, bar := range barsOf(notes.Facets{Spans: []notes.SpanTally{year, since}}, reachOf(test.first, test.behind)) {
			got = append(got, bar.count)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("from %s up to %s (-want +got):\n%s", test.first, test.behind, diff)
		}
	}
	if got := reachOf("2023-13", "2024"); got != allMonths {
		t.Errorf("what is no date narrows to %+v", got)
	}
	if got := monthWith(may); got != (month{2023, 5}) {
		t.Errorf("1 May 2023 is of %+v", got)
	}
}

// A click on a bar finds what the bar counts, however wide dates are.
func TestABarFindsWhatItCounts(t *testing.T) {
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	book := notes.New(store, notes.Options{})
	add := func(dates ...string) {
		for _, date := range dates {
			if _, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Talks"}, Date: date}); err != nil {
				t.Fatal(err)
			}
		}
	}
	check := func(asked string) {
		t.Helper()
		facets, err := book.Facets(t.Context(), asked, nil)
		if err != nil {
			t.Fatal(err)
		}
		bars := barsOf(facets, allMonths)
		if len(bars) < 5 {
			t.Errorf("%s: %d bars", asked, len(bars))
		}
		for _, bar := range bars {
			found, err := book.Count(t.Context(), asked+" "+during(bar.first, bar.behind), nil)
			if err != nil || found != bar.count {
				t.Errorf("%s, %s: %d counted, %d found, %v", asked, bar.words(), bar.count, found, err)
			}
		}
	}
	add("", "2023-03-12", "2023-03-30", "2023-05", "2023", "2023-02-27/2023-04-02", "2023?", "2023-21", "2022-12-31/2023-01-01", "2023-03-XX", "2023-XX-XX", "[2022-12-31,2023-06-01]")
	check("talks")
	add("202X", "../2023-02", "2023-06/..", "/2022-11-15", "2021/")
	check("talks")
	add("-0043-03-15", "0000", "1811/1815", "Y170000000", "Y-170000000")
	check("talks")
	check("talks OR haiti")
}
