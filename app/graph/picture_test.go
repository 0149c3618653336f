package graph_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"cuttings/app/graph"
	"cuttings/app/look"
	"cuttings/notes"
)

func TestPictures(t *testing.T) {
	for _, palette := range []look.Palette{look.Light, look.Dark} {
		net := graph.NewNet(graph.Callbacks{})
		win := window(t, palette, net, fyne.NewSize(900, 640))
		d := haiti()
		net.SetData(d, laidOut(t, d))
		picture(t, win, "net-"+string(palette))
		net.Choose(2)
		net.TypedRune('e')
		win.Canvas().Focus(net)
		picture(t, win, "net-edge-"+string(palette))
		keys(net, fyne.KeyEscape)
		picture(t, win, "net-chosen-"+string(palette))
		var out bytes.Buffer
		if err := net.WritePNG(&out, fyne.NewSize(600, 400)); err != nil {
			t.Fatal(err)
		}
		if folder := os.Getenv("CUTTINGS_PICTURES"); folder != "" {
			if err := os.WriteFile(filepath.Join(folder, "saved-"+string(palette)+".png"), out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		saved, err := png.Decode(&out)
		if err != nil || saved.Bounds().Dx() != 1200 || saved.Bounds().Dy() != 800 {
			t.Fatalf("the picture saved is %v, %v", saved.Bounds(), err)
		}
		colours := map[string]bool{}
		for y := range 800 {
			for x := range 1200 {
				r, g, b, _ := saved.At(x, y).RGBA()
				colours[fmt.Sprintf("%02x%02x%02x", r>>8, g>>8, b>>8)] = true
			}
		}
		if !colours["4c86c6"] || !colours["63a355"] || !colours["8a63c2"] && palette == look.Light {
			t.Error("the picture saved lacks the colours of the kinds")
		}
		d = large(2000, 4000)
		net.SetData(d, laidOut(t, d))
		picture(t, win, "net-large-"+string(palette))
	}
	if err := graph.NewNet(graph.Callbacks{}).WritePNG(&bytes.Buffer{}, fyne.NewSize(1e6, 1)); err == nil {
		t.Error("a picture of any size is made")
	}
}

func TestPaintHasAllKinds(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	if paint := graph.Paint(); len(paint.Kinds) != len(notes.Entities) || paint.Ground == nil {
		t.Errorf("%+v", paint)
	}
}
