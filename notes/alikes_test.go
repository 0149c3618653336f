package notes_test

import (
	"testing"

	"cuttings/notes"
	"cuttings/storage/conformance"
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
