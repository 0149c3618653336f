package overview

import (
	"context"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/graph"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	plane "cuttings/notes/graph"
)

// orders are those of the matrix, in the order of the menu.
var orders = []plane.Order{plane.Clusters, plane.ByWeight, plane.ByName}

// Graph is the page of who is named with whom, as a net and as a matrix.
type Graph struct {
	s         *session.Session
	object    fyne.CanvasObject
	bar       *fyne.Container
	menus     struct{ with, group, least, order *parts.TextButton }
	kinds     map[notes.Kind]*toggle
	ways      *choices
	fit       *parts.TextButton
	net       *graph.Net
	matrix    *graph.Matrix
	empty     *fyne.Container
	body      *fyne.Container
	inspector *tiePane

	pace    pace
	place   session.Place
	order   plane.Order
	table   *plane.Matrix // of what is known, in that order; nil: not made yet
	known   company
	read    bool // known is of the place that is shown
	afresh  bool // the next graph has nothing to do with the one before
	age     int  // of the graph that is laid out; late places are dropped by it
	placing bool // a layout is under way
}

// NewGraph makes the page, empty.
func NewGraph(s *session.Session) *Graph {
	p := &Graph{s: s, order: plane.Clusters, kinds: map[notes.Kind]*toggle{}}
	p.pace = pace{work: s.Work, name: "graph", ask: p.ask, fail: s.Fail}
	asked := graph.Callbacks{OnChoose: p.choose, OnOpen: p.open, OnEdge: p.chooseTie, OnKey: p.key, OnRune: p.rune}
	p.net, p.matrix = graph.NewNet(asked), graph.NewMatrix(asked)
	p.ways = newChoices(func(i int) { p.narrow(func(place *session.Place) { place.Table = i == 1 }) },
		lang.X("graph.net", "Graph"), lang.X("graph.matrix", "Matrix"))
	p.menus.with = newMenu(p, p.askWith)
	p.menus.group = newMenu(p, p.askGroup)
	p.menus.least = newMenu(p, p.askLeast)
	p.menus.order = newMenu(p, p.askOrder)
	p.fit = newFit(p, p.net.Fit)
	left := []fyne.CanvasObject{p.menus.with, p.menus.group, p.menus.least, p.menus.order}
	for _, kind := range notes.Entities {
		p.kinds[kind] = newToggle(session.ViewName(session.ViewOf(kind)), graph.KindColour(kind), func() { p.toggle(kind) })
		left = append(left, p.kinds[kind].object)
	}
	p.bar = newBar(session.ViewName(session.Graph), besides(p.fit, p.ways.object), left...)
	p.empty = container.NewCenter()
	p.body = container.NewStack(p.net, p.empty)
	p.object = container.New(pageLayout{}, p.bar, parts.NewLine(), p.body)
	p.inspector = newTiePane(p)
	p.say()
	return p
}

// Object is the page.
func (p *Graph) Object() fyne.CanvasObject { return p.object }

// Inspector shows the chosen name, or the passages of what two share.
func (p *Graph) Inspector() fyne.CanvasObject { return p.inspector.pane.Object() }

// Show reads who is named with whom in a place.
func (p *Graph) Show(place session.Place) {
	if place.With != p.place.With || place.Group != p.place.Group {
		p.afresh, p.read = true, false
		p.net.Choose(0)
		p.inspector.showNode(0)
	}
	turned := p.place
	turned.Table = place.Table
	turn := p.read && place == turned
	p.place = place
	p.ways.set(0)
	p.body.Objects[0] = p.net
	if place.Table {
		p.ways.set(1)
		p.body.Objects[0] = p.matrix
	}
	p.body.Refresh()
	p.say()
	if turn && !p.pace.busy {
		p.tabulate()
		return
	}
	p.pace.read()
}

// Changed reads the graph anew, since any change can be about it.
func (p *Graph) Changed(notes.Change) { p.pace.changed() }

// Leave ends what is being read and laid out.
func (p *Graph) Leave() {
	p.pace.leave()
	for _, work := range []string{"graph layout", "graph table", "graph tie", "offer"} {
		p.s.Work.Cancel(work)
	}
	if p.placing {
		p.placing, p.read = false, false
		p.age++
	}
}

// Focus gives the keyboard to the graph, or to the matrix.
func (p *Graph) Focus() {
	if p.place.Table {
		p.matrix.HideFocus()
		p.s.Window.Canvas().Focus(p.matrix)
		return
	}
	p.net.HideFocus()
	p.s.Window.Canvas().Focus(p.net)
}

// Chosen is the chosen name; zero if none is.
func (p *Graph) Chosen() notes.ID { return p.inspector.node }

// Status counts names and links.
func (p *Graph) Status() string {
	if !p.read {
		return lang.X("overview.reading", "reading…")
	}
	nodes, edges := len(p.known.data.Nodes), len(p.known.data.Edges)
	words := joined(lang.XN("graph.names", "{{.N}} names", nodes, count(nodes)), lang.XN("graph.edges", "{{.N}} links", edges, count(edges)))
	if p.known.cut {
		words = joined(words, lang.X("graph.cut", "those named most; further names are left out"))
	}
	if p.placing {
		words = joined(words, lang.X("graph.placing", "finding places…"))
	}
	return words
}

// Commands narrow the graph, show it otherwise, and write it.
func (p *Graph) Commands() []session.Command {
	commands := []session.Command{
		{Name: lang.X("graph.askWith", "Around a person, organisation, place or event…"), Keys: "P", Do: p.askWith},
		{Name: lang.X("graph.askGroup", "Only from a collection…"), Keys: "C", Do: p.askGroup},
		{Name: lang.X("graph.askLeast", "Only who shares so much…"), Keys: "S", Do: p.askLeast},
		{Name: lang.X("graph.all", "Everybody"), Keys: "A", Do: func() { p.s.Open(session.Place{View: session.Graph, Table: p.place.Table}) }},
		{},
	}
	for i, kind := range notes.Entities {
		commands = append(commands, session.Command{
			Name: session.ViewName(session.ViewOf(kind)), Keys: []string{"1", "2", "3", "4"}[i],
			Checked: slices.Contains(kindsOf(p.place), kind), Do: func() { p.toggle(kind) },
		})
	}
	commands = append(commands,
		session.Command{},
		session.Command{Name: lang.X("graph.turn", "Graph or matrix"), Keys: "M", Do: func() {
			p.narrow(func(place *session.Place) { place.Table = !place.Table })
		}},
		session.Command{Name: lang.X("graph.reorder", "Order of the matrix…"), Keys: "O", Do: p.askOrder},
		session.Command{Name: lang.X("graph.fit", "Show the whole graph"), Keys: fitKey, Do: p.net.Fit},
		session.Command{})
	for i, form := range graphForms(p.place.Table) {
		command := session.Command{Name: form.words, Also: form.also(), Do: func() { p.save(form.ending) }}
		if i == 0 {
			command.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
		}
		commands = append(commands, command)
	}
	return commands
}

// ask gives what reads the graph of the place that is shown.
func (p *Graph) ask() func(context.Context) (func(), error) {
	place := p.place
	return func(ctx context.Context) (func(), error) {
		known, err := readCompany(ctx, p.s.Book, place)
		return func() { p.show(known) }, err
	}
}

// show shows what was read. A graph that is the same as before stays as it is.
func (p *Graph) show(known company) {
	same := p.read && !p.afresh && reflect.DeepEqual(known.data, p.known.data)
	p.known, p.read = known, true
	p.sayEmpty()
	if !same {
		p.table = nil
		p.layOut()
	}
	p.tabulate()
	p.say()
	p.inspector.follow()
	p.s.Loaded()
}

// layOut finds places for the names, beginning with those that they have, and
// shows places on the way.
func (p *Graph) layOut() {
	var before map[int64]plane.Point
	if !p.afresh {
		before = p.net.Places()
	}
	p.age++
	age, drawn := p.age, p.known.plane
	p.net.SetData(p.known.data, before)
	if p.afresh {
		p.net.Fit()
	}
	p.afresh, p.placing = false, true
	p.s.Work.Latest("graph layout", func(ctx context.Context) (func(), error) {
		places, err := plane.Layout(ctx, drawn, before, func(early map[int64]plane.Point) {
			p.s.Work.Show(func() { p.setPlaces(age, early) })
		})
		return func() {
			p.setPlaces(age, places)
			p.placing = false
			p.s.Loaded()
		}, err
	}, p.s.Fail)
}

// tabulate makes the table of what was read, if it is shown and not there yet.
func (p *Graph) tabulate() {
	if !p.place.Table || p.table != nil {
		return
	}
	drawn, order := p.known.plane, p.order
	p.s.Work.Latest("graph table", func(context.Context) (func(), error) {
		table := plane.NewMatrix(drawn, plane.Filter{}, order)
		return func() {
			p.table = table
			p.matrix.SetTable(table)
		}, nil
	}, p.s.Fail)
}

func (p *Graph) setPlaces(age int, places map[int64]plane.Point) {
	if age == p.age {
		p.net.SetPlaces(places)
	}
}

// sayEmpty says what belongs here where nothing is.
func (p *Graph) sayEmpty() {
	p.empty.Objects = nil
	if len(p.known.data.Nodes) == 0 {
		words := lang.X("graph.empty", "People, organisations, places and events that articles name together are shown here, and events with who took part in them. Select a name in an article and press P to add a person.")
		if p.place.With != 0 || p.place.Group != 0 || p.place.Least > 0 || p.place.Kinds != "" {
			words = lang.X("graph.emptyNarrowed", "Nobody is left. Press A to see everybody.")
		}
		p.empty.Objects = []fyne.CanvasObject{container.New(wideLayout{leastPage}, hint(words))}
	}
	p.empty.Refresh()
}

// say says in the bar what the graph is narrowed to.
func (p *Graph) say() {
	with := everyone()
	if p.place.With != 0 {
		with = lang.X("graph.around", "Around {{.Name}}", map[string]any{"Name": p.known.with})
	}
	setMenu(p.menus.with, with, p.place.With != 0)
	group := session.ViewName(session.All)
	if p.place.Group != 0 {
		group = p.known.group
	}
	setMenu(p.menus.group, group, p.place.Group != 0)
	setMenu(p.menus.least, leastShared(p.place.Least), p.place.Least > 0)
	setMenu(p.menus.order, orderWords(p.order), false)
	p.menus.order.Hidden, p.fit.Hidden = !p.place.Table, p.place.Table
	for kind, toggle := range p.kinds {
		toggle.set(slices.Contains(kindsOf(p.place), kind))
	}
	p.bar.Refresh()
	p.object.Refresh()
}

func leastShared(least int) string {
	switch least {
	case 0:
		return lang.X("graph.anyLinks", "All names")
	case 1:
		return lang.X("graph.linked", "All links")
	}
	return lang.X("graph.least", "{{.N}} shared at least", map[string]any{"N": least})
}

func orderWords(order plane.Order) string {
	switch order {
	case plane.ByName:
		return lang.X("graph.byName", "By name")
	case plane.ByWeight:
		return lang.X("graph.byWeight", "Most named first")
	}
	return lang.X("graph.clusters", "In clusters")
}

// narrow goes to the graph as change makes it; the way back leads here.
func (p *Graph) narrow(change func(*session.Place)) {
	place := p.place
	change(&place)
	p.s.Open(place)
}

func (p *Graph) toggle(kind notes.Kind) {
	p.s.Open(withKind(p.place, kind, !slices.Contains(kindsOf(p.place), kind)))
}

func (p *Graph) askWith() {
	offer(p.s, p.menus.with, notes.Entities, everyone(),
		lang.X("graph.pickWith", "Who the graph is about"), p.place.With,
		func(id notes.ID) { p.narrow(func(place *session.Place) { place.With = id }) })
}

func (p *Graph) askGroup() {
	offer(p.s, p.menus.group, []notes.Kind{notes.KindCollection}, session.ViewName(session.All),
		lang.X("graph.pickGroup", "The collection whose articles name them"), p.place.Group,
		func(id notes.ID) { p.narrow(func(place *session.Place) { place.Group = id }) })
}

func (p *Graph) askLeast() {
	offerLeast(p.s, p.menus.least, leastShared, p.place.Least,
		func(least int) { p.narrow(func(place *session.Place) { place.Least = least }) })
}

func (p *Graph) askOrder() {
	if !p.place.Table {
		p.narrow(func(place *session.Place) { place.Table = true })
		return
	}
	var entries []entry
	for _, order := range orders {
		entries = append(entries, entry{words: orderWords(order), checked: order == p.order, do: func() {
			p.order, p.table = order, nil
			p.say()
			p.tabulate()
		}})
	}
	drop(p.s, p.menus.order, entries)
}

func (p *Graph) choose(id notes.ID) { p.inspector.showNode(id) }

func (p *Graph) chooseTie(a, b notes.ID) { p.inspector.showTie(a, b) }

func (p *Graph) open(id notes.ID) { p.s.OpenID(id) }

// key offers the window what the graph has no use for. Deleting is not: the
// window would take what its hidden list holds.
func (p *Graph) key(e *fyne.KeyEvent) {
	if e.Name != fyne.KeyDelete {
		p.s.Key(e)
	}
}

func (p *Graph) rune(r rune) bool {
	switch r {
	case 'j', 'k': // they would go through the hidden list
	case '/':
		p.askWith()
	default:
		return p.s.Rune(r)
	}
	return true
}
