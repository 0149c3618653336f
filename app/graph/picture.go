package graph

import (
	"fmt"
	"image"
	"image/color"
	imagedraw "image/draw"
	"image/png"
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"cuttings/app/look"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

// pictureScale is how many pixels a Fyne unit takes in a picture that is saved:
// enough for print.
const pictureScale = 2

// mostPicture bounds the side of a picture, in Fyne units: 256 MB are held in
// memory for the largest.
const mostPicture = 4000

// Picture prepares a picture of all of the graph as it would be seen at a size
// in Fyne units, at two pixels a unit, with what stands out. What it returns
// draws the picture, and may be called from any goroutine: that and encoding it
// take longer than a frame. It returns an error for a size that is too small or
// too large.
func (n *Net) Picture(size fyne.Size) (draw func() image.Image, err error) {
	if size.Width < 1 || size.Height < 1 || size.Width > mostPicture || size.Height > mostPicture {
		return nil, fmt.Errorf("a picture of %v by %v is too small or too large", size.Width, size.Height)
	}
	same := NewNet(Callbacks{})
	same.dots, same.lines, same.number, same.ranks = slices.Clone(n.dots), n.lines, n.number, slices.Clone(n.ranks)
	same.chosen, same.chosenLine = n.chosen, n.chosenLine
	same.Resize(size)
	r := same.CreateRenderer().(*netPainter)
	names := r.drawnNames()
	return func() image.Image {
		r.draw(int(size.Width*pictureScale), int(size.Height*pictureScale))
		for i, name := range names {
			at := r.labels[i]
			corner := image.Pt(int(at.x*pictureScale+0.5), int(at.y*pictureScale+0.5))
			imagedraw.Draw(r.picture, name.Bounds().Add(corner), name, image.Point{}, imagedraw.Over)
		}
		return r.picture
	}, nil
}

// drawnNames draws the names one by one: a canvas as large as the picture would
// be copied several times over, at ten times the cost.
func (r *netPainter) drawnNames() []image.Image {
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetScale(pictureScale)
	var names []image.Image
	for i := range r.labels {
		c.SetContent(r.texts[i])
		c.Resize(r.texts[i].Size())
		names = append(names, c.Capture())
	}
	return names
}

// WritePNG writes what Picture draws as PNG. It returns an error for a size that
// is too small or too large, and that of writing.
func (n *Net) WritePNG(out io.Writer, size fyne.Size) error {
	picture, err := n.Picture(size)
	if err != nil {
		return err
	}
	return png.Encode(out, picture())
}

// Paint returns the colours of the theme for package notes/graph's WriteSVG.
func Paint() plane.Paint {
	p := plane.Paint{
		Ground: look.Current(look.Page), Words: look.Current(look.Text), Edge: look.Current(look.Line),
		Kinds: map[string]color.Color{}, Other: look.Current(KindColour("")),
	}
	for _, kind := range notes.Entities {
		p.Kinds[string(kind)] = look.Current(KindColour(kind))
	}
	return p
}
