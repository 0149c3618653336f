package sqlite

import (
	"fmt"
	"strings"

	"cuttings/notes"
	"cuttings/notes/query"
)

// wordColumns are those in which words stand one after another as they were
// written.
const wordColumns = `{title head body byline source}`

// matcher writes queries in the language of FTS5, in which every word is quoted,
// so that nothing a person types can be an error there; see
// https://www.sqlite.org/fts5.html#full_text_query_syntax.
type matcher struct {
	languages []string // in whose forms words are looked for
	from, to  int      // above 0: only what is about each word at these levels
}

// pure reports whether the search table alone can answer a part of a query.
func pure(node query.Node) bool {
	switch node := node.(type) {
	case query.Term:
		return true
	case query.Field:
		switch node.Name {
		case query.By, query.Source, query.Kind, query.Language:
			return true
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
				unwanted = append(unwanted, matcher{languages: m.languages}.expression(not.Node))
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
	last := term.Words[len(term.Words)-1]
	var plain string
	switch {
	case term.Near > 0:
		each := make([]string, len(term.Words))
		for i, word := range term.Words {
			each[i] = quote(word)
		}
		plain = fmt.Sprintf("%s : NEAR(%s, %d)", wordColumns, strings.Join(each, " "), term.Near)
	case len(term.Words) > 1:
		plain = wordColumns + " : " + quote(strings.Join(term.Words, " "))
	case term.Prefix, m.from > 0:
		plain = wordColumns + " : " + quote(last)
	default:
		forms := []string{quote(last)}
		for _, stem := range term.Stems(m.languages) {
			forms = append(forms, quote(stem))
		}
		return "(" + strings.Join(forms, " OR ") + ")"
	}
	if term.Prefix {
		plain += " *"
	}
	if m.from == 0 {
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

// marked asks for what is about a word at one of the levels.
func (m matcher) marked(word string, prefix bool) string {
	var each []string
	for level := m.from; level <= m.to; level++ {
		token := quote(mark(level, word))
		if prefix {
			token += " *"
		}
		each = append(each, token)
	}
	return "(" + strings.Join(each, " OR ") + ")"
}

// field asks for a kind or a language, or for a byline or a source that has words
// that begin so.
func (m matcher) field(field query.Field) string {
	column := "byline"
	switch field.Name {
	case query.Kind:
		return quote(kindMark(notes.Kind(field.Value)))
	case query.Language:
		return quote(languageMark(field.Value))
	case query.Source:
		column = "source"
	}
	var each []string
	for word := range query.Words(field.Value) {
		each = append(each, column+" : "+quote(word.Folded)+" *")
	}
	if len(each) == 0 {
		return column + ` : "."` // no word: it finds nothing
	}
	return "(" + strings.Join(each, " AND ") + ")"
}

func quote(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }
