package session

// Pending holds back keys until the list that belongs to what was typed is there,
// so that nobody gets what they did not ask for by typing fast. The zero value has
// its answer.
type Pending struct {
	asking bool
	keyed  []func()
}

// Ask says that what is listed is no answer to what is typed yet.
func (p *Pending) Ask() { p.asking = true }

// Asking reports whether the answer is still to come.
func (p *Pending) Asking() bool { return p.asking }

// Waits reports whether a key waits for the answer.
func (p *Pending) Waits() bool { return len(p.keyed) > 0 }

// Then does something with the list: at once, or when it answers what is typed,
// after what was pressed before.
func (p *Pending) Then(do func()) {
	if p.asking || p.Waits() {
		p.keyed = append(p.keyed, do)
		return
	}
	do()
}

// Answered does what waited for the list.
func (p *Pending) Answered() {
	p.asking = false
	keyed := p.keyed
	p.keyed = nil
	for _, do := range keyed {
		do()
	}
}

// Drop forgets the keys that wait: other words were typed since.
func (p *Pending) Drop() { p.keyed = nil }
