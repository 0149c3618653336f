package notes

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"cuttings/notes/edtf"
	"cuttings/notes/fold"
	"cuttings/notes/text"
)

// complete gives an event the place, if it has none, and those who took part, as
// far as they are entities and it lacks them. It reports whether it changed.
func (e SuggestedEvent) complete(ctx context.Context, tx Tx, event *Entity) (changed bool, err error) {
	mentions, _, err := tx.Mentions(ctx, MentionFilter{Article: e.Article})
	if err != nil {
		return false, err
	}
	there := e.Place.known(mentions)
	if item, err := tx.Item(ctx, there); err == nil && item.Kind == KindPlace && event.Place == 0 {
		event.Place, changed = item.ID, true
	}
	for _, part := range e.TookPart() {
		item, err := tx.Item(ctx, part.known(mentions))
		takesPart := func(p Participant) bool { return p.Entity == item.ID }
		if err != nil || item.ID == there || item.ID == event.Place {
			continue
		}
		if item.Kind.IsEntity() && item.Kind != KindEvent && !slices.ContainsFunc(event.Participants, takesPart) {
			event.Participants = append(slices.Clone(event.Participants), Participant{Entity: item.ID, Role: part.Role})
			changed = true
		}
	}
	return changed, nil
}

// TookPart are those who took part, without the place where the text names it again.
func (e SuggestedEvent) TookPart() []SuggestedPart {
	return slices.DeleteFunc(slices.Clone(e.Participants), e.isPlace)
}

// isPlace reports whether one who took part is called as the place is: a text that
// names the place again, as in "the Vienna conference", does not make it take part.
func (e SuggestedEvent) isPlace(part SuggestedPart) bool {
	if part.Entity != 0 && part.Entity == e.Place.Entity {
		return true
	}
	return e.Place.Name != "" && fold.String(part.Name) == fold.String(e.Place.Name)
}

// known is the entity that the words of a part name by now; zero if none does.
func (p SuggestedPart) known(mentions []Mention) ID {
	for _, mention := range mentions {
		if p.Name != "" && mention.Start < p.End && mention.End > p.Start {
			return mention.Entity
		}
	}
	return p.Entity
}

// answered remembers that the words that tell of an event are not to suggest it
// again.
func answered(ctx context.Context, tx Tx, suggested SuggestedEvent) error {
	for _, telling := range suggested.Tellings {
		if err := tx.SetRefusal(ctx, Refusal{Article: suggested.Article, Subject: OfTelling, Key: telling}, true); err != nil {
			return fmt.Errorf("answer a suggestion of %s: %w", suggested.Article, err)
		}
	}
	return nil
}

// tell makes the sentences of a suggested event sources of an event.
func (n *Notebook) tell(ctx context.Context, tx Tx, event ID, suggested SuggestedEvent) error {
	article, err := tx.Article(ctx, suggested.Article)
	if err != nil {
		return err
	}
	t, err := tx.Text(ctx, article.Capture)
	if err != nil {
		return fmt.Errorf("read the text of %s: %w", article.ID, err)
	}
	date, place, err := suggested.account(ctx, tx, event)
	if err != nil {
		return err
	}
	told, err := tx.Sources(ctx, event)
	if err != nil {
		return fmt.Errorf("read the sources of %s: %w", event, err)
	}
	kept, _, err := tx.Highlights(ctx, HighlightFilter{Article: article.ID})
	if err != nil {
		return fmt.Errorf("read the highlights of %s: %w", article.ID, err)
	}
	if err := tx.SetRefusal(ctx, Refusal{Article: article.ID, Subject: OfEvent, Key: suggested.Key}, true); err != nil {
		return fmt.Errorf("answer a suggestion of %s: %w", article.ID, err)
	}
	if err := answered(ctx, tx, suggested); err != nil {
		return err
	}
	for _, passage := range append([]text.Range{suggested.Range}, suggested.Also...) {
		highlight := Highlight{Article: article.ID, Capture: article.Capture, Range: passage, Colour: Violet}
		if err := fix(&highlight, t); err != nil {
			return err
		}
		i := slices.IndexFunc(kept, func(h Highlight) bool { return h.Capture == article.Capture && h.Range == highlight.Range })
		if i >= 0 {
			highlight = kept[i]
		} else {
			now := n.now()
			highlight.Item = Item{ID: n.ids.next(), Kind: KindHighlight, Created: now, Changed: now}
			if err := tx.InsertHighlight(ctx, highlight); err != nil {
				return err
			}
		}
		source := Source{Event: event, Highlight: highlight.ID}
		if i := slices.IndexFunc(told, func(s Source) bool { return s.Highlight == highlight.ID }); i >= 0 {
			source = told[i]
		}
		source.Date, source.Place = cmp.Or(source.Date, date), cmp.Or(source.Place, place)
		if err := tx.SetSource(ctx, source); err != nil {
			return fmt.Errorf("source of %s: %w", event, err)
		}
	}
	return nil
}

// account is when and where a suggested event was by its own words, as far as the
// event has it otherwise.
func (e SuggestedEvent) account(ctx context.Context, tx Tx, event ID) (date, place string, err error) {
	known, err := tx.Entity(ctx, event)
	if err != nil {
		return "", "", err
	}
	if otherDate(known.Date, e.Date) {
		date = e.Date
	}
	if e.Place.Name == "" || known.Place == 0 {
		return date, "", nil
	}
	there, err := tx.Entity(ctx, known.Place)
	if err != nil {
		return "", "", fmt.Errorf("read the place of %s: %w", event, err)
	}
	mentions, _, err := tx.Mentions(ctx, MentionFilter{Article: e.Article})
	if err != nil {
		return "", "", err
	}
	called := slices.ContainsFunc(append([]string{there.Title}, there.Aliases...), func(name string) bool { return fold.String(name) == fold.String(e.Place.Name) })
	if !called && e.Place.known(mentions) != there.ID {
		place = e.Place.Name
	}
	return date, place, nil
}

// otherDate reports whether an account says of the date what an event does not
// say already: another date, or a narrower one. How sure either is makes no other.
func otherDate(event, account string) bool { return account != "" && !encloses(account, event) }

// encloses reports whether one EDTF date lies within another.
func encloses(date, within string) bool {
	wide, err := edtf.Parse(date)
	narrow, err2 := edtf.Parse(within)
	if err != nil || err2 != nil {
		return date == within
	}
	return wide.Encloses(narrow)
}

// Differs reports whether a source contradicts an event of a date, or says of it
// another place or a number. Dates of which one lies within the other agree.
func (s Source) Differs(date string) bool {
	return s.Place+s.Number != "" || s.Date != "" && !encloses(s.Date, date) && !encloses(date, s.Date)
}
