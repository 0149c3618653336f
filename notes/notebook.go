package notes

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"cuttings/notes/query"
)

// Notebook is an open archive with the operations that change it. All that a
// window or a script does goes through it. It is safe for concurrent use.
type Notebook struct {
	Reader // answers questions

	store Store
	now   func() time.Time
	ids   idMaker
	log   *slog.Logger

	known  knownNames
	finder finder
	alike  alikeNames
	habits query.Habits
	turns  int // how many transactions may have changed who or what is there; within one only

	mu        sync.Mutex
	listeners map[int]func(Change)
	lastAdded int
}

// Options are what a notebook is opened with; the zero value serves.
type Options struct {
	Now func() time.Time // the clock; time.Now if nil
	Log *slog.Logger     // causes of failures, never words of the archive

	Habits query.Habits // in which queries are written
}

// New returns a notebook on the store. The caller closes the store.
func New(store Store, options Options) *Notebook {
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	n := &Notebook{Reader: store, store: store, now: options.Now, log: options.Log, habits: options.Habits, listeners: map[int]func(Change){}}
	n.ids.now = options.Now
	n.finder.init()
	return n
}

// Name is what a person calls the archive.
func (n *Notebook) Name() string { return n.store.Name() }

// Subscribe has listener called after each change, in the goroutine that made
// it, until the returned function is called.
func (n *Notebook) Subscribe(listener func(Change)) (unsubscribe func()) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.lastAdded++
	number := n.lastAdded
	n.listeners[number] = listener
	return func() {
		n.mu.Lock()
		defer n.mu.Unlock()
		delete(n.listeners, number)
	}
}

func (n *Notebook) announce(change Change) {
	n.mu.Lock()
	listeners := make([]func(Change), 0, len(n.listeners))
	for _, listener := range n.listeners {
		listeners = append(listeners, listener)
	}
	n.mu.Unlock()
	for _, listener := range listeners {
		listener(change)
	}
}

// update runs one operation: its own changes, what is derived from them, one
// commit, one announcement.
func (n *Notebook) update(ctx context.Context, operation Operation, do func(Tx) error) error {
	operation.At = n.now()
	var waiting map[ID]bool
	change, err := n.store.Update(ctx, operation, func(tx Tx) (err error) {
		if err := do(tx); err != nil {
			return err
		}
		waiting, err = n.derive(ctx, tx)
		return err
	})
	_, err = n.finish(ctx, change, waiting, err, operation.Name())
	return err
}

// Undo takes back the last operation. It returns ErrNothingToUndo if there is
// none.
func (n *Notebook) Undo(ctx context.Context) (Change, error) {
	var waiting map[ID]bool
	change, err := n.store.Undo(ctx, func(tx Tx) (err error) {
		waiting, err = n.derive(ctx, tx)
		return err
	})
	return n.finish(ctx, change, waiting, err, "undo")
}

// Redo does again what was undone last. It returns ErrNothingToRedo if there
// is nothing.
func (n *Notebook) Redo(ctx context.Context) (Change, error) {
	var waiting map[ID]bool
	change, err := n.store.Redo(ctx, func(tx Tx) (err error) {
		waiting, err = n.derive(ctx, tx)
		return err
	})
	return n.finish(ctx, change, waiting, err, "redo")
}

// finish announces a change, without the articles that wait in the queue.
func (n *Notebook) finish(ctx context.Context, change Change, waiting map[ID]bool, err error, name string) (Change, error) {
	if err != nil {
		n.known.forget() // it may hold what was rolled back
		return change, fmt.Errorf("%s: %w", name, err)
	}
	if len(change.Items) == 0 {
		return change, nil
	}
	change = change.without(waiting)
	n.alike.changed(change)
	n.finder.refresh(ctx, n.Reader, change)
	n.announce(change)
	return change, nil
}

// Watch announces what other programs do to the archive, until the context
// ends.
func (n *Notebook) Watch(ctx context.Context) error {
	return n.store.Watch(ctx, func(change Change) {
		n.known.forget()
		n.alike.changed(change)
		n.finder.refresh(ctx, n.Reader, change)
		n.announce(change)
	})
}

// MarkOpened records that the person opened an item, which quick find takes
// into account.
func (n *Notebook) MarkOpened(ctx context.Context, id ID) error {
	if err := n.store.Opened(ctx, id, n.now()); err != nil {
		return fmt.Errorf("mark %s as opened: %w", id, err)
	}
	n.finder.opened(id, n.now())
	return nil
}

// KeepPlace remembers where in an article the person was reading.
func (n *Notebook) KeepPlace(ctx context.Context, article ID, offset int) error {
	return n.store.SetPlace(ctx, article, offset)
}

// Backup writes a copy of the archive to a new file.
func (n *Notebook) Backup(ctx context.Context, file string) error {
	return n.store.Backup(ctx, file)
}

// Check proves that the archive is whole; each problem is one sentence.
func (n *Notebook) Check(ctx context.Context, report Progress) ([]string, error) {
	return n.store.Check(ctx, report)
}
