package notes

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"cuttings/notes/markdown"
	"cuttings/notes/text"
)

// HighlightUpdate changes what is not nil.
type HighlightUpdate struct {
	Colour  *Colour
	Comment *string
	Range   *text.Range // lengthen, shorten or move it
	Capture CaptureID   // the capture that Range is in; zero: the article's current one
}

// EditHighlight recolours, comments or moves a highlight. Moving an orphan is
// placing it by hand: it is a highlight of that capture from then on, and stays
// where it was in the captures before.
func (n *Notebook) EditHighlight(ctx context.Context, id ID, update HighlightUpdate) error {
	return n.EditHighlights(ctx, []ID{id}, update)
}

// EditHighlights changes several highlights in one operation. A Range is for
// one alone.
func (n *Notebook) EditHighlights(ctx context.Context, ids []ID, update HighlightUpdate) error {
	if len(ids) == 0 || update.Range != nil && len(ids) > 1 {
		return fmt.Errorf("edit %d highlights: %w", len(ids), ErrInvalid)
	}
	if update.Colour != nil {
		if err := checkColour(*update.Colour); err != nil {
			return err
		}
	}
	subject, err := n.subject(ctx, ids)
	if err != nil {
		return fmt.Errorf("edit highlights: %w", err)
	}
	return n.update(ctx, Operation{Verb: VerbEditHighlight, Subject: subject}, func(tx Tx) error {
		for _, id := range ids {
			if err := n.editHighlight(ctx, tx, id, update); err != nil {
				return fmt.Errorf("highlight %s: %w", id, err)
			}
		}
		return nil
	})
}

func (n *Notebook) editHighlight(ctx context.Context, tx Tx, id ID, update HighlightUpdate) error {
	highlight, err := tx.Highlight(ctx, id)
	if err != nil {
		return err
	}
	if update.Colour != nil {
		highlight.Colour = *update.Colour
	}
	if update.Comment != nil {
		highlight.Comment = *update.Comment
	}
	if update.Range != nil {
		if err := n.moveHighlight(ctx, tx, &highlight, update.Capture, *update.Range); err != nil {
			return err
		}
	}
	highlight.Changed = n.now()
	return tx.UpdateHighlight(ctx, highlight)
}

// moveHighlight makes h a highlight of r in a capture. Where it stood in the
// capture it was made in is recorded, so that it can still be read there; the
// other captures are looked through for its new words.
func (n *Notebook) moveHighlight(ctx context.Context, tx Tx, h *Highlight, capture CaptureID, r text.Range) error {
	if capture == 0 {
		article, err := tx.Article(ctx, h.Article)
		if err != nil {
			return err
		}
		capture = article.Capture
	}
	t, err := tx.Text(ctx, capture)
	if err != nil {
		return err
	}
	before := *h
	h.Capture, h.Range = capture, r
	if err := fix(h, t); err != nil {
		return err
	}
	if err := tx.RemovePlacement(ctx, h.ID, capture); err != nil {
		return err
	}
	if before.Capture == capture {
		return n.recarry(ctx, tx, *h)
	}
	return tx.SetPlacement(ctx, Placement{
		Highlight: h.ID, Capture: before.Capture, Range: before.Range, Exact: before.Exact, Way: WayHand, Certainty: 1,
	})
}

// recarry looks for the new words of a highlight in the captures where those it
// had were found or missed.
func (n *Notebook) recarry(ctx context.Context, tx Tx, h Highlight) error {
	captures, err := tx.Captures(ctx, h.Article)
	if err != nil {
		return err
	}
	for _, capture := range captures {
		if capture.ID == h.Capture {
			continue
		}
		if err := carry(ctx, tx, capture.ID, []Highlight{h}); err != nil {
			return err
		}
	}
	return nil
}

// JoinHighlights makes one highlight of several of one article that stand in
// its current capture: the first in the text reaches to the end of the last,
// keeps its colour, and takes over comments, tags and links; the others go to
// the trash. It returns the ID of the one that stays, or ErrInvalid if they are
// of several articles or one is an orphan.
func (n *Notebook) JoinHighlights(ctx context.Context, ids []ID) (ID, error) {
	if len(ids) < 2 {
		return 0, fmt.Errorf("two highlights at least are needed to join: %w", ErrInvalid)
	}
	first, err := n.Highlight(ctx, ids[0])
	if err != nil {
		return 0, fmt.Errorf("join highlight %s: %w", ids[0], err)
	}
	reading, err := n.Read(ctx, first.Article)
	if err != nil {
		return 0, fmt.Errorf("join highlights: %w", err)
	}
	var parts []Highlight // in reading order
	for _, highlight := range reading.Highlights {
		if slices.Contains(ids, highlight.ID) {
			parts = append(parts, highlight)
		}
	}
	if len(parts) != len(ids) {
		return 0, fmt.Errorf("only highlights that stand in one article can be joined: %w", ErrInvalid)
	}
	kept := parts[0]
	whole := kept.Range
	var comments []string
	for _, part := range parts {
		whole.End = max(whole.End, part.End)
		if part.Comment != "" && !slices.Contains(comments, part.Comment) {
			comments = append(comments, part.Comment)
		}
	}
	comment := strings.Join(comments, "\n\n")
	err = n.update(ctx, Operation{Verb: VerbJoin, Subject: quoted(kept.Exact)}, func(tx Tx) error {
		update := HighlightUpdate{Comment: &comment, Range: &whole, Capture: reading.Capture.ID}
		if err := n.editHighlight(ctx, tx, kept.ID, update); err != nil {
			return err
		}
		for _, part := range parts[1:] {
			if err := n.absorb(ctx, tx, kept.ID, part); err != nil {
				return fmt.Errorf("join highlight %s: %w", part.ID, err)
			}
		}
		return nil
	})
	return kept.ID, err
}

// absorb gives the tags and the links of part to kept, and puts part into the
// trash.
func (n *Notebook) absorb(ctx context.Context, tx Tx, kept ID, part Highlight) error {
	tags, err := tx.TagsOf(ctx, part.ID)
	if err != nil {
		return err
	}
	for _, tag := range tags {
		if err := tx.SetTagged(ctx, kept, tag.ID, true); err != nil {
			return err
		}
	}
	links, err := tx.LinksTo(ctx, part.ID)
	if err != nil {
		return err
	}
	for _, link := range links {
		source, err := tx.Item(ctx, link.From)
		if err != nil {
			return err
		}
		err = rewrite(ctx, tx, source, func(words string) string {
			return markdown.Rename(words, part.ID.String(), kept.String(), strings.EqualFold)
		})
		if err != nil {
			return err
		}
	}
	item, err := tx.Item(ctx, part.ID)
	if err != nil {
		return err
	}
	item.Trashed = n.now()
	return tx.UpdateItem(ctx, item)
}

// SplitHighlight parts a highlight in two at an offset within it, in the
// article's current capture. The first part keeps comment and links; the second
// has its colour and tags. It returns the ID of the second, or ErrInvalid if
// one part would have no words.
func (n *Notebook) SplitHighlight(ctx context.Context, id ID, at int) (ID, error) {
	highlight, err := n.Highlight(ctx, id)
	if err != nil {
		return 0, fmt.Errorf("split highlight %s: %w", id, err)
	}
	reading, err := n.Read(ctx, highlight.Article)
	if err != nil {
		return 0, fmt.Errorf("split highlight %s: %w", id, err)
	}
	i := slices.IndexFunc(reading.Highlights, func(h Highlight) bool { return h.ID == id })
	if i < 0 || at <= reading.Highlights[i].Start || at >= reading.Highlights[i].End {
		return 0, fmt.Errorf("split highlight %s: the place is not within it: %w", id, ErrInvalid)
	}
	before := text.Range{Start: reading.Highlights[i].Start, End: at}
	after := Highlight{Article: highlight.Article, Capture: reading.Capture.ID, Colour: highlight.Colour, Range: text.Range{Start: at, End: reading.Highlights[i].End}}
	if err := fix(&after, reading.Text); err != nil {
		return 0, fmt.Errorf("split highlight %s: %w", id, err)
	}
	now := n.now()
	after.Item = Item{ID: n.ids.next(), Kind: KindHighlight, Created: now, Changed: now}
	err = n.update(ctx, Operation{Verb: VerbSplit, Subject: quoted(highlight.Exact)}, func(tx Tx) error {
		if err := n.editHighlight(ctx, tx, id, HighlightUpdate{Range: &before, Capture: reading.Capture.ID}); err != nil {
			return err
		}
		if err := tx.InsertHighlight(ctx, after); err != nil {
			return err
		}
		tags, err := tx.TagsOf(ctx, id)
		if err != nil {
			return err
		}
		for _, tag := range tags {
			if err := tx.SetTagged(ctx, after.ID, tag.ID, true); err != nil {
				return err
			}
		}
		return n.recarry(ctx, tx, after)
	})
	return after.ID, err
}

// NameColour says what a colour of highlights stands for; "" takes that back.
func (n *Notebook) NameColour(ctx context.Context, colour Colour, meaning string) error {
	if err := checkColour(colour); err != nil {
		return err
	}
	meaning = text.Shorten(meaning, maxMeaning)
	return n.update(ctx, Operation{Verb: VerbName, Subject: string(colour)}, func(tx Tx) error {
		return tx.SetMeaning(ctx, colour, meaning)
	})
}

// maxMeaning is how many bytes the meaning of a colour may have.
const maxMeaning = 60
