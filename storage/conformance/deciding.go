package conformance

import (
	"errors"
	"slices"
	"testing"

	"cuttings/notes"
	"cuttings/notes/anchor"
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

// An accepted event has its date, who took part as far as they are known, and its
// sentence as a source.
func events(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	article := Collect(t, book, Document("A call", Suggest))[0].ID
	moise := addEntity(t, book, notes.KindPerson, "Jovenel Moïse")
	must(t, book.Settle(ctx, nil))
	waiting, total, err := book.SuggestedEvents(ctx, article, 0, 0)
	must(t, err)
	i := slices.IndexFunc(waiting, func(e notes.SuggestedEvent) bool { return e.Date == "2021-07-07" })
	if i < 0 {
		t.Fatalf("suggested %+v", waiting)
	}
	event, err := book.AcceptEvent(ctx, waiting[i], "")
	must(t, err)
	if event.Date != "2021-07-07" || len(event.Participants) != 1 || event.Participants[0].Entity != moise {
		t.Errorf("accepted %+v", event)
	}
	sources, err := book.Sources(ctx, event.ID)
	must(t, err)
	if len(sources) != 1 {
		t.Fatalf("sources %+v", sources)
	}
	if _, left, err := book.SuggestedEvents(ctx, article, 0, 0); err != nil || left != total-1 {
		t.Errorf("%d events wait after one of %d was accepted, %v", left, total, err)
	}
	sources[0].Date, sources[0].Number = "2021-07-06", "28 men"
	must(t, book.SetSource(ctx, sources[0]))
	counts, err := book.SourceCounts(ctx)
	must(t, err)
	if counts[event.ID] != (notes.SourceCount{All: 1, Differ: 1}) {
		t.Errorf("counts %+v", counts)
	}
	if err := book.SetSource(ctx, notes.Source{Event: event.ID, Highlight: sources[0].Highlight, Date: "soon"}); !errors.Is(err, notes.ErrInvalid) {
		t.Errorf("a source with the date soon: %v", err)
	}
	must(t, book.Delete(ctx, article))
	if sources, err := book.Sources(ctx, event.ID); err != nil || len(sources) != 0 {
		t.Errorf("an article in the trash is a source still: %+v, %v", sources, err)
	}
}

// Sources that give a narrower date, or another place, than the event keep it as
// their own account; so do those of an event that goes into another.
func accounts(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	place, haiti := addEntity(t, book, notes.KindPlace, "Port-au-Prince"), addEntity(t, book, notes.KindPlace, "Haiti")
	known, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Assassination"}, Date: "2021-07", Place: place})
	must(t, err)
	told := func(event notes.ID) (dates, places []string) {
		sources, err := book.Sources(ctx, event)
		must(t, err)
		for _, source := range sources {
			dates, places = append(dates, source.Date), append(places, source.Place)
		}
		return dates, places
	}
	for i, body := range []string{
		"President Jovenel Moïse was assassinated in Port-au-Prince on 7 July 2021.",
		"President Jovenel Moïse was assassinated in Haiti on 6-7 July 2021.",
	} {
		article := Collect(t, book, Document("Account "+string(rune('A'+i)), body))[0].ID
		must(t, book.Settle(ctx, nil))
		waiting, _, err := book.SuggestedEvents(ctx, article, 0, 0)
		must(t, err)
		if len(waiting) != 1 {
			t.Fatalf("suggested %+v", waiting)
		}
		must(t, book.AcceptEventAs(ctx, waiting[0], known.ID))
	}
	dates, places := told(known.ID)
	if !slices.Equal(dates, []string{"2021-07-07", "2021-07-06/2021-07-07"}) || !slices.Equal(places, []string{"", "Haiti"}) {
		t.Errorf("the sources give %q, %q", dates, places)
	}

	article := Collect(t, book, Document("Another", "He was shot in the night."))[0].ID
	highlight, err := book.AddHighlight(ctx, notes.NewHighlight{Article: article, Quote: anchor.Quote{Exact: "shot in the night"}})
	must(t, err)
	other, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Murder"}, Date: "2021-07-07", Place: haiti})
	must(t, err)
	must(t, book.SetSource(ctx, notes.Source{Event: other.ID, Highlight: highlight.ID}))
	for _, merge := range []struct {
		kept, gone notes.ID
		date       string // that is chosen; "" for that of the one that is kept
		want       []string
	}{
		{known.ID, other.ID, "", []string{"2021-07-07", "2021-07-06/2021-07-07", "2021-07-07"}},
		{other.ID, known.ID, "2021-07", []string{"2021-07-07", "2021-07-06/2021-07-07", "2021-07-07"}},
	} {
		before, beforePlaces := told(merge.kept)
		chosen := notes.EntityUpdate{}
		if merge.date != "" {
			chosen.Date = &merge.date
		}
		must(t, book.Merge(ctx, merge.kept, merge.gone, chosen))
		if dates, _ := told(merge.kept); !slices.Equal(dates, merge.want) {
			t.Errorf("after the merge the sources give %q", dates)
		}
		must(t, book.Part(ctx, merge.gone))
		if dates, places := told(merge.kept); !slices.Equal(dates, before) || !slices.Equal(places, beforePlaces) {
			t.Errorf("after parting the sources give %q, %q", dates, places)
		}
	}
}

// Who took part in an event, and where it was, follows when they are accepted
// after it, and goes again when that is undone.
func laterParticipants(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	article := Collect(t, book, Document("A call", Suggest))[0].ID
	must(t, book.Settle(ctx, nil))
	waiting, _, err := book.SuggestedEvents(ctx, article, 0, 0)
	must(t, err)
	accepted := map[string]notes.ID{}
	for i, suggested := range waiting {
		event, err := book.AcceptEvent(ctx, suggested, []string{"", "The killing"}[i%2])
		must(t, err)
		if len(event.Participants) != 0 || event.Place != 0 {
			t.Fatalf("accepted %+v", event)
		}
		accepted[suggested.Class] = event.ID
	}
	call, killing := accepted["call"], accepted["killing"]
	if call == 0 || killing == 0 {
		t.Fatalf("suggested %+v", waiting)
	}
	joly, err := book.AcceptName(ctx, notes.Wanted{Key: "melanie joly", Kind: notes.KindPerson})
	must(t, err)
	mutua := addEntity(t, book, notes.KindPerson, "The minister of Kenya")
	must(t, book.AcceptAs(ctx, "Alfred Mutua", mutua))
	victim, err := book.AcceptName(ctx, notes.Wanted{Key: "jovenel moise", Kind: notes.KindPerson})
	must(t, err)
	place, err := book.AcceptName(ctx, notes.Wanted{Key: "port au prince", Kind: notes.KindPlace})
	must(t, err)
	event, err := book.Entity(ctx, call)
	must(t, err)
	if len(event.Participants) != 2 || event.Participants[0].Entity != joly.ID || event.Participants[1].Entity != mutua {
		t.Errorf("the call has %+v", event.Participants)
	}
	event, err = book.Entity(ctx, killing)
	must(t, err)
	if !slices.Equal(event.Participants, []notes.Participant{{Entity: victim.ID, Role: "victim"}}) || event.Place != place.ID {
		t.Errorf("the killing has %+v, place %s", event.Participants, event.Place)
	}
	_, err = book.Undo(ctx)
	must(t, err)
	if event, err = book.Entity(ctx, killing); err != nil || event.Place != 0 {
		t.Errorf("after undoing the place it is at %s, %v", event.Place, err)
	}
}

// A date that was worked out is uncertain until it is accepted, and so is what
// counts from it.
func dateWorkedOut(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	document := Document("Undated", "On Saturday, April 22, Kenya said so. President Jovenel Moïse was assassinated yesterday. Jovenel Moïse had met Melanie Joly in Haiti on Wednesday.")
	document.Date = ""
	article := Collect(t, book, document)[0].ID
	dates := func() (all []string) {
		suggested, err := book.Suggestions(ctx, article)
		must(t, err)
		for _, event := range suggested.Events {
			all = append(all, event.Date)
		}
		return all
	}
	if all := dates(); !slices.Contains(all, "2023-04-21?") || !slices.Contains(all, "2023-04-19?") {
		t.Errorf("before it is accepted: %q", all)
	}
	suggested, err := book.SuggestedDate(ctx, article)
	must(t, err)
	if suggested.Date != "2023-04-22?" {
		t.Errorf("suggested %+v", suggested)
	}
	must(t, book.AcceptDate(ctx, article, ""))
	one, err := book.Article(ctx, article)
	must(t, err)
	if one.Date != "2023-04-22" {
		t.Errorf("accepted as %q", one.Date)
	}
	if all := dates(); !slices.Contains(all, "2023-04-21") || !slices.Contains(all, "2023-04-19?") {
		t.Errorf("after it is accepted: %q; of a weekday alone it is not known which week", all)
	}

	unread := Document("Unread", "On Saturday, April 22, Haiti answered.")
	unread.Date = ""
	must(t, book.AcceptDate(ctx, Collect(t, book, unread)[0].ID, ""))
}

// Two happenings told in one sentence are decided on one by one.
func twoInOneSentence(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	body := "Since the July 2021 assassination of President Jovenel Moise, gangs were the focus of leaders meeting in the Bahamas for the CARICOM summit."
	article := Collect(t, book, Document("One sentence", body))[0].ID
	must(t, book.Settle(ctx, nil))
	waiting, total, err := book.SuggestedEvents(ctx, article, 0, 0)
	must(t, err)
	if total != 2 {
		t.Fatalf("suggested %+v", waiting)
	}
	if _, err := book.AcceptEvent(ctx, waiting[0], ""); err != nil {
		t.Fatal(err)
	}
	left, _, err := book.SuggestedEvents(ctx, article, 0, 0)
	must(t, err)
	if len(left) != 1 || left[0].Key != waiting[1].Key {
		t.Fatalf("after one was accepted, there wait %+v", left)
	}
	if _, err := book.AcceptEvent(ctx, left[0], ""); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		_, err = book.Undo(ctx)
		must(t, err)
	}
	if _, total, err := book.SuggestedEvents(ctx, article, 0, 0); err != nil || total != 2 {
		t.Errorf("after undoing both, %d wait, %v", total, err)
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
	both, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "A summit"}, Participants: []notes.Participant{{Entity: gone}, {Entity: kept}}})
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
	if len(event.Participants) != 2 {
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
	if got := mentioned(t, book, second); got != 1 {
		t.Errorf("after another decision the second has %d mentions, not 1", got)
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
	_, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "A meeting"}, Date: "1843", Participants: []notes.Participant{{Entity: ada}, {Entity: carl}}})
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
	network, err := book.Network(ctx, notes.NetworkFilter{Around: ada})
	must(t, err)
	if len(network.Nodes) != 3 || network.Nodes[0].ID != ada || len(network.Ties) != 3 {
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
