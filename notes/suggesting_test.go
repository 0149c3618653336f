package notes_test

import (
	"slices"
	"testing"

	"cuttings/notes"
	"cuttings/storage/conformance"
)

// A suggested name that is spelt nearly as a known one is offered as such, if only
// the surname stands there by the company that it keeps, and not after a "no".
func TestAlikeNames(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	henri := entity(t, book, notes.KindPerson, "Ariel Henri")
	for _, name := range []string{"Claude Joseph", "Carla Barnett", "Melanie Joly"} {
		entity(t, book, notes.KindPerson, name)
	}
	entity(t, book, notes.KindPlace, "Haiti")
	conformance.Collect(
		t, book,
		conformance.Document("One", "Ariel Henri met Claude Joseph and Carla Barnett in Haiti."),
		conformance.Document("Two", "Prime Minister Ariel Henry wrote to Claude Joseph and to Carla Barnett of Haiti. Later Prime Minister Ariel Henry left."),
		conformance.Document("Three", "The prime minister, Mr Henry, thanked Claude Joseph and Carla Barnett. Mr Henry was calm, they said of Mr Henry."),
		conformance.Document("Four", "Mr Hendry sold his house. Mr Hendry was glad. They said so of Mr Hendry."),
	)
	if err := book.Settle(ctx, nil); err != nil {
		t.Fatal(err)
	}
	offered := func() (names []string) {
		t.Helper()
		alikes, err := book.AlikeNames(ctx, notes.KindPerson)
		if err != nil {
			t.Fatal(err)
		}
		for _, alike := range alikes {
			if alike.Known.ID != henri.ID || alike.Company < 0.5 {
				t.Errorf("offered %+v", alike)
			}
			names = append(names, alike.Name.Name+" "+string(alike.Why))
		}
		return names
	}
	if all := offered(); !slices.Equal(all, []string{"Ariel Henry spelling", "Henry surname"}) {
		t.Fatalf("offered %q", all)
	}
	if err := book.DecideForGood(ctx, henri.ID, "Henry", notes.Rejected); err != nil {
		t.Fatal(err)
	}
	if all := offered(); !slices.Equal(all, []string{"Ariel Henry spelling"}) {
		t.Errorf("after a no: %q", all)
	}
	if err := book.AcceptAs(ctx, "Ariel Henry", henri.ID); err != nil {
		t.Fatal(err)
	}
	if all := offered(); len(all) != 0 {
		t.Errorf("after a yes: %q", all)
	}
}

// A surname alone that is spelt otherwise than that of the one person whom the
// article names in full is no further person, and takes part as that one.
func TestRespeltSurname(t *testing.T) {
	const body = "Ariel Henry is the prime minister of Haiti. Mr Henri met Carla Barnett in Nassau on Friday. Carla Barnett thanked Mr Henri."
	for _, known := range []bool{false, true} {
		book, _ := archive(t)
		ctx := t.Context()
		if known {
			entity(t, book, notes.KindPerson, "Ariel Henry")
		}
		article := conformance.Collect(t, book, conformance.Document("One", body))[0].ID
		suggested, err := book.Suggestions(ctx, article)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range suggested.Names {
			if name.Key == "henri" {
				t.Errorf("known %t: suggested %+v", known, name)
			}
		}
		i := slices.IndexFunc(suggested.Events, func(e notes.SuggestedEvent) bool { return e.Class == "meeting" })
		if i < 0 || len(suggested.Events[i].Participants) != 2 || suggested.Events[i].Participants[0].Name != "Ariel Henry" {
			t.Errorf("known %t: events %+v", known, suggested.Events)
		}
	}
}

const called = "Alfred Mutua called Melanie Joly on Saturday, April 22. He was in Nairobi."

// What is taken for a known event gives it those who took part, and undoing that
// takes them again.
func TestKnownEventIsCompleted(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	mutua, joly := entity(t, book, notes.KindPerson, "Alfred Mutua"), entity(t, book, notes.KindPerson, "Melanie Joly")
	event, err := book.AddEntity(ctx, notes.Entity{
		Item: notes.Item{Kind: notes.KindEvent, Title: "A call"}, Participants: []notes.Participant{{Entity: mutua.ID, Role: "speaker"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	article := conformance.Collect(t, book, conformance.Document("One", called))[0].ID
	suggested, err := book.Suggestions(ctx, article)
	if err != nil || len(suggested.Events) != 1 {
		t.Fatalf("suggested %+v, %v", suggested.Events, err)
	}
	if _, err := book.AcceptEventAs(ctx, suggested.Events[0], event.ID); err != nil {
		t.Fatal(err)
	}
	want := []notes.Participant{{Entity: mutua.ID, Role: "speaker"}, {Entity: joly.ID, Role: "called"}}
	if after, err := book.Entity(ctx, event.ID); err != nil || !slices.Equal(after.Participants, want) {
		t.Errorf("took part: %+v, %v", after.Participants, err)
	}
	if _, err := book.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if after, err := book.Entity(ctx, event.ID); err != nil || !slices.Equal(after.Participants, want[:1]) {
		t.Errorf("after undoing: %+v, %v", after.Participants, err)
	}
}

const atVienna = "Klemens von Metternich opened a conference in Vienna on 16 September 1814. Vienna hosted the conference."

// The place of a suggested event is never one of those who took part in it.
func TestPlaceOfAKnownEventTakesNoPart(t *testing.T) {
	for known, want := range map[string]struct{ place, account string }{
		"Vienna": {"Vienna", ""}, "Paris": {"Paris", "Vienna"}, "": {"Vienna", ""},
	} {
		t.Run("known to be in "+known, func(t *testing.T) {
			book, _ := archive(t)
			ctx := t.Context()
			places := map[string]notes.ID{}
			for _, name := range []string{"Vienna", "Paris"} {
				places[name] = entity(t, book, notes.KindPlace, name).ID
			}
			event, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "Congress"}, Date: "1814-09-16", Place: places[known]})
			if err != nil {
				t.Fatal(err)
			}
			article := conformance.Collect(t, book, conformance.Document("One", atVienna))[0].ID
			suggested, err := book.Suggestions(ctx, article)
			if err != nil || len(suggested.Events) != 1 || suggested.Events[0].Place.Name != "Vienna" || len(suggested.Events[0].TookPart()) != 0 {
				t.Fatalf("suggested %+v, %v", suggested.Events, err)
			}
			if _, err := book.AcceptEventAs(ctx, suggested.Events[0], event.ID); err != nil {
				t.Fatal(err)
			}
			after, err := book.Entity(ctx, event.ID)
			if err != nil || after.Place != places[want.place] || len(after.Participants) != 0 {
				t.Errorf("at %s (%v) took part %+v, %v", after.Place, places, after.Participants, err)
			}
			sources, err := book.Sources(ctx, event.ID)
			if err != nil || len(sources) == 0 || sources[0].Place != want.account {
				t.Errorf("sources %+v, %v", sources, err)
			}
		})
	}
}

// A place that is accepted after its event is where that was, and takes no part.
func TestPlaceAcceptedLaterTakesNoPart(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	article := conformance.Collect(t, book, conformance.Document("One", atVienna))[0].ID
	suggested, err := book.Suggestions(ctx, article)
	if err != nil || len(suggested.Events) != 1 {
		t.Fatalf("suggested %+v, %v", suggested.Events, err)
	}
	event, err := book.AcceptEvent(ctx, suggested.Events[0], "")
	if err != nil {
		t.Fatal(err)
	}
	vienna := entity(t, book, notes.KindPlace, "Vienna")
	if after, err := book.Entity(ctx, event.ID); err != nil || after.Place != vienna.ID || len(after.Participants) != 0 {
		t.Errorf("at %s took part %+v, %v", after.Place, after.Participants, err)
	}
}

// Who is made by hand takes part in the events that were accepted before, too.
func TestMadeByHandTakesPart(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	article := conformance.Collect(t, book, conformance.Document("One", called))[0].ID
	suggested, err := book.Suggestions(ctx, article)
	if err != nil || len(suggested.Events) != 1 {
		t.Fatalf("suggested %+v, %v", suggested.Events, err)
	}
	event, err := book.AcceptEvent(ctx, suggested.Events[0], "")
	if err != nil {
		t.Fatal(err)
	}
	joly := entity(t, book, notes.KindPerson, "Mélanie Joly", "Melanie Joly")
	want := []notes.Participant{{Entity: joly.ID, Role: "called"}}
	if after, err := book.Entity(ctx, event.ID); err != nil || !slices.Equal(after.Participants, want) {
		t.Errorf("took part: %+v, %v", after.Participants, err)
	}
	if _, err := book.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if after, err := book.Entity(ctx, event.ID); err != nil || len(after.Participants) != 0 {
		t.Errorf("after undoing: %+v, %v", after.Participants, err)
	}
}

// What was accepted or refused is not suggested again when the article gets another
// date and "on Saturday" is another day; what else the sentence tells is, and undoing
// brings it back.
func TestToldOnceWhateverTheDate(t *testing.T) {
	for name, answer := range map[string]func(*testing.T, *notes.Notebook, notes.SuggestedEvent){
		"accepted": func(t *testing.T, book *notes.Notebook, event notes.SuggestedEvent) {
			if _, err := book.AcceptEvent(t.Context(), event, ""); err != nil {
				t.Fatal(err)
			}
		},
		"refused for good": func(t *testing.T, book *notes.Notebook, event notes.SuggestedEvent) {
			if err := book.Refuse(t.Context(), event.Name, notes.Refusal{Subject: notes.OfEvent, Key: event.Key}); err != nil {
				t.Fatal(err)
			}
		},
		"refused there": func(t *testing.T, book *notes.Notebook, event notes.SuggestedEvent) {
			if err := book.Refuse(t.Context(), event.Name, notes.Refusal{Article: event.Article, Subject: notes.OfEvent, Key: event.Key}); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) { toldOnce(t, answer) })
	}
}

func toldOnce(t *testing.T, answer func(*testing.T, *notes.Notebook, notes.SuggestedEvent)) {
	const body = "Alfred Mutua was arrested in Nairobi on Saturday and Melanie Joly was arrested in Nassau on Saturday. The arrest of Alfred Mutua was brief."
	book, _ := archive(t)
	ctx := t.Context()
	article := conformance.Collect(t, book, conformance.Document("One", body))[0].ID
	dated := func(date string) {
		t.Helper()
		if err := book.EditArticle(ctx, article, notes.ArticleUpdate{Date: &date}); err != nil {
			t.Fatal(err)
		}
	}
	waiting := func(want ...string) []notes.SuggestedEvent {
		t.Helper()
		suggested, err := book.Suggestions(ctx, article)
		if err != nil {
			t.Fatal(err)
		}
		all, total, err := book.SuggestedEvents(ctx, 0, 0, 0)
		if err != nil || total != len(want) {
			t.Errorf("%d wait, want %d: %v", total, len(want), err)
		}
		for _, events := range [][]notes.SuggestedEvent{suggested.Events, all} {
			var got []string
			for _, event := range events {
				got = append(got, event.Name+" "+event.Date)
			}
			if slices.Sort(got); !slices.Equal(got, want) {
				t.Errorf("suggested %q, want %q", got, want)
			}
		}
		return suggested.Events
	}
	dated("2023-05-09")
	events := waiting("Arrest of Alfred Mutua 2023-05-06", "Arrest of Melanie Joly 2023-05-06")
	answer(t, book, events[0])
	waiting("Arrest of Melanie Joly 2023-05-06")
	dated("2023-06-09")
	waiting("Arrest of Melanie Joly 2023-06-03")
	for range 2 { // the date, the answer
		if _, err := book.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	waiting("Arrest of Alfred Mutua 2023-05-06", "Arrest of Melanie Joly 2023-05-06")
}

// An event that was accepted gets who took part also when it has another date than
// its article tells by now.
func TestTakesPartWhateverTheDate(t *testing.T) {
	book, _ := archive(t)
	ctx := t.Context()
	article := conformance.Collect(t, book, conformance.Document("One", "Alfred Mutua was arrested in Nairobi on Saturday."))[0].ID
	for i, date := range []string{"2023-05-09", "2023-06-09"} {
		if err := book.EditArticle(ctx, article, notes.ArticleUpdate{Date: &date}); err != nil {
			t.Fatal(err)
		}
		suggested, err := book.Suggestions(ctx, article)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			if _, err := book.AcceptEvent(ctx, suggested.Events[0], ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	mutua := entity(t, book, notes.KindPerson, "Alfred Mutua")
	rows, _, err := book.Items(ctx, notes.ItemFilter{Kinds: []notes.Kind{notes.KindEvent}})
	if err != nil || len(rows) != 1 {
		t.Fatalf("events: %+v, %v", rows, err)
	}
	if after, err := book.Entity(ctx, rows[0].ID); err != nil || len(after.Participants) != 1 || after.Participants[0].Entity != mutua.ID {
		t.Errorf("took part: %+v, %v", after.Participants, err)
	}
}

// Part of the name of somebody who is known, or of somebody whom the text names in
// full, is not suggested as a name of its own; another's is.
func TestPartOfANameIsNoNameOfItsOwn(t *testing.T) {
	book, _ := archive(t)
	for _, name := range []string{"Jovenel Moïse", "Jean-Bertrand Aristide", "William Ruto", "Xi Jinping", "Martin Luther King Jr.", "Ariel Henry"} {
		entity(t, book, notes.KindPerson, name)
	}
	for _, test := range []struct {
		body string
		want []string
	}{
		{"President Jovenel Moïse was killed. Moïse’s widow, Martine Moïse, was hurt.", []string{"Martine Moïse"}},
		{"Jean-Bertrand Aristide spoke. Jean-Bertrand said no. Father Aristide prayed.", nil},
		{"William Ruto spoke. William said no. President Ruto left.", nil},
		{"Xi Jinping spoke. Xi left. Mr Xi said so. President Xi came.", nil},
		{"Martin Luther King Jr. spoke. King left. Dr King said so. Luther King was there.", nil},
		{"Prime Minister Ariel Henry spoke. Ariel was late.", nil},
		{"William Ruto met Prince William. William smiled.", []string{"Prince William"}},
		{"Kim Jong Un spoke. Kim left. Mr Kim said so.", []string{"Kim Jong Un"}},
		{"Prime Minister Henry left. Mr Henry said so.", []string{"Henry"}}, // who is not named in full
	} {
		article := conformance.Collect(t, book, conformance.Document("A day", test.body))[0].ID
		suggested, err := book.Suggestions(t.Context(), article)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, name := range suggested.Names {
			if name.Kind == notes.KindPerson && !slices.Contains(got, name.Name) {
				got = append(got, name.Name)
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%q: suggested %q, want %q", test.body, got, test.want)
		}
	}
}
