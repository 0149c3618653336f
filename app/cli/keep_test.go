package cli_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/storage/sqlite"
)

// What articles suggest is read when it is asked for, not whenever something is
// made anew or changed.
func TestSuggestionsAreReadWhenAskedFor(t *testing.T) {
	for _, c := range []struct {
		arguments []string
		reads     bool
	}{
		{[]string{"rebuild"}, false},
		{[]string{"search", "bridge"}, false},
		{[]string{"rebuild", "--all"}, true},
		{[]string{"suggest"}, true},
		{[]string{"accept", "Ada Vane"}, true},
	} {
		d := newDesk(t)
		story := d.file(t, "story.txt", "The bridge\n\nForeign Minister Ada Vane met Paul Ory at the bridge of Port Sabre, Ada Vane said.")
		for _, arguments := range [][]string{{"import", story}, c.arguments} {
			if code := d.run(t.Context(), arguments...); code != 0 {
				t.Fatalf("%v: %s", arguments, d.err.String())
			}
		}
		store, err := sqlite.Open(t.Context(), filepath.Join(d.folder, "own.cuttings"))
		if err != nil {
			t.Fatal(err)
		}
		unread := 0
		if err := notes.New(store, notes.Options{}).ReadUnread(t.Context(), func(_, total int) { unread = total }); err != nil {
			t.Fatal(err)
		}
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
		if (unread == 0) != c.reads {
			t.Errorf("%s leaves %d unread", strings.Join(c.arguments, " "), unread)
		}
	}
}

// What a check found is said, in words and by the exit code, also where nobody
// watches.
func TestCheckSaysThatAnArchiveIsWhole(t *testing.T) {
	d := newDesk(t)
	if code := d.run(t.Context(), "entity", "person", "Alfred Mutua"); code != 0 {
		t.Fatal(d.err.String())
	}
	if code := d.run(t.Context(), "check"); code != 0 || d.out.String() != "The archive is whole.\n" || d.err.Len() > 0 {
		t.Errorf("exit code %d, %q, %q", code, d.out.String(), d.err.String())
	}
}

// Who stops a rebuilding is told what that means, and finds it so: all that was found
// before is found, and what was linked is.
func TestStoppingARebuild(t *testing.T) {
	d := newDesk(t)
	for i := range 1100 { // more than one step
		d.file(t, fmt.Sprintf("%04d.txt", i), fmt.Sprintf("Article %d\n\nIts own words, number %d.\n", i, i))
	}
	d.run(t.Context(), "import", d.folder)
	d.run(t.Context(), "note", "Where to look", "--body", "See [[Article 7]].")
	ctx, stop := context.WithCancel(t.Context())
	d.Terminal, d.Stderr = true, &stopping{Buffer: &d.err, stop: stop} // at the first word of how far it is
	code := d.run(ctx, "rebuild")
	if said := d.err.String(); code != 1 || !strings.Contains(said, "Nothing is lost") {
		t.Fatalf("exit code %d, %q", code, said)
	}
	d.Terminal, d.Stderr = false, &d.err
	if d.run(t.Context(), "search", "words", "--limit", "1"); !strings.Contains(d.out.String(), "1100 results") {
		t.Errorf("a search finds\n%s%s", d.out.String(), d.err.String())
	}
	if d.run(t.Context(), "links", "Where to look"); !strings.Contains(d.out.String(), "Article 7") {
		t.Errorf("the links are\n%s%s", d.out.String(), d.err.String())
	}
}
