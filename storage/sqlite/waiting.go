package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"cuttings/notes"
)

// Which suggested names and events wait is kept with each of them, and how many of a
// name do, in a table of its own. All are brought in line article by article, as mentions
// are. A refusal for good concerns any number of articles: it is taken into account
// when they are listed.

// refusedForGood are the names w that were.
const refusedForGood = ` EXISTS (SELECT 1 FROM refusals r WHERE r.key = w.key AND r.subject = 'name' AND r.article = 0)`

// SuggestedNames lists the names of the archive that wait for a decision.
func (r reader) SuggestedNames(ctx context.Context, filter notes.SuggestionFilter) (rows []notes.SuggestedName, total int, err error) {
	kinds := make([]string, 0, len(filter.Kinds))
	for _, kind := range filter.Kinds {
		kinds = append(kinds, string(kind))
	}
	const wanted = `(?1 = '[]' OR w.kind IN (SELECT value FROM json_each(?1))) AND (?2 = '[]' OR w.key IN (SELECT value FROM json_each(?2)))`
	rows, err = list(ctx, r.statements, func(scan func(...any) error) (n notes.SuggestedName, err error) {
		return n, scan(&n.Key, &n.Kind, &n.Places, &n.Articles)
	}, `SELECT w.key, w.kind, w.places, w.articles FROM waiting_names w WHERE `+wanted+` AND NOT`+refusedForGood+`
		ORDER BY w.articles DESC, w.places DESC, w.key`+limit(filter.Offset, filter.Limit), words(kinds), words(append([]string{}, filter.Keys...)))
	if err != nil {
		return nil, 0, fmt.Errorf("list suggested names: %w", err)
	}
	err = r.row(ctx, `SELECT (SELECT count(*) FROM waiting_names w WHERE `+wanted+`)
		- (SELECT count(*) FROM refusals r JOIN waiting_names w ON w.key = r.key WHERE r.subject = 'name' AND r.article = 0 AND `+wanted+`)`,
		words(kinds), words(append([]string{}, filter.Keys...))).scan(&total)
	if err != nil {
		return nil, 0, fmt.Errorf("count suggested names: %w", err)
	}
	if filter.Bare {
		return rows, total, nil
	}
	for i := range rows {
		if err := r.describe(ctx, &rows[i]); err != nil {
			return nil, 0, fmt.Errorf("read a suggested name: %w", err)
		}
	}
	return rows, total, nil
}

// mostDescribing is how many places of a name are looked at for what says most of
// it, the newest: a frequent name stands in thousands.
const mostDescribing = "50"

// describe says of a name how it is written in full and what stands beside it.
func (r reader) describe(ctx context.Context, n *notes.SuggestedName) error {
	var beside string
	err := r.row(ctx, `
		WITH newest AS MATERIALIZED (
			SELECT name, beside, certainty, article, range_start FROM suggested_names
			WHERE key = ? AND kind = ? AND waiting = 1 ORDER BY article DESC LIMIT `+mostDescribing+`)
		SELECT name, beside, (SELECT max(certainty) FROM newest) FROM newest
		ORDER BY length(beside) DESC, length(name) DESC, article DESC, range_start LIMIT 1`, n.Key, string(n.Kind)).scan(&n.Name, &beside, &n.Certainty)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(beside), &n.Beside)
}

// namedAs is a suggested name with its kind.
type namedAs struct{ key, kind string }

// SettleSuggested brings in line which suggested names of an article wait.
func (t *tx) SettleSuggested(ctx context.Context, article notes.ID) error {
	if t.added[article] { // it was not read for suggestions yet
		return nil
	}
	before, err := t.waitingIn(ctx, article)
	if err != nil {
		return err
	}
	return t.recount(ctx, article, before)
}

// waitingIn counts the suggested names of an article that are counted as waiting.
func (t *tx) waitingIn(ctx context.Context, article notes.ID) (map[namedAs]int, error) {
	counts := map[namedAs]int{}
	err := t.each(ctx, func(scan func(...any) error) error {
		var n namedAs
		err := scan(&n.key, &n.kind)
		counts[n]++
		return err
	}, `SELECT key, kind FROM suggested_names WHERE article = ? AND waiting = 1`, article)
	return counts, err
}

// recount says of each suggested name and event of an article whether it waits, and
// adds the difference from what was counted before to the sums.
func (t *tx) recount(ctx context.Context, article notes.ID, before map[namedAs]int) error {
	const waits = `(EXISTS (SELECT 1 FROM items i WHERE i.id = s.article AND i.trashed IS NULL) AND` + unnamed + `
		AND NOT EXISTS (SELECT 1 FROM refusals r WHERE r.key = s.key AND r.subject = 'name' AND r.article = s.article))`
	err := t.exec(ctx, `UPDATE suggested_names AS s SET waiting = `+waits+` WHERE s.article = ? AND s.waiting <> `+waits, article)
	if err != nil {
		return err
	}
	const stands = `(EXISTS (SELECT 1 FROM items i WHERE i.id = s.article AND i.trashed IS NULL)
		AND NOT EXISTS (SELECT 1 FROM refusals r WHERE r.key = s.key AND r.subject = 'event' AND r.article = s.article)
		AND NOT` + answered + `)`
	err = t.exec(ctx, `UPDATE suggested_events AS s SET waiting = `+stands+` WHERE s.article = ? AND s.waiting <> `+stands, article)
	if err != nil {
		return err
	}
	after, err := t.waitingIn(ctx, article)
	if err != nil {
		return err
	}
	for n, places := range after {
		articles := 1
		if before[n] > 0 {
			articles = 0
		}
		if err := t.addWaiting(ctx, n, places-before[n], articles); err != nil {
			return err
		}
	}
	for n, places := range before {
		if after[n] > 0 {
			continue
		}
		if err := t.addWaiting(ctx, n, -places, -1); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) addWaiting(ctx context.Context, n namedAs, places, articles int) error {
	if places == 0 && articles == 0 {
		return nil
	}
	err := t.exec(ctx, `INSERT INTO waiting_names (key, kind, places, articles) VALUES (?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET places = places + excluded.places, articles = articles + excluded.articles`, n.key, n.kind, places, articles)
	if err != nil || articles >= 0 {
		return err
	}
	return t.exec(ctx, `DELETE FROM waiting_names WHERE key = ? AND kind = ? AND places = 0`, n.key, n.kind)
}

// ForgetWaiting forgets how many suggested names wait.
func (t *tx) ForgetWaiting(ctx context.Context) error {
	if err := t.exec(ctx, `DELETE FROM waiting_names`); err != nil {
		return err
	}
	return t.exec(ctx, `UPDATE suggested_names SET waiting = 0`)
}
