package cli_test

import (
	"strings"
	"testing"

	"cuttings/app/session"
)

// A search reads a date in three numbers as the fields for dates do, in the order of
// the system's country, and says what it took it for.
func TestSearchReadsDatesAsFieldsDo(t *testing.T) {
	d := newDesk(t)
	d.run(t.Context(), "import", d.file(t, "a.txt", "A summit\n\nThey met at the bridge, and said little.\n"))
	const typed = "3/4/2023"
	if code := d.run(t.Context(), "edit", "A summit", "--date", typed); code != 0 {
		t.Fatalf("exit %d: %s", code, d.err.String())
	}
	said := session.Date("2023-03-04", true)
	if session.DayFirst() {
		said = session.Date("2023-04-03", true)
	}
	d.run(t.Context(), "search", "after:"+typed, "before:2023-12")
	if out := d.out.String(); !strings.Contains(out, "A summit") || !strings.Contains(out, "from "+said+" or later") {
		t.Errorf("want %s: %s", said, out)
	}
	d.run(t.Context(), "search", "bridge", "before:"+typed)
	if out := d.out.String(); strings.Contains(out, "A summit") {
		t.Errorf("before its own day: %s", out)
	}
}
