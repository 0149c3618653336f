package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/register"
)

// registerImport brings in a file of entities.
type registerImport struct {
	File string `arg:"" help:"A table (.csv), FollowTheMoney (.ftm.json) or GEDCOM (.ged)."`
}

// Help is the longer help.
func (registerImport) Help() string {
	return `Of a table, the columns kind, name, aliases, description, roles, date, place and participants are read. Several aliases, roles or participants are parted by bars: "Chair @ Org (2019–) | Member". A role is also read as "Title | Org | FROM | TO" where FROM or TO is a date; several of those are parted by semicolons. Participants are "Name: part".

What is in the archive already is not added again, but gets what it lacks. Every 500 entities are kept as one transaction, and all of the file are one step for undo. If the program is ended before all are in, what was kept stays, and the same command brings in the others.`
}

// Run brings it in.
func (cmd *registerImport) Run(c *call) error {
	in, err := os.Open(cmd.File)
	if err != nil {
		return fmt.Errorf("read %s: %w", cmd.File, err)
	}
	defer in.Close()
	if c.env.Terminal {
		c.draw("reading " + filepath.Base(cmd.File))
	}
	file, err := register.Read(filepath.Base(cmd.File), in, session.DayFirst())
	switch {
	case errors.Is(err, register.ErrNotRegister):
		return sayf("“%s” is not a file of people, organisations, places or events.", cmd.File)
	case errors.Is(err, register.ErrTooLarge):
		return sayf("“%s” is too large. Divide it, and bring in the parts.", cmd.File)
	case err != nil:
		return err
	}
	if err := c.begin(); err != nil {
		return err
	}
	registered, err := c.register(file)
	if err != nil {
		return err
	}
	err = c.settle()
	if errors.Is(err, context.Canceled) {
		return sayf("Stopped. All of the file is in; where it is named is found by the window, or by the next command that changes something.")
	}
	if err != nil {
		return err
	}
	return c.registered(file, registered)
}

// register adds what a file holds; where that is stopped, it says what is in.
func (c *call) register(file register.File) ([]notes.Registered, error) {
	show := c.progress("bringing in names")
	in := 0
	registered, err := c.book.Register(c.ctx, file, func(done, total int) {
		in = done
		if show != nil {
			show(done, total)
		}
	})
	if errors.Is(err, context.Canceled) {
		return nil, sayf("Stopped after %d of %d names, which stay. The same command brings in the others; \"cuttings undo\" takes these back.", in, len(file.Records))
	}
	if errors.Is(err, notes.ErrDiskFull) && in > 0 {
		return nil, sayf("The disk is full. %d of %d names are in, and stay. Make room; the same command brings in the others, \"cuttings undo\" takes these back.", in, len(file.Records))
	}
	return registered, err
}

func (c *call) registered(file register.File, all []notes.Registered) error {
	answer := registerReport{Failed: file.LeftOut, Entities: []registerEntry{}, Problems: []registerProblem{}, Left: []registerLeft{}}
	counts := map[notes.Status]int{}
	left := map[string]int{}
	for _, one := range all {
		counts[one.Status]++
		if one.Status == notes.StatusLeft {
			left[one.Record.Schema()]++
			continue
		}
		e := registerEntry{Kind: string(one.Record.Kind), Name: one.Record.Name, Status: string(one.Status), Line: one.Record.Line, Lost: one.Lost, Unsure: one.Unsure, Chosen: one.Chosen, Added: one.Added, Taken: one.Taken, Kept: one.Kept}
		if one.ID != 0 {
			e.ID = one.ID.String()
		}
		if one.Err != nil {
			answer.Failed++
			e.Error = sentence(one.Err)
		}
		answer.Entities = append(answer.Entities, e)
	}
	for _, schema := range slices.Sorted(maps.Keys(left)) {
		answer.Left = append(answer.Left, registerLeft{schema, left[schema]})
	}
	for _, p := range file.Problems {
		answer.Problems = append(answer.Problems, registerProblem{p.Line, p.Words, p.LeftOut})
	}
	err := c.answer(answer, func(w *page) { answer.write(w, counts) })
	if err == nil && answer.Failed > 0 {
		return sayf("%d could not be brought in.", answer.Failed)
	}
	return err
}

// registerReport says what became of a file of entities.
type registerReport struct {
	Entities []registerEntry   `json:"entities"`
	Left     []registerLeft    `json:"left_out"`
	Problems []registerProblem `json:"problems"`
	Failed   int               `json:"failed"` // entities, and rows of the file that are none
}

type registerEntry struct {
	ID     string `json:"id,omitempty"`
	Kind   string `json:"kind"`
	Name   string `json:"name"`
	Status string `json:"status"`
	Line   int    `json:"line"`
	Error  string `json:"error,omitempty"`

	Lost   []string `json:"lost,omitempty"`          // of an event: names of which there is no entity
	Unsure []string `json:"ambiguous,omitempty"`     // likewise: names that several have
	Chosen bool     `json:"chosen,omitempty"`        // several here have the name: the oldest was taken
	Added  []string `json:"added_aliases,omitempty"` // of one that was already here
	Taken  []string `json:"added,omitempty"`         // likewise: what else it lacked and got
	Kept   []string `json:"not_taken,omitempty"`     // likewise: what it has otherwise
}

// registerLeft counts what is no person, organisation, place or event.
type registerLeft struct {
	Schema string `json:"schema"`
	Count  int    `json:"count"`
}

type registerProblem struct {
	Line    int    `json:"line"` // 0 if it is about the file as a whole
	Words   string `json:"words"`
	LeftOut bool   `json:"left_out,omitempty"` // the row or line is in no entity
}

func (r registerReport) write(w *page, counts map[notes.Status]int) {
	if len(r.Entities)+len(r.Left)+len(r.Problems) == 0 {
		w.line("There are no entities in it.")
		return
	}
	w.line("%d added, %d already here, %d failed", counts[notes.StatusAdded], counts[notes.StatusDuplicate], r.Failed)
	if len(r.Left) > 0 {
		var schemata []string
		for _, left := range r.Left {
			schemata = append(schemata, fmt.Sprintf("%s (%d)", left.Schema, left.Count))
		}
		w.line("%d left out: %s. An archive holds people, organisations, places and events that have a name.",
			counts[notes.StatusLeft], strings.Join(schemata, ", "))
	}
	for _, e := range r.Entities {
		if e.Error != "" {
			w.line("  line %d: %s — %s", e.Line, e.Name, e.Error)
		}
		if e.Chosen {
			w.line("  line %d: %s — several here are called so, and it was taken for the oldest, %s; write the ID in a column “id” of a table to say which", e.Line, e.Name, e.ID)
		}
		if len(e.Lost) > 0 {
			w.line("  line %d: %s — nothing in the file or the archive is called %s, so that was left out", e.Line, e.Name, quotedList(e.Lost))
		}
		if len(e.Unsure) > 0 {
			w.line("  line %d: %s — several are called %s, and the oldest was taken; write the ID behind the name, as in “Name [ID]”, to say which", e.Line, e.Name, quotedList(e.Unsure))
		}
	}
	for _, e := range r.Entities {
		if len(e.Added) > 0 {
			w.line("  line %d: %s — already here; new aliases: %s", e.Line, e.Name, quotedList(e.Added))
		}
		if len(e.Taken) > 0 {
			w.line("  line %d: %s — already here; it had no %s, which came from the file", e.Line, e.Name, strings.Join(e.Taken, ", "))
		}
		if len(e.Kept) > 0 {
			w.line("  line %d: %s — already here with another %s; that of the file was not taken", e.Line, e.Name, strings.Join(e.Kept, ", "))
		}
	}
	for _, p := range r.Problems {
		if p.Line == 0 {
			w.line("  %s", p.Words)
			continue
		}
		w.line("  line %d: %s", p.Line, p.Words)
	}
}

// registerExport writes the entities to a file.
type registerExport struct {
	File  string   `arg:"" help:"The new file: .csv, .ftm.json or .ged."`
	Kinds []string `name:"kind" enum:"person,organisation,place,event" help:"Only this kind; can be repeated." placeholder:"KIND"`
}

// Run writes it.
func (cmd *registerExport) Run(c *call) error {
	format, ok := register.ByEnding(cmd.File)
	if !ok {
		return usagef("The name of the file ends in .csv, .ftm.json or .ged.")
	}
	if err := absent(cmd.File); err != nil {
		return err
	}
	if err := c.open(existing); err != nil {
		return err
	}
	var kinds []notes.Kind
	for _, kind := range cmd.Kinds {
		kinds = append(kinds, notes.Kind(kind))
	}
	var out bytes.Buffer
	written, left, err := c.book.ExportEntities(c.ctx, &out, format, kinds...)
	if err != nil {
		return err
	}
	if err := writeNew(cmd.File, out.Bytes()); err != nil {
		return err
	}
	answer := struct {
		File         string `json:"file"`
		Written      int    `json:"written"`
		Left         int    `json:"left_out"`
		Names        int    `json:"aliases_left_out,omitempty"` // of what is written
		Descriptions int    `json:"descriptions_left_out,omitempty"`
	}{cmd.File, written, left.Records, left.Names, left.Descriptions}
	return c.answer(answer, func(w *page) {
		w.line("%s written to %s", count(written, "entity was", "entities were"), cmd.File)
		if left.Records > 0 {
			w.line("%s no place in such a file.", count(left.Records, "has", "have"))
		}
		if left.Names > 0 {
			w.line("%s no place in it.", count(left.Names, "other name of a place, organisation or event has", "other names of places, organisations or events have"))
		}
		if left.Descriptions > 0 {
			w.line("%s no place in it.", count(left.Descriptions, "description of a place or organisation has", "descriptions of places or organisations have"))
		}
	})
}
