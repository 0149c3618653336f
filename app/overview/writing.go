package overview

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/graph"
	"cuttings/app/session"
	"cuttings/app/timeline"
	"cuttings/notes"
	"cuttings/notes/edtf"
	plane "cuttings/notes/graph"
	geometry "cuttings/notes/timeline"
)

// pictureSize is how large a picture of a graph is drawn, in Fyne units: a page
// of a landscape.
var pictureSize = fyne.NewSize(1600, 1130)

// form is a form in which a page can be written.
type form struct{ ending, words string }

// also are further words by which quick find finds it.
func (f form) also() string {
	if f.ending == ".png" || f.ending == ".svg" {
		return session.PictureWords()
	}
	return session.SaveWord()
}

// errNoForm says that a file's ending stands for no form.
func errNoForm() error {
	return errors.New(lang.X("overview.noForm", "The ending of the file's name says in which form it is written; there is none of this ending."))
}

func timelineForms() []form {
	return []form{
		{".png", lang.X("timeline.savePNG", "Export as PNG…")},
		{".svg", lang.X("timeline.saveSVG", "Export as SVG…")},
		{".csv", lang.X("timeline.saveCSV", "Export as CSV…")},
		{".json", lang.X("timeline.saveJSON", "Export for TimelineJS…")},
	}
}

// save asks for a file and writes the timeline to it.
func (p *Timeline) save(ending string) {
	p.s.Save(session.Saving{
		Title: lang.X("timeline.saveTitle", "Export the timeline"),
		Help: lang.X("timeline.saveHelp",
			".png for a picture of what is in sight, .svg for a drawing of all events, .csv for a spreadsheet, .json for TimelineJS."),
		Name:    lang.X("timeline.saveName", "timeline") + ending,
		Prepare: p.prepare,
	})
}

// prepare draws what must be drawn on the interface's thread; the rest is done
// where it is written.
func (p *Timeline) prepare(ending string) (func(io.Writer) error, error) {
	switch ending {
	case ".png":
		draw, err := p.chart.Picture(p.chart.Size())
		return func(out io.Writer) error { return timeline.EncodePNG(out, draw()) }, err
	case ".svg":
		var drawn bytes.Buffer
		err := p.chart.WriteSVG(&drawn, p.title(), p.chart.Size().Width)
		return copied(&drawn), err
	case ".csv":
		return p.table(geometry.CSV), nil
	case ".json":
		return p.table(geometry.TimelineJS), nil
	}
	return nil, errNoForm()
}

// table gives what writes the events that are shown.
func (p *Timeline) table(write func(io.Writer, []geometry.Record, edtf.Wording) error) func(io.Writer) error {
	shown := p.known.among(p.shown)
	return func(out io.Writer) error {
		records, err := session.Records(context.Background(), p.s.Book, shown)
		if err != nil {
			return err
		}
		return write(out, records, session.Wording(true))
	}
}

func (p *Timeline) title() string {
	return joined(session.ViewName(session.Timeline), p.known.with, p.known.group, p.known.tagged)
}

// copied writes what was drawn before.
func copied(drawn *bytes.Buffer) func(io.Writer) error {
	return func(out io.Writer) error {
		_, err := drawn.WriteTo(out)
		return err
	}
}

func graphForms(table bool) []form {
	csv := lang.X("graph.saveCSV", "Export the links as CSV…")
	if table {
		csv = lang.X("graph.saveMatrix", "Export the matrix as CSV…")
	}
	return []form{
		{".png", lang.X("graph.savePNG", "Export as PNG…")},
		{".svg", lang.X("graph.saveSVG", "Export as SVG…")},
		{".graphml", lang.X("graph.saveGraphML", "Export as GraphML…")},
		{".csv", csv},
	}
}

// save asks for a file and writes the graph to it.
func (p *Graph) save(ending string) {
	p.s.Save(session.Saving{
		Title: lang.X("graph.saveTitle", "Export the graph"),
		Help: lang.X("graph.saveHelp",
			".png for a picture, .svg for a drawing, .graphml for Gephi, yEd or Cytoscape, .csv for a spreadsheet: the links, or the matrix where that is shown."),
		Name:    lang.X("graph.saveName", "graph") + ending,
		Prepare: p.prepare,
	})
}

// prepare takes from the interface's thread what must be taken there; the rest
// is done where it is written.
func (p *Graph) prepare(ending string) (func(io.Writer) error, error) {
	g, places, table := p.known.plane, p.net.Places(), p.table
	id := func(id int64) string { return notes.ID(id).String() }
	switch ending {
	case ".png":
		draw, err := p.net.Picture(pictureSize)
		return func(out io.Writer) error { return png.Encode(out, draw()) }, err
	case ".svg":
		paint := graph.Paint()
		return func(out io.Writer) error { return plane.WriteSVG(out, g, places, paint) }, nil
	case ".graphml":
		return func(out io.Writer) error { return plane.WriteGraphML(out, g, places, id) }, nil
	case ".csv":
		if p.place.Table && table != nil {
			return func(out io.Writer) error { return plane.WriteMatrix(out, table) }, nil
		}
		return func(out io.Writer) error { return plane.WriteEdges(out, g, id) }, nil
	}
	return nil, errNoForm()
}
