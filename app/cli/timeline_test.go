package cli_test

import (
	"regexp"
	"strings"
	"testing"
)

// What the sources of an event say otherwise is in each form of a timeline; a
// month that holds the event's day is nothing else.
func TestTimelineHasTheAccountsThatDiffer(t *testing.T) {
	d := newDesk(t)
	d.run(t.Context(), "import", d.file(t, "a.txt", "The murder\n\nIt was in July 2021. He died on the 6th, they say. Of 28 men, some fled.\n"))
	d.run(t.Context(), "entity", "event", "Murder", "--date", "2021-07-07")
	id := regexp.MustCompile(`"id":"([^"]+)"`)
	for quotation, account := range map[string][]string{
		"It was in July 2021": {"--date", "July 2021"}, "He died on the 6th": {"--date", "2021-07-06"}, "Of 28 men": {"--number", "28 men"},
	} {
		if code := d.run(t.Context(), "--json", "highlight", "The murder", "--quote", quotation); code != 0 {
			t.Fatalf("highlight: %s", d.err.String())
		}
		highlight := id.FindStringSubmatch(d.out.String())[1]
		if code := d.run(t.Context(), append([]string{"source", "Murder", highlight}, account...)...); code != 0 {
			t.Fatalf("source: %s", d.err.String())
		}
	}
	for _, c := range []struct {
		arguments []string
		want      []string
	}{
		{[]string{"--json", "timeline"}, []string{`"sources":3,"differ":2`, `"date":"2021-07-06"`, `"number":"28 men"`}},
		{[]string{"timeline", "--format", "csv"}, []string{"2021-07-06 — The murder; 28 men — The murder"}},
		{[]string{"timeline", "--format", "json"}, []string{`"accounts": [`, `"date": "2021-07-06"`, `"number": "28 men"`, `"source": "The murder"`}},
	} {
		d.run(t.Context(), c.arguments...)
		for _, words := range c.want {
			if !strings.Contains(d.out.String(), words) {
				t.Errorf("%v: %q is not in %s", c.arguments, words, d.out.String())
			}
		}
		if strings.Contains(d.out.String(), `2021-07"`) {
			t.Errorf("%v: the month is an account that differs: %s", c.arguments, d.out.String())
		}
	}
}
