package notes

import (
	"context"
	"fmt"
	"slices"

	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// TakenEvent is a suggested event that was accepted, with the event whose source
// its sentence is. A sentence that tells of several comes with each of them.
type TakenEvent struct {
	Event ID
	SuggestedEvent
}

// takePart puts an entity, which was nobody until now, into the events that were
// accepted from a suggestion naming it: who took part in them, or where they were.
func (n *Notebook) takePart(ctx context.Context, tx Tx, entity Item, places []NamePlace) error {
	byArticle := map[ID][]text.Range{}
	var articles []ID
	for _, place := range places {
		if byArticle[place.Article] == nil {
			articles = append(articles, place.Article)
		}
		byArticle[place.Article] = append(byArticle[place.Article], place.Range)
	}
	all, err := tx.TakenEvents(ctx, articles)
	if err != nil {
		return fmt.Errorf("read the events taken from %d articles: %w", len(articles), err)
	}
	taken := map[ID][]TakenEvent{}
	for _, one := range all {
		taken[one.Article] = append(taken[one.Article], one)
	}
	for _, one := range all {
		event, err := tx.Entity(ctx, one.Event)
		if err != nil {
			return fmt.Errorf("read event %s: %w", one.Event, err)
		}
		if !one.became(event, taken[one.Article]) || !one.give(&event, entity, byArticle[one.Article]) {
			continue
		}
		event.Changed = n.now()
		if err := checkEntity(ctx, tx, &event); err != nil {
			return err
		}
		if err := tx.UpdateEntity(ctx, event); err != nil {
			return fmt.Errorf("event %s: %w", event.ID, err)
		}
	}
	return nil
}

// takePartByName is takePart for the places where one of the names of an entity is
// suggested, as whatever kind.
func (n *Notebook) takePartByName(ctx context.Context, tx Tx, entity Entity) error {
	var places []NamePlace
	for _, name := range allNames(entity) {
		for _, kind := range Entities {
			more, err := tx.PlacesOf(ctx, fold.String(name), kind, 0)
			if err != nil {
				return fmt.Errorf("where %d letters are suggested: %w", len(name), err)
			}
			places = append(places, more...)
		}
	}
	return n.takePart(ctx, tx, entity.Item, places)
}

// became reports whether the event was made from the suggestion: it is called so,
// or no other is told in that sentence and it has its date.
func (e TakenEvent) became(event Entity, taken []TakenEvent) bool {
	if fold.String(event.Title) == fold.String(e.Name) {
		return true
	}
	others := slices.ContainsFunc(taken, func(o TakenEvent) bool { return o.Range == e.Range && (o.Event != e.Event || o.Key != e.Key) })
	return !others && !otherDate(event.Date, e.Date)
}

// give gives an event the entity that stands at these places, as what the
// suggestion has there, and reports whether it changed.
func (e SuggestedEvent) give(event *Entity, entity Item, at []text.Range) (changed bool) {
	stands := func(part SuggestedPart) bool {
		return part.Name != "" && slices.ContainsFunc(at, func(r text.Range) bool { return r.Start < part.End && r.End > part.Start })
	}
	if entity.Kind == KindPlace && event.Place == 0 && stands(e.Place) {
		event.Place, changed = entity.ID, true
	}
	if entity.Kind == KindEvent || entity.ID == event.Place || slices.ContainsFunc(event.Participants, func(p Participant) bool { return p.Entity == entity.ID }) {
		return changed
	}
	if i := slices.IndexFunc(e.Participants, stands); i >= 0 && !stands(e.Place) && !e.isPlace(e.Participants[i]) {
		event.Participants = append(slices.Clone(event.Participants), Participant{Entity: entity.ID, Role: e.Participants[i].Role})
		changed = true
	}
	return changed
}
