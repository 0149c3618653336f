package desktop

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/parts"
)

// F1 lists the keys; what is typed leaves those that have it, in name or key.
func TestKeysAreSifted(t *testing.T) {
	o := open(t)
	o.pressed(fyne.KeyF1)
	says := func(words string) bool {
		for _, object := range test.LaidOutObjects(o.s.Window.Canvas().Overlays().Top()) {
			if p, ok := object.(*parts.Paragraph); ok && strings.Contains(p.Words(), words) {
				return true
			}
		}
		return false
	}
	if !says("New note") || !says("Timeline") {
		t.Fatal("the keys are not listed")
	}
	o.typed("ctrl n")
	if !says("New note") || says("Timeline") {
		t.Error("they are not sifted by key")
	}
	o.typed("othing")
	if !says("No command with a key has this.") {
		t.Error("it does not say that there is none")
	}
	o.pressed(fyne.KeyEscape)
	if o.s.Window.Canvas().Overlays().Top() != nil {
		t.Error("Escape does not close the sheet")
	}
}
