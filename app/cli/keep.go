package cli

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// checkCommand proves that the archive is whole.
type checkCommand struct{}

// Run checks; problems are a failure.
func (checkCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	problems, err := c.book.Check(c.ctx, c.progress("checking"))
	if err != nil {
		return fmt.Errorf("check the archive: %w", err)
	}
	answer := struct {
		OK       bool     `json:"ok"`
		Problems []string `json:"problems"`
	}{len(problems) == 0, append([]string{}, problems...)}
	err = c.answer(answer, func(w *page) {
		for _, problem := range problems {
			w.line("%s", problem)
		}
		if answer.OK {
			w.line("The archive is whole.")
		}
	})
	if err != nil || answer.OK {
		return err
	}
	return sayf("The archive has %s.", count(len(problems), "problem", "problems"))
}

// backupCommand copies the archive.
type backupCommand struct {
	File string `arg:"" help:"The file to write; there must be none yet."`
}

// Run writes the copy.
func (cmd *backupCommand) Run(c *call) error {
	if err := absent(cmd.File); err != nil {
		return err
	}
	if err := c.open(existing); err != nil {
		return err
	}
	if err := c.book.Backup(c.ctx, cmd.File); err != nil {
		return unwritable(cmd.File, err)
	}
	answer := struct {
		File string `json:"file"`
	}{cmd.File}
	return c.answer(answer, func(w *page) { w.line("copied to %s", cmd.File) })
}

// rebuildCommand makes derived data anew.
type rebuildCommand struct {
	All bool `help:"Read all articles for suggestions too that were not read yet."`
}

// Help is the longer help.
func (rebuildCommand) Help() string {
	return "Suggestions are left as they are. Articles that were not read for suggestions are read by the window or by \"cuttings suggest\", and here with --all; that takes minutes for a large archive, and can be stopped at any time."
}

// Run rebuilds.
func (cmd *rebuildCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	switch err := c.book.Rebuild(c.ctx, c.progress("rebuilding")); {
	case errors.Is(err, context.Canceled):
		return sayf("Stopped halfway. Nothing is lost, and all is found as before.")
	case err != nil:
		return fmt.Errorf("rebuild: %w", err)
	}
	if cmd.All {
		if err := c.read(); err != nil {
			return err
		}
	}
	articles, err := c.book.AllArticles(c.ctx)
	if err != nil {
		return fmt.Errorf("count the articles: %w", err)
	}
	answer := struct {
		Articles int `json:"articles"`
	}{len(articles)}
	return c.answer(answer, func(w *page) {
		w.line("search tables, links and mentions of %s were made anew", count(answer.Articles, "article", "articles"))
	})
}

// generateCommand makes a practice archive.
type generateCommand struct {
	File     string  `arg:"" help:"The archive to make; there must be no such file yet."`
	Articles atLeast `least:"0" most:"10000000" required:"" help:"How many articles it holds." placeholder:"N"`
	Entities atLeast `least:"0" most:"10000000" required:"" help:"How many people, organisations, places and events." placeholder:"N"`
	Seed     atLeast `least:"0" most:"9223372036854775807" default:"1" help:"The same seed makes the same texts." placeholder:"N"`
}

// Help is the longer help.
func (generateCommand) Help() string {
	return "The articles are made of invented words in which the entities are named. The same numbers and seed make the same texts, names and dates."
}

// Run generates.
func (cmd *generateCommand) Run(c *call) error {
	if err := absent(cmd.File); err != nil {
		return err
	}
	started := time.Now()
	size := Size{Articles: int(cmd.Articles), Entities: int(cmd.Entities), Seed: uint64(cmd.Seed)}
	switch err := c.env.Generate(c.ctx, cmd.File, size, c.progress("generating")); {
	case errors.Is(err, context.Canceled):
		return sayf("Stopped. Nothing is left of “%s”.", cmd.File)
	case err != nil:
		return unwritable(cmd.File, err)
	}
	answer := struct {
		File     string  `json:"file"`
		Articles int     `json:"articles"`
		Entities int     `json:"entities"`
		Took     float64 `json:"took_ms"`
	}{cmd.File, size.Articles, size.Entities, milliseconds(time.Since(started))}
	return c.answer(answer, func(w *page) {
		w.line("made %s with %s and %s", cmd.File, count(size.Articles, "article", "articles"), count(size.Entities, "entity", "entities"))
	})
}

// milliseconds returns a duration to a thousandth of one.
func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
