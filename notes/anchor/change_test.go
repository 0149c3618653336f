package anchor_test

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"cuttings/notes/anchor"
)

// vocabulary makes prose that repeats itself as prose does: the words in
// front come far more often than those behind.
var vocabulary = strings.Fields(`the of and to in a is that for it as was with be by on not he his but at are this have
from or had an they which one you were her all she there would their we him been has when who will more no if out so
said what up its about into than them can only other new some could time these two may then do first any my now such
like our over man me even most made after also did many before must through back years where much your way well down
should because each just those people how too little state good very make world still own see men work long get here
between both life being under never day same another know while last might us great old year off come since against
go came right used take three police council minister government report street harbour river winter election letter
hospital teacher railway village market bridge border soldier evidence witness journalist newspaper archive interview
parliament agreement mission officers training budget promise question answer history family company president
January spring Monday Nairobi Lisbon Geneva Montreal Kingston northern official independent difficult quiet`)

// prose returns count words, and marks the ends of sentences and paragraphs.
func prose(random *rand.Rand, count int) []string {
	words := make([]string, count)
	for i := range words {
		at := random.Float64()
		words[i] = vocabulary[int(at*at*float64(len(vocabulary)))]
		switch random.IntN(60) {
		case 0:
			words[i] += ".\n\n"
		case 1, 2, 3:
			words[i] += ". "
		case 4, 5, 6:
			words[i] += ", "
		default:
			words[i] += " "
		}
	}
	return words
}

// passage is a run of words that was marked, by their numbers.
type passage struct{ first, last int }

// revision is a text before and after a share of its words changed.
type revision struct {
	before, after           string
	startBefore, startAfter []int // where each word begins, in bytes
}

func revise(random *rand.Rand, words []string, change float64, removed []bool) revision {
	var r revision
	var before, after strings.Builder
	for i, word := range words {
		r.startBefore = append(r.startBefore, before.Len())
		r.startAfter = append(r.startAfter, after.Len())
		before.WriteString(word)
		other := vocabulary[random.IntN(len(vocabulary))] + word[len(strings.TrimRight(word, " .,\n")):]
		switch {
		case removed[i]:
		case random.Float64() >= change:
			after.WriteString(word)
		default:
			switch random.IntN(5) {
			case 0: // left out
			case 1:
				after.WriteString(word + other)
			default:
				after.WriteString(other)
			}
		}
	}
	r.startBefore, r.startAfter = append(r.startBefore, before.Len()), append(r.startAfter, after.Len())
	r.before, r.after = before.String(), after.String()
	return r
}

// marks returns count passages of 4 to 60 words, and which words are to be
// removed: whole, those of every tenth passage.
func marks(random *rand.Rand, words, count int) ([]passage, []bool) {
	passages := make([]passage, count)
	removed := make([]bool, words)
	for i := range passages {
		first := words * i / count
		passages[i] = passage{first, min(words-1, first+3+random.IntN(min(57, words/count-6)))}
		if i%10 == 0 {
			for word := passages[i].first; word <= passages[i].last; word++ {
				removed[word] = true
			}
		}
	}
	return passages, removed
}

func (r revision) describe(p passage) (int, anchor.Quote) {
	start := r.startBefore[p.first]
	end := start + len(strings.TrimRight(r.before[start:r.startBefore[p.last+1]], " .,\n"))
	q, err := anchor.Describe(r.before, start, end)
	if err != nil {
		panic(err)
	}
	return start, q
}

// right reports whether p was placed on what became of it: at least
// four fifths of the two stretches of text are the same.
func (r revision) right(p passage, placed anchor.Placement) bool {
	start, end := r.startAfter[p.first], r.startAfter[p.last+1]
	common := min(end, placed.End) - max(start, placed.Start)
	return common*5 >= (max(end, placed.End)-min(start, placed.Start))*4
}

func TestChangedText(t *testing.T) {
	for _, test := range []struct {
		change        float64
		right, strays float64 // at least, of those that are left; at most, of those removed
	}{{0, 1, 0}, {0.1, 0.995, 0.005}, {0.2, 0.95, 0.005}} {
		kept, right, wrong, gone, strays := 0, 0, 0, 0, 0
		for seed := range uint64(2) {
			random := rand.New(rand.NewPCG(seed, 7))
			words := prose(random, 12_000)
			passages, removed := marks(random, len(words), 240)
			r := revise(random, words, test.change, removed)
			finder := anchor.NewFinder(r.after)
			for _, p := range passages {
				at, q := r.describe(p)
				placed, err := finder.Place(at, q)
				switch {
				case removed[p.first] && err == nil:
					t.Logf("removed %q placed on %q (%s, %.2f)", q.Exact, r.after[placed.Start:placed.End], placed.Way, placed.Certainty)
					strays++
					gone++
				case removed[p.first]:
					gone++
				default:
					kept++
					if err == nil && r.right(p, placed) {
						right++
					} else if err == nil {
						wrong++
						t.Logf("%q placed on %q (%s, %.2f)", q.Exact, r.after[placed.Start:placed.End], placed.Way, placed.Certainty)
					} else {
						t.Logf("%v: %q, now %q", err, q.Exact, r.after[r.startAfter[p.first]:r.startAfter[p.last+1]])
					}
				}
			}
		}
		t.Logf("%.0f %% changed: %d of %d placed right, %d wrong; of %d removed %d placed", test.change*100, right, kept, wrong, gone, strays)
		if float64(right) < test.right*float64(kept) || float64(strays) > test.strays*float64(gone) {
			t.Errorf("%.0f %% changed: too few right or too many strays", test.change*100)
		}
	}
}

// BenchmarkPlace places 1,000 passages in a text of 200 KB of which a tenth of
// the words changed, on as many processors as there are.
func BenchmarkPlace(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	words := prose(random, 36_000)
	passages, removed := marks(random, len(words), 1000)
	r := revise(random, words, 0.1, removed)
	b.ReportMetric(float64(len(r.after)), "bytes")
	for b.Loop() {
		finder := anchor.NewFinder(r.after)
		var workers sync.WaitGroup
		for part := range 2 {
			workers.Go(func() {
				for i := part; i < len(passages); i += 2 {
					at, q := r.describe(passages[i])
					_, _ = finder.Place(at, q)
				}
			})
		}
		workers.Wait()
	}
}
