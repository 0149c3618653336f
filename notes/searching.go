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

	"cuttings/notes/fold"
	"cuttings/notes/markdown"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// Answer is what a search found.
type Answer struct {
	Query   query.Query // as it was understood
	Results []Result
	Total   int          // how many there are
	More    bool         // there are more, which were not counted: see Count
	Also    []OtherNames // that were looked for, too
}

// Hits are the first items that fulfil a query, and how many do: at least, if
// there are more.
type Hits struct {
	Hits  []Hit
	Total int
	More  bool
}

// Result is one hit of a search with the words around the first place.
type Result struct {
	Hit
	Name    string       // the title; for a highlight the article's
	Snippet string       // words around the first place
	Marks   []text.Range // what matched, in Snippet
	Article ID           // where the place is; of an article or a highlight
	At      text.Range   // the first place in the article's text; empty if only the title matched
	Score   float64      // from 1 down to 0, in the order of the results
}

// OtherNames are names of an entity that were looked for, since one of its names
// stands in the query.
type OtherNames struct {
	Entity Item
	Names  []string
}

// Tally is a value of a field and how many of the results have it.
type Tally struct {
	Value string
	Count int
}

// MonthTally is a month and how many of the results are of it.
type MonthTally struct {
	Year, Month int
	Count       int
}

// Facets count what a search found, by what it can be narrowed to. Of values that
// could be many, those of most results are told, most first.
type Facets struct {
	Total                                 int
	Kinds, Sources, Tags, Colours         []Tally
	People, Organisations, Places, Events []Tally
	Months                                []MonthTally // in order; those without results are left out
}

// writtenAmong is how many of the first results are looked at for how their words
// are written: what is spelt as it was typed comes before what is not.
const writtenAmong = 40

// Search answers a query over articles, notes, highlights and entities. A newer
// search should cancel the context of the older one.
func (n *Notebook) Search(ctx context.Context, source string, filter SearchFilter) (Answer, error) {
	answer := Answer{Query: query.Parse(source)}
	if answer.Query.Empty() {
		return answer, nil
	}
	q, also, err := n.otherNames(ctx, answer.Query)
	if err != nil {
		return answer, fmt.Errorf("search: %w", err)
	}
	answer.Also = also
	first, head, asked := 0, 0, filter
	if filter.Order == "" && filter.Offset < writtenAmong && len(q.Terms()) > 0 {
		// So that the first page and the next are of one order.
		first, head, asked.Offset = filter.Offset, writtenAmong, 0
		if filter.Limit > 0 {
			asked.Limit = max(writtenAmong, filter.Offset+filter.Limit)
		}
	}
	found, err := n.Reader.Search(ctx, q, asked)
	if err != nil {
		return answer, fmt.Errorf("search: %w", err)
	}
	hits := found.Hits
	answer.Total, answer.More = found.Total, found.More
	reading := n.readResults(ctx, q)
	enough := 0 // all
	if filter.Limit > 0 {
		enough = first + filter.Limit
	}
	results, err := reading.weigh(hits[:min(head, len(hits))], enough)
	if err != nil {
		return answer, err
	}
	last := len(hits)
	if filter.Limit > 0 {
		last = min(last, first+filter.Limit)
	}
	for i := min(first, last); i < last; i++ {
		if i >= len(results) {
			result, _, err := reading.read(hits[i])
			if err != nil {
				return answer, err
			}
			results = append(results, result)
		}
		results[i].Score = 1 - float64(filter.Offset-first+i)/float64(max(1, found.Total))
		answer.Results = append(answer.Results, results[i])
	}
	return answer, nil
}

// Count says how many items fulfil a query.
func (n *Notebook) Count(ctx context.Context, source string, kinds []Kind) (int, error) {
	q, _, err := n.otherNames(ctx, query.Parse(source))
	if err != nil {
		return 0, fmt.Errorf("count what is found: %w", err)
	}
	total, err := n.Reader.Count(ctx, q, kinds)
	if err != nil {
		return 0, fmt.Errorf("count what is found: %w", err)
	}
	return total, nil
}

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

func (r *resultReader) finder(language string) *query.Finder {
	r.mu.Lock()
	defer r.mu.Unlock()
	finder := r.finders[language]
	if finder == nil {
		finder = r.query.Finder(language)
		r.finders[language] = finder
	}
	return finder
}

// mostMarked is how many places of a text are looked for, to be marked in a
// snippet.
const mostMarked = 8

func (r *resultReader) read(hit Hit) (result Result, body string, err error) {
	var language string
	result = Result{Hit: hit, Name: hit.Title}
	switch hit.Kind {
	case KindArticle:
		body, language, err = r.n.Body(r.ctx, hit.ID)
		result.Article = hit.ID
	case KindHighlight:
		body, err = r.highlight(hit.ID, &result)
	default:
		var source string
		source, err = wordsOf(r.ctx, r.n.Reader, hit.Item)
		body = readable(source)
	}
	if err != nil {
		return result, "", fmt.Errorf("search: item %s: %w", hit.ID, err)
	}
	places := r.finder(language).Find(body, mostMarked)
	if len(places) > 0 && hit.Kind == KindArticle {
		result.At = places[0]
	}
	result.Snippet, result.Marks = snippet(body, places)
	return result, body, nil
}

func (r *resultReader) highlight(id ID, result *Result) (string, error) {
	highlight, err := r.n.Reader.Highlight(r.ctx, id)
	if err != nil {
		return "", err
	}
	article, err := r.n.Reader.Item(r.ctx, highlight.Article)
	if err != nil {
		return "", err
	}
	result.Name, result.Article, result.At = article.Title, article.ID, highlight.Range
	body := highlight.Exact
	if highlight.Comment != "" {
		body += " — " + readable(highlight.Comment)
	}
	return body, nil
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

// Facets counts what a search finds, by what it can be narrowed to.
func (n *Notebook) Facets(ctx context.Context, source string, kinds []Kind) (Facets, error) {
	q, _, err := n.otherNames(ctx, query.Parse(source))
	if err != nil {
		return Facets{}, fmt.Errorf("count what was found: %w", err)
	}
	facets, err := n.Reader.Facets(ctx, q, kinds)
	if err != nil {
		return Facets{}, fmt.Errorf("count what was found: %w", err)
	}
	return facets, nil
}

// The bounds of looking for other names: words of a query that may be a name
// together, and names that are looked for with it.
const (
	mostInName = 5
	mostOthers = 8
)

// otherNames widens a query: where words stand in it that are a name or alias of
// an entity, its other names are looked for, too.
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
	return ok && !term.Prefix && term.Near == 0
}

// namesBeside returns the names of the entities that some words together name,
// but for those that hold the words anyway.
func (n *Notebook) namesBeside(ctx context.Context, parts query.All) ([]OtherNames, error) {
	var words []string
	for _, part := range parts {
		words = append(words, part.(query.Term).Words...) // see inName
	}
	items, err := n.Lookup(ctx, strings.Join(words, " "))
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
			folded := strings.Fields(fold.String(name))
			holds := func(word string) bool { return slices.Contains(folded, word) }
			if len(folded) == 0 || !slices.ContainsFunc(words, func(word string) bool { return !holds(word) }) {
				continue
			}
			if len(others.Names) < mostOthers {
				others.Names = append(others.Names, name)
			}
		}
		if len(others.Names) > 0 {
			all = append(all, others)
		}
	}
	return all, nil
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
