package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"cuttings/notes"
	"cuttings/notes/text"
	"cuttings/storage/postings"
)

// prepared is what takes most time over keeping a document, done beforehand.
type prepared struct {
	original, text   []byte // compressed
	textSum, bodySum string
	form             int64 // of the search row, if the article is kept as the document says
	document         *postings.Document
}

// Prepare does beforehand what takes most time over keeping a document. It only
// computes, and may be called from any goroutine.
func (s *Store) Prepare(document notes.Document) (any, error) {
	return prepare(document)
}

func prepare(document notes.Document) (*prepared, error) {
	written, err := json.Marshal(document.Text)
	if err != nil {
		return nil, fmt.Errorf("write the text of %s: %w", document.Title, err)
	}
	held := searched{
		kind: notes.KindArticle, title: document.Title, byline: document.Byline,
		source: document.Source, language: document.Language,
	}
	held.addText(document.Text)
	p := &prepared{
		original: pack(document.Original), text: pack(written),
		textSum: sum(string(written)), bodySum: sum(document.Text.Body), form: held.form(),
	}
	p.document = held.document()
	return p, nil
}

// InsertCapture keeps the original and the text for ever, and makes the capture
// the current one of its article.
func (t *tx) InsertCapture(ctx context.Context, c notes.Capture, document notes.Document) error {
	p, ok := document.Prepared.(*prepared)
	if !ok {
		var err error
		if p, err = prepare(document); err != nil {
			return err
		}
	}
	if err := t.exec(ctx, keepContent, c.SHA256, p.original); err != nil {
		return err
	}
	if err := t.exec(ctx, `INSERT INTO texts (sha256, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING`, p.textSum, p.text); err != nil {
		return err
	}
	err := t.exec(ctx, `INSERT INTO captures (id, article, captured, url, media_type, sha256, size, text, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		int64(c.ID), c.Article, millis(c.Captured), c.URL, c.MediaType, c.SHA256, c.Size, p.textSum, p.bodySum)
	if err != nil {
		return err
	}
	t.fresh[c.ID], t.ready[p.form] = document.Text, p
	if t.current[c.Article] == c.ID { // the article was written with it
		return nil
	}
	return t.exec(ctx, `UPDATE articles SET capture = ?2 WHERE id = ?1 AND capture IS NOT ?2`, c.Article, int64(c.ID))
}

// keepContent keeps bytes by their SHA-256, once.
const keepContent = `INSERT INTO contents (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING`

// Text returns the text of a capture; one that was just added is at hand.
func (t *tx) Text(ctx context.Context, capture notes.CaptureID) (text.Text, error) {
	if fresh, ok := t.fresh[capture]; ok {
		return fresh, nil
	}
	return t.reader.Text(ctx, capture)
}
