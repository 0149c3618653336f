package timeline

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
)

// plate is a picture of what a painter has put down. Fyne draws a canvas as
// large as a picture several times over, each pixel by a call, which took
// seconds; here it draws only the words, each for itself, and boxes are filled
// by row. A timeline has few colours, so a pixel is one byte, the number of its
// colour: drawn and compressed in a fraction of the time that four take.
type plate struct {
	picture *image.Paletted
	numbers map[color.NRGBA]uint8 // of the colours in the picture's palette
	mixed   map[mixture]uint8
	discs   map[int]*image.Alpha // by their radius in pixels: corners are quarters of them
}

// mixture is a colour that covers a part of another.
type mixture struct {
	ground uint8
	ink    color.NRGBA
	share  uint8
}

// mostColours are as many as a byte can number.
const mostColours = 256

// shades are the steps from one colour to another at the edge of a letter or a
// corner: more could not be told apart, and would be more colours than a byte
// can number.
const shades = 15

func newPlate(size image.Point) *plate {
	return &plate{
		picture: image.NewPaletted(image.Rectangle{Max: size}, nil),
		numbers: map[color.NRGBA]uint8{}, mixed: map[mixture]uint8{}, discs: map[int]*image.Alpha{},
	}
}

// lettering is how words look, whose shape is drawn once: "3 sources" is on many
// cards.
type lettering struct {
	words string
	size  float32
	font  fyne.Resource
	ink   color.Color
}

// drawWords draws the shapes of the words among some objects, in their order. It
// is for Fyne's thread.
func drawWords(objects []fyne.CanvasObject) []*image.Alpha {
	sheet := software.NewTransparentCanvas()
	sheet.SetPadded(false)
	sheet.SetScale(pictureScale)
	known := map[lettering]*image.Alpha{}
	var drawn []*image.Alpha
	for _, object := range objects {
		text, ok := object.(*canvas.Text)
		if !ok {
			continue
		}
		like := lettering{text.Text, text.TextSize, text.FontSource, text.Color}
		if known[like] == nil {
			// A sheet moves what it holds, so it holds another like it.
			sheet.SetContent(&canvas.Text{Text: text.Text, TextSize: text.TextSize, FontSource: text.FontSource, Color: text.Color})
			sheet.Resize(text.Size())
			known[like] = shape(sheet.Capture().(*image.NRGBA))
		}
		drawn = append(drawn, known[like])
	}
	return drawn
}

// shape returns how much of each pixel is covered.
func shape(drawn *image.NRGBA) *image.Alpha {
	alpha := image.NewAlpha(drawn.Rect)
	for i := range alpha.Pix {
		alpha.Pix[i] = drawn.Pix[4*i+3]
	}
	return alpha
}

// draw puts boxes and words down, from behind to the front.
func (p *plate) draw(objects []fyne.CanvasObject, words []*image.Alpha) {
	for _, object := range objects {
		switch o := object.(type) {
		case *canvas.Rectangle:
			p.box(o)
		case *canvas.Text:
			p.stamp(words[0], words[0].Rect, pixels(o.Position()), nrgba(o.Color))
			words = words[1:]
		}
	}
}

func pixels(at fyne.Position) image.Point {
	return image.Pt(int(round(at.X*pictureScale)), int(round(at.Y*pictureScale)))
}

func nrgba(c color.Color) color.NRGBA { return color.NRGBAModel.Convert(c).(color.NRGBA) }

func (p *plate) box(o *canvas.Rectangle) {
	at := image.Rectangle{Min: pixels(o.Position()), Max: pixels(o.Position().Add(o.Size()))}
	left, right := int(o.CornerRadius*pictureScale), int(o.CornerRadius*pictureScale)
	if o.TopLeftCornerRadius > 0 { // the lower one is the same
		left = int(o.TopLeftCornerRadius * pictureScale)
	}
	if o.StrokeWidth > 0 {
		p.round(at, left, right, nrgba(o.StrokeColor))
		by := int(o.StrokeWidth * pictureScale)
		at, left, right = at.Inset(by), max(0, left-by), max(0, right-by)
	}
	p.round(at, left, right, nrgba(o.FillColor))
}

// round fills a box whose corners are round by a radius on the left and one on
// the right.
func (p *plate) round(at image.Rectangle, left, right int, ink color.NRGBA) {
	p.fill(image.Rect(at.Min.X+left, at.Min.Y, at.Max.X-right, at.Max.Y), ink)
	for _, side := range []struct{ x, radius, half int }{{at.Min.X, left, 0}, {at.Max.X - right, right, right}} {
		r := side.radius
		if r == 0 {
			continue
		}
		p.fill(image.Rect(side.x, at.Min.Y+r, side.x+r, at.Max.Y-r), ink)
		p.stamp(p.disc(r), image.Rect(side.half, 0, side.half+r, r), image.Pt(side.x, at.Min.Y), ink)
		p.stamp(p.disc(r), image.Rect(side.half, r, side.half+r, 2*r), image.Pt(side.x, at.Max.Y-r), ink)
	}
}

// fill fills a box.
func (p *plate) fill(at image.Rectangle, ink color.NRGBA) {
	at = at.Intersect(p.picture.Rect)
	if at.Empty() {
		return
	}
	row := func(y int) []uint8 { return p.picture.Pix[y*p.picture.Stride:][at.Min.X:at.Max.X] }
	if ink.A == 0xff {
		first, number := row(at.Min.Y), p.number(ink)
		for x := range first {
			first[x] = number
		}
		for y := at.Min.Y + 1; y < at.Max.Y; y++ {
			copy(row(y), first)
		}
		return
	}
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x, ground := range row(y) {
			row(y)[x] = p.mix(ground, ink, ink.A)
		}
	}
}

// stamp covers the picture from a point on with a colour, as far as a part of a
// shape says.
func (p *plate) stamp(shape *image.Alpha, part image.Rectangle, at image.Point, ink color.NRGBA) {
	to := image.Rectangle{Min: at, Max: at.Add(part.Size())}.Intersect(p.picture.Rect)
	for y := to.Min.Y; y < to.Max.Y; y++ {
		row := p.picture.Pix[y*p.picture.Stride:][to.Min.X:to.Max.X]
		covers := shape.Pix[shape.PixOffset(part.Min.X+to.Min.X-at.X, part.Min.Y+y-at.Y):]
		for x := range row {
			if covers[x] > 0 {
				row[x] = p.mix(row[x], ink, covers[x])
			}
		}
	}
}

// mix returns the number of the colour that is seen where a share of another
// covers one, in as many steps as there are shades.
func (p *plate) mix(ground uint8, ink color.NRGBA, share uint8) uint8 {
	step := (int(share)*shades + 0x7f) / 0xff
	m := mixture{ground, ink, uint8(step)}
	number, ok := p.mixed[m]
	if !ok {
		below := nrgba(p.picture.Palette[ground])
		between := func(from, to uint8) uint8 { return uint8(int(from) + (int(to)-int(from))*step/shades) }
		number = p.number(color.NRGBA{between(below.R, ink.R), between(below.G, ink.G), between(below.B, ink.B), 0xff})
		p.mixed[m] = number
	}
	return number
}

// number returns the number of a colour; of one beyond those that can be
// numbered, that of the most alike.
func (p *plate) number(ink color.NRGBA) uint8 {
	number, ok := p.numbers[ink]
	if !ok {
		if len(p.picture.Palette) < mostColours {
			p.picture.Palette = append(p.picture.Palette, ink)
		}
		number = uint8(p.picture.Palette.Index(ink))
		p.numbers[ink] = number
	}
	return number
}

// disc returns a filled circle with a smooth edge.
func (p *plate) disc(radius int) *image.Alpha {
	if p.discs[radius] == nil {
		p.discs[radius] = newDisc(radius)
	}
	return p.discs[radius]
}

// discSteps are the places within a pixel, along a side, at which it is looked
// whether a circle covers it.
const discSteps = 8

func newDisc(radius int) *image.Alpha {
	disc := image.NewAlpha(image.Rect(0, 0, 2*radius, 2*radius))
	square := radius * radius * 4 * discSteps * discSteps // of the radius, in halves of a step
	for y := range 2 * radius {
		for x := range 2 * radius {
			covered := 0
			for step := range discSteps * discSteps {
				dx := 2*((x-radius)*discSteps+step%discSteps) + 1
				dy := 2*((y-radius)*discSteps+step/discSteps) + 1
				if dx*dx+dy*dy <= square {
					covered++
				}
			}
			disc.SetAlpha(x, y, color.Alpha{A: uint8(covered * 0xff / (discSteps * discSteps))})
		}
	}
	return disc
}
