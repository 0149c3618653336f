package cli

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"cuttings/notes"
	"cuttings/notes/find"
	"cuttings/notes/text"
)

// kinds narrows what is found.
type kinds struct {
	Kinds []string `name:"kind" enum:"article,highlight,note,person,organisation,place,event,tag,collection,search" help:"Only this kind: article, highlight, note, person, organisation, place, event, tag, collection or search; can be repeated." placeholder:"KIND"`
	Limit int      `default:"20" help:"At most so many." placeholder:"N"`
}

func (k kinds) of() []notes.Kind {
	all := make([]notes.Kind, len(k.Kinds))
	for i, kind := range k.Kinds {
		all[i] = notes.Kind(kind)
	}
	return all
}

// findCommand finds by name.
type findCommand struct {
	Query []string `arg:"" help:"What you remember of a name or title."`
	kinds `embed:""`
}

// Validate holds the limit to what makes sense.
func (cmd *findCommand) Validate() error { return checkLimit(cmd.Limit) }

// match is a run of characters that matched, in Unicode code points.
type match struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type found struct {
	named
	Detail  string  `json:"detail"`
	Why     string  `json:"why"`
	Score   float64 `json:"score"`
	Matched string  `json:"matched"` // the name or alias that fits
	Matches []match `json:"matches"` // what of it
}

// Run finds.
func (cmd *findCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	if err := c.book.Warm(c.ctx); err != nil { // not part of what is measured
		return fmt.Errorf("find: %w", err)
	}
	started := time.Now()
	results, err := c.book.Find(c.ctx, strings.Join(cmd.Query, " "), cmd.of(), cmd.Limit)
	if err != nil {
		return fmt.Errorf("find: %w", err)
	}
	took := time.Since(started)
	answer := struct {
		Results []found `json:"results"`
		Took    float64 `json:"took_ms"`
	}{[]found{}, milliseconds(took)}
	for _, result := range results {
		answer.Results = append(answer.Results, foundOf(result))
	}
	return c.answer(answer, func(w *page) {
		for _, result := range answer.Results {
			w.line("%s", joined("  — ", result.words(), result.Why))
		}
		if len(answer.Results) == 0 {
			w.line("Nothing is called that.")
		}
	})
}

// points counts the marked ranges of words in code points.
func points(words string, marks []text.Range) []match {
	matches := make([]match, 0, len(marks))
	for _, mark := range marks {
		start := utf8.RuneCountInString(words[:min(mark.Start, len(words))])
		matches = append(matches, match{start, utf8.RuneCountInString(words[:min(mark.End, len(words))])})
	}
	return matches
}

// searchCommand searches the words of the archive.
type searchCommand struct {
	Query []string `arg:"" help:"Words; \"a phrase\", prefix*, a OR b. Put -- before a query that begins with a word to leave out."`
	kinds `embed:""`
}

// Validate holds the limit to what makes sense.
func (cmd *searchCommand) Validate() error { return checkLimit(cmd.Limit) }

type hit struct {
	ID      notes.ID   `json:"id"`
	Kind    notes.Kind `json:"kind"`
	Title   string     `json:"title"`
	Snippet string     `json:"snippet"`
	Matches []match    `json:"matches"` // in the snippet
	Score   float64    `json:"score"`
	Article notes.ID   `json:"article,omitzero"` // where the place found is
	Start   *int       `json:"start,omitempty"`  // of that place in the article's text
	End     *int       `json:"end,omitempty"`
}

// Run searches.
func (cmd *searchCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	started := time.Now()
	results, total, err := c.book.Search(c.ctx, strings.Join(cmd.Query, " "), notes.SearchFilter{Kinds: cmd.of(), Limit: cmd.Limit})
	if err != nil {
		return err
	}
	took := time.Since(started)
	answer := struct {
		Results []hit   `json:"results"`
		Total   int     `json:"total"`
		Took    float64 `json:"took_ms"`
	}{[]hit{}, total, milliseconds(took)}
	for _, result := range results {
		one, err := c.hit(result)
		if err != nil {
			return err
		}
		answer.Results = append(answer.Results, one)
	}
	return c.answer(answer, func(w *page) {
		for _, result := range answer.Results {
			w.line("%s  %-12s  %s", result.ID, result.Kind, result.Title)
			if result.Snippet != "" {
				w.line("              %s", result.Snippet)
			}
		}
		w.line("%s", count(total, "result", "results"))
	})
}

// hit translates a result; the place in an article's text is counted in code
// points.
func (c *call) hit(result notes.Result) (hit, error) {
	one := hit{
		ID: result.ID, Kind: result.Kind, Title: result.Name, Snippet: result.Snippet,
		Matches: points(result.Snippet, result.Marks), Score: result.Score, Article: result.Article,
	}
	if result.Article == 0 || result.At.Len() == 0 {
		return one, nil
	}
	article, err := c.book.Article(c.ctx, result.Article)
	if err != nil {
		return one, fmt.Errorf("read article %s: %w", result.Article, err)
	}
	t, err := c.book.Text(c.ctx, article.Capture)
	if err != nil {
		return one, fmt.Errorf("read the text of %s: %w", article.ID, err)
	}
	start, end := t.CodePoints(result.At.Start), t.CodePoints(result.At.End)
	one.Start, one.End = &start, &end
	return one, nil
}

// linksCommand shows both ends of an item's links.
type linksCommand struct {
	ID string `arg:"" name:"id" help:"The item: its ID, title or name."`
}

// Run shows them.
func (cmd *linksCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	item, err := c.item(cmd.ID)
	if err != nil {
		return err
	}
	out, in, unresolved, err := c.linksOf(item)
	if err != nil {
		return err
	}
	answer := struct {
		Out        []link   `json:"out"`
		In         []link   `json:"in"`
		Unresolved []string `json:"unresolved"`
	}{out, in, unresolved}
	return c.answer(answer, func(w *page) {
		w.links("Links", out)
		w.links("Linked from", in)
		w.section("Links that lead nowhere", len(unresolved))
		for _, target := range unresolved {
			w.line("  [[%s]]", target)
		}
		if len(out)+len(in)+len(unresolved) == 0 {
			w.line("Nothing links here, and it links to nothing.")
		}
	})
}

func foundOf(result notes.Found) found {
	shown := result.Shown()
	return found{
		named: named{result.ID, result.ItemRow.Kind, result.Title}, Detail: result.Detail,
		Why: why(result.Match), Score: result.Score, Matched: shown, Matches: points(shown, result.Marks),
	}
}

// reasons say why a name fits.
var reasons = map[find.Reason]string{
	find.Recent:      "opened lately",
	find.Exact:       "exactly",
	find.Prefix:      "begins so",
	find.Words:       "has the words",
	find.WordStarts:  "words begin so",
	find.Initials:    "initials",
	find.Subsequence: "letters in order",
	find.Misspelt:    "nearly spelt so",
}

// why says in words why a name fits: "alias Mutua, 1 letter differs".
func why(m find.Match) string {
	reason := reasons[m.Reason]
	if m.Reason == find.Misspelt && m.Distance > 0 {
		reason = count(m.Distance, "letter differs", "letters differ")
	}
	if m.Alias != "" {
		reason = "alias " + m.Alias + ", " + reason
	}
	if m.Folded {
		reason += ", accents folded"
	}
	return reason
}
