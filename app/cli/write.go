package cli

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"cuttings/notes"
	"cuttings/notes/anchor"
	"cuttings/notes/fold"
)

// quotation is how a passage is given: by its words, and where these are not
// enough by those around it.
type quotation struct {
	Quote  string `help:"The words of the passage." placeholder:"TEXT"`
	Prefix string `help:"Words directly before it, if it stands in the text more than once." placeholder:"TEXT"`
	Suffix string `help:"Words directly behind it." placeholder:"TEXT"`
}

func (q quotation) quote() anchor.Quote {
	return anchor.Quote{Exact: q.Quote, Prefix: q.Prefix, Suffix: q.Suffix}
}

// highlightCmd adds a highlight.
type highlightCmd struct {
	Article   string `arg:"" help:"The article: its ID or title."`
	quotation `embed:""`
	Colour    string `enum:"yellow,green,blue,red,violet" default:"yellow" help:"yellow, green, blue, red or violet." placeholder:"COLOUR"`
	Comment   string `help:"What you say about it; Markdown with [[links]]." placeholder:"TEXT"`
}

// Validate asks for the quotation.
func (cmd *highlightCmd) Validate() error {
	if strings.TrimSpace(cmd.Quote) == "" {
		return fmt.Errorf("--quote=TEXT is needed: the words of the passage")
	}
	return nil
}

// Run highlights.
func (cmd *highlightCmd) Run(c *call) error {
	if err := c.open(existing); err != nil {
		return err
	}
	article, err := c.item(cmd.Article, notes.KindArticle)
	if err != nil {
		return err
	}
	highlight, err := c.book.AddHighlight(c.ctx, notes.NewHighlight{
		Article: article.ID, Quote: cmd.quote(), Colour: notes.Colour(cmd.Colour), Comment: cmd.Comment,
	})
	if err != nil {
		return fmt.Errorf("highlight: %w", err)
	}
	t, err := c.book.Text(c.ctx, highlight.Capture)
	if err != nil {
		return fmt.Errorf("read the text of %s: %w", article.ID, err)
	}
	answer := struct {
		ID    notes.ID `json:"id"`
		Start int      `json:"start"`
		End   int      `json:"end"`
	}{highlight.ID, t.CodePoints(highlight.Start), t.CodePoints(highlight.End)}
	return c.answer(answer, func(w *page) {
		w.line("highlighted  %s  characters %d to %d of %s", answer.ID, answer.Start, answer.End, article.Title)
	})
}

// noteCommand writes a note.
type noteCommand struct {
	Title string   `arg:"" help:"The title of the note."`
	Body  string   `xor:"body" help:"What it says: Markdown with [[links]] to titles, names and IDs." placeholder:"TEXT"`
	File  string   `xor:"body" help:"Read the body from a file, or from standard input if it is -." placeholder:"FILE"`
	Tags  []string `name:"tag" sep:"none" help:"A tag for it; can be repeated." placeholder:"TAG"`
}

// Run writes the note.
func (cmd *noteCommand) Run(c *call) error {
	body := cmd.Body
	if cmd.File != "" {
		var err error
		if body, err = c.readFile(cmd.File); err != nil {
			return err
		}
	}
	if err := c.begin(); err != nil {
		return err
	}
	note, err := c.book.AddNote(c.ctx, cmd.Title, body, cmd.Tags...)
	if err != nil {
		return err
	}
	out, _, unresolved, err := c.linksOf(note.Item)
	if err != nil {
		return err
	}
	answer := struct {
		ID         notes.ID `json:"id"`
		Links      []link   `json:"links"`
		Unresolved []string `json:"unresolved"`
	}{note.ID, out, unresolved}
	return c.answer(answer, func(w *page) {
		w.line("written  %s  %s", note.ID, note.Title)
		for _, l := range out {
			w.line("  links to  %s", l.words())
		}
		for _, target := range unresolved {
			w.line("  nothing is called  %s", target)
		}
	})
}

// entityCommand adds a person, organisation, place or event.
type entityCommand struct {
	Person       entityArguments `cmd:"" help:"Add a person."`
	Organisation entityArguments `cmd:"" help:"Add an organisation."`
	Place        entityArguments `cmd:"" help:"Add a place."`
	Event        entityArguments `cmd:"" help:"Add an event."`
	Import       registerImport  `cmd:"" help:"Bring in a file of entities: a table (CSV), FollowTheMoney or GEDCOM."`
	Export       registerExport  `cmd:"" help:"Write the entities to a file."`
}

// entityArguments are what an entity is made of.
type entityArguments struct {
	Name         string   `arg:"" help:"The name."`
	Aliases      []string `name:"alias" sep:"none" help:"Another name; can be repeated." placeholder:"NAME"`
	Description  string   `help:"What there is to say; Markdown with [[links]]." placeholder:"TEXT"`
	Roles        []string `name:"role" sep:"none" help:"An office of a person, \"TITLE | ORGANISATION | FROM | TO\"; can be repeated." placeholder:"ROLE"`
	Date         string   `help:"The date of an event, in words such as \"22 April 2023\", \"15 to 17 Feb 2023\" or \"about 1938\", or in EDTF." placeholder:"DATE"`
	Place        string   `help:"The place of an event." placeholder:"ID"`
	Participants []string `name:"participant" sep:"none" help:"Who took part in an event, \"ID\" or \"ID | PART\"; can be repeated." placeholder:"ID"`
}

// Run adds the entity.
func (cmd *entityArguments) Run(c *call, parsed *kong.Context) error {
	kind := notes.Kind(parsed.Selected().Name)
	if kind != notes.KindEvent && (cmd.Date != "" || cmd.Place != "" || len(cmd.Participants) > 0) {
		return usagef("Only an event has a date, a place or participants.")
	}
	if kind != notes.KindPerson && len(cmd.Roles) > 0 {
		return usagef("Only a person has roles.")
	}
	date, err := c.date(cmd.Date)
	if err != nil {
		return err
	}
	if err := c.begin(); err != nil {
		return err
	}
	entity := notes.Entity{
		Item:    notes.Item{Kind: kind, Title: cmd.Name},
		Aliases: cmd.Aliases, Description: cmd.Description, Roles: roles(cmd.Roles), Date: date,
	}
	if entity.Place, err = c.place(cmd.Place); err != nil {
		return err
	}
	if entity.Participants, err = c.participants(cmd.Participants); err != nil {
		return err
	}
	if entity, err = c.book.AddEntity(c.ctx, entity); err != nil {
		return err
	}
	if err := c.settle(); err != nil {
		return err
	}
	articles, mentions, err := c.naming(entity.ID)
	if err != nil {
		return err
	}
	same, err := c.sameName(entity)
	if err != nil {
		return err
	}
	answer := struct {
		namedIn
		Date     string     `json:"date,omitempty"`      // of an event, as it was understood
		SameName []notes.ID `json:"same_name,omitempty"` // others of its kind
	}{namedIn{named{entity.ID, entity.Kind, entity.Title}, articles, mentions}, entity.Date, same}
	return c.answer(answer, func(w *page) {
		w.line("added  %s", answer.words())
		for _, id := range same {
			w.line("There is another %s of this name: %s", entity.Kind, id)
		}
	})
}

// sameName returns the other entities of a kind that have the name of this one,
// without those in the trash.
func (c *call) sameName(entity notes.Entity) ([]notes.ID, error) {
	items, err := c.book.Lookup(c.ctx, fold.String(entity.Title))
	if err != nil {
		return nil, fmt.Errorf("look up %s: %w", entity.ID, err)
	}
	var same []notes.ID
	for _, item := range items {
		if item.ID != entity.ID && item.Kind == entity.Kind && !item.InTrash() {
			same = append(same, item.ID)
		}
	}
	return same, nil
}

// fields separates the parts of a role or a participant.
const fields = "|"

func roles(written []string) []notes.Role {
	var roles []notes.Role
	for _, one := range written {
		parts := append(strings.SplitN(one, fields, 4), "", "", "")
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		roles = append(roles, notes.Role{Title: parts[0], Organisation: parts[1], From: parts[2], To: parts[3]})
	}
	return roles
}

// place finds a place; no words are no place.
func (c *call) place(words string) (notes.ID, error) {
	if words == "" {
		return 0, nil
	}
	item, err := c.item(words, notes.KindPlace)
	return item.ID, err
}

// participants finds who took part; no words are nobody.
func (c *call) participants(written []string) ([]notes.Participant, error) {
	var all []notes.Participant
	for _, one := range written {
		who, part, _ := strings.Cut(one, fields)
		if who = strings.TrimSpace(who); who == "" {
			continue
		}
		item, err := c.item(who, notes.KindPerson, notes.KindOrganisation, notes.KindPlace)
		if err != nil {
			return nil, err
		}
		all = append(all, notes.Participant{Entity: item.ID, Role: strings.TrimSpace(part)})
	}
	return all, nil
}
