package conformance

import (
	"errors"
	"slices"
	"testing"

	"cuttings/notes"
	"cuttings/notes/anchor"
)

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
	for _, account := range []struct {
		date   string
		differ int
	}{{"2021-07-06", 1}, {"2021-07", 0}, {"2021-07-06/2021-07-07", 0}, {"2021-08", 1}} {
		must(t, book.SetSource(ctx, notes.Source{Event: event.ID, Highlight: sources[0].Highlight, Date: account.date}))
		counts, err := book.SourceCounts(ctx)
		must(t, err)
		if counts[event.ID] != (notes.SourceCount{All: 1, Differ: account.differ}) {
			t.Errorf("with the date %s, counts %+v", account.date, counts)
		}
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
		_, err = book.AcceptEventAs(ctx, waiting[0], known.ID)
		must(t, err)
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
