package article

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// section is a group of what waits for a decision.
type section int

// The sections, in the order in which they are listed.
const (
	ofDate section = iota
	ofUnclear
	ofPeople
	ofOrganisations
	ofPlaces
	ofEvents
)

func (s section) words() string {
	switch s {
	case ofDate:
		return lang.X("suggest.when", "When was this written?")
	case ofUnclear:
		return lang.X("suggest.which", "Which one?")
	case ofPeople:
		return session.ViewName(session.People)
	case ofOrganisations:
		return session.ViewName(session.Organisations)
	case ofPlaces:
		return session.ViewName(session.Places)
	}
	return session.ViewName(session.Events)
}

func sectionOf(kind notes.Kind) section {
	switch kind {
	case notes.KindPerson:
		return ofPeople
	case notes.KindOrganisation:
		return ofOrganisations
	case notes.KindPlace:
		return ofPlaces
	}
	return ofEvents
}

// waiting is one thing that waits for a decision: a name with all its places, an
// event, words that could be several, or the article's date. One of the four is
// set; with a head, none is.
type waiting struct {
	head    string
	id      string
	section section
	places  []text.Range

	name       notes.NamePlace // of the place that says most
	event      notes.SuggestedEvent
	unclear    notes.Unclear
	candidates []notes.ItemRow
	date       *notes.SuggestedDate
	words      string // of the text: the event's sentence, or what the date came from
}

// readWaiting reads what waits in an article. It may read the article first. What
// was read out of the newest capture fits no other.
func readWaiting(ctx context.Context, book *notes.Notebook, reading notes.Reading) ([]waiting, error) {
	if !reading.Current() {
		return nil, nil
	}
	found, err := book.Suggestions(ctx, reading.Article.ID)
	if err != nil {
		return nil, err
	}
	names := slices.DeleteFunc(found.Names, func(name notes.NamePlace) bool { // they are known, just not which
		return slices.ContainsFunc(found.Unclear, func(u notes.Unclear) bool { return u.Overlaps(name.Range) })
	})
	all := namesWaiting(names)
	for _, event := range found.Events {
		all = append(all, waiting{
			id: "event " + event.Key, section: ofEvents, event: event, words: reading.Text.Slice(event.Range),
			places: append([]text.Range{event.Range}, event.Also...),
		})
	}
	unclear, err := unclearWaiting(ctx, book, found.Unclear)
	if err != nil {
		return nil, err
	}
	all = append(all, unclear...)
	if date := found.Date; date != nil {
		w := waiting{id: "date", section: ofDate, date: date, words: date.Reason(reading.Text)}
		if date.Title == "" {
			w.places = []text.Range{date.At}
		}
		all = append(all, w)
	}
	slices.SortStableFunc(all, func(a, b waiting) int { return cmp.Compare(a.section, b.section) })
	return all, nil
}

// namesWaiting gathers the places of names, in the order of the text.
func namesWaiting(places []notes.NamePlace) []waiting {
	var all []waiting
	row := map[string]int{}
	for _, place := range places {
		id := "name " + string(place.Kind) + " " + place.Key
		n, known := row[id]
		if !known {
			n = len(all)
			row[id] = n
			all = append(all, waiting{id: id, section: sectionOf(place.Kind), name: place})
		}
		w := &all[n]
		w.places = append(w.places, place.Range)
		full := w.name.Name
		if len(place.Name) > len(full) {
			full = place.Name
		}
		if says(place.Beside) > says(w.name.Beside) {
			w.name = place
		}
		w.name.Name = full
	}
	return all
}

// says counts what stands beside a name.
func says(b notes.Beside) int {
	n := 0
	for _, words := range []string{b.Title, b.Office, b.Organisation, b.Country} {
		if words != "" {
			n++
		}
	}
	if b.Age > 0 {
		n++
	}
	return n
}

// unclearWaiting gathers the places of words that could be several.
func unclearWaiting(ctx context.Context, book *notes.Notebook, places []notes.Unclear) ([]waiting, error) {
	var all []waiting
	row := map[string]int{}
	for _, place := range places {
		id := fmt.Sprint("which ", place.Key, place.Entities)
		if n, known := row[id]; known {
			all[n].places = append(all[n].places, place.Range)
			continue
		}
		candidates, _, err := book.Items(ctx, notes.ItemFilter{IDs: place.Entities})
		if err != nil {
			return nil, fmt.Errorf("read who “%s” could be: %w", place.Exact, err)
		}
		if err := session.Tell(ctx, book, candidates); err != nil {
			return nil, err
		}
		row[id] = len(all)
		all = append(all, waiting{id: id, section: ofUnclear, unclear: place, candidates: candidates, places: []text.Range{place.Range}})
	}
	return all, nil
}

// title is what the thing is called.
func (w waiting) title() string {
	switch {
	case w.date != nil:
		return session.Date(sure(w.date.Date), true) + "?"
	case w.section == ofUnclear:
		return w.unclear.Exact
	case w.event.Key != "":
		return w.event.Name
	}
	return w.name.Name
}

// hovered says what it is, in a sentence.
func (w waiting) hovered() string {
	if w.section == ofUnclear {
		var names []string
		for _, one := range w.candidates {
			names = append(names, session.Beside(one.Title, session.Known(one)))
		}
		return lang.X("suggest.hoverUnclear", "Which one: {{.Names}}? — click to decide", map[string]any{"Names": strings.Join(names, ", ")})
	}
	said := joined(session.KindName(w.kind()), w.beside())
	return lang.X("suggest.hover", "Suggested: {{.What}} — click to decide", map[string]any{"What": said})
}

// sure is a date without the mark of what was only worked out.
func sure(date string) string { return strings.TrimSuffix(date, "?") }

// kind is the kind of entity that it would be; none for a date.
func (w waiting) kind() notes.Kind {
	switch {
	case w.event.Key != "":
		return notes.KindEvent
	case w.section == ofUnclear && len(w.candidates) > 0:
		return w.candidates[0].Kind
	}
	return w.name.Kind
}

// beside is what the text says of it: an office and where it is held, or when and
// where something happened and who took part.
func (w waiting) beside() string {
	if w.event.Key != "" {
		return joined(session.Date(w.event.Date, true), w.event.Place.Name, who(w.event.TookPart()))
	}
	b := w.name.Beside
	said := make([]string, 0, 5)
	for _, words := range []string{b.Title, b.Office, b.Organisation, b.Country} {
		if words != "" && !slices.Contains(said, words) {
			said = append(said, words)
		}
	}
	if b.Age > 0 {
		said = append(said, lang.X("suggest.age", "aged {{.N}}", map[string]any{"N": b.Age}))
	}
	return strings.Join(said, ", ")
}

// who names those who took part, with their roles.
func who(participants []notes.SuggestedPart) string {
	var all []string
	for _, one := range participants {
		said := one.Name
		if one.Role != "" {
			said += " (" + one.Role + ")"
		}
		all = append(all, said)
	}
	return strings.Join(all, ", ")
}

// under is what is underlined on the page: of an event the words that say when
// it was, since a line under whole sentences would be under most of the text.
func (w waiting) under() []text.Range {
	switch {
	case w.date != nil:
		return nil
	case w.event.Key != "" && w.event.DateAt.Len() > 0:
		return []text.Range{w.event.DateAt}
	case w.event.Key != "":
		return []text.Range{w.event.Range}
	}
	return w.places
}

// joined puts words beside each other, those that there are.
func joined(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(one string) bool { return one == "" }), " · ")
}
