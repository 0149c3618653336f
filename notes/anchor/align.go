package anchor

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shingleWords is how many words in a row make a landmark. Runs of so many
// words seldom recur in prose, and with a quarter of the words changed one in
// three of them is still whole.
const shingleWords = 4

// alignment knows roughly where the parts of a text went in another: by
// landmarks, runs of words that stand exactly once in either (the idea of
// B. Cohen's patience diff). It only says where to look first.
type alignment struct {
	marks    []landmark // by their place in the old text
	backbone []landmark // those of them that kept their order
}

// landmark is a run of words, by its offsets in both texts.
type landmark struct{ was, is int }

func align(before, after string) alignment {
	was, is := shingles(before), shingles(after)
	var a alignment
	for words, at := range was {
		if to, ok := is[words]; ok && at >= 0 && to >= 0 {
			a.marks = append(a.marks, landmark{at, to})
		}
	}
	slices.SortFunc(a.marks, func(x, y landmark) int { return x.was - y.was })
	a.backbone = rising(a.marks)
	return a
}

// shingles returns where each run of words begins; -1 for one that recurs.
func shingles(body string) map[string]int {
	var starts, ends []int
	in := false
	for at, r := range body {
		word := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
		if word && !in {
			starts = append(starts, at)
		} else if !word && in {
			ends = append(ends, at)
		}
		in = word
	}
	if in {
		ends = append(ends, len(body))
	}
	found := make(map[string]int, len(starts))
	var words strings.Builder
	for i := 0; i+shingleWords <= len(starts); i++ {
		words.Reset()
		for j := i; j < i+shingleWords; j++ {
			words.WriteString(body[starts[j]:ends[j]])
			words.WriteByte(' ')
		}
		key := words.String()
		if _, ok := found[key]; ok {
			found[key] = -1
		} else {
			found[key] = starts[i]
		}
	}
	return found
}

// rising returns the longest row of landmarks that rises in both texts
// (patience sorting).
func rising(marks []landmark) []landmark {
	var tops, before []int // the last of the best row of each length; the one before each
	before = make([]int, len(marks))
	for i, m := range marks {
		n := sort.Search(len(tops), func(j int) bool { return marks[tops[j]].is >= m.is })
		before[i] = -1
		if n > 0 {
			before[i] = tops[n-1]
		}
		if n == len(tops) {
			tops = append(tops, i)
		} else {
			tops[n] = i
		}
	}
	var row []landmark
	if len(tops) > 0 {
		for i := tops[len(tops)-1]; i >= 0; i = before[i] {
			row = append(row, marks[i])
		}
	}
	slices.Reverse(row)
	return row
}

// maxHints bounds the places that are looked at for one passage.
const maxHints = 4

// hints returns offsets in the new text at which a passage of the old one
// probably begins: first by what stands around it, then by the landmarks within
// it, should it have moved.
func (a alignment) hints(start, end int, after string) []int {
	hints := []int{a.expected(start, len(after))}
	first := sort.Search(len(a.marks), func(i int) bool { return a.marks[i].was >= start })
	for _, m := range a.marks[first:] {
		if m.was >= end || len(hints) == maxHints {
			break
		}
		hint := m.is - (m.was - start)
		if !slices.ContainsFunc(hints, func(known int) bool { return abs(known-hint) < nearReach/2 }) {
			hints = append(hints, hint)
		}
	}
	for i, hint := range hints {
		hint = min(max(hint, 0), len(after))
		for hint < len(after) && !utf8.RuneStart(after[hint]) {
			hint++
		}
		hints[i] = hint
	}
	return hints
}

// expected returns where an offset of the old text would stand between its
// neighbours on the backbone.
func (a alignment) expected(at, length int) int {
	i := sort.Search(len(a.backbone), func(i int) bool { return a.backbone[i].was > at })
	switch {
	case len(a.backbone) == 0:
		return at
	case i == 0:
		return a.backbone[0].is - (a.backbone[0].was - at)
	case i == len(a.backbone):
		return min(length, a.backbone[i-1].is+at-a.backbone[i-1].was)
	}
	low, high := a.backbone[i-1], a.backbone[i]
	return low.is + (at-low.was)*(high.is-low.is)/max(high.was-low.was, 1)
}
