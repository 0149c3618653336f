package cli_test

import (
	"bytes"
	"context"
	"fmt"
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
