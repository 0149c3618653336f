package notes

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"cuttings/notes/fold"
)

// Wanted is a suggested name that the person accepts.
type Wanted struct {
	Key  string
	Kind Kind   // as it was suggested
	As   Kind   // the kind that it has in truth; Kind if empty
	Name string // as it is to be called; the suggested name if empty
}

// AcceptName makes an entity of a suggested name, with the office that stands
// beside it, and finds it wherever it is named, but in the articles where the name
// was refused. Events that were accepted before it get it as the participant or
// place that their sentence names. It returns ErrNotFound if nothing of that key is
// suggested.
func (n *Notebook) AcceptName(ctx context.Context, wanted Wanted) (Entity, error) {
	places, err := n.PlacesOf(ctx, wanted.Key, wanted.Kind, 0)
	if err != nil {
		return Entity{}, fmt.Errorf("accept a name: %w", err)
	}
	if len(places) == 0 {
		return Entity{}, fmt.Errorf("accept a name: nothing like it is suggested: %w", ErrNotFound)
	}
	entity := entityOf(places[:min(len(places), mostEvidence)], wanted)
	now := n.now()
	entity.ID, entity.Created, entity.Changed = n.ids.next(), now, now
	err = n.update(ctx, Operation{Verb: VerbAccept, Subject: entity.Title}, func(tx Tx) error {
		if err := checkEntity(ctx, tx, &entity); err != nil {
			return err
		}
		if err := tx.InsertEntity(ctx, entity); err != nil {
			return err
		}
		if err := holdRefusals(ctx, tx, entity.ID, allNames(entity)...); err != nil {
			return err
		}
		return n.knownAt(ctx, tx, entity.Item, places)
	})
	return entity, err
}

// mostEvidence is how many places of a name are looked at for what stands beside
// it.
const mostEvidence = 200

// entityOf is the entity that a name would be: called as it is in full, with the
// offices that stand beside it, each once.
func entityOf(places []NamePlace, wanted Wanted) Entity {
	entity := Entity{Item: Item{Kind: wanted.Kind, Title: wanted.Name}}
	if wanted.As != "" {
		entity.Kind = wanted.As
	}
	if wanted.Name != "" {
		entity.Aliases = []string{places[0].Name} // what the texts call it
	}
	for _, place := range places {
		if wanted.Name == "" && len(place.Name) > len(entity.Title) {
			entity.Title = place.Name
		}
		role := place.Beside.Role()
		known := slices.ContainsFunc(entity.Roles, func(r Role) bool { return fold.String(r.Title) == fold.String(role.Title) })
		if entity.Kind == KindPerson && role.Title != "" && !known {
			entity.Roles = append(entity.Roles, role)
		}
	}
	return entity
}

// AcceptAs takes a suggested name for an entity that is known: it becomes an alias
// of it. Events get it, and refusals of the name hold, as with AcceptName.
func (n *Notebook) AcceptAs(ctx context.Context, name string, entity ID) error {
	before, err := n.Reader.Entity(ctx, entity)
	if err != nil {
		return fmt.Errorf("accept a name as %s: %w", entity, err)
	}
	return n.update(ctx, Operation{Verb: VerbAccept, Subject: name + " — " + before.Title}, func(tx Tx) error {
		known, err := tx.Entity(ctx, entity)
		if err != nil {
			return err
		}
		known.Aliases = append(known.Aliases, name)
		known.Changed = n.now()
		if err := checkEntity(ctx, tx, &known); err != nil {
			return err
		}
		if err := tx.UpdateEntity(ctx, known); err != nil {
			return err
		}
		if err := holdRefusals(ctx, tx, entity, name); err != nil {
			return err
		}
		for _, kind := range Entities {
			places, err := tx.PlacesOf(ctx, fold.String(name), kind, 0)
			if err != nil {
				return err
			}
			if err := n.knownAt(ctx, tx, known.Item, places); err != nil {
				return err
			}
		}
		return nil
	})
}

// knownAt says that an entity stands at the places where it was suggested: its
// names mean it there, and it takes part in the events that were accepted there.
func (n *Notebook) knownAt(ctx context.Context, tx Tx, entity Item, places []NamePlace) error {
	if err := meanAt(ctx, tx, entity.ID, places); err != nil {
		return err
	}
	return n.takePart(ctx, tx, entity, places)
}

// meanAt records that the names of an entity mean it in the articles in which they
// were suggested. So what was accepted stays its own when a namesake comes.
func meanAt(ctx context.Context, tx Tx, entity ID, places []NamePlace) error {
	decided := map[NameIn]bool{}
	var at []NameIn
	for _, place := range places {
		for _, words := range []string{place.Exact, place.Name} {
			if here := (NameIn{place.Article, fold.String(words)}); !decided[here] {
				decided[here] = true
				at = append(at, here)
			}
		}
	}
	if err := tx.Mean(ctx, entity, at); err != nil {
		return fmt.Errorf("say that %d names mean %s: %w", len(at), entity, err)
	}
	return nil
}

// holdRefusals says of an entity that names of it do not mean it in the articles
// where one of them was refused as a suggestion: what was no name to the person
// there does not become one because it is accepted elsewhere.
func holdRefusals(ctx context.Context, tx Tx, entity ID, names ...string) error {
	keys := make([]string, 0, len(names))
	for _, name := range names {
		keys = append(keys, fold.String(name))
	}
	if err := tx.HoldRefusals(ctx, entity, keys); err != nil {
		return fmt.Errorf("hold to what was refused of %s: %w", entity, err)
	}
	return nil
}

// mean records that words mean an entity in an article, and no other that they
// were said to mean before, nor do its short forms.
func mean(ctx context.Context, tx Tx, article, entity ID, key string) error {
	said, err := tx.Verdicts(ctx, article)
	if err != nil {
		return fmt.Errorf("read the verdicts on %s: %w", article, err)
	}
	for saying, verdict := range said {
		if saying.Key == key && saying.Entity != entity && verdict == Accepted {
			if err := releaseShort(ctx, tx, article, saying.Entity, key, said); err != nil {
				return err
			}
		}
	}
	if err := tx.Mean(ctx, entity, []NameIn{{article, key}}); err != nil {
		return fmt.Errorf("in article %s: %w", article, err)
	}
	return nil
}

// meanNot records that words do not mean an entity in an article.
func meanNot(ctx context.Context, tx Tx, article, entity ID, key string) error {
	said, err := tx.Verdicts(ctx, article)
	if err != nil {
		return fmt.Errorf("read the verdicts on %s: %w", article, err)
	}
	if err := releaseShort(ctx, tx, article, entity, key, said); err != nil {
		return err
	}
	if err := tx.SetVerdict(ctx, article, entity, key, Rejected); err != nil {
		return fmt.Errorf("in article %s: %w", article, err)
	}
	return nil
}

// releaseShort forgets that short forms of a name mean an entity in an article, as
// accepting the name recorded of them, so that they follow what is now said of it.
func releaseShort(ctx context.Context, tx Tx, article, entity ID, key string, said map[VerdictKey]Verdict) error {
	for saying, verdict := range said {
		if saying.Entity == entity && verdict == Accepted && endsWith(key, saying.Key) {
			if err := tx.RemoveVerdict(ctx, article, entity, saying.Key); err != nil {
				return fmt.Errorf("in article %s: %w", article, err)
			}
		}
	}
	return nil
}

// Refuse remembers that suggestions are not wanted, in one article or, with
// article zero, for good. Said is what they are called.
func (n *Notebook) Refuse(ctx context.Context, said string, refusals ...Refusal) error {
	return n.update(ctx, Operation{Verb: VerbRefuse, Subject: said}, func(tx Tx) error {
		for _, refusal := range refusals {
			if err := refuse(ctx, tx, refusal); err != nil {
				return fmt.Errorf("in article %s: %w", refusal.Article, err)
			}
		}
		return nil
	})
}

// refuse remembers a refusal; of an event, also the words that tell of it, since
// its key changes with the date of its article.
func refuse(ctx context.Context, tx Tx, refusal Refusal) error {
	if refusal.Subject == OfEvent {
		events, err := tx.WaitingEvents(ctx, refusal.Key)
		if err != nil {
			return err
		}
		for _, event := range events {
			if refusal.Article != 0 && refusal.Article != event.Article {
				continue
			}
			if err := answered(ctx, tx, event); err != nil {
				return err
			}
		}
	}
	return tx.SetRefusal(ctx, refusal, true)
}

// DecideForGood records, for all articles, that words do or do not mean an
// entity; "" takes that back.
func (n *Notebook) DecideForGood(ctx context.Context, entity ID, words string, verdict Verdict) error {
	item, err := n.Reader.Item(ctx, entity)
	if err != nil {
		return fmt.Errorf("decide on mentions of %s: %w", entity, err)
	}
	return n.update(ctx, Operation{Verb: VerbDecide, Subject: item.Title}, func(tx Tx) error {
		return tx.SetRuling(ctx, entity, fold.String(words), verdict)
	})
}

// AcceptDate gives an article the date that was worked out for it, which is no
// longer uncertain then, or another.
func (n *Notebook) AcceptDate(ctx context.Context, article ID, date string) error {
	if date == "" {
		if err := n.readIfUnread(ctx, article); err != nil {
			return fmt.Errorf("accept the date of article %s: %w", article, err)
		}
		suggested, err := n.SuggestedDate(ctx, article)
		if err != nil {
			return fmt.Errorf("accept the date of article %s: %w", article, err)
		}
		date = suggested.Sure()
	}
	return n.EditArticle(ctx, article, ArticleUpdate{Date: &date})
}

// SetSource makes a highlight a source of an event, or changes its account. It
// returns ErrInvalid for a date that is not EDTF, or what is no event.
func (n *Notebook) SetSource(ctx context.Context, source Source) error {
	event, err := n.Reader.Entity(ctx, source.Event)
	if err != nil {
		return fmt.Errorf("source of %s: %w", source.Event, err)
	}
	if event.Kind != KindEvent {
		return fmt.Errorf("%s is no event: %w", event.Title, ErrInvalid)
	}
	if _, err := checkedDate(source.Date); err != nil {
		return err
	}
	if source.Date, _ = sortable(source.Date); source.Date == event.Date {
		source.Date = ""
	}
	return n.update(ctx, Operation{Verb: VerbSource, Subject: event.Title}, func(tx Tx) error {
		if _, err := tx.Highlight(ctx, source.Highlight); err != nil {
			return err
		}
		return tx.SetSource(ctx, source)
	})
}

// RemoveSource makes a highlight no source of an event any more; the highlight
// stays.
func (n *Notebook) RemoveSource(ctx context.Context, event, highlight ID) error {
	item, err := n.Reader.Item(ctx, event)
	if err != nil {
		return fmt.Errorf("source of %s: %w", event, err)
	}
	return n.update(ctx, Operation{Verb: VerbSource, Subject: item.Title}, func(tx Tx) error {
		return tx.RemoveSource(ctx, event, highlight)
	})
}

// SourcesIn returns which highlights of an article are sources, and of which
// events, the oldest event first.
func (n *Notebook) SourcesIn(ctx context.Context, article ID) (map[ID][]Source, error) {
	highlights, _, err := n.Highlights(ctx, HighlightFilter{Article: article})
	if err != nil || len(highlights) == 0 {
		return nil, err
	}
	counts, err := n.SourceCounts(ctx)
	if err != nil {
		return nil, fmt.Errorf("sources in article %s: %w", article, err)
	}
	told := map[ID][]Source{}
	for _, event := range slices.Sorted(maps.Keys(counts)) {
		sources, err := n.Sources(ctx, event)
		if err != nil {
			return nil, fmt.Errorf("sources in article %s: %w", article, err)
		}
		for _, source := range sources {
			if slices.ContainsFunc(highlights, func(h Highlight) bool { return h.ID == source.Highlight }) {
				told[source.Highlight] = append(told[source.Highlight], source)
			}
		}
	}
	return told, nil
}

// TellApart remembers that two entities are not one, so that it is not asked
// again.
func (n *Notebook) TellApart(ctx context.Context, a, b ID) error {
	first, err := n.Reader.Item(ctx, a)
	second, err2 := n.Reader.Item(ctx, b)
	if err := errors.Join(err, err2); err != nil {
		return fmt.Errorf("tell %s and %s apart: %w", a, b, err)
	}
	return n.update(ctx, Operation{Verb: VerbDistinguish, Subject: first.Title + " — " + second.Title}, func(tx Tx) error {
		return tx.SetDistinct(ctx, a, b, true)
	})
}
