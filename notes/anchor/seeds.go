package anchor

import "cmp"

// Seeds narrow an approximate search to the few parts of a text where it can
// succeed. A piece of text within d edits of a pattern of m characters shares
// with it at least m-q+1-d·q runs of q characters (Jokinen and Ukkonen, 1991),
// since an edit spoils at most q of them; and these lie on neighbouring
// diagonals, since d edits shift the rest by at most d characters.

const (
	// seedLength is q: long enough that a run of the pattern stands in few
	// other places of an article, short enough that every changed word
	// leaves some of its neighbours' runs whole.
	seedLength = 5
	// hashBits makes the table of runs about as large as a long article.
	hashBits = 16
)

// seeds lists, for every run of seedLength characters, where it stands.
type seeds struct {
	starts []int32 // by hash: where in places its list begins
	places []int32
}

func hash(run []symbol) uint32 {
	h := uint32(2166136261) // FNV-1a, taken a symbol at a time
	for _, s := range run[:seedLength] {
		h = (h ^ uint32(s)) * 16777619
	}
	return (h ^ h>>hashBits) & (1<<hashBits - 1)
}

func newSeeds(text []symbol) *seeds {
	s := &seeds{starts: make([]int32, 1<<hashBits+1)}
	if len(text) < seedLength {
		return s
	}
	count := len(text) - seedLength + 1
	s.places = make([]int32, count)
	hashes := make([]uint32, count)
	for i := range hashes {
		hashes[i] = hash(text[i:])
		s.starts[hashes[i]+1]++
	}
	for h := range 1 << hashBits {
		s.starts[h+1] += s.starts[h]
	}
	next := append([]int32(nil), s.starts...)
	for i, h := range hashes {
		s.places[next[h]] = int32(i)
		next[h]++
	}
	return s
}

func (s *seeds) of(run []symbol) []int32 {
	h := hash(run)
	return s.places[s.starts[h]:s.starts[h+1]]
}

// reach returns up to how many edits seeds find every match of a pattern of
// the given length, and how many shared runs such a match has at least. The
// reach is negative if the pattern is too short for seeds.
func reach(length int) (edits, shared int) {
	// With fewer shared runs than this, chance alone would bring candidates.
	shared = max(4, length/16)
	spare := length - seedLength + 1 - shared
	if spare < 0 {
		return -1, shared
	}
	return spare / seedLength, shared
}

// span is a part of a text, in characters.
type span struct{ start, end int }

// windows returns parts of a text of the given length that together hold
// every match of run within its reach. It is false if that would cost more
// than cost, the number of shared runs to count.
func (s *seeds) windows(run []symbol, length, cost int) ([]span, bool) {
	edits, shared := reach(len(run))
	if edits < 0 {
		return nil, false
	}
	for i := 0; i+seedLength <= len(run); i++ {
		if cost -= len(s.of(run[i:])); cost < 0 {
			return nil, false
		}
	}
	// A band is more than edits diagonals wide, so that a match lies in two
	// neighbouring ones.
	shift := 0
	for 1<<shift <= edits {
		shift++
	}
	votes := make([]int32, (length+len(run))>>shift+2)
	for i := 0; i+seedLength <= len(run); i++ {
		for _, place := range s.of(run[i:]) {
			votes[(int(place)-i+len(run))>>shift]++
		}
	}
	var found []span
	for band := 0; band+1 < len(votes); band++ {
		if int(votes[band]+votes[band+1]) < shared {
			continue
		}
		start := max(0, band<<shift-len(run)-edits)
		end := min(length, (band+2)<<shift+edits)
		if n := len(found); n > 0 && start <= found[n-1].end {
			found[n-1].end = end
		} else if start < end {
			found = append(found, span{start, end})
		}
	}
	return found, true
}

// match is a place of a pattern in a text: the best of those that overlap.
type match struct {
	end      int // in characters
	distance int
}

// collector keeps, of the ends of a search, the best in each neighbourhood.
type collector struct {
	apart   int // ends nearer than this belong to one match
	matches []match
}

func (c *collector) add(end, distance int) {
	n := len(c.matches)
	switch {
	case n == 0 || end-c.matches[n-1].end > c.apart:
		c.matches = append(c.matches, match{end, distance})
	case distance < c.matches[n-1].distance:
		c.matches[n-1] = match{end, distance}
	}
}

// byDistance orders matches from the nearest to the pattern.
func byDistance(a, b match) int {
	return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(a.end, b.end))
}
