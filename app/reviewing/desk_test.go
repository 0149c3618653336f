package reviewing_test

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/reviewing"
	"cuttings/app/session"
	"cuttings/assets"
	"cuttings/notes"
	"cuttings/notes/text"
	"cuttings/storage/sqlite"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// ready is a collector of documents at hand.
type ready map[string]string

func (r ready) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

func (r ready) Read(_ context.Context, input notes.Input) (notes.Document, error) {
	var b text.Builder
	for _, paragraph := range strings.Split(r[input.Name], "\n\n") {
		b.Begin(text.Block{Kind: text.Paragraph})
		b.Write(paragraph)
		b.End()
	}
	body, err := b.Text()
	return notes.Document{
		Title: input.Name, Date: "2023-04-24", Source: "The Gazette", Original: []byte(r[input.Name]), MediaType: "text/plain", Text: body,
	}, err
}

var articles = ready{
	"A call": "Canadian Foreign Minister Mélanie Joly called Alfred Mutua on Saturday, 22 April 2023.\n\n" +
		"Mélanie Joly spoke of Haiti. President Jovenel Moïse was assassinated in Port-au-Prince on 7 July 2021.",
	"A visit":    "Alfred Mutua, the Kenyan foreign minister, met Mélanie Joly in Nairobi.\n\nJohn Smith of London came, too. John Smith said nothing.",
	"An inquiry": "John Smith wrote a letter to Alfred Mutua.",
}

// desk is a review page with its evidence in a window, over a real archive.
type desk struct {
	*reviewing.Page
	t      *testing.T
	s      *session.Session
	window fyne.Window
	opened []session.Place
	told   []string
	do     chan func()
}

func open(t *testing.T, prepare func(d *desk)) *desk {
	t.Helper()
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	book := notes.New(store, notes.Options{})
	var inputs []notes.Input
	for _, title := range []string{"A call", "A visit", "An inquiry"} {
		inputs = append(inputs, notes.Input{Name: title})
	}
	for _, collected := range book.Collect(t.Context(), articles, inputs, notes.CollectOptions{}, nil) {
		if collected.Err != nil {
			t.Fatal(collected.Err)
		}
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	d := &desk{t: t, window: app.NewWindow("test"), do: make(chan func(), 4096)}
	d.s = &session.Session{
		Book: book, Window: d.window, Work: session.NewWork(t.Context(), func(f func()) { d.do <- f }, slog.New(slog.DiscardHandler)),
		Tell: func(words string) { d.told = append(d.told, words) }, Loaded: func() {},
		Key: func(*fyne.KeyEvent) bool { return false }, Rune: func(rune) bool { return false },
	}
	d.s.Open = func(place session.Place) {
		d.opened = append(d.opened, place)
		if place.View == session.Review {
			d.Show(place)
			d.Focus()
		}
	}
	if prepare != nil {
		prepare(d)
	}
	if err := book.Settle(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	d.Page = reviewing.New(d.s)
	stop := book.Subscribe(func(change notes.Change) { d.s.Work.Show(func() { d.Changed(change) }) })
	d.window.SetPadded(false)
	d.window.SetContent(container.NewBorder(nil, nil, nil, container.NewGridWrap(fyne.NewSize(318, 800), d.Inspector()), d.Object()))
	d.window.Resize(fyne.NewSize(1200, 800))
	t.Cleanup(func() {
		d.settle()
		stop()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	d.s.Open(session.Place{View: session.Review})
	d.settle()
	return d
}

// settle runs what the background brings until nothing is under way.
func (d *desk) settle() {
	for {
		d.s.Work.Wait()
		if len(d.do) == 0 {
			return
		}
		for len(d.do) > 0 {
			(<-d.do)()
		}
	}
}

func (d *desk) key(name fyne.KeyName) {
	d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	d.settle()
}

func (d *desk) typed(words string) {
	test.Type(d.window.Canvas().Focused(), words)
	d.settle()
}

// section goes to a part of the queue by its command.
func (d *desk) section(name string) {
	d.t.Helper()
	for _, command := range d.Commands() {
		if command.Name == name {
			command.Do()
			d.settle()
			return
		}
	}
	d.t.Fatalf("no command %q", name)
}

// chooseRow goes down until the row that begins so is chosen.
func (d *desk) chooseRow(words string) {
	d.t.Helper()
	d.key(fyne.KeyHome)
	rows := d.rows()
	i := slices.IndexFunc(rows, func(row string) bool { return strings.HasPrefix(row, words) })
	if i < 0 {
		d.t.Fatalf("no row begins with %q: %q", words, rows)
	}
	for range i {
		d.key(fyne.KeyDown)
	}
}

// rows are the rows of the list, in order, each of which is seen.
func (d *desk) rows() []string {
	d.t.Helper()
	seen := map[string]bool{}
	for _, o := range test.LaidOutObjects(d.Object()) {
		if row, ok := o.(reviewing.Row); ok {
			seen[row.AccessibilityLabel()] = true
		}
	}
	rows := d.Rows()
	if len(rows) != len(seen) {
		d.t.Errorf("%d rows, but %d are seen", len(rows), len(seen))
	}
	for _, row := range rows {
		if !seen[row] {
			d.t.Errorf("%q is not seen", row)
		}
	}
	return rows
}

func (d *desk) has(words string) bool {
	return slices.ContainsFunc(d.rows(), func(row string) bool { return strings.HasPrefix(row, words) })
}

// evidence is what the inspector says.
func (d *desk) evidence() string {
	var all strings.Builder
	for _, o := range test.LaidOutObjects(d.Inspector()) {
		if said, ok := o.(*parts.Paragraph); ok && said.Visible() {
			all.WriteString(said.Words() + "\n")
		}
	}
	return all.String()
}

func (d *desk) named(name string) notes.Entity {
	d.t.Helper()
	item, err := d.s.Book.Resolve(d.t.Context(), name)
	if err != nil {
		d.t.Fatalf("%s: %v", name, err)
	}
	entity, err := d.s.Book.Entity(d.t.Context(), item.ID)
	if err != nil {
		d.t.Fatal(err)
	}
	return entity
}

func (d *desk) add(kind notes.Kind, name string, aliases ...string) notes.ID {
	d.t.Helper()
	entity, err := d.s.Book.AddEntity(d.t.Context(), notes.Entity{Item: notes.Item{Kind: kind, Title: name}, Aliases: aliases})
	if err != nil {
		d.t.Fatal(err)
	}
	return entity.ID
}

func (d *desk) undo() {
	d.t.Helper()
	if _, err := d.s.Book.Undo(d.t.Context()); err != nil {
		d.t.Fatal(err)
	}
	d.settle()
}
