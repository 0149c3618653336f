package cli_test

import (
	"strings"
	"testing"
)

// What was told apart by parting a merge is not told apart a second time, and the next
// undo takes back what it says.
func TestPartSaysWhatItRecords(t *testing.T) {
	d := newDesk(t)
	run := func(want string, arguments ...string) {
		t.Helper()
		d.run(t.Context(), arguments...)
		if said := d.out.String() + d.err.String(); !strings.Contains(said, want) {
			t.Errorf("%q says\n%s\nnot %q", arguments, said, want)
		}
	}
	run("Melanie Joly", "entity", "person", "Melanie Joly")
	run("Melanie Jolie", "entity", "person", "Melanie Jolie")
	gone, _, _ := strings.Cut(strings.TrimPrefix(d.out.String(), "added  "), " ")
	run("merged", "merge", "Melanie Joly", "Melanie Jolie")
	run("part "+gone+"\" takes that back", "part", "Melanie Joly", gone)
	run("parted", "part", "Melanie Jolie")
	run("told apart already; there is nothing to record, or to undo", "part", "Melanie Joly", "Melanie Jolie")
	run(`"already":true`, "part", "Melanie Jolie", "Melanie Joly", "--json")
	run("undone: part again Melanie Jolie", "undo")
	run("undone: merge", "undo")
	run("not the same  Melanie Joly, Melanie Jolie", "part", "Melanie Joly", "Melanie Jolie")
	run("undone: tell apart", "undo")
}
