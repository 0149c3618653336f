package article

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"cuttings/app/session"
	"cuttings/notes"
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
