package anchor_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"cuttings/notes/anchor"
)

// edition is a text and what became of it: a share of the words replaced, left
// out or put in, some sentences moved, quotation marks and spaces set another
// way, and whole passages taken out.
type edition struct {
	before, after string
	passages      []anchor.Passage
	ends          []int    // of each passage in the old text
	became        [][2]int // its range in the new one; {-1, -1} if it was taken out, {-2, -2} if it was torn apart
	repeated      []bool   // its words stand elsewhere too
}

// carried is a word and where it stands before and after.
type carried struct {
	was, is    string
	sentence   int
	removed    bool
	start, end int // before
	from, to   int // after
}

// newEdition makes a text of about 200 KB with 1,000 passages of 20 to 400
// characters, and changes it.
func newEdition(seed uint64, change float64) edition {
	random := rand.New(rand.NewPCG(seed, 11))
	words, repeated := editionWords(random)
	chosen := choosePassages(random, words, repeated)
	for i, p := range chosen {
		if i%10 == 0 && !repeated[p.first] {
			for w := p.first; w <= p.last; w++ {
				words[w].removed = true
			}
		}
	}
	for i := range words {
		words[i].is = changed(random, words[i], change)
	}
	return assemble(random, words, chosen, repeated)
}

// editionWords returns prose in which, here and there, one of twenty phrases
// recurs.
func editionWords(random *rand.Rand) ([]carried, map[int]bool) {
	repeated := map[int]bool{}
	var words []carried
	sentence := 0
	phrase := func(n int) []string {
		return prose(rand.New(rand.NewPCG(uint64(n), 3)), 6)
	}
	add := func(word string) {
		words = append(words, carried{was: word, sentence: sentence})
		if strings.Contains(word, ".") {
			sentence++
		}
	}
	for _, word := range prose(random, 35_000) {
		if random.IntN(25) == 0 {
			core := strings.TrimRight(word, " .,\n")
			word = "“" + core + "”" + word[len(core):]
		}
		add(word)
		if random.IntN(170) == 0 {
			repeated[len(words)] = true
			for _, again := range phrase(random.IntN(20)) {
				add(strings.TrimRight(again, " .,\n") + " ")
			}
		}
	}
	return words, repeated
}

func choosePassages(random *rand.Rand, words []carried, repeated map[int]bool) []passage {
	var chosen []passage
	length := 0
	for first := 0; first < len(words)-80; first++ {
		if !repeated[first] && random.IntN(7) != 0 {
			continue
		}
		p := passage{first, first + 5}
		if !repeated[first] {
			least := 20 + int(380*random.Float64()*random.Float64())
			for length = 0; length < least && !repeated[p.last+1] && !repeated[p.last+2]; p.last++ {
				length += len(words[p.last].was)
			}
		}
		chosen = append(chosen, p)
		first = p.last + 1
	}
	return chosen
}

// changed is what becomes of a word.
func changed(random *rand.Rand, w carried, change float64) string {
	if w.removed {
		return ""
	}
	core := strings.TrimRight(w.was, " .,\n")
	tail := w.was[len(core):]
	other := vocabulary[random.IntN(len(vocabulary))]
	if random.Float64() < change {
		switch random.IntN(5) {
		case 0:
			return ""
		case 1:
			return w.was + other + " "
		}
		return other + tail
	}
	core = strings.NewReplacer("“", `"`, "”", `"`).Replace(core)
	if random.IntN(40) == 0 {
		tail = strings.Replace(tail, " ", "\u00a0", 1)
	}
	return core + tail
}

// assemble lays the words out before and after; one sentence in fifty is moved.
func assemble(random *rand.Rand, words []carried, chosen []passage, repeated map[int]bool) edition {
	var before, after strings.Builder
	sentences := map[int][]int{}
	var order []int
	for i := range words {
		words[i].start = before.Len()
		before.WriteString(words[i].was)
		words[i].end = words[i].start + len(strings.TrimRight(words[i].was, " .,\n"))
		if len(sentences[words[i].sentence]) == 0 {
			order = append(order, words[i].sentence)
		}
		sentences[words[i].sentence] = append(sentences[words[i].sentence], i)
	}
	rank := make([]int, 0, len(words)) // the words in their new order
	moved := map[int]int{}
	for range len(order) / 50 {
		moved[order[random.IntN(len(order))]] = order[random.IntN(len(order))]
	}
	landing := map[int][]int{}
	for from, to := range moved {
		if _, also := moved[to]; !also {
			landing[to] = append(landing[to], from)
		} else {
			delete(moved, from)
		}
	}
	for _, s := range order {
		if to, ok := moved[s]; ok && len(landing[to]) > 0 {
			continue
		}
		rank = append(rank, sentences[s]...)
		for _, other := range landing[s] {
			rank = append(rank, sentences[other]...)
		}
	}
	for _, i := range rank {
		words[i].from = after.Len()
		after.WriteString(words[i].is)
		words[i].to = words[i].from + len(strings.TrimRight(words[i].is, " .,\n\u00a0"))
	}
	e := edition{before: before.String(), after: after.String()}
	for _, p := range chosen {
		e.add(words, p, repeated[p.first])
	}
	return e
}

func (e *edition) add(words []carried, p passage, repeated bool) {
	first, last := words[p.first], words[p.last]
	q, err := anchor.Describe(e.before, first.start, last.end)
	if err != nil {
		panic(err)
	}
	became := [2]int{first.from, last.to}
	own := 40 // with this much that was put in
	for w := p.first; w <= p.last; w++ {
		if words[w].from < first.from || words[w].to > last.to && words[w].is != "" {
			became = [2]int{-2, -2}
		}
		own += len(words[w].is)
	}
	if became[1]-became[0] > own { // a sentence was moved into it
		became = [2]int{-2, -2}
	}
	if first.removed {
		became = [2]int{-1, -1}
	}
	e.passages = append(e.passages, anchor.Passage{At: first.start, Quote: q})
	e.ends, e.became, e.repeated = append(e.ends, last.end), append(e.became, became), append(e.repeated, repeated)
}

// tally counts what became of the passages of an edition.
type tally struct {
	kept, right, wrong, lost int
	gone, strays             int
	repeated, told           int
}

func (e edition) count(results []anchor.Result) tally {
	var n tally
	for i, r := range results {
		was := e.became[i]
		switch {
		case was[0] == -2:
			continue
		case was[0] == -1:
			n.gone++
			if r.Err == nil {
				n.strays++
			}
			continue
		}
		n.kept++
		right := false
		if r.Err == nil {
			common := min(was[1], r.End) - max(was[0], r.Start)
			right = common*5 >= (max(was[1], r.End)-min(was[0], r.Start))*4
		}
		switch {
		case right:
			n.right++
		case r.Err != nil:
			n.lost++
		default:
			n.wrong++
		}
		if e.repeated[i] {
			n.repeated++
			if r.Err == nil && min(was[1], r.End)-max(was[0], r.Start) > (was[1]-was[0])/2 {
				n.told++
			}
		}
	}
	return n
}

func (n tally) String() string {
	part := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	return fmt.Sprintf("%d of %d right (%.2f %%), %d wrong, %d lost; of %d removed %d placed (%.2f %%); of %d repeated %d told apart (%.2f %%)",
		n.right, n.kept, part(n.right, n.kept), n.wrong, n.lost, n.gone, n.strays, part(n.strays, n.gone), n.repeated, n.told, part(n.told, n.repeated))
}

func TestCarry(t *testing.T) {
	for _, test := range []struct{ change, right, strays, told float64 }{
		{0.10, 0.995, 0.005, 0.99}, {0.25, 0.97, 0.005, 0},
	} {
		var n tally
		for seed := range uint64(3) {
			e := newEdition(seed, test.change)
			c := e.count(anchor.Carry(t.Context(), e.before, e.after, e.passages))
			n.kept, n.right, n.wrong, n.lost = n.kept+c.kept, n.right+c.right, n.wrong+c.wrong, n.lost+c.lost
			n.gone, n.strays, n.repeated, n.told = n.gone+c.gone, n.strays+c.strays, n.repeated+c.repeated, n.told+c.told
		}
		t.Logf("%.0f %% changed: %v", 100*test.change, n)
		if n.gone < 200 || n.repeated < 300 {
			t.Fatalf("too few to tell: %v", n)
		}
		if float64(n.right) < test.right*float64(n.kept) || float64(n.strays) > test.strays*float64(n.gone) || float64(n.told) < test.told*float64(n.repeated) {
			t.Errorf("%.0f %% changed: %v", 100*test.change, n)
		}
	}
}

// What Carry finds is what Place finds, but for passages that it can tell apart
// by knowing where they were expected.
func TestCarryIsPlace(t *testing.T) {
	e := newEdition(7, 0.1)
	finder, differ := anchor.NewFinder(e.after), 0
	for i, r := range anchor.Carry(t.Context(), e.before, e.after, e.passages) {
		placed, err := finder.Place(e.passages[i].At, e.passages[i].Quote)
		if !e.repeated[i] && err == nil && (r.Err != nil || placed.Start != r.Start || placed.End != r.End) {
			differ++
		}
	}
	if differ > len(e.passages)/100 {
		t.Errorf("%d of %d differ", differ, len(e.passages))
	}
}

func TestCarryStops(t *testing.T) {
	e := newEdition(1, 0.1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, r := range anchor.Carry(ctx, e.before, e.after, e.passages[:10]) {
		if !errors.Is(r.Err, context.Canceled) {
			t.Fatalf("%v", r.Err)
		}
	}
}

// BenchmarkCarry carries 1,000 passages over in texts of 200 KB.
func BenchmarkCarry(b *testing.B) {
	for _, change := range []float64{0, 0.1, 0.25} {
		e := newEdition(1, change)
		b.Run(fmt.Sprintf("%.0f%%changed", 100*change), func(b *testing.B) {
			b.ReportMetric(float64(len(e.passages)), "passages")
			b.ReportMetric(float64(len(e.after)), "bytes")
			for b.Loop() {
				anchor.Carry(b.Context(), e.before, e.after, e.passages)
			}
		})
	}
}
