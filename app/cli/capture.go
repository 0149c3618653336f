package cli

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/compare"
	"cuttings/notes/text"
)

// captureCommand captures an article again.
type captureCommand struct {
	Article string `arg:"" help:"The article: its ID or title."`
	From    string `arg:"" optional:"" help:"A file or an address to read it from, instead of its own address."`
	Force   bool   `help:"Keep what comes even if it does not look like the article."`
}

// Help is the longer help.
func (captureCommand) Help() string {
	return `What comes is added beside the captures before, which stay. Highlights are carried to it; those whose words are gone wait to be placed by hand ("list orphans"). A page that is clearly not the article replaces nothing.`
}

// Run captures.
func (cmd *captureCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	article, err := c.item(cmd.Article, notes.KindArticle)
	if err != nil {
		return err
	}
	collector := c.env.Collector()
	var input notes.Input
	if cmd.From != "" {
		inputs, err := c.inputs(collector, []string{cmd.From})
		if err != nil {
			return err
		}
		if len(inputs) != 1 {
			return sayf("An article is captured from one file or address; “%s” has %s.", cmd.From, count(len(inputs), "file", "files"))
		}
		input = inputs[0]
	}
	result, err := c.book.Recapture(c.ctx, collector, article.ID, input, cmd.Force)
	if errors.Is(err, notes.ErrUnlike) {
		return sayf("%s --force keeps it all the same.", sentence(err))
	}
	if err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	answer := struct {
		Article  notes.ID     `json:"article"`
		Capture  notes.ID     `json:"capture"`
		Status   notes.Status `json:"status"`
		Placed   int          `json:"placed"`
		Changed  int          `json:"changed"`
		Orphaned int          `json:"orphaned"`
	}{article.ID, notes.ID(result.Capture.ID), notes.StatusAdded, result.Placed, result.Changed, result.Orphaned}
	if result.Same {
		answer.Status = notes.StatusDuplicate
	}
	return c.answer(answer, func(w *page) {
		if result.Same {
			w.line("unchanged  %s  %s", answer.Capture, article.Title)
			return
		}
		w.line("captured  %s  %s", answer.Capture, article.Title)
		w.line("  %s placed, %d of them with changed words, %d to be placed by hand",
			count(result.Placed, "highlight", "highlights"), result.Changed, result.Orphaned)
	})
}

// compareCommand tells what changed between two captures.
type compareCommand struct {
	Article string `arg:"" help:"The article: its ID or title."`
	Was     string `help:"The older capture; the last but one if left out." placeholder:"ID"`
	Is      string `help:"The newer capture; the last if left out." placeholder:"ID"`
}

// difference is a paragraph in two captures as JSON has it.
type difference struct {
	Kind compare.Kind `json:"kind"`
	Was  string       `json:"was,omitempty"`
	Is   string       `json:"is,omitempty"`
	Gone []string     `json:"gone,omitempty"`
	Come []string     `json:"come,omitempty"`
}

// Run compares.
func (cmd *compareCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	article, err := c.item(cmd.Article, notes.KindArticle)
	if err != nil {
		return err
	}
	was, err := captureID(cmd.Was)
	if err != nil {
		return err
	}
	is, err := captureID(cmd.Is)
	if err != nil {
		return err
	}
	found, err := c.book.Compare(c.ctx, article.ID, was, is)
	if errors.Is(err, notes.ErrInvalid) {
		return sayf("“%s” has one capture only, so there is nothing to compare.", article.Title)
	}
	if errors.Is(err, notes.ErrNotFound) {
		return noCapture(article)
	}
	if err != nil {
		return err
	}
	answer := struct {
		Article    notes.ID     `json:"article"`
		Was        notes.ID     `json:"was"`
		Is         notes.ID     `json:"is"`
		Highlights []passage    `json:"highlights"`
		Changes    []difference `json:"changes"`
	}{article.ID, notes.ID(found.Old.ID), notes.ID(found.New.ID), []passage{}, []difference{}}
	for _, highlight := range found.Highlights {
		answer.Highlights = append(answer.Highlights, passageOf(highlight, found.Was).placed(found.Placements[highlight.ID]))
	}
	for _, change := range found.Changes {
		if change.Kind != compare.Same {
			answer.Changes = append(answer.Changes, difference{
				change.Kind, found.Was.Slice(change.Was), found.Is.Slice(change.Is), quotes(found.Was, change.Gone), quotes(found.Is, change.Come),
			})
		}
	}
	return c.answer(answer, func(w *page) {
		w.line("%s  from %s to %s", article.Title, found.Old.Captured.Format(time.DateTime), found.New.Captured.Format(time.DateTime))
		w.section("Highlights in what changed", len(answer.Highlights))
		for _, highlight := range answer.Highlights {
			w.passage(highlight)
		}
		w.section("Changed paragraphs", len(answer.Changes))
		for _, change := range answer.Changes {
			if change.Was != "" {
				w.line("- %s", strings.ReplaceAll(change.Was, "\n", "\n  "))
			}
			if change.Is != "" {
				w.line("+ %s", strings.ReplaceAll(change.Is, "\n", "\n  "))
			}
		}
	})
}

// noCapture says that an article has not the capture that was asked for.
func noCapture(article notes.Item) error {
	return sayf("“%s” has no such capture. \"cuttings show %s --json\" lists those it has.", article.Title, article.ID)
}

func captureID(words string) (notes.CaptureID, error) {
	if words == "" {
		return 0, nil
	}
	id, err := notes.ParseID(words)
	if err != nil {
		return 0, usagef("“%s” is not the ID of a capture.", words)
	}
	return notes.CaptureID(id), nil
}

func quotes(t text.Text, ranges []text.Range) []string {
	var all []string
	for _, r := range ranges {
		all = append(all, t.Slice(r))
	}
	return all
}

// joinCommand makes one highlight of several.
type joinCommand struct {
	IDs []string `arg:"" name:"id" help:"The highlights, two at least, of one article."`
}

// Run joins.
func (cmd *joinCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	var ids []notes.ID
	for _, words := range cmd.IDs {
		item, err := c.item(words, notes.KindHighlight)
		if err != nil {
			return err
		}
		ids = append(ids, item.ID)
	}
	kept, err := c.book.JoinHighlights(c.ctx, ids)
	if errors.Is(err, notes.ErrInvalid) {
		return sayf("To join, give two or more highlights that stand in one article.")
	}
	if err != nil {
		return err
	}
	after, err := c.named(kept)
	if err != nil {
		return err
	}
	return c.answer(after, func(w *page) { w.line("joined  %s", after.words()) })
}

// splitCommand parts a highlight in two.
type splitCommand struct {
	ID       string   `arg:"" name:"id" help:"The highlight, or the entity."`
	Before   string   `help:"Of a highlight: the words with which the second part begins." placeholder:"TEXT"`
	Articles []string `name:"article" sep:"none" help:"Of an entity: an article in which the words mean another; can be repeated." placeholder:"ID"`
	Words    string   `help:"The words; the entity's name if they are left out." placeholder:"TEXT"`
	To       string   `help:"The other entity." placeholder:"ID"`
	Name     string   `help:"The name of a new entity, in place of --to." placeholder:"NAME"`
}

// Run splits.
func (cmd *splitCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	item, err := c.item(cmd.ID, append([]notes.Kind{notes.KindHighlight}, notes.Entities...)...)
	if err != nil {
		return err
	}
	if item.Kind.IsEntity() {
		return cmd.divide(c, item)
	}
	if cmd.Before == "" {
		return usagef("Say with --before where the second part of the highlight begins.")
	}
	highlight, err := c.book.Highlight(c.ctx, item.ID)
	if err != nil {
		return fmt.Errorf("read highlight %s: %w", item.ID, err)
	}
	reading, err := c.book.Read(c.ctx, highlight.Article)
	if err != nil {
		return err
	}
	at := -1
	for _, one := range reading.Highlights {
		if one.ID != item.ID {
			continue
		}
		places, err := anchor.Locate(reading.Text.Slice(one.Range), anchor.Quote{Exact: cmd.Before})
		if err != nil || len(places) != 1 || places[0].Start == 0 {
			return sayf("Those words are not within the highlight, or stand in it more than once.")
		}
		at = one.Start + places[0].Start
	}
	if at < 0 {
		return sayf("The highlight waits to be placed in the article as it is now.")
	}
	second, err := c.book.SplitHighlight(c.ctx, item.ID, at)
	if err != nil {
		return err
	}
	answer := struct {
		First  notes.ID `json:"first"`
		Second notes.ID `json:"second"`
	}{item.ID, second}
	return c.answer(answer, func(w *page) { w.line("split  %s and %s", answer.First, answer.Second) })
}

// colourCommand shows or names the colours of highlights.
type colourCommand struct {
	Colour  string  `arg:"" optional:"" help:"yellow, green, blue, red or violet; all are shown if left out."`
	Meaning *string `arg:"" optional:"" help:"What it stands for, such as claim or doubt; empty for nothing."`
}

// Run shows or names.
func (cmd *colourCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	if cmd.Meaning != nil {
		if err := c.book.NameColour(c.ctx, notes.Colour(cmd.Colour), *cmd.Meaning); err != nil {
			return err
		}
	}
	meanings, err := c.book.Meanings(c.ctx)
	if err != nil {
		return fmt.Errorf("read what the colours mean: %w", err)
	}
	type colour struct {
		Colour  notes.Colour `json:"colour"`
		Meaning string       `json:"meaning"`
	}
	answer := struct {
		Colours []colour `json:"colours"`
	}{}
	for _, one := range notes.Colours {
		if cmd.Colour == "" || cmd.Colour == string(one) {
			answer.Colours = append(answer.Colours, colour{one, meanings[one]})
		}
	}
	if len(answer.Colours) == 0 {
		return usagef("A colour is yellow, green, blue, red or violet, not “%s”.", cmd.Colour)
	}
	return c.answer(answer, func(w *page) {
		for _, one := range answer.Colours {
			w.line("%-7s %s", one.Colour, one.Meaning)
		}
	})
}
