package find_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/sahilm/fuzzy"

	"cuttings/notes/find"
)

// BenchmarkFind measures key strokes as names are typed and deleted again, half
// of them with a wrong letter: their mean and 99th percentile, how long the index
// takes to be built, and its bytes a name beside the names themselves. Beside it,
// over the same list, sahilm/fuzzy alone, and fzf if it is installed, as whole
// processes.
func BenchmarkFind(b *testing.B) {
	for _, size := range []int{2_000, 100_000, 1_000_000} {
		random := rand.New(rand.NewPCG(1, uint64(size)))
		names := makeNames(random, size)
		strokes := typing(random, names)
		b.Run(fmt.Sprintf("index/%dnames", size), func(b *testing.B) {
			x, built, bytes := loaded(names)
			var took []time.Duration
			for i := 0; b.Loop(); i++ {
				began := time.Now()
				x.Find(context.Background(), strokes[i%len(strokes)], nil, 40)
				took = append(took, time.Since(began))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds()), "p99-ns")
			b.ReportMetric(built.Seconds(), "build-s")
			b.ReportMetric(bytes, "B/name")
		})
		b.Run(fmt.Sprintf("sahilm/%dnames", size), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				fuzzy.Find(strokes[i*7%len(strokes)], names)
			}
		})
		b.Run(fmt.Sprintf("fzf/%dnames", size), func(b *testing.B) {
			program, err := exec.LookPath("fzf")
			if err != nil {
				b.Skip("fzf is not installed")
			}
			list := strings.Join(names, "\n")
			for i := 0; b.Loop(); i++ {
				filter := exec.CommandContext(b.Context(), program, "--filter", strokes[i*7%len(strokes)])
				filter.Stdin = strings.NewReader(list)
				_ = filter.Run() // it fails where nothing fits
			}
		})
	}
}

// typing gives what stands in the box after each key stroke.
func typing(random *rand.Rand, names []string) []string {
	var strokes []string
	for range 60 {
		name := strings.ToLower(names[random.IntN(len(names))])
		if random.IntN(2) == 0 {
			i := inWord(random, name)
			name = name[:i] + string(rune('a'+random.IntN(26))) + name[i+1:]
		}
		for end := 1; end <= len(name); end++ {
			strokes = append(strokes, name[:end])
		}
		for end := len(name) - 1; end > 0; end-- {
			strokes = append(strokes, name[:end])
		}
	}
	return strokes
}

// loaded builds an index as an archive's is built, and says how long that took
// and what it costs.
func loaded(names []string) (x *find.Index, took time.Duration, bytes float64) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	began := time.Now()
	x = find.NewIndex()
	letters := 0
	var batch []find.Candidate
	for i, name := range names {
		letters += len(name)
		batch = append(batch, find.Candidate{Key: int64(i + 1), Kind: "person", Name: name})
		if len(batch) == 2_000 || i == len(names)-1 {
			x.Load(batch)
			batch = batch[:0]
		}
	}
	x.Pack()
	took = time.Since(began)
	runtime.GC()
	runtime.ReadMemStats(&after)
	return x, took, float64(int(after.HeapAlloc-before.HeapAlloc)-letters) / float64(len(names))
}
