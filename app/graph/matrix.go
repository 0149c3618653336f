package graph

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

// Matrix shows a graph as a table. Its rows have names and numbers, its columns
// the same numbers; what is below the mouse or chosen is said in a line above.
// A cell is the darker the more is shared. All its methods are for Fyne's thread.
type Matrix struct {
	widget.BaseWidget
	callbacks Callbacks

	table  *plane.Matrix
	cell   float32 // the side of a cell, in Fyne units
	offset fyne.Position

	chosen, over cell // over: below the mouse
	focused      bool
	quiet        bool // focus is not shown until a key is pressed
	mouse        struct {
		doing, moved bool
		at           fyne.Position
		last         notes.ID // the name clicked before
		clicked      time.Time
	}
	painter *matrixPainter // the renderer, while the matrix is in sight
}

// cell is a row and a column; either is none where only the other is meant.
type cell struct{ row, column int }

var noCell = cell{none, none}

var (
	_ fyne.Focusable    = (*Matrix)(nil)
	_ fyne.Scrollable   = (*Matrix)(nil)
	_ fyne.Draggable    = (*Matrix)(nil)
	_ fyne.Accessible   = (*Matrix)(nil)
	_ desktop.Mouseable = (*Matrix)(nil)
	_ desktop.Hoverable = (*Matrix)(nil)
)

// The measures of the table, in Fyne units.
const (
	cellSize     = 20
	leastCell    = 8
	mostCell     = 40
	wordsHeight  = 32 // the line that says what is looked at
	numberHeight = 20
	leastNames   = 110 // the column of names
	mostNames    = 230
	namesShare   = 0.3
)

// NewMatrix returns an empty matrix.
func NewMatrix(callbacks Callbacks) *Matrix {
	m := &Matrix{callbacks: callbacks, cell: cellSize, chosen: noCell, over: noCell}
	m.table = plane.NewMatrix(plane.Graph{}, plane.Filter{}, plane.ByName)
	m.ExtendBaseWidget(m)
	return m
}

// SetTable shows a table as plane.NewMatrix sorted and filtered it, which takes
// longer than a frame for thousands of names and so is done elsewhere. The
// chosen cell stays that of the same two names, if both are still there.
func (m *Matrix) SetTable(table *plane.Matrix) {
	row, column := m.names(m.chosen)
	m.table, m.chosen, m.over = table, noCell, noCell
	for i, n := range table.Nodes {
		if row != 0 && notes.ID(n.ID) == row {
			m.chosen.row = i
		}
		if column != 0 && notes.ID(n.ID) == column {
			m.chosen.column = i
		}
	}
	if m.chosen.row == none || m.chosen.column == none {
		m.chosen = noCell
	}
	m.scrollTo(m.offset)
	m.reveal()
	m.Refresh()
}

// names returns the IDs of a cell's row and column, zero where it has none.
func (m *Matrix) names(c cell) (row, column notes.ID) {
	if c.row >= 0 && c.row < len(m.table.Nodes) {
		row = notes.ID(m.table.Nodes[c.row].ID)
	}
	if c.column >= 0 && c.column < len(m.table.Nodes) {
		column = notes.ID(m.table.Nodes[c.column].ID)
	}
	return row, column
}

// Chosen returns the names whose cell is chosen; false if none is.
func (m *Matrix) Chosen() (row, column notes.ID, ok bool) {
	row, column = m.names(m.chosen)
	return row, column, m.chosen != noCell
}

// left is where the cells begin, top likewise.
func (m *Matrix) left() float32 {
	return min(max(m.Size().Width*namesShare, leastNames), mostNames)
}

const top = wordsHeight + numberHeight

// room is how much of the cells is in sight.
func (m *Matrix) room() fyne.Size {
	return fyne.NewSize(max(m.Size().Width-m.left(), 0), max(m.Size().Height-top, 0))
}

// scrollTo scrolls to an offset, or as far as there are cells.
func (m *Matrix) scrollTo(to fyne.Position) {
	all, room := float32(len(m.table.Nodes))*m.cell, m.room()
	m.offset.X = max(0, min(to.X, all-room.Width))
	m.offset.Y = max(0, min(to.Y, all-room.Height))
}

// reveal scrolls just so far that the chosen cell is in sight.
func (m *Matrix) reveal() {
	if m.chosen == noCell {
		return
	}
	room := m.room()
	x, y := float32(m.chosen.column)*m.cell, float32(m.chosen.row)*m.cell
	to := m.offset
	to.X = min(max(to.X, x+m.cell-room.Width), x)
	to.Y = min(max(to.Y, y+m.cell-room.Height), y)
	m.scrollTo(to)
}

// at returns what lies at a position: a cell, a row's name or a column's
// number, or nothing.
func (m *Matrix) at(pos fyne.Position) cell {
	c := noCell
	number := func(v, offset, from float32) int {
		i := int(math.Floor(float64((v - from + offset) / m.cell)))
		if v < from || i >= len(m.table.Nodes) {
			return none
		}
		return i
	}
	if pos.Y < wordsHeight {
		return c
	}
	c.row, c.column = number(pos.Y, m.offset.Y, top), number(pos.X, m.offset.X, m.left())
	if c.row == none && pos.Y >= top || c.column == none && pos.X >= m.left() {
		return noCell
	}
	return c
}

// words say what is looked at.
func (m *Matrix) words() string {
	c := m.over
	if c == noCell {
		c = m.chosen
	}
	switch {
	case c == noCell:
		edges := 0
		for i := range m.table.Nodes {
			edges += m.table.Links(i)
		}
		return wholeWords(len(m.table.Nodes), edges/2)
	case c.row == none, c.column == none, c.row == c.column:
		n := max(c.row, c.column)
		node := m.table.Nodes[n]
		return nodeWords(node.Label, notes.Kind(node.Kind), m.table.Links(n))
	}
	a, b := m.table.Nodes[c.row].Label, m.table.Nodes[c.column].Label
	e, _ := m.table.Edge(c.row, c.column)
	return edgeWords(a, b, e.Articles, e.Paragraphs, e.Events)
}

// AccessibilityLabel says what is looked at, or how large the table is.
func (m *Matrix) AccessibilityLabel() string {
	return lang.X("graph.matrix", "Matrix") + between + m.words()
}

// AccessibilityRole says that the matrix holds what is in it.
func (m *Matrix) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Resize gives the matrix its size.
func (m *Matrix) Resize(size fyne.Size) {
	if size == m.Size() {
		return
	}
	m.BaseWidget.Resize(size)
	m.scrollTo(m.offset)
	m.Refresh()
}

// MinSize returns the least size at which a table can be read.
func (m *Matrix) MinSize() fyne.Size {
	return fyne.NewSize(leastNames+4*cellSize, top+4*cellSize)
}

// zoom makes cells larger by a factor; the one in the middle stays there.
func (m *Matrix) zoom(by float32) {
	room, before := m.room(), m.cell
	m.cell = max(leastCell, min(mostCell, m.cell*by))
	grown := m.cell / before
	m.scrollTo(fyne.NewPos((m.offset.X+room.Width/2)*grown-room.Width/2, (m.offset.Y+room.Height/2)*grown-room.Height/2))
	m.reveal()
	m.redraw()
}

// nameFits reports whether rows are high enough for their names.
func (m *Matrix) nameFits() bool { return m.cell >= look.BadgeSize }
