package session

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"time"
)

// Work runs what takes time off the interface's thread and brings the outcome
// back to it.
type Work struct {
	ctx  context.Context
	do   func(func()) // runs a function on the interface's thread: fyne.Do
	log  *slog.Logger
	mu   sync.Mutex
	last map[string]context.CancelFunc
	idle map[string]func() // begins again what Press cut off
	jobs chan func()
	busy tally
}

// NewWork returns a Work that ends with ctx. do runs a function on the
// interface's thread.
func NewWork(ctx context.Context, do func(func()), log *slog.Logger) *Work {
	w := &Work{ctx: ctx, do: do, log: log, last: map[string]context.CancelFunc{}, idle: map[string]func(){}, jobs: make(chan func(), 1024)}
	go func() {
		for job := range w.jobs {
			job()
		}
	}()
	return w
}

// Show runs a function on the interface's thread, from any goroutine.
func (w *Work) Show(show func()) { w.do(show) }

// Latest runs work in the background. A later call with the same name cancels
// it, and then nothing of it is shown. What work returns is run on the
// interface's thread; failed is, if it returned an error.
func (w *Work) Latest(name string, work func(ctx context.Context) (show func(), err error), failed func(error)) {
	ctx, cancel := context.WithCancel(w.ctx)
	w.mu.Lock()
	if before := w.last[name]; before != nil {
		before()
	}
	w.last[name] = cancel
	w.mu.Unlock()
	w.busy.Add(1)
	go func() {
		defer w.busy.Done()
		show, err := work(ctx)
		if ctx.Err() != nil {
			return
		}
		w.do(func() {
			switch {
			case ctx.Err() != nil:
			case err != nil:
				failed(err)
			case show != nil:
				show()
			}
		})
	}()
}

// Go runs work in the background, to its end, beside whatever else goes on.
// What it returns is run on the interface's thread.
func (w *Work) Go(work func() (show func())) {
	w.busy.Add(1)
	go func() {
		defer w.busy.Done()
		w.do(work())
	}()
}

// Cancel ends the work of a name, if any is going on.
func (w *Work) Cancel(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if cancel := w.last[name]; cancel != nil {
		cancel()
		delete(w.last, name)
	}
}

// After runs work like Latest once delay has passed without another call of
// the same name: for what follows every key stroke.
func (w *Work) After(delay time.Duration, name string, work func(ctx context.Context) (func(), error), failed func(error)) {
	w.Latest(name, func(ctx context.Context) (func(), error) {
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(delay):
			return work(ctx)
		}
	}, failed)
}

// quiet is how long after the last Press work for idle time begins again.
const quiet = time.Second

// Idle runs work like Latest, but for while a person types what they want
// answered at once: Press cuts it off, and it begins again when they pause. So it
// should keep what it has done, bit by bit.
func (w *Work) Idle(name string, work func(ctx context.Context) error, failed func(error)) {
	begin := func(delay time.Duration) {
		w.After(delay, name, func(ctx context.Context) (func(), error) {
			err := work(ctx)
			w.mu.Lock()
			defer w.mu.Unlock()
			if ctx.Err() == nil {
				delete(w.idle, name)
			}
			return nil, err
		}, failed)
	}
	w.mu.Lock()
	w.idle[name] = func() { begin(quiet) }
	w.mu.Unlock()
	begin(0)
}

// Press tells that a person typed something and waits for what comes of it.
func (w *Work) Press() {
	w.mu.Lock()
	again := slices.Collect(maps.Values(w.idle))
	w.mu.Unlock()
	for _, begin := range again {
		begin()
	}
}

// InOrder runs operations one after the other, each to its end: what the
// person did first is done first. done is called on the interface's thread.
func (w *Work) InOrder(operation func(ctx context.Context) error, done func(error)) {
	w.busy.Add(1)
	w.jobs <- func() {
		defer w.busy.Done()
		err := operation(context.WithoutCancel(w.ctx))
		if done != nil {
			w.do(func() { done(err) })
		}
	}
}

// Wait returns when nothing is under way any more.
func (w *Work) Wait() { w.busy.Wait() }

// Cancelled reports whether an error only says that the work was no longer
// wanted.
func Cancelled(err error) bool { return errors.Is(err, context.Canceled) }

// tally counts what is under way. Unlike a sync.WaitGroup it may be waited for
// while more begins.
type tally struct {
	mu    sync.Mutex
	count int
	none  chan struct{} // closed when the count is 0; nil if nobody waits
}

func (t *tally) Add(n int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.count += n
	if t.count == 0 && t.none != nil {
		close(t.none)
		t.none = nil
	}
}

func (t *tally) Done() { t.Add(-1) }

func (t *tally) Wait() {
	t.mu.Lock()
	if t.count == 0 {
		t.mu.Unlock()
		return
	}
	if t.none == nil {
		t.none = make(chan struct{})
	}
	none := t.none
	t.mu.Unlock()
	<-none
}
