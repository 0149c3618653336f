package journey_test

import (
	"slices"
	"strings"
	"time"

	"cuttings/notes"
)

// openPage finds an entity by its name and opens its page.
func (d decider) openPage(name string, entity notes.ID) {
	d.t.Helper()
	d.key("ctrl+k")
	d.write(name)
	time.Sleep(settle) // until it is found
	d.answer("Return", "the page of "+name+" is opened", func() bool { return d.wasOpened(entity) })
	time.Sleep(settle)
}

// person is the one of a name.
func (d decider) person(name string) notes.ID {
	d.t.Helper()
	rows := d.kept.items(notes.KindPerson)
	i := slices.IndexFunc(rows, func(row notes.ItemRow) bool { return row.Title == name })
	if i < 0 {
		d.t.Fatalf("%s is not among %q", name, d.named(notes.KindPerson))
	}
	return rows[i].ID
}

// namedIn are the words by which an article names a person.
func (d decider) namedIn(article, person notes.ID) []string {
	d.t.Helper()
	mentions, _, err := d.kept.book.Mentions(d.t.Context(), notes.MentionFilter{Article: article, Entity: person})
	if err != nil {
		d.t.Fatal(err)
	}
	var words []string
	for _, mention := range mentions {
		words = append(words, mention.Exact)
	}
	return words
}

// splitOff gives the words of the second article, which name her with an accent
// and so were hers at once, to another of that name: as who is careful takes two
// of one name for two.
func (d decider) splitOff() {
	d.t.Helper()
	const accented = "Mélanie Joly"
	second, joly := d.last(), d.person("Melanie Joly")
	d.until("the second article names her at once", func() bool { return slices.Contains(d.namedIn(second, joly), accented) })
	d.openPage("melanie joly", joly)
	d.show("joly")
	d.command(">split")
	for range slices.Compact(slices.Sorted(slices.Values(d.namedIn(d.first(), joly)))) { // which come before the others
		d.key("Down")
	}
	d.key("x")
	d.show("split") // with the name as the article spells it
	d.answer("Return", "she is there twice", func() bool { return slices.Contains(d.named(notes.KindPerson), accented) })
	d.until("the words are of the other", func() bool {
		return len(d.namedIn(second, joly)) == 0 && slices.Contains(d.namedIn(second, d.person(accented)), accented)
	})
	d.show("twice")
}

// mergeAndUndo makes one of the two, as they are the same after all, and takes that
// back.
func (d decider) mergeAndUndo() {
	d.t.Helper()
	twice := func() int {
		n := 0
		for _, name := range d.named(notes.KindPerson) {
			if strings.HasSuffix(name, " Joly") {
				n++
			}
		}
		return n
	}
	d.key("alt+4")
	d.show("the-same")
	d.openPage("melanie joly", d.person("Mélanie Joly")) // that was opened last
	d.key("m")
	d.write("melanie joly")
	d.key("Down") // to the other
	d.show("merge-whom")
	d.key("Return")
	d.show("merge")
	d.key("Down")
	d.show("merge-field")
	d.answer("Return", "two are one", func() bool { return twice() == 1 })
	i := slices.IndexFunc(d.kept.items(notes.KindPerson), func(row notes.ItemRow) bool { return row.Title == "Mélanie Joly" })
	if i < 0 {
		d.t.Errorf("the people are %q", d.named(notes.KindPerson))
	} else if joly, err := d.kept.book.Entity(d.t.Context(), d.kept.items(notes.KindPerson)[i].ID); err != nil || !slices.Contains(joly.Aliases, "Melanie Joly") || len(joly.Roles) == 0 {
		d.t.Errorf("she is %+v, %v", joly, err)
	}
	d.show("merged")
	d.answer("ctrl+z", "they are two again", func() bool { return twice() == 2 })
	d.show("parted")
}
