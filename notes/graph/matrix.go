package graph

import (
	"cmp"
	"slices"

	"cuttings/notes/fold"
)

// Order says how the rows and columns of a matrix follow each other.
type Order string

// The orders there are.
const (
	ByName   Order = "name"
	ByWeight Order = "weight"  // the weightiest first
	Clusters Order = "cluster" // what shares much stands together
)

// Matrix is a graph as a table: as many rows as columns, both the nodes in one
// order, and in each cell what two of them share.
type Matrix struct {
	Nodes []Node
	Most  float64 // the greatest weight of an edge, zero if there is none
	cells map[[2]int]Edge
	links []int
}

// NewMatrix makes the table of what the filter wants of a graph. An order that
// does not exist is that by name.
func NewMatrix(g Graph, f Filter, order Order) *Matrix {
	n := newNetwork(g.Filter(f))
	m := &Matrix{Nodes: make([]Node, len(n.Nodes)), cells: make(map[[2]int]Edge, 2*len(n.Edges)), links: make([]int, len(n.Nodes))}
	place := make([]int, len(n.Nodes))
	for at, number := range n.ordered(order) {
		m.Nodes[at], place[number] = n.Nodes[number], at
	}
	for _, e := range n.Edges {
		a, b := place[n.number[e.A]], place[n.number[e.B]]
		m.cells[[2]int{a, b}], m.cells[[2]int{b, a}] = e, e
		m.links[a]++
		m.links[b]++
		m.Most = max(m.Most, e.Weight)
	}
	return m
}

// Edge returns what the nodes of a row and a column share; false if nothing,
// or if there is no such cell.
func (m *Matrix) Edge(row, column int) (Edge, bool) {
	e, ok := m.cells[[2]int{row, column}]
	return e, ok
}

// Links returns how many others the node of a row shares something with.
func (m *Matrix) Links(row int) int { return m.links[row] }

// ordered returns the numbers of the nodes in an order. What is equal otherwise
// goes by name, and then by ID.
func (n *network) ordered(order Order) []int {
	numbers := make([]int, len(n.Nodes))
	folded := make([]string, len(n.Nodes))
	for i, node := range n.Nodes {
		numbers[i], folded[i] = i, fold.String(node.Label)
	}
	slices.SortStableFunc(numbers, func(a, b int) int {
		byName := cmp.Or(cmp.Compare(folded[a], folded[b]), cmp.Compare(a, b))
		if order == ByWeight {
			return cmp.Or(cmp.Compare(n.Nodes[b].Weight, n.Nodes[a].Weight), byName)
		}
		return byName
	})
	if order == Clusters {
		return n.clustered(numbers)
	}
	return numbers
}
