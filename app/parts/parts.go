// Package parts holds the small widgets that every pane is made of: rows,
// chips, tabs, fields, wrapped paragraphs, virtual lists, floating panels and
// resizable panes. A part takes data and callbacks; it asks no service, knows
// no article and no note, and names no colour or size but by package look.
package parts

import (
	"strings"

	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// drawing is the renderer of every part: its objects and what is done with them.
type drawing struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	colour  func() // reads the theme anew
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Layout(size fyne.Size)        { d.layout(size) }
func (d *drawing) MinSize() fyne.Size           { return d.min() }
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) Refresh()                     { d.colour() }

// place puts a text at its own size with its middle at a height.
func place(t *canvas.Text, x, middle float32) {
	size := t.MinSize()
	t.Resize(size)
	t.Move(fyne.NewPos(x, middle-size.Height/2))
}

// Ellipsis shortens words to a width, with "…" where it cut.
func Ellipsis(words string, font look.Font, size, width float32) string {
	if look.Measure(words, font, size).Width <= width {
		return words
	}
	letters := []rune(words)
	low, high := 0, len(letters)
	for low < high {
		mid := (low + high + 1) / 2
		if look.Measure(string(letters[:mid])+"…", font, size).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(letters[:low]), " ") + "…"
}

// ring is the outline that shows focus.
// NewRing makes the ring around what has the keyboard; it is hidden.
func NewRing(corner float32) *canvas.Rectangle {
	r := canvas.NewRectangle(look.Current(look.Clear))
	r.StrokeWidth, r.CornerRadius = look.OutlineWidth, corner
	r.Hide()
	return r
}

// ShowRing shows the ring while its widget has the keyboard.
func ShowRing(w fyne.Widget, r *canvas.Rectangle, focused bool) {
	r.FillColor, r.StrokeColor = look.Colour(w, look.Clear), look.Colour(w, look.Accent)
	r.Hidden = !focused
	r.Refresh()
}
