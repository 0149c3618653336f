package sqlite

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// ranking is how the search tables order what they find: a word in a title
// counts more than one in a heading, a byline or a source, and that more than
// one in the text.
const ranking = `bm25(search, 8.0, 3.0, 1.0)`

// Search returns the items that fulfil a query, best first.
func (r reader) Search(ctx context.Context, q query.Query, filter notes.SearchFilter) ([]notes.Hit, int, error) {
	match := expression(q)
	if match == "" {
		return nil, 0, nil
	}
	kinds := make([]string, 0, len(filter.Kinds))
	for _, kind := range filter.Kinds {
		kinds = append(kinds, string(kind))
	}
	from, values := ` FROM search WHERE search MATCH ?1`, []any{match}
	if len(kinds) > 0 {
		from += ` AND rowid IN (SELECT id FROM items WHERE kind IN (SELECT value FROM json_each(?2)))`
		values = append(values, words(kinds))
	}
	var total int
	if err := r.row(ctx, `SELECT count(*)`+from, values...).scan(&total); err != nil {
		return nil, 0, err
	}
	hits, err := list(ctx, r.statements, func(scan func(...any) error) (hit notes.Hit, err error) {
		fields, done := itemFields(&hit.Item)
		err = scan(append(fields, &hit.Score)...)
		done()
		return hit, err
	}, `SELECT `+itemColumns+`, found.score FROM (
			SELECT rowid, -`+ranking+` AS score`+from+` ORDER BY `+ranking+`, rowid DESC`+limit(filter.Offset, filter.Limit)+`
		) found JOIN items i ON i.id = found.rowid ORDER BY found.score DESC, i.id DESC`, values...)
	return hits, total, err
}

// expression writes a query in the language of FTS5, in which every word is
// quoted, so that nothing a person types can be an error there; see
// https://www.sqlite.org/fts5.html#full_text_query_syntax.
func expression(q query.Query) string {
	var groups []string
	for _, group := range q.Groups {
		var wanted, unwanted []string
		for _, term := range group.Terms {
			phrase := quote(term.Words)
			if term.Prefix {
				phrase += "*"
			}
			if term.Not {
				unwanted = append(unwanted, phrase)
			} else {
				wanted = append(wanted, phrase)
			}
		}
		if len(wanted) == 0 {
			continue
		}
		words := "(" + strings.Join(wanted, " AND ") + ")"
		if len(unwanted) > 0 {
			words = "(" + words + " NOT (" + strings.Join(unwanted, " OR ") + "))"
		}
		groups = append(groups, words)
	}
	return strings.Join(groups, " OR ")
}

func quote(words []string) string {
	return `"` + strings.ReplaceAll(strings.Join(words, " "), `"`, `""`) + `"`
}

// phrasesAtOnce bounds the size of one question to the search tables.
const phrasesAtOnce = 200

// ArticlesNaming returns the articles whose text holds one of the phrases.
func (r reader) ArticlesNaming(ctx context.Context, phrases []string) ([]notes.ID, error) {
	var quoted []string
	for _, phrase := range phrases {
		var words []string
		for word := range query.Words(phrase) {
			words = append(words, word.Folded)
		}
		if len(words) > 0 {
			quoted = append(quoted, quote(words))
		}
	}
	var all []notes.ID
	for len(quoted) > 0 {
		some := quoted[:min(len(quoted), phrasesAtOnce)]
		quoted = quoted[len(some):]
		ids, err := list(ctx, r.statements, readID,
			`SELECT a.id FROM search s JOIN articles a ON a.id = s.rowid WHERE search MATCH ?`, `body : (`+strings.Join(some, " OR ")+`)`)
		if err != nil {
			return nil, fmt.Errorf("search for names: %w", err)
		}
		all = append(all, ids...)
	}
	return all, nil
}

// searched is what the search tables hold of an item.
type searched struct{ title, head, body string }

// reindex brings the search rows of items in line with them. Highlights come
// and go with their article.
func (t *tx) reindex(ctx context.Context, items []notes.Item) error {
	for _, item := range items {
		ids := []notes.ID{item.ID}
		if item.Kind == notes.KindArticle {
			highlights, err := list(ctx, t.statements, readID, `SELECT id FROM highlights WHERE article = ?`, item.ID)
			if err != nil {
				return err
			}
			ids = append(ids, highlights...)
		}
		for _, id := range ids {
			if err := t.reindexOne(ctx, id); err != nil {
				return fmt.Errorf("item %s: %w", id, err)
			}
		}
	}
	return nil
}

func (t *tx) reindexOne(ctx context.Context, id notes.ID) error {
	if err := t.exec(ctx, `DELETE FROM search WHERE rowid = ?`, id); err != nil {
		return err
	}
	item, err := t.Item(ctx, id)
	if errors.Is(err, notes.ErrNotFound) || err == nil && item.InTrash() {
		return nil
	}
	if err != nil {
		return err
	}
	held, err := t.searched(ctx, item)
	if err != nil || held == (searched{}) {
		return err
	}
	return t.exec(ctx, `INSERT INTO search (rowid, title, head, body) VALUES (?, ?, ?, ?)`,
		id, query.Indexable(held.title), query.Indexable(held.head), query.Indexable(held.body))
}

// searched gathers the words of an item; none for one that is not searched.
func (t *tx) searched(ctx context.Context, item notes.Item) (searched, error) {
	held := searched{title: item.Title}
	switch {
	case item.Kind == notes.KindArticle:
		article, err := t.Article(ctx, item.ID)
		if err != nil {
			return held, err
		}
		read, err := t.Text(ctx, article.Capture)
		if err != nil {
			return held, err
		}
		held.head, held.body = article.Byline+" "+article.Source, read.Body
		for _, block := range read.Blocks {
			if block.Kind == text.Heading {
				held.head += " " + read.Slice(block.Range)
			}
		}
	case item.Kind == notes.KindHighlight:
		highlight, err := t.Highlight(ctx, item.ID)
		if err != nil {
			return held, err
		}
		article, err := t.Item(ctx, highlight.Article)
		if err != nil || article.InTrash() {
			return searched{}, err
		}
		held.body = highlight.Exact + " " + highlight.Comment
	case item.Kind == notes.KindNote:
		note, err := t.Note(ctx, item.ID)
		if err != nil {
			return held, err
		}
		held.body = note.Body
	case item.Kind.IsEntity():
		entity, err := t.Entity(ctx, item.ID)
		if err != nil {
			return held, err
		}
		held.title += " " + strings.Join(entity.Aliases, " ")
		for _, role := range entity.Roles {
			held.head += role.Title + " " + role.Organisation + " "
		}
		held.body = entity.Description
	default:
		return searched{}, nil
	}
	return held, nil
}
