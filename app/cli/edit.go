package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/text"
)

// editCommand changes the fields that are given; nil leaves a field alone.
type editCommand struct {
	ID string `arg:"" name:"id" help:"The item: its ID, title or name."`

	Title *string `aliases:"name" help:"The title, or the name; links to it follow." placeholder:"TEXT"`

	Byline   *string `group:"Of an article" help:"Who wrote it." placeholder:"TEXT"`
	Source   *string `group:"Of an article" help:"The newspaper, site or agency." placeholder:"TEXT"`
	Language *string `group:"Of an article" help:"Its language, such as en or fr-HT." placeholder:"CODE"`
	URL      *string `group:"Of an article" name:"url" help:"Its address." placeholder:"URL"`
	Inbox    *bool   `group:"Of an article" negatable:"" help:"Put it into the inbox, or take it out."`

	Colour  *string `group:"Of a highlight" help:"yellow, green, blue, red or violet." placeholder:"COLOUR"`
	Comment *string `group:"Of a highlight" help:"What you say about it." placeholder:"TEXT"`
	Quote   string  `group:"Of a highlight" help:"Other words of the article that it is to cover." placeholder:"TEXT"`
	Prefix  string  `group:"Of a highlight" help:"Words directly before these." placeholder:"TEXT"`
	Suffix  string  `group:"Of a highlight" help:"Words directly behind these." placeholder:"TEXT"`

	Body *string `group:"Of a note" xor:"body" help:"What it says." placeholder:"TEXT"`
	File string  `group:"Of a note" xor:"body" help:"Read the body from a file, or from standard input if it is -." placeholder:"FILE"`

	Aliases      []string `group:"Of a person, organisation, place or event" name:"alias" sep:"none" help:"The other names, in place of those it had; an empty one for none." placeholder:"NAME"`
	Description  *string  `group:"Of a person, organisation, place or event" help:"What there is to say." placeholder:"TEXT"`
	Roles        []string `group:"Of a person, organisation, place or event" name:"role" sep:"none" help:"The roles of a person, in place of those it had: \"TITLE | ORGANISATION | FROM | TO\"." placeholder:"ROLE"`
	Date         *string  `group:"Of a person, organisation, place or event" help:"The date of an event (or of an article), in words or EDTF." placeholder:"DATE"`
	Place        *string  `group:"Of a person, organisation, place or event" help:"The place of an event; empty for none." placeholder:"ID"`
	Participants []string `group:"Of a person, organisation, place or event" name:"participant" sep:"none" help:"Who took part in an event, in place of those it had: \"ID\" or \"ID | PART\"." placeholder:"ID"`

	Tags   []string `group:"Of any item" name:"tag" sep:"none" help:"Give it a tag; can be repeated." placeholder:"TAG"`
	Untags []string `group:"Of any item" name:"untag" sep:"none" help:"Take a tag away; can be repeated." placeholder:"TAG"`
	Into   []string `group:"Of any item" name:"collection" sep:"none" help:"Put it into a collection, made if there is none of that name." placeholder:"NAME"`
	OutOf  []string `group:"Of any item" name:"uncollection" sep:"none" help:"Take it out of a collection." placeholder:"NAME"`
}

// given returns the fields that are to be changed, but for those that any item
// has.
func (cmd *editCommand) given() []string {
	var given []string
	for _, field := range []struct {
		name string
		set  bool
	}{
		{"title", cmd.Title != nil},
		{"byline", cmd.Byline != nil},
		{"source", cmd.Source != nil},
		{"language", cmd.Language != nil},
		{"url", cmd.URL != nil},
		{"inbox", cmd.Inbox != nil},
		{"colour", cmd.Colour != nil},
		{"comment", cmd.Comment != nil},
		{"quote", cmd.Quote+cmd.Prefix+cmd.Suffix != ""},
		{"body", cmd.Body != nil || cmd.File != ""},
		{"alias", cmd.Aliases != nil},
		{"description", cmd.Description != nil},
		{"role", cmd.Roles != nil},
		{"date", cmd.Date != nil},
		{"place", cmd.Place != nil},
		{"participant", cmd.Participants != nil},
	} {
		if field.set {
			given = append(given, field.name)
		}
	}
	return given
}

// editable are the fields of each kind of item.
var editable = map[notes.Kind][]string{
	notes.KindArticle:      {"title", "byline", "source", "date", "language", "url", "inbox"},
	notes.KindHighlight:    {"colour", "comment", "quote"},
	notes.KindNote:         {"title", "body"},
	notes.KindPerson:       {"title", "alias", "description", "role"},
	notes.KindOrganisation: {"title", "alias", "description"},
	notes.KindPlace:        {"title", "alias", "description"},
	notes.KindEvent:        {"title", "alias", "description", "date", "place", "participant"},
	notes.KindTag:          {"title"},
	notes.KindCollection:   {"title"},
	notes.KindSearch:       {"title"},
}

// Validate asks for a field, and holds the colour to those there are.
func (cmd *editCommand) Validate() error {
	if len(cmd.given())+len(cmd.Tags)+len(cmd.Untags)+len(cmd.Into)+len(cmd.OutOf) == 0 {
		return errors.New("nothing to change was given, such as --title=TEXT")
	}
	if cmd.Colour != nil && !slices.Contains(notes.Colours, notes.Colour(*cmd.Colour)) {
		return fmt.Errorf("--colour must be yellow, green, blue, red or violet but got %q", *cmd.Colour)
	}
	for _, name := range slices.Concat(cmd.Tags, cmd.Untags, cmd.Into, cmd.OutOf) {
		if strings.TrimSpace(name) == "" {
			return errors.New("a tag or a collection needs a name")
		}
	}
	if cmd.Quote == "" && cmd.Prefix+cmd.Suffix != "" {
		return errors.New("--prefix and --suffix go with --quote")
	}
	return nil
}

// Run changes the fields.
func (cmd *editCommand) Run(c *call) error {
	if cmd.File != "" {
		body, err := c.readFile(cmd.File)
		if err != nil {
			return err
		}
		cmd.Body = &body
	}
	if err := c.open(existing); err != nil {
		return err
	}
	item, err := c.item(cmd.ID)
	if err != nil {
		return err
	}
	given := cmd.given()
	for _, field := range given {
		if !slices.Contains(editable[item.Kind], field) {
			return usagef("A field “%s” is not among those of this %s: %s.", field, item.Kind, strings.Join(editable[item.Kind], ", "))
		}
	}
	if cmd.Date != nil {
		if *cmd.Date, err = c.date(*cmd.Date); err != nil {
			return err
		}
	}
	if len(given) > 0 {
		if err := cmd.edit(c, item); err != nil {
			return err
		}
	}
	if err := cmd.group(c, item.ID); err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	after, err := c.named(item.ID)
	if err != nil {
		return err
	}
	answer := struct {
		named
		Date string `json:"date,omitempty"` // that was given, as it was understood
	}{named: after}
	if cmd.Date != nil {
		answer.Date = *cmd.Date
	}
	return c.answer(answer, func(w *page) { w.line("changed  %s", after.words()) })
}

func (cmd *editCommand) edit(c *call, item notes.Item) error {
	switch {
	case item.Kind == notes.KindArticle:
		update := notes.ArticleUpdate{
			Title: cmd.Title, Byline: cmd.Byline, Source: cmd.Source,
			Date: cmd.Date, Language: cmd.Language, URL: cmd.URL,
		}
		if update != (notes.ArticleUpdate{}) {
			if err := c.book.EditArticle(c.ctx, item.ID, update); err != nil {
				return err
			}
		}
		if cmd.Inbox != nil {
			return c.book.SetInbox(c.ctx, []notes.ID{item.ID}, *cmd.Inbox)
		}
		return nil
	case item.Kind == notes.KindHighlight:
		return cmd.editHighlight(c, item.ID)
	case item.Kind == notes.KindNote:
		return c.book.EditNote(c.ctx, item.ID, notes.NoteUpdate{Title: cmd.Title, Body: cmd.Body})
	case item.Kind.IsEntity():
		return cmd.editEntity(c, item.ID)
	}
	return c.book.Rename(c.ctx, item.ID, *cmd.Title)
}

func (cmd *editCommand) editHighlight(c *call, id notes.ID) error {
	update := notes.HighlightUpdate{Comment: cmd.Comment, Colour: (*notes.Colour)(cmd.Colour)}
	if cmd.Quote != "" {
		highlight, err := c.book.Highlight(c.ctx, id)
		if err != nil {
			return fmt.Errorf("read highlight %s: %w", id, err)
		}
		article, err := c.book.Article(c.ctx, highlight.Article)
		if err != nil {
			return fmt.Errorf("read article %s: %w", highlight.Article, err)
		}
		t, err := c.book.Text(c.ctx, article.Capture)
		if err != nil {
			return fmt.Errorf("read the text of %s: %w", highlight.Article, err)
		}
		places, err := anchor.Locate(t.Body, anchor.Quote{Exact: cmd.Quote, Prefix: cmd.Prefix, Suffix: cmd.Suffix})
		switch {
		case errors.Is(err, anchor.ErrGone):
			return notes.ErrNoQuote
		case errors.Is(err, anchor.ErrAmbiguous):
			return sayf("The quotation stands in the text %d times; give the words before or after it.", len(places))
		case err != nil:
			return err
		}
		update.Range = &text.Range{Start: places[0].Start, End: places[0].End}
	}
	return c.book.EditHighlight(c.ctx, id, update)
}

func (cmd *editCommand) editEntity(c *call, id notes.ID) error {
	update := notes.EntityUpdate{Name: cmd.Title, Description: cmd.Description, Date: cmd.Date}
	if cmd.Aliases != nil {
		update.Aliases = &cmd.Aliases
	}
	if cmd.Roles != nil {
		all := roles(cmd.Roles)
		update.Roles = &all
	}
	if cmd.Place != nil {
		place, err := c.place(*cmd.Place)
		if err != nil {
			return err
		}
		update.Place = &place
	}
	if cmd.Participants != nil {
		all, err := c.participants(cmd.Participants)
		if err != nil {
			return err
		}
		update.Participants = &all
	}
	return c.book.EditEntity(c.ctx, id, update)
}

// group changes the tags and collections of an item.
func (cmd *editCommand) group(c *call, id notes.ID) error {
	for _, tag := range cmd.Tags {
		if err := c.book.Tag(c.ctx, []notes.ID{id}, tag); err != nil {
			return err
		}
	}
	for _, words := range cmd.Untags {
		tag, err := c.item(words, notes.KindTag)
		if err != nil {
			return err
		}
		if err := c.book.Untag(c.ctx, []notes.ID{id}, tag.ID); err != nil {
			return err
		}
	}
	for _, name := range cmd.Into {
		collection, err := c.book.AddCollection(c.ctx, name)
		if err != nil {
			return err
		}
		if err := c.book.File(c.ctx, collection.ID, id); err != nil {
			return err
		}
	}
	for _, words := range cmd.OutOf {
		collection, err := c.item(words, notes.KindCollection)
		if err != nil {
			return err
		}
		if err := c.book.Unfile(c.ctx, collection.ID, id); err != nil {
			return err
		}
	}
	return nil
}
