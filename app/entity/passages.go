package entity

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// passage is a place that names the entity.
type passage struct {
	notes.Mention
	before, words, after string
	title, date          string // of the article
	paragraph            int
}

func (k *known) readPassages(ctx context.Context, book *notes.Notebook, limit int) error {
	mentions, total, err := book.Mentions(ctx, notes.MentionFilter{Entity: k.entity.ID, Limit: limit})
	if err != nil {
		return err
	}
	k.mentions = total
	if total == 0 {
		waiting, err := book.Pending(ctx, 1)
		if err != nil {
			return fmt.Errorf("read the queue: %w", err)
		}
		k.looking = len(waiting) > 0
	}
	texts := map[notes.ID]text.Text{}
	articles := map[notes.ID]notes.Article{}
	for _, mention := range mentions {
		if _, ok := texts[mention.Article]; !ok {
			if texts[mention.Article], err = book.Text(ctx, mention.Capture); err != nil {
				return fmt.Errorf("read the text of %s: %w", mention.Article, err)
			}
			if articles[mention.Article], err = book.Article(ctx, mention.Article); err != nil {
				return fmt.Errorf("read article %s: %w", mention.Article, err)
			}
		}
		k.passages = append(k.passages, passageOf(mention, texts[mention.Article], articles[mention.Article]))
	}
	k.articles = len(articles)
	return nil
}

// passageOf cuts the words around a mention out of its paragraph.
func passageOf(m notes.Mention, t text.Text, article notes.Article) passage {
	p := passage{Mention: m, title: article.Title, date: session.Date(article.Date, false), paragraph: t.ParagraphAt(m.Start)}
	p.before, p.words, p.after = Around(t, m.Range)
	return p
}

// Around cuts words out of a text, with what stands around them in their
// paragraph.
func Around(t text.Text, r text.Range) (before, words, after string) {
	words = t.Slice(r)
	block := t.BlockAt(r.Start)
	if block < 0 {
		return "", words, ""
	}
	within := t.Blocks[block].Range
	start := max(within.Start, r.Start-passageSize/2)
	end := max(r.End, min(within.End, r.End+passageSize/2))
	for start > within.Start && t.Body[start-1] != ' ' {
		start--
	}
	for end < within.End && t.Body[end] != ' ' {
		end++
	}
	before, after = t.Slice(text.Range{Start: start, End: r.Start}), t.Slice(text.Range{Start: r.End, End: end})
	if start > within.Start {
		before = "…" + before
	}
	if end < within.End {
		after += "…"
	}
	return before, words, after
}

// looking says that the mentions are not found yet.
func looking() string { return lang.X("entity.looking", "Looking for mentions…") }

func (p *Page) drawPassages(k known, add func(float32, fyne.CanvasObject)) {
	head := lang.X("entity.unnamed", "No mentions yet")
	switch {
	case k.looking:
		head = looking()
	case k.mentions > 0:
		head = lang.XN("list.mentions", "{{.N}} mentions", k.mentions, map[string]any{"N": k.mentions})
		if len(k.passages) == k.mentions {
			head += " " + lang.XN("entity.inArticles", "in {{.N}} articles", k.articles, map[string]any{"N": k.articles})
		}
	}
	add(28, parts.NewParagraph(parts.Run{Words: head, Font: look.Semibold}))
	switch {
	case k.looking:
		add(6, parts.NewParagraph(parts.Run{Words: lang.X("entity.lookingHint",
			"Articles are being looked through for the name and the aliases."), Colour: look.TextSecond}))
	case k.unclear > 0:
		add(6, parts.NewParagraph(
			parts.Run{Words: lang.XN("entity.unclear", "In {{.N}} articles it is not clear who or what is meant.", k.unclear, map[string]any{"N": k.unclear}) + " ", Colour: look.TextSecond},
			parts.Run{Words: lang.X("entity.decide", "Decide"), Colour: look.Accent, Tapped: func() {
				p.s.Open(session.Place{View: session.Review, Section: session.ReviewUnclear})
			}}))
	case k.mentions == 0:
		add(6, parts.NewParagraph(parts.Run{Words: lang.X("entity.unnamedHint",
			"Passages of articles with the name or an alias are listed here as they come in."), Colour: look.TextSecond}))
	}
	for _, one := range k.passages {
		add(8, newPassageCard(p, one))
	}
	if len(k.passages) < k.mentions {
		add(14, parts.NewTextButton(lang.X("entity.more", "Show more"), parts.Link, func() {
			p.limit *= 4
			p.reload(false)
		}))
	}
}
