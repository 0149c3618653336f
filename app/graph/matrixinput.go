package graph

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/notes"
)

// HideFocus shows no focus until a key is pressed, as where the whole page is
// the matrix and has just been opened.
func (m *Matrix) HideFocus() { m.quiet = true }

// FocusGained lets the keyboard act on the matrix.
func (m *Matrix) FocusGained() { m.focused = true; m.redraw() }

// FocusLost ends what FocusGained began.
func (m *Matrix) FocusLost() { m.focused, m.quiet = false, false; m.redraw() }

// TypedKey moves from cell to cell; Enter asks for the passages of a cell, or
// opens the node where a row meets its own column. Esc chooses nothing.
func (m *Matrix) TypedKey(event *fyne.KeyEvent) {
	m.show()
	last := len(m.table.Nodes) - 1
	page := max(1, int(m.room().Height/m.cell)-1)
	to := m.chosen
	switch event.Name {
	case fyne.KeyLeft:
		to.column--
	case fyne.KeyRight:
		to.column++
	case fyne.KeyUp:
		to.row--
	case fyne.KeyDown:
		to.row++
	case fyne.KeyPageUp:
		to.row -= page
	case fyne.KeyPageDown:
		to.row += page
	case fyne.KeyHome:
		to.column = 0
	case fyne.KeyEnd:
		to.column = last
	case fyne.KeyReturn, fyne.KeyEnter:
		if m.chosen == noCell {
			m.callbacks.key(event)
			return
		}
		m.openCell(m.chosen)
		return
	case fyne.KeyEscape:
		if m.chosen == noCell {
			m.callbacks.key(event)
			return
		}
		m.choose(noCell)
		return
	default:
		m.callbacks.key(event)
		return
	}
	if last < 0 {
		return
	}
	m.over = noCell
	m.choose(cell{max(0, min(last, to.row)), max(0, min(last, to.column))})
}

// TypedRune makes cells larger with + and smaller with -.
func (m *Matrix) TypedRune(r rune) {
	m.show()
	switch r {
	case '+', '=':
		m.zoom(keyZoom)
	case '-':
		m.zoom(1 / keyZoom)
	default:
		m.callbacks.letter(r)
	}
}

// show ends what HideFocus began.
func (m *Matrix) show() {
	if m.quiet {
		m.quiet = false
		m.redraw()
	}
}

func (m *Matrix) choose(c cell) {
	m.chosen = c
	m.reveal()
	m.redraw()
}

// openCell does what a cell is for.
func (m *Matrix) openCell(c cell) {
	row, column := m.names(c)
	if row == column {
		m.callbacks.open(row)
		return
	}
	if _, ok := m.table.Edge(c.row, c.column); ok {
		m.callbacks.edge(row, column)
	}
}

// MouseDown begins a click or a drag.
func (m *Matrix) MouseDown(event *desktop.MouseEvent) {
	if event.Button != desktop.MouseButtonPrimary {
		return
	}
	m.quiet = true
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
	m.mouse.doing, m.mouse.moved, m.mouse.at = true, false, event.Position
}

// Dragged moves the table with the mouse.
func (m *Matrix) Dragged(event *fyne.DragEvent) {
	by := event.Position.Subtract(m.mouse.at)
	m.mouse.at, m.mouse.moved = event.Position, true
	m.scrollTo(m.offset.Subtract(by))
	m.redraw()
}

// DragEnd lets go.
func (m *Matrix) DragEnd() { m.mouse.doing = false }

// MouseUp ends a click: on a cell it asks for the passages, on a name it
// chooses the node, twice on it opens it.
func (m *Matrix) MouseUp(event *desktop.MouseEvent) {
	clicked := m.mouse.doing && !m.mouse.moved
	m.mouse.doing = false
	if !clicked {
		return
	}
	c := m.at(event.Position)
	switch {
	case c == noCell:
		m.choose(noCell)
	case c.row != none && c.column != none:
		m.choose(c)
		if c.row != c.column {
			m.openCell(c)
		}
	default:
		row, column := m.names(c)
		m.clickName(max(row, column))
	}
}

func (m *Matrix) clickName(id notes.ID) {
	twice := m.mouse.last == id && time.Since(m.mouse.clicked) < clickPause
	m.mouse.last, m.mouse.clicked = id, time.Now()
	if twice {
		m.mouse.last = 0
		m.callbacks.open(id)
		return
	}
	m.callbacks.choose(id)
}

// MouseIn says what is below the mouse.
func (m *Matrix) MouseIn(event *desktop.MouseEvent) { m.setOver(m.at(event.Position)) }

// MouseMoved does as MouseIn.
func (m *Matrix) MouseMoved(event *desktop.MouseEvent) { m.setOver(m.at(event.Position)) }

// MouseOut ends what MouseIn began.
func (m *Matrix) MouseOut() { m.setOver(noCell) }

func (m *Matrix) setOver(c cell) {
	if c != m.over {
		m.over = c
		m.redraw()
	}
}

// Scrolled follows the wheel.
func (m *Matrix) Scrolled(event *fyne.ScrollEvent) {
	m.scrollTo(fyne.NewPos(m.offset.X-event.Scrolled.DX, m.offset.Y-event.Scrolled.DY))
	m.over = m.at(event.Position)
	m.redraw()
}
