package notes_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/text"
	"cuttings/storage/conformance"
	"cuttings/storage/sqlite"
)

// archive opens a new archive whose clock the test moves.
func archive(t *testing.T) (*notes.Notebook, *time.Time) {
	t.Helper()
	store, err := sqlite.Create(t.Context(), filepath.Join(t.TempDir(), "a.cuttings"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	clock := time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)
	return notes.New(store, notes.Options{Now: func() time.Time { return clock }}), &clock
}

func entity(t *testing.T, book *notes.Notebook, kind notes.Kind, name string, aliases ...string) notes.Entity {
	t.Helper()
	made, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: kind, Title: name}, Aliases: aliases})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// Renaming something rewrites every link to it, in one step that can be undone.
func TestRenameIsFollowed(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	person := entity(t, book, notes.KindPerson, "Alfred Mutua", "Dr Mutua")
	note, err := book.AddNote(ctx, "Note", "[[alfred mutua]], [[Alfred Mutua|he]], [[Dr Mutua]], [[Somebody]], `[[Alfred Mutua]]`")
	if err != nil {
		t.Fatal(err)
	}
	name := "A. N. Mutua"
	if err := book.EditEntity(ctx, person.ID, notes.EntityUpdate{Name: &name}); err != nil {
		t.Fatal(err)
	}
	after, err := book.Note(ctx, note.ID)
	if want := "[[A. N. Mutua]], [[A. N. Mutua|he]], [[Dr Mutua]], [[Somebody]], `[[Alfred Mutua]]`"; err != nil || after.Body != want {
		t.Errorf("the note says %q: %v", after.Body, err)
	}
	if lost, err := book.Unresolved(ctx, note.ID); err != nil || len(lost) != 1 || lost[0] != "Somebody" {
		t.Errorf("unresolved: %q, %v", lost, err)
	}
	if _, err := book.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if before, err := book.Note(ctx, note.ID); err != nil || before.Body != note.Body {
		t.Errorf("after undo the note says %q: %v", before.Body, err)
	}
}

// What is saved as it was is no step to undo.
func TestNothingEditedIsNoStep(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	person := entity(t, book, notes.KindPerson, "Alfred Mutua", "Dr Mutua")
	same := notes.EntityUpdate{Name: &person.Title, Aliases: &person.Aliases, Description: &person.Description, Roles: &person.Roles}
	if err := book.EditEntity(ctx, person.ID, same); err != nil {
		t.Fatal(err)
	}
	if change, err := book.Undo(ctx); err != nil || change.Operation.Verb != notes.VerbAddEntity {
		t.Errorf("undone: %q, %v", change.Operation.Verb, err)
	}
}

// A link written before what it names exists leads there once it does, and no
// longer when that is gone.
func TestLinksFindWhatComesLater(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	note, err := book.AddNote(ctx, "Note", "[[The Chairman]]")
	if err != nil {
		t.Fatal(err)
	}
	person := entity(t, book, notes.KindPerson, "Philip Davis", "the chairman")
	links, err := book.LinksFrom(ctx, note.ID)
	if err != nil || len(links) != 1 || links[0].To != person.ID {
		t.Fatalf("links %+v, %v", links, err)
	}
	none := []string{}
	if err := book.EditEntity(ctx, person.ID, notes.EntityUpdate{Aliases: &none}); err != nil {
		t.Fatal(err)
	}
	if lost, err := book.Unresolved(ctx, note.ID); err != nil || len(lost) != 1 {
		t.Errorf("unresolved: %q, %v", lost, err)
	}
}

func TestHighlightQuotations(t *testing.T) {
	book, _ := archive(t)
	article := conformance.Collect(t, book, conformance.Document("A", "He came. He saw.\n\nHe came again; “nobody” saw."))[0].ID
	for _, test := range []struct {
		quote anchor.Quote
		want  string
		err   error
	}{
		{anchor.Quote{Exact: "He saw."}, "He saw.", nil},
		{anchor.Quote{Exact: "He came"}, "", notes.ErrAmbiguous},
		{anchor.Quote{Exact: "He came", Suffix: " again"}, "He came", nil},
		{anchor.Quote{Exact: "\"nobody\" saw"}, "“nobody” saw", nil},
		{anchor.Quote{Exact: "She came"}, "", notes.ErrNoQuote},
		{anchor.Quote{Exact: " \n"}, "", notes.ErrInvalid},
	} {
		made, err := book.AddHighlight(t.Context(), notes.NewHighlight{Article: article, Quote: test.quote})
		if made.Exact != test.want || !errors.Is(err, test.err) {
			if !(test.err == notes.ErrInvalid && err != nil) {
				t.Errorf("%q: %q, %v", test.quote.Exact, made.Exact, err)
			}
		}
	}
	if _, err := book.AddHighlight(t.Context(), notes.NewHighlight{Article: article, Range: text.Range{Start: 5, End: 4000}}); !errors.Is(err, notes.ErrInvalid) {
		t.Errorf("a range outside: %v", err)
	}
	if _, err := book.AddHighlight(t.Context(), notes.NewHighlight{Article: article, Range: text.Range{Start: 0, End: 2}, Colour: "pink"}); !errors.Is(err, notes.ErrInvalid) {
		t.Errorf("a colour that is none: %v", err)
	}
}

// Autosaving does not fill the history: within ten minutes the last revision is
// written over, but never the first.
func TestRevisions(t *testing.T) {
	book, clock := archive(t)
	ctx := t.Context()
	note, err := book.AddNote(ctx, "Note", "first")
	if err != nil {
		t.Fatal(err)
	}
	write := func(body string, later time.Duration) {
		*clock = clock.Add(later)
		if err := book.EditNote(ctx, note.ID, notes.NoteUpdate{Body: &body}); err != nil {
			t.Fatal(err)
		}
	}
	write("second", time.Second)
	write("third", time.Second)
	write("fourth", 11*time.Minute)
	write("fourth", time.Hour) // nothing changed
	revisions, err := book.Revisions(ctx, note.ID)
	if err != nil {
		t.Fatal(err)
	}
	var bodies []string
	for _, revision := range revisions {
		bodies = append(bodies, revision.Body)
	}
	if got := strings.Join(bodies, " "); got != "fourth third first" {
		t.Errorf("the history is %q", got)
	}
}

func TestEventsAreChecked(t *testing.T) {
	book, _ := archive(t)
	person := entity(t, book, notes.KindPerson, "P")
	place := entity(t, book, notes.KindPlace, "Nassau")
	for name, test := range map[string]struct {
		event notes.Entity
		want  error
	}{
		"whole":                {notes.Entity{Date: "2023-02-15/2023-02-17", Place: place.ID, Participants: []notes.Participant{{Entity: person.ID, Role: "guest"}}}, nil},
		"no date":              {notes.Entity{Date: "tomorrow"}, notes.ErrInvalid},
		"a person for a place": {notes.Entity{Place: person.ID}, notes.ErrInvalid},
		"nobody":               {notes.Entity{Participants: []notes.Participant{{Entity: 99}}}, notes.ErrNotFound},
		"roles":                {notes.Entity{Roles: []notes.Role{{Title: "x"}}}, notes.ErrInvalid},
	} {
		test.event.Kind, test.event.Title = notes.KindEvent, "Event "+name
		if _, err := book.AddEntity(t.Context(), test.event); !errors.Is(err, test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	events, err := book.EventsWith(t.Context(), person.ID)
	if err != nil || len(events) != 1 || events[0].Place != place.ID {
		t.Errorf("events %+v, %v", events, err)
	}
	if _, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: "X"}, Date: "2023"}); !errors.Is(err, notes.ErrInvalid) {
		t.Errorf("a place with a date: %v", err)
	}
}

// What a person refused stays refused when mentions are found anew.
func TestVerdictsAreRemembered(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	article := conformance.Collect(t, book, conformance.Document("A", conformance.Police))[0].ID
	person := entity(t, book, notes.KindPerson, "Alfred Mutua")
	count := func() int {
		mentions, _, err := book.Mentions(ctx, notes.MentionFilter{Article: article})
		if err != nil {
			t.Fatal(err)
		}
		return len(mentions)
	}
	if got := count(); got != 2 {
		t.Fatalf("%d mentions", got)
	}
	if err := book.Decide(ctx, article, person.ID, "Mutua", notes.Rejected); err != nil {
		t.Fatal(err)
	}
	if err := book.Rebuild(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if got := count(); got != 1 {
		t.Errorf("%d mentions after a refusal", got)
	}
}

// More articles than one transaction deals with are queued, and the queue is
// worked off.
func TestSettle(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	var documents []notes.Document
	for i := range 150 {
		documents = append(documents, conformance.Document(fmt.Sprint("Article ", i), fmt.Sprintf("Number %d names Ariel Henry.", i)))
	}
	conformance.Collect(t, book, documents...)
	person := entity(t, book, notes.KindPerson, "Ariel Henry")
	named := func() int {
		_, total, err := book.Mentions(ctx, notes.MentionFilter{Entity: person.ID, Limit: 1})
		if err != nil {
			t.Fatal(err)
		}
		return total
	}
	if got := named(); got == 0 || got == 150 {
		t.Errorf("%d articles were dealt with at once", got)
	}
	announced := 0
	defer book.Subscribe(func(notes.Change) { announced++ })()
	if err := book.Settle(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if got := named(); got != 150 || announced == 0 {
		t.Errorf("%d articles in the end, %d changes announced", got, announced)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if err := book.Settle(cancelled, nil); err == nil {
		t.Error("work went on after the end of its context")
	}
}

func TestFindFollowsChanges(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	person := entity(t, book, notes.KindPerson, "Jovenel Moïse")
	find := func(typed string) string {
		found, err := book.Find(ctx, typed, nil, 5)
		if err != nil {
			t.Fatal(err)
		}
		if len(found) == 0 {
			return ""
		}
		return found[0].Name
	}
	if got := find("moise"); got != "Jovenel Moïse" {
		t.Errorf("found %q", got)
	}
	name := "President Moïse"
	if err := book.EditEntity(ctx, person.ID, notes.EntityUpdate{Name: &name}); err != nil {
		t.Fatal(err)
	}
	if got := find("jovenel"); got != "" {
		t.Errorf("the old name finds %q", got)
	}
	if err := book.Delete(ctx, person.ID); err != nil {
		t.Fatal(err)
	}
	if got := find("moise"); got != "" {
		t.Errorf("what is in the trash is found: %q", got)
	}
	if _, err := book.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := find("moise"); got != name {
		t.Errorf("found %q after undo", got)
	}
}

func TestSnippetsAreReadable(t *testing.T) {
	book, _ := archive(t)
	if _, err := book.AddNote(t.Context(), "Note", "# Head\n\nThe **police** of [[Kenya|that state]] went.\n\n> quoted"); err != nil {
		t.Fatal(err)
	}
	answer, err := book.Search(t.Context(), "police", notes.SearchFilter{Limit: 5})
	if err != nil || answer.Total != 1 {
		t.Fatalf("%d results: %v", answer.Total, err)
	}
	r := answer.Results[0]
	if strings.ContainsAny(r.Snippet, "*[]#>") || len(r.Marks) != 1 || r.Snippet[r.Marks[0].Start:r.Marks[0].End] != "police" {
		t.Errorf("the snippet is %q, marked %v", r.Snippet, r.Marks)
	}
}

func TestIDs(t *testing.T) {
	for _, id := range []notes.ID{1, 1 << 40, 1<<60 - 1} {
		parsed, err := notes.ParseID(strings.ToUpper(id.String()))
		if err != nil || parsed != id {
			t.Errorf("%d is written %s and read as %d: %v", id, id, parsed, err)
		}
	}
	for _, bad := range []string{"", "short", "0123456789ab3", "000000000000", "uuuuuuuuuuuu", "zzzzzzzzzzzé"} {
		if _, err := notes.ParseID(bad); !errors.Is(err, notes.ErrInvalid) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
