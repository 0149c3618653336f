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
