package writing

import (
	"context"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// inspector stands beside a note: what links to it, and what it was.
type inspector struct {
	p         *Page
	pane      *parts.TabPane
	from      []backlink
	revisions []notes.Revision
}

// backlink is an item that links to the note.
type backlink struct {
	notes.Item
	words string
}

func newInspector(p *Page) *inspector {
	i := &inspector{p: p}
	i.pane = parts.NewTabPane(i.cards, i.words()...)
	return i
}

func (i *inspector) words() []string {
	from := lang.X("note.from", "Linked from")
	if len(i.from) > 0 {
		from = fmt.Sprintf("%s %d", from, len(i.from))
	}
	return []string{from, lang.X("note.history", "History")}
}

// show reads what the tabs hold.
func (i *inspector) show() {
	id, book := i.p.id, i.p.s.Book
	i.p.s.Work.Latest("note inspector", func(ctx context.Context) (func(), error) {
		from, err := backlinks(ctx, book, id)
		if err != nil {
			return nil, err
		}
		revisions, err := book.Revisions(ctx, id)
		if err != nil {
			return nil, err
		}
		tags, err := book.TagsOf(ctx, id)
		return func() {
			if i.p.id != id {
				return
			}
			i.from, i.revisions = from, revisions
			i.pane.Refresh(i.words()...)
			i.p.showTags(tags)
		}, err
	}, func(error) {})
}

// backlinks reads what links to an item, each once.
func backlinks(ctx context.Context, book *notes.Notebook, id notes.ID) ([]backlink, error) {
	links, err := book.LinksTo(ctx, id)
	if err != nil {
		return nil, err
	}
	seen := map[notes.ID]bool{}
	var from []backlink
	for _, link := range links {
		if seen[link.From] {
			continue
		}
		seen[link.From] = true
		item, err := book.Item(ctx, link.From)
		if err != nil {
			return nil, err
		}
		b := backlink{Item: item}
		rows, _, err := book.Items(ctx, notes.ItemFilter{IDs: []notes.ID{link.From}})
		if err != nil {
			return nil, err
		}
		if len(rows) > 0 && item.Kind == notes.KindNote {
			b.words = text.Shorten(rows[0].Detail, 120)
		}
		if b.Title == "" {
			if b.Title, err = book.Title(ctx, link.From); err != nil {
				return nil, err
			}
		}
		from = append(from, b)
	}
	return from, nil
}

// cards are what a tab shows.
func (i *inspector) cards(tab int) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	add := func(o fyne.CanvasObject) { objects = append(objects, o) }
	if tab == 0 {
		for _, b := range i.from {
			kind := session.KindName(b.Kind)
			words := b.words
			if words == "" {
				words = kind
			}
			second := parts.NewParagraph(parts.Run{Words: words, Colour: look.TextSecond})
			second.MaxLines = 3
			item := b.Item
			add(parts.NewColumn(2, parts.NewParagraph(parts.Run{
				Words: b.Title, Font: look.Semibold, Colour: look.Accent, Tapped: func() { i.p.s.OpenItem(item, text.Range{}) },
			}), second))
		}
		if len(i.from) == 0 {
			add(parts.NewParagraph(parts.Run{Words: lang.X("note.nofrom", "What links to this note is listed here. Write [[ and its title in another."), Colour: look.TextSecond}))
		}
	} else {
		for n, revision := range i.revisions {
			add(i.revision(n, revision))
		}
	}
	return objects
}

// revision is one line of the history: when, how much, and a way back to it.
func (i *inspector) revision(n int, r notes.Revision) fyne.CanvasObject {
	said := session.Ago(r.Saved, time.Now())
	words := len(r.Body)
	runs := []parts.Run{
		{Words: said, Font: look.Semibold},
		{Words: " · " + lang.XN("note.letters", "{{.N}} letters", words, map[string]any{"N": words}), Colour: look.TextThird, Size: look.BadgeSize},
	}
	if n > 0 {
		runs = append(runs, parts.Run{Words: "   "}, parts.Run{Words: lang.X("note.back", "Go back to this"), Colour: look.Accent, Tapped: func() { i.p.restore(r) }})
	}
	first := parts.NewParagraph(parts.Run{Words: text.Shorten(r.Body, 160), Colour: look.TextSecond})
	first.MaxLines = 3
	return parts.NewColumn(2, parts.NewParagraph(runs...), first)
}

// restore makes the note what it was; that can be undone.
func (p *Page) restore(r notes.Revision) {
	p.save()
	p.s.DoThen(func(ctx context.Context) error {
		return p.s.Book.EditNote(ctx, r.Note, notes.NoteUpdate{Title: &r.Title, Body: &r.Body})
	}, func() { p.s.Tell(lang.X("note.restored", "The note is as it was. Ctrl+Z takes that back.")) })
}

// showTags shows the note's tags; the cross takes one away.
func (p *Page) showTags(tags []notes.Item) {
	p.tags.Objects = nil
	id := p.id
	for _, tag := range tags {
		chip := parts.NewChip(tag.Title, func() { p.s.OpenItem(tag, text.Range{}) })
		chip.OnRemove = func() {
			p.s.Do(func(ctx context.Context) error { return p.s.Book.Untag(ctx, []notes.ID{id}, tag.ID) })
		}
		p.tags.Add(chip)
	}
	p.object.Refresh() // they can take another line
}
