package searching

import (
	"context"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/query"
)

const (
	pageSize = 20 // results read at once
	fewest   = 4  // results shown of a kind among others
)

// order is that of the groups; the last one's results go on while one scrolls.
var order = []notes.Kind{
	notes.KindPerson, notes.KindOrganisation, notes.KindPlace, notes.KindEvent,
	notes.KindNote, notes.KindHighlight, notes.KindArticle,
}

// shown is a result with what its card says of it.
type shown struct {
	notes.Result
	meta string
}

// group is what was found of one kind: the first results, and how many in all.
type group struct {
	kind    notes.Kind
	results []shown
	total   int
}

// asked is what is searched for.
type asked struct {
	query string
	kind  notes.Kind // that it is narrowed to; "": all
	order notes.Order
}

// countsLike reports whether as much is found of another, in whatever order.
func (a asked) countsLike(other asked) bool { return a.query == other.query && a.kind == other.kind }

// answer is what a search found.
type answer struct {
	asked
	understood query.Query
	also       []notes.OtherNames
	groups     []group
	advice     notes.Advice // if little or nothing was found
}

// search reads the first results of every kind.
func search(ctx context.Context, book *notes.Notebook, asked asked) (answer, error) {
	a := answer{asked: asked, understood: book.Understand(asked.query)}
	if asked.query == "" {
		return a, nil
	}
	for _, k := range order {
		limit := fewest
		switch {
		case k == asked.kind, asked.kind == "" && k == order[len(order)-1]:
			limit = pageSize
		case asked.kind != "":
			limit = 1 // for the total alone
		}
		g, also, err := readGroup(ctx, book, asked, k, 0, limit)
		if err != nil {
			return a, err
		}
		a.groups, a.also = append(a.groups, g), also
	}
	if a.everything() > 0 || a.understood.Empty() {
		return a, nil
	}
	var err error
	a.advice, err = book.Advise(ctx, asked.query)
	return a, err
}

// readGroup reads results of one kind.
func readGroup(ctx context.Context, book *notes.Notebook, asked asked, kind notes.Kind, offset, limit int) (group, []notes.OtherNames, error) {
	g := group{kind: kind}
	found, err := book.Search(ctx, asked.query, notes.SearchFilter{Kinds: []notes.Kind{kind}, Order: asked.order, Offset: offset, Limit: limit})
	if err != nil {
		return g, nil, err
	}
	g.total = found.Total
	for _, result := range found.Results {
		meta, err := metaOf(ctx, book, result)
		if err != nil {
			return g, nil, err
		}
		g.results = append(g.results, shown{result, meta})
	}
	return g, found.Also, nil
}

// metaOf is where a result is from, and of when.
func metaOf(ctx context.Context, book *notes.Notebook, result notes.Result) (string, error) {
	switch result.Kind {
	case notes.KindArticle, notes.KindHighlight:
		article, err := book.Article(ctx, result.Article)
		if err != nil {
			return "", err
		}
		return joined(session.Date(article.Date, false), article.Source), nil
	case notes.KindEvent:
		event, err := book.Entity(ctx, result.ID)
		if err != nil {
			return "", err
		}
		return session.Date(event.Date, false), nil
	case notes.KindNote:
		return session.Date(result.Changed.Format(time.DateOnly), false), nil
	}
	return "", nil
}

func joined(words ...string) string {
	said := words[:0]
	for _, w := range words {
		if w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, " · ")
}

// total is how many results there are, of all kinds or of the one narrowed to.
func (a *answer) total() int {
	if a.kind != "" {
		return a.totalOf(a.kind)
	}
	return a.everything()
}

// totalOf is how many results there are of a kind.
func (a *answer) totalOf(kind notes.Kind) int {
	for _, g := range a.groups {
		if g.kind == kind {
			return g.total
		}
	}
	return 0
}

// everything is how many results there are, whatever it is narrowed to.
func (a *answer) everything() int {
	total := 0
	for _, g := range a.groups {
		total += g.total
	}
	return total
}

// kinds is how many kinds have results.
func (a *answer) kinds() int {
	n := 0
	for _, g := range a.groups {
		if g.total > 0 {
			n++
		}
	}
	return n
}

// last is the group whose results go on while one scrolls.
func (a *answer) last() *group {
	for i := range a.groups {
		if g := &a.groups[i]; g.kind == a.kind || a.kind == "" && i == len(a.groups)-1 {
			return g
		}
	}
	return nil
}

// unread is the last group, if it has results that were not read yet.
func (a *answer) unread() (group, bool) {
	last := a.last()
	if last == nil || len(last.results) >= last.total {
		return group{}, false
	}
	return *last, true
}

// append adds further results to the last group. If there are none although
// more were promised, the archive has changed; the total follows.
func (a *answer) append(more group) {
	last := a.last()
	if last == nil || last.kind != more.kind {
		return
	}
	last.results = append(last.results, more.results...)
	if last.total = more.total; len(more.results) == 0 {
		last.total = len(last.results)
	}
}

// row is one line of the list: the head of a group, a result, or the way to
// all results of a group.
type row struct {
	head  string
	found shown
	title string
	all   notes.Kind
}

// rows are the lines that show the answer.
func (a *answer) rows() []row {
	var rows []row
	last := a.last()
	for i := range a.groups {
		g := &a.groups[i]
		if a.kind != "" && a.kind != g.kind || len(g.results) == 0 {
			continue
		}
		rows = append(rows, row{head: groupName(g.kind) + "  " + number(g.total)})
		for _, f := range g.results {
			rows = append(rows, row{found: f, title: f.Name})
		}
		if g != last && g.total > len(g.results) {
			rows = append(rows, row{all: g.kind, title: lang.X("search.all", "Show all {{.N}}", map[string]any{"N": number(g.total)})})
		}
	}
	return rows
}

// groupName is what the results of a kind are called.
func groupName(kind notes.Kind) string {
	if kind == notes.KindArticle {
		return lang.X("find.articles", "Articles")
	}
	return session.ViewName(session.ViewOf(kind))
}

// number shows a count with commas between thousands.
func number(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
