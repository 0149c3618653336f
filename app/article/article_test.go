package article

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/session"
	"cuttings/assets"
	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/text"
	"cuttings/storage/sqlite"
)

func TestMain(m *testing.M) {
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// ready is a collector of texts at hand, by name.
type ready map[string]string

func (ready) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

func (r ready) Read(_ context.Context, input notes.Input) (notes.Document, error) {
	var b text.Builder
	for _, paragraph := range strings.Split(r[input.Name], text.BlockBreak) {
		b.Begin(text.Block{Kind: text.Paragraph})
		b.Write(paragraph)
	}
	t, err := b.Text()
	return notes.Document{Title: "The bridge", MediaType: "text/plain", Original: []byte(r[input.Name]), Text: t}, err
}

// record is an article longer than a page, with words of their own in each
// paragraph.
func record(paragraphs int) string {
	var all []string
	for i := range paragraphs {
		all = append(all, fmt.Sprintf("Entry %d: the engineer looked at pillar number %d of the bridge, and the mayor asked who would pay for it.", i, i))
	}
	return strings.Join(all, text.BlockBreak)
}

// desk is the page of an article in a window, over an archive of its own. Its
// interface's thread is the test's.
type desk struct {
	*Page
	t       *testing.T
	article notes.ID
	told    string
	show    chan func()
}

func open(t *testing.T, texts ready) *desk {
	t.Helper()
	store, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "test.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	book := notes.New(store, notes.Options{})
	kept := book.Collect(t.Context(), texts, []notes.Input{{Name: "first"}}, notes.CollectOptions{}, nil)
	if kept[0].Err != nil {
		t.Fatal(kept[0].Err)
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	d := &desk{t: t, article: kept[0].ID, show: make(chan func(), 256)}
	ctx, cancel := context.WithCancel(context.Background())
	s := &session.Session{
		Book: book, Collector: texts, Window: test.NewTempWindow(t, nil),
		Work: session.NewWork(ctx, func(show func()) { d.show <- show }, slog.New(slog.DiscardHandler)),
		Open: func(session.Place) {}, Tell: func(words string) { d.told = words }, Loaded: func() {},
		Rune: func(rune) bool { return false },
	}
	t.Cleanup(func() {
		cancel()
		s.Work.Wait()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	d.Page = New(s)
	s.Window.SetContent(d.Object())
	s.Window.SetPadded(false)
	s.Window.Resize(fyne.NewSize(700, 600))
	book.Subscribe(func(change notes.Change) { d.show <- func() { d.Changed(change) } })
	return d
}

func (d *desk) until(what string, so func() bool) {
	d.t.Helper()
	for end := time.After(time.Minute); !so(); {
		select {
		case show := <-d.show:
			show()
		case <-end:
			d.t.Fatalf("waited in vain until %s; told %q", what, d.told)
		}
	}
}

func (d *desk) read() {
	d.t.Helper()
	d.Show(session.Place{Item: d.article, Kind: notes.KindArticle})
	d.until("the article is shown", func() bool { return d.shown })
	d.Focus()
}

// dragged selects with the mouse and returns what was selected.
func (d *desk) dragged(from, to fyne.Position) text.Range {
	d.t.Helper()
	d.page.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
	d.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	d.page.DragEnd()
	r := d.page.Selection()
	if r.Len() == 0 {
		d.t.Fatal("nothing is selected")
	}
	return r
}

// grown presses Right, then Shift and Right, and returns what that selects.
func (d *desk) grown() text.Range {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	d.page.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.page.KeyDown(shift)
	d.page.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	d.page.KeyUp(shift)
	return d.page.Selection()
}

// After a highlight is made, recoloured, commented, undone, and after the
// article was given another title, the keyboard goes on where the mouse ended.
func TestTheCaretStaysWhereASelectionEnded(t *testing.T) {
	change := func(what string, do func(d *desk) error, so func(d *desk) bool) func(*desk) {
		return func(d *desk) {
			d.t.Helper()
			if err := do(d); err != nil {
				d.t.Fatal(err)
			}
			d.until(what, func() bool { return so(d) })
		}
	}
	for name, then := range map[string]func(*desk){
		"made": func(*desk) {},
		"recoloured": change("it is red", func(d *desk) error { d.page.TypedRune('4'); return nil },
			func(d *desk) bool { return d.reading.Highlights[0].Colour == notes.Red }),
		"commented": change("it has a comment", func(d *desk) error {
			words := "Who pays?"
			return d.s.Book.EditHighlight(d.t.Context(), d.reading.Highlights[0].ID, notes.HighlightUpdate{Comment: &words})
		}, func(d *desk) bool { return d.reading.Highlights[0].Comment != "" }),
		"undone": change("it is gone", func(d *desk) error {
			_, err := d.s.Book.Undo(d.t.Context())
			return err
		}, func(d *desk) bool { return len(d.reading.Highlights) == 0 }),
		"under another title": change("the title is shown", func(d *desk) error {
			title := "Another title"
			return d.s.Book.EditArticle(d.t.Context(), d.article, notes.ArticleUpdate{Title: &title})
		}, func(d *desk) bool { return d.page.Document().Title == "Another title" }),
	} {
		t.Run(name, func(t *testing.T) {
			d := open(t, ready{"first": record(60)})
			d.read()
			d.page.SetPlace(2500)
			r := d.dragged(fyne.NewPos(100, 300), fyne.NewPos(300, 330))
			d.page.TypedRune('3')
			d.until("it is highlighted", func() bool { return len(d.reading.Highlights) == 1 && d.page.Chosen() != "" })
			then(d)
			if got, want := d.grown(), (text.Range{Start: r.End + 1, End: r.End + 2}); got != want {
				t.Errorf("%v is selected, not %v, behind the highlight at %v", got, want, r)
			}
		})
	}
}

// A highlight is kept while the person selects something else already: that
// stays selected.
func TestASelectionMadeMeanwhileStays(t *testing.T) {
	d := open(t, ready{"first": record(60)})
	d.read()
	d.dragged(fyne.NewPos(100, 300), fyne.NewPos(300, 300))
	d.page.TypedRune('1')
	later := d.dragged(fyne.NewPos(100, 400), fyne.NewPos(300, 400))
	d.until("it is highlighted", func() bool { return len(d.reading.Highlights) == 1 })
	d.s.Work.Wait()
	for len(d.show) > 0 {
		(<-d.show)()
	}
	if got := d.page.Selection(); got != later {
		t.Errorf("%v is selected, not %v", got, later)
	}
}

// The inspector may be hidden, so the status line says that highlights wait.
func TestStatusSaysWhatWaits(t *testing.T) {
	const bolts, ferry = "Nobody reads reports about rusted bolts.", "A ferry with forty passengers left at noon."
	first := strings.Join([]string{record(5), bolts, ferry, "Rain fell."}, text.BlockBreak)
	for want, second := range map[string]string{
		"3 highlights · 1":           "",
		"2 highlights · 1 waits · 1": strings.Replace(first, bolts, "", 1),
		"1 highlight · 2 wait · 1":   strings.Replace(strings.Replace(first, bolts, "", 1), ferry, "", 1),
	} {
		d := open(t, ready{"first": first, "second": strings.ReplaceAll(second, strings.Repeat(text.BlockBreak, 2), text.BlockBreak)})
		d.s.Window.Resize(fyne.NewSize(narrow, 600))
		for _, words := range []string{bolts, ferry, "pillar number 2 of the bridge"} {
			add := notes.NewHighlight{Article: d.article, Colour: notes.Yellow, Quote: anchor.Quote{Exact: words}}
			if _, err := d.s.Book.AddHighlight(t.Context(), add); err != nil {
				t.Fatal(err)
			}
		}
		if second != "" {
			again := notes.Input{Name: "second", Data: []byte{}}
			if _, err := d.s.Book.Recapture(t.Context(), d.s.Collector, d.article, again, true); err != nil {
				t.Fatal(err)
			}
		}
		d.read()
		if got := d.Status(); !strings.HasPrefix(got, want) {
			t.Errorf("%q, not %q", got, want)
		}
		d.s.Window.Resize(fyne.NewSize(narrow-1, 600))
		if got := d.Status(); strings.Contains(got, "highlight") || strings.Contains(got, "wait") != strings.Contains(want, "wait") {
			t.Errorf("%q in a narrow window", got)
		}
	}
}
