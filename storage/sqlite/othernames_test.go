package sqlite_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
)

// found returns the titles of the articles that a search finds, in order, and which
// other names it looked for.
func found(t *testing.T, book *notes.Notebook, asked string) (titles, also []string) {
	t.Helper()
	answer, err := book.Search(t.Context(), asked, notes.SearchFilter{Kinds: []notes.Kind{notes.KindArticle}, Limit: 50})
	if err != nil {
		t.Fatal(err)
	}
	for _, result := range answer.Results {
		titles = append(titles, result.Title)
	}
	slices.Sort(titles)
	for _, other := range answer.Also {
		also = append(also, other.Names...)
	}
	return titles, also
}

// A name is looked for by its other names, too, but not where it is quoted.
func TestOtherNames(t *testing.T) {
	book, _ := archive(t)
	collect(t, book,
		document("nations", "The United Nations met."), document("un", "Il y a un accord."),
		document("tokyo", "A train left Tokyo."), document("東京", "列車は東京を出た。"),
		document("bangkok", "Rain in Bangkok."), document("กรุงเทพ", "ฝนตกในกรุงเทพมหานคร"),
		document("louverture", "Toussaint Louverture was born there."), document("ouverture", "They called him L’Ouverture."))
	for _, names := range []string{"United Nations|UN", "Tokyo|東京", "Bangkok|กรุงเทพมหานคร", "Toussaint Louverture|L'Ouverture"} {
		all := strings.Split(names, "|")
		if _, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: all[0]}, Aliases: all[1:]}); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ asked, titles, also string }{
		{"united nations", "nations|un", "UN"},
		{`"United Nations"`, "nations", ""},
		{`"united" "nations"`, "nations", ""},
		{"tokyo", "tokyo|東京", "東京"},
		{"東京", "tokyo|東京", "Tokyo"},
		{"東京, 列車", "東京", "Tokyo"},
		{`"東京"`, "東京", ""},
		{"กรุงเทพมหานคร", "bangkok|กรุงเทพ", "Bangkok"},
		{"L'Ouverture", "louverture|ouverture", "Toussaint Louverture"},
		{"l’ouverture!", "louverture|ouverture", "Toussaint Louverture"},
		{"toussaint louverture", "louverture|ouverture", "L'Ouverture"},
	} {
		titles, also := found(t, book, test.asked)
		if diff := cmp.Diff([2]string{test.titles, test.also}, [2]string{strings.Join(titles, "|"), strings.Join(also, "|")}); diff != "" {
			t.Errorf("%s: %s", test.asked, diff)
		}
	}
}

// A row of words is found where one of them has an apostrophe that was not typed.
func TestRowsOfWordsWithoutTheirApostrophes(t *testing.T) {
	book, _ := archive(t)
	collect(t, book,
		document("sean", "Mr Sean O’Brien spoke."), document("vote", "On the governor's vote nothing is known."), document("votes", "The governors' vote is known."),
		document("jean", "Jean d'Arc et l’État."), document("brien", "Sean saw O. Brien."))
	for asked, want := range map[string]string{
		`"sean obrien"`: "sean", `"Sean O’Brien"`: "sean", `"sean obr*"`: "", `"obrien spoke"`: "sean", `"governors vote"`: "vote|votes",
		`"jean darc"`: "jean", `"et letat"`: "jean", `"sean obrien" -spoke`: "", `"mr sean obrien spoke"`: "sean", `"sean known"`: "",
	} {
		if titles, _ := found(t, book, asked); strings.Join(titles, "|") != want {
			t.Errorf("%s: %q, not %q", asked, titles, want)
		}
	}
}

// What some write with a hyphen and others as one word is found either way.
func TestWordsWithHyphens(t *testing.T) {
	book, _ := archive(t)
	collect(t, book, document("one", "They cooperate; his reelection came."), document("parts", "His re-election came by co-operation."), document("apart", "Re: an election, in 2023-24."))
	for asked, want := range map[string]string{
		"reelection": "one|parts", "re-election": "one|parts", `"re-election"`: "parts", `"reelection"`: "one", "co-operat*": "one|parts", "202324": "",
		"his -co-operation": "one", "re-election OR 2023-24": "apart|one|parts",
	} {
		titles, _ := found(t, book, asked)
		if slices.Sort(titles); strings.Join(titles, "|") != want {
			t.Errorf("%s: %q, not %q", asked, titles, want)
		}
	}
}

// Words with soft hyphens are found as they are read, without.
func TestWordsWithSoftHyphens(t *testing.T) {
	book, _ := archive(t)
	collect(t, book, document("hyphens", "The po\u00adlice offi\u00adcers met the minis\u00adter."), document("plain", "The police officers met no minister."), document("parts", "Po lice."))
	for asked, want := range map[string]string{
		`"police"`: "hyphens|plain", "police": "hyphens|plain", `"police officers"`: "hyphens|plain", "polic*": "hyphens|plain",
		`"met the minister"`: "hyphens", "near(police minister, 4)": "hyphens|plain", "lice": "parts", "\"po\u00adlice\"": "hyphens|plain",
	} {
		titles, _ := found(t, book, asked)
		if slices.Sort(titles); strings.Join(titles, "|") != want {
			t.Errorf("%s: %q, not %q", asked, titles, want)
		}
	}
}
