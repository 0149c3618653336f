package seeds

import (
	"context"
	"fmt"
	"slices"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/markdown"
	"cuttings/notes/text"
)

// Plant builds the sample in an empty archive.
func Plant(ctx context.Context, book *notes.Notebook, collector notes.Collector) error {
	sample, err := Load()
	if err != nil {
		return err
	}
	p := planter{ctx: ctx, book: book, articles: map[string]notes.ID{}, entities: map[string]notes.ID{}, highlights: map[string][]notes.Highlight{}}
	for _, step := range []func(Sample) error{
		func(s Sample) error { return p.plantArticles(s, collector) },
		p.plantEntities, p.plantHighlights, p.plantNotes, p.plantGroups,
	} {
		if err := step(sample); err != nil {
			return fmt.Errorf("plant the sample: %w", err)
		}
	}
	return nil
}

// planter remembers under which IDs things were made.
type planter struct {
	ctx        context.Context
	book       *notes.Notebook
	articles   map[string]notes.ID
	entities   map[string]notes.ID
	highlights map[string][]notes.Highlight // by article
}

func (p *planter) plantArticles(s Sample, collector notes.Collector) error {
	for _, inbox := range []bool{false, true} {
		var names []string
		var inputs []notes.Input
		for _, article := range s.Articles {
			if slices.Contains(s.Inbox, article.File) == inbox {
				names = append(names, article.File)
				inputs = append(inputs, notes.Input{Data: []byte(article.Source), Name: article.File + ".md"})
			}
		}
		for i, collected := range p.book.Collect(p.ctx, collector, inputs, notes.CollectOptions{Inbox: inbox}, nil) {
			if collected.ID == 0 {
				return fmt.Errorf("article %s: %w", names[i], collected.Err)
			}
			p.articles[names[i]] = collected.ID
		}
	}
	return nil
}

func (p *planter) plantEntities(s Sample) error {
	for _, kind := range []struct {
		kind notes.Kind
		all  []Entity
	}{
		{notes.KindPlace, s.Places}, {notes.KindOrganisation, s.Organisations}, {notes.KindPerson, s.People}, {notes.KindEvent, s.Events},
	} {
		for _, e := range kind.all {
			entity := notes.Entity{
				Item:    notes.Item{Kind: kind.kind, Title: e.Name},
				Aliases: e.Aliases, Description: e.Description, Date: e.Date, Place: p.entities[e.Place],
			}
			for _, role := range e.Roles {
				entity.Roles = append(entity.Roles, notes.Role(role))
			}
			for _, participant := range e.Participants {
				id, ok := p.entities[participant.Name]
				if !ok {
					return fmt.Errorf("%s: %q takes part and is not in the sample", e.Name, participant.Name)
				}
				entity.Participants = append(entity.Participants, notes.Participant{Entity: id, Role: participant.Role})
			}
			made, err := p.book.AddEntity(p.ctx, entity)
			if err != nil {
				return err
			}
			p.entities[e.Name] = made.ID
		}
	}
	return nil
}

func (p *planter) plantHighlights(s Sample) error {
	for _, h := range s.Highlights {
		made, err := p.book.AddHighlight(p.ctx, notes.NewHighlight{
			Article: p.articles[h.Article], Quote: anchor.Quote{Exact: h.Quote}, Colour: notes.Colour(h.Colour), Comment: h.Comment,
		})
		if err != nil {
			return fmt.Errorf("%s: %q: %w", h.Article, h.Quote, err)
		}
		p.highlights[h.Article] = append(p.highlights[h.Article], made)
		for _, tale := range h.Tells {
			source := notes.Source{Event: p.entities[tale.Event], Highlight: made.ID, Date: tale.Date, Number: tale.Number}
			if err := p.book.SetSource(p.ctx, source); err != nil {
				return fmt.Errorf("%s: %q tells of %s: %w", h.Article, h.Quote, tale.Event, err)
			}
		}
	}
	return nil
}

func (p *planter) plantNotes(s Sample) error {
	for _, note := range s.Notes {
		body, err := linkHighlights(note.Body, func(article string, n int) (string, error) {
			if n < 1 || n > len(p.highlights[article]) {
				return "", fmt.Errorf("note %s: %s has no highlight %d", note.File, article, n)
			}
			h := p.highlights[article][n-1]
			return "[[" + h.ID.String() + "|" + markdown.Target(text.Shorten(h.Exact, 60)) + "]]", nil
		})
		if err != nil {
			return err
		}
		if _, err := p.book.AddNote(p.ctx, note.Title, body, note.Tags...); err != nil {
			return err
		}
	}
	return nil
}

func (p *planter) plantGroups(s Sample) error {
	for _, collection := range s.Collections {
		made, err := p.book.AddCollection(p.ctx, collection.Name)
		if err != nil {
			return err
		}
		var ids []notes.ID
		for _, article := range collection.Articles {
			ids = append(ids, p.articles[article])
		}
		if err := p.book.File(p.ctx, made.ID, ids...); err != nil {
			return err
		}
	}
	for _, search := range s.Searches {
		if _, err := p.book.SaveSearch(p.ctx, search.Name, search.Query); err != nil {
			return err
		}
	}
	return nil
}
