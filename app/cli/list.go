package cli

import (
	"fmt"
	"strings"
	"time"

	"cuttings/notes"
	"cuttings/notes/text"
)

// listCommand lists items of one kind.
type listCommand struct {
	What  string  `arg:"" enum:"articles,highlights,orphans,notes,people,organisations,places,events,tags,collections,searches,trash" help:"One of articles, highlights, orphans (highlights that wait to be placed), notes, people, organisations, places, events, tags, collections, searches or trash."`
	Limit atLeast `least:"0" help:"At most so many; 0 is all." placeholder:"N"`
}

// listed are the kinds behind the words of the command.
var listed = map[string]notes.Kind{
	"notes":         notes.KindNote,
	"people":        notes.KindPerson,
	"organisations": notes.KindOrganisation,
	"places":        notes.KindPlace,
	"events":        notes.KindEvent,
	"tags":          notes.KindTag,
	"collections":   notes.KindCollection,
	"searches":      notes.KindSearch,
}

// Run lists.
func (cmd *listCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	switch cmd.What {
	case "articles":
		return c.listArticles(int(cmd.Limit))
	case "highlights", "orphans":
		return c.listHighlights(notes.HighlightFilter{Limit: int(cmd.Limit), Orphans: cmd.What == "orphans"})
	}
	filter := notes.ItemFilter{Limit: int(cmd.Limit)}
	if kind, ok := listed[cmd.What]; ok {
		filter.Kinds = []notes.Kind{kind}
	} else {
		filter.Trashed = true
	}
	return c.listItems(filter)
}

// articleRow is an article in a list.
type articleRow struct {
	named
	Byline   string         `json:"byline"`
	Source   string         `json:"source"`
	Date     string         `json:"date"`
	Language string         `json:"language"`
	URL      string         `json:"url"`
	Words    int            `json:"words"`
	Inbox    bool           `json:"inbox"`
	Colours  []notes.Colour `json:"colours"`
	Created  time.Time      `json:"created"`
}

// list is a list as JSON; Total counts what a limit left out too.
type list[T any] struct {
	Items []T `json:"items"`
	Total int `json:"total"`
}

func (c *call) listArticles(limit int) error {
	rows, total, err := c.book.Articles(c.ctx, notes.ArticleFilter{Limit: limit})
	if err != nil {
		return fmt.Errorf("list articles: %w", err)
	}
	answer := list[articleRow]{Items: make([]articleRow, 0, len(rows)), Total: total}
	for _, row := range rows {
		answer.Items = append(answer.Items, articleRow{
			named:  named{row.ID, row.Kind, row.Title},
			Byline: row.Byline, Source: row.Source, Date: row.Date, Language: row.Language, URL: row.URL,
			Words: row.Words, Inbox: row.Inbox, Colours: append([]notes.Colour{}, row.Colours...), Created: row.Created.UTC(),
		})
	}
	return c.answer(answer, func(w *page) {
		for _, row := range answer.Items {
			w.line("%s  %-10s  %s", row.ID, row.Date, joined(" — ", row.Name, row.Source))
		}
	})
}

func (c *call) listHighlights(filter notes.HighlightFilter) error {
	rows, total, err := c.book.Highlights(c.ctx, filter)
	if err != nil {
		return fmt.Errorf("list highlights: %w", err)
	}
	answer := list[passage]{Items: make([]passage, 0, len(rows)), Total: total}
	var t text.Text
	var of notes.CaptureID
	for _, row := range rows {
		if row.Capture != of { // highlights of one article follow one another
			if t, err = c.book.Text(c.ctx, row.Capture); err != nil {
				return fmt.Errorf("read the text of %s: %w", row.Article, err)
			}
			of = row.Capture
		}
		answer.Items = append(answer.Items, passageOf(row, t))
	}
	return c.answer(answer, func(w *page) {
		for _, row := range answer.Items {
			w.line("%s  %-6s  %s", row.ID, row.Colour, row.Name)
		}
	})
}

// itemRow is a note, entity, tag or something in the trash in a list.
type itemRow struct {
	named
	Detail string `json:"detail"`
	Count  int    `json:"count"`
	stamps
}

func (c *call) listItems(filter notes.ItemFilter) error {
	rows, total, err := c.book.Items(c.ctx, filter)
	if err != nil {
		return fmt.Errorf("list items: %w", err)
	}
	answer := list[itemRow]{Items: make([]itemRow, 0, len(rows)), Total: total}
	for _, row := range rows {
		name := row.Title
		if row.Kind == notes.KindHighlight {
			if name, err = c.book.Title(c.ctx, row.ID); err != nil {
				return err
			}
		}
		answer.Items = append(answer.Items, itemRow{named{row.ID, row.Kind, name}, row.Detail, row.Count, stampsOf(row.Item)})
	}
	return c.answer(answer, func(w *page) {
		for _, row := range answer.Items {
			if filter.Trashed {
				w.line("%s", row.words())
				continue
			}
			w.line("%s  %s", row.ID, joined(" — ", row.Name, row.Detail))
		}
	})
}

// joined joins the words that are not empty.
func joined(by string, words ...string) string {
	kept := words[:0]
	for _, word := range words {
		if word != "" {
			kept = append(kept, word)
		}
	}
	return strings.Join(kept, by)
}
