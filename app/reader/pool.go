package reader

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// pool hands out canvas objects, the same ones at each drawing of the page.
type pool[T any] struct {
	things []T
	used   int
	make   func() T
}

func (p *pool[T]) take() T {
	if p.used == len(p.things) {
		p.things = append(p.things, p.make())
	}
	p.used++
	return p.things[p.used-1]
}

// dots hands out dotted lines. Lines of one length and colour are alike, so
// that scrolling moves pictures that are there already.
type dots struct {
	lines map[dotsKey]*pool[*canvas.Raster]
}

type dotsKey struct {
	length int // in Fyne units
	name   fyne.ThemeColorName
	apart  int // from one dot to the next, in dots
}

// dotsMost bounds how many kinds of dotted line are kept.
const dotsMost = 256

// release takes all lines back.
func (d *dots) release() {
	if len(d.lines) > dotsMost {
		d.lines = nil
	}
	for _, lines := range d.lines {
		lines.used = 0
	}
}

// forget drops all lines, since the theme or the scale changed.
func (d *dots) forget() { d.lines = nil }

// take returns a dotted line of a kind, in the colour of its name.
func (d *dots) take(key dotsKey, c color.Color) *canvas.Raster {
	if d.lines == nil {
		d.lines = map[dotsKey]*pool[*canvas.Raster]{}
	}
	if d.lines[key] == nil {
		d.lines[key] = &pool[*canvas.Raster]{make: func() *canvas.Raster {
			line := canvas.NewRaster(func(w, h int) image.Image { return dotted(w, h, key.apart, c) })
			line.ScaleMode = canvas.ImageScalePixels
			line.Resize(fyne.NewSize(float32(key.length), dotHeight))
			return line
		}}
	}
	return d.lines[key].take()
}

const (
	// dotHeight is how thick a dotted line is, in Fyne units.
	dotHeight = 1
	// dense dots are as far from each other as they are wide.
	dense = 2
)

// dotted draws squares, from one to the next so many times their width.
func dotted(w, h, apart int, c color.Color) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, w, h))
	ink := color.NRGBAModel.Convert(c).(color.NRGBA)
	size := max(h, 1)
	for x := range w {
		if x/size%apart == 0 {
			for y := range h {
				picture.SetNRGBA(x, y, ink)
			}
		}
	}
	return picture
}
