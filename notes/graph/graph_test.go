package graph_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"cuttings/notes/graph"
)

// story makes a graph as archives have them: groups whose members are seen
// with each other, a few that are seen with everybody, some with nobody.
func story(nodes, edges int, seed uint64) graph.Graph {
	random := rand.New(rand.NewPCG(seed, uint64(nodes)))
	kinds := []string{"person", "organisation", "place", "event"}
	var g graph.Graph
	for i := range nodes {
		g.Nodes = append(g.Nodes, graph.Node{
			ID: int64(1000 + i*7), Label: fmt.Sprintf("Name of %c%d", 'A'+i%26, i), Kind: kinds[random.IntN(4)],
			Weight: math.Floor(1 / (0.01 + random.Float64()) * 3),
		})
	}
	for range edges {
		a := random.IntN(nodes)
		group := a / 25
		b := min(group*25+random.IntN(25), nodes-1)
		if random.IntN(12) == 0 {
			b = random.IntN(nodes)
		}
		shared := 1 + random.IntN(8)
		g.Edges = append(g.Edges, graph.Edge{A: g.Nodes[a].ID, B: g.Nodes[b].ID, Weight: float64(shared), Articles: shared, Paragraphs: shared / 2})
	}
	return g
}

func TestFilter(t *testing.T) {
	g := graph.Graph{
		Nodes: []graph.Node{
			{ID: 3, Label: "Joly", Kind: "person", Weight: math.NaN()},
			{ID: 1, Label: "Mutua", Kind: "person"},
			{ID: 2, Label: "CARICOM", Kind: "organisation"},
			{ID: 1, Label: "again"},
		},
		Edges: []graph.Edge{
			{A: 3, B: 1, Weight: 2, Articles: 1},
			{A: 1, B: 3, Weight: 1, Articles: 2, Events: 1},
			{A: 1, B: 2, Weight: 1},
			{A: 1, B: 1, Weight: 9},
			{A: 1, B: 99, Weight: 9},
		},
	}
	for _, test := range []struct {
		name   string
		filter graph.Filter
		nodes  []int64
		edges  []graph.Edge
	}{
		{"all", graph.Filter{}, []int64{1, 2, 3}, []graph.Edge{{A: 1, B: 2, Weight: 1}, {A: 1, B: 3, Weight: 3, Articles: 3, Events: 1}}},
		{"heavy", graph.Filter{LeastWeight: 2}, []int64{1, 3}, []graph.Edge{{A: 1, B: 3, Weight: 3, Articles: 3, Events: 1}}},
		{"people", graph.Filter{Kinds: []string{"person"}}, []int64{1, 3}, []graph.Edge{{A: 1, B: 3, Weight: 3, Articles: 3, Events: 1}}},
		{"none", graph.Filter{LeastWeight: 50}, nil, nil},
	} {
		got := g.Filter(test.filter)
		var ids []int64
		for _, n := range got.Nodes {
			ids = append(ids, n.ID)
		}
		if diff := cmp.Diff(test.nodes, ids) + cmp.Diff(test.edges, got.Edges); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

// drawn draws any graph, tidy or not, for a property test.
func drawn(t *rapid.T) graph.Graph {
	weight := rapid.OneOf(rapid.Float64Range(0, 20), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), -1, math.MaxFloat64}))
	var g graph.Graph
	for i := range rapid.IntRange(0, 40).Draw(t, "nodes") {
		g.Nodes = append(g.Nodes, graph.Node{
			ID: int64(i*31 - 100), Label: rapid.StringN(0, 40, -1).Draw(t, "label"), Kind: rapid.SampledFrom([]string{"person", "event", ""}).Draw(t, "kind"),
			Weight: weight.Draw(t, "weight"),
		})
	}
	for range rapid.IntRange(0, 80).Draw(t, "edges") {
		id := rapid.Map(rapid.IntRange(-1, len(g.Nodes)), func(i int) int64 { return int64(i*31 - 100) })
		g.Edges = append(g.Edges, graph.Edge{A: id.Draw(t, "a"), B: id.Draw(t, "b"), Weight: weight.Draw(t, "weight")})
	}
	return g
}

func names(m *graph.Matrix) []string {
	var list []string
	for _, n := range m.Nodes {
		list = append(list, n.Label)
	}
	return list
}

func TestMatrixOrders(t *testing.T) {
	g := graph.Graph{}
	for i, label := range []string{"Évariste", "Abel", "Zoe", "erdős", "Dirac", "Fermat"} {
		g.Nodes = append(g.Nodes, graph.Node{ID: int64(i + 1), Label: label, Weight: float64(i % 3)})
	}
	for _, pair := range [][2]int64{{1, 3}, {3, 5}, {1, 5}, {2, 4}, {4, 6}, {2, 6}, {1, 2}} { // two threes and a bridge
		g.Edges = append(g.Edges, graph.Edge{A: pair[0], B: pair[1], Weight: 5})
	}
	for _, test := range []struct {
		order graph.Order
		want  []string
	}{
		{graph.ByName, []string{"Abel", "Dirac", "erdős", "Évariste", "Fermat", "Zoe"}},
		{graph.ByWeight, []string{"Fermat", "Zoe", "Abel", "Dirac", "erdős", "Évariste"}},
		{graph.Clusters, []string{"erdős", "Fermat", "Abel", "Évariste", "Dirac", "Zoe"}},
		{"no order", []string{"Abel", "Dirac", "erdős", "Évariste", "Fermat", "Zoe"}},
	} {
		if diff := cmp.Diff(test.want, names(graph.NewMatrix(g, graph.Filter{}, test.order))); diff != "" {
			t.Errorf("%s: %s", test.order, diff)
		}
	}
}

// The groups of a large graph stand together, though their IDs are mixed.
func TestClustersStandTogether(t *testing.T) {
	const groups, size = 6, 12
	var g graph.Graph
	random := rand.New(rand.NewPCG(1, 2))
	for i := range groups * size {
		g.Nodes = append(g.Nodes, graph.Node{ID: int64(i), Label: fmt.Sprint(random.Uint32())})
		for j := range i {
			if i%groups == j%groups && random.IntN(2) == 0 || random.IntN(60) == 0 {
				g.Edges = append(g.Edges, graph.Edge{A: int64(i), B: int64(j), Weight: 1})
			}
		}
	}
	apart := func(order graph.Order) int { // neighbours in the order that are of different groups
		count, m := 0, graph.NewMatrix(g, graph.Filter{}, order)
		for i := 1; i < len(m.Nodes); i++ {
			if m.Nodes[i].ID%groups != m.Nodes[i-1].ID%groups {
				count++
			}
		}
		return count
	}
	if got := apart(graph.Clusters); got > 2*groups || got*3 > apart(graph.ByName) {
		t.Errorf("%d changes of group, by name %d", got, apart(graph.ByName))
	}
}

func TestMatrixIsTheGraph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawn(t)
		tidy := g.Filter(graph.Filter{})
		m := graph.NewMatrix(g, graph.Filter{}, rapid.SampledFrom([]graph.Order{graph.ByName, graph.ByWeight, graph.Clusters}).Draw(t, "order"))
		if len(m.Nodes) != len(tidy.Nodes) {
			t.Fatalf("%d rows for %d nodes", len(m.Nodes), len(tidy.Nodes))
		}
		found, seen := 0, map[int64]bool{}
		for i, a := range m.Nodes {
			seen[a.ID] = true
			for j, b := range m.Nodes {
				e, ok := m.Edge(i, j)
				mirror, also := m.Edge(j, i)
				if ok != also || e != mirror || ok && (e.A != min(a.ID, b.ID) || e.B != max(a.ID, b.ID)) {
					t.Fatalf("%d, %d: %+v %v, %+v %v", i, j, e, ok, mirror, also)
				}
				if ok {
					found++
				}
			}
		}
		if found != 2*len(tidy.Edges) || len(seen) != len(m.Nodes) {
			t.Fatalf("%d cells for %d edges, %d names", found, len(tidy.Edges), len(seen))
		}
	})
}
