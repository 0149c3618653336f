package searching_test

import (
	"context"
	"testing"
	"time"

	"cuttings/app/look"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/query"
)

// slow is an archive whose searches and counts wait until they are let go.
type slow struct {
	notes.Reader
	let chan struct{}
}

func (s slow) Search(ctx context.Context, q query.Query, filter notes.SearchFilter) (notes.Hits, error) {
	select {
	case <-s.let:
		return s.Reader.Search(ctx, q, filter)
	case <-ctx.Done():
		return notes.Hits{}, ctx.Err()
	}
}

func (s slow) Facets(ctx context.Context, q query.Query, kinds []notes.Kind) (notes.Facets, error) {
	select {
	case <-s.let:
		return s.Reader.Facets(ctx, q, kinds)
	case <-ctx.Done():
		return notes.Facets{}, ctx.Err()
	}
}

// That an answer is still to come is said until it is there, also where it is that
// nothing was found, and for as long as one types on.
func TestASlowSearchSaysThatItGoesOn(t *testing.T) {
	const going = "Searching…"
	for typed, want := range map[string]string{"police": "Report", "zebra": "Nowhere in the archive: “zebra”."} {
		d := open(t, look.Light)
		d.search("")
		archive := slow{d.s.Book.Reader, make(chan struct{})}
		d.s.Book.Reader = archive
		d.field.SetText(typed[:4])
		for end := time.After(time.Minute); d.status != going; {
			select {
			case show := <-d.do:
				show()
			case <-end:
				t.Fatalf("the status is %q", d.status)
			}
		}
		d.field.SetText(typed)
		if d.Status() != going || !d.says(going) {
			t.Errorf("%s: the status is %q", typed, d.Status())
		}
		close(archive.let)
		d.settle()
		if d.status == going || d.says(going) || !d.says(want) {
			t.Errorf("%s: in the end the status is %q", typed, d.status)
		}
	}
}

// What a slow search is narrowed to can be taken off while it goes on.
func TestASlowSearchShowsItsKind(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	d.tap("Notes 1")
	archive := slow{d.s.Book.Reader, make(chan struct{})}
	d.s.Book.Reader = archive
	d.field.SetText("haiti")
	for end := time.After(time.Minute); d.status != "Searching…"; {
		select {
		case show := <-d.do:
			show()
		case <-end:
			t.Fatalf("the status is %q", d.status)
		}
	}
	chip := d.chip("Notes")
	if chip == nil || chip.OnRemove == nil || d.chip("Best first") != nil {
		t.Fatal("the chips are not that of the kind alone")
	}
	chip.OnRemove()
	if d.chip("Notes") != nil {
		t.Error("the chip stays until the answer is there")
	}
	close(archive.let)
	d.settle()
	if got, want := d.Status(), "60 found"; got != want {
		t.Errorf("with the chip taken off %q, want %q", got, want)
	}
}

// Who leaves while it goes on does not find it so.
func TestLeavingEndsWhatIsSaidOfASearch(t *testing.T) {
	d := open(t, look.Light)
	d.search("")
	archive := slow{d.s.Book.Reader, make(chan struct{})}
	d.s.Book.Reader = archive
	d.Show(session.Place{View: session.Search, Query: "police"})
	for d.status != "Searching…" {
		(<-d.do)()
	}
	d.Leave()
	if d.Status() != "" {
		t.Errorf("the status is %q", d.Status())
	}
}

// What is asked now is told apart from what was found before: its meaning stands there
// at once, and results, chips and counts of the query before give way.
func TestASlowSearchShowsNothingOfTheOneBefore(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	before := []string{"Haitian National Police", "Articles 60", "Best first", "The Gazette"}
	for _, words := range before {
		if !d.says(words) {
			t.Fatalf("before, the page does not say %q", words)
		}
	}
	archive := slow{d.s.Book.Reader, make(chan struct{})}
	d.s.Book.Reader = archive
	d.field.SetText("police -minister")
	if !d.says("except items with “minister”") {
		t.Error("what is asked is not said at once")
	}
	for end := time.After(time.Minute); !d.says("Counting…") || d.status != "Searching…"; {
		select {
		case show := <-d.do:
			show()
		case <-end:
			t.Fatalf("the status is %q", d.status)
		}
	}
	for _, words := range before {
		if d.says(words) {
			t.Errorf("while it is searched, the page says %q of the query before", words)
		}
	}
	close(archive.let)
	d.settle()
	if d.status != "2 found" || d.says("Counting…") || d.says("Articles 60") {
		t.Errorf("in the end the status is %q", d.status)
	}
}

// Who comes back to what was found before finds it, and its counts.
func TestLeavingBringsBackWhatWasFound(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	archive := slow{d.s.Book.Reader, make(chan struct{})}
	d.s.Book.Reader = archive
	d.field.SetText("minister")
	for d.status != "Searching…" || !d.says("Counting…") {
		(<-d.do)()
	}
	d.Leave()
	close(archive.let)
	d.search("police")
	if d.Status() != "62 found" || !d.says("Haitian National Police") || !d.says("The Gazette") {
		t.Errorf("the status is %q", d.Status())
	}
}
