package graph

import (
	"image/color"
	"math"
	"testing"

	"pgregory.net/rapid"
)

var (
	white = color.NRGBA{0xff, 0xff, 0xff, 0xff}
	black = color.NRGBA{0, 0, 0, 0xff}
)

// covered sums up how many pixels' worth of black there is.
func (i ink) covered() float64 {
	sum := 0.0
	for at := 0; at < len(i.picture.Pix); at += 4 {
		sum += 1 - float64(i.picture.Pix[at])/255
	}
	return sum
}

// A line covers what its length and width say, in whatever direction it goes.
func TestLinesCoverTheirArea(t *testing.T) {
	for degrees := 0; degrees < 360; degrees += 7 {
		i := newInk(nil, 220, 220, white)
		angle := float64(degrees) * math.Pi / 180
		i.line(110, 110, 110+float32(90*math.Cos(angle)), 110+float32(90*math.Sin(angle)), 3, black)
		if got := i.covered(); math.Abs(got-270) > 15 {
			t.Errorf("%d degrees: %.0f pixels, not 270", degrees, got)
		}
	}
}

func TestDiscsCoverTheirArea(t *testing.T) {
	i := newInk(nil, 100, 100, white)
	i.disc(50.3, 49.8, 20, black)
	if got, want := i.covered(), math.Pi*20*20; math.Abs(got-want) > want/50 {
		t.Errorf("%.0f pixels, not %.0f", got, want)
	}
	i = newInk(i.picture, 100, 100, white)
	i.ring(50, 50, 18, 20, black)
	if got, want := i.covered(), math.Pi*(20*20-18*18); math.Abs(got-want) > want/20 {
		t.Errorf("a ring of %.0f pixels, not %.0f", got, want)
	}
}

// Whatever is drawn wherever, only what lies within the picture is touched.
func TestInkStaysWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		i := newInk(nil, rapid.IntRange(0, 30).Draw(t, "width"), rapid.IntRange(0, 30).Draw(t, "height"), white)
		v := rapid.OneOf(rapid.Float32Range(-50, 80), rapid.Float32Range(-1e6, 1e6))
		for range 10 {
			i.line(v.Draw(t, "x"), v.Draw(t, "y"), v.Draw(t, "x"), v.Draw(t, "y"), rapid.Float32Range(0, 9).Draw(t, "w"), black)
			i.disc(v.Draw(t, "x"), v.Draw(t, "y"), rapid.Float32Range(0, 20).Draw(t, "r"), black)
			i.rect(v.Draw(t, "x"), v.Draw(t, "y"), v.Draw(t, "w"), v.Draw(t, "h"), black)
		}
	})
}
