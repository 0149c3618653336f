package sqlite

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/storage/postings"
)

// pure reports whether the index alone can answer a part of a query.
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
// en-US: the index knows languages alone.
func regional(field query.Field) bool {
	return field.Name == query.Language && strings.ContainsAny(field.Value, "-_")
}

// words returns what fulfils a pure part of a query. If it is to be scored, each row is
// worth what BM25 makes of the words that it has.
func (f *finding) words(ctx context.Context, node query.Node, scored bool) (postings.Matches, error) {
	if err := ctx.Err(); err != nil {
		return postings.Matches{}, err
	}
	switch node := node.(type) {
	case query.Term:
		return f.found.of(f.index, node, scored, func() (postings.Matches, error) {
			found, err := f.term(ctx, node)
			if err == nil && scored {
				found = f.index.Score(found)
			}
			return found, err
		})
	case query.Field:
		mark := languageMark(node.Value)
		if node.Name == query.Kind {
			mark = kindMark(notes.Kind(node.Value))
		}
		found, err := f.index.Term(ctx, mark)
		return found.Times(0), err
	case query.Any:
		var all postings.Matches
		for _, part := range node {
			some, err := f.words(ctx, part, scored)
			if err != nil {
				return all, err
			}
			all = all.Or(some)
		}
		return all, nil
	case query.All:
		return f.allWords(ctx, node, scored)
	}
	return postings.Matches{}, nil
}

// allWords is words for parts that are all asked for, or against.
func (f *finding) allWords(ctx context.Context, parts query.All, scored bool) (found postings.Matches, err error) {
	begun := false
	for _, part := range parts {
		if _, negative := part.(query.Not); negative {
			continue
		}
		some, err := f.words(ctx, part, scored)
		if err != nil {
			return found, err
		}
		if begun {
			some = found.And(some)
		}
		found, begun = some, true
		if len(found.Rows) == 0 {
			return found, nil
		}
	}
	for _, part := range parts {
		if not, negative := part.(query.Not); negative {
			some, err := f.words(ctx, not.Node, false)
			if err != nil {
				return found, err
			}
			found = found.Without(some)
		}
	}
	return found, nil
}

// term returns the rows that have a word, in one of its forms, or several words.
func (f *finding) term(ctx context.Context, term query.Term) (postings.Matches, error) {
	switch {
	case term.Near > 0:
		return f.index.Near(ctx, term.Words, term.Near-1)
	case len(term.Words) > 1:
		return f.index.Phrase(ctx, term.Words, term.Prefix, postings.Any)
	case term.Prefix:
		return f.beginning(ctx, term.Words[0])
	}
	word := term.Words[0]
	found, err := f.index.Term(ctx, word)
	if err != nil || term.Quoted {
		return found, err
	}
	forms := []string{joinMark + word}
	for _, language := range f.languages {
		for _, stem := range term.Stems([]string{language}) {
			forms = append(forms, stemToken(stem, language))
		}
	}
	for _, form := range forms {
		some, err := f.index.Term(ctx, form)
		if err != nil {
			return found, err
		}
		found = found.Or(some.Times(otherForm))
	}
	return found, nil
}

// beginning returns the rows that have a word which begins with some letters.
func (f *finding) beginning(ctx context.Context, letters string) (postings.Matches, error) {
	length := utf8.RuneCountInString(letters)
	if length > 2 {
		return f.index.Prefix(ctx, letters)
	}
	found, err := f.index.Term(ctx, beginMark+letters)
	if err != nil || length == 2 {
		return found, err
	}
	alone, err := f.index.Term(ctx, letters)
	return found.Or(alone), err
}

// itemsOf returns whose rows of the index are.
func (f *finding) itemsOf(rows []postings.Row) []notes.ID {
	ids := make([]notes.ID, len(rows))
	for i, row := range rows {
		ids[i] = notes.ID(f.index.Item(row))
	}
	return ids
}

// keptFound remembers what has the words that were asked for last: a search asks for each
// kind of items, and for the facets, and what is typed next asks for most words again.
type keptFound struct {
	mu    sync.Mutex
	index *postings.Index
	known map[string]postings.Matches
	rows  int
}

// mostFound is how many rows are remembered.
const mostFound = 1 << 20

// of returns what has a term in an index, which find finds out.
func (k *keptFound) of(index *postings.Index, term query.Term, scored bool, find func() (postings.Matches, error)) (postings.Matches, error) {
	key := fmt.Sprintf("%q %q %d %t %t %t", term.Words, term.Typed, term.Near, term.Prefix, term.Quoted, scored)
	k.mu.Lock()
	if k.index == nil || !k.index.Same(index) {
		k.index, k.known, k.rows = index, map[string]postings.Matches{}, 0
	}
	known, ok := k.known[key]
	k.mu.Unlock()
	if ok {
		return known, nil
	}
	found, err := find()
	if err != nil {
		return found, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.rows+len(found.Rows) > mostFound {
		k.known, k.rows = map[string]postings.Matches{}, 0
	}
	if k.index.Same(index) {
		k.known[key] = found
		k.rows += len(found.Rows)
	}
	return found, nil
}
