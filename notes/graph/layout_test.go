package graph_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes/graph"
)

type fataler interface {
	Helper()
	Fatal(...any)
}

func layout(t fataler, g graph.Graph, previous map[int64]graph.Point) map[int64]graph.Point {
	t.Helper()
	at, err := graph.Layout(context.Background(), g, previous, nil)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func distance(a, b graph.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

func TestEveryNodeIsPlaced(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawn(t)
		previous := map[int64]graph.Point{}
		place := rapid.OneOf(rapid.Float64Range(-300, 300), rapid.SampledFrom([]float64{math.NaN(), math.Inf(-1), 1e300, 0}))
		for _, n := range g.Nodes {
			if rapid.Bool().Draw(t, "placed") {
				previous[n.ID] = graph.Point{X: place.Draw(t, "x"), Y: place.Draw(t, "y")}
			}
		}
		at := layout(t, g, previous)
		if len(at) != len(g.Nodes) {
			t.Fatalf("%d places for %d nodes", len(at), len(g.Nodes))
		}
		for id, p := range at {
			if !(math.Abs(p.X) < 1e7 && math.Abs(p.Y) < 1e7) {
				t.Fatalf("%d is at %v", id, p)
			}
		}
		slices.Reverse(g.Nodes)
		slices.Reverse(g.Edges)
		for i := range g.Edges {
			g.Edges[i].A, g.Edges[i].B = g.Edges[i].B, g.Edges[i].A
		}
		if again := layout(t, g, previous); !cmp.Equal(at, again) {
			t.Fatalf("another result for the same graph in another order:\n%s", cmp.Diff(at, again))
		}
	})
}

// A node that is added moves the others little, and comes to lie by its
// neighbours.
func TestLayoutIsSteady(t *testing.T) {
	for _, size := range []int{2, 30, 300} {
		for seed := range uint64(6) {
			g := story(size, size*2, seed)
			before := layout(t, g, nil)
			if again := layout(t, g, before); !cmp.Equal(before, again) {
				t.Errorf("%d nodes: nothing is new, and yet they move", size)
			}
			g.Nodes = append(g.Nodes, graph.Node{ID: 5, Label: "One more", Kind: "person", Weight: 3})
			g.Edges = append(g.Edges, graph.Edge{A: 5, B: g.Nodes[0].ID, Weight: 1}, graph.Edge{A: 5, B: g.Nodes[size/2].ID, Weight: 1})
			after := layout(t, g, before)
			var moved []float64
			for id, was := range before {
				moved = append(moved, distance(was, after[id]))
			}
			slices.Sort(moved)
			if middle, most := moved[len(moved)/2], moved[len(moved)*95/100]; middle > graph.EdgeLength/8 || most > graph.EdgeLength/2+1 {
				t.Errorf("%d nodes: half of them move %.0f or more, a twentieth %.0f", size, middle, most)
			}
			near := min(distance(after[5], after[g.Nodes[0].ID]), distance(after[5], after[g.Nodes[size/2].ID]))
			if apart := distance(after[g.Nodes[0].ID], after[g.Nodes[size/2].ID]); near > apart/2+2*graph.EdgeLength {
				t.Errorf("%d nodes: the new one lies %.0f from its neighbours, which are %.0f apart", size, near, apart)
			}
		}
	}
}

// What shares something lies nearer together than what does not.
func TestEdgesAreShort(t *testing.T) {
	for _, size := range []int{20, 200, 1000} {
		g := story(size, size*2, 3)
		at := layout(t, g, nil)
		edges, all, count := 0.0, 0.0, 0.0
		for _, e := range g.Edges {
			edges += distance(at[e.A], at[e.B]) / float64(len(g.Edges))
		}
		for i, a := range g.Nodes {
			for _, b := range g.Nodes[:i] {
				all += distance(at[a.ID], at[b.ID])
				count++
			}
		}
		if edges > all/count/1.5 {
			t.Errorf("%d nodes: edges are %.0f long, pairs %.0f apart", size, edges, all/count)
		}
	}
}

// Names cover each other hardly anywhere, parts that share nothing nowhere.
func TestNamesAreLegible(t *testing.T) {
	for _, size := range []int{10, 100, 600} {
		g := story(size, size, 4)
		at := layout(t, g, nil)
		over := 0
		for i, a := range g.Nodes {
			for _, b := range g.Nodes[:i] {
				pa, pb := at[a.ID], at[b.ID]
				if math.Abs(pa.Y-pb.Y) < 12 && pa.X < pb.X+70 && pb.X < pa.X+70 {
					over++
				}
			}
		}
		if over*100 > size {
			t.Errorf("of %d names %d cover another", size, over)
		}
	}
}

func TestLayoutEndsWhenItIsNoLongerWanted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	reports := 0
	at, err := graph.Layout(ctx, story(500, 1000, 1), nil, func(places map[int64]graph.Point) {
		if reports++; reports == 3 {
			cancel()
		}
		if len(places) != 500 {
			t.Errorf("a report of %d places", len(places))
		}
	})
	if !errors.Is(err, context.Canceled) || at != nil || reports != 3 {
		t.Errorf("%d places, %v after %d reports", len(at), err, reports)
	}
}

// All nodes on one spot is what an archive hands in that lost its places.
func TestOneSpot(t *testing.T) {
	g := story(50, 100, 1)
	previous := map[int64]graph.Point{}
	for _, n := range g.Nodes[:30] {
		previous[n.ID] = graph.Point{X: 7, Y: 7}
	}
	at := layout(t, g, previous)
	if far := distance(at[g.Nodes[30].ID], at[g.Nodes[49].ID]); far < 5 {
		t.Errorf("nodes still lie %.1f apart", far)
	}
}

func BenchmarkLayout(b *testing.B) {
	for _, size := range []int{200, 2000} {
		g := story(size, 2*size, 1)
		at := layout(b, g, nil)
		b.Run("anew/"+itoa(size), func(b *testing.B) {
			for b.Loop() {
				layout(b, g, nil)
			}
		})
		more := g
		more.Nodes = append(slices.Clone(g.Nodes), graph.Node{ID: 5, Label: "One more"})
		more.Edges = append(slices.Clone(g.Edges), graph.Edge{A: 5, B: g.Nodes[0].ID, Weight: 1})
		b.Run("one more/"+itoa(size), func(b *testing.B) {
			for b.Loop() {
				layout(b, more, at)
			}
		})
	}
}

func BenchmarkMatrix(b *testing.B) {
	g := story(2000, 4000, 1)
	for b.Loop() {
		graph.NewMatrix(g, graph.Filter{}, graph.Clusters)
	}
}
