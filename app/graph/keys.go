package graph

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Steps of the keys: what + and - zoom by, and how far Shift and an arrow move
// a dot, in Fyne units.
const (
	keyZoom = 1.25
	keyMove = 12
)

// HideFocus shows no focus until a key is pressed, as where the whole page is
// the net and has just been opened.
func (n *Net) HideFocus() { n.quiet = true }

// FocusGained lets the keyboard act on the net.
func (n *Net) FocusGained() { n.focused = true; n.redraw() }

// FocusLost ends what FocusGained began.
func (n *Net) FocusLost() { n.focused, n.shift, n.quiet = false, false, false; n.redraw() }

// KeyDown notices that Shift is held.
func (n *Net) KeyDown(event *fyne.KeyEvent) { n.setShift(event.Name, true) }

// KeyUp notices that Shift is no longer held.
func (n *Net) KeyUp(event *fyne.KeyEvent) { n.setShift(event.Name, false) }

func (n *Net) setShift(key fyne.KeyName, held bool) {
	if key == desktop.KeyShiftLeft || key == desktop.KeyShiftRight {
		n.shift = held
	}
}

// TypedKey goes with the arrows to the neighbour in that direction, or to the
// nearest node if no neighbour is there; with Shift it moves the chosen node.
// Home shows all, Enter opens the chosen node or the passages of the chosen
// edge, Esc chooses less.
func (n *Net) TypedKey(event *fyne.KeyEvent) {
	n.over, n.overLine = none, none // where the mouse rests no longer counts
	n.show()
	switch event.Name {
	case fyne.KeyLeft:
		n.arrow(-1, 0)
	case fyne.KeyRight:
		n.arrow(1, 0)
	case fyne.KeyUp:
		n.arrow(0, -1)
	case fyne.KeyDown:
		n.arrow(0, 1)
	case fyne.KeyHome:
		n.Fit()
	case fyne.KeyReturn, fyne.KeyEnter:
		switch {
		case n.chosenLine != none:
			n.callbacks.edge(n.lines[n.chosenLine].A, n.lines[n.chosenLine].B)
		case n.chosen != none:
			n.callbacks.open(n.dots[n.chosen].ID)
		default:
			n.callbacks.key(event)
		}
	case fyne.KeyEscape:
		switch {
		case n.chosenLine != none:
			n.chosenLine = none
			n.redraw()
		case n.chosen != none:
			n.choose(none)
		default:
			n.callbacks.key(event)
		}
	default:
		n.callbacks.key(event)
	}
}

// TypedRune zooms with + and -, shows all with 0, and goes with e through the edges of the chosen
// node, the heaviest first, with E back.
func (n *Net) TypedRune(r rune) {
	n.show()
	middle := fyne.NewPos(n.Size().Width/2, n.Size().Height/2)
	if n.chosen != none && n.dots[n.chosen].placed {
		middle = fyne.NewPos(n.screen(n.dots[n.chosen].at))
	}
	switch r {
	case '+', '=':
		n.zoom(keyZoom, middle)
	case '-':
		n.zoom(1/keyZoom, middle)
	case '0':
		n.Fit()
	case 'e':
		n.stepEdge(1)
	case 'E':
		n.stepEdge(-1)
	default:
		n.callbacks.letter(r)
	}
}

// show ends what HideFocus began.
func (n *Net) show() {
	if n.quiet {
		n.quiet = false
		n.redraw()
	}
}

// stepEdge goes to the next edge of the chosen node. Behind the last comes none,
// so that a person notices having seen all.
func (n *Net) stepEdge(by int) {
	if n.chosen == none || len(n.dots[n.chosen].lines) == 0 {
		return
	}
	n.over, n.overLine = none, none
	lines := n.dots[n.chosen].lines
	at := -1
	for i, l := range lines {
		if l == n.chosenLine {
			at = i
		}
	}
	count := len(lines) + 1 // and none
	at = (at+1+by+count)%count - 1
	n.chosenLine = none
	if at >= 0 {
		n.chosenLine = lines[at]
		n.reveal(n.lines[lines[at]].other(n.chosen))
	}
	n.redraw()
}

// arrow goes in a direction, or moves the chosen node there.
func (n *Net) arrow(dx, dy float32) {
	switch {
	case n.shift && n.chosen != none:
		n.moveDot(n.chosen, dx*keyMove, dy*keyMove)
		n.moved(n.chosen)
	case n.chosen == none || !n.dots[n.chosen].placed:
		n.begin()
	default:
		if to := n.towards(dx, dy); to != none {
			n.choose(to)
			n.reveal(to)
		}
	}
}

// begin chooses the weightiest node in sight, or else the weightiest.
func (n *Net) begin() {
	first := none
	for _, i := range n.ranks {
		if !n.dots[i].placed {
			continue
		}
		x, y := n.screen(n.dots[i].at)
		if x >= 0 && y >= 0 && x <= n.Size().Width && y <= n.Size().Height {
			first = i
			break
		}
		if first == none {
			first = i
		}
	}
	if first != none {
		n.choose(first)
		n.reveal(first)
	}
}

// aslant is how much farther something seems that lies aslant of where an
// arrow points.
const aslant = 2

// towards returns the nearest node in a direction: a neighbour of the chosen
// one if any is there.
func (n *Net) towards(dx, dy float32) int {
	from := n.dots[n.chosen].at
	best, beside, least := none, false, float32(0)
	neighbours := map[int]bool{}
	for _, l := range n.dots[n.chosen].lines {
		neighbours[n.lines[l].other(n.chosen)] = true
	}
	for i := range n.dots {
		d := &n.dots[i]
		if i == n.chosen || !d.placed || beside && !neighbours[i] {
			continue
		}
		x, y := float32(d.at.X-from.X), float32(d.at.Y-from.Y)
		along, across := x*dx+y*dy, max(x*dy-y*dx, y*dx-x*dy)
		if along <= 0 || across > along {
			continue
		}
		far := along + aslant*across
		if best == none || far < least || neighbours[i] && !beside {
			best, least, beside = i, far, neighbours[i]
		}
	}
	return best
}
