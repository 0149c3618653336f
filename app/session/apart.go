package session

import (
	"context"
	"fmt"

	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// mostTold is how many bytes of a description tell entities apart.
const mostTold = 80

// Tell fills in what is known of entities for whom lists know no role and no
// date: the first words of their description.
func Tell(ctx context.Context, book *notes.Notebook, rows []notes.ItemRow) error {
	for i := range rows {
		if rows[i].Detail != "" || !rows[i].Kind.IsEntity() {
			continue
		}
		known, err := book.Entity(ctx, rows[i].ID)
		if err != nil {
			return fmt.Errorf("read who %s is: %w", rows[i].ID, err)
		}
		rows[i].Detail = text.Shorten(Unlinked(known.Description), mostTold)
	}
	return nil
}

// Known is what is known of an entity: a person's roles, an event's date, or what
// Tell filled in.
func Known(row notes.ItemRow) string {
	if row.Kind == notes.KindEvent {
		return Date(row.Detail, true)
	}
	return row.Detail
}

// Namesakes are those of some items that share kind and name with another of
// them.
func Namesakes(items []notes.Item) []notes.ID {
	type named struct {
		kind notes.Kind
		name string
	}
	called := map[named][]notes.ID{}
	for _, item := range items {
		one := named{item.Kind, fold.String(item.Title)}
		called[one] = append(called[one], item.ID)
	}
	var several []notes.ID
	for _, item := range items {
		if len(called[named{item.Kind, fold.String(item.Title)}]) > 1 {
			several = append(several, item.ID)
		}
	}
	return several
}

// Apart says of those who share kind and name with another what tells them apart;
// of all others, and of whom nothing is known, nothing.
func Apart(ctx context.Context, book *notes.Notebook, items []notes.Item) (map[notes.ID]string, error) {
	several := Namesakes(items)
	if len(several) == 0 {
		return nil, nil
	}
	rows, _, err := book.Items(ctx, notes.ItemFilter{IDs: several})
	if err != nil {
		return nil, fmt.Errorf("read who shares a name: %w", err)
	}
	if err := Tell(ctx, book, rows); err != nil {
		return nil, err
	}
	told := map[notes.ID]string{}
	for _, row := range rows {
		if known := Known(row); known != "" {
			told[row.ID] = known
		}
	}
	return told, nil
}

// mostBeside is how many bytes of what is known stand beside a name.
const mostBeside = 48

// Beside puts what tells somebody apart behind their name.
func Beside(name, known string) string {
	if known == "" {
		return name
	}
	return name + " (" + text.Shorten(known, mostBeside) + ")"
}

// NameApart puts what tells namesakes of a network apart behind their names.
func NameApart(ctx context.Context, book *notes.Notebook, nodes []notes.NetworkNode) error {
	items := make([]notes.Item, len(nodes))
	for i, node := range nodes {
		items[i] = node.Item
	}
	told, err := Apart(ctx, book, items)
	if err != nil {
		return err
	}
	for i := range nodes {
		nodes[i].Title = Beside(nodes[i].Title, told[nodes[i].ID])
	}
	return nil
}
