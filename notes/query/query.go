// Package query is the language of search: what a person types becomes a Query
// that storage answers and that finds its own words in a text. It knows no
// database.
//
// Words are joined by AND; "a phrase" stands as it is; -word and -"phrase"
// leave out; OR makes alternatives of the two parts beside it and binds them closer
// than what stands side by side, as in other search tools: a b OR c is a (b OR c);
// brackets group; prefix* finds every word that begins so, "a phra*" every
// phrase whose last word does; near(a b, 5)
// finds words with at most so many others between them; name:value asks for
// something other than words: see Fields. Case and accents do not matter. No
// input is an error: where something is wrong a Fault points at it, and the rest
// is searched for.
package query

import (
	"strings"

	"cuttings/notes/edtf"
	"cuttings/notes/text"
)

// Query is what was typed, understood.
type Query struct {
	Root   Node // nil if it asks for nothing
	Faults []Fault
}

// Node is a part of a query: All, Any, Not, Term or Field.
type Node interface{ node() }

// All asks for each of its parts, Any for one of them, Not for what has not its
// part. All and Any have two parts or more.
type (
	All []Node
	Any []Node
	Not struct {
		Node Node
		At   text.Range // with the minus or NOT before it
	}
)

// Term is a word, a phrase, or words near each other.
type Term struct {
	Words  []string // folded, at least one
	Typed  string   // as it was typed, without quotation marks
	Prefix bool     // the last word stands for all that begin so
	Quoted bool     // it is wanted as it is, not in other forms
	Near   int      // the words stand in any order, with fewer others than this between; 0: a row
	At     text.Range
}

// Together returns the term with its words written as one, as others write what was
// typed with hyphens: "co-operation". It is false for one without hyphens, or in
// quotation marks.
func (t Term) Together() (Term, bool) {
	if len(t.Words) < 2 || t.Quoted || t.Near > 0 {
		return t, false
	}
	whole := strings.Join(t.Words, "")
	for word := range Joined(t.Typed) {
		if word.Folded == whole && strings.ContainsFunc(t.Typed, isHyphen) {
			t.Words, t.Typed = []string{whole}, written(t.Typed)
			return t, true
		}
	}
	return t, false
}

// written is what was typed without all that is in no word.
func written(typed string) string {
	var letters strings.Builder
	for word := range Words(typed) {
		letters.WriteString(typed[word.Start:word.End])
	}
	return letters.String()
}

// Field asks for something other than words.
type Field struct {
	Name   Name
	Value  string    // as it was typed, without quotation marks
	Quoted bool      // of a source or byline that there is, only that is meant
	Date   edtf.Date // of After and Before
	At     text.Range
}

func (All) node()   {}
func (Any) node()   {}
func (Not) node()   {}
func (Term) node()  {}
func (Field) node() {}

// Name is the name of a field.
type Name string

// The names of fields.
const (
	Person       Name = "person"
	Event        Name = "event"
	Place        Name = "place"
	Organisation Name = "org"
	Tag          Name = "tag"
	In           Name = "in" // a collection
	Source       Name = "source"
	By           Name = "by"
	Language     Name = "lang"
	After        Name = "after"  // can have been on the first day of a date or later
	Before       Name = "before" // can have been before the first day of a date
	Has          Name = "has"
	Colour       Name = "colour"
	Kind         Name = "kind"
)

// Fields are the names of all fields.
var Fields = []Name{Person, Event, Place, Organisation, Tag, In, Source, By, Language, After, Before, Has, Colour, Kind}

// synonyms are other ways to write a name.
var synonyms = map[string]Name{
	"people": Person, "who": Person, "organisation": Organisation, "organization": Organisation, "where": Place,
	"tagged": Tag, "collection": In, "from": Source, "author": By, "byline": By, "language": Language, "since": After, "until": Before,
	"color": Colour, "type": Kind,
}

// Values are the values that a field can have, where they are few; nil where the
// archive gives them.
func Values(name Name) []string {
	switch name {
	case Kind:
		return []string{"article", "note", "highlight", "person", "organisation", "place", "event"}
	case Has:
		return []string{"highlight", "note", "comment", "tag", "date"}
	case Colour:
		return []string{"yellow", "green", "blue", "red", "violet"}
	}
	return nil
}

// Empty reports whether the query asks for nothing.
func (q Query) Empty() bool { return q.Root == nil }

// Walk calls visit with every term and field that is asked for, or, with wanted
// false, must not be.
func (q Query) Walk(visit func(node Node, wanted bool)) { walk(q.Root, true, visit) }

func walk(node Node, wanted bool, visit func(Node, bool)) {
	switch node := node.(type) {
	case nil:
	case All:
		for _, part := range node {
			walk(part, wanted, visit)
		}
	case Any:
		for _, part := range node {
			walk(part, wanted, visit)
		}
	case Not:
		walk(node.Node, !wanted, visit)
	default:
		visit(node, wanted)
	}
}

// Terms returns the terms that are asked for.
func (q Query) Terms() []Term {
	var terms []Term
	q.Walk(func(node Node, wanted bool) {
		if term, ok := node.(Term); ok && wanted {
			terms = append(terms, term)
		}
	})
	return terms
}

// At is where a part stands in what was typed, with the minus or NOT before it; false
// for one that has no place of its own.
func At(node Node) (at text.Range, ok bool) {
	var parts []Node
	switch node := node.(type) {
	case Term:
		at = node.At
	case Field:
		at = node.At
	case Not:
		at = node.At
	case All:
		parts = node
	case Any:
		parts = node
	}
	for _, part := range parts {
		switch of, ok := At(part); {
		case ok && at.Len() == 0:
			at = of
		case ok:
			at = text.Range{Start: min(at.Start, of.Start), End: max(at.End, of.End)}
		}
	}
	return at, at.Len() > 0
}

// joined makes one node of parts.
func joined(parts []Node, several func([]Node) Node) Node {
	switch len(parts) {
	case 0:
		return nil
	case 1:
		return parts[0]
	}
	return several(parts)
}

// And returns the query that asks for another thing, too.
func (q Query) And(node Node) Query {
	switch root := q.Root.(type) {
	case nil:
		q.Root = node
	case All:
		q.Root = append(append(All{}, root...), node)
	default:
		q.Root = All{root, node}
	}
	return q
}
