package cli

import (
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/fold"
)

// mergeCommand makes one entity of two.
type mergeCommand struct {
	Keep string `arg:"" help:"The entity that is kept."`
	Gone string `arg:"" help:"The one that goes into it; both names stay."`
	Name string `help:"What it is to be called." placeholder:"NAME"`
}

// Run merges.
func (cmd *mergeCommand) Run(c *call) error {
	kept, gone, err := c.two(cmd.Keep, cmd.Gone)
	if err != nil {
		return err
	}
	if kept.Kind != gone.Kind {
		return sayf("%s is %s, %s %s. Only two of one kind become one.", kept.Title, aKind(kept.Kind), gone.Title, aKind(gone.Kind))
	}
	var result notes.EntityUpdate
	if cmd.Name != "" {
		result.Name = &cmd.Name
	}
	if err := c.book.Merge(c.ctx, kept.ID, gone.ID, result); err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	item, err := c.named(kept.ID)
	if err != nil {
		return err
	}
	answer := struct {
		named
		Merged notes.ID `json:"merged"`
	}{item, gone.ID}
	return c.answer(answer, func(w *page) { w.line("merged  %s  %s into %s  %s", gone.ID, gone.Title, item.ID, item.Name) })
}

// two opens the archive and finds two entities.
func (c *call) two(first, second string) (a, b notes.Item, err error) {
	if err := c.open(existing); err != nil {
		return a, b, err
	}
	if a, err = c.item(first, notes.Entities...); err != nil {
		return a, b, err
	}
	if b, err = c.item(second, notes.Entities...); err == nil && a.ID == b.ID {
		err = sayf("“%s” and “%s” are one already: %s.", first, second, a.ID)
	}
	return a, b, err
}

// partCommand takes a merge back, or tells two entities apart.
type partCommand struct {
	Gone string `arg:"" help:"The entity that went into another, by its ID; or one of two."`
	From string `arg:"" optional:"" help:"The other of two that are not one: it is not asked again."`
}

// Run parts.
func (cmd *partCommand) Run(c *call) error {
	if cmd.From != "" {
		return cmd.tellApart(c)
	}
	if err := c.open(existing); err != nil {
		return err
	}
	gone, err := c.mergedItem(cmd.Gone)
	if err != nil {
		return err
	}
	if err := c.book.Part(c.ctx, gone.ID); err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	item, err := c.named(gone.ID)
	if err != nil {
		return err
	}
	return c.answer(item, func(w *page) { w.line("parted  %s  %s", item.ID, item.Name) })
}

// tellApart remembers that two are not one. Where that is remembered already there is
// nothing to record, and so nothing to undo.
func (cmd *partCommand) tellApart(c *call) error {
	a, b, err := c.two(cmd.Gone, cmd.From)
	if err != nil {
		return err
	}
	for _, gone := range []notes.Item{a, b} {
		merge, err := c.book.MergeOf(c.ctx, gone.ID)
		if err == nil && (merge.Kept == a.ID || merge.Kept == b.ID) {
			return sayf("%s went into the other. \"cuttings part %s\" takes that back, and remembers that they are not one.", gone.Title, gone.ID)
		}
	}
	pairs, err := c.book.Distinct(c.ctx)
	if err != nil {
		return err
	}
	answer := struct {
		Apart   []notes.ID `json:"apart"`
		Already bool       `json:"already,omitempty"` // nothing was recorded
	}{[]notes.ID{a.ID, b.ID}, slices.Contains(pairs, [2]notes.ID{min(a.ID, b.ID), max(a.ID, b.ID)})}
	if answer.Already {
		return c.answer(answer, func(w *page) {
			w.line("%s and %s were told apart already; there is nothing to record, or to undo.", a.Title, b.Title)
		})
	}
	if err := c.book.TellApart(c.ctx, a.ID, b.ID); err != nil {
		return err
	}
	return c.answer(answer, func(w *page) { w.line("not the same  %s, %s", a.Title, b.Title) })
}

// mergedItem finds an entity that went into another by its ID or name; the name is an
// alias of the other by now.
func (c *call) mergedItem(words string) (notes.Item, error) {
	item, err := c.item(words, notes.Entities...)
	if err != nil {
		return item, err
	}
	if _, err := c.book.MergeOf(c.ctx, item.ID); err == nil {
		return item, nil
	}
	merges, err := c.book.MergesInto(c.ctx, item.ID)
	if err != nil {
		return item, err
	}
	for _, merge := range merges {
		gone, err := c.book.Item(c.ctx, merge.Gone)
		if err != nil {
			return item, err
		}
		if fold.String(gone.Title) == fold.String(words) {
			return gone, nil
		}
	}
	return item, sayf("“%s” went into no other entity, so there is nothing to part.", words)
}

// divide gives mentions of an entity to another.
func (cmd *splitCommand) divide(c *call, entity notes.Item) error {
	if len(cmd.Articles) == 0 || (cmd.To == "") == (cmd.Name == "") {
		return usagef("Say with --article where, and with --to or --name who is meant there.")
	}
	words := cmd.Words
	if words == "" {
		words = entity.Title
	}
	var mentions []notes.WordsIn
	for _, written := range cmd.Articles {
		article, err := c.item(written, notes.KindArticle)
		if err != nil {
			return err
		}
		reading, err := c.book.Read(c.ctx, article.ID)
		if err != nil {
			return err
		}
		if !strings.Contains(fold.String(reading.Text.Body), fold.String(words)) {
			return sayf("“%s” does not stand in “%s”. Say with --words how %s is called there.", words, article.Title, entity.Title)
		}
		mentions = append(mentions, notes.WordsIn{Article: article.ID, Words: words})
	}
	var to notes.ID
	if cmd.To != "" {
		other, err := c.item(cmd.To, notes.Entities...)
		if err != nil {
			return err
		}
		if to = other.ID; to == entity.ID {
			return sayf("“%s” is the one whose mentions are to be moved; name another with --to.", other.Title)
		}
	}
	to, err := c.book.Divide(c.ctx, entity.ID, mentions, to, cmd.Name)
	if err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	item, err := c.named(to)
	if err != nil {
		return err
	}
	answer := struct {
		named
		From notes.ID   `json:"from"`
		Was  notes.Kind `json:"from_kind"`
	}{item, entity.ID, entity.Kind}
	return c.answer(answer, func(w *page) {
		w.line("split  “%s” means %s  %s there", words, item.ID, item.Name)
		if item.Kind != entity.Kind { // as a town can have the name of a man; or an ID was mistaken
			w.line("  %s is %s, %s %s. If that is not what you meant, \"cuttings undo\" takes it back.",
				item.Name, aKind(item.Kind), entity.Title, aKind(entity.Kind))
		}
	})
}

// aKind names a kind of entity with its article.
func aKind(kind notes.Kind) string {
	if kind == notes.KindOrganisation || kind == notes.KindEvent {
		return "an " + string(kind)
	}
	return "a " + string(kind)
}

// alikeCommand lists what may be one.
type alikeCommand struct {
	Kind  string  `arg:"" optional:"" default:"" enum:",person,organisation,place,event" help:"person, organisation, place or event; without it, all of them."`
	Limit atLeast `least:"1" default:"50" help:"Of each kind, at most so many." placeholder:"N"`
}

// Run lists them.
func (cmd *alikeCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	kinds := notes.Entities
	if cmd.Kind != "" {
		kinds = []notes.Kind{notes.Kind(cmd.Kind)}
	}
	var alikes []notes.Alike
	total := 0
	for _, kind := range kinds {
		found, err := c.book.Alikes(c.ctx, kind)
		if err != nil {
			return err
		}
		alikes = append(alikes, found[:min(len(found), int(cmd.Limit))]...)
		total += len(found)
	}
	type pair struct {
		A   named  `json:"a"`
		B   named  `json:"b"`
		Why string `json:"why"`
	}
	answer := struct {
		Pairs []pair `json:"pairs"`
		Total int    `json:"total"`
	}{[]pair{}, total}
	for _, alike := range alikes {
		a, err := c.named(alike.A.ID)
		if err != nil {
			return err
		}
		b, err := c.named(alike.B.ID)
		if err != nil {
			return err
		}
		answer.Pairs = append(answer.Pairs, pair{a, b, string(alike.Why)})
	}
	return c.answer(answer, func(w *page) {
		for _, p := range answer.Pairs {
			w.line("%s  %s  =  %s  %s  — %s: %s", p.A.ID, p.A.Name, p.B.ID, p.B.Name, p.A.Kind, p.Why)
		}
		if len(answer.Pairs) == 0 {
			w.line("Nothing looks like one.")
		}
	})
}
