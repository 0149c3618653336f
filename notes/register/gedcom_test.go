package register_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"cuttings/notes/register"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
)

// Dates as the specification writes them and as programs do, and what a table
// of the conversion between the calendars says.
func TestGEDCOMDates(t *testing.T) {
	for value, want := range map[string][2]string{
		"12 MAR 1938":                          {"1938-03-12", ""},
		"MAR 1938":                             {"1938-03", ""},
		"1938":                                 {"1938", ""},
		"12 March 1938":                        {"1938-03-12", ""},
		"12 mar 1938":                          {"1938-03-12", ""},
		"@#DGREGORIAN@ 12 MAR 1938":            {"1938-03-12", ""},
		"ABT 1938":                             {"1938~", ""},
		"EST 1938":                             {"1938~", "EST 1938"},
		"BEF MAR 1938":                         {"../1938-02", ""},
		"AFT 12 MAR 1938":                      {"1938-03-13/..", ""},
		"BET 1930 AND 1938":                    {"[1930..1938]", ""},
		"BET 1930 AND MAR 1938":                {"[1930-01..1938-03]", "BET 1930 AND MAR 1938"},
		"FROM 1930 TO 1938":                    {"1930/1938", ""},
		"FROM 1930":                            {"1930/", ""},
		"TO 1938":                              {"/1938", ""},
		"44 B.C.":                              {"-0043", ""},
		"44 BCE":                               {"-0043", ""},
		"(Easter, they said)":                  {"", "Easter, they said"},
		"INT 31 DEC 1887 (a Christmas letter)": {"1887-12-31", "a Christmas letter"},
		"@#DJULIAN@ 25 OCT 1917":               {"1917-11-07", "JULIAN 25 OCT 1917"},
		"@#DJULIAN@ 2 SEP 1752":                {"1752-09-13", "JULIAN 2 SEP 1752"},
		"@#DJULIAN@ 4 OCT 1582":                {"1582-10-14", "JULIAN 4 OCT 1582"},
		"@#DJULIAN@ 29 FEB 1700":               {"1700-03-11", "JULIAN 29 FEB 1700"},
		"@#DJULIAN@ 1 MAR 1700":                {"1700-03-12", "JULIAN 1 MAR 1700"},
		"@#DJULIAN@ 14 OCT 1066":               {"1066-10-20", "JULIAN 14 OCT 1066"},
		"@#DJULIAN@ 15 MAR 44 B.C.":            {"-0043-03-13", "JULIAN 15 MAR 44 B.C."},
		"@#DJULIAN@ 29 FEB 1701":               {"", "JULIAN 29 FEB 1701"},
		"@#DJULIAN@ 11 FEB 1731/32":            {"1732-02-22", "JULIAN 11 FEB 1731/32"},
		"BET @#DJULIAN@ 1 JAN 1700 AND 1701":   {"[1700-01-11..1701-12-31]", "BET JULIAN 1 JAN 1700 AND 1701"},
		"JULIAN 1700":                          {"1700~", "JULIAN 1700"},
		"11 FEB 1699/00":                       {"1700-02-11", "11 FEB 1699/00"},
		"1731/32":                              {"[1731,1732]", "1731/32"},
		"@#DFRENCH R@ 12 VEND 3":               {"", "FRENCH_R 12 VEND 3"},
		"@#DHEBREW@ 2 TVT 5758":                {"", "HEBREW 2 TVT 5758"},
		"31 FEB 1938":                          {"", "31 FEB 1938"},
		"12 MAR 85":                            {"", "12 MAR 85"},
		"3/4/1938":                             {"", "3/4/1938"},
		"1938-03-12":                           {"1938-03-12", ""},
		"BET 1938 AND 1930":                    {"", "BET 1938 AND 1930"},
	} {
		content := "0 HEAD\n0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE " + value + "\n0 TRLR\n"
		file := readBytes(t, "a.ged", []byte(content))
		birth := file.Records[1]
		if birth.Date != want[0] || birth.DateWords != want[1] {
			t.Errorf("%s: %q and %q, want %q", value, birth.Date, birth.DateWords, want)
		}
		again := written(t, register.GEDCOM, file.Records)
		if diff := same(file.Records, again.Records); diff != "" {
			t.Errorf("%s: %s", value, diff)
		}
	}
}

// The same name in the encodings that the format has had.
func TestGEDCOMEncodings(t *testing.T) {
	file := func(said, name string) []byte {
		return []byte("0 HEAD\n1 CHAR " + said + "\n0 @I1@ INDI\n1 NAME " + name + "\n0 TRLR\n")
	}
	const name = "Łukasz Müller Ångström"
	little, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(file("UNICODE", name))
	if err != nil {
		t.Fatal(err)
	}
	big, err := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().Bytes(file("UNICODE", name))
	if err != nil {
		t.Fatal(err)
	}
	for label, example := range map[string]struct {
		data []byte
		want string
	}{
		"UTF-8":            {file("UTF-8", name), name},
		"UTF-16":           {little, name},
		"UTF-16 unmarked":  {big, name},
		"ANSEL":            {file("ANSEL", "\xa1ukasz M\xe8uller \xeaAngstr\xe8om"), name},
		"ANSEL, two marks": {file("ANSEL", "\xe3\xe2A"), "Ấ"},
		"ANSI":             {file("ANSI", "M\xfcller"), "Müller"},
		"ANSEL that is not": {
			file("ANSEL", name), name,
		},
		"MS-DOS": {file("IBMPC", "M\x81ller"), "Müller"},
	} {
		got := readBytes(t, "a.ged", example.data)
		if len(got.Records) != 1 || got.Records[0].Name != example.want || len(got.Problems) > 0 {
			t.Errorf("%s: %+v %v", label, got.Records, got.Problems)
		}
	}
	got := readBytes(t, "a.ged", file("UTF-8", "M\xfcller"))
	if got.Records[0].Name != "Müller" || len(got.Problems) != 1 {
		t.Errorf("what says UTF-8 and is not: %+v %v", got.Records, got.Problems)
	}
}

// What belongs to a broken line is not given to the line before it.
func TestBrokenLineTakesItsOwnAlong(t *testing.T) {
	file := readBytes(t, "a.ged", []byte("0 HEAD\r0 @I1@ INDI\r1 NAME A\r1 DEAT Y\r1 B-RT\r2 DATE 1938\r1 BURI\r4 DATE 1940\r2 PLAC Here\r0 TRLR\r"))
	if len(file.Records) != 4 || file.Records[1].Date != "" || file.Records[2].Place.Name != "Here" {
		t.Errorf("%+v", file.Records)
	}
	if len(file.Problems) != 2 || file.Problems[0].Line != 5 || file.Problems[1].Line != 8 {
		t.Errorf("%v", file.Problems)
	}
}

// A file that was cut off is read as far as it goes, and that it was is said.
func TestFileThatEndsEarly(t *testing.T) {
	file := readBytes(t, "a.ged", []byte("0 HEAD\n0 @I1@ INDI\n1 NAME A\n0 @I2@ INDI\n1 NAME Be"))
	if len(file.Records) != 2 || file.LeftOut != 0 {
		t.Errorf("%+v", file)
	}
	if len(file.Problems) != 1 || file.Problems[0].Line != 5 || !strings.Contains(file.Problems[0].Words, "ends early") {
		t.Errorf("%+v", file.Problems)
	}
}

// Dates that are none and pointers to nothing are told, each at its line, and the
// rest is read. Phrases and other calendars are no faults.
func TestGEDCOMFaults(t *testing.T) {
	file := readBytes(t, "a.ged", []byte(`0 HEAD
0 @I1@ INDI
1 NAME A
1 BIRT
2 DATE 31 FEB 1860
1 DEAT
2 DATE (on a Sunday)
1 BURI
2 DATE @#DHEBREW@ 2 TVT 5612
1 OCCU Smith
2 DATE 30 FEB 1880
1 FAMS @F1@
1 FAMC @F9@
1 NOTE @N9@
0 @F1@ FAM
1 HUSB @I1@
1 WIFE @I99@
1 CHIL @VOID@
1 MARR
2 DATE 1885
2 SOUR @S9@
2 ASSO @I98@
0 TRLR
`))
	var got []string
	for _, problem := range file.Problems {
		got = append(got, fmt.Sprint(problem.Line, " ", problem.Words))
	}
	want := []string{
		"5 “31 FEB 1860” is not understood as a date; no date was taken from it.",
		"11 “30 FEB 1880” is not understood as a date; no date was taken from it.",
		"13 It points to F9, which is not in the file.",
		"14 It points to N9, which is not in the file.",
		"17 It points to I99, which is not in the file.",
		"19 It points to I98, which is not in the file.",
		"21 It points to S9, which is not in the file.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
	if len(file.Records) != 5 || file.LeftOut != 0 || file.Records[1].DateWords != "31 FEB 1860" || file.Records[4].Date != "1885" {
		t.Errorf("read %+v", file.Records)
	}
}

// The marriage of two is written as a family, with the couple's name for it.
func TestMarriageIsOfAFamily(t *testing.T) {
	couple := []register.Participant{{Pointer: register.Pointer{Ref: "a"}, Role: "spouse"}, {Pointer: register.Pointer{Ref: "b"}, Role: "spouse"}}
	records := []register.Record{
		{Kind: register.Person, Ref: "a", Name: "A"},
		{Kind: register.Person, Ref: "b", Name: "B"},
		{Kind: register.Event, Name: "Marriage of A and B", Date: "1938", Participants: couple},
		{Kind: register.Event, Name: "Fair", Participants: []register.Participant{{Pointer: register.Pointer{Name: "Nobody"}}}},
	}
	var out bytes.Buffer
	left, err := register.Write(&out, register.GEDCOM, records)
	if err != nil || left != (register.Omitted{Records: 1}) {
		t.Errorf("%+v left out, %v; want the fair, at which no person was", left, err)
	}
	if want := "0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 MARR\n2 DATE 1938\n"; !strings.Contains(out.String(), want) {
		t.Errorf("no family in\n%s", out.String())
	}
}

// Only one name of a place, an organisation or an event is written; the others are
// counted, as are descriptions of places, but not of what is left out whole.
func TestGEDCOMTellsWhichNamesItLeavesOut(t *testing.T) {
	records := []register.Record{
		{Kind: register.Person, Ref: "a", Name: "A", Aliases: []string{"Ay"}, Description: "A person."},
		{
			Kind: register.Event, Name: "Summit", Aliases: []string{"Talks"}, Description: "It was long.", Place: register.Pointer{Name: "Graz"},
			Participants: []register.Participant{{Pointer: register.Pointer{Ref: "a"}}},
		},
		{Kind: register.Place, Name: "Graz", Aliases: []string{"Gradec", "Grätz"}, Description: "A town."},
		{Kind: register.Place, Name: "Linz", Aliases: []string{"Lentia"}, Description: "A town."},
	}
	var out bytes.Buffer
	left, err := register.Write(&out, register.GEDCOM, records)
	if want := (register.Omitted{Records: 1, Names: 3, Descriptions: 1}); err != nil || left != want {
		t.Errorf("left out %+v, %v; want %+v", left, err, want)
	}
	for _, format := range []register.Format{register.CSV, register.FollowTheMoney} {
		if left, err := register.Write(&out, format, records); err != nil || left != (register.Omitted{}) {
			t.Errorf("%s leaves out %+v, %v", format, left, err)
		}
	}
}

// A place that events name is one record of each name. A place or an organisation
// that took part is one again; of whom only the name is known, it stays a name.
func TestGEDCOMPlaces(t *testing.T) {
	at := func(name string) register.Pointer { return register.Pointer{Name: name} }
	records := []register.Record{
		{Kind: register.Person, Ref: "a", Name: "A"},
		{Kind: register.Event, Ref: "b", Name: "Birth of A", Place: at("Graz"), Participants: []register.Participant{{Pointer: register.Pointer{Ref: "a", Name: "A"}, Role: "born"}}},
		{Kind: register.Event, Ref: "s", Name: "Summit", Place: at("Graz"), Participants: []register.Participant{
			{Pointer: register.Pointer{Ref: "a", Name: "A"}},
			{Pointer: register.Pointer{Ref: "h", Name: "Haiti"}, Role: "guest"},
			{Pointer: at("Union"), Role: "host"},
			{Pointer: at("Nobody")},
		}},
		{Kind: register.Place, Ref: "g", Name: "Graz"},
		{Kind: register.Place, Ref: "h", Name: "Haiti"},
		{Kind: register.Organisation, Ref: "u", Name: "Union"},
	}
	if diff := same(records, written(t, register.GEDCOM, records).Records); diff != "" {
		t.Error(diff)
	}
}

func FuzzGEDCOM(f *testing.F) {
	f.Add("0 HEAD\n1 CHAR ANSEL\n0 @I1@ INDI\n1 NAME \xe8A /B/\n1 BIRT\n2 DATE @#DJULIAN@ 11 FEB 1731/32\n")
	f.Add("0 HEAD\n1 GEDC\n2 VERS 7.0\n0 @I1@ INDI\n1 OCCU x\n2 DATE\n3 PHRASE y\n0 @F1@ FAM\n1 HUSB @I1@\n1 MARR\n2 ASSO @VOID@\n3 PHRASE z\n")
	f.Fuzz(func(t *testing.T, content string) { steady(t, "a.ged", register.GEDCOM, content) })
}

func FuzzGEDCOMDate(f *testing.F) {
	f.Add("BET @#DJULIAN@ 1 JAN 1700 AND 44 BCE")
	f.Add("INT 1 MAY 1900/01 (x)")
	f.Fuzz(func(t *testing.T, value string) {
		if strings.ContainsAny(value, "\n\r") {
			return
		}
		file, err := register.Read("a.ged", strings.NewReader("0 HEAD\n0 @I1@ INDI\n1 NAME A\n1 BIRT\n2 DATE "+value+"\n"), true)
		told := func(p register.Problem) bool { return !strings.Contains(p.Words, "not understood as a date") }
		if err != nil || slices.ContainsFunc(file.Problems, told) {
			return
		}
		again := written(t, register.GEDCOM, file.Records)
		if diff := same(file.Records, again.Records); diff != "" {
			t.Fatal(diff)
		}
	})
}
