package cli

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"cuttings/notes"
	"cuttings/notes/edtf"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// searchCommand searches the words of the archive.
type searchCommand struct {
	Query  []string `arg:"" help:"Words; \"a phrase\", prefix*, \"a phra*\", a OR b, -without, (brackets), near(a b, 5), person:NAME, event:, place:, org:, tag:, in:COLLECTION, source:, by:, lang:, after:DATE, before:DATE, has:highlight, colour:, kind:. Put -- before a query that begins with a minus."`
	Order  string   `enum:"best,newest,oldest" default:"best" help:"best, newest or oldest first." placeholder:"ORDER"`
	Offset atLeast  `least:"0" help:"Leave out so many of the first." placeholder:"N"`
	Facets bool     `help:"Count the results by kind, source, month, people, events, tags and colour."`
	Export string   `enum:",csv,markdown,json" default:"" help:"Write all results as csv, markdown or json." placeholder:"FORM"`
	saving `embed:""`
	kinds  `embed:""`
}

// mostQuoted is how much of a query is quoted where something is said of it, in
// bytes.
const mostQuoted = 48

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

type fault struct {
	Words string `json:"words"` // of the query
	Says  string `json:"says"`
}

type also struct {
	ID    notes.ID `json:"id"`
	Name  string   `json:"name"`
	Names []string `json:"names"` // that were looked for, too
}

type missing struct {
	Word    string   `json:"word"`
	Nearest []string `json:"nearest"`
}

type unknown struct {
	Field   string   `json:"field"`
	Value   string   `json:"value"`
	Nearest []string `json:"nearest"`
}

type drop struct {
	Part  string `json:"part"`
	Found int    `json:"found"` // without it
}

type searched struct {
	Results []hit     `json:"results"`
	Total   int       `json:"total"`
	Took    float64   `json:"took_ms"`
	Meaning string    `json:"meaning"`
	Faults  []fault   `json:"faults,omitempty"`
	Also    []also    `json:"also,omitempty"`
	Missing []missing `json:"missing,omitempty"` // words that occur nowhere
	Unknown []unknown `json:"unknown,omitempty"` // values that nothing has
	Drop    []drop    `json:"drop,omitempty"`    // parts without which something is found
	Facets  *facets   `json:"facets,omitempty"`
	signs   bool      // only signs were asked for
}

type tally struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

type facets struct {
	Kinds         []tally `json:"kinds"`
	Sources       []tally `json:"sources"`
	Months        []tally `json:"months"`
	People        []tally `json:"people"`
	Organisations []tally `json:"organisations"`
	Places        []tally `json:"places"`
	Events        []tally `json:"events"`
	Tags          []tally `json:"tags"`
	Colours       []tally `json:"colours"`
}

// searchEndings are the forms of results by the endings of files.
var searchEndings = map[string]string{".csv": formCSV, ".md": "markdown", ".markdown": "markdown", ".json": "json"}

// Run searches.
func (cmd *searchCommand) Run(c *call) error {
	form, err := cmd.form("--export", cmd.Export, searchEndings)
	if err != nil {
		return err
	}
	if err := c.open(existing); err != nil {
		return err
	}
	if err := c.book.FindWaiting(c.ctx, nil); err != nil {
		return err
	}
	source := strings.Join(cmd.Query, " ")
	filter := notes.SearchFilter{Kinds: cmd.of(), Limit: int(cmd.Limit), Offset: int(cmd.Offset)}
	if cmd.Order != "best" {
		filter.Order = notes.Order(cmd.Order)
	}
	if form != "" {
		return cmd.export(c, notes.ExportForm(form), source, filter)
	}
	started := time.Now()
	found, err := c.book.Search(c.ctx, source, filter)
	if err != nil {
		return err
	}
	answer := searched{Results: []hit{}, Total: found.Total, Took: milliseconds(time.Since(started)), Meaning: found.Query.Meaning(query.English)}
	for _, result := range found.Results {
		one, err := c.hit(result)
		if err != nil {
			return err
		}
		answer.Results = append(answer.Results, one)
	}
	for _, f := range found.Query.Faults {
		answer.Faults = append(answer.Faults, fault{text.Shorten(source[f.At.Start:f.At.End], mostQuoted), faultWords(f)})
	}
	answer.signs = answer.Meaning == "" && len(answer.Faults) == 0 && strings.TrimSpace(source) != ""
	for _, other := range found.Also {
		answer.Also = append(answer.Also, also{other.Entity.ID, other.Entity.Title, other.Names})
	}
	if err := cmd.addMore(c, source, &answer); err != nil {
		return err
	}
	return c.answer(answer, answer.write)
}

// addMore adds advice to a search without results, and facets if asked for.
func (cmd *searchCommand) addMore(c *call, source string, answer *searched) error {
	if answer.Total == 0 && answer.Meaning != "" {
		advice, err := c.book.Advise(c.ctx, source)
		if err != nil {
			return err
		}
		for _, word := range advice.Missing {
			answer.Missing = append(answer.Missing, missing{text.Shorten(word.Word, mostQuoted), word.Nearest})
		}
		for _, value := range advice.Unknown {
			answer.Unknown = append(answer.Unknown, unknown{string(value.Field.Name), text.Shorten(value.Field.Value, mostQuoted), value.Nearest})
		}
		for _, part := range advice.Drop {
			answer.Drop = append(answer.Drop, drop{text.Shorten(part.Typed, mostQuoted), part.Found})
		}
	}
	if !cmd.Facets {
		return nil
	}
	counted, err := c.book.Facets(c.ctx, source, cmd.of())
	if err != nil {
		return err
	}
	answer.Facets = facetsOf(counted)
	return nil
}

func facetsOf(counted notes.Facets) *facets {
	tallies := func(all []notes.Tally) []tally {
		out := make([]tally, len(all))
		for i, one := range all {
			out[i] = tally(one)
		}
		return out
	}
	f := &facets{
		Kinds: tallies(counted.Kinds), Sources: tallies(counted.Sources), People: tallies(counted.People),
		Organisations: tallies(counted.Organisations), Places: tallies(counted.Places), Events: tallies(counted.Events),
		Tags: tallies(counted.Tags), Colours: tallies(counted.Colours), Months: []tally{},
	}
	for _, month := range counted.Months {
		f.Months = append(f.Months, tally{monthWritten(month.Year, month.Month), month.Count})
	}
	for _, span := range counted.Spans {
		f.Months = append(f.Months, tally{monthsBetween(span.First, span.Last), span.Count})
	}
	return f
}

// monthWritten writes a month as EDTF does: years before 0 with a sign and four digits.
func monthWritten(year, month int) string {
	if year < 0 {
		return fmt.Sprintf("%05d-%02d", year, month)
	}
	return fmt.Sprintf("%04d-%02d", year, month)
}

// monthsBetween writes the months from one day to another as an interval of EDTF.
func monthsBetween(first, last edtf.Day) string {
	written := func(day, open edtf.Day) string {
		if day == open {
			return ".."
		}
		year, month, _ := day.Date()
		return monthWritten(int(year), month)
	}
	return written(first, edtf.NoStart) + "/" + written(last, edtf.NoEnd)
}

func (answer searched) write(w *page) {
	for _, f := range answer.Faults {
		w.line("Left aside: “%s”. %s", f.Words, f.Says)
	}
	for _, result := range answer.Results {
		w.line("%s  %-12s  %s", result.ID, result.Kind, result.Title)
		if result.Snippet != "" {
			w.line("              %s", result.Snippet)
		}
	}
	w.line("%s", count(answer.Total, "result", "results"))
	if answer.signs {
		w.line("Only letters and digits are searched for. Signs and emoji are not.")
	}
	if answer.Meaning != "" {
		w.line("Searched for %s.", answer.Meaning)
	}
	for _, other := range answer.Also {
		w.line("Also looked for %s, as %s is called.", quotedList(other.Names), other.Name)
	}
	for _, word := range answer.Missing {
		if len(word.Nearest) > 0 {
			w.line("“%s” occurs nowhere. Near it: %s", word.Word, strings.Join(word.Nearest, ", "))
		} else {
			w.line("“%s” occurs nowhere.", word.Word)
		}
	}
	for _, value := range answer.Unknown {
		if len(value.Nearest) > 0 {
			w.line("Nothing that %s: asks for is called “%s”. Near it: %s", value.Field, value.Value, strings.Join(value.Nearest, ", "))
		} else {
			w.line("Nothing that %s: asks for is called “%s”.", value.Field, value.Value)
		}
	}
	for _, part := range answer.Drop {
		w.line("Without “%s”: %s", part.Part, count(part.Found, "result", "results"))
	}
	if answer.Facets != nil {
		answer.Facets.write(w)
	}
}

func quotedList(names []string) string { return "“" + strings.Join(names, "”, “") + "”" }

func (f *facets) write(w *page) {
	for _, some := range []struct {
		name    string
		tallies []tally
	}{
		{"Kinds", f.Kinds},
		{"Sources", f.Sources},
		{"Months", f.Months},
		{"People", f.People},
		{"Organisations", f.Organisations},
		{"Places", f.Places},
		{"Events", f.Events},
		{"Tags", f.Tags},
		{"Colours", f.Colours},
	} {
		var said []string
		for _, one := range some.tallies {
			said = append(said, fmt.Sprintf("%s %d", one.Value, one.Count))
		}
		if len(said) > 0 {
			w.line("%s: %s", some.name, strings.Join(said, ", "))
		}
	}
}

// faultWords say what is wrong in a query.
func faultWords(f query.Fault) string {
	switch f.Wrong {
	case query.OpenQuote:
		return "The quotation mark is not closed."
	case query.OpenBracket:
		return "The bracket is not closed."
	case query.NoBracket:
		return "There is no bracket that this one closes."
	case query.LonelyOr:
		return "OR stands between two words."
	case query.NoValue:
		return fmt.Sprintf("Write what %s: is to be, without a space.", f.Name)
	case query.NoField:
		return fmt.Sprintf("There is no %s:, so it was searched as words. There are %s.", f.Name, strings.Join(fieldNames(), ", "))
	case query.NoDate:
		return "That is no date. Write one as 2023-04-22, 2023-04 or 2023."
	case query.NoSuchValue:
		return fmt.Sprintf("%s: can be %s.", f.Name, strings.Join(query.Values(f.Name), ", "))
	case query.NearNeeds:
		return "Write two words or more: near(kenya police, 5)."
	case query.NearNumber:
		return "How many words may stand between is a number, as in near(kenya police, 5). It was taken for 10."
	case query.NearSame:
		return "near( ) does not tell whether a word stands several times. It was searched once."
	case query.NearComma:
		return "A comma stands before how many words may stand between: near(kenya police, 5). It was taken for 10."
	case query.LonelyNot:
		return "What is not wanted stands right behind it: -court, NOT court."
	case query.LostStar:
		return "A star stands at the end of a word or phrase, and not in near( ): polic*, \"security coun*\"."
	}
	return fmt.Sprintf("A query has at most %d bytes and %d parts; the rest was not searched for.", query.MaxBytes, query.MaxTerms)
}

func fieldNames() []string {
	var names []string
	for _, field := range query.Fields {
		names = append(names, string(field)+":")
	}
	return names
}

func (cmd *searchCommand) export(c *call, form notes.ExportForm, source string, filter notes.SearchFilter) error {
	var out bytes.Buffer
	exported, err := c.book.ExportSearch(c.ctx, &out, source, filter, form, nil)
	if err != nil {
		return err
	}
	answer := struct {
		File    string `json:"file"`
		Results int    `json:"results"`
	}{cmd.Output, exported}
	return c.save(cmd.saving, out.Bytes(), answer, count(exported, "result was", "results were"))
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
