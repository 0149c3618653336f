package notes

import (
	"context"
	"fmt"
	"io"

	"cuttings/notes/register"
)

// ExportEntities writes the entities of some kinds, of all if none are given, to a
// file of a format. It returns how many were written, and what the format has
// no room for.
func (n *Notebook) ExportEntities(ctx context.Context, out io.Writer, format register.Format, kinds ...Kind) (written int, left register.Omitted, err error) {
	if len(kinds) == 0 {
		kinds = Entities
	}
	rows, _, err := n.Items(ctx, ItemFilter{Kinds: kinds, Order: ByTitle})
	if err != nil {
		return 0, left, fmt.Errorf("export entities: %w", err)
	}
	records := make([]register.Record, 0, len(rows))
	for _, row := range rows {
		record, err := n.record(ctx, row.ID)
		if err != nil {
			return 0, left, fmt.Errorf("export %s: %w", row.ID, err)
		}
		records = append(records, record)
	}
	left, err = register.Write(out, format, records)
	if err != nil {
		return 0, left, fmt.Errorf("export entities: %w", err)
	}
	return len(records) - left.Records, left, nil
}

func (n *Notebook) record(ctx context.Context, id ID) (register.Record, error) {
	entity, err := n.Reader.Entity(ctx, id)
	if err != nil {
		return register.Record{}, err
	}
	record := register.Record{
		Ref: id.String(), Kind: register.Kind(entity.Kind), Name: entity.Title, Aliases: entity.Aliases,
		Description: entity.Description, Date: entity.Date,
	}
	for _, role := range entity.Roles {
		record.Roles = append(record.Roles, register.Role(role))
	}
	point := func(to ID) (register.Pointer, error) {
		item, err := n.Reader.Item(ctx, to)
		return register.Pointer{Ref: to.String(), Name: item.Title}, err
	}
	if entity.Place != 0 {
		if record.Place, err = point(entity.Place); err != nil {
			return record, err
		}
	}
	for _, participant := range entity.Participants {
		to, err := point(participant.Entity)
		if err != nil {
			return record, err
		}
		record.Participants = append(record.Participants, register.Participant{Pointer: to, Role: participant.Role})
	}
	return record, nil
}
