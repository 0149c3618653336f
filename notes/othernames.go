package notes

import (
	"context"
	"slices"
	"strings"

	"cuttings/notes/fold"
	"cuttings/notes/query"
)

// The bounds of looking for other names: words of a query that may be a name
// together, and names that are looked for with it.
const (
	mostInName = 5
	mostOthers = 8
)

// otherNames widens a query: where words stand in it that are a name or alias of
// an entity, its other names are looked for, too. What is quoted is wanted as it
// stands.
func (n *Notebook) otherNames(ctx context.Context, q query.Query) (query.Query, []OtherNames, error) {
	parts, ok := q.Root.(query.All)
	if !ok && q.Root != nil {
		parts = query.All{q.Root}
	}
	var widened query.All
	var also []OtherNames
	for i := 0; i < len(parts); {
		length := 0
		for length < mostInName && i+length < len(parts) && inName(parts[i+length]) {
			length++
		}
		taken := 1
		part := parts[i]
		for ; length > 0; length-- {
			others, err := n.namesBeside(ctx, parts[i:i+length])
			if err != nil {
				return q, nil, err
			}
			if len(others) > 0 {
				also = append(also, others...)
				taken, part = length, alternatives(parts[i:i+length], others)
				break
			}
		}
		widened = append(widened, part)
		i += taken
	}
	switch {
	case len(also) == 0:
	case len(widened) == 1:
		q.Root = widened[0]
	default:
		q.Root = widened
	}
	return q, also, nil
}

func inName(part query.Node) bool {
	term, ok := part.(query.Term)
	return ok && !term.Quoted && !term.Prefix
}

// namesBeside returns the names of the entities that some words together name,
// but for those that hold the words anyway.
func (n *Notebook) namesBeside(ctx context.Context, parts query.All) ([]OtherNames, error) {
	var typed, words []string
	for _, part := range parts {
		term := part.(query.Term) // see inName
		typed, words = append(typed, term.Typed), append(words, term.Words...)
	}
	items, err := n.Lookup(ctx, fold.String(strings.Join(typed, " ")))
	if err != nil {
		return nil, err
	}
	items = slices.DeleteFunc(items, func(item Item) bool { return !item.Kind.IsEntity() || item.InTrash() })
	if len(items) > mostOthers { // a word that so many are called by means none of them
		return nil, nil
	}
	var all []OtherNames
	for _, item := range items {
		entity, err := n.Entity(ctx, item.ID)
		if err != nil {
			return nil, err
		}
		others := OtherNames{Entity: item}
		for _, name := range append([]string{item.Title}, entity.Aliases...) {
			if len(others.Names) < mostOthers && !holds(name, words) {
				others.Names = append(others.Names, name)
			}
		}
		if len(others.Names) > 0 {
			all = append(all, others)
		}
	}
	return all, nil
}

// holds reports whether a name has words, so that what has it is found by them anyway;
// so does one that is signs alone, which nothing finds.
func holds(name string, words []string) bool {
	var has []string
	for word := range query.Words(name) {
		has = append(has, word.Folded)
	}
	for word := range query.Joined(name) {
		has = append(has, word.Folded)
	}
	return len(has) == 0 || !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(has, word) })
}

func alternatives(parts query.All, others []OtherNames) query.Node {
	any := query.Any{parts}
	if len(parts) == 1 {
		any[0] = parts[0]
	}
	for _, other := range others {
		for _, name := range other.Names {
			term := query.Term{Typed: name, Quoted: true}
			for word := range query.Words(name) {
				term.Words = append(term.Words, word.Folded)
			}
			if len(term.Words) > 0 {
				any = append(any, term)
			}
		}
	}
	return any
}
