package desktop

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestRefusalClosesByKey(t *testing.T) {
	app := test.NewTempApp(t)
	for _, key := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyReturn} {
		w := newRefusal(app, "This file is not a Cuttings archive.")
		w.Show()
		closed := false
		w.SetOnClosed(func() { closed = true })
		w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
		if !closed {
			t.Errorf("%s does not close it", key)
		}
	}
}
