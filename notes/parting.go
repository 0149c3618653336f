package notes

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"cuttings/notes/fold"
)

// Part takes back a merge, however long ago it was and whatever was done since:
// the entity that went comes back with what was its own, and gets from the other
// what it had given. That the two are not one is remembered. It returns
// ErrNotFound if the entity went into no other, and ErrInvalid while the one that
// was kept is in the trash or has gone into another.
func (n *Notebook) Part(ctx context.Context, gone ID) error {
	item, err := n.Reader.Item(ctx, gone)
	if err != nil {
		return fmt.Errorf("part %s again: %w", gone, err)
	}
	return n.update(ctx, Operation{Verb: VerbPart, Subject: item.Title}, func(tx Tx) error { return n.part(ctx, tx, gone) })
}

func (n *Notebook) part(ctx context.Context, tx Tx, gone ID) error {
	merge, err := tx.MergeOf(ctx, gone)
	if err != nil {
		return err
	}
	m := merger{tx: tx, now: n.now(), merge: merge}
	if err := m.read(ctx); err != nil {
		return err
	}
	if m.kept.InTrash() {
		return m.outOfReach(ctx)
	}
	title := m.kept.Title
	m.kept.Changed = m.now
	was, became := merge.Moved.Was, merge.Moved.Became
	if was.Title == "" {
		was, became = withoutOther(m.kept, m.gone)
	}
	takeApart(&m.kept, was, became)
	if err := checkEntity(ctx, tx, &m.kept); err != nil {
		return err
	}
	m.gone.Trashed = time.Time{}
	if err := tx.UpdateItem(ctx, m.gone.Item); err != nil {
		return err
	}
	if err := tx.UpdateEntity(ctx, m.kept); err != nil {
		return err
	}
	for _, step := range []func(context.Context) error{m.returnParts, m.returnGroups, m.returnSources, m.returnSayings} {
		if err := step(ctx); err != nil {
			return fmt.Errorf("part %s from %s: %w", gone, merge.Kept, err)
		}
	}
	if err := tx.RemoveMerge(ctx, gone); err != nil {
		return err
	}
	if err := tx.SetDistinct(ctx, gone, merge.Kept, true); err != nil {
		return err
	}
	return n.followRename(ctx, tx, m.kept.Item, title)
}

// outOfReach says why the one that was kept cannot be parted from now: it went into
// another itself, or is in the trash.
func (m *merger) outOfReach(ctx context.Context) error {
	later, err := m.tx.MergeOf(ctx, m.kept.ID)
	if errors.Is(err, ErrNotFound) {
		return fmt.Errorf("%s is in the trash; restore it first: %w", m.kept.Title, ErrInvalid)
	}
	if err != nil {
		return err
	}
	into, err := m.tx.Item(ctx, later.Kept)
	if err != nil {
		return err
	}
	return fmt.Errorf("%s went into %s, and that into %s; part %s first: %w", m.gone.Title, m.kept.Title, into.Title, m.kept.Title, ErrInvalid)
}

// withoutOther is what an entity was before a merge by a program that did not note it,
// and is now: what the other has is taken to be what that gave it.
func withoutOther(kept, gone Entity) (was, became MergedFields) {
	was, became = mergedFields(kept), mergedFields(kept)
	was.Aliases = slices.DeleteFunc(was.Aliases, func(name string) bool { return name == gone.Title || slices.Contains(gone.Aliases, name) })
	was.Roles = slices.DeleteFunc(was.Roles, func(role Role) bool { return slices.Contains(gone.Roles, role) })
	was.Participants = slices.DeleteFunc(was.Participants, func(p Participant) bool { return slices.Contains(gone.Participants, p) })
	return was, became
}

// takeApart makes of an entity what it was before a merge, as far as it still is what
// that made of it; what was changed since stays as it is.
func takeApart(e *Entity, was, became MergedFields) {
	back(&e.Title, was.Title, became.Title)
	back(&e.Description, was.Description, became.Description)
	back(&e.Date, was.Date, became.Date)
	back(&e.Place, was.Place, became.Place)
	e.Aliases = backAll(e.Aliases, was.Aliases, became.Aliases)
	e.Roles = backAll(e.Roles, was.Roles, became.Roles)
	e.Participants = backAll(e.Participants, was.Participants, became.Participants)
}

func back[T comparable](now *T, was, became T) {
	if *now == became {
		*now = was
	}
}

// backAll takes out of a list what a merge put there, and puts back what it took out.
func backAll[T comparable](now, was, became []T) []T {
	if slices.Equal(now, became) {
		return was
	}
	rest := slices.DeleteFunc(slices.Clone(now), func(one T) bool { return slices.Contains(became, one) && !slices.Contains(was, one) })
	for _, one := range was {
		if !slices.Contains(became, one) && !slices.Contains(rest, one) {
			rest = append(rest, one)
		}
	}
	return rest
}

// returnParts gives back the parts in events that are still as the merge left
// them.
func (m *merger) returnParts(ctx context.Context) error {
	events := map[ID]bool{}
	for _, part := range m.merge.Moved.Took {
		events[part.Event] = true
	}
	for _, id := range m.merge.Moved.Held {
		events[id] = true
	}
	for id := range events {
		event, err := m.tx.Entity(ctx, id)
		if errors.Is(err, ErrNotFound) {
			continue // its adding was undone
		}
		if err != nil {
			return fmt.Errorf("event %s: %w", id, err)
		}
		if slices.Contains(m.merge.Moved.Held, id) && event.Place == m.merge.Kept {
			event.Place = m.merge.Gone
		}
		m.returnPart(&event)
		if err := m.tx.UpdateEntity(ctx, event); err != nil {
			return fmt.Errorf("event %s: %w", id, err)
		}
	}
	return nil
}

func (m *merger) returnPart(event *Entity) {
	i := slices.IndexFunc(m.merge.Moved.Took, func(p MovedPart) bool { return p.Event == event.ID })
	if i < 0 || slices.ContainsFunc(event.Participants, func(p Participant) bool { return p.Entity == m.merge.Gone }) {
		return
	}
	part := m.merge.Moved.Took[i]
	at := slices.IndexFunc(event.Participants, func(p Participant) bool { return p.Entity == m.merge.Kept })
	switch {
	case part.Both:
		event.Participants = slices.Clone(event.Participants)
		if at >= 0 && part.Place > 0 {
			event.Participants[at].Role = partRoles(event.Participants[at].Role, part.Was, part.Role)
		}
		place := len(event.Participants)
		if part.Place > 0 {
			place = min(part.Place-1, place)
		}
		event.Participants = slices.Insert(event.Participants, place, Participant{Entity: m.merge.Gone, Role: part.Role})
	case at >= 0:
		event.Participants = slices.Clone(event.Participants)
		event.Participants[at].Entity = m.merge.Gone
	}
}

func (m *merger) returnGroups(ctx context.Context) error {
	for _, tag := range m.merge.Moved.Tags {
		if err := m.tx.SetTagged(ctx, m.merge.Kept, tag, false); err != nil {
			return err
		}
	}
	for _, collection := range m.merge.Moved.Collections {
		if err := m.tx.SetCollected(ctx, m.merge.Kept, collection, false); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) returnSources(ctx context.Context) error {
	now, err := m.tx.Sources(ctx, m.merge.Kept)
	if err != nil {
		return err
	}
	for _, account := range m.merge.Moved.Accounts {
		if !slices.Contains(now, account.After) {
			continue // it was changed since
		}
		if err := m.tx.SetSource(ctx, account.Before); err != nil {
			return err
		}
	}
	for _, highlight := range m.merge.Moved.Sources {
		if err := m.tx.RemoveSource(ctx, m.merge.Kept, highlight); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) returnSayings(ctx context.Context) error {
	for _, saying := range m.merge.Moved.Verdicts {
		if saying.Verdict == Accepted {
			if err := m.say(ctx, m.merge.Kept, saying, ""); err != nil {
				return err
			}
		}
		if err := m.say(ctx, m.merge.Gone, saying, saying.Verdict); err != nil {
			return err
		}
	}
	for _, saying := range m.merge.Moved.Overruled {
		if err := m.say(ctx, m.merge.Kept, saying, saying.Verdict); err != nil {
			return err
		}
	}
	return nil
}

// WordsIn are words of an article that name an entity.
type WordsIn struct {
	Article ID
	Words   string // as written
}

// Divide moves mentions of an entity to another, or to a new one of the same kind
// with a name of its own: in those articles, those words mean that one, and with a
// full name goes the surname alone. The other
// may be of another kind, as the words for a man can mean the town that is called
// after him; whoever asks for it tells the person. It returns the other, and
// ErrInvalid if there is nothing to move or nowhere to move it.
func (n *Notebook) Divide(ctx context.Context, entity ID, mentions []WordsIn, to ID, name string) (ID, error) {
	from, err := n.Reader.Item(ctx, entity)
	if err != nil {
		return 0, fmt.Errorf("split %s: %w", entity, err)
	}
	if len(mentions) == 0 || to == entity || to == 0 && name == "" {
		return 0, fmt.Errorf("there is nothing to move, or nowhere: %w", ErrInvalid)
	}
	err = n.update(ctx, Operation{Verb: VerbDivide, Subject: from.Title}, func(tx Tx) error {
		if to == 0 {
			now := n.now()
			other := Entity{Item: Item{ID: n.ids.next(), Kind: from.Kind, Title: name, Created: now, Changed: now}}
			if err := checkEntity(ctx, tx, &other); err != nil {
				return err
			}
			if err := tx.InsertEntity(ctx, other); err != nil {
				return err
			}
			to = other.ID
		}
		other, err := tx.Item(ctx, to)
		if err != nil {
			return err
		}
		if !other.Kind.IsEntity() || other.InTrash() {
			return fmt.Errorf("%s cannot be named in a text: %w", other.Title, ErrInvalid)
		}
		for _, mention := range mentions {
			key := fold.String(mention.Words)
			if err := meanNot(ctx, tx, mention.Article, entity, key); err != nil {
				return err
			}
			if err := mean(ctx, tx, mention.Article, to, key); err != nil {
				return err
			}
		}
		return tx.SetDistinct(ctx, entity, to, true)
	})
	return to, err
}
