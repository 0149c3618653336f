package cli_test

import (
	"strings"
	"testing"
)

func TestDatesAreTakenAsPeopleTypeThem(t *testing.T) {
	d := newDesk(t)
	path := d.file(t, "a.txt", "A summit\n\nThey met at the bridge, and said little.\n")
	d.run(t.Context(), "import", path)
	for i, c := range []struct{ typed, date, said string }{
		{"15 to 17 Feb 2023", "2023-02-15/2023-02-17", "Understood as 15–17 February 2023 (2023-02-15/2023-02-17)."},
		{"about 1938", "1938~", "(1938~)."},
		{"spring 2011", "2011-21", "(2011-21)."},
		{"22/4/2023", "2023-04-22", "Understood as 22 April 2023 (2023-04-22)."},
		{"04/05/2023", "2023-0", "would be 2023-0"},
		{"2023-04-22", "2023-04-22", ""},
	} {
		name := "Meeting " + string(rune('A'+i))
		if code := d.run(t.Context(), "entity", "event", name, "--date", c.typed); code != 0 {
			t.Fatalf("%s: exit %d: %s", c.typed, code, d.err.String())
		}
		if said := d.err.String(); !strings.Contains(said, c.said) || c.said == "" && said != "" {
			t.Errorf("%s: said %q", c.typed, said)
		}
		d.run(t.Context(), "--json", "show", name)
		if !strings.Contains(d.out.String(), `"date":"`+c.date) {
			t.Errorf("%s: %s", c.typed, d.out.String())
		}
	}
	if code := d.run(t.Context(), "edit", "A summit", "--date", "3 March 2024"); code != 0 {
		t.Errorf("edit: %s", d.err.String())
	}
	if d.run(t.Context(), "show", "A summit"); !strings.Contains(d.out.String(), "2024-03-03") {
		t.Errorf("the article has another date: %s", d.out.String())
	}
	if code := d.run(t.Context(), "edit", "Meeting A", "--date", "30 Febuary 2023"); code == 0 || !strings.Contains(d.err.String(), "“Febuary”") {
		t.Errorf("a misspelt date: exit %d, %q", code, d.err.String())
	}
	if code := d.run(t.Context(), "edit", "Meeting A", "--date", ""); code != 0 {
		t.Errorf("taking a date away: %s", d.err.String())
	}
}
