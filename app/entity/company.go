package entity

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// mostTogether is how many passages that name two are listed.
const mostTogether = 60

// together is where an entity is named with another, and what both took part in.
type together struct {
	of       notes.ID
	with     notes.Item
	passages []shared
	events   []notes.Entity
}

// shared is a passage that names both, or two that name one each.
type shared struct {
	notes.Passage
	quoted []excerpt
}

// excerpt is a stretch of an article with what stands around it.
type excerpt struct {
	before, words, after string
	paragraph            int
}

// companyWords say what two share: "5 articles · 2 paragraphs · 1 event".
func companyWords(c notes.Company) string {
	var said []string
	if c.Articles > 0 {
		said = append(said, lang.XN("entity.articles", "{{.N}} articles", c.Articles, map[string]any{"N": c.Articles}))
	}
	if c.Paragraphs > 0 {
		said = append(said, lang.XN("entity.paragraphs", "{{.N}} paragraphs", c.Paragraphs, map[string]any{"N": c.Paragraphs}))
	}
	if c.Events > 0 {
		said = append(said, lang.XN("merge.events", "{{.N}} events", c.Events, map[string]any{"N": c.Events}))
	}
	return strings.Join(said, " · ")
}

// openTogether lists the passages that name the entity and another.
func (i *inspector) openTogether(other notes.Item) {
	id, book := i.p.id, i.p.s.Book
	i.p.s.Work.Latest("together", func(ctx context.Context) (func(), error) {
		found, err := readTogether(ctx, book, id, other)
		return func() {
			if i.p.id == id {
				i.together = found
				i.pane.Refresh(i.words()...)
			}
		}, err
	}, i.p.s.Fail)
}

func readTogether(ctx context.Context, book *notes.Notebook, id notes.ID, other notes.Item) (together, error) {
	t := together{of: id, with: other}
	passages, err := book.Together(ctx, id, other.ID, mostTogether)
	if err != nil {
		return t, err
	}
	texts := map[notes.ID]text.Text{}
	for _, passage := range passages {
		body, ok := texts[passage.Article]
		if !ok {
			article, err := book.Article(ctx, passage.Article)
			if err != nil {
				return t, err
			}
			if body, err = book.Text(ctx, article.Capture); err != nil {
				return t, fmt.Errorf("read the text of %s: %w", passage.Article, err)
			}
			texts[passage.Article] = body
		}
		one := shared{Passage: passage}
		for _, at := range passage.InOrder() {
			quoted := excerpt{paragraph: body.ParagraphAt(at.Start)}
			quoted.before, quoted.words, quoted.after = Around(body, at)
			one.quoted = append(one.quoted, quoted)
		}
		t.passages = append(t.passages, one)
	}
	t.events, err = EventsOfBoth(ctx, book, id, other.ID)
	return t, err
}

// EventsOfBoth returns the events in which two take part, of which one may be the
// event itself.
func EventsOfBoth(ctx context.Context, book *notes.Notebook, a, b notes.ID) ([]notes.Entity, error) {
	events, err := book.EventsWith(ctx, a)
	if err != nil {
		return nil, err
	}
	item, err := book.Item(ctx, a)
	if err != nil {
		return nil, err
	}
	if item.Kind == notes.KindEvent {
		event, err := book.Entity(ctx, a)
		if err != nil {
			return nil, err
		}
		events = append([]notes.Entity{event}, events...)
	}
	return slices.DeleteFunc(events, func(event notes.Entity) bool {
		part := slices.ContainsFunc(event.Participants, func(p notes.Participant) bool { return p.Entity == b })
		return !part && event.Place != b && event.ID != b
	}), nil
}

func (i *inspector) togetherCards() []fyne.CanvasObject {
	t := i.together
	back := parts.Run{Words: lang.X("entity.back", "‹ All"), Colour: look.Accent, Tapped: func() {
		i.together = together{}
		i.pane.Refresh(i.words()...)
	}}
	objects := []fyne.CanvasObject{parts.NewParagraph(back, parts.Run{Words: "    "}, i.open(t.with.Title, t.with))}
	for _, event := range t.events {
		objects = append(objects, parts.NewParagraph(
			parts.Run{Words: session.Date(event.Date, false) + "  ", Colour: look.TextSecond}, i.open(event.Title, event.Item)))
	}
	for _, one := range t.passages {
		place := session.Place{Item: one.Article, Kind: notes.KindArticle, At: one.Range}
		where := joined(one.Title, session.Date(one.Date, false))
		column := parts.NewColumn(3)
		for _, q := range one.quoted {
			column.Add(quotation(q.before, q.words, q.after, look.QuoteSize))
			where += lang.X("entity.paragraph", " · ¶{{.N}}", map[string]any{"N": q.paragraph})
		}
		column.Add(parts.NewParagraph(parts.Run{Words: where, Size: look.BadgeSize, Colour: look.TextSecond}))
		objects = append(objects, parts.NewTapCard(lang.X("entity.openBoth", "Open where both are named"), column, func() { i.p.s.Open(place) }))
	}
	return objects
}

// quotation shows words of an article, those it is about on a ground.
func quotation(before, words, after string, size float32) *parts.Paragraph {
	quoted := parts.NewParagraph(
		parts.Run{Words: before, Font: look.Serif, Size: size},
		parts.Run{Words: words, Font: look.Serif, Size: size, Behind: look.Blue},
		parts.Run{Words: after, Font: look.Serif, Size: size})
	quoted.Spacing = look.SnippetLine
	return quoted
}

func joined(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(w string) bool { return w == "" }), " · ")
}

// merged is an entity that went into this one, or into which this one went.
type merged struct {
	notes.Merge
	other notes.Item
	away  bool // it was this one that went
}

func readHistory(ctx context.Context, book *notes.Notebook, id notes.ID) ([]merged, error) {
	merges, err := book.MergesInto(ctx, id)
	if err != nil {
		return nil, err
	}
	var history []merged
	away, err := book.MergeOf(ctx, id)
	if err != nil && !errors.Is(err, notes.ErrNotFound) {
		return nil, err
	}
	if err == nil {
		other, err := book.Item(ctx, away.Kept)
		if err != nil {
			return nil, err
		}
		history = append(history, merged{away, other, true})
	}
	for _, merge := range merges {
		other, err := book.Item(ctx, merge.Gone)
		if err != nil {
			return nil, err
		}
		history = append(history, merged{merge, other, false})
	}
	return history, nil
}

func (i *inspector) historyCards() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, one := range i.history {
		said := map[string]any{"Date": session.Date(one.At.Local().Format("2006-01-02"), false)}
		words := lang.X("entity.wentIn", "went into it on {{.Date}}", said)
		if one.away {
			words = lang.X("entity.wentAway", "took it in on {{.Date}}", said)
		}
		gone := one.Gone
		again := parts.Run{Words: lang.X("entity.part", "Part again"), Colour: look.Accent, Tapped: func() { i.p.partAgain(gone) }}
		objects = append(objects, parts.NewColumn(3,
			parts.NewParagraph(i.open(one.other.Title, one.other)),
			parts.NewParagraph(parts.Run{Words: words + "   ", Colour: look.TextSecond}, again)))
	}
	return objects
}

// partAgain takes a merge back.
func (p *Page) partAgain(gone notes.ID) {
	p.s.DoThen(func(ctx context.Context) error { return p.s.Book.Part(ctx, gone) }, func() {
		p.s.Tell(lang.X("entity.parted", "They are two again, and are not asked about any more. Ctrl+Z takes it back."))
	})
}
