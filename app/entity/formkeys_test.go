package entity_test

import (
	"errors"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/app/entity"
	"cuttings/notes"
)

// focused is what the part that has the keyboard says.
func (d *desk) focused() string {
	label, ok := d.window.Canvas().Focused().(interface{ AccessibilityLabel() string })
	if !ok {
		return ""
	}
	return label.AccessibilityLabel()
}

// keyed is a window that leads shortcuts as one on a screen does: the test
// driver's knows none.
type keyed struct {
	fyne.Window
	canvas keyedCanvas
}

type keyedCanvas struct {
	fyne.Canvas
	handler fyne.ShortcutHandler
}

func (k *keyed) Canvas() fyne.Canvas { return &k.canvas }

func (c *keyedCanvas) AddShortcut(shortcut fyne.Shortcut, handle func(fyne.Shortcut)) {
	c.handler.AddShortcut(shortcut, handle)
}

func (k *keyed) ctrlEnter() {
	shortcut := &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}
	if focused, ok := k.canvas.Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(shortcut)
		return
	}
	k.canvas.handler.TypedShortcut(shortcut)
}

// The keyboard goes on among the chips of an event when one is added or removed,
// and Ctrl+Enter answers the form from any of its parts.
func TestEventIsFilledInByKeyboard(t *testing.T) {
	d := open(t, ready{"One": "Nothing."})
	vienna := d.add(notes.Entity{}, notes.KindPlace, "Vienna")
	ada, carl := d.add(notes.Entity{}, notes.KindPerson, "Ada Byron"), d.add(notes.Entity{}, notes.KindPerson, "Carl Dahl")
	window := &keyed{Window: d.window, canvas: keyedCanvas{Canvas: d.window.Canvas()}}
	d.s.Window = window
	var made notes.Item
	entity.AskEvent(d.s, "1843", func(item notes.Item) { made = item })
	d.settle()
	d.typed("A meeting")
	pick := func(chip, typed, next string) {
		t.Helper()
		d.press(chip)
		d.typed(typed)
		d.key(fyne.KeyReturn)
		if got := d.focused(); got != next {
			t.Fatalf("after %q the keyboard is at %q, not at %q", typed, got, next)
		}
	}
	pick("+ participant", "Ada", "+ participant")
	pick("+ place", "Vien", "Vienna  place")
	d.key(fyne.KeyDelete)
	if got := d.focused(); got != "Ada Byron" {
		t.Errorf("after removing the place the keyboard is at %q", got)
	}
	pick("+ place", "Vien", "Vienna  place")
	pick("+ participant", "Carl", "+ participant")
	window.ctrlEnter()
	d.settle()
	event, err := d.s.Book.Entity(t.Context(), made.ID)
	if err != nil || event.Place != vienna || len(event.Participants) != 2 || event.Participants[0].Entity != ada || event.Participants[1].Entity != carl {
		t.Errorf("made %+v, %v", event, err)
	}
	for tabs := range 9 { // the fields, the chips, the buttons, the kinds
		entity.AskEvent(d.s, "1843", func(notes.Item) {})
		d.settle()
		d.typed("Another")
		for range tabs {
			d.window.Canvas().FocusNext()
		}
		window.ctrlEnter()
		d.settle()
		if d.window.Canvas().Overlays().Top() != nil {
			t.Fatalf("from %d parts on, Ctrl+Enter leaves the form open", tabs)
		}
	}
}

// What no article could name, or would be cut, is not taken as a name.
func TestNamesThatAreNone(t *testing.T) {
	d := open(t, nil)
	for typed, said := range map[string]string{
		"*** ///": "letters or digits", strings.Repeat("long", 300): "too long", " ": "A name is needed",
	} {
		entity.Ask(d.s, notes.KindPerson, typed, func(notes.Item) { t.Errorf("%.20q was made", typed) })
		d.settle()
		d.key(fyne.KeyReturn)
		if !d.says(said) {
			t.Errorf("%.20q: it is not said %q", typed, said)
		}
		d.key(fyne.KeyEscape)
	}
	if _, err := d.s.Book.AddEntity(t.Context(), notes.Entity{Item: notes.Item{Kind: notes.KindPerson, Title: "***"}}); !errors.Is(err, notes.ErrInvalid) {
		t.Errorf("added with signs alone: %v", err)
	}
}

// A place in the trash is said to be there.
func TestAPlaceInTheTrash(t *testing.T) {
	d := open(t, nil)
	place := d.add(notes.Entity{}, notes.KindPlace, "Vienna")
	event := d.add(notes.Entity{Place: place}, notes.KindEvent, "A meeting")
	if err := d.s.Book.Delete(t.Context(), place); err != nil {
		t.Fatal(err)
	}
	d.show(event)
	if !d.says("Vienna (in the trash)") {
		t.Error("its page does not say it")
	}
}
