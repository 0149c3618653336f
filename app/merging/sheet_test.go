package merging_test

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/merging"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/assets"
	"cuttings/notes"
	"cuttings/storage/sqlite"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// desk is a window above an archive in which two entities are to become one.
type desk struct {
	t          *testing.T
	s          *session.Session
	kept, gone notes.ID
	stays      notes.ID // of the two, once they are one
	do         chan func()
}

// long is an entity of which there is much to say.
func long(name string) notes.Entity {
	e := notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: name}, Description: strings.Repeat("Spoke of "+name+" at length. ", 60)}
	for i := range 12 {
		e.Aliases = append(e.Aliases, fmt.Sprintf("%s the %dth of Ahuntsic-Cartierville", name, i))
		e.Roles = append(e.Roles, notes.Role{Title: fmt.Sprintf("Minister of %d other affairs", i), Organisation: "Government of Canada"})
	}
	return e
}

func open(t *testing.T, kept, gone notes.Entity) *desk {
	t.Helper()
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	d := &desk{t: t, do: make(chan func(), 64)}
	d.s = &session.Session{
		Book: notes.New(store, notes.Options{}), Window: app.NewWindow("test"),
		Work: session.NewWork(t.Context(), func(f func()) { d.do <- f }, slog.New(slog.DiscardHandler)), Tell: func(string) {},
	}
	d.s.Window.SetPadded(false)
	d.s.Window.SetContent(parts.NewFill(look.Page, 0))
	d.s.Window.Resize(fyne.NewSize(1300, 860))
	for at, e := range map[*notes.ID]notes.Entity{&d.kept: kept, &d.gone: gone} {
		added, err := d.s.Book.AddEntity(t.Context(), e)
		if err != nil {
			t.Fatal(err)
		}
		*at = added.ID
	}
	t.Cleanup(func() {
		d.settle()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	d.ask()
	return d
}

// ask opens the sheet.
func (d *desk) ask() {
	d.t.Helper()
	merging.Open(d.s, d.kept, d.gone, func(kept notes.ID) { d.stays = kept })
	d.settle()
	if d.above() == nil {
		d.t.Fatal("the sheet is not there")
	}
}

func (d *desk) settle() {
	for d.s.Work.Wait(); len(d.do) > 0; d.s.Work.Wait() {
		(<-d.do)()
	}
}

// above is the sheet, nil once it is closed.
func (d *desk) above() fyne.CanvasObject { return d.s.Window.Canvas().Overlays().Top() }

func (d *desk) key(name fyne.KeyName) {
	d.s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	d.settle()
}

// tab goes on until the keyboard is where the label says.
func (d *desk) tab(label string) {
	d.t.Helper()
	for range 20 {
		d.s.Window.Canvas().FocusNext()
		if at, ok := d.s.Window.Canvas().Focused().(fyne.Accessible); ok && at.AccessibilityLabel() == label {
			return
		}
	}
	d.t.Fatalf("Tab does not lead to %q", label)
}

func TestDownOnAButtonGoesBackToTheLines(t *testing.T) {
	d := open(t, long("Mélanie Joly"), long("Melanie Joly"))
	lines := d.s.Window.Canvas().Focused()
	d.s.Window.Canvas().FocusNext()
	if d.s.Window.Canvas().Focused() == lines {
		t.Fatal("Tab does not leave the lines")
	}
	d.key(fyne.KeyDown)
	if cards, ok := lines.(*parts.Cards); !ok || d.s.Window.Canvas().Focused() != lines || cards.Selected() != 1 {
		t.Errorf("Down on a button leads to %T", d.s.Window.Canvas().Focused())
	}
}

func TestEscapeLeavesFromWhereverTabLeads(t *testing.T) {
	d := open(t, long("Mélanie Joly"), long("Melanie Joly"))
	stops := map[fyne.Focusable]bool{}
	for tabs := range 9 {
		if tabs > 0 {
			d.ask()
		}
		for range tabs {
			d.s.Window.Canvas().FocusNext()
		}
		stops[d.s.Window.Canvas().Focused()] = true
		if d.key(fyne.KeyEscape); d.above() != nil {
			t.Fatalf("Escape is dead after %d times Tab", tabs)
		}
	}
	if _, err := d.s.Book.Entity(t.Context(), d.gone); err != nil || len(stops) != 9 {
		t.Errorf("%d places, %v", len(stops), err)
	}
}

func TestButtonsArePressedByKeys(t *testing.T) {
	for _, answer := range []struct {
		merge string // where Enter is pressed at the end
		key   fyne.KeyName
	}{{"Merge", fyne.KeyReturn}, {"Merge", fyne.KeySpace}, {"What is taken of either", fyne.KeyReturn}} {
		d := open(t, long("Mélanie Joly"), long("Melanie Joly"))
		d.tab("take the right")
		d.key(fyne.KeySpace)
		d.tab("What is taken of either")
		d.key(fyne.KeyDown)
		d.tab("take the left")
		d.key(fyne.KeyReturn)
		d.tab(answer.merge)
		d.key(answer.key)
		merged, err := d.s.Book.Entity(t.Context(), d.kept)
		if err != nil || d.above() != nil || merged.Title != "Melanie Joly" || len(merged.Aliases) != 13 {
			t.Errorf("%v: merged %q with %d aliases, %v", answer, merged.Title, len(merged.Aliases), err)
		}
	}
}

// Whatever the window's size becomes, the buttons are in it, below all else.
func TestButtonsAreAlwaysInSight(t *testing.T) {
	d := open(t, long("Mélanie Joly"), long("Melanie Joly"))
	for _, size := range []fyne.Size{{Width: 1300, Height: 860}, {Width: 900, Height: 600}, {Width: 640, Height: 400}, {Width: 900, Height: 600}} {
		d.s.Window.Resize(size)
		for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight} {
			d.key(key)
			d.inSight(size)
		}
	}
}

// inSight looks for the line of buttons, of which Cancel is one.
func (d *desk) inSight(size fyne.Size) {
	d.t.Helper()
	for _, o := range test.LaidOutObjects(d.above()) {
		if button, ok := o.(*parts.TextButton); ok && button.AccessibilityLabel() == "Cancel" {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
			if at.Y < size.Height/2 || at.Y+button.Size().Height > size.Height-24 {
				d.t.Errorf("in a window of %v the buttons are at %v", size, at)
			}
			return
		}
	}
	d.t.Error("there are no buttons")
}

// X makes the other one stay: what nobody chose follows it, what was chosen stays.
func TestWhatWasNotChosenFollowsWhoStays(t *testing.T) {
	kept := notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "The landing"}, Date: "2023-04-24", Description: "Of the police."}
	gone := notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "The police land"}, Date: "2023-04-25"}
	for _, c := range []struct {
		name  string
		chose func(d *desk)
		title string
		date  string
	}{
		{"nothing", func(*desk) {}, "The police land", "2023-04-25"},
		{"the name that goes", func(d *desk) { d.key(fyne.KeyLeft) }, "The landing", "2023-04-25"},
		{"the date that goes", func(d *desk) { d.key(fyne.KeyDown); d.key(fyne.KeyDown); d.key(fyne.KeyLeft) }, "The police land", "2023-04-24"},
		{"twice", func(d *desk) { d.letter('x'); d.letter('x') }, "The police land", "2023-04-25"},
	} {
		d := open(t, kept, gone)
		c.chose(d)
		d.letter('x')
		d.key(fyne.KeyReturn)
		merged, err := d.s.Book.Entity(t.Context(), d.gone)
		if err != nil || d.stays != d.gone || merged.InTrash() || merged.Title != c.title || merged.Date != c.date || merged.Description != "Of the police." {
			t.Errorf("chosen %s: %q of %s, %q, in the trash %v, %v", c.name, merged.Title, merged.Date, merged.Description, merged.InTrash(), err)
		}
	}
}

func (d *desk) letter(r rune) {
	d.s.Window.Canvas().Focused().TypedRune(r)
	d.settle()
}
