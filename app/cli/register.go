package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"cuttings/notes"
	"cuttings/notes/register"
)

// registerImport brings in a file of entities.
type registerImport struct {
	File string `arg:"" help:"A table (.csv), FollowTheMoney (.ftm.json) or GEDCOM (.ged)."`
}

// Run brings it in.
func (cmd *registerImport) Run(c *call) error {
	in, err := os.Open(cmd.File)
	if err != nil {
		return sayf("“%s” could not be read: %v.", cmd.File, notes.Cause(err))
	}
	defer in.Close()
	file, err := register.Read(filepath.Base(cmd.File), in)
	switch {
	case errors.Is(err, register.ErrNotRegister):
		return sayf("“%s” is not a file of people, organisations, places or events.", cmd.File)
	case errors.Is(err, register.ErrTooLarge):
		return sayf("“%s” is too large. Divide it, and bring in the parts.", cmd.File)
	case err != nil:
		return err
	}
	if err := c.open(fresh); err != nil {
		return err
	}
	registered, err := c.book.Register(c.ctx, file, c.progress("bringing in names"))
	if err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	return c.registered(file, registered)
}

func (c *call) registered(file register.File, all []notes.Registered) error {
	type entry struct {
		ID     string `json:"id,omitempty"`
		Kind   string `json:"kind"`
		Name   string `json:"name"`
		Status string `json:"status"`
		Line   int    `json:"line"`
		Error  string `json:"error,omitempty"`
	}
	type problem struct {
		Line  int    `json:"line"`
		Words string `json:"words"`
	}
	answer := struct {
		Entities []entry   `json:"entities"`
		Problems []problem `json:"problems"`
	}{[]entry{}, []problem{}}
	counts := map[notes.Status]int{}
	for _, one := range all {
		e := entry{Kind: string(one.Record.Kind), Name: one.Record.Name, Status: string(one.Status), Line: one.Record.Line}
		if one.ID != 0 {
			e.ID = one.ID.String()
		}
		if one.Err != nil {
			e.Error = sentence(one.Err)
		}
		counts[one.Status]++
		answer.Entities = append(answer.Entities, e)
	}
	for _, p := range file.Problems {
		answer.Problems = append(answer.Problems, problem{p.Line, p.Words})
	}
	err := c.answer(answer, func(w *page) {
		w.line("%d added, %d already here, %d failed", counts[notes.StatusAdded], counts[notes.StatusDuplicate], counts[notes.StatusFailed])
		for _, e := range answer.Entities {
			if e.Error != "" {
				w.line("  line %d: %s — %s", e.Line, e.Name, e.Error)
			}
		}
		for _, p := range answer.Problems {
			w.line("  line %d: %s", p.Line, p.Words)
		}
	})
	if err == nil && counts[notes.StatusFailed] > 0 {
		return sayf("%d could not be brought in.", counts[notes.StatusFailed])
	}
	return err
}

// registerExport writes the entities to a file.
type registerExport struct {
	File  string   `arg:"" help:"The new file: .csv, .ftm.json or .ged."`
	Kinds []string `name:"kind" enum:"person,organisation,place,event" help:"Only this kind; can be repeated." placeholder:"KIND"`
}

// Run writes it.
func (cmd *registerExport) Run(c *call) error {
	var format register.Format
	switch name := strings.ToLower(cmd.File); {
	case strings.HasSuffix(name, ".csv"):
		format = register.CSV
	case strings.HasSuffix(name, ".json"), strings.HasSuffix(name, ".jsonl"):
		format = register.FollowTheMoney
	case strings.HasSuffix(name, ".ged"):
		format = register.GEDCOM
	default:
		return usagef("The name of the file ends in .csv, .ftm.json or .ged.")
	}
	if err := c.open(existing); err != nil {
		return err
	}
	var kinds []notes.Kind
	for _, kind := range cmd.Kinds {
		kinds = append(kinds, notes.Kind(kind))
	}
	out, err := os.OpenFile(cmd.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return sayf("“%s” could not be written: %v.", cmd.File, notes.Cause(err))
	}
	written, left, err := c.book.ExportEntities(c.ctx, out, format, kinds...)
	if err = errors.Join(err, out.Close()); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", cmd.File, err), os.Remove(cmd.File))
	}
	answer := struct {
		File    string `json:"file"`
		Written int    `json:"written"`
		Left    int    `json:"left_out"`
	}{cmd.File, written, left}
	return c.answer(answer, func(w *page) {
		w.line("wrote  %d to %s", written, cmd.File)
		if left > 0 {
			w.line("%d have no place in such a file.", left)
		}
	})
}
