package article

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// In a narrow window the list makes room for what is decided in the inspector.
func TestListMakesRoom(t *testing.T) {
	d := open(t, ready{"first": callStory})
	d.read()
	d.until("something waits", func() bool { return len(d.tab().all) > 0 })
	var opened []session.Place
	room := container.NewStack(d.Object())
	d.s.Window.SetContent(room)
	d.s.Window.Resize(fyne.NewSize(600, 600))
	d.s.Open = func(place session.Place) {
		opened = append(opened, place)
		d.Show(place)
		room.Objects = []fyne.CanvasObject{d.Object()}
		if place.Wide {
			room.Objects = []fyne.CanvasObject{container.NewHSplit(d.Object(), d.Inspector())}
		}
		room.Refresh()
	}
	d.tab().open()
	if len(opened) != 1 || !opened[0].Wide || opened[0].Item != d.article {
		t.Fatalf("opened %+v", opened)
	}
	if d.s.Window.Canvas().Focused() != fyne.Focusable(d.tab().list) || d.tab().chosen().id == "" {
		t.Error("the list of what waits has no keyboard")
	}
}

// The tabs keep their words whatever is counted, in as many lines as they need.
func TestTabsOfTheInspector(t *testing.T) {
	d := decide(t, callStory, nil)
	for width, want := range map[float32]struct {
		lines int
		names string
	}{600: {1, "People & events"}, 318: {2, "People & events"}, 240: {2, "Names"}} {
		d.Inspector().Resize(fyne.NewSize(width, 500))
		words := d.inspector.tabWords(0, 0, 0, 0)
		if lines := d.inspector.tabs.Lines(d.inspector.tabRoom); lines != want.lines || words[tabNames] != want.names {
			t.Errorf("%q in %d lines at %v", words, lines, width)
		}
	}
}

// What changed while another page was shown is seen on coming back.
func TestComingBackMarksAnew(t *testing.T) {
	d := decide(t, callStory, nil)
	d.Leave()
	shown := d.shown
	d.drain()
	d.Page.shown = false // changes reach the page that is in the window only
	add := notes.NewHighlight{Article: d.article, Range: text.Range{Start: 0, End: 20}, Colour: notes.Blue}
	if _, err := d.s.Book.AddHighlight(t.Context(), add); err != nil {
		t.Fatal(err)
	}
	d.drain()
	d.Page.shown = shown
	if len(d.reading.Highlights) != 0 {
		t.Fatal("the page was told")
	}
	d.Show(session.Place{Item: d.article, Kind: notes.KindArticle})
	d.until("the highlight is there", func() bool { return len(d.reading.Highlights) == 1 })
}
