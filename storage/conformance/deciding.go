package conformance

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/text"
)

// Suggest is an article in which names and an event are suggested.
const Suggest = "Canadian Foreign Minister Mélanie Joly called Alfred Mutua on Saturday, 22 April 2023.\n\nMélanie Joly spoke of Haiti. President Jovenel Moïse was assassinated in Port-au-Prince on 7 July 2021."

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func addEntity(t *testing.T, book *notes.Notebook, kind notes.Kind, name string, aliases ...string) notes.ID {
	t.Helper()
	entity, err := book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: kind, Title: name}, Aliases: aliases})
	must(t, err)
	return entity.ID
}

func mentioned(t *testing.T, book *notes.Notebook, entity notes.ID) int {
	t.Helper()
	_, total, err := book.Mentions(t.Context(), notes.MentionFilter{Entity: entity})
	must(t, err)
	return total
}

// What a text seems to name waits for the person, and a no is remembered.
func suggestions(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	article := Collect(t, book, Document("A call", Suggest))[0].ID
	must(t, book.Settle(ctx, nil))
	suggested, err := book.Suggestions(ctx, article)
	must(t, err)
	keys := map[string]notes.NamePlace{}
	for _, place := range suggested.Names {
		keys[place.Key] = place
	}
	joly, ok := keys["melanie joly"]
	if !ok || joly.Kind != notes.KindPerson {
		t.Fatalf("suggested %+v", suggested.Names)
	}
	if joly.Exact != "Mélanie Joly" {
		t.Errorf("the words as written are %q", joly.Exact)
	}
	all, total, err := book.SuggestedNames(ctx, notes.SuggestionFilter{Kinds: []notes.Kind{notes.KindPerson}})
	must(t, err)
	if total != len(all) || !slices.ContainsFunc(all, func(n notes.SuggestedName) bool { return n.Key == "melanie joly" && n.Places == 2 && n.Articles == 1 }) {
		t.Errorf("of the archive: %d, %+v", total, all)
	}

	person, err := book.AcceptName(ctx, notes.Wanted{Key: "melanie joly", Kind: notes.KindPerson})
	must(t, err)
	if person.Title != "Mélanie Joly" || len(person.Roles) != 1 || person.Roles[0].Title != "Foreign Minister" || person.Roles[0].Organisation != "Canada" {
		t.Errorf("accepted %+v", person)
	}
	if got := mentioned(t, book, person.ID); got != 2 {
		t.Errorf("%d mentions after she was accepted, not 2", got)
	}
	if suggested, err = book.Suggestions(ctx, article); err != nil || slices.ContainsFunc(suggested.Names, func(p notes.NamePlace) bool { return p.Key == "melanie joly" }) {
		t.Errorf("she is suggested still: %+v, %v", suggested.Names, err)
	}

	must(t, book.Refuse(ctx, "Alfred Mutua", notes.Refusal{Subject: notes.OfName, Key: "alfred mutua"}))
	must(t, book.Rebuild(ctx, nil))
	suggested, err = book.Suggestions(ctx, article)
	must(t, err)
	if slices.ContainsFunc(suggested.Names, func(p notes.NamePlace) bool { return p.Key == "alfred mutua" }) {
		t.Error("what was refused is suggested again after a rebuild")
	}
	_, err = book.Undo(ctx)
	must(t, err)
	if suggested, err = book.Suggestions(ctx, article); err != nil || !slices.ContainsFunc(suggested.Names, func(p notes.NamePlace) bool { return p.Key == "alfred mutua" }) {
		t.Errorf("undoing the refusal does not bring the suggestion back: %+v, %v", suggested.Names, err)
	}
}

// two are two entities that look like one, with what belongs to them.
type two struct {
	kept, gone notes.ID
	call       notes.ID // an event in which the one that goes took part
	summit     notes.ID // one in which both did
	note       notes.ID // links to the one that goes
}

func twoJolys(t *testing.T, book *notes.Notebook) two {
	t.Helper()
	ctx := t.Context()
	Collect(t, book, Document("One", "Melanie Joly called."), Document("Two", "Mélanie Joly answered the Joly letter.\n\nMelanie Joly wrote."))
	kept := addEntity(t, book, notes.KindPerson, "Mélanie Joly")
	gone := addEntity(t, book, notes.KindPerson, "M. Joly", "Minister Joly")
	call, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "A call"}, Participants: []notes.Participant{{Entity: gone, Role: "caller"}}})
	must(t, err)
	both, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "A summit"}, Participants: []notes.Participant{{Entity: gone, Role: "guest"}, {Entity: kept, Role: "giver"}}})
	must(t, err)
	must(t, book.Tag(ctx, []notes.ID{gone}, "minister"))
	note, err := book.AddNote(ctx, "Who", "It was [[M. Joly]].")
	must(t, err)
	return two{kept, gone, call.ID, both.ID, note.ID}
}

// A merge takes everything along.
func merging(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	p := twoJolys(t, book)
	alikes, err := book.Alikes(ctx, notes.KindPerson)
	must(t, err)
	if len(alikes) != 1 || alikes[0].Why != notes.LikeInitials {
		t.Errorf("alike: %+v", alikes)
	}
	must(t, book.Merge(ctx, p.kept, p.gone, notes.EntityUpdate{}))
	entity, err := book.Entity(ctx, p.kept)
	must(t, err)
	if !slices.Equal(entity.Aliases, []string{"M. Joly", "Minister Joly"}) {
		t.Errorf("aliases %q", entity.Aliases)
	}
	for _, id := range []notes.ID{p.call, p.summit} {
		event, err := book.Entity(ctx, id)
		must(t, err)
		if len(event.Participants) != 1 || event.Participants[0].Entity != p.kept {
			t.Errorf("%s has %+v", event.Title, event.Participants)
		}
		if want := map[notes.ID]string{p.call: "caller", p.summit: "giver, guest"}[id]; len(event.Participants) > 0 && event.Participants[0].Role != want {
			t.Errorf("at %s she was %q, want %q", event.Title, event.Participants[0].Role, want)
		}
	}
	if links, err := book.LinksFrom(ctx, p.note); err != nil || len(links) != 1 || links[0].To != p.kept {
		t.Errorf("the note links to %+v, %v", links, err)
	}
	if tags, err := book.TagsOf(ctx, p.kept); err != nil || len(tags) != 1 {
		t.Errorf("tags %+v, %v", tags, err)
	}
}

// A merge is taken back whole, also after something else was done.
func parting(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	p := twoJolys(t, book)
	must(t, book.Merge(ctx, p.kept, p.gone, notes.EntityUpdate{}))
	_, err := book.AddNote(ctx, "Later", "[[Mélanie Joly]]")
	must(t, err)
	description := "Foreign minister"
	must(t, book.EditEntity(ctx, p.kept, notes.EntityUpdate{Description: &description}))
	merges, err := book.MergesInto(ctx, p.kept)
	must(t, err)
	if len(merges) != 1 || merges[0].Gone != p.gone {
		t.Fatalf("merges %+v", merges)
	}
	must(t, book.Part(ctx, p.gone))
	entity, err := book.Entity(ctx, p.kept)
	must(t, err)
	if len(entity.Aliases) != 0 || entity.Description != description {
		t.Errorf("after parting %+v", entity)
	}
	event, err := book.Entity(ctx, p.summit)
	must(t, err)
	if !slices.Equal(event.Participants, []notes.Participant{{Entity: p.gone, Role: "guest"}, {Entity: p.kept, Role: "giver"}}) {
		t.Errorf("the summit has %+v", event.Participants)
	}
	if event, err = book.Entity(ctx, p.call); err != nil || event.Participants[0] != (notes.Participant{Entity: p.gone, Role: "caller"}) {
		t.Errorf("the call has %+v, %v", event.Participants, err)
	}
	if links, err := book.LinksFrom(ctx, p.note); err != nil || links[0].To != p.gone {
		t.Errorf("the note links to %+v, %v", links, err)
	}
	if alikes, err := book.Alikes(ctx, notes.KindPerson); err != nil || len(alikes) != 0 {
		t.Errorf("they are asked about again: %+v, %v", alikes, err)
	}
	if problems, err := book.Check(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("check: %q, %v", problems, err)
	}
}

// What went into another is not in the trash, and of several merges the last is parted
// first; who asks for another is told so.
func partingInTurn(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	alpha, beta, gamma := addEntity(t, book, notes.KindPerson, "Alpha"), addEntity(t, book, notes.KindPerson, "Beta"), addEntity(t, book, notes.KindPerson, "Gamma")
	must(t, book.Merge(ctx, alpha, beta, notes.EntityUpdate{}))
	must(t, book.Merge(ctx, gamma, alpha, notes.EntityUpdate{}))
	trash, total, err := book.Items(ctx, notes.ItemFilter{Trashed: true})
	must(t, err)
	counts, err := book.Counts(ctx)
	must(t, err)
	if total != 0 || len(trash) != 0 || counts.Trash != 0 {
		t.Errorf("the trash has %+v, %d", trash, counts.Trash)
	}
	if err := book.Part(ctx, beta); !errors.Is(err, notes.ErrInvalid) || !strings.Contains(err.Error(), "Beta went into Alpha, and that into Gamma; part Alpha first") {
		t.Errorf("parting the first of two merges: %v", err)
	}
	must(t, book.Part(ctx, alpha))
	must(t, book.Part(ctx, beta))
	must(t, book.Delete(ctx, beta))
	if trash, _, err = book.Items(ctx, notes.ItemFilter{Trashed: true}); err != nil || len(trash) != 1 {
		t.Errorf("the trash has %+v, %v", trash, err)
	}
}

// A name that two people have waits; what was said of it is remembered, in an
// article or for good.
func namesakes(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	results := Collect(t, book, Document("One", "John Smith spoke.\n\nSmith left."), Document("Two", "John Smith wrote."))
	one, two := results[0].ID, results[1].ID
	first := addEntity(t, book, notes.KindPerson, "John Smith")
	if got := mentioned(t, book, first); got != 3 {
		t.Fatalf("%d mentions", got)
	}
	second, err := book.Divide(ctx, first, []notes.WordsIn{{Article: one, Words: "John Smith"}}, 0, "John Smith")
	must(t, err)
	if got := mentioned(t, book, second); got != 2 {
		t.Errorf("the second has %d mentions, not 2: the surname alone is his there, too", got)
	}
	unclear, total, err := book.UnclearPlaces(ctx, 0, 10)
	must(t, err)
	if total == 0 || !slices.ContainsFunc(unclear, func(u notes.Unclear) bool { return u.Article == two && len(u.Entities) == 2 }) {
		t.Errorf("unclear: %+v", unclear)
	}
	must(t, book.DecideForGood(ctx, second, "John Smith", notes.Rejected))
	must(t, book.Rebuild(ctx, nil))
	if unclear, _, err = book.UnclearPlaces(ctx, two, 10); err != nil || len(unclear) != 0 {
		t.Errorf("what was decided for good is unclear again: %+v, %v", unclear, err)
	}
	if got := mentioned(t, book, first); got == 0 {
		t.Error("the first has no mentions left")
	}
	_, err = book.Undo(ctx)
	must(t, err)
	if _, total, err := book.UnclearPlaces(ctx, two, 10); err != nil || total != 1 {
		t.Errorf("%d unclear after undoing, %v", total, err)
	}
}

// The surname alone goes with the full name to somebody who is called otherwise,
// also where it was accepted with that, and comes back with it.
func surnameGoesAlong(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	results := Collect(t, book,
		Document("One", "Prime Minister Ariel Henri called on Saturday.\n\nMr Henri said so. Henri left."),
		Document("Two", "Prime Minister Ariel Henri wrote. Mr Henri waited."))
	must(t, book.Settle(ctx, nil))
	accepted, err := book.AcceptName(ctx, notes.Wanted{Key: "ariel henri", Kind: notes.KindPerson})
	must(t, err)
	henri := accepted.ID
	if got := mentioned(t, book, henri); got != 5 {
		t.Fatalf("%d mentions, not 5", got)
	}
	other, err := book.Divide(ctx, henri, []notes.WordsIn{{Article: results[0].ID, Words: "Ariel Henri"}}, 0, "The Impostor")
	must(t, err)
	if first, second := mentioned(t, book, henri), mentioned(t, book, other); first != 2 || second != 3 {
		t.Errorf("after the split they have %d and %d mentions, not 2 and 3", first, second)
	}
	must(t, book.Rebuild(ctx, nil))
	if first, second := mentioned(t, book, henri), mentioned(t, book, other); first != 2 || second != 3 {
		t.Errorf("after rebuilding they have %d and %d mentions", first, second)
	}
	_, err = book.Undo(ctx)
	must(t, err)
	if got := mentioned(t, book, henri); got != 5 {
		t.Errorf("after undoing %d mentions, not 5", got)
	}
}

// What was accepted in an article stays its own when a namesake comes; what nobody
// decided on waits, and is not suggested as somebody new.
func laterNamesake(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	results := Collect(t, book,
		Document("One", "Foreign Minister Alfred Mutua called on Saturday.\n\nMr Mutua said so. Mutua's call was long."),
		Document("Two", "Foreign Minister Alfred Mutua wrote to the council. Alfred Mutua’s letter was short."))
	must(t, book.Settle(ctx, nil))
	first, err := book.AcceptName(ctx, notes.Wanted{Key: "alfred mutua", Kind: notes.KindPerson})
	must(t, err)
	before := mentioned(t, book, first.ID)
	if before != 5 {
		t.Fatalf("%d mentions, not 5", before)
	}
	second := addEntity(t, book, notes.KindPerson, "Alfred Mutua")
	third := Collect(t, book, Document("Three", "Alfred Mutua played football. Mutua scored."))[0].ID
	must(t, book.Settle(ctx, nil))
	must(t, book.Rebuild(ctx, nil))
	if first, second := mentioned(t, book, first.ID), mentioned(t, book, second); first != before || second != 0 {
		t.Errorf("with a namesake he has %d mentions, not %d, and the other %d", first, before, second)
	}
	if _, waiting, err := book.UnclearPlaces(ctx, 0, 0); err != nil || waiting != 2 {
		t.Errorf("%d wait, not 2, %v", waiting, err)
	}
	if names, _, err := book.SuggestedNames(ctx, notes.SuggestionFilter{}); err != nil || slices.ContainsFunc(names, func(n notes.SuggestedName) bool { return n.Key == "alfred mutua" }) {
		t.Errorf("one of the two is suggested as somebody new: %+v, %v", names, err)
	}
	if suggested, err := book.Suggestions(ctx, third); err != nil || len(suggested.Unclear) != 2 || len(suggested.Names) != 0 {
		t.Errorf("the third article suggests %+v, %v", suggested, err)
	}

	one := results[0].ID
	must(t, book.Decide(ctx, one, second, "Alfred Mutua", notes.Accepted))
	if got := mentioned(t, book, second); got != 3 {
		t.Errorf("after another decision the second has %d mentions, not 3: the surname alone follows", got)
	}
	must(t, book.Delete(ctx, second))
	if got := mentioned(t, book, second); got != 0 {
		t.Errorf("in the trash he has %d mentions", got)
	}
}

// Who is named with whom is counted by article, by paragraph and by event.
func company(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	article := Collect(t, book, Document("One", "Ada Byron met Carl Dahl.\n\nErik Falk wrote."), Document("Two", "Ada Byron wrote.\n\nErik Falk answered."))[0].ID
	ada, carl, erik := addEntity(t, book, notes.KindPerson, "Ada Byron"), addEntity(t, book, notes.KindPerson, "Carl Dahl"), addEntity(t, book, notes.KindPerson, "Erik Falk")
	meeting, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "A meeting"}, Date: "1843", Participants: []notes.Participant{{Entity: ada}, {Entity: carl}}})
	must(t, err)
	seen, err := book.SeenWith(ctx, ada, 10)
	must(t, err)
	type counts struct{ articles, paragraphs, events int }
	got := map[notes.ID]counts{}
	for _, c := range seen {
		got[c.ID] = counts{c.Articles, c.Paragraphs, c.Events}
	}
	if got[carl] != (counts{1, 1, 1}) || got[erik] != (counts{2, 0, 0}) {
		t.Errorf("seen with %+v", got)
	}
	passages, err := book.Together(ctx, ada, carl, 10)
	must(t, err)
	if len(passages) != 1 || passages[0].Article != article || passages[0].Range != (text.Range{Start: 0, End: len("Ada Byron met Carl Dahl")}) {
		t.Errorf("together at %+v", passages)
	}
	apart, err := book.Together(ctx, ada, erik, 10)
	must(t, err)
	for i, want := range []struct{ first, other text.Range }{
		{text.Range{Start: 0, End: 9}, text.Range{Start: len("Ada Byron wrote.\n\n"), End: len("Ada Byron wrote.\n\nErik Falk")}},
		{text.Range{Start: 0, End: 9}, text.Range{Start: len("Ada Byron met Carl Dahl.\n\n"), End: len("Ada Byron met Carl Dahl.\n\nErik Falk")}},
	} {
		if len(apart) != 2 || apart[i].Range != want.first || apart[i].Other != want.other {
			t.Fatalf("in paragraphs apart at %+v", apart)
		}
	}
	network, err := book.Network(ctx, notes.NetworkFilter{Around: ada})
	must(t, err)
	hasEvent := slices.ContainsFunc(network.Nodes, func(n notes.NetworkNode) bool { return n.ID == meeting.ID && n.Articles == 0 })
	if len(network.Nodes) != 4 || network.Nodes[0].ID != ada || !hasEvent || len(network.Ties) != 5 {
		t.Errorf("network %+v", network)
	}
	dated, err := book.DatedEvents(ctx, notes.TimelineFilter{With: carl})
	must(t, err)
	if len(dated) != 1 || dated[0].Date != "1843" {
		t.Errorf("events %+v", dated)
	}
	months, err := book.ArticleMonths(ctx, notes.TimelineFilter{With: erik})
	must(t, err)
	if len(months) != 1 || months[0] != (notes.MonthTally{Year: 2023, Month: 7, Count: 2}) {
		t.Errorf("months %+v", months)
	}
}

// Who is renamed is still named where the old name stands.
func renaming(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	Collect(t, book, Document("One", "Anders Lindqvist spoke."))
	person := addEntity(t, book, notes.KindPerson, "Anders Lindqvist")
	unnamed := addEntity(t, book, notes.KindPerson, "Nobody Yet")
	for id, name := range map[notes.ID]string{person: "Anders L. Lindqvist", unnamed: "Somebody Else"} {
		must(t, book.EditEntity(ctx, id, notes.EntityUpdate{Name: &name}))
	}
	if got := mentioned(t, book, person); got != 1 {
		t.Errorf("%d mentions after renaming", got)
	}
	if entity, err := book.Entity(ctx, unnamed); err != nil || len(entity.Aliases) > 0 {
		t.Errorf("a name that stands nowhere is kept: %+v, %v", entity, err)
	}
}
