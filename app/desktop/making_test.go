package desktop

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/session"
	"cuttings/notes"
)

// What was made opens for who waited for it; who went on is left where they are.
func TestWhatIsMadeLateTakesNobodyAway(t *testing.T) {
	for name, meanwhile := range map[string]func(*opened){
		"nothing": nil,
		"another place": func(o *opened) {
			o.window.open(session.Place{View: session.Timeline})
		},
		"quick find": (*opened).openFind,
		"typing": func(o *opened) {
			field := o.s.Window.Canvas().Focused()
			if _, typed := field.(interface{ CursorTextOffset() int }); !typed {
				o.t.Fatalf("nothing can be typed into %T", field)
			}
			test.Type(field, "on")
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			note := o.named("Who speaks for Nairobi?")
			o.window.open(session.Place{Item: note.ID, Kind: note.Kind})
			o.settled()
			wait := make(chan struct{})
			o.s.Make(func(ctx context.Context) (notes.Item, error) {
				<-wait
				made, err := o.s.Book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: "Gonaïves"}})
				return made.Item, err
			})
			for len(o.show) > 0 {
				(<-o.show)()
			}
			if meanwhile != nil {
				meanwhile(o)
			}
			place, keyboard := o.place, o.s.Window.Canvas().Focused()
			close(wait)
			if meanwhile == nil {
				o.until("it is opened", func() bool { return o.place.Kind == notes.KindPlace })
				return
			}
			o.until("it is told", func() bool { return strings.Contains(o.status.left.Words(), "“Gonaïves” was made.") })
			if o.place != place || o.s.Window.Canvas().Focused() != keyboard {
				t.Errorf("it leads from %v to %v, the keyboard to %T", place, o.place, o.s.Window.Canvas().Focused())
			}
		})
	}
}

// The page of what was made goes when its making is undone.
func TestUndoingLeavesThePageOfWhatWasMade(t *testing.T) {
	o := open(t)
	o.s.Make(func(ctx context.Context) (notes.Item, error) {
		made, err := o.s.Book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: "Gonaïves"}})
		return made.Item, err
	})
	o.until("it is opened", func() bool { return o.place.Kind == notes.KindPlace })
	o.s.Do(func(ctx context.Context) error {
		_, err := o.s.Book.Undo(ctx)
		return err
	})
	o.until("its page is left", func() bool { return o.place.Item == 0 })
	if o.place.View != session.Places {
		t.Errorf("the places are not listed, but %v", o.place.View)
	}
}

// What is typed before a new note is there is typed into it, and does nothing to what is
// left.
func TestTypingAheadIntoANewNote(t *testing.T) {
	o := open(t)
	o.window.open(session.Place{Item: o.named("Kenya offers to lead a force in Haiti").ID, Kind: notes.KindArticle})
	o.settled()
	o.newNote()
	keyboard := func() fyne.Focusable { return o.s.Window.Canvas().Focused() }
	for _, r := range "a5 Title" { // 5 would keep what is selected, a begin a highlight
		keyboard().TypedRune(r)
	}
	keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	for _, r := range "and words" {
		keyboard().TypedRune(r)
	}
	o.until("the note is opened", func() bool { return o.place.Kind == notes.KindNote })
	o.settled()
	o.page.Leave()
	o.settled()
	note, err := o.s.Book.Note(t.Context(), o.place.Item)
	if err != nil {
		t.Fatal(err)
	}
	if note.Title != "a5 Title" || note.Body != "and words" {
		t.Errorf("the note is %q: %q", note.Title, note.Body)
	}
}
