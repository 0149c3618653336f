package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/parts"
)

// The sheet of letters and lines says how much each is, and each press is seen.
func TestComfortSheetSaysTheValues(t *testing.T) {
	o := open(t)
	o.chooseComfort()
	said := func() string {
		var all []string
		for _, object := range test.LaidOutObjects(o.s.Window.Canvas().Overlays().Top()) {
			if p, ok := object.(*parts.Paragraph); ok {
				all = append(all, p.Words())
			}
		}
		return strings.Join(all, "|")
	}
	press := func(sign string, n int) {
		for _, object := range test.LaidOutObjects(o.s.Window.Canvas().Overlays().Top()) {
			if b, ok := object.(*parts.TextButton); ok && b.AccessibilityLabel() == sign {
				if n--; n < 0 {
					b.Tapped(&fyne.PointEvent{})
					return
				}
			}
		}
		t.Fatalf("there is no button %q", sign)
	}
	before := said()
	for _, want := range []string{"|17|", " letters|", "|1.6|"} {
		if !strings.Contains(before, want) {
			t.Errorf("%q is not in %q", want, before)
		}
	}
	press("+", 0)
	press("−", 1)
	press("+", 2)
	after := said()
	for _, want := range []string{"|19|", "|1.8|"} {
		if !strings.Contains(after, want) {
			t.Errorf("%q is not in %q", want, after)
		}
	}
	if o.set.Comfort.Letters() < 30 || o.set.Comfort.Letters() >= parseLetters(before) {
		t.Errorf("%d letters, before %q", o.set.Comfort.Letters(), before)
	}
}

// parseLetters returns the number before " letters".
func parseLetters(words string) int {
	before, _, _ := strings.Cut(words, " letters")
	n := 0
	for _, r := range before[strings.LastIndex(before, "|")+1:] {
		n = 10*n + int(r-'0')
	}
	return n
}
