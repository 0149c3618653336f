package notes

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// Merge makes one entity of two. All that named, linked or held the one that goes
// belongs to the one that is kept; both names stay, as aliases. What the result
// sets is chosen by the person; what it leaves open is joined: aliases, roles and
// participants of both, both descriptions, the date and place of the one that has
// one. The entity that goes is in the trash, and Part brings it back whole.
//
// It returns ErrInvalid if they are not of one kind, are one already, or one is in
// the trash.
func (n *Notebook) Merge(ctx context.Context, kept, gone ID, result EntityUpdate) error {
	into, err := n.Reader.Item(ctx, kept)
	from, err2 := n.Reader.Item(ctx, gone)
	if err := errors.Join(err, err2); err != nil {
		return fmt.Errorf("merge %s into %s: %w", gone, kept, err)
	}
	if kept == gone || into.Kind != from.Kind || !into.Kind.IsEntity() || into.InTrash() || from.InTrash() {
		return fmt.Errorf("merge %s into %s: they are not two of one kind outside the trash: %w", gone, kept, ErrInvalid)
	}
	return n.update(ctx, Operation{Verb: VerbMerge, Subject: from.Title + " — " + into.Title}, func(tx Tx) error {
		m := merger{tx: tx, now: n.now(), merge: Merge{Gone: gone, Kept: kept, At: n.now()}}
		if err := m.read(ctx); err != nil {
			return err
		}
		if err := m.join(ctx, result); err != nil {
			return err
		}
		for _, step := range []func(context.Context) error{m.takeParts, m.takeGroups, m.takeSources, m.takeSayings} {
			if err := step(ctx); err != nil {
				return fmt.Errorf("merge %s into %s: %w", gone, kept, err)
			}
		}
		m.gone.Trashed = m.now
		if err := tx.UpdateItem(ctx, m.gone.Item); err != nil {
			return err
		}
		if err := tx.SetMerge(ctx, m.merge); err != nil {
			return err
		}
		return n.followRename(ctx, tx, m.kept.Item, m.merge.Moved.Was.Title)
	})
}

// PreviewMerge is what Merge would make of two entities with nothing chosen.
func (n *Notebook) PreviewMerge(ctx context.Context, kept, gone ID) (Entity, error) {
	into, err := n.Reader.Entity(ctx, kept)
	from, err2 := n.Reader.Entity(ctx, gone)
	if err := errors.Join(err, err2); err != nil {
		return Entity{}, fmt.Errorf("merge %s into %s: %w", gone, kept, err)
	}
	return joinEntities(into, from), nil
}

// merger moves what belongs to one entity to another, and notes what it moved.
type merger struct {
	tx         Tx
	now        time.Time
	merge      Merge
	kept, gone Entity
	before     Entity // the one that is kept, as it was
}

func (m *merger) read(ctx context.Context) (err error) {
	if m.kept, err = m.tx.Entity(ctx, m.merge.Kept); err != nil {
		return err
	}
	m.gone, err = m.tx.Entity(ctx, m.merge.Gone)
	return err
}

// joinEntities gives an entity what the other has and it has not.
func joinEntities(kept, gone Entity) Entity {
	names := append([]string{kept.Title}, kept.Aliases...)
	for _, name := range append([]string{gone.Title}, gone.Aliases...) {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	kept.Aliases = names[1:]
	for _, role := range gone.Roles {
		if !slices.Contains(kept.Roles, role) {
			kept.Roles = append(kept.Roles, role)
		}
	}
	kept.Description = joinWords(kept.Description, gone.Description)
	if kept.Date == "" {
		kept.Date = gone.Date
	}
	if kept.Place == 0 {
		kept.Place = gone.Place
	}
	kept.Participants = oncePerEntity(slices.Concat(kept.Participants, gone.Participants))
	return kept
}

// joinWords puts two descriptions one below the other, unless one says all that
// the other does.
func joinWords(a, b string) string {
	switch {
	case b == "" || strings.Contains(a, b):
		return a
	case a == "" || strings.Contains(b, a):
		return b
	}
	return a + "\n\n" + b
}

func (m *merger) join(ctx context.Context, result EntityUpdate) error {
	m.before = m.kept
	m.merge.Moved.Was = mergedFields(m.kept)
	m.kept = joinEntities(m.kept, m.gone)
	set(&m.kept.Title, result.Name)
	set(&m.kept.Aliases, result.Aliases)
	set(&m.kept.Description, result.Description)
	set(&m.kept.Roles, result.Roles)
	set(&m.kept.Participants, result.Participants)
	set(&m.kept.Date, result.Date)
	set(&m.kept.Place, result.Place)
	// Both names stay, whatever was chosen.
	for _, name := range []string{m.before.Title, m.gone.Title} {
		if name != m.kept.Title && !slices.Contains(m.kept.Aliases, name) {
			m.kept.Aliases = append(m.kept.Aliases, name)
		}
	}
	m.kept.Changed = m.now
	if err := checkEntity(ctx, m.tx, &m.kept); err != nil {
		return err
	}
	m.merge.Moved.Became = mergedFields(m.kept)
	return m.tx.UpdateEntity(ctx, m.kept)
}

func mergedFields(e Entity) MergedFields {
	return MergedFields{
		Title: e.Title, Description: e.Description, Date: e.Date, Place: e.Place,
		Aliases: slices.Clone(e.Aliases), Roles: slices.Clone(e.Roles), Participants: slices.Clone(e.Participants),
	}
}

// takeParts puts the entity that is kept into the events of the one that goes.
func (m *merger) takeParts(ctx context.Context) error {
	events, err := m.tx.EventsWith(ctx, m.merge.Gone)
	if err != nil {
		return err
	}
	for _, event := range events {
		event, moved := m.takeOver(event)
		if !moved {
			continue
		}
		event.Changed = m.now
		if err := m.tx.UpdateEntity(ctx, event); err != nil {
			return fmt.Errorf("event %s: %w", event.ID, err)
		}
	}
	return nil
}

func (m *merger) takeOver(event Entity) (Entity, bool) {
	moved := false
	if event.Place == m.merge.Gone {
		event.Place, moved = m.merge.Kept, true
		m.merge.Moved.Held = append(m.merge.Moved.Held, event.ID)
	}
	i := slices.IndexFunc(event.Participants, func(p Participant) bool { return p.Entity == m.merge.Gone })
	if i < 0 {
		return event, moved
	}
	part := event.Participants[i]
	took := MovedPart{Event: event.ID, Role: part.Role}
	event.Participants = slices.Clone(event.Participants)
	if k := slices.IndexFunc(event.Participants, func(p Participant) bool { return p.Entity == m.merge.Kept }); k >= 0 {
		kept := &event.Participants[k]
		took.Both, took.Place, took.Was = true, i+1, kept.Role
		kept.Role = joinRoles(kept.Role, part.Role)
		event.Participants = slices.Delete(event.Participants, i, i+1)
	} else {
		event.Participants[i].Entity = m.merge.Kept
	}
	m.merge.Moved.Took = append(m.merge.Moved.Took, took)
	return event, true
}

// takeGroups gives the tags and collections of the one to the other.
func (m *merger) takeGroups(ctx context.Context) error {
	for _, group := range []struct {
		of    func(context.Context, ID) ([]Item, error)
		set   func(context.Context, ID, ID, bool) error
		moved *[]ID
	}{
		{m.tx.TagsOf, m.tx.SetTagged, &m.merge.Moved.Tags},
		{m.tx.CollectionsOf, m.tx.SetCollected, &m.merge.Moved.Collections},
	} {
		had, err := group.of(ctx, m.merge.Kept)
		if err != nil {
			return err
		}
		all, err := group.of(ctx, m.merge.Gone)
		if err != nil {
			return err
		}
		for _, item := range all {
			if slices.ContainsFunc(had, func(i Item) bool { return i.ID == item.ID }) {
				continue
			}
			if err := group.set(ctx, m.merge.Kept, item.ID, true); err != nil {
				return err
			}
			*group.moved = append(*group.moved, item.ID)
		}
	}
	return nil
}

// takeSources makes the sources of the one sources of the other, too. What they
// say by being sources of their event, its date and place, stays their account
// where the event that is kept has another.
func (m *merger) takeSources(ctx context.Context) error {
	had, err := m.tx.Sources(ctx, m.merge.Kept)
	if err != nil {
		return err
	}
	sources, err := m.tx.Sources(ctx, m.merge.Gone)
	if err != nil {
		return err
	}
	for _, source := range sources {
		if slices.ContainsFunc(had, func(s Source) bool { return s.Highlight == source.Highlight }) {
			continue
		}
		source.Event = m.merge.Kept
		if source, err = m.account(ctx, source, m.gone); err != nil {
			return err
		}
		if err := m.tx.SetSource(ctx, source); err != nil {
			return err
		}
		m.merge.Moved.Sources = append(m.merge.Moved.Sources, source.Highlight)
	}
	for _, source := range had {
		told, err := m.account(ctx, source, m.before)
		if err != nil {
			return err
		}
		if told == source {
			continue
		}
		if err := m.tx.SetSource(ctx, told); err != nil {
			return err
		}
		m.merge.Moved.Accounts = append(m.merge.Moved.Accounts, MovedAccount{Before: source, After: told})
	}
	return nil
}

// account is a source of an event, with what it says of date and place as a
// source of the event that is kept.
func (m *merger) account(ctx context.Context, source Source, event Entity) (Source, error) {
	if source.Date == "" && otherDate(m.kept.Date, event.Date) {
		source.Date = event.Date
	}
	if source.Place == "" && event.Place != 0 && event.Place != m.kept.Place {
		place, err := m.tx.Item(ctx, event.Place)
		if err != nil {
			return source, fmt.Errorf("place of %s: %w", event.ID, err)
		}
		source.Place = place.Title
	}
	return source, nil
}

// takeSayings turns what was said of the one into sayings about the other; an
// article of zero stands for all.
func (m *merger) takeSayings(ctx context.Context) error {
	said, err := m.saidOf(ctx, m.merge.Gone)
	if err != nil {
		return err
	}
	before, err := m.saidOf(ctx, m.merge.Kept)
	if err != nil {
		return err
	}
	for _, saying := range said {
		if err := m.say(ctx, m.merge.Gone, saying, ""); err != nil {
			return err
		}
		if saying.Verdict != Accepted {
			continue // that words do not mean the one says nothing of the other
		}
		for _, other := range before {
			if other.Article == saying.Article && other.Key == saying.Key {
				m.merge.Moved.Overruled = append(m.merge.Moved.Overruled, other)
			}
		}
		if err := m.say(ctx, m.merge.Kept, saying, Accepted); err != nil {
			return err
		}
	}
	m.merge.Moved.Verdicts = said
	return nil
}

// saidOf is all that was said of an entity's names.
func (m *merger) saidOf(ctx context.Context, entity ID) ([]MovedSaying, error) {
	said, err := m.tx.VerdictsOn(ctx, entity)
	if err != nil {
		return nil, err
	}
	rulings, err := m.tx.Rulings(ctx, entity)
	if err != nil {
		return nil, err
	}
	for _, key := range slices.Sorted(maps.Keys(rulings)) {
		said = append(said, MovedSaying{Key: key, Verdict: rulings[key]})
	}
	return said, nil
}

// say records a verdict of an article or of all; "" takes it away.
func (m *merger) say(ctx context.Context, entity ID, saying MovedSaying, verdict Verdict) error {
	switch {
	case saying.Article == 0:
		return m.tx.SetRuling(ctx, entity, saying.Key, verdict)
	case verdict == "":
		return m.tx.RemoveVerdict(ctx, saying.Article, entity, saying.Key)
	}
	return m.tx.SetVerdict(ctx, saying.Article, entity, saying.Key, verdict)
}
