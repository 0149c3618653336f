package sqlite

import (
	"context"
	"unicode/utf8"

	"cuttings/notes/query"
)

// shortPart is how many letters at most one side of an apostrophe has: o’, d’, qu’, ’s,
// ’ll.
const shortPart = 2

// apart adds to the rows of words in a part of a query those in which a word stands in
// two, since it was typed without the apostrophe that is in the texts: in the search
// table "Sean O’Brien" is a row of three words.
func (f *finding) apart(ctx context.Context, node query.Node) (query.Node, error) {
	var err error
	each := func(parts []query.Node) []query.Node {
		all := make([]query.Node, len(parts))
		for i, part := range parts {
			if err == nil {
				all[i], err = f.apart(ctx, part)
			}
		}
		return all
	}
	switch part := node.(type) {
	case query.All:
		node = query.All(each(part))
	case query.Any:
		node = query.Any(each(part))
	case query.Not:
		part.Node, err = f.apart(ctx, part.Node)
		node = part
	case query.Term:
		return f.rowApart(ctx, part)
	}
	return node, err
}

// rowApart is apart for a term.
func (f *finding) rowApart(ctx context.Context, term query.Term) (query.Node, error) {
	if len(term.Words) < 2 || term.Near > 0 {
		return term, nil
	}
	any := query.Any{term}
	if whole, ok := term.Together(); ok {
		any = append(any, whole)
	}
	for i, word := range term.Words {
		if term.Prefix && i == len(term.Words)-1 {
			break
		}
		joined, err := f.index.Count(ctx, joinMark+word)
		if err != nil {
			return nil, err
		}
		if joined == 0 {
			continue
		}
		letters := utf8.RuneCountInString(word)
		before := 0
		for at := range word {
			if before > 0 && (before <= shortPart || letters-before <= shortPart) {
				row := term
				row.Words = append(append(append([]string{}, term.Words[:i]...), word[:at], word[at:]), term.Words[i+1:]...)
				any = append(any, row)
			}
			before++
		}
	}
	if len(any) == 1 {
		return term, nil
	}
	return any, nil
}
