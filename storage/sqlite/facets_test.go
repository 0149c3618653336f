package sqlite_test

import (
	"testing"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/query"
	"cuttings/storage/sqlite"
)

// What is asked for by a value that is counted is as much as was counted.
func TestFacetsCountWhatTheirFieldsFind(t *testing.T) {
	book, store := archive(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx := t.Context()
	var documents []notes.Document
	for i, source := range []string{"Le Monde", "Le Monde.fr", "le monde", "Monde, Le", "BBC", "BBC News", `The "Gazette"`, "A “B”"} {
		d := document(source, "Ariel Henry and Ariel of Haiti spoke of police "+string(rune('a'+i)))
		d.Source = source
		documents = append(documents, d)
	}
	made := collect(t, book, append(documents, document("Offer", "Nobody spoke of police"))...)
	person := func(name string, aliases ...string) notes.ID {
		added, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: name}, Aliases: aliases, Description: "Of the police."})
		must(err)
		return added.ID
	}
	henry := person("Ariel Henry")
	person("Ariel")
	person("Someone else", "Ariel")
	haiti, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: "Haiti"}})
	must(err)
	_, err = book.AddEntity(ctx, notes.Entity{
		Item: notes.Item{Kind: notes.KindEvent, Title: "Offer of police"}, Date: "2023-07-29", Place: haiti.ID, Participants: []notes.Participant{{Entity: henry}},
	})
	must(err)
	for i, exact := range []string{"Henry and", "spoke of police"} {
		_, err = book.AddHighlight(ctx, notes.NewHighlight{Article: made[i].ID, Quote: anchor.Quote{Exact: exact}, Colour: notes.Green, Comment: "police"})
		must(err)
	}
	_, err = book.AddNote(ctx, "On police", "See [[Ariel Henry]].")
	must(err)
	must(book.Tag(ctx, []notes.ID{made[0].ID, made[2].ID, henry}, "to check"))
	for turn, few := range []int{1500, 0, 0, 0} {
		defer sqlite.SetNotMuch(few)()
		for _, asked := range []string{"police", "police -kind:article", "ariel OR police", "-xyz"} {
			facets, err := book.Facets(ctx, asked, nil)
			must(err)
			told := 0
			for name, tallies := range map[query.Name][]notes.Tally{
				query.Kind: facets.Kinds, query.Source: facets.Sources, query.Tag: facets.Tags, query.Colour: facets.Colours,
				query.Person: facets.People, query.Organisation: facets.Organisations, query.Place: facets.Places, query.Event: facets.Events,
			} {
				for _, tally := range tallies {
					told++
					part := string(name) + ":" + query.Quoted(name, tally.Value)
					if total, err := book.Count(ctx, asked+" "+part, nil); err != nil || total != tally.Count {
						t.Errorf("%s: %d counted, but %s finds %d, %v", asked, tally.Count, part, total, err)
					}
				}
			}
			if told < 3 {
				t.Errorf("%s: %+v", asked, facets)
			}
		}
		must(store.Warm(ctx))
		if turn == 2 { // another article names him, after it was remembered which do
			must(book.EditEntity(ctx, henry, notes.EntityUpdate{Aliases: &[]string{"Nobody"}}))
		}
	}
}
