package notes

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"cuttings/notes/query"
)

// ExportForm is how the results of a search are written.
type ExportForm string

// The forms.
const (
	CSV      ExportForm = "csv"
	Markdown ExportForm = "markdown"
	JSON     ExportForm = "json"
)

// ExportForms are all of them.
var ExportForms = []ExportForm{CSV, Markdown, JSON}

// exportedResult is a result as it is written.
type exportedResult struct {
	ID      ID     `json:"id"`
	Kind    Kind   `json:"kind"`
	Title   string `json:"title"`
	Date    string `json:"date,omitempty"` // EDTF
	Byline  string `json:"byline,omitempty"`
	Source  string `json:"source,omitempty"`
	URL     string `json:"url,omitempty"`
	Snippet string `json:"snippet"`
}

// exportPage is how many results are read at once.
const exportPage = 200

// ExportSearch writes all that a query finds, and says how much that is.
func (n *Notebook) ExportSearch(ctx context.Context, out io.Writer, source string, filter SearchFilter, form ExportForm, report Progress) (int, error) {
	writer, err := newResultWriter(out, n.Understand(source), source, form)
	if err != nil {
		return 0, err
	}
	done := 0
	for {
		filter.Offset, filter.Limit = done, exportPage
		answer, err := n.Search(ctx, source, filter)
		if err != nil {
			return done, fmt.Errorf("export a search: %w", err)
		}
		for _, result := range answer.Results {
			exported, err := n.exportedResult(ctx, result)
			if err != nil {
				return done, fmt.Errorf("export result %s: %w", result.ID, err)
			}
			if err := writer.write(exported); err != nil {
				return done, fmt.Errorf("export a search: %w", err)
			}
		}
		done += len(answer.Results)
		if report != nil {
			report(done, answer.Total)
		}
		if len(answer.Results) < exportPage {
			return done, writer.end()
		}
	}
}

func (n *Notebook) exportedResult(ctx context.Context, result Result) (exportedResult, error) {
	exported := exportedResult{ID: result.ID, Kind: result.Kind, Title: result.Name, Snippet: result.Snippet}
	switch {
	case result.Article != 0:
		article, err := n.Article(ctx, result.Article)
		if err != nil {
			return exported, err
		}
		exported.Date, exported.Byline, exported.Source, exported.URL = article.Date, article.Byline, article.Source, article.URL
	case result.Kind == KindEvent:
		event, err := n.Entity(ctx, result.ID)
		if err != nil {
			return exported, err
		}
		exported.Date = event.Date
	}
	return exported, nil
}

// resultWriter writes results one after another.
type resultWriter struct {
	write func(exportedResult) error
	end   func() error
}

func newResultWriter(out io.Writer, q query.Query, source string, form ExportForm) (resultWriter, error) {
	switch form {
	case CSV:
		return csvResults(out)
	case Markdown:
		return markdownResults(out, q, source)
	case JSON:
		return jsonResults(out, source)
	}
	return resultWriter{}, fmt.Errorf("export as %q: %w", form, ErrInvalid)
}

func csvResults(out io.Writer) (resultWriter, error) {
	w := csv.NewWriter(out)
	err := w.Write([]string{"id", "kind", "title", "date", "byline", "source", "url", "snippet"})
	return resultWriter{
		write: func(r exportedResult) error {
			return w.Write([]string{r.ID.String(), string(r.Kind), inert(r.Title), r.Date, inert(r.Byline), inert(r.Source), inert(r.URL), inert(r.Snippet)})
		},
		end: func() error {
			w.Flush()
			return w.Error()
		},
	}, err
}

// inert keeps a spreadsheet from taking words of a web page for a formula.
func inert(words string) string {
	if words != "" && strings.ContainsRune("=+-@\t\r", rune(words[0])) {
		return "'" + words
	}
	return words
}

// literal keeps words from being taken for Markdown.
var literal = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`, "\n", " ")

func markdownResults(out io.Writer, q query.Query, source string) (resultWriter, error) {
	meaning := q.Meaning(query.English)
	_, err := fmt.Fprintf(out, "# %s\n\n%s\n", literal.Replace(source), literal.Replace(strings.ToUpper(meaning[:min(1, len(meaning))])+meaning[min(1, len(meaning)):]))
	return resultWriter{
		write: func(r exportedResult) error {
			title := literal.Replace(r.Title)
			if strings.HasPrefix(r.URL, "http://") || strings.HasPrefix(r.URL, "https://") {
				title = "[" + title + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(r.URL) + ">)"
			}
			var about []string
			for _, part := range []string{string(r.Kind), r.Byline, r.Source, r.Date} {
				if part != "" {
					about = append(about, literal.Replace(part))
				}
			}
			_, err := fmt.Fprintf(out, "\n## %s\n\n%s\n", title, strings.Join(about, " · "))
			if err == nil && r.Snippet != "" {
				_, err = fmt.Fprintf(out, "\n> %s\n", literal.Replace(r.Snippet))
			}
			return err
		},
		end: func() error { return nil },
	}, err
}

func jsonResults(out io.Writer, source string) (resultWriter, error) {
	encoded, err := json.Marshal(source)
	if err != nil {
		return resultWriter{}, err
	}
	_, err = fmt.Fprintf(out, `{"query":%s,"results":[`, encoded)
	first := true
	return resultWriter{
		write: func(r exportedResult) error {
			encoded, err := json.Marshal(r)
			if err != nil {
				return err
			}
			separator := ",\n"
			if first {
				first, separator = false, "\n"
			}
			_, err = fmt.Fprintf(out, "%s%s", separator, encoded)
			return err
		},
		end: func() error {
			_, err := fmt.Fprint(out, "\n]}\n")
			return err
		},
	}, err
}
