package sqlite_test

import (
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/query"
)

// An archive that is written to and merged while it is checked is whole.
func TestCheckingWhileItIsWritten(t *testing.T) {
	book, store := archive(t)
	stop, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		var failed error
		for i := 0; ; i++ {
			select {
			case <-stop:
				ended <- failed
				return
			default:
			}
			_, added := book.AddNote(t.Context(), fmt.Sprintf("Note %d", i), fmt.Sprintf("The bridge of day %d was shut.", i))
			_, merged := store.Merge(t.Context(), 1)
			failed = errors.Join(failed, added, merged)
		}
	}()
	for range 15 {
		if problems, err := store.Check(t.Context(), nil); err != nil || len(problems) > 0 {
			t.Errorf("%q, %v", problems, err)
			break
		}
	}
	close(stop)
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// Each change leaves a segment of the search tables, and they are brought together only
// when somebody asks for it.
func TestMergeBringsSegmentsTogether(t *testing.T) {
	book, store := archive(t)
	const changes = 40
	for i := range changes {
		if _, err := book.AddNote(t.Context(), fmt.Sprintf("Note %d", i), "The bridge was shut."); err != nil {
			t.Fatal(err)
		}
	}
	before, err := store.Segments(t.Context())
	if err != nil || before != changes {
		t.Fatalf("%d segments after %d changes, %v", before, changes, err)
	}
	if more, err := store.Merge(t.Context(), changes); err != nil || more {
		t.Errorf("so many are allowed: %v, %v", more, err)
	}
	for more := true; more; {
		if more, err = store.Merge(t.Context(), 1); err != nil {
			t.Fatal(err)
		}
	}
	if after, err := store.Segments(t.Context()); err != nil || after > 2 {
		t.Errorf("%d segments are left, %v", after, err)
	}
	if count, err := book.Count(t.Context(), "bridge", nil); err != nil || count != changes {
		t.Errorf("%d found, want %d: %v", count, changes, err)
	}
}

// However many changes nobody finds time to merge, there are not too many segments.
func TestManyChangesAreMerged(t *testing.T) {
	book, store := archive(t)
	const changes = 250
	for i := range changes {
		if _, err := book.AddNote(t.Context(), fmt.Sprintf("Note %d", i), "The bridge was shut."); err != nil {
			t.Fatal(err)
		}
	}
	if segments, err := store.Segments(t.Context()); err != nil || segments > 100 {
		t.Errorf("%d segments after %d changes, %v", segments, changes, err)
	}
	if count, err := book.Count(t.Context(), "bridge", nil); err != nil || count != changes {
		t.Errorf("%d found, want %d: %v", count, changes, err)
	}
	if problems, err := store.Check(t.Context(), nil); err != nil || len(problems) > 0 {
		t.Errorf("%q, %v", problems, err)
	}
}

// What is made anew is in one segment.
func TestRebuildingLeavesOneSegment(t *testing.T) {
	book, store := archive(t)
	var documents []notes.Document
	for i := range 1300 {
		documents = append(documents, document(fmt.Sprintf("Number %d", i), fmt.Sprintf("The bridge of day %d.", i)))
	}
	collect(t, book, documents...)
	if err := store.RebuildSearch(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if segments, err := store.Segments(t.Context()); err != nil || segments != 1 {
		t.Errorf("%d segments, %v", segments, err)
	}
}

// What the search tables hold is compared with the items, and is made anew.
func TestCheckFindsWrongSearchTables(t *testing.T) {
	for name, spoil := range map[string]string{
		"a chunk of other bytes":  `UPDATE chunks SET data = zeroblob(length(data)) WHERE id = (SELECT min(id) FROM chunks)`,
		"a chunk of another item": `UPDATE chunks SET data = (SELECT data FROM chunks ORDER BY id LIMIT 1 OFFSET 1) WHERE id = (SELECT min(id) FROM chunks)`,
		"a lost chunk":            `DELETE FROM chunks WHERE id = (SELECT min(id) FROM chunks)`,
		"a lost segment":          `UPDATE segments SET state = 2 WHERE id = (SELECT min(id) FROM segments)`,
		"an item is gone":         `INSERT INTO gone (row) SELECT min(row) FROM searched WHERE row <> 0`,
		"an item with no row":     `DELETE FROM searched WHERE row = (SELECT min(row) FROM searched WHERE row <> 0)`,
		"another form":            `UPDATE searched SET form = form + 2 WHERE row = (SELECT min(row) FROM searched WHERE row <> 0)`,
	} {
		t.Run(name, func(t *testing.T) {
			book, store := archive(t)
			for i := range 3 {
				if _, err := book.AddNote(t.Context(), fmt.Sprint("Note ", i), fmt.Sprintf("The bridge of day %d was shut.", i)); err != nil {
					t.Fatal(err)
				}
			}
			db, err := sql.Open("sqlite", "file:"+store.Path())
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if _, err := db.ExecContext(t.Context(), spoil); err != nil {
				t.Fatal(err)
			}
			if problems, err := store.Check(t.Context(), nil); err != nil || len(problems) == 0 {
				t.Errorf("nothing is wrong, %v", err)
			}
			if _, err := book.Search(t.Context(), "bridge", notes.SearchFilter{}); err != nil && !errors.Is(err, notes.ErrSearchTables) {
				t.Errorf("a search says %v", err)
			}
			if err := store.RebuildSearch(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
			if problems, err := store.Check(t.Context(), nil); err != nil || len(problems) > 0 {
				t.Errorf("made anew: %q, %v", problems, err)
			}
			if count, err := book.Count(t.Context(), "bridge", nil); err != nil || count != 3 {
				t.Errorf("%d found, %v", count, err)
			}
		})
	}
}

// A text that is damaged is named, and does not keep the rest from being made anew.
func TestADamagedTextIsNamed(t *testing.T) {
	book, store := archive(t)
	collect(t, book, document("The bridge", "It was shut."), document("The market", "It was loud at the bridge."))
	db, err := sql.Open("sqlite", "file:"+store.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), `UPDATE texts SET text = zeroblob(length(text)) WHERE sha256 = (SELECT c.text FROM captures c JOIN items i ON i.id = c.article WHERE i.title = 'The market')`); err != nil {
		t.Fatal(err)
	}
	if err := store.RebuildSearch(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if count, err := store.Count(t.Context(), query.Parse("bridge OR market"), nil); err != nil || count != 2 {
		t.Errorf("%d found, %v", count, err)
	}
	problems, err := store.Check(t.Context(), nil)
	if err != nil || len(problems) != 1 || !strings.Contains(problems[0], "The text of “The market”") {
		t.Errorf("%q, %v", problems, err)
	}
}
