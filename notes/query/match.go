package query

import (
	"slices"
	"strings"

	"cuttings/notes/text"
)

// Finder finds the places in texts that fulfil the terms of a query.
type Finder struct {
	terms     []Term
	stems     map[string]bool
	starts    map[string]bool // the first letters of stems
	languages []string
	longest   int
}

// Finder returns what finds the query's terms in texts of a language, "" if it
// is not known.
func (q Query) Finder(language string) *Finder {
	f := &Finder{stems: map[string]bool{}, starts: map[string]bool{}, longest: 1}
	if language != "" && HasStemmer(language) {
		f.languages = []string{language}
	}
	add := func(term Term) {
		f.terms = append(f.terms, term)
		f.longest = max(f.longest, len(term.Words))
	}
	for _, term := range q.Terms() {
		if term.Near > 0 {
			for _, word := range term.Words {
				add(Term{Words: []string{word}, Quoted: true})
			}
			continue
		}
		add(term)
		if !term.Quoted && !term.Prefix && len(term.Words) == 1 && f.languages != nil {
			stem := Stem(term.word(), language)
			f.stems[stem], f.starts[start(stem)] = true, true
		}
	}
	return f
}

// start is the beginning of a word that its stem shares.
func start(word string) string { return word[:min(3, len(word))] }

// Find returns the places in body that fulfil a term, in order, at most limit.
func (f *Finder) Find(body string, limit int) (ranges []text.Range) {
	var found []text.Range
	window := make([]Word, 0, f.longest)
	visit := func() bool {
		for _, term := range f.terms {
			if f.begins(term, body, window) {
				found = append(found, text.Range{Start: window[0].Start, End: window[len(term.Words)-1].End})
				break
			}
		}
		return len(found) < limit
	}
	if len(f.terms) == 0 || limit <= 0 {
		return nil
	}
	if whole := f.joined(body); len(whole) > 0 {
		defer func() { ranges = merged(whole, ranges, limit) }()
	}
	for word := range Words(body) {
		if len(window) == f.longest {
			window = append(window[:0], window[1:]...)
		}
		window = append(window, word)
		if len(window) == f.longest && !visit() {
			return found
		}
	}
	if len(window) == f.longest {
		window = window[1:]
	}
	for len(window) > 0 && visit() {
		window = window[1:]
	}
	return found
}

// joined returns the places of words that are wanted without the apostrophe that
// stands in them.
func (f *Finder) joined(body string) (found []text.Range) {
	for word := range Joined(body) {
		if slices.ContainsFunc(f.terms, func(term Term) bool {
			return len(term.Words) == 1 && !term.Quoted && !term.Prefix && term.Words[0] == word.Folded
		}) {
			found = append(found, word.Range)
		}
	}
	return found
}

// merged puts two lists of places together, in order, without what overlaps.
func merged(some, others []text.Range, limit int) []text.Range {
	all := slices.Concat(some, others)
	slices.SortStableFunc(all, func(a, b text.Range) int { return a.Start - b.Start })
	all = slices.CompactFunc(all, func(a, b text.Range) bool { return a.Start < b.End && b.Start < a.End })
	return all[:min(limit, len(all))]
}

// begins reports whether the words fulfil the term from the first on.
func (f *Finder) begins(term Term, body string, words []Word) bool {
	if len(words) < len(term.Words) {
		return false
	}
	for i, want := range term.Words {
		got := words[i].Folded
		if got == want || term.Prefix && i == len(term.Words)-1 && strings.HasPrefix(got, want) {
			continue
		}
		return len(term.Words) == 1 && !term.Quoted && !term.Prefix && f.sameStem(body[words[i].Start:words[i].End], got, want)
	}
	return true
}

// sameStem reports whether a word has the stem of the one that is wanted.
func (f *Finder) sameStem(word, folded, want string) bool {
	if len(f.languages) == 0 || !f.starts[start(folded)] {
		return false
	}
	stem := Stem(word, f.languages[0])
	return f.stems[stem] && stem == Stem(want, f.languages[0])
}

// Written counts the words that were typed that stand in body as they were typed,
// but for capitals: an exact spelling is better than one that is folded.
func (q Query) Written(body string) (written, of int) {
	body = strings.ToLower(body)
	var seen []string
	for _, term := range q.Terms() {
		for word := range Words(term.Typed) {
			typed := strings.ToLower(term.Typed[word.Start:word.End])
			if slices.Contains(seen, typed) {
				continue
			}
			seen = append(seen, typed)
			of++
			if strings.Contains(body, typed) {
				written++
			}
		}
	}
	return written, of
}
