package desktop

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A page that is reached by its keys has the keyboard, not the list that is out of
// sight: its own keys work at once.
func TestWhatIsReachedByKeysHasTheKeyboard(t *testing.T) {
	o := open(t)
	for _, keys := range []string{"Ctrl+Shift+L", "Ctrl+Shift+G"} {
		o.list.Focus()
		o.press(keys)
		o.settle()
		if o.list.Focused() {
			t.Errorf("after %s the keyboard is in the list, which is not there", keys)
		}
		focused := o.s.Window.Canvas().Focused()
		o.page.Focus()
		if got := o.s.Window.Canvas().Focused(); got != focused || got == fyne.Focusable(nil) {
			t.Errorf("after %s the keyboard is in %T, not in %T", keys, focused, got)
		}
	}
}
