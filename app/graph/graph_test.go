package graph_test

import (
	"fmt"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"cuttings/app/graph"
	"cuttings/app/look"
	"cuttings/assets"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

// haiti is who is seen with whom in a handful of articles.
func haiti() graph.Data {
	kinds := map[notes.Kind]string{
		notes.KindPerson:       "Alfred Mutua,Mélanie Joly,Ariel Henry,Jovenel Moïse,Justin Trudeau,William Ruto,António Guterres",
		notes.KindOrganisation: "CARICOM,United Nations Security Council,Haitian National Police,Government of Canada",
		notes.KindPlace:        "Port-au-Prince,Nairobi,Ottawa,Nassau",
		notes.KindEvent:        "Murder of Jovenel Moïse,Call of Mutua and Joly,CARICOM summit in the Bahamas",
	}
	var d graph.Data
	ids := map[string]notes.ID{}
	for _, kind := range notes.Entities {
		for _, name := range strings.Split(kinds[kind], ",") {
			ids[name] = notes.ID(len(d.Nodes) + 1)
			d.Nodes = append(d.Nodes, graph.Node{ID: ids[name], Kind: kind, Label: name, Weight: float64(2 + (len(d.Nodes)*7)%13)})
		}
	}
	for i, pair := range strings.Split("Alfred Mutua/Mélanie Joly,Alfred Mutua/William Ruto,Alfred Mutua/Nairobi,Mélanie Joly/Ottawa,Mélanie Joly/Government of Canada,"+
		"Alfred Mutua/Call of Mutua and Joly,Mélanie Joly/Call of Mutua and Joly,Ariel Henry/Port-au-Prince,Ariel Henry/United Nations Security Council,"+
		"Ariel Henry/Alfred Mutua,Jovenel Moïse/Ariel Henry,Jovenel Moïse/Murder of Jovenel Moïse,Justin Trudeau/Government of Canada,Justin Trudeau/CARICOM summit in the Bahamas,"+
		"CARICOM/CARICOM summit in the Bahamas,CARICOM/Nassau,Justin Trudeau/Mélanie Joly,Haitian National Police/Ariel Henry,United Nations Security Council/António Guterres", ",") {
		a, b, _ := strings.Cut(pair, "/")
		d.Edges = append(d.Edges, graph.Edge{A: ids[a], B: ids[b], Weight: float64(1 + i*5%9), Articles: 1 + i*5%9, Paragraphs: i % 3})
	}
	return d
}

// large is a graph as a great archive has it: groups and those who link them.
func large(nodes, edges int) graph.Data {
	random := rand.New(rand.NewPCG(7, uint64(nodes)))
	var d graph.Data
	for i := range nodes {
		d.Nodes = append(d.Nodes, graph.Node{
			ID: notes.ID(i + 1), Kind: notes.Entities[random.IntN(4)], Label: fmt.Sprintf("Name %d of %c", i, 'A'+i%26), Weight: math.Floor(3 / (0.01 + random.Float64())),
		})
	}
	for range edges {
		a := random.IntN(nodes)
		b := min(a/25*25+random.IntN(25), nodes-1)
		if random.IntN(12) == 0 {
			b = random.IntN(nodes)
		}
		if a != b {
			d.Edges = append(d.Edges, graph.Edge{A: notes.ID(a + 1), B: notes.ID(b + 1), Weight: float64(1 + random.IntN(8)), Articles: 1})
		}
	}
	return d
}

func laidOut(t testing.TB, d graph.Data) map[int64]plane.Point {
	t.Helper()
	places, err := plane.Layout(t.Context(), d.Graph(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return places
}

// asked collects what a widget asked for.
type asked struct{ all []string }

func (a *asked) took() string {
	all := strings.Join(a.all, ", ")
	a.all = nil
	return all
}

func (a *asked) callbacks() graph.Callbacks {
	say := func(what string, of ...any) { a.all = append(a.all, fmt.Sprint(append([]any{what}, of...)...)) }
	return graph.Callbacks{
		OnChoose: func(id notes.ID) { say("choose ", int64(id)) },
		OnOpen:   func(id notes.ID) { say("open ", int64(id)) },
		OnEdge:   func(a, b notes.ID) { say("edge ", int64(a), " ", int64(b)) },
		OnMoved:  func(id notes.ID, _ plane.Point) { say("moved ", int64(id)) },
		OnKey:    func(e *fyne.KeyEvent) { say("key ", e.Name) },
		OnRune:   func(r rune) bool { say("rune ", string(r)); return true },
	}
}

// window puts a widget into a window of a palette.
func window(t testing.TB, palette look.Palette, w fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look.New(palette))
	win := test.NewTempWindow(t, w)
	win.SetPadded(false)
	win.Resize(size)
	return win
}

// picture writes what a window shows to a file, if a folder for it is named.
func picture(t *testing.T, win fyne.Window, name string) {
	t.Helper()
	folder := os.Getenv("CUTTINGS_PICTURES")
	if folder == "" {
		return
	}
	file, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, win.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

type keyed interface {
	TypedKey(*fyne.KeyEvent)
	TypedRune(rune)
}

func keys(w keyed, names ...fyne.KeyName) {
	for _, name := range names {
		w.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func clickAt(w desktop.Mouseable, x, y float32) {
	event := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Button: desktop.MouseButtonPrimary}
	w.MouseDown(event)
	w.MouseUp(event)
}

// cross is a net of a middle, a neighbour on each side, and one far out.
func cross(a *asked) (*graph.Net, graph.Data, map[int64]plane.Point) {
	d := graph.Data{}
	places := map[int64]plane.Point{1: {}, 2: {X: -100}, 3: {X: 100}, 4: {Y: -100}, 5: {Y: 100}, 6: {X: 260, Y: 10}}
	for i, name := range []string{"Middle", "Left", "Right", "Up", "Down", "Far"} {
		d.Nodes = append(d.Nodes, graph.Node{ID: notes.ID(i + 1), Kind: notes.KindPerson, Label: name, Weight: float64(10 - i)})
		if i > 0 && i < 5 {
			d.Edges = append(d.Edges, graph.Edge{A: 1, B: notes.ID(i + 1), Weight: float64(10 - i), Articles: i, Events: 1})
		}
	}
	return graph.NewNet(a.callbacks()), d, places
}

func TestNetByKeyboard(t *testing.T) {
	a := &asked{}
	net, d, places := cross(a)
	window(t, look.Light, net, fyne.NewSize(800, 600))
	net.SetData(d, places)
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() { keys(net, fyne.KeyReturn) }, "key Return"},
		{func() { keys(net, fyne.KeyRight) }, "choose 1"}, // the weightiest, to begin with
		{func() { keys(net, fyne.KeyLeft, fyne.KeyRight) }, "choose 2, choose 1"},
		{func() { keys(net, fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) }, "choose 4, choose 1, choose 5, open 5"},
		{func() { keys(net, fyne.KeyUp, fyne.KeyRight, fyne.KeyRight) }, "choose 1, choose 3, choose 6"}, // who is no neighbour can be reached
		{func() { keys(net, fyne.KeyRight) }, ""},
		{func() { keys(net, fyne.KeyLeft, fyne.KeyLeft) }, "choose 3, choose 1"},
		{func() { net.TypedRune('e'); keys(net, fyne.KeyReturn) }, "edge 1 2"}, // the heaviest first
		{func() { net.TypedRune('e'); keys(net, fyne.KeyReturn) }, "edge 1 3"},
		{func() { net.TypedRune('E'); net.TypedRune('E'); net.TypedRune('E'); keys(net, fyne.KeyReturn) }, "edge 1 5"},
		{func() { keys(net, fyne.KeyEscape, fyne.KeyEscape, fyne.KeyEscape) }, "choose 0, key Escape"},
		{func() { net.TypedRune('j') }, "rune j"},
	} {
		step.do()
		if got := a.took(); got != step.want {
			t.Errorf("asked for %q, not %q", got, step.want)
		}
	}
	keys(net, fyne.KeyRight)
	net.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: where(t, net, a, 3)}})
	keys(net, fyne.KeyLeft)
	if got := net.AccessibilityLabel(); !strings.HasPrefix(got, map[notes.ID]string{1: "Middle", 2: "Left"}[net.Chosen()]) {
		t.Errorf("where the mouse rests counts more than the keys: %q", got)
	}
	a.took()
	net.Choose(1)
	net.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	keys(net, fyne.KeyRight)
	net.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := a.took(); got != "moved 1" || net.Places()[1].X <= 0 {
		t.Errorf("asked for %q, it is at %v", got, net.Places()[1])
	}
}

func TestNetByMouse(t *testing.T) {
	a := &asked{}
	net, d, places := cross(a)
	window(t, look.Light, net, fyne.NewSize(800, 600))
	net.SetData(d, places)
	at := where(t, net, a, 1)
	a.took()
	clickAt(net, at.X, at.Y)
	clickAt(net, at.X, at.Y)
	if got := a.took(); got != "choose 1, open 1" && got != "open 1" {
		t.Errorf("two clicks asked for %q", got)
	}
	right := where(t, net, a, 3)
	a.took()
	clickAt(net, (at.X+right.X)/2, at.Y+2)
	if got := a.took(); got != "edge 1 3" {
		t.Errorf("a click on a line asked for %q", got)
	}
	if _, _, ok := net.ChosenEdge(); !ok {
		t.Error("the line does not stand out")
	}
	clickAt(net, 5, 5)
	if got := a.took(); got != "choose 0" {
		t.Errorf("a click beside all asked for %q", got)
	}
	net.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if got := net.AccessibilityLabel(); !strings.Contains(got, "Middle") || !strings.Contains(got, "4") || net.Cursor() != desktop.PointerCursor {
		t.Errorf("over a node it says %q", got)
	}
	net.MouseOut()
	if got := net.AccessibilityLabel(); !strings.Contains(got, "6 names") || !strings.Contains(got, "4 links") {
		t.Errorf("beside all it says %q", got)
	}
}

// where returns a position at which a click chooses a node.
func where(t *testing.T, net *graph.Net, a *asked, id notes.ID) fyne.Position {
	t.Helper()
	first, last := fyne.NewPos(1e6, 1e6), fyne.NewPos(-1, -1)
	for y := float32(0); y < 600; y += 4 {
		for x := float32(0); x < 800; x += 4 {
			net.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}})
			if net.Cursor() != desktop.PointerCursor {
				continue
			}
			if words := net.AccessibilityLabel(); !strings.Contains(words, "Person") || !strings.HasPrefix(words, map[notes.ID]string{1: "Middle", 3: "Right"}[id]) {
				continue
			}
			first = fyne.NewPos(min(first.X, x), min(first.Y, y))
			last = fyne.NewPos(max(last.X, x), max(last.Y, y))
		}
	}
	net.MouseOut()
	if last.X < 0 {
		t.Fatalf("no place shows %d", id)
	}
	return fyne.NewPos((first.X+last.X)/2, (first.Y+last.Y)/2)
}

// What lies below the mouse stays there when the wheel turns; a drag moves the
// view, or the dot it began on.
func TestZoomAndDrag(t *testing.T) {
	a := &asked{}
	net, d, places := cross(a)
	window(t, look.Light, net, fyne.NewSize(800, 600))
	net.SetData(d, places)
	at := where(t, net, a, 3)
	net.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 50)})
	if again := where(t, net, a, 3); length(again.Subtract(at)) > 4 { // where looks at every fourth place
		t.Errorf("it was at %v and is at %v", at, again)
	}
	drag := func(from, to fyne.Position) {
		net.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: from}, Button: desktop.MouseButtonPrimary})
		net.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
		net.DragEnd()
		net.MouseUp(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: to}, Button: desktop.MouseButtonPrimary})
	}
	drag(fyne.NewPos(10, 10), fyne.NewPos(-40, 40))
	if again := where(t, net, a, 3); length(again.Subtract(at.AddXY(-50, 30))) > 4 { // where looks at every fourth place
		t.Errorf("the view went from %v to %v", at, again)
	}
	if net.Places()[3] != places[3] || a.took() != "" {
		t.Error("moving the view did something to the graph")
	}
	at = where(t, net, a, 3)
	drag(at, at.AddXY(20, 60))
	if got := a.took(); got != "moved 3" || net.Places()[3].Y <= 10 {
		t.Errorf("a drag of a dot asked for %q, it is at %v", got, net.Places()[3])
	}
	net.Fit()
	where(t, net, a, 3)
}

func length(p fyne.Position) float64 { return math.Hypot(float64(p.X), float64(p.Y)) }

// What was chosen stays chosen when something is added, and nothing is drawn,
// hit or chosen that has no place yet.
func TestDataChange(t *testing.T) {
	a := &asked{}
	net, d, places := cross(a)
	window(t, look.Light, net, fyne.NewSize(800, 600))
	net.SetData(d, nil)
	keys(net, fyne.KeyRight, fyne.KeyHome)
	if got := a.took(); got != "" {
		t.Errorf("without places: %q", got)
	}
	net.SetPlaces(places)
	net.Choose(3)
	d.Nodes = append([]graph.Node{{ID: 9, Label: "New"}}, d.Nodes...)
	d.Edges = append(d.Edges, graph.Edge{A: 9, B: 77}, graph.Edge{A: 9, B: 9})
	net.SetData(d, places)
	if net.Chosen() != 3 {
		t.Errorf("chosen is %d", net.Chosen())
	}
	d.Nodes = d.Nodes[:2]
	net.SetData(d, places)
	if net.Chosen() != 0 || a.took() != "" {
		t.Errorf("chosen is %d, which is gone", net.Chosen())
	}
	net.SetData(graph.Data{}, nil)
	keys(net, fyne.KeyRight, fyne.KeyHome)
	net.TypedRune('e')
}

// Names never cover each other, however many there are and wherever one looks.
func TestNamesDoNotOverlap(t *testing.T) {
	net := graph.NewNet(graph.Callbacks{})
	win := window(t, look.Light, net, fyne.NewSize(900, 700))
	d := large(600, 1200)
	net.SetData(d, laidOut(t, d))
	for step := range 8 {
		var texts []fyne.CanvasObject
		for _, o := range test.WidgetRenderer(net).Objects() {
			if size := o.Size(); size.Height < 30 && size.Width > 1 { // not the picture, not the frame
				texts = append(texts, o)
			}
		}
		if len(texts) == 0 {
			t.Errorf("step %d: no name is shown", step)
		}
		for i, a := range texts {
			for _, b := range texts[:i] {
				pa, pb := a.Position(), b.Position()
				if pa.X < pb.X+b.Size().Width && pb.X < pa.X+a.Size().Width && pa.Y+1 < pb.Y+b.Size().Height && pb.Y+1 < pa.Y+a.Size().Height {
					t.Fatalf("step %d: names at %v and %v", step, pa, pb)
				}
			}
			if p := a.Position(); p.X < 0 || p.Y < 0 || p.X+a.Size().Width > 900 || p.Y+a.Size().Height > 700 {
				t.Fatalf("a name hangs out at %v", p)
			}
		}
		net.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 400)}, Scrolled: fyne.NewDelta(0, 60)})
	}
	win.Canvas().Capture()
}

// A graph that is shown whole reaches nearly to two edges of a wide area and of a
// high one, its dots stay within, and distances are to scale in every direction.
func TestAFittedGraphFillsItsArea(t *testing.T) {
	d := haiti()
	places := laidOut(t, d)
	for _, size := range []fyne.Size{fyne.NewSize(1100, 700), fyne.NewSize(420, 400), fyne.NewSize(500, 760)} {
		net := graph.NewNet(graph.Callbacks{})
		net.Resize(size)
		net.SetData(d, places)
		first, last := fyne.NewPos(size.Width, size.Height), fyne.NewPos(0, 0)
		low, high := plane.Point{X: 1e9, Y: 1e9}, plane.Point{X: -1e9, Y: -1e9}
		for id, place := range places {
			at := net.Screen(notes.ID(id))
			first = fyne.NewPos(min(first.X, at.X), min(first.Y, at.Y))
			last = fyne.NewPos(max(last.X, at.X), max(last.Y, at.Y))
			low = plane.Point{X: min(low.X, place.X), Y: min(low.Y, place.Y)}
			high = plane.Point{X: max(high.X, place.X), Y: max(high.Y, place.Y)}
		}
		if first.X < 0 || first.Y < 0 || last.X > size.Width || last.Y > size.Height {
			t.Errorf("in %v the dots reach from %v to %v", size, first, last)
		}
		if across, down := (last.X-first.X)/size.Width, (last.Y-first.Y)/size.Height; max(across, down) < 0.7 {
			t.Errorf("in %v the dots take %.2f of the width and %.2f of the height", size, across, down)
		}
		across, down := float64(last.X-first.X)/(high.X-low.X), float64(last.Y-first.Y)/(high.Y-low.Y)
		if math.Abs(across/down-1) > 0.01 {
			t.Errorf("in %v a unit takes %.3f across and %.3f down", size, across, down)
		}
	}
}
