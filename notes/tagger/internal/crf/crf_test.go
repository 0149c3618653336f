package crf

import (
	"bytes"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// draw makes scores for a short sentence and transitions.
func draw(t *rapid.T) ([]Scores, *Transitions) {
	score := rapid.Float64Range(-4, 4)
	scores := make([]Scores, rapid.IntRange(1, 3).Draw(t, "tokens"))
	for i := range scores {
		for y := range Labels {
			scores[i][y] = score.Draw(t, "score")
		}
	}
	var transitions Transitions
	for _, s := range steps {
		transitions[s.from][s.to] = score.Draw(t, "transition")
	}
	return scores, &transitions
}

// each calls visit with every allowed sequence of labels and its score: the
// plain reference.
func each(scores []Scores, transitions *Transitions, visit func(labels []int, score float64)) {
	labels := make([]int, len(scores))
	var walk func(i int, score float64)
	walk = func(i int, score float64) {
		if i == len(scores) {
			if !open(labels[i-1]) {
				visit(labels, score)
			}
			return
		}
		for y := range Labels {
			if i == 0 && closes(y) || i > 0 && !fits(labels[i-1], y) {
				continue
			}
			labels[i] = y
			next := score + scores[i][y]
			if i > 0 {
				next += transitions[labels[i-1]][y]
			}
			walk(i+1, next)
		}
	}
	walk(0, 0)
}

func TestMarginalsAreThoseOfAllSequences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores, transitions := draw(t)
		want := make([]Scores, len(scores))
		var pairs Transitions
		total := 0.0
		each(scores, transitions, func(labels []int, score float64) {
			p := math.Exp(score)
			total += p
			for i, y := range labels {
				want[i][y] += p
				if i > 0 {
					pairs[labels[i-1]][y] += p
				}
			}
		})
		var lattice Lattice
		lattice.Prepare(transitions)
		got := make([]Scores, len(scores))
		if sum := lattice.Marginals(scores, got); math.Abs(sum-math.Log(total)) > 1e-6 {
			t.Fatalf("sum %v, want %v", sum, math.Log(total))
		}
		var expected Transitions
		lattice.Expect(&expected)
		for i := range got {
			for y := range Labels {
				if math.Abs(got[i][y]-want[i][y]/total) > 1e-9 {
					t.Fatalf("token %d label %d: %v, want %v", i, y, got[i][y], want[i][y]/total)
				}
			}
		}
		for _, s := range steps {
			if math.Abs(expected[s.from][s.to]-pairs[s.from][s.to]/total) > 1e-9 {
				t.Fatalf("pair %v: %v, want %v", s, expected[s.from][s.to], pairs[s.from][s.to]/total)
			}
		}
	})
}

func TestBestIsTheBestOfAllSequences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores, transitions := draw(t)
		most := math.Inf(-1)
		each(scores, transitions, func(_ []int, score float64) { most = max(most, score) })
		got := 0.0
		for i, y := range Best(scores, transitions) {
			got += scores[i][y]
			if i > 0 {
				got += transitions[Best(scores, transitions)[i-1]][y]
			}
		}
		if math.Abs(got-most) > 1e-9 {
			t.Fatalf("score %v, want %v", got, most)
		}
	})
}

func TestModelIsReadAsWritten(t *testing.T) {
	var transitions Transitions
	transitions[Outside][Label(2, Single)] = 1.5
	row := make([]float32, Labels)
	row[3], row[16] = 2, -1
	var file bytes.Buffer
	err := Write(&file, &transitions, map[uint32]uint8{9: 3}, map[uint32][]float32{7: row, 1 << 31: row})
	if err != nil {
		t.Fatal(err)
	}
	m, err := Read(file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if m.Transitions != transitions || m.Ordinary[9] != 3 {
		t.Error("transitions or words differ")
	}
	var scores Scores
	m.Add(&scores, []uint32{7, 8, 1 << 31})
	if math.Abs(scores[3]-4) > 0.02 || math.Abs(scores[16]+2) > 0.02 || scores[0] != 0 {
		t.Errorf("scores %v", scores)
	}
}

func FuzzRead(f *testing.F) {
	var file bytes.Buffer
	if err := Write(&file, &Transitions{}, map[uint32]uint8{1: 1}, map[uint32][]float32{7: make([]float32, Labels)}); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Add([]byte("CRF1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := Read(data); err == nil {
			m.Add(&Scores{}, []uint32{0, 1, 7})
		}
	})
}
