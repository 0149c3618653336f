package notes

import (
	"context"
	"fmt"
	"slices"

	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// AcceptedEvent is the event that a suggested one was accepted as.
type AcceptedEvent struct {
	Entity
	Known bool // it was there already, and got the sentences as sources
	// LeftOut are those who took part, and the place, that wait for a decision
	// themselves: they come in when they are accepted.
	LeftOut []string
}

// AcceptEvent makes an event of a suggested one: with its date, the place and the
// participants that are entities already, and its sentences as highlights that
// are its sources. Name overrules the suggested one if it is not empty. If an event of
// that name and date is there which it can be, it is accepted as that.
func (n *Notebook) AcceptEvent(ctx context.Context, suggested SuggestedEvent, name string) (AcceptedEvent, error) {
	if name == "" {
		name = suggested.Name
	}
	now := n.now()
	event := Entity{Item: Item{ID: n.ids.next(), Kind: KindEvent, Title: name, Created: now, Changed: now}, Date: suggested.Date}
	var accepted AcceptedEvent
	err := n.update(ctx, Operation{Verb: VerbAccept, Subject: name}, func(tx Tx) error {
		if _, err := suggested.complete(ctx, tx, &event); err != nil {
			return err
		}
		if err := checkEntity(ctx, tx, &event); err != nil {
			return err
		}
		known, err := eventThere(ctx, tx, event)
		if err != nil {
			return err
		}
		if known != 0 {
			accepted, err = n.acceptAs(ctx, tx, suggested, known)
			return err
		}
		if err := tx.InsertEntity(ctx, event); err != nil {
			return err
		}
		accepted = AcceptedEvent{Entity: event}
		if accepted.LeftOut, err = suggested.leftOut(ctx, tx); err != nil {
			return err
		}
		return n.tell(ctx, tx, event.ID, suggested)
	})
	return accepted, err
}

// AcceptEventAs takes a suggested event for one that is known: its sentences
// become sources of it, and it gets the place and those who took part that it
// lacks. Where its date or place is not that of the event, it is kept as the
// sources' own account.
func (n *Notebook) AcceptEventAs(ctx context.Context, suggested SuggestedEvent, event ID) (AcceptedEvent, error) {
	known, err := n.Reader.Entity(ctx, event)
	if err != nil {
		return AcceptedEvent{}, fmt.Errorf("accept an event as %s: %w", event, err)
	}
	if known.Kind != KindEvent {
		return AcceptedEvent{}, fmt.Errorf("%s is no event: %w", known.Title, ErrInvalid)
	}
	var accepted AcceptedEvent
	err = n.update(ctx, Operation{Verb: VerbAccept, Subject: known.Title}, func(tx Tx) (err error) {
		accepted, err = n.acceptAs(ctx, tx, suggested, event)
		return err
	})
	return accepted, err
}

func (n *Notebook) acceptAs(ctx context.Context, tx Tx, suggested SuggestedEvent, event ID) (AcceptedEvent, error) {
	left, err := suggested.leftOut(ctx, tx)
	if err != nil {
		return AcceptedEvent{}, err
	}
	if err := n.tell(ctx, tx, event, suggested); err != nil {
		return AcceptedEvent{}, err
	}
	known, err := tx.Entity(ctx, event)
	if err != nil {
		return AcceptedEvent{}, err
	}
	accepted := AcceptedEvent{Entity: known, Known: true, LeftOut: left}
	if changed, err := suggested.complete(ctx, tx, &accepted.Entity); err != nil || !changed {
		return accepted, err
	}
	accepted.Changed = n.now()
	if err := checkEntity(ctx, tx, &accepted.Entity); err != nil {
		return AcceptedEvent{}, err
	}
	return accepted, tx.UpdateEntity(ctx, accepted.Entity)
}

// eventThere is the oldest event of the name and date of one that is to be made, if it
// can be that one; zero if there is none.
func eventThere(ctx context.Context, r Reader, event Entity) (ID, error) {
	items, err := r.Lookup(ctx, fold.String(event.Title))
	if err != nil || event.Date == "" {
		return 0, err
	}
	var there ID
	for _, item := range items {
		if item.Kind != KindEvent || item.InTrash() {
			continue
		}
		known, err := r.Entity(ctx, item.ID)
		if err != nil {
			return 0, fmt.Errorf("read event %s: %w", item.ID, err)
		}
		if encloses(known.Date, event.Date) && encloses(event.Date, known.Date) && concernSame(known, event) {
			there = older(there, known.ID)
		}
	}
	return there, nil
}

// leftOut are the names of those who took part, and of the place, that wait for a
// decision: as suggested names, or since they could be several.
func (e SuggestedEvent) leftOut(ctx context.Context, r Reader) ([]string, error) {
	names, err := r.NamePlaces(ctx, e.Article)
	if err != nil {
		return nil, fmt.Errorf("names in %s: %w", e.Article, err)
	}
	open, _, err := r.UnclearPlaces(ctx, e.Article, 0)
	if err != nil {
		return nil, fmt.Errorf("what is unclear in %s: %w", e.Article, err)
	}
	var waiting []text.Range
	for _, name := range names {
		waiting = append(waiting, name.Range)
	}
	for _, place := range open {
		waiting = append(waiting, place.Range)
	}
	var left []string
	for _, part := range append(e.TookPart(), e.Place) {
		waits := func(r text.Range) bool { return r.Start < part.End && r.End > part.Start }
		if part.Name != "" && slices.ContainsFunc(waiting, waits) && !slices.Contains(left, part.Name) {
			left = append(left, part.Name)
		}
	}
	return left, nil
}
