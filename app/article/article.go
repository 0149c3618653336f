// Package article is the page of an article: the reading page with the
// person's highlights, and the inspector beside it. It shows what the notebook
// holds and asks the notebook for every change.
package article

import (
	"bytes"
	"context"
	"fmt"
	"image"
	_ "image/gif" // the kinds of picture that captures hold
	_ "image/jpeg"
	_ "image/png"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	_ "golang.org/x/image/webp"

	"cuttings/app/reader"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// Page is the page of an article.
type Page struct {
	s         *session.Session
	page      *reader.Page
	object    *fyne.Container
	find      *findBar
	banner    *banner
	inspector *inspector
	hovering  *hovering
	place     session.Place // that is shown
	id        notes.ID
	capture   notes.CaptureID // that was asked for; zero: the current one
	reading   notes.Reading
	shown     bool // the reading is that of id
	left      bool // another page was shown since
}

// New makes the page, empty.
func New(s *session.Session) *Page {
	p := &Page{s: s}
	p.page = reader.NewPage(reader.Actions{
		OnHighlight: p.highlight,
		OnRecolour: func(mark, colour string) {
			if id, ok := parse(mark); ok {
				to := notes.Colour(colour)
				p.s.Do(func(ctx context.Context) error {
					return p.s.Book.EditHighlight(ctx, id, notes.HighlightUpdate{Colour: &to})
				})
			}
		},
		OnDelete:    p.remove,
		OnRange:     p.moveTo,
		OnSplit:     p.split,
		OnJoin:      p.join,
		OnSource:    p.source,
		OnHover:     p.hover,
		OnNote:      p.note,
		OnPerson:    func(r text.Range) { p.entity(notes.KindPerson, r) },
		OnEvent:     func(r text.Range) { p.entity(notes.KindEvent, r) },
		OnCopyQuote: p.copyQuote,
		OnMark:      func(mark string) { p.inspector.choose(mark) },
		OnComment:   p.comment,
		OnChosen:    func(mark string) { p.inspector.choose(mark) },
		OnMention: func(mention string) {
			if id, ok := parse(mention); ok {
				p.s.OpenID(id)
			}
		},
		OnSuggestion: func(id string, at int) {
			p.hovering.hide()
			p.inspector.suggested.reveal(id, at)
		},
		OnLink: s.Browse,
		OnScrolled: func(float64) {
			p.hovering.hide()
			p.keepPlace()
			s.Loaded()
		},
		OnKey:  p.key,
		OnRune: s.Rune,
	})
	p.hovering = newHovering(p)
	p.inspector = newInspector(p)
	p.find = newFindBar(p)
	p.banner = newBanner(p)
	p.object = container.NewBorder(container.NewVBox(p.find.object, p.banner.object), nil, nil, nil, container.NewStack(p.page, p.hovering.object))
	return p
}

func parse(id string) (notes.ID, bool) {
	parsed, err := notes.ParseID(id)
	return parsed, err == nil
}

// Object is the page as it is put into the window.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Inspector stands at the page's right.
func (p *Page) Inspector() fyne.CanvasObject { return p.inspector.object }

// Focus gives the keyboard to the reading page.
func (p *Page) Focus() { p.s.Window.Canvas().Focus(p.page) }

// SetComfort changes the letters of the reading page.
func (p *Page) SetComfort(c reader.Comfort) { p.page.SetComfort(c) }

// Show reads an article and shows it, at a passage if one is given.
func (p *Page) Show(place session.Place) {
	p.place = place
	left := p.left
	p.left = false
	if place.Item == p.id && place.Capture == p.capture && p.shown {
		if left { // and was told of no change
			p.inspector.suggested.forgive()
			p.markAnew()
		}
		p.goTo(place)
		return
	}
	if place.Item != p.id {
		p.inspector.suggested.forget()
	}
	p.hovering.hide()
	p.id, p.capture, p.shown = place.Item, place.Capture, false
	p.read(place)
}

// read reads the capture that was asked for and shows it.
func (p *Page) read(place session.Place) {
	p.s.Work.Latest("article", func(ctx context.Context) (func(), error) {
		reading, err := p.s.Book.ReadCapture(ctx, place.Item, place.Capture)
		if err != nil {
			return nil, err
		}
		return func() {
			p.reading, p.shown = reading, true
			p.page.SetDocument(p.document(reading))
			p.banner.show(reading)
			p.mark()
			p.inspector.suggested.underline()
			p.find.look()
			if place.At.Len() == 0 && place.Mark == 0 && reading.Place > 0 && reading.Current() {
				p.page.SetPlace(reading.Place)
			}
			p.goTo(place)
			p.inspector.show(reading)
			p.s.Loaded()
		}, nil
	}, p.s.Fail)
}

// goTo brings a passage into sight; a highlight that is there is chosen. The places of
// the query that found it are marked.
func (p *Page) goTo(place session.Place) {
	if place.Words == "" {
		p.find.leave()
	}
	p.bringIntoSight(place)
	if place.Words != "" {
		p.find.seek(place.Words)
	}
}

func (p *Page) bringIntoSight(place session.Place) {
	for _, highlight := range p.reading.Highlights {
		if highlight.ID == place.Mark || place.Mark == 0 && place.At.Len() > 0 && highlight.Range == place.At {
			p.page.ScrollTo(highlight.Start)
			p.choose(highlight.ID)
			return
		}
	}
	for _, orphan := range p.reading.Orphans {
		if orphan.ID == place.Mark {
			p.inspector.choose(orphan.ID.String())
			p.s.Tell(lang.X("status.orphan", "The words of this highlight are not in the article as it is now. It waits in the inspector to be placed."))
			return
		}
	}
	if place.At.Len() > 0 {
		p.page.ScrollTo(place.At.Start)
		p.page.SetHits([]text.Range{place.At})
	}
}

// choose marks a highlight on the page and in the inspector.
func (p *Page) choose(id notes.ID) {
	p.page.Choose(id.String())
	p.inspector.choose(id.String())
}

// document makes of a reading what the reading page shows.
func (p *Page) document(reading notes.Reading) reader.Document {
	article, s := reading.Article, p.s
	var meta []reader.MetaRun
	add := func(words string, tapped func()) {
		if words == "" {
			return
		}
		if len(meta) > 0 {
			meta = append(meta, reader.MetaRun{Words: " · "})
		}
		meta = append(meta, reader.MetaRun{Words: words, OnTapped: tapped})
	}
	add(article.Byline, nil)
	if article.Source != article.Byline {
		add(article.Source, nil)
	}
	add(session.Date(article.Date, true), nil)
	minutes := session.MinutesToRead(article.Words)
	add(lang.XN("article.minutes", "{{.N}} min", minutes, map[string]any{"N": minutes}), nil)
	if address := article.URL; address != "" {
		add(lang.X("article.original", "original"), func() { s.Browse(address) })
	}
	return reader.Document{Key: article.ID.String(), Title: article.Title, Meta: meta, Text: reading.Text, Pictures: p.pictures(reading)}
}

// pictures are those that came with the capture.
func (p *Page) pictures(reading notes.Reading) map[string]reader.Picture {
	pictures := make(map[string]reader.Picture, len(reading.Pictures))
	for _, one := range reading.Pictures {
		pictures[one.Address] = reader.Picture{Width: one.Width, Height: one.Height, Load: func() (image.Image, error) {
			kept, err := p.s.Book.PictureBytes(context.Background(), reading.Capture.ID, one.Address)
			if err != nil {
				return nil, err
			}
			shown, _, err := image.Decode(bytes.NewReader(kept))
			return shown, err
		}}
	}
	return pictures
}

// mark puts highlights and mentions on the page.
func (p *Page) mark() {
	marks := make([]reader.Mark, 0, len(p.reading.Highlights))
	for _, highlight := range p.reading.Highlights {
		marks = append(marks, reader.Mark{
			ID: highlight.ID.String(), Range: highlight.Range, Colour: string(highlight.Colour), Comment: highlight.Comment != "",
		})
	}
	mentions := make([]reader.Mention, 0, len(p.reading.Mentions))
	for _, mention := range p.reading.Mentions {
		mentions = append(mentions, reader.Mention{ID: mention.Entity.String(), Range: mention.Range, Kind: string(mention.Kind)})
	}
	p.page.SetMarks(marks)
	p.page.Choose(p.inspector.chosen) // it may have been made a moment ago
	p.page.SetMentions(mentions)
}

// Changed marks the page anew. Its words stay: a capture never changes.
func (p *Page) Changed(change notes.Change) {
	if !p.shown {
		return
	}
	p.inspector.suggested.changed(change)
	p.markAnew()
}

// markAnew reads what marks the page, and shows it.
func (p *Page) markAnew() {
	id, was := p.id, p.reading
	p.s.Work.Latest("article marks", func(ctx context.Context) (func(), error) {
		article, err := p.s.Book.Article(ctx, id)
		if err != nil {
			return nil, err
		}
		reading := was
		reading.Article = article
		if err := p.s.Book.Mark(ctx, &reading); err != nil {
			return nil, err
		}
		return func() {
			if p.id != id {
				return
			}
			if p.capture == 0 && article.Capture != p.reading.Capture.ID {
				p.read(session.Place{Item: id}) // captured again, or that was undone
				return
			}
			before := p.reading.Article
			p.reading = reading
			if before.Title != article.Title || before.Byline != article.Byline || before.Source != article.Source || before.Date != article.Date {
				made := p.document(reading)
				p.page.SetHead(made.Title, made.Meta)
			}
			p.banner.show(reading)
			p.mark()
			p.inspector.show(reading)
			p.s.Loaded()
		}, nil
	}, p.s.Fail)
}

// Leave remembers the place and saves a comment that is being written.
func (p *Page) Leave() {
	p.left = true
	p.inspector.save()
	p.hovering.hide()
	p.keepPlace()
}

func (p *Page) keepPlace() {
	if !p.shown || !p.reading.Current() {
		return
	}
	id, place := p.id, p.page.Place()
	p.s.Work.After(placeDelay, "place", func(ctx context.Context) (func(), error) {
		return nil, p.s.Book.KeepPlace(ctx, id, place)
	}, p.s.Fail)
}

// narrow is a window with too little room to count everything, in Fyne units.
const narrow = 1000

// Status counts what the article has.
func (p *Page) Status() string {
	if !p.shown {
		return ""
	}
	count, words := len(p.reading.Highlights), p.reading.Article.Words
	waiting := ""
	if n := len(p.reading.Orphans); n > 0 {
		waiting = lang.XN("status.waiting", "{{.N}} wait", n, map[string]any{"N": n})
	}
	read := fmt.Sprintf("%.0f %%", 100*p.page.Progress())
	status := []string{
		lang.XN("status.highlights", "{{.N}} highlights", count, map[string]any{"N": count}), waiting,
		lang.XN("status.words", "{{.N}} words", words, map[string]any{"N": words}), read,
	}
	if p.s.Window.Canvas().Size().Width < narrow { // the room is for what is told at the left
		status = []string{waiting, read}
	}
	if left := session.MinutesToRead(int(float64(words) * (1 - p.page.Progress()))); p.page.Progress() < 1 {
		status = append(status, lang.X("status.left", "{{.N}} min left", map[string]any{"N": left}))
	}
	return strings.Join(slices.DeleteFunc(status, func(words string) bool { return words == "" }), " · ")
}
