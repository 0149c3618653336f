package notes

import (
	"context"
	"fmt"
	"math"
	"slices"
)

// indexedAtOnce is how many items are brought into the search tables in one
// transaction, so that others can write in between.
const indexedAtOnce = 100

// mentionsBetween is how many articles of the queue have their mentions found in
// one transaction.
const mentionsBetween = 128

// Settle brings everything derived in line with what was changed: what CatchUp
// does, and what ReadUnread does.
func (n *Notebook) Settle(ctx context.Context, report Progress) error {
	if err := n.CatchUp(ctx, report); err != nil {
		return err
	}
	return n.ReadUnread(ctx, nil)
}

// ReadUnread reads for suggestions the articles that were not read yet, a few at
// once. It can take minutes for an archive that was never read; what was read when
// the context ends is kept.
func (n *Notebook) ReadUnread(ctx context.Context, report Progress) error {
	unread, err := n.Unread(ctx, readingForm, math.MaxInt)
	if err != nil {
		return fmt.Errorf("list what was not read for suggestions: %w", err)
	}
	done := 0
	for some := range slices.Chunk(unread, readAtOnce) {
		if err := n.ReadForSuggestions(ctx, some); err != nil {
			return err
		}
		done += len(some)
		if report != nil {
			report(done, len(unread))
		}
	}
	return nil
}

// CatchUp does what FindWaiting does, then brings the segments of the search tables
// together.
func (n *Notebook) CatchUp(ctx context.Context, report Progress) error {
	if err := n.FindWaiting(ctx, report); err != nil {
		return err
	}
	for more := true; more; {
		var err error
		if more, err = n.store.Merge(ctx, 1); err != nil {
			return err
		}
	}
	return nil
}

// FindWaiting finds the mentions that wait in the archive's queue, some articles a
// transaction, until none wait, and brings into the search tables what waits for
// them. What the person waits for comes first. Announced changes tell the panes; what
// is left survives a crash. Where nothing waits, nothing is written.
func (n *Notebook) FindWaiting(ctx context.Context, report Progress) error {
	if err := n.settleMentions(ctx, report); err != nil {
		return err
	}
	for {
		left, err := n.store.Index(ctx, indexedAtOnce)
		if err != nil {
			return fmt.Errorf("bring the search tables up to date: %w", err)
		}
		if left == 0 {
			return nil
		}
		if err := n.mergeSome(ctx); err != nil {
			return err
		}
	}
}

// segmentsWhileBusy is how many segments the search tables may have while many items are
// brought into them: the more, the longer a search takes; the fewer, the more often
// each is written again.
const segmentsWhileBusy = 32

// mergeSome brings segments of the search tables together, about as much at once as a
// batch of articles adds.
func (n *Notebook) mergeSome(ctx context.Context) error {
	if _, err := n.store.Merge(ctx, segmentsWhileBusy); err != nil {
		return fmt.Errorf("bring the search tables together: %w", err)
	}
	return nil
}

// deriveOnly runs do in a transaction that changes derived data only. It is one of
// this program's: what another did before it must be known in it, since the next
// will not hear of that.
func (n *Notebook) deriveOnly(ctx context.Context, do func(Tx) error) error {
	return n.store.Derive(ctx, func(tx Tx) error {
		if tx.Elsewhere() {
			n.turns++
			n.known.forget()
		}
		return do(tx)
	})
}

func (n *Notebook) settleMentions(ctx context.Context, report Progress) error {
	for done := 0; ; {
		waiting, err := n.Pending(ctx, mentionsBetween)
		if err != nil {
			return fmt.Errorf("read the queue: %w", err)
		}
		if len(waiting) == 0 {
			return nil
		}
		change := Change{Operation: Operation{At: n.now()}}
		err = n.deriveOnly(ctx, func(tx Tx) error {
			for _, article := range waiting {
				if err := n.findMentions(ctx, tx, article); err != nil {
					return err
				}
				change.Items = append(change.Items, Item{ID: article, Kind: KindArticle})
			}
			return tx.SetPending(ctx, waiting, false)
		})
		if err != nil {
			return fmt.Errorf("find mentions: %w", err)
		}
		done += len(waiting)
		if report != nil {
			report(done, 0)
		}
		n.alike.changed(change)
		n.announce(change)
	}
}

// Rebuild makes the search tables, the links and the mentions anew. What articles
// suggest stays, and those that were not read for it still wait.
func (n *Notebook) Rebuild(ctx context.Context, report Progress) error {
	if err := n.store.RebuildSearch(ctx, report); err != nil {
		return fmt.Errorf("rebuild the search tables: %w", err)
	}
	linking, err := n.Linking(ctx)
	if err != nil {
		return fmt.Errorf("list what holds links: %w", err)
	}
	articles, err := n.AllArticles(ctx)
	if err != nil {
		return fmt.Errorf("list the articles: %w", err)
	}
	n.known.forget()
	err = n.deriveOnly(ctx, func(tx Tx) error {
		for _, id := range linking {
			links, err := linksOf(ctx, tx, id)
			if err != nil {
				return err
			}
			if err := tx.SetLinks(ctx, id, links); err != nil {
				return err
			}
		}
		if err := tx.ForgetWaiting(ctx); err != nil {
			return err
		}
		return tx.SetPending(ctx, articles, true)
	})
	if err != nil {
		return fmt.Errorf("rebuild the links: %w", err)
	}
	return n.CatchUp(ctx, func(done, _ int) {
		if report != nil {
			report(done, len(articles))
		}
	})
}
