package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/text"
	"cuttings/storage/postings"
)

// tx is a transaction of the writing connection.
type tx struct {
	reader
	store      *Store
	operations []int64 // whose journal says what was touched
	elsewhere  bool
	fresh      map[notes.CaptureID]text.Text // of captures that it added
	ready      map[int64]*prepared           // search rows made beforehand, by their form
	added      map[notes.ID]bool             // items that it added: nothing is derived of them yet
	entities   map[notes.ID]notes.Entity     // that were read and not changed since
	gathered   postings.Builder              // for the next segment of the search tables
	lastRow    postings.Row                  // of the search tables; 0 before it was asked for
	spoken     map[string]bool               // languages that it has noted
	current    map[notes.ID]notes.CaptureID  // of articles, as it wrote them
}

// mostEntities bounds how many entities are remembered.
const mostEntities = 2000

// Entity returns an entity as the transaction has it. Links, mentions and search
// rows are each made of it, so that it is read once for all of them.
func (t *tx) Entity(ctx context.Context, id notes.ID) (notes.Entity, error) {
	entity, known := t.entities[id]
	if !known {
		var err error
		if entity, err = t.reader.Entity(ctx, id); err != nil {
			return entity, err
		}
		if t.entities == nil || len(t.entities) >= mostEntities {
			t.entities = map[notes.ID]notes.Entity{}
		}
		t.entities[id] = entity
	}
	// Who reads it may change it.
	entity.Aliases, entity.Roles, entity.Participants = slices.Clone(entity.Aliases), slices.Clone(entity.Roles), slices.Clone(entity.Participants)
	return entity, nil
}

var _ notes.Tx = (*tx)(nil)

// Elsewhere reports whether another program changed the archive since this
// one's last transaction.
func (t *tx) Elsewhere() bool { return t.elsewhere }

// Touched returns the items that were changed so far, in order, each once.
func (t *tx) Touched(ctx context.Context) ([]notes.Item, error) {
	var ids []notes.ID
	seen := map[notes.ID]bool{}
	for _, operation := range t.operations {
		err := t.each(ctx, func(scan func(...any) error) error {
			var id notes.ID
			if err := scan(&id); err != nil {
				return err
			}
			if !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
			return nil
		}, `SELECT item FROM journal WHERE operation = ? GROUP BY item ORDER BY min(id)`, operation)
		if err != nil {
			return nil, err
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := list(ctx, t.statements, readItem, `SELECT `+itemColumns+` FROM items i WHERE i.id IN (SELECT value FROM json_each(?))`, numbers(ids))
	if err != nil {
		return nil, err
	}
	byID := make(map[notes.ID]notes.Item, len(found))
	for _, item := range found {
		byID[item.ID] = item
	}
	items := make([]notes.Item, 0, len(ids))
	for _, id := range ids {
		item, ok := byID[id]
		if !ok {
			item.ID = id
		}
		items = append(items, item)
	}
	return items, nil
}

// Decided returns the articles on whose names and events alone something was decided.
func (t *tx) Decided(ctx context.Context) (map[notes.ID]bool, error) {
	decided := map[notes.ID]bool{}
	for _, operation := range t.operations {
		err := t.each(ctx, func(scan func(...any) error) error {
			var id notes.ID
			var alone bool
			if err := scan(&id, &alone); err != nil {
				return err
			}
			before, seen := decided[id]
			decided[id] = alone && (before || !seen)
			return nil
		}, `SELECT item, min(table_name IN ('verdicts', 'refusals')) FROM journal WHERE operation = ? GROUP BY item`, operation)
		if err != nil {
			return nil, err
		}
	}
	return decided, nil
}

// numbers writes IDs or rows as the JSON array that json_each reads.
func numbers[N ~int64](all []N) string {
	out := []byte{'['}
	for i, number := range all {
		if i > 0 {
			out = append(out, ',')
		}
		out = strconv.AppendInt(out, int64(number), 10)
	}
	return string(append(out, ']'))
}

// words writes strings as the JSON array that json_each reads.
func words(all []string) string {
	written, err := json.Marshal(all)
	if err != nil {
		return "[]" // strings can always be written
	}
	return string(written)
}

// InsertItem adds a tag, a collection, or the common part of any item.
func (t *tx) InsertItem(ctx context.Context, item notes.Item) error {
	t.added[item.ID] = true
	delete(t.entities, item.ID)
	return t.exec(ctx, `INSERT INTO items (id, kind, title, key, created, changed, trashed) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		item.ID, string(item.Kind), item.Title, fold.String(item.Title), millis(item.Created), millis(item.Changed),
		number(millis(item.Trashed), !item.InTrash()))
}

// UpdateItem changes what all items have in common.
func (t *tx) UpdateItem(ctx context.Context, item notes.Item) error {
	delete(t.entities, item.ID)
	return t.exec(ctx, `UPDATE items SET title = ?2, key = ?3, changed = ?4, trashed = ?5 WHERE id = ?1`,
		item.ID, item.Title, fold.String(item.Title), millis(item.Changed), number(millis(item.Trashed), !item.InTrash()))
}

// InsertArticle adds an article; its capture is added after it.
func (t *tx) InsertArticle(ctx context.Context, a notes.Article) error {
	if err := t.InsertItem(ctx, a.Item); err != nil {
		return err
	}
	t.current[a.ID] = a.Capture
	return t.exec(ctx, `
		INSERT INTO articles (id, byline, source, key, date, sort_day, language, url, inbox, capture, words, excerpt)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, a.Byline, a.Source, fold.String(a.Byline+" "+a.Source), a.Date, number(a.SortDay, a.Date == ""),
		a.Language, a.URL, a.Inbox, number(int64(a.Capture), a.Capture == 0), a.Words, a.Excerpt)
}

// UpdateArticle changes what is known about an article.
func (t *tx) UpdateArticle(ctx context.Context, a notes.Article) error {
	if err := t.UpdateItem(ctx, a.Item); err != nil {
		return err
	}
	t.current[a.ID] = a.Capture
	return t.exec(ctx, `
		UPDATE articles SET byline = ?2, source = ?3, key = ?4, date = ?5, sort_day = ?6, language = ?7, url = ?8,
			inbox = ?9, capture = ?10, words = ?11, excerpt = ?12 WHERE id = ?1`,
		a.ID, a.Byline, a.Source, fold.String(a.Byline+" "+a.Source), a.Date, number(a.SortDay, a.Date == ""),
		a.Language, a.URL, a.Inbox, number(int64(a.Capture), a.Capture == 0), a.Words, a.Excerpt)
}

func sum(content string) string {
	digest := sha256.Sum256([]byte(content))
	return hex.EncodeToString(digest[:])
}

func millis(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMilli()
}

func moment(millis int64) time.Time {
	if millis == 0 {
		return time.Time{}
	}
	return time.UnixMilli(millis).UTC()
}
