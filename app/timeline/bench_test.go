package timeline_test

import (
	"io"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/look"
	"cuttings/app/timeline"
)

// large is a chart of 10,000 events.
func large(b *testing.B) *timeline.Chart {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(look.New(look.Light))
	c := timeline.New(timeline.Callbacks{})
	window := test.NewTempWindow(b, c)
	window.Resize(fyne.NewSize(1232, 782))
	c.SetData(crowd(b, 10_000))
	return c
}

// BenchmarkPan measures from one step of the arrow key to the objects of its
// frame at their places.
func BenchmarkPan(b *testing.B) {
	for name, scale := range map[string]timeline.Scale{"years": timeline.Years, "months": timeline.Months, "days": timeline.Days} {
		b.Run(name, func(b *testing.B) {
			c := large(b)
			c.SetScale(scale)
			key := fyne.KeyRight
			i := 0
			for b.Loop() {
				if i++; i%40 == 0 {
					key = map[fyne.KeyName]fyne.KeyName{fyne.KeyRight: fyne.KeyLeft, fyne.KeyLeft: fyne.KeyRight}[key]
				}
				c.TypedKey(&fyne.KeyEvent{Name: key})
			}
		})
	}
}

// BenchmarkZoom measures one notch of the wheel.
func BenchmarkZoom(b *testing.B) {
	c := large(b)
	by := float32(25)
	i := 0
	for b.Loop() {
		if i++; i%40 == 0 {
			by = -by
		}
		c.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(600, 300)}, Scrolled: fyne.NewDelta(0, by)})
	}
}

// BenchmarkSetData measures until 10,000 events are drawn.
func BenchmarkSetData(b *testing.B) {
	c := large(b)
	d := crowd(b, 10_000)
	for b.Loop() {
		c.SetData(d)
	}
}

// BenchmarkPicture measures a picture of 400 events that all have a card.
func BenchmarkPicture(b *testing.B) {
	c := large(b)
	c.SetData(crowd(b, 400))
	for b.Loop() {
		if err := c.WritePNG(io.Discard, fyne.NewSize(1600, 5000)); err != nil {
			b.Fatal(err)
		}
	}
}
