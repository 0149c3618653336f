package timeline_test

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/timeline"
	"cuttings/notes"
	"cuttings/notes/edtf"
	geometry "cuttings/notes/timeline"
)

// shown is a chart in a window, with what it asked for.
type shown struct {
	*timeline.Chart
	t      *testing.T
	window fyne.Window
	asked  []string
}

func (s *shown) ask(format string, arguments ...any) {
	s.asked = append(s.asked, fmt.Sprintf(format, arguments...))
}

// took returns what was asked for since it was called last.
func (s *shown) took() string {
	all := strings.Join(s.asked, ", ")
	s.asked = nil
	return all
}

func show(t *testing.T, palette look.Palette, d timeline.Data) *shown {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(palette))
	s := &shown{t: t}
	s.Chart = timeline.New(timeline.Callbacks{
		OnOpen:   func(id notes.ID) { s.ask("open %d", id) },
		OnChoose: func(id notes.ID) { s.ask("choose %d", id) },
		OnAdd:    func(day edtf.Day) { s.ask("add %s", iso(day)) },
		OnNarrow: func(first, last edtf.Day) { s.ask("narrow %s %s", iso(first), iso(last)) },
		OnWiden:  func() { s.ask("widen") },
		OnMore:   func(ids []notes.ID) { s.ask("more %d", len(ids)) },
		OnKey:    func(key *fyne.KeyEvent) bool { s.ask("key %s", key.Name); return true },
		OnRune:   func(r rune) bool { s.ask("rune %c", r); return true },
	})
	s.window = test.NewTempWindow(t, s.Chart)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(1232, 782))
	s.SetData(d)
	return s
}

func iso(d edtf.Day) string {
	year, month, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}

func date(t testing.TB, written string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(written)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// haiti is what picture and tests show.
func haiti(t testing.TB) timeline.Data {
	d := timeline.Data{Events: []timeline.Event{
		{ID: 1, Title: "Murder of Jovenel Moïse", Date: date(t, "2021-07-07"), Note: "4 sources", Colour: look.RedEdge},
		{ID: 2, Title: "Request to the Security Council", Date: date(t, "2022-10"), Note: "3 sources", Colour: look.GreenEdge},
		{ID: 3, Title: "CARICOM summit, Bahamas", Date: date(t, "2023-02-15/2023-02-17"), Note: "6 sources"},
		{ID: 4, Title: "Canada sends navy vessels", Date: date(t, "2023-02"), Note: "2 sources", Colour: look.BlueEdge},
		{ID: 5, Title: "Call, Mutua–Joly", Date: date(t, "2023-04-22"), Note: "3 sources", Colour: look.YellowEdge},
		{ID: 6, Title: "Kenya’s offer of police", Date: date(t, "2023-04-22"), Note: "5 sources · 2 accounts differ", Colour: look.YellowEdge},
	}}
	// Four years, so that the axis has years as in the design.
	for i, count := range []int{8, 6, 5, 30, 22, 9, 6, 5, 4, 6, 5, 7, 8, 11, 10, 14, 22, 30, 26, 18, 20, 44, 52, 40, 38, 66, 48, 30, 26, 22, 18, 14, 12, 16, 11, 9, 14, 18, 20, 16, 12, 10, 9, 12, 14, 10, 8, 6} {
		d.Months = append(d.Months, timeline.Month{Year: 2021 + i/12, Month: i%12 + 1, Count: count})
	}
	return d
}

// picture writes what the window shows to a file, if a folder for it is named.
func (s *shown) picture(name string) {
	folder := os.Getenv("CUTTINGS_PICTURES")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		s.t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, s.window.Canvas().Capture()); err != nil {
		s.t.Fatal(err)
	}
}

// words returns the texts that are drawn, in the order of drawing.
func (s *shown) words() []string {
	var words []string
	for _, o := range test.LaidOutObjects(s.Chart) {
		if text, ok := o.(*canvas.Text); ok {
			words = append(words, text.Text)
		}
	}
	return words
}

// at returns where words are drawn.
func (s *shown) at(words string) fyne.Position {
	s.t.Helper()
	for _, o := range test.LaidOutObjects(s.Chart) {
		if text, ok := o.(*canvas.Text); ok && text.Text == words {
			return text.Position().AddXY(2, 4)
		}
	}
	s.t.Fatalf("%q is not drawn; there are %q", words, s.words())
	return fyne.Position{}
}

// year returns where the line of a year is.
func (s *shown) year(year int) float32 {
	s.t.Helper()
	for _, words := range []string{fmt.Sprint(year), fmt.Sprint("Jan ", year)} {
		if slices.Contains(s.words(), words) {
			return s.at(words).X - 2 - geometry.TickPadding
		}
	}
	s.t.Fatalf("the axis does not say %d: %q", year, s.words())
	return 0
}

func (s *shown) says(words string) bool {
	return slices.ContainsFunc(s.words(), func(said string) bool { return strings.Contains(said, words) })
}

func (s *shown) press(at fyne.Position) {
	s.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func (s *shown) letGo(at fyne.Position) {
	s.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
}

func (s *shown) click(at fyne.Position) {
	s.press(at)
	s.letGo(at)
}

func (s *shown) drag(from, to fyne.Position) {
	s.press(from)
	by := to.Subtract(from)
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(by.X, by.Y)})
	s.letGo(to)
	s.DragEnd()
}

func (s *shown) wheel(at fyne.Position, dx, dy float32) {
	s.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(dx, dy)})
}

func (s *shown) keys(names ...fyne.KeyName) {
	for _, name := range names {
		s.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// days returns how many days are in sight, and the first of them.
func (s *shown) days() (count int, first string) {
	from, to := s.Span()
	return int(to-from) + 1, iso(from)
}

func TestFirstDataAreShownWhole(t *testing.T) {
	for _, palette := range look.Palettes() {
		s := show(t, palette, haiti(t))
		s.picture("timeline-" + string(palette))
		for _, words := range []string{
			"2021", "2023", "7 Jul 2021", "Murder of Jovenel Moïse", "15–17 Feb 2023", "5 sources · 2 accounts differ",
			"Articles a month; drag to narrow",
		} {
			if !s.says(words) {
				t.Errorf("%q is not drawn; there are %q", words, s.words())
			}
		}
	}
}

// crowd is thirty years of news.
func crowd(t testing.TB, count int) timeline.Data {
	var d timeline.Data
	for i := range count {
		day := edtf.DayOf(1995, 1, 1) + edtf.Day(i*7919%11000)
		written := iso(day)
		if i%9 == 0 {
			written = written[:7]
		}
		d.Events = append(d.Events, timeline.Event{
			ID: notes.ID(i + 1), Date: date(t, written), Title: fmt.Sprintf("Meeting %d of the contact group", i), Note: "3 sources",
		})
	}
	for i := range 360 {
		d.Months = append(d.Months, timeline.Month{Year: 1995 + i/12, Month: i%12 + 1, Count: 1 + i*37%50})
	}
	return d
}

func TestACrowdIsCountedAndParts(t *testing.T) {
	s := show(t, look.Dark, crowd(t, 3000))
	s.picture("timeline-crowd")
	if !s.says(" more") {
		t.Fatalf("nothing is counted: %q", s.words())
	}
	before, _ := s.days()
	for _, words := range s.words() {
		if strings.HasSuffix(words, " more") {
			s.click(s.at(words))
			break
		}
	}
	if now, _ := s.days(); now >= before {
		t.Errorf("a click on a count shows %d days, before it was %d", now, before)
	}
	s.picture("timeline-parted")
	s.window.Canvas().Focus(s.Chart)
	for range 20 {
		s.keys(fyne.KeyDown)
		if !s.says(fmt.Sprintf("Meeting %d of the contact group", s.Chosen()-1)) {
			t.Fatalf("event %d is chosen and not drawn", s.Chosen())
		}
	}
}

func TestWhatCannotBePartedIsTold(t *testing.T) {
	var d timeline.Data
	for i := range 40 {
		d.Events = append(d.Events, timeline.Event{ID: notes.ID(i + 1), Title: "Vote", Date: date(t, "2023-04-22")})
	}
	s := show(t, look.Light, d)
	for _, words := range s.words() {
		if strings.HasSuffix(words, " more") {
			s.click(s.at(words))
		}
	}
	if got := s.took(); got != "more 32" {
		t.Errorf("asked for %s", got)
	}
}

func TestDoubtAndOpenEnds(t *testing.T) {
	var d timeline.Data
	for i, written := range []string{"2021/2022", "2021?/2022?", "2021~", "2021%", "../2022-03", "2021-06/..", "2021-09/", "199X"} {
		d.Events = append(d.Events, timeline.Event{ID: notes.ID(i + 1), Title: written, Date: date(t, written), Note: "as it is written"})
	}
	d.Events = append(d.Events, timeline.Event{ID: 99, Title: "nobody knows"})
	s := show(t, look.Light, d)
	s.SetSpan(date0(t, "2020-06"), date0(t, "2023-06"))
	s.picture("timeline-doubt")
	if s.Drawn() != 8 || s.says("nobody knows") {
		t.Errorf("%d are drawn, with %q", s.Drawn(), s.words())
	}
	s.Choose(99)
	if s.Chosen() != 0 {
		t.Error("an event that is not drawn was chosen")
	}
}

func TestNewDataKeepsTheSight(t *testing.T) {
	d := haiti(t)
	s := show(t, look.Light, d)
	s.SetSpan(date0(t, "2022-06"), date0(t, "2023-12"))
	count, first := s.days()
	s.Choose(5)
	before := s.at("Kenya’s offer of police")
	d.Events = append([]timeline.Event{{ID: 7, Title: "Vote", Date: date(t, "2022-12-02")}}, d.Events...)
	s.SetData(d)
	if now, from := s.days(); now != count || from != first {
		t.Errorf("%d days from %s, before it was %d from %s", now, from, count, first)
	}
	if after := s.at("Kenya’s offer of police"); after != before {
		t.Errorf("what was added moved another from %v to %v", before, after)
	}
	if s.Chosen() != 5 || !s.says("Vote") {
		t.Errorf("chosen %d, drawn %q", s.Chosen(), s.words())
	}
	d.Events = d.Events[:5]
	s.SetData(d)
	if s.Chosen() != 0 {
		t.Error("what is gone is still chosen")
	}
}

func TestEmptyChartSaysWhatBelongsThere(t *testing.T) {
	s := show(t, look.Light, timeline.Data{})
	s.picture("timeline-empty")
	if !s.says("Double-click a day, or press Insert, to add one") {
		t.Errorf("drawn %q", s.words())
	}
	s.keys(fyne.KeyDown, fyne.KeyReturn, fyne.KeyHome)
	s.SetData(haiti(t))
	if !s.says("Murder of Jovenel Moïse") {
		t.Error("the first data are not shown")
	}
}

func TestSmallestSize(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	s.window.Resize(s.MinSize())
	s.Fit()
	s.picture("timeline-small")
	if !s.says("Murder of Jovenel Moïse") {
		t.Errorf("drawn %q", s.words())
	}
}

// A year whose words would be cut off at the right is not written.
func TestNoYearIsCutOff(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	for width := float32(320); width < 900; width += 11 {
		s.window.Resize(fyne.NewSize(width, 500))
		s.Fit()
		for _, o := range test.LaidOutObjects(s.window.Content()) {
			words, ok := o.(*canvas.Text)
			if !ok || len(words.Text) != len("2023") || strings.Trim(words.Text, "0123456789") != "" {
				continue
			}
			if end := words.Position().X + words.MinSize().Width; end > width {
				t.Errorf("%g wide: %s ends at %g", width, words.Text, end)
			}
		}
	}
}

// What was fitted stays in sight in a smaller window, until it is zoomed or panned.
func TestEverythingStaysInSight(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	large, small := fyne.NewSize(1232, 782), fyne.NewSize(480, 500)
	s.Fit()
	s.window.Resize(small)
	first, last := s.Span()
	if s.Fit(); !s.spans(first, last) {
		t.Errorf("%s to %s is in sight, which is not everything", iso(first), iso(last))
	}
	s.window.Resize(large)
	s.SetScale(timeline.Months)
	first, last = s.Span()
	middle := first + (last-first)/2
	s.window.Resize(small)
	if f, l := s.Span(); l-f >= last-first || f+(l-f)/2 < middle-2 || f+(l-f)/2 > middle+2 {
		t.Errorf("the middle of %s to %s does not stay in %s to %s", iso(first), iso(last), iso(f), iso(l))
	}
}

func (s *shown) spans(first, last edtf.Day) bool {
	f, l := s.Span()
	return f == first && l == last
}
