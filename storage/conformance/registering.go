package conformance

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"cuttings/notes"
	"cuttings/notes/register"
)

// What a file tells of somebody who is there already is taken or named, and can be
// undone; IDs keep namesakes apart on the way out and in again.
func registering(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	bring := func(name string, content []byte) []notes.Registered {
		file, err := register.Read(name, bytes.NewReader(content), true)
		must(t, err)
		all, err := book.Register(ctx, file, nil)
		must(t, err)
		return all
	}
	ada, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Ada Byron"}, Description: "Of London."})
	must(t, err)
	got := bring("a.csv", []byte("kind,name,aliases,description\nperson,Ada Byron,Countess Lovelace,Of Paris.\n"))[0]
	if got.ID != ada.ID || !slices.Equal(got.Added, []string{"Countess Lovelace"}) || !slices.Equal(got.Kept, []string{"description"}) {
		t.Errorf("registered %+v", got)
	}
	one, err := book.Entity(ctx, ada.ID)
	must(t, err)
	if one.Description != "Of London." || !slices.Equal(one.Aliases, []string{"Countess Lovelace"}) {
		t.Errorf("she is %+v", one)
	}
	_, err = book.Undo(ctx)
	must(t, err)
	if one, err = book.Entity(ctx, ada.ID); err != nil || len(one.Aliases) != 0 {
		t.Errorf("after undoing she is %+v, %v", one, err)
	}

	second, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Ada Byron"}, Description: "A footballer."})
	must(t, err)
	for name, format := range map[string]register.Format{"a.csv": register.CSV, "a.ftm.json": register.FollowTheMoney, "a.ged": register.GEDCOM} {
		var out bytes.Buffer
		_, _, err := book.ExportEntities(ctx, &out, format, notes.KindPerson)
		must(t, err)
		if all := bring(name, out.Bytes()); len(all) != 2 || all[0].Status != notes.StatusDuplicate || all[1].Status != notes.StatusDuplicate || all[0].ID == all[1].ID {
			t.Errorf("%s: brought in where they are: %+v", name, all)
		}
		must(t, book.Delete(ctx, ada.ID, second.ID))
		all := bring(name, out.Bytes())
		if len(all) != 2 || all[0].Status != notes.StatusAdded || all[1].Status != notes.StatusAdded {
			t.Errorf("%s: brought in anew: %+v", name, all)
		}
		if len(all) == 2 && all[0].Status == notes.StatusAdded {
			must(t, book.Delete(ctx, all[0].ID, all[1].ID))
		}
		must(t, book.Restore(ctx, ada.ID, second.ID))
	}

	choosing(t, bring, ada.ID, second.ID)
	pointing(t, book, bring, second.ID)
}

// completed holds that who is there gets what is missing, and keeps what is not.
func completed(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	bring := func(name string, content []byte) []notes.Registered {
		file, err := register.Read(name, bytes.NewReader(content), true)
		must(t, err)
		all, err := book.Register(ctx, file, nil)
		must(t, err)
		return all
	}
	addEntity(t, book, notes.KindPerson, "José Müller")
	lab := addEntity(t, book, notes.KindPlace, "The lab")
	addEntity(t, book, notes.KindEvent, "The fair")
	file := []byte("kind,name,description,roles,date,place,participants\nperson,José Müller,A chemist.,Chemist @ Lab,,,\nevent,The fair,,,2020,The lab,José Müller: host | José Müller: guest\n")
	all := bring("d.csv", file)
	if !slices.Equal(all[0].Taken, []string{"description", "roles"}) || !slices.Equal(all[1].Taken, []string{"date", "place", "participants"}) || len(all[0].Kept)+len(all[1].Kept) > 0 {
		t.Errorf("completed %+v", all)
	}
	one, err := book.Entity(ctx, all[0].ID)
	must(t, err)
	fair, err := book.Entity(ctx, all[1].ID)
	must(t, err)
	if one.Description != "A chemist." || len(one.Roles) != 1 || fair.Date != "2020" || fair.Place != lab ||
		!slices.Equal(fair.Participants, []notes.Participant{{Entity: one.ID, Role: "host, guest"}}) {
		t.Errorf("he is %+v, it is %+v", one, fair)
	}
	for _, again := range bring("d.csv", file) {
		if len(again.Taken)+len(again.Kept) > 0 {
			t.Errorf("the second time %+v", again)
		}
	}
	all = bring("e.csv", []byte("kind,name,description,roles,date,participants\nperson,José Müller,A baker.,Baker,,\nevent,The fair,,,2020-05,José Müller: judge\n"))
	if !slices.Equal(all[0].Kept, []string{"description", "roles"}) || !slices.Equal(all[1].Kept, []string{"date", "participants"}) || len(all[0].Taken)+len(all[1].Taken) > 0 {
		t.Errorf("what is there otherwise: %+v", all)
	}
}

// rolesOfPlaces holds that a place which the words of a role name stays the only one of
// its name, on the way out and in again and from a file that made an organisation of it.
func rolesOfPlaces(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	addEntity(t, book, notes.KindPlace, "Haiti")
	addEntity(t, book, notes.KindOrganisation, "United Nations")
	roles := []notes.Role{
		{Title: "Envoy", Organisation: "United Nations", From: "2017~"},
		{Title: "Prime minister", Organisation: "Haiti"},
		{Title: "President", Organisation: "Haiti", From: "2021-07-20", To: "2024-04-25"},
	}
	person, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "Ariel Henry"}, Aliases: []string{"Henry"}, Roles: roles})
	must(t, err)
	person, err = book.Entity(ctx, person.ID)
	must(t, err)
	var out bytes.Buffer
	_, _, err = book.ExportEntities(ctx, &out, register.FollowTheMoney)
	must(t, err)
	bring := func(content []byte) []notes.Registered {
		file, err := register.Read("a.ftm.json", bytes.NewReader(content), true)
		must(t, err)
		all, err := book.Register(ctx, file, nil)
		must(t, err)
		return all
	}
	all := bring(out.Bytes())
	var ids []notes.ID
	for _, one := range all {
		ids = append(ids, one.ID)
		if one.Status != notes.StatusDuplicate || len(one.Added)+len(one.Taken)+len(one.Kept) > 0 {
			t.Errorf("where it was it came in as %+v", one)
		}
	}
	if again, err := book.Entity(ctx, person.ID); err != nil || !again.Changed.Equal(person.Changed) {
		t.Errorf("changed to %+v, %v", again, err)
	}
	for _, one := range bring([]byte(`{"id":"p","schema":"Person","properties":{"name":["Ariel Henry"]}}
{"id":"m","schema":"Membership","properties":{"member":["p"],"organization":["o"],"role":["President"]}}
{"id":"o","schema":"Organization","properties":{"name":["Haiti"]}}
`)) {
		if one.Status != notes.StatusDuplicate {
			t.Errorf("of the words of a role came %+v", one)
		}
	}
	must(t, book.Delete(ctx, ids...))
	all = bring(out.Bytes())
	if len(all) != 3 {
		t.Fatalf("%d came in anew: %+v", len(all), all)
	}
	for _, one := range all {
		if one.Status != notes.StatusAdded {
			t.Errorf("anew it came in as %+v", one)
		}
		if one.Record.Kind != register.Person {
			continue
		}
		if again, err := book.Entity(ctx, one.ID); err != nil || !slices.Equal(again.Roles, roles) || !slices.Equal(again.Aliases, person.Aliases) {
			t.Errorf("anew the person is %+v, %v", again, err)
		}
	}
}

// placesOfGEDCOM holds that a place which an event names is made when the file comes
// in, once, unless one is called so.
func placesOfGEDCOM(t *testing.T, book *notes.Notebook) {
	ctx := t.Context()
	vienna, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindPlace, Title: "Vienna"}, Aliases: []string{"Wien"}})
	must(t, err)
	const content = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n0 @I1@ INDI\n1 NAME Erwin /Auer/\n" +
		"1 BIRT\n2 DATE 1887\n2 PLAC Graz\n1 BURI\n2 PLAC Graz\n1 DEAT\n2 PLAC Wien\n1 RESI\n2 PLAC Vienna\n0 TRLR\n"
	for _, status := range []notes.Status{notes.StatusAdded, notes.StatusDuplicate} {
		file, err := register.Read("a.ged", strings.NewReader(content), true)
		must(t, err)
		all, err := book.Register(ctx, file, nil)
		must(t, err)
		places := map[string]notes.ID{}
		for _, one := range all {
			if one.Record.Kind == register.Place {
				places[one.Record.Name] = one.ID
			}
			known := one.ID == vienna.ID
			if one.Status != status && !known || len(one.Lost)+len(one.Unsure)+len(one.Kept)+len(one.Added)+len(one.Taken) > 0 {
				t.Errorf("it came in as %+v", one)
			}
		}
		if len(all) != 8 || len(places) != 3 || places["Wien"] != vienna.ID || places["Vienna"] != vienna.ID {
			t.Errorf("%d records, with the places %v", len(all), places)
		}
		for _, one := range all {
			if one.Record.Kind != register.Event {
				continue
			}
			if event, err := book.Entity(ctx, one.ID); err != nil || event.Place != places[one.Record.Place.Name] {
				t.Errorf("%s was at %s, %v", one.Record.Name, event.Place, err)
			}
		}
	}
}

// choosing holds that a record which can be either of two namesakes goes into the oldest
// and says so, but where an ID, or another record of the file, says which is meant.
func choosing(t *testing.T, bring func(string, []byte) []notes.Registered, first, second notes.ID) {
	const head, person = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n", " INDI\n1 NAME Ada /Byron/\n"
	for _, c := range []struct {
		name, content string
		to            []notes.ID
		chosen        []bool
	}{
		{"a.csv", "kind,name\nperson,Ada Byron\n", []notes.ID{first}, []bool{true}},
		{"a.csv", "kind,name,id\nperson,Ada Byron," + second.String() + "\n", []notes.ID{second}, []bool{false}},
		{"a.csv", "kind,name,id\nperson,Ada Byron,7\nperson,Ada Byron,8\n", []notes.ID{first, second}, []bool{true, false}},
		{"a.ged", head + "0" + person + "0 TRLR\n", []notes.ID{first}, []bool{true}},
		{"a.ged", head + "0 @I1@" + person + "0 TRLR\n", []notes.ID{first}, []bool{true}},
	} {
		all := bring(c.name, []byte(c.content))
		if len(all) != len(c.to) {
			t.Errorf("%q came in as %+v", c.content, all)
			continue
		}
		for i, one := range all {
			if one.ID != c.to[i] || one.Chosen != c.chosen[i] {
				t.Errorf("%q: %d went into %s, chosen: %v", c.content, i, one.ID, one.Chosen)
			}
		}
	}
}

// pointing holds events to the one of two namesakes that is meant: by the ID behind
// the name; without one the oldest is taken, and that is said.
func pointing(t *testing.T, book *notes.Notebook, bring func(string, []byte) []notes.Registered, second notes.ID) {
	ctx := t.Context()
	match, err := book.AddEntity(ctx, notes.Entity{Item: notes.Item{Kind: notes.KindEvent, Title: "The match"}, Participants: []notes.Participant{{Entity: second, Role: "keeper"}}})
	must(t, err)
	for _, kinds := range [][]notes.Kind{nil, {notes.KindEvent}} {
		var out bytes.Buffer
		_, _, err = book.ExportEntities(ctx, &out, register.CSV, kinds...)
		must(t, err)
		must(t, book.Delete(ctx, match.ID))
		all := bring("a.csv", out.Bytes())
		last := all[len(all)-1]
		again, err := book.Entity(ctx, last.ID)
		must(t, err)
		if last.Status != notes.StatusAdded || !slices.Equal(again.Participants, match.Participants) || len(last.Unsure) > 0 {
			t.Errorf("of %v, the match came in as %+v, %+v", kinds, last, again.Participants)
		}
		must(t, book.Delete(ctx, again.ID))
		must(t, book.Restore(ctx, match.ID))
	}
	if got := bring("b.csv", []byte("kind,name,participants\nevent,A talk,Ada Byron\n"))[0]; !slices.Equal(got.Unsure, []string{"Ada Byron"}) {
		t.Errorf("of a name that two have, it is said %+v", got)
	}
	for _, status := range []notes.Status{notes.StatusAdded, notes.StatusDuplicate} {
		got := bring("c.csv", []byte("kind,name,place,participants\nevent,A walk,Nowhere,Nobody\n"))[0]
		if got.Status != status || !slices.Equal(got.Lost, []string{"Nowhere", "Nobody"}) {
			t.Errorf("of an event with a place and a person that nothing is called, it is said %+v", got)
		}
	}
}

// Namesakes of a file have births of their own, which are there the second time.
func birthsOfNamesakes(t *testing.T, book *notes.Notebook) {
	content := "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n" +
		"0 @I1@ INDI\n1 NAME Maria /Eklund/\n1 BIRT\n2 DATE 3 MAY 1860\n0 @I2@ INDI\n1 NAME Maria /Eklund/\n1 BIRT\n2 DATE 7 JUN 1888\n0 TRLR\n"
	for _, status := range []notes.Status{notes.StatusAdded, notes.StatusDuplicate} {
		file, err := register.Read("namesakes.ged", strings.NewReader(content), true)
		must(t, err)
		all, err := book.Register(t.Context(), file, nil)
		must(t, err)
		if len(all) != 4 {
			t.Fatalf("%d of 4 records", len(all))
		}
		for _, got := range all {
			if got.Status != status || len(got.Kept) > 0 {
				t.Errorf("%s %s: %s, %q stayed as it was", got.Record.Kind, got.Record.Name, got.Status, got.Kept)
			}
		}
	}
}
