package quickfind

// Outdate is what happens when the answer to what is typed is late.
func (o *Overlay) Outdate() {
	o.late = true
	o.outdate()
}

// Selected says which row is selected.
func (o *Overlay) Selected() int { return o.cards.Selected() }
