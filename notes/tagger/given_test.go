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
