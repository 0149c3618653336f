package cli

import (
	"fmt"

	"cuttings/notes"
	"cuttings/notes/edtf"
)

// participant is someone who took part in an event.
type participant struct {
	named
	Role string `json:"role,omitempty"`
}

// naming is an article that names an entity, and how often.
type naming struct {
	named
	Count int `json:"count"`
}

// namedIn is an entity with where it is named.
type namedIn struct {
	named
	MentionedIn []naming `json:"mentioned_in"`
	Mentions    int      `json:"mentions"`
}

func (n namedIn) words() string {
	if n.Mentions == 0 {
		return fmt.Sprintf("%s  %s, named in no article", n.ID, n.Name)
	}
	return fmt.Sprintf("%s  %s, named %s in %s", n.ID, n.Name, count(n.Mentions, "time", "times"), count(len(n.MentionedIn), "article", "articles"))
}

// entity is a person, organisation, place or event.
type entity struct {
	whole
	Aliases      []string      `json:"aliases"`
	Description  string        `json:"description"`
	Roles        []notes.Role  `json:"roles"`
	Date         string        `json:"date,omitempty"`
	Place        *named        `json:"place,omitempty"`
	Participants []participant `json:"participants"`
	Events       []named       `json:"events"`
	Sources      []account     `json:"sources"`
	MentionedIn  []naming      `json:"mentioned_in"`
	Mentions     int           `json:"mentions"`
	Unresolved   []string      `json:"unresolved"`
}

// account is a highlight that tells of an event, with what it says otherwise.
type account struct {
	Highlight notes.ID `json:"highlight"`
	Article   named    `json:"article"`
	Exact     string   `json:"exact"`
	Date      string   `json:"date,omitempty"`
	Place     string   `json:"place,omitempty"`
	Number    string   `json:"number,omitempty"`
}

func (c *call) accounts(event notes.ID) ([]account, error) {
	sources, err := c.book.Sources(c.ctx, event)
	if err != nil {
		return nil, fmt.Errorf("read the sources of %s: %w", event, err)
	}
	accounts := []account{}
	for _, source := range sources {
		highlight, err := c.book.Highlight(c.ctx, source.Highlight)
		if err != nil {
			return nil, fmt.Errorf("read highlight %s: %w", source.Highlight, err)
		}
		article, err := c.named(highlight.Article)
		if err != nil {
			return nil, err
		}
		accounts = append(accounts, account{highlight.ID, article, highlight.Exact, source.Date, source.Place, source.Number})
	}
	return accounts, nil
}

func (c *call) showEntity(item notes.Item) error {
	base, unresolved, err := c.whole(item)
	if err != nil {
		return err
	}
	kept, err := c.book.Entity(c.ctx, item.ID)
	if err != nil {
		return fmt.Errorf("read entity %s: %w", item.ID, err)
	}
	answer := entity{
		whole: base, Aliases: append([]string{}, kept.Aliases...), Description: kept.Description,
		Roles: append([]notes.Role{}, kept.Roles...), Date: kept.Date, Participants: []participant{}, Unresolved: unresolved,
	}
	if kept.Place != 0 {
		place, err := c.named(kept.Place)
		if err != nil {
			return err
		}
		answer.Place = &place
	}
	for _, p := range kept.Participants {
		who, err := c.named(p.Entity)
		if err != nil {
			return err
		}
		answer.Participants = append(answer.Participants, participant{who, p.Role})
	}
	if answer.Events, err = c.eventsWith(item.ID); err != nil {
		return err
	}
	if answer.Sources, err = c.accounts(item.ID); err != nil {
		return err
	}
	if answer.MentionedIn, answer.Mentions, err = c.naming(item.ID); err != nil {
		return err
	}
	return c.answer(answer, answer.write)
}

func (e entity) write(w *page) {
	w.head(e.whole)
	for _, alias := range e.Aliases {
		w.field("also", alias)
	}
	for _, role := range e.Roles {
		w.field("role", joined(", ", role.Title, role.Organisation, span(role.From, role.To)))
	}
	w.field("date", inWords(e.Date))
	if e.Place != nil {
		w.field("place", e.Place.Name)
	}
	for _, p := range e.Participants {
		w.field("participant", joined(", ", p.Name, p.Role))
	}
	if e.Description != "" {
		w.line("\n%s", e.Description)
	}
	w.section("Events", len(e.Events))
	for _, event := range e.Events {
		w.line("  %s", event.words())
	}
	w.section("Sources", len(e.Sources))
	for _, source := range e.Sources {
		w.line("  %s  “%s”  — %s", source.Highlight, source.Exact, joined(" · ", source.Article.Name, inWords(source.Date), source.Place, source.Number))
	}
	w.section("Named in", len(e.MentionedIn))
	for _, article := range e.MentionedIn {
		w.line("  %s  %s (%d)", article.ID, article.Name, article.Count)
	}
	w.tail(e.whole)
}

func (c *call) eventsWith(id notes.ID) ([]named, error) {
	events, err := c.book.EventsWith(c.ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read the events with %s: %w", id, err)
	}
	items := make([]notes.Item, 0, len(events))
	for _, event := range events {
		items = append(items, event.Item)
	}
	return c.namedAll(items)
}

// namedIn is an entity with where it is named.
func (c *call) namedIn(id notes.ID) (namedIn, error) {
	item, err := c.named(id)
	if err != nil {
		return namedIn{}, err
	}
	articles, mentions, err := c.naming(id)
	return namedIn{item, articles, mentions}, err
}

// naming returns the articles that name an entity, in the order of its
// mentions, and how many mentions there are in all.
func (c *call) naming(id notes.ID) ([]naming, int, error) {
	mentions, total, err := c.book.Mentions(c.ctx, notes.MentionFilter{Entity: id})
	if err != nil {
		return nil, 0, fmt.Errorf("read the mentions of %s: %w", id, err)
	}
	articles := []naming{}
	at := map[notes.ID]int{}
	for _, m := range mentions {
		if i, ok := at[m.Article]; ok {
			articles[i].Count++
			continue
		}
		article, err := c.named(m.Article)
		if err != nil {
			return nil, 0, err
		}
		at[m.Article] = len(articles)
		articles = append(articles, naming{article, 1})
	}
	return articles, total, nil
}

func span(from, to string) string {
	if from == "" && to == "" {
		return ""
	}
	return inWords(from) + " – " + inWords(to)
}

// inWords says an EDTF date in words.
func inWords(date string) string {
	parsed, err := edtf.Parse(date)
	if err != nil {
		return date
	}
	return parsed.Words(edtf.English)
}
