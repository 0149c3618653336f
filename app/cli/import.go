package cli

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"cuttings/notes"
)

// maxStdin bounds what is read from standard input, in bytes: one more than a
// collector takes, so that it says what is wrong.
const maxStdin = 64<<20 + 1

// importCommand collects articles.
type importCommand struct {
	Paths []string `arg:"" name:"path" help:"A file, a folder, an address (https://…), or - for standard input."`
}

// Help is the longer help.
func (importCommand) Help() string {
	return `Reads .txt, .md, .html and saved pages (.mhtml), folders with all below them, and addresses. What is in the archive already is not added again. One that fails does not stop the others; the exit code is then 1. Ctrl+C stops; what came in until then stays.`
}

// collected is one line of the report.
type collected struct {
	ID     notes.ID     `json:"id"`
	Title  string       `json:"title"`
	Status notes.Status `json:"status"`
	Error  string       `json:"error,omitempty"`
	Name   string       `json:"name"`
}

// Run collects and reports on each input.
func (cmd *importCommand) Run(c *call) error {
	if err := c.begin(); err != nil {
		return err
	}
	collector := c.env.Collector()
	inputs, err := c.inputs(collector, cmd.Paths)
	if err != nil {
		return err
	}
	if len(inputs) == 0 && !c.json {
		return c.write("There is nothing in it to collect.\n")
	}
	report := struct {
		Articles []collected `json:"articles"`
	}{[]collected{}}
	failed, stopped := 0, 0
	var writing error
	c.book.Collect(c.ctx, collector, inputs, notes.CollectOptions{Inbox: true}, func(done, total int, last notes.Collected) {
		line := reported(last)
		report.Articles = append(report.Articles, line)
		switch last.Status {
		case notes.StatusFailed:
			failed++
		case notes.StatusCancelled:
			stopped++
		}
		if !c.json {
			c.undraw()
			writing = errors.Join(writing, c.write(line.words()))
		}
		if show := c.progress("importing"); show != nil && done < total {
			show(done, total)
		}
	})
	c.undraw()
	if c.json {
		writing = c.writeJSON(report)
	}
	switch {
	case writing != nil:
		return writing
	case stopped > 0:
		return sayf("Stopped. %s not read; what came in before stays.", count(stopped, "input was", "inputs were"))
	}
	if err := c.settle(); err != nil {
		return err
	}
	if failed > 0 {
		return sayf("%d of %d could not be collected.", failed, len(inputs))
	}
	return nil
}

// inputs turns the arguments into inputs, in their order.
func (c *call) inputs(collector notes.Collector, paths []string) ([]notes.Input, error) {
	var inputs []notes.Input
	for _, path := range paths {
		if err := collectable(path); err != nil {
			return nil, err
		}
	}
	for _, path := range paths {
		if path == "-" {
			data, err := io.ReadAll(io.LimitReader(c.env.Stdin, maxStdin))
			if err != nil {
				return nil, fmt.Errorf("read standard input: %w", err)
			}
			inputs = append(inputs, notes.Input{Data: data, Name: "standard input"})
			continue
		}
		found, err := collector.Expand(c.ctx, []string{path})
		if err != nil {
			return nil, fmt.Errorf("look through %s: %w", path, err)
		}
		inputs = append(inputs, found...)
	}
	return inputs, nil
}

// collectable refuses what can be neither a path nor an address, before anything
// is read: no words would be the folder one is in.
func collectable(path string) error {
	scheme, _, address := strings.Cut(path, "://")
	there, _ := exists(path)
	switch {
	case path == "":
		return usagef("Give a file, a folder or an address; there are no words in one of those given.")
	case address && !there && !strings.EqualFold(scheme, "http") && !strings.EqualFold(scheme, "https"):
		return usagef("“%s” cannot be fetched; an address begins with https:// or http://.", path)
	}
	return nil
}

// reported describes what became of an input. One that was not read because
// the person stopped counts as failed, with the reason.
func reported(c notes.Collected) collected {
	line := collected{ID: c.ID, Title: c.Title, Status: c.Status, Name: c.Name}
	switch c.Status {
	case notes.StatusFailed:
		line.Error = sentence(c.Err)
	case notes.StatusCancelled:
		line.Status, line.Error = notes.StatusFailed, "Stopped before its turn."
	}
	return line
}

func (line collected) words() string {
	switch line.Status {
	case notes.StatusAdded:
		return fmt.Sprintf("added         %s  %s\n", line.ID, line.Title)
	case notes.StatusDuplicate:
		return fmt.Sprintf("already here  %s  %s\n", line.ID, line.Title)
	}
	return fmt.Sprintf("failed        %s: %s\n", line.Name, line.Error)
}

func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
