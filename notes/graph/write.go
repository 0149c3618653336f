package graph

import (
	"encoding/csv"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// Names says how IDs are written; nil writes them as numbers.
type Names func(id int64) string

func (f Names) of(id int64) string {
	if f == nil {
		return strconv.FormatInt(id, 10)
	}
	return f(id)
}

// WriteEdges writes the edges as CSV (RFC 4180), one a row below a head. It
// returns the error of writing.
func WriteEdges(out io.Writer, g Graph, id Names) error {
	n := newNetwork(g)
	w := csv.NewWriter(out)
	rows := [][]string{{"from_id", "from", "from_kind", "to_id", "to", "to_kind", "weight", "articles", "paragraphs", "events"}}
	for _, e := range n.Edges {
		a, b := n.Nodes[n.number[e.A]], n.Nodes[n.number[e.B]]
		rows = append(rows, []string{
			id.of(a.ID), inert(a.Label), inert(a.Kind), id.of(b.ID), inert(b.Label), inert(b.Kind), number(e.Weight),
			strconv.Itoa(e.Articles), strconv.Itoa(e.Paragraphs), strconv.Itoa(e.Events),
		})
	}
	return w.WriteAll(rows)
}

// WriteMatrix writes a matrix as CSV: the names in the first row and column,
// the weights between, and nothing where nothing is shared. It returns the
// error of writing.
func WriteMatrix(out io.Writer, m *Matrix) error {
	w := csv.NewWriter(out)
	head := make([]string, 1, len(m.Nodes)+1)
	for _, node := range m.Nodes {
		head = append(head, inert(node.Label))
	}
	if err := w.Write(head); err != nil {
		return err
	}
	row := make([]string, len(head))
	for i, node := range m.Nodes {
		row[0] = inert(node.Label)
		for j := range m.Nodes {
			row[j+1] = ""
			if e, ok := m.Edge(i, j); ok {
				row[j+1] = number(e.Weight)
			}
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// inert keeps a spreadsheet from taking a name for a formula.
func inert(words string) string {
	if words != "" && strings.ContainsRune("=+-@\t\r", rune(words[0])) {
		return "'" + words
	}
	return words
}

// number writes a weight or a place with as many digits as it needs.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

type graphML struct {
	XMLName xml.Name     `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []graphMLKey `xml:"key"`
	Graph   struct {
		Direction string        `xml:"edgedefault,attr"`
		Nodes     []graphMLNode `xml:"node"`
		Edges     []graphMLEdge `xml:"edge"`
	} `xml:"graph"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	From string        `xml:"source,attr"`
	To   string        `xml:"target,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

// WriteGraphML writes the graph as GraphML, for Gephi, yEd, Cytoscape and
// others, with the places of those nodes that have one. Control characters,
// which XML cannot hold, are left out of names. It returns the error of writing.
func WriteGraphML(out io.Writer, g Graph, at map[int64]Point, id Names) error {
	var doc graphML
	for _, key := range [][3]string{
		{"node", "label", "string"},
		{"node", "kind", "string"},
		{"node", "weight", "double"},
		{"node", "x", "double"},
		{"node", "y", "double"},
		{"edge", "weight", "double"},
		{"edge", "articles", "int"},
		{"edge", "paragraphs", "int"},
		{"edge", "events", "int"},
	} {
		doc.Keys = append(doc.Keys, graphMLKey{ID: key[0] + "_" + key[1], For: key[0], Name: key[1], Type: key[2]})
	}
	doc.Graph.Direction = "undirected"
	tidy := g.tidy()
	for _, n := range tidy.Nodes {
		data := []graphMLData{{"node_label", printable(n.Label)}, {"node_kind", printable(n.Kind)}, {"node_weight", number(n.Weight)}}
		if p, ok := at[n.ID]; ok && sound(p) {
			data = append(data, graphMLData{"node_x", number(p.X)}, graphMLData{"node_y", number(p.Y)})
		}
		doc.Graph.Nodes = append(doc.Graph.Nodes, graphMLNode{"n" + id.of(n.ID), data})
	}
	for _, e := range tidy.Edges {
		doc.Graph.Edges = append(doc.Graph.Edges, graphMLEdge{"n" + id.of(e.A), "n" + id.of(e.B), []graphMLData{
			{"edge_weight", number(e.Weight)},
			{"edge_articles", strconv.Itoa(e.Articles)},
			{"edge_paragraphs", strconv.Itoa(e.Paragraphs)},
			{"edge_events", strconv.Itoa(e.Events)},
		}})
	}
	return writeXML(out, doc)
}

func writeXML(out io.Writer, doc any) error {
	if _, err := io.WriteString(out, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(out)
	e.Indent("", " ")
	if err := e.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(out, "\n")
	return err
}

// printable leaves out what XML 1.0 has no way to write.
func printable(words string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(words, "\ufffd"))
}
