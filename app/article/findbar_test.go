package article

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/anchor"
)

func TestOccurrences(t *testing.T) {
	body := "Jovenel Moïse was president.\n\nMoise’s house; the MOÏSE affair, O’Brien, Port-au-Prince."
	for words, want := range map[string]string{
		"moise": "Moïse|Moise|MOÏSE", "Moïse": "Moïse|Moise|MOÏSE", "pres": "pres", "obrien": "O’Brien",
		"port au": "Port-au", "port-au": "Port-au", "nothing": "", " ": "", "president. mo": "president.\n\nMo",
	} {
		var got []string
		for _, hit := range occurrences(t.Context(), body, words) {
			got = append(got, body[hit.Start:hit.End])
		}
		if joined := strings.Join(got, "|"); joined != want {
			t.Errorf("%q: %q, not %q", words, joined, want)
		}
	}
}

func TestOccurrencesLieInTheText(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		body, words := rapid.String().Draw(r, "body"), rapid.String().Draw(r, "words")
		last := 0
		for _, hit := range occurrences(t.Context(), body, words) {
			if hit.Start < last || hit.End > len(body) || hit.Len() <= 0 {
				r.Fatalf("%v after %d of %d", hit, last, len(body))
			}
			last = hit.End
		}
	})
}

// Of the places of a query, the one that F3 has come to is the current one, until the
// bar is closed.
func TestTheCurrentPlaceIsShown(t *testing.T) {
	d := open(t, ready{"first": record(6)})
	d.Show(session.Place{Item: d.article, Kind: notes.KindArticle, Words: "mayor"})
	d.until("the places are found", func() bool { return len(d.Page.find.hits) == 6 })
	d.Focus()
	for i := range 3 {
		if got, want := d.page.Hit(), d.Page.find.hits[i]; got != want {
			t.Errorf("after %d steps the current place is %v, not %v", i, got, want)
		}
		d.key(&fyne.KeyEvent{Name: fyne.KeyF3})
	}
	d.Page.find.close()
	if got := d.page.Hit(); got.Len() > 0 {
		t.Errorf("%v is still current", got)
	}
}

// A query that found only the title is said to be there; a highlight that a query found
// is chosen, with the places marked; an article that was not found by one has no bar.
func TestPlacesOfAQuery(t *testing.T) {
	d := open(t, ready{"first": record(6)})
	title := "Viaduct"
	if err := d.s.Book.EditArticle(t.Context(), d.article, notes.ArticleUpdate{Title: &title}); err != nil {
		t.Fatal(err)
	}
	d.Show(session.Place{Item: d.article, Kind: notes.KindArticle, Words: title})
	d.until("the title has it", func() bool { return d.Page.find.count.Words() == "in the title" })
	d.Show(session.Place{Item: d.article, Kind: notes.KindArticle})
	d.until("the bar is gone", func() bool { return !d.Page.find.object.Visible() })
	highlight, err := d.s.Book.AddHighlight(t.Context(), notes.NewHighlight{Article: d.article, Quote: anchor.Quote{Exact: "mayor asked", Prefix: "pillar number 2 of the bridge, and the "}, Colour: notes.Green})
	if err != nil {
		t.Fatal(err)
	}
	d.Show(session.Place{Item: d.article, Kind: notes.KindArticle, Mark: highlight.ID, Words: "mayor"})
	d.until("the places are found", func() bool { return len(d.Page.find.hits) == 6 })
}
