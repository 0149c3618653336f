package graph

import (
	"math"
	"math/rand/v2"
)

// goldenAngle turns from one seed of a sunflower to the next.
const goldenAngle = math.Pi * (3 - 2.23606797749979)

// chance is the source of what has to be arbitrary about a node; it depends on
// nothing but the node's ID.
func chance(id int64) *rand.Rand { return rand.New(rand.NewPCG(uint64(id), 0x9e3779b97f4a7c15)) }

// start gives the nodes their first places. Those that had one begin there,
// the others beside their neighbours; where none had one, the weightiest
// begins in the middle and its neighbours, and theirs, around it.
func (p *piece) start() {
	if p.keeps == 0 {
		for i := range p.at {
			radius, angle := EdgeLength*0.6*math.Sqrt(float64(i)), goldenAngle*float64(i)
			p.at[i] = Point{radius * math.Cos(angle), radius * math.Sin(angle)}
		}
		return
	}
	placed := make([]bool, len(p.at))
	var queue []int
	for i := range p.at {
		if p.kept[i] {
			p.at[i], placed[i] = p.was[i], true
			queue = append(queue, i)
		}
	}
	for i := 0; i < len(queue); i++ {
		for _, l := range p.links[queue[i]] {
			if !placed[l.to] {
				p.at[l.to], placed[l.to] = p.beside(l.to, placed), true
				queue = append(queue, l.to)
			}
		}
	}
}

// beside returns a place in the middle of those neighbours that have one, a
// little aside in a direction of the node's own.
func (p *piece) beside(i int, placed []bool) Point {
	var middle Point
	count := 0.0
	for _, l := range p.links[i] {
		if placed[l.to] {
			middle.X, middle.Y = middle.X+p.at[l.to].X, middle.Y+p.at[l.to].Y
			count++
		}
	}
	angle := 2 * math.Pi * chance(p.ids[i]).Float64()
	return Point{
		middle.X/count + EdgeLength/2*math.Cos(angle),
		middle.Y/count + EdgeLength/2*math.Sin(angle),
	}
}
