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
	field  *parts.Field
	status string // as the window was told to show it
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
		Tell: func(words string) { d.told = append(d.told, words) }, Loaded: func() { d.status = d.Status() },
		Key: func(*fyne.KeyEvent) bool { return false }, Rune: func(rune) bool { return false },
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

func (d *desk) search(query string) {
	d.t.Helper()
	d.Show(session.Place{View: session.Search, Query: query})
	d.Focus() // as the window does
	d.field, _ = d.window.Canvas().Focused().(*parts.Field)
	d.settle()
}

func (d *desk) key(name fyne.KeyName) {
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	d.settle()
}

// seen are the objects of the page and of its inspector.
func (d *desk) seen() []fyne.CanvasObject {
	return append(test.LaidOutObjects(d.Object()), test.LaidOutObjects(d.Inspector())...)
}

func (d *desk) says(words string) bool {
	var all strings.Builder
	for _, o := range d.seen() {
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

func TestStatusFollowsTheSearch(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	if d.status != "62 found" {
		t.Errorf("the window shows the status %q", d.status)
	}
	d.search("")
	if d.status != "" {
		t.Errorf("without a query the window shows the status %q", d.status)
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
	last, err := d.s.Book.Search(t.Context(), "police", notes.SearchFilter{Kinds: []notes.Kind{notes.KindArticle}, Offset: 59})
	if err != nil || len(last.Results) != 1 {
		t.Fatalf("the last result is %+v: %v", last.Results, err)
	}
	if title := last.Results[0].Title; !d.says(title) {
		t.Errorf("the last page of results was not read: %s is not shown", title)
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
	if !d.says("Nowhere in the archive: “zeppelin”.") || !d.says("without zeppelin") || d.says("without police") {
		t.Error("the page does not offer to leave out the word that is nowhere")
	}
}

// tap presses the chip or row whose words begin so.
func (d *desk) tap(words string) {
	d.t.Helper()
	for _, o := range d.seen() {
		label, ok := o.(interface{ AccessibilityLabel() string })
		if tapped, can := o.(fyne.Tappable); ok && can && strings.HasPrefix(label.AccessibilityLabel(), words) {
			test.Tap(tapped)
			d.settle()
			return
		}
	}
	d.t.Fatalf("nothing to press says %q", words)
}

func TestFacetsNarrow(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	d.tap("The Gazette")
	if got, want := d.field.Text, `police source:"The Gazette"`; got != want {
		t.Errorf("the query is %q, want %q", got, want)
	}
	if got, want := d.Status(), "60 found"; got != want {
		t.Errorf("status %q, want %q", got, want)
	}
	d.search("haiti OR nairobi")
	d.tap("The Gazette")
	if got, want := d.field.Text, `haiti OR nairobi source:"The Gazette"`; got != want {
		t.Errorf("alternatives are narrowed to %q, want %q", got, want)
	}
	if !d.says("(with “haiti” or with “nairobi”), from The Gazette") {
		t.Error("it is not said what belongs together")
	}
}

func TestTabCompletes(t *testing.T) {
	d := open(t, look.Light)
	d.search("")
	test.Type(d.window.Canvas().Focused(), "police sour")
	d.settle()
	d.key(fyne.KeyTab)
	test.Type(d.window.Canvas().Focused(), "gaz")
	d.settle()
	d.key(fyne.KeyTab)
	if got, want := strings.TrimSpace(d.field.Text), `police source:"The Gazette"`; got != want {
		t.Errorf("completed to %q, want %q", got, want)
	}
}

func TestFaultsAndMeaningAreSaid(t *testing.T) {
	d := open(t, look.Light)
	d.search(`police "foreign minister`)
	if !d.says("the quotation mark is not closed") || d.Status() != "60 found" {
		t.Errorf("the fault is not said, or the rest not searched: %s", d.Status())
	}
	d.search("police after:2023-04 -court")
	if !d.says("that can be from April 2023 or later") || !d.says("except items with “court”") {
		t.Error("the page does not say what the query means")
	}
}

func TestAWordThatIsNowhereOffersTheNearest(t *testing.T) {
	d := open(t, look.Light)
	d.search("kenia police")
	d.tap("“kenya” instead of “kenia”")
	if got, want := d.field.Text, "kenya police"; got != want {
		t.Errorf("the query is %q, want %q", got, want)
	}
	d.search(`"would send polise"`)
	d.tap("“police” instead of “polise”")
	if got, want := d.field.Text, `"would send police"`; got != want {
		t.Errorf("the query is %q, want %q", got, want)
	}
}

func TestOrderOtherwise(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	d.tap("Best first")
	if !d.says("Newest first") {
		t.Error("the chip does not say the new order")
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
	test.Type(d.window.Canvas().Focused(), "The police") // in the place of what is proposed
	d.key(fyne.KeyReturn)
	rows, _, err := d.s.Book.Items(t.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindSearch}})
	if err != nil || len(rows) != 1 || rows[0].Title != "The police" {
		t.Errorf("saved %+v, %v", rows, err)
	}
	if len(d.told) != 1 {
		t.Errorf("told %q", d.told)
	}
}
