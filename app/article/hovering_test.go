package article

import (
	"strings"
	"testing"

	"cuttings/notes"
)

// What is known of an entity stands once in the card over a mention, though lists
// may know it from the description.
func TestACardSaysADescriptionOnce(t *testing.T) {
	place := notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: "Nairobi"}, Description: "The capital of [[Kenya]]."}
	person := notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}, Description: "Made the offer known."}
	for _, c := range []struct {
		entity      notes.Entity
		known, want string
	}{
		{place, place.Description, "Nairobi  Place\nThe capital of Kenya.\n"},
		{person, "Foreign minister", "Alfred Mutua  Person\nForeign minister\nMade the offer known.\n"},
	} {
		var words strings.Builder
		for _, run := range mentionRuns(c.entity, c.known, 1, 2) {
			words.WriteString(run.Words)
		}
		if !strings.HasPrefix(words.String(), c.want) {
			t.Errorf("the card says %q, want %q first", words.String(), c.want)
		}
	}
}
