package desktop

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
)

// exportSearch asks for a file and writes what a query finds to it; the ending of
// its name says in which form.
func (w *window) exportSearch(query string, filter notes.SearchFilter) {
	name := lang.X("exportSearch.file", "results") + " " + time.Now().Format("2006-01-02 150405") + ".csv"
	w.askFile(lang.X("exportSearch.title", "Export these results"), lang.X("exportSearch.help",
		"All results, not only those in sight: .csv for a spreadsheet, .md for Markdown, .json for programs."),
		filepath.Join(w.backups, name), lang.X("export.do", "Export"), func(file string) {
			w.long(lang.X("export.begins", "Exporting…"), func(ctx context.Context) (string, error) {
				count, err := w.writeSearch(ctx, query, filter, file)
				return lang.XN("exportSearch.done", "{{.N}} results were written to {{.File}}", count, map[string]any{"N": count, "File": file}), err
			})
		})
}

func (w *window) writeSearch(ctx context.Context, query string, filter notes.SearchFilter, file string) (int, error) {
	form := notes.CSV
	switch strings.ToLower(filepath.Ext(file)) {
	case ".md", ".markdown":
		form = notes.Markdown
	case ".json":
		form = notes.JSON
	}
	var count int
	err := writeNew(file, func(out io.Writer) (err error) {
		count, err = w.s.Book.ExportSearch(ctx, out, query, filter, form, nil)
		return err
	})
	return count, err
}

// writeNew writes a file that does not exist yet; what failed is taken away.
func writeNew(file string, write func(io.Writer) error) error {
	out, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	if err = errors.Join(write(out), out.Close()); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", file, err), os.Remove(file))
	}
	return nil
}

// saveFile asks for a file and writes to it what a page prepares.
func (w *window) saveFile(saving session.Saving) {
	ending := filepath.Ext(saving.Name)
	name := strings.TrimSuffix(saving.Name, ending) + " " + time.Now().Format("2006-01-02 150405") + ending
	w.askFile(saving.Title, saving.Help, filepath.Join(w.backups, name), lang.X("sheet.save", "Save"), func(file string) {
		write, err := saving.Prepare(strings.ToLower(filepath.Ext(file)))
		if err != nil {
			w.s.Fail(err)
			return
		}
		w.long(lang.X("save.begins", "Writing…"), func(context.Context) (string, error) {
			return lang.X("save.done", "Saved as {{.File}}", map[string]any{"File": file}), writeNew(file, write)
		})
	})
}
