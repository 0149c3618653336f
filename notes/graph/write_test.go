package graph_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"flag"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cuttings/notes/graph"
)

var update = flag.Bool("update", false, "write the golden files anew; look at them")

func itoa(i int) string { return strconv.Itoa(i) }

// haiti is a small graph with names that want escaping.
var (
	haiti = graph.Graph{
		Nodes: []graph.Node{
			{ID: 11, Label: "Alfred Mutua", Kind: "person", Weight: 14},
			{ID: 12, Label: "Mélanie Joly", Kind: "person", Weight: 9},
			{ID: 13, Label: `CARICOM, "the <Community> & co."`, Kind: "organisation", Weight: 4},
			{ID: 14, Label: "=1+1\x07", Kind: "event", Weight: 1},
			{ID: 15, Label: "Nairobi", Kind: "place", Weight: 2.5},
		},
		Edges: []graph.Edge{
			{A: 12, B: 11, Weight: 6, Articles: 3, Paragraphs: 2, Events: 1},
			{A: 11, B: 13, Weight: 1.5, Articles: 1},
			{A: 14, B: 12, Weight: 1, Events: 1},
		},
	}
	haitiAt = map[int64]graph.Point{11: {}, 12: {X: 80, Y: -20.25}, 13: {X: -60, Y: 55}, 14: {X: 100, Y: 60}}
	paint   = graph.Paint{
		Ground: color.NRGBA{0xfa, 0xf9, 0xf6, 0xff}, Words: color.NRGBA{0x23, 0x21, 0x1e, 0xff}, Edge: color.NRGBA{0xe4, 0xe0, 0xd8, 0xff},
		Kinds: map[string]color.Color{"person": color.NRGBA{0x4c, 0x86, 0xc6, 0xff}, "event": color.NRGBA{0x8a, 0x63, 0xc2, 0xff}},
		Other: color.NRGBA{0x86, 0x82, 0x7a, 0xff},
	}
)

func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("%s is not what is written:\n%s", file, out.String())
	}
}

func TestWriters(t *testing.T) {
	id := graph.Names(func(id int64) string { return "id" + strconv.FormatInt(id, 36) })
	golden(t, "haiti.svg", func(w io.Writer) error { return graph.WriteSVG(w, haiti, haitiAt, paint) })
	golden(t, "haiti.graphml", func(w io.Writer) error { return graph.WriteGraphML(w, haiti, haitiAt, id) })
	golden(t, "edges.csv", func(w io.Writer) error { return graph.WriteEdges(w, haiti, id) })
	golden(t, "matrix.csv", func(w io.Writer) error {
		return graph.WriteMatrix(w, graph.NewMatrix(haiti, graph.Filter{LeastWeight: 1}, graph.ByWeight))
	})
	golden(t, "empty.svg", func(w io.Writer) error { return graph.WriteSVG(w, graph.Graph{}, nil, graph.Paint{}) })
}

type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWritersTellFailures(t *testing.T) {
	for name, err := range map[string]error{
		"svg":     graph.WriteSVG(full{}, haiti, haitiAt, paint),
		"graphml": graph.WriteGraphML(full{}, haiti, haitiAt, nil),
		"edges":   graph.WriteEdges(full{}, haiti, nil),
		"matrix":  graph.WriteMatrix(full{}, graph.NewMatrix(haiti, graph.Filter{}, graph.ByName)),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever the names are, what is written can be read, and holds all of it.
func TestWrittenCanBeRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawn(t)
		at := map[int64]graph.Point{}
		for i, n := range g.Nodes {
			at[n.ID] = graph.Point{X: float64(i), Y: float64(-i)}
		}
		tidy := g.Filter(graph.Filter{})
		for name, write := range map[string]func(io.Writer) error{
			"node": func(w io.Writer) error { return graph.WriteGraphML(w, g, at, nil) },
			"text": func(w io.Writer) error { return graph.WriteSVG(w, g, at, paint) },
		} {
			var out strings.Builder
			if err := write(&out); err != nil {
				t.Fatal(err)
			}
			if got := elements(t, out.String(), name); got != len(tidy.Nodes) {
				t.Fatalf("%d elements %s for %d nodes", got, name, len(tidy.Nodes))
			}
		}
		var out strings.Builder
		if err := graph.WriteEdges(&out, g, nil); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
		if err != nil || len(rows) != len(tidy.Edges)+1 {
			t.Fatalf("%d rows for %d edges: %v", len(rows), len(tidy.Edges), err)
		}
		for _, row := range rows {
			if strings.HasPrefix(row[1], "=") || strings.HasPrefix(row[4], "@") {
				t.Fatalf("a formula: %q", row)
			}
		}
	})
}

// elements counts the elements of a name, or fails if it is no XML.
func elements(t *rapid.T, document, name string) (count int) {
	d := xml.NewDecoder(strings.NewReader(document))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return count
		}
		if err != nil {
			t.Fatalf("%v in %s", err, document)
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == name {
			count++
		}
	}
}
