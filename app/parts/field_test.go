package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// A bare field keeps the size of its words and has no ground, before and after
// the palette is changed and whether or not something was typed.
func TestBareField(t *testing.T) {
	start(t)
	field := parts.NewBareField("Find", look.SizeQuery)
	window := test.NewTempWindow(t, field)
	check := func(when, words string) {
		t.Helper()
		shown := false
		for _, object := range test.LaidOutObjects(field) {
			switch o := object.(type) {
			case *canvas.Text:
				if o.TextSize != look.QuerySize {
					t.Errorf("%s: %q has the size %v", when, o.Text, o.TextSize)
				}
				shown = shown || o.Text == words
			case *canvas.Rectangle:
				if o.StrokeWidth != 0 {
					t.Errorf("%s: there is a border of %v", when, o.StrokeWidth)
				}
			}
		}
		if !shown {
			t.Errorf("%s: %q is not shown", when, words)
		}
		if ground := field.Theme().Color("inputBackground", 0); ground != look.Current(look.Clear) {
			t.Errorf("%s: the ground is %v", when, ground)
		}
	}
	check("at first", "Find")
	test.Type(field, "Mutua")
	check("typed into", "Mutua")
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	window.Content().Refresh()
	check("in the dark", "Mutua")
	if height := field.MinSize().Height; height < look.QuerySize || height > 60 {
		t.Errorf("the field is %v high", height)
	}
}
