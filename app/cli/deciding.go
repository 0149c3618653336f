package cli

import (
	"fmt"
	"slices"

	"cuttings/notes"
	"cuttings/notes/fold"
)

// decide says whether words that could mean several mean an entity, in an article or,
// with zero, everywhere; in an article also of words that were found to mean it. It is
// false, with nothing said, where they are not such words.
func (c *call) decide(words string, article notes.ID, as string, verdict notes.Verdict) (notes.ID, bool, error) {
	if err := c.settle(); err != nil {
		return 0, false, err
	}
	key := fold.String(words)
	places, _, err := c.book.UnclearPlaces(c.ctx, article, 0)
	if err != nil {
		return 0, false, err
	}
	at := slices.IndexFunc(places, func(p notes.Unclear) bool { return p.Key == key })
	if at < 0 && article != 0 {
		return c.redecide(key, article, as, verdict)
	}
	if at < 0 {
		return 0, false, nil
	}
	if article == 0 { // elsewhere they may be a name that is suggested, which is answered first
		_, suggested, err := c.book.SuggestedNames(c.ctx, notes.SuggestionFilter{Keys: []string{key}, Bare: true})
		if err != nil || suggested > 0 {
			return 0, false, err
		}
	}
	meant, err := c.item(as, notes.Entities...)
	if err != nil {
		return 0, false, err
	}
	fits := func(p notes.Unclear) bool { return p.Key == key && slices.Contains(p.Entities, meant.ID) }
	if at = slices.IndexFunc(places, fits); at < 0 {
		return 0, false, sayf("“%s” cannot mean “%s” there. \"cuttings suggest --which\" lists whom it can mean.", words, meant.Title)
	}
	if article == 0 {
		err = c.book.DecideForGood(c.ctx, meant.ID, places[at].Exact, verdict)
	} else {
		err = c.book.Decide(c.ctx, article, meant.ID, places[at].Exact, verdict)
	}
	if err == nil {
		err = c.settle()
	}
	return meant.ID, true, err
}

// redecide says it of words that are a mention of the entity in the article, or were
// refused as one. It is false where they are neither.
func (c *call) redecide(key string, article notes.ID, as string, verdict notes.Verdict) (notes.ID, bool, error) {
	meant, err := c.item(as, notes.Entities...)
	if err != nil {
		return 0, false, err
	}
	mentions, _, err := c.book.Mentions(c.ctx, notes.MentionFilter{Article: article, Entity: meant.ID, Rejected: true})
	if err != nil {
		return 0, false, fmt.Errorf("read the mentions of %s: %w", meant.ID, err)
	}
	at := slices.IndexFunc(mentions, func(m notes.Mention) bool { return fold.String(m.Exact) == key })
	if at < 0 {
		return 0, false, nil
	}
	if err := c.book.Decide(c.ctx, article, meant.ID, mentions[at].Exact, verdict); err != nil {
		return 0, false, err
	}
	return meant.ID, true, c.settle()
}

// notMeant says that words do not mean an entity: those that could mean several, a
// mention, or a suggested name that is like one.
func (cmd *refuseCommand) notMeant(c *call, article notes.ID) error {
	id, decided, err := c.decide(cmd.Suggestion, article, cmd.As, notes.Rejected)
	if err != nil {
		return err
	}
	if !decided {
		name, _, err := c.suggestion(cmd.Suggestion, article, "")
		if err != nil {
			return err
		}
		known, err := c.item(cmd.As, notes.Entities...)
		if err != nil {
			return err
		}
		if name == nil || article != 0 {
			return usagef("That a suggested name is not one in the archive holds everywhere; leave --article out. An event is refused without --as.")
		}
		if err := c.book.DecideForGood(c.ctx, known.ID, name.Name, notes.Rejected); err != nil {
			return err
		}
		id = known.ID
	}
	item, err := c.named(id)
	if err != nil {
		return err
	}
	answer := struct {
		Refused string `json:"refused"`
		As      named  `json:"as"`
	}{cmd.Suggestion, item}
	return c.answer(answer, func(w *page) { w.line("refused  “%s” as %s  %s", cmd.Suggestion, item.ID, item.Name) })
}
