package feature

import (
	"slices"
	"testing"

	"cuttings/notes/tagger/internal/token"
)

func runsOf(text string) []word {
	var m Maker
	m.look(text, token.Sentences(text)[0], func(uint32) uint8 { return Unknown })
	return m.words
}

func TestRuns(t *testing.T) {
	words := runsOf("the University of South Wales opened")
	if w := words[1]; w.first != 1 || w.last != 1 || w.wide != 4 || w.begins != 1 {
		t.Errorf("University: %+v", w)
	}
	if w := words[4]; w.first != 3 || w.last != 4 || w.wide != 4 || w.begins != 1 {
		t.Errorf("Wales: %+v", w)
	}
	if w := words[5]; w.first != 5 || w.last != 5 {
		t.Errorf("opened: %+v", w)
	}
}

func TestNamesOfSeveralWords(t *testing.T) {
	words := runsOf("in New South Wales today")
	for i, want := range []uint8{0, 1, 2, 3, 0} {
		if words[i].place != want {
			t.Errorf("word %d is at place %d, want %d", i, words[i].place, want)
		}
	}
}

// TestFeaturesDoNotDependOnWhatCameBefore holds a maker that is used again to
// one that is new.
func TestFeaturesDoNotDependOnWhatCameBefore(t *testing.T) {
	ordinary := func(uint32) uint8 { return Both }
	var used Maker
	for _, text := range []string{"Dr Anna Holm, the Danish minister, met the Bank of Kenya.", "No.", "São Paulo (SP) grew"} {
		sentence := token.Sentences(text)[0]
		var fresh Maker
		got, want := used.Features(text, sentence, ordinary), fresh.Features(text, sentence, ordinary)
		for i := range sentence {
			if !slices.Equal(got(i), want(i)) || len(want(i)) <= Own {
				t.Errorf("%q: the features of token %d differ", text, i)
			}
		}
	}
}

func TestShape(t *testing.T) {
	if shape("Kenya") != shape("Nairobi") || shape("Kenya") == shape("UN") || shape("1989") == shape("89") {
		t.Error("outlines are not told apart as they should be")
	}
	if ending("Kenya", 2) != "ya" || ending("ya", 2) != "" || beginning("Änne", 2) != "Än" || beginning("Än", 2) != "" {
		t.Error("beginnings or endings")
	}
}
