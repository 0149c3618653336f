package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"cuttings/notes"
	"cuttings/notes/annotation"
)

// annotationsCommand brings annotations in and out.
type annotationsCommand struct {
	Import importAnnotations `cmd:"" help:"Bring in annotations: W3C JSON-LD, or what the API of Hypothesis returns."`
	Export exportAnnotations `cmd:"" help:"Write highlights as W3C Web Annotation JSON-LD."`
}

// importAnnotations keeps the annotations of a file.
type importAnnotations struct {
	File    string `arg:"" help:"The file, or - for standard input."`
	Article string `help:"The article they are all about; without it each is kept with the article that has its address." placeholder:"ID"`
}

// Help is the longer help.
func (importAnnotations) Help() string {
	return `Highlights are placed by their words, and by position where that is given. One whose words are not found is kept too and waits to be placed ("list orphans"). Annotations of a whole page become notes, replies go into the comment they answer. What was imported before is left alone. All can be undone together.`
}

// annotationLine is what became of an annotation as JSON has it.
type annotationLine struct {
	Annotation string       `json:"annotation"`
	ID         notes.ID     `json:"id"`
	Article    notes.ID     `json:"article"`
	Status     notes.Status `json:"status"`
	Words      string       `json:"words"`
	Error      string       `json:"error,omitempty"`
}

// Run imports.
func (cmd *importAnnotations) Run(c *call) error {
	file, err := c.readAnnotations(cmd.File)
	if err != nil {
		return err
	}
	all, problems, err := annotation.Parse(file)
	switch {
	case errors.Is(err, annotation.ErrTooLarge):
		return sayf("“%s” is too large: at most %d MB of annotations are read.", cmd.File, annotation.MaxBytes>>20)
	case err != nil:
		why := strings.TrimSuffix(err.Error(), ": "+annotation.ErrNotAnnotations.Error())
		return sayf("“%s” is not a file of W3C or Hypothesis annotations: %s.", cmd.File, why)
	}
	if err := c.open(existing); err != nil {
		return err
	}
	var article notes.Item
	if cmd.Article != "" {
		if article, err = c.item(cmd.Article, notes.KindArticle); err != nil {
			return err
		}
	}
	results, err := c.book.ImportAnnotations(c.ctx, all, article.ID)
	if err != nil {
		return err
	}
	answer := struct {
		Annotations []annotationLine `json:"annotations"`
	}{[]annotationLine{}}
	failed := 0
	for _, r := range results {
		line := annotationLine{Annotation: r.Annotation, ID: r.ID, Article: r.Article, Status: r.Status, Words: r.Words}
		if r.Status == notes.StatusFailed {
			failed++
			line.Error = reasonOf(r.Err)
		}
		answer.Annotations = append(answer.Annotations, line)
	}
	for _, p := range problems {
		failed++
		answer.Annotations = append(answer.Annotations, annotationLine{Annotation: fmt.Sprintf("number %d", p.Number), Status: notes.StatusFailed, Error: p.Reason})
	}
	err = c.answer(answer, func(w *page) {
		for _, line := range answer.Annotations {
			w.line("%s", line.line())
		}
		if len(answer.Annotations) == 0 {
			w.line("There are no annotations in it.")
		}
	})
	if err == nil && failed > 0 {
		return sayf("%d of %d could not be imported.", failed, len(answer.Annotations))
	}
	return err
}

// reasonOf says why an annotation failed, without the name of the error.
func reasonOf(err error) string {
	words := err.Error()
	for _, known := range []error{notes.ErrNotFound, notes.ErrInvalid} {
		if tail := ": " + known.Error(); errors.Is(err, known) && len(words) > len(tail) && words[len(words)-len(tail):] == tail {
			words = words[:len(words)-len(tail)]
		}
	}
	return ended(firstUpper(words))
}

func (line annotationLine) line() string {
	switch line.Status {
	case notes.StatusAdded:
		return fmt.Sprintf("added         %s  “%s”", line.ID, line.Words)
	case notes.StatusOrphan:
		return fmt.Sprintf("to be placed  %s  “%s”", line.ID, line.Words)
	case notes.StatusNote:
		return fmt.Sprintf("note          %s  %s", line.ID, line.Words)
	case notes.StatusReply:
		return fmt.Sprintf("reply         %s  %s", line.ID, line.Words)
	case notes.StatusDuplicate:
		return fmt.Sprintf("already here  %s  %s", line.ID, line.Words)
	}
	return fmt.Sprintf("failed        %s: %s", line.Annotation, line.Error)
}

// readAnnotations reads the bytes of a file, one more than are allowed.
func (c *call) readAnnotations(name string) ([]byte, error) {
	from := c.env.Stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("read annotations: %w", err)
		}
		defer file.Close()
		from = file
	}
	read, err := io.ReadAll(io.LimitReader(from, annotation.MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read annotations: %w", err)
	}
	return read, nil
}

// exportAnnotations writes the highlights of articles.
type exportAnnotations struct {
	Names []string `arg:"" name:"article… file" help:"The articles, all if none is named, and last the file to write, or - for standard output."`
}

// Run exports.
func (cmd *exportAnnotations) Run(c *call) error {
	file := cmd.Names[len(cmd.Names)-1]
	if file != "-" {
		if err := absent(file); err != nil {
			return err
		}
	}
	if err := c.open(existing); err != nil {
		return err
	}
	if _, err := c.book.Resolve(c.ctx, file, notes.KindArticle); err == nil {
		return usagef("“%s” is an article; name the file to write behind it.", file)
	}
	var ids []notes.ID
	for _, words := range cmd.Names[:len(cmd.Names)-1] {
		item, err := c.item(words, notes.KindArticle)
		if err != nil {
			return err
		}
		ids = append(ids, item.ID)
	}
	all, err := c.book.ExportAnnotations(c.ctx, ids...)
	if err != nil {
		return err
	}
	written, err := annotation.Write(all)
	if err != nil {
		return err
	}
	if file == "-" {
		if _, err := c.env.Stdout.Write(written); err != nil {
			return fmt.Errorf("write the annotations: %w", err)
		}
		return nil
	}
	if err := writeNew(file, written); err != nil {
		return err
	}
	answer := struct {
		File        string `json:"file"`
		Annotations int    `json:"annotations"`
	}{file, len(all)}
	return c.answer(answer, func(w *page) { w.line("%s written to %s", count(len(all), "annotation was", "annotations were"), file) })
}
