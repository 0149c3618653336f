package article

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/markdown"
	"cuttings/notes/text"
)

// placeDelay is how long after scrolling the place is remembered.
const placeDelay = 700 * time.Millisecond

// maxName is how many bytes of a selection are taken for a name.
const maxName = 120

// highlight keeps the selection in a colour and chooses what was kept.
func (p *Page) highlight(r text.Range, colour string) {
	p.keep(r, notes.Colour(colour), func(notes.Highlight) {})
}

// keep adds a highlight, then goes on with it.
func (p *Page) keep(r text.Range, colour notes.Colour, next func(notes.Highlight)) {
	id, capture := p.id, p.reading.Capture.ID
	var made notes.Highlight
	p.s.DoThen(func(ctx context.Context) (err error) {
		made, err = p.s.Book.AddHighlight(ctx, notes.NewHighlight{Article: id, Capture: capture, Range: r, Colour: colour})
		return err
	}, func() {
		if p.id == id {
			if p.page.Selection() == r {
				p.page.Deselect()
			}
			if p.page.Selection().Len() == 0 { // nothing else was selected meanwhile
				p.choose(made.ID)
			}
		}
		next(made)
	})
}

func (p *Page) remove(mark string) {
	id, ok := parse(mark)
	if !ok {
		return
	}
	p.s.DoThen(func(ctx context.Context) error { return p.s.Book.Delete(ctx, id) }, func() {
		p.s.Tell(lang.X("status.highlightTrashed", "The highlight is in the trash. Ctrl+Z brings it back."))
	})
}

// note opens a new note that quotes a passage, which is kept as a highlight if
// it is none yet.
func (p *Page) note(r text.Range) {
	title := lang.X("article.noteTitle", "Note on {{.Title}}", map[string]any{"Title": p.reading.Article.Title})
	write := func(highlight notes.Highlight) { p.s.MakeNote(title, quotation(highlight)+"\n\n") }
	for _, highlight := range p.reading.Highlights {
		if highlight.Range == r {
			write(highlight)
			return
		}
	}
	p.keep(r, notes.Yellow, write)
}

// quotation is the link that shows a highlight's words in a note. The words are
// written beside the highlight's name, so that the note can be read anywhere.
func quotation(h notes.Highlight) string {
	return "[[" + h.ID.String() + "|" + markdown.Target(text.Shorten(h.Exact, 60)) + "]]"
}

// entity offers to make a person, place … or an event of the selection.
func (p *Page) entity(kind notes.Kind, r text.Range) {
	name := text.Shorten(p.reading.Text.Slice(r), maxName)
	for _, possessive := range []string{"’s", "'s"} {
		name = strings.TrimSuffix(name, possessive)
	}
	entity.Ask(p.s, kind, name, func(item notes.Item) {
		p.s.Tell(lang.X("status.entityMade", "{{.Name}} was added. Its mentions are underlined.", map[string]any{"Name": item.Title}))
	})
}

// copyQuote puts the words, with where they come from, on the clipboard.
func (p *Page) copyQuote(r text.Range) {
	article := p.reading.Article
	from := make([]string, 0, 5)
	for _, part := range []string{article.Byline, "“" + article.Title + "”", article.Source, session.Date(article.Date, true), article.URL} {
		if part != "" && part != "“”" {
			from = append(from, part)
		}
	}
	fyne.CurrentApp().Clipboard().SetContent("“" + p.reading.Text.Slice(r) + "”\n— " + strings.Join(from, ", "))
	p.s.Tell(lang.X("status.quoteCopied", "The quotation was copied with its source."))
}

// comment opens the comment of a highlight for writing.
func (p *Page) comment(mark string) {
	p.inspector.choose(mark)
	p.inspector.write(mark)
}

// Commands are those of the article that is shown.
func (p *Page) Commands() []session.Command {
	return []session.Command{
		{Name: lang.X("command.findIn", "Find in this article"), Do: p.find.open, Shortcut: &desktop.CustomShortcut{
			KeyName: fyne.KeyF, Modifier: fyne.KeyModifierShortcutDefault,
		}},
		{Name: lang.X("command.edit", "Edit title, date and source…"), Do: p.edit},
		{Name: lang.X("command.capture", "Capture again from its address"), Do: p.recapture},
		{Name: lang.X("command.compare", "What changed since the capture before"), Also: session.HistoryWord(), Do: p.compare},
		{},
		{Name: lang.X("command.highlights", "Highlight the selection"), Keys: "1–5", Do: func() {
			if r := p.page.Selection(); r.Len() > 0 {
				p.highlight(r, string(notes.Yellow))
			}
		}},
		{Name: lang.X("command.noteOn", "Note on the selection"), Keys: "N", Do: func() {
			if r := p.page.Selection(); r.Len() > 0 {
				p.note(r)
			}
		}},
		{Name: lang.X("command.copyQuote", "Copy the quotation with its source"), Keys: "C", Do: func() {
			if r := p.page.Selection(); r.Len() > 0 {
				p.copyQuote(r)
			}
		}},
		{Name: lang.X("command.ends", "Move the ends of the chosen highlight"), Keys: "A", Do: p.adjust},
		{Name: lang.X("command.placeMark", "Place a waiting highlight by hand"), Do: p.placeNext},
		{Name: lang.X("command.splitMark", "Split the chosen highlight at the caret"), Keys: "S", Do: p.splitChosen},
		{Name: lang.X("command.joinMark", "Join the chosen highlight with the next"), Keys: "+", Do: p.joinChosen},
		{Name: lang.X("command.source", "Source of an event…"), Keys: "O", Do: p.sourceChosen},
		{Name: lang.X("command.siftMarks", "Filter the highlights"), Do: p.inspector.openSift},
		{},
		{Name: lang.X("command.suggestions", "Decide on suggestions"), Do: p.inspector.suggested.open, Shortcut: &desktop.CustomShortcut{
			KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift,
		}},
		{Name: lang.X("command.showSuggestions", "Show or hide suggestions"), Do: p.inspector.suggested.toggle},
		{Name: lang.X("command.reading", "To the reading page"), Keys: "Esc", Do: p.Focus},
	}
}
