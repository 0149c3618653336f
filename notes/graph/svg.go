package graph

import (
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Paint is the colours of a picture.
type Paint struct {
	Ground, Words, Edge color.Color
	Kinds               map[string]color.Color // of nodes
	Other               color.Color            // of nodes of kinds that Kinds lacks
}

// What the picture is drawn with, in units of Point.
const (
	// LeastDot and MostDot are the radii of the lightest and weightiest node.
	LeastDot, MostDot = 3.5, 9.0
	// LeastLine and MostLine are the widths of the lightest and heaviest edge.
	LeastLine, MostLine = 0.8, 4.0
	pictureSize         = 12 // of letters
	pictureMargin       = 24
	pictureHalo         = 3 // of the ground, about dots and letters
	wordsGap            = 4 // from a dot to its name
)

// roomFor is the width that a name has at the picture's edge: enough for most fonts,
// since Inter may not be there where the picture is looked at.
func roomFor(name string) float64 {
	room := 0.0
	for _, letter := range name {
		switch {
		case letter >= firstWide:
			room += pictureSize
		case unicode.IsUpper(letter):
			room += 0.8 * pictureSize
		default:
			room += 0.62 * pictureSize
		}
	}
	return room
}

// firstWide is the first of the letters that are about as wide as they are high:
// from there on stand those of Chinese, Japanese and Korean.
const firstWide = 0x1100

// Share says where a weight stands between nothing and the greatest, from 0 to
// 1, by its root: areas and widths seen side by side are judged so.
func Share(weight, most float64) float64 {
	if most <= 0 || weight <= 0 {
		return 0
	}
	return math.Sqrt(min(weight/most, 1))
}

type svg struct {
	XMLName xml.Name `xml:"http://www.w3.org/2000/svg svg"`
	ViewBox string   `xml:"viewBox,attr"`
	Width   string   `xml:"width,attr"`
	Height  string   `xml:"height,attr"`
	Ground  svgRect  `xml:"rect"`
	Groups  []any    `xml:"g"` // the edges, and over them the nodes
}

type svgEdges struct {
	Stroke string    `xml:"stroke,attr"`
	Cap    string    `xml:"stroke-linecap,attr"`
	Lines  []svgLine `xml:"line"`
}

type svgNodes struct {
	Family string    `xml:"font-family,attr"`
	Size   int       `xml:"font-size,attr"`
	Stroke string    `xml:"stroke,attr"`
	Width  int       `xml:"stroke-width,attr"`
	Order  string    `xml:"paint-order,attr"`
	Nodes  []svgNode `xml:"g"`
}

type svgRect struct {
	X      string `xml:"x,attr"`
	Y      string `xml:"y,attr"`
	Width  string `xml:"width,attr"`
	Height string `xml:"height,attr"`
	Fill   string `xml:"fill,attr"`
}

type svgLine struct {
	X1    string `xml:"x1,attr"`
	Y1    string `xml:"y1,attr"`
	X2    string `xml:"x2,attr"`
	Y2    string `xml:"y2,attr"`
	Width string `xml:"stroke-width,attr"`
	Title string `xml:"title"`
}

type svgNode struct {
	Title string    `xml:"title"`
	Dot   svgCircle `xml:"circle"`
	Words svgText   `xml:"text"`
}

type svgCircle struct {
	X      string `xml:"cx,attr"`
	Y      string `xml:"cy,attr"`
	Radius string `xml:"r,attr"`
	Fill   string `xml:"fill,attr"`
}

type svgText struct {
	X     string `xml:"x,attr"`
	Y     string `xml:"y,attr"`
	Fill  string `xml:"fill,attr"`
	Words string `xml:",chardata"`
}

// WriteSVG writes a picture of the graph, as large as it lies in the plane,
// with the names as text. Nodes without a place, and their edges, are left
// out. Names stand there as they are, control characters apart; a name cannot
// become markup. It returns the error of writing.
func WriteSVG(out io.Writer, g Graph, at map[int64]Point, paint Paint) error {
	tidy := g.tidy()
	edges := svgEdges{Stroke: hex(paint.Edge), Cap: "round"}
	nodes := svgNodes{Family: "Inter, sans-serif", Size: pictureSize, Stroke: hex(paint.Ground), Width: pictureHalo, Order: "stroke"}
	most, heaviest, labels := 0.0, 0.0, map[int64]string{}
	for _, n := range tidy.Nodes {
		most, labels[n.ID] = max(most, n.Weight), printable(n.Label)
	}
	for _, e := range tidy.Edges {
		heaviest = max(heaviest, e.Weight)
	}
	first, last := Point{math.Inf(1), math.Inf(1)}, Point{math.Inf(-1), math.Inf(-1)}
	for _, n := range tidy.Nodes {
		p, ok := at[n.ID]
		if !ok || !sound(p) {
			continue
		}
		first = Point{min(first.X, p.X-MostDot), min(first.Y, p.Y-MostDot)}
		last = Point{max(last.X, p.X+MostDot+wordsGap+roomFor(labels[n.ID])), max(last.Y, p.Y+MostDot)}
		nodes.Nodes = append(nodes.Nodes, svgOf(n, p, most, labels[n.ID], paint))
	}
	for _, e := range tidy.Edges {
		a, ok := at[e.A]
		b, also := at[e.B]
		if !ok || !also || !sound(a) || !sound(b) {
			continue
		}
		edges.Lines = append(edges.Lines, svgLine{
			short(a.X), short(a.Y), short(b.X), short(b.Y),
			short(LeastLine + (MostLine-LeastLine)*Share(e.Weight, heaviest)),
			labels[e.A] + " – " + labels[e.B] + ": " + number(e.Weight),
		})
	}
	if first.X > last.X {
		first, last = Point{}, Point{}
	}
	width, height := short(last.X-first.X+2*pictureMargin), short(last.Y-first.Y+2*pictureMargin)
	doc := svg{Width: width, Height: height, Groups: []any{edges, nodes}}
	doc.Ground = svgRect{short(first.X - pictureMargin), short(first.Y - pictureMargin), width, height, hex(paint.Ground)}
	doc.ViewBox = strings.Join([]string{doc.Ground.X, doc.Ground.Y, width, height}, " ")
	return writeXML(out, doc)
}

func svgOf(n Node, p Point, most float64, label string, paint Paint) svgNode {
	fill, ok := paint.Kinds[n.Kind]
	if !ok {
		fill = paint.Other
	}
	radius := LeastDot + (MostDot-LeastDot)*Share(n.Weight, most)
	return svgNode{
		Title: label,
		Dot:   svgCircle{short(p.X), short(p.Y), short(radius), hex(fill)},
		Words: svgText{short(p.X + radius + wordsGap), short(p.Y + pictureSize/3), hex(paint.Words), label},
	}
}

// short writes a length with one digit behind the point.
func short(v float64) string {
	return strconv.FormatFloat(math.Round(v*10)/10+0, 'f', -1, 64) // adding nothing turns -0 into 0
}

// hex writes a colour as SVG does; none is black.
func hex(c color.Color) string {
	if c == nil {
		return "#000000"
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}
