package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/storage/sqlite"
)

// writing is the archive that this program, started again by a test, writes
// notes to until it is killed.
const writing = "CUTTINGS_TEST_WRITING"

// registering likewise, to which it brings in the file of registerFile.
const registering = "CUTTINGS_TEST_REGISTERING"

func TestMain(m *testing.M) {
	if path := os.Getenv(writing); path != "" {
		writeUntilKilled(path)
	}
	if path := os.Getenv(registering); path != "" {
		registerUntilKilled(path)
	}
	os.Exit(m.Run())
}

func writeUntilKilled(path string) {
	store, err := sqlite.Open(context.Background(), path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	book := notes.New(store, notes.Options{})
	for i := 0; ; i++ {
		_, err := book.AddNote(context.Background(), fmt.Sprint("Note ", i), "See [[Note "+fmt.Sprint(i+1)+"]], about the police.", "tag")
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(i)
	}
}

// What was said to be kept is kept, whenever the program is killed.
func TestKill(t *testing.T) {
	path := closedArchive(t)
	for round := range 4 {
		command := exec.Command(os.Args[0])
		command.Env = append(os.Environ(), writing+"="+path)
		var said strings.Builder
		command.Stdout, command.Stderr = &said, os.Stderr
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(150+90*round) * time.Millisecond)
		if err := command.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = command.Wait()
		kept := strings.Count(said.String(), "\n")

		book, store := openAt(t, path)
		if problems, err := book.Check(t.Context(), nil); err != nil || len(problems) > 0 {
			t.Fatalf("round %d: %q, %v", round, problems, err)
		}
		_, total, err := book.Items(t.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindNote}})
		if err != nil || total < kept {
			t.Fatalf("round %d: %d notes were kept and %d are there: %v", round, kept, total, err)
		}
		for range total {
			if _, err := book.Undo(t.Context()); err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
		}
		if _, total, err := book.Items(t.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindNote}}); err != nil || total != 0 {
			t.Fatalf("round %d: %d notes are left: %v", round, total, err)
		}
		_ = store
	}
}

// Two programs on one archive: each hears of what the other does, and takes the
// other's names into account.
func TestTwoPrograms(t *testing.T) {
	path := closedArchive(t)
	one, _ := openAt(t, path)
	other, _ := openAt(t, path)
	heard := make(chan notes.Change, 10)
	one.Subscribe(func(change notes.Change) { heard <- change })
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	go func() { _ = one.Watch(ctx) }()
	time.Sleep(100 * time.Millisecond)

	person, err := other.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}})
	if err != nil {
		t.Fatal(err)
	}
	select {
	case change := <-heard:
		if !change.Elsewhere || !change.Touches(person.ID) {
			t.Errorf("heard %+v", change)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the other's change was not heard")
	}
	// The first has an older set of names in mind, were it not told.
	if _, err := one.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: "Nairobi"}}); err != nil {
		t.Fatal(err)
	}
	if _, err := other.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindOrganisation, Title: "Gazette"}}); err != nil {
		t.Fatal(err)
	}
	collected := collect(t, one, document("Again", "Alfred Mutua wrote to the Gazette in Nairobi."))
	mentions, _, err := one.Mentions(t.Context(), notes.MentionFilter{Article: collected[0].ID})
	if err != nil || len(mentions) != 3 {
		t.Errorf("%d mentions, not 3: %v", len(mentions), err)
	}
	if _, err := other.Undo(t.Context()); err != nil {
		t.Errorf("the other cannot undo: %v", err)
	}
	if _, err := one.Article(t.Context(), collected[0].ID); !errors.Is(err, notes.ErrNotFound) {
		t.Errorf("the other's undo took back the last change, and the article is still there: %v", err)
	}
}

// Deleting an article and restoring it leaves every row, and all that is derived,
// as it was.
func TestTrashBringsBackEveryRow(t *testing.T) {
	book, store := archive(t)
	ctx := t.Context()
	article := collect(t, book, document("Kenya offers police", police))[0].ID
	if _, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}}); err != nil {
		t.Fatal(err)
	}
	highlight, err := book.AddHighlight(ctx, notes.NewHighlight{Article: article, Quote: anchor.Quote{Exact: "a thousand police officers"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := book.AddNote(ctx, "Note", "[["+highlight.ID.String()+"]] and [[Kenya offers police]]"); err != nil {
		t.Fatal(err)
	}
	before := dump(t, store)
	if err := book.Delete(ctx, article); err != nil {
		t.Fatal(err)
	}
	if err := book.Restore(ctx, article); err != nil {
		t.Fatal(err)
	}
	if diff := compare(t, before, dump(t, store)); diff != "" {
		t.Errorf("not all came back:\n%s", diff)
	}
}

func TestRebuild(t *testing.T) {
	book, store := archive(t)
	ctx := t.Context()
	article := collect(t, book, document("Kenya offers police", police))[0].ID
	for _, add := range []notes.Entity{
		{Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}},
		{Item: notes.Item{Kind: notes.KindPlace, Title: "Kenya"}, Description: "See [[Alfred Mutua]]."},
	} {
		if _, err := book.AddEntity(ctx, add); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := book.AddHighlight(ctx, notes.NewHighlight{Article: article, Quote: anchor.Quote{Exact: "police officers"}}); err != nil {
		t.Fatal(err)
	}
	before := dump(t, store)
	if err := book.Rebuild(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if diff := compare(t, before, dump(t, store)); diff != "" {
		t.Errorf("what was made anew differs:\n%s", diff)
	}
}

// A full disk is told in words, and nothing is lost.
func TestDiskFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "small.cuttings")
	book, store := openAt(t, path)
	ctx := t.Context()
	if _, err := book.AddNote(ctx, "Before", "kept"); err != nil {
		t.Fatal(err)
	}
	before := dump(t, store)
	if err := store.LimitPages(ctx, 80); err != nil {
		t.Fatal(err)
	}
	if _, err := book.AddNote(ctx, "Large", strings.Repeat("words that fill the disk ", 1<<16)); !errors.Is(err, notes.ErrDiskFull) {
		t.Fatalf("the error is %v", err)
	}
	if diff := compare(t, before, dump(t, store)); diff != "" {
		t.Errorf("something was changed:\n%s", diff)
	}
	if err := store.LimitPages(ctx, 1<<20); err != nil {
		t.Fatal(err)
	}
	if _, err := book.AddNote(ctx, "After", "kept too"); err != nil {
		t.Errorf("nothing can be kept any more: %v", err)
	}
}
