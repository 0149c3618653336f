package notes

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"cuttings/notes/fold"
)

// Delete moves items to the trash. What belongs to an article or an entity
// (highlights, mentions, links) goes out of sight with it.
func (n *Notebook) Delete(ctx context.Context, ids ...ID) error {
	return n.setTrashed(ctx, VerbDelete, ids, true)
}

// Restore takes items out of the trash, with all that belonged to them.
func (n *Notebook) Restore(ctx context.Context, ids ...ID) error {
	return n.setTrashed(ctx, VerbRestore, ids, false)
}

func (n *Notebook) setTrashed(ctx context.Context, verb Verb, ids []ID, trashed bool) error {
	subject, err := n.subject(ctx, ids)
	if err != nil {
		return fmt.Errorf("%s: %w", verb, err)
	}
	return n.update(ctx, Operation{Verb: verb, Subject: subject}, func(tx Tx) error {
		for _, id := range ids {
			item, err := tx.Item(ctx, id)
			if err != nil {
				return fmt.Errorf("item %s: %w", id, err)
			}
			if item.InTrash() == trashed {
				continue
			}
			if _, err := tx.MergeOf(ctx, id); err == nil {
				if err := n.part(ctx, tx, id); err != nil { // it went into another
					return fmt.Errorf("item %s: %w", id, err)
				}
				continue
			}
			item.Trashed = time.Time{}
			if trashed {
				item.Trashed = n.now()
			}
			if err := tx.UpdateItem(ctx, item); err != nil {
				return fmt.Errorf("item %s: %w", id, err)
			}
		}
		return nil
	})
}

// subject names the items of an operation.
func (n *Notebook) subject(ctx context.Context, ids []ID) (string, error) {
	if len(ids) == 0 {
		return "", fmt.Errorf("no items were given: %w", ErrInvalid)
	}
	title, err := n.Title(ctx, ids[0])
	if err != nil {
		return "", err
	}
	if len(ids) > 1 {
		title = fmt.Sprintf("%s (+%d)", title, len(ids)-1)
	}
	return title, nil
}

// Title is what a person calls an item; a highlight is called by its words.
func (n *Notebook) Title(ctx context.Context, id ID) (string, error) {
	item, err := n.Reader.Item(ctx, id)
	if err != nil {
		return "", fmt.Errorf("item %s: %w", id, err)
	}
	if item.Kind != KindHighlight {
		return item.Title, nil
	}
	highlight, err := n.Reader.Highlight(ctx, id)
	if err != nil {
		return "", fmt.Errorf("highlight %s: %w", id, err)
	}
	return quoted(highlight.Exact), nil
}

// Resolve finds the item that a person means by an ID or by a title, name or
// alias. It returns ErrNotFound, or ErrAmbiguous with the IDs to choose from.
// Kinds, if any, narrow it.
func (n *Notebook) Resolve(ctx context.Context, words string, kinds ...Kind) (Item, error) {
	fits := func(item Item) bool {
		for _, kind := range kinds {
			if item.Kind == kind {
				return true
			}
		}
		return len(kinds) == 0
	}
	if id, err := ParseID(words); err == nil {
		if item, err := n.Reader.Item(ctx, id); err == nil && fits(item) {
			return item, nil
		}
	}
	items, err := n.Reader.Lookup(ctx, fold.String(words))
	if err != nil {
		return Item{}, fmt.Errorf("look up %q: %w", words, err)
	}
	best := map[int][]Item{}
	for _, item := range items {
		if !fits(item) {
			continue
		}
		rank := 0
		if item.Title != words {
			rank = 1
		}
		if item.InTrash() {
			rank += 2
		}
		best[rank] = append(best[rank], item)
	}
	for rank := range 4 {
		switch len(best[rank]) {
		case 0:
		case 1:
			return best[rank][0], nil
		default:
			choices := make([]string, 0, len(best[rank]))
			for _, item := range best[rank] {
				choices = append(choices, fmt.Sprintf("%s (%s)", item.ID, item.Kind))
			}
			return Item{}, fmt.Errorf("%q: %w: %s", words, ErrAmbiguous, strings.Join(choices, ", "))
		}
	}
	return Item{}, fmt.Errorf("%q: %w", words, ErrNotFound)
}

// Tag gives items a tag, which is made if there is none of that name.
func (n *Notebook) Tag(ctx context.Context, ids []ID, name string) error {
	return n.update(ctx, Operation{Verb: VerbTag, Subject: name}, func(tx Tx) error {
		for _, id := range ids {
			if err := n.tag(ctx, tx, id, name); err != nil {
				return err
			}
		}
		return nil
	})
}

func (n *Notebook) tag(ctx context.Context, tx Tx, id ID, name string) error {
	tag, err := n.group(ctx, tx, KindTag, name)
	if err != nil {
		return err
	}
	if err := tx.SetTagged(ctx, id, tag.ID, true); err != nil {
		return fmt.Errorf("tag %s: %w", id, err)
	}
	return nil
}

// group returns the tag or collection of a name, made if need be.
func (n *Notebook) group(ctx context.Context, tx Tx, kind Kind, name string) (Item, error) {
	name, err := cleanTitle(name)
	if err != nil {
		return Item{}, err
	}
	same, err := tx.Lookup(ctx, fold.String(name))
	if err != nil {
		return Item{}, fmt.Errorf("look up %q: %w", name, err)
	}
	for _, item := range same {
		if item.Kind == kind && !item.InTrash() && strings.EqualFold(item.Title, name) {
			return item, nil
		}
	}
	now := n.now()
	item := Item{ID: n.ids.next(), Kind: kind, Title: name, Created: now, Changed: now}
	return item, tx.InsertItem(ctx, item)
}

// Untag takes a tag away from items.
func (n *Notebook) Untag(ctx context.Context, ids []ID, tag ID) error {
	return n.eachGrouped(ctx, VerbUntag, tag, ids, func(tx Tx, id ID) error { return tx.SetTagged(ctx, id, tag, false) })
}

// AddCollection returns the collection of a name, made if there is none.
func (n *Notebook) AddCollection(ctx context.Context, name string) (Item, error) {
	var item Item
	err := n.update(ctx, Operation{Verb: VerbAddEntity, Subject: name}, func(tx Tx) (err error) {
		item, err = n.group(ctx, tx, KindCollection, name)
		return err
	})
	return item, err
}

// File puts items into a collection.
func (n *Notebook) File(ctx context.Context, collection ID, ids ...ID) error {
	return n.eachGrouped(ctx, VerbFile, collection, ids, func(tx Tx, id ID) error { return tx.SetCollected(ctx, id, collection, true) })
}

// Unfile takes items out of a collection.
func (n *Notebook) Unfile(ctx context.Context, collection ID, ids ...ID) error {
	return n.eachGrouped(ctx, VerbUnfile, collection, ids, func(tx Tx, id ID) error { return tx.SetCollected(ctx, id, collection, false) })
}

func (n *Notebook) eachGrouped(ctx context.Context, verb Verb, group ID, ids []ID, do func(Tx, ID) error) error {
	item, err := n.Reader.Item(ctx, group)
	if err != nil {
		return fmt.Errorf("%s %s: %w", verb, group, err)
	}
	return n.update(ctx, Operation{Verb: verb, Subject: item.Title}, func(tx Tx) error {
		for _, id := range ids {
			if err := do(tx, id); err != nil {
				return fmt.Errorf("item %s: %w", id, err)
			}
		}
		return nil
	})
}

// Rename gives a tag, collection or saved search another name.
func (n *Notebook) Rename(ctx context.Context, id ID, title string) error {
	title, err := cleanTitle(title)
	if err != nil {
		return fmt.Errorf("rename %s: %w", id, err)
	}
	return n.update(ctx, Operation{Verb: VerbEdit, Subject: title}, func(tx Tx) error {
		item, err := tx.Item(ctx, id)
		if err != nil {
			return err
		}
		if item.Kind != KindTag && item.Kind != KindCollection && item.Kind != KindSearch {
			return fmt.Errorf("a %s is renamed by editing it: %w", item.Kind, ErrInvalid)
		}
		item.Title, item.Changed = title, n.now()
		return tx.UpdateItem(ctx, item)
	})
}

// SaveSearch keeps a query under a name.
func (n *Notebook) SaveSearch(ctx context.Context, name, source string) (Item, error) {
	name, err := cleanTitle(name)
	if err != nil {
		return Item{}, fmt.Errorf("save search: %w", err)
	}
	if strings.TrimSpace(source) == "" {
		return Item{}, errors.Join(fmt.Errorf("save search %q", name), ErrInvalid)
	}
	now := n.now()
	item := Item{ID: n.ids.next(), Kind: KindSearch, Title: name, Created: now, Changed: now}
	err = n.update(ctx, Operation{Verb: VerbSaveSearch, Subject: name}, func(tx Tx) error {
		return tx.InsertSearch(ctx, item, source)
	})
	return item, err
}
