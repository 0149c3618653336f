package graph

import (
	"context"
	"math"
	"runtime"
	"sync"

	"gonum.org/v1/gonum/spatial/barneshut"
	"gonum.org/v1/gonum/spatial/r2"
)

// theta is how small a far group of nodes must look for it to be taken as one,
// as the ratio of its width to its distance. With 0.9 the sum of the forces is
// within a few hundredths of the exact one; see the test.
const theta = 0.9

// gravity draws every node to the middle of its piece, by so much of its
// distance a step, so that chains do not stretch without end.
const gravity = 0.02

// particle is a node to the Barnes-Hut tree. Every mass is one: the tree of
// gonum 0.17 divides the places of its leaves by their masses.
type particle struct{ r2.Vec }

// Coord2 says where the node is.
func (p *particle) Coord2() r2.Vec { return p.Vec }

// Mass is one.
func (p *particle) Mass() float64 { return 1 }

// repulse is the force by which one node, or a group of them, pushes another
// away: the square of the edge's length by the distance.
func repulse(_, _ barneshut.Particle2, _, mass float64, v r2.Vec) r2.Vec {
	square := v.X*v.X + v.Y*v.Y
	if square == 0 {
		return r2.Vec{}
	}
	return r2.Scale(-mass*EdgeLength*EdgeLength/square, v)
}

// simulate moves the nodes by the forces between them, less at each step. In a
// piece that is steady only the new ones move.
func (p *piece) simulate(ctx context.Context, show func()) error {
	steps, heat := stepsAnew, heatAnew
	if p.steady() {
		steps, heat = stepsKept, heatKept
	}
	cooling := math.Pow(heatEnd/heat, 1/float64(steps))
	field, steady, middle := newField(len(p.at)), p.steady(), p.middle()
	fixed := func(i int) bool { return steady && p.kept[i] }
	for step := range steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		field.repel(p.at, fixed)
		for i := range p.at {
			if !fixed(i) {
				field.forces[i] = r2.Add(field.forces[i], p.attraction(i, middle))
			}
		}
		for i, force := range field.forces {
			if far := r2.Norm(force); far > heat {
				force = r2.Scale(heat/far, force)
			}
			p.at[i].X, p.at[i].Y = p.at[i].X+force.X, p.at[i].Y+force.Y
		}
		heat *= cooling
		if len(p.at) >= leastReported && step%stepsPerReport == 0 {
			show()
		}
	}
	return nil
}

// attraction is what draws a node: its neighbours by the square of their
// distance, and the middle of the piece.
func (p *piece) attraction(i int, middle r2.Vec) r2.Vec {
	at := r2.Vec(p.at[i])
	force := r2.Scale(gravity, r2.Sub(middle, at))
	for _, l := range p.links[i] {
		v := r2.Sub(r2.Vec(p.at[l.to]), at)
		force = r2.Add(force, r2.Scale(l.pull*r2.Norm(v)/EdgeLength, v))
	}
	return force
}

func (p *piece) middle() r2.Vec {
	var sum r2.Vec
	for _, at := range p.at {
		sum = r2.Add(sum, r2.Vec(at))
	}
	return r2.Scale(1/float64(len(p.at)), sum)
}

// field reckons the repulsion between all nodes of a piece.
type field struct {
	particles []particle
	plane     barneshut.Plane
	forces    []r2.Vec
}

func newField(count int) *field {
	f := &field{particles: make([]particle, count), forces: make([]r2.Vec, count)}
	for i := range f.particles {
		f.plane.Particles = append(f.plane.Particles, &f.particles[i])
	}
	return f
}

// repel reckons the force on each node; on those that are fixed it is none.
func (f *field) repel(at []Point, fixed func(int) bool) {
	for i, p := range at {
		f.particles[i].Vec = r2.Vec(p)
	}
	for try := uint64(0); f.plane.Reset() != nil; try++ {
		f.separate(try) // two nodes lie on one spot, and the tree cannot tell them apart
	}
	workers := min(runtime.GOMAXPROCS(0), 1+len(at)/256)
	var busy sync.WaitGroup
	for w := range workers {
		busy.Go(func() {
			for i := w; i < len(at); i += workers {
				f.forces[i] = r2.Vec{}
				if !fixed(i) {
					f.forces[i] = f.plane.ForceOn(&f.particles[i], theta, repulse)
				}
			}
		})
	}
	busy.Wait()
}

// separate moves each node aside by a hair of its own.
func (f *field) separate(try uint64) {
	const hair = EdgeLength * 1e-3
	random := chance(int64(try))
	for i := range f.particles {
		f.particles[i].X += hair * (random.Float64() - 0.5)
		f.particles[i].Y += hair * (random.Float64() - 0.5)
	}
}
