package overview_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/overview"
	"cuttings/app/session"
	"cuttings/app/timeline"
	"cuttings/notes"
)

func openTimeline(t *testing.T, palette look.Palette) *desk {
	t.Helper()
	d := open(t, palette, func(s *session.Session) session.Page { return overview.NewTimeline(s) })
	d.show(session.Place{View: session.Timeline})
	return d
}

// chart is the page's.
func (d *desk) chart() *timeline.Chart {
	d.t.Helper()
	for _, o := range test.LaidOutObjects(d.Object()) {
		if chart, ok := o.(*timeline.Chart); ok {
			return chart
		}
	}
	d.t.Fatal("there is no chart")
	return nil
}

func TestTimelineShowsEvents(t *testing.T) {
	for _, palette := range look.Palettes() {
		d := openTimeline(t, palette)
		d.picture("timeline-page-" + string(palette))
		d.says("Meeting in Turin", "2 sources · 1 account differs", "Strike at the docks", "no source yet", "Everyone ▾", "All articles ▾")
		if got, want := d.Status(), "2 events · 1 without a date"; got != want {
			t.Errorf("status %q, want %q", got, want)
		}
	}
}

func TestChosenEventIsDescribedAndOpened(t *testing.T) {
	d := openTimeline(t, look.Light)
	d.key(fyne.KeyDown, fyne.KeyDown)
	d.says("22 April 2023", "Turin", "Ada Lind (host)", "Ada Lind received Boris Kern", "Here: 23 April 2023", "They met again · The Gazette · 2 Jun 2023")
	d.tap("Open the passage")
	if place := d.last(); place.Item != d.ids["They met"] || place.Mark == 0 {
		t.Errorf("the passage opens %+v", place)
	}
	d.Focus()
	d.key(fyne.KeyReturn)
	if place := d.last(); place.Item != d.ids["Meeting in Turin"] || place.Kind != notes.KindEvent {
		t.Errorf("Enter opens %+v", place)
	}
}

func TestUndatedEventsAreListed(t *testing.T) {
	d := openTimeline(t, look.Light)
	for _, o := range test.LaidOutObjects(d.Inspector()) {
		if tabs, ok := o.(interface{ Choose(int) }); ok {
			tabs.Choose(1)
		}
	}
	d.says("Without a date 1", "A quarrel")
	d.silent("What is known of an event")
}

func TestTimelineIsNarrowedByKeys(t *testing.T) {
	d := openTimeline(t, look.Light)
	d.typed("p")
	d.key(fyne.KeyDown, fyne.KeyReturn)
	if d.last().With == 0 {
		t.Error("the first name of the menu does not narrow")
	}
	d.typed("a")
	d.typed("s")
	d.key(fyne.KeyDown, fyne.KeyReturn)
	if place := d.last(); place.Least != 1 {
		t.Fatalf("narrowed to %+v", place)
	}
	d.says("At least 1 source ▾", "Meeting in Turin")
	d.silent("Strike at the docks")
	d.typed("a")
	if d.last() != (session.Place{View: session.Timeline}) {
		t.Errorf("A goes to %+v", d.last())
	}
	d.says("Strike at the docks")
}

func TestTimelineOfWhatAPlaceSays(t *testing.T) {
	d := openTimeline(t, look.Light)
	tags, _, err := d.s.Book.Items(t.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindTag}})
	d.must(err)
	for _, place := range []session.Place{{With: d.ids["Boris Kern"]}, {With: d.ids["Turin"]}, {Tagged: tags[0].ID}} {
		place.View = session.Timeline
		d.show(place)
		d.says("Meeting in Turin")
		d.silent("Strike at the docks")
		if got := d.Status(); got != "1 event" {
			t.Errorf("%+v: status %q", place, got)
		}
	}
	d.says("talks ▾")
	d.show(session.Place{View: session.Timeline, With: d.ids["Carla Monti"]})
	d.says("Carla Monti ▾", "Press Escape, then A, to see all.")
}

func TestHistogramNarrowsEvents(t *testing.T) {
	d := openTimeline(t, look.Light)
	chart := d.chart()
	first, last := chart.Span()
	chart.SetSpan(last-(last-first)/3, last)
	d.typed("n") // to what is in sight
	if got, want := d.Status(), "1 of 2 events · 1 without a date"; got != want {
		t.Errorf("status %q, want %q", got, want)
	}
	chart.Fit()
	d.silent("Strike at the docks")
	d.key(fyne.KeyEscape)
	if got, want := d.Status(), "2 events · 1 without a date"; got != want {
		t.Errorf("Escape leads to %q, want %q", got, want)
	}
	d.key(fyne.KeyHome)
	d.says("Strike at the docks")
}

func TestEventIsAddedOnADay(t *testing.T) {
	d := openTimeline(t, look.Light)
	d.key(fyne.KeyInsert)
	for _, r := range "Another day" {
		d.window.Canvas().Focused().TypedRune(r)
	}
	d.key(fyne.KeyReturn)
	if got, want := d.Status(), "3 events · 1 without a date"; got != want {
		t.Fatalf("status %q, want %q", got, want)
	}
	made, err := d.s.Book.Resolve(t.Context(), "Another day")
	d.must(err)
	if d.chart().Chosen() != made.ID {
		t.Error("the new event is not chosen")
	}
}

// The scale that was chosen is the one that is shown, and the bold one.
func TestChosenScaleIsTheOneShown(t *testing.T) {
	d := openTimeline(t, look.Light)
	for scale, words := range []string{"Years", "Months", "Days"} {
		d.tap(words)
		if got := d.chart().Scale(); got != timeline.Scale(scale) {
			t.Errorf("after %q scale %d is shown", words, got)
		}
		for _, o := range test.LaidOutObjects(d.Object()) {
			said, ok := o.(*canvas.Text)
			if ok && said.FontSource == look.Semibold.Resource() && strings.Contains("Years Months Days", said.Text) && said.Text != words {
				t.Errorf("after %q %q is bold", words, said.Text)
			}
		}
	}
}

func TestTimelineFollowsChanges(t *testing.T) {
	d := openTimeline(t, look.Light)
	unsubscribe := d.s.Book.Subscribe(func(change notes.Change) { d.do <- func() { d.Changed(change) } })
	defer unsubscribe()
	before, _ := d.chart().Span()
	date := "2022-03"
	d.must(d.s.Book.EditEntity(context.Background(), d.ids["A quarrel"], notes.EntityUpdate{Date: &date}))
	d.settle()
	d.says("A quarrel", "Mar 2022")
	if now, _ := d.chart().Span(); now != before {
		t.Error("other days came into sight")
	}
}

func TestDeleteDoesNotReachTheHiddenList(t *testing.T) {
	d := openTimeline(t, look.Light)
	d.s.Key = func(e *fyne.KeyEvent) bool { t.Errorf("the window got %s", e.Name); return true }
	d.key(fyne.KeyDelete)
}

func TestTimelineIsWritten(t *testing.T) {
	d := openTimeline(t, look.Light)
	for _, command := range d.Commands() {
		if session.CommandKeys(command) == "Ctrl+Shift+E" {
			command.Do()
		}
	}
	for ending, want := range map[string]string{
		".png": "\x89PNG", ".svg": "Meeting in Turin", ".csv": "Turin,Ada Lind (host); Boris Kern,2,They met; They met again,", ".json": `"start_date"`,
	} {
		if got := d.written(ending); !strings.Contains(got, want) {
			t.Errorf("%s: %.60q has no %q", ending, got, want)
		}
	}
	if _, err := d.saving.Prepare(".doc"); err == nil {
		t.Error("an unknown ending is written")
	}
}

func TestTimelineHasTheKeyboardAfterAMenu(t *testing.T) {
	d := openTimeline(t, look.Light)
	d.window.Canvas().Unfocus() // as pressing the mouse on the bar does
	d.tap("Everyone ▾")
	d.key(fyne.KeyEscape)
	if d.window.Canvas().Focused() != fyne.Focusable(d.chart()) {
		t.Fatalf("%T has the keyboard", d.window.Canvas().Focused())
	}
	d.window.Canvas().Unfocus()
	d.tap("Fit")
	if d.window.Canvas().Focused() != fyne.Focusable(d.chart()) {
		t.Errorf("after Fit %T has the keyboard", d.window.Canvas().Focused())
	}
}
