package timeline

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/notes/edtf"
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

// WritePNG writes what is in sight as a picture of a size in Fyne units, in
// the colours of the theme and with two pixels a unit; nothing of it is
// chosen, focused or under the mouse. It draws on Fyne's thread; the time it
// takes is mostly that of compressing. It returns ErrPictureSize, or the
// writer's error.
func (c *Chart) WritePNG(w io.Writer, size fyne.Size) error {
	picture, err := c.Picture(size)
	if err != nil {
		return err
	}
	if err := png.Encode(w, picture); err != nil {
		return fmt.Errorf("write a timeline as PNG: %w", err)
	}
	return nil
}

// Picture draws what WritePNG writes, for what compresses it elsewhere than on
// Fyne's thread. It returns ErrPictureSize.
func (c *Chart) Picture(size fyne.Size) (image.Image, error) {
	if size.Width < 1 || size.Height < 1 || size.Width > mostPicture || size.Height > mostPicture {
		return nil, ErrPictureSize
	}
	other := New(Callbacks{})
	sheet := software.NewCanvas()
	sheet.SetPadded(false)
	sheet.SetScale(pictureScale)
	sheet.SetContent(other)
	sheet.Resize(size)
	other.SetData(c.data)
	other.narrowed = c.narrowed
	other.SetSpan(c.Span())
	return sheet.Capture(), nil
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
			Event: known, Title: e.Title, When: e.Date.Words(edtf.EnglishShort), Note: e.Note, Colour: hex(edgeOf(e)),
		})
	}
	return geometry.SVG(w, p)
}
