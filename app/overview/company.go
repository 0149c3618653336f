package overview

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/graph"
	"cuttings/app/session"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

// mostNodes is how many names a graph shows: beyond, neither the eye nor the
// layout keeps up.
const mostNodes = 2000

// company is what a graph shows, and what it is narrowed to.
type company struct {
	data  graph.Data
	plane plane.Graph // the same
	cut   bool        // there were more names than a graph shows

	with, group string // names of what the graph is narrowed to
}

// kindsOf are the kinds that a place of the graph shows.
func kindsOf(place session.Place) []notes.Kind {
	if place.Kinds == "" {
		return notes.Entities
	}
	var kinds []notes.Kind
	for _, kind := range strings.Split(place.Kinds, ",") {
		kinds = append(kinds, notes.Kind(kind))
	}
	return kinds
}

// withKind returns a place that shows a kind, or not. All kinds are shown in
// place of none.
func withKind(place session.Place, kind notes.Kind, shown bool) session.Place {
	var kinds []string
	for _, one := range notes.Entities {
		if one == kind && shown || one != kind && slices.Contains(kindsOf(place), one) {
			kinds = append(kinds, string(one))
		}
	}
	place.Kinds = strings.Join(kinds, ",")
	if len(kinds) == len(notes.Entities) {
		place.Kinds = ""
	}
	return place
}

// readCompany reads what a place of the graph shows.
func readCompany(ctx context.Context, book *notes.Notebook, place session.Place) (company, error) {
	var c company
	var err error
	if c.with, err = titleOf(ctx, book, place.With); err != nil {
		return c, err
	}
	if c.group, err = titleOf(ctx, book, place.Group); err != nil {
		return c, err
	}
	kinds := kindsOf(place)
	if c.with != "" { // who all is about is shown in any case
		around, err := book.Item(ctx, place.With)
		if err != nil {
			return c, err
		}
		if !slices.Contains(kinds, around.Kind) {
			kinds = append(slices.Clone(kinds), around.Kind)
		}
	}
	network, err := book.Network(ctx, notes.NetworkFilter{Around: place.With, Collection: place.Group, Kinds: kinds, Limit: mostNodes + 1})
	if err != nil {
		return c, err
	}
	if c.cut = len(network.Nodes) > mostNodes; c.cut {
		network.Nodes = network.Nodes[:mostNodes]
	}
	if err := session.NameApart(ctx, book, network.Nodes); err != nil {
		return c, err
	}
	c.data = dataOf(network, place.Least)
	c.plane = c.data.Graph()
	return c, ctx.Err()
}

// dataOf leaves out what shares less than least, and then who shares nothing.
func dataOf(network notes.Network, least int) graph.Data {
	var d graph.Data
	tied := map[notes.ID]bool{}
	shown := map[notes.ID]bool{}
	for _, node := range network.Nodes {
		shown[node.ID] = true
	}
	for _, tie := range network.Ties {
		weight := tie.Articles + tie.Events
		if weight < max(least, 1) || !shown[tie.A] || !shown[tie.B] {
			continue
		}
		tied[tie.A], tied[tie.B] = true, true
		d.Edges = append(d.Edges, graph.Edge{
			A: tie.A, B: tie.B, Weight: float64(weight), Articles: tie.Articles, Paragraphs: tie.Paragraphs, Events: tie.Events,
		})
	}
	for _, node := range network.Nodes {
		if least == 0 || tied[node.ID] {
			d.Nodes = append(d.Nodes, graph.Node{ID: node.ID, Kind: node.Kind, Label: node.Title, Weight: float64(node.Articles)})
		}
	}
	return d
}

// node returns what is known of a name; false if the graph does not show it.
func (c *company) node(id notes.ID) (graph.Node, bool) {
	i := slices.IndexFunc(c.data.Nodes, func(n graph.Node) bool { return n.ID == id })
	if i < 0 {
		return graph.Node{}, false
	}
	return c.data.Nodes[i], true
}

// edge returns what two names share; false if nothing.
func (c *company) edge(a, b notes.ID) (graph.Edge, bool) {
	i := slices.IndexFunc(c.data.Edges, func(e graph.Edge) bool { return e.A == a && e.B == b || e.A == b && e.B == a })
	if i < 0 {
		return graph.Edge{}, false
	}
	return c.data.Edges[i], true
}

// edgesOf returns what a name shares with others, the strongest first; all
// edges for zero.
func (c *company) edgesOf(id notes.ID) []graph.Edge {
	var edges []graph.Edge
	for _, e := range c.data.Edges {
		if id == 0 || e.A == id || e.B == id {
			edges = append(edges, e)
		}
	}
	slices.SortStableFunc(edges, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), b.Paragraphs-a.Paragraphs)
	})
	return edges
}

// sharedWords say what two names share.
func sharedWords(e graph.Edge) string {
	var words []string
	add := func(key, all string, n int) {
		if n > 0 {
			words = append(words, lang.XN(key, all, n, map[string]any{"N": n}))
		}
	}
	add("graph.articles", "{{.N}} articles", e.Articles)
	add("graph.paragraphs", "{{.N}} paragraphs", e.Paragraphs)
	add("graph.events", "{{.N}} events", e.Events)
	return joined(words...)
}
