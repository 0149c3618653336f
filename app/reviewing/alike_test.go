package reviewing_test

import (
	"slices"
	"strings"
	"testing"

	"cuttings/notes"
)

// A suggested name that is spelt nearly as a known one waits beside the pairs of
// entities: it is taken for the known one, or never.
func TestANameThatMayBeAKnownOne(t *testing.T) {
	d := open(t, func(d *desk) { d.add(notes.KindPerson, "Mélanie Jolly") })
	d.section("The same?")
	waits := func() bool {
		return slices.ContainsFunc(d.rows(), func(row string) bool { return strings.HasPrefix(row, "Mélanie Joly  —  Mélanie Jolly") })
	}
	if !waits() {
		t.Fatalf("rows %q", d.rows())
	}
	if said := d.evidence(); !strings.Contains(said, "A call · The Gazette") {
		t.Errorf("the evidence is %q", said)
	}
	d.typed("m")
	if got := d.named("Mélanie Jolly").Aliases; !slices.Equal(got, []string{"Mélanie Joly"}) || waits() {
		t.Errorf("aliases %q; rows %q", got, d.rows())
	}
	d.undo()
	if !waits() {
		t.Fatalf("after undoing: %q", d.rows())
	}
	d.typed("n")
	d.section("Names")
	d.section("The same?")
	if got := d.named("Mélanie Jolly").Aliases; len(got) > 0 || waits() {
		t.Errorf("what was told apart is back: %q, aliases %q", d.rows(), got)
	}
}
