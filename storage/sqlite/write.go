package sqlite

import (
	"context"

	"cuttings/notes"
	"cuttings/notes/fold"
)

// InsertHighlight adds a highlight.
func (t *tx) InsertHighlight(ctx context.Context, h notes.Highlight) error {
	if err := t.InsertItem(ctx, h.Item); err != nil {
		return err
	}
	return t.exec(ctx, `
		INSERT INTO highlights (id, article, capture, range_start, range_end, exact, prefix, suffix, colour, comment, key)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		h.ID, h.Article, int64(h.Capture), h.Start, h.End, h.Exact, h.Prefix, h.Suffix, string(h.Colour), h.Comment,
		fold.String(h.Exact+" "+h.Comment))
}

// UpdateHighlight changes a highlight.
func (t *tx) UpdateHighlight(ctx context.Context, h notes.Highlight) error {
	if err := t.UpdateItem(ctx, h.Item); err != nil {
		return err
	}
	return t.exec(ctx, `
		UPDATE highlights SET capture = ?2, range_start = ?3, range_end = ?4, exact = ?5, prefix = ?6, suffix = ?7,
			colour = ?8, comment = ?9, key = ?10 WHERE id = ?1`,
		h.ID, int64(h.Capture), h.Start, h.End, h.Exact, h.Prefix, h.Suffix, string(h.Colour), h.Comment,
		fold.String(h.Exact+" "+h.Comment))
}

// InsertNote adds a note.
func (t *tx) InsertNote(ctx context.Context, n notes.Note) error {
	if err := t.InsertItem(ctx, n.Item); err != nil {
		return err
	}
	return t.exec(ctx, `INSERT INTO notes (id, body) VALUES (?, ?)`, n.ID, n.Body)
}

// UpdateNote changes a note.
func (t *tx) UpdateNote(ctx context.Context, n notes.Note) error {
	if err := t.UpdateItem(ctx, n.Item); err != nil {
		return err
	}
	return t.exec(ctx, `UPDATE notes SET body = ?2 WHERE id = ?1`, n.ID, n.Body)
}

// KeepRevision adds a revision, or replaces the one of the same ID.
func (t *tx) KeepRevision(ctx context.Context, r notes.Revision) error {
	return t.exec(ctx, `
		INSERT INTO revisions (id, note, saved, title, body) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET saved = excluded.saved, title = excluded.title, body = excluded.body`,
		r.ID, r.Note, millis(r.Saved), r.Title, r.Body)
}

// InsertEntity adds a person, organisation, place or event.
func (t *tx) InsertEntity(ctx context.Context, e notes.Entity) error {
	if err := t.InsertItem(ctx, e.Item); err != nil {
		return err
	}
	err := t.exec(ctx, `INSERT INTO entities (id, description, date, sort_day, place) VALUES (?, ?, ?, ?, ?)`,
		e.ID, e.Description, e.Date, number(e.SortDay, e.Date == ""), number(int64(e.Place), e.Place == 0))
	if err != nil {
		return err
	}
	return t.insertDetails(ctx, e)
}

// UpdateEntity changes an entity.
func (t *tx) UpdateEntity(ctx context.Context, e notes.Entity) error {
	if err := t.UpdateItem(ctx, e.Item); err != nil {
		return err
	}
	err := t.exec(ctx, `UPDATE entities SET description = ?2, date = ?3, sort_day = ?4, place = ?5 WHERE id = ?1`,
		e.ID, e.Description, e.Date, number(e.SortDay, e.Date == ""), number(int64(e.Place), e.Place == 0))
	if err != nil {
		return err
	}
	for _, remove := range []string{
		`DELETE FROM aliases WHERE entity = ?`, `DELETE FROM roles WHERE entity = ?`, `DELETE FROM participants WHERE event = ?`,
	} {
		if err := t.exec(ctx, remove, e.ID); err != nil {
			return err
		}
	}
	return t.insertDetails(ctx, e)
}

func (t *tx) insertDetails(ctx context.Context, e notes.Entity) error {
	for i, alias := range e.Aliases {
		if err := t.exec(ctx, `INSERT INTO aliases (entity, position, name, key) VALUES (?, ?, ?, ?)`,
			e.ID, i, alias, fold.String(alias)); err != nil {
			return err
		}
	}
	for i, role := range e.Roles {
		if err := t.exec(ctx, `INSERT INTO roles (entity, position, title, organisation, begins, ends) VALUES (?, ?, ?, ?, ?, ?)`,
			e.ID, i, role.Title, role.Organisation, role.From, role.To); err != nil {
			return err
		}
	}
	for i, participant := range e.Participants {
		if err := t.exec(ctx, `INSERT INTO participants (event, position, entity, role) VALUES (?, ?, ?, ?)`,
			e.ID, i, participant.Entity, participant.Role); err != nil {
			return err
		}
	}
	return nil
}

// InsertSearch adds a saved search.
func (t *tx) InsertSearch(ctx context.Context, item notes.Item, query string) error {
	if err := t.InsertItem(ctx, item); err != nil {
		return err
	}
	return t.exec(ctx, `INSERT INTO searches (id, query) VALUES (?, ?)`, item.ID, query)
}

// SetTagged gives an item a tag or takes it away.
func (t *tx) SetTagged(ctx context.Context, item, tag notes.ID, tagged bool) error {
	if !tagged {
		return t.exec(ctx, `DELETE FROM taggings WHERE item = ? AND tag = ?`, item, tag)
	}
	return t.exec(ctx, `INSERT INTO taggings (item, tag) VALUES (?, ?) ON CONFLICT DO NOTHING`, item, tag)
}

// SetCollected puts an item into a collection or takes it out.
func (t *tx) SetCollected(ctx context.Context, item, collection notes.ID, collected bool) error {
	if !collected {
		return t.exec(ctx, `DELETE FROM collected WHERE item = ? AND collection = ?`, item, collection)
	}
	return t.exec(ctx, `INSERT INTO collected (item, collection) VALUES (?, ?) ON CONFLICT DO NOTHING`, item, collection)
}

// SetVerdict remembers what the person said about a name in an article.
func (t *tx) SetVerdict(ctx context.Context, article, entity notes.ID, key string, verdict notes.Verdict) error {
	return t.exec(ctx, `
		INSERT INTO verdicts (article, entity, key, verdict) VALUES (?, ?, ?, ?)
		ON CONFLICT (article, entity, key) DO UPDATE SET verdict = excluded.verdict`, article, entity, key, string(verdict))
}

// Verdicts returns what the person said about the names in an article.
func (t *tx) Verdicts(ctx context.Context, article notes.ID) (map[notes.VerdictKey]notes.Verdict, error) {
	verdicts := map[notes.VerdictKey]notes.Verdict{}
	err := t.each(ctx, func(scan func(...any) error) error {
		var key notes.VerdictKey
		var verdict notes.Verdict
		if err := scan(&key.Entity, &key.Key, &verdict); err != nil {
			return err
		}
		verdicts[key] = verdict
		return nil
	}, `SELECT entity, key, verdict FROM verdicts WHERE article = ?`, article)
	return verdicts, err
}

// SetLinks replaces the links of an item.
func (t *tx) SetLinks(ctx context.Context, from notes.ID, links []notes.Link) error {
	if err := t.exec(ctx, `DELETE FROM links WHERE source = ?`, from); err != nil {
		return err
	}
	for _, link := range links {
		err := t.exec(ctx, `INSERT INTO links (source, target, relation, written, key, range_start, range_end) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			from, link.To, string(link.Relation), link.Written, fold.String(link.Written), link.Start, link.End)
		if err != nil {
			return err
		}
	}
	return nil
}

// SetPending queues articles whose mentions are to be found, or takes them off
// the queue.
func (t *tx) SetPending(ctx context.Context, articles []notes.ID, pending bool) error {
	if pending {
		return t.exec(ctx, `INSERT INTO pending (article) SELECT value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING`, numbers(articles))
	}
	return t.exec(ctx, `DELETE FROM pending WHERE article IN (SELECT value FROM json_each(?))`, numbers(articles))
}

// LinkingTo returns the items with a [[link]] whose target folds to a key.
func (t *tx) LinkingTo(ctx context.Context, keys []string) ([]notes.ID, error) {
	return list(ctx, t.statements, readID, `SELECT DISTINCT source FROM links WHERE key IN (SELECT value FROM json_each(?)) AND key <> ''`, words(keys))
}
