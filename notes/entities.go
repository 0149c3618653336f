package notes

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes/fold"
)

// AddEntity adds a person, organisation, place or event. Its ID and times are
// given by the operation. It returns ErrInvalid for a kind that is no entity,
// a name without letters and digits or a date that is not EDTF, and ErrNotFound for a place
// or participant that does not exist. Events that were accepted from articles
// where its names were suggested get it, and refusals of them hold, as with
// AcceptName.
func (n *Notebook) AddEntity(ctx context.Context, entity Entity) (Entity, error) {
	now := n.now()
	entity.ID, entity.Created, entity.Changed = n.ids.next(), now, now
	err := n.update(ctx, Operation{Verb: VerbAddEntity, Subject: entity.Title}, func(tx Tx) error {
		if err := checkName(entity.Title); err != nil {
			return err
		}
		if err := checkEntity(ctx, tx, &entity); err != nil {
			return err
		}
		if err := tx.InsertEntity(ctx, entity); err != nil {
			return err
		}
		if err := holdRefusals(ctx, tx, entity.ID, allNames(entity)...); err != nil {
			return err
		}
		return n.takePartByName(ctx, tx, entity)
	})
	return entity, err
}

// EntityUpdate changes what is not nil.
type EntityUpdate struct {
	Name         *string
	Aliases      *[]string
	Description  *string
	Roles        *[]Role
	Date         *string
	Place        *ID
	Participants *[]Participant
}

// EditEntity changes an entity; links to its name follow, and its mentions are
// found anew if its names changed.
func (n *Notebook) EditEntity(ctx context.Context, id ID, update EntityUpdate) error {
	before, err := n.Reader.Entity(ctx, id)
	if err != nil {
		return fmt.Errorf("edit entity %s: %w", id, err)
	}
	if update.nothing(before) {
		return nil
	}
	return n.update(ctx, Operation{Verb: VerbEditEntity, Subject: before.Title}, func(tx Tx) error {
		entity, err := tx.Entity(ctx, id)
		if err != nil {
			return err
		}
		name := entity.Title
		update.apply(&entity)
		if update.Aliases == nil {
			if err := keepName(ctx, tx, &entity, name); err != nil {
				return err
			}
		}
		if entity.Title != name {
			if err := checkName(entity.Title); err != nil {
				return err
			}
		}
		entity.Changed = n.now()
		if err := checkEntity(ctx, tx, &entity); err != nil {
			return err
		}
		if err := tx.UpdateEntity(ctx, entity); err != nil {
			return err
		}
		return n.followRename(ctx, tx, entity.Item, name)
	})
}

func (u EntityUpdate) apply(to *Entity) {
	set(&to.Title, u.Name)
	set(&to.Aliases, u.Aliases)
	set(&to.Description, u.Description)
	set(&to.Roles, u.Roles)
	set(&to.Date, u.Date)
	set(&to.Place, u.Place)
	set(&to.Participants, u.Participants)
}

// nothing reports whether an entity has all already that it would get.
func (u EntityUpdate) nothing(before Entity) bool {
	after := before
	u.apply(&after)
	return after.Title == before.Title && after.Description == before.Description && after.Date == before.Date && after.Place == before.Place &&
		slices.Equal(after.Aliases, before.Aliases) && slices.Equal(after.Roles, before.Roles) && slices.Equal(after.Participants, before.Participants)
}

// keepName leaves an entity the name that it had before, as another one, if articles
// name it: those that do so by the old name would not name it any more.
func keepName(ctx context.Context, tx Tx, entity *Entity, before string) error {
	key := fold.String(before)
	if key == fold.String(entity.Title) || slices.ContainsFunc(entity.Aliases, func(alias string) bool { return fold.String(alias) == key }) {
		return nil
	}
	_, total, err := tx.Mentions(ctx, MentionFilter{Entity: entity.ID, Limit: 1})
	if total > 0 {
		entity.Aliases = append(slices.Clone(entity.Aliases), before)
	}
	return err
}

func set[T any](field *T, value *T) {
	if value != nil {
		*field = *value
	}
}

// checkName returns ErrInvalid for a name without letters and digits: no article could
// name it.
func checkName(name string) error {
	if fold.String(name) == "" {
		return fmt.Errorf("a name needs letters or digits: %w", ErrInvalid)
	}
	return nil
}

// allNames are the names of an entity, first the one that it is shown by.
func allNames(entity Entity) []string { return append([]string{entity.Title}, entity.Aliases...) }

// checkEntity tidies an entity and holds it to the rules.
func checkEntity(ctx context.Context, r Reader, entity *Entity) error {
	if !entity.Kind.IsEntity() {
		return fmt.Errorf("%q is not a person, organisation, place or event: %w", entity.Kind, ErrInvalid)
	}
	var err error
	if entity.Title, err = cleanTitle(entity.Title); err != nil {
		return err
	}
	entity.Aliases = cleanAliases(entity.Title, entity.Aliases)
	entity.Description = strings.TrimSpace(cleanBody(entity.Description))
	for i := range entity.Roles {
		role := &entity.Roles[i]
		for _, date := range []string{role.From, role.To} {
			if _, err := checkedDate(date); err != nil {
				return err
			}
		}
	}
	entity.Roles = slices.DeleteFunc(entity.Roles, func(r Role) bool { return strings.TrimSpace(r.Title+r.Organisation) == "" })
	if entity.Kind != KindPerson && len(entity.Roles) > 0 {
		return fmt.Errorf("only a person has roles: %w", ErrInvalid)
	}
	if entity.Kind != KindEvent && (entity.Date != "" || entity.Place != 0 || len(entity.Participants) > 0) {
		return fmt.Errorf("only an event has a date, a place or participants: %w", ErrInvalid)
	}
	if _, err := checkedDate(entity.Date); err != nil {
		return err
	}
	entity.Date, entity.SortDay = sortable(entity.Date)
	return checkEventReferences(ctx, r, entity)
}

func checkEventReferences(ctx context.Context, r Reader, entity *Entity) error {
	if entity.Place != 0 {
		place, err := r.Item(ctx, entity.Place)
		if err != nil {
			return fmt.Errorf("place %s: %w", entity.Place, err)
		}
		if place.Kind != KindPlace {
			return fmt.Errorf("%s is not a place: %w", place.Title, ErrInvalid)
		}
	}
	entity.Participants = oncePerEntity(entity.Participants)
	for _, participant := range entity.Participants {
		item, err := r.Item(ctx, participant.Entity)
		if err != nil {
			return fmt.Errorf("participant %s: %w", participant.Entity, err)
		}
		if !item.Kind.IsEntity() || item.Kind == KindEvent || item.ID == entity.ID {
			return fmt.Errorf("%s cannot take part in an event: %w", item.Title, ErrInvalid)
		}
	}
	return nil
}

// cleanAliases drops what is empty, twice, or the name itself.
func cleanAliases(name string, aliases []string) []string {
	kept := make([]string, 0, len(aliases))
	for _, alias := range aliases {
		alias, err := cleanTitle(alias)
		if err == nil && alias != name && !slices.Contains(kept, alias) {
			kept = append(kept, alias)
		}
	}
	return kept
}

// Decide records what the person says of a mention: that the words, in this
// article, do or do not mean the entity. It is remembered when mentions are
// found anew.
func (n *Notebook) Decide(ctx context.Context, article, entity ID, words string, verdict Verdict) error {
	item, err := n.Reader.Item(ctx, entity)
	if err != nil {
		return fmt.Errorf("decide on a mention of %s: %w", entity, err)
	}
	return n.update(ctx, Operation{Verb: VerbDecide, Subject: item.Title}, func(tx Tx) error {
		key := fold.String(words)
		switch verdict {
		case Accepted:
			err = mean(ctx, tx, article, entity, key)
		case Rejected:
			err = meanNot(ctx, tx, article, entity, key)
		default:
			err = tx.SetVerdict(ctx, article, entity, key, verdict)
		}
		if err != nil {
			return fmt.Errorf("decide on a mention of %s in %s: %w", entity, article, err)
		}
		return n.findMentions(ctx, tx, article)
	})
}
