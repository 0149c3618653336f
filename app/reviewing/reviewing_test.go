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

func TestTheMostFrequentNameComesFirstAndIsAcceptedByEnter(t *testing.T) {
	d := open(t, nil)
	rows := d.rows()
	if len(rows) == 0 || !strings.HasPrefix(rows[0], "Alfred Mutua") || !strings.Contains(rows[0], "3 mentions in 3 articles") {
		t.Fatalf("rows %q", rows)
	}
	if said := d.evidence(); !strings.Contains(said, "An inquiry · The Gazette · 24 Apr 2023") {
		t.Errorf("the evidence is %q", said)
	}
	d.key(fyne.KeyReturn)
	if got := d.named("Alfred Mutua"); got.Kind != notes.KindPerson {
		t.Errorf("accepted %+v", got)
	}
	if d.has("Alfred Mutua") || !strings.HasPrefix(d.rows()[0], "John Smith") {
		t.Errorf("after the answer: %q", d.rows())
	}
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyReturn)
	if roles := d.named("Mélanie Joly").Roles; len(roles) != 1 || roles[0].Title != "Foreign Minister" {
		t.Errorf("the next row was not chosen, or her office is lost: %+v", roles)
	}
	d.undo()
	if !d.has("Mélanie Joly") || d.has("Alfred Mutua") {
		t.Errorf("after undoing the last answer: %q", d.rows())
	}
	d.typed("o") // what came back is chosen
	if kind := d.named("Mélanie Joly").Kind; kind != notes.KindOrganisation {
		t.Errorf("after undoing, another answer made her a %s", kind)
	}
}

func TestANameIsAcceptedAsAnotherKindOrAsSomebodyKnownOrRefused(t *testing.T) {
	d := open(t, func(d *desk) {
		d.add(notes.KindPerson, "Minister Joly of Canada")
		d.add(notes.KindOrganisation, "Republic of Kenya")
	})
	d.chooseRow("John Smith")
	d.typed("a")
	d.typed("republic") // which is of another kind
	d.key(fyne.KeyReturn)
	if got := d.named("Republic of Kenya").Aliases; !slices.Equal(got, []string{"John Smith"}) {
		t.Errorf("aliases %q", got)
	}
	d.chooseRow("Mélanie Joly")
	d.typed("a")
	d.typed("minister")
	d.key(fyne.KeyReturn)
	if got := d.named("Minister Joly of Canada").Aliases; !slices.Equal(got, []string{"Mélanie Joly"}) {
		t.Errorf("aliases %q", got)
	}
	d.chooseRow("Haiti")
	d.typed("o")
	if got := d.named("Haiti").Kind; got != notes.KindOrganisation {
		t.Errorf("Haiti is a %s", got)
	}
	d.chooseRow("Alfred Mutua")
	d.key(fyne.KeyDelete)
	if d.has("Alfred Mutua") {
		t.Error("what was refused is still there")
	}
	d.undo()
	if !d.has("Alfred Mutua") {
		t.Errorf("undoing does not bring it back: %q", d.rows())
	}
	d.chooseRow("Alfred Mutua")
	d.key(fyne.KeySpace)
	if place := d.opened[len(d.opened)-1]; place.Kind != notes.KindArticle || place.At.Len() != len("Alfred Mutua") {
		t.Errorf("opened %+v", place)
	}
}

func TestAnEventIsAcceptedOrTakenForAKnownOne(t *testing.T) {
	var known notes.ID
	d := open(t, func(d *desk) {
		d.add(notes.KindPerson, "Jovenel Moïse")
		known = d.add(notes.KindEvent, "The murder")
	})
	d.section("Events")
	i := slices.IndexFunc(d.rows(), func(row string) bool { return strings.Contains(row, "7 July 2021") })
	if i < 0 {
		t.Fatalf("rows %q", d.rows())
	}
	for range i {
		d.key(fyne.KeyDown)
	}
	d.typed("a")
	d.typed("murder")
	d.key(fyne.KeyReturn)
	if sources, err := d.s.Book.Sources(t.Context(), known); err != nil || len(sources) != 1 {
		t.Errorf("sources %+v, %v", sources, err)
	}
	d.undo()
	if !slices.ContainsFunc(d.rows(), func(row string) bool { return strings.Contains(row, "7 July 2021") }) {
		t.Fatalf("after undoing: %q", d.rows())
	}
	d.key(fyne.KeyHome)
	for range i {
		d.key(fyne.KeyDown)
	}
	d.key(fyne.KeyReturn)
	counts, err := d.s.Book.Counts(t.Context())
	if err != nil || counts.Kinds[notes.KindEvent] != 2 {
		t.Errorf("%d events, %v", counts.Kinds[notes.KindEvent], err)
	}
}

func TestADigitDecidesWhichOne(t *testing.T) {
	var first, second notes.ID
	d := open(t, func(d *desk) {
		first = d.add(notes.KindPerson, "John Smith")
		second = d.add(notes.KindPerson, "J. Smith", "John Smith")
	})
	d.section("Which one?")
	if rows := d.rows(); len(rows) != 2 || !strings.HasPrefix(d.Status(), "2 ") {
		t.Fatalf("each article asks once: %q, %q", rows, d.Status())
	}
	if said := d.evidence(); !strings.Contains(said, "1  John Smith") && !strings.Contains(said, "1  J. Smith") || strings.Contains(said, "One answer") {
		t.Errorf("the evidence is %q", said)
	}
	d.chooseRow("John Smith   A visit")
	if row := d.rows()[1]; !strings.Contains(row, "2 places") {
		t.Errorf("the row of two places is %q", row)
	}
	for _, words := range []string{"One answer holds for all 2 places of this article", "came, too", "said nothing"} {
		if said := d.evidence(); !strings.Contains(said, words) {
			t.Errorf("%q is not in the evidence %q", words, said)
		}
	}
	d.key(fyne.KeyHome)
	count := func(id notes.ID) int {
		_, total, err := d.s.Book.Mentions(t.Context(), notes.MentionFilter{Entity: id})
		if err != nil {
			t.Fatal(err)
		}
		return total
	}
	d.typed("1")
	if count(first)+count(second) == 0 || len(d.rows()) != 1 {
		t.Errorf("%d and %d mentions; rows %q", count(first), count(second), d.rows())
	}
	d.undo()
	d.key(fyne.KeyHome)
	d.typed("ng1") // not the first, for good
	if len(d.rows()) != 0 {
		t.Errorf("rows %q", d.rows())
	}
	if total := count(first) + count(second); total != 3 || count(first)*count(second) != 0 {
		t.Errorf("%d and %d mentions", count(first), count(second))
	}
}

func TestTwoAreMergedOrToldApart(t *testing.T) {
	var kept, gone notes.ID
	d := open(t, func(d *desk) {
		kept = d.add(notes.KindPerson, "Mélanie Joly")
		gone = d.add(notes.KindPerson, "Melanie Joly", "Minister Joly")
		d.add(notes.KindPerson, "Alfred Mutua")
	})
	d.section("The same?")
	if said := d.evidence(); strings.Count(said, "Either of them") != 2 || !strings.Contains(said, "Named there, too: Alfred Mutua") {
		t.Errorf("the evidence is %q", said)
	}
	if rows := d.rows(); len(rows) != 1 || !strings.Contains(rows[0], "the same name") {
		t.Fatalf("rows %q", rows)
	}
	d.typed("n")
	if apart, err := d.s.Book.Distinct(t.Context()); err != nil || len(apart) != 1 || len(d.rows()) != 0 {
		t.Errorf("told apart %v, %v; rows %q", apart, err, d.rows())
	}
	d.undo()
	d.typed("m")
	d.key(fyne.KeyRight) // the other's name
	d.key(fyne.KeyDown)
	d.key(fyne.KeyLeft) // only its own aliases, of which there are none
	d.key(fyne.KeyReturn)
	entity, err := d.s.Book.Entity(t.Context(), kept)
	if err != nil || entity.Title != "Melanie Joly" || !slices.Equal(entity.Aliases, []string{"Mélanie Joly"}) {
		t.Errorf("merged into %+v, %v", entity, err)
	}
	if merges, err := d.s.Book.MergesInto(t.Context(), kept); err != nil || len(merges) != 1 || merges[0].Gone != gone {
		t.Errorf("merges %+v, %v", merges, err)
	}
	if len(d.rows()) != 0 {
		t.Errorf("rows %q", d.rows())
	}
	d.undo()
	if len(d.rows()) != 1 {
		t.Errorf("undoing the merge does not ask again: %q", d.rows())
	}
}

func TestTheEvidenceIsReachedByKeys(t *testing.T) {
	d := open(t, nil)
	d.chooseRow("Mélanie Joly")
	d.key(fyne.KeyRight)
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	if place := d.opened[len(d.opened)-1]; place.Kind != notes.KindArticle {
		t.Errorf("opened %+v", place)
	}
	d.key(fyne.KeyLeft)
	d.typed("p")
	if d.named("Mélanie Joly").Kind != notes.KindPerson {
		t.Error("the keyboard did not come back to the queue")
	}
}

func TestNamesakesAreToldApartByTheirDescriptions(t *testing.T) {
	d := open(t, func(d *desk) {
		for _, said := range []string{"Keeper of the light at Cape Horn", "A footballer"} {
			made, err := d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "John Smith"}, Description: said})
			if err != nil || made.ID == 0 {
				t.Fatal(err)
			}
		}
	})
	d.section("Which one?")
	for where, said := range map[string]string{"the row": d.rows()[0], "the evidence": d.evidence()} {
		if !strings.Contains(said, "Keeper of the light") || !strings.Contains(said, "A footballer") {
			t.Errorf("%s says %q", where, said)
		}
	}
	d.typed("2")
	if told := d.told[len(d.told)-1]; !strings.Contains(told, "means John Smith (") {
		t.Errorf("told %q", told)
	}
}

func TestNothingIsCalledEmptyBeforeItIsRead(t *testing.T) {
	d := open(t, nil)
	empty := func() string {
		for _, o := range test.LaidOutObjects(d.Object()) {
			if words, ok := o.(*parts.Paragraph); ok && words.Visible() && strings.Contains(words.Words(), "are listed here") {
				return words.Words()
			}
		}
		return ""
	}
	for len(d.rows()) > 0 {
		d.key(fyne.KeyDelete)
	}
	if said := empty(); !strings.HasPrefix(said, "No name waits") {
		t.Fatalf("without names it says %q", said)
	}
	for _, command := range d.Commands() {
		if command.Name == "Events" {
			command.Do()
		}
	}
	if said := empty(); said != "" {
		t.Errorf("while the events are read it says %q", said)
	}
	d.settle()
}

// The keys are shown while there is something to answer.
func TestNoKeysAreShownWhereNothingWaits(t *testing.T) {
	d := open(t, nil)
	keys := func() bool {
		return slices.ContainsFunc(test.LaidOutObjects(d.Object()), func(o fyne.CanvasObject) bool {
			words, ok := o.(interface{ AccessibilityLabel() string })
			return ok && strings.HasPrefix(words.AccessibilityLabel(), "Never")
		})
	}
	if !keys() {
		t.Error("no keys are shown where names wait")
	}
	for len(d.rows()) > 0 {
		d.key(fyne.KeyDelete)
	}
	if keys() {
		t.Error("keys are shown where nothing waits")
	}
	d.undo()
	if !keys() {
		t.Error("no keys are shown where a name waits again")
	}
}

// However much there is to choose from, the sheet fits into the smallest window.
func TestTheSheetOfAMergeIsNotCutOff(t *testing.T) {
	d := open(t, func(d *desk) {
		for _, name := range []string{"Mélanie Joly", "Melanie Joly"} {
			long := strings.Repeat("Spoke of it at length, in the capital and elsewhere. ", 12)
			_, err := d.s.Book.AddEntity(t.Context(), notes.Entity{
				Item: notes.Item{Kind: notes.KindPerson, Title: name}, Description: long + name, Aliases: []string{"Minister of " + name, "Madam " + name},
				Roles: []notes.Role{{Title: "Minister", Organisation: name}, {Title: "Member", Organisation: "Parliament"}},
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
	d.section("The same?")
	d.window.Resize(fyne.NewSize(900, 600))
	d.typed("m")
	for _, o := range test.LaidOutObjects(d.window.Canvas().Overlays().Top()) {
		button, ok := o.(*parts.TextButton)
		if !ok || button.AccessibilityLabel() != "Cancel" {
			continue
		}
		if end := fyne.CurrentApp().Driver().AbsolutePositionForObject(button).Y + button.Size().Height; end > 600-24 {
			t.Errorf("the buttons end at %g", end)
		} else if end < 600-2*24-12 {
			t.Errorf("the buttons end at %g, though more could be shown", end)
		}
		return
	}
	t.Error("there is no sheet with buttons")
}
