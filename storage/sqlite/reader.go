package sqlite

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"cuttings/notes"
	"cuttings/notes/text"
)

// reader answers questions over a connection or a pool of them.
type reader struct {
	*statements
	all     bool            // in a transaction, where what is in the trash matters too
	kept    *keptAttributes // nil in a transaction
	indexed *keptIndex
	found   *keptFound
}

// itemColumns are what readItem reads of items i.
const itemColumns = `i.id, i.kind, i.title, i.created, i.changed, coalesce(i.trashed, 0)`

func itemFields(item *notes.Item) (fields []any, done func()) {
	var created, changed, trashed int64
	return []any{&item.ID, &item.Kind, &item.Title, &created, &changed, &trashed}, func() {
		item.Created, item.Changed, item.Trashed = moment(created), moment(changed), moment(trashed)
	}
}

func readItem(scan func(...any) error) (item notes.Item, err error) {
	fields, done := itemFields(&item)
	err = scan(fields...)
	done()
	return item, err
}

func readID(scan func(...any) error) (id notes.ID, err error) { return id, scan(&id) }

// Item returns one item, also from the trash.
func (r reader) Item(ctx context.Context, id notes.ID) (notes.Item, error) {
	item, err := readItem(r.row(ctx, `SELECT `+itemColumns+` FROM items i WHERE i.id = ?`, id).scan)
	if err != nil {
		return notes.Item{}, fmt.Errorf("item %s: %w", id, err)
	}
	return item, nil
}

// condition gathers the conditions of a filter and their values.
type condition struct {
	words  []string
	values []any
}

func (c *condition) and(words string, values ...any) {
	c.words = append(c.words, words)
	c.values = append(c.values, values...)
}

func (c *condition) where() string {
	if len(c.words) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(c.words, " AND ")
}

// limit bounds an answer; a limit of 0 is none.
func limit(offset, count int) string {
	if count <= 0 {
		count = -1
	}
	return fmt.Sprintf(" LIMIT %d OFFSET %d", count, offset)
}

// containing is the pattern of LIKE for a key that holds words.
func containing(key string) string {
	return "%" + strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(key) + "%"
}

// visible leaves out highlights whose article is in the trash.
const visible = `(i.kind <> 'highlight' OR NOT EXISTS (
	SELECT 1 FROM highlights h JOIN items a ON a.id = h.article WHERE h.id = i.id AND a.trashed IS NOT NULL))`

// details are the columns of an ItemRow: what is shown below a title, and the
// number at its right.
const details = `
	CASE i.kind
		WHEN 'person' THEN coalesce((SELECT group_concat(title || iif(organisation = '', '', ', ' || organisation), '; ') FROM roles WHERE entity = i.id), '')
		WHEN 'event' THEN (SELECT date FROM entities WHERE id = i.id)
		WHEN 'organisation' THEN (SELECT substr(description, 1, 200) FROM entities WHERE id = i.id)
		WHEN 'place' THEN (SELECT substr(description, 1, 200) FROM entities WHERE id = i.id)
		WHEN 'note' THEN (SELECT substr(body, 1, 400) FROM notes WHERE id = i.id)
		WHEN 'article' THEN (SELECT excerpt FROM articles WHERE id = i.id)
		WHEN 'search' THEN (SELECT query FROM searches WHERE id = i.id)
		ELSE ''
	END,
	CASE
		WHEN i.kind IN ('person', 'organisation', 'place', 'event') THEN (
			SELECT count(*) FROM mentions m WHERE m.entity = i.id AND m.verdict <> 'rejected'
				AND m.article NOT IN (SELECT id FROM items WHERE trashed IS NOT NULL))
		WHEN i.kind = 'tag' THEN (SELECT count(*) FROM taggings t JOIN items a ON a.id = t.item WHERE t.tag = i.id AND a.trashed IS NULL)
		WHEN i.kind = 'collection' THEN (SELECT count(*) FROM collected c JOIN items a ON a.id = c.item WHERE c.collection = i.id AND a.trashed IS NULL)
		ELSE 0
	END`

func readItemRow(scan func(...any) error) (row notes.ItemRow, err error) {
	fields, done := itemFields(&row.Item)
	err = scan(append(fields, &row.Detail, &row.Count)...)
	done()
	if row.Kind == notes.KindNote {
		row.Detail = firstWords(row.Detail)
	}
	return row, err
}

// linkOrMark is a [[link]], whose last part is shown, or a mark of Markdown.
var linkOrMark = regexp.MustCompile(`\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]|\*\*|(?m:^[#>]+ )`)

// firstWords makes one line of the beginning of a note.
func firstWords(body string) string {
	body = linkOrMark.ReplaceAllString(body, "$1")
	return text.Shorten(strings.Join(strings.Fields(body), " "), 200)
}

// inTrash is true of what was put into the trash; what went into another entity has
// its place there.
const inTrash = `i.trashed IS NOT NULL AND NOT EXISTS (SELECT 1 FROM merges WHERE merges.gone = i.id)`

// Items lists items of any kind.
func (r reader) Items(ctx context.Context, filter notes.ItemFilter) ([]notes.ItemRow, int, error) {
	if filter.IDs != nil {
		rows, err := list(ctx, r.statements, readItemRow, `
			SELECT `+itemColumns+`,`+details+` FROM json_each(?) wanted JOIN items i ON i.id = wanted.value ORDER BY wanted.key`, numbers(filter.IDs))
		return rows, len(rows), err
	}
	var where condition
	if filter.Trashed {
		where.and(inTrash)
	} else {
		where.and(`i.trashed IS NULL`)
		where.and(visible)
	}
	if len(filter.Kinds) > 0 {
		kinds := make([]string, 0, len(filter.Kinds))
		for _, kind := range filter.Kinds {
			kinds = append(kinds, string(kind))
		}
		where.and(`i.kind IN (SELECT value FROM json_each(?))`, words(kinds))
	}
	if filter.Tag != 0 {
		where.and(`i.id IN (SELECT item FROM taggings WHERE tag = ?)`, filter.Tag)
	}
	if filter.Collection != 0 {
		where.and(`i.id IN (SELECT item FROM collected WHERE collection = ?)`, filter.Collection)
	}
	if filter.Key != "" {
		where.and(`(i.key LIKE ? ESCAPE '\' OR i.id IN (SELECT entity FROM aliases WHERE key LIKE ? ESCAPE '\'))`, containing(filter.Key), containing(filter.Key))
	}
	order, from := ``, `items i`
	switch filter.Order {
	case notes.Added:
		order = ` ORDER BY i.changed DESC, i.id DESC`
	case notes.Newest:
		order = ` ORDER BY d.sort_day DESC NULLS LAST, i.id DESC`
	case notes.Oldest:
		order = ` ORDER BY d.sort_day NULLS LAST, i.id`
	default:
		order = ` ORDER BY i.key, i.id`
	}
	if filter.Order == notes.Newest || filter.Order == notes.Oldest {
		from = `items i LEFT JOIN (SELECT id, sort_day FROM entities UNION ALL SELECT id, sort_day FROM articles) d ON d.id = i.id`
	}
	var total int
	if err := r.row(ctx, `SELECT count(*) FROM items i`+where.where(), where.values...).scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count items: %w", err)
	}
	rows, err := list(ctx, r.statements, readItemRow,
		`SELECT `+itemColumns+`,`+details+` FROM `+from+where.where()+order+limit(filter.Offset, filter.Limit), where.values...)
	if err != nil {
		return nil, 0, fmt.Errorf("list items: %w", err)
	}
	return rows, total, nil
}

// Lookup returns the items that have a name, those in the trash last.
func (r reader) Lookup(ctx context.Context, key string) ([]notes.Item, error) {
	if key == "" {
		return nil, nil
	}
	return list(ctx, r.statements, readItem, `
		SELECT `+itemColumns+` FROM items i
		WHERE i.key = ?1 AND i.kind <> 'highlight' OR i.id IN (SELECT entity FROM aliases WHERE key = ?1)
		ORDER BY i.trashed IS NOT NULL, i.id`, key)
}

// Counts are the numbers of the sidebar.
func (r reader) Counts(ctx context.Context) (notes.Counts, error) {
	counts := notes.Counts{Kinds: map[notes.Kind]int{}}
	err := r.each(ctx, func(scan func(...any) error) error {
		var kind notes.Kind
		var count int
		err := scan(&kind, &count)
		counts.Kinds[kind] = count
		return err
	}, `SELECT kind, count(*) FROM items WHERE trashed IS NULL GROUP BY kind`)
	if err != nil {
		return counts, fmt.Errorf("count items: %w", err)
	}
	var hidden int
	err = r.row(ctx, `
		SELECT
			(SELECT count(*) FROM items i WHERE `+inTrash+`),
			(SELECT count(*) FROM articles a JOIN items i ON i.id = a.id WHERE a.inbox = 1 AND i.trashed IS NULL),
			(SELECT count(*) FROM items a JOIN highlights h ON h.article = a.id JOIN items i ON i.id = h.id
				WHERE a.trashed IS NOT NULL AND i.trashed IS NULL)`).scan(&counts.Trash, &counts.Inbox, &hidden)
	if err != nil {
		return counts, fmt.Errorf("count items: %w", err)
	}
	if hidden > 0 {
		counts.Kinds[notes.KindHighlight] -= hidden
	}
	return counts, nil
}

const articleColumns = itemColumns + `, a.byline, a.source, a.date, coalesce(a.sort_day, 0), a.language, a.url, a.inbox, coalesce(a.capture, 0), a.words, a.excerpt`

func articleFields(a *notes.Article) (fields []any, done func()) {
	fields, done = itemFields(&a.Item)
	return append(fields, &a.Byline, &a.Source, &a.Date, &a.SortDay, &a.Language, &a.URL, &a.Inbox, &a.Capture, &a.Words, &a.Excerpt), done
}

// Article returns one article, also from the trash.
func (r reader) Article(ctx context.Context, id notes.ID) (notes.Article, error) {
	var a notes.Article
	fields, done := articleFields(&a)
	err := r.row(ctx, `SELECT `+articleColumns+` FROM articles a JOIN items i ON i.id = a.id WHERE a.id = ?`, id).scan(fields...)
	done()
	if err != nil {
		return notes.Article{}, fmt.Errorf("article %s: %w", id, err)
	}
	return a, nil
}

// Articles lists articles.
func (r reader) Articles(ctx context.Context, filter notes.ArticleFilter) ([]notes.ArticleRow, int, error) {
	var where condition
	where.and(`i.trashed IS NULL`)
	if filter.Inbox {
		where.and(`a.inbox = 1`)
	}
	if filter.Tag != 0 {
		where.and(`a.id IN (SELECT item FROM taggings WHERE tag = ?)`, filter.Tag)
	}
	if filter.Collection != 0 {
		where.and(`a.id IN (SELECT item FROM collected WHERE collection = ?)`, filter.Collection)
	}
	if filter.Key != "" {
		where.and(`(i.key LIKE ? ESCAPE '\' OR a.key LIKE ? ESCAPE '\')`, containing(filter.Key), containing(filter.Key))
	}
	order := map[notes.Order]string{
		notes.Oldest: ` ORDER BY a.sort_day NULLS LAST, a.id`, notes.ByTitle: ` ORDER BY i.key, i.id`, notes.Added: ` ORDER BY a.id DESC`,
	}[filter.Order]
	if order == "" {
		order = ` ORDER BY a.sort_day DESC, a.id DESC` // null is the least of all
	}
	const from = ` FROM articles a JOIN items i ON i.id = a.id`
	total, err := r.countArticles(ctx, filter, from+where.where(), where.values)
	if err != nil {
		return nil, 0, fmt.Errorf("count articles: %w", err)
	}
	rows, err := list(ctx, r.statements, func(scan func(...any) error) (row notes.ArticleRow, err error) {
		var colours string
		fields, done := articleFields(&row.Article)
		err = scan(append(fields, &colours)...)
		done()
		row.Colours = coloursIn(colours)
		return row, err
	}, `SELECT `+articleColumns+`, coalesce((
			SELECT group_concat(DISTINCT h.colour) FROM highlights h JOIN items hi ON hi.id = h.id
			WHERE h.article = a.id AND hi.trashed IS NULL), '')`+from+where.where()+order+limit(filter.Offset, filter.Limit), where.values...)
	if err != nil {
		return nil, 0, fmt.Errorf("list articles: %w", err)
	}
	return rows, total, nil
}

// countArticles counts those of a list. All but those in the trash, of which there
// are few, are counted without a look at each.
func (r reader) countArticles(ctx context.Context, filter notes.ArticleFilter, listed string, values []any) (total int, err error) {
	if !filter.Inbox && filter.Tag == 0 && filter.Collection == 0 && filter.Key == "" {
		return total, r.row(ctx, `SELECT (SELECT count(*) FROM articles) -
			(SELECT count(*) FROM items i JOIN articles a ON a.id = i.id WHERE i.trashed IS NOT NULL)`).scan(&total)
	}
	return total, r.row(ctx, `SELECT count(*)`+listed, values...).scan(&total)
}

// coloursIn puts colours into the order of their keys.
func coloursIn(joined string) []notes.Colour {
	var colours []notes.Colour
	for _, colour := range notes.Colours {
		if strings.Contains(","+joined+",", ","+string(colour)+",") {
			colours = append(colours, colour)
		}
	}
	return colours
}

// SameCapture returns the article that already has these bytes, or this address
// with this text. Articles in the trash do not count.
func (r reader) SameCapture(ctx context.Context, sha256, url, body string) (notes.ID, error) {
	var id notes.ID
	err := r.row(ctx, `
		SELECT c.article FROM captures c JOIN items i ON i.id = c.article
		WHERE i.trashed IS NULL AND (c.sha256 = ?1 OR c.body = ?3 AND c.url = ?2 AND ?2 <> '')
		ORDER BY c.id LIMIT 1`, sha256, url, sum(body)).scan(&id)
	return id, err
}

// Captures returns the captures of an article, the newest first.
func (r reader) Captures(ctx context.Context, article notes.ID) ([]notes.Capture, error) {
	return list(ctx, r.statements, func(scan func(...any) error) (c notes.Capture, err error) {
		var captured int64
		err = scan(&c.ID, &c.Article, &captured, &c.URL, &c.MediaType, &c.SHA256, &c.Size)
		c.Captured = moment(captured)
		return c, err
	}, `SELECT id, article, captured, url, media_type, sha256, size FROM captures WHERE article = ? ORDER BY id DESC`, article)
}

// Text returns the reading text of a capture.
func (r reader) Text(ctx context.Context, capture notes.CaptureID) (text.Text, error) {
	var t text.Text
	var packed []byte
	err := r.row(ctx, `SELECT t.text FROM captures c JOIN texts t ON t.sha256 = c.text WHERE c.id = ?`, int64(capture)).scan(&packed)
	if err != nil {
		return t, fmt.Errorf("text of capture %s: %w", notes.ID(capture), err)
	}
	if t, err = readText(packed); err != nil {
		return t, fmt.Errorf("text of capture %s: %w", notes.ID(capture), err)
	}
	return t, nil
}

// Body returns the words of an article's current text, without a look at its blocks.
func (r reader) Body(ctx context.Context, article notes.ID) (body, language string, err error) {
	var packed []byte
	err = r.row(ctx, `
		SELECT t.text, a.language FROM articles a JOIN captures c ON c.id = a.capture JOIN texts t ON t.sha256 = c.text
		WHERE a.id = ?`, article).scan(&packed, &language)
	var read struct {
		Body string `json:"body"`
	}
	if err == nil {
		err = unpackInto(packed, &read)
	}
	if err != nil {
		return "", "", fmt.Errorf("text of article %s: %w", article, err)
	}
	return read.Body, language, nil
}

// Original returns the bytes of a capture as they came.
func (r reader) Original(ctx context.Context, capture notes.CaptureID) ([]byte, error) {
	var packed []byte
	err := r.row(ctx, `SELECT o.bytes FROM captures c JOIN contents o ON o.sha256 = c.sha256 WHERE c.id = ?`, int64(capture)).scan(&packed)
	if err != nil {
		return nil, fmt.Errorf("original of capture %s: %w", notes.ID(capture), err)
	}
	return unpack(packed)
}

// Place returns where in an article the person was reading.
func (r reader) Place(ctx context.Context, article notes.ID) (offset int, err error) {
	err = r.row(ctx, `SELECT coalesce((SELECT byte_offset FROM places WHERE article = ?), 0)`, article).scan(&offset)
	return offset, err
}
