package graph

import (
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/spatial/r2"
)

// The tree's sum of repulsions is held to the plain one over all pairs.
func TestRepulsionIsNearTheExactOne(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, count := range []int{2, 10, 400, 2000} {
		at := make([]Point, count)
		for i := range at {
			at[i] = Point{random.NormFloat64() * 900, random.NormFloat64() * 500}
		}
		field := newField(count)
		field.repel(at, func(int) bool { return false })
		wrong, all := 0.0, 0.0
		for i := range at {
			var exact r2.Vec
			for j := range at {
				exact = r2.Add(exact, repulse(nil, nil, 1, 1, r2.Sub(r2.Vec(at[j]), r2.Vec(at[i]))))
			}
			wrong += r2.Norm(r2.Sub(field.forces[i], exact))
			all += r2.Norm(exact)
		}
		if wrong > 0.06*all {
			t.Errorf("%d nodes: the forces are %.1f %% off", count, 100*wrong/all)
		}
	}
}
