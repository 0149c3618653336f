package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"cuttings/notes"
)

// Refusals returns all suggestions that the person does not want.
func (r reader) Refusals(ctx context.Context) ([]notes.Refusal, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (f notes.Refusal, err error) {
		return f, scan(&f.Article, &f.Subject, &f.Key)
	}, `SELECT article, subject, key FROM refusals ORDER BY key, subject, article`)
}

// Rulings returns what was said of an entity's names in all articles.
func (r reader) Rulings(ctx context.Context, entity notes.ID) (map[string]notes.Verdict, error) {
	rulings := map[string]notes.Verdict{}
	err := r.each(ctx, func(scan func(...any) error) error {
		var key string
		var verdict notes.Verdict
		err := scan(&key, &verdict)
		rulings[key] = verdict
		return err
	}, `SELECT key, verdict FROM rulings WHERE entity = ?`, entity)
	return rulings, err
}

// AllRulings returns what was said of the names of every entity.
func (r reader) AllRulings(ctx context.Context) (map[notes.ID]map[string]notes.Verdict, error) {
	rulings := map[notes.ID]map[string]notes.Verdict{}
	err := r.each(ctx, func(scan func(...any) error) error {
		var entity notes.ID
		var key string
		var verdict notes.Verdict
		if err := scan(&entity, &key, &verdict); err != nil {
			return err
		}
		if rulings[entity] == nil {
			rulings[entity] = map[string]notes.Verdict{}
		}
		rulings[entity][key] = verdict
		return nil
	}, `SELECT entity, key, verdict FROM rulings`)
	return rulings, err
}

// Distinct returns the pairs of entities that are not one.
func (r reader) Distinct(ctx context.Context) ([][2]notes.ID, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (pair [2]notes.ID, err error) {
		return pair, scan(&pair[0], &pair[1])
	}, `SELECT entity, other FROM distinctions ORDER BY entity, other`)
}

func readMerge(scan func(...any) error) (m notes.Merge, err error) {
	var at int64
	var moved string
	if err := scan(&m.Gone, &m.Kept, &at, &moved); err != nil {
		return m, err
	}
	m.At = moment(at)
	return m, json.Unmarshal([]byte(moved), &m.Moved)
}

// MergesInto returns what went into an entity, the last first.
func (r reader) MergesInto(ctx context.Context, kept notes.ID) ([]notes.Merge, error) {
	return list(ctx, r.statements, readMerge, `SELECT gone, kept, at, moved FROM merges WHERE kept = ? ORDER BY at DESC, gone DESC`, kept)
}

// MergeOf returns what an entity went into.
func (r reader) MergeOf(ctx context.Context, gone notes.ID) (notes.Merge, error) {
	merge, err := readMerge(r.row(ctx, `SELECT gone, kept, at, moved FROM merges WHERE gone = ?`, gone).scan)
	if err != nil {
		return merge, fmt.Errorf("merge of %s: %w", gone, err)
	}
	return merge, nil
}

// Sources returns the sources of an event, in the order of its articles.
func (r reader) Sources(ctx context.Context, event notes.ID) ([]notes.Source, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (s notes.Source, err error) {
		return s, scan(&s.Event, &s.Highlight, &s.Date, &s.Place, &s.Number)
	}, `SELECT s.event, s.highlight, s.date, s.place, s.number FROM sources s
		JOIN items i ON i.id = s.highlight JOIN highlights h ON h.id = s.highlight JOIN items a ON a.id = h.article
		LEFT JOIN articles d ON d.id = h.article
		WHERE s.event = ?1 AND (?2 OR i.trashed IS NULL AND a.trashed IS NULL)
		ORDER BY d.sort_day NULLS LAST, h.article, h.range_start`, event, r.all)
}

// SourceCounts returns how many sources each event has, and how many of them
// differ from it.
func (r reader) SourceCounts(ctx context.Context) (map[notes.ID]notes.SourceCount, error) {
	const sources = ` FROM sources s
		JOIN items i ON i.id = s.highlight AND i.trashed IS NULL JOIN highlights h ON h.id = s.highlight
		JOIN items a ON a.id = h.article AND a.trashed IS NULL `
	counts := map[notes.ID]notes.SourceCount{}
	err := r.each(ctx, func(scan func(...any) error) error {
		var event notes.ID
		var count notes.SourceCount
		err := scan(&event, &count.All, &count.Differ)
		counts[event] = count
		return err
	}, `SELECT s.event, count(*), sum(s.place <> '' OR s.number <> '')`+sources+`GROUP BY s.event`)
	if err != nil {
		return nil, err
	}
	// Few sources have a date of their own alone. Whether it agrees, SQL cannot say.
	err = r.each(ctx, func(scan func(...any) error) error {
		var source notes.Source
		var date string
		err := scan(&source.Event, &source.Date, &date)
		if err == nil && source.Differs(date) {
			count := counts[source.Event]
			count.Differ++
			counts[source.Event] = count
		}
		return err
	}, `SELECT s.event, s.date, e.date`+sources+`JOIN entities e ON e.id = s.event
		WHERE s.date <> '' AND s.place = '' AND s.number = ''`)
	return counts, err
}

// SetRefusal records that a suggestion is not wanted, or forgets that.
func (t *tx) SetRefusal(ctx context.Context, f notes.Refusal, refused bool) error {
	if !refused {
		return t.exec(ctx, `DELETE FROM refusals WHERE article = ? AND subject = ? AND key = ?`, f.Article, string(f.Subject), f.Key)
	}
	return t.exec(ctx, `INSERT INTO refusals (article, subject, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, f.Article, string(f.Subject), f.Key)
}

// SetRuling records a verdict for all articles; "" takes it away.
func (t *tx) SetRuling(ctx context.Context, entity notes.ID, key string, verdict notes.Verdict) error {
	if verdict == "" {
		return t.exec(ctx, `DELETE FROM rulings WHERE entity = ? AND key = ?`, entity, key)
	}
	return t.exec(ctx, `INSERT INTO rulings (entity, key, verdict) VALUES (?, ?, ?)
		ON CONFLICT (entity, key) DO UPDATE SET verdict = excluded.verdict`, entity, key, string(verdict))
}

// Mean records that names mean an entity in articles, and no other there. A frequent
// name stands in thousands: they are written together.
func (t *tx) Mean(ctx context.Context, entity notes.ID, at []notes.NameIn) error {
	named := make([][2]any, 0, len(at))
	for _, name := range at {
		named = append(named, [2]any{int64(name.Article), name.Key})
	}
	written, err := json.Marshal(named)
	if err != nil {
		return err
	}
	err = t.exec(ctx, `DELETE FROM verdicts WHERE (article, entity, key) IN (
		SELECT v.article, v.entity, v.key FROM json_each(?1) w CROSS JOIN verdicts v ON v.article = w.value ->> 0 AND v.key = w.value ->> 1
		WHERE v.entity <> ?2 AND v.verdict = 'accepted')`, string(written), entity)
	if err != nil {
		return err
	}
	return t.exec(ctx, `INSERT INTO verdicts (article, entity, key, verdict)
		SELECT w.value ->> 0, ?2, w.value ->> 1, 'accepted' FROM json_each(?1) w WHERE true
		ON CONFLICT (article, entity, key) DO UPDATE SET verdict = excluded.verdict`, string(written), entity)
}

// HoldRefusals records that names do not mean an entity where one of them was refused.
func (t *tx) HoldRefusals(ctx context.Context, entity notes.ID, names []string) error {
	written, err := json.Marshal(names)
	if err != nil {
		return err
	}
	return t.exec(ctx, `INSERT INTO verdicts (article, entity, key, verdict)
		SELECT DISTINCT a.id, ?2, n.value, 'rejected' FROM json_each(?1) w
		CROSS JOIN refusals r ON r.key = w.value AND r.subject = 'name' CROSS JOIN articles a ON a.id = r.article
		CROSS JOIN json_each(?1) n WHERE true
		ON CONFLICT (article, entity, key) DO NOTHING`, string(written), entity)
}

// RemoveVerdict forgets what was said about a name in an article.
func (t *tx) RemoveVerdict(ctx context.Context, article, entity notes.ID, key string) error {
	return t.exec(ctx, `DELETE FROM verdicts WHERE article = ? AND entity = ? AND key = ?`, article, entity, key)
}

// VerdictsOn returns what was said of an entity in articles.
func (t *tx) VerdictsOn(ctx context.Context, entity notes.ID) ([]notes.MovedSaying, error) {
	return list(ctx, t.statements, func(scan func(...any) error) (s notes.MovedSaying, err error) {
		return s, scan(&s.Article, &s.Key, &s.Verdict)
	}, `SELECT article, key, verdict FROM verdicts WHERE entity = ? ORDER BY article, key`, entity)
}

// SetDistinct records that two entities are not one, or forgets that.
func (t *tx) SetDistinct(ctx context.Context, a, b notes.ID, distinct bool) error {
	a, b = min(a, b), max(a, b)
	if !distinct {
		return t.exec(ctx, `DELETE FROM distinctions WHERE entity = ? AND other = ?`, a, b)
	}
	return t.exec(ctx, `INSERT INTO distinctions (entity, other) VALUES (?, ?) ON CONFLICT DO NOTHING`, a, b)
}

// SetMerge records that an entity went into another.
func (t *tx) SetMerge(ctx context.Context, m notes.Merge) error {
	moved, err := json.Marshal(m.Moved)
	if err != nil {
		return fmt.Errorf("write what went along with %s: %w", m.Gone, err)
	}
	return t.exec(ctx, `INSERT INTO merges (gone, kept, at, moved) VALUES (?, ?, ?, ?)
		ON CONFLICT (gone) DO UPDATE SET kept = excluded.kept, at = excluded.at, moved = excluded.moved`,
		m.Gone, m.Kept, millis(m.At), string(moved))
}

// RemoveMerge forgets a merge.
func (t *tx) RemoveMerge(ctx context.Context, gone notes.ID) error {
	return t.exec(ctx, `DELETE FROM merges WHERE gone = ?`, gone)
}

// SetSource makes a highlight a source of an event, with its own account.
func (t *tx) SetSource(ctx context.Context, s notes.Source) error {
	return t.exec(ctx, `INSERT INTO sources (event, highlight, date, place, number) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (event, highlight) DO UPDATE SET date = excluded.date, place = excluded.place, number = excluded.number`,
		s.Event, s.Highlight, s.Date, s.Place, s.Number)
}

// RemoveSource makes a highlight no source of an event any more.
func (t *tx) RemoveSource(ctx context.Context, event, highlight notes.ID) error {
	return t.exec(ctx, `DELETE FROM sources WHERE event = ? AND highlight = ?`, event, highlight)
}
