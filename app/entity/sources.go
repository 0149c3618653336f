package entity

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// accountRoom is how wide the column is that says where accounts differ, in Fyne
// units.
const accountRoom = 190

// account is a source of an event with its passage.
type account struct {
	notes.Source
	highlight notes.Highlight
	where     string
}

// readAccounts reads the sources of an event.
func readAccounts(ctx context.Context, book *notes.Notebook, event notes.Entity) ([]account, error) {
	if event.Kind != notes.KindEvent {
		return nil, nil
	}
	sources, err := book.Sources(ctx, event.ID)
	if err != nil {
		return nil, err
	}
	var accounts []account
	for _, source := range sources {
		highlight, err := book.Highlight(ctx, source.Highlight)
		if errors.Is(err, notes.ErrNotFound) {
			continue
		}
		if err != nil {
			return nil, err
		}
		article, err := book.Article(ctx, highlight.Article)
		if err != nil {
			return nil, err
		}
		accounts = append(accounts, account{source, highlight, joined(article.Title, article.Source, session.Date(article.Date, false))})
	}
	return accounts, nil
}

// drawAccounts shows the sources, each with its own account beside its passage.
func (p *Page) drawAccounts(k known, add func(float32, fyne.CanvasObject)) {
	if k.entity.Kind != notes.KindEvent {
		return
	}
	differ := false
	for _, one := range k.accounts {
		differ = differ || one.Differs(k.entity.Date)
	}
	head := lang.X("entity.noSources", "No source yet")
	if n := len(k.accounts); n > 0 {
		head = lang.XN("entity.sources", "{{.N}} sources", n, map[string]any{"N": n})
	}
	runs := []parts.Run{{Words: head, Font: look.Semibold}}
	if differ {
		runs = append(runs, parts.Run{Words: "   " + lang.X("entity.differ", "accounts differ"), Colour: look.Alarm})
	}
	add(28, parts.NewParagraph(runs...))
	if len(k.accounts) == 0 {
		add(6, hint(lang.X("entity.noSourcesHint", "The highlights that tell of it are listed here. Accept an event from a text, and its sentences are its sources.")))
	}
	for _, one := range k.accounts {
		add(8, p.accountRow(k, one))
	}
}

// accountRow is one source: at the left what it says otherwise, at the right its
// words.
func (p *Page) accountRow(k known, one account) fyne.CanvasObject {
	var said []parts.Run
	line := func(words string, run parts.Run) {
		if words == "" {
			return
		}
		if len(said) > 0 {
			words = "\n" + words
		}
		run.Words = words
		said = append(said, run)
	}
	own := parts.Run{Font: look.Semibold}
	line(session.Date(one.Date, true), own)
	if one.Date == "" && k.entity.Date != "" { // it says the event's date, or none
		line(lang.X("entity.noOtherDate", "no other date"), parts.Run{Colour: look.TextSecond})
	}
	line(one.Place, own)
	line(one.Number, own)
	quoted := parts.NewParagraph(parts.Run{Words: one.highlight.Exact, Font: look.Serif, Size: look.SnippetSize})
	quoted.Spacing = look.SnippetLine
	where := parts.NewParagraph(
		parts.Run{Words: one.where, Size: look.BadgeSize, Colour: look.Accent, Tapped: func() {
			p.s.Open(session.Place{Item: one.highlight.Article, Kind: notes.KindArticle, Mark: one.highlight.ID})
		}},
		parts.Run{Words: "   ", Size: look.BadgeSize},
		parts.Run{Words: lang.X("entity.account", "Its account…"), Size: look.BadgeSize, Colour: look.Accent, Tapped: func() { AskAccount(p.s, one.Source, one.highlight.Exact) }},
		parts.Run{Words: " · ", Size: look.BadgeSize, Colour: look.TextThird},
		parts.Run{Words: lang.X("entity.notSource", "Not a source"), Size: look.BadgeSize, Colour: look.Accent, Tapped: func() { RemoveSource(p.s, one.Source) }})
	row := newBeside(parts.NewParagraph(said...), parts.NewColumn(3, quoted, where), 0, accountRoom)
	row.least = 2 * accountRoom
	return parts.NewColumn(7, row, parts.NewLine())
}

// AskAccount asks for what a source of an event says otherwise than the event.
func AskAccount(s *session.Session, source notes.Source, quotation string) {
	form := &sheet.Sheet{Title: lang.X("entity.accountTitle", "What this source says otherwise"), Confirm: lang.X("sheet.save", "Save")}
	field := func(label, hint, value string) (*parts.Field, fyne.CanvasObject) {
		made := parts.NewField(hint)
		made.SetText(value)
		form.Attach(made)
		return made, parts.NewColumn(2, parts.NewParagraph(parts.Run{Words: label, Size: look.BadgeSize, Colour: look.TextSecond}), made)
	}
	asEvent := lang.X("entity.asEvent", "As the event has it")
	date, dateRoom := field(lang.X("entity.date", "Date"), asEvent, session.Date(source.Date, true))
	place, placeRoom := field(lang.X("kind.place", "Place"), asEvent, source.Place)
	number, numberRoom := field(lang.X("entity.number", "Number"), lang.X("entity.numberHint", "What it counts: at least 70 dead"), source.Number)
	understood := parts.NewParagraph()
	date.OnChanged = func(typed string) {
		understood.SetRuns(parts.Run{Words: session.DateUnderstood(typed), Size: look.BadgeSize, Colour: look.TextSecond})
		form.Refresh()
	}
	quoted := parts.NewParagraph(parts.Run{Words: quotation, Font: look.Serif, Size: look.QuoteSize})
	quoted.MaxLines = 6
	form.Content = parts.NewColumn(10, quoted, dateRoom, understood, placeRoom, numberRoom)
	form.First = date
	form.Answer = func() string {
		said := source
		if date.Text != session.Date(source.Date, true) {
			typed, ok := session.TypedDate(date.Text)
			if !ok {
				return session.DateUnderstood(date.Text)
			}
			said.Date = typed
		}
		said.Place, said.Number = strings.TrimSpace(place.Text), strings.TrimSpace(number.Text)
		s.DoThen(func(ctx context.Context) error { return s.Book.SetSource(ctx, said) }, func() {
			s.Tell(lang.X("entity.accountKept", "Its account is kept. Ctrl+Z takes it back."))
		})
		return ""
	}
	form.Show(s.Window)
}

// RemoveSource makes a highlight no source of an event any more.
func RemoveSource(s *session.Session, source notes.Source) {
	s.DoThen(func(ctx context.Context) error { return s.Book.RemoveSource(ctx, source.Event, source.Highlight) }, func() {
		s.Tell(lang.X("entity.sourceRemoved", "The highlight stays, and is no source any more. Ctrl+Z takes it back."))
	})
}
