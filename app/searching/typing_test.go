package searching_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/session"
	"cuttings/notes"
)

// What is not typed to its end is not wrong yet.
func TestNothingIsWrongWhileItIsTyped(t *testing.T) {
	d := open(t, look.Light)
	const wrong = "was left aside"
	d.search("police ")
	for _, typed := range []string{"k", "i", "n", "d", ":", "n", "o"} {
		test.Type(d.field, typed)
		d.settle()
		if d.says(wrong) {
			t.Errorf("%q is called wrong while it is typed", d.field.Text)
		}
	}
	test.Type(d.field, "x")
	d.settle()
	if !d.says(wrong) {
		t.Errorf("%q can become nothing, and is not called wrong", d.field.Text)
	}
	d.search("police kind:")
	if d.says(wrong) {
		t.Error("a field without a value is called wrong while the caret stands behind it")
	}
	d.key(fyne.KeyLeft)
	if !d.says(wrong) {
		t.Error("the caret left, and a field without a value is not called wrong")
	}
	d.key(fyne.KeyEnd)
	if d.says(wrong) {
		t.Error("the caret came back, and it is still called wrong")
	}
	d.key(fyne.KeyDown)
	if !d.says(wrong) {
		t.Error("the keyboard is in the results, and a field without a value is not called wrong")
	}
	d.search("kind: police")
	if !d.says(wrong) {
		t.Error("a word follows, and a field without a value is not called wrong")
	}
}

// The way back from a result leads to the next one.
func TestDownAfterTheWayBackGoesOn(t *testing.T) {
	d := open(t, look.Light)
	d.search("police")
	d.key(fyne.KeyDown)
	d.key(fyne.KeyDown) // the note
	d.key(fyne.KeyReturn)
	back := session.Place{View: session.Search, Query: "police"}
	d.Leave()
	d.Show(back)
	d.Focus() // as the window does
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	if len(d.opened) != 2 || d.opened[0].Kind != notes.KindNote || d.opened[1].Kind != notes.KindArticle {
		t.Errorf("opened %+v, want the note, then the first article", d.opened)
	}
	d.key(fyne.KeyUp)
	d.key(fyne.KeyUp) // the organisation
	d.key(fyne.KeyUp) // the field: it was left by hand, so that Down leads to where one was
	d.key(fyne.KeyDown)
	d.key(fyne.KeyReturn)
	if len(d.opened) != 3 || d.opened[2].Kind != notes.KindOrganisation {
		t.Errorf("opened %+v, want the organisation last", d.opened)
	}
}

// It is said which other names were looked for.
func TestOtherNamesAreSaid(t *testing.T) {
	d := open(t, look.Light)
	if _, err := d.s.Book.AddEntity(t.Context(), notes.Entity{
		Item: notes.Item{Kind: notes.KindOrganisation, Title: "United Nations"}, Aliases: []string{"UNO"},
	}); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{
		"uno":            "also searched for “United Nations”",
		"united nations": "also searched for other names of United Nations: “UNO”",
	} {
		if d.search(query); !d.says(want) {
			t.Errorf("%s: it is not said: %s", query, want)
		}
	}
}
