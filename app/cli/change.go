package cli

import (
	"errors"
	"fmt"

	"cuttings/notes"
)

// deleteCommand moves an item to the trash.
type deleteCommand struct {
	ID string `arg:"" name:"id" help:"The item: its ID, title or name."`
}

// Run deletes.
func (cmd *deleteCommand) Run(c *call) error {
	return c.trash(cmd.ID, "moved to the trash", func(id notes.ID) error { return c.book.Delete(c.ctx, id) })
}

// restoreCommand takes an item out of the trash.
type restoreCommand struct {
	ID string `arg:"" name:"id" help:"The item: its ID, title or name."`
}

// Run restores.
func (cmd *restoreCommand) Run(c *call) error {
	return c.trash(cmd.ID, "restored", func(id notes.ID) error { return c.book.Restore(c.ctx, id) })
}

func (c *call) trash(words, done string, do func(notes.ID) error) error {
	if err := c.open(existing); err != nil {
		return err
	}
	item, err := c.item(words)
	if err != nil {
		return err
	}
	answer, err := c.named(item.ID)
	if err != nil {
		return err
	}
	if err := do(item.ID); err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	return c.answer(answer, func(w *page) { w.line("%s  %s", done, answer.words()) })
}

// undoCommand takes back the last change.
type undoCommand struct{}

// Run undoes.
func (undoCommand) Run(c *call) error {
	return c.history("undone", func() (notes.Change, error) { return c.book.Undo(c.ctx) })
}

// redoCommand does again what was undone.
type redoCommand struct{}

// Run redoes.
func (redoCommand) Run(c *call) error {
	return c.history("done again", func() (notes.Change, error) { return c.book.Redo(c.ctx) })
}

func (c *call) history(done string, do func() (notes.Change, error)) error {
	if err := c.open(existing); err != nil {
		return err
	}
	change, err := do()
	if err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	answer := struct {
		Operation string  `json:"operation"`
		Items     []named `json:"items"`
	}{change.Operation.Name(), []named{}}
	for _, item := range change.Items {
		one, err := c.named(item.ID)
		switch {
		case errors.Is(err, notes.ErrNotFound): // it is no more, now that its making was undone
			one = named{ID: item.ID, Kind: item.Kind, Name: item.Title}
		case err != nil:
			return fmt.Errorf("name what changed: %w", err)
		}
		answer.Items = append(answer.Items, one)
	}
	return c.answer(answer, func(w *page) { w.line("%s: %s", done, answer.Operation) })
}
