// Package conformance proves that a storage keeps the promises of notes.Store.
// Whatever fulfils that interface is held to it by calling Run from its tests.
package conformance

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/text"
)

// Run holds stores to the promises. open returns a new, empty one that lasts as
// long as the test.
func Run(t *testing.T, open func(t *testing.T) notes.Store) {
	for name, promise := range map[string]func(t *testing.T, book *notes.Notebook){
		"the main job": mainJob, "the trash": trash, "failed operations": failedOperations,
		"lists": lists, "groups": groups, "filters": filters, "captures": captures, "marks": marks, "searching": searching, "annotations": annotations,
		"suggestions": suggestions, "events": events, "accounts": accounts, "a date worked out": dateWorkedOut, "participants come later": laterParticipants, "two events": twoInOneSentence, "merging": merging, "parting": parting, "parting in turn": partingInTurn, "namesakes": namesakes, "registering": registering, "completed by a file": completed, "a later namesake": laterNamesake, "a surname goes along": surnameGoesAlong, "a name refused in one article": refusedInOne, "renaming": renaming, "births of namesakes": birthsOfNamesakes, "roles of places": rolesOfPlaces, "places of GEDCOM": placesOfGEDCOM, "what waits is counted": counted, "a name in many articles": acceptedInMany, "company": company,
	} {
		t.Run(name, func(t *testing.T) { promise(t, notes.New(open(t), notes.Options{})) })
	}
}

// Ready is a collector of documents at hand.
type Ready map[string]notes.Document

func (r Ready) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

func (r Ready) Read(_ context.Context, input notes.Input) (notes.Document, error) {
	document, ok := r[input.Name]
	if !ok {
		return notes.Document{}, notes.ErrUnreadable
	}
	return document, nil
}

// Document is an article of the given words, paragraphs parted by empty lines.
func Document(title, body string) notes.Document {
	b := text.Text{Body: body}
	at := 0
	for _, paragraph := range strings.Split(body, text.BlockBreak) {
		b.Blocks = append(b.Blocks, text.Block{Range: text.Range{Start: at, End: at + len(paragraph)}, Kind: text.Paragraph})
		at += len(paragraph) + len(text.BlockBreak)
	}
	return notes.Document{Title: title, Date: "2023-07-29", Source: "The Gazette", Original: []byte(body), MediaType: "text/plain", Text: b}
}

// Collect keeps documents as articles.
func Collect(t testing.TB, book *notes.Notebook, documents ...notes.Document) []notes.Collected {
	t.Helper()
	from := Ready{}
	var inputs []notes.Input
	for _, d := range documents {
		sum := sha256.Sum256(d.Original)
		name := d.Title + string(sum[:4])
		from[name] = d
		inputs = append(inputs, notes.Input{Name: name})
	}
	return book.Collect(t.Context(), from, inputs, notes.CollectOptions{Inbox: true}, nil)
}

// Police is the text of an article.
const Police = "Kenya offered a thousand police officers.\n\nAlfred Mutua, the foreign minister, said so on Saturday. Mutua did not say when."

func mainJob(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	results := Collect(t, book, Document("Kenya offers police", Police), Document("Kenya offers police", Police))
	if results[0].Status != notes.StatusAdded || results[1].Status != notes.StatusDuplicate || results[1].ID != results[0].ID {
		t.Fatalf("collected %+v", results)
	}
	article := results[0].ID
	person, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}, Roles: []notes.Role{{Title: "Foreign minister"}}})
	if err != nil {
		t.Fatal(err)
	}
	highlight, err := book.AddHighlight(ctx, notes.NewHighlight{Article: article, Quote: anchor.Quote{Exact: "a thousand police officers"}})
	if err != nil {
		t.Fatal(err)
	}
	note, err := book.AddNote(ctx, "Who offered", "[["+highlight.ID.String()+"]]\n\nSaid by [[Alfred Mutua]].")
	if err != nil {
		t.Fatal(err)
	}
	links, err := book.LinksFrom(ctx, note.ID)
	if err != nil || len(links) != 2 || links[0].To != highlight.ID || links[1].To != person.ID {
		t.Fatalf("links %+v, %v", links, err)
	}
	if to, err := book.LinksTo(ctx, person.ID); err != nil || len(to) != 1 || to[0].From != note.ID {
		t.Fatalf("backlinks %+v, %v", to, err)
	}
	answer, err := book.Search(ctx, `"thousand police" -nothing`, notes.SearchFilter{Limit: 10})
	if err != nil || answer.Total != 2 || len(answer.Results) != 2 {
		t.Fatalf("search found %d %+v, %v", answer.Total, answer.Results, err)
	}
	if problems, err := book.Check(ctx, nil); err != nil || len(problems) > 0 {
		t.Fatalf("check: %q, %v", problems, err)
	}
	for range 4 {
		if _, err := book.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := book.Undo(ctx); !errors.Is(err, notes.ErrNothingToUndo) {
		t.Fatalf("undo of nothing: %v", err)
	}
	if counts, err := book.Counts(ctx); err != nil || counts.Kinds[notes.KindArticle] != 0 {
		t.Fatalf("counts %+v, %v", counts, err)
	}
	for range 4 {
		if _, err := book.Redo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if to, err := book.LinksTo(ctx, person.ID); err != nil || len(to) != 1 {
		t.Fatalf("backlinks after redo %+v, %v", to, err)
	}
	if problems, err := book.Check(ctx, nil); err != nil || len(problems) > 0 {
		t.Fatalf("check: %q, %v", problems, err)
	}
}

// What belongs to an article goes out of sight with it and comes back with it.
func trash(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	article := Collect(t, book, Document("Kenya offers police", Police))[0].ID
	person, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}})
	if err != nil {
		t.Fatal(err)
	}
	highlight, err := book.AddHighlight(ctx, notes.NewHighlight{Article: article, Quote: anchor.Quote{Exact: "a thousand police officers"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.AddNote(ctx, "Note", "[["+highlight.ID.String()+"]] and [[Kenya offers police]]"); err != nil {
		t.Fatal(err)
	}
	seen := func() string {
		_, highlights, err := book.Highlights(ctx, notes.HighlightFilter{})
		if err != nil {
			t.Fatal(err)
		}
		_, mentions, err := book.Mentions(ctx, notes.MentionFilter{Entity: person.ID})
		if err != nil {
			t.Fatal(err)
		}
		found, err := book.Search(ctx, "thousand", notes.SearchFilter{})
		if err != nil {
			t.Fatal(err)
		}
		counts, err := book.Counts(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(highlights, mentions, found.Total, counts.Kinds[notes.KindHighlight], counts.Trash)
	}
	if got := seen(); got != "1 2 2 1 0" {
		t.Errorf("seen before: %s", got)
	}
	if err := book.Delete(ctx, article); err != nil {
		t.Fatal(err)
	}
	if got := seen(); got != "0 0 0 0 1" {
		t.Errorf("seen while it is in the trash: %s", got)
	}
	if err := book.Restore(ctx, article); err != nil {
		t.Fatal(err)
	}
	if got := seen(); got != "1 2 2 1 0" {
		t.Errorf("seen after: %s", got)
	}
}

// failedOperations change nothing and announce nothing.
func failedOperations(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	announced := 0
	defer book.Subscribe(func(notes.Change) { announced++ })()
	for name, operation := range map[string]func() error{
		"a highlight in nothing": func() error {
			_, err := book.AddHighlight(ctx, notes.NewHighlight{Article: 5, Quote: anchor.Quote{Exact: "x"}})
			return err
		},
		"an event with nobody": func() error {
			_, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "E"}, Participants: []notes.Participant{{Entity: 77}}})
			return err
		},
		"no title":  func() error { _, err := book.AddNote(ctx, " ", "words"); return err },
		"no item":   func() error { return book.Delete(ctx, 12) },
		"no note":   func() error { return book.EditNote(ctx, 12, notes.NoteUpdate{}) },
		"no tagged": func() error { return book.Tag(ctx, []notes.ID{12}, "tag") },
	} {
		if err := operation(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := book.Undo(ctx); !errors.Is(err, notes.ErrNothingToUndo) || announced != 0 {
		t.Errorf("%d changes were announced, and undo says %v", announced, err)
	}
	counts, err := book.Counts(ctx)
	if err != nil || len(counts.Kinds) != 0 {
		t.Errorf("there are %v: %v", counts.Kinds, err)
	}
}

// lists come in the order that was asked for, page by page.
func lists(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	var documents []notes.Document
	for i, date := range []string{"2021-05", "", "2023-01-02", "1999", "2022"} {
		d := Document(fmt.Sprint("Article ", i), fmt.Sprintf("Words of article %d.", i))
		d.Date = date
		documents = append(documents, d)
	}
	Collect(t, book, documents...)
	for order, want := range map[notes.Order]string{
		notes.Newest: "2 4 0 3 1", notes.Oldest: "3 0 4 2 1", notes.ByTitle: "0 1 2 3 4", notes.Added: "4 3 2 1 0",
	} {
		var got []string
		for offset := 0; offset < 6; offset += 2 {
			rows, total, err := book.Articles(ctx, notes.ArticleFilter{Order: order, Offset: offset, Limit: 2})
			if err != nil || total != 5 {
				t.Fatalf("%s: %d, %v", order, total, err)
			}
			for _, row := range rows {
				got = append(got, strings.TrimPrefix(row.Title, "Article "))
			}
		}
		if order := strings.Join(got, " "); order != want {
			t.Errorf("%s, not %s", order, want)
		}
	}
}

// groups: articles that were collected together are undone together.
func groups(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	var documents []notes.Document
	for i := range 70 { // more than one transaction
		document := Document(fmt.Sprint("Article ", i), fmt.Sprintf("Words of article %d.", i))
		document.Tags = []string{"of a group"} // is made with the first, and is no article
		documents = append(documents, document)
	}
	Collect(t, book, documents...)
	for _, step := range []struct {
		move func(context.Context) (notes.Change, error)
		left int
	}{{book.Undo, 0}, {book.Redo, 70}, {book.Undo, 0}} {
		change, err := step.move(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if name := change.Operation.Name(); name != "collect 70 articles" {
			t.Errorf("it is called %q", name)
		}
		if counts, err := book.Counts(ctx); err != nil || counts.Kinds[notes.KindArticle] != step.left || counts.Inbox != step.left {
			t.Errorf("%+v: %v", counts, err)
		}
	}
	if _, err := book.AddNote(ctx, "Something else", ""); err != nil {
		t.Fatal(err)
	}
	if _, err := book.Redo(ctx); !errors.Is(err, notes.ErrNothingToRedo) {
		t.Errorf("what was undone before something else was done: %v", err)
	}
}

// filters narrow a list, and take what a person types as it is.
func filters(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	made := Collect(t, book, Document("Élan of 100 %", "One."), Document("under_score", "Two."), Document("plain", "Three."))
	if err := book.Tag(ctx, []notes.ID{made[0].ID, made[2].ID}, "A Tag"); err != nil {
		t.Fatal(err)
	}
	tag, err := book.Resolve(ctx, "A Tag", notes.KindTag)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		filter notes.ArticleFilter
		want   int
	}{
		"accents":    {notes.ArticleFilter{Key: "elan"}, 1},
		"a pattern":  {notes.ArticleFilter{Key: "%"}, 0},
		"a joker":    {notes.ArticleFilter{Key: "p_ain"}, 0},
		"the source": {notes.ArticleFilter{Key: "gazette"}, 3},
		"a tag":      {notes.ArticleFilter{Tag: tag.ID}, 2},
		"the inbox":  {notes.ArticleFilter{Inbox: true}, 3},
		"nothing":    {notes.ArticleFilter{Key: "'; DROP TABLE items; --"}, 0},
	} {
		rows, total, err := book.Articles(ctx, test.filter)
		if err != nil || total != test.want || len(rows) != test.want {
			t.Errorf("%s: %d of %d, %v", name, len(rows), total, err)
		}
	}
}
