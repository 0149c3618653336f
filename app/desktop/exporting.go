package desktop

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
)

// searchForms are the forms of results by the endings of files.
var searchForms = map[string]notes.ExportForm{".csv": notes.CSV, ".md": notes.Markdown, ".markdown": notes.Markdown, ".json": notes.JSON}

// exportSearch asks for a file and writes what a query finds to it; the ending of
// its name says in which form.
func (w *window) exportSearch(query string, filter notes.SearchFilter) {
	name := lang.X("exportSearch.file", "results") + " " + time.Now().Format("2006-01-02 150405") + ".csv"
	w.askFile(fileAsked{
		title: lang.X("exportSearch.title", "Export these results"), confirm: lang.X("export.do", "Export"),
		help: lang.X("exportSearch.help",
			"All results, not only those in sight: .csv for a spreadsheet, .md for Markdown, .json for programs."),
		name: filepath.Join(w.backups, name), begins: lang.X("export.begins", "Exporting…"),
		check: func(file string) string {
			if _, ok := searchForm(file); !ok {
				return lang.X("exportSearch.ending", "Results can be written as .csv, .md or .json. Give the name one of these endings.")
			}
			return ""
		},
		do: func(ctx context.Context, file string) (string, error) {
			count, err := w.writeSearch(ctx, query, filter, file)
			return lang.XN("exportSearch.done", "{{.N}} results were written to {{.File}}", count, map[string]any{"N": count, "File": file}), err
		},
	})
}

func searchForm(file string) (form notes.ExportForm, ok bool) {
	form, ok = searchForms[strings.ToLower(filepath.Ext(file))]
	return form, ok
}

func (w *window) writeSearch(ctx context.Context, query string, filter notes.SearchFilter, file string) (int, error) {
	form, _ := searchForm(file)
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
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New(lang.X("fail.nofolder", "There is no such folder to write into."))
	case errors.Is(err, fs.ErrPermission):
		return errors.New(lang.X("fail.nowriting", "Cuttings may not write into that folder."))
	case err != nil:
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
	var write func(io.Writer) error
	w.askFile(fileAsked{
		title: saving.Title, help: saving.Help, name: filepath.Join(w.backups, name),
		confirm: lang.X("export.do", "Export"), begins: lang.X("save.begins", "Writing…"),
		check: func(file string) string {
			var err error
			if write, err = saving.Prepare(strings.ToLower(filepath.Ext(file))); err != nil {
				return session.Sentence(err)
			}
			return ""
		},
		do: func(_ context.Context, file string) (string, error) {
			return lang.X("save.done", "Saved as {{.File}}", map[string]any{"File": file}), writeNew(file, write)
		},
	})
}

// nearestFolder is a folder, or the nearest above it that is there.
func nearestFolder(folder string) string {
	for {
		info, err := os.Stat(folder)
		above := filepath.Dir(folder)
		if err == nil && info.IsDir() || above == folder {
			return folder
		}
		folder = above
	}
}
