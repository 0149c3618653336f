package sqlite

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"cuttings/notes"
	"cuttings/notes/query"
)

// matcher writes queries in the language of FTS5, in which every word is quoted,
// so that nothing a person types can be an error there; see
// https://www.sqlite.org/fts5.html#full_text_query_syntax.
type matcher struct {
	languages []string // in whose forms words are looked for
	marks     []string // if any: only what has one of these marks for each word
	frequent  *frequentWords
}

// pure reports whether the search table alone can answer a part of a query.
func pure(node query.Node) bool {
	switch node := node.(type) {
	case query.Term:
		return true
	case query.Field:
		switch node.Name {
		case query.Kind:
			return true
		case query.Language:
			return !regional(node)
		}
		return false
	case query.Any:
		for _, part := range node {
			if !pure(part) {
				return false
			}
		}
		return true
	case query.All:
		asked := false
		for _, part := range node {
			if not, ok := part.(query.Not); ok {
				part = not.Node
			} else {
				asked = true
			}
			if !pure(part) {
				return false
			}
		}
		return asked
	}
	return false
}

// regional reports whether a language is asked for as a region writes it, such as
// en-US: the search table knows languages alone.
func regional(field query.Field) bool {
	return field.Name == query.Language && strings.ContainsAny(field.Value, "-_")
}

// expression writes a pure part of a query.
func (m matcher) expression(node query.Node) string {
	switch node := node.(type) {
	case query.Term:
		return m.term(node)
	case query.Field:
		return m.field(node)
	case query.Any:
		parts := make([]string, len(node))
		for i, part := range node {
			parts[i] = m.expression(part)
		}
		return "(" + strings.Join(parts, " OR ") + ")"
	case query.All:
		var wanted, unwanted []string
		for _, part := range node {
			if not, ok := part.(query.Not); ok {
				unwanted = append(unwanted, matcher{languages: m.languages, frequent: m.frequent}.expression(not.Node))
			} else {
				wanted = append(wanted, m.expression(part))
			}
		}
		words := "(" + strings.Join(wanted, " AND ") + ")"
		if len(unwanted) > 0 {
			words = "(" + words + " NOT (" + strings.Join(unwanted, " OR ") + "))"
		}
		return words
	}
	return ""
}

func (m matcher) term(term query.Term) string {
	switch {
	case term.Near > 0: // no pair says how far apart they are
		each := make([]string, len(term.Words))
		for i, word := range term.Words {
			each[i] = quote(word)
		}
		return m.row(term, fmt.Sprintf("NEAR(%s, %d)", strings.Join(each, " "), term.Near-1))
	case len(term.Words) == 1 && !term.Prefix && len(m.marks) == 0:
		word := term.Words[0]
		forms := []string{quote(word)}
		if !term.Quoted {
			forms = append(forms, quote(joinMark+word))
		}
		for _, stem := range term.Stems(m.languages) {
			if stem != word {
				forms = append(forms, quote(stem))
			}
			forms = append(forms, quote(stemMark+stem))
		}
		return "(" + strings.Join(forms, " OR ") + ")"
	}
	if letters, ok := m.firstLetters(term); ok {
		return letters
	}
	plain := m.row(term, quote(strings.Join(term.Words, " ")))
	if len(term.Words) == 1 {
		return plain
	}
	if pair, since, ok := m.pair(term); ok {
		return inEras(m.marked(pair, false), plain, since)
	}
	return m.inPairs(term, plain)
}

// firstLetters asks for the words that begin with one letter or two.
func (m matcher) firstLetters(term query.Term) (string, bool) {
	if len(term.Words) > 1 || !term.Prefix || len(m.marks) > 0 {
		return "", false
	}
	letters := term.Words[0]
	switch utf8.RuneCountInString(letters) {
	case 1:
		return "(" + quote(letters) + " OR " + quote(beginMark+letters) + ")", true
	case 2:
		return "(" + quote(beginMark+letters) + ")", true
	}
	return "", false
}

// inPairs asks for the pairs of a row first, so that what has not all of them need not
// be looked at. If marks are asked for, those of a pair stand for those of its words.
func (m matcher) inPairs(term query.Term, plain string) string {
	var parts []string
	last := 0 // the first era with all of them
	covered := make([]bool, len(term.Words))
	for i := 1; i < len(term.Words) && !(term.Prefix && i == len(term.Words)-1); i++ {
		if since, ok := m.frequent.pair(term.Words[i-1], term.Words[i]); ok {
			parts = append(parts, m.marked(pairOf(term.Words[i-1], term.Words[i]), false))
			covered[i-1], covered[i] = true, true
			last = max(last, since)
		}
	}
	if len(parts) == 0 {
		return plain
	}
	for i, word := range term.Words {
		if prefix := term.Prefix && i == len(term.Words)-1; !covered[i] && len(m.marks) > 0 {
			parts = append(parts, m.marked(word, prefix))
		}
	}
	parts = append(parts, matcher{}.row(term, quote(strings.Join(term.Words, " "))))
	return inEras("("+strings.Join(parts, " AND ")+")", plain, last)
}

// pair returns the token of a row of two frequent words, and the era since which rows
// of the search table have it.
func (m matcher) pair(term query.Term) (token string, since int, ok bool) {
	if len(term.Words) != 2 || term.Near > 0 || term.Prefix {
		return "", 0, false
	}
	since, ok = m.frequent.pair(term.Words[0], term.Words[1])
	return pairOf(term.Words[0], term.Words[1]), since, ok
}

// isWord reports whether a term is one word in the search table.
func (m matcher) isWord(term query.Term) bool {
	_, _, pair := m.pair(term)
	return pair || len(term.Words) == 1
}

// inEras asks for pairs in the rows that were made since an era, and for what stands
// for them in those before.
func inEras(pairs, standIn string, since int) string {
	return "(" + pairs + " OR (" + before(since) + " AND " + standIn + "))"
}

// row asks for what has the words and, if marks are asked for, one of the marks for
// each.
func (m matcher) row(term query.Term, plain string) string {
	if term.Prefix {
		plain += " *"
	}
	if len(m.marks) == 0 {
		return "(" + plain + ")"
	}
	marked := make([]string, 0, len(term.Words)+1)
	for i, word := range term.Words {
		marked = append(marked, m.marked(word, term.Prefix && i == len(term.Words)-1))
	}
	if len(term.Words) > 1 {
		marked = append(marked, "("+plain+")")
	}
	return "(" + strings.Join(marked, " AND ") + ")"
}

// marked asks for what has one of the marks for a word; if there are none, for the
// word.
func (m matcher) marked(word string, prefix bool) string {
	if len(m.marks) == 0 {
		return quote(word)
	}
	each := make([]string, len(m.marks))
	for i, mark := range m.marks {
		if each[i] = quote(mark + word); prefix {
			each[i] += " *"
		}
	}
	return "(" + strings.Join(each, " OR ") + ")"
}

// field asks for a kind or a language.
func (m matcher) field(field query.Field) string {
	if field.Name == query.Kind {
		return quote(kindMark(notes.Kind(field.Value)))
	}
	return quote(languageMark(field.Value))
}

func quote(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }
