package graph

import (
	"cmp"
	"slices"
)

// wide is how much wider than high the packed pieces may become, as windows are.
const wide = 1.5

// pack lays the pieces side by side: those that were there before stay unless
// another needs their room, and then step aside as little as they must; the
// new ones come as near to the middle as there is room, the largest first. It
// returns moved copies, so that what is still under way is not disturbed.
func pack(n *network, pieces []*piece) []*piece {
	order := slices.Clone(pieces)
	slices.SortStableFunc(order, func(a, b *piece) int {
		return cmp.Or(-compareTrue(a.keeps > 0, b.keeps > 0), -cmp.Compare(len(a.nodes), len(b.nodes)), cmp.Compare(n.Nodes[a.nodes[0]].ID, n.Nodes[b.nodes[0]].ID))
	})
	taken := map[cell]bool{}
	packed := make([]*piece, 0, len(order))
	full := 0 // rings that had no room for a node alone, of which there can be many
	for _, p := range order {
		gap, from := 0.0, 0
		alone := len(p.nodes) == 1 && p.keeps == 0
		if p.keeps == 0 {
			gap = partGap
		}
		if alone {
			from = full
		}
		by, ring := room(p.cells(gap), taken, from)
		if alone {
			full = ring
		}
		moved := p.movedBy(by)
		for _, c := range moved.cells(0) {
			taken[c] = true
		}
		packed = append(packed, moved)
	}
	return packed
}

func compareTrue(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// movedBy returns the piece so many cells on, sharing all but its places.
func (p *piece) movedBy(by cell) *piece {
	moved := *p
	moved.at = make([]Point, len(p.at))
	for i, at := range p.at {
		moved.at[i] = Point{at.X + float64(by.x)*cellSize, at.Y + float64(by.y)*cellSize}
	}
	return &moved
}

// room returns by how many cells something must be moved to lie free, and in
// which ring around its own place that was. Rings before from are not tried.
func room(covers []cell, taken map[cell]bool, from int) (by cell, ring int) {
	free := func(by cell) bool {
		for _, c := range covers {
			if taken[cell{c.x + by.x, c.y + by.y}] {
				return false
			}
		}
		return true
	}
	for ring = from; ; ring++ {
		found, least := false, 0.0
		for _, at := range ringOf(ring) {
			x, y := float64(at.x)/wide, float64(at.y)
			if far := x*x + y*y; (!found || far < least) && free(at) {
				by, found, least = at, true, far
			}
		}
		if found {
			return by, ring
		}
	}
}

// ringOf returns the cells of the rectangle that is so far from the middle.
func ringOf(ring int) []cell {
	if ring == 0 {
		return []cell{{}}
	}
	half := int(wide * float64(ring))
	var cells []cell
	for x := -half; x <= half; x++ {
		cells = append(cells, cell{x, -ring}, cell{x, ring})
	}
	for y := -ring + 1; y < ring; y++ {
		for x := int(wide*float64(ring-1)) + 1; x <= half; x++ {
			cells = append(cells, cell{-x, y}, cell{x, y})
		}
	}
	return cells
}
