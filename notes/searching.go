package notes

import (
	"context"
	"fmt"

	"cuttings/notes/edtf"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// Answer is what a search found.
type Answer struct {
	Query   query.Query // as it was understood
	Results []Result
	Total   int          // how many there are
	Also    []OtherNames // that were looked for, too
}

// Hits are the first items that fulfil a query, and how many do.
type Hits struct {
	Hits  []Hit
	Total int
}

// Result is one hit of a search with the words around the first place.
type Result struct {
	Hit
	Name      string       // the title; for a highlight the article's
	NameMarks []text.Range // what matched, in Name; none for a highlight
	Snippet   string       // words around the first place
	Marks     []text.Range // what matched, in Snippet
	Article   ID           // where the place is; of an article or a highlight
	At        text.Range   // the first place in the article's text; empty if only the title matched
	Score     float64      // from 1 down to 0, in the order of the results
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

// MonthTally is a month and how many of the results are of no other.
type MonthTally struct {
	Year, Month int
	Count       int
}

// SpanTally is the days that a date can mean, of more than one month, and how many of
// the results have such a date. The days can be edtf.NoStart and edtf.NoEnd.
type SpanTally struct {
	First, Last edtf.Day
	Count       int
}

// Facets count what a search found, by what it can be narrowed to. Of values that
// could be many, those of most results are told, most first.
type Facets struct {
	Total                                 int
	Kinds, Sources, Tags, Colours         []Tally
	People, Organisations, Places, Events []Tally
	Months                                []MonthTally // what is of one month, in order
	Spans                                 []SpanTally  // what can be of several months, in order
}

// writtenAmong is how many of the first results are looked at for how their words
// are written: what is spelt as it was typed comes before what is not.
const writtenAmong = 40

// Understand reads a query as Search does.
func (n *Notebook) Understand(source string) query.Query { return n.habits.Parse(source) }

// Search answers a query over articles, notes, highlights and entities. A newer
// search should cancel the context of the older one.
func (n *Notebook) Search(ctx context.Context, source string, filter SearchFilter) (Answer, error) {
	answer := Answer{Query: n.Understand(source)}
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
	answer.Total = found.Total
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
	q, _, err := n.otherNames(ctx, n.Understand(source))
	if err != nil {
		return 0, fmt.Errorf("count what is found: %w", err)
	}
	total, err := n.Reader.Count(ctx, q, kinds)
	if err != nil {
		return 0, fmt.Errorf("count what is found: %w", err)
	}
	return total, nil
}

// Facets counts what a search finds, by what it can be narrowed to.
func (n *Notebook) Facets(ctx context.Context, source string, kinds []Kind) (Facets, error) {
	q, _, err := n.otherNames(ctx, n.Understand(source))
	if err != nil {
		return Facets{}, fmt.Errorf("count what was found: %w", err)
	}
	facets, err := n.Reader.Facets(ctx, q, kinds)
	if err != nil {
		return Facets{}, fmt.Errorf("count what was found: %w", err)
	}
	return facets, nil
}
