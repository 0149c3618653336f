package desktop

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/session"
	"cuttings/notes"
)

func TestTimelineAndGraphTakeTheRoomOfTheList(t *testing.T) {
	o := open(t)
	o.list.Step(1)
	for keys, want := range map[string]struct {
		view   session.View
		status string
	}{
		"Ctrl+Shift+L": {session.Timeline, "9 events"}, "Ctrl+Shift+G": {session.Graph, "36 names"},
	} {
		o.press(keys)
		o.until("the "+string(want.view)+" is shown", func() bool { return strings.HasPrefix(o.status.right.Words(), want.status) })
		if o.place.View != want.view || o.fitted.list != 0 {
			t.Errorf("%s: %s is shown beside a list of %g", keys, o.place.View, o.fitted.list)
		}
		if id := o.item(); id != 0 {
			t.Errorf("%s: commands would be about %s of the hidden list", keys, id)
		}
	}
}

func TestAnEntityLeadsToItsTimelineAndGraph(t *testing.T) {
	o := open(t)
	haiti := o.named("Haiti")
	o.window.open(session.Place{Item: haiti.ID, Kind: haiti.Kind})
	o.plainRune('t')
	if o.place != (session.Place{View: session.Timeline, With: haiti.ID}) {
		t.Fatalf("T goes to %+v", o.place)
	}
	o.step(-1)
	if o.place.Item != haiti.ID {
		t.Fatalf("back leads to %+v", o.place)
	}
	o.plainRune('w')
	o.until("the graph is narrowed", func() bool { return strings.HasPrefix(o.status.right.Words(), "23 names") })
	o.step(-1)
	o.step(1)
	if o.place.With != haiti.ID {
		t.Errorf("forward leads to %+v", o.place)
	}
	event := o.named("Resolution 2699")
	o.window.open(session.Place{Item: event.ID, Kind: notes.KindEvent})
	o.plainRune('t')
	if o.place.View == session.Timeline {
		t.Error("an event has a timeline of its own")
	}
}

// What the menu says of exporting is found behind ">", whichever page it is of.
func TestExportingIsFoundAmongCommands(t *testing.T) {
	o := open(t)
	for _, test := range []struct{ keys, typed, want string }{
		{"Ctrl+Shift+L", ">export", "Export for TimelineJS…"},
		{"Ctrl+Shift+L", ">picture", "Export as PNG…"},
		{"Ctrl+Shift+G", ">export", "Export as GraphML…"},
		{"Ctrl+Shift+G", ">picture", "Export as SVG…"},
	} {
		o.press(test.keys)
		if !o.offered(test.typed, test.want) {
			t.Errorf("%s: %q is not found by %q", test.keys, test.want, test.typed)
		}
	}
}

// offered says whether quick find offers something for what is typed.
func (o *opened) offered(typed, want string) bool {
	o.openFind()
	defer o.pressed(fyne.KeyEscape)
	test.Type(o.s.Window.Canvas().Focused(), typed)
	return slices.ContainsFunc(test.LaidOutObjects(o.s.Window.Canvas().Overlays().Top()), func(object fyne.CanvasObject) bool {
		words, ok := object.(interface{ AccessibilityLabel() string })
		return ok && strings.Contains(words.AccessibilityLabel(), want)
	})
}

// A command that is not to be had here is said to be elsewhere, and where.
func TestCommandsOfOtherPagesAreNamed(t *testing.T) {
	o := open(t)
	o.window.open(session.Place{View: session.Inbox})
	o.settled()
	for _, want := range []struct{ typed, says string }{
		{">picture", "“Export as PNG…” is there on the timeline."},
		{">picture", "is there on the graph."},
		{">history", "“What changed since the capture before” is there on an article."},
		{">history", "“History of merges” is there on what another was merged into."},
		{">bold", "“Bold” is there on a note."},
	} {
		if !o.offered(want.typed, want.says) {
			t.Errorf("%s: it is not said that %s", want.typed, want.says)
		}
	}
	if o.offered(">nonesuch", "is there") || o.offered(">export", "is there") {
		t.Error("a command is said to be elsewhere that is nowhere, or here")
	}
	o.window.open(session.Place{Item: o.named("Kenya offers to lead a force in Haiti").ID, Kind: notes.KindArticle})
	o.settled()
	if o.offered(">history", "is there") || !o.offered(">history", "What changed since the capture before") {
		t.Error("an article's earlier captures are not found by its history")
	}
}

// An entity that took in another has its history among the commands, which shows the
// inspector if it is hidden.
func TestHistoryIsFoundAmongCommands(t *testing.T) {
	o := open(t)
	var ids []notes.ID
	for _, name := range []string{"Ada Byron", "Ada Lovelace"} {
		made, err := o.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: name}})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, made.ID)
	}
	o.open(session.Place{Item: ids[0], Kind: notes.KindPerson})
	o.settled()
	if !o.offered(">history", "“History of merges” is there on what another was merged into.") {
		t.Error("a history is offered where there is none")
	}
	if err := o.s.Book.Merge(t.Context(), ids[0], ids[1], notes.EntityUpdate{}); err != nil {
		t.Fatal(err)
	}
	o.until("the history is read", func() bool { return o.pages.entity.HasHistory() })
	if !o.offered(">history", "History of merges") || !o.offered(">history", "Part again: Ada Lovelace") {
		t.Error("the history is not found")
	}
	o.set.HideInspector = true
	o.run("History of merges")
	if o.set.HideInspector {
		t.Error("the inspector stays hidden")
	}
}

func TestTimelineIsSaved(t *testing.T) {
	o := open(t)
	o.press("Ctrl+Shift+L")
	o.until("the timeline is shown", func() bool { return o.status.right.Words() == "9 events" })
	file := filepath.Join(t.TempDir(), "timeline.svg")
	o.run("Export as SVG…")
	field, ok := o.s.Window.Canvas().Focused().(interface{ SetText(string) })
	if !ok {
		t.Fatal("no name is asked for")
	}
	field.SetText(file)
	o.pressed(fyne.KeyReturn)
	o.until("it is written", func() bool { return strings.Contains(o.status.left.Words(), file) })
	if written, err := os.ReadFile(file); err != nil || !strings.Contains(string(written), "<svg") {
		t.Errorf("%v: %.40q was written", err, written)
	}
}
