package graph_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"cuttings/app/graph"
	"cuttings/app/look"
	plane "cuttings/notes/graph"
)

// frame makes a widget's picture as the window's thread would.
func frame(w fyne.Widget) {
	for _, o := range test.WidgetRenderer(w).Objects() {
		if raster, ok := o.(*canvas.Raster); ok {
			raster.Generator(int(raster.Size().Width), int(raster.Size().Height))
		}
	}
}

// BenchmarkNet measures a frame at 2,000 nodes and 4,000 edges, at 1,000 by
// 800: all that is done on the window's thread before the picture and the names
// go to the graphics driver.
func BenchmarkNet(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.New(look.Light))
	d := large(2000, 4000)
	net := graph.NewNet(graph.Callbacks{})
	net.Resize(fyne.NewSize(1000, 800))
	net.SetData(d, laidOut(b, d))
	drag := func(by float32) {
		net.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(500, 400)}, Scrolled: fyne.NewDelta(0, by)})
	}
	frame(net)
	b.Run("zoom about all", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			drag(float32(1 - i%2*2))
			frame(net)
		}
	})
	for range 8 {
		drag(40)
	}
	b.Run("zoom within", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			drag(float32(1 - i%2*2))
			frame(net)
		}
	})
	net.Fit()
	b.Run("picture to save, on the thread", func(b *testing.B) {
		for b.Loop() {
			if _, err := net.Picture(fyne.NewSize(1200, 800)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkMatrix(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.New(look.Light))
	m := graph.NewMatrix(graph.Callbacks{})
	m.Resize(fyne.NewSize(1000, 800))
	m.SetTable(plane.NewMatrix(large(2000, 4000).Graph(), plane.Filter{}, plane.ByName))
	frame(m)
	for i := 0; b.Loop(); i++ {
		m.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-7, -5)})
		frame(m)
	}
}
