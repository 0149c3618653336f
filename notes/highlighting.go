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
	Capture CaptureID // zero: the current one
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
	if highlight.Capture = add.Capture; highlight.Capture == 0 {
		highlight.Capture = article.Capture
	}
	t, err := n.Text(ctx, highlight.Capture)
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
		if err := tx.InsertHighlight(ctx, highlight); err != nil || highlight.Capture == article.Capture {
			return err
		}
		return carry(ctx, tx, article.Capture, []Highlight{highlight})
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
