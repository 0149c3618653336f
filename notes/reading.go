package notes

import (
	"context"
	"fmt"
	"slices"

	"cuttings/notes/anchor"
	"cuttings/notes/text"
)

// Reading is a capture of an article as the reading page shows it.
type Reading struct {
	Article    Article
	Capture    Capture
	Captures   []Capture // all of the article, the newest first
	Text       text.Text
	Pictures   []Picture        // without their bytes
	Highlights []Highlight      // in reading order; Range is where they stand in this capture
	Orphans    []Highlight      // their words are not in this capture; Range is that of the capture they were made in
	Placements map[ID]Placement // how each highlight that was made elsewhere came to stand where it does
	Tags       map[ID][]Item    // of the highlights
	Meanings   map[Colour]string
	Mentions   []Mention // of the current capture only
	Place      int       // where the person was reading, an offset
}

// Current reports whether the capture is the article's newest.
func (r Reading) Current() bool { return r.Capture.ID == r.Article.Capture }

// Read gathers what the reading page shows of an article's current capture.
func (n *Notebook) Read(ctx context.Context, id ID) (Reading, error) {
	return n.ReadCapture(ctx, id, 0)
}

// ReadCapture gathers what the reading page shows of a capture of an article,
// the current one for zero. A highlight that was made in another capture stands
// where it was placed; one whose words are not there is an orphan.
func (n *Notebook) ReadCapture(ctx context.Context, id ID, capture CaptureID) (Reading, error) {
	article, err := n.Article(ctx, id)
	if err != nil {
		return Reading{}, fmt.Errorf("read article %s: %w", id, err)
	}
	reading := Reading{Article: article}
	if capture == 0 {
		capture = article.Capture
	}
	if reading.Captures, err = n.Captures(ctx, id); err != nil {
		return Reading{}, fmt.Errorf("read the captures of %s: %w", id, err)
	}
	i := slices.IndexFunc(reading.Captures, func(c Capture) bool { return c.ID == capture })
	if i < 0 {
		return Reading{}, fmt.Errorf("capture %s of article %s: %w", ID(capture), id, ErrNotFound)
	}
	reading.Capture = reading.Captures[i]
	if reading.Text, err = n.Text(ctx, capture); err != nil {
		return Reading{}, fmt.Errorf("read the text of %s: %w", id, err)
	}
	if reading.Pictures, err = n.Pictures(ctx, capture); err != nil {
		return Reading{}, fmt.Errorf("read the pictures of %s: %w", id, err)
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
	recorded, err := n.Placements(ctx, reading.Capture.ID)
	if err != nil {
		return fmt.Errorf("read where the highlights of %s stand: %w", id, err)
	}
	known := make(map[ID]Placement, len(recorded))
	for _, placement := range recorded {
		known[placement.Highlight] = placement
	}
	var unknown []Highlight // made in a later capture than this one
	for _, highlight := range kept {
		if _, ok := known[highlight.ID]; !ok && highlight.Capture != reading.Capture.ID {
			unknown = append(unknown, highlight)
		}
	}
	found, err := carried(ctx, n.Reader, reading.Capture.ID, reading.Text, unknown)
	if err != nil {
		return fmt.Errorf("place the highlights of %s: %w", id, err)
	}
	for _, placement := range found {
		known[placement.Highlight] = placement
	}
	place(reading, kept, known)
	reading.Tags = map[ID][]Item{}
	for _, highlight := range kept {
		tags, err := n.TagsOf(ctx, highlight.ID)
		if err != nil {
			return fmt.Errorf("read the tags of highlight %s: %w", highlight.ID, err)
		}
		if len(tags) > 0 {
			reading.Tags[highlight.ID] = tags
		}
	}
	if reading.Meanings, err = n.Meanings(ctx); err != nil {
		return fmt.Errorf("read what the colours stand for: %w", err)
	}
	reading.Mentions = nil
	if reading.Current() {
		if reading.Mentions, _, err = n.Reader.Mentions(ctx, MentionFilter{Article: id}); err != nil {
			return fmt.Errorf("read the mentions in %s: %w", id, err)
		}
	}
	if reading.Place, err = n.Reader.Place(ctx, id); err != nil {
		return fmt.Errorf("read the place in %s: %w", id, err)
	}
	return nil
}

// place sorts highlights into those that stand in the capture and orphans. What
// is known is believed only if the words are there; else they are looked for.
func place(reading *Reading, kept []Highlight, known map[ID]Placement) {
	reading.Highlights, reading.Orphans, reading.Placements = nil, nil, map[ID]Placement{}
	finder := anchor.NewFinder(reading.Text.Body)
	for _, highlight := range kept {
		placement := Placement{Highlight: highlight.ID, Capture: highlight.Capture, Range: highlight.Range, Exact: highlight.Exact, Way: WayMade, Certainty: 1}
		if recorded, ok := known[highlight.ID]; ok {
			placement = recorded // also of one that was imported, whose words are not quite those of the text
		}
		if placement.Way != WayNone && (placement.Exact == "" || reading.Text.Slice(placement.Range) != placement.Exact) {
			placement = locateIn(finder, reading.Text.Body, highlight, reading.Capture.ID)
		}
		if placement.Way != WayMade {
			reading.Placements[highlight.ID] = placement
		}
		if placement.Way == WayNone {
			reading.Orphans = append(reading.Orphans, highlight)
			continue
		}
		highlight.Range = placement.Range
		reading.Highlights = append(reading.Highlights, highlight)
	}
	slices.SortStableFunc(reading.Highlights, func(a, b Highlight) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
}

// locateIn looks for the words of a highlight in a capture, whose body the finder
// has.
func locateIn(finder *anchor.Finder, body string, h Highlight, capture CaptureID) Placement {
	found, err := finder.Place(h.Start, anchor.Quote{Exact: h.Exact, Prefix: h.Prefix, Suffix: h.Suffix})
	return placed(h, capture, body, found, err)
}

// placed is where a highlight stands in a capture, if it was found there.
func placed(h Highlight, capture CaptureID, body string, found anchor.Placement, err error) Placement {
	placement := Placement{Highlight: h.ID, Capture: capture, Way: WayNone}
	if err == nil {
		placement.Range = text.Range{Start: found.Start, End: found.End}
		placement.Way, placement.Certainty = Way(found.Way), found.Certainty
		placement.Exact = body[found.Start:found.End]
	}
	return placement
}

// carry records where highlights stand in a capture that they were not made in.
func carry(ctx context.Context, tx Tx, capture CaptureID, highlights []Highlight) error {
	if len(highlights) == 0 {
		return nil
	}
	is, err := tx.Text(ctx, capture)
	if err != nil {
		return fmt.Errorf("read the text of capture %s: %w", ID(capture), err)
	}
	placements, err := carried(ctx, tx, capture, is, highlights)
	if err != nil {
		return err
	}
	for _, placement := range placements {
		if err := tx.SetPlacement(ctx, placement); err != nil {
			return fmt.Errorf("place highlight %s: %w", placement.Highlight, err)
		}
	}
	return nil
}

// carried looks for highlights in the text of a capture that they were not made
// in.
func carried(ctx context.Context, r Reader, capture CaptureID, is text.Text, highlights []Highlight) ([]Placement, error) {
	madeIn := map[CaptureID][]Highlight{}
	for _, highlight := range highlights {
		madeIn[highlight.Capture] = append(madeIn[highlight.Capture], highlight)
	}
	placements := make([]Placement, 0, len(highlights))
	for from, group := range madeIn {
		was, err := r.Text(ctx, from)
		if err != nil {
			return nil, fmt.Errorf("read the text of capture %s: %w", ID(from), err)
		}
		passages := make([]anchor.Passage, 0, len(group))
		for _, h := range group {
			passages = append(passages, anchor.Passage{At: h.Start, Quote: anchor.Quote{Exact: h.Exact, Prefix: h.Prefix, Suffix: h.Suffix}})
		}
		for i, found := range anchor.Carry(ctx, was.Body, is.Body, passages) {
			if err := ctx.Err(); err != nil {
				return nil, fmt.Errorf("place highlight %s: %w", group[i].ID, err)
			}
			placements = append(placements, placed(group[i], capture, is.Body, found.Placement, found.Err))
		}
	}
	return placements, nil
}
