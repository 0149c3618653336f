package sqlite

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"cuttings/notes"
	"cuttings/notes/language"
	"cuttings/notes/query"
	"cuttings/notes/text"
	"cuttings/storage/postings"
)

// searched is what the search table holds of an item.
type searched struct {
	title, head, body, byline, source, language string
	kind                                        notes.Kind
}

// isSearched is the condition on items i that are searched.
const isSearched = `i.trashed IS NULL AND i.kind IN ('article', 'highlight', 'note', 'person', 'organisation', 'place', 'event')`

// reindex brings the search rows of items in line with them. Highlights come
// and go with their article.
func (t *tx) reindex(ctx context.Context, items []notes.Item) error {
	var ids []notes.ID
	for _, item := range items {
		ids = append(ids, item.ID)
		if item.Kind == notes.KindArticle && !t.added[item.ID] {
			highlights, err := list(ctx, t.statements, readID, `SELECT id FROM highlights WHERE article = ?`, item.ID)
			if err != nil {
				return err
			}
			ids = append(ids, highlights...)
		}
	}
	slices.Sort(ids) // a highlight may have been touched as well as its article
	return t.reindexAll(ctx, slices.Compact(ids))
}

// preparedAtOnce is how many items have their rows prepared together, on all
// processors: few, since they are held in memory.
const preparedAtOnce = 32

// reindexAll brings the search rows of items in line with them; those that are
// the same as before are left.
func (t *tx) reindexAll(ctx context.Context, ids []notes.ID) error {
	for some := range slices.Chunk(ids, preparedAtOnce) {
		rows := make([]searchRow, len(some))
		for i, id := range some {
			if err := t.gather(ctx, id, &rows[i]); err != nil {
				return fmt.Errorf("item %s: %w", id, err)
			}
		}
		atOnce(len(rows), func(i int) { rows[i].prepare() })
		for i := range rows {
			if err := t.keepRow(ctx, &rows[i]); err != nil {
				return fmt.Errorf("item %s: %w", rows[i].id, err)
			}
		}
	}
	return t.keepSegment(ctx)
}

// searchRow is what becomes of an item's row in the index.
type searchRow struct {
	id       notes.ID
	known    bool         // it has or had a row
	row      postings.Row // that it has; 0 for none
	before   int64        // the form that the row has
	held     searched
	packed   []byte // the text of an article, to be put into held
	ready    map[int64]*prepared
	ok       bool // it is to have a row
	form     int64
	document *postings.Document
}

// gather reads what is searched of an item.
func (t *tx) gather(ctx context.Context, id notes.ID, row *searchRow) error {
	row.id, row.ready = id, t.ready
	var err error
	if !t.added[id] {
		err = t.row(ctx, `SELECT row, form FROM searched WHERE item = ?`, id).scan(&row.row, &row.before)
		row.known = err == nil
		if err != nil && !errors.Is(err, notes.ErrNotFound) {
			return err
		}
	}
	var capture notes.CaptureID
	row.held, capture, err = t.headOf(ctx, id)
	if errors.Is(err, notes.ErrNotFound) {
		row.held, row.ok, err = t.searchedOf(ctx, t, id)
		return err
	}
	if err != nil {
		return err
	}
	row.ok = true
	if fresh, ok := t.fresh[capture]; ok {
		row.held.addText(fresh)
		return nil
	}
	return t.row(ctx, currentText, int64(capture)).scan(&row.packed)
}

// headOf gathers the words of an article but for its text; ErrNotFound if it is none
// or in the trash.
func (r reader) headOf(ctx context.Context, id notes.ID) (held searched, capture notes.CaptureID, err error) {
	held.kind = notes.KindArticle
	err = r.row(ctx, `
		SELECT i.title, a.byline, a.source, a.language, a.capture
		FROM items i JOIN articles a ON a.id = i.id JOIN captures c ON c.id = a.capture
		WHERE i.id = ? AND i.trashed IS NULL`, id).scan(&held.title, &held.byline, &held.source, &held.language, &capture)
	return held, capture, err
}

// held gathers all words of an item; false for one that is not searched.
func (r reader) held(ctx context.Context, id notes.ID) (searched, bool, error) {
	held, capture, err := r.headOf(ctx, id)
	if errors.Is(err, notes.ErrNotFound) {
		return r.searchedOf(ctx, r, id)
	}
	if err != nil {
		return held, false, err
	}
	var packed []byte
	if err := r.row(ctx, currentText, int64(capture)).scan(&packed); err != nil {
		return held, false, err
	}
	held.addPacked(packed)
	return held, true, nil
}

// prepare makes the row, unless it is the same as before.
func (r *searchRow) prepare() {
	if !r.ok {
		r.form = absent
		return
	}
	if r.packed != nil {
		r.held.addPacked(r.packed)
		r.packed = nil
	}
	if r.form = r.held.form(); r.form != r.before {
		if ready := r.ready[r.form]; ready != nil {
			r.document = ready.document
			return
		}
		r.document = r.held.document()
	}
}

// keepRow brings the row itself in line.
func (t *tx) keepRow(ctx context.Context, r *searchRow) error {
	delete(t.added, r.id) // it has a row from now on
	if !r.known && !r.ok || r.form == r.before {
		return nil
	}
	if r.row != 0 {
		if err := t.exec(ctx, `INSERT INTO gone (row) VALUES (?)`, r.row); err != nil {
			return err
		}
		r.row = 0
	}
	if r.ok {
		var err error
		if r.row, err = t.nextRow(ctx); err != nil {
			return err
		}
		t.gathered.Add(r.row, int64(r.id), r.document)
	}
	err := t.exec(ctx, `INSERT INTO searched (item, row, form) VALUES (?1, ?2, ?3) ON CONFLICT (item) DO UPDATE SET row = ?2, form = ?3`, r.id, r.row, r.form)
	if err != nil || !r.ok {
		return err
	}
	spoken := primary(r.held.language)
	if spoken == "" || t.spoken[spoken] || !query.HasStemmer(spoken) {
		return nil
	}
	if t.spoken == nil {
		t.spoken = map[string]bool{}
	}
	t.spoken[spoken] = true
	return t.exec(ctx, `INSERT OR IGNORE INTO languages VALUES (?)`, spoken)
}

func primary(language string) string {
	first, _, _ := strings.Cut(strings.ToLower(language), "-")
	return first
}

// searchedOf gathers the words of an item that is no article; false for one that
// is not searched. From is a transaction where one is under way, which remembers
// entities.
func (r reader) searchedOf(ctx context.Context, from notes.Reader, id notes.ID) (held searched, ok bool, err error) {
	item, err := from.Item(ctx, id)
	if errors.Is(err, notes.ErrNotFound) || err == nil && item.InTrash() {
		return held, false, nil
	}
	if err != nil {
		return held, false, err
	}
	held.title, held.kind = item.Title, item.Kind
	switch {
	case item.Kind == notes.KindHighlight:
		return r.highlightWords(ctx, item.ID)
	case item.Kind == notes.KindNote:
		note, failed := from.Note(ctx, item.ID)
		held.body, held.language, err = note.Body, language.Of(note.Body), failed
	case item.Kind.IsEntity():
		entity, failed := from.Entity(ctx, item.ID)
		held.language = language.Of(entity.Description)
		held.title = strings.Join(append([]string{item.Title}, entity.Aliases...), " \n ")
		for _, role := range entity.Roles {
			held.head += role.Title + " " + role.Organisation + "\n"
		}
		held.body, err = entity.Description, failed
	default:
		return held, false, nil
	}
	return held, err == nil, err
}

func readText(packed []byte) (t text.Text, err error) {
	return t, unpackInto(packed, &t)
}

// currentText is the text of a capture, compressed.
const currentText = `SELECT t.text FROM captures c JOIN texts t ON t.sha256 = c.text WHERE c.id = ?`

// addPacked takes over the text of an article. One that cannot be read has no words: the
// article is found by its title, and "cuttings check" says so.
func (s *searched) addPacked(packed []byte) {
	if read, err := readText(packed); err == nil {
		s.addText(read)
	}
}

// addText takes over the text of an article.
func (s *searched) addText(read text.Text) {
	s.body = read.Body
	var heads []string
	for _, block := range read.Blocks {
		if block.Kind == text.Heading {
			heads = append(heads, read.Slice(block.Range))
		}
	}
	s.head = strings.Join(heads, "\n")
}

func (r reader) highlightWords(ctx context.Context, id notes.ID) (held searched, ok bool, err error) {
	highlight, err := r.Highlight(ctx, id)
	if err != nil {
		return held, false, err
	}
	article, err := r.Item(ctx, highlight.Article)
	if err != nil || article.InTrash() {
		return held, false, err
	}
	held.kind = notes.KindHighlight
	held.body = highlight.Exact + "\n" + highlight.Comment
	err = r.row(ctx, `SELECT language FROM articles WHERE id = ?`, highlight.Article).scan(&held.language)
	return held, err == nil, err
}

// indexForm changes with the way in which words are put into the index.
const indexForm = 8

// The forms of items that have no row in the search table: it waits to be made, or
// the item is in the trash or gone.
const waits, absent = 0, 2

// form sums up what is put into the search table; it is odd.
func (s searched) form() int64 {
	h := fnv.New64a()
	for _, part := range []string{fmt.Sprint(indexForm), s.title, s.head, s.body, s.byline, s.source, s.language, string(s.kind)} {
		_, _ = h.Write([]byte(part)) // it never fails
		_, _ = h.Write([]byte{0})
	}
	return int64(h.Sum64() | 1)
}

// Index brings the search rows of some items in line that wait for it, since the
// archive comes from a program that searched otherwise. It returns how many wait
// still.
func (s *Store) Index(ctx context.Context, limit int) (left int, err error) {
	const waiting = `SELECT item FROM searched WHERE form = 0`
	ids, err := list(ctx, s.statements, readID, waiting+` LIMIT ?`, limit)
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	err = s.transaction(ctx, func(tx *tx) error {
		if err := tx.reindexAll(ctx, ids); err != nil {
			return err
		}
		return tx.row(ctx, `SELECT count(*) FROM (`+waiting+`)`).scan(&left)
	})
	if err != nil {
		return 0, fmt.Errorf("bring the search tables up to date: %w", err)
	}
	return left, nil
}
