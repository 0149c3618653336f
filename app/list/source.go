package list

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// pageSize is how many entries are read at once.
const pageSize = 100

// entry is one card of the list, whatever it stands for.
type entry struct {
	item    notes.Item
	article notes.ID // of a highlight
	title   string
	words   string // below the title
	meta    string
	colours []notes.Colour
	quote   bool // the title is a quotation
}

// read returns one page of what a place lists, and how many there are in all.
func read(ctx context.Context, book *notes.Notebook, place session.Place, filter string, offset int) ([]entry, int, error) {
	key := fold.String(filter)
	if session.ListsArticles(place.View) {
		return readArticles(ctx, book, place, key, offset)
	}
	request := notes.ItemFilter{Key: key, Offset: offset, Limit: pageSize, Trashed: place.View == session.Trash}
	if kind := session.KindOf(place.View); kind != "" {
		request.Kinds = []notes.Kind{kind}
	}
	switch place.View {
	case session.Notes, session.Trash:
		request.Order = notes.Added
	case session.Events:
		request.Order = notes.Newest
	}
	rows, total, err := book.Items(ctx, request)
	if err != nil {
		return nil, 0, fmt.Errorf("list %s: %w", place.View, err)
	}
	items := make([]notes.Item, len(rows))
	for i, row := range rows {
		items[i] = row.Item
	}
	apart, err := session.Apart(ctx, book, items)
	if err != nil {
		return nil, 0, err
	}
	entries := make([]entry, 0, len(rows))
	for _, row := range rows {
		if row.Detail == "" {
			row.Detail = apart[row.ID]
		}
		e, err := itemEntry(ctx, book, row, place.View == session.Trash)
		if err != nil {
			return nil, 0, err
		}
		entries = append(entries, e)
	}
	return entries, total, nil
}

func itemEntry(ctx context.Context, book *notes.Notebook, row notes.ItemRow, trash bool) (entry, error) {
	e := entry{item: row.Item, title: row.Title, words: session.Unlinked(row.Detail)}
	switch {
	case row.Kind == notes.KindEvent:
		e.words = ""
		e.meta = session.Date(row.Detail, false)
		if row.Count > 0 {
			e.meta = joined(e.meta, mentions(row.Count))
		}
	case row.Kind.IsEntity() && row.Count > 0:
		e.meta = mentions(row.Count)
	case row.Kind == notes.KindNote:
		e.meta = session.Date(row.Changed.Local().Format("2006-01-02"), false)
	}
	if row.Kind == notes.KindHighlight {
		title, err := book.Title(ctx, row.ID)
		if err != nil {
			return entry{}, fmt.Errorf("list highlight %s: %w", row.ID, err)
		}
		e.title, e.quote = title, true
	}
	if trash {
		e.meta = session.KindName(row.Kind)
	}
	return e, nil
}

func readArticles(ctx context.Context, book *notes.Notebook, place session.Place, key string, offset int) ([]entry, int, error) {
	filter := notes.ArticleFilter{Inbox: place.View == session.Inbox, Key: key, Offset: offset, Limit: pageSize}
	switch place.View {
	case session.Collection:
		filter.Collection = place.Group
	case session.Tag:
		filter.Tag = place.Group
	}
	rows, total, err := book.Articles(ctx, filter)
	if err != nil {
		return nil, 0, fmt.Errorf("list articles: %w", err)
	}
	entries := make([]entry, 0, len(rows))
	for _, row := range rows {
		entries = append(entries, entry{
			item: row.Item, title: row.Title, words: row.Excerpt,
			meta: joined(session.Date(row.Date, false), row.Source), colours: row.Colours,
		})
	}
	return entries, total, nil
}

func readHighlights(ctx context.Context, book *notes.Notebook, wanted notes.HighlightFilter) ([]entry, int, error) {
	rows, total, err := book.Highlights(ctx, wanted)
	if err != nil {
		return nil, 0, fmt.Errorf("list highlights: %w", err)
	}
	meanings, err := book.Meanings(ctx)
	if err != nil {
		return nil, 0, fmt.Errorf("list highlights: %w", err)
	}
	titles := map[notes.ID]string{}
	entries := make([]entry, 0, len(rows))
	for _, row := range rows {
		if _, known := titles[row.Article]; !known {
			article, err := book.Item(ctx, row.Article)
			if err != nil {
				return nil, 0, fmt.Errorf("list highlight %s: %w", row.ID, err)
			}
			titles[row.Article] = article.Title
		}
		tags, err := book.TagsOf(ctx, row.ID)
		if err != nil {
			return nil, 0, fmt.Errorf("list highlight %s: %w", row.ID, err)
		}
		meta := titles[row.Article]
		for _, tag := range tags {
			meta = "#" + tag.Title + " " + meta
		}
		meta = joined(meanings[row.Colour], meta)
		entries = append(entries, entry{
			item: row.Item, article: row.Article, quote: true,
			title: text.Shorten(row.Exact, 300), words: text.Shorten(row.Comment, 200),
			meta: meta, colours: []notes.Colour{row.Colour},
		})
	}
	return entries, total, nil
}

func mentions(count int) string {
	return lang.XN("list.mentions", "{{.N}} mentions", count, map[string]any{"N": count})
}

func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// emptyWords say what belongs into an empty list and the key that makes one.
func emptyWords(place session.Place, filtered bool) string {
	if filtered {
		return lang.X("list.nomatch", "Nothing here fits the filter.")
	}
	switch place.View {
	case session.Inbox:
		return lang.X("list.inbox", "New articles wait here until you have looked at them. Ctrl+O adds files, Ctrl+Shift+V an address or pasted text; or drop files onto the window.")
	case session.Highlights:
		return lang.X("list.highlights", "Passages you mark are listed here. Select words in an article and press 1 to 5.")
	case session.Notes:
		return lang.X("list.notes", "Your notes are listed here. Ctrl+N writes one.")
	case session.People:
		return lang.X("list.people", "People are listed here. Select a name in an article and press P.")
	case session.Organisations, session.Places:
		return lang.X("list.entities", "Select a name in an article, press P and choose its kind.")
	case session.Events:
		return lang.X("list.events", "Events are listed here. Select words in an article and press E.")
	case session.Collection:
		return lang.X("list.collection", "Open an article and press Ctrl+L to put it into this collection.")
	case session.Tag:
		return lang.X("list.tag", "No article has this tag. Ctrl+T tags the open one.")
	case session.Trash:
		return lang.X("list.trash", "The trash is empty. What you delete waits here; Ctrl+R restores it.")
	}
	return lang.X("list.articles", "No articles yet. Ctrl+O adds files, Ctrl+Shift+V an address or pasted text; or drop files onto the window.")
}
