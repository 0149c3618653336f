package notes

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes/find"
	"cuttings/notes/fold"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// Advice is what could be done about a search that finds little.
type Advice struct {
	Missing []MissingWord
	Unknown []UnknownValue
	Drop    []Drop // what could be left out of a query that finds nothing, the most results first
}

// MissingWord is a word that occurs nowhere, with the nearest that do. Of a script
// without spaces it is as many letters side by side as occur nowhere.
type MissingWord struct {
	Word    string     // as it was typed
	At      text.Range // in the query
	Nearest []string
}

// UnknownValue is what a field asks for although nothing is called so, with the
// nearest that is there.
type UnknownValue struct {
	Field   query.Field
	Nearest []string
}

// Drop is a part of a query without which so many would be found.
type Drop struct {
	Typed string // as it stands in the query
	Found int
	Rest  string // the query without it
}

// mostNearest is how many words are offered for one that occurs nowhere.
const mostNearest = 5

// Advise says which words of a query occur nowhere and which values there are
// none of, and what is near them; and of a query that finds nothing, which part to
// leave out.
func (n *Notebook) Advise(ctx context.Context, source string) (Advice, error) {
	q := n.Understand(source)
	var advice Advice
	for _, term := range q.Terms() {
		missing, err := n.missingWords(ctx, source, term)
		if err != nil {
			return advice, err
		}
		for _, word := range missing {
			if !slices.ContainsFunc(advice.Missing, func(known MissingWord) bool { return known.Word == word.Word }) {
				advice.Missing = append(advice.Missing, word)
			}
		}
	}
	if err := n.adviseOnFields(ctx, q, &advice); err != nil {
		return advice, err
	}
	parts, ok := q.Root.(query.All)
	if !ok {
		return advice, nil
	}
	for _, part := range parts {
		at, ok := query.At(part)
		if !ok {
			continue
		}
		at = withBrackets(source, at)
		rest := source[:at.Start] + source[at.End:]
		total, err := n.Reader.Count(ctx, n.Understand(rest), nil)
		if err != nil {
			return advice, fmt.Errorf("search without a part: %w", err)
		}
		if total > 0 {
			advice.Drop = append(advice.Drop, Drop{source[at.Start:at.End], total, rest})
		}
	}
	return advice, nil
}

// withBrackets takes the brackets along that stand around a part and nothing else.
func withBrackets(source string, at text.Range) text.Range {
	for {
		before, after := strings.TrimRight(source[:at.Start], " "), strings.TrimLeft(source[at.End:], " ")
		if !strings.HasSuffix(before, "(") || !strings.HasPrefix(after, ")") {
			return at
		}
		at = text.Range{Start: len(before) - 1, End: len(source) - len(after) + 1}
	}
}

// missingWords are the words of a term that occur nowhere.
func (n *Notebook) missingWords(ctx context.Context, source string, term query.Term) (missing []MissingWord, err error) {
	start := term.At.Start + max(0, strings.Index(source[term.At.Start:term.At.End], term.Typed))
	i := -1
	for word := range query.Words(term.Typed) {
		if i++; term.Prefix && i == len(term.Words)-1 {
			break
		}
		nearest, occurs, err := n.NearestWords(ctx, word.Folded, mostNearest)
		if err != nil {
			return nil, fmt.Errorf("look for words near %d letters: %w", len(word.Folded), err)
		}
		if occurs {
			continue
		}
		at := text.Range{Start: start + word.Start, End: start + word.End}
		if last := len(missing) - 1; last >= 0 && missing[last].At.End == at.Start {
			at.Start = missing[last].At.Start
			missing, nearest = missing[:last], nil
		}
		missing = append(missing, MissingWord{source[at.Start:at.End], at, nearest})
	}
	return missing, nil
}

// adviseOnFields adds the fields that ask for what there is none of.
func (n *Notebook) adviseOnFields(ctx context.Context, q query.Query, advice *Advice) error {
	var fields []query.Field
	q.Walk(func(node query.Node, wanted bool) {
		if field, ok := node.(query.Field); ok && wanted && query.Values(field.Name) == nil && field.Date.IsZero() {
			fields = append(fields, field)
		}
	})
	for _, field := range fields {
		total, err := n.Reader.Count(ctx, query.Query{Root: field}, nil)
		if err != nil {
			return fmt.Errorf("count what has a %s: %w", field.Name, err)
		}
		if total > 0 {
			continue
		}
		nearest, err := n.nearestValues(ctx, field)
		if err != nil {
			return fmt.Errorf("look for values of %s: %w", field.Name, err)
		}
		if !slices.ContainsFunc(nearest, func(value string) bool { return fold.String(value) == fold.String(field.Value) }) {
			advice.Unknown = append(advice.Unknown, UnknownValue{field, nearest})
		}
	}
	return nil
}

// mostValues bounds how many values are compared with one that there is none of.
const mostValues = 2000

// nearestValues are the values of a field that begin so or are nearly spelt so;
// of the languages, of which there are few, all.
func (n *Notebook) nearestValues(ctx context.Context, field query.Field) ([]string, error) {
	if kind, named := kindsOf[field.Name]; named {
		var values []string
		found, err := n.Find(ctx, field.Value, []Kind{kind}, mostNearest)
		for _, one := range found {
			values = append(values, one.Name)
		}
		return values, err
	}
	values, err := n.FieldValues(ctx, field.Name, field.Value, mostNearest)
	if err != nil || len(values) > 0 {
		return values, err
	}
	all, err := n.Values(ctx, field.Name, "", mostValues)
	if field.Name == query.Language {
		return all[:min(len(all), mostNearest)], err
	}
	index := find.NewIndex()
	for i, value := range all {
		index.Put(find.Candidate{Key: int64(i), Name: value})
	}
	for _, match := range index.Find(ctx, field.Value, nil, mostNearest) {
		values = append(values, match.Name)
	}
	return values, err
}

// kindsOf are the kinds of item whose names are the values of a field.
var kindsOf = map[query.Name]Kind{
	query.Person: KindPerson, query.Organisation: KindOrganisation, query.Place: KindPlace, query.Event: KindEvent,
	query.Tag: KindTag, query.In: KindCollection,
}

// FieldValues completes the value of a field in a query.
func (n *Notebook) FieldValues(ctx context.Context, name query.Name, typed string, limit int) ([]string, error) {
	if known := query.Values(name); known != nil {
		var values []string
		for _, value := range known {
			if len(typed) <= len(value) && fold.String(value[:len(typed)]) == fold.String(typed) {
				values = append(values, value)
			}
		}
		return values, nil
	}
	kind, named := kindsOf[name]
	if !named {
		if name == query.After || name == query.Before {
			return nil, nil
		}
		return n.Values(ctx, name, fold.String(typed), limit)
	}
	found, _, err := n.FindSoFar(ctx, typed, []Kind{kind}, limit)
	values := make([]string, 0, len(found))
	for _, one := range found {
		values = append(values, one.Name)
	}
	return values, err
}
