package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// What is cut off does not end with the dot that parts one thing said from the next.
func TestAnEllipsisStandsBehindWords(t *testing.T) {
	test.NewTempApp(t)
	runs := []Run{{Words: "one thing"}, {Words: "  ·  "}, {Words: "another"}, {Words: "  ·  "}, {Words: "a third, which is longer"}}
	for width := float32(40); width < 300; width++ {
		done := wrap(runs, width, 1, 1, false)
		pieces := done.lines[0].pieces
		if last := pieces[len(pieces)-1].words; done.cut && (strings.Contains(last, "·") || last == "…" && len(pieces) > 1) {
			t.Errorf("at %v it ends with %q", width, last)
		}
	}
}
