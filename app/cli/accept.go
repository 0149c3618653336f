package cli

import (
	"errors"
	"strings"

	"cuttings/notes"
)

// acceptCommand accepts a suggestion.
type acceptCommand struct {
	Suggestion string `arg:"" help:"The suggested name or event; \"date\" for the suggested date of an article."`
	Article    string `help:"The article that suggests the event or the date." placeholder:"ID"`
	Kind       string `enum:",person,organisation,place,event" default:"" help:"What it is: person, organisation, place or event." placeholder:"KIND"`
	As         string `help:"The entity that is meant: the words become an alias of it, or mean it where they could mean several." placeholder:"ID"`
	Name       string `help:"What it is to be called." placeholder:"NAME"`
	Date       string `help:"Another date for the article, in words or EDTF." placeholder:"DATE"`
}

// Run accepts it.
func (cmd *acceptCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	var article notes.Item
	var err error
	if cmd.Article != "" {
		if article, err = c.item(cmd.Article, notes.KindArticle); err != nil {
			return err
		}
	}
	if cmd.Suggestion == "date" && article.ID != 0 {
		if cmd.Date, err = c.date(cmd.Date); err != nil {
			return err
		}
		err := c.book.AcceptDate(c.ctx, article.ID, cmd.Date)
		if errors.Is(err, notes.ErrNotFound) {
			return sayf("No date is suggested for “%s”. \"cuttings edit %s --date DATE\" gives it one.", article.Title, article.ID)
		}
		if err != nil {
			return err
		}
		return c.accepted(article.ID)
	}
	if cmd.As != "" {
		id, decided, err := c.decide(cmd.Suggestion, article.ID, cmd.As, notes.Accepted)
		if err != nil {
			return err
		}
		if decided {
			return c.accepted(id)
		}
	}
	name, event, err := c.suggestion(cmd.Suggestion, article.ID, "")
	if err != nil {
		return err
	}
	if name == nil {
		return cmd.event(c, *event)
	}
	id, err := cmd.name(c, *name)
	if err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	return c.accepted(id)
}

func (cmd *acceptCommand) name(c *call, name notes.SuggestedName) (notes.ID, error) {
	if cmd.As != "" {
		entity, err := c.item(cmd.As, notes.Entities...)
		if err != nil {
			return 0, err
		}
		return entity.ID, c.book.AcceptAs(c.ctx, name.Name, entity.ID)
	}
	entity, err := c.book.AcceptName(c.ctx, notes.Wanted{Key: name.Key, Kind: name.Kind, As: notes.Kind(cmd.Kind), Name: cmd.Name})
	return entity.ID, err
}

// event accepts an event, and says of one that is there already that it is, and who is
// not in it yet.
func (cmd *acceptCommand) event(c *call, event notes.SuggestedEvent) error {
	accept := func() (notes.AcceptedEvent, error) { return c.book.AcceptEvent(c.ctx, event, cmd.Name) }
	if cmd.As != "" {
		known, err := c.item(cmd.As, notes.KindEvent)
		if err != nil {
			return err
		}
		accept = func() (notes.AcceptedEvent, error) { return c.book.AcceptEventAs(c.ctx, event, known.ID) }
	}
	accepted, err := accept()
	if err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	item, err := c.namedIn(accepted.ID)
	if err != nil {
		return err
	}
	answer := struct {
		namedIn
		Known   bool     `json:"known,omitempty"` // it was there already
		LeftOut []string `json:"left_out,omitempty"`
	}{item, accepted.Known, accepted.LeftOut}
	return c.answer(answer, func(w *page) {
		w.line("accepted  %s", answer.words())
		if accepted.Known && cmd.As == "" {
			w.line("It was there already; the sentences are sources of it now.")
		}
		if len(accepted.LeftOut) > 0 {
			w.line("Not in it until accepted: %s", strings.Join(accepted.LeftOut, ", "))
		}
	})
}

// accepted answers with the item that there is now and, of an entity, where it is
// named.
func (c *call) accepted(id notes.ID) error {
	item, err := c.named(id)
	if err != nil {
		return err
	}
	if !item.Kind.IsEntity() {
		return c.answer(item, func(w *page) { w.line("accepted  %s  %s", item.ID, item.Name) })
	}
	answer, err := c.namedIn(id)
	if err != nil {
		return err
	}
	return c.answer(answer, func(w *page) { w.line("accepted  %s", answer.words()) })
}

// refuseCommand refuses a suggestion.
type refuseCommand struct {
	Suggestion string `arg:"" help:"The suggested name or event; \"date\" for the suggested date of an article; with --as also words that mean an entity."`
	Article    string `help:"Only in this article; for good if it is left out." placeholder:"ID"`
	As         string `help:"The entity that is not meant; others still can be. With --article also of a mention that was found." placeholder:"ID"`
}

// Run refuses it.
func (cmd *refuseCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	refusal := notes.Refusal{Subject: notes.OfName}
	if cmd.Article != "" {
		article, err := c.item(cmd.Article, notes.KindArticle)
		if err != nil {
			return err
		}
		refusal.Article = article.ID
	}
	if cmd.As != "" {
		return cmd.notMeant(c, refusal.Article)
	}
	if cmd.Suggestion == "date" && refusal.Article != 0 {
		refusal.Subject = notes.OfDate
	} else {
		name, event, err := c.suggestion(cmd.Suggestion, refusal.Article, "")
		if err != nil {
			return err
		}
		if name != nil {
			refusal.Key = name.Key
		} else {
			refusal.Subject, refusal.Key = notes.OfEvent, event.Key
		}
	}
	if err := c.book.Refuse(c.ctx, cmd.Suggestion, refusal); err != nil {
		return err
	}
	answer := struct {
		Refused string `json:"refused"`
		Article string `json:"article,omitempty"`
	}{Refused: cmd.Suggestion}
	if refusal.Article != 0 {
		answer.Article = refusal.Article.String()
	}
	return c.answer(answer, func(w *page) { w.line("refused  %s", cmd.Suggestion) })
}

// sourceCommand makes a highlight a source of an event.
type sourceCommand struct {
	Event     string `arg:"" help:"The event."`
	Highlight string `arg:"" help:"The highlight."`
	Date      string `help:"When it was by this account, if that differs; in words or EDTF." placeholder:"DATE"`
	Place     string `help:"Where it was by this account, if that differs." placeholder:"TEXT"`
	Number    string `help:"What this account counts, such as \"at least 70 dead\"." placeholder:"TEXT"`
	Remove    bool   `help:"It is no source of the event."`
}

// Run does so.
func (cmd *sourceCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	event, err := c.item(cmd.Event, notes.KindEvent)
	if err != nil {
		return err
	}
	highlight, err := c.item(cmd.Highlight, notes.KindHighlight)
	if err != nil {
		return err
	}
	if cmd.Date, err = c.date(cmd.Date); err != nil {
		return err
	}
	done := "source of"
	if cmd.Remove {
		done = "no source of"
		err = c.book.RemoveSource(c.ctx, event.ID, highlight.ID)
	} else {
		err = c.book.SetSource(c.ctx, notes.Source{Event: event.ID, Highlight: highlight.ID, Date: cmd.Date, Place: cmd.Place, Number: cmd.Number})
	}
	if err != nil {
		return err
	}
	answer := struct {
		Event     notes.ID `json:"event"`
		Highlight notes.ID `json:"highlight"`
		Removed   bool     `json:"removed"`
	}{event.ID, highlight.ID, cmd.Remove}
	return c.answer(answer, func(w *page) { w.line("%s  %s %s", highlight.ID, done, event.Title) })
}
