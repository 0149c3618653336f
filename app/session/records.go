package session

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/timeline"
)

// Records are events as files of timelines hold them, with the names of those who
// took part and the titles of the articles that tell of them. Events without a
// place on a line are left out.
func Records(ctx context.Context, book *notes.Notebook, events []notes.Entity) ([]timeline.Record, error) {
	titles := titles{book: book, known: map[notes.ID]string{0: ""}}
	var records []timeline.Record
	for _, event := range events {
		date, err := edtf.Parse(event.Date)
		if err != nil {
			continue
		}
		if _, ok := timeline.SpanOf(date); !ok {
			continue
		}
		record := timeline.Record{ID: event.ID.String(), Title: event.Title, Date: date, Text: event.Description}
		if record.Place, err = titles.of(ctx, event.Place); err != nil {
			return nil, err
		}
		for _, part := range event.Participants {
			name, err := titles.of(ctx, part.Entity)
			if err != nil {
				return nil, err
			}
			if part.Role != "" {
				name += " (" + part.Role + ")"
			}
			record.Participants = append(record.Participants, name)
		}
		if err := titles.sources(ctx, event, &record); err != nil {
			return nil, err
		}
		records = append(records, record)
	}
	return records, nil
}

// titles are what items are called, each read once.
type titles struct {
	book  *notes.Notebook
	known map[notes.ID]string
}

func (t titles) of(ctx context.Context, id notes.ID) (string, error) {
	title, known := t.known[id]
	if known {
		return title, nil
	}
	title, err := t.book.Title(ctx, id)
	if err != nil && !errors.Is(err, notes.ErrNotFound) { // what is no more has no name
		return "", fmt.Errorf("read the title of %s: %w", id, err)
	}
	t.known[id] = title
	return title, nil
}

// sources counts an event's sources, names the articles they stand in, each once,
// and says how those that differ do.
func (t titles) sources(ctx context.Context, event notes.Entity, record *timeline.Record) error {
	sources, err := t.book.Sources(ctx, event.ID)
	if err != nil {
		return fmt.Errorf("read the sources of %s: %w", event.ID, err)
	}
	record.Sources = len(sources)
	for _, source := range sources {
		highlight, err := t.book.Highlight(ctx, source.Highlight)
		if err != nil {
			return fmt.Errorf("read a source of %s: %w", event.ID, err)
		}
		title, err := t.of(ctx, highlight.Article)
		if err != nil {
			return err
		}
		if !slices.Contains(record.Articles, title) {
			record.Articles = append(record.Articles, title)
		}
		if source.Differs(event.Date) {
			record.Accounts = append(record.Accounts, timeline.Account{Date: source.Date, Place: source.Place, Number: source.Number, Source: title})
		}
	}
	return nil
}
