package find

import (
	"strings"

	"github.com/sahilm/fuzzy"

	"cuttings/notes/text"
)

// maxInitials is how many words a name has, at most, that is found by its
// initials.
const maxInitials = 6

// byWords finds names that hold what was typed as it is: all of it, its
// beginning, or words that begin with the words.
func (s *search) byWords(q query) {
	if len(q.words) == 1 {
		s.byWord(q)
		return
	}
	rarest, fewest := -1, 0
	for i, word := range q.words {
		count := 0
		s.words.beginning(word, func(w int32) { count += len(s.words.names[w]) })
		if count == 0 {
			return
		}
		if rarest < 0 || count < fewest {
			rarest, fewest = i, count
		}
	}
	s.words.beginning(q.words[rarest], func(w int32) {
		for _, number := range s.words.names[w] {
			if s.wanted(number) {
				if h, ok := s.classify(q, number); ok {
					s.keep(h)
				}
			}
		}
	})
}

// byWord is byWords for one word, as every query is at first: so few letters fit
// so many names that most must be left out by their lengths alone. Those that
// begin with it come before all others.
func (s *search) byWord(q query) {
	typed := q.words[0]
	look := func(numbers []int32, best Reason) {
		for _, number := range numbers {
			if s.full && s.outranked(q, number, best) {
				continue
			}
			if s.wanted(number) {
				if h, ok := s.classify(q, number); ok {
					s.keep(h)
				}
			}
		}
	}
	s.words.beginning(typed, func(w int32) { look(s.words.first[w], Prefix) })
	if len(s.best) >= s.limit {
		return
	}
	s.words.beginning(typed, func(w int32) {
		best := WordStarts
		if s.words.words[w] == typed {
			best = Words
		}
		look(s.words.names[w], best)
	})
}

// outranked reports whether a name is surely not among the results, if it fits
// as the given reason at best.
func (s *search) outranked(q query, number int32, best Reason) bool {
	length := int(s.lengths[number] &^ titled)
	if best == Prefix && (length == len(q.folded) || s.lengths[number]&titled != 0) {
		return false // it may be all that was typed
	}
	return best > s.cut.reason || best == s.cut.reason && (length-len(q.folded))/8 > s.cut.penalty
}

// classify says how a name fits by whole words and beginnings of words.
func (s *search) classify(q query, number int32) (hit, bool) {
	n := &s.names[number]
	h := hit{name: number, penalty: unmatched(q.folded, n.folded)}
	plain := n.folded
	if first, rest, ok := strings.Cut(plain, " "); ok && isTitle(first) {
		plain = rest
	}
	start := len(n.folded) - len(plain)
	switch {
	case n.folded == q.folded || plain == q.folded:
		h.reason, h.penalty = Exact, start
	case strings.HasPrefix(n.folded, q.folded):
		h.reason, start = Prefix, 0
	case strings.HasPrefix(plain, q.folded):
		h.reason = Prefix
	default:
		h.reason = Words
		if s.beaten(h) {
			return hit{}, false
		}
		var whole bool
		if h.places, whole = s.assign(q, n, nil); h.places == nil {
			return hit{}, false
		}
		h.reason = WordStarts
		if whole {
			h.reason = Words
		}
		return h, true
	}
	if s.beaten(h) {
		return hit{}, false
	}
	h.places = []text.Range{{Start: start, End: start + len(q.folded)}}
	return h, true
}

func isTitle(word string) bool {
	for _, title := range titles {
		if word == title {
			return true
		}
	}
	return false
}

// unmatched is how much longer a name is than what was typed, coarsely, so that
// use decides between names that are about as long.
func unmatched(typed, name string) int { return (len(name) - len(typed)) / 8 }

// assign gives each word of the query a word of the name that begins with it,
// or that fits says is near it. It returns the places of the matched letters
// in order, or nil; whole is whether all are whole words.
func (s *search) assign(q query, n *name, near func(i int, word int32) bool) (places []text.Range, whole bool) {
	if len(q.words) > len(n.words) {
		return nil, false
	}
	taken := make([]bool, len(n.words))
	places = make([]text.Range, len(q.words))
	whole = true
	var place func(i int) bool
	place = func(i int) bool {
		if i == len(q.words) {
			return true
		}
		// A whole word is better than a beginning, and that than one nearby.
		for level := range 3 {
			for k, word := range n.words {
				if taken[k] || !fitsAt(level, q.words[i], s.words.words[word]) && !(level == 2 && near != nil && near(i, word)) {
					continue
				}
				taken[k] = true
				start := int(n.from[k])
				end := start + len(q.words[i])
				if level == 2 {
					end = start + len(s.words.words[word])
				}
				places[i] = text.Range{Start: start, End: end}
				was := whole
				whole = whole && level == 0
				if place(i + 1) {
					return true
				}
				taken[k], whole = false, was
			}
		}
		return false
	}
	if !place(0) {
		return nil, false
	}
	sortRanges(places)
	return places, whole
}

func fitsAt(level int, typed, word string) bool {
	return level == 0 && typed == word || level == 1 && strings.HasPrefix(word, typed)
}

func sortRanges(all []text.Range) {
	for i := 1; i < len(all); i++ {
		for k := i; k > 0 && all[k].Start < all[k-1].Start; k-- {
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
}

// byInitials finds names whose words begin with the letters typed.
func (s *search) byInitials(q query) {
	if letters := runes(q.folded); len(q.words) != 1 || letters < 2 || letters > maxInitials {
		return
	}
	for _, number := range s.initials[q.folded] {
		if !s.wanted(number) {
			continue
		}
		n := &s.names[number]
		h := hit{name: number, reason: Initials, penalty: unmatched(q.folded, n.folded)}
		for i, letter := range []rune(q.folded) {
			start := int(n.from[i])
			h.places = append(h.places, text.Range{Start: start, End: start + len(string(letter))})
		}
		s.keep(h)
	}
}

// The bounds of a subsequence: letters strewn over a long name are no match.
const (
	leastLetters = 2
	widest       = 2 // the matched part of the name is at most so many times what was typed
)

// bySubsequence finds names that have the letters in order, beginning with a
// word, by sahilm/fuzzy. It is not shown names that lack a letter, nor those in
// which the letters stand too far apart from any beginning of a word on.
func (s *search) bySubsequence(q query) {
	pattern := strings.ReplaceAll(q.folded, " ", "")
	if runes(pattern) < leastLetters {
		return
	}
	mask := maskOf(pattern)
	var candidates []int32
	for number, letters := range s.masks {
		if letters&mask != mask || !within(pattern, &s.names[number]) {
			continue
		}
		if _, found := s.best[s.names[number].entry]; !found && s.wanted(int32(number)) {
			candidates = append(candidates, int32(number))
		}
	}
	for _, match := range fuzzy.FindFromNoSort(pattern, source{s.Index, candidates}) {
		number := candidates[match.Index]
		n := &s.names[number]
		at := match.MatchedIndexes
		first, last := at[0], at[len(at)-1]
		if last-first > widest*len(pattern) || first > 0 && n.folded[first-1] != ' ' {
			continue
		}
		h := hit{name: number, reason: Subsequence, penalty: max(0, 40-match.Score/len(pattern))}
		for _, start := range at {
			h.places = append(h.places, text.Range{Start: start, End: start + 1})
			for end := start + 1; end < len(n.folded) && n.folded[end]&0xC0 == 0x80; end++ {
				h.places[len(h.places)-1].End = end + 1
			}
		}
		s.keep(h)
	}
}

// within reports whether the bytes of pattern stand in a name in order, from the
// beginning of a word on and near enough to each other. A match that counts
// always does: taking each byte where it stands first makes the row as short as
// it can be from its start.
func within(pattern string, n *name) bool {
	const lastLetter = 3 // the bytes of a letter after its first
	for _, start := range n.from {
		name := n.folded[start:]
		if most := widest*len(pattern) + lastLetter + 1; len(name) > most {
			name = name[:most]
		}
		if name == "" || name[0] != pattern[0] {
			continue
		}
		at := 0
		for i := 0; i < len(name) && at < len(pattern); i++ {
			if name[i] == pattern[at] {
				at++
			}
		}
		if at == len(pattern) {
			return true
		}
	}
	return false
}

// source shows folded names to sahilm/fuzzy.
type source struct {
	*Index
	names []int32
}

func (c source) Len() int            { return len(c.names) }
func (c source) String(i int) string { return c.Index.names[c.names[i]].folded }

// bySpelling finds names with words that are nearly spelt like those typed.
func (s *search) bySpelling(q query) {
	far := make([]map[int32]int, len(q.words))
	rarest, fewest := -1, 0
	for i, word := range q.words {
		far[i] = map[int32]int{}
		count := 0
		s.words.near(word, func(found int32, distance int) {
			if before, known := far[i][found]; !known || distance < before {
				far[i][found] = distance
			}
			count += len(s.words.names[found])
		})
		s.words.beginning(word, func(found int32) {
			if _, known := far[i][found]; !known {
				far[i][found] = 0
			}
			count += len(s.words.names[found])
		})
		if count == 0 {
			return
		}
		if rarest < 0 || count < fewest {
			rarest, fewest = i, count
		}
	}
	for word := range far[rarest] {
		for _, number := range s.words.names[word] {
			if s.wanted(number) {
				s.misspelt(q, number, far)
			}
		}
	}
}

// misspelt keeps a name if each word of the query is near one of its words.
func (s *search) misspelt(q query, number int32, far []map[int32]int) {
	n := &s.names[number]
	if s.beaten(hit{name: number, reason: Misspelt, distance: 1, penalty: unmatched(q.folded, n.folded)}) {
		return
	}
	places, _ := s.assign(q, n, func(i int, word int32) bool {
		_, ok := far[i][word]
		return ok
	})
	if places == nil {
		return
	}
	h := hit{name: number, reason: Misspelt, penalty: unmatched(q.folded, n.folded), places: places}
	for i := range q.words {
		least := len(q.words[i])
		for _, word := range n.words {
			if distance, ok := far[i][word]; ok {
				least = min(least, distance)
			}
		}
		h.distance += least
	}
	if h.distance == 0 {
		return // it was found as it is
	}
	s.keep(h)
}
