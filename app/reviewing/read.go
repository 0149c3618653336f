package reviewing

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// row is one thing to decide.
type row struct {
	id, title, aside, right, meta string
	words                         quoted

	// What it is about; the others are empty.
	name       notes.SuggestedName
	event      notes.SuggestedEvent
	unclear    notes.Unclear
	candidates []notes.ItemRow // of what is unclear
	others     []text.Range    // further places of the same words in the article
	alike      notes.Alike
	likely     notes.AlikeName
}

// quoted is words of a text with what stands around them.
type quoted struct{ before, words, after string }

func (q quoted) runs(behind fyne.ThemeColorName) []parts.Run {
	run := func(words string, ground fyne.ThemeColorName) parts.Run {
		return parts.Run{Words: words, Font: look.Serif, Size: look.QuoteSize, Behind: ground}
	}
	return []parts.Run{run(q.before, ""), run(q.words, behind), run(q.after, "")}
}

// contents is what a section holds, and how much waits in each.
type contents struct {
	rows   []row
	totals [sections]int
}

// read reads the first rows of a section.
func read(ctx context.Context, book *notes.Notebook, of section, kind notes.Kind, want int, alikes alikes) (contents, error) {
	var c contents
	limit := [sections]int{1, 1}
	limit[of] = want
	filter := notes.SuggestionFilter{Limit: limit[ofNames]}
	if kind != "" {
		filter.Kinds = []notes.Kind{kind}
	}
	names, total, err := book.SuggestedNames(ctx, filter)
	if err != nil {
		return c, err
	}
	c.totals[ofNames] = total
	events, total, err := book.SuggestedEvents(ctx, 0, 0, limit[ofEvents])
	if err != nil {
		return c, err
	}
	c.totals[ofEvents] = total
	unclear, total, err := session.Unclear(ctx, book, want)
	if err != nil {
		return c, err
	}
	c.totals[ofUnclear] = total
	r := texts{book: book, known: map[notes.ID]source{}}
	switch of {
	case ofEvents:
		c.rows, err = eventRows(ctx, r, events)
	case ofUnclear:
		c.rows, err = unclearRows(ctx, r, unclear[:min(want, len(unclear))])
	case ofAlike:
		c.rows, err = alikes.rows(ctx, book, want)
	default:
		c.rows = nameRows(names)
	}
	return c, err
}

// texts reads articles, each once.
type texts struct {
	book  *notes.Notebook
	known map[notes.ID]source
}

// source is an article with its text.
type source struct {
	notes.Article
	text text.Text
}

func (t texts) of(ctx context.Context, id notes.ID) (source, error) {
	if known, ok := t.known[id]; ok {
		return known, nil
	}
	article, err := t.book.Article(ctx, id)
	if err != nil {
		return source{}, err
	}
	body, err := t.book.Text(ctx, article.Capture)
	if err != nil {
		return source{}, fmt.Errorf("read the text of %s: %w", id, err)
	}
	t.known[id] = source{article, body}
	return t.known[id], nil
}

// around cuts words with what stands around them out of an article.
func (s source) around(r text.Range) quoted {
	var q quoted
	q.before, q.words, q.after = entity.Around(s.text, r)
	return q
}

// sentence quotes a sentence with the words in it that are marked, if they are
// in it.
func (s source) sentence(r, marked text.Range) quoted {
	if marked.Len() == 0 || marked.Start < r.Start || marked.End > r.End {
		return quoted{before: s.text.Slice(r)}
	}
	return quoted{
		s.text.Slice(text.Range{Start: r.Start, End: marked.Start}), s.text.Slice(marked), s.text.Slice(text.Range{Start: marked.End, End: r.End}),
	}
}

func (s source) where() string {
	return joined(s.Title, s.Source, session.Date(s.Date, false))
}

func joined(words ...string) string {
	var said []string
	for _, w := range words {
		if w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, " · ")
}

func nameRows(names []notes.SuggestedName) []row {
	rows := make([]row, 0, len(names))
	for _, name := range names {
		rows = append(rows, row{
			id: string(name.Kind) + " " + name.Key, title: name.Name, name: name,
			aside: joined(session.KindName(name.Kind), besideWords(name.Beside)),
			right: placesOf(name),
		})
	}
	return rows
}

// placesOf says how often a suggested name stands somewhere.
func placesOf(name notes.SuggestedName) string {
	return lang.XN("list.mentions", "{{.N}} mentions", name.Places, map[string]any{"N": name.Places}) + " " +
		lang.XN("entity.inArticles", "in {{.N}} articles", name.Articles, map[string]any{"N": name.Articles})
}

// besideWords say what stands beside a name: "Foreign Minister, Canada".
func besideWords(b notes.Beside) string {
	var said []string
	for _, words := range []string{b.Title, b.Office, b.Organisation, b.Country} {
		if words != "" {
			said = append(said, words)
		}
	}
	if b.Age > 0 {
		said = append(said, lang.X("review.aged", "aged {{.N}}", map[string]any{"N": b.Age}))
	}
	return strings.Join(said, ", ")
}

func eventRows(ctx context.Context, t texts, events []notes.SuggestedEvent) ([]row, error) {
	rows := make([]row, 0, len(events))
	for _, event := range events {
		article, err := t.of(ctx, event.Article)
		if err != nil {
			return nil, err
		}
		var names []string
		for _, part := range event.TookPart() {
			name := part.Name
			if part.Role != "" {
				name += " (" + part.Role + ")"
			}
			names = append(names, name)
		}
		rows = append(rows, row{
			id: fmt.Sprint("event ", event.Article, " ", event.Start, " ", event.Key), title: event.Name, event: event,
			aside: joined(session.Date(event.Date, true), event.Place.Name, strings.Join(names, ", ")),
			words: article.sentence(event.Range, event.DateAt), meta: article.where(),
		})
	}
	return rows, nil
}

// unclearRows are the words that could mean several.
func unclearRows(ctx context.Context, t texts, places []notes.Unclear) ([]row, error) {
	rows := make([]row, 0, len(places))
	for _, place := range places {
		article, err := t.of(ctx, place.Article)
		if err != nil {
			return nil, err
		}
		candidates, _, err := t.book.Items(ctx, notes.ItemFilter{IDs: place.Entities})
		if err != nil {
			return nil, err
		}
		if err := session.Tell(ctx, t.book, candidates); err != nil {
			return nil, err
		}
		others, err := t.otherPlaces(ctx, place)
		if err != nil {
			return nil, err
		}
		r := row{id: fmt.Sprint("unclear ", place.Article, " ", place.Key), title: place.Exact, unclear: place, candidates: candidates, others: others, words: article.around(place.Range), aside: article.where()}
		if n := len(others) + 1; n > 1 {
			r.right = lang.XN("suggest.places", "{{.N}} places", n, map[string]any{"N": n})
		}
		for i, one := range candidates {
			if i > 0 {
				r.meta += "\n"
			}
			r.meta += fmt.Sprintf("%d  %s", i+1, joined(one.Title, session.KindName(one.Kind), session.Known(one), mentionsOf(one)))
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// otherPlaces are the further ones in an article that an answer about unclear words
// holds for.
func (t texts) otherPlaces(ctx context.Context, of notes.Unclear) ([]text.Range, error) {
	places, _, err := t.book.UnclearPlaces(ctx, of.Article, 0)
	if err != nil {
		return nil, err
	}
	var others []text.Range
	for _, place := range places {
		if place.Key == of.Key && place.Range != of.Range {
			others = append(others, place.Range)
		}
	}
	return others, nil
}

// mentionsOf counts the mentions, if there are any.
func mentionsOf(row notes.ItemRow) string {
	if row.Count == 0 {
		return ""
	}
	return lang.XN("list.mentions", "{{.N}} mentions", row.Count, map[string]any{"N": row.Count})
}
