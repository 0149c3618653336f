package timeline_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cuttings/notes/edtf"
	"cuttings/notes/timeline"
)

func TestZoomKeepsWhatIsUnderTheMouse(t *testing.T) {
	within := timeline.Bounds{First: -1000, Last: 1000}
	rapid.Check(t, func(t *rapid.T) {
		s := timeline.Scale{
			Start: rapid.Float64Range(-800, 800).Draw(t, "start"), Width: rapid.Float64Range(200, 2000).Draw(t, "width"),
			PerDay: math.Exp(rapid.Float64Range(0, 5).Draw(t, "zoom")),
		}.Clamp(within)
		x := rapid.Float64Range(0, 1).Draw(t, "x") * s.Width
		zoomed := s.Zoom(x, math.Exp(rapid.Float64Range(-1, 1).Draw(t, "factor")), within)
		if zoomed != zoomed.Clamp(within) && math.Abs(zoomed.Start-zoomed.Clamp(within).Start) > 1e-6 {
			t.Fatalf("%+v goes beyond what is allowed", zoomed)
		}
		middle := zoomed.Day(zoomed.Width / 2)
		if middle < float64(within.First)+1e-6 || middle > float64(within.Last)+1-1e-6 {
			return // held back at the end of time
		}
		if was, is := s.Day(x), zoomed.Day(x); math.Abs(was-is)*zoomed.PerDay > 1e-3 {
			t.Fatalf("day %g was under the mouse, now %g", was, is)
		}
	})
}

func TestZoomHasLimits(t *testing.T) {
	within := timeline.Bounds{First: 0, Last: 9999}
	s := timeline.Scale{Start: 0, PerDay: 1, Width: 1000}
	if got := s.Zoom(500, 1e9, within).PerDay; got != timeline.MostPerDay {
		t.Errorf("a day of %g", got)
	}
	if got := s.Zoom(500, 0, within).PerDay; got != 0.05 {
		t.Errorf("all in half the width needs 0.05, got %g", got)
	}
	week := timeline.Bounds{First: 0, Last: 6}
	if got := s.Zoom(500, 0, week).PerDay; got != timeline.YearPerDay {
		t.Errorf("a week is seen among years where a day is %g, got %g", timeline.YearPerDay, got)
	}
	if got := s.Zoom(500, math.NaN(), within); math.IsNaN(got.PerDay) || math.IsNaN(got.Start) {
		t.Errorf("got %+v", got)
	}
}

func TestPanStaysInTime(t *testing.T) {
	within := timeline.Bounds{First: 0, Last: 99}
	s := timeline.Scale{Start: 0, PerDay: 10, Width: 500}
	if got := s.Pan(1e9).Clamp(within); math.Abs(got.Day(250)) > 1e-9 {
		t.Errorf("day %g in the middle, want the first", got.Day(250))
	}
	if got := s.Pan(-1e9).Clamp(within); math.Abs(got.Day(250)-100) > 1e-9 {
		t.Errorf("day %g in the middle, want the last", got.Day(250))
	}
}

func TestFitShowsEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := events(t)
		within, _ := timeline.BoundsOf(all, nil)
		width := rapid.Float64Range(700, 2000).Draw(t, "width")
		s := timeline.Fit(width, timeline.Margin, all, within)
		lanes := timeline.NewLanes(all, nil)
		lanes.Arrange(s.PerDay, 200, 0)
		cards, _ := lanes.In(s, nil, nil)
		if len(cards) != len(all) {
			t.Fatalf("%d of %d events are in sight", len(cards), len(all))
		}
		for _, c := range cards {
			if c.X < timeline.Margin-1e-6 || max(c.X+c.Width, c.BarTo) > width-timeline.Margin+1e-6 {
				t.Fatalf("%+v is not whole in sight of %g", c, width)
			}
		}
	})
}

func TestFitOfOneDayIsNoGiant(t *testing.T) {
	all := []timeline.Event{one(1, "2023-04-22")}
	s := timeline.Fit(1000, timeline.Margin, all, timeline.Bounds{First: all[0].First, Last: all[0].Last})
	if s.PerDay > 30 || math.Abs(s.X(float64(all[0].First))-405) > 1 {
		t.Errorf("a day of %g at %g", s.PerDay, s.X(float64(all[0].First)))
	}
}

func TestResizeKeepsTheMiddle(t *testing.T) {
	s := timeline.Scale{Start: 100, PerDay: 2, Width: 1000}
	if got := s.Resize(300).Day(150); got != s.Day(500) {
		t.Errorf("day %g in the middle, was %g", got, s.Day(500))
	}
}

func TestShowShowsJustThat(t *testing.T) {
	b := timeline.Bounds{First: day("2023-01-01"), Last: day("2023-12-31")}
	got := timeline.Scale{Width: 1000}.Show(b).Sight()
	if got != b {
		t.Errorf("in sight: %+v, want %+v", got, b)
	}
}

// spoken are the words of ticks, plainly.
func spoken(d edtf.Day, unit timeline.Unit, full bool) string {
	year, month, day := d.Date()
	words := fmt.Sprint(year)
	switch {
	case unit == timeline.Months && full:
		words = fmt.Sprintf("%d/%d", month, year)
	case unit == timeline.Months:
		words = fmt.Sprint(month)
	case unit != timeline.Years:
		words = fmt.Sprintf("%d.%d.", day, month)
		if full {
			words += fmt.Sprint(year)
		}
	}
	return words
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		name   string
		start  string
		perDay float64
		want   string
	}{
		{"days", "2023-12-30", 120, "30.12.2023 31.12. 1.1.2024 2.1. 3.1."},
		{"weeks begin on Monday", "2023-04-19", 20, "17.4.2023 24.4. 1.5. 8.5. 15.5."},
		{"months", "2023-11-15", 5, "11/2023 12 1/2024 2 3"},
		{"quarters", "2023-11-15", 1.5, "10/2023 1/2024 4 7 10"},
		{"years", "2021-03-01", 0.4, "2021 2022 2023 2024"},
		{"two years", "2021-03-01", 0.2, "2020 2022 2024 2026 2028"},
		{"decades", "1931-03-01", 0.03, "1930 1940 1950 1960 1970 1980"},
		{"centuries", "1431-03-01", 0.003, "1400 1500 1600 1700 1800 1900"},
		{"millennia round the birth of Christ", "-2500-01-01", 0.0003, "-2999 -1999 -999 1 1000 2000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := timeline.Scale{Start: float64(day(c.start)), PerDay: c.perDay, Width: 550}
			var words []string
			for _, tick := range s.Ticks(100, spoken) {
				words = append(words, tick.Words)
			}
			if got := strings.Join(words, " "); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestTicksAreApartAndCoverTheSight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := timeline.Scale{
			Start: rapid.Float64Range(-4e8, 4e8).Draw(t, "start"), Width: 1200,
			PerDay: math.Exp(rapid.Float64Range(-15, 5).Draw(t, "zoom")),
		}
		ticks := s.Ticks(timeline.TickGap, spoken)
		if len(ticks) == 0 || ticks[0].X > 0 {
			t.Fatalf("no tick holds at the left end: %+v", ticks)
		}
		for i, tick := range ticks {
			if tick.X >= s.Width || math.Abs(s.X(float64(tick.Day))-tick.X) > 1e-6 {
				t.Fatalf("tick %+v", tick)
			}
			// February is short, and years 1 and 2 are one year apart.
			if i > 0 && tick.X-ticks[i-1].X < timeline.TickGap*0.45 {
				t.Fatalf("ticks at %g and %g", ticks[i-1].X, tick.X)
			}
		}
	})
}

func TestTicksOfAllTimeEnd(t *testing.T) {
	s := timeline.Scale{Start: -3.6e17, PerDay: 1e-15, Width: 900}
	if got := len(s.Ticks(timeline.TickGap, spoken)); got == 0 || got > 12 {
		t.Errorf("%d ticks", got)
	}
}

func TestSpanOf(t *testing.T) {
	for date, want := range map[string]timeline.Span{
		"2023-04-22":            {First: day("2023-04-22"), Last: day("2023-04-22")},
		"2022-10":               {First: day("2022-10-01"), Last: day("2022-10-31")},
		"2021~":                 {First: day("2021-01-01"), Last: day("2021-12-31"), Approximate: true},
		"2021-07-07?":           {First: day("2021-07-07"), Last: day("2021-07-07"), Uncertain: true},
		"../1938-03":            {First: day("1938-03-31"), Last: day("1938-03-31"), OpenStart: true},
		"1938-03/":              {First: day("1938-03-01"), Last: day("1938-03-01"), OpenEnd: true},
		"2023-02-15/2023-02-17": {First: day("2023-02-15"), Last: day("2023-02-17")},
		"[1667,1669]":           {First: day("1667-01-01"), Last: day("1669-12-31"), Uncertain: true},
	} {
		parsed, err := edtf.Parse(date)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := timeline.SpanOf(parsed); !ok || got != want {
			t.Errorf("%s: %+v, %v, want %+v", date, got, ok, want)
		}
	}
	if _, ok := timeline.SpanOf(edtf.Date{}); ok {
		t.Error("no date has a span")
	}
}
