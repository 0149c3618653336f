package main

import (
	"math"
	"math/rand/v2"

	"cuttings/notes/tagger/internal/crf"
	"cuttings/notes/tagger/internal/feature"
)

// What learning goes by. Half the rounds, a tenth or a half left out and a much
// greater decay were tried: each changes the quality by less than one in a
// hundred (BenchmarkQuality of the tagger). The others were not varied.
const (
	rounds     = 12
	rate       = 0.12 // of AdaGrad (Duchi and others, 2011)
	decay      = 2e-5 // how much of a weight is lost each time it is touched
	leaveOut   = 0.3  // how often a token is shown without its own word
	leastSeen  = 2    // how often a feature is seen, at least
	seed       = 20
	smallest   = 0.05 // a weight below this is dropped
	startSlope = 0.1  // keeps the first steps of AdaGrad small
)

// learner holds the weights while they are learnt.
type learner struct {
	ids         map[uint32]int32 // where the weights of a feature are
	weights     []float32
	slopes      []float32 // sums of squared gradients
	transitions crf.Transitions
	slopeOf     crf.Transitions
	lattice     crf.Lattice
	random      *rand.Rand
}

// prepared is an example as numbers.
type prepared struct {
	features [][]int32 // by token; -1 for what is too rare
	labels   []int
	weight   float64
}

func learn(examples []example, all map[uint32]counts) *learner {
	l := &learner{ids: map[uint32]int32{}, random: rand.New(rand.NewPCG(seed, seed))}
	ready := l.prepare(examples, all)
	l.weights = make([]float32, len(l.ids)*crf.Labels)
	l.slopes = make([]float32, len(l.weights))
	average := make([]float32, len(l.weights))
	var averageTransitions crf.Transitions
	order := l.random.Perm(len(ready))
	averaged := 0
	for round := range rounds {
		l.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.step(&ready[i])
		}
		if round < rounds/2 { // the later rounds are averaged, which steadies what is learnt
			continue
		}
		averaged++
		for i, w := range l.weights {
			average[i] += w
		}
		for from := range crf.Labels {
			for to := range crf.Labels {
				averageTransitions[from][to] += l.transitions[from][to]
			}
		}
	}
	for i := range average {
		l.weights[i] = average[i] / float32(averaged)
	}
	for from := range crf.Labels {
		for to := range crf.Labels {
			l.transitions[from][to] = averageTransitions[from][to] / float64(averaged)
		}
	}
	return l
}

// prepare gives each feature that is seen often enough a number.
func (l *learner) prepare(examples []example, all map[uint32]counts) []prepared {
	var maker feature.Maker
	seen := map[uint32]uint8{}
	each := func(e example, use func(i int, keys []uint32)) {
		keys := maker.Features(e.text, e.tokens, e.ordinary(all))
		for i := range e.tokens {
			use(i, keys(i))
		}
	}
	for _, e := range examples {
		each(e, func(_ int, keys []uint32) {
			for _, key := range keys {
				seen[key] = min(seen[key]+1, leastSeen)
			}
		})
	}
	ready := make([]prepared, len(examples))
	for n, e := range examples {
		ready[n] = prepared{features: make([][]int32, len(e.tokens)), labels: e.labels, weight: e.weight}
		each(e, func(i int, keys []uint32) {
			ids := make([]int32, len(keys))
			for k, key := range keys {
				ids[k] = -1
				if seen[key] < leastSeen {
					continue
				}
				id, ok := l.ids[key]
				if !ok {
					id = int32(len(l.ids))
					l.ids[key] = id
				}
				ids[k] = id
			}
			ready[n].features[i] = ids
		})
	}
	return ready
}

// step moves the weights by one sentence towards its labels.
func (l *learner) step(p *prepared) {
	n := len(p.labels)
	used := make([][]int32, n)
	scores := make([]crf.Scores, n)
	for i, features := range p.features {
		used[i] = features
		if l.random.Float64() < leaveOut {
			used[i] = features[feature.Own:]
		}
		for _, id := range used[i] {
			if id < 0 {
				continue
			}
			for y, w := range l.weights[int(id)*crf.Labels : int(id+1)*crf.Labels] {
				scores[i][y] += float64(w)
			}
		}
	}
	marginals := make([]crf.Scores, n)
	l.lattice.Prepare(&l.transitions)
	l.lattice.Marginals(scores, marginals)
	for i, ids := range used {
		gradient := marginals[i]
		gradient[p.labels[i]]--
		for _, id := range ids {
			if id >= 0 {
				l.move(int(id), &gradient, p.weight)
			}
		}
	}
	var expected crf.Transitions
	l.lattice.Expect(&expected)
	for i := 1; i < n; i++ {
		expected[p.labels[i-1]][p.labels[i]]--
	}
	for from := range crf.Labels {
		for to := range crf.Labels {
			if g := expected[from][to] * p.weight; g != 0 {
				l.slopeOf[from][to] += g * g
				l.transitions[from][to] -= rate * g / math.Sqrt(startSlope+l.slopeOf[from][to])
			}
		}
	}
}

// move moves the weights of one feature against a gradient.
func (l *learner) move(id int, gradient *crf.Scores, weight float64) {
	weights := l.weights[id*crf.Labels : (id+1)*crf.Labels]
	slopes := l.slopes[id*crf.Labels : (id+1)*crf.Labels]
	for y := range weights {
		g := float32(gradient[y] * weight)
		if g < 1e-4 && g > -1e-4 { // most are next to nothing
			continue
		}
		g += decay * weights[y]
		slopes[y] += g * g
		weights[y] -= rate * g / float32(math.Sqrt(float64(startSlope+slopes[y])))
	}
}

// result returns the weights by feature, without those that hardly count.
func (l *learner) result() map[uint32][]float32 {
	all := make(map[uint32][]float32, len(l.ids))
	for key, id := range l.ids {
		row := append([]float32(nil), l.weights[int(id)*crf.Labels:int(id+1)*crf.Labels]...)
		some := false
		for y, w := range row {
			if w < smallest && w > -smallest {
				row[y] = 0
			} else {
				some = true
			}
		}
		if some {
			all[key] = row
		}
	}
	return all
}
