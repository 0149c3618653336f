package sqlite

import (
	"context"
	"fmt"

	"cuttings/notes"
)

const highlightColumns = itemColumns + `, h.article, h.capture, h.range_start, h.range_end, h.exact, h.prefix, h.suffix, h.colour, h.comment`

func readHighlight(scan func(...any) error) (h notes.Highlight, err error) {
	fields, done := itemFields(&h.Item)
	err = scan(append(fields, &h.Article, &h.Capture, &h.Start, &h.End, &h.Exact, &h.Prefix, &h.Suffix, &h.Colour, &h.Comment)...)
	done()
	return h, err
}

// Highlight returns one highlight, also from the trash.
func (r reader) Highlight(ctx context.Context, id notes.ID) (notes.Highlight, error) {
	h, err := readHighlight(r.row(ctx, `SELECT `+highlightColumns+` FROM highlights h JOIN items i ON i.id = h.id WHERE h.id = ?`, id).scan)
	if err != nil {
		return notes.Highlight{}, fmt.Errorf("highlight %s: %w", id, err)
	}
	return h, nil
}

// Highlights lists highlights in reading order, those of the newest article
// first.
func (r reader) Highlights(ctx context.Context, filter notes.HighlightFilter) ([]notes.Highlight, int, error) {
	var where condition
	where.and(`i.trashed IS NULL`)
	if filter.Article != 0 {
		where.and(`h.article = ?`, filter.Article)
	} else {
		where.and(`a.trashed IS NULL`)
	}
	if filter.Colour != "" {
		where.and(`h.colour = ?`, string(filter.Colour))
	}
	if filter.Key != "" {
		where.and(`h.key LIKE ? ESCAPE '\'`, containing(filter.Key))
	}
	if filter.Tag != 0 {
		where.and(`h.id IN (SELECT item FROM taggings WHERE tag = ?)`, filter.Tag)
	}
	if filter.Orphans {
		where.and(`EXISTS (SELECT 1 FROM placements p JOIN articles ar ON ar.capture = p.capture
			WHERE ar.id = h.article AND p.highlight = h.id AND p.way = 'none')`)
	}
	order := ` ORDER BY h.article DESC, h.range_start, h.range_end, h.id`
	switch filter.Order {
	case notes.Added:
		order = ` ORDER BY h.id DESC`
	case notes.ByColour:
		order = ` ORDER BY instr('yellow green blue red violet', h.colour), h.article DESC, h.range_start, h.id`
	case notes.ByTag:
		order = ` ORDER BY (SELECT min(t.key) FROM taggings g JOIN items t ON t.id = g.tag WHERE g.item = h.id) NULLS LAST, h.article DESC, h.range_start, h.id`
	}
	const from = ` FROM highlights h JOIN items i ON i.id = h.id JOIN items a ON a.id = h.article`
	var total int
	if err := r.row(ctx, `SELECT count(*)`+from+where.where(), where.values...).scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count highlights: %w", err)
	}
	rows, err := list(ctx, r.statements, readHighlight,
		`SELECT `+highlightColumns+from+where.where()+order+limit(filter.Offset, filter.Limit), where.values...)
	if err != nil {
		return nil, 0, fmt.Errorf("list highlights: %w", err)
	}
	return rows, total, nil
}

// Note returns one note, also from the trash.
func (r reader) Note(ctx context.Context, id notes.ID) (notes.Note, error) {
	var n notes.Note
	fields, done := itemFields(&n.Item)
	err := r.row(ctx, `SELECT `+itemColumns+`, n.body FROM notes n JOIN items i ON i.id = n.id WHERE n.id = ?`, id).scan(append(fields, &n.Body)...)
	done()
	if err != nil {
		return notes.Note{}, fmt.Errorf("note %s: %w", id, err)
	}
	return n, nil
}

// Revisions returns what a note was, the newest first.
func (r reader) Revisions(ctx context.Context, note notes.ID) ([]notes.Revision, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (v notes.Revision, err error) {
		var saved int64
		err = scan(&v.ID, &v.Note, &saved, &v.Title, &v.Body)
		v.Saved = moment(saved)
		return v, err
	}, `SELECT id, note, saved, title, body FROM revisions WHERE note = ? ORDER BY id DESC`, note)
}

// Entity returns one person, organisation, place or event, also from the trash.
func (r reader) Entity(ctx context.Context, id notes.ID) (notes.Entity, error) {
	found, err := r.entities(ctx, []notes.ID{id})
	if err == nil && len(found) == 0 {
		err = notes.ErrNotFound
	}
	if err != nil {
		return notes.Entity{}, fmt.Errorf("entity %s: %w", id, err)
	}
	return found[0], nil
}

// entities returns entities in the order of their IDs here, without those that are
// no more. All are read at once: an archive can have thousands of events.
func (r reader) entities(ctx context.Context, ids []notes.ID) ([]notes.Entity, error) {
	found, err := list(ctx, r.statements, func(scan func(...any) error) (e notes.Entity, err error) {
		fields, done := itemFields(&e.Item)
		err = scan(append(fields, &e.Description, &e.Date, &e.SortDay, &e.Place)...)
		done()
		return e, err
	}, `SELECT `+itemColumns+`, e.description, e.date, coalesce(e.sort_day, 0), coalesce(e.place, 0)
		FROM json_each(?) wanted JOIN entities e ON e.id = wanted.value JOIN items i ON i.id = e.id ORDER BY wanted.key`, numbers(ids))
	if err != nil {
		return nil, err
	}
	at := make(map[notes.ID]*notes.Entity, len(found))
	for i := range found {
		at[found[i].ID] = &found[i]
	}
	for _, part := range []struct {
		read  func(scan func(...any) error) error
		query string
	}{
		{func(scan func(...any) error) error {
			var of notes.ID
			var name string
			err := scan(&of, &name)
			if e := at[of]; e != nil {
				e.Aliases = append(e.Aliases, name)
			}
			return err
		}, `SELECT a.entity, a.name FROM json_each(?) wanted JOIN aliases a ON a.entity = wanted.value ORDER BY wanted.key, a.position`},
		{func(scan func(...any) error) error {
			var of notes.ID
			var role notes.Role
			err := scan(&of, &role.Title, &role.Organisation, &role.From, &role.To)
			if e := at[of]; e != nil {
				e.Roles = append(e.Roles, role)
			}
			return err
		}, `SELECT r.entity, r.title, r.organisation, r.begins, r.ends FROM json_each(?) wanted JOIN roles r ON r.entity = wanted.value ORDER BY wanted.key, r.position`},
		{func(scan func(...any) error) error {
			var of notes.ID
			var p notes.Participant
			err := scan(&of, &p.Entity, &p.Role)
			if e := at[of]; e != nil {
				e.Participants = append(e.Participants, p)
			}
			return err
		}, `SELECT p.event, p.entity, p.role FROM json_each(?) wanted JOIN participants p ON p.event = wanted.value ORDER BY wanted.key, p.position`},
	} {
		if err := r.each(ctx, part.read, part.query, numbers(ids)); err != nil {
			return nil, err
		}
	}
	return found, nil
}

// EventsWith returns the events in which an entity took part, or that took
// place there, by date.
func (r reader) EventsWith(ctx context.Context, entity notes.ID) ([]notes.Entity, error) {
	ids, err := list(ctx, r.statements, readID, `
		SELECT e.id FROM entities e JOIN items i ON i.id = e.id
		WHERE (?2 OR i.trashed IS NULL) AND (e.place = ?1 OR e.id IN (SELECT event FROM participants WHERE entity = ?1))
		ORDER BY e.sort_day NULLS LAST, e.id`, entity, r.all)
	if err != nil {
		return nil, fmt.Errorf("events with %s: %w", entity, err)
	}
	events, err := r.entities(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("events with %s: %w", entity, err)
	}
	return events, nil
}

// Mentions lists mentions in the order of the text, those of the newest
// articles first. What is in the trash is left out.
func (r reader) Mentions(ctx context.Context, filter notes.MentionFilter) ([]notes.Mention, int, error) {
	var where condition
	if !r.all {
		where.and(`e.trashed IS NULL`)
	}
	if filter.Article != 0 {
		where.and(`m.article = ?`, filter.Article)
	} else if !r.all {
		where.and(`a.trashed IS NULL`)
	}
	if filter.Entity != 0 {
		where.and(`m.entity = ?`, filter.Entity)
	}
	if !filter.Rejected {
		where.and(`m.verdict <> 'rejected'`)
	}
	const from = ` FROM mentions m LEFT JOIN items e ON e.id = m.entity LEFT JOIN items a ON a.id = m.article LEFT JOIN articles d ON d.id = m.article`
	var total int
	if err := r.row(ctx, `SELECT count(*)`+from+where.where(), where.values...).scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count mentions: %w", err)
	}
	rows, err := list(ctx, r.statements, func(scan func(...any) error) (m notes.Mention, err error) {
		return m, scan(&m.Article, &m.Capture, &m.Start, &m.End, &m.Exact, &m.Entity, &m.Kind, &m.Verdict, &m.Block)
	}, `SELECT m.article, m.capture, m.range_start, m.range_end, m.exact, m.entity, coalesce(e.kind, ''), m.verdict, m.paragraph`+from+where.where()+
		` ORDER BY d.sort_day DESC, m.article DESC, m.range_start`+limit(filter.Offset, filter.Limit), where.values...)
	if err != nil {
		return nil, 0, fmt.Errorf("list mentions: %w", err)
	}
	return rows, total, nil
}

const linkColumns = `l.source, coalesce(s.kind, ''), l.target, coalesce(t.kind, ''), l.relation, l.written, l.range_start, l.range_end`

func readLink(scan func(...any) error) (l notes.Link, err error) {
	return l, scan(&l.From, &l.FromKind, &l.To, &l.ToKind, &l.Relation, &l.Written, &l.Start, &l.End)
}

const linkTables = ` FROM links l LEFT JOIN items s ON s.id = l.source LEFT JOIN items t ON t.id = l.target`

// LinksFrom returns the links that an item holds.
func (r reader) LinksFrom(ctx context.Context, id notes.ID) ([]notes.Link, error) {
	return list(ctx, r.statements, readLink, `SELECT `+linkColumns+linkTables+` WHERE l.source = ? ORDER BY l.range_start`, id)
}

// LinksTo returns the links that lead to an item, those from the trash left
// out.
func (r reader) LinksTo(ctx context.Context, id notes.ID) ([]notes.Link, error) {
	return list(ctx, r.statements, readLink, `SELECT `+linkColumns+linkTables+`
		WHERE l.target = ?1 AND (?2 OR s.trashed IS NULL) ORDER BY s.changed DESC, l.source, l.range_start`, id, r.all)
}

// TagsOf returns the tags of an item.
func (r reader) TagsOf(ctx context.Context, id notes.ID) ([]notes.Item, error) {
	return list(ctx, r.statements, readItem, `
		SELECT `+itemColumns+` FROM taggings t JOIN items i ON i.id = t.tag WHERE t.item = ? AND i.trashed IS NULL ORDER BY i.key`, id)
}

// CollectionsOf returns the collections that an item is in.
func (r reader) CollectionsOf(ctx context.Context, id notes.ID) ([]notes.Item, error) {
	return list(ctx, r.statements, readItem, `
		SELECT `+itemColumns+` FROM collected c JOIN items i ON i.id = c.collection WHERE c.item = ? AND i.trashed IS NULL ORDER BY i.key`, id)
}

// SavedSearch returns the query of a saved search.
func (r reader) SavedSearch(ctx context.Context, id notes.ID) (query string, err error) {
	return query, r.row(ctx, `SELECT query FROM searches WHERE id = ?`, id).scan(&query)
}

// Pending returns articles whose mentions wait to be found.
func (r reader) Pending(ctx context.Context, limit int) ([]notes.ID, error) {
	return list(ctx, r.statements, readID, `SELECT article FROM pending ORDER BY article DESC LIMIT ?`, limit)
}

// AllArticles returns every article.
func (r reader) AllArticles(ctx context.Context) ([]notes.ID, error) {
	return list(ctx, r.statements, readID, `SELECT id FROM articles ORDER BY id`)
}

// Linking returns the items that hold words with [[links]], and the events.
func (r reader) Linking(ctx context.Context) ([]notes.ID, error) {
	return list(ctx, r.statements, readID, linking)
}

// linking asks for all that can hold links.
const linking = `
	SELECT id FROM notes WHERE body LIKE '%[[%'
	UNION SELECT id FROM highlights WHERE comment LIKE '%[[%'
	UNION SELECT id FROM entities WHERE description LIKE '%[[%' OR place IS NOT NULL
	UNION SELECT event FROM participants`
