package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/register"
	"cuttings/storage/sqlite"
)

// registerFile is a file of several transactions: people, of whom each second shares
// a name with the one before, organisations, and events that name them.
func registerFile() register.File {
	file := register.File{Name: "all.csv"}
	for i := range 400 {
		person := register.Record{Line: i, Kind: register.Person, Ref: fmt.Sprint("p", i), Name: fmt.Sprint("Person ", i/2), Aliases: []string{fmt.Sprint("Alias ", i)}}
		file.Records = append(file.Records, person,
			register.Record{Line: i, Kind: register.Organisation, Name: fmt.Sprint("Office ", i%300)},
			register.Record{Line: i, Kind: register.Event, Name: fmt.Sprint("Birth of Person ", i/2), Date: fmt.Sprint(1000 + i), Participants: []register.Participant{{Pointer: register.Pointer{Ref: person.Ref, Name: person.Name}}}})
	}
	return file
}

func registerUntilKilled(path string) {
	store, err := sqlite.Open(context.Background(), path)
	if err == nil {
		_, err = notes.New(store, notes.Options{}).Register(context.Background(), registerFile(), func(done, _ int) { fmt.Println(done) })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
	os.Exit(1) // it should have been killed
}

// A file that was being brought in when the program was killed is completed by
// bringing it in again, without anybody twice; either time is one step of undoing.
func TestKilledRegistering(t *testing.T) {
	whole := func() map[string]int {
		book, _ := openAt(t, closedArchive(t))
		if _, err := book.Register(t.Context(), registerFile(), nil); err != nil {
			t.Fatal(err)
		}
		return entitiesOf(t, book)
	}()
	for _, steps := range []int{1, 2} { // of three: the second has the first events
		path := closedArchive(t)
		killAfter(t, path, steps)
		book, _ := openAt(t, path)
		left := entitiesOf(t, book)
		all, err := book.Register(t.Context(), registerFile(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range all {
			if one.Err != nil || len(one.Lost) > 0 {
				t.Fatalf("%s: %v, lost %q", one.Record.Name, one.Err, one.Lost)
			}
		}
		if got := entitiesOf(t, book); fmt.Sprint(got) != fmt.Sprint(whole) {
			t.Errorf("killed after %d: %d entities, want %d", steps, total(got), total(whole))
		}
		for _, want := range []map[string]int{left, {}} {
			if _, err := book.Undo(t.Context()); err != nil {
				t.Fatal(err)
			}
			if got := entitiesOf(t, book); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("killed after %d, undone: %d entities, want %d", steps, total(got), total(want))
			}
		}
		if problems, err := book.Check(t.Context(), nil); err != nil || len(problems) > 0 {
			t.Errorf("killed after %d: %q, %v", steps, problems, err)
		}
	}
}

// killAfter has this program bring the file in and kills it after some transactions.
func killAfter(t *testing.T, path string, steps int) {
	t.Helper()
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), registering+"="+path)
	command.Stderr = os.Stderr
	said, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(said)
	for range steps {
		if !lines.Scan() {
			t.Fatalf("it ended by itself: %v", lines.Err())
		}
	}
	if err := command.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = command.Wait()
}

// entitiesOf counts the entities by what they are called, when they were and who
// took part.
func entitiesOf(t *testing.T, book *notes.Notebook) map[string]int {
	t.Helper()
	items, _, err := book.Items(t.Context(), notes.ItemFilter{Kinds: notes.Entities})
	if err != nil {
		t.Fatal(err)
	}
	names := map[notes.ID]string{}
	for _, item := range items {
		names[item.ID] = item.Title
	}
	counts := map[string]int{}
	for _, item := range items {
		entity, err := book.Entity(t.Context(), item.ID)
		if err != nil {
			t.Fatal(err)
		}
		words := []string{entity.Title, entity.Date, strings.Join(entity.Aliases, ", ")}
		for _, p := range entity.Participants {
			words = append(words, names[p.Entity])
		}
		counts[strings.Join(words, "|")]++
	}
	return counts
}

func total(counts map[string]int) (n int) {
	for _, c := range counts {
		n += c
	}
	return n
}
