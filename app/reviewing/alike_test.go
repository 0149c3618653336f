package reviewing_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/parts"
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

// Enter does the plain answer: a name is the known one, two that are known are merged
// on the sheet, where Enter again merges and Escape leaves both.
func TestEnterAnswersWhetherTheyAreTheSame(t *testing.T) {
	d := open(t, func(d *desk) {
		d.add(notes.KindPerson, "Mélanie Jolly")
		d.add(notes.KindPerson, "Andre Michel")
		d.add(notes.KindPerson, "André Michel")
	})
	d.section("The same?")
	if foot := d.foot(); !slices.Contains(foot, "Merge… M ↵") {
		t.Errorf("the foot says %q", foot)
	}
	pair := d.rows()[0]
	if !strings.HasPrefix(pair, "Andr") {
		t.Fatalf("rows %q", d.rows())
	}
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyEscape)
	if d.window.Canvas().Overlays().Top() != nil || d.rows()[0] != pair {
		t.Fatalf("after Escape the sheet is there, or the pair is not: %q", d.rows())
	}
	d.key(fyne.KeyEnter)
	d.key(fyne.KeyReturn)
	if d.has(pair) {
		t.Errorf("after Enter on the sheet they wait still: %q", d.rows())
	}
	if foot := d.foot(); !slices.Contains(foot, "The same M ↵") {
		t.Errorf("the foot says %q", foot)
	}
	d.key(fyne.KeyReturn)
	if got := d.named("Mélanie Jolly").Aliases; !slices.Equal(got, []string{"Mélanie Joly"}) {
		t.Errorf("aliases %q", got)
	}
}

// foot is what the keys below the queue say: each answer, then its keys.
func (d *desk) foot() []string {
	var said []string
	for _, o := range test.LaidOutObjects(d.Object()) {
		switch o := o.(type) {
		case *parts.TextButton:
			said = append(said, o.AccessibilityLabel())
		case *parts.Keycaps:
			said[len(said)-1] += " " + o.AccessibilityLabel()
		}
	}
	return said
}
