package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/query"
)

const (
	// phrasesAtOnce bounds the size of one question to the search tables.
	phrasesAtOnce = 200
	// fewPhrases are asked for as they are: to look their words up first would take
	// as long.
	fewPhrases = 8
)

// phrase is the words of a name.
type phrase []string

// question asks for the words one after another, or, where an apostrophe stood in
// one of them, somewhere. It is empty for what can stand nowhere.
func (p phrase) question(in standing) string {
	whole, every := true, true
	joined, either := make([]string, 0, len(p)), make([]string, 0, len(p))
	for _, word := range p {
		var forms []string
		if in.has(word) {
			forms = append(forms, quote(word))
		} else {
			whole = false
		}
		if in.has(joinMark + word) {
			joined = append(joined, quote(joinMark+word))
			forms = append(forms, quote(joinMark+word))
		}
		every = every && len(forms) > 0
		either = append(either, "("+strings.Join(forms, " OR ")+")")
	}
	var asked []string
	if whole {
		asked = append(asked, "body : "+quote(strings.Join(p, " ")))
	}
	if every && len(joined) > 0 {
		asked = append(asked, "("+strings.Join(joined, " OR ")+") AND "+strings.Join(either, " AND "))
	}
	if len(asked) == 0 {
		return ""
	}
	return "(" + strings.Join(asked, " OR ") + ")"
}

// standing says of words whether they stand in the text of an article; nil means
// that it is not known, and each may.
type standing map[string]bool

func (s standing) has(word string) bool { return s == nil || s[word] }

// standing looks up the words of many phrases, each once, the longest of a phrase
// first: where one stands nowhere, the others need not be looked up for it. Of a list
// that was made elsewhere, that is so with most names.
func (r reader) standing(ctx context.Context, phrases []phrase) (standing, error) {
	if len(phrases) <= fewPhrases {
		return nil, nil
	}
	in := standing{}
	for _, phrase := range phrases {
		longest := slices.Clone(phrase)
		slices.SortFunc(longest, func(a, b string) int { return len(b) - len(a) })
		for _, word := range longest {
			if err := r.lookUp(ctx, in, word); err != nil {
				return nil, fmt.Errorf("look up the words of names: %w", err)
			}
			if !in[word] && !in[joinMark+word] {
				break
			}
		}
	}
	return in, nil
}

func (r reader) lookUp(ctx context.Context, in standing, word string) error {
	if _, known := in[word]; known {
		return nil
	}
	for form, where := range map[string]string{word: "body : ", joinMark + word: ""} {
		var one int
		err := r.row(ctx, `SELECT 1 FROM search WHERE search MATCH ? LIMIT 1`, where+quote(form)).scan(&one)
		if err != nil && !errors.Is(err, notes.ErrNotFound) {
			return err
		}
		in[form] = err == nil
	}
	return nil
}

// ArticlesNaming returns the articles whose text holds one of the phrases, or may
// hold it.
func (r reader) ArticlesNaming(ctx context.Context, phrases []string) ([]notes.ID, error) {
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
	in, err := r.standing(ctx, all)
	if err != nil {
		return nil, err
	}
	var questions []string
	for _, phrase := range all {
		if question := phrase.question(in); question != "" {
			questions = append(questions, question)
		}
	}
	var naming []notes.ID
	for some := range slices.Chunk(questions, phrasesAtOnce) {
		ids, err := list(ctx, r.statements, readID,
			`SELECT a.id FROM search s JOIN searched d ON d.row = s.rowid JOIN articles a ON a.id = d.item WHERE search MATCH ?`, strings.Join(some, " OR "))
		if err != nil {
			return nil, fmt.Errorf("search for names: %w", err)
		}
		naming = append(naming, ids...)
	}
	return naming, nil
}
