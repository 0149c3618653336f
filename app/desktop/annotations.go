package desktop

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/marks"
	"cuttings/app/parts"
	"cuttings/app/sheet"
	"cuttings/notes"
	"cuttings/notes/annotation"
)

// exportHighlights asks for a file and writes highlights to it; all of the
// archive if none are given.
func (w *window) exportHighlights(ids []notes.ID) {
	name := lang.X("export.file", "highlights") + " " + time.Now().Format("2006-01-02 150405") + ".json"
	w.askFile(fileAsked{
		title: lang.X("export.title", "Export highlights"), confirm: lang.X("export.do", "Export"),
		help: lang.X("export.help",
			"W3C Web Annotation JSON-LD: quotations, positions, colours, comments, tags and times. Cuttings and other programs can read it."),
		name: filepath.Join(w.backups, name), begins: lang.X("export.begins", "Exporting…"),
		do: func(ctx context.Context, file string) (string, error) {
			count, err := w.writeHighlights(ctx, ids, file)
			return lang.XN("export.done", "{{.N}} highlights were written to {{.File}}", count, map[string]any{"N": count, "File": file}), err
		},
	})
}

func (w *window) writeHighlights(ctx context.Context, ids []notes.ID, file string) (int, error) {
	all, err := w.s.Book.ExportHighlights(ctx, ids)
	if len(ids) == 0 {
		all, err = w.s.Book.ExportAnnotations(ctx)
	}
	if err != nil {
		return 0, err
	}
	written, err := annotation.Write(all)
	if err != nil {
		return 0, err
	}
	return len(all), writeNew(file, func(out io.Writer) error {
		_, err := out.Write(written)
		return err
	})
}

// importAnnotations asks for a file and keeps the annotations in it.
func (w *window) importAnnotations() {
	w.askFile(fileAsked{
		title: lang.X("import.title", "Bring in annotations"), confirm: lang.X("import.do", "Bring in"),
		help: lang.X("import.help",
			"A file of W3C Web Annotations, or what the API of Hypothesis returns. Each is kept with the article that has its address; what cannot be placed waits in the inspector."),
		begins: lang.X("import.begins", "Bringing annotations in…"), do: w.readAnnotations,
	})
}

func (w *window) readAnnotations(ctx context.Context, file string) (string, error) {
	in, err := os.Open(file)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", file, err)
	}
	defer in.Close()
	read, err := io.ReadAll(io.LimitReader(in, annotation.MaxBytes+1))
	if err != nil {
		return "", fmt.Errorf("read %s: %w", file, err)
	}
	all, problems, err := annotation.Parse(read)
	if err != nil {
		return "", err
	}
	results, err := w.s.Book.ImportAnnotations(ctx, all, 0)
	if err != nil {
		return "", err
	}
	count := map[notes.Status]int{notes.StatusFailed: len(problems)}
	for _, r := range results {
		count[r.Status]++
	}
	return lang.X("import.done", "{{.Added}} highlights and notes came in, {{.Orphans}} wait to be placed, {{.Here}} were here already, {{.Failed}} could not be kept.", map[string]any{
		"Added": count[notes.StatusAdded] + count[notes.StatusNote] + count[notes.StatusReply], "Orphans": count[notes.StatusOrphan],
		"Here": count[notes.StatusDuplicate], "Failed": count[notes.StatusFailed],
	}), nil
}

// nameColours asks what the colours of highlights stand for.
func (w *window) nameColours() {
	w.s.Work.Latest("colours", func(ctx context.Context) (func(), error) {
		meanings, err := w.s.Book.Meanings(ctx)
		return func() { w.showColours(meanings) }, err
	}, w.s.Fail)
}

func (w *window) showColours(meanings map[notes.Colour]string) {
	form := &sheet.Sheet{Title: lang.X("colours.title", "What the colours stand for"), Confirm: lang.X("sheet.save", "Save"), Width: 380}
	column := parts.NewColumn(6)
	fields := make([]*parts.Field, 0, len(notes.Colours))
	for i, colour := range notes.Colours {
		field := parts.NewField(marks.ColourName(colour, nil) + lang.X("colours.example", ": a claim, a doubt …"))
		field.SetText(meanings[colour])
		form.Attach(field)
		fields = append(fields, field)
		if i == 0 {
			form.First = fyne.Focusable(field)
		}
		dot := parts.NewDot(string(colour))
		dot.Least = fyne.NewSquareSize(look.DotSize)
		column.Add(container.NewBorder(nil, nil, container.NewCenter(dot), nil, parts.NewInset(0, 0, 0, 10, field)))
	}
	form.Content = column
	form.Answer = func() string {
		w.s.Do(func(ctx context.Context) error {
			for i, colour := range notes.Colours {
				if typed := strings.TrimSpace(fields[i].Text); typed != meanings[colour] {
					if err := w.s.Book.NameColour(ctx, colour, typed); err != nil {
						return err
					}
				}
			}
			return nil
		})
		return ""
	}
	form.Show(w.s.Window)
}
