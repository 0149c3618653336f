package notes_test

import (
	"testing"

	"cuttings/notes"
)

// A result says where in what is known of a person or event the words stand.
func TestSnippetsOfEntities(t *testing.T) {
	book, _ := archive(t)
	minister := notes.Entity{
		Item: notes.Item{Kind: notes.KindPerson, Title: "Alfred Mutua"}, Aliases: []string{"Mutua wa Masaku"},
		Description: "A politician and **zoologist**, born in [[Masii]].",
		Roles:       []notes.Role{{Title: "Governor", Organisation: "Machakos"}, {Title: "Foreign minister"}},
	}
	talks := notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Talks"}, Description: "Quarrel over money.", Date: "2023"}
	for _, entity := range []notes.Entity{minister, talks} {
		if _, err := book.AddEntity(t.Context(), entity); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ query, snippet, marked string }{
		{"zoologist", "A politician and zoologist, born in Masii.", "zoologist"},
		{"masii", "A politician and zoologist, born in Masii.", "Masii"},
		{"quarrel", "Quarrel over money.", "Quarrel"},
		{"machakos", "Governor, Machakos", "Machakos"},
		{"minister", "Foreign minister", "minister"},
		{"masaku", "Mutua wa Masaku", "Masaku"},
		{"talks", "Quarrel over money.", ""},
	} {
		found, err := book.Search(t.Context(), test.query, notes.SearchFilter{})
		if err != nil || len(found.Results) != 1 {
			t.Errorf("%s: %d found, %v", test.query, len(found.Results), err)
			continue
		}
		result := found.Results[0]
		marked := ""
		for _, mark := range result.Marks {
			marked += result.Snippet[mark.Start:mark.End]
		}
		if result.Snippet != test.snippet || marked != test.marked {
			t.Errorf("%s: the snippet is %q, marked %q; want %q, marked %q", test.query, result.Snippet, marked, test.snippet, test.marked)
		}
	}
}
