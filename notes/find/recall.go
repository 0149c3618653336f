package find

import "sync"

// recall remembers which words were found near those typed lately: of a name,
// the words before the one that is being typed stay the same from one key stroke
// to the next.
type recall struct {
	mu    sync.Mutex
	words int // how many the dictionary had
	known map[recalled]map[uint32]nearness
	order []recalled
}

type recalled struct {
	word string
	last bool
}

// mostRecalled is how many words are remembered: those of a few names.
const mostRecalled = 32

// nearTo is the dictionary's near, remembered. What it returns is not changed.
func (x *Index) nearTo(word string, last bool) map[uint32]nearness {
	r, key := &x.near, recalled{word, last}
	r.mu.Lock()
	if r.words != len(x.words.letters) || r.known == nil { // words only grow until they are packed, which forgets
		r.forget(len(x.words.letters))
	}
	near, ok := r.known[key]
	r.mu.Unlock()
	if ok {
		return near
	}
	near = x.words.near(word, last)
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, ok := r.known[key]; !ok {
		if len(r.order) == mostRecalled {
			delete(r.known, r.order[0])
			r.order = r.order[1:]
		}
		r.known[key], r.order = near, append(r.order, key)
	}
	return near
}

func (r *recall) forget(words int) {
	r.words, r.known, r.order = words, map[recalled]map[uint32]nearness{}, nil
}
