package anchor

import (
	"slices"
	"testing"
)

// plainSearch is the table that search computes 64 rows at a time.
func plainSearch(pattern, text []symbol, limit int) []match {
	column := make([]int, len(pattern)+1)
	for i := range column {
		column[i] = i
	}
	var found []match
	for j, t := range text {
		next := make([]int, len(column))
		for i, p := range pattern {
			cost := column[i]
			if p != t {
				cost++
			}
			next[i+1] = min(cost, column[i+1]+1, next[i]+1)
		}
		column = next
		if d := column[len(pattern)]; d <= limit {
			found = append(found, match{j + 1, d})
		}
	}
	return found
}

// plainDistance is the edit distance, by the table.
func plainDistance(a, b []symbol) int {
	column := make([]int, len(a)+1)
	for i := range column {
		column[i] = i
	}
	for j, t := range b {
		next := make([]int, len(column))
		next[0] = j + 1
		for i, p := range a {
			cost := column[i]
			if p != t {
				cost++
			}
			next[i+1] = min(cost, column[i+1]+1, next[i]+1)
		}
		column = next
	}
	return column[len(a)]
}

func FuzzSearch(f *testing.F) {
	f.Add("annual", "annealing", 2)
	f.Add("über", "das Übel über üble", 1)
	long := "In June the council said that it would send a thousand police officers, if others paid for them and for their return"
	f.Add(long, "Then in July a council says it might send one thousand police officers if others pay for them all, and their return.", 60)
	f.Add(long, long+long[20:]+long, 30)
	f.Add(long+long+long, long+"x"+long[1:]+long+long, 20)
	f.Add("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaabaaaaaaaaaaaaa", 64)
	f.Fuzz(func(t *testing.T, sought, body string, limit int) {
		if len(sought)*len(body) > 1<<20 || limit < 0 {
			return
		}
		text := newSymbols(body)
		run := text.of(sought)
		p := newPattern(run, text.size)
		var got []match
		p.search(text.run, limit, func(end, distance int) { got = append(got, match{end, distance}) })
		if len(run) > 0 {
			if want := plainSearch(run, text.run, limit); !slices.Equal(got, want) {
				t.Fatalf("%q in %q within %d: %v, want %v", sought, body, limit, got, want)
			}
		}
		if got, want := p.distance(text.run), plainDistance(run, text.run); got != want {
			t.Fatalf("%q and %q differ by %d, want %d", sought, body, got, want)
		}
	})
}

// Every match that is within the reach of the seeds lies in their windows.
func FuzzSeeds(f *testing.F) {
	long := "In June the council said that it would send a thousand police officers, if others paid for them and for their return"
	f.Add(long, "Before it. Then in June the council said that they would send a thousand police officers if others paid for them. After.")
	f.Add(long[:40], long+long[10:]+long)
	f.Add("000000", "00000010000")
	f.Fuzz(func(t *testing.T, sought, body string) {
		if len(sought)*len(body) > 1<<20 {
			return
		}
		text := newSymbols(body)
		run := text.of(sought)
		windows, ok := newSeeds(text.run).windows(run, len(text.run), 1<<20)
		if !ok {
			return
		}
		limit, _ := reach(len(run))
		p := newPattern(run, text.size)
		var got []match
		for _, w := range windows {
			p.search(text.run[w.start:w.end], limit, func(end, distance int) {
				got = append(got, match{w.start + end, distance})
			})
		}
		if want := plainSearch(run, text.run, limit); !slices.Equal(got, want) {
			t.Fatalf("%q in %q within %d: %v, want %v, windows %v", sought, body, limit, got, want, windows)
		}
	})
}
