package quickfind_test

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"cuttings/app/look"
	"cuttings/app/quickfind"
	"cuttings/notes"
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

func TestAnUnknownCommandIsSaidToBeNone(t *testing.T) {
	d := open(t, look.Light)
	d.typed(">zzxyqq")
	if words := d.words(); !strings.Contains(words, "No command here is called so.") {
		t.Errorf("it shows %q", words)
	}
}

// Nobody is merged into themselves: who is excepted is not offered.
func TestPickLeavesOutWhoIsExcepted(t *testing.T) {
	d := open(t, look.Light)
	for _, wanted := range []bool{true, false} {
		var except []notes.ID
		if !wanted {
			rows, _, err := d.s.Book.Items(t.Context(), notes.ItemFilter{Kinds: []notes.Kind{notes.KindPerson}})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				if row.Title == "Alfred Mutua" {
					except = append(except, row.ID)
				}
			}
		}
		quickfind.Pick(d.s, "Who?", []notes.Kind{notes.KindPerson}, func(notes.ItemRow) {}, except...)
		d.settle()
		if got := strings.Contains(d.words(), "Alfred"); got != wanted {
			t.Errorf("offered: %v, want %v: %q", got, wanted, d.words())
		}
		d.key(fyne.KeyEscape)
	}
}

// The box has the colours of the palette that was chosen while it was closed.
func TestTheBoxFollowsThePalette(t *testing.T) {
	d := open(t, look.Light)
	d.typed("mutua")
	line := theme.Color(look.Line)
	box := d.window.Canvas().Overlays().Top()
	if filled(box, line) == 0 {
		t.Fatal("no lines are drawn")
	}
	d.key(fyne.KeyEscape)
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	d.Open()
	if lines := filled(box, line); lines > 0 {
		t.Errorf("%d lines have the colour of before", lines)
	}
	d.settle()
}

// filled counts the parts of one colour in what is drawn.
func filled(o fyne.CanvasObject, colour color.Color) (count int) {
	switch o := o.(type) {
	case *canvas.Rectangle:
		if o.FillColor == colour {
			return 1
		}
	case *fyne.Container:
		for _, part := range o.Objects {
			count += filled(part, colour)
		}
	case fyne.Widget:
		for _, part := range test.WidgetRenderer(o).Objects() {
			count += filled(part, colour)
		}
	}
	return count
}
