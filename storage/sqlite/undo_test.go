package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/fold"
	"cuttings/notes/query"
	"cuttings/storage/conformance"
	"cuttings/storage/sqlite"
)

// theirs are the tables that belong to the person, and those derived from
// them: all that undo must bring back.
var theirs = []string{
	"items", "articles", "captures", "highlights", "notes", "revisions", "entities", "aliases", "roles",
	"participants", "taggings", "collected", "searches", "verdicts", "mentions", "links",
	"pictures", "placements", "meanings", "origins",
	"rulings", "refusals", "distinctions", "merges", "sources", "unclear",
}

// dump reads every row of these tables, and what is found by a search for each
// of some words.
func dump(t testing.TB, store *sqlite.Store) map[string][]string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+store.Path()+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	content := map[string][]string{}
	for _, table := range theirs {
		content[table] = rowsOf(t, db, `SELECT * FROM `+table+` ORDER BY 1, 2, 3`)
	}
	for _, word := range []string{"police", "mutua", "alpha", "beta", "minister"} {
		found, err := store.Search(t.Context(), query.Parse(word), notes.SearchFilter{})
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, hit := range found.Hits {
			ids = append(ids, hit.ID.String())
		}
		slices.Sort(ids)
		content["search "+word] = ids
	}
	return content
}

func rowsOf(t testing.TB, db *sql.DB, query string) []string {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil && strings.Contains(err.Error(), "out of range") { // a table of two columns
		rows, err = db.Query(strings.TrimSuffix(query, ", 3"))
	}
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for rows.Next() {
		values := make([]any, len(columns))
		for i := range values {
			values[i] = new(any)
		}
		if err := rows.Scan(values...); err != nil {
			t.Fatal(err)
		}
		var line strings.Builder
		for i, value := range values {
			fmt.Fprintf(&line, "%s=%v ", columns[i], *value.(*any))
		}
		all = append(all, line.String())
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

func compare(t testing.TB, want, got map[string][]string) string {
	t.Helper()
	return cmp.Diff(want, got)
}

// doer does random operations on an archive.
type doer struct {
	*rapid.T
	book *notes.Notebook
	ctx  context.Context
	made int
}

var titles = []string{"Alpha", "Beta", "Alfred Mutua", "Dr Mutua", "Haiti"}

func (d *doer) some(kinds ...notes.Kind) (notes.Item, bool) {
	rows, _, err := d.book.Items(d.ctx, notes.ItemFilter{Kinds: kinds})
	if err != nil {
		d.Fatal(err)
	}
	if len(rows) == 0 {
		return notes.Item{}, false
	}
	return rows[rapid.IntRange(0, len(rows)-1).Draw(d.T, "which")].Item, true
}

// once does one operation; it may do nothing, if there is nothing to do it to.
func (d *doer) once() error {
	title := rapid.SampledFrom(titles).Draw(d.T, "title")
	body := "See [[" + rapid.SampledFrom(titles).Draw(d.T, "link") + "]], the minister."
	switch rapid.IntRange(0, 20).Draw(d.T, "operation") {
	case 0:
		d.made++
		one := document(fmt.Sprint(title, " ", d.made), fmt.Sprintf("%s\n\n%s was there, %d.\n\nPresident Jovenel Moïse was assassinated in %s on %d July 2021.", police, title, d.made, title, d.made%3+1))
		from := conformance.Ready{"one": one}
		return d.book.Collect(d.ctx, from, []notes.Input{{Name: "one"}}, notes.CollectOptions{}, nil)[0].Err
	case 1:
		_, err := d.book.AddNote(d.ctx, title, body, "tag "+title)
		return err
	case 2:
		kind := rapid.SampledFrom([]notes.Kind{notes.KindPerson, notes.KindPlace}).Draw(d.T, "kind")
		_, err := d.book.AddEntity(d.ctx, notes.Entity{Item: notes.Item{Kind: kind, Title: title}, Aliases: []string{"alias " + title}, Description: body})
		return err
	case 3:
		if article, ok := d.some(notes.KindArticle); ok {
			_, err := d.book.AddHighlight(d.ctx, notes.NewHighlight{
				Article: article.ID, Quote: anchor.Quote{Exact: "a thousand police officers"}, Comment: body,
			})
			if errors.Is(err, notes.ErrNoQuote) {
				return nil // a later capture has other words there
			}
			return err
		}
	case 4:
		if note, ok := d.some(notes.KindNote); ok {
			return d.book.EditNote(d.ctx, note.ID, notes.NoteUpdate{Title: &title, Body: &body})
		}
	case 5:
		if entity, ok := d.some(notes.KindPerson, notes.KindPlace); ok {
			aliases := []string{"alias " + title, "Mutua"}
			return d.book.EditEntity(d.ctx, entity.ID, notes.EntityUpdate{Name: &title, Aliases: &aliases})
		}
	case 6:
		if highlight, ok := d.some(notes.KindHighlight); ok {
			colour := rapid.SampledFrom(notes.Colours).Draw(d.T, "colour")
			return d.book.EditHighlight(d.ctx, highlight.ID, notes.HighlightUpdate{Colour: &colour, Comment: &body})
		}
	case 7, 8:
		if item, ok := d.some(); ok {
			return d.book.Delete(d.ctx, item.ID)
		}
	case 9:
		if rows, _, err := d.book.Items(d.ctx, notes.ItemFilter{Trashed: true}); err != nil || len(rows) == 0 {
			return err
		} else if err := d.book.Restore(d.ctx, rows[0].ID); !errors.Is(err, notes.ErrInvalid) { // it went into what is in the trash
			return err
		}
	case 10:
		item, ok := d.some(notes.KindArticle, notes.KindNote, notes.KindPerson)
		collection, found := d.some(notes.KindCollection)
		if ok && found {
			return d.book.File(d.ctx, collection.ID, item.ID)
		}
		_, err := d.book.AddCollection(d.ctx, title)
		return err
	case 11:
		article, ok := d.some(notes.KindArticle)
		person, found := d.some(notes.KindPerson)
		if ok && found {
			return d.book.Decide(d.ctx, article.ID, person.ID, person.Title, notes.Rejected)
		}
	case 12:
		if article, ok := d.some(notes.KindArticle); ok {
			d.made++
			again := document(title, fmt.Sprintf("On day %d. %s", d.made, strings.Replace(police, "thousand police officers", "thousand officers", d.made%2)))
			again.Pictures = []notes.Picture{{Address: "a", MediaType: "image/png", Width: 1, Height: 1, Bytes: []byte(title)}}
			_, err := d.book.Recapture(d.ctx, conformance.Ready{"again": again}, article.ID, notes.Input{Name: "again", Data: []byte{}}, true)
			return err
		}
	case 13:
		highlight, ok := d.some(notes.KindHighlight)
		other, found := d.some(notes.KindHighlight)
		if ok && found && highlight.ID != other.ID {
			if _, err := d.book.JoinHighlights(d.ctx, []notes.ID{highlight.ID, other.ID}); !errors.Is(err, notes.ErrInvalid) {
				return err
			}
		}
	case 15:
		return d.merge()
	case 16:
		return d.part()
	case 17:
		return d.divide()
	case 18:
		return d.book.Refuse(d.ctx, title, notes.Refusal{Subject: notes.OfName, Key: fold.String(title)})
	case 19:
		return d.source()
	case 20:
		return d.accept()
	case 14:
		return d.book.NameColour(d.ctx, rapid.SampledFrom(notes.Colours).Draw(d.T, "colour"), title)
	}
	return nil
}

// Whatever was done, undoing all of it and doing it again leads through the
// same states, also with the archive closed and opened in between.
func TestUndoBringsBackEveryState(t *testing.T) {
	folder := t.TempDir()
	number := 0
	rapid.Check(t, func(r *rapid.T) {
		number++
		path := filepath.Join(folder, fmt.Sprint(number, ".cuttings"))
		store, err := sqlite.Create(t.Context(), path)
		if err != nil {
			r.Fatal(err)
		}
		d := &doer{T: r, book: notes.New(store, notes.Options{}), ctx: t.Context()}
		states := []map[string][]string{dump(t, store)}
		for range rapid.IntRange(1, 12).Draw(r, "operations") {
			if err := d.once(); err != nil {
				r.Fatal(err)
			}
			if now := dump(t, store); cmp.Diff(states[len(states)-1], now) != "" {
				states = append(states, now)
			}
		}
		reopen := func() {
			if err := store.Close(); err != nil {
				r.Fatal(err)
			}
			if store, err = sqlite.Open(t.Context(), path); err != nil {
				r.Fatal(err)
			}
			d.book = notes.New(store, notes.Options{})
		}
		defer func() { _ = store.Close() }()
		at := len(states) - 1
		step := func(by int, move func(context.Context) (notes.Change, error)) {
			for {
				if _, err := move(t.Context()); err != nil {
					r.Fatal(err)
				}
				at += by
				if diff := cmp.Diff(states[at], dump(t, store)); diff != "" {
					r.Fatalf("state %d is not what it was (-was +is):\n%s", at, diff)
				}
				if at == 0 || at == len(states)-1 {
					return
				}
			}
		}
		if at == 0 {
			return
		}
		if rapid.Bool().Draw(r, "reopened") {
			reopen()
		}
		step(-1, func(ctx context.Context) (notes.Change, error) { return d.book.Undo(ctx) })
		reopen()
		step(1, func(ctx context.Context) (notes.Change, error) { return d.book.Redo(ctx) })
		reopen()
		if problems, err := d.book.Check(t.Context(), nil); err != nil || len(problems) > 0 {
			r.Fatalf("the archive has problems: %q, %v", problems, err)
		}
	})
}
