package overview

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/app/timeline"
	"cuttings/notes"
	"cuttings/notes/edtf"
	geometry "cuttings/notes/timeline"
)

// events are what a timeline shows, and what it is narrowed to.
type events struct {
	all     []notes.Entity   // with a place on the line or without
	drawn   []timeline.Event // those with
	undated []notes.Item     // those without
	months  []timeline.Month

	with, group, tagged string // names of what the timeline is narrowed to
}

func filterOf(place session.Place) notes.TimelineFilter {
	return notes.TimelineFilter{With: place.With, Collection: place.Group, Tag: place.Tagged, Sources: place.Least}
}

// readEvents reads what a place of the timeline shows.
func readEvents(ctx context.Context, book *notes.Notebook, place session.Place) (events, error) {
	var e events
	filter := filterOf(place)
	var err error
	if e.all, err = book.DatedEvents(ctx, filter); err != nil {
		return e, err
	}
	months, err := book.ArticleMonths(ctx, filter)
	if err != nil {
		return e, err
	}
	for _, month := range months {
		e.months = append(e.months, timeline.Month(month))
	}
	counts, err := book.SourceCounts(ctx)
	if err != nil {
		return e, err
	}
	colours, err := book.SourceColours(ctx, counts)
	if err != nil {
		return e, err
	}
	for _, event := range e.all {
		date, ok := placed(event.Date)
		if !ok {
			e.undated = append(e.undated, event.Item)
			continue
		}
		e.drawn = append(e.drawn, timeline.Event{
			ID: event.ID, Title: event.Title, Date: date,
			Note: sourceWords(counts[event.ID]), Colour: timeline.Edge(colours[event.ID]),
		})
	}
	for _, name := range []struct {
		id   notes.ID
		into *string
	}{{place.With, &e.with}, {place.Group, &e.group}, {place.Tagged, &e.tagged}} {
		if *name.into, err = titleOf(ctx, book, name.id); err != nil {
			return e, err
		}
	}
	return e, nil
}

// placed reads a date; false if it has no place on a line.
func placed(written string) (edtf.Date, bool) {
	date, err := edtf.Parse(written)
	if err != nil {
		return date, false
	}
	_, ok := geometry.SpanOf(date)
	return date, ok
}

func sourceWords(count notes.SourceCount) string {
	if count.All == 0 {
		return lang.X("timeline.noSource", "no source yet")
	}
	words := lang.XN("timeline.sources", "{{.N}} sources", count.All, map[string]any{"N": count.All})
	if count.Differ > 0 {
		words += between + lang.XN("timeline.differ", "{{.N}} accounts differ", count.Differ, map[string]any{"N": count.Differ})
	}
	return words
}

// within returns the events that can have been between two days.
func (e *events) within(first, last edtf.Day) []timeline.Event {
	var some []timeline.Event
	for _, event := range e.drawn {
		span, _ := geometry.SpanOf(event.Date)
		if (span.First <= last || span.OpenStart) && (span.Last >= first || span.OpenEnd) {
			some = append(some, event)
		}
	}
	return some
}

// among returns what is known of the events that are shown.
func (e *events) among(shown []timeline.Event) []notes.Entity {
	wanted := map[notes.ID]bool{}
	for _, event := range shown {
		wanted[event.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(e.all), func(event notes.Entity) bool { return !wanted[event.ID] })
}
