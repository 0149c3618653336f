package notes_test

import (
	"fmt"
	"testing"

	"cuttings/notes"
	"cuttings/storage/conformance"
)

// Names that are known are found in all articles of a lot before it is over,
// whatever names come and go while it is read.
func TestNamesAreFoundWhileCollecting(t *testing.T) {
	book, _ := archive(t)
	henry, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Ariel Henry"}})
	if err != nil {
		t.Fatal(err)
	}
	documents := func(from, count int) (all []notes.Document) {
		for i := range count {
			all = append(all, conformance.Document(fmt.Sprint("Article ", from+i), fmt.Sprintf("Number %d names Ariel Henry and Carla Barnett.", from+i)))
		}
		return all
	}
	mentioned := func(id notes.ID) int {
		_, total, err := book.Mentions(t.Context(), notes.MentionFilter{Entity: id})
		if err != nil {
			t.Fatal(err)
		}
		return total
	}
	const lot = 150 // more than have names looked for in them within one transaction
	conformance.Collect(t, book, documents(0, 1)...)
	conformance.Collect(t, book, documents(1, lot)...)
	if waiting, err := book.Pending(t.Context(), 1); err != nil || len(waiting) > 0 || mentioned(henry.ID) != 1+lot {
		t.Errorf("%d mentions, %d articles wait, %v", mentioned(henry.ID), len(waiting), err)
	}

	added := make(chan notes.ID)
	go func() {
		barnett, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Carla Barnett"}})
		if err != nil {
			t.Error(err)
		}
		added <- barnett.ID
	}()
	conformance.Collect(t, book, documents(1+lot, 5*lot)...)
	barnett := <-added
	if err := book.CatchUp(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got, want := mentioned(barnett), 1+6*lot; got != want {
		t.Errorf("%d mentions of who came meanwhile, want %d", got, want)
	}
}
