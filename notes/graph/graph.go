// Package graph arranges who is seen with whom: it gives each node of a graph
// a place in the plane, puts the same graph into the rows and columns of a
// matrix, and writes both for other programs. It works on IDs, names and
// numbers alone; it knows no archive, draws nothing and measures no letters.
package graph

import (
	"cmp"
	"math"
	"slices"
)

// Node is a person, an organisation, an event: whatever is seen with others.
type Node struct {
	ID     int64
	Label  string
	Kind   string
	Weight float64 // how much there is of it; the weightiest are shown first
}

// Edge says what two nodes share. It has no direction.
type Edge struct {
	A, B     int64   // IDs of nodes
	Weight   float64 // how much they share; what is not above zero counts as nothing
	Articles int     // that name both
	// Paragraphs name both too, and Events have both take part.
	Paragraphs, Events int
}

// Graph is nodes and what they share. An edge whose ends are not among the
// nodes, or are one node, is left out of whatever is made of a graph; of nodes
// of one ID the first counts, and edges between the same two are added up.
type Graph struct {
	Nodes []Node
	Edges []Edge
}

// Point is a place in the plane, x to the right and y down, in units of a
// window at its natural size.
type Point struct{ X, Y float64 }

// Filter says what part of a graph is wanted. The zero value wants all.
type Filter struct {
	// LeastWeight leaves out edges that are lighter, and nodes that then have
	// none left.
	LeastWeight float64
	// Kinds leaves out nodes of other kinds; none wants all kinds.
	Kinds []string
}

// Filter returns the part of the graph that is wanted, tidied: nodes by their
// IDs, edges by those of their ends, the lesser ID first.
func (g Graph) Filter(f Filter) Graph {
	tidy := g.tidy()
	wanted := make(map[int64]bool, len(tidy.Nodes))
	for _, n := range tidy.Nodes {
		wanted[n.ID] = len(f.Kinds) == 0 || slices.Contains(f.Kinds, n.Kind)
	}
	var out Graph
	linked := map[int64]bool{}
	for _, e := range tidy.Edges {
		if wanted[e.A] && wanted[e.B] && e.Weight >= f.LeastWeight {
			out.Edges = append(out.Edges, e)
			linked[e.A], linked[e.B] = true, true
		}
	}
	for _, n := range tidy.Nodes {
		if wanted[n.ID] && (f.LeastWeight <= 0 || linked[n.ID]) {
			out.Nodes = append(out.Nodes, n)
		}
	}
	return out
}

// tidy returns the graph as Graph says it is understood, in an order that does
// not depend on the one in which it came.
func (g Graph) tidy() Graph {
	seen := make(map[int64]bool, len(g.Nodes))
	out := Graph{Nodes: make([]Node, 0, len(g.Nodes)), Edges: make([]Edge, 0, len(g.Edges))}
	for _, n := range g.Nodes {
		if !seen[n.ID] {
			seen[n.ID] = true
			n.Weight = sane(n.Weight)
			out.Nodes = append(out.Nodes, n)
		}
	}
	slices.SortFunc(out.Nodes, func(a, b Node) int { return cmp.Compare(a.ID, b.ID) })
	for _, e := range g.Edges {
		if e.A != e.B && seen[e.A] && seen[e.B] {
			e.A, e.B, e.Weight = min(e.A, e.B), max(e.A, e.B), sane(e.Weight)
			out.Edges = append(out.Edges, e)
		}
	}
	out.Edges = summed(out.Edges)
	return out
}

// summed sorts edges and makes one of those between the same two nodes. Weights
// too are sorted: the last digit of their sum depends on their order.
func summed(edges []Edge) []Edge {
	slices.SortFunc(edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B), cmp.Compare(a.Weight, b.Weight))
	})
	out := edges[:0]
	for _, e := range edges {
		if len(out) == 0 || out[len(out)-1].A != e.A || out[len(out)-1].B != e.B {
			out = append(out, e)
			continue
		}
		known := &out[len(out)-1]
		known.Weight += e.Weight
		known.Articles += e.Articles
		known.Paragraphs += e.Paragraphs
		known.Events += e.Events
	}
	return out
}

// mostWeight keeps sums of weights finite.
const mostWeight = 1e12

// sane returns a weight that can be reckoned with.
func sane(weight float64) float64 {
	if math.IsNaN(weight) || weight < 0 {
		return 0
	}
	return min(weight, mostWeight)
}

// network is a tidy graph with its nodes known by their numbers.
type network struct {
	Graph
	number map[int64]int
	beside [][]link // of each node
}

// link leads from one node to another.
type link struct {
	to   int
	pull float64 // how strongly it draws the two together, from leastPull to 1
}

// leastPull is what the lightest edge draws with. Weights differ by orders of
// magnitude; were they taken as they are, all but the heaviest would do nothing.
const leastPull = 0.3

func newNetwork(g Graph) *network {
	n := &network{Graph: g.tidy(), number: make(map[int64]int, len(g.Nodes))}
	for i, node := range n.Nodes {
		n.number[node.ID] = i
	}
	n.beside = make([][]link, len(n.Nodes))
	most := 0.0
	for _, e := range n.Edges {
		most = max(most, e.Weight)
	}
	for _, e := range n.Edges {
		pull := leastPull
		if most > 0 {
			pull += (1 - leastPull) * math.Log1p(e.Weight) / math.Log1p(most)
		}
		a, b := n.number[e.A], n.number[e.B]
		n.beside[a] = append(n.beside[a], link{b, pull})
		n.beside[b] = append(n.beside[b], link{a, pull})
	}
	return n
}

// parts returns the nodes that are connected with each other, the largest part
// first, each from its weightiest node outward.
func (n *network) parts() [][]int {
	order := make([]int, len(n.Nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(len(n.beside[b]), len(n.beside[a])), cmp.Compare(n.Nodes[b].Weight, n.Nodes[a].Weight))
	})
	seen := make([]bool, len(n.Nodes))
	var parts [][]int
	for _, first := range order {
		if seen[first] {
			continue
		}
		seen[first] = true
		part := []int{first}
		for i := 0; i < len(part); i++ {
			for _, l := range n.beside[part[i]] {
				if !seen[l.to] {
					seen[l.to] = true
					part = append(part, l.to)
				}
			}
		}
		parts = append(parts, part)
	}
	slices.SortStableFunc(parts, func(a, b []int) int { return len(b) - len(a) })
	return parts
}
