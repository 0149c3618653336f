package timeline_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"cuttings/notes/edtf"
	"cuttings/notes/timeline"
)

func TestHistogramChoosesItsBars(t *testing.T) {
	months := []timeline.Month{{2023, 5, 4}, {2021, 12, 3}, {2023, 4, 7}, {2023, 4, 1}, {-43, 3, 2}, {2020, 1, 0}}
	h := timeline.NewHistogram(months)
	for _, c := range []struct {
		perDay float64
		want   string
		most   int
		months int
	}{
		{1, "2023-04:8 2023-05:4", 8, 1},
		{0.1, "2021-12:3 2023-04:8 2023-05:4", 8, 1},
		{0.02, "2021-01:3 2023-01:12", 12, 12},
		{0.0002, "-100-01:2 2000-01:15", 15, 1200},
	} {
		s := timeline.Scale{Start: float64(day("2023-01-01")), PerDay: c.perDay, Width: 600}
		s = s.Pan(float64(int(200 * (1 - c.perDay))))
		bars, most, size := h.In(s, 3)
		got := ""
		for i, b := range bars {
			year, month, _ := b.First.Date()
			if i > 0 {
				got += " "
			}
			got += fmt.Sprintf("%04d-%02d:%d", year, month, b.Count)
		}
		if got != c.want || most != c.most || size != c.months {
			t.Errorf("%g a day: %s, most %d, of %d months, want %+v", c.perDay, got, most, size, c)
		}
	}
}

// Every bar counts just the months within it, and those in sight are all there.
func TestHistogramCountsEachMonthOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		months := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) timeline.Month {
			return timeline.Month{
				Year: rapid.IntRange(-20, 60).Draw(t, "year"), Month: rapid.IntRange(1, 12).Draw(t, "month"), Count: rapid.IntRange(0, 9).Draw(t, "count"),
			}
		}), 0, 40).Draw(t, "months")
		s := timeline.Scale{
			Start: float64(edtf.DayOf(rapid.Int64Range(-30, 60).Draw(t, "from"), 1, 1)), Width: 700,
			PerDay: rapid.SampledFrom([]float64{0.001, 0.01, 0.1, 1, 10}).Draw(t, "zoom"),
		}
		h := timeline.NewHistogram(months)
		bars, most, _ := h.In(s, timeline.BarWidth)
		sight := s.Sight()
		for _, m := range months {
			at := edtf.DayOf(int64(m.Year), m.Month, 15)
			if m.Count == 0 || at < sight.First || at > sight.Last {
				continue
			}
			bar := h.At(s, timeline.BarWidth, at)
			want := 0
			for _, other := range months {
				if d := edtf.DayOf(int64(other.Year), other.Month, 15); d >= bar.First && d <= bar.Last {
					want += other.Count
				}
			}
			found := false
			for _, b := range bars {
				found = found || b == bar
			}
			if bar.Count != want || !found || bar.Count > most {
				t.Fatalf("%+v counts %d, want %d; in sight %v, most %d", bar, bar.Count, want, found, most)
			}
		}
	})
}
