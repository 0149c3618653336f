package find

import (
	"bytes"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"
)

// maxInitials is how many words a name has, at most, that is found by its
// initials.
const maxInitials = 6

// unmatched is how much longer a name is than what was typed, coarsely, so that
// use decides between names that are about as long.
func unmatched(typed, name int) int { return max(0, name-typed) / 8 }

// unmatchedWords is the same for a name whose words were matched one by one: a
// word that nobody typed counts more than letters.
func unmatchedWords(t *typedQuery, f facts) int {
	const word = 4
	return word*max(0, f.count()-len(t.parts)) + unmatched(len(t.bytes), f.length())
}

// byBeginning finds names that are what was typed or begin with it, a title
// before them left aside. One letter begins so many that most must be left out
// by their lengths alone.
func (s *search) byBeginning(t *typedQuery) {
	lo, hi := t.parts[0].lo, t.parts[0].hi
	if len(t.parts) > 1 {
		if lo, hi = t.parts[0].number, t.parts[0].number+1; !t.parts[0].known {
			return
		}
		if int(lo) >= s.words.sorted {
			lo, hi = 0, 0
		}
	}
	look := func(name uint32) {
		if s.wants(name) {
			if rank, _, ok := s.beginning(t, name); ok {
				s.keep(hit{name, rank, t})
			}
		}
	}
	for word := lo; word < hi; word++ {
		for _, p := range s.words.row(word, word+1) {
			if !p.leads() {
				continue
			}
			name := p.name()
			f := s.names.facts[name]
			if length := f.length(); f&isTitled != 0 || length == len(t.bytes) ||
				length > len(t.bytes) && !s.outdone(rankOf(Prefix, 0, unmatched(len(t.bytes), length)), name, word) {
				look(name)
			}
		}
	}
	s.tail(look)
}

// beginning says how a name is, or begins with, what was typed, and where.
func (s *search) beginning(t *typedQuery, name uint32) (rank uint32, start int, ok bool) {
	folded := s.names.folded.at(name)
	if bytes.Equal(folded, t.bytes) {
		return rankOf(Exact, 0, 0), 0, true
	}
	if s.names.facts[name]&isTitled != 0 {
		start = bytes.IndexByte(folded, ' ') + 1
		if bytes.Equal(folded[start:], t.bytes) {
			return rankOf(Exact, 0, start), start, true
		}
	}
	penalty := unmatched(len(t.bytes), len(folded))
	switch {
	case bytes.HasPrefix(folded, t.bytes):
		return rankOf(Prefix, 0, penalty), 0, true
	case start > 0 && bytes.HasPrefix(folded[start:], t.bytes):
		return rankOf(Prefix, 0, penalty), start, true
	}
	return 0, 0, false
}

// byWords finds names that have the words, or words that begin with them.
func (s *search) byWords(t *typedQuery) {
	rarest, fewest := 0, -1
	for i := range t.parts {
		p := &t.parts[i]
		count := len(s.words.row(p.lo, p.hi))
		if count == 0 && len(p.late) == 0 {
			return
		}
		if fewest < 0 || count < fewest {
			rarest, fewest = i, count
		}
	}
	look := func(name uint32) {
		f := s.names.facts[name]
		if f.count() < len(t.parts) || s.names.letters[name]&t.letters != t.letters ||
			s.beaten(rankOf(Words, 0, unmatchedWords(t, f))) || !s.wants(name) {
			return
		}
		if a, ok := s.assign(t, name, false); ok {
			reason := WordStarts
			if a.whole {
				reason = Words
			}
			s.keep(hit{name, rankOf(reason, 0, unmatchedWords(t, f)), t})
		}
	}
	for _, p := range s.words.row(t.parts[rarest].lo, t.parts[rarest].hi) {
		look(p.name())
	}
	s.tail(look)
}

// assignment gives each word of a query one of a name's.
type assignment struct {
	of    [maxWords]int // the place of the name's word
	whole bool          // all are the same words
	wrong int
	begun bool // one goes on beyond what was typed, misspelt
}

// assign gives each word of the query a word of the name that is the same, or
// begins with it, or with near is nearly spelt so: the first way there is, in
// that order of preference. Words stand for themselves once.
func (s *search) assign(t *typedQuery, name uint32, near bool) (a assignment, ok bool) {
	words := s.names.wordsOf(name)
	if len(t.parts) > len(words) {
		return a, false
	}
	a.whole = true
	return a, s.place(t, words, near, 0, 0, &a)
}

// place assigns the words of the query from part i on; taken has a bit for each
// word of the name that is given away. Words beyond the sixty-fourth of a name
// are never given.
func (s *search) place(t *typedQuery, words []uint32, near bool, i int, taken uint64, a *assignment) bool {
	if i == len(t.parts) {
		return true
	}
	p := &t.parts[i]
	before := *a
	for level := range 3 {
		if level == 2 && !near {
			break
		}
		for k, word := range words[:min(len(words), 64)] {
			if taken&(1<<k) != 0 {
				continue
			}
			switch level {
			case 0:
				if !p.known || word != p.number {
					continue
				}
			case 1:
				if !p.begins(word) {
					continue
				}
				a.whole = false
			case 2:
				far, ok := p.near[word]
				if !ok {
					continue
				}
				a.whole = false
				a.wrong += far.wrong()
				a.begun = a.begun || far&begun != 0
			}
			a.of[i] = k
			if s.place(t, words, near, i+1, taken|1<<k, a) {
				return true
			}
			of := a.of
			*a = before
			a.of = of
		}
	}
	return false
}

// byInitials finds names whose words begin with the letters typed.
func (s *search) byInitials(t *typedQuery) {
	if len(t.parts) != 1 {
		return
	}
	var wanted uint32
	letters := 0
	for _, r := range t.folded {
		var first [4]byte
		copy(first[:], string(r))
		wanted = wanted<<5 | initial(first[0])
		letters++
	}
	if letters < 2 || letters > maxInitials {
		return
	}
	for name, initials := range s.names.initials {
		if initials != wanted || !s.wants(uint32(name)) || !isInitials(t.folded, s.names.folded.at(uint32(name))) {
			continue
		}
		s.keep(hit{uint32(name), rankOf(Initials, 0, unmatched(len(t.bytes), s.names.facts[name].length())), t})
	}
}

// isInitials looks at the letters themselves.
func isInitials(typed string, folded []byte) bool {
	for _, r := range typed {
		letter := []byte(string(r))
		if !bytes.HasPrefix(folded, letter) {
			return false
		}
		_, folded, _ = bytes.Cut(folded, []byte{' '})
	}
	return true
}

// The bounds of a subsequence: letters strewn over a long name are no match.
const (
	leastLetters = 2
	widest       = 2 // the matched part of the name is at most so many times what was typed
)

// bySubsequence finds names that have the letters in order, beginning with a
// word, by sahilm/fuzzy. It is not shown names that lack a letter, nor those in
// which the letters stand too far apart from any beginning of a word on.
func (s *search) bySubsequence(t *typedQuery) {
	pattern := t.letterRow()
	if len([]rune(pattern)) < leastLetters {
		return
	}
	var candidates []uint32
	first := initial(pattern[0])
	for name, letters := range s.names.letters {
		if letters&t.letters == t.letters && hasInitial(s.names.initials[name], first) && s.wants(uint32(name)) && within(pattern, s.names.folded.at(uint32(name))) {
			candidates = append(candidates, uint32(name))
		}
	}
	for _, match := range fuzzy.FindFromNoSort(pattern, source{s.Index, candidates}) {
		name := candidates[match.Index]
		if penalty, ok := t.strewn(pattern, s.names.folded.at(name), s.names.facts[name]&isLatin != 0, match); ok {
			s.keep(hit{name, rankOf(Subsequence, 0, penalty+unmatchedWords(t, s.names.facts[name])), t})
		}
	}
}

// letterRow is what was typed without spaces.
func (t *typedQuery) letterRow() string {
	return string(bytes.ReplaceAll(t.bytes, []byte{' '}, nil))
}

// strewn says how good a match of sahilm/fuzzy is, and whether it counts: the
// letters of one word that was typed are to be those of one word of the name, but
// for a name that was written in Latin letters by us, syllable by syllable.
func (t *typedQuery) strewn(pattern string, folded []byte, latin bool, match fuzzy.Match) (penalty int, ok bool) {
	at := match.MatchedIndexes
	for _, word := range t.words {
		letters := utf8.RuneCountInString(word)
		if bytes.IndexByte(folded[at[0]:at[letters-1]], ' ') >= 0 && len(t.words) > 1 && !latin {
			return 0, false
		}
		at = at[letters:]
	}
	first, last := match.MatchedIndexes[0], match.MatchedIndexes[len(match.MatchedIndexes)-1]
	if last-first > widest*len(pattern) || first > 0 && folded[first-1] != ' ' {
		return 0, false
	}
	return max(0, 40-match.Score/len(pattern)), true
}

// within reports whether the bytes of pattern stand in a name in order, from the
// beginning of a word on and near enough to each other. A match that counts
// always does: taking each byte where it stands first makes the row as short as
// it can be from its start.
func within(pattern string, folded []byte) bool {
	const lastLetter = 3 // the bytes of a letter after its first
	for start := 0; start < len(folded); start++ {
		if folded[start] == pattern[0] && (start == 0 || folded[start-1] == ' ') {
			name := folded[start:min(len(folded), start+widest*len(pattern)+lastLetter+1)]
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
	}
	return false
}

// source shows folded names to sahilm/fuzzy.
type source struct {
	*Index
	list []uint32
}

func (c source) Len() int            { return len(c.list) }
func (c source) String(i int) string { return string(c.names.folded.at(c.list[i])) }

// bySpelling finds names with words that are nearly spelt like those typed.
func (s *search) bySpelling(t *typedQuery) {
	rarest, fewest := 0, -1
	for i := range t.parts {
		p := &t.parts[i]
		p.near = s.nearTo(p.word, i == len(t.parts)-1)
		count := len(s.words.row(p.lo, p.hi))
		for word := range p.near {
			if int(word) < s.words.sorted {
				count += len(s.words.row(word, word+1))
			}
		}
		if fewest < 0 || count < fewest {
			rarest, fewest = i, count
		}
	}
	look := func(name uint32) {
		f := s.names.facts[name]
		if f.count() < len(t.parts) || !s.wants(name) ||
			s.beaten(rankOf(Misspelt, 1, unmatchedWords(t, f))) {
			return
		}
		if a, ok := s.assign(t, name, true); ok && a.wrong > 0 {
			s.keep(hit{name, misspelt(t, a, f), t})
		}
	}
	p := &t.parts[rarest]
	for far := range nearness(mostVowels + 1) { // the nearest first, so that the rest is soon beaten
		for word, n := range p.near {
			if nearness(n.wrong()) == far && int(word) < s.words.sorted {
				for _, posting := range s.words.row(word, word+1) {
					look(posting.name())
				}
			}
		}
		if far == 0 {
			for _, posting := range s.words.row(p.lo, p.hi) {
				look(posting.name())
			}
		}
	}
	s.tail(look)
}

// misspelt ranks a misspelt name: one that goes on beyond what was typed comes
// behind one that was typed whole.
func misspelt(t *typedQuery, a assignment, f facts) uint32 {
	reason := Misspelt
	if a.begun {
		reason = Begun
	}
	return rankOf(reason, a.wrong, unmatchedWords(t, f))
}
