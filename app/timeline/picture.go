package timeline

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/session"
	geometry "cuttings/notes/timeline"
)

const (
	// pictureScale draws pictures twice as fine, as they are printed.
	pictureScale = 2
	// mostPicture bounds a picture's sides, in Fyne units: 16,000 pixels.
	mostPicture = 8000
)

// ErrPictureSize says that a picture would be empty or too large.
var ErrPictureSize = errors.New("a picture of a timeline is at most 8,000 wide and high")

// WritePNG writes what Picture draws as PNG, on Fyne's thread. It returns
// ErrPictureSize, or the writer's error.
func (c *Chart) WritePNG(w io.Writer, size fyne.Size) error {
	draw, err := c.Picture(size)
	if err != nil {
		return err
	}
	if err := EncodePNG(w, draw()); err != nil {
		return fmt.Errorf("write a timeline as PNG: %w", err)
	}
	return nil
}

// Picture prepares a picture of what is in sight at a size in Fyne units, in the
// colours of the theme and with two pixels a unit; nothing of it is chosen,
// focused or under the mouse, and it says nothing of what could be done. What it
// returns draws the picture, and may be called from any goroutine. It returns
// ErrPictureSize.
func (c *Chart) Picture(size fyne.Size) (draw func() image.Image, err error) {
	if size.Width < 1 || size.Height < 1 || size.Width > mostPicture || size.Height > mostPicture {
		return nil, ErrPictureSize
	}
	other := New(Callbacks{})
	other.Resize(size)
	other.SetData(Data{Events: c.data.Events, Months: c.data.Months})
	other.narrowed = c.narrowed
	other.SetSpan(c.Span())
	objects := other.CreateRenderer().(*painter).objects
	words := drawWords(objects)
	return func() image.Image {
		p := newPlate(pixels(fyne.NewPos(size.Components())))
		p.draw(objects, words)
		return p.picture
	}, nil
}

// EncodePNG writes a picture as PNG, quickly: its plain areas become small either
// way.
func EncodePNG(w io.Writer, picture image.Image) error {
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	return encoder.Encode(w, picture)
}

// WriteSVG writes all events and months as a drawing of a width in Fyne units,
// as high as it must be, in the colours of the theme. It returns the writer's
// error.
func (c *Chart) WriteSVG(w io.Writer, title string, width float32) error {
	hex := func(name fyne.ThemeColorName) string {
		ink := color.NRGBAModel.Convert(look.Colour(c, name)).(color.NRGBA)
		return fmt.Sprintf("#%02X%02X%02X", ink.R, ink.G, ink.B)
	}
	p := geometry.Picture{
		Title: title, Width: float64(width), Months: c.data.Months, Axis: axisWords, More: moreWords,
		Caption: lang.X("timeline.articlesOverTime", "Articles over time"), Font: "Inter, system-ui, sans-serif",
		Colours: geometry.Palette{
			Page: hex(look.Page), Panel: hex(look.Panel), Text: hex(look.Text), Second: hex(look.TextSecond),
			Third: hex(look.TextThird), Line: hex(look.Line), Bars: hex(look.Blue),
		},
	}
	for i, known := range c.lanes.Events() {
		e := c.event(i)
		p.Events = append(p.Events, geometry.Labelled{
			Event: known, Title: e.Title, When: e.Date.Words(session.Wording(false)), Note: e.Note, Colour: hex(edgeOf(e)),
		})
	}
	return geometry.SVG(w, p)
}
