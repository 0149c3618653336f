package overview_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/graph"
	"cuttings/app/look"
	"cuttings/app/overview"
	"cuttings/app/session"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

func openGraph(t *testing.T, palette look.Palette) *desk {
	t.Helper()
	d := open(t, palette, func(s *session.Session) session.Page { return overview.NewGraph(s) })
	d.show(session.Place{View: session.Graph})
	return d
}

// net is the page's.
func (d *desk) net() *graph.Net {
	d.t.Helper()
	for _, o := range test.LaidOutObjects(d.Object()) {
		if net, ok := o.(*graph.Net); ok {
			return net
		}
	}
	d.t.Fatal("there is no net")
	return nil
}

func (d *desk) place(name string) plane.Point {
	d.t.Helper()
	at, ok := d.net().Places()[int64(d.ids[name])]
	if !ok {
		d.t.Fatalf("%s has no place", name)
	}
	return at
}

func TestGraphShowsWhoIsNamedWithWhom(t *testing.T) {
	for _, palette := range look.Palettes() {
		d := openGraph(t, palette)
		d.picture("graph-page-" + string(palette))
		if got, want := d.Status(), "5 names · 9 links"; got != want {
			t.Errorf("status %q, want %q", got, want)
		}
		d.says("Ada Lind", "Carla Monti", "Turin", "Ada Lind – Boris Kern", "2 articles · 2 paragraphs · 1 event", "People", "Events")
		d.place("Carla Monti")
	}
}

func TestChosenNameAndItsTies(t *testing.T) {
	d := openGraph(t, look.Light)
	d.key(fyne.KeyDown) // the first of those named most
	d.says("Person · 2 articles · seen with 4 others", "Seen with")
	d.tap("Boris Kern")
	d.says("Together", "Ada Lind received Boris Kern")
	d.Focus()
	d.key(fyne.KeyEscape, fyne.KeyEscape)
	d.says("Strongest links")
	d.key(fyne.KeyDown)
	d.tap("Its timeline")
	if place := d.last(); place.View != session.Timeline || place.With != d.ids["Ada Lind"] {
		t.Errorf("its timeline is at %+v", place)
	}
}

func TestTieShowsItsPassages(t *testing.T) {
	d := openGraph(t, look.Light)
	d.tap("Ada Lind – Boris Kern")
	d.says("Together", "Ada Lind received Boris Kern", "Ada Lind spoke with Boris Kern", "They met · 24 Apr 2023", "Meeting in Turin")
	d.tap("Open the passage")
	place := d.last()
	if place.Item != d.ids["They met again"] || place.At.Start != len("In Turin, ") {
		t.Errorf("the passage opens %+v", place)
	}
	if a, b, ok := d.net().ChosenEdge(); !ok || a != d.ids["Ada Lind"] || b != d.ids["Boris Kern"] {
		t.Error("the line does not stand out in the net")
	}
}

func TestGraphIsNarrowed(t *testing.T) {
	d := openGraph(t, look.Light)
	d.tap("Places")
	if got := d.last().Kinds; got != "person,organisation,event" {
		t.Errorf("without places the kinds are %q", got)
	}
	if _, there := d.net().Places()[int64(d.ids["Turin"])]; there {
		t.Error("a place is there still")
	}
	d.typed("3")
	if d.last().Kinds != "" {
		t.Errorf("with places the kinds are %q", d.last().Kinds)
	}
	d.typed("s")
	d.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	d.silent("Carla Monti")                                        // shares one article with each
	if got, want := d.Status(), "4 names · 6 links"; got != want { // the meeting is told by two articles, too
		t.Errorf("status %q, want %q", got, want)
	}
	d.show(session.Place{View: session.Graph, With: d.ids["Turin"], Kinds: string(notes.KindPerson)})
	d.says("Around Turin ▾", "Carla Monti")
	d.place("Turin") // who all is about stays
}

func TestGraphStaysAsItIs(t *testing.T) {
	d := openGraph(t, look.Light)
	unsubscribe := d.s.Book.Subscribe(func(change notes.Change) { d.do <- func() { d.Changed(change) } })
	defer unsubscribe()
	before := d.net().Places()
	if _, err := d.s.Book.AddNote(t.Context(), "A note", "that names nobody"); err != nil {
		t.Fatal(err)
	}
	d.settle()
	for id, at := range d.net().Places() {
		if before[id] != at {
			t.Errorf("%d moved from %v to %v by a note", id, before[id], at)
		}
	}
	added := article{"A fourth", "2023-07-01", "Ada Lind and Dora Weiss agree."}
	if _, err := d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Dora Weiss"}}); err != nil {
		t.Fatal(err)
	}
	d.s.Book.Collect(t.Context(), added, []notes.Input{{Name: added.title}}, notes.CollectOptions{}, nil)
	d.settle()
	d.says("Dora Weiss")
	for id, at := range before {
		now := d.net().Places()[id]
		if dx, dy := now.X-at.X, now.Y-at.Y; dx*dx+dy*dy > plane.EdgeLength*plane.EdgeLength {
			t.Errorf("%d moved from %v to %v as another joined", id, at, now)
		}
	}
}

func TestMatrix(t *testing.T) {
	d := openGraph(t, look.Light)
	d.typed("m")
	if !d.last().Table {
		t.Fatalf("M goes to %+v", d.last())
	}
	d.picture("graph-page-matrix")
	d.says("Matrix  ·  Who with whom  ·  5 names", "In clusters ▾")
	d.key(fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn)
	d.says("Together")
	d.typed("o")
	d.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	d.says("By name ▾")
	d.Commands()[len(d.Commands())-1].Do()
	if got := d.written(".csv"); !strings.HasPrefix(got, ",Ada Lind,Boris Kern,Carla Monti,Meeting in Turin,Turin") {
		t.Errorf("the matrix is written as %q", got)
	}
}

func TestGraphIsWritten(t *testing.T) {
	d := openGraph(t, look.Light)
	for _, command := range d.Commands() {
		if session.CommandKeys(command) == "Ctrl+Shift+E" {
			command.Do()
		}
	}
	for ending, want := range map[string]string{".png": "\x89PNG", ".svg": "Carla Monti", ".graphml": "<graphml", ".csv": "Boris Kern"} {
		if got := d.written(ending); !strings.Contains(got, want) {
			t.Errorf("%s: %.60q has no %q", ending, got, want)
		}
	}
}

// Who takes part in an event is there with it, though no article names them.
func TestGraphShowsEventsWithWhoTookPart(t *testing.T) {
	d := open(t, look.Light, func(s *session.Session) session.Page { return overview.NewGraph(s) })
	for name, kind := range map[string]notes.Kind{"Dora Weiss": notes.KindPerson, "Emil Frey": notes.KindPerson} {
		made, err := d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: kind, Title: name}})
		d.must(err)
		d.ids[name] = made.ID
	}
	call, err := d.s.Book.AddEntity(t.Context(), notes.Entity{
		Item:         notes.Item{Kind: notes.KindEvent, Title: "A phone call"},
		Participants: []notes.Participant{{Entity: d.ids["Dora Weiss"]}, {Entity: d.ids["Emil Frey"]}},
	})
	d.must(err)
	d.show(session.Place{View: session.Graph})
	if got, want := d.Status(), "8 names · 12 links"; got != want {
		t.Errorf("status %q, want %q", got, want)
	}
	for _, around := range []notes.ID{call.ID, d.ids["Dora Weiss"]} {
		d.show(session.Place{View: session.Graph, With: around})
		if got, want := d.Status(), "3 names · 3 links"; got != want {
			t.Errorf("around %d: status %q, want %q", around, got, want)
		}
	}
	d.tap("Dora Weiss – A phone call")
	d.says("Together", "1 event")
	d.show(session.Place{View: session.Graph, Kinds: string(notes.KindPerson)})
	if got, want := d.Status(), "5 names · 4 links"; got != want {
		t.Errorf("without events: status %q, want %q", got, want)
	}
}
