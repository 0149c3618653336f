package cli

import (
	"errors"
	"fmt"
	"time"

	"cuttings/notes"
	"cuttings/notes/text"
)

// showCommand shows one item whole.
type showCommand struct {
	ID      string `arg:"" name:"id" help:"The item: its ID, title or name."`
	Capture string `help:"An older capture of the article, by its ID." placeholder:"ID"`
}

// Run shows.
func (cmd *showCommand) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	item, err := c.item(cmd.ID)
	if err != nil {
		return err
	}
	switch {
	case item.Kind == notes.KindArticle:
		return c.showArticle(item, cmd.Capture)
	case cmd.Capture != "":
		return usagef("Only an article has captures.")
	case item.Kind == notes.KindHighlight:
		return c.showHighlight(item)
	case item.Kind == notes.KindNote:
		return c.showNote(item)
	case item.Kind.IsEntity():
		return c.showEntity(item)
	}
	return c.showGroup(item)
}

// whole is what every item has when it is shown.
type whole struct {
	named
	stamps
	Tags        []named `json:"tags"`
	Collections []named `json:"collections"`
	Links       []link  `json:"links"`
	Backlinks   []link  `json:"backlinks"`
}

func (c *call) whole(item notes.Item) (whole, []string, error) {
	w := whole{stamps: stampsOf(item)}
	var err error
	if w.named, err = c.named(item.ID); err != nil {
		return w, nil, err
	}
	tags, err := c.book.TagsOf(c.ctx, item.ID)
	if err != nil {
		return w, nil, fmt.Errorf("read the tags of %s: %w", item.ID, err)
	}
	if w.Tags, err = c.namedAll(tags); err != nil {
		return w, nil, err
	}
	collections, err := c.book.CollectionsOf(c.ctx, item.ID)
	if err != nil {
		return w, nil, fmt.Errorf("read the collections of %s: %w", item.ID, err)
	}
	if w.Collections, err = c.namedAll(collections); err != nil {
		return w, nil, err
	}
	var unresolved []string
	w.Links, w.Backlinks, unresolved, err = c.linksOf(item)
	return w, unresolved, err
}

func (p *page) head(w whole) {
	p.line("%s", w.Name)
	p.field("id", w.ID.String())
	p.field("kind", string(w.Kind))
	for _, tag := range w.Tags {
		p.field("tag", tag.Name)
	}
	for _, collection := range w.Collections {
		p.field("collection", collection.Name)
	}
	if !w.Trashed.IsZero() {
		p.field("in the trash", "since "+w.Trashed.Format(time.DateTime)+" UTC")
	}
}

func (p *page) tail(w whole) {
	p.links("Links", w.Links)
	p.links("Linked from", w.Backlinks)
}

type capture struct {
	ID        notes.ID  `json:"id"`
	Captured  time.Time `json:"captured"`
	URL       string    `json:"url"`
	MediaType string    `json:"media_type"`
	SHA256    string    `json:"sha256"`
	Size      int64     `json:"size"`
}

// article is an article with its text and what stands on it.
type article struct {
	whole
	Title      string    `json:"title"`
	Byline     string    `json:"byline"`
	Source     string    `json:"source"`
	Date       string    `json:"date"`
	Language   string    `json:"language"`
	URL        string    `json:"url"`
	Capture    notes.ID  `json:"capture"` // whose text this is
	Inbox      bool      `json:"inbox"`
	Words      int       `json:"words"`
	Captures   []capture `json:"captures"`
	Text       string    `json:"text"`
	Highlights []passage `json:"highlights"`
	Orphans    []passage `json:"orphans"`
	Mentions   []mention `json:"mentions"`
}

func (c *call) showArticle(item notes.Item, captured string) error {
	which, err := captureID(captured)
	if err != nil {
		return err
	}
	base, _, err := c.whole(item)
	if err != nil {
		return err
	}
	reading, err := c.book.ReadCapture(c.ctx, item.ID, which)
	if errors.Is(err, notes.ErrNotFound) {
		return noCapture(item)
	}
	if err != nil {
		return err
	}
	a := reading.Article
	answer := article{
		whole: base, Title: a.Title, Byline: a.Byline, Source: a.Source, Date: a.Date, Language: a.Language, URL: a.URL, Capture: notes.ID(reading.Capture.ID),
		Inbox: a.Inbox, Words: a.Words, Captures: []capture{}, Text: reading.Text.Body,
		Highlights: []passage{}, Orphans: []passage{}, Mentions: []mention{},
	}
	for _, one := range reading.Captures {
		answer.Captures = append(answer.Captures, captureOf(one))
	}
	for _, highlight := range reading.Highlights {
		answer.Highlights = append(answer.Highlights, c.passageIn(reading, highlight, reading.Text))
	}
	for _, orphan := range reading.Orphans {
		t, err := c.book.Text(c.ctx, orphan.Capture)
		if err != nil {
			return fmt.Errorf("read the text of capture %s: %w", notes.ID(orphan.Capture), err)
		}
		answer.Orphans = append(answer.Orphans, c.passageIn(reading, orphan, t))
	}
	if answer.Mentions, err = c.mentions(answer.Mentions, reading.Mentions, reading.Text.CodePoints); err != nil {
		return err
	}
	return c.answer(answer, answer.write)
}

func captureOf(c notes.Capture) capture {
	return capture{notes.ID(c.ID), c.Captured.UTC(), c.URL, c.MediaType, c.SHA256, c.Size}
}

// passageIn is a highlight as it stands in a reading; t is the text that its
// range is in.
func (c *call) passageIn(reading notes.Reading, h notes.Highlight, t text.Text) passage {
	p := passageOf(h, t).placed(reading.Placements[h.ID])
	for _, tag := range reading.Tags[h.ID] {
		p.Tags = append(p.Tags, tag.Title)
	}
	return p
}

func (a article) write(w *page) {
	w.head(a.whole)
	w.field("byline", a.Byline)
	w.field("source", a.Source)
	w.field("date", a.Date)
	w.field("language", a.Language)
	w.field("address", a.URL)
	w.field("words", fmt.Sprint(a.Words))
	if len(a.Captures) > 1 {
		for _, one := range a.Captures {
			shown := ""
			if one.ID == a.Capture {
				shown = ", shown here"
			}
			w.field("captured", one.Captured.Format(time.DateTime)+" UTC, "+one.ID.String()+shown)
		}
	}
	w.line("\n%s", a.Text)
	w.section("Highlights", len(a.Highlights))
	for _, highlight := range a.Highlights {
		w.passage(highlight)
	}
	w.section("Highlights whose words are gone", len(a.Orphans))
	for _, orphan := range a.Orphans {
		w.passage(orphan)
	}
	w.mentions(a.Mentions)
	w.tail(a.whole)
}

// mentions names the entities that are mentioned; points translates offsets.
func (c *call) mentions(into []mention, found []notes.Mention, points func(offset int) int) ([]mention, error) {
	names := map[notes.ID]string{}
	for _, m := range found {
		name, ok := names[m.Entity]
		if !ok {
			entity, err := c.named(m.Entity)
			if err != nil {
				return nil, err
			}
			name = entity.Name
			names[m.Entity] = name
		}
		into = append(into, mention{m.Entity, m.Kind, name, m.Article, points(m.Start), points(m.End), m.Exact, m.Verdict})
	}
	return into, nil
}

// mentions writes each entity once, with how often it is named.
func (p *page) mentions(all []mention) {
	times := map[notes.ID]int{}
	var order []mention
	for _, m := range all {
		if times[m.Entity]++; times[m.Entity] == 1 {
			order = append(order, m)
		}
	}
	p.section("People and events", len(order))
	for _, m := range order {
		p.line("  %s  %-12s  %s (%d)", m.Entity, m.Kind, m.Name, times[m.Entity])
	}
}

func (c *call) showHighlight(item notes.Item) error {
	base, unresolved, err := c.whole(item)
	if err != nil {
		return err
	}
	highlight, err := c.book.Highlight(c.ctx, item.ID)
	if err != nil {
		return fmt.Errorf("read highlight %s: %w", item.ID, err)
	}
	t, err := c.book.Text(c.ctx, highlight.Capture)
	if err != nil {
		return fmt.Errorf("read the text of %s: %w", highlight.Article, err)
	}
	article, err := c.named(highlight.Article)
	if err != nil {
		return err
	}
	p := passageOf(highlight, t)
	answer := struct {
		whole
		Article    named        `json:"article"`
		Start      int          `json:"start"`
		End        int          `json:"end"`
		Quote      string       `json:"quote"`
		Prefix     string       `json:"prefix"`
		Suffix     string       `json:"suffix"`
		Colour     notes.Colour `json:"colour"`
		Comment    string       `json:"comment"`
		Unresolved []string     `json:"unresolved"`
	}{base, article, p.Start, p.End, p.Quote, p.Prefix, p.Suffix, p.Colour, p.Comment, unresolved}
	return c.answer(answer, func(w *page) {
		w.head(base)
		w.field("article", article.Name)
		w.field("colour", string(p.Colour))
		w.line("\n%s", p.Quote)
		if p.Comment != "" {
			w.line("\n%s", p.Comment)
		}
		w.tail(base)
	})
}

func (c *call) showNote(item notes.Item) error {
	base, unresolved, err := c.whole(item)
	if err != nil {
		return err
	}
	note, err := c.book.Note(c.ctx, item.ID)
	if err != nil {
		return fmt.Errorf("read note %s: %w", item.ID, err)
	}
	revisions, err := c.book.Revisions(c.ctx, item.ID)
	if err != nil {
		return fmt.Errorf("read the revisions of %s: %w", item.ID, err)
	}
	answer := struct {
		whole
		Title      string   `json:"title"`
		Body       string   `json:"body"`
		Unresolved []string `json:"unresolved"`
		Revisions  int      `json:"revisions"`
	}{base, note.Title, note.Body, unresolved, len(revisions)}
	return c.answer(answer, func(w *page) {
		w.head(base)
		w.line("\n%s", note.Body)
		w.section("Links that lead nowhere", len(unresolved))
		for _, target := range unresolved {
			w.line("  [[%s]]", target)
		}
		w.tail(base)
	})
}

// showGroup shows a tag, collection or saved search.
func (c *call) showGroup(item notes.Item) error {
	base, _, err := c.whole(item)
	if err != nil {
		return err
	}
	answer := struct {
		whole
		Query string  `json:"query,omitempty"`
		Items []named `json:"items"`
	}{whole: base, Items: []named{}}
	if item.Kind == notes.KindSearch {
		if answer.Query, err = c.book.SavedSearch(c.ctx, item.ID); err != nil {
			return fmt.Errorf("read saved search %s: %w", item.ID, err)
		}
	} else {
		filter := notes.ItemFilter{Tag: item.ID}
		if item.Kind == notes.KindCollection {
			filter = notes.ItemFilter{Collection: item.ID}
		}
		rows, _, err := c.book.Items(c.ctx, filter)
		if err != nil {
			return fmt.Errorf("read the items of %s: %w", item.ID, err)
		}
		for _, row := range rows {
			one, err := c.named(row.ID)
			if err != nil {
				return err
			}
			answer.Items = append(answer.Items, one)
		}
	}
	return c.answer(answer, func(w *page) {
		w.head(base)
		w.field("query", answer.Query)
		w.section("Items", len(answer.Items))
		for _, one := range answer.Items {
			w.line("  %s", one.words())
		}
	})
}
