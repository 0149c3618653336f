package searching

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
)

const (
	pageSize = 20 // results read at once
	fewest   = 4  // results shown of a kind among others
	maxWords = 8  // words of a query that are tried to be left out
)

// order is that of the groups; the last one's results go on while one scrolls.
var order = []notes.Kind{
	notes.KindPerson, notes.KindOrganisation, notes.KindPlace, notes.KindEvent,
	notes.KindNote, notes.KindHighlight, notes.KindArticle,
}

// found is a result with what its card says of it.
type found struct {
	notes.Result
	meta string
}

// group is what was found of one kind: the first results, and how many in all.
type group struct {
	kind    notes.Kind
	results []found
	total   int
}

// dropped is a word of a query without which something is found.
type dropped struct {
	word, query string
	total       int
}

// answer is what a search found.
type answer struct {
	query   string
	kind    notes.Kind // that it was narrowed to
	groups  []group
	without []dropped // if nothing was found
}

// search reads the first results of every kind.
func search(ctx context.Context, book *notes.Notebook, query string, kind notes.Kind) (answer, error) {
	a := answer{query: query, kind: kind}
	if query == "" {
		return a, nil
	}
	for _, k := range order {
		limit := fewest
		switch {
		case k == kind, kind == "" && k == order[len(order)-1]:
			limit = pageSize
		case kind != "":
			limit = 1 // for the total alone
		}
		g, err := readGroup(ctx, book, query, k, 0, limit)
		if err != nil {
			return a, err
		}
		a.groups = append(a.groups, g)
	}
	if a.total() == 0 {
		return a, a.drop(ctx, book)
	}
	return a, nil
}

// readGroup reads results of one kind.
func readGroup(ctx context.Context, book *notes.Notebook, query string, kind notes.Kind, offset, limit int) (group, error) {
	g := group{kind: kind}
	results, total, err := book.Search(ctx, query, notes.SearchFilter{Kinds: []notes.Kind{kind}, Offset: offset, Limit: limit})
	if err != nil {
		return g, err
	}
	g.total = total
	for _, result := range results {
		meta, err := metaOf(ctx, book, result)
		if err != nil {
			return g, err
		}
		g.results = append(g.results, found{result, meta})
	}
	return g, nil
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
		return result.Changed.Format("2 Jan 2006"), nil
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

// drop finds the words without which the query finds something. A query with
// phrases is left alone, as its words do not stand each for itself.
func (a *answer) drop(ctx context.Context, book *notes.Notebook) error {
	words := strings.Fields(a.query)
	if len(words) < 2 || len(words) > maxWords || strings.ContainsAny(a.query, `"“”`) {
		return nil
	}
	for i, word := range words {
		rest := strings.Join(append(append([]string(nil), words[:i]...), words[i+1:]...), " ")
		_, total, err := book.Search(ctx, rest, notes.SearchFilter{Kinds: order, Limit: 1})
		if err != nil {
			return err
		}
		if total > 0 {
			a.without = append(a.without, dropped{word, rest, total})
		}
	}
	return nil
}

// total is how many results there are, of all kinds or of the one narrowed to.
func (a *answer) total() int {
	total := 0
	for _, g := range a.groups {
		if a.kind == "" || a.kind == g.kind {
			total += g.total
		}
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
	last.total = more.total
	if len(more.results) == 0 {
		last.total = len(last.results)
	}
}

// row is one line of the list: the head of a group, a result, or the way to
// all results of a group.
type row struct {
	head  string
	found found
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
