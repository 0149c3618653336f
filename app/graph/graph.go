// Package graph shows who is seen with whom: as a net of dots and lines, and as
// a matrix of rows and columns. Its widgets take data, places and callbacks;
// they lay nothing out, ask no service and keep nothing.
package graph

import (
	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

// Node is what is seen with others.
type Node struct {
	ID     notes.ID
	Kind   notes.Kind
	Label  string
	Weight float64
}

// Edge is what two nodes share.
type Edge struct {
	A, B     notes.ID
	Weight   float64
	Articles int // that name both
	// Paragraphs name both too, and Events have both take part.
	Paragraphs, Events int
}

// Data is a graph as the archive knows it.
type Data struct {
	Nodes []Node
	Edges []Edge
}

// Graph returns the data as they are laid out, ordered and written.
func (d Data) Graph() plane.Graph {
	var g plane.Graph
	for _, n := range d.Nodes {
		g.Nodes = append(g.Nodes, plane.Node{ID: int64(n.ID), Label: n.Label, Kind: string(n.Kind), Weight: n.Weight})
	}
	for _, e := range d.Edges {
		g.Edges = append(g.Edges, plane.Edge{
			A: int64(e.A), B: int64(e.B), Weight: e.Weight, Articles: e.Articles, Paragraphs: e.Paragraphs, Events: e.Events,
		})
	}
	return g
}

// Callbacks say what a person asked for. Any may be nil.
type Callbacks struct {
	OnChoose func(id notes.ID)   // zero: nothing is chosen any more
	OnOpen   func(id notes.ID)   // the node's own page
	OnEdge   func(a, b notes.ID) // the passages that name both
	OnMoved  func(id notes.ID, to plane.Point)
	// OnKey and OnRune are offered what the widget has no use for.
	OnKey  func(*fyne.KeyEvent)
	OnRune func(rune) bool
}

func (c Callbacks) choose(id notes.ID) {
	if c.OnChoose != nil {
		c.OnChoose(id)
	}
}

func (c Callbacks) open(id notes.ID) {
	if c.OnOpen != nil {
		c.OnOpen(id)
	}
}

func (c Callbacks) edge(a, b notes.ID) {
	if c.OnEdge != nil {
		c.OnEdge(a, b)
	}
}

func (c Callbacks) key(event *fyne.KeyEvent) {
	if c.OnKey != nil && len(event.Name) > 1 { // letters come as runes
		c.OnKey(event)
	}
}

func (c Callbacks) letter(r rune) {
	if c.OnRune != nil {
		c.OnRune(r)
	}
}

// KindColour is the colour of the dots of a kind.
func KindColour(kind notes.Kind) fyne.ThemeColorName {
	switch kind {
	case notes.KindPerson:
		return look.BlueEdge
	case notes.KindOrganisation:
		return look.GreenEdge
	case notes.KindPlace:
		return look.YellowEdge
	case notes.KindEvent:
		return look.VioletEdge
	}
	return look.TextThird
}
