// Package crf labels the tokens of a sentence with a linear-chain conditional
// random field: it gives the best sequence of labels and how probable each
// label is. It knows numbers only; what the features mean is package feature's.
//
// The method is that of Lafferty, McCallum and Pereira, "Conditional Random
// Fields: Probabilistic Models for Segmenting and Labeling Sequence Data"
// (2001), with labels for the beginning, inside and end of a name and for a
// name of one token (Ratinov and Roth, 2009).
package crf

import "math"

// Kinds is how many kinds of names there are.
const Kinds = 4

// Labels is how many labels there are: outside, and four a kind.
const Labels = 1 + 4*Kinds

// Outside is the label of what is no name.
const Outside = 0

// The places of a token in a name.
const (
	Begin = iota
	Inside
	End
	Single
)

// Label returns the label of a place in a name of a kind, from 0.
func Label(kind, place int) int { return 1 + 4*kind + place }

// Scores are the scores of the labels of one token.
type Scores [Labels]float64

// Transitions are the scores of each label behind each.
type Transitions [Labels][Labels]float64

// step is an allowed pair of labels that follow each other.
type step struct{ from, to int }

// steps are all allowed pairs.
var steps = allowed()

func allowed() []step {
	var all []step
	for from := range Labels {
		for to := range Labels {
			if fits(from, to) {
				all = append(all, step{from, to})
			}
		}
	}
	return all
}

// fits reports whether a label may follow another: a name that has begun goes
// on or ends, in its own kind.
func fits(from, to int) bool {
	if open(from) {
		return to != Outside && (to-1)/4 == (from-1)/4 && closes(to)
	}
	return !closes(to)
}

// open reports whether a name must go on behind a label.
func open(label int) bool {
	return label != Outside && ((label-1)%4 == Begin || (label-1)%4 == Inside)
}

// closes reports whether a label goes on with a name.
func closes(label int) bool {
	return label != Outside && ((label-1)%4 == Inside || (label-1)%4 == End)
}

// Lattice holds what is computed for one sentence. It may be used again for
// another; it is not safe for concurrent use.
type Lattice struct {
	emission        []Scores // exp of the scores, each token's largest being 1
	forward, behind []Scores
	scale           []float64
	power           Transitions // exp of the transitions
}

// Prepare takes the transitions over. It must be called when they changed.
func (l *Lattice) Prepare(transitions *Transitions) {
	for _, s := range steps {
		l.power[s.from][s.to] = math.Exp(transitions[s.from][s.to])
	}
}

// Marginals writes into out the probability of each label of each token, and
// returns the logarithm of the sum over all sequences. len(out) is len(scores).
func (l *Lattice) Marginals(scores, out []Scores) float64 {
	n := len(scores)
	if n == 0 {
		return 0
	}
	l.resize(n)
	total := l.run(scores)
	for i := range n {
		sum := 0.0
		for y := range Labels {
			out[i][y] = l.forward[i][y] * l.behind[i][y]
			sum += out[i][y]
		}
		for y := range Labels {
			out[i][y] /= sum
		}
	}
	return total
}

// run computes the forward and backward sums, scaled so that each token's
// forward sums add up to one.
func (l *Lattice) run(scores []Scores) float64 {
	n := len(scores)
	total := 0.0
	for i := range n {
		most := scores[i][0]
		for _, score := range scores[i] {
			most = max(most, score)
		}
		for y, score := range scores[i] {
			l.emission[i][y] = math.Exp(score - most)
		}
		total += most
		sum := &l.forward[i]
		*sum = Scores{}
		if i == 0 {
			for y := range Labels {
				if !closes(y) {
					sum[y] = l.emission[i][y]
				}
			}
		} else {
			for _, s := range steps {
				sum[s.to] += l.forward[i-1][s.from] * l.power[s.from][s.to]
			}
			for y := range Labels {
				sum[y] *= l.emission[i][y]
			}
		}
		all := 0.0
		for y := range Labels {
			if i < n-1 || !open(y) {
				all += sum[y]
			} else {
				sum[y] = 0
			}
		}
		for y := range Labels {
			sum[y] /= all
		}
		l.scale[i] = all
		total += math.Log(all)
	}
	for y := range Labels {
		l.behind[n-1][y] = 1
		if open(y) { // no name goes on behind the sentence
			l.behind[n-1][y] = 0
		}
	}
	for i := n - 2; i >= 0; i-- {
		sum := Scores{}
		for _, s := range steps {
			sum[s.from] += l.power[s.from][s.to] * l.emission[i+1][s.to] * l.behind[i+1][s.to]
		}
		for y := range Labels {
			l.behind[i][y] = sum[y] / l.scale[i+1]
		}
	}
	return total
}

func (l *Lattice) resize(n int) {
	if cap(l.emission) < n {
		l.emission, l.forward = make([]Scores, n), make([]Scores, n)
		l.behind, l.scale = make([]Scores, n), make([]float64, n)
	}
	l.emission, l.forward = l.emission[:n], l.forward[:n]
	l.behind, l.scale = l.behind[:n], l.scale[:n]
}

// Expect adds to out how often each label follows each in the sentence that
// Marginals was last called for, as an expectation.
func (l *Lattice) Expect(out *Transitions) {
	for i := 1; i < len(l.forward); i++ {
		for _, s := range steps {
			out[s.from][s.to] += l.forward[i-1][s.from] * l.power[s.from][s.to] *
				l.emission[i][s.to] * l.behind[i][s.to] / l.scale[i]
		}
	}
}

// Best returns the sequence of labels that scores highest (Viterbi).
func Best(scores []Scores, transitions *Transitions) []int {
	n := len(scores)
	if n == 0 {
		return nil
	}
	from := make([][Labels]int8, n)
	best := scores[0]
	for y := range Labels {
		if closes(y) {
			best[y] = math.Inf(-1)
		}
	}
	for i := 1; i < n; i++ {
		next := Scores{}
		for y := range Labels {
			next[y] = math.Inf(-1)
		}
		for _, s := range steps {
			if score := best[s.from] + transitions[s.from][s.to]; score > next[s.to] {
				next[s.to], from[i][s.to] = score, int8(s.from)
			}
		}
		for y := range Labels {
			next[y] += scores[i][y]
		}
		best = next
	}
	last := Outside
	for y := range Labels {
		if !open(y) && best[y] > best[last] {
			last = y
		}
	}
	labels := make([]int, n)
	for i := n - 1; i >= 0; i-- {
		labels[i] = last
		last = int(from[i][last])
	}
	return labels
}
