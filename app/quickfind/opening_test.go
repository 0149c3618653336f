package quickfind_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"cuttings/app/look"
)

// What the box found is not there when it opens again, before it has an answer.
func TestOpeningShowsNothingOfTheLastTime(t *testing.T) {
	d := open(t, look.Light)
	d.typed("zzxyqq")
	if words := d.words(); !strings.Contains(words, "zzxyqq") || strings.Contains(words, "µs") {
		t.Fatalf("it shows %q", words)
	}
	d.key(fyne.KeyEscape)
	d.Open()
	if words := d.words(); strings.Contains(words, "zzxyqq") || strings.Contains(words, "0 found") {
		t.Errorf("it opens with %q", words)
	}
	d.settle()
}
