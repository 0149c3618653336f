package graph

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

// none is the number of no dot and no line.
const none = -1

// Net shows a graph as dots and lines. The wheel zooms, a drag moves the view
// or a dot; the keys are in TypedKey and TypedRune. All its methods are for
// Fyne's thread.
type Net struct {
	widget.BaseWidget
	callbacks Callbacks

	dots   []dot
	lines  []line
	number map[notes.ID]int
	ranks  []int // dots by their weight, the weightiest first
	view   view
	fitted bool // the view shows all, and goes on doing so

	chosen, chosenLine int
	over, overLine     int // below the mouse
	focused, shift     bool
	quiet              bool // focus is not shown until a key is pressed
	mouse              mouse
	painter            *netPainter // the renderer, while the net is in sight
}

// dot is a node as it is drawn.
type dot struct {
	Node
	at     plane.Point
	placed bool    // only then is it drawn
	radius float32 // at natural size
	label  string  // short enough
	width  float32 // of the label, zero until it is measured
	lines  []int   // the heaviest first
}

// line is an edge as it is drawn.
type line struct {
	Edge
	a, b  int
	width float32
}

// other returns the end that is not the given one.
func (l line) other(end int) int { return l.a + l.b - end }

var (
	_ fyne.Focusable     = (*Net)(nil)
	_ fyne.Scrollable    = (*Net)(nil)
	_ fyne.Draggable     = (*Net)(nil)
	_ fyne.Accessible    = (*Net)(nil)
	_ desktop.Keyable    = (*Net)(nil)
	_ desktop.Mouseable  = (*Net)(nil)
	_ desktop.Hoverable  = (*Net)(nil)
	_ desktop.Cursorable = (*Net)(nil)
)

// NewNet returns an empty net.
func NewNet(callbacks Callbacks) *Net {
	n := &Net{callbacks: callbacks, fitted: true, chosen: none, chosenLine: none, over: none, overLine: none}
	n.view.scale = 1
	n.ExtendBaseWidget(n)
	return n
}

// SetData shows a graph, its nodes at places as package notes/graph gives them;
// those without one are not drawn until SetPlaces gives it. What was chosen
// stays chosen if it is still there, and so does the view, unless all was in it.
func (n *Net) SetData(data Data, places map[int64]plane.Point) {
	var before notes.ID
	if n.chosen != none {
		before = n.dots[n.chosen].ID
	}
	n.dots, n.lines, n.number = nil, nil, make(map[notes.ID]int, len(data.Nodes))
	n.over, n.overLine, n.chosenLine, n.mouse = none, none, none, mouse{}
	most := 0.0
	for _, node := range data.Nodes {
		if _, twice := n.number[node.ID]; !twice {
			n.number[node.ID] = len(n.dots)
			n.dots = append(n.dots, dot{Node: node})
			most = max(most, node.Weight)
		}
	}
	n.ranks = n.ranks[:0]
	for i := range n.dots {
		n.ranks = append(n.ranks, i)
		n.dots[i].radius = float32(plane.LeastDot + (plane.MostDot-plane.LeastDot)*plane.Share(n.dots[i].Weight, most))
	}
	slices.SortStableFunc(n.ranks, func(a, b int) int { return cmp.Compare(n.dots[b].Weight, n.dots[a].Weight) })
	n.setLines(data.Edges)
	n.chosen = none
	if i, ok := n.number[before]; ok && before != 0 {
		n.chosen = i
	}
	n.SetPlaces(places)
}

func (n *Net) setLines(edges []Edge) {
	most := 0.0
	for _, e := range edges {
		most = max(most, e.Weight)
	}
	for _, e := range edges {
		a, ok := n.number[e.A]
		b, also := n.number[e.B]
		if !ok || !also || a == b {
			continue
		}
		width := plane.LeastLine + (plane.MostLine-plane.LeastLine)*plane.Share(e.Weight, most)
		n.dots[a].lines = append(n.dots[a].lines, len(n.lines))
		n.dots[b].lines = append(n.dots[b].lines, len(n.lines))
		n.lines = append(n.lines, line{Edge: e, a: a, b: b, width: float32(width)})
	}
	for _, d := range n.dots {
		slices.SortStableFunc(d.lines, func(a, b int) int { return cmp.Compare(n.lines[b].Weight, n.lines[a].Weight) })
	}
}

// SetPlaces moves the nodes to places, as when a layout comes on. A node that
// the person drags stays with the mouse; one that has none here keeps its own.
func (n *Net) SetPlaces(places map[int64]plane.Point) {
	for i := range n.dots {
		if at, ok := places[int64(n.dots[i].ID)]; ok && (n.mouse.doing != draggingDot || n.mouse.dot != i) {
			n.dots[i].at, n.dots[i].placed = at, true
		}
	}
	if n.fitted {
		n.fit()
	}
	n.Refresh()
}

// Places returns where the nodes are now, those that were dragged too: what
// the next layout begins with.
func (n *Net) Places() map[int64]plane.Point {
	places := make(map[int64]plane.Point, len(n.dots))
	for _, d := range n.dots {
		if d.placed {
			places[int64(d.ID)] = d.at
		}
	}
	return places
}

// Choose makes a node stand out and brings it into sight; zero, or one that is
// not there, makes none stand out. It does not call OnChoose.
func (n *Net) Choose(id notes.ID) {
	i, ok := n.number[id]
	if !ok {
		i = none
	}
	n.chosen, n.chosenLine = i, none
	if ok {
		n.reveal(i)
	}
	n.redraw()
}

// ChooseEdge makes the edge between two nodes stand out, and a as its end. It
// does nothing if there is none, and calls nothing back.
func (n *Net) ChooseEdge(a, b notes.ID) {
	from, to := none, none
	if i, ok := n.number[a]; ok {
		from = i
	}
	if i, ok := n.number[b]; ok {
		to = i
	}
	if from == none || to == none {
		return
	}
	for _, l := range n.dots[from].lines {
		if n.lines[l].other(from) == to {
			n.chosen, n.chosenLine = from, l
			n.reveal(from)
		}
	}
	n.redraw()
}

// Chosen returns the node that stands out, zero if none does.
func (n *Net) Chosen() notes.ID {
	if n.chosen == none {
		return 0
	}
	return n.dots[n.chosen].ID
}

// ChosenEdge returns the ends of the edge that stands out; false if none does.
func (n *Net) ChosenEdge() (a, b notes.ID, ok bool) {
	if n.chosenLine == none {
		return 0, 0, false
	}
	e := n.lines[n.chosenLine]
	return e.A, e.B, true
}

// choose chooses as the person did.
func (n *Net) choose(i int) {
	before := n.Chosen()
	n.chosen, n.chosenLine = i, none
	n.redraw()
	if now := n.Chosen(); now != before {
		n.callbacks.choose(now)
	}
}

// focusOf returns what stands out now: what is below the mouse, or else what is
// chosen; a line before the dot it belongs to.
func (n *Net) focusOf() (dot, line int) {
	switch {
	case n.over != none:
		return n.over, none
	case n.overLine != none:
		return none, n.overLine
	case n.chosenLine != none:
		return none, n.chosenLine
	}
	return n.chosen, none
}

// words say what stands out, "" if nothing does.
func (n *Net) words() string {
	dot, line := n.focusOf()
	switch {
	case line != none:
		l := n.lines[line]
		return edgeWords(n.dots[l.a].Label, n.dots[l.b].Label, l.Articles, l.Paragraphs, l.Events)
	case dot != none:
		d := n.dots[dot]
		return nodeWords(d.Label, d.Kind, len(d.lines))
	}
	return ""
}

// AccessibilityLabel says what stands out, or else how large the graph is.
func (n *Net) AccessibilityLabel() string {
	if words := n.words(); words != "" {
		return words
	}
	return wholeWords(len(n.dots), len(n.lines))
}

// AccessibilityRole says that the net holds what is in it.
func (n *Net) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// mostLabel is the width to which a label is shortened, in Fyne units.
const mostLabel = 170

// measure finds out how wide a dot's label is, once.
func (n *Net) measure(d *dot) {
	if d.width == 0 {
		d.label = parts.Ellipsis(d.Label, look.Medium, look.BadgeSize, mostLabel)
		d.width = look.Measure(d.label, look.Medium, look.BadgeSize).Width
	}
}
