package overview_test

import (
	"bytes"
	"context"
	"image/png"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
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

// article is a collector of one document at hand.
type article struct{ title, date, body string }

func (article) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

func (a article) Read(context.Context, notes.Input) (notes.Document, error) {
	var blocks []text.Block
	at := 0
	for _, paragraph := range strings.SplitAfter(a.body, "\n") {
		end := at + len(strings.TrimSuffix(paragraph, "\n"))
		blocks = append(blocks, text.Block{Range: text.Range{Start: at, End: end}, Kind: text.Paragraph})
		at += len(paragraph)
	}
	return notes.Document{
		Title: a.title, Date: a.date, Source: "The Gazette", Original: []byte(a.body), MediaType: "text/plain",
		Text: text.Text{Body: a.body, Blocks: blocks},
	}, nil
}

// desk is a page in a window, over a real archive.
type desk struct {
	session.Page
	t      *testing.T
	s      *session.Session
	window fyne.Window
	ids    map[string]notes.ID
	opened []session.Place
	saving session.Saving
	told   []string
	do     chan func()
}

func open(t *testing.T, palette look.Palette, page func(*session.Session) session.Page) *desk {
	t.Helper()
	store, _, err := sqlite.OpenOrCreate(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	book := notes.New(store, notes.Options{})
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(palette))
	d := &desk{t: t, window: app.NewWindow("test"), do: make(chan func(), 4096), ids: map[string]notes.ID{}}
	d.fill(book)
	d.s = &session.Session{
		Book: book, Window: d.window, Work: session.NewWork(t.Context(), func(f func()) { d.do <- f }, slog.New(slog.DiscardHandler)),
		Tell: func(words string) { d.told = append(d.told, words) }, Loaded: func() {},
		Save: func(saving session.Saving) { d.saving = saving },
		Key:  func(*fyne.KeyEvent) bool { return false }, Rune: func(r rune) bool { return d.letter(r) },
	}
	d.s.Open = func(place session.Place) {
		d.opened = append(d.opened, place)
		if place.Item == 0 && place.View == d.opened[0].View { // as the window does
			d.Page.Show(place)
			d.Page.Focus()
		}
	}
	d.Page = page(d.s)
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

// letter does what the page offers for a letter, as the window does.
func (d *desk) letter(r rune) bool {
	for _, command := range d.Commands() {
		if command.Keys == strings.ToUpper(string(r)) {
			command.Do()
			return true
		}
	}
	return false
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

// fill makes an archive in which Ada meets Boris and Carla, in two articles.
func (d *desk) fill(book *notes.Notebook) {
	add := func(e notes.Entity) notes.ID {
		made, err := book.AddEntity(d.t.Context(), e)
		d.must(err)
		d.ids[e.Title] = made.ID
		return made.ID
	}
	named := func(kind notes.Kind, name string) notes.Item { return notes.Item{Kind: kind, Title: name} }
	ada := add(notes.Entity{Item: named(notes.KindPerson, "Ada Lind")})
	boris := add(notes.Entity{Item: named(notes.KindPerson, "Boris Kern")})
	add(notes.Entity{Item: named(notes.KindPerson, "Carla Monti")})
	turin := add(notes.Entity{Item: named(notes.KindPlace, "Turin")})
	meeting := add(notes.Entity{
		Item: named(notes.KindEvent, "Meeting in Turin"), Date: "2023-04-22", Place: turin,
		Participants: []notes.Participant{{Entity: ada, Role: "host"}, {Entity: boris}},
	})
	add(notes.Entity{Item: named(notes.KindEvent, "Strike at the docks"), Date: "2021-07"})
	add(notes.Entity{Item: named(notes.KindEvent, "A quarrel"), Description: "Nobody says when."})
	for _, a := range []article{
		{"They met", "2023-04-24", "Ada Lind received Boris Kern in Turin on Saturday.\nCarla Monti was not asked."},
		{"They met again", "2023-06-02", "In Turin, Ada Lind spoke with Boris Kern for an hour."},
	} {
		for _, collected := range book.Collect(d.t.Context(), a, []notes.Input{{Name: a.title}}, notes.CollectOptions{}, nil) {
			d.must(collected.Err)
			d.ids[a.title] = collected.ID
		}
	}
	d.must(book.Settle(d.t.Context(), nil))
	for title, date := range map[string]string{"They met": "", "They met again": "2023-04-23"} {
		made, err := book.AddHighlight(d.t.Context(), notes.NewHighlight{Article: d.ids[title], Range: text.Range{End: 30}, Colour: notes.Green})
		d.must(err)
		d.must(book.SetSource(d.t.Context(), notes.Source{Event: meeting, Highlight: made.ID, Date: date}))
	}
	tag, err := book.Item(d.t.Context(), meeting)
	d.must(err)
	d.must(book.Tag(d.t.Context(), []notes.ID{tag.ID}, "talks"))
}

// settle waits for what is under way and runs what it brings, until that begins
// nothing more.
func (d *desk) settle() {
	for d.s.Work.Wait(); len(d.do) > 0; d.s.Work.Wait() {
		for len(d.do) > 0 {
			(<-d.do)()
		}
	}
}

func (d *desk) show(place session.Place) {
	d.t.Helper()
	d.s.Open(place)
	d.settle()
}

func (d *desk) key(names ...fyne.KeyName) {
	d.t.Helper()
	for _, name := range names {
		d.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		d.settle()
	}
}

func (d *desk) typed(letters string) {
	d.t.Helper()
	for _, r := range letters {
		d.window.Canvas().Focused().TypedRune(r)
		d.settle()
	}
}

// last is where was gone to last.
func (d *desk) last() session.Place {
	d.t.Helper()
	return d.opened[len(d.opened)-1]
}

// words are those on the page and in its inspector.
func (d *desk) words() string {
	var all strings.Builder
	for _, o := range append(test.LaidOutObjects(d.Object()), test.LaidOutObjects(d.Inspector())...) {
		switch o := o.(type) {
		case *canvas.Text:
			all.WriteString(o.Text + "\n")
		case interface{ AccessibilityLabel() string }:
			all.WriteString(o.AccessibilityLabel() + "\n")
		}
	}
	return all.String()
}

func (d *desk) says(words ...string) {
	d.t.Helper()
	all := d.words()
	for _, one := range words {
		if !strings.Contains(all, one) {
			d.t.Errorf("the page does not say %q", one)
		}
	}
}

func (d *desk) silent(words ...string) {
	d.t.Helper()
	all := d.words()
	for _, one := range words {
		if strings.Contains(all, one) {
			d.t.Errorf("the page says %q", one)
		}
	}
}

// tap presses what says these words.
func (d *desk) tap(words string) {
	d.t.Helper()
	for _, o := range append(test.LaidOutObjects(d.Object()), test.LaidOutObjects(d.Inspector())...) {
		label, ok := o.(interface{ AccessibilityLabel() string })
		if tapped, can := o.(fyne.Tappable); ok && can && strings.HasPrefix(label.AccessibilityLabel(), words) {
			test.Tap(tapped)
			d.settle()
			return
		}
	}
	d.t.Fatalf("nothing to press says %q", words)
}

// written is what the page writes into a file of an ending.
func (d *desk) written(ending string) string {
	d.t.Helper()
	write, err := d.saving.Prepare(ending)
	d.must(err)
	var out bytes.Buffer
	d.must(write(io.Writer(&out)))
	return out.String()
}

// picture writes what the window shows to a file, if a folder for it is named.
func (d *desk) picture(name string) {
	folder := os.Getenv("CUTTINGS_PICTURES")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	d.must(err)
	defer file.Close()
	d.must(png.Encode(file, d.window.Canvas().Capture()))
}
