package sqlite_test

import (
	"fmt"
	"strings"
	"testing"

	"cuttings/notes"
)

// A row of words is ranked by what is read where few have it, and by the search
// table where many do: the title, then how often for how long a text, then the
// newest.
func TestRowsOfWordsAreRanked(t *testing.T) {
	for _, others := range []int{0, 90} {
		t.Run(fmt.Sprintf("%d others", others), func(t *testing.T) {
			book, _ := archive(t)
			filler := strings.Repeat("and so it was said. ", 40)
			documents := []notes.Document{
				document("once", filler+"The open sea was calm. "+filler+"The sea is open. "+filler),
				document("later", filler+"The open sea was rough. "+filler+"The sea is open. "+filler),
				document("often", filler+"The open sea, the open sea, the open sea! "+filler+filler),
				document("The Open Sea", filler+"It was calm. "+filler+filler),
				document("short", "The open sea was calm."),
			}
			for i := range others {
				documents = append(documents, document(fmt.Sprint("other ", i), filler+filler+filler+fmt.Sprintf("Off harbour %d is the open sea.", i)))
			}
			collect(t, book, documents...)
			answer, err := book.Search(t.Context(), `"the open sea"`, notes.SearchFilter{Limit: 5})
			if err != nil {
				t.Fatal(err)
			}
			var titles []string
			for _, result := range answer.Results {
				titles = append(titles, result.Title)
			}
			want := []string{"The Open Sea", "short", "often", "later", "once"}
			if others > 0 {
				want = want[:3] // what stands behind is worth as little as the others
				titles = titles[:3]
			}
			if fmt.Sprint(titles) != fmt.Sprint(want) || answer.Total != len(documents) {
				t.Errorf("%q of %d, want %q of %d", titles, answer.Total, want, len(documents))
			}
		})
	}
}
