package cli_test

import (
	"strings"
	"testing"
)

// What was left aside of a name is said whole, and nothing else.
func TestFindSaysWhatItLeftAside(t *testing.T) {
	d := newDesk(t)
	for _, name := range []string{"Nóra O'Neill", "Zoé Vane", "Ana D'Alba"} {
		if code := d.run(t.Context(), "entity", "person", name); code != 0 {
			t.Fatal(d.err.String())
		}
	}
	for typed, want := range map[string]string{
		"nora oneill": "Nóra O'Neill  — exactly, accents, hyphens and apostrophes left aside",
		"zoe vane":    "Zoé Vane  — exactly, accents folded",
		"ana dalba":   "Ana D'Alba  — exactly, hyphens and apostrophes left aside",
		"ana d'alba":  "Ana D'Alba  — exactly",
	} {
		if code := d.run(t.Context(), "find", typed); code != 0 || !strings.Contains(d.out.String(), want+"\n") {
			t.Errorf("%q finds %q, want %q", typed, d.out.String(), want)
		}
	}
}

// Of what was never opened it is not said that it was.
func TestFindListsWhatWasNotOpened(t *testing.T) {
	d := newDesk(t)
	if code := d.run(t.Context(), "entity", "person", "Vera Quist"); code != 0 {
		t.Fatal(d.err.String())
	}
	if code := d.run(t.Context(), "find", "p:"); code != 0 || !strings.Contains(d.out.String(), "Vera Quist  — not opened yet\n") {
		t.Errorf("found %q", d.out.String())
	}
}

// Letters and a colon narrow as in the window, and the best-known comes first where
// only names of entities are read.
func TestFindNarrows(t *testing.T) {
	d := newDesk(t)
	for _, made := range [][]string{
		{"entity", "person", "Vera Quist"},
		{"entity", "person", "Vera Quast"},
		{"entity", "place", "Vera Quay"},
		{"entity", "event", "Vera Queried"},
		{"note", "Vera Quoted"},
	} {
		if code := d.run(t.Context(), made...); code != 0 {
			t.Fatal(d.err.String())
		}
	}
	d.Stdin = strings.NewReader("Vera Quist spoke. Then Vera Quist left.")
	if code := d.run(t.Context(), "import", "-"); code != 0 {
		t.Fatal(d.err.String())
	}
	for _, test := range []struct {
		typed []string
		want  []string
	}{
		{[]string{"vera qu"}, []string{"Vera Quist", "Vera Quast", "Vera Quay", "Vera Queried", "Vera Quoted"}},
		{[]string{"p:vera qu"}, []string{"Vera Quist", "Vera Quast"}},
		{[]string{"P:vera qu"}, []string{"Vera Quist", "Vera Quast"}},
		{[]string{"p:", "vera", "--limit", "1"}, []string{"Vera Quist"}},
		{[]string{"vera", "--kind", "person", "--kind", "place"}, []string{"Vera Quist", "Vera Quast", "Vera Quay"}},
		{[]string{"e:vera"}, []string{"Vera Queried"}},
		{[]string{"l:vera"}, []string{"Vera Quay"}},
		{[]string{"n:vera", "--kind", "note"}, []string{"Vera Quoted"}},
		{[]string{"a:vera"}, []string{"Vera Quist spoke. Then Vera Quist left."}},
	} {
		if code := d.run(t.Context(), append([]string{"find"}, test.typed...)...); code != 0 {
			t.Fatal(d.err.String())
		}
		lines := strings.Split(strings.TrimSpace(d.out.String()), "\n")
		if len(lines) < len(test.want) || len(lines) > len(test.want) && len(test.typed) > 0 && strings.Contains(test.typed[0], ":") {
			t.Errorf("%q finds %q", test.typed, lines)
			continue
		}
		if !strings.Contains(lines[0], test.want[0]) {
			t.Errorf("%q finds %q first, want %q", test.typed, lines[0], test.want[0])
		}
		for _, want := range test.want {
			if !strings.Contains(d.out.String(), want) {
				t.Errorf("%q does not find %q: %q", test.typed, want, lines)
			}
		}
	}
	for _, wrong := range [][]string{{">export"}, {"p:vera", "--kind", "note"}} {
		if code := d.run(t.Context(), append([]string{"find"}, wrong...)...); code != 2 {
			t.Errorf("%q: exit code %d, %s", wrong, code, d.err.String())
		}
	}
}
