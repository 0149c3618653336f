package cli

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"image/png"
	"io"
	"log"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	drawn "cuttings/app/graph"
	"cuttings/app/look"
	chart "cuttings/app/timeline"
	"cuttings/notes"
	"cuttings/notes/graph"
)

// appID is the window's, so that Fyne keeps what it keeps in one place.
const appID = "org.cuttings.Cuttings"

// prepareDrawing makes what the widgets of the window are drawn with, as the
// light palette has it. It opens no window and needs no display.
var prepareDrawing = sync.OnceFunc(func() {
	// Fyne complains of folders that it cannot make, in which nothing is kept.
	output := log.Writer()
	log.SetOutput(io.Discard)
	defer log.SetOutput(output)
	app.NewWithID(appID).Settings().SetTheme(look.New(look.Light))
})

// Sizes of pictures, in Fyne units, of which each takes two pixels.
const (
	pictureWidth  = 1600
	pictureHeight = 1130 // of a graph: a page of a landscape
	mostHeight    = 8000 // of a timeline; events beyond are counted in the picture
)

// drawTimeline draws all events and months as the window does, as SVG or PNG.
func drawTimeline(out io.Writer, form, title string, data chart.Data) error {
	prepareDrawing()
	c := chart.New(chart.Callbacks{})
	c.Resize(fyne.NewSize(pictureWidth, pictureHeight))
	c.SetData(data)
	var drawing bytes.Buffer
	if err := c.WriteSVG(&drawing, title, pictureWidth); err != nil {
		return err
	}
	if form == formSVG {
		_, err := drawing.WriteTo(out)
		return err
	}
	// The drawing is as high as it must be so that every event has a card.
	var size struct {
		Height float32 `xml:"height,attr"`
	}
	if err := xml.Unmarshal(drawing.Bytes(), &size); err != nil {
		return fmt.Errorf("measure a timeline: %w", err)
	}
	return c.WritePNG(out, fyne.NewSize(pictureWidth, min(size.Height, mostHeight)))
}

// drawNetwork draws who is named with whom as the window does, as SVG or PNG.
func drawNetwork(out io.Writer, form string, network notes.Network, places map[int64]graph.Point) error {
	prepareDrawing()
	data := networkData(network)
	if form == formSVG {
		return graph.WriteSVG(out, data.Graph(), places, drawn.Paint())
	}
	net := drawn.NewNet(drawn.Callbacks{})
	net.SetData(data, places)
	draw, err := net.Picture(fyne.NewSize(pictureWidth, pictureHeight))
	if err != nil {
		return fmt.Errorf("draw the network: %w", err)
	}
	return png.Encode(out, draw())
}
