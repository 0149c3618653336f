package tagger

import (
	"strings"
	"testing"
)

func TestCanBeGiven(t *testing.T) {
	const english, german = "The president came to the school, and it was late.", "Aber der Präsident kam erst sehr spät in die neue Schule, und niemand war noch da."
	for words, want := range map[string]bool{
		"Barack Michelle John Anna Kwabena Mélanie Jean-Bertrand Fort Lake":                            true,
		"But Then When Meanwhile While Mrs President Will Yesterday Kenyan Critics Quoting Saturday A": false,
	} {
		for word := range strings.FieldsSeq(words) {
			if got := CanBeGiven(english, word); got != want {
				t.Errorf("%q can be a given name: %v", word, got)
			}
		}
	}
	for word, want := range map[string]bool{"Angela": true, "Aber": false, "Präsident": false} {
		if got := CanBeGiven(german, word); got != want {
			t.Errorf("%q in German can be a given name: %v", word, got)
		}
	}
}

// A given name of two is known as one where a number or an office stands before it.
func TestDoubleGivenNames(t *testing.T) {
	for body, want := range map[string]string{
		"In early 2004 President Jean-Bertrand Aristide was ousted.": "Jean-Bertrand Aristide",
		"In 2004 Jean-Claude Duvalier came back to the capital.":     "Jean-Claude Duvalier",
		"In 2004 Port-Salut Beach was shut.":                         "",
	} {
		got := ""
		for _, n := range Find(body, nil) {
			if n.Kind == Person {
				got = body[n.Start:n.End]
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", body, got, want)
		}
	}
}
