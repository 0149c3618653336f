package desktop

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/anchor"
)

// site is a page of the web that changes.
type site struct{ body string }

func (s *site) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_, _ = w.Write([]byte("<html><head><title>The ferry</title></head><body><article><h1>The ferry</h1>" + s.body + "</article></body></html>"))
}

const (
	ferry = "<p>The first ferry left at noon on Friday with forty people on board, as the harbour union had said it would.</p>" +
		"<p>Nobody had paid for it by the evening, and nobody in the town hall could say who was going to pay for the next one.</p>" +
		"<p>The mayor promised an answer before the end of the week, and the union said that it would wait for it until then.</p>"
	later = "<p>The town hall has answered, after all, in a letter of one page that was read aloud in the harbour on Sunday.</p>" + ferry
	login = "<p>Please log in to read on, or become a member today.</p>"
)

// run does the command of a name.
func (o *opened) run(name string) {
	o.t.Helper()
	for _, command := range o.commands() {
		if strings.HasPrefix(command.Name, name) {
			command.Do()
			return
		}
	}
	o.t.Fatalf("there is no command %q", name)
}

// An article is captured again: what is not the article asks first, what is
// becomes a capture beside the old one, with its highlights.
func TestCaptureAgain(t *testing.T) {
	o := open(t)
	page := &site{body: ferry}
	server := httptest.NewServer(page)
	defer server.Close()
	collected := o.s.Book.Collect(t.Context(), o.s.Collector, []notes.Input{{URL: server.URL, Name: "ferry"}}, notes.CollectOptions{}, nil)
	if collected[0].Err != nil {
		t.Fatal(collected[0].Err)
	}
	id := collected[0].ID
	for _, words := range []string{"The first ferry left at noon", "until then"} {
		if _, err := o.s.Book.AddHighlight(t.Context(), notes.NewHighlight{Article: id, Quote: anchor.Quote{Exact: words}}); err != nil {
			t.Fatal(err)
		}
	}
	captures := func() int {
		found, err := o.s.Book.Captures(context.Background(), id)
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	o.open(session.Place{Item: id, Kind: notes.KindArticle})
	o.until("the article is shown", func() bool { return strings.Contains(o.page.Status(), "2 highlights") })

	o.run("Capture again")
	o.until("nothing had changed", func() bool { return strings.Contains(o.status.left.Words(), "has not changed") })
	page.body = login
	o.run("Capture again")
	o.until("the person is asked", func() bool { return o.s.Window.Canvas().Overlays().Top() != nil })
	o.s.Window.Canvas().Overlays().Remove(o.s.Window.Canvas().Overlays().Top())
	page.body = later
	o.run("Capture again")
	o.until("it is captured", func() bool { return captures() == 2 && strings.Contains(o.status.left.Words(), "carried over") })
	o.until("the new words are shown, and what changed can be", func() bool {
		o.run("What changed")
		return o.page == o.pages.comparing
	})
	o.until("what changed is shown", func() bool { return o.page.Status() != "" })
	o.step(-1)
	o.undo()
	o.until("the capture is taken back", func() bool { return captures() == 1 })
}

// Letters that act on a highlight say so where none is chosen, and do not go
// round in circles.
func TestLettersWithoutAHighlight(t *testing.T) {
	o := open(t)
	o.open(session.Place{Item: o.named("Kenya offers to lead a force in Haiti").ID, Kind: notes.KindArticle})
	o.until("the article is shown", func() bool { return o.page.Status() != "" })
	o.page.Focus()
	for _, letter := range "as+" {
		o.s.Tell("")
		o.s.Window.Canvas().Focused().TypedRune(letter)
		if !strings.Contains(o.status.left.Words(), "Choose a highlight first") {
			t.Errorf("%c: %q", letter, o.status.left.Words())
		}
	}
}

// Several highlights of the whole archive are recoloured, and written to a file
// that can be read again.
func TestManyHighlights(t *testing.T) {
	o := open(t)
	all := o.count(notes.KindHighlight)
	o.open(session.Place{View: session.Highlights})
	o.until("they are listed", func() bool { return o.list.Len() == all })
	o.list.PickAll()
	o.list.Focus()
	o.until("all are violet", func() bool {
		o.s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key5})
		_, total, err := o.s.Book.Highlights(t.Context(), notes.HighlightFilter{Colour: notes.Violet})
		if err != nil {
			t.Fatal(err)
		}
		return total == all
	})
	file := filepath.Join(t.TempDir(), "all.json")
	count, err := o.writeHighlights(t.Context(), nil, file)
	if err != nil || count != all {
		t.Fatalf("wrote %d of %d, %v", count, all, err)
	}
	if _, err := o.writeHighlights(t.Context(), nil, file); !os.IsExist(err) && err == nil {
		t.Error("a file that was there was written over")
	}
	said, err := o.readAnnotations(t.Context(), file)
	if err != nil || !strings.Contains(said, "were here already") {
		t.Errorf("read again: %q, %v", said, err)
	}
}
