package notes

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// extend gives an entity that is there the aliases of a record and what else it
// lacks, and notes what the record says that it has otherwise; said is what it says
// of an event.
func (r *registrar) extend(ctx context.Context, tx Tx, result *Registered, id ID, said Entity) error {
	record := result.Record
	entity, err := tx.Entity(ctx, id)
	if err != nil {
		return fmt.Errorf("read %s: %w", id, err)
	}
	result.Added, result.Taken, result.Kept = nil, nil, nil
	// fill takes a part that is missing; one that is there otherwise is noted.
	fill := func(what string, said, missing, otherwise bool, take func()) {
		switch {
		case said && missing:
			take()
			result.Taken = append(result.Taken, what)
		case said && otherwise:
			result.Kept = append(result.Kept, what)
		}
	}
	fill("description", record.Description != "", entity.Description == "", !strings.Contains(entity.Description, record.Description),
		func() { entity.Description = record.Description })
	var roles []Role
	for _, role := range record.Roles {
		roles = append(roles, Role(role))
	}
	fill("roles", len(roles) > 0, len(entity.Roles) == 0, slices.ContainsFunc(roles, func(role Role) bool { return !slices.Contains(entity.Roles, role) }),
		func() { entity.Roles = roles })
	if entity.Kind == KindEvent {
		fill("date", said.Date != "", entity.Date == "", otherDate(entity.Date, said.Date), func() { entity.Date = said.Date })
		fill("place", said.Place != 0, entity.Place == 0, said.Place != entity.Place, func() { entity.Place = said.Place })
		joined, lacks, otherwise := withParts(entity.Participants, said.Participants)
		fill("participants", true, lacks, false, func() { entity.Participants = joined })
		fill("participants", otherwise, false, !lacks, nil)
	}
	for _, alias := range cleanAliases(entity.Title, record.Aliases) {
		if !slices.Contains(entity.Aliases, alias) {
			result.Added = append(result.Added, alias)
		}
	}
	if len(result.Added)+len(result.Taken) == 0 {
		return nil
	}
	entity.Aliases, entity.Changed = append(entity.Aliases, result.Added...), r.n.now()
	if err := checkEntity(ctx, tx, &entity); err != nil {
		return err
	}
	return r.written(entity, tx.UpdateEntity(ctx, entity))
}

// withParts adds those who are said to have taken part in an event, or the roles they
// are said to have had, where that is missing; otherwise reports whether one of those
// who are there has another role.
func withParts(known, said []Participant) (joined []Participant, lacks, otherwise bool) {
	joined = slices.Clone(known)
	for _, p := range said {
		i := slices.IndexFunc(joined, func(k Participant) bool { return k.Entity == p.Entity })
		switch {
		case i < 0:
			joined, lacks = append(joined, p), true
		case joined[i].Role == "" && p.Role != "":
			joined[i].Role, lacks = p.Role, true
		case joined[i].Role != p.Role && p.Role != "":
			otherwise = true
		}
	}
	return joined, lacks, otherwise
}
