package cli_test

import (
	"strings"
	"testing"
)

func TestHelpIsACommandToo(t *testing.T) {
	d := newDesk(t)
	for _, arguments := range [][]string{{"help"}, {"help", "search"}, {"help", "entity", "import"}} {
		if code := d.run(t.Context(), arguments...); code != 0 {
			t.Errorf("%v: exit %d, %s", arguments, code, d.err.String())
		}
		said := d.out.String()
		d.run(t.Context(), append(arguments[1:], "--help")...)
		if said == "" || said != d.out.String() {
			t.Errorf("%v says\n%s\nnot\n%s", arguments, said, d.out.String())
		}
	}
	if code := d.run(t.Context(), "help", "nothing"); code != 2 || !strings.Contains(d.err.String(), "nothing") {
		t.Errorf("exit %d, said %q", code, d.err.String())
	}
}
