package notes_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"cuttings/notes"
	"cuttings/storage/conformance"
	"cuttings/storage/sqlite"
)

// Of names that are alike, those that are named with the same others come before
// those that never are, though these are more alike.
func TestAlikesKeepCompany(t *testing.T) {
	book, _ := archive(t)
	for _, name := range []string{"Alfred Mutua", "A. Mutua", "Melanie Joly", "Melany Joly", "Ariel Henry", "Carla Barnett", "Claude Joseph", "Irfaan Ali"} {
		entity(t, book, notes.KindPerson, name)
	}
	entity(t, book, notes.KindPlace, "Haiti")
	conformance.Collect(
		t, book,
		conformance.Document("One", "Alfred Mutua met Ariel Henry and Carla Barnett in Haiti."),
		conformance.Document("Two", "A. Mutua wrote to Ariel Henry and Carla Barnett of Haiti."),
		conformance.Document("Three", "Melanie Joly met Claude Joseph in Haiti."),
		conformance.Document("Four", "Melany Joly met Irfaan Ali in Haiti."),
	)
	alikes, err := book.Alikes(t.Context(), notes.KindPerson)
	if err != nil {
		t.Fatal(err)
	}
	if len(alikes) != 2 || alikes[0].Why != notes.LikeInitials || alikes[1].Why != notes.LikeSpelling {
		t.Fatalf("alike: %+v", alikes)
	}
	if alikes[0].Company < 0.9 || alikes[1].Company > 0.2 {
		t.Errorf("company %.2f and %.2f", alikes[0].Company, alikes[1].Company)
	}
}

// Events of one name may be one also where their dates are some days apart, unless they
// concern others; a name of one word tells too little.
func TestAlikeEvents(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	grey, lee := entity(t, book, notes.KindPerson, "Edward Grey").ID, entity(t, book, notes.KindPerson, "Ann Lee").ID
	haiti := entity(t, book, notes.KindPlace, "Haiti").ID
	type event struct {
		name, date string
		place      notes.ID
		people     []notes.ID
	}
	for label, c := range map[string]struct {
		one, other event
		alike      bool
	}{
		"a day apart":              {event{"Assassination of Edward Grey", "1912-03-02", 0, []notes.ID{grey}}, event{"Assassination of Edward Grey", "1912-03-03", 0, []notes.ID{grey}}, true},
		"one concerns nobody":      {event{"Assassination of Edward Grey", "1912-03-02", 0, []notes.ID{grey}}, event{"assassination of Edward Grey", "1912-03-03", 0, nil}, true},
		"others":                   {event{"Visit to the market", "1912-03-02", 0, []notes.ID{grey}}, event{"Visit to the market", "1912-03-03", 0, []notes.ID{lee}}, false},
		"weeks apart":              {event{"Visit to the market", "1912-03-02", 0, []notes.ID{grey}}, event{"Visit to the market", "1912-03-30", 0, []notes.ID{grey}}, false},
		"a name that is no name":   {event{"Protest", "1912-03-02", 0, nil}, event{"Protest", "1912-03-03", 0, nil}, false},
		"a place that takes part":  {event{"Haiti asks for a force", "2022-10", 0, []notes.ID{haiti}}, event{"Request of Haiti", "2022-10", haiti, nil}, true},
		"other words, a day apart": {event{"Haiti asks for a force", "2022-10-01", haiti, nil}, event{"Request of Haiti", "2022-10-02", haiti, nil}, false},
	} {
		var made []notes.ID
		for _, e := range []event{c.one, c.other} {
			in := notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: e.name}, Date: e.date, Place: e.place}
			for _, id := range e.people {
				in.Participants = append(in.Participants, notes.Participant{Entity: id})
			}
			added, err := book.AddEntity(ctx, in)
			if err != nil {
				t.Fatal(err)
			}
			made = append(made, added.ID)
		}
		if alikes, err := book.Alikes(ctx, notes.KindEvent); err != nil || (len(alikes) == 1) != c.alike || len(alikes) > 1 {
			t.Errorf("%s: %+v, %v", label, alikes, err)
		}
		if err := book.Delete(ctx, made...); err != nil {
			t.Fatal(err)
		}
	}
}

// What is alike follows each change of a name, although it is remembered.
func TestAlikesFollowNames(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	first, second := entity(t, book, notes.KindPerson, "Alfred Mutua").ID, entity(t, book, notes.KindPerson, "Alfred Mutwa").ID
	name := "Grace Wanjiru"
	for _, step := range []struct {
		what string
		do   func() error
		want int
	}{
		{"at first", func() error { return nil }, 1},
		{"renamed", func() error { return book.EditEntity(ctx, second, notes.EntityUpdate{Name: &name}) }, 0},
		{"with an alias", func() error { return book.EditEntity(ctx, second, notes.EntityUpdate{Aliases: &[]string{"A. Mutua"}}) }, 1},
		{"told apart", func() error { return book.TellApart(ctx, first, second) }, 0},
		{"no more", func() error { _, err := book.Undo(ctx); return err }, 1},
		{"in the trash", func() error { return book.Delete(ctx, first) }, 0},
	} {
		if err := step.do(); err != nil {
			t.Fatalf("%s: %v", step.what, err)
		}
		for range 2 {
			if alikes, err := book.Alikes(ctx, notes.KindPerson); err != nil || len(alikes) != step.want {
				t.Fatalf("%s: %d pairs, not %d (%v): %+v", step.what, len(alikes), step.want, err, alikes)
			}
		}
	}
}

// Whatever is added, renamed, thrown away and brought back, what is alike is what a
// program finds that has just opened the archive, in the same order.
func TestAlikesAreFollowed(t *testing.T) {
	folder, number := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		ctx := t.Context()
		number++
		store, err := sqlite.Create(ctx, filepath.Join(folder, fmt.Sprint(number, ".cuttings")))
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		book := notes.New(store, notes.Options{})
		name := func() string {
			return rapid.SampledFrom([]string{"Alfred", "A.", "Grace", "Graze", "Dr", "Альфред", "ICC"}).Draw(r, "first") + " " +
				rapid.SampledFrom([]string{"Mutua", "Mutwa", "Wanjiru", "Вандзиру", "Mutua Wanjiru", ""}).Draw(r, "last")
		}
		kind := func() notes.Kind {
			return rapid.SampledFrom([]notes.Kind{notes.KindPerson, notes.KindOrganisation}).Draw(r, "kind")
		}
		conformance.Collect(t, book, conformance.Document("One", "Minister Alfred Mutua met Dr Grace Wanjiro and Grace Wanjiru. Minister Alfred Mutua left for Nairobi. Grace Wanjiru and Alfred Mutwa stayed."))
		if err := book.Settle(ctx, nil); err != nil {
			t.Fatal(err)
		}
		var all []notes.ID
		some := func() notes.ID { return rapid.SampledFrom(all).Draw(r, "one") }
		for range rapid.IntRange(1, 8).Draw(r, "steps") {
			var err error
			switch step := rapid.IntRange(0, 5).Draw(r, "step"); {
			case step < 2 || len(all) == 0:
				var added notes.Entity
				added, err = book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: kind(), Title: name()}, Aliases: []string{name()}})
				all = append(all, added.ID)
			case step == 2:
				title := name()
				err = book.EditEntity(ctx, some(), notes.EntityUpdate{Name: &title})
			case step == 3:
				err = book.Delete(ctx, some())
			case step == 4:
				err = book.Restore(ctx, some())
			default:
				_, err = book.Undo(ctx)
			}
			if err != nil && !errors.Is(err, notes.ErrInvalid) && !errors.Is(err, notes.ErrNotFound) && !errors.Is(err, notes.ErrNothingToUndo) {
				t.Fatal(err)
			}
			all = slices.DeleteFunc(all, func(id notes.ID) bool { return id == 0 })
			fresh := notes.New(store, notes.Options{})
			for _, kind := range []notes.Kind{notes.KindPerson, notes.KindOrganisation} {
				got, err := book.Alikes(ctx, kind)
				want, err2 := fresh.Alikes(ctx, kind)
				if err := errors.Join(err, err2); err != nil {
					t.Fatal(err)
				}
				if difference := cmp.Diff(want, got, cmpopts.EquateEmpty()); difference != "" {
					r.Fatalf("pairs, freshly read and followed: %s", difference)
				}
				names, err := book.AlikeNames(ctx, kind)
				freshNames, err2 := fresh.AlikeNames(ctx, kind)
				if err := errors.Join(err, err2); err != nil {
					t.Fatal(err)
				}
				if difference := cmp.Diff(freshNames, names, cmpopts.EquateEmpty()); difference != "" {
					r.Fatalf("names, freshly read and followed: %s", difference)
				}
			}
		}
	})
}
