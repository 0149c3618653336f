package sqlite

import (
	"context"

	"cuttings/notes"
)

// mentionKey tells a mention from the others in its article.
type mentionKey struct {
	start  int
	entity notes.ID
}

// SetMentions makes these the mentions in an article. Most are there mostly, since
// one name more or less changes few of them: only what differs is written.
func (t *tx) SetMentions(ctx context.Context, article notes.ID, mentions []notes.Mention) error {
	there, err := t.mentionsIn(ctx, article)
	if err != nil {
		return err
	}
	wanted := make(map[mentionKey]bool, len(mentions))
	for _, m := range mentions {
		at := mentionKey{m.Start, m.Entity}
		if wanted[at] {
			continue
		}
		wanted[at] = true
		m.Article, m.Kind = 0, "" // as it was read
		if old, ok := there[at]; ok && old == m {
			continue
		}
		err := t.exec(ctx, `
			INSERT OR REPLACE INTO mentions (article, range_start, range_end, entity, capture, exact, verdict, paragraph) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			article, m.Start, m.End, m.Entity, int64(m.Capture), m.Exact, string(m.Verdict), m.Block)
		if err != nil {
			return err
		}
	}
	for at := range there {
		if wanted[at] {
			continue
		}
		err := t.exec(ctx, `DELETE FROM mentions WHERE article = ? AND range_start = ? AND entity = ?`, article, at.start, at.entity)
		if err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) mentionsIn(ctx context.Context, article notes.ID) (map[mentionKey]notes.Mention, error) {
	there := map[mentionKey]notes.Mention{}
	if t.added[article] {
		return there, nil
	}
	err := t.each(ctx, func(scan func(...any) error) error {
		var m notes.Mention
		err := scan(&m.Start, &m.End, &m.Entity, &m.Capture, &m.Exact, &m.Verdict, &m.Block)
		there[mentionKey{m.Start, m.Entity}] = m
		return err
	}, `SELECT range_start, range_end, entity, capture, exact, verdict, paragraph FROM mentions WHERE article = ?`, article)
	return there, err
}
