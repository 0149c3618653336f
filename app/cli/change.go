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
	return c.trash(cmd.ID, true, func(id notes.ID) error { return c.book.Delete(c.ctx, id) })
}

// restoreCommand takes an item out of the trash.
type restoreCommand struct {
	ID string `arg:"" name:"id" help:"The item: its ID, title or name."`
}

// Run restores.
func (cmd *restoreCommand) Run(c *call) error {
	return c.trash(cmd.ID, false, func(id notes.ID) error { return c.book.Restore(c.ctx, id) })
}

// trash moves an item into the trash or out of it. One that is there already
// stays as it is, and that is said.
func (c *call) trash(words string, in bool, do func(notes.ID) error) error {
	if err := c.open(existing); err != nil {
		return err
	}
	item, err := c.item(words)
	if err != nil {
		return err
	}
	name, err := c.named(item.ID)
	if err != nil {
		return err
	}
	if err := do(item.ID); err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	answer := struct {
		named
		WasTrashed bool `json:"was_trashed"`
	}{name, item.InTrash()}
	return c.answer(answer, func(w *page) { w.line("%s  %s", trashWords(in, answer.WasTrashed), answer.words()) })
}

// trashWords says what came of moving an item into the trash or out of it.
func trashWords(in, was bool) string {
	switch {
	case in && was:
		return "already in the trash"
	case in:
		return "moved to the trash"
	case was:
		return "restored"
	}
	return "not in the trash"
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
	items := change.Items
	if change.Operation.Verb == notes.VerbName {
		items = nil // a colour is no item
	}
	for _, item := range items {
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
