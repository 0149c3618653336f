package notes

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"cuttings/notes/edtf"
	"cuttings/notes/fold"
)

// Status says what became of an input.
type Status string

// The statuses.
const (
	StatusAdded     Status = "added"
	StatusDuplicate Status = "duplicate" // already here
	StatusFailed    Status = "failed"
	StatusCancelled Status = "cancelled" // the person stopped before its turn
)

// Collected is what became of one input.
type Collected struct {
	Name   string // of the input
	ID     ID     // of the article, also of one that was already here
	Title  string
	Status Status
	Err    error // why it failed
}

// CollectOptions say where collected articles go.
type CollectOptions struct {
	Inbox      bool // they wait to be looked at
	Collection ID   // zero: none
}

const (
	aheadInputs = 1024                   // documents read ahead of the batch, at most
	batchInputs = 512                    // articles kept in one transaction, at most
	batchBytes  = 8 << 20                // and bytes of originals, at most
	batchAge    = 200 * time.Millisecond // and how long the first of them waits, about
	excerptSize = 220                    // bytes of an article's excerpt
)

// Collect reads the inputs and keeps each as an article. One that fails does
// not stop the others. report, if not nil, is called after each input, in
// order. When the context ends, what was kept stays and the rest is reported
// as cancelled. The articles can be undone together.
func (n *Notebook) Collect(ctx context.Context, from Collector, inputs []Input, options CollectOptions, report func(done, total int, last Collected)) []Collected {
	group := n.ids.next()
	documents, taken := n.readAhead(ctx, from, inputs)
	results := make([]Collected, 0, len(inputs))
	done := func(c Collected) {
		results = append(results, c)
		if report != nil {
			report(len(results), len(inputs), c)
		}
	}
	var batch []reading
	size := 0
	flush := func() {
		for _, collected := range n.keepAll(ctx, batch, group, options) {
			done(collected)
		}
		batch, size = batch[:0], 0
		_ = n.mergeSome(ctx) // what is collected is kept all the same, and merged later
	}
	var old <-chan time.Time
	for i := range inputs {
		var r reading
		select {
		case r = <-documents[i]:
		case <-old: // what is slow to come does not hold up what is there
			flush()
			r = <-documents[i]
		}
		if len(batch) == 0 {
			old = time.After(batchAge)
		}
		taken()
		batch = append(batch, r)
		size += len(r.document.Original)
		if len(batch) >= batchInputs || size >= batchBytes || i+1 == len(inputs) {
			flush()
		}
	}
	return results
}

// reading is an input and what was read from it.
type reading struct {
	input    Input
	document Document
	named    *namedAhead
	words    int
	excerpt  string
	err      error
}

// readAhead reads the inputs on all processors and prepares what was read, a
// bounded number ahead of the one that is taken next. Each result is sent on the
// channel of its input; taken is to be called for each that was received.
func (n *Notebook) readAhead(ctx context.Context, from Collector, inputs []Input) (results []chan reading, taken func()) {
	results = make([]chan reading, len(inputs))
	for i := range results {
		results[i] = make(chan reading, 1)
	}
	workers := max(runtime.NumCPU(), 2)
	ahead := make(chan int)
	room := make(chan struct{}, aheadInputs) // while a batch is kept, the next is read
	go func() {
		defer close(ahead)
		for i := range inputs {
			room <- struct{}{}
			ahead <- i
		}
	}()
	for range workers {
		go func() {
			for i := range ahead {
				r := reading{input: inputs[i], err: ctx.Err()}
				if r.err == nil {
					r.document, r.err = from.Read(ctx, inputs[i])
				}
				if r.err == nil {
					r.document.Prepared, r.err = n.store.Prepare(r.document)
					r.named = n.known.findAhead(r.document.Text.Body)
					r.words, r.excerpt = r.document.Text.WordCount(), r.document.Text.Excerpt(excerptSize)
				}
				results[i] <- r
			}
		}()
	}
	return results, func() { <-room }
}

// keepAll keeps a batch in one transaction. If that fails, each of the batch
// is tried alone, so that one document cannot take others with it.
func (n *Notebook) keepAll(ctx context.Context, batch []reading, group ID, options CollectOptions) []Collected {
	collected := make([]Collected, len(batch))
	var readable []int
	for i, r := range batch {
		collected[i] = Collected{Name: r.input.Name, Title: r.document.Title, Status: StatusFailed, Err: r.err}
		switch {
		case r.err == nil:
			readable = append(readable, i)
		case ctx.Err() != nil:
			collected[i].Status = StatusCancelled
		}
	}
	if len(readable) == 0 {
		return collected
	}
	keep := func(which []int) error {
		subject := batch[which[0]].document.Title
		return n.update(ctx, Operation{Verb: VerbCollect, Subject: subject, Group: group}, func(tx Tx) error {
			for _, i := range which {
				id, status, err := n.keep(ctx, tx, batch[i], options)
				if err != nil {
					return fmt.Errorf("keep %s: %w", batch[i].input.Name, err)
				}
				if status == StatusAdded {
					n.known.bring(id, batch[i].named)
				}
				collected[i].ID, collected[i].Status, collected[i].Err = id, status, nil
			}
			return nil
		})
	}
	if err := keep(readable); err != nil {
		for _, i := range readable {
			if alone := keep([]int{i}); alone != nil {
				collected[i].ID, collected[i].Status, collected[i].Err = 0, StatusFailed, alone
				if ctx.Err() != nil {
					collected[i].Status = StatusCancelled
				}
			}
		}
	}
	return collected
}

// keep adds one document as an article, unless it is already here.
func (n *Notebook) keep(ctx context.Context, tx Tx, r reading, options CollectOptions) (ID, Status, error) {
	document := r.document
	title, err := cleanTitle(document.Title)
	if err != nil {
		return 0, StatusFailed, err
	}
	if err := document.Text.Check(); err != nil {
		return 0, StatusFailed, err
	}
	if strings.TrimSpace(document.Text.Body) == "" {
		return 0, StatusFailed, ErrUnreadable
	}
	same, err := tx.SameCapture(ctx, digest(document.Original), document.URL, document.Text.Body)
	if err == nil {
		return same, StatusDuplicate, nil
	}
	if !errors.Is(err, ErrNotFound) {
		return 0, StatusFailed, fmt.Errorf("look for the same capture: %w", err)
	}
	now := n.now()
	article := Article{
		Item:     Item{ID: n.ids.next(), Kind: KindArticle, Title: title, Created: now, Changed: now},
		Byline:   document.Byline,
		Source:   document.Source,
		Language: document.Language,
		URL:      document.URL,
		Inbox:    options.Inbox,
		Words:    r.words,
		Excerpt:  r.excerpt,
	}
	article.Date, article.SortDay = sortable(document.Date)
	article.Capture = CaptureID(n.ids.next()) // known now, so that the article is written once
	if err := tx.InsertArticle(ctx, article); err != nil {
		return 0, StatusFailed, fmt.Errorf("add article %s: %w", article.ID, err)
	}
	if _, err := n.addCapture(ctx, tx, article.ID, article.Capture, document); err != nil {
		return 0, StatusFailed, err
	}
	if options.Collection != 0 {
		if err := tx.SetCollected(ctx, article.ID, options.Collection, true); err != nil {
			return 0, StatusFailed, fmt.Errorf("file article %s: %w", article.ID, err)
		}
	}
	for _, tag := range document.Tags {
		if err := n.tag(ctx, tx, article.ID, tag); err != nil {
			return 0, StatusFailed, err
		}
	}
	return article.ID, StatusAdded, nil
}

// ArticleUpdate changes what is not nil.
type ArticleUpdate struct {
	Title, Byline, Source, Date, Language, URL *string
}

// EditArticle changes what is known about an article; links to its title
// follow. It returns ErrNotFound, or ErrInvalid for a date that is not EDTF.
func (n *Notebook) EditArticle(ctx context.Context, id ID, update ArticleUpdate) error {
	article, err := n.Article(ctx, id)
	if err != nil {
		return fmt.Errorf("edit article %s: %w", id, err)
	}
	return n.update(ctx, Operation{Verb: VerbEdit, Subject: article.Title}, func(tx Tx) error {
		article, err := tx.Article(ctx, id)
		if err != nil {
			return err
		}
		if update.Date != nil {
			if _, err := checkedDate(*update.Date); err != nil {
				return err
			}
			article.Date, article.SortDay = sortable(*update.Date)
		}
		if update.Title != nil {
			before := article.Title
			if article.Title, err = cleanTitle(*update.Title); err != nil {
				return err
			}
			if err := n.followRename(ctx, tx, article.Item, before); err != nil {
				return err
			}
		}
		for _, field := range []struct{ to, from *string }{
			{&article.Byline, update.Byline},
			{&article.Source, update.Source},
			{&article.Language, update.Language},
			{&article.URL, update.URL},
		} {
			if field.from != nil {
				*field.to = strings.TrimSpace(*field.from)
			}
		}
		article.Changed = n.now()
		return tx.UpdateArticle(ctx, article)
	})
}

// SetInbox puts articles into the inbox or takes them out.
func (n *Notebook) SetInbox(ctx context.Context, ids []ID, inbox bool) error {
	subject, err := n.subject(ctx, ids)
	if err != nil {
		return err
	}
	return n.update(ctx, Operation{Verb: VerbEdit, Subject: subject}, func(tx Tx) error {
		for _, id := range ids {
			article, err := tx.Article(ctx, id)
			if err != nil {
				return fmt.Errorf("article %s: %w", id, err)
			}
			if article.Inbox == inbox {
				continue
			}
			article.Inbox = inbox
			if err := tx.UpdateArticle(ctx, article); err != nil {
				return fmt.Errorf("article %s: %w", id, err)
			}
		}
		return nil
	})
}

// MaxTitle bounds titles and names, in bytes; longer ones are cut.
const MaxTitle = 500

// cleanTitle makes a title of one line. It returns ErrInvalid if there are no
// words in it.
func cleanTitle(title string) (string, error) {
	title = strings.Join(strings.Fields(strings.ToValidUTF8(title, "")), " ")
	if len(title) > MaxTitle {
		title = strings.ToValidUTF8(title[:MaxTitle], "") + "…"
	}
	if title == "" || fold.String(title) == "" && strings.Trim(title, " .,;:-_'\"") == "" {
		return "", fmt.Errorf("a title needs words: %w", ErrInvalid)
	}
	return title, nil
}

// sortable keeps a date only if it is EDTF, with the day it is sorted by.
func sortable(date string) (string, int64) {
	parsed, err := checkedDate(date)
	if err != nil || date == "" {
		return "", 0
	}
	return parsed.String(), parsed.SortKey()
}

func checkedDate(date string) (edtf.Date, error) {
	if strings.TrimSpace(date) == "" {
		return edtf.Date{}, nil
	}
	parsed, err := edtf.Parse(strings.TrimSpace(date))
	if err != nil {
		return edtf.Date{}, fmt.Errorf("date %q: %w: %w", date, err, ErrInvalid)
	}
	return parsed, nil
}
