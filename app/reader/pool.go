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

// take returns a dotted line so long, in the colour of a name.
func (d *dots) take(length int, name fyne.ThemeColorName, c color.Color) *canvas.Raster {
	key := dotsKey{length, name}
	if d.lines == nil {
		d.lines = map[dotsKey]*pool[*canvas.Raster]{}
	}
	if d.lines[key] == nil {
		d.lines[key] = &pool[*canvas.Raster]{make: func() *canvas.Raster {
			line := canvas.NewRaster(func(w, h int) image.Image { return dotted(w, h, c) })
			line.ScaleMode = canvas.ImageScalePixels
			line.Resize(fyne.NewSize(float32(length), dotHeight))
			return line
		}}
	}
	return d.lines[key].take()
}

// dotHeight is how thick a dotted line is, in Fyne units.
const dotHeight = 1

// dotted draws squares as far apart as they are wide.
func dotted(w, h int, c color.Color) image.Image {
	picture := image.NewNRGBA(image.Rect(0, 0, w, h))
	ink := color.NRGBAModel.Convert(c).(color.NRGBA)
	size := max(h, 1)
	for x := range w {
		if x/size%2 == 0 {
			for y := range h {
				picture.SetNRGBA(x, y, ink)
			}
		}
	}
	return picture
}
