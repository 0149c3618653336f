package query

import (
	"fmt"
	"strings"

	"cuttings/notes/edtf"
	"cuttings/notes/text"
)

// Wording is how the meaning of a query is said. Each %s stands for a value.
type Wording struct {
	Everything string
	Kinds      map[string]string // the plural of each value of Kind
	Fields     map[Name]string
	Has        map[string]string
	Colours    map[string]string
	Word       string
	Phrase     string
	Beginning  string
	Begun      string // a phrase whose last word begins so
	Beside     string // words with no others between, in any order
	Near       string // the words, and how many others may stand between
	Not        string
	Or         string // between alternatives
	Then       string // between what must all be
	Date       func(edtf.Date) string
}

// English says the meaning of a query in English.
var English = Wording{
	Everything: "everything",
	Kinds: map[string]string{
		"article": "articles", "note": "notes", "highlight": "highlights", "person": "people",
		"organisation": "organisations", "place": "places", "event": "events",
	},
	Fields: map[Name]string{
		Person: "that names %s", Event: "that names the event %s", Place: "that names the place %s", Organisation: "that names %s",
		Tag: "tagged %s", In: "in the collection %s", Source: "from %s", By: "by %s", Language: "in the language %s",
		After: "that can be from %s or later", Before: "that can be from before %s", Colour: "highlighted in %s",
	},
	Has: map[string]string{
		"highlight": "with a highlight", "note": "with a note about it", "comment": "with a comment", "tag": "with a tag", "date": "with a date",
	},
	Colours: map[string]string{"yellow": "yellow", "green": "green", "blue": "blue", "red": "red", "violet": "violet"},
	Word:    "with “%s”", Phrase: "with “%s” as it stands here", Beginning: "with words that begin with “%s”",
	Begun:  "with “%s…” as it stands here, however its last word ends",
	Beside: "with “%s” side by side, in any order",
	Near:   "with “%s” at most %s words apart", Not: "not %s", Or: " or ", Then: ", ",
	Date: func(d edtf.Date) string { return d.Words(edtf.English) },
}

// Meaning says in words what the query asks for; "" if for nothing.
func (q Query) Meaning(w Wording) string {
	if q.Root == nil {
		return ""
	}
	if any, ok := q.Root.(Any); ok {
		return w.Everything + " " + w.node(any)
	}
	parts, ok := q.Root.(All)
	if !ok {
		parts = All{q.Root}
	}
	subject := w.Everything
	var said []string
	for _, part := range parts {
		if field, ok := part.(Field); ok && field.Name == Kind && subject == w.Everything {
			subject = w.Kinds[field.Value]
			continue
		}
		said = append(said, w.part(part))
	}
	if len(said) == 0 {
		return subject
	}
	return subject + " " + strings.Join(said, w.Then)
}

// part says a part of another: several things in brackets, so that it is plain what
// belongs together.
func (w Wording) part(node Node) string {
	switch node.(type) {
	case All, Any:
		return "(" + w.node(node) + ")"
	}
	return w.node(node)
}

func (w Wording) node(node Node) string {
	several := func(parts []Node, between string) string {
		said := make([]string, len(parts))
		for i, part := range parts {
			said[i] = w.part(part)
		}
		return strings.Join(said, between)
	}
	switch node := node.(type) {
	case All:
		return several(node, w.Then)
	case Any:
		return several(node, w.Or)
	case Not:
		return fmt.Sprintf(w.Not, w.part(node.Node))
	case Term:
		return w.term(node)
	case Field:
		return w.field(node)
	}
	return ""
}

// mostSaid is how much of a word or phrase is said again, in bytes.
const mostSaid = 120

func (w Wording) term(term Term) string {
	typed := text.Shorten(term.Typed, mostSaid)
	switch {
	case term.Near == 1:
		return fmt.Sprintf(w.Beside, typed)
	case term.Near > 0:
		return fmt.Sprintf(w.Near, typed, fmt.Sprint(term.Near-1))
	case term.Prefix && len(term.Words) > 1:
		return fmt.Sprintf(w.Begun, typed)
	case term.Prefix:
		return fmt.Sprintf(w.Beginning, typed)
	case term.Quoted:
		return fmt.Sprintf(w.Phrase, typed)
	}
	return fmt.Sprintf(w.Word, typed)
}

func (w Wording) field(field Field) string {
	switch field.Name {
	case Kind:
		return w.Kinds[field.Value]
	case Has:
		return w.Has[field.Value]
	case Colour:
		return fmt.Sprintf(w.Fields[Colour], w.Colours[field.Value])
	case After, Before:
		return fmt.Sprintf(w.Fields[field.Name], w.Date(field.Date))
	}
	return fmt.Sprintf(w.Fields[field.Name], text.Shorten(field.Value, mostSaid))
}
