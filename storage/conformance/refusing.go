package conformance

import (
	"slices"
	"testing"

	"cuttings/notes"
)

// A name that was refused in an article names nobody there, whoever gets it later, and
// undoing leaves what there was.
func refusedInOne(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	const spoke = "Foreign Secretary Edward Grey spoke on Monday.\n\nMr Grey left on Tuesday."
	results := Collect(t, book, Document("A letter", spoke), Document("A dispatch", spoke+" He wrote."))
	letter, dispatch := results[0].ID, results[1].ID
	must(t, book.Settle(ctx, nil))
	must(t, book.Refuse(ctx, "Edward Grey", notes.Refusal{Article: dispatch, Subject: notes.OfName, Key: "edward grey"}))
	known := addEntity(t, book, notes.KindPerson, "The Minister")

	// named are the articles that name an entity, each as often as they do.
	named := func(entity notes.ID) (articles []notes.ID) {
		mentions, _, err := book.Mentions(ctx, notes.MentionFilter{Entity: entity})
		must(t, err)
		for _, m := range mentions {
			articles = append(articles, m.Article)
		}
		return articles
	}
	waiting := func() int {
		places, err := book.PlacesOf(ctx, "edward grey", notes.KindPerson, 0)
		must(t, err)
		return len(places)
	}
	before := waiting()
	for label, accept := range map[string]func() (notes.ID, error){
		"accepted": func() (notes.ID, error) {
			entity, err := book.AcceptName(ctx, notes.Wanted{Key: "edward grey", Kind: notes.KindPerson})
			return entity.ID, err
		},
		"accepted under another name": func() (notes.ID, error) {
			entity, err := book.AcceptName(ctx, notes.Wanted{Key: "edward grey", Kind: notes.KindPerson, Name: "Lord Grey of Fallodon"})
			return entity.ID, err
		},
		"accepted as one who is known": func() (notes.ID, error) { return known, book.AcceptAs(ctx, "Edward Grey", known) },
		"added by hand":                func() (notes.ID, error) { return addEntity(t, book, notes.KindPerson, "Edward Grey"), nil },
	} {
		entity, err := accept()
		must(t, err)
		if got := named(entity); !slices.Equal(got, []notes.ID{letter, letter}) {
			t.Errorf("%s, it is named in %v, not twice in %v", label, got, letter)
		}
		must(t, book.Rebuild(ctx, nil))
		if got := named(entity); !slices.Equal(got, []notes.ID{letter, letter}) {
			t.Errorf("%s and rebuilt, it is named in %v", label, got)
		}
		_, err = book.Undo(ctx)
		must(t, err)
		if got := named(entity); len(got) != 0 {
			t.Errorf("%s and undone, it is named in %v", label, got)
		}
		if got := waiting(); got != before {
			t.Errorf("%s and undone, %d places wait, not %d", label, got, before)
		}
	}

	// What the person says of it in the article itself counts more.
	person, err := book.AcceptName(ctx, notes.Wanted{Key: "edward grey", Kind: notes.KindPerson})
	must(t, err)
	must(t, book.Decide(ctx, dispatch, person.ID, "Edward Grey", notes.Accepted))
	if got := named(person.ID); len(got) != 4 {
		t.Errorf("after another decision it is named in %v", got)
	}
}
