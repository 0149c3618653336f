package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/storage/postings"
)

// fewPhrases are asked for as they are: to look their words up first would take as long.
const fewPhrases = 8

// phrase is the words of a name.
type phrase []string

// in returns the rows in whose text the words stand one after another, or, where an
// apostrophe stood in one of them, somewhere.
func (p phrase) in(ctx context.Context, index *postings.Index, known standing) (found postings.Matches, err error) {
	whole, every, any := true, true, false
	for _, word := range p {
		plain, joined := known.has(word), known.has(joinMark+word)
		whole, every, any = whole && plain, every && (plain || joined), any || joined
	}
	if whole {
		if found, err = index.Phrase(ctx, p, false, postings.Main); err != nil {
			return found, err
		}
	}
	if !every || !any {
		return found, nil
	}
	some, err := p.joined(ctx, index)
	return found.Or(some), err
}

// joined returns the rows that have all words, and one of them with an apostrophe.
func (p phrase) joined(ctx context.Context, index *postings.Index) (found postings.Matches, err error) {
	for _, word := range p {
		some, err := index.Term(ctx, joinMark+word)
		if err != nil {
			return found, err
		}
		found = found.Or(some)
	}
	for _, word := range p {
		if len(found.Rows) == 0 {
			break
		}
		plain, err := index.Term(ctx, word)
		if err != nil {
			return found, err
		}
		joined, err := index.Term(ctx, joinMark+word)
		if err != nil {
			return found, err
		}
		found = found.And(plain.Or(joined))
	}
	return found, nil
}

// standing says of words whether they stand in an item; nil means that it is not known,
// and each may.
type standing map[string]bool

func (s standing) has(word string) bool { return s == nil || s[word] }

// standingOf looks up the words of many phrases, each once, the longest of a phrase
// first: where one stands nowhere, the others need not be looked up for it. Of a list
// that was made elsewhere, that is so with most names.
func standingOf(ctx context.Context, index *postings.Index, phrases []phrase) (standing, error) {
	if len(phrases) <= fewPhrases {
		return nil, nil
	}
	in := standing{}
	lookUp := func(word string) error {
		if _, known := in[word]; known {
			return nil
		}
		count, err := index.Count(ctx, word)
		in[word] = count > 0
		return err
	}
	for _, phrase := range phrases {
		longest := slices.Clone(phrase)
		slices.SortFunc(longest, func(a, b string) int { return len(b) - len(a) })
		for _, word := range longest {
			if err := errors.Join(lookUp(word), lookUp(joinMark+word)); err != nil {
				return nil, fmt.Errorf("look up the words of names: %w", err)
			}
			if !in[word] && !in[joinMark+word] {
				break
			}
		}
	}
	return in, nil
}

// ArticlesNaming returns the articles whose text holds one of the phrases, or may
// hold it.
func (r reader) ArticlesNaming(ctx context.Context, phrases []string) (naming []notes.ID, err error) {
	var one int
	if err := r.row(ctx, `SELECT 1 FROM articles LIMIT 1`).scan(&one); err != nil {
		if errors.Is(err, notes.ErrNotFound) {
			return nil, nil
		}
		return nil, fmt.Errorf("look for articles: %w", err)
	}
	var all []phrase
	known := map[string]bool{}
	for _, written := range phrases {
		words := query.Indexable(written)
		if words != "" && !known[words] {
			known[words] = true
			all = append(all, strings.Fields(words))
		}
	}
	err = r.searching(ctx, func(index *postings.Index) error {
		naming, err = r.articlesWith(ctx, index, all)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("search for names: %w", err)
	}
	return naming, nil
}

func (r reader) articlesWith(ctx context.Context, index *postings.Index, phrases []phrase) ([]notes.ID, error) {
	in, err := standingOf(ctx, index, phrases)
	if err != nil {
		return nil, err
	}
	var ids []notes.ID
	for _, phrase := range phrases {
		found, err := phrase.in(ctx, index, in)
		if err != nil {
			return nil, err
		}
		for _, row := range found.Rows {
			ids = append(ids, notes.ID(index.Item(row)))
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return list(ctx, r.statements, readID, `SELECT a.id FROM json_each(?) found JOIN articles a ON a.id = found.value`, numbers(setOf(ids)))
}
