package article

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// banner stands above the page while an older capture is read.
type banner struct {
	p      *Page
	words  *parts.Paragraph
	object *fyne.Container
}

func newBanner(p *Page) *banner {
	b := &banner{p: p, words: parts.NewParagraph()}
	b.object = container.NewStack(parts.NewFill(look.AccentBehind, 0),
		container.NewBorder(nil, parts.NewLine(), nil, nil, parts.NewInset(8, look.PanePadding, 8, look.PanePadding, b.words)))
	b.object.Hide()
	return b
}

func (b *banner) show(reading notes.Reading) {
	if reading.Current() {
		b.object.Hide()
	} else {
		id, capture := reading.Article.ID, reading.Capture.ID
		b.words.SetRuns(
			parts.Run{Words: lang.X("banner.old", "This is the article as it was captured on {{.Date}}.", map[string]any{"Date": capturedOn(reading.Capture)}) + "  "},
			parts.Run{Words: lang.X("banner.newest", "Read the newest"), Colour: look.Accent, Tapped: func() {
				b.p.s.Open(session.Place{Item: id, Kind: notes.KindArticle})
			}},
			parts.Run{Words: "  ·  ", Colour: look.TextSecond},
			parts.Run{Words: lang.X("banner.changed", "What changed since"), Colour: look.Accent, Tapped: func() {
				b.p.s.Open(session.Place{Item: id, Kind: notes.KindArticle, Capture: capture, Compare: true, Wide: true})
			}},
		)
		b.object.Show()
	}
	b.p.object.Refresh()
}

// capturedOn is the day and the time of a capture.
func capturedOn(c notes.Capture) string {
	at := c.Captured.Local()
	return session.Date(at.Format("2006-01-02"), true) + ", " + at.Format("15:04")
}

// recapture fetches the article again from its address.
func (p *Page) recapture() {
	if !p.shown {
		return
	}
	if p.reading.Article.URL == "" {
		p.s.Tell(lang.X("status.noAddress", "This article has no address to fetch it from. Edit it to add one."))
		return
	}
	p.fetch(false)
}

// fetch captures the article that is shown again. What is clearly not the
// article is kept only if the person says so.
func (p *Page) fetch(force bool) {
	id := p.id
	p.s.Tell(lang.X("status.fetching", "Fetching the page…"))
	p.s.Work.Latest("capture", func(ctx context.Context) (func(), error) {
		result, err := p.s.Book.Recapture(ctx, p.s.Collector, id, notes.Input{}, force)
		if errors.Is(err, notes.ErrUnlike) {
			return func() { p.askUnlike(id, err) }, nil
		}
		return func() { p.s.Tell(recaptured(result)) }, err
	}, p.s.Fail)
}

func (p *Page) askUnlike(id notes.ID, err error) {
	p.s.Tell("")
	form := &sheet.Sheet{
		Title: lang.X("unlike.title", "This does not look like the article"), Confirm: lang.X("unlike.keep", "Keep it as a capture"),
		Dismiss: lang.X("unlike.leave", "Leave it"),
	}
	form.Content = parts.NewParagraph(parts.Run{Words: session.Sentence(err)})
	form.Answer = func() string {
		if p.id == id {
			p.fetch(true)
		}
		return ""
	}
	form.Show(p.s.Window)
}

// recaptured says what became of capturing again.
func recaptured(r notes.Recaptured) string {
	if r.Same {
		return lang.X("status.unchanged", "The article has not changed since it was captured.")
	}
	words := lang.X("status.captured", "Captured. The capture before stays.")
	if r.Placed > 0 {
		words += " " + lang.XN("status.placed", "{{.N}} highlights were carried over.", r.Placed, map[string]any{"N": r.Placed})
	}
	if r.Orphaned > 0 {
		words += " " + lang.XN("status.orphaned", "{{.N}} highlights wait to be placed.", r.Orphaned, map[string]any{"N": r.Orphaned})
	}
	return words
}

// compare shows what changed up to the capture that is shown.
func (p *Page) compare() {
	if len(p.reading.Captures) < 2 {
		p.s.Tell(lang.X("status.oneCapture", "The article was captured once, so there is nothing to compare."))
		return
	}
	p.s.Open(session.Place{Item: p.id, Kind: notes.KindArticle, Compare: true, Wide: true})
}

// captures lists the captures of the article, for the inspector.
func (i *inspector) captures() []fyne.CanvasObject {
	reading := i.details.reading
	objects := []fyne.CanvasObject{parts.NewSection(lang.X("info.captures", "Captures"))}
	small := func(words string, tapped func()) parts.Run {
		colour := look.TextThird
		if tapped != nil {
			colour = look.Accent
		}
		return parts.Run{Words: words, Size: look.BadgeSize, Colour: colour, Tapped: tapped}
	}
	for n, capture := range reading.Captures {
		runs := []parts.Run{small(fmt.Sprintf("%s, %d KB", capture.MediaType, (capture.Size+1023)/1024), nil)}
		if capture.ID == reading.Capture.ID {
			runs = append(runs, small(" · "+lang.X("info.shown", "shown here"), nil))
		} else {
			place := session.Place{Item: reading.Article.ID, Kind: notes.KindArticle, Capture: capture.ID}
			if n == 0 {
				place.Capture = 0
			}
			runs = append(runs, small(" · ", nil), small(lang.X("info.read", "Read"), func() { i.p.s.Open(place) }))
		}
		if n > 0 {
			place := session.Place{Item: reading.Article.ID, Kind: notes.KindArticle, Capture: capture.ID, Compare: true, Wide: true}
			runs = append(runs, small(" · ", nil), small(lang.X("info.changed", "What changed since"), func() { i.p.s.Open(place) }))
		}
		objects = append(objects, parts.NewColumn(1, parts.NewParagraph(parts.Run{Words: capturedOn(capture)}), parts.NewParagraph(runs...)))
	}
	if reading.Article.URL != "" {
		objects = append(objects, parts.NewParagraph(parts.Run{
			Words: lang.X("info.capture", "Capture again"), Colour: look.Accent, Tapped: i.p.recapture,
		}))
	}
	return objects
}
