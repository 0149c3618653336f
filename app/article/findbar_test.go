package article

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
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
