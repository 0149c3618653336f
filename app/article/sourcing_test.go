package article

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"cuttings/app/parts"
	"cuttings/notes"
	"cuttings/notes/text"
)

// fill types into the field that has the keyboard, in place of what is there.
func (d *desk) fill(words string) {
	d.t.Helper()
	field, ok := d.s.Window.Canvas().Focused().(*parts.Field)
	if !ok || len(field.Text) == 1 {
		d.t.Fatalf("%T has the keyboard, not a field, or the key that led to it was typed into it", d.s.Window.Canvas().Focused())
	}
	field.SetText(words)
	d.drain()
}

func (d *desk) sources(event notes.ID) []notes.Source {
	d.t.Helper()
	sources, err := d.s.Book.Sources(d.t.Context(), event)
	if err != nil {
		d.t.Fatal(err)
	}
	return sources
}

// told is what the card of the only highlight says it is a source of.
func (d *desk) tells() string {
	var b strings.Builder
	for _, row := range d.inspector.all {
		for _, run := range d.inspector.tells(row) {
			b.WriteString(run.Words)
		}
	}
	return b.String()
}

// A highlight becomes a source of an event that is found by name, and of a new
// one, gives its own account, and is no source any more, all by keyboard.
func TestSourceOfAnEvent(t *testing.T) {
	var event notes.Entity
	d := decide(t, callStory, func(d *desk) {
		var err error
		if event, err = d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "A call"}}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.s.Book.AddHighlight(t.Context(), notes.NewHighlight{Article: d.article, Range: text.Range{Start: 0, End: 20}, Colour: notes.Blue}); err != nil {
			t.Fatal(err)
		}
	})
	enter := string(fyne.KeyReturn)
	d.until("the highlight is there", func() bool { return len(d.inspector.all) == 1 })
	d.Focus()
	d.choose(d.reading.Highlights[0].ID)

	d.press("O", "A")
	d.fill("call")
	d.press(enter)
	d.until("its card says so", func() bool { return d.tells() == "Source of A call" })

	d.press("O", enter)
	d.fill("2023-04-23")
	d.press(enter)
	d.until("it says so otherwise", func() bool { return d.tells() == "Source of A call, but says 23 April 2023" })
	if sources := d.sources(event.ID); len(sources) != 1 || sources[0].Date != "2023-04-23" {
		t.Errorf("the sources are %+v", sources)
	}

	d.press("O", "N")
	d.fill("An answer")
	d.press(enter)
	d.until("it is a source of both", func() bool { return strings.Contains(d.tells(), "\nSource of An answer") })

	d.press("O", string(fyne.KeyDelete))
	d.until("it is a source of one", func() bool { return d.tells() == "Source of An answer" })
	if sources := d.sources(event.ID); len(sources) != 0 {
		t.Errorf("the sources are %+v", sources)
	}
	d.press("O", string(fyne.KeyEscape))
	if focused := d.s.Window.Canvas().Focused(); focused != fyne.Focusable(d.page) {
		t.Errorf("%T has the keyboard after all", focused)
	}
}
