package timeline_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/app/look"
	"cuttings/app/timeline"
	"cuttings/notes/edtf"
)

func TestClickChoosesThenOpens(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	s.click(s.at("Canada sends navy vessels"))
	if got := s.took(); got != "choose 4" {
		t.Errorf("a click asked for %s", got)
	}
	s.click(s.at("Canada sends navy vessels"))
	if got := s.took(); got != "open 4" {
		t.Errorf("a click on the chosen asked for %s", got)
	}
	if s.Chosen() != 4 || !strings.Contains(s.AccessibilityLabel(), "Canada sends navy vessels, Feb 2023") {
		t.Errorf("chosen %d, label %q", s.Chosen(), s.AccessibilityLabel())
	}
	s.picture("timeline-chosen")
	s.click(fyne.NewPos(700, 80))
	if got := s.took(); got != "choose 0" || s.Chosen() != 0 {
		t.Errorf("a click beside all cards asked for %s", got)
	}
}

func TestDoubleClickOnEmptyGroundAdds(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	at := fyne.NewPos(s.year(2022)+1, 480)
	s.click(at)
	s.click(at)
	if got := s.took(); got != "add 2022-01-01" && got != "add 2022-01-02" {
		t.Errorf("asked for %s", got)
	}
	s.click(s.at("Call, Mutua–Joly"))
	s.click(s.at("Call, Mutua–Joly"))
	if got := s.took(); strings.Contains(got, "add") {
		t.Errorf("a double click on a card asked for %s", got)
	}
}

// A hand that trembles makes no drag of a click, and what was answered can be asked
// for again at once.
func TestTremblingClicksAdd(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	_, before := s.days()
	at := fyne.NewPos(s.year(2022)+1, 480)
	for range 2 {
		s.click(at)
		s.drag(at, at.AddXY(3, -2))
		if got := s.took(); !strings.HasPrefix(got, "add 2022-01-0") {
			t.Errorf("asked for %s", got)
		}
	}
	if _, now := s.days(); now != before {
		t.Errorf("the days moved from %s to %s", before, now)
	}
	s.click(at)
	s.drag(at, at.AddXY(40, 0))
	s.click(at.AddXY(0, 1))
	if got := s.took(); strings.Contains(got, "add") {
		t.Errorf("a drag between two clicks asked for %s", got)
	}
}

func TestDoubleClickInTheHistogram(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	y := s.at("Articles a month; drag to narrow").Y - 20
	at := fyne.NewPos(s.year(2022)+1, y)
	s.click(at)
	s.click(at)
	if got := s.took(); !strings.HasPrefix(got, "add 2022-01-0") {
		t.Errorf("asked for %s", got)
	}
	s.drag(fyne.NewPos(s.year(2022)+30, y), fyne.NewPos(s.year(2023)-30, y))
	s.took()
	s.click(at)
	s.click(at)
	if got := s.took(); strings.Contains(got, "add") {
		t.Errorf("taking a narrowing back asked for %s", got)
	}
}

func TestKeysChooseInTime(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	s.window.Canvas().Focus(s.Chart)
	s.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	// February as a whole comes before days in it that begin later.
	if got := s.took(); got != "choose 1, choose 2, choose 4, open 4" {
		t.Errorf("asked for %s", got)
	}
	s.keys(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if got := s.took(); got != "choose 2, choose 1" {
		t.Errorf("asked for %s", got)
	}
	s.SetScale(timeline.Days)
	s.keys(fyne.KeyDown)
	if first, last := s.Span(); first > date0(t, "2022-10-01") || last < date0(t, "2022-10-02") {
		t.Errorf("the chosen is out of sight: %s to %s", iso(first), iso(last))
	}
	if !s.says("Request to the Security Council") {
		t.Error("the chosen card is not drawn")
	}
}

func date0(t *testing.T, written string) edtf.Day {
	day, _ := date(t, written).Earliest()
	return day
}

func TestKeysMoveAndZoom(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	all, first := s.days()
	s.keys(fyne.KeyRight)
	if _, now := s.days(); now <= first {
		t.Errorf("Right shows days from %s, before it was %s", now, first)
	}
	s.keys(fyne.KeyLeft)
	s.TypedRune('+')
	if count, _ := s.days(); count > all*3/4 {
		t.Errorf("+ shows %d of %d days", count, all)
	}
	s.TypedRune('-')
	s.TypedRune('3')
	if count, _ := s.days(); s.Scale() != timeline.Days || count > 60 {
		t.Errorf("3 shows %d days", count)
	}
	s.keys(fyne.KeyHome)
	if count, from := s.days(); count != all || from != first {
		t.Errorf("Home shows %d days from %s, want %d from %s", count, from, all, first)
	}
	s.keys(fyne.KeyInsert, fyne.KeyF5, fyne.KeyEscape)
	s.TypedRune('x')
	if got := s.took(); !strings.HasPrefix(got, "add 202") || !strings.HasSuffix(got, ", key F5, key Escape, rune x") {
		t.Errorf("asked for %s", got)
	}
}

// However far keys zoom, and wherever one was before, an event is in sight.
func TestKeysZoomToAnEvent(t *testing.T) {
	for name, before := range map[string]func(s *shown){
		"everything":      func(*shown) {},
		"an empty middle": func(s *shown) { s.SetSpan(date0(t, "2021-06-01"), date0(t, "2022-11-30")) },
		"nothing":         func(s *shown) { s.SetSpan(date0(t, "2021-10-01"), date0(t, "2022-07-31")) },
		"a right edge":    func(s *shown) { s.SetSpan(date0(t, "2021-09-01"), date0(t, "2022-10-02")) },
		"one chosen":      func(s *shown) { s.Choose(1) },
	} {
		t.Run(name, func(t *testing.T) {
			s := show(t, look.Light, haiti(t))
			before(s)
			for range 16 {
				s.TypedRune('+')
				if !s.inSight() {
					first, last := s.Span()
					t.Fatalf("no event from %s to %s", iso(first), iso(last))
				}
			}
			if chosen := s.Chosen(); chosen != 0 && !s.says("Murder of Jovenel Moïse") {
				t.Error("the chosen event is out of sight")
			}
			for _, scale := range "3213" {
				if s.TypedRune(scale); !s.inSight() {
					t.Errorf("%c shows no event", scale)
				}
			}
		})
	}
}

// Each scale that has a name can be shown, however short or long the time is, and
// has an event in sight.
func TestNamedScalesAreShown(t *testing.T) {
	for name, dates := range map[string][]string{
		"days":          {"2023-04-22", "2023-04-25"},
		"two years":     {"2021-07-07", "2022-10", "2023-04-22"},
		"two millennia": {"-0043-03-15", "1799-11-09", "1848/1849", "2023-04-22"},
	} {
		data := haiti(t)
		data.Events, data.Months = data.Events[:len(dates)], nil
		for i, written := range dates {
			data.Events[i].Date = date(t, written)
		}
		s := show(t, look.Light, data)
		for _, scale := range []timeline.Scale{timeline.Years, timeline.Months, timeline.Days, timeline.Years, timeline.Days, timeline.Months} {
			s.SetScale(scale)
			if got := s.Scale(); got != scale || !s.inSight() {
				first, last := s.Span()
				t.Errorf("%s at scale %d: scale %d from %s to %s, an event in sight: %t", name, scale, got, iso(first), iso(last), s.inSight())
			}
		}
	}
}

// inSight reports whether the beginning of an event’s title is drawn.
func (s *shown) inSight() bool {
	return slices.ContainsFunc(haiti(s.t).Events, func(e timeline.Event) bool {
		return s.says(e.Title) && s.at(e.Title).X >= 0
	})
}

func TestNarrowing(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	caption := s.at("Articles a month; drag to narrow")
	y := caption.Y - 30
	s.drag(fyne.NewPos(s.year(2022)+30, y), fyne.NewPos(s.year(2023)-30, y))
	if got := s.took(); got != "narrow 2022-02-01 2022-11-30" {
		t.Errorf("asked for %s", got)
	}
	s.picture("timeline-narrowed")
	if !s.says("1 Feb 2022 – 30 Nov 2022") {
		t.Errorf("the caption does not say what is narrowed: %q", s.words())
	}
	s.keys(fyne.KeyEscape)
	if _, _, ok := s.Narrowed(); ok || s.took() != "widen" {
		t.Error("Escape does not widen")
	}
	s.TypedRune('n')
	if first, last, ok := s.Narrowed(); !ok || !strings.HasPrefix(s.took(), "narrow "+iso(first)+" "+iso(last)) {
		t.Error("n does not narrow to what is in sight")
	}
	s.click(fyne.NewPos(300, y))
	if _, _, ok := s.Narrowed(); ok || s.took() != "widen" {
		t.Error("a click does not widen")
	}
	s.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(s.year(2022)+5, y)}})
	if !s.says("Jan 2022  ·  8 articles") {
		t.Errorf("the bar under the mouse is not said: %q", s.words())
	}
}

func TestNarrowingToDaysWhereTheyAreWide(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	s.SetSpan(date0(t, "2023-04-10"), date0(t, "2023-04-30"))
	y := s.Size().Height - 60
	width := s.Size().Width / 21
	s.drag(fyne.NewPos(2.5*width, y), fyne.NewPos(4.5*width, y))
	if got := s.took(); got != "narrow 2023-04-12 2023-04-14" {
		t.Errorf("asked for %s", got)
	}
}

func TestMouseMovesTime(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	at := fyne.NewPos(s.year(2022), 90)
	s.wheel(at, 0, 50)
	if x := s.year(2022); x < at.X-1 || x > at.X+1 {
		t.Errorf("2022 was at %g under the mouse, now at %g", at.X, x)
	}
	count, _ := s.days()
	s.Hold(fyne.KeyModifierShift)
	s.wheel(at, 0, -50)
	if x := s.year(2022); x >= at.X-20 {
		t.Errorf("Shift and wheel left 2022 at %g", x)
	}
	s.Hold(0)
	s.wheel(at, 50, 0)
	if x := s.year(2022); x < at.X-1 || x > at.X+1 {
		t.Errorf("sideways and back leaves 2022 at %g, not %g", x, at.X)
	}
	s.drag(fyne.NewPos(300, 90), fyne.NewPos(400, 90))
	if x := s.year(2022); x < at.X+98 || x > at.X+102 {
		t.Errorf("dragged by 100, 2022 came from %g to %g", at.X, x)
	}
	if now, _ := s.days(); now < count-1 || now > count+1 {
		t.Errorf("panning changed the scale: %d days, then %d", count, now)
	}
	if got := s.took(); got != "" {
		t.Errorf("moving asked for %s", got)
	}
}

func TestKeysGoOnFromTheWheel(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	whole, _ := s.Span()
	s.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(500, 200)}, Scrolled: fyne.NewDelta(0, 100)})
	if s.window.Canvas().Focused() != fyne.Focusable(s.Chart) {
		t.Fatal("after the wheel the timeline has not the keyboard")
	}
	if first, _ := s.Span(); first == whole {
		t.Fatal("the wheel does not zoom")
	}
	s.TypedRune('0')
	if first, _ := s.Span(); first != whole {
		t.Errorf("0 shows the time from %d, not from %d", first, whole)
	}
}
