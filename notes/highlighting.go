package notes

import (
	"context"
	"errors"
	"fmt"

	"cuttings/notes/anchor"
	"cuttings/notes/text"
)

// NewHighlight is a passage to be kept: a range of an article's current text,
// or a quotation to be looked for in it.
type NewHighlight struct {
	Article ID
	Range   text.Range
	Quote   anchor.Quote // looked for if its Exact is set
	Colour  Colour       // Yellow if empty
	Comment string
}

// AddHighlight keeps a passage of an article. It returns ErrNoQuote if the
// quotation does not stand in the text, ErrAmbiguous if it stands there more
// than once and its context does not tell which, and ErrInvalid for a range
// without words or an unknown colour.
func (n *Notebook) AddHighlight(ctx context.Context, add NewHighlight) (Highlight, error) {
	highlight := Highlight{Article: add.Article, Colour: add.Colour, Comment: add.Comment}
	if highlight.Colour == "" {
		highlight.Colour = Yellow
	}
	if err := checkColour(highlight.Colour); err != nil {
		return Highlight{}, err
	}
	article, err := n.Article(ctx, add.Article)
	if err != nil {
		return Highlight{}, fmt.Errorf("highlight in article %s: %w", add.Article, err)
	}
	highlight.Capture = article.Capture
	t, err := n.Text(ctx, article.Capture)
	if err != nil {
		return Highlight{}, fmt.Errorf("highlight in article %s: %w", add.Article, err)
	}
	highlight.Range = add.Range
	if add.Quote.Exact != "" {
		if highlight.Range, err = locate(t.Body, add.Quote); err != nil {
			return Highlight{}, fmt.Errorf("highlight in article %s: %w", add.Article, err)
		}
	}
	if err := fix(&highlight, t); err != nil {
		return Highlight{}, fmt.Errorf("highlight in article %s: %w", add.Article, err)
	}
	now := n.now()
	highlight.Item = Item{ID: n.ids.next(), Kind: KindHighlight, Created: now, Changed: now}
	err = n.update(ctx, Operation{Verb: VerbAddHighlight, Subject: quoted(highlight.Exact)}, func(tx Tx) error {
		return tx.InsertHighlight(ctx, highlight)
	})
	return highlight, err
}

// locate finds the one place of a person's quotation.
func locate(body string, quote anchor.Quote) (text.Range, error) {
	places, err := anchor.Locate(body, quote)
	switch {
	case errors.Is(err, anchor.ErrGone):
		return text.Range{}, ErrNoQuote
	case errors.Is(err, anchor.ErrAmbiguous):
		return text.Range{}, fmt.Errorf("the quotation stands in the text %d times; give the words before or after it: %w", len(places), ErrAmbiguous)
	case err != nil:
		return text.Range{}, err
	}
	return text.Range{Start: places[0].Start, End: places[0].End}, nil
}

// fix trims the range to its words and describes it by quotation and context.
func fix(highlight *Highlight, t text.Text) error {
	if t.Slice(highlight.Range) == "" {
		return fmt.Errorf("a highlight needs words: %w", ErrInvalid)
	}
	for highlight.Start < highlight.End && isSpace(t.Body[highlight.Start]) {
		highlight.Start++
	}
	for highlight.End > highlight.Start && isSpace(t.Body[highlight.End-1]) {
		highlight.End--
	}
	if highlight.Len() == 0 {
		return fmt.Errorf("a highlight needs words: %w", ErrInvalid)
	}
	quote, err := anchor.Describe(t.Body, highlight.Start, highlight.End)
	if err != nil {
		return fmt.Errorf("describe the passage: %w", err)
	}
	highlight.Exact, highlight.Prefix, highlight.Suffix = quote.Exact, quote.Prefix, quote.Suffix
	return nil
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// HighlightUpdate changes what is not nil.
type HighlightUpdate struct {
	Colour  *Colour
	Comment *string
	Range   *text.Range // lengthen, shorten or move it
}

// EditHighlight recolours, comments or moves a highlight.
func (n *Notebook) EditHighlight(ctx context.Context, id ID, update HighlightUpdate) error {
	before, err := n.Highlight(ctx, id)
	if err != nil {
		return fmt.Errorf("edit highlight %s: %w", id, err)
	}
	return n.update(ctx, Operation{Verb: VerbEditHighlight, Subject: quoted(before.Exact)}, func(tx Tx) error {
		highlight, err := tx.Highlight(ctx, id)
		if err != nil {
			return err
		}
		if update.Colour != nil {
			if err := checkColour(*update.Colour); err != nil {
				return err
			}
			highlight.Colour = *update.Colour
		}
		if update.Comment != nil {
			highlight.Comment = *update.Comment
		}
		if update.Range != nil {
			t, err := tx.Text(ctx, highlight.Capture)
			if err != nil {
				return err
			}
			highlight.Range = *update.Range
			if err := fix(&highlight, t); err != nil {
				return err
			}
		}
		highlight.Changed = n.now()
		return tx.UpdateHighlight(ctx, highlight)
	})
}

func checkColour(colour Colour) error {
	for _, known := range Colours {
		if colour == known {
			return nil
		}
	}
	return fmt.Errorf("%q is not one of the colours yellow, green, blue, red, violet: %w", colour, ErrInvalid)
}

// quoted is how the name of an operation shows a passage.
func quoted(passage string) string { return "“" + text.Shorten(passage, 40) + "”" }

// Reading is an article as the reading page shows it.
type Reading struct {
	Article    Article
	Text       text.Text
	Highlights []Highlight // in reading order, each over the words it quotes
	Orphans    []Highlight // their words are not in the text
	Mentions   []Mention
	Place      int // where the person was reading, an offset
}

// Read gathers what the reading page shows of an article. A highlight whose
// words are not where it says is moved to them for showing, or listed as an
// orphan.
func (n *Notebook) Read(ctx context.Context, id ID) (Reading, error) {
	article, err := n.Article(ctx, id)
	if err != nil {
		return Reading{}, fmt.Errorf("read article %s: %w", id, err)
	}
	reading := Reading{Article: article}
	if reading.Text, err = n.Text(ctx, article.Capture); err != nil {
		return Reading{}, fmt.Errorf("read the text of %s: %w", id, err)
	}
	return reading, n.Mark(ctx, &reading)
}

// Mark fills in anew what can change about a reading while its text stays:
// highlights, mentions, place.
func (n *Notebook) Mark(ctx context.Context, reading *Reading) error {
	id := reading.Article.ID
	kept, _, err := n.Reader.Highlights(ctx, HighlightFilter{Article: id})
	if err != nil {
		return fmt.Errorf("read the highlights of %s: %w", id, err)
	}
	reading.Highlights, reading.Orphans = nil, nil
	for _, highlight := range kept {
		if reading.Text.Slice(highlight.Range) != highlight.Exact || highlight.Exact == "" {
			quote := anchor.Quote{Exact: highlight.Exact, Prefix: highlight.Prefix, Suffix: highlight.Suffix}
			placement, err := anchor.Place(reading.Text.Body, highlight.Start, quote)
			if err != nil {
				reading.Orphans = append(reading.Orphans, highlight)
				continue
			}
			highlight.Range = text.Range{Start: placement.Start, End: placement.End}
		}
		reading.Highlights = append(reading.Highlights, highlight)
	}
	if reading.Mentions, _, err = n.Reader.Mentions(ctx, MentionFilter{Article: id}); err != nil {
		return fmt.Errorf("read the mentions in %s: %w", id, err)
	}
	if reading.Place, err = n.Reader.Place(ctx, id); err != nil {
		return fmt.Errorf("read the place in %s: %w", id, err)
	}
	return nil
}
