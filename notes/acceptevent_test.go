package notes_test

import (
	"slices"
	"testing"

	"cuttings/notes"
	"cuttings/storage/conformance"
)

// first is the only event that an article suggests.
func first(t *testing.T, book *notes.Notebook, title, body string) notes.SuggestedEvent {
	t.Helper()
	article := conformance.Collect(t, book, conformance.Document(title, body))[0].ID
	suggested, err := book.Suggestions(t.Context(), article)
	if err != nil || len(suggested.Events) != 1 {
		t.Fatalf("%s suggests %+v, %v", title, suggested.Events, err)
	}
	return suggested.Events[0]
}

const atGeneva = "Klemens von Metternich opened a conference in Geneva on 16 September 1814."

// Who of a sentence is no entity yet is told, until accepted.
func TestAcceptedEventTellsWhoIsLeftOut(t *testing.T) {
	for _, c := range []struct {
		name  string
		known map[string]notes.Kind
		want  []string
	}{
		{"nobody is known", nil, []string{"Jovenel Moïse", "Port-au-Prince"}},
		{"the place is", map[string]notes.Kind{"Port-au-Prince": notes.KindPlace}, []string{"Jovenel Moïse"}},
		{"all are", map[string]notes.Kind{"Port-au-Prince": notes.KindPlace, "Jovenel Moïse": notes.KindPerson}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, _ := archive(t)
			for name, kind := range c.known {
				entity(t, book, kind, name)
			}
			suggested := first(t, book, "One", "President Jovenel Moïse was assassinated in Port-au-Prince on 7 July 2021.")
			event, err := book.AcceptEvent(t.Context(), suggested, "")
			if err != nil || !slices.Equal(event.LeftOut, c.want) {
				t.Errorf("left out %q, %v, want %q", event.LeftOut, err, c.want)
			}
		})
	}
}

// An event that is there already by name and date gets the sentence as a source, in
// place of a second event; one that only is called so does not.
func TestAcceptedEventIsTheOneThatIsThere(t *testing.T) {
	const again = "On 16 September 1814 Klemens von Metternich opened a conference in Vienna."
	for _, c := range []struct {
		name   string
		second string
		before func(t *testing.T, book *notes.Notebook)
		events int
	}{
		{"nobody is known", again, nil, 1},
		{"the same are", again, func(t *testing.T, book *notes.Notebook) {
			entity(t, book, notes.KindPlace, "Vienna")
		}, 1},
		{"elsewhere", atGeneva, func(t *testing.T, book *notes.Notebook) {
			entity(t, book, notes.KindPlace, "Vienna")
			entity(t, book, notes.KindPlace, "Geneva")
		}, 2},
		{"another day", "Klemens von Metternich opened a conference in Vienna on 17 September 1814.", nil, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, _ := archive(t)
			ctx := t.Context()
			if c.before != nil {
				c.before(t, book)
			}
			one := first(t, book, "One", "Klemens von Metternich opened a conference in Vienna on 16 September 1814.")
			event, err := book.AcceptEvent(ctx, one, "The conference opens")
			if err != nil || event.Known {
				t.Fatal(event.Known, err)
			}
			two := first(t, book, "Two", c.second)
			second, err := book.AcceptEvent(ctx, two, "The conference opens")
			if err != nil || second.Known != (c.events == 1) || second.Known != (second.ID == event.ID) {
				t.Errorf("%s (%v) after %s, %v", second.ID, second.Known, event.ID, err)
			}
			sources, err := book.Sources(ctx, event.ID)
			if want := 3 - c.events; err != nil || len(sources) != want {
				t.Errorf("%d sources, %v, want %d", len(sources), err, want)
			}
			if left, _, err := book.SuggestedEvents(ctx, 0, 0, 0); err != nil || len(left) != 0 {
				t.Errorf("still suggested: %+v, %v", left, err)
			}
			if _, err := book.Undo(ctx); err != nil {
				t.Fatal(err)
			}
			if left, _, err := book.SuggestedEvents(ctx, 0, 0, 0); err != nil || len(left) != 1 {
				t.Errorf("after undoing suggested: %+v, %v", left, err)
			}
		})
	}
}
