package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// besideByFind opens what quick find finds first beside the page.
func (o *opened) besideByFind(typed string, want notes.Kind) {
	o.t.Helper()
	o.press("Ctrl+K")
	o.typed(typed)
	o.settled()
	o.shortcut(fyne.KeyModifierControl)
	o.until(typed+" is open beside", func() bool { return o.two() && o.window.beside.place.Kind == want })
	o.settled()
}

// shortcut presses Enter with a modifier.
func (o *opened) shortcut(modifier fyne.KeyModifier) {
	o.t.Helper()
	field, ok := o.s.Window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		o.t.Fatal("no field has the keyboard")
	}
	field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: modifier})
}

// settled shows what is to be shown until no work is under way.
func (o *opened) settled() {
	works := []*session.Work{o.s.Work}
	if o.beside != nil {
		works = append(works, o.beside.s.Work)
	}
	done := make(chan struct{})
	go func() {
		for _, work := range works {
			work.Wait()
		}
		close(done)
	}()
	for {
		select {
		case show := <-o.show:
			show()
		case <-done:
			for len(o.show) > 0 {
				(<-o.show)()
			}
			return
		}
	}
}

func (o *opened) reading() notes.Item {
	o.t.Helper()
	item := o.named("Kenya offers to lead a force in Haiti")
	o.window.open(session.Place{View: session.All, Item: item.ID, Kind: item.Kind})
	o.settled()
	if status := o.page.Status(); status == "" {
		o.t.Fatalf("the article's status is %q", status)
	}
	o.t.Cleanup(func() {
		if o.beside != nil {
			o.beside.s.Work.Wait()
		}
	})
	return item
}

func TestBesideThePage(t *testing.T) {
	o := open(t)
	article := o.reading()
	for _, one := range []struct {
		typed string
		kind  notes.Kind
	}{
		{"who speaks for", notes.KindNote},
		{"alfred mutua", notes.KindPerson},
		{"kenya offers", notes.KindArticle},
		{"caricom summit", notes.KindEvent},
	} {
		o.besideByFind(one.typed, one.kind)
		if o.place.Item != article.ID || !strings.Contains(o.page.Status(), "3 highlights") {
			t.Fatalf("the page is %+v, %q", o.place, o.page.Status())
		}
		if o.status.right.Words() != o.beside.page.Status() {
			t.Errorf("the status is %q, not that of the %s beside", o.status.right.Words(), one.kind)
		}
	}

	// Back leads to what was beside before; the page stays.
	o.press("Alt+Left")
	if o.beside.place.Item != article.ID || o.place.Item != article.ID || o.history.at != 1 {
		t.Errorf("back leads to %+v beside %+v", o.beside.place, o.place)
	}

	// F6 goes to the other page and back, and the status with it.
	o.until("the article is shown twice", func() bool { return o.beside.page.Status() != "" })
	o.press("Ctrl+F6")
	if o.active() != &o.window.side {
		t.Error("the page does not have the keyboard")
	}
	o.pressed(fyne.KeyF6)
	if o.active() != &o.beside.side {
		t.Error("the page beside does not have the keyboard")
	}
	o.press("Ctrl+W")
	if o.two() || o.active() != &o.window.side || len(o.halves.object.Objects) != 1 {
		t.Error("the page beside is not closed")
	}
	o.besideByFind("who speaks for", notes.KindNote)
}

// What is focused by hand has the commands from then on.
func TestBesideFollowsTheKeyboard(t *testing.T) {
	o := open(t)
	o.reading()
	o.besideByFind("kenya offers", notes.KindArticle)
	left, right := o.page, o.beside.page
	left.Focus()
	o.noticeFocus()
	if o.active().page != left || o.halves.left.Hidden || !o.halves.right.Hidden {
		t.Error("the page was not noticed")
	}
	right.Focus()
	o.noticeFocus()
	if o.active().page != right || !o.halves.left.Hidden || o.halves.right.Hidden {
		t.Error("the page beside was not noticed")
	}
	o.list.Focus()
	o.noticeFocus()
	if o.active().page != right {
		t.Error("the list took the commands away")
	}
}

// Both pages show what an operation changed, whichever of them did it.
func TestBesideShowsChanges(t *testing.T) {
	o := open(t)
	article := o.reading()
	o.besideByFind("kenya offers", notes.KindArticle)
	reading, err := o.s.Book.ReadCapture(t.Context(), article.ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	both := func(highlights string) func() bool {
		return func() bool {
			return strings.Contains(o.page.Status(), highlights) && strings.Contains(o.beside.page.Status(), highlights)
		}
	}
	last := reading.Text.Blocks[len(reading.Text.Blocks)-1].Range
	o.until("both show the three", both("3 highlights"))
	if _, err := o.s.Book.AddHighlight(t.Context(), notes.NewHighlight{Article: article.ID, Range: text.Range{Start: last.End - 10, End: last.End}}); err != nil {
		t.Fatal(err)
	}
	o.until("both show the fourth", both("4 highlights"))
	o.press("Ctrl+Z")
	o.until("both show it gone", both("3 highlights"))
}

// A note is written beside the article that it is about; what is found is
// linked into it, and it is kept when it is closed.
func TestWritingBeside(t *testing.T) {
	o := open(t)
	o.reading()
	item := o.named("Open questions")
	o.besideByFind("open questions", notes.KindNote)
	o.typed("Beside. ")
	o.press("Ctrl+F6")
	o.press("Ctrl+K")
	o.typed("alfred mutua")
	o.settled()
	o.shortcut(fyne.KeyModifierAlt)
	o.press("Ctrl+W")
	o.until("the note is kept", func() bool {
		note, err := o.s.Book.Note(t.Context(), item.ID)
		return err == nil && strings.Contains(note.Body, "Beside. [[Alfred Mutua]]")
	})
}

// Beside nothing an item is simply opened, and no key is said to do otherwise.
func TestBesideNothingIsThePage(t *testing.T) {
	o := open(t)
	const hint = "open beside"
	o.press("Ctrl+K")
	if said := o.said(); strings.Contains(said, hint) {
		t.Errorf("nothing is read, and the box says %q", said)
	}
	o.typed("alfred mutua")
	o.settled()
	o.shortcut(fyne.KeyModifierControl)
	o.until("the person is the page", func() bool { return o.place.Kind == notes.KindPerson })
	if o.two() {
		t.Error("it is beside nothing")
	}
	o.press("Ctrl+K")
	if said := o.said(); !strings.Contains(said, hint) {
		t.Errorf("a person is read, and the box says %q", said)
	}
}

// said is all that the box over the window says.
func (o *opened) said() string {
	var all strings.Builder
	for _, object := range test.LaidOutObjects(o.s.Window.Canvas().Overlays().Top()) {
		if words, ok := object.(interface{ Words() string }); ok {
			all.WriteString(words.Words() + "\n")
		}
	}
	return all.String()
}

func TestBesideInTheSmallestWindow(t *testing.T) {
	o := open(t)
	o.s.Window.Resize(fyne.NewSize(900, 600))
	o.reading()
	o.besideByFind("who speaks for", notes.KindNote)
	for name, room := range map[string]*fyne.Container{"page": o.room, "page beside": o.beside.room} {
		if width := room.Size().Width; width < halfLeast || o.fitted.list != 0 || o.fitted.inspector != 0 {
			t.Errorf("the %s is %g wide, beside %+v", name, width, o.fitted)
		}
	}
	o.halves.grip.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 300}})
	if width := o.beside.room.Size().Width; width < halfLeast {
		t.Errorf("the page beside was dragged to a width of %g", width)
	}
}
