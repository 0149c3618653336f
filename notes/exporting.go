package notes

import (
	"context"
	"fmt"

	"cuttings/notes/anchor"
	"cuttings/notes/annotation"
	"cuttings/notes/text"
)

// ExportAnnotations returns the highlights of articles, or all of the archive if
// none are given, as annotations.
func (n *Notebook) ExportAnnotations(ctx context.Context, articles ...ID) ([]annotation.Annotation, error) {
	filters := make([]HighlightFilter, 0, len(articles)+1)
	for _, id := range articles {
		filters = append(filters, HighlightFilter{Article: id})
	}
	if len(articles) == 0 {
		filters = append(filters, HighlightFilter{})
	}
	var ids []ID
	for _, filter := range filters {
		rows, _, err := n.Highlights(ctx, filter)
		if err != nil {
			return nil, fmt.Errorf("export annotations: %w", err)
		}
		for _, row := range rows {
			ids = append(ids, row.ID)
		}
	}
	return n.ExportHighlights(ctx, ids)
}

// ExportHighlights returns highlights as annotations, with all that an import
// needs to make them again.
func (n *Notebook) ExportHighlights(ctx context.Context, ids []ID) ([]annotation.Annotation, error) {
	all := make([]annotation.Annotation, 0, len(ids))
	texts := map[CaptureID]text.Text{}
	for _, id := range ids {
		h, err := n.Highlight(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("export highlight %s: %w", id, err)
		}
		t, ok := texts[h.Capture]
		if !ok {
			if t, err = n.Text(ctx, h.Capture); err != nil {
				return nil, fmt.Errorf("export highlight %s: %w", id, err)
			}
			clear(texts) // highlights of one capture follow one another
			texts[h.Capture] = t
		}
		a, err := n.exported(ctx, h, t)
		if err != nil {
			return nil, fmt.Errorf("export highlight %s: %w", id, err)
		}
		all = append(all, a)
	}
	return all, nil
}

func (n *Notebook) exported(ctx context.Context, h Highlight, t text.Text) (annotation.Annotation, error) {
	article, err := n.Article(ctx, h.Article)
	if err != nil {
		return annotation.Annotation{}, err
	}
	a := annotation.Annotation{
		ID: urnPrefix + h.ID.String(), Created: h.Created.UTC(), Modified: h.Changed.UTC(), Colour: string(h.Colour), Comment: h.Comment,
		Source: article.URL, Title: article.Title,
		Quote: &anchor.Quote{Exact: h.Exact, Prefix: h.Prefix, Suffix: h.Suffix},
	}
	if a.Source == "" {
		a.Source = urnPrefix + article.ID.String()
	}
	if h.Len() > 0 {
		a.Position = &annotation.Position{Start: t.CodePoints(h.Start), End: t.CodePoints(h.End), Unit: annotation.CodePoints}
	}
	captures, err := n.Captures(ctx, h.Article)
	if err != nil {
		return a, err
	}
	for _, capture := range captures {
		if capture.ID == h.Capture {
			a.Captured = capture.Captured.UTC()
		}
	}
	tags, err := n.TagsOf(ctx, h.ID)
	if err != nil {
		return a, err
	}
	for _, tag := range tags {
		a.Tags = append(a.Tags, tag.Title)
	}
	origins, err := n.Origins(ctx, h.ID)
	if err != nil {
		return a, err
	}
	for _, origin := range origins {
		if !origin.Reply {
			a.ID, a.Creator, a.Selectors = origin.Annotation, origin.Creator, origin.Selectors
		}
	}
	return a, nil
}
