package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/query"
	"cuttings/storage/sqlite"
)

// narrowed makes an archive in which fields leave much, little and nothing.
func narrowed(t *testing.T, book *notes.Notebook) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	ctx := t.Context()
	one, two, three := document("Kenya offers police", police), document("Haiti waits", "Ariel Henry waits for police."), document("Thrown away", "Ariel Henry of the police.")
	one.Source, one.Byline, two.Source, two.Byline, three.Source = "The Gazette", "Grace Wanjiru", "Le Nouvelliste d’Haïti", "Wanda O’Brien", "The Gazette of the Trash"
	one.Language, two.Language = "en-GB", "fr"
	made := collect(t, book, one, two, three)
	_, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Ariel Henry"}, Aliases: []string{"The Premier"}})
	must(err)
	_, err = book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: "Ariel Station"}})
	must(err)
	_, err = book.AddHighlight(ctx, notes.NewHighlight{Article: made[1].ID, Quote: anchor.Quote{Exact: "waits for police"}, Colour: notes.Green, Comment: "How long?"})
	must(err)
	_, err = book.AddNote(ctx, "On waiting", "See [[Haiti waits]] and [[Ariel Henry]].")
	must(err)
	must(book.Tag(ctx, []notes.ID{made[0].ID, made[2].ID}, "to check"))
	must(book.Delete(ctx, made[2].ID))
}

// A program that asks a single time reads less of the archive, and finds the same.
func TestWhatIsNarrowedIsFoundWithoutTheRest(t *testing.T) {
	file := filepath.Join(t.TempDir(), "test.cuttings")
	open := func() (*sqlite.Store, *notes.Notebook) {
		store, _, err := sqlite.OpenOrCreate(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		return store, notes.New(store, notes.Options{})
	}
	shut := func(store *sqlite.Store) {
		if err := store.Close(); err != nil {
			t.Fatal(err)
		}
	}
	store, book := open()
	narrowed(t, book)
	shut(store)
	for asked, total := range map[string]int{
		"source:gaz": 1, "source:haiti": 1, "source:brien": 0, "source:...": 0, "by:wan": 2, "by:\"o brien\"": 1, "by:brien police": 1,
		"person:ariel": 3, "person:\"the premier\"": 3, "place:ariel": 1, "person:station": 0, "event:ariel": 0, "tag:\"to check\"": 1, "colour:green": 2,
		"has:highlight": 1, "has:note": 2, "has:tag": 1, "has:comment -kind:highlight": 1, "has:date police": 2,
		"source:gaz -police": 0, "source:gaz OR by:wanda": 2, "by:wan (kenya OR colour:green)": 2, "by:wan -(source:gaz OR visa)": 1, "-source:gaz kind:article": 1,
		"by:wan after:1900": 2, "by:obrien": 1, "by:\"wanda obrien\"": 1, "source:dhaiti": 1, "lang:en": 1, "lang:en-GB": 1, "lang:EN_gb": 1, "lang:en-US": 0, "lang:fr": 2, "lang:fr-FR": 0, "-lang:en-gb kind:article": 1,
		`source:"the gazette"`: 1, `source:"gaz"`: 1, `source:"le nouvelliste" police`: 1, `source:"The Gazette" by:wan`: 1,
		`tag:"to check" by:"wanda o’brien"`: 0, `tag:"to check" by:"wan"`: 1, `by:"wan" tag:"to check"`: 1, `colour:green by:"wan"`: 1, "source:gaz source:haiti": 0, "polic* by:wan": 2,
	} {
		var found [2][]notes.ID
		for i, order := range []notes.Order{"", notes.Newest} {
			store, book := open()
			for warm := range 2 {
				if warm == 1 {
					if err := store.Warm(t.Context()); err != nil {
						t.Fatal(err)
					}
				}
				hits, err := book.Search(t.Context(), asked, notes.SearchFilter{Order: order, Limit: 50})
				if err != nil || hits.Total != total {
					t.Errorf("%s: %d found, not %d: %v", asked, hits.Total, total, err)
				}
				found[warm] = nil
				for _, result := range hits.Results {
					found[warm] = append(found[warm], result.ID)
				}
			}
			shut(store)
			if diff := cmp.Diff(found[1], found[0]); diff != "" {
				t.Errorf("%s, order %d: %s", asked, i, diff)
			}
		}
	}
}

// So it finds the values that a field can have.
func TestValuesAreReadWithoutTheRest(t *testing.T) {
	book, store := archive(t)
	narrowed(t, book)
	for range 2 {
		for _, test := range []struct {
			name query.Name
			key  string
			want []string
		}{
			{query.Source, "", []string{"Le Nouvelliste d’Haïti", "The Gazette"}},
			{query.Source, "gaz", []string{"The Gazette"}},
			{query.Language, "", []string{"en", "fr"}},
			{query.By, "wan", []string{"Grace Wanjiru", "Wanda O’Brien"}},
		} {
			values, err := book.Values(t.Context(), test.name, test.key, 5)
			if diff := cmp.Diff(test.want, values); diff != "" || err != nil {
				t.Errorf("%s, %q: %s%v", test.name, test.key, diff, err)
			}
		}
		if err := store.Warm(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}
