package quickfind_test

import (
	"image/png"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/storage/sqlite"
)

// desk is a window with quick find, over a real archive.
type desk struct {
	*quickfind.Overlay
	t      *testing.T
	s      *session.Session
	window fyne.Window
	behind *parts.Field // what had the keyboard before
	opened []session.Place
	done   []string // commands
	do     chan func()
}

func open(t *testing.T, palette look.Palette) *desk {
	t.Helper()
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	book := notes.New(store, notes.Options{})
	for _, entity := range []notes.Entity{
		{Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}, Aliases: []string{"Dr Mutua", "A. N. Mutua"}, Roles: []notes.Role{{Title: "Foreign minister", Organisation: "Kenya"}}},
		{Item: notes.Item{Kind: notes.KindPerson, Title: "Jovenel Moïse"}},
		{Item: notes.Item{Kind: notes.KindPerson, Title: "Mélanie Joly"}},
		{Item: notes.Item{Kind: notes.KindEvent, Title: "Call, Mutua–Joly"}, Date: "2023-04-22"},
	} {
		if _, err := book.AddEntity(t.Context(), entity); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := book.AddNote(t.Context(), "Mutua or the ministry?", "Who speaks for Nairobi?"); err != nil {
		t.Fatal(err)
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(palette))
	d := &desk{t: t, window: app.NewWindow("test"), behind: parts.NewField("behind"), do: make(chan func(), 64)}
	d.s = &session.Session{
		Book: book, Window: d.window, Work: session.NewWork(t.Context(), func(f func()) { d.do <- f }, slog.New(slog.DiscardHandler)),
		Open: func(place session.Place) { d.opened = append(d.opened, place) },
		Tell: func(words string) { t.Log(words) },
	}
	d.Overlay = quickfind.New(d.s, func() []session.Command {
		return []session.Command{
			{Name: "New note", Keys: "N", Do: func() { d.done = append(d.done, "note") }},
			{Name: "Export the results", Also: "save", Do: func() { d.done = append(d.done, "export") }},
			{Name: "Full screen", Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl}, Do: func() {}},
		}
	})
	d.window.SetPadded(false)
	d.window.SetContent(container.NewStack(parts.NewFill(look.Page, 0), container.NewVBox(d.behind)))
	d.window.Resize(fyne.NewSize(1000, 700))
	d.window.Canvas().Focus(d.behind)
	t.Cleanup(func() {
		d.settle()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// settle runs what the background brings until nothing is under way, and
// nothing of what was run began anything more.
func (d *desk) settle() {
	for more := true; more; {
		done := make(chan struct{})
		go func() { d.s.Work.Wait(); close(done) }()
		// What is brought runs after the wait: it may begin more work.
		var brought []func()
		for waiting := true; waiting; {
			select {
			case f := <-d.do:
				brought = append(brought, f)
			case <-done:
				waiting = false
			}
		}
		for len(d.do) > 0 {
			brought = append(brought, <-d.do)
		}
		for _, f := range brought {
			f()
		}
		more = len(brought) > 0
	}
}

func (d *desk) typed(words string) {
	d.t.Helper()
	d.Open()
	d.settle()
	test.Type(d.window.Canvas().Focused(), words)
	d.settle()
}

func (d *desk) key(name fyne.KeyName) {
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	d.settle()
}

// words are all that the box says.
func (d *desk) words() string {
	var all strings.Builder
	top := d.window.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	for _, o := range test.LaidOutObjects(top) {
		if said, ok := o.(interface{ AccessibilityLabel() string }); ok {
			all.WriteString(said.AccessibilityLabel() + "\n")
		}
	}
	return all.String()
}

// picture writes what the window shows to a file, if a folder for it is named.
func (d *desk) picture(name string) {
	folder := os.Getenv("CUTTINGS_PICTURES")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		d.t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, d.window.Canvas().Capture()); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) opens(title string) {
	d.t.Helper()
	if len(d.opened) != 1 {
		d.t.Fatalf("opened %+v, want %q", d.opened, title)
	}
	item, err := d.s.Book.Item(d.t.Context(), d.opened[0].Item)
	if err != nil || item.Title != title {
		d.t.Errorf("opened %q (%v), want %q", item.Title, err, title)
	}
}

func TestMisspeltNameIsFoundAndOpened(t *testing.T) {
	d := open(t, look.Light)
	d.typed("mutwa")
	d.picture("find-light")
	if words := d.words(); !strings.Contains(words, "Alfred Mutua") || !strings.Contains(words, "Call, Mutua–Joly") {
		t.Errorf("the box says\n%s", words)
	}
	d.key(fyne.KeyReturn)
	d.opens("Alfred Mutua")
	if d.window.Canvas().Focused() != d.behind {
		t.Error("the keyboard was not given back")
	}
}

// Of two of one name, an office, the country or the first words about them say which
// is which.
func TestNamesakesAreToldApart(t *testing.T) {
	d := open(t, look.Light)
	for _, entity := range []notes.Entity{
		{Item: notes.Item{Kind: notes.KindPerson, Title: "Jovenel Moïse"}, Description: "A footballer of Jacmel.\nHe kept the goal."},
		{Item: notes.Item{Kind: notes.KindPerson, Title: "Jovenel Moïse"}, Roles: []notes.Role{{Title: "President", Organisation: "Haiti"}}, Description: "Of Trou-du-Nord"},
		{Item: notes.Item{Kind: notes.KindPerson, Title: "Mélanie Joly-Roy"}, Description: "Nobody shares her name"},
	} {
		if _, err := d.s.Book.AddEntity(t.Context(), entity); err != nil {
			t.Fatal(err)
		}
	}
	d.typed("jovenel")
	if words := d.words(); !strings.Contains(words, "A footballer of Jacmel") || !strings.Contains(words, "President, Haiti") {
		t.Errorf("the box says\n%s", words)
	}
	d.typed("joly")
	if words := d.words(); strings.Contains(words, "Nobody shares") {
		t.Errorf("the box says\n%s", words)
	}
}

func TestDownGoesToTheNextGroup(t *testing.T) {
	d := open(t, look.Dark)
	d.typed("joly")
	d.picture("find-dark")
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	d.opens("Call, Mutua–Joly")
}

func TestAClickOpens(t *testing.T) {
	d := open(t, look.Light)
	d.typed("mutua")
	test.TapCanvas(d.window.Canvas(), fyne.NewPos(400, 260)) // the second row
	d.settle()
	if len(d.opened) != 1 || d.words() != "" {
		t.Errorf("opened %v; the box says %q", d.opened, d.words())
	}
}

func TestWordsCanBeSearchedFor(t *testing.T) {
	d := open(t, look.Light)
	d.typed("mutua")
	for range 9 {
		d.key(fyne.KeyDown)
	}
	d.key(fyne.KeyReturn)
	if len(d.opened) != 1 || d.opened[0].View != session.Search || d.opened[0].Query != "mutua" {
		t.Errorf("opened %+v, want the search page", d.opened)
	}
}

func TestNarrowing(t *testing.T) {
	for _, c := range []struct{ typed, tabs, want string }{
		{"e: mutua", "", "Call, Mutua–Joly"},
		{"n:mutua", "", "Mutua or the ministry?"},
		{"mutua", "tt", "Call, Mutua–Joly"},
		{"moise", "t", "Jovenel Moïse"},
	} {
		d := open(t, look.Light)
		d.typed(c.typed)
		for range c.tabs {
			d.key(fyne.KeyTab)
		}
		d.key(fyne.KeyReturn)
		d.opens(c.want)
	}
}

func TestCommand(t *testing.T) {
	d := open(t, look.Light)
	d.typed(">new")
	d.picture("find-command")
	d.key(fyne.KeyReturn)
	if len(d.done) != 1 || d.done[0] != "note" {
		t.Errorf("done %q", d.done)
	}
}

func TestCommandIsFoundByAnotherWord(t *testing.T) {
	for _, typed := range []string{">save", ">results sav", ">Save the"} {
		d := open(t, look.Light)
		d.typed(typed)
		d.key(fyne.KeyReturn)
		if len(d.done) != 1 || d.done[0] != "export" {
			t.Errorf("%s: done %q", typed, d.done)
		}
	}
}

func TestWhatIsNotFoundCanBeMade(t *testing.T) {
	for _, c := range []struct {
		typed string
		downs int
		want  notes.Kind // "" is the search for the words
	}{
		{"Zxqv Wrbk", 0, ""},
		{"Zxqv Wrbk", 1, notes.KindPerson},
		{"Zxqv Wrbk", 5, notes.KindNote},
		{"p:Zxqv Wrbk", 0, notes.KindPerson},
		{"e:Zxqv Wrbk", 0, notes.KindEvent},
		{"o:Zxqv Wrbk", 0, notes.KindOrganisation},
		{"l:Zxqv Wrbk", 0, notes.KindPlace},
		{"n:Zxqv Wrbk", 0, notes.KindNote},
		{"a:Zxqv Wrbk", 0, ""},
		{"e:Zxqv Wrbk", 1, ""},
	} {
		t.Run(c.typed, func(t *testing.T) {
			d := open(t, look.Light)
			d.typed(c.typed)
			d.picture("find-none")
			for range c.downs {
				d.key(fyne.KeyDown)
			}
			d.key(fyne.KeyReturn)
			if c.want == "" {
				if len(d.opened) != 1 || d.opened[0].View != session.Search || d.opened[0].Query != "Zxqv Wrbk" {
					t.Errorf("opened %+v, want the search page", d.opened)
				}
				return
			}
			d.opens("Zxqv Wrbk")
			if d.opened[0].Kind != c.want {
				t.Errorf("made a %s, want %s", d.opened[0].Kind, c.want)
			}
		})
	}
}

// Where nothing fits, that is said, and Enter takes nothing of an earlier list.
func TestPickTakesNothingWhereNothingFits(t *testing.T) {
	d := open(t, look.Light)
	quickfind.Pick(d.s, "Who?", []notes.Kind{notes.KindPerson}, func(row notes.ItemRow) { t.Errorf("picked %q", row.Title) })
	d.settle() // all are listed
	test.Type(d.window.Canvas().Focused(), "Zzzz")
	d.key(fyne.KeyReturn)
	if words := d.words(); !strings.Contains(words, "Nothing to choose here has this name") {
		t.Errorf("the box says %q", words)
	}
}

// Who takes a suggestion for somebody that is not there is told how to go on.
func TestPickForSaysHowToGoOn(t *testing.T) {
	d := open(t, look.Light)
	quickfind.PickFor(d.s, "Who?", []notes.Kind{notes.KindPerson}, func(row notes.ItemRow) { t.Errorf("picked %q", row.Title) })
	d.settle()
	test.Type(d.window.Canvas().Focused(), "Zzzz")
	d.key(fyne.KeyReturn)
	if words := d.words(); !strings.Contains(words, "Press Esc, then Enter to accept the suggestion as new") {
		t.Errorf("the box says %q", words)
	}
}

func TestEscapeGivesTheKeyboardBack(t *testing.T) {
	d := open(t, look.Light)
	d.typed("mut")
	d.key(fyne.KeyEscape)
	if d.words() != "" || d.window.Canvas().Focused() != d.behind || len(d.opened) > 0 {
		t.Error("the box is still there, or the keyboard was not given back")
	}
}

func TestPick(t *testing.T) {
	d := open(t, look.Light)
	var picked notes.ItemRow
	quickfind.Pick(d.s, "Who?", []notes.Kind{notes.KindPerson}, func(row notes.ItemRow) { picked = row })
	d.settle()
	test.Type(d.window.Canvas().Focused(), "mutua")
	d.settle()
	if strings.Contains(d.words(), "Call, Mutua–Joly") {
		t.Error("an event is offered although a person is asked for")
	}
	d.key(fyne.KeyReturn)
	if picked.Title != "Alfred Mutua" || len(d.opened) > 0 {
		t.Errorf("picked %q, opened %v", picked.Title, d.opened)
	}
}

// What is likeliest comes first, unless something else has the very name.
func TestPickBeginsWithTheLikeliestKind(t *testing.T) {
	for _, c := range []struct {
		typed string
		kinds []notes.Kind
		want  string
	}{
		{"mutua", []notes.Kind{notes.KindPerson, notes.KindEvent}, "Alfred Mutua"},
		{"joly", []notes.Kind{notes.KindEvent, notes.KindPerson}, "Call, Mutua–Joly"},
		{"joly", []notes.Kind{notes.KindPerson, notes.KindEvent}, "Mélanie Joly"},
		{"dr mutua", []notes.Kind{notes.KindEvent, notes.KindPerson}, "Alfred Mutua"},
		{"mélanie joly", []notes.Kind{notes.KindEvent, notes.KindPerson}, "Mélanie Joly"},
		{"jovenel moise", []notes.Kind{notes.KindEvent, notes.KindPerson}, "Jovenel Moïse"},
		{"", []notes.Kind{notes.KindEvent, notes.KindPerson}, "Call, Mutua–Joly"},
	} {
		d := open(t, look.Light)
		var picked notes.ItemRow
		quickfind.Pick(d.s, "Who?", c.kinds, func(row notes.ItemRow) { picked = row })
		d.settle()
		test.Type(d.window.Canvas().Focused(), c.typed)
		d.settle()
		d.picture("find-pick")
		words := d.words()
		for _, other := range []string{"open beside", "insert link", "commands"} {
			if strings.Contains(words, other) {
				t.Errorf("the foot offers %q where one is chosen", other)
			}
		}
		d.key(fyne.KeyReturn)
		if picked.Title != c.want {
			t.Errorf("%q of %v gives %q, want %q", c.typed, c.kinds, picked.Title, c.want)
		}
	}
}

func TestCtrlEnterOpensBeside(t *testing.T) {
	d := open(t, look.Light)
	var beside []string
	d.Beside = func() func(notes.Item) { return func(item notes.Item) { beside = append(beside, item.Title) } }
	d.typed("moise")
	d.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	d.settle()
	if len(beside) != 1 || beside[0] != "Jovenel Moïse" || len(d.opened) != 0 || d.words() != "" {
		t.Errorf("beside %q, opened %+v, the box says %q", beside, d.opened, d.words())
	}
}
