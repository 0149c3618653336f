package graph_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"cuttings/app/graph"
	"cuttings/app/look"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

func shownMatrix(t testing.TB, a *asked, d graph.Data, order plane.Order) (*graph.Matrix, fyne.Window) {
	t.Helper()
	m := graph.NewMatrix(a.callbacks())
	win := window(t, look.Light, m, fyne.NewSize(900, 640))
	m.SetTable(plane.NewMatrix(d.Graph(), plane.Filter{}, order))
	return m, win
}

func TestMatrixByKeyboard(t *testing.T) {
	a := &asked{}
	_, d, _ := cross(a)
	m, _ := shownMatrix(t, a, d, plane.ByWeight) // Middle, Left, Right …
	for _, step := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeyReturn}, "key Return"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "open 1"}, // where a row meets its own column
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, "edge 1 2"},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, "edge 1 3"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, ""}, // these two share nothing
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyReturn}, "edge 2 1"},
		{[]fyne.KeyName{fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn}, "open 6"},
		{[]fyne.KeyName{fyne.KeyEscape, fyne.KeyEscape}, "key Escape"},
	} {
		keys(m, step.keys...)
		if got := a.took(); got != step.want {
			t.Errorf("%v asked for %q, not %q", step.keys, got, step.want)
		}
	}
	keys(m, fyne.KeyDown, fyne.KeyRight)
	if got := m.AccessibilityLabel(); !strings.Contains(got, "Middle – Left") || !strings.Contains(got, "1 event") {
		t.Errorf("it says %q", got)
	}
	m.SetTable(plane.NewMatrix(d.Graph(), plane.Filter{}, plane.ByName))
	if row, column, ok := m.Chosen(); !ok || row != 1 || column != 2 {
		t.Errorf("sorted by name, %d, %d is chosen", row, column)
	}
	m.SetTable(plane.NewMatrix(d.Graph(), plane.Filter{LeastWeight: 8.5}, plane.ByName))
	if row, column, ok := m.Chosen(); !ok || row != 1 || column != 2 {
		t.Errorf("filtered, %d, %d is chosen", row, column)
	}
	m.SetTable(plane.NewMatrix(plane.Graph{}, plane.Filter{}, plane.ByName))
	keys(m, fyne.KeyDown, fyne.KeyReturn)
	if _, _, ok := m.Chosen(); ok {
		t.Error("a cell of an empty table is chosen")
	}
}

func TestMatrixByMouse(t *testing.T) {
	a := &asked{}
	_, d, _ := cross(a)
	m, win := shownMatrix(t, a, d, plane.ByWeight)
	edges, names := map[string]bool{}, map[string]bool{}
	for y := float32(0); y < 200; y += 5 {
		for x := float32(5); x < 400; x += 5 {
			clickAt(m, x, y)
			switch got := a.took(); {
			case strings.HasPrefix(got, "edge"):
				edges[got] = true
			case strings.HasPrefix(got, "choose"), strings.HasPrefix(got, "open"):
				names[strings.Fields(got)[1]] = true
			}
		}
	}
	if len(edges) != 8 || !edges["edge 1 2"] || !edges["edge 2 1"] || len(names) != 6 {
		t.Errorf("clicks asked for %v and %v", edges, names)
	}
	m.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, 70)}})
	if got := m.AccessibilityLabel(); !strings.Contains(got, "Middle") || !strings.Contains(got, "4") {
		t.Errorf("over a name it says %q", got)
	}
	win.Canvas().Capture()
}

// A large table draws no more than is in sight, and can be gone through to its end.
func TestMatrixOfManyNames(t *testing.T) {
	a := &asked{}
	d := large(2000, 4000)
	m, win := shownMatrix(t, a, d, plane.Clusters)
	for range 4 {
		if objects := len(test.WidgetRenderer(m).Objects()); objects > 250 {
			t.Errorf("%d objects are drawn", objects)
		}
		keys(m, fyne.KeyEnd, fyne.KeyPageDown)
		m.TypedRune('-')
	}
	m.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-1e6, -1e6)})
	m.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	m.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(0, 50)}})
	m.DragEnd()
	win.Canvas().Capture()
	keys(m, fyne.KeyEscape)
	m.MouseOut()
	if got := m.AccessibilityLabel(); !strings.Contains(got, "2000 names") {
		t.Errorf("it says %q", got)
	}
}

func TestMatrixPictures(t *testing.T) {
	for _, palette := range []look.Palette{look.Light, look.Dark} {
		m := graph.NewMatrix(graph.Callbacks{})
		win := window(t, palette, m, fyne.NewSize(900, 640))
		m.SetTable(plane.NewMatrix(haiti().Graph(), plane.Filter{}, plane.Clusters))
		keys(m, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
		win.Canvas().Focus(m)
		picture(t, win, "matrix-"+string(palette))
		m.SetTable(plane.NewMatrix(large(400, 900).Graph(), plane.Filter{Kinds: []string{string(notes.KindPerson), string(notes.KindOrganisation)}}, plane.Clusters))
		m.TypedRune('-')
		m.TypedRune('-')
		picture(t, win, "matrix-large-"+string(palette))
	}
}
