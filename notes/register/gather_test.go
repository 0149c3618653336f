package register_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"cuttings/notes/register"
)

// Rows of one ID are one entity: the later ones add to the first.
func TestRowsOfOneID(t *testing.T) {
	file := readBytes(t, "a.csv", []byte(strings.Join([]string{
		"id,kind,name,aliases,description,roles,date,participants",
		"p,person,Ada,A.|Adi,Engineer.,Engineer,,",
		"q,person,Paul,,,,,",
		"p,,Adélaïde,Adi|Ad,Engineer.,Engineer|Mayor,,",
		"p,,,,From the coast.,,,",
		"e,event,Flood,,,,2024-05,Ada",
		"e,event,Flood,,,,2024-06,Ada|Paul",
		"q,organisation,Paul & Sons,,,,,",
		",person,Ada,,,,,",
	}, "\n")))
	want := []register.Record{
		{
			Kind: register.Person, Name: "Ada", Aliases: []string{"A.", "Adi", "Adélaïde", "Ad"}, Description: "Engineer.\n\nFrom the coast.",
			Roles: []register.Role{{Title: "Engineer"}, {Title: "Mayor"}},
		},
		{Kind: register.Person, Name: "Paul"},
		{
			Kind: register.Event, Name: "Flood", Date: "2024-05",
			Participants: []register.Participant{{Pointer: register.Pointer{Name: "Ada"}}, {Pointer: register.Pointer{Name: "Paul"}}},
		},
		{Kind: register.Organisation, Name: "Paul & Sons"},
		{Kind: register.Person, Name: "Ada"},
	}
	if diff := same(want, file.Records); diff != "" {
		t.Error(diff)
	}
	var told []string
	for _, p := range file.Problems {
		told = append(told, fmt.Sprint(p.Line, " ", p.Words))
	}
	if diff := cmp.Diff([]string{
		"4 The ID p was already given in line 2; this line tells more of Ada.",
		"5 The ID p was already given in line 2; this line tells more of Ada.",
		"7 The ID e was already given in line 6; this line tells more of Flood.",
		"7 Its date 2024-06 was left out, since Flood has the date 2024-05 already.",
		"8 The ID q was already given in line 3; what points to it means that one.",
	}, told); diff != "" {
		t.Error(diff)
	}
}

// What FollowTheMoney has and an archive has not is known by its schema.
func TestSchemaOfWhatIsKept(t *testing.T) {
	file := readBytes(t, "a.ftm.json", []byte(`{"id":"v","schema":"Vessel","properties":{"name":["Marie"]}}
{"id":"p","schema":"Person","properties":{"name":["Ada"]}}
{"id":"p","schema":"Person","properties":{"name":["Adélaïde"],"position":["Mayor"]}}
`))
	if len(file.Records) != 2 || file.Records[0].Kind != "" || file.Records[0].Schema() != "Vessel" {
		t.Fatalf("%+v", file.Records)
	}
	want := register.Record{Kind: register.Person, Name: "Ada", Aliases: []string{"Adélaïde"}, Roles: []register.Role{{Title: "Mayor"}}}
	if diff := same([]register.Record{want}, file.Records[1:]); diff != "" {
		t.Error(diff)
	}
	if (register.Record{}).Schema() != "" {
		t.Error("a record that nothing is kept of has a schema")
	}
}
