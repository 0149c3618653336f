package timeline_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"cuttings/app/look"
	"cuttings/app/timeline"
	"cuttings/notes/edtf"
)

func TestPictures(t *testing.T) {
	s := show(t, look.Dark, haiti(t))
	s.window.Canvas().Focus(s.Chart)
	var out bytes.Buffer
	if err := s.WritePNG(&out, fyne.NewSize(900, 600)); err != nil {
		t.Fatal(err)
	}
	read, err := png.Decode(bytes.NewReader(out.Bytes()))
	if err != nil || read.Bounds().Dx() != 1800 || read.Bounds().Dy() != 1200 {
		t.Fatalf("%v, %v", read.Bounds(), err)
	}
	page := look.New(look.Dark).Color(look.Page, 0)
	pr, pg, pb, _ := page.RGBA()
	if r, g, b, _ := read.At(3, 3).RGBA(); r != pr || g != pg || b != pb {
		t.Errorf("the ground is %v, want %v", read.At(3, 3), page)
	}
	if err := s.WritePNG(&out, fyne.NewSize(0, 600)); err == nil {
		t.Error("a picture without width was written")
	}
	var drawing bytes.Buffer
	if err := s.WriteSVG(&drawing, "Haiti", 1200); err != nil || !strings.Contains(drawing.String(), "Murder of Jovenel Moïse") {
		t.Errorf("%v: %s", err, drawing.String())
	}
	if folder := os.Getenv("CUTTINGS_PICTURES"); folder != "" {
		for name, b := range map[string][]byte{"export.png": out.Bytes(), "export.svg": drawing.Bytes()} {
			if err := os.WriteFile(filepath.Join(folder, name), b, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A picture is what Fyne would draw, but for the shades of letters and corners,
// and for the lines around cards: those straddle the edge in what Fyne draws
// without a screen.
func TestPictureIsWhatFyneDraws(t *testing.T) {
	for _, palette := range look.Palettes() {
		data := haiti(t)
		for i, colour := range []fyne.ThemeColorName{look.RedEdge, look.GreenEdge, look.BlueEdge, look.YellowEdge} {
			data.Events[i].Colour = colour
		}
		size := fyne.NewSize(1100, 700)
		s := show(t, palette, data)
		s.SetSpan(edtf.DayOf(2020, 1, 1), edtf.DayOf(2024, 12, 31))
		draw, err := s.Picture(size)
		if err != nil {
			t.Fatal(err)
		}
		plain := timeline.New(timeline.Callbacks{})
		sheet := software.NewCanvas()
		sheet.SetPadded(false)
		sheet.SetScale(2)
		sheet.SetContent(plain)
		sheet.Resize(size)
		plain.SetData(data)
		plain.SetSpan(s.Span())
		if share := differing(draw(), sheet.Capture()); share > 0.006 {
			t.Errorf("%s: %.2f %% of the picture differ", palette, 100*share)
		}
	}
}

// differing is which share of two pictures does not look the same.
func differing(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	const seen = 0x1800 // of a channel, from 0 to 0xffff
	count, size := 0, a.Bounds().Size()
	for y := range size.Y {
		for x := range size.X {
			ar, ag, ab, _ := a.At(x, y).RGBA()
			br, bg, bb, _ := b.At(x, y).RGBA()
			if max(ar, br)-min(ar, br) > seen || max(ag, bg)-min(ag, bg) > seen || max(ab, bb)-min(ab, bb) > seen {
				count++
			}
		}
	}
	return float64(count) / float64(size.X*size.Y)
}

func TestHintsAreForTheWindow(t *testing.T) {
	s := show(t, look.Light, haiti(t))
	if !strings.HasSuffix(s.AccessibilityLabel(), "; drag to narrow") {
		t.Errorf("the window says %q", s.AccessibilityLabel())
	}
	still := timeline.New(timeline.Callbacks{})
	still.Resize(fyne.NewSize(1100, 700))
	still.SetData(haiti(t))
	if !strings.HasSuffix(still.AccessibilityLabel(), "Articles a month") {
		t.Errorf("a picture says %q", still.AccessibilityLabel())
	}
}
