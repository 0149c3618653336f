package cli_test

import (
	"encoding/json"
	"strings"
	"testing"
)

// Without a kind all kinds are looked through; the limit is of each.
func TestAlikeListsAllKinds(t *testing.T) {
	d := newDesk(t)
	for _, one := range [][2]string{
		{"person", "Mélanie Joly"},
		{"person", "Melanie Joly"},
		{"person", "Jorge Ñúñez"},
		{"person", "Jorge Nunez"},
		{"organisation", "Sûreté du Québec"},
		{"organisation", "Surete du Quebec"},
		{"place", "Cité Soleil"},
		{"place", "Cite Soleil"},
	} {
		if code := d.run(t.Context(), "entity", one[0], one[1]); code != 0 {
			t.Fatal(d.err.String())
		}
	}
	for _, c := range []struct {
		arguments []string
		kinds     string
		total     int
	}{
		{nil, "person person organisation place", 4},
		{[]string{"--limit", "1"}, "person organisation place", 4},
		{[]string{"place"}, "place", 1},
	} {
		d.run(t.Context(), append([]string{"--json", "alike"}, c.arguments...)...)
		var answer struct {
			Pairs []struct {
				A struct{ Kind string }
			}
			Total int
		}
		if err := json.Unmarshal(d.out.Bytes(), &answer); err != nil {
			t.Fatal(err, d.out.String(), d.err.String())
		}
		var kinds []string
		for _, pair := range answer.Pairs {
			kinds = append(kinds, pair.A.Kind)
		}
		if got := strings.Join(kinds, " "); got != c.kinds || answer.Total != c.total {
			t.Errorf("alike %v: %q of %d, want %q of %d", c.arguments, got, answer.Total, c.kinds, c.total)
		}
	}
	if d.run(t.Context(), "alike"); !strings.Contains(d.out.String(), "Cite Soleil  — place: name\n") {
		t.Errorf("it says\n%s", d.out.String())
	}
}
