package searching_test

import (
	"context"
	"fmt"
	"image/png"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/searching"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
	"cuttings/storage/sqlite"
)

// ready is a collector of documents at hand.
type ready map[string]string

func (r ready) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

func (r ready) Read(_ context.Context, input notes.Input) (notes.Document, error) {
	body := r[input.Name]
	return notes.Document{
		Title: input.Name, Date: "2023-07-29", Source: "The Gazette", Original: []byte(body), MediaType: "text/plain",
		Text: text.Text{Body: body, Blocks: []text.Block{{Range: text.Range{End: len(body)}, Kind: text.Paragraph}}},
	}, nil
}

// desk is a search page in a window, over a real archive.
type desk struct {
	*searching.Page
	t      *testing.T
	s      *session.Session
	window fyne.Window
	opened []session.Place
	told   []string
	do     chan func()
}

func open(t *testing.T, palette look.Palette) *desk {
	t.Helper()
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	book := notes.New(store, notes.Options{})
	fill(t, book)
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(palette))
	d := &desk{t: t, window: app.NewWindow("test"), do: make(chan func(), 64)}
	d.s = &session.Session{
		Book: book, Window: d.window, Work: session.NewWork(t.Context(), func(f func()) { d.do <- f }, slog.New(slog.DiscardHandler)),
		Tell: func(words string) { d.told = append(d.told, words) },
		Key:  func(*fyne.KeyEvent) bool { return false }, Rune: func(rune) bool { return false },
	}
	d.s.Open = func(place session.Place) {
		d.opened = append(d.opened, place)
		if place.View == session.Search {
			d.Page.Show(place)
		}
	}
	d.Page = searching.New(d.s)
	d.window.SetPadded(false)
	d.window.SetContent(d.Object())
	d.window.Resize(fyne.NewSize(1000, 700))
	t.Cleanup(func() {
		d.settle()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func fill(t *testing.T, book *notes.Notebook) {
	t.Helper()
	articles := ready{}
	var inputs []notes.Input
	for i := range 60 {
		title := fmt.Sprintf("Report %d on the police", i)
		articles[title] = fmt.Sprintf("On day %d the foreign minister said that Kenya would send police to Haiti, and left it open when.", i)
		inputs = append(inputs, notes.Input{Name: title})
	}
	for _, collected := range book.Collect(t.Context(), articles, inputs, notes.CollectOptions{}, nil) {
		if collected.Err != nil {
			t.Fatal(collected.Err)
		}
	}
	if _, err := book.AddNote(t.Context(), "Who speaks for Nairobi?", "The **police** first, then the ministry."); err != nil {
		t.Fatal(err)
	}
	if _, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindOrganisation, Title: "Haitian National Police"}}); err != nil {
		t.Fatal(err)
	}
}

// settle runs what the background brings until nothing is under way, and
// nothing of what was run began anything more.
func (d *desk) settle() {
	for more := true; more; {
		done := make(chan struct{})
		go func() { d.s.Work.Wait(); close(done) }()
		more = false
		for waiting := true; waiting; {
			select {
			case f := <-d.do:
				f()
				more = true
			case <-done:
				waiting = false
			}
		}
		for len(d.do) > 0 {
			(<-d.do)()
			more = true
		}
	}
}

func (d *desk) search(query string) {
	d.t.Helper()
	d.Show(session.Place{View: session.Search, Query: query})
	d.settle()
}

func (d *desk) key(name fyne.KeyName) {
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	d.settle()
}

func (d *desk) says(words string) bool {
	var all strings.Builder
	for _, o := range test.LaidOutObjects(d.Object()) {
		if said, ok := o.(interface{ AccessibilityLabel() string }); ok {
			all.WriteString(said.AccessibilityLabel() + "\n")
		}
	}
	return strings.Contains(all.String(), words)
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

func TestResultsAreGroupedAndOpened(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	d.picture("search-light")
	if got, want := d.Status(), "62 found"; got != want {
		t.Errorf("status %q, want %q", got, want)
	}
	for _, words := range []string{"Organisations 1", "Notes 1", "Articles 60", "Haitian National Police", "Who speaks for Nairobi?"} {
		if !d.says(words) {
			t.Errorf("the page does not say %q", words)
		}
	}
	d.key(fyne.KeyDown) // into the results: the organisation
	d.key(fyne.KeyDown) // the note
	d.key(fyne.KeyDown) // an article
	d.key(fyne.KeyReturn)
	if len(d.opened) != 1 || d.opened[0].Kind != notes.KindArticle || d.opened[0].At == (text.Range{}) {
		t.Errorf("opened %+v, want an article at a place", d.opened)
	}
	d.key(fyne.KeyHome)
	d.key(fyne.KeyUp)
	if _, ok := d.window.Canvas().Focused().(interface{ SetText(string) }); !ok {
		t.Error("Up from the first result does not lead to the field")
	}
}

func TestResultsGoOn(t *testing.T) {
	d := open(t, look.Dark)
	d.search("police")
	d.picture("search-dark")
	d.key(fyne.KeyDown)
	for range 4 {
		d.key(fyne.KeyEnd)
	}
	d.key(fyne.KeyReturn)
	if len(d.opened) != 1 {
		t.Fatalf("opened %+v", d.opened)
	}
	if !d.says("Report 59 on the police") && !d.says("Report 0 on the police") {
		t.Error("the last page of results was not read")
	}
}

func TestChipsNarrow(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	for _, o := range test.LaidOutObjects(d.Object()) {
		if chip, ok := o.(*parts.Chip); ok && strings.HasPrefix(chip.AccessibilityLabel(), "Notes") {
			test.Tap(chip)
		}
	}
	d.settle()
	if got, want := d.Status(), "1 found"; got != want {
		t.Errorf("status %q, want %q", got, want)
	}
	if d.says("Haitian National Police") || !d.says("Who speaks for Nairobi?") {
		t.Error("the page does not show the notes alone")
	}
}

func TestNothingFoundSaysWhichWordToDrop(t *testing.T) {
	d := open(t, look.Light)
	d.search("police zeppelin")
	d.picture("search-none")
	if !d.says("without “zeppelin”") || d.says("without “police”") {
		t.Error("the page does not offer to leave out the word that is nowhere")
	}
}

func TestTypedQueryIsOnTheWayBack(t *testing.T) {
	d := open(t, look.Light)
	d.search("")
	if !d.says("Type words to search") {
		t.Error("the empty page does not say what can be searched")
	}
	test.Type(d.window.Canvas().Focused(), "nairobi")
	d.settle()
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	if len(d.opened) != 2 || d.opened[0].Query != "nairobi" || d.opened[1].Kind != notes.KindNote {
		t.Errorf("opened %+v, want the search, then the note", d.opened)
	}
}

func TestSave(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	d.Commands()[0].Do()
	d.key(fyne.KeyReturn)
	rows, _, err := d.s.Book.Items(t.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindSearch}})
	if err != nil || len(rows) != 1 || rows[0].Title != "police" {
		t.Errorf("saved %+v, %v", rows, err)
	}
	if len(d.told) != 1 {
		t.Errorf("told %q", d.told)
	}
}
