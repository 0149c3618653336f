package entity

import (
	"context"
	"fmt"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// inspector stands beside an entity: what links to it, and who else the
// articles name that name it.
type inspector struct {
	p      *Page
	pane   *parts.TabPane
	linked []notes.ItemRow
	with   []company
}

// company is an entity that is named in the same articles.
type company struct {
	notes.Item
	articles int
}

// mostCompany is how many articles are looked through for company.
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
	return []string{linked, lang.X("entity.with", "Seen with")}
}

func (i *inspector) show() {
	id, book := i.p.id, i.p.s.Book
	i.p.s.Work.Latest("entity inspector", func(ctx context.Context) (func(), error) {
		linked, err := linkedTo(ctx, book, id)
		if err != nil {
			return nil, err
		}
		with, err := seenWith(ctx, book, id)
		return func() {
			if i.p.id != id {
				return
			}
			i.linked, i.with = linked, with
			i.pane.Refresh(i.words()...)
		}, err
	}, func(error) {})
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

// seenWith counts in how many articles others are named beside the entity.
func seenWith(ctx context.Context, book *notes.Notebook, id notes.ID) ([]company, error) {
	mentions, _, err := book.Mentions(ctx, notes.MentionFilter{Entity: id, Limit: 4 * mostCompany})
	if err != nil {
		return nil, err
	}
	counts := map[notes.ID]int{}
	looked := map[notes.ID]bool{}
	for _, mention := range mentions {
		if looked[mention.Article] || len(looked) == mostCompany {
			continue
		}
		looked[mention.Article] = true
		others, _, err := book.Mentions(ctx, notes.MentionFilter{Article: mention.Article})
		if err != nil {
			return nil, err
		}
		named := map[notes.ID]bool{id: true}
		for _, other := range others {
			if !named[other.Entity] {
				named[other.Entity] = true
				counts[other.Entity]++
			}
		}
	}
	with := make([]company, 0, len(counts))
	for other, articles := range counts {
		item, err := book.Item(ctx, other)
		if err != nil {
			return nil, err
		}
		with = append(with, company{item, articles})
	}
	sort.Slice(with, func(a, b int) bool {
		if with[a].articles != with[b].articles {
			return with[a].articles > with[b].articles
		}
		return with[a].Title < with[b].Title
	})
	return with, nil
}

// cards are what a tab shows.
func (i *inspector) cards(tab int) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	add := func(o fyne.CanvasObject) { objects = append(objects, o) }
	hint := func(words string) { add(parts.NewParagraph(parts.Run{Words: words, Colour: look.TextSecond})) }
	if tab == 0 {
		for _, row := range i.linked {
			item := row.Item
			words := parts.NewParagraph(parts.Run{Words: row.Detail, Colour: look.TextSecond})
			words.MaxLines = 3
			add(parts.NewColumn(3, parts.NewParagraph(parts.Run{
				Words: text.Shorten(row.Title, 120), Font: look.Semibold, Colour: look.Accent, Tapped: func() { i.p.s.OpenItem(item, text.Range{}) },
			}), words))
		}
		if len(i.linked) == 0 {
			hint(lang.X("entity.nolinked", "Notes and comments that link here are listed here. Write [[ and the name in one."))
		}
	} else {
		for _, other := range i.with {
			item := other.Item
			add(parts.NewParagraph(
				parts.Run{Words: other.Title, Font: look.Semibold, Colour: look.Accent, Tapped: func() { i.p.s.OpenItem(item, text.Range{}) }},
				parts.Run{
					Words:  "  " + session.KindName(other.Kind) + " · " + lang.XN("entity.articles", "{{.N}} articles", other.articles, map[string]any{"N": other.articles}),
					Colour: look.TextThird, Size: look.BadgeSize,
				}))
		}
		if len(i.with) == 0 {
			hint(lang.X("entity.nowith", "Who and what is named in the same articles is listed here."))
		}
	}
	return objects
}
