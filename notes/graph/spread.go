package graph

import (
	"cmp"
	"context"
	"math"
	"slices"
	"unicode/utf8"
)

// What a node with its name is taken to cover, in units of Point. Letters are
// not measured here: letterWidth is the middle one of Inter at 12, and names
// longer than mostLetters are shown shortened.
const (
	dotRoom     = 10
	letterWidth = 6.4
	mostLetters = 26
	lineRoom    = 18
)

// box is what a node and its name, which stands at its right, cover around its
// place.
type box struct{ left, right, half float64 }

func boxOf(label string) box {
	letters := min(utf8.RuneCountInString(label), mostLetters)
	return box{left: -dotRoom, right: dotRoom + letterWidth*float64(letters), half: lineRoom / 2}
}

// sweeps bounds how often overlaps are looked for; most graphs have none left
// after a few dozen.
const sweeps = 80

// yield is how much of a push a node takes that is kept, beside one that is not.
const yield = 0.15

// spread pushes nodes apart until no name covers another or there is no more
// patience. Where a node may not move far, an overlap can stay.
func (p *piece) spread(ctx context.Context) error {
	order := make([]int, len(p.at))
	for i := range order {
		order[i] = i
	}
	for range sweeps {
		if err := ctx.Err(); err != nil {
			return err
		}
		slices.SortStableFunc(order, func(a, b int) int {
			return cmp.Compare(p.at[a].X+p.boxes[a].left, p.at[b].X+p.boxes[b].left)
		})
		free := true
		for o, i := range order {
			right := p.at[i].X + p.boxes[i].right
			for _, j := range order[o+1:] {
				if p.at[j].X+p.boxes[j].left >= right {
					break
				}
				if p.push(i, j) {
					free = false
				}
			}
		}
		if free {
			break
		}
	}
	return nil
}

// push moves two nodes apart, the shorter way, if what they cover overlaps by
// more than a hair.
func (p *piece) push(i, j int) bool {
	const hair = 0.5
	a, b := p.boxes[i], p.boxes[j]
	// How far j would have to go down, up, right or left to be free of i.
	down := p.at[i].Y + a.half - (p.at[j].Y - b.half)
	up := p.at[j].Y + b.half - (p.at[i].Y - a.half)
	right := p.at[i].X + a.right - (p.at[j].X + b.left)
	left := p.at[j].X + b.right - (p.at[i].X + a.left)
	least := min(down, up, right, left)
	if least <= hair {
		return false
	}
	var by Point
	switch least {
	case down:
		by.Y = down
	case up:
		by.Y = -up
	case right:
		by.X = right
	default:
		by.X = -left
	}
	mine, its := p.mobility(i), p.mobility(j)
	share := mine / (mine + its)
	p.at[i] = Point{p.at[i].X - by.X*share, p.at[i].Y - by.Y*share}
	p.at[j] = Point{p.at[j].X + by.X*(1-share), p.at[j].Y + by.Y*(1-share)}
	p.hold(i)
	p.hold(j)
	return true
}

func (p *piece) mobility(i int) float64 {
	if p.kept[i] {
		return yield
	}
	return 1
}

// cell is a square of the plane, by which pieces are packed.
type cell struct{ x, y int }

// cellSize is the side of a cell, in units of Point.
const cellSize = 40

// partGap is left free around a piece that is placed anew.
const partGap = 28

func cellOf(x, y float64) cell {
	return cell{int(math.Floor(x / cellSize)), int(math.Floor(y / cellSize))}
}

// cells returns the cells that a piece covers, with so much room about it:
// those of its nodes and their names, and of its edges.
func (p *piece) cells(gap float64) []cell {
	covered := map[cell]bool{}
	for i, at := range p.at {
		b := p.boxes[i]
		first := cellOf(at.X+b.left-gap, at.Y-b.half-gap)
		last := cellOf(at.X+b.right+gap, at.Y+b.half+gap)
		for x := first.x; x <= last.x; x++ {
			for y := first.y; y <= last.y; y++ {
				covered[cell{x, y}] = true
			}
		}
		for _, l := range p.links[i] {
			if l.to < i {
				continue
			}
			to := p.at[l.to]
			steps := math.Ceil(math.Hypot(to.X-at.X, to.Y-at.Y) / cellSize)
			for s := range int(steps) {
				share := float64(s) / steps
				covered[cellOf(at.X+(to.X-at.X)*share, at.Y+(to.Y-at.Y)*share)] = true
			}
		}
	}
	list := make([]cell, 0, len(covered))
	for c := range covered {
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b cell) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(a.y, b.y)) })
	return list
}
