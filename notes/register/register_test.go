package register_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cuttings/notes/register"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What each sample says, and what is written of it in each format, is in files
// to be read beside the sample.
func TestSamples(t *testing.T) {
	for _, name := range []string{"people.csv", "story.ftm.json", "old.ged", "new.ged"} {
		file := readFile(t, name)
		golden(t, name+".read", []byte(show(file)))
		for format, ending := range map[register.Format]string{
			register.CSV: "csv", register.FollowTheMoney: "ftm.json", register.GEDCOM: "ged",
		} {
			var out bytes.Buffer
			left, err := register.Write(&out, format, file.Records)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&out, "left out: %d\n", left.Records)
			golden(t, name+".as."+ending, out.Bytes())
		}
	}
}

func readFile(t *testing.T, name string) register.File {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return readBytes(t, name, data)
}

func readBytes(t *testing.T, name string, data []byte) register.File {
	t.Helper()
	file, err := register.Read(name, bytes.NewReader(data), true)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return file
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// show writes what was read so that a person can check it.
func show(file register.File) string {
	var b strings.Builder
	line := func(label, words string) {
		if words != "" {
			fmt.Fprintf(&b, "    %s: %s\n", label, strings.ReplaceAll(words, "\n", "\n        "))
		}
	}
	for _, r := range file.Records {
		fmt.Fprintf(&b, "%d %s [%s] %s\n", r.Line, r.Kind, r.Ref, r.Name)
		line("aliases", strings.Join(r.Aliases, " | "))
		line("description", r.Description)
		for _, role := range r.Roles {
			line("role", fmt.Sprintf("%q @ %q %q %q", role.Title, role.Organisation, role.From, role.To))
		}
		line("date", r.Date)
		line("in words", r.DateWords)
		line("place", r.Place.Name)
		for _, p := range r.Participants {
			line("participant", fmt.Sprintf("[%s] %s: %s", p.Ref, p.Name, p.Role))
		}
		if r.Kind == "" {
			line("kept", string(r.Kept))
		}
	}
	for _, problem := range file.Problems {
		fmt.Fprintf(&b, "! %d %s\n", problem.Line, problem.Words)
	}
	return b.String()
}

func TestFormatsAreToldByContent(t *testing.T) {
	for _, example := range []struct{ name, content, want string }{
		{"export.txt", "0 HEAD\n1 GEDC\n2 VERS 7.0\n0 TRLR\n", "gedcom"},
		{"export.csv", `{"id":"a","schema":"Person","properties":{"name":["A"]}}`, "ftm"},
		{"export.dat", "kind,NAME\nperson,A\n", "csv"},
		{"export.ged", "\ufeff0 HEAD\n", "gedcom"},
		{"export.xml", "<people/>", ""},
		{"people.csv", "who,what\nA,B\n", ""},
		{"people.json", "{}", ""},
		{"people.ged", "hello\n", ""},
	} {
		file, err := register.Read(example.name, strings.NewReader(example.content), true)
		if string(file.Format) != example.want {
			t.Errorf("%s %q is %q, want %q", example.name, example.content, file.Format, example.want)
		}
		if (example.want == "") != errors.Is(err, register.ErrNotRegister) {
			t.Errorf("%s %q: %v", example.name, example.content, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	_, err := register.Read("a.csv", &endless{}, true)
	if !errors.Is(err, register.ErrTooLarge) {
		t.Errorf("an endless file: %v", err)
	}
}

type endless struct{}

func (*endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestProblemsAreCounted(t *testing.T) {
	file := readBytes(t, "a.csv", []byte("name,kind\n"+strings.Repeat("A,animal\n", 1500)))
	if len(file.Problems) != 1001 || !strings.HasPrefix(file.Problems[1000].Words, "500 more") {
		t.Errorf("%d problems, the last %q", len(file.Problems), file.Problems[len(file.Problems)-1].Words)
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := register.Write(&bytes.Buffer{}, "xlsx", nil); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("an unknown format: %v", err)
	}
}

// In an empty file is nobody, whatever its format.
func TestEmptyFilesAreAlike(t *testing.T) {
	for _, name := range []string{"a.csv", "a.ged", "a.ftm.json"} {
		for _, content := range []string{"", "\n", "\ufeff", " \r\n\n"} {
			file, err := register.Read(name, strings.NewReader(content), true)
			if err != nil || len(file.Records)+len(file.Problems)+file.LeftOut > 0 {
				t.Errorf("%s of %q: %+v, %v", name, content, file, err)
			}
		}
	}
}

// What is wrong with a line is said in words, not in those of the program.
func TestFaultyLinesOfFollowTheMoneyAreSaidInWords(t *testing.T) {
	content := `{"id":"a","schema":"Person","properties":{"name":["A"]}}` + "\n" + `["a"]` + "\n" + `{"id":"b","schema":["Person"]}` + "\n" + `{"id":"c" "schema"` + "\n"
	file := readBytes(t, "a.ftm.json", []byte(content))
	if file.LeftOut == 0 || len(file.Problems) == 0 {
		t.Fatalf("nothing is told: %+v", file)
	}
	for _, p := range file.Problems {
		t.Log(p.Line, p.Words)
		for _, word := range []string{"unmarshal", "struct", "Go ", "invalid character"} {
			if strings.Contains(p.Words, word) {
				t.Errorf("line %d says %q", p.Line, p.Words)
			}
		}
	}
}
