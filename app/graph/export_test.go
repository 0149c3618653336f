package graph

import (
	"fyne.io/fyne/v2"

	"cuttings/notes"
)

// Screen is where a node is seen.
func (n *Net) Screen(id notes.ID) fyne.Position {
	return fyne.NewPos(n.screen(n.dots[n.number[id]].at))
}
