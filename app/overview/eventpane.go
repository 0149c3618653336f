package overview

import (
	"context"
	"errors"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/linked"
	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// mostDescription is how many lines of an event's description are shown.
const mostDescription = 8

// eventPane stands beside the timeline: what is known of the chosen event, and
// the events without a date.
type eventPane struct {
	p    *Timeline
	pane *parts.TabPane

	id      notes.ID // of the event that is shown; zero: none
	account account
	several []notes.Entity // shown in place of one: those that stand together
}

// account is what is known of an event.
type account struct {
	event       notes.Entity
	names       map[notes.ID]notes.Item // of its place and participants
	description []linked.Piece
	sources     []told
}

// told is a source of an event.
type told struct {
	notes.Source
	highlight notes.Highlight
	article   notes.Article
}

func newEventPane(p *Timeline) *eventPane {
	i := &eventPane{p: p}
	i.pane = parts.NewTabPane(i.cards, i.words()...)
	return i
}

func (i *eventPane) words() []string {
	undated := lang.X("timeline.undatedTab", "Without a date")
	if n := len(i.p.known.undated); n > 0 {
		undated += " " + number(n)
	}
	return []string{session.KindName(notes.KindEvent), undated}
}

// show reads what is known of an event and shows it; zero shows none.
func (i *eventPane) show(id notes.ID) {
	if id != i.id || id == 0 {
		i.account, i.several = account{}, nil
	}
	i.id = id
	if id == 0 {
		i.p.s.Work.Cancel("timeline event")
		i.pane.Refresh(i.words()...)
		return
	}
	i.p.s.Work.Latest("timeline event", func(ctx context.Context) (func(), error) {
		known, err := readAccount(ctx, i.p.s.Book, id)
		return func() {
			i.account = known
			i.pane.Refresh(i.words()...)
		}, err
	}, i.p.s.Fail)
}

// list shows events that stand together.
func (i *eventPane) list(several []notes.Entity) {
	i.show(0)
	i.several = several
	i.pane.Refresh(i.words()...)
}

func readAccount(ctx context.Context, book *notes.Notebook, id notes.ID) (account, error) {
	a := account{names: map[notes.ID]notes.Item{}}
	var err error
	if a.event, err = book.Entity(ctx, id); err != nil {
		return a, err
	}
	refer := []notes.ID{a.event.Place}
	for _, participant := range a.event.Participants {
		refer = append(refer, participant.Entity)
	}
	for _, other := range refer {
		if other == 0 {
			continue
		}
		if a.names[other], err = book.Item(ctx, other); err != nil && !errors.Is(err, notes.ErrNotFound) {
			return a, fmt.Errorf("read who took part: %w", err)
		}
	}
	if a.description, err = linked.Read(ctx, book, a.event.Description); err != nil {
		return a, err
	}
	sources, err := book.Sources(ctx, id)
	if err != nil {
		return a, err
	}
	for _, source := range sources {
		one := told{Source: source}
		if one.highlight, err = book.Highlight(ctx, source.Highlight); err != nil {
			return a, fmt.Errorf("read a source: %w", err)
		}
		if one.article, err = book.Article(ctx, one.highlight.Article); err != nil {
			return a, fmt.Errorf("read the article of a source: %w", err)
		}
		a.sources = append(a.sources, one)
	}
	return a, nil
}

// cards are what a tab shows.
func (i *eventPane) cards(tab int) []fyne.CanvasObject {
	switch {
	case tab == 1:
		return i.undated()
	case len(i.several) > 0:
		return i.together()
	case i.account.event.ID == 0:
		return []fyne.CanvasObject{hint(lang.X("timeline.chooseHint",
			"What is known of an event is shown here. A click chooses one, or the arrows up and down; Enter opens it."))}
	}
	cards := []fyne.CanvasObject{i.facts()}
	for _, one := range i.account.sources {
		cards = append(cards, i.source(one))
	}
	if len(i.account.sources) == 0 {
		cards = append(cards, hint(lang.X("timeline.sourceHint",
			"No source yet. Highlights that speak of the event are its sources: choose one in an article and say of which event it tells.")))
	}
	return cards
}

func (i *eventPane) undated() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, item := range i.p.known.undated {
		cards = append(cards, head(item.Title, func() { i.p.open(item.ID) }))
	}
	if len(cards) == 0 {
		cards = append(cards, hint(lang.X("timeline.undatedHint", "Every event has a date. Those without one are listed here.")))
	}
	return cards
}

// together lists events that stand on one another; a tap chooses one.
func (i *eventPane) together() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, event := range i.several {
		cards = append(cards, head(event.Title, func() {
			i.p.chart.Choose(event.ID)
			i.show(event.ID)
			i.p.Focus()
		}, small(session.Date(event.Date, true))))
	}
	return cards
}

// facts say what the event is: its name, when and where, who took part.
func (i *eventPane) facts() fyne.CanvasObject {
	a := i.account
	said := []fyne.CanvasObject{parts.NewParagraph(parts.Run{Words: session.Date(a.event.Date, true)})}
	if place, ok := a.names[a.event.Place]; ok {
		said = append(said, i.fact(lang.X("kind.place", "Place"), i.link(place)))
	}
	var who []parts.Run
	for n, participant := range a.event.Participants {
		if n > 0 {
			who = append(who, parts.Run{Words: between, Colour: look.TextThird})
		}
		who = append(who, i.link(a.names[participant.Entity]))
		if participant.Role != "" {
			who = append(who, parts.Run{Words: " (" + participant.Role + ")", Colour: look.TextSecond})
		}
	}
	if len(who) > 0 {
		said = append(said, i.fact(lang.X("entity.participants", "Took part"), who...))
	}
	if a.event.Description != "" {
		words := parts.NewParagraph(linked.Runs(a.description, func(item notes.Item) { i.p.s.OpenItem(item, text.Range{}) })...)
		words.MaxLines = mostDescription
		said = append(said, words)
	}
	return head(a.event.Title, func() { i.p.open(a.event.ID) }, said...)
}

func (i *eventPane) fact(name string, runs ...parts.Run) fyne.CanvasObject {
	return parts.NewParagraph(append([]parts.Run{{Words: name + "  ", Colour: look.TextSecond}}, runs...)...)
}

func (i *eventPane) link(item notes.Item) parts.Run {
	return parts.Run{Words: item.Title, Colour: look.Accent, Tapped: func() { i.p.s.OpenItem(item, text.Range{}) }}
}

// source is a passage that tells of the event, and where it tells otherwise
// than the others; a tap opens it.
func (i *eventPane) source(one told) fyne.CanvasObject {
	column := parts.NewColumn(5, newEdged(parts.NewEdge(string(one.highlight.Colour)), quoted(parts.Run{Words: one.highlight.Exact})))
	if differs := joined(session.Date(one.Date, true), one.Place, one.Number); differs != "" {
		column.Add(parts.NewInset(0, 0, 0, besideEdge, parts.NewParagraph(
			parts.Run{Words: lang.X("timeline.here", "Here:") + " ", Size: look.BadgeSize, Colour: look.TextSecond},
			parts.Run{Words: differs, Size: look.BadgeSize, Font: look.Semibold})))
	}
	column.Add(parts.NewInset(0, 0, 0, besideEdge, small(joined(one.article.Title, one.article.Source, session.Date(one.article.Date, false)))))
	return parts.NewTapCard(lang.X("entity.open", "Open the passage"), column, func() {
		i.p.s.Open(session.Place{Item: one.article.ID, Kind: notes.KindArticle, Mark: one.highlight.ID})
	})
}
