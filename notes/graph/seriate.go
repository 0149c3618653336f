package graph

import (
	"cmp"
	"math"
	"slices"
)

// rounds is how often the values are averaged. They need not have come to
// rest: only their order counts.
const rounds = 120

// A part is not split further that has no more than fewest nodes, or of whose
// edges a greater share than looseCut would lie between the halves: there are
// no two groups in it. A half has at least a tenth of the nodes, so that a part
// is not taken to pieces one by one.
const (
	fewest    = 3
	looseCut  = 0.35
	leastHalf = 0.1
)

// clustered orders the parts by size and the nodes of each so that those that
// share much stand together. Nodes without edges come last, as they came.
func (n *network) clustered(numbers []int) []int {
	rank := make([]int, len(numbers))
	for at, number := range numbers {
		rank[number] = at
	}
	var order, alone []int
	for _, part := range n.parts() {
		if len(part) == 1 {
			alone = append(alone, part...)
			continue
		}
		slices.SortFunc(part, func(a, b int) int { return rank[a] - rank[b] })
		order = append(order, n.arranged(part)...)
	}
	slices.SortFunc(alone, func(a, b int) int { return rank[a] - rank[b] })
	return append(order, alone...)
}

// arranged orders some nodes by the second eigenvector of their normalised
// adjacency (Atkins, Boman and Hendrickson, "A spectral algorithm for
// seriation", 1998), cuts the row where the fewest edges cross (Shi and Malik,
// "Normalized cuts and image segmentation", 2000), and does the same with both
// halves. Of the two directions it takes the one nearer to how they came.
func (n *network) arranged(nodes []int) []int {
	if len(nodes) <= fewest {
		return nodes
	}
	within := make(map[int]int, len(nodes))
	for i, node := range nodes {
		within[node] = i
	}
	links := make([][]link, len(nodes))
	for i, node := range nodes {
		for _, l := range n.beside[node] {
			if to, ok := within[l.to]; ok {
				links[i] = append(links[i], link{to, l.pull})
			}
		}
	}
	values := n.seriate(nodes, links)
	order := make([]int, len(nodes))
	turn := 0.0
	for i := range order {
		order[i] = i
		turn += values[i] * (float64(i) - float64(len(nodes)-1)/2)
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if turn < 0 {
			return cmp.Compare(values[b], values[a])
		}
		return cmp.Compare(values[a], values[b])
	})
	arranged := make([]int, len(order))
	for at, i := range order {
		arranged[at] = nodes[i]
	}
	cut, crossing := bestCut(order, links)
	if crossing > looseCut {
		return arranged
	}
	return append(n.arranged(slices.Clone(arranged[:cut])), n.arranged(arranged[cut:])...)
}

// seriate gives each node a value, near for those that share much.
func (n *network) seriate(nodes []int, links [][]link) []float64 {
	sums, all := make([]float64, len(nodes)), 0.0
	for i := range nodes {
		for _, l := range links[i] {
			sums[i] += l.pull
		}
		all += sums[i]
	}
	is, next := make([]float64, len(nodes)), make([]float64, len(nodes))
	for i, node := range nodes {
		is[i] = chance(n.Nodes[node].ID).Float64() - 0.5
	}
	if all == 0 {
		return is
	}
	for range rounds {
		mean, most := 0.0, 0.0
		for i := range is {
			mean += sums[i] * is[i] / all // the first eigenvector is the same everywhere: it is taken off
		}
		for i := range is {
			average := is[i]
			if sums[i] > 0 {
				average = 0
				for _, l := range links[i] {
					average += l.pull * is[l.to] / sums[i]
				}
			}
			// Half of its own value, or two-sided graphs would swing to and fro.
			next[i] = (is[i]+average)/2 - mean
			most = max(most, math.Abs(next[i]))
		}
		if most == 0 {
			break
		}
		for i := range next {
			is[i] = next[i] / most
		}
	}
	return is
}

// bestCut returns where in an order the fewest edges cross, as a share of those
// of the lesser side.
func bestCut(order []int, links [][]link) (cut int, crossing float64) {
	all := 0.0
	for _, of := range links {
		for _, l := range of {
			all += l.pull
		}
	}
	before := make([]bool, len(order))
	across, left := 0.0, 0.0
	crossing = math.Inf(1)
	least := max(1, int(leastHalf*float64(len(order))))
	for at, i := range order {
		for _, l := range links[i] {
			left += l.pull
			if before[l.to] {
				across -= l.pull
			} else {
				across += l.pull
			}
		}
		before[i] = true
		if behind := at + 1; behind >= least && len(order)-behind >= least {
			if share := across / max(min(left, all-left), 1e-9); share < crossing {
				cut, crossing = behind, share
			}
		}
	}
	return cut, crossing
}
