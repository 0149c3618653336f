package register_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"cuttings/notes/register"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var dates = []string{
	"1985-04-12", "1985-04", "1985", "1984?", "2004-06~", "2004-06-11%", "201X", "1985-XX-XX", "2001-21",
	"1964/2008", "2004-06/2006-08", "1938~/1940", "1985/", "/1985", "1985/..", "../1985-04", "-0043", "0085-03",
	"[1667,1668]", "[1930..1938]", "{1667,1668}", "[..1984]", "1985-04-12T23:20:30Z", "Y17000", "0000", "1700~/",
}

// phrase draws words with the characters that mean something in some format,
// with single spaces and none at the ends.
func phrase(t *rapid.T, label, characters string) string {
	word := rapid.StringOfN(rapid.RuneFrom([]rune(characters)), 1, 5, -1)
	return strings.Join(rapid.SliceOfN(word, 1, 4).Draw(t, label), " ")
}

const awkward = "aéŁ日1985|\\@:()–/,;\"'-~?[]{}#_"

func drawDate(t *rapid.T, label string) string {
	return rapid.SampledFrom(append([]string{""}, dates...)).Draw(t, label)
}

func drawRole(t *rapid.T) register.Role {
	r := register.Role{From: drawDate(t, "from"), To: drawDate(t, "to")}
	if rapid.Bool().Draw(t, "titled") {
		r.Title = phrase(t, "title", awkward)
	}
	if r.Title == "" || rapid.Bool().Draw(t, "employed") {
		r.Organisation = phrase(t, "organisation", awkward)
	}
	return r
}

// drawRecords draws a person, a place and an event with several participants.
func drawRecords(t *rapid.T, characters string) []register.Record {
	person := register.Record{
		Kind: register.Person, Ref: "p", Name: "P" + phrase(t, "person", characters),
		Description: phrase(t, "first", awkward) + "\n\n" + phrase(t, "second", awkward),
	}
	if rapid.Bool().Draw(t, "alias") {
		person.Aliases = []string{"A" + phrase(t, "alias", characters), "B" + phrase(t, "alias", characters)}
	}
	place := register.Record{Kind: register.Place, Ref: "l", Name: "L" + phrase(t, "place", awkward)}
	event := register.Record{
		Kind: register.Event, Ref: "e", Name: "E" + phrase(t, "event", awkward), Date: drawDate(t, "date"),
		Place: register.Pointer{Ref: "l", Name: place.Name},
		Participants: []register.Participant{
			{Pointer: register.Pointer{Ref: "p", Name: person.Name}, Role: phrase(t, "part", awkward)},
			{Pointer: register.Pointer{Name: "Q" + phrase(t, "other", awkward)}},
		},
	}
	if rapid.Bool().Draw(t, "words") {
		event.DateWords = phrase(t, "words", awkward)
	}
	return []register.Record{person, place, event}
}

func written(t rapid.TB, format register.Format, records []register.Record) register.File {
	t.Helper()
	var out bytes.Buffer
	if left, err := register.Write(&out, format, records); err != nil || left.Records != 0 {
		t.Fatalf("%+v left out, %v", left, err)
	}
	file, err := register.Read("it", &out, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(file.Problems) > 0 {
		t.Fatalf("%v", file.Problems)
	}
	return file
}

// same compares without the lines, the bytes as they stood, and IDs.
func same(want, got []register.Record) string {
	return cmp.Diff(bare(want), bare(got))
}

func bare(records []register.Record) []register.Record {
	var all []register.Record
	for _, r := range records {
		r.Line, r.Ref, r.Kept, r.OfRole, r.Place.Ref = 0, "", nil, false, ""
		participants := r.Participants
		r.Participants = nil
		for _, p := range participants {
			p.Ref = ""
			r.Participants = append(r.Participants, p)
		}
		all = append(all, r)
	}
	return all
}

func TestTableReadsBackWithoutLoss(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := drawRecords(t, awkward)
		for range rapid.IntRange(0, 3).Draw(t, "roles") {
			records[0].Roles = append(records[0].Roles, drawRole(t))
		}
		if diff := same(records, written(t, register.CSV, records).Records); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Only what people are called may not have the slash in it that marks a
// surname. The place of the event comes last.
func TestGEDCOMReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := drawRecords(t, strings.ReplaceAll(awkward, "/", ""))
		for range rapid.IntRange(0, 3).Draw(t, "roles") {
			records[0].Roles = append(records[0].Roles, drawRole(t))
		}
		got := written(t, register.GEDCOM, records).Records
		if diff := same([]register.Record{records[0], records[2], records[1]}, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Who only was a name becomes an entity, since an event can name nobody
// otherwise.
func TestFollowTheMoneyReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		records := drawRecords(t, awkward)
		organisation := register.Record{Kind: register.Organisation, Name: "O" + phrase(t, "employer", awkward)}
		for range rapid.IntRange(0, 3).Draw(t, "roles") {
			role := drawRole(t)
			if role.Organisation != "" && rapid.Bool().Draw(t, "written") {
				role.Organisation = organisation.Name
			}
			if !slices.Contains(records[0].Roles, role) { // one that is twice is read once
				records[0].Roles = append(records[0].Roles, role)
			}
		}
		records = append(records, organisation)
		records[2].Participants[1].Role = "organiser"
		got := written(t, register.FollowTheMoney, records).Records
		var kept []register.Record
		for _, r := range got {
			if r.Name != records[2].Participants[1].Name {
				kept = append(kept, r)
			}
		}
		for i, r := range kept {
			if r.Kind == register.Event && len(r.Participants) == 2 { // organisers come first
				kept[i].Participants = []register.Participant{r.Participants[1], r.Participants[0]}
			}
		}
		if diff := same(records, kept); diff != "" {
			t.Fatal(diff)
		}
	})
}

// What was read of FollowTheMoney and not changed is written word for word.
func TestKeptWordForWord(t *testing.T) {
	file := readFile(t, "story.ftm.json")
	var out bytes.Buffer
	if _, err := register.Write(&out, register.FollowTheMoney, file.Records); err != nil {
		t.Fatal(err)
	}
	for _, r := range file.Records {
		if r.Name != "Flight of Friendship 7" && !bytes.Contains(out.Bytes(), append(r.Kept, '\n')) {
			t.Errorf("not written as it stood: %s", r.Kept)
		}
	}
	again := readBytes(t, "again.ftm.json", out.Bytes())
	for _, records := range [][]register.Record{file.Records, again.Records} {
		slices.SortFunc(records[0].Roles, func(a, b register.Role) int { return strings.Compare(a.Title, b.Title) })
	}
	if diff := same(file.Records, again.Records); diff != "" {
		t.Error(diff)
	}
}

// A change is written, and what is not understood beside it stays.
func TestChangeKeepsTheRest(t *testing.T) {
	file := readFile(t, "story.ftm.json")
	r := file.Records[0]
	r.Name, r.Description = "K. Johnson", "Shorter.\n\nBorn: 1918-08-26\nCountry: us"
	var out bytes.Buffer
	if _, err := register.Write(&out, register.FollowTheMoney, []register.Record{r}); err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(out.String(), "\n")
	for _, want := range []string{`"K. Johnson"`, `"description":["Shorter."]`, `"wikidataId":["Q467128"]`, `"birthDate":["1918-08-26"]`} {
		if !strings.Contains(line, want) {
			t.Errorf("no %s in %s", want, line)
		}
	}
	if strings.Contains(line, "trajectories") {
		t.Errorf("the old summary is still in %s", line)
	}
}
