package session

import (
	"strings"

	"fyne.io/fyne/v2"
)

// CommandKeys says the keys of a command in words: "Ctrl+Shift+F".
func CommandKeys(command Command) string {
	shortcut, ok := command.Shortcut.(fyne.KeyboardShortcut)
	if !ok {
		return command.Keys
	}
	var keys []string
	for _, modifier := range []struct {
		is   fyne.KeyModifier
		name string
	}{
		{fyne.KeyModifierControl, "Ctrl"},
		{fyne.KeyModifierSuper, "Cmd"},
		{fyne.KeyModifierAlt, "Alt"},
		{fyne.KeyModifierShift, "Shift"},
	} {
		if shortcut.Mod()&modifier.is != 0 {
			keys = append(keys, modifier.name)
		}
	}
	return strings.Join(append(keys, string(shortcut.Key())), "+")
}
