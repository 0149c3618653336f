package notes

import (
	"context"
	"fmt"
	"sync"
	"time"

	"cuttings/notes/find"
	"cuttings/notes/markdown"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// Found is a result of quick find.
type Found struct {
	ItemRow
	find.Match
}

// Find answers quick find: names and titles that fit what was typed so far,
// best first. Kinds, if any, narrow it. A newer call should cancel the context
// of the older one. While the index is built it is waited for.
func (n *Notebook) Find(ctx context.Context, typed string, kinds []Kind, limit int) ([]Found, error) {
	if err := n.finder.ready(ctx, n.Reader); err != nil {
		return nil, fmt.Errorf("read the names: %w", err)
	}
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = string(kind)
	}
	matches := n.finder.index.Find(ctx, typed, names, limit)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(matches) == 0 {
		return nil, nil
	}
	ids := make([]ID, len(matches))
	for i, match := range matches {
		ids[i] = ID(match.Key)
	}
	rows, _, err := n.Reader.Items(ctx, ItemFilter{IDs: ids})
	if err != nil {
		return nil, fmt.Errorf("read what was found: %w", err)
	}
	byID := make(map[ID]ItemRow, len(rows))
	for _, row := range rows {
		byID[row.ID] = row
	}
	found := make([]Found, 0, len(matches))
	for _, match := range matches {
		if row, ok := byID[ID(match.Key)]; ok {
			found = append(found, Found{row, match})
		}
	}
	return found, nil
}

// finder keeps the names of the archive in an index.
type finder struct {
	index *find.Index
	mu    sync.Mutex
	built bool
}

func (f *finder) init() { f.index = find.NewIndex() }

// ready builds the index once.
func (f *finder) ready(ctx context.Context, r Reader) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.built {
		return nil
	}
	err := r.Names(ctx, func(named Named) bool {
		f.index.Put(candidate(named))
		return ctx.Err() == nil
	})
	if err == nil {
		err = ctx.Err()
	}
	f.built = err == nil
	return err
}

func candidate(named Named) find.Candidate {
	c := find.Candidate{Key: int64(named.ID), Kind: string(named.Kind), Name: named.Title, Aliases: named.Aliases, Weight: named.Weight}
	if !named.Opened.IsZero() {
		c.Opened = named.Opened.Unix()
	}
	return c
}

// refresh takes over the names of what changed.
func (f *finder) refresh(ctx context.Context, r Reader, change Change) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.built {
		return
	}
	for _, item := range change.Items {
		f.put(context.WithoutCancel(ctx), r, item, time.Time{})
	}
}

func (f *finder) opened(ctx context.Context, r Reader, id ID, at time.Time) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !f.built {
		return
	}
	if item, err := r.Item(ctx, id); err == nil {
		f.put(ctx, r, item, at)
	}
}

func (f *finder) put(ctx context.Context, r Reader, item Item, opened time.Time) {
	if item.Kind == "" || item.InTrash() || item.Title == "" {
		f.index.Remove(int64(item.ID))
		return
	}
	named := Named{Item: item, Opened: opened}
	if item.Kind.IsEntity() {
		entity, err := r.Entity(ctx, item.ID)
		if err != nil {
			f.index.Remove(int64(item.ID))
			return
		}
		named.Aliases = entity.Aliases
	}
	if rows, _, err := r.Items(ctx, ItemFilter{IDs: []ID{item.ID}}); err == nil && len(rows) > 0 {
		named.Weight = rows[0].Count
	}
	f.index.Put(candidate(named))
}

// Warm builds the index of quick find, so that the first key stroke need not
// wait for it.
func (n *Notebook) Warm(ctx context.Context) error { return n.finder.ready(ctx, n.Reader) }

// Result is one hit of a search with the words around the first place.
type Result struct {
	Hit
	Name    string       // the title; for a highlight the article's
	Snippet string       // words around the first place
	Marks   []text.Range // what matched, in Snippet
	Article ID           // where the place is; of an article or a highlight
	At      text.Range   // the first place in the article's text; empty if only the title matched
}

// readable is Markdown without its marks, as a snippet shows it.
func readable(source string) string {
	t, err := markdown.Text(source, nil)
	if err != nil {
		return source
	}
	return t.Body
}

// snippetSize is how many bytes of words a snippet shows.
const snippetSize = 180

// Search answers a query over articles, notes, highlights and entities, best
// first, and says how many there are in all.
func (n *Notebook) Search(ctx context.Context, source string, filter SearchFilter) ([]Result, int, error) {
	q := query.Parse(source)
	if q.Empty() {
		return nil, 0, nil
	}
	hits, total, err := n.Reader.Search(ctx, q, filter)
	if err != nil {
		return nil, 0, fmt.Errorf("search: %w", err)
	}
	results := make([]Result, 0, len(hits))
	for _, hit := range hits {
		result, err := n.result(ctx, q, hit)
		if err != nil {
			return nil, 0, fmt.Errorf("search: item %s: %w", hit.ID, err)
		}
		results = append(results, result)
	}
	return results, total, nil
}

func (n *Notebook) result(ctx context.Context, q query.Query, hit Hit) (Result, error) {
	result := Result{Hit: hit, Name: hit.Title}
	var body string
	switch hit.Kind {
	case KindArticle:
		article, err := n.Reader.Article(ctx, hit.ID)
		if err != nil {
			return result, err
		}
		t, err := n.Reader.Text(ctx, article.Capture)
		if err != nil {
			return result, err
		}
		body, result.Article = t.Body, hit.ID
	case KindHighlight:
		highlight, err := n.Reader.Highlight(ctx, hit.ID)
		if err != nil {
			return result, err
		}
		article, err := n.Reader.Item(ctx, highlight.Article)
		if err != nil {
			return result, err
		}
		result.Name, result.Article, result.At = article.Title, article.ID, highlight.Range
		body = highlight.Exact
		if highlight.Comment != "" {
			body += " — " + readable(highlight.Comment)
		}
	default:
		item, err := n.Reader.Item(ctx, hit.ID)
		if err != nil {
			return result, err
		}
		source, err := wordsOf(ctx, n.Reader, item)
		if err != nil {
			return result, err
		}
		body = readable(source)
	}
	places := q.Find(body, 8)
	if len(places) > 0 && hit.Kind == KindArticle {
		result.At = places[0]
	}
	result.Snippet, result.Marks = snippet(body, places)
	return result, nil
}
