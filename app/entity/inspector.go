package entity

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// The tabs of the inspector, in order; the last is there only where there is
// something to say.
const (
	tabLinked = iota
	tabWith
	tabHistory
)

// inspector stands beside an entity: what links to it or could, who else is
// named and takes part with it, who it may be, and what went into it.
type inspector struct {
	p    *Page
	pane *parts.TabPane

	linked   []notes.ItemRow // notes, and highlights with a comment
	told     []notes.ItemRow // entities with a description
	unlinked []unlinked
	alikes   []likeness
	history  []merged
	with     []notes.Company
	together together // that is open among them
}

// mostCompany is how many others are listed.
const mostCompany = 200

func newInspector(p *Page) *inspector {
	i := &inspector{p: p}
	i.pane = parts.NewTabPane(i.cards, i.words()...)
	return i
}

func (i *inspector) words() []string {
	linked := lang.X("entity.linked", "Linked notes")
	if len(i.linked) > 0 {
		linked = fmt.Sprintf("%s %d", linked, len(i.linked))
	}
	words := []string{linked, lang.X("entity.with", "Seen with")}
	if len(i.history) > 0 {
		words = append(words, lang.X("entity.history", "History"))
	}
	return words
}

// show reads what stands beside the entity that is shown.
func (i *inspector) show() {
	id, book := i.p.id, i.p.s.Book
	if i.together.with.ID != 0 && i.together.of != id {
		i.together = together{}
	}
	i.p.s.Work.Latest("entity inspector", func(ctx context.Context) (func(), error) {
		linked, err := linkedTo(ctx, book, id)
		if err != nil {
			return nil, err
		}
		with, err := book.SeenWith(ctx, id, mostCompany)
		if err != nil {
			return nil, err
		}
		history, err := readHistory(ctx, book, id)
		return func() {
			if i.p.id != id {
				return
			}
			i.linked, i.told, i.with, i.history = nil, nil, with, history
			for _, row := range linked {
				if row.Kind.IsEntity() {
					i.told = append(i.told, row)
				} else {
					i.linked = append(i.linked, row)
				}
			}
			i.pane.Refresh(i.words()...)
		}, err
	}, i.p.s.Fail)
	i.p.s.Work.After(guessDelay, "entity guesses", func(ctx context.Context) (func(), error) {
		unlinked, err := readUnlinked(ctx, book, id)
		if err != nil {
			return nil, err
		}
		alikes, err := readAlikes(ctx, book, id)
		return func() {
			if i.p.id != id {
				return
			}
			i.unlinked, i.alikes = unlinked, alikes
			i.pane.Refresh(i.words()...)
		}, err
	}, i.p.s.Fail)
}

// forget empties the pane, so that it shows nothing of another entity.
func (i *inspector) forget() {
	i.linked, i.told, i.unlinked, i.alikes, i.history, i.with, i.together = nil, nil, nil, nil, nil, nil, together{}
}

// linkedTo returns what links to the entity in words.
func linkedTo(ctx context.Context, book *notes.Notebook, id notes.ID) ([]notes.ItemRow, error) {
	links, err := book.LinksTo(ctx, id)
	if err != nil {
		return nil, err
	}
	var ids []notes.ID
	seen := map[notes.ID]bool{}
	for _, link := range links {
		if link.Relation == notes.Linked && !seen[link.From] {
			seen[link.From] = true
			ids = append(ids, link.From)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, _, err := book.Items(ctx, notes.ItemFilter{IDs: ids})
	if err != nil {
		return nil, err
	}
	for n := range rows {
		if rows[n].Title == "" {
			if rows[n].Title, err = book.Title(ctx, rows[n].ID); err != nil {
				return nil, err
			}
		}
	}
	return rows, nil
}

// cards are what a tab shows.
func (i *inspector) cards(tab int) []fyne.CanvasObject {
	switch tab {
	case tabWith:
		return i.withCards()
	case tabHistory:
		return i.historyCards()
	}
	return i.linkedCards()
}

func hint(words string) fyne.CanvasObject {
	return parts.NewParagraph(parts.Run{Words: words, Colour: look.TextSecond})
}

// open is words that lead to an item.
func (i *inspector) open(words string, item notes.Item) parts.Run {
	return parts.Run{
		Words: text.Shorten(words, 120), Font: look.Semibold, Colour: look.Accent,
		Tapped: func() { i.p.s.OpenItem(item, text.Range{}) },
	}
}

func (i *inspector) linkedCards() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, row := range i.linked {
		objects = append(objects, i.linkedLine(row))
	}
	if len(i.linked) == 0 {
		objects = append(objects, hint(lang.X("entity.nolinked", "Notes and comments that link here are listed here. Write [[ and the name in one.")))
	}
	if len(i.told) > 0 {
		column := parts.NewColumn(6, parts.NewSection(lang.X("entity.linkedFrom", "Linked from descriptions")))
		for _, row := range i.told {
			column.Add(i.linkedLine(row))
		}
		objects = append(objects, column)
	}
	if len(i.unlinked) > 0 {
		column := parts.NewColumn(6, parts.NewSection(lang.X("entity.unlinked", "Mentioned, not linked")))
		for _, one := range i.unlinked {
			column.Add(i.unlinkedLine(one))
		}
		objects = append(objects, column)
	}
	if len(i.alikes) > 0 {
		head := lang.X("entity.samePerson", "The same person?")
		if i.p.entity.Kind != notes.KindPerson {
			head = lang.X("review.alike", "The same?")
		}
		column := parts.NewColumn(6, parts.NewSection(head))
		for _, one := range i.alikes {
			column.Add(i.alikeLine(one))
		}
		objects = append(objects, column)
	}
	return objects
}

// linkedLine is what links here, with its first words.
func (i *inspector) linkedLine(row notes.ItemRow) fyne.CanvasObject {
	words := parts.NewParagraph(parts.Run{Words: session.Unlinked(row.Detail), Colour: look.TextSecond})
	words.MaxLines = 3
	return parts.NewColumn(3, parts.NewParagraph(i.open(row.Title, row.Item)), words)
}

// withCards lists who is named with the entity, or the passages that name both.
func (i *inspector) withCards() []fyne.CanvasObject {
	if i.together.with.ID != 0 {
		return i.togetherCards()
	}
	var objects []fyne.CanvasObject
	for _, other := range i.with {
		objects = append(objects, parts.NewColumn(2,
			parts.NewParagraph(i.open(other.Title, other.Item), parts.Run{Words: "  " + session.KindName(other.Kind), Colour: look.TextThird, Size: look.BadgeSize}),
			parts.NewParagraph(parts.Run{Words: companyWords(other), Colour: look.Accent, Size: look.BadgeSize, Tapped: func() { i.openTogether(other.Item) }})))
	}
	if len(i.with) == 0 {
		objects = append(objects, hint(lang.X("entity.nowith", "Who and what is named in the same articles or takes part in the same events is listed here.")))
	}
	return objects
}
