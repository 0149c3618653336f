package desktop

import (
	"sync"
	"time"

	"cuttings/notes"
)

// derivedPause is how long, at least, lies between two times that the panes are
// told of what was derived: in a large archive that can go on for an hour, many
// times a second, and each time they read anew what they show.
const derivedPause = 3 * time.Second

// hearing takes in what changes in the archive, in the goroutine that changed it.
// What a person did is passed on at once; what was derived in the background is
// gathered while it is too soon to tell of it.
type hearing struct {
	pass func(notes.Change) // on, from any goroutine

	mu       sync.Mutex
	last     time.Time // when what was derived was passed on
	gathered []notes.Item
	waiting  bool
}

func (h *hearing) hear(change notes.Change) {
	if change.Operation.Verb != "" || change.Elsewhere {
		h.pass(change)
		return
	}
	h.mu.Lock()
	h.gathered = append(h.gathered, change.Items...)
	soon := max(0, derivedPause-time.Since(h.last))
	already := h.waiting
	h.waiting = soon > 0
	h.mu.Unlock()
	switch {
	case soon == 0:
		h.tell()
	case !already:
		time.AfterFunc(soon, h.tell)
	}
}

// tell passes on what was gathered.
func (h *hearing) tell() {
	h.mu.Lock()
	items := h.gathered
	h.gathered, h.waiting, h.last = nil, false, time.Now()
	h.mu.Unlock()
	if len(items) > 0 {
		h.pass(notes.Change{Operation: notes.Operation{At: time.Now()}, Items: items})
	}
}
