package notes

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"cuttings/notes/language"
	"cuttings/notes/markdown"
	"cuttings/notes/query"
)

// resultReader reads what is shown of hits.
type resultReader struct {
	ctx     context.Context
	n       *Notebook
	query   query.Query
	mu      sync.Mutex
	finders map[string]*query.Finder // by language
}

func (n *Notebook) readResults(ctx context.Context, q query.Query) *resultReader {
	return &resultReader{ctx: ctx, n: n, query: q, finders: map[string]*query.Finder{}}
}

// weighed is a result and how many of the words stand there as they were typed.
type weighed struct {
	Result
	written int
}

// weigh reads hits and puts those first that have the words as they were typed. If
// the first of them have all words so, which are as many as are enough, nothing
// can come before them, and no more are read. With 0, all are read.
func (r *resultReader) weigh(hits []Hit, enough int) ([]Result, error) {
	some := make([]weighed, len(hits))
	enough = min(enough, len(hits))
	if enough == 0 {
		enough = len(hits)
	}
	all, err := r.readEach(hits[:enough], some)
	if err != nil {
		return nil, err
	}
	if all {
		some = some[:enough]
	} else if _, err := r.readEach(hits[enough:], some[enough:]); err != nil {
		return nil, err
	}
	slices.SortStableFunc(some, func(a, b weighed) int { return b.written - a.written })
	results := make([]Result, len(some))
	for i := range some {
		results[i] = some[i].Result
	}
	return results, nil
}

// readEach reads hits on all processors, and reports whether each has all words as
// they were typed.
func (r *resultReader) readEach(hits []Hit, into []weighed) (all bool, err error) {
	var lacking atomic.Bool
	failed := make([]error, len(hits))
	var wait sync.WaitGroup
	var next atomic.Int32
	for range min(runtime.NumCPU(), len(hits)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(hits); i = int(next.Add(1)) - 1 {
				var body string
				if into[i].Result, body, failed[i] = r.read(hits[i]); failed[i] != nil {
					continue
				}
				var of int
				if into[i].written, of = r.query.Written(into[i].Name + "\n" + body); into[i].written < of {
					lacking.Store(true)
				}
			}
		})
	}
	wait.Wait()
	return !lacking.Load(), errors.Join(failed...)
}

func (r *resultReader) finder(spoken string) *query.Finder {
	r.mu.Lock()
	defer r.mu.Unlock()
	finder := r.finders[spoken]
	if finder == nil {
		finder = r.query.Finder(spoken)
		r.finders[spoken] = finder
	}
	return finder
}

// mostMarked is how many places of a text are looked for, to be marked in a
// snippet.
const mostMarked = 8

func (r *resultReader) read(hit Hit) (result Result, body string, err error) {
	var spoken string // the language in whose forms words are marked
	result = Result{Hit: hit, Name: hit.Title}
	switch hit.Kind {
	case KindArticle:
		body, spoken, err = r.n.Body(r.ctx, hit.ID)
		result.Article = hit.ID
	case KindHighlight:
		body, spoken, err = r.highlight(hit.ID, &result)
	default:
		var source string
		source, err = wordsOf(r.ctx, r.n.Reader, hit.Item)
		body = readable(source)
		switch {
		case err != nil:
		case hit.Kind.IsEntity():
			body, err = r.foundIn(hit.Item, body)
		default:
			spoken = language.Of(source)
		}
	}
	if err != nil {
		return result, "", fmt.Errorf("search: item %s: %w", hit.ID, err)
	}
	finder := r.finder(spoken)
	if hit.Kind != KindHighlight {
		result.NameMarks = finder.Find(result.Name, mostMarked)
	}
	places := finder.Find(body, mostMarked)
	if len(places) > 0 && hit.Kind == KindArticle {
		result.At = places[0]
	}
	result.Snippet, result.Marks = snippet(body, places)
	return result, body, nil
}

// foundIn is what a snippet of an entity is cut from: its description or, if what is
// sought is neither there nor in its name, the role or other name that has it.
func (r *resultReader) foundIn(item Item, description string) (string, error) {
	finder := r.finder("")
	has := func(words string) bool { return len(finder.Find(words, 1)) > 0 }
	if has(item.Title) || has(description) {
		return description, nil
	}
	entity, err := r.n.Reader.Entity(r.ctx, item.ID)
	if err != nil {
		return "", err
	}
	for _, role := range entity.Roles {
		if words := strings.Trim(role.Title+", "+role.Organisation, ", "); has(words) {
			return words, nil
		}
	}
	for _, alias := range entity.Aliases {
		if has(alias) {
			return alias, nil
		}
	}
	return description, nil
}

func (r *resultReader) highlight(id ID, result *Result) (body, spoken string, err error) {
	highlight, err := r.n.Reader.Highlight(r.ctx, id)
	if err != nil {
		return "", "", err
	}
	article, err := r.n.Reader.Article(r.ctx, highlight.Article)
	if err != nil {
		return "", "", err
	}
	result.Name, result.Article, result.At = article.Title, article.ID, highlight.Range
	body = highlight.Exact
	if highlight.Comment != "" {
		body += " — " + readable(highlight.Comment)
	}
	return body, article.Language, nil
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
