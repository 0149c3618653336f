package cli

import (
	"fmt"
	"time"

	"cuttings/notes"
	"cuttings/notes/text"
)

// named is an item as others refer to it.
type named struct {
	ID   notes.ID   `json:"id"`
	Kind notes.Kind `json:"kind"`
	Name string     `json:"name"`
}

// stamps are the times of an item.
type stamps struct {
	Created time.Time `json:"created"`
	Changed time.Time `json:"changed"`
	Trashed time.Time `json:"trashed,omitzero"`
}

func stampsOf(item notes.Item) stamps {
	return stamps{item.Created.UTC(), item.Changed.UTC(), item.Trashed.UTC()}
}

// named names an item; a highlight is called by its words.
func (c *call) named(id notes.ID) (named, error) {
	item, err := c.book.Item(c.ctx, id)
	if err != nil {
		return named{}, fmt.Errorf("item %s: %w", id, err)
	}
	title, err := c.book.Title(c.ctx, id)
	if err != nil {
		return named{}, err
	}
	return named{item.ID, item.Kind, title}, nil
}

func (c *call) namedAll(items []notes.Item) ([]named, error) {
	all := make([]named, 0, len(items))
	for _, item := range items {
		one, err := c.named(item.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

func (n named) words() string { return fmt.Sprintf("%s  %-12s  %s", n.ID, n.Kind, n.Name) }

// link is one end of a link, as seen from the other.
type link struct {
	named
	Relation notes.Relation `json:"relation"`
	Written  string         `json:"written,omitempty"` // between [[ and ]], or the part someone had
	Through  notes.ID       `json:"through,omitzero"`  // the highlight of this article that is linked to
}

// linksOf returns what an item links to and what links to it. What links to a
// highlight of an article leads to the article too. Unresolved are the targets
// that nothing is called by.
func (c *call) linksOf(item notes.Item) (out, in []link, unresolved []string, err error) {
	out, in, unresolved = []link{}, []link{}, []string{}
	from, err := c.book.LinksFrom(c.ctx, item.ID)
	if err != nil {
		return nil, nil, nil, fmt.Errorf("read the links of %s: %w", item.ID, err)
	}
	for _, l := range from {
		if l.To == 0 {
			continue
		}
		to, err := c.named(l.To)
		if err != nil {
			return nil, nil, nil, err
		}
		out = append(out, link{named: to, Relation: l.Relation, Written: l.Written})
	}
	if in, err = c.linksTo(in, item.ID, 0); err != nil {
		return nil, nil, nil, err
	}
	if item.Kind == notes.KindArticle {
		highlights, _, err := c.book.Highlights(c.ctx, notes.HighlightFilter{Article: item.ID})
		if err != nil {
			return nil, nil, nil, fmt.Errorf("read the highlights of %s: %w", item.ID, err)
		}
		for _, highlight := range highlights {
			if in, err = c.linksTo(in, highlight.ID, highlight.ID); err != nil {
				return nil, nil, nil, err
			}
		}
	}
	missing, err := c.book.Unresolved(c.ctx, item.ID)
	if err != nil {
		return nil, nil, nil, err
	}
	return out, in, append(unresolved, missing...), nil
}

func (c *call) linksTo(in []link, id, through notes.ID) ([]link, error) {
	to, err := c.book.LinksTo(c.ctx, id)
	if err != nil {
		return nil, fmt.Errorf("read the links to %s: %w", id, err)
	}
	for _, l := range to {
		from, err := c.named(l.From)
		if err != nil {
			return nil, err
		}
		in = append(in, link{named: from, Relation: l.Relation, Written: l.Written, Through: through})
	}
	return in, nil
}

func (p *page) links(name string, links []link) {
	p.section(name, len(links))
	for _, l := range links {
		p.line("  %s", l.words())
	}
}

// passage is a highlight as JSON has it: positions in Unicode code points.
type passage struct {
	ID      notes.ID     `json:"id"`
	Kind    notes.Kind   `json:"kind"`
	Name    string       `json:"name"`
	Article notes.ID     `json:"article"`
	Start   int          `json:"start"`
	End     int          `json:"end"`
	Quote   string       `json:"quote"`
	Prefix  string       `json:"prefix"`
	Suffix  string       `json:"suffix"`
	Colour  notes.Colour `json:"colour"`
	Comment string       `json:"comment"`
	Tags    []string     `json:"tags,omitempty"`
	Capture notes.ID     `json:"capture"` // in which it was made

	// Of a highlight that was made in another capture than the one that is
	// shown: how it was placed there, and how surely.
	Way       notes.Way `json:"way,omitempty"`
	Certainty float64   `json:"certainty,omitempty"`
	Stands    string    `json:"stands,omitempty"` // its words there, if they are not quite the quotation's

	Trashed time.Time `json:"trashed,omitzero"`
}

// passageName is how many bytes of a quotation name it in a list.
const passageName = 80

func passageOf(h notes.Highlight, t text.Text) passage {
	return passage{
		ID: h.ID, Kind: notes.KindHighlight, Name: text.Shorten(h.Exact, passageName), Article: h.Article,
		Start: t.CodePoints(h.Start), End: t.CodePoints(h.End),
		Quote: h.Exact, Prefix: h.Prefix, Suffix: h.Suffix, Colour: h.Colour, Comment: h.Comment, Trashed: h.Trashed.UTC(),
		Capture: notes.ID(h.Capture),
	}
}

// placed says how a highlight came to stand in a capture that it was not made
// in; nothing for the zero placement.
func (p passage) placed(how notes.Placement) passage {
	if how.Way == "" || how.Way == notes.WayMade {
		return p
	}
	p.Way, p.Certainty = how.Way, how.Certainty
	if how.Exact != p.Quote {
		p.Stands = how.Exact
	}
	return p
}

func (p *page) passage(h passage) {
	p.line("  %s  %-6s  “%s”", h.ID, h.Colour, h.Quote)
	if h.Comment != "" {
		p.line("                        %s", h.Comment)
	}
	if h.Stands != "" {
		p.line("                        now “%s”", h.Stands)
	}
	if h.Way != "" {
		p.line("                        %s", wayWords(h.Way, h.Certainty))
	}
}

// mention is a place where an article names an entity.
type mention struct {
	Entity  notes.ID      `json:"entity"`
	Kind    notes.Kind    `json:"kind"`
	Name    string        `json:"name"`
	Article notes.ID      `json:"article"`
	Start   int           `json:"start"`
	End     int           `json:"end"`
	Exact   string        `json:"exact"`
	Verdict notes.Verdict `json:"verdict"`
}

// wayWords says how a highlight came to stand where it does.
func wayWords(way notes.Way, certainty float64) string {
	sure := fmt.Sprintf(", %.0f %% sure", 100*certainty)
	switch way {
	case notes.WayNone:
		return "waits to be placed"
	case notes.WayHand:
		return "placed by hand"
	case notes.WayPosition:
		return "its words stand at the same place" + sure
	case notes.WayExact:
		return "its words stand at another place" + sure
	case notes.WayApproximate:
		return "most of its words stand here" + sure
	}
	return string(way)
}
