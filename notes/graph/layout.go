package graph

import (
	"context"
	"math"
)

// EdgeLength is how far apart two nodes come to lie that share something and
// have no others about them, in the units of Point: so far that names of
// ordinary length fit between.
const EdgeLength = 80

// The number of steps that a part is given. More than stepsAnew moved nothing
// visibly in graphs of up to 2,000 nodes.
const (
	stepsAnew = 200
	stepsKept = 60
)

// What a step may move a node at first, and at the end, in units of Point.
const (
	heatAnew = EdgeLength * 1.5
	heatKept = EdgeLength / 4
	heatEnd  = EdgeLength / 50
)

// drift is how far a node that had its place may be moved to make room for
// others: so little that a person still finds it where they left it.
const drift = EdgeLength / 2

// leastKept is the share of a part's nodes that must have had places for the
// others to be fitted in among them. Below it there is nothing to hold to.
const leastKept = 0.5

// Between two reports there are so many steps, and parts of fewer nodes are
// done before anybody could look.
const (
	stepsPerReport = 10
	leastReported  = 100
)

// Layout gives every node of the graph a place. The same graph and the same
// previous places lead to the same result.
//
// Nodes that have previous places keep them or, where others join their part
// of the graph, stay within half of EdgeLength of them; the others come to lie
// beside what they share something with. A part of which no node is new stays
// as it was. Parts that share nothing lie side by side.
//
// The forces are those of Fruchterman and Reingold, "Graph drawing by
// force-directed placement" (1991), with the repulsion summed up by the method
// of Barnes and Hut (1986); overlaps are then pushed apart.
//
// report, if not nil, is called from this goroutine with places on the way, for
// a map of its own each time. Layout returns the context's error if that ends.
func Layout(ctx context.Context, g Graph, previous map[int64]Point, report func(map[int64]Point)) (map[int64]Point, error) {
	n := newNetwork(g)
	var pieces []*piece
	for _, part := range n.parts() {
		pieces = append(pieces, newPiece(n, part, previous))
	}
	show := func() {
		if report != nil {
			report(places(n, pack(n, pieces)))
		}
	}
	for _, p := range pieces {
		if err := p.settle(ctx, show); err != nil {
			return nil, err
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return places(n, pack(n, pieces)), nil
}

// places gathers where the nodes are.
func places(n *network, pieces []*piece) map[int64]Point {
	all := make(map[int64]Point, len(n.Nodes))
	for _, p := range pieces {
		for i, node := range p.nodes {
			all[n.Nodes[node].ID] = p.at[i]
		}
	}
	return all
}

// piece is a part of the graph that is being laid out. What it knows of each
// node stands in the same order in all its slices.
type piece struct {
	nodes []int // their numbers in the network
	ids   []int64
	links [][]link // to numbers within the piece
	boxes []box
	at    []Point
	was   []Point // where it was before, if kept
	kept  []bool
	keeps int
}

func newPiece(n *network, part []int, previous map[int64]Point) *piece {
	p := &piece{
		nodes: part, ids: make([]int64, len(part)), links: make([][]link, len(part)), boxes: make([]box, len(part)),
		at: make([]Point, len(part)), was: make([]Point, len(part)), kept: make([]bool, len(part)),
	}
	within := make(map[int]int, len(part))
	for i, node := range part {
		within[node] = i
		p.ids[i], p.boxes[i] = n.Nodes[node].ID, boxOf(n.Nodes[node].Label)
		if was, ok := previous[p.ids[i]]; ok && sound(was) {
			p.was[i], p.kept[i] = was, true
			p.keeps++
		}
	}
	for i, node := range part {
		for _, l := range n.beside[node] {
			p.links[i] = append(p.links[i], link{within[l.to], l.pull})
		}
	}
	p.start()
	return p
}

// farthest is beyond where any node comes to lie; a previous place out there
// is not one of ours.
const farthest = 1e7

func sound(p Point) bool { return math.Abs(p.X) < farthest && math.Abs(p.Y) < farthest } // NaN is not below anything

// steady reports whether most of the piece stays where it was.
func (p *piece) steady() bool {
	return p.keeps > 0 && float64(p.keeps) >= leastKept*float64(len(p.nodes))
}

// settle moves the nodes until they lie well.
func (p *piece) settle(ctx context.Context, show func()) error {
	if p.keeps == len(p.nodes) {
		return nil
	}
	if len(p.nodes) > 1 {
		if err := p.simulate(ctx, show); err != nil {
			return err
		}
	}
	if !p.steady() {
		p.centre()
	}
	return p.spread(ctx)
}

// centre puts the middle of the piece where it was, or else at the origin.
func (p *piece) centre() {
	var is, was Point
	for i, at := range p.at {
		if p.keeps == 0 || p.kept[i] {
			is.X, is.Y = is.X+at.X, is.Y+at.Y
			was.X, was.Y = was.X+p.was[i].X, was.Y+p.was[i].Y
		}
	}
	count := float64(len(p.at))
	if p.keeps > 0 {
		count = float64(p.keeps)
	}
	by := Point{(was.X - is.X) / count, (was.Y - is.Y) / count}
	for i := range p.at {
		p.at[i].X, p.at[i].Y = p.at[i].X+by.X, p.at[i].Y+by.Y
	}
}

// hold puts a node that is kept back to within drift of where it was.
func (p *piece) hold(i int) {
	if !p.kept[i] || !p.steady() {
		return
	}
	x, y := p.at[i].X-p.was[i].X, p.at[i].Y-p.was[i].Y
	if far := math.Hypot(x, y); far > drift {
		p.at[i] = Point{p.was[i].X + x*drift/far, p.was[i].Y + y*drift/far}
	}
}
