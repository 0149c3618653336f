package desktop

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/assets"
	"cuttings/notes"
	"cuttings/seeds"
	"cuttings/storage/collect"
	"cuttings/storage/sqlite"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// opened is a window on the sample archive. Its interface's thread is the
// test's: what other goroutines want to show waits until the test lets it.
type opened struct {
	*window
	t    *testing.T
	file string
	show chan func()
}

func open(t *testing.T) *opened {
	t.Helper()
	file := filepath.Join(t.TempDir(), "sample.cuttings")
	store, err := sqlite.Create(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	book := notes.New(store, notes.Options{})
	collector := collect.New(collect.Options{})
	if err := seeds.Plant(t.Context(), book, collector); err != nil {
		t.Fatal(err)
	}
	o := &opened{t: t, file: file, show: make(chan func(), 4096)}
	ctx, cancel := context.WithCancel(context.Background())
	o.window = newWindow(ctx, test.NewTempApp(t), Options{
		Book: book, Collector: collector, Log: slog.New(slog.DiscardHandler), Backups: t.TempDir(),
		show: func(show func()) { o.show <- show },
	})
	t.Cleanup(func() {
		cancel()
		o.s.Work.Wait()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	o.s.Window.Resize(fyne.NewSize(1440, 900))
	o.open(session.Place{View: session.All})
	o.until("the articles are listed", func() bool { return o.list.Len() == 11 })
	return o
}

// until shows what is to be shown until something is so.
func (o *opened) until(what string, so func() bool) {
	o.t.Helper()
	for end := time.After(time.Minute); !so(); {
		select {
		case show := <-o.show:
			show()
		case <-end:
			o.t.Fatalf("waited in vain until %s; the status line says %q", what, o.status.left.Words())
		}
	}
}

func (o *opened) count(kind notes.Kind) int {
	o.t.Helper()
	counts, err := o.s.Book.Counts(o.t.Context())
	if err != nil {
		o.t.Fatal(err)
	}
	return counts.Kinds[kind]
}

// named returns the item of a name.
func (o *opened) named(name string) notes.Item {
	o.t.Helper()
	item, err := o.s.Book.Resolve(o.t.Context(), name)
	if err != nil {
		o.t.Fatal(err)
	}
	return item
}

// press does what the menu has for some keys.
func (o *opened) press(keys string) {
	o.t.Helper()
	for _, command := range o.commands() {
		if session.CommandKeys(command) == keys {
			command.Do()
			return
		}
	}
	o.t.Fatalf("nothing is done by %s", keys)
}

func TestEveryViewListsWhatItHolds(t *testing.T) {
	o := open(t)
	for view, want := range map[session.View]int{
		session.Inbox: 3, session.All: 11, session.Highlights: 19, session.Notes: 4,
		session.People: 14, session.Organisations: 6, session.Places: 7, session.Events: 9, session.Trash: 0,
	} {
		o.window.open(session.Place{View: view})
		o.until("the list of "+string(view)+" is right", func() bool { return o.list.Len() == want })
	}
}

func TestEveryKindOfItemOpens(t *testing.T) {
	o := open(t)
	for name, status := range map[string]string{
		"Kenya offers to lead a force in Haiti": "3 highlights", "Who speaks for Nairobi?": "words",
		"Alfred Mutua": "mentions", "CARICOM summit in Nassau": "mention", "Haiti": "mentions", "Security Council": "mentions",
	} {
		item := o.named(name)
		o.window.open(session.Place{Item: item.ID, Kind: item.Kind})
		o.until(name+" is shown", func() bool {
			words := o.status.right.Words()
			return strings.Contains(words, status) && !strings.HasPrefix(words, "0 ") || status == "mention" && words != ""
		})
	}
	if o.history.at != 6 {
		t.Errorf("the history is at %d", o.history.at)
	}
	o.step(-1)
	o.step(-1)
	if o.history.at != 4 || o.place != o.history.places[4] {
		t.Errorf("back leads to %+v", o.place)
	}
}

func TestDeleteUndoRedo(t *testing.T) {
	o := open(t)
	item := o.named("Kenya offers to lead a force in Haiti")
	o.window.open(session.Place{Item: item.ID, Kind: item.Kind})
	o.deleteItem()
	o.until("the article is out of the list", func() bool { return o.list.Len() == 10 })
	if highlights := o.count(notes.KindHighlight); highlights != 16 {
		t.Errorf("%d highlights are left", highlights)
	}
	o.press("Ctrl+Z")
	o.until("the article is back", func() bool { return o.list.Len() == 11 })
	if highlights := o.count(notes.KindHighlight); highlights != 19 {
		t.Errorf("%d highlights are back", highlights)
	}
	o.press("Ctrl+Shift+Z")
	o.until("the article is gone again", func() bool { return o.list.Len() == 10 })
}

func TestChangesOfOthersAreShown(t *testing.T) {
	o := open(t)
	other, err := sqlite.Open(t.Context(), o.file)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if _, err := notes.New(other, notes.Options{}).AddNote(t.Context(), "From elsewhere", ""); err != nil {
		t.Fatal(err)
	}
	o.window.open(session.Place{View: session.Notes})
	o.until("the note is listed", func() bool { return o.list.Len() == 5 })
	o.until("it is said", func() bool { return strings.Contains(o.status.left.Words(), "From elsewhere") })
}

func TestCollecting(t *testing.T) {
	o := open(t)
	o.collect.add(lot{words: "A headline\n\nA paragraph that was pasted, with words enough to be an article."})
	o.until("the article is open", func() bool { return o.place.Kind == notes.KindArticle && o.place.Item != 0 })
	o.collect.add(lot{arguments: []string{filepath.Join(t.TempDir(), "missing.txt"), t.TempDir()}})
	o.until("the failure is reported", func() bool { return strings.Contains(o.status.left.Words(), "could not be read") })
	if articles := o.count(notes.KindArticle); articles != 12 {
		t.Errorf("%d articles", articles)
	}
}

func TestReadTellsNamesFromWords(t *testing.T) {
	for typed, want := range map[string]int{
		"https://example.org/a\n/home/me/b.txt\n": 2, "~/texts": 1, "An article.\nhttps://example.org": 0, "C:\\texts\\a.txt": 1,
	} {
		got, ok := read(typed)
		if !ok || len(got.arguments) != want || (want == 0) != (got.words != "") {
			t.Errorf("%q: %+v %v", typed, got, ok)
		}
	}
	if _, ok := read(" \n"); ok {
		t.Error("nothing was taken for something")
	}
}

func TestBackupAndCheck(t *testing.T) {
	o := open(t)
	o.check()
	o.until("the check is done", func() bool { return o.status.left.Words() == "The archive is whole." })
	o.rebuild()
	if !o.notice.object.Visible() {
		t.Error("the rebuilding is not shown")
	}
	o.until("the tables are rebuilt", func() bool { return o.status.left.Words() == "The search tables were rebuilt." })
	o.rebuild()
	o.notice.cancel()
	o.until("the rebuilding is stopped", func() bool { return strings.HasPrefix(o.status.left.Words(), "Stopped halfway") })
	o.rebuild()
	o.until("the tables are rebuilt again", func() bool { return o.status.left.Words() == "The search tables were rebuilt." })
	o.check()
	o.until("nothing is missing", func() bool { return o.status.left.Words() == "The archive is whole." })
	o.backup()
	o.s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	o.until("the copy is written", func() bool { return strings.Contains(o.status.left.Words(), "The copy was written") })
	copies, err := filepath.Glob(filepath.Join(o.backups, "*.cuttings"))
	if err != nil || len(copies) != 1 {
		t.Fatalf("copies: %v, %v", copies, err)
	}
	copied, err := sqlite.Open(t.Context(), copies[0])
	if err != nil {
		t.Fatal(err)
	}
	defer copied.Close()
}

func TestCommandsHaveNamesAndNoKeyTwice(t *testing.T) {
	o := open(t)
	item := o.named("Kenya offers to lead a force in Haiti")
	o.window.open(session.Place{Item: item.ID, Kind: item.Kind})
	keys := map[string]string{}
	for _, command := range o.commands() {
		if command.Do == nil {
			t.Errorf("%q does nothing", command.Name)
		}
		if command.Shortcut == nil {
			continue
		}
		said := session.CommandKeys(command)
		if keys[said] != "" {
			t.Errorf("%s is both %q and %q", said, keys[said], command.Name)
		}
		keys[said] = command.Name
	}
}

func TestPalettesAndComfort(t *testing.T) {
	o := open(t)
	for _, palette := range look.Palettes() {
		o.setPalette(palette)
		if loaded := loadSettings(o.app.Preferences()); loaded.Palette != palette {
			t.Errorf("%s is remembered as %s", palette, loaded.Palette)
		}
	}
	o.letters(1)
	if loaded := loadSettings(o.app.Preferences()); loaded.Comfort.Size <= look.ReadingSize {
		t.Errorf("letters are %v", loaded.Comfort.Size)
	}
}

// typed types words into what has the keyboard.
func (o *opened) typed(words string) {
	for _, r := range words {
		o.s.Window.Canvas().Focused().TypedRune(r)
	}
}

func (o *opened) pressed(name fyne.KeyName) {
	o.s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
}

// What is written is kept when another place is opened at once, without any
// saving.
func TestNoteKeepsItself(t *testing.T) {
	o := open(t)
	o.newNote()
	o.until("the title of the new note has the keyboard", func() bool {
		field, ok := o.s.Window.Canvas().Focused().(*parts.Field)
		return ok && field.Text == "Untitled"
	})
	o.typed("Who pays?")
	o.pressed(fyne.KeyReturn)
	o.typed("Not [[Alfred Mutua]], it seems.")
	o.window.open(session.Place{View: session.People})
	var note notes.Note
	o.until("the note is kept", func() bool {
		item, err := o.s.Book.Resolve(o.t.Context(), "Who pays?", notes.KindNote)
		if err != nil {
			return false
		}
		note, err = o.s.Book.Note(o.t.Context(), item.ID)
		return err == nil && note.Body == "Not [[Alfred Mutua]], it seems."
	})
	links, err := o.s.Book.LinksFrom(t.Context(), note.ID)
	if err != nil || len(links) != 1 || links[0].To != o.named("Alfred Mutua").ID {
		t.Errorf("links %+v, %v", links, err)
	}
}

// While a note is being written, another program changes it: the words that are
// being written win, and what they replace stands in the history.
func TestNoteChangedElsewhere(t *testing.T) {
	o := open(t)
	item := o.named("Open questions")
	o.window.open(session.Place{Item: item.ID, Kind: notes.KindNote})
	o.until("the note is shown", func() bool {
		return strings.HasSuffix(o.status.right.Words(), "words") && !strings.HasPrefix(o.status.right.Words(), "0 ")
	})
	o.page.Focus()
	o.typed("Mine. ")
	theirs := "Theirs."
	if err := o.s.Book.EditNote(t.Context(), item.ID, notes.NoteUpdate{Body: &theirs}); err != nil {
		t.Fatal(err)
	}
	o.until("the words that were being written are kept", func() bool {
		note, err := o.s.Book.Note(t.Context(), item.ID)
		return err == nil && strings.Contains(note.Body, "Mine.") && strings.Contains(note.Body, "Who pays?")
	})
	revisions, err := o.s.Book.Revisions(t.Context(), item.ID)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, revision := range revisions {
		found = found || revision.Body == theirs
	}
	if !found {
		t.Errorf("the other's words are lost: %+v", revisions)
	}
}

func TestMakeAPersonOfASelection(t *testing.T) {
	o := open(t)
	o.newEntity(notes.KindEvent)
	o.typed("A day of protest")
	fields := 0
	for ; fields < 20; fields++ { // the field of dates follows
		o.s.Window.Canvas().FocusNext()
		if field, ok := o.s.Window.Canvas().Focused().(*parts.Field); ok && strings.Contains(field.PlaceHolder, "22 April 2023") {
			break
		}
	}
	o.typed("nonsense")
	o.pressed(fyne.KeyReturn)
	if overlays := len(o.s.Window.Canvas().Overlays().List()); overlays != 1 {
		t.Fatalf("a date that was not understood was taken: %d", overlays)
	}
	for range len("nonsense") {
		o.pressed(fyne.KeyBackspace)
	}
	o.typed("15 to 17 Feb 2023")
	o.pressed(fyne.KeyReturn)
	o.until("the event is open", func() bool { return o.place.Kind == notes.KindEvent && o.place.Item != 0 })
	event, err := o.s.Book.Entity(t.Context(), o.place.Item)
	if err != nil || event.Date != "2023-02-15/2023-02-17" || event.Title != "A day of protest" {
		t.Errorf("the event is %+v, %v", event, err)
	}
}
