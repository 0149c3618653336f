package query

import (
	"fmt"
	"slices"
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
	NearOne    string // words with at most one other between
	Near       string // the words, and how many others may stand between
	Items      string // things of any kind
	Those      string // things of the kind that was named
	Except     string // in front of things that are left out
	Among      string // of a kind
	NotAmong   string // other than such things
	Or         string // between alternatives
	OrElse     string // between alternatives of which each names what it is about
	And        string // between parts in brackets that must all be
	Then       string // between other such parts
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
		Person: "naming %s", Event: "naming the event %s", Place: "naming the place %s", Organisation: "naming %s",
		Tag: "tagged %s", In: "in the collection %s", Source: "from %s", By: "by %s", Language: "in the language %s",
		After: "that can be from %s or later", Before: "that can be from before %s", Colour: "highlighted in %s",
	},
	Has: map[string]string{
		"highlight": "with a highlight", "note": "with a note about it", "comment": "with a comment", "tag": "with a tag", "date": "with a date",
	},
	Colours: map[string]string{"yellow": "yellow", "green": "green", "blue": "blue", "red": "red", "violet": "violet"},
	Word:    "with “%s”", Phrase: "with “%s” as it stands here", Beginning: "with words that begin with “%s”",
	Begun:   "with “%s…” as it stands here, however its last word ends",
	Beside:  "with “%s” side by side, in any order",
	NearOne: "with “%s” at most one word apart", Near: "with “%s” at most %s words apart",
	Items: "items", Those: "those", Except: "except %s", Among: "among %s", NotAmong: "not among %s",
	Or: " or ", OrElse: ", or ", And: " and ", Then: ", ",
	Date: func(d edtf.Date) string { return d.Words(edtf.English) },
}

// Meaning says in words what the query asks for; "" if for nothing.
func (q Query) Meaning(w Wording) string {
	if q.Root == nil {
		return ""
	}
	return w.things(q.Root, w.Everything, w.Then)
}

// things names what fulfils a part of a query: a noun with what is said of it. then
// stands between what must all be.
func (w Wording) things(node Node, noun, then string) string {
	switch node := node.(type) {
	case All:
		return w.all(node, noun, then)
	case Any:
		if kinds, ok := w.kinds(node); ok {
			return kinds
		}
		if slices.ContainsFunc(node, ownNoun) {
			return w.each(node, w.OrElse, func(part Node) string { return w.things(part, noun, w.And) })
		}
		return noun + " " + w.each(node, w.Or, w.said)
	case Not:
		return noun + " " + fmt.Sprintf(w.Except, w.things(node.Node, w.Items, w.And))
	}
	if kinds, ok := w.kinds(node); ok {
		return kinds
	}
	return noun + " " + w.said(node)
}

// all names what fulfils several parts: the first that asks for kinds gives the noun,
// and what is left out comes last.
func (w Wording) all(parts All, noun, then string) string {
	others := w.Items
	var said []string
	var without Any
	for _, part := range parts {
		if not, ok := part.(Not); ok {
			without = append(without, not.Node)
			continue
		}
		if kinds, ok := w.kinds(part); ok && others == w.Items {
			noun, others = kinds, w.Those
			continue
		}
		said = append(said, w.said(part))
	}
	if len(said) > 0 {
		noun += " " + strings.Join(said, then)
	}
	if len(without) == 0 {
		return noun
	}
	if len(said) > 0 {
		noun += strings.TrimRight(w.Then, " ")
	}
	left := Node(without)
	if len(without) == 1 {
		left = without[0]
	}
	return noun + " " + fmt.Sprintf(w.Except, w.things(left, others, w.And))
}

// kinds names the kinds that a part of a query asks for, if it asks for nothing else.
func (w Wording) kinds(node Node) (string, bool) {
	switch node := node.(type) {
	case Field:
		return w.Kinds[node.Value], node.Name == Kind
	case Any:
		for _, part := range node {
			if field, ok := part.(Field); !ok || field.Name != Kind {
				return "", false
			}
		}
		return w.each(node, w.Or, func(part Node) string { return w.Kinds[part.(Field).Value] }), true
	}
	return "", false
}

// ownNoun reports whether what fulfils a part of a query is named by a noun of its own.
func ownNoun(node Node) bool {
	switch node := node.(type) {
	case Not:
		return true
	case Field:
		return node.Name == Kind
	case All:
		return slices.ContainsFunc(node, ownNoun)
	case Any:
		return slices.ContainsFunc(node, ownNoun)
	}
	return false
}

func (w Wording) each(parts []Node, between string, say func(Node) string) string {
	said := make([]string, len(parts))
	for i, part := range parts {
		said[i] = say(part)
	}
	return strings.Join(said, between)
}

// said is what a part of a query says of things, behind their noun: several parts in
// brackets, so that it is plain what belongs together.
func (w Wording) said(node Node) string {
	switch node := node.(type) {
	case All:
		return "(" + w.each(node, w.And, w.said) + ")"
	case Any:
		return "(" + w.each(node, w.Or, w.said) + ")"
	case Not:
		return fmt.Sprintf(w.NotAmong, w.things(node.Node, w.Items, w.And))
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
	case term.Near == 2:
		return fmt.Sprintf(w.NearOne, typed)
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
		return fmt.Sprintf(w.Among, w.Kinds[field.Value])
	case Has:
		return w.Has[field.Value]
	case Colour:
		return fmt.Sprintf(w.Fields[Colour], w.Colours[field.Value])
	case After, Before:
		return fmt.Sprintf(w.Fields[field.Name], w.Date(field.Date))
	}
	return fmt.Sprintf(w.Fields[field.Name], text.Shorten(field.Value, mostSaid))
}
