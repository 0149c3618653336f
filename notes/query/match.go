package query

import (
	"slices"
	"strings"

	"cuttings/notes/text"
)

// Finder finds the places in texts that fulfil the terms of a query.
type Finder struct {
	terms    []sought
	starts   map[string]bool // the first letters of stems
	language string          // "" without stems
	longest  int
}

// sought is a term with the stem whose other forms are found, too; "" for one that is
// wanted as it is.
type sought struct {
	Term
	stem string
}

// Finder returns what finds the query's terms in texts of a language, "" if it
// is not known.
func (q Query) Finder(language string) *Finder {
	f := &Finder{starts: map[string]bool{}, longest: 1}
	if language != "" && HasStemmer(language) {
		f.language = language
	}
	add := func(term Term) {
		one := sought{Term: term}
		if !term.Quoted && !term.Prefix && len(term.Words) == 1 && f.language != "" {
			one.stem = Stem(term.word(), language)
			f.starts[start(one.stem)] = true
		}
		f.terms = append(f.terms, one)
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
		if whole, ok := term.Together(); ok {
			add(whole)
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
		stem := f.stem(body, window[0])
		for _, term := range f.terms {
			if term.begins(window, stem) {
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

// joined returns the places of words that are wanted without the apostrophe or hyphen
// that stands in them.
func (f *Finder) joined(body string) (found []text.Range) {
	for word := range Joined(body) {
		if slices.ContainsFunc(f.terms, func(term sought) bool {
			return len(term.Words) == 1 && !term.Quoted && !term.Prefix && term.Words[0] == word.Folded
		}) {
			found = append(found, word.Range)
		}
	}
	if f.longest > 1 {
		found = append(found, f.joinedRows(body)...)
	}
	return found
}

// joinedRows returns the places of rows of words of which one is wanted without its
// apostrophe.
func (f *Finder) joinedRows(body string) (found []text.Range) {
	runs := map[int]Word{} // by start, the longest
	for run := range Joined(body) {
		runs[run.Start] = run
	}
	if len(runs) == 0 {
		return nil
	}
	var words []Word
	end := 0
	for word := range Words(body) {
		if word.Start < end {
			continue
		}
		if run, ok := runs[word.Start]; ok {
			word = run
		}
		words, end = append(words, word), word.End
	}
	for i := range words {
		for _, term := range f.terms {
			if n := len(term.Words); n > 1 && term.begins(words[i:], "") {
				found = append(found, text.Range{Start: words[i].Start, End: words[i+n-1].End})
				break
			}
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

// begins reports whether words, of which the first has a stem, fulfil the term from
// the first on.
func (t sought) begins(words []Word, stem string) bool {
	if len(words) < len(t.Words) {
		return false
	}
	for i, want := range t.Words {
		got := words[i].Folded
		if got != want && !(t.Prefix && i == len(t.Words)-1 && strings.HasPrefix(got, want)) {
			return t.stem != "" && t.stem == stem
		}
	}
	return true
}

// stem returns the stem of a word, "" if no term can have it.
func (f *Finder) stem(body string, word Word) string {
	if f.language == "" || !f.starts[start(word.Folded)] {
		return ""
	}
	return Stem(body[word.Start:word.End], f.language)
}

// Written counts the words that were typed that stand in body as they were typed,
// but for capitals: an exact spelling is better than one that is folded.
func (q Query) Written(body string) (written, of int) {
	body = strings.ToLower(strings.ReplaceAll(body, string(softHyphen), ""))
	var seen []string
	for _, term := range q.Terms() {
		for word := range Words(term.Typed) {
			typed := strings.ToLower(strings.ReplaceAll(term.Typed[word.Start:word.End], string(softHyphen), ""))
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
