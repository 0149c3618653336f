package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// A note that a search found is opened with the places marked; F3 goes on.
func TestNoteFoundBySearch(t *testing.T) {
	o := open(t)
	item := o.named("Who speaks for Nairobi?")
	o.window.open(session.Place{Item: item.ID, Kind: notes.KindNote, Words: "minister OR police"})
	o.until("the first place is said", func() bool { return strings.HasPrefix(o.status.right.Words(), "1 of ") })
	o.pressed(fyne.KeyF3)
	if !strings.HasPrefix(o.status.right.Words(), "2 of ") {
		t.Errorf("after F3 the status is %q", o.status.right.Words())
	}
	o.pressed(fyne.KeyEscape)
	if strings.Contains(o.status.right.Words(), " of ") {
		t.Errorf("after Escape the status is %q", o.status.right.Words())
	}
}

// Where notes are only written, one that a search found is shown as it reads, with
// the places marked.
func TestNoteFoundBySearchWhereNotesAreWritten(t *testing.T) {
	o := open(t)
	item := o.named("Open questions")
	o.window.open(session.Place{Item: item.ID, Kind: notes.KindNote})
	o.settle()
	for _, command := range o.page.Commands() {
		if command.Name == "Write" {
			command.Do()
		}
	}
	item = o.named("Who speaks for Nairobi?")
	o.window.open(session.Place{Item: item.ID, Kind: notes.KindNote, Words: "minister OR police"})
	o.until("the first place is said", func() bool { return strings.HasPrefix(o.status.right.Words(), "1 of ") })
	o.pressed(fyne.KeyF3)
	if !strings.HasPrefix(o.status.right.Words(), "2 of ") {
		t.Errorf("after F3 the status is %q", o.status.right.Words())
	}
}

// Ctrl+Shift+F on the search page keeps what is searched for, to be typed over.
func TestSearchKeepsItsQuery(t *testing.T) {
	o := open(t)
	o.press("Ctrl+Shift+F")
	o.typed("haiti")
	o.press("Ctrl+Shift+F")
	field, ok := o.s.Window.Canvas().Focused().(*parts.Field)
	if !ok || field.Text != "haiti" || field.SelectedText() != "haiti" {
		t.Fatalf("the keyboard is in %T, %+v", o.s.Window.Canvas().Focused(), field)
	}
	o.typed("kenya")
	if field.Text != "kenya" {
		t.Errorf("typing made it %q", field.Text)
	}
	o.press("Ctrl+Z")
	if articles := o.count(notes.KindArticle); articles != 11 || field.Text == "kenya" {
		t.Errorf("after Ctrl+Z the field says %q and there are %d articles", field.Text, articles)
	}
}

// Alt+Left leads from a result back to the others, and Down on to the next.
func TestBackFromAResultGoesOnToTheNext(t *testing.T) {
	o := open(t)
	o.press("Ctrl+Shift+F")
	o.typed("haiti")
	o.until("it is found", func() bool { return strings.Contains(o.page.Status(), "found") })
	var read []notes.ID
	for range 3 {
		o.pressed(fyne.KeyDown)
		o.settle()
		o.pressed(fyne.KeyReturn)
		o.until("the result is open", func() bool { return o.place.Item != 0 })
		o.settle()
		read = append(read, o.place.Item)
		o.press("Alt+Left")
		o.settle()
		if o.place.View != session.Search || o.place.Query != "haiti" {
			t.Fatalf("back leads to %+v", o.place)
		}
	}
	if read[0] == read[1] || read[1] == read[2] || read[0] == read[2] {
		t.Errorf("read %v", read)
	}
}

// Where the keyboard is nowhere, letters go into the search box, also those that are keys
// elsewhere, and Ctrl+A selects what is in it.
func TestSearchTakesWhatIsTyped(t *testing.T) {
	o := open(t)
	o.press("Ctrl+Shift+F")
	o.typed("haiti")
	field, ok := o.s.Window.Canvas().Focused().(*parts.Field)
	if !ok {
		t.Fatalf("the keyboard is in %T", o.s.Window.Canvas().Focused())
	}
	canvas := o.s.Window.Canvas()
	canvas.Unfocus()
	o.selectAll()
	if field.SelectedText() != "haiti" {
		t.Fatalf("%q is selected", field.SelectedText())
	}
	canvas.OnTypedRune()('k')
	o.typed("ind:")
	if field.Text != "kind:" {
		t.Errorf("the box has %q", field.Text)
	}
}

// A saved search is renamed and moved to the trash in the sidebar, and Ctrl+Z
// takes either back.
func TestSavedSearchRenamedAndDeleted(t *testing.T) {
	o := open(t)
	row := func(name string) *parts.Row {
		for _, object := range test.LaidOutObjects(o.sidebar.Object()) {
			if row, ok := object.(*parts.Row); ok && row.Name() == name {
				return row
			}
		}
		return nil
	}
	o.until("the search is listed", func() bool { return row("Who pays") != nil })
	o.window.s.OpenItem(o.named("Who pays"), text.Range{})
	o.until("it is searched", func() bool { return o.place.View == session.Search && o.place.Group != 0 })
	row("Who pays").TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	o.typed("Money")
	o.pressed(fyne.KeyReturn)
	o.until("it has another name", func() bool { return row("Money") != nil && row("Who pays") == nil })
	row("Money").TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	o.until("it is gone", func() bool { return row("Money") == nil })
	o.until("the page is no longer that search", func() bool { return o.place.View == session.Search && o.place.Group == 0 && o.place.Query != "" })
	o.s.Window.Canvas().Unfocus()
	o.press("Ctrl+Z")
	o.until("it is back", func() bool { return row("Money") != nil })
	o.press("Ctrl+Z")
	o.until("it has its name again", func() bool { return row("Who pays") != nil })
}

// After a click on a saved search, F2 and Delete are for it and not for the field, as
// long as nothing was done there.
func TestKeysAfterASavedSearchWasClicked(t *testing.T) {
	o := open(t)
	row := func(name string) *parts.Row {
		for _, object := range test.LaidOutObjects(o.sidebar.Object()) {
			if row, ok := object.(*parts.Row); ok && row.Name() == name {
				return row
			}
		}
		return nil
	}
	field := func() *parts.Field {
		field, _ := o.s.Window.Canvas().Focused().(*parts.Field)
		return field
	}
	click := func(name string) {
		t.Helper()
		o.until("the search is listed", func() bool { return row(name) != nil })
		test.Tap(row(name))
		o.until("it is searched", func() bool { return o.place.View == session.Search && o.place.Group != 0 && field() != nil })
	}
	click("Who pays")
	o.pressed(fyne.KeyF2)
	o.typed("Money")
	o.pressed(fyne.KeyReturn)
	o.until("it has another name", func() bool { return row("Money") != nil && row("Who pays") == nil })
	o.press("Ctrl+Z")
	o.until("it has its name again", func() bool { return row("Who pays") != nil })
	click("Who pays")
	o.pressed(fyne.KeyDelete)
	o.until("it is gone", func() bool { return row("Who pays") == nil })
	o.until("its query stays", func() bool { return o.place.Group == 0 && field() != nil && field().Text != "" })
	o.press("Ctrl+Z")
	click("Who pays")
	query := field().Text
	o.typed("x")
	o.pressed(fyne.KeyBackspace)
	o.pressed(fyne.KeyHome)
	o.pressed(fyne.KeyDelete)
	o.pressed(fyne.KeyF2)
	if field() == nil || field().Text != query[1:] || row("Who pays") == nil {
		t.Errorf("after the query was edited, the field is %+v", field())
	}
}
