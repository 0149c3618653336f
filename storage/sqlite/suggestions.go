package sqlite

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"cuttings/notes"
)

// unnamed are the conditions under which no mention covers a suggested name s, nor
// is it one of several known.
const unnamed = ` NOT EXISTS (SELECT 1 FROM mentions m WHERE m.article = s.article AND m.verdict <> 'rejected'
		AND m.range_start < s.range_end AND m.range_end > s.range_start)
	AND NOT EXISTS (SELECT 1 FROM unclear u WHERE u.article = s.article
		AND u.range_start < s.range_end AND u.range_end > s.range_start)`

// undecided are those under which it waits for a decision: it was not refused
// either.
const undecided = unnamed + `
	AND NOT EXISTS (SELECT 1 FROM refusals r WHERE r.key = s.key AND r.subject = 'name' AND r.article IN (0, s.article))`

// ofArticle is the condition that a row is of the article ?1, or of any if that is
// 0: two conditions, so that what is in one article is found without a look at the
// others.
func ofArticle(row string, article notes.ID) string {
	if article == 0 {
		return `?1 = 0`
	}
	return row + `.article = ?1`
}

const placeColumns = `s.article, s.range_start, s.range_end, s.exact, s.key, s.name, s.kind, s.certainty, s.beside`

func readPlace(scan func(...any) error) (p notes.NamePlace, err error) {
	var beside string
	if err := scan(&p.Article, &p.Start, &p.End, &p.Exact, &p.Key, &p.Name, &p.Kind, &p.Certainty, &beside); err != nil {
		return p, err
	}
	return p, json.Unmarshal([]byte(beside), &p.Beside)
}

// NamePlaces returns the suggested names in an article that wait for a decision.
func (r reader) NamePlaces(ctx context.Context, article notes.ID) ([]notes.NamePlace, error) {
	return list(ctx, r.statements, readPlace, `SELECT `+placeColumns+` FROM suggested_names s
		WHERE s.article = ? AND`+undecided+` ORDER BY s.range_start`, article)
}

// PlacesOf returns where a suggested name stands, the newest article first.
func (r reader) PlacesOf(ctx context.Context, key string, kind notes.Kind, most int) ([]notes.NamePlace, error) {
	return list(ctx, r.statements, readPlace, `SELECT `+placeColumns+` FROM suggested_names s
		JOIN items i ON i.id = s.article AND i.trashed IS NULL
		WHERE s.key = ? AND s.kind = ? AND`+undecided+` ORDER BY s.article DESC, s.range_start`+limit(0, most), key, string(kind))
}

// answered are the words that tell of a suggested event s: they were accepted as
// one or refused, whatever its date was then.
const answered = ` EXISTS (SELECT 1 FROM refusals r WHERE r.key = json_extract(s.detail, '$.tellings[0]') AND r.subject = 'telling' AND r.article = s.article)`

// eventWaits are the conditions under which a suggested event s, whose article is i,
// waits for a decision.
const eventWaits = ` i.trashed IS NULL
	AND NOT EXISTS (SELECT 1 FROM refusals r WHERE r.key = s.key AND r.subject = 'event' AND r.article IN (0, s.article))
	AND NOT` + answered

// SuggestedEvents lists the suggested events that wait for a decision.
func (r reader) SuggestedEvents(ctx context.Context, article notes.ID, offset, most int) (rows []notes.SuggestedEvent, total int, err error) {
	const events = `SELECT s.article, s.range_start, s.range_end, s.key, s.certainty, s.detail FROM suggested_events s CROSS JOIN items i ON i.id = s.article WHERE`
	listed := events + eventWaits + ` AND ?1 = 0 AND s.waiting = 1 ORDER BY s.certainty DESC, s.article DESC, s.range_start`
	counted := `SELECT (SELECT count(*) FROM suggested_events WHERE waiting = 1)
		- (SELECT count(*) FROM refusals r CROSS JOIN suggested_events s ON s.key = r.key AND s.waiting = 1
			WHERE r.subject = 'event' AND r.article = 0 AND ?1 = 0)`
	if article != 0 {
		listed = events + eventWaits + ` AND s.article = ?1 ORDER BY s.range_start`
		counted = `SELECT count(*) FROM suggested_events s JOIN items i ON i.id = s.article WHERE s.article = ?1 AND` + eventWaits
	}
	rows, err = list(ctx, r.statements, readSuggestedEvent, listed+limit(offset, most), article)
	if err != nil {
		return nil, 0, fmt.Errorf("list suggested events: %w", err)
	}
	if err := r.row(ctx, counted, article).scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count suggested events: %w", err)
	}
	return rows, total, nil
}

// WaitingEvents returns the events of one key that wait for a decision.
func (r reader) WaitingEvents(ctx context.Context, key string) ([]notes.SuggestedEvent, error) {
	return list(ctx, r.statements, readSuggestedEvent, `SELECT s.article, s.range_start, s.range_end, s.key, s.certainty, s.detail
		FROM suggested_events s CROSS JOIN items i ON i.id = s.article WHERE s.key = ? AND s.waiting = 1 AND`+eventWaits+` ORDER BY s.article, s.range_start`, key)
}

func readSuggestedEvent(scan func(...any) error) (e notes.SuggestedEvent, err error) {
	var detail string
	var at, end int
	var certainty float64
	var of notes.ID
	var key string
	if err := scan(&of, &at, &end, &key, &certainty, &detail); err != nil {
		return e, err
	}
	if err := json.Unmarshal([]byte(detail), &e); err != nil {
		return e, err
	}
	e.Article, e.Start, e.End, e.Key, e.Certainty = of, at, end, key, certainty
	return e, nil
}

// TakenEvents returns the suggested events of articles that were accepted. Few
// articles have highlights that are sources: it begins with these.
func (r reader) TakenEvents(ctx context.Context, articles []notes.ID) ([]notes.TakenEvent, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (e notes.TakenEvent, err error) {
		var of notes.ID
		var at, end int
		var key, detail string
		if err := scan(&e.Event, &of, &at, &end, &key, &detail); err != nil {
			return e, err
		}
		if err := json.Unmarshal([]byte(detail), &e.SuggestedEvent); err != nil {
			return e, err
		}
		e.Article, e.Start, e.End, e.Key = of, at, end, key
		return e, nil
	}, `SELECT o.event, s.article, s.range_start, s.range_end, s.key, s.detail FROM json_each(?) wanted
		CROSS JOIN highlights h ON h.article = wanted.value
		CROSS JOIN sources o ON o.highlight = h.id
		JOIN suggested_events s ON s.article = h.article AND s.range_start = h.range_start AND s.range_end = h.range_end
		JOIN articles a ON a.id = s.article AND a.capture = h.capture
		JOIN items i ON i.id = o.event AND i.trashed IS NULL
		WHERE`+answered+` OR EXISTS (SELECT 1 FROM refusals r WHERE r.key = s.key AND r.subject = 'event' AND r.article = s.article)
		ORDER BY s.article, o.event, s.key`, numbers(articles))
}

// SuggestedDate returns the date that was worked out for an article.
func (r reader) SuggestedDate(ctx context.Context, article notes.ID) (notes.SuggestedDate, error) {
	date := notes.SuggestedDate{}
	var detail string
	err := r.row(ctx, `SELECT s.detail FROM suggested_dates s JOIN articles a ON a.id = s.article AND a.date = ''
		WHERE s.article = ?1 AND NOT EXISTS (SELECT 1 FROM refusals WHERE article = ?1 AND subject = 'date')`, article).scan(&detail)
	if err != nil {
		return date, fmt.Errorf("date of article %s: %w", article, err)
	}
	if err := json.Unmarshal([]byte(detail), &date); err != nil {
		return date, fmt.Errorf("date of article %s: %w", article, err)
	}
	date.Article = article
	return date, nil
}

// SuggestedDates returns the dates that were worked out for articles.
func (r reader) SuggestedDates(ctx context.Context, most int) (rows []notes.SuggestedDate, total int, err error) {
	const from = ` FROM suggested_dates s JOIN articles a ON a.id = s.article AND a.date = ''
		JOIN items i ON i.id = s.article AND i.trashed IS NULL
		WHERE NOT EXISTS (SELECT 1 FROM refusals f WHERE f.article = s.article AND f.subject = 'date')`
	rows, err = list(ctx, r.statements, func(scan func(...any) error) (date notes.SuggestedDate, err error) {
		var detail string
		var article notes.ID
		if err := scan(&article, &detail); err != nil {
			return date, err
		}
		err = json.Unmarshal([]byte(detail), &date)
		date.Article = article
		return date, err
	}, `SELECT s.article, s.detail`+from+` ORDER BY s.article DESC`+limit(0, most))
	if err != nil {
		return nil, 0, fmt.Errorf("list suggested dates: %w", err)
	}
	if err := r.row(ctx, `SELECT count(*)`+from).scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count suggested dates: %w", err)
	}
	return rows, total, nil
}

// UnclearPlaces returns what could mean several entities.
func (r reader) UnclearPlaces(ctx context.Context, article notes.ID, most int) (rows []notes.Unclear, total int, err error) {
	from := ` FROM unclear u JOIN items i ON i.id = u.article AND i.trashed IS NULL WHERE ` + ofArticle("u", article)
	rows, err = list(ctx, r.statements, func(scan func(...any) error) (u notes.Unclear, err error) {
		var entities string
		if err := scan(&u.Article, &u.Start, &u.End, &u.Exact, &u.Key, &entities); err != nil {
			return u, err
		}
		var ids []int64
		if err := json.Unmarshal([]byte(entities), &ids); err != nil {
			return u, err
		}
		for _, id := range ids {
			u.Entities = append(u.Entities, notes.ID(id))
		}
		return u, nil
	}, `SELECT u.article, u.range_start, u.range_end, u.exact, u.key, u.entities`+from+` ORDER BY u.article DESC, u.range_start`+limit(0, most), article)
	if err != nil {
		return nil, 0, fmt.Errorf("list unclear names: %w", err)
	}
	counted := `SELECT count(*)` + from
	if article == 0 { // of all but what waits to be taken away, with articles that are in the trash or no more
		counted = `SELECT (SELECT count(*) FROM unclear WHERE ?1 = 0)
			- (SELECT count(*) FROM items i CROSS JOIN unclear u ON u.article = i.id WHERE i.trashed IS NOT NULL)
			- (SELECT count(*) FROM pending p CROSS JOIN unclear u ON u.article = p.article WHERE NOT EXISTS (SELECT 1 FROM items i WHERE i.id = p.article))`
	}
	if err := r.row(ctx, counted, article).scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count unclear names: %w", err)
	}
	return rows, total, nil
}

// UnclearAbout returns the articles with words that could mean one of these
// entities.
func (r reader) UnclearAbout(ctx context.Context, entities []notes.ID) (articles []notes.ID, err error) {
	wanted := make(map[string]bool, len(entities))
	for _, id := range entities {
		wanted[strconv.FormatInt(int64(id), 10)] = true
	}
	err = r.each(ctx, func(scan func(...any) error) error {
		var article notes.ID
		var list string
		if err := scan(&article, &list); err != nil {
			return err
		}
		for id := range strings.SplitSeq(strings.Trim(list, "[]"), ",") {
			if wanted[id] {
				articles = append(articles, article)
				break
			}
		}
		return nil
	}, `SELECT article, entities FROM unclear`)
	return articles, err
}

// Unread returns articles that were not read for suggestions in this form.
func (r reader) Unread(ctx context.Context, form, most int) ([]notes.ID, error) {
	return list(ctx, r.statements, readID, `
		SELECT a.id FROM articles a JOIN items i ON i.id = a.id AND i.trashed IS NULL LEFT JOIN readings r ON r.article = a.id
		WHERE r.article IS NULL OR r.capture <> a.capture OR r.date <> a.date OR r.form <> ?
		ORDER BY a.id DESC`+limit(0, most), form)
}

// WasRead reports whether an article, as it is now, was read in this form.
func (r reader) WasRead(ctx context.Context, article notes.ID, form int) (read bool, err error) {
	err = r.row(ctx, `SELECT EXISTS (SELECT 1 FROM articles a JOIN readings r ON r.article = a.id
		WHERE a.id = ? AND r.capture = a.capture AND r.date = a.date AND r.form = ?)`, article, form).scan(&read)
	if err != nil {
		return false, fmt.Errorf("article %s: %w", article, err)
	}
	return read, nil
}

// SetSuggested replaces what was read out of an article.
func (t *tx) SetSuggested(ctx context.Context, article notes.Article, form int, suggested notes.Suggested) error {
	before, err := t.waitingIn(ctx, article.ID)
	if err != nil {
		return err
	}
	for _, table := range []string{"suggested_names", "suggested_events", "suggested_dates"} {
		if err := t.exec(ctx, `DELETE FROM `+table+` WHERE article = ?`, article.ID); err != nil {
			return err
		}
	}
	for _, p := range suggested.Names {
		beside, err := json.Marshal(p.Beside)
		if err != nil {
			return err
		}
		err = t.exec(ctx, `INSERT INTO suggested_names (article, range_start, range_end, exact, key, name, kind, certainty, beside)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
			article.ID, p.Start, p.End, p.Exact, p.Key, p.Name, string(p.Kind), p.Certainty, string(beside))
		if err != nil {
			return err
		}
	}
	for _, e := range suggested.Events {
		detail, err := json.Marshal(e)
		if err != nil {
			return err
		}
		err = t.exec(ctx, `INSERT INTO suggested_events (article, range_start, range_end, key, certainty, detail)
			VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`, article.ID, e.Start, e.End, e.Key, e.Certainty, string(detail))
		if err != nil {
			return err
		}
	}
	if suggested.Date != nil {
		detail, err := json.Marshal(suggested.Date)
		if err != nil {
			return err
		}
		if err := t.exec(ctx, `INSERT INTO suggested_dates (article, detail) VALUES (?, ?)`, article.ID, string(detail)); err != nil {
			return err
		}
	}
	err = t.exec(ctx, `INSERT INTO readings (article, capture, date, form) VALUES (?, ?, ?, ?)
		ON CONFLICT (article) DO UPDATE SET capture = excluded.capture, date = excluded.date, form = excluded.form`,
		article.ID, int64(article.Capture), article.Date, form)
	if err != nil {
		return err
	}
	return t.recount(ctx, article.ID, before)
}

// SetUnclear replaces what is unclear in an article.
func (t *tx) SetUnclear(ctx context.Context, article notes.ID, places []notes.Unclear) error {
	if !t.added[article] {
		if err := t.exec(ctx, `DELETE FROM unclear WHERE article = ?`, article); err != nil {
			return err
		}
	}
	for _, u := range places {
		err := t.exec(ctx, `INSERT INTO unclear (article, range_start, range_end, exact, key, entities) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
			article, u.Start, u.End, u.Exact, u.Key, numbers(u.Entities))
		if err != nil {
			return err
		}
	}
	return nil
}
