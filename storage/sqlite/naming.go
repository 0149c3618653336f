package sqlite

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/query"
)

// phrasesAtOnce bounds the size of one question to the search tables.
const phrasesAtOnce = 200

// naming asks for the words of a name one after another, or, where an apostrophe
// stood in one of them, somewhere.
func naming(words []string) string {
	joined, either := make([]string, len(words)), make([]string, len(words))
	for i, word := range words {
		joined[i] = quote(joinMark + word)
		either[i] = "(" + quote(word) + " OR " + joined[i] + ")"
	}
	return "(body : " + quote(strings.Join(words, " ")) + " OR (" + strings.Join(joined, " OR ") + ") AND " + strings.Join(either, " AND ") + ")"
}

// ArticlesNaming returns the articles whose text holds one of the phrases, or may
// hold it.
func (r reader) ArticlesNaming(ctx context.Context, phrases []string) ([]notes.ID, error) {
	var quoted []string
	for _, phrase := range phrases {
		if words := strings.Fields(query.Indexable(phrase)); len(words) > 0 {
			quoted = append(quoted, naming(words))
		}
	}
	var all []notes.ID
	for some := range slices.Chunk(quoted, phrasesAtOnce) {
		ids, err := list(ctx, r.statements, readID,
			`SELECT a.id FROM search s JOIN articles a ON a.id = s.rowid WHERE search MATCH ?`, strings.Join(some, " OR "))
		if err != nil {
			return nil, fmt.Errorf("search for names: %w", err)
		}
		all = append(all, ids...)
	}
	return all, nil
}
