package cli_test

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// stoppingAt stops the work when something is written that holds some words.
type stoppingAt struct {
	*bytes.Buffer
	words string
	stop  func()
}

func (s *stoppingAt) Write(b []byte) (int, error) {
	if bytes.Contains(b, []byte(s.words)) {
		s.stop()
	}
	return s.Buffer.Write(b)
}

func TestStoppingAFileOfNamesSaysWhatIsIn(t *testing.T) {
	d := newDesk(t)
	var rows strings.Builder
	rows.WriteString("kind,name\n")
	for i := range 1200 {
		fmt.Fprintf(&rows, "person,Person Number%d\n", i)
	}
	path := d.file(t, "names.csv", rows.String())
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	d.Terminal = true
	d.Stderr = &stoppingAt{&d.err, "bringing in names: 500 of 1200", stop}
	if code := d.run(ctx, "entity", "import", path); code != 1 {
		t.Fatalf("exit %d", code)
	}
	if said := d.err.String(); !strings.Contains(said, "Stopped after 500 of 1200 names") || !strings.Contains(said, "reading names.csv") {
		t.Errorf("said %q", said)
	}
	d.Stderr, d.Terminal = &d.err, false
	d.run(t.Context(), "entity", "import", path)
	if !strings.HasPrefix(d.out.String(), "700 added, 500 already here") {
		t.Errorf("the same command again says %q", d.out.String())
	}
}

// Rows that are no entity fail the command and are counted; what an event names
// that is nowhere is said each time.
func TestRowsOfATableThatDoNotComeAreSaid(t *testing.T) {
	d := newDesk(t)
	path := d.file(t, "a.csv", "kind,name,date,place\nship,Titanic,,\nevent,Fair,03/04/2020,Nowhere\nevent,Feast,2023-13-01,\n")
	for _, status := range []string{"1 already here", "2 already here"} {
		if status == "1 already here" {
			d.run(t.Context(), "entity", "event", "Feast")
		}
		if code := d.run(t.Context(), "entity", "import", path); code != 1 {
			t.Errorf("exit %d", code)
		}
		for _, words := range []string{status + ", 1 failed", "line 3: Fair — nothing in the file or the archive is called “Nowhere”", "“03/04/2020” was read as 2020-0", "“2023-13-01” is not understood as a date"} {
			if !strings.Contains(d.out.String(), words) {
				t.Errorf("%q is not in\n%s", words, d.out.String())
			}
		}
	}
	d.run(t.Context(), "--json", "entity", "import", path)
	for _, words := range []string{`"failed":1`, `"line":2,"words":"“ship” is no kind and the row was left out; write person, organisation, place or event.","left_out":true`, `"lost":["Nowhere"]`} {
		if !strings.Contains(d.out.String(), words) {
			t.Errorf("%q is not in\n%s", words, d.out.String())
		}
	}
	date := regexp.MustCompile(`"date":"[^"]*"`)
	d.run(t.Context(), "--json", "show", "Fair")
	table := date.FindString(d.out.String())
	d.run(t.Context(), "entity", "event", "Typed", "--date", "03/04/2020")
	if d.run(t.Context(), "--json", "show", "Typed"); table == "" || table != date.FindString(d.out.String()) {
		t.Errorf("the table has %s, what is typed %s", table, date.FindString(d.out.String()))
	}
}

// A row that can be either of two is not put into one of them unsaid.
func TestARowOfANamesakeSaysWhereItWent(t *testing.T) {
	d := newDesk(t)
	d.run(t.Context(), "entity", "person", "Ada Byron")
	first := strings.Fields(d.out.String())[1]
	d.run(t.Context(), "entity", "person", "Ada Byron")
	d.run(t.Context(), "entity", "import", d.file(t, "a.csv", "kind,name\nperson,Ada Byron\n"))
	if said := d.out.String(); !strings.Contains(said, "line 2: Ada Byron — several here are called so, and it was taken for the oldest, "+first) {
		t.Errorf("it says %s%s", said, d.err.String())
	}
}
