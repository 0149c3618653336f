package sqlite_test

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes"
	"cuttings/storage/sqlite"
)

// merge makes one entity of two, if there are two of one kind.
func (d *doer) merge() error {
	kept, ok := d.some(notes.KindPerson, notes.KindPlace)
	gone, found := d.some(notes.KindPerson, notes.KindPlace)
	if !ok || !found || kept.ID == gone.ID || kept.Kind != gone.Kind {
		return nil
	}
	return d.book.Merge(d.ctx, kept.ID, gone.ID, notes.EntityUpdate{})
}

// part takes a merge back, if there was one.
func (d *doer) part() error {
	rows, _, err := d.book.Items(d.ctx, notes.ItemFilter{Trashed: true})
	if err != nil {
		return err
	}
	for _, row := range rows {
		if _, err := d.book.MergeOf(d.ctx, row.ID); errors.Is(err, notes.ErrNotFound) {
			continue
		}
		if err := d.book.Part(d.ctx, row.ID); !errors.Is(err, notes.ErrInvalid) { // what it went into is in the trash, too
			return err
		}
	}
	return nil
}

// divide gives the mentions of a person in an article to another.
func (d *doer) divide() error {
	article, ok := d.some(notes.KindArticle)
	from, found := d.some(notes.KindPerson)
	to, there := d.some(notes.KindPerson)
	if !ok || !found || !there || from.ID == to.ID {
		return nil
	}
	_, err := d.book.Divide(d.ctx, from.ID, []notes.WordsIn{{Article: article.ID, Words: from.Title}}, to.ID, "")
	return err
}

// source makes a highlight a source of an event, or adds an event if there is
// none.
func (d *doer) source() error {
	event, ok := d.some(notes.KindEvent)
	if !ok {
		entity := notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Event"}, Date: "2023-07-29"}
		if person, found := d.some(notes.KindPerson); found {
			entity.Participants = []notes.Participant{{Entity: person.ID}}
		}
		_, err := d.book.AddEntity(d.ctx, entity)
		return err
	}
	if highlight, found := d.some(notes.KindHighlight); found {
		return d.book.SetSource(d.ctx, notes.Source{Event: event.ID, Highlight: highlight.ID, Date: "2023-07-30"})
	}
	return nil
}

// accept takes a suggested name or event, as something new or as what is known.
func (d *doer) accept() error {
	if err := d.book.ReadUnread(d.ctx, nil); err != nil {
		return err
	}
	events, _, err := d.book.SuggestedEvents(d.ctx, 0, 0, 0)
	if err != nil {
		return err
	}
	if len(events) > 0 && rapid.Bool().Draw(d.T, "an event") {
		event := rapid.SampledFrom(events).Draw(d.T, "suggested event")
		if known, ok := d.some(notes.KindEvent); ok && rapid.Bool().Draw(d.T, "known") {
			_, err := d.book.AcceptEventAs(d.ctx, event, known.ID)
			return err
		}
		_, err := d.book.AcceptEvent(d.ctx, event, "")
		return err
	}
	names, _, err := d.book.SuggestedNames(d.ctx, notes.SuggestionFilter{})
	if err != nil || len(names) == 0 {
		return err
	}
	name := rapid.SampledFrom(names).Draw(d.T, "suggested name")
	if known, ok := d.some(name.Kind); ok && rapid.Bool().Draw(d.T, "known") {
		return d.book.AcceptAs(d.ctx, name.Name, known.ID)
	}
	_, err = d.book.AcceptName(d.ctx, notes.Wanted{Key: name.Key, Kind: name.Kind})
	return err
}

// A merge that is parted again leaves the archive as it was, but for what is
// remembered: that the two are not one.
func TestPartingAMergeBringsBackEveryRow(t *testing.T) {
	folder := t.TempDir()
	number := 0
	rapid.Check(t, func(r *rapid.T) {
		number++
		store, err := sqlite.Create(t.Context(), filepath.Join(folder, fmt.Sprint(number, ".cuttings")))
		if err != nil {
			r.Fatal(err)
		}
		defer func() { _ = store.Close() }()
		d := &doer{T: r, book: notes.New(store, notes.Options{}), ctx: t.Context()}
		for _, title := range titles[:2] { // so that there is something to merge
			if _, err := d.book.AddEntity(d.ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: title}, Aliases: []string{"alias " + title}}); err != nil {
				r.Fatal(err)
			}
		}
		for range rapid.IntRange(1, 20).Draw(r, "operations") {
			if err := d.once(); err != nil {
				r.Fatal(err)
			}
		}
		kept, ok := d.some(notes.KindPerson)
		gone, found := d.some(notes.KindPerson)
		if !ok || !found || kept.ID == gone.ID {
			return
		}
		before := essence(t, store)
		other, err := d.book.Entity(d.ctx, gone.ID)
		if err != nil {
			r.Fatal(err)
		}
		if err := d.book.Merge(d.ctx, kept.ID, gone.ID, chosen(r, other)); err != nil {
			r.Fatal(err)
		}
		if problems, err := d.book.Check(d.ctx, nil); err != nil || len(problems) > 0 {
			r.Fatalf("after merging: %q, %v", problems, err)
		}
		if err := d.book.Part(d.ctx, gone.ID); err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(before, essence(t, store)); diff != "" {
			r.Fatalf("parting does not bring back what was (-was +is):\n%s", diff)
		}
		if problems, err := d.book.Check(d.ctx, nil); err != nil || len(problems) > 0 {
			r.Fatalf("after parting: %q, %v", problems, err)
		}
	})
}

// chosen is what a person chooses of two that become one: of each field that of the
// other, words of their own, or nothing, which joins both. The name is left: links
// follow it, and of those by a name that several have it cannot be told who had them.
func chosen(r *rapid.T, other notes.Entity) (result notes.EntityUpdate) {
	own := "words of one's own"
	choose := func(field string, ways ...func()) {
		if which := rapid.IntRange(0, len(ways)).Draw(r, field); which > 0 {
			ways[which-1]()
		}
	}
	choose("aliases", func() { result.Aliases = &other.Aliases }, func() { result.Aliases = &[]string{own} })
	choose("description", func() { result.Description = &other.Description }, func() { result.Description = &own })
	choose("roles", func() { result.Roles = &other.Roles }, func() { result.Roles = &[]notes.Role{{Title: own}} })
	return result
}

// essence is what the tables hold that a person would miss: without times of
// change, and what is remembered of the parting.
func essence(t *testing.T, store *sqlite.Store) map[string][]string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+store.Path()+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	content := map[string][]string{}
	for table, query := range map[string]string{
		"entities":     `SELECT id, description, date, place FROM entities ORDER BY id`,
		"items":        `SELECT id, kind, title, trashed FROM items ORDER BY id`,
		"aliases":      `SELECT entity, position, name FROM aliases ORDER BY entity, position`,
		"roles":        `SELECT * FROM roles ORDER BY entity, position`,
		"participants": `SELECT event, entity, role FROM participants ORDER BY event, position`,
		"taggings":     `SELECT * FROM taggings ORDER BY item, tag`,
		"collected":    `SELECT * FROM collected ORDER BY item, collection`,
		"verdicts":     `SELECT * FROM verdicts ORDER BY article, entity, key`,
		"rulings":      `SELECT * FROM rulings ORDER BY entity, key`,
		"sources":      `SELECT * FROM sources ORDER BY event, highlight`,
		"mentions":     `SELECT article, range_start, entity, exact, verdict FROM mentions ORDER BY article, range_start, entity`,
		"links":        `SELECT source, target, written, range_start FROM links ORDER BY source, range_start, written`,
	} {
		content[table] = rowsOf(t, db, query)
	}
	return content
}
