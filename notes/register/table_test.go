package register_test

import (
	"fmt"
	"strings"
	"testing"

	"cuttings/notes/register"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
)

// Tables as programs write them.
func TestTablesOfOtherPrograms(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("Name\tKind\nÉva\tperson\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []register.Record{{Kind: register.Person, Name: "Éva"}}
	for label, content := range map[string]string{
		"mark":         "\ufeffkind,name\r\nperson,Éva\r\n",
		"semicolon":    "NAME;KIND\nÉva;Person",
		"tab":          "name\tkind\nÉva\tPEOPLE\n",
		"UTF-16":       utf16,
		"windows-1252": "name;kind\n\xc9va;person\n",
		"Excel":        "sep=;\r\nname;kind\r\n\"Éva\" ; person\r\n",
		"empty rows":   "\n\nname,kind\n,\nÉva,person\n\n",
		"name only":    "name\nÉva\n",
		"quoted":       "\"name\",\"kind\"\n\"Éva\",\"person\"\n",
	} {
		file := readBytes(t, "a.csv", []byte(content))
		told := 0
		if label == "name only" { // what the rows were taken for
			told = 1
		}
		if diff := same(want, file.Records); diff != "" || len(file.Problems) != told {
			t.Errorf("%s: %s %v", label, diff, file.Problems)
		}
	}
}

// What a table has and nobody reads is said, and what rows without a kind became.
func TestWhatATableIsTakenForIsSaid(t *testing.T) {
	known := "those that are read are called kind, name, aliases, description, roles, date, place, participants."
	for _, c := range []struct {
		content string
		want    []string
	}{
		{"kind,name,born,occupation\nperson,Éva,1938,baker\n", []string{"1: Nothing was taken from the columns “born”, “occupation”; " + known}},
		{"kind,name,name,\nperson,Éva,Eva,\n", []string{"1: Nothing was taken from the column “name”; " + known}},
		{"\nName;Art;Datum\nMauerfall;Ereignis;9.11.1989\n", []string{
			"2: Nothing was taken from the columns “Art”, “Datum”; " + known,
			"0: No column is called “kind”: 1 row was taken for people.",
		}},
		{"name,date\nA,\nB,\nC,2020\n", []string{"0: No column is called “kind”: 2 rows were taken for people, 1 row was taken for events, since they have a date, a place or participants."}},
		{"name,date\nC,2020\n", []string{"0: No column is called “kind”: 1 row was taken for events, since they have a date, a place or participants."}},
		{"name\n", nil},
	} {
		var got []string
		for _, p := range readBytes(t, "a.csv", []byte(c.content)).Problems {
			got = append(got, fmt.Sprintf("%d: %s", p.Line, p.Words))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q: %s", c.content, diff)
		}
	}
}

// A quotation mark that is never closed does not swallow what follows.
func TestOpenQuotationMark(t *testing.T) {
	file := readBytes(t, "a.csv", []byte("kind,name,description\nperson,A,\"x \"\"y\nperson,B,\"ok\"\nperson,C,\"5\" wide\"\n"))
	var names []string
	for _, r := range file.Records {
		names = append(names, r.Name+"="+r.Description)
	}
	want := []string{`A="x ""y`, `B=ok`, `C=5 wide"`}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	if len(file.Problems) != 1 || file.Problems[0].Line != 2 {
		t.Errorf("problems: %v", file.Problems)
	}
}

// Lines are counted in the file, over cells of several lines.
func TestLinesOfRows(t *testing.T) {
	file := readBytes(t, "a.csv", []byte("name,description\nA,\"one\r\ntwo\"\nB,\n"))
	if file.Records[0].Description != "one\ntwo" || file.Records[1].Line != 4 {
		t.Errorf("%+v", file.Records)
	}
}

func TestRolesAsTyped(t *testing.T) {
	for cell, want := range map[string]register.Role{
		"Minister":                        {Title: "Minister"},
		"Minister @ Treasury":             {Title: "Minister", Organisation: "Treasury"},
		"Minister @ Treasury (1990–1995)": {"Minister", "Treasury", "1990", "1995"},
		"Minister (1990/1995-03)":         {"Minister", "", "1990", "1995-03"},
		"Minister (1990–)":                {"Minister", "", "1990", ""},
		"Minister (1990/..)":              {"Minister", "", "1990", ""},
		"Minister (1990–95)":              {"Minister", "", "1990", "1995"},
		"Minister (aft 1990)":             {"Minister", "", "1991", ""},
		"Minister (–1995)":                {"Minister", "", "", "1995"},
		"Minister (about 1990 – ?)":       {"Minister", "", "1990~", ""},
		"Minister (since 1990)":           {"Minister", "", "1990", ""},
		"Minister (1990)":                 {"Minister", "", "1990", "1990"},
		"Minister (acting)":               {Title: "Minister (acting)"},
		"Minister (acting) (May 1990)":    {"Minister (acting)", "", "1990-05", "1990-05"},
		"@ Labour Party (Scotland)":       {Organisation: "Labour Party (Scotland)"},
		`Class of \(1990)`:                {Title: "Class of (1990)"},
	} {
		file := readBytes(t, "a.csv", []byte("name,roles\nA,"+cell+"\n"))
		if diff := cmp.Diff([]register.Role{want}, file.Records[0].Roles); diff != "" {
			t.Errorf("%s: %s", cell, diff)
		}
	}
}

// The form that the command line takes is read in a table, too; a list of titles stays one.
func TestRolesInFields(t *testing.T) {
	for cell, want := range map[string][]register.Role{
		"Mathematician | London | 1840 | 1852":           {{"Mathematician", "London", "1840", "1852"}},
		"Mathematician | London | 1840":                  {{"Mathematician", "London", "1840", ""}},
		"Mathematician | | | May 1852":                   {{"Mathematician", "", "", "1852-05"}},
		"Chair | X | 1990 | 1995; Member | | 1999; Cook": {{"Chair", "X", "1990", "1995"}, {"Member", "", "1999", ""}, {Title: "Cook"}},
		"Chair | Member | Cook":                          {{Title: "Chair"}, {Title: "Member"}, {Title: "Cook"}},
		"Chair | Member | 1990 | | |":                    {{Title: "Chair"}, {Title: "Member"}, {Title: "1990"}},
	} {
		file := readBytes(t, "a.csv", []byte("name,roles\nA,"+cell+"\n"))
		if diff := cmp.Diff(want, file.Records[0].Roles); diff != "" {
			t.Errorf("%s: %s", cell, diff)
		}
	}
	records := []register.Record{{Kind: register.Person, Name: "A", Roles: []register.Role{{Title: "B"}, {Title: "C"}, {Title: "1990"}}}}
	if diff := same(records, written(t, register.CSV, records).Records); diff != "" {
		t.Errorf("titles that are numbers: %s", diff)
	}
}

func TestDatesAsTyped(t *testing.T) {
	for cell, want := range map[string][2]string{ // with the day first
		"1815-12-10":          {"1815-12-10", ""},
		"10 December 1815":    {"1815-12-10", ""},
		"3/4/2023":            {"2023-04-03", ""},
		"2023-13-01":          {"", "2023-13-01"}, // not the 13th of January
		"22/4/2023":           {"2023-04-22", ""},
		"4/4/2023":            {"2023-04-04", ""},
		"1815? (so she said)": {"1815?", "so she said"},
		"(long ago)":          {"", "long ago"},
		"long ago":            {"", "long ago"},
		"ABT 1880":            {"1880~", ""},
		"CAL 1880":            {"1880~", "CAL 1880"}, // which EDTF does not tell from about
		"BET 1900 AND 1910":   {"[1900..1910]", ""},
		"Bef 1938":            {"../1937", ""},
		"AFT Mar 1938":        {"1938-04/..", ""},
		"1900–10":             {"1900/1910", ""},
		"1900-10":             {"1900-10", ""},
		"Feb 1712/13":         {"1713-02", "Feb 1712/13"},
		"5 Mar 1712/3":        {"1713-03-05", ""},
	} {
		file := readBytes(t, "a.csv", []byte("name,kind,date\nA,event,"+cell+"\n"))
		if r := file.Records[0]; r.Date != want[0] || r.DateWords != want[1] {
			t.Errorf("%s: %q and %q, want %q", cell, r.Date, r.DateWords, want)
		}
	}
}

// A date that is none is told, with its row and words; one that is put in brackets
// is meant to be words.
func TestNoDate(t *testing.T) {
	file := readBytes(t, "a.csv", []byte("name,kind,date\nA,event,32 Foo\nB,event,(long ago)\nC,event,1815\n"))
	if len(file.Problems) != 1 || file.Problems[0].Line != 2 || !strings.Contains(file.Problems[0].Words, "“32 Foo”") {
		t.Errorf("problems %+v", file.Problems)
	}
}

// Three numbers are read as their writer's country has them, and what they were
// read as is said where they can be meant otherwise.
func TestThreeNumbersAreReadAsTheCountryHasThem(t *testing.T) {
	content := "name,kind,date,roles\nA,event,03/04/2020,\nB,person,,Chair (1.2.2020–3.4.2020) | Member (since 1.2.2020)\nC,event,22/4/2020 to 4/4/2021,\nD,event,(03/04/2020),\n"
	for dayFirst, want := range map[bool][]string{
		true: {
			"2 “03/04/2020” was read as 2020-04-03; if 2020-03-04 is meant, write it so.",
			"3 “1.2.2020” was read as 2020-02-01; if 2020-01-02 is meant, write it so.",
			"3 “3.4.2020” was read as 2020-04-03; if 2020-03-04 is meant, write it so.",
		},
		false: {
			"2 “03/04/2020” was read as 2020-03-04; if 2020-04-03 is meant, write it so.",
			"3 “1.2.2020” was read as 2020-01-02; if 2020-02-01 is meant, write it so.",
			"3 “3.4.2020” was read as 2020-03-04; if 2020-04-03 is meant, write it so.",
		},
	} {
		file, err := register.Read("a.csv", strings.NewReader(content), dayFirst)
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, problem := range file.Problems {
			told = append(told, fmt.Sprint(problem.Line, " ", problem.Words))
		}
		if diff := cmp.Diff(want, told); diff != "" {
			t.Errorf("day first %v: %s", dayFirst, diff)
		}
	}
}

// Semicolons part the values of a cell that has no bar.
func TestSeveralValuesOfACell(t *testing.T) {
	file := readBytes(t, "a.csv", []byte("name,aliases,roles,participants\nA,B; C,Chair @ X (1990); Member,\nD,E; F | G,,\nH,I\\; J,,\nK,,,L: host; M\n"))
	want := []register.Record{
		{Kind: register.Person, Name: "A", Aliases: []string{"B", "C"}, Roles: []register.Role{{"Chair", "X", "1990", "1990"}, {Title: "Member"}}},
		{Kind: register.Person, Name: "D", Aliases: []string{"E; F", "G"}},
		{Kind: register.Person, Name: "H", Aliases: []string{"I; J"}},
		{Kind: register.Event, Name: "K", Participants: []register.Participant{{Pointer: register.Pointer{Name: "L"}, Role: "host"}, {Pointer: register.Pointer{Name: "M"}}}},
	}
	if diff := same(want, file.Records); diff != "" || len(file.Problems) != 1 { // what the rows were taken for
		t.Error(diff, file.Problems)
	}
}

// Rows that become no record are counted, also where they are too many to be told.
func TestRowsLeftOutAreCounted(t *testing.T) {
	file := readBytes(t, "a.csv", []byte("kind,name,date\nship,Titanic,\nperson,,\nevent,Fair,soon\n"))
	if len(file.Records) != 1 || file.LeftOut != 2 || len(file.Problems) != 3 {
		t.Fatalf("%+v", file)
	}
	for i, out := range []bool{true, true, false} {
		if file.Problems[i].LeftOut != out {
			t.Errorf("%+v", file.Problems[i])
		}
	}
	file = readBytes(t, "a.csv", []byte("kind,name\n"+strings.Repeat("ship,Titanic\n", 1500)))
	if file.LeftOut != 1500 {
		t.Errorf("of 1500, %d are counted", file.LeftOut)
	}
}

// Namesakes have their IDs in the table, and nobody else has.
func TestNamesakesHaveIDs(t *testing.T) {
	records := []register.Record{
		{Ref: "a", Kind: register.Person, Name: "John Smith"},
		{Ref: "b", Kind: register.Person, Name: "John Smith"},
		{Ref: "c", Kind: register.Place, Name: "John Smith"},
	}
	var refs []string
	for _, r := range written(t, register.CSV, records).Records {
		refs = append(refs, r.Ref)
	}
	if diff := cmp.Diff([]string{"a", "b", ""}, refs); diff != "" {
		t.Error(diff)
	}
	if refs := written(t, register.CSV, records[1:]).Records; refs[0].Ref != "" {
		t.Errorf("nobody shares a name, yet there is the ID %s", refs[0].Ref)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("kind;name;roles\nperson;\"A \"\"B\"\"\";x @ y (1990–)|z\n")
	f.Add("name,date,participants\nA,\"1815? (x)\",\"a: b|c\\|d\"\n\"")
	f.Fuzz(func(t *testing.T, content string) { steady(t, "a.csv", register.CSV, content) })
}

// steady holds a reader to this: what it read and wrote, it reads the same.
func steady(t *testing.T, name string, format register.Format, content string) {
	file, err := register.Read(name, strings.NewReader(content), true)
	if err != nil {
		return
	}
	for _, problem := range file.Problems {
		if problem.Line < 0 || problem.Line > strings.Count(content, "\n")+strings.Count(content, "\r")+1 {
			t.Fatalf("a problem in line %d: %s", problem.Line, problem.Words)
		}
	}
	for _, r := range file.Records {
		if r.Kind != "" && r.Name == "" {
			t.Fatalf("a record without a name: %+v", r)
		}
	}
	if format != register.CSV {
		return
	}
	again := written(t, format, file.Records)
	if diff := same(file.Records, again.Records); diff != "" {
		t.Fatal(diff)
	}
}

// An ID behind a name tells whom of several is meant; brackets that hold none
// belong to the name.
func TestIDsBehindNames(t *testing.T) {
	file := readBytes(t, "a.csv", []byte("kind,name,id,place,participants\nperson,Ada,p1,,\nperson,Ada,p2,,\n"+
		"event,Fair,,Nowhere [old],Ada [p2]: host | Ada [the elder] | Ada [35aw0542001f] | Ada \\[p1\\]\n"))
	want := register.Record{
		Kind: register.Event, Name: "Fair", Line: 4, Place: register.Pointer{Name: "Nowhere [old]"},
		Participants: []register.Participant{
			{Pointer: register.Pointer{Ref: "p2", Name: "Ada"}, Role: "host"},
			{Pointer: register.Pointer{Name: "Ada [the elder]"}},
			{Pointer: register.Pointer{Ref: "35aw0542001f", Name: "Ada"}},
			{Pointer: register.Pointer{Name: "Ada [p1]"}},
		},
	}
	if diff := cmp.Diff(want, file.Records[2]); diff != "" || len(file.Problems) > 0 {
		t.Error(diff, file.Problems)
	}
}

// Who is called like another is pointed to by the ID, and only they are.
func TestNamesakesAreWrittenWithTheirIDs(t *testing.T) {
	point := func(ref, name string) register.Participant {
		return register.Participant{Pointer: register.Pointer{Ref: ref, Name: name}}
	}
	records := []register.Record{
		{Kind: register.Person, Ref: "a", Name: "Paris"},
		{Kind: register.Place, Ref: "b", Name: "Paris"},
		{Kind: register.Person, Ref: "c", Name: "Ada", Aliases: []string{"A."}},
		{Kind: register.Event, Ref: "e", Name: "Fair", Place: register.Pointer{Ref: "b", Name: "Paris"}, Participants: []register.Participant{point("a", "Paris"), point("c", "Ada")}},
	}
	var out strings.Builder
	if _, err := register.Write(&out, register.CSV, records); err != nil {
		t.Fatal(err)
	}
	want := "kind,name,aliases,description,roles,date,place,participants,id\nperson,Paris,,,,,,,a\nplace,Paris,,,,,,,b\n" +
		"person,Ada,A.,,,,,,\nevent,Fair,,,,,Paris [b],Paris [a] | Ada,\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Error(diff)
	}
}
