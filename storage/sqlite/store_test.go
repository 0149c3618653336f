package sqlite_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/text"
	"cuttings/storage/sqlite"
)

// archive opens a new archive that lasts as long as the test.
func archive(t testing.TB) (*notes.Notebook, *sqlite.Store) {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "test.cuttings"))
}

func openAt(t testing.TB, path string) (*notes.Notebook, *sqlite.Store) {
	t.Helper()
	store, _, err := sqlite.OpenOrCreate(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return notes.New(store, notes.Options{}), store
}

// ready is a collector of documents at hand.
type ready map[string]notes.Document

func (r ready) Expand(context.Context, []string) ([]notes.Input, error) { return nil, nil }

func (r ready) Read(_ context.Context, input notes.Input) (notes.Document, error) {
	document, ok := r[input.Name]
	if !ok {
		return notes.Document{}, notes.ErrUnreadable
	}
	return document, nil
}

func document(title, body string) notes.Document {
	b := text.Text{Body: body}
	at := 0
	for _, paragraph := range strings.Split(body, text.BlockBreak) {
		b.Blocks = append(b.Blocks, text.Block{Range: text.Range{Start: at, End: at + len(paragraph)}, Kind: text.Paragraph})
		at += len(paragraph) + len(text.BlockBreak)
	}
	return notes.Document{Title: title, Date: "2023-07-29", Source: "The Gazette", Original: []byte(body), MediaType: "text/plain", Text: b}
}

func collect(t testing.TB, book *notes.Notebook, documents ...notes.Document) []notes.Collected {
	t.Helper()
	from := ready{}
	var inputs []notes.Input
	for _, d := range documents {
		sum := sha256.Sum256(d.Original)
		name := d.Title + string(sum[:4])
		from[name] = d
		inputs = append(inputs, notes.Input{Name: name})
	}
	return book.Collect(t.Context(), from, inputs, notes.CollectOptions{Inbox: true}, nil)
}

const police = "Kenya offered a thousand police officers.\n\nAlfred Mutua, the foreign minister, said so on Saturday. Mutua did not say when."

func TestMainJob(t *testing.T) {
	book, store := archive(t)
	ctx := t.Context()
	results := collect(t, book, document("Kenya offers police", police), document("Kenya offers police", police))
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
	results2, total, err := book.Search(ctx, `"thousand police" -nothing`, notes.SearchFilter{Limit: 10})
	if err != nil || total != 2 || len(results2) != 2 {
		t.Fatalf("search found %d %+v, %v", total, results2, err)
	}
	if problems, err := store.Check(ctx, nil); err != nil || len(problems) > 0 {
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
	if problems, err := store.Check(ctx, nil); err != nil || len(problems) > 0 {
		t.Fatalf("check: %q, %v", problems, err)
	}
}
