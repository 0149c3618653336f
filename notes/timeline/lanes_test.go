package timeline_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"cuttings/notes/edtf"
	"cuttings/notes/timeline"
)

// events draws events as they come: many in one month, some long, some open.
func events(t *rapid.T) []timeline.Event {
	count := rapid.IntRange(1, 60).Draw(t, "count")
	all := make([]timeline.Event, count)
	for i := range all {
		first := edtf.Day(rapid.Int64Range(-2000, 2000).Draw(t, "first"))
		long := rapid.SampledFrom([]int64{0, 0, 0, 2, 30, 365, 4000}).Draw(t, "long")
		open := rapid.SampledFrom([]string{"", "", "", "start", "end"}).Draw(t, "open")
		all[i] = timeline.Event{
			ID: int64(i + 1), Width: float64(rapid.IntRange(120, 280).Draw(t, "width")),
			Span: timeline.Span{First: first, Last: first + edtf.Day(long), OpenStart: open == "start", OpenEnd: open == "end"},
		}
	}
	return all
}

// covers is what a person sees of an event, said without the packing.
func covers(e timeline.Event, c timeline.Card) (from, to float64) {
	from, to = min(c.X, c.BarFrom), max(c.X+c.Width, c.BarTo)
	if e.OpenStart {
		from = min(from, c.BarFrom-timeline.Fade)
	}
	if e.OpenEnd {
		to = max(to, c.BarTo+timeline.Fade)
	}
	return from, to
}

func TestNothingCoversAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lanes := timeline.NewLanes(events(t), nil)
		s := timeline.Scale{
			Start: rapid.Float64Range(-2500, 2500).Draw(t, "start"), Width: 1000,
			PerDay: math.Exp(rapid.Float64Range(-6, 5).Draw(t, "zoom")),
		}
		rows := rapid.IntRange(1, 9).Draw(t, "rows")
		chosen := rapid.Int64Range(0, 60).Draw(t, "chosen")
		lanes.Arrange(s.PerDay, rows, chosen)
		cards, more := lanes.In(s, nil, nil)
		for i, a := range cards {
			if a.Row < 0 || a.Row >= rows {
				t.Fatalf("row %d of %d", a.Row, rows)
			}
			from, to := covers(lanes.Events()[a.Event], a)
			for _, b := range cards[:i] {
				otherFrom, otherTo := covers(lanes.Events()[b.Event], b)
				if a.Row == b.Row && from < otherTo-1e-6 && otherFrom < to-1e-6 {
					t.Fatalf("%+v and %+v cover each other", a, b)
				}
			}
		}
		for i := 1; i < len(more); i++ {
			if more[i].X < more[i-1].X+timeline.MoreWidth {
				t.Fatalf("counts at %g and %g cover each other", more[i-1].X, more[i].X)
			}
		}
	})
}

// The plain way to know what is in sight: look at every event.
func TestInSightIsWhatAPlainLookFinds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lanes := timeline.NewLanes(events(t), nil)
		narrow := timeline.Scale{
			Start: rapid.Float64Range(-2500, 2500).Draw(t, "start"), Width: 800,
			PerDay: math.Exp(rapid.Float64Range(-4, 4).Draw(t, "zoom")),
		}
		wide := timeline.Scale{Start: -1e6, Width: 2e6 * narrow.PerDay, PerDay: narrow.PerDay}
		lanes.Arrange(narrow.PerDay, 4, 0)
		cards, more := lanes.In(narrow, nil, nil)
		all, counted := lanes.In(wide, nil, nil)

		seen := map[int]bool{}
		for _, c := range cards {
			seen[c.Event] = true
		}
		once := map[int]int{}
		shift := narrow.X(wide.Start)
		for _, c := range all {
			once[c.Event]++
			from, to := covers(lanes.Events()[c.Event], c)
			// A hair beyond the edge may count either way.
			in := from+shift < narrow.Width-1e-3 && to+shift > 1e-3
			out := from+shift > narrow.Width+1e-3 || to+shift < -1e-3
			if in && !seen[c.Event] || out && seen[c.Event] {
				t.Fatalf("event %d at %g to %g of %g: in sight %v", c.Event, from+shift, to+shift, narrow.Width, seen[c.Event])
			}
		}
		for _, m := range counted {
			for _, e := range m.Events {
				once[e]++
			}
		}
		for i := range lanes.Events() {
			if once[i] != 1 {
				t.Fatalf("event %d is shown or counted %d times", i, once[i])
			}
		}
		if len(more) > len(counted) {
			t.Fatal("more counts in sight than there are")
		}
	})
}

func TestTheChosenHasARow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := events(t)
		lanes := timeline.NewLanes(all, nil)
		chosen := rapid.SampledFrom(all).Draw(t, "chosen").ID
		lanes.Arrange(math.Exp(rapid.Float64Range(-6, 4).Draw(t, "zoom")), rapid.IntRange(1, 5).Draw(t, "rows"), chosen)
		if i, ok := lanes.Index(chosen); !ok || lanes.Row(i) < 0 {
			t.Fatalf("event %d has no row", chosen)
		}
	})
}

func day(date string) edtf.Day {
	d, err := edtf.Parse(date)
	if err != nil {
		panic(err)
	}
	first, _ := d.Earliest()
	return first
}

func one(id int64, date string) timeline.Event {
	d, err := edtf.Parse(date)
	if err != nil {
		panic(err)
	}
	span, _ := timeline.SpanOf(d)
	return timeline.Event{ID: id, Span: span, Width: 190}
}

func rowsOf(l *timeline.Lanes) map[int64]int {
	rows := map[int64]int{}
	for i, e := range l.Events() {
		rows[e.ID] = l.Row(i)
	}
	return rows
}

func TestCardsStandLikeAStaircase(t *testing.T) {
	all := []timeline.Event{
		one(1, "2021-07-07"), one(2, "2022-10"), one(3, "2023-02-15/2023-02-17"),
		one(4, "2023-02"), one(5, "2023-04-22"), one(6, "2023-04-22"),
	}
	lanes := timeline.NewLanes(all, nil)
	lanes.Arrange(0.8, 6, 0)
	// February as a whole begins before the days in it.
	want := map[int64]int{1: 0, 2: 1, 4: 2, 3: 3, 5: 4, 6: 5}
	if got := rowsOf(lanes); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("rows %v, want %v", got, want)
	}
}

func TestWhatIsAddedMovesNothingThatHasRoom(t *testing.T) {
	all := []timeline.Event{one(1, "2020"), one(2, "2021-03"), one(3, "2022"), one(4, "2023"), one(5, "2024")}
	before := timeline.NewLanes(all, nil)
	before.Arrange(0.8, 4, 0)
	old := rowsOf(before)
	after := timeline.NewLanes(append(all, one(6, "2021-01")), before)
	after.Arrange(0.8, 4, 0)
	got := rowsOf(after)
	for id, row := range old {
		if got[id] != row {
			t.Errorf("event %d moved from row %d to %d", id, row, got[id])
		}
	}
	if got[6] < 0 {
		t.Error("what was added has no row")
	}
	gone := timeline.NewLanes(all[1:], after)
	gone.Arrange(0.8, 4, 0)
	for id, row := range rowsOf(gone) {
		if row != old[id] {
			t.Errorf("event %d moved to row %d when another went", id, row)
		}
	}
}

func TestOrderOfComingDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := events(t)
		one := timeline.NewLanes(all, nil)
		slices.Reverse(all)
		other := timeline.NewLanes(all, nil)
		for _, l := range []*timeline.Lanes{one, other} {
			l.Arrange(1.5, 5, 0)
		}
		if a, b := rowsOf(one), rowsOf(other); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Fatalf("%v and %v", a, b)
		}
	})
}

func TestLongBarsLeaveRoom(t *testing.T) {
	var all []timeline.Event
	for i := range int64(10) {
		all = append(all, one(i+1, "19XX"))
	}
	all = append(all, one(20, "1950-06-01"))
	lanes := timeline.NewLanes(all, nil)
	lanes.Arrange(1, 6, 0)
	long := 0
	for i, e := range lanes.Events() {
		if e.ID < 20 && lanes.Row(i) >= 0 {
			long++
		}
	}
	if at, _ := lanes.Index(20); long != 3 || lanes.Row(at) < 0 {
		t.Errorf("%d long bars in six rows, the day in row %d", long, lanes.Row(at))
	}
}

func TestACardStaysWhileItsBarIsInSight(t *testing.T) {
	lanes := timeline.NewLanes([]timeline.Event{one(1, "2020/2023")}, nil)
	s := timeline.Scale{Start: float64(day("2021-06-01")), PerDay: 2, Width: 900}
	lanes.Arrange(s.PerDay, 3, 0)
	cards, _ := lanes.In(s, nil, nil)
	if len(cards) != 1 || cards[0].X < 0 || cards[0].BarFrom >= 0 {
		t.Errorf("in the middle of its bar: %+v", cards)
	}
	s.Start = float64(day("2023-12-01"))
	if cards, _ = lanes.In(s, nil, nil); len(cards) != 1 || cards[0].X+cards[0].Width > cards[0].BarTo+1e-6 {
		t.Errorf("at the end of its bar: %+v", cards)
	}
}

// crowd is an archive of thirty years, with the crowds that news has.
func crowd(count int) []timeline.Event {
	random := rand.New(rand.NewPCG(1, 2))
	all := make([]timeline.Event, count)
	for i := range all {
		first := edtf.Day(random.Int64N(11_000))
		if i%3 == 0 {
			first = edtf.Day(9000 + int64(random.NormFloat64()*200))
		}
		all[i] = timeline.Event{ID: int64(i + 1), Span: timeline.Span{First: first, Last: first}, Width: 190 + float64(random.IntN(90))}
		if i%10 == 0 {
			all[i].Last += edtf.Day(random.IntN(400))
		}
	}
	return all
}

func BenchmarkZoom10000(b *testing.B) {
	lanes := timeline.NewLanes(crowd(10_000), nil)
	s := timeline.Scale{Start: 5000, PerDay: 0.1, Width: 1200}
	var cards []timeline.Card
	var more []timeline.More
	i := 0
	for b.Loop() {
		i++
		s.PerDay = math.Exp(float64(i%100)/14 - 3)
		lanes.Arrange(s.PerDay, 8, 0)
		cards, more = lanes.In(s, cards[:0], more[:0])
	}
}

func BenchmarkPan10000(b *testing.B) {
	lanes := timeline.NewLanes(crowd(10_000), nil)
	s := timeline.Scale{Start: 5000, PerDay: 1, Width: 1200}
	var cards []timeline.Card
	var more []timeline.More
	for b.Loop() {
		s = s.Pan(-7)
		lanes.Arrange(s.PerDay, 8, 0)
		cards, more = lanes.In(s, cards[:0], more[:0])
	}
}

func BenchmarkNewLanes10000(b *testing.B) {
	all := crowd(10_000)
	slices.SortFunc(all, func(a, b timeline.Event) int { return cmp.Compare(a.ID, b.ID) })
	for b.Loop() {
		timeline.NewLanes(all, nil)
	}
}
