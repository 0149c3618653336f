package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// Where an archive was made is said once, by whichever command made it.
func TestANewArchiveIsSaid(t *testing.T) {
	d := newDesk(t)
	article := d.file(t, "a.txt", "First\n\nWords of the first.\n")
	for _, command := range [][]string{{"import", article}, {"note", "Why?"}, {"entity", "person", "Ada Vane"}} {
		file := filepath.Join(t.TempDir(), "mine.cuttings")
		command = append([]string{"--archive", file}, command...)
		d.run(t.Context(), command...)
		if said := d.err.String(); said != "Made a new, empty archive: "+file+"\n" {
			t.Errorf("%v says %q", command, said)
		}
		if d.run(t.Context(), command...); strings.Contains(d.err.String(), "archive") {
			t.Errorf("%v says again %q", command, d.err.String())
		}
	}
}

// What was understood of a date is part of the answer for programs, too.
func TestJSONHasTheDateAsUnderstood(t *testing.T) {
	d := newDesk(t)
	for _, command := range [][]string{
		{"--json", "entity", "event", "The flood", "--date", "15 to 17 Feb 2023"},
		{"--json", "edit", "The flood", "--date", "15 to 17 Feb 2023"},
	} {
		if d.run(t.Context(), command...); !strings.Contains(d.out.String(), `"date":"2023-02-15/2023-02-17"`) {
			t.Errorf("%v answers %s", command, d.out.String())
		}
	}
	if d.run(t.Context(), "--json", "entity", "person", "Ada Vane"); strings.Contains(d.out.String(), "date") {
		t.Errorf("a person has no date: %s", d.out.String())
	}
}
