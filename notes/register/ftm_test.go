package register_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cuttings/notes/register"
)

// A list, and one entity over several lines, are read as lines are.
func TestFollowTheMoneyLists(t *testing.T) {
	for label, content := range map[string]string{
		"list":   "[\n{\"id\":\"a\",\n\"schema\":\"Person\",\"properties\":{\"name\":\"A\"}}\n]",
		"object": "{\n \"id\": \"a\",\n \"schema\": \"Person\",\n \"properties\": {\"name\": [\"A\"]}\n}\n",
		"mark":   "\ufeff{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}",
	} {
		file := readBytes(t, "a.json", []byte(content))
		if len(file.Records) != 1 || file.Records[0].Name != "A" || len(file.Problems) > 0 {
			t.Errorf("%s: %+v %v", label, file.Records, file.Problems)
		}
		if bytes.ContainsRune(file.Records[0].Kept, '\n') {
			t.Errorf("%s: what is kept has several lines: %s", label, file.Records[0].Kept)
		}
	}
	file := readBytes(t, "a.json", []byte("[{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}},\n{\"id\":"))
	if len(file.Records) != 1 || len(file.Problems) != 1 || file.Problems[0].Line != 2 {
		t.Errorf("a list that breaks off: %+v %v", file.Records, file.Problems)
	}
}

func TestNestedTooDeep(t *testing.T) {
	deep := `{"id":"b","schema":"Person","properties":{"x":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + "}}"
	file := readBytes(t, "a.jsonl", []byte(deep+"\n"+`{"id":"a","schema":"Person","properties":{"name":["A"]}}`))
	if len(file.Records) != 1 || len(file.Problems) != 1 || file.Problems[0].Line != 1 {
		t.Errorf("%+v %v", file.Records, file.Problems)
	}
}

// Dates that disagree are one of them; a finer one of the same is the date.
func TestDatesOfAnEvent(t *testing.T) {
	for properties, want := range map[string]string{
		`"date":["1962","1962-02-20"]`:                        "1962-02-20",
		`"date":["1962","1963"]`:                              "[1962,1963]",
		`"startDate":["1962"],"endDate":["1963-05"]`:          "1962/1963-05",
		`"startDate":["1962-02-20"],"endDate":["1962-02-20"]`: "1962-02-20",
		`"startDate":["1962"]`:                                "1962", // of its end nothing is said
		`"startDate":["1962","1962/"]`:                        "1962/",
		`"startDate":["1962"],"endDate":["one day"]`:          "1962 (1962–(one day))",
		`"endDate":["1962"]`:                                  "/1962",
		`"date":["1962-02-20T14:47:39"]`:                      "1962-02-20T14:47:39",
		`"date":["1938","1938~"]`:                             "1938~",
	} {
		file := readBytes(t, "a.json", []byte(`{"id":"e","schema":"Event","properties":{"name":["E"],`+properties+`}}`))
		got := file.Records[0].Date
		if words := file.Records[0].DateWords; words != "" {
			got += " (" + words + ")"
		}
		if got != want {
			t.Errorf("%s is %q, want %q", properties, got, want)
		}
	}
}

// What is no date is told, of an event, a person and a role; they are read all the
// same.
func TestFollowTheMoneyFaults(t *testing.T) {
	file := readBytes(t, "a.json", []byte(`{"id":"e","schema":"Event","properties":{"name":["E"],"date":["2001-13-45"]}}
{"id":"p","schema":"Person","properties":{"name":["P"],"birthDate":["1960-02-31"],"deathDate":["1999"]}}
{"id":"o","schema":"Company","properties":{"name":["O"]}}
{"id":"m","schema":"Employment","properties":{"employee":["p"],"employer":["o"],"startDate":["1990-99"],"endDate":["1991"]}}
{"id":"f","schema":"Event","properties":{"name":["F"],"date":["(one day)","1938~"],"startDate":["1938"]}}
`))
	want := map[int]string{1: "2001-13-45", 2: "1960-02-31", 4: "1990-99"}
	for _, problem := range file.Problems {
		if words := want[problem.Line]; words == "" || !strings.Contains(problem.Words, "“"+words+"” is not understood as a date") || problem.LeftOut {
			t.Errorf("told %+v", problem)
		}
	}
	if len(file.Problems) != len(want) || len(file.Records) != 4 || file.Records[0].DateWords != "2001-13-45" {
		t.Errorf("read %+v, told %v", file.Records, file.Problems)
	}
	if roles := file.Records[1].Roles; len(roles) != 1 || roles[0].From != "" || roles[0].To != "1991" {
		t.Errorf("roles %+v", roles)
	}
}

// The same entity in the same archive is written with the same IDs.
func TestIDsAreSteady(t *testing.T) {
	records := []register.Record{
		{Kind: register.Person, Ref: "@I 1@", Name: "A", Roles: []register.Role{{Title: "x", Organisation: "O"}, {Title: "y", From: "1938"}}},
		{Kind: register.Person, Name: "A"},
	}
	var first, second bytes.Buffer
	for _, out := range []*bytes.Buffer{&first, &second} {
		if _, err := register.Write(out, register.FollowTheMoney, records); err != nil {
			t.Fatal(err)
		}
	}
	if first.String() != second.String() {
		t.Errorf("first %s, then %s", first.String(), second.String())
	}
	file := readBytes(t, "a.json", first.Bytes())
	if len(file.Records) != 2 || len(file.Problems) > 0 {
		t.Errorf("two of a name: %+v %v", file.Records, file.Problems)
	}
}

func FuzzFollowTheMoney(f *testing.F) {
	f.Add(`{"id":"a","schema":"Event","properties":{"name":["A"],"date":["1938","1938~ (x)"],"involved":[{"id":"b"}]}}`)
	f.Add("[{\"id\":\"a\",\"schema\":\"Occupancy\",\"properties\":{\"holder\":[\"b\"]}}\n,{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":2}}]")
	f.Fuzz(func(t *testing.T, content string) {
		steady(t, "a.json", register.FollowTheMoney, content)
		file, err := register.Read("a.json", strings.NewReader(content), true)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if _, err := register.Write(&out, file.Format, file.Records); err != nil {
			t.Fatal(err)
		}
		if _, err := register.Read("a.json", &out, true); err != nil && len(file.Records) > 0 {
			t.Fatalf("what was written is not read: %v", err)
		}
	})
}

// A role or a part in an event of which an end is not in the file is told, and kept
// as it stood.
func TestFollowTheMoneyLinksToNothing(t *testing.T) {
	file := readBytes(t, "a.json", []byte(`{"id":"p","schema":"Person","properties":{"name":["P"]}}
{"id":"o","schema":"Company","properties":{"name":["O"]}}
{"id":"e","schema":"Event","properties":{"name":["E"]}}
{"id":"m1","schema":"Membership","properties":{"member":["p"],"organization":["gone"]}}
{"id":"m2","schema":"Directorship","properties":{"director":["nobody"],"organization":["o"]}}
{"id":"m3","schema":"Employment","properties":{"employee":["p"],"employer":["o"],"role":["clerk"]}}
{"id":"post","schema":"Position","properties":{"name":["Judge"],"organization":["court"]}}
{"id":"m4","schema":"Occupancy","properties":{"holder":["p"],"post":["post"]}}
{"id":"m5","schema":"UnknownLink","properties":{"subject":["stranger"],"object":["e"]}}
{"id":"m6","schema":"Payment","properties":{"payer":["stranger"]}}
`))
	var told []string
	for _, problem := range file.Problems {
		told = append(told, fmt.Sprint(problem.Line, " ", problem.Words))
		if problem.LeftOut {
			t.Errorf("left out: %+v", problem)
		}
	}
	want := []string{
		"4 The Membership m1 links to gone, which is not in the file.",
		"5 The Directorship m2 links to nobody, which is not in the file.",
		"8 The Occupancy m4 links to court, which is not in the file.",
		"9 The UnknownLink m5 links to stranger, which is not in the file.",
	}
	if !slices.Equal(told, want) {
		t.Errorf("told %q", told)
	}
	kept := map[string]bool{}
	for _, r := range file.Records {
		kept[r.Ref] = true
		if r.Ref == "p" && !slices.Equal(r.Roles, []register.Role{{Title: "clerk", Organisation: "O"}, {Title: "Judge"}}) {
			t.Errorf("roles %+v", r.Roles)
		}
	}
	for _, ref := range []string{"m1", "m2", "m5"} {
		if !kept[ref] {
			t.Errorf("%s is not kept", ref)
		}
	}
}

// A role whose organisation is not written is a position, with the words of both; one
// whose organisation is has a link to it. A comma parts the two, unless a backslash
// stands before it.
func TestOrganisationsOfRoles(t *testing.T) {
	roles := []register.Role{
		{Title: "Prime minister", Organisation: "Haiti"},
		{Title: "Actor, director"},
		{Title: "Editor, cuttings", Organisation: "Times, London"},
		{Title: "Professor", Organisation: "University of California, Berkeley"},
		{Organisation: "Kenya"},
		{Title: "Foreign minister", Organisation: "Kenya", From: "2022-10", To: "2023-10"},
		{Title: "Envoy", Organisation: "United Nations", From: "2017~"},
		{Title: "Teacher"},
	}
	records := []register.Record{
		{Kind: register.Person, Ref: "a", Name: "A", Roles: roles},
		{Kind: register.Place, Ref: "h", Name: "Haiti"},
		{Kind: register.Organisation, Ref: "u", Name: "United Nations"},
	}
	var out bytes.Buffer
	if _, err := register.Write(&out, register.FollowTheMoney, records); err != nil {
		t.Fatal(err)
	}
	want := `"position":["Prime minister, Haiti","Actor\\, director","Editor\\, cuttings, Times\\, London","Professor, University of California, Berkeley",", Kenya"]`
	if !strings.Contains(out.String(), want) || strings.Count(out.String(), `"Organization"`) != 1 || strings.Count(out.String(), `"Membership"`) != 1 {
		t.Errorf("written\n%s", out.String())
	}
	file := readBytes(t, "a.json", out.Bytes())
	if diff := same(records, file.Records); diff != "" {
		t.Error(diff)
	}
}

// An organisation that only a role leads to is marked, unless more is said of it.
func TestOrganisationOfARoleAlone(t *testing.T) {
	const file = `{"id":"p","schema":"Person","properties":{"name":["P"]}}
{"id":"m","schema":"Membership","properties":{"member":["p"],"organization":["o"],"role":["President"]}}
{"id":"o","schema":"Organization","properties":{"name":["Haiti"]MORE}}
`
	for more, want := range map[string]bool{
		"": true, `,"country":["ht"]`: false,
		`}}` + "\n" + `{"id":"e","schema":"Event","properties":{"name":["E"],"involved":["o"]`: false,
	} {
		records := readBytes(t, "a.json", []byte(strings.Replace(file, "MORE", more, 1))).Records
		if records[1].OfRole != want {
			t.Errorf("with %q it is %+v", more, records[1])
		}
	}
}
