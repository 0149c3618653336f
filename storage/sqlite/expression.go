package sqlite

import (
	"fmt"
	"strings"

	"cuttings/notes"
	"cuttings/notes/query"
)

// matcher writes queries in the language of FTS5, in which every word is quoted,
// so that nothing a person types can be an error there; see
// https://www.sqlite.org/fts5.html#full_text_query_syntax.
type matcher struct {
	languages []string // in whose forms words are looked for
	marks     []string // if any: only what has one of these marks for each word
}

// pure reports whether the search table alone can answer a part of a query.
func pure(node query.Node) bool {
	switch node := node.(type) {
	case query.Term:
		return true
	case query.Field:
		switch node.Name {
		case query.Kind, query.Language:
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
		plain = fmt.Sprintf("NEAR(%s, %d)", strings.Join(each, " "), term.Near)
	case len(term.Words) > 1, term.Prefix, len(m.marks) > 0:
		plain = quote(strings.Join(term.Words, " "))
	default:
		forms := []string{quote(last), quote(joinMark + last)}
		for _, stem := range term.Stems(m.languages) {
			forms = append(forms, quote(stem), quote(stemMark+stem))
		}
		return "(" + strings.Join(forms, " OR ") + ")"
	}
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

// marked asks for what has one of the marks for a word.
func (m matcher) marked(word string, prefix bool) string {
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
