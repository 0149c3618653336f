package article

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

// tabPage puts a tab's parts below each other, scrolling.
func tabPage(objects ...fyne.CanvasObject) fyne.CanvasObject {
	return parts.NewScroll(parts.NewInset(look.CardPaddingY, look.PanePadding, look.PanePadding, look.PanePadding,
		parts.NewColumn(look.CardPaddingY, objects...)))
}

func hint(words string) fyne.CanvasObject {
	return parts.NewParagraph(parts.Run{Words: words, Colour: look.TextSecond})
}

// notesTab lists the notes that link to the article or to its highlights.
func (i *inspector) notesTab() fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, row := range i.details.notes {
		open := func() { i.p.s.Open(session.Place{Item: row.ID, Kind: notes.KindNote}) }
		title := parts.NewParagraph(parts.Run{Words: row.Title, Font: look.Semibold, Colour: look.Accent, Tapped: open})
		words := parts.NewParagraph(parts.Run{Words: row.Detail, Colour: look.TextSecond})
		words.MaxLines = 3
		objects = append(objects, parts.NewColumn(3, title, words))
	}
	if len(objects) == 0 {
		objects = append(objects, hint(lang.X("inspector.noNotes", "Notes that link to this article are listed here. Select words and press N to write one.")))
	}
	return tabPage(objects...)
}

// namesTab lists who and what the article names, by kind.
func (i *inspector) namesTab() fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, kind := range notes.Entities {
		headed := false
		for _, row := range i.details.names {
			if row.Kind != kind {
				continue
			}
			if !headed {
				objects = append(objects, parts.NewSection(session.ViewName(session.ViewOf(kind))))
				headed = true
			}
			objects = append(objects, i.nameLine(row))
		}
	}
	if len(objects) == 0 {
		objects = append(objects, hint(lang.X("inspector.noNames", "The people, organisations, places and events that this article names are listed here. Select a name and press P or E.")))
	}
	return tabPage(objects...)
}

// nameLine is one entity: its name, how often it is named, and the ways to its
// page, to the place, and to saying that somebody else is meant.
func (i *inspector) nameLine(row nameRow) fyne.CanvasObject {
	s, article := i.p.s, i.p.id
	name := parts.NewParagraph(
		parts.Run{Words: row.Title, Font: look.Semibold, Colour: look.Accent, Tapped: func() { s.OpenItem(row.Item, text.Range{}) }},
		parts.Run{Words: fmt.Sprintf("  %d", row.count), Colour: look.TextThird, Size: look.BadgeSize},
	)
	written := parts.NewParagraph(
		parts.Run{
			Words: lang.X("inspector.written", "“{{.Words}}”", map[string]any{"Words": row.exact}), Colour: look.TextSecond, Size: look.BadgeSize,
			Tapped: func() { i.p.page.ScrollTo(row.at.Start) },
		},
		parts.Run{Words: " · ", Colour: look.TextThird, Size: look.BadgeSize},
		parts.Run{Words: lang.X("inspector.notThis", "Not meant here"), Colour: look.TextSecond, Size: look.BadgeSize, Tapped: func() {
			s.DoThen(func(ctx context.Context) error {
				return s.Book.Decide(ctx, article, row.ID, row.exact, notes.Rejected)
			}, func() {
				s.Tell(lang.X("status.notMeant", "“{{.Words}}” no longer stands for {{.Name}} in this article. Ctrl+Z takes that back.",
					map[string]any{"Words": row.exact, "Name": row.Title}))
			})
		}},
	)
	return parts.NewColumn(1, name, written)
}

// infoTab shows what is known about the article.
func (i *inspector) infoTab() fyne.CanvasObject {
	article := i.details.reading.Article
	var objects []fyne.CanvasObject
	add := func(name, value string) {
		if value == "" {
			return
		}
		objects = append(objects, parts.NewColumn(1,
			parts.NewParagraph(parts.Run{Words: name, Size: look.BadgeSize, Colour: look.TextThird}),
			parts.NewParagraph(parts.Run{Words: value})))
	}
	add(lang.X("info.title", "Title"), article.Title)
	add(lang.X("info.byline", "By"), article.Byline)
	add(lang.X("info.source", "Source"), article.Source)
	add(lang.X("info.date", "Date"), session.Date(article.Date, true))
	add(lang.X("info.language", "Language"), article.Language)
	add(lang.X("info.address", "Address"), article.URL)
	objects = append(objects, parts.NewParagraph(parts.Run{Words: lang.X("info.edit", "Edit"), Colour: look.Accent, Tapped: i.p.edit}))
	objects = append(objects, i.captures()...)
	objects = append(objects, i.groupChips(lang.X("info.tags", "Tags"), i.details.tags, "Ctrl+T", func(ctx context.Context, group notes.ID) error {
		return i.p.s.Book.Untag(ctx, []notes.ID{article.ID}, group)
	})...)
	objects = append(objects, i.groupChips(lang.X("info.collections", "Collections"), i.details.collections, "Ctrl+L", func(ctx context.Context, group notes.ID) error {
		return i.p.s.Book.Unfile(ctx, group, article.ID)
	})...)
	return tabPage(objects...)
}

// groupChips shows tags or collections; the cross takes the article out.
func (i *inspector) groupChips(name string, groups []notes.Item, key string, remove func(context.Context, notes.ID) error) []fyne.CanvasObject {
	head := parts.NewSection(name)
	if len(groups) == 0 {
		return []fyne.CanvasObject{head, hint(lang.X("info.none", "None yet. {{.Key}} adds one.", map[string]any{"Key": key}))}
	}
	chips := parts.NewFlow(6)
	for _, group := range groups {
		chip := parts.NewChip(group.Title, func() { i.p.s.OpenItem(group, text.Range{}) })
		chip.OnRemove = func() {
			i.p.s.Do(func(ctx context.Context) error { return remove(ctx, group.ID) })
		}
		chips.Add(chip)
	}
	return []fyne.CanvasObject{head, chips}
}
