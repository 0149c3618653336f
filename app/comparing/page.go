// Package comparing is the page that shows what changed between two captures of
// an article, side by side.
package comparing

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/reader"
	"cuttings/app/session"
	"cuttings/notes"
)

// Page is the comparison. It is read with the keys and the mouse of the reading
// page, whose table it is.
type Page struct {
	s     *session.Session
	page  *reader.Page
	place session.Place
	found notes.Comparison
	shown bool
}

// New makes the page, empty.
func New(s *session.Session) *Page {
	p := &Page{s: s}
	p.page = reader.NewPage(reader.Actions{
		OnLink:     p.follow,
		OnScrolled: func(float64) { s.Loaded() },
		OnKey:      s.Key,
		OnRune:     s.Rune,
	})
	return p
}

// wide is the measure of the two columns together, in Fyne units at the
// ordinary size of letters.
const wide = 1080

// SetComfort changes the letters.
func (p *Page) SetComfort(c reader.Comfort) {
	c.Measure = wide
	p.page.SetComfort(c)
}

// Object is the page as it is put into the window.
func (p *Page) Object() fyne.CanvasObject { return p.page }

// Inspector is nil: the two columns take the room.
func (p *Page) Inspector() fyne.CanvasObject { return nil }

// Focus gives the keyboard to the page.
func (p *Page) Focus() { p.s.Window.Canvas().Focus(p.page) }

// Show compares, in the background, and shows what came of it.
func (p *Page) Show(place session.Place) {
	if place == p.place && p.shown {
		return
	}
	p.place, p.shown = place, false
	p.page.SetDocument(reader.Document{Title: lang.X("compare.working", "Comparing…")})
	p.read()
}

func (p *Page) read() {
	place := p.place
	p.s.Work.Latest("compare", func(ctx context.Context) (func(), error) {
		found, err := p.s.Book.Compare(ctx, place.Item, place.Capture, 0)
		if err != nil {
			return nil, err
		}
		made, coloured := document(found)
		return func() {
			at := p.page.Place()
			p.found = found
			p.page.SetDocument(made)
			p.page.SetMarks(coloured)
			if p.shown {
				p.page.SetPlace(at)
			}
			p.shown = true
			p.s.Loaded()
		}, nil
	}, p.s.Fail)
}

// follow opens the highlight that a link leads to.
func (p *Page) follow(target string) {
	written, ok := strings.CutPrefix(target, markLink)
	if !ok {
		return
	}
	if id, err := notes.ParseID(written); err == nil {
		p.s.Open(session.Place{Item: p.place.Item, Kind: notes.KindArticle, Mark: id})
	}
}

// Changed compares anew what a change is about.
func (p *Page) Changed(change notes.Change) {
	if !p.shown {
		return
	}
	about := change.Touches(p.place.Item)
	for _, highlight := range p.found.Highlights {
		about = about || change.Touches(highlight.ID)
	}
	if about {
		p.read()
	}
}

// Leave has nothing to save.
func (p *Page) Leave() {}

// Status says how far the page has been read.
func (p *Page) Status() string {
	if !p.shown {
		return ""
	}
	count := len(p.found.Highlights)
	return lang.XN("compare.status", "{{.N}} highlights in what changed", count, map[string]any{"N": count})
}

// Commands are those of the comparison.
func (p *Page) Commands() []session.Command {
	return []session.Command{{Name: lang.X("compare.article", "To the article"), Do: func() {
		p.s.Open(session.Place{Item: p.place.Item, Kind: notes.KindArticle})
	}}}
}
