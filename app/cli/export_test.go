package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// What a file of family history has no room for is said.
func TestNamesThatAFileHasNoRoomForAreSaid(t *testing.T) {
	d := newDesk(t)
	for _, command := range [][]string{
		{"entity", "person", "Ada Vane"},
		{"entity", "place", "Graz", "--alias", "Gradec", "--alias", "Grätz", "--description", "A town."},
		{"entity", "event", "Summit", "--place", "Graz", "--participant", "Ada Vane"},
	} {
		if code := d.run(t.Context(), command...); code != 0 {
			t.Fatalf("%v: exit %d, %s", command, code, d.err.String())
		}
	}
	d.run(t.Context(), "entity", "export", filepath.Join(t.TempDir(), "all.ged"))
	for _, words := range []string{
		"2 other names of places, organisations or events have no place in it.", "1 description of a place or organisation has no place in it.",
	} {
		if !strings.Contains(d.out.String(), words) {
			t.Errorf("it is not said %q:\n%s", words, d.out.String())
		}
	}
}
