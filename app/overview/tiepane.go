package overview

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/graph"
	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

const (
	// mostTies is how many of what a name shares with others are listed.
	mostTies = 30
	// mostPassages is how many passages of one tie are read.
	mostPassages = 60
)

// tiePane stands beside the graph: the chosen name with its strongest ties, or
// what two share, passage by passage.
type tiePane struct {
	p    *Graph
	pane *parts.TabPane

	node   notes.ID // the chosen name; zero: none
	a, b   notes.ID // the ends of the tie that is shown; zero: none is
	shared shared
}

// shared is what two names share.
type shared struct {
	read     bool
	passages []passage
	events   []notes.Entity
}

// passage is a place of an article, with the words that name the two.
type passage struct {
	notes.Passage
	quoted [][]parts.Run // one stretch that names both, or two that name one each
}

func newTiePane(p *Graph) *tiePane {
	i := &tiePane{p: p}
	i.pane = parts.NewTabPane(func(int) []fyne.CanvasObject { return i.cards() }, i.words())
	return i
}

func (i *tiePane) words() string {
	switch {
	case i.a != 0:
		return lang.X("graph.together", "Together")
	case i.node != 0:
		return lang.X("entity.with", "Seen with")
	}
	return lang.X("graph.strongest", "Strongest links")
}

// follow shows the same of what was read anew, as far as it is still there.
func (i *tiePane) follow() {
	if _, ok := i.p.known.node(i.node); !ok {
		i.node = 0
	}
	if _, ok := i.p.known.edge(i.a, i.b); ok {
		i.showTie(i.a, i.b)
		return
	}
	i.a, i.b = 0, 0
	i.pane.Refresh(i.words())
}

// showNode shows what a name shares with others; zero shows the strongest ties
// of all.
func (i *tiePane) showNode(id notes.ID) {
	i.p.s.Work.Cancel("graph tie")
	i.node, i.a, i.b, i.shared = id, 0, 0, shared{}
	i.pane.Refresh(i.words())
}

// showTie reads where two are named together and shows it.
func (i *tiePane) showTie(a, b notes.ID) {
	if a != i.a || b != i.b {
		i.shared = shared{}
	}
	i.a, i.b = a, b
	i.pane.Refresh(i.words())
	i.p.s.Work.Latest("graph tie", func(ctx context.Context) (func(), error) {
		read, err := readShared(ctx, i.p.s.Book, a, b)
		return func() {
			i.shared = read
			i.pane.Refresh(i.words())
		}, err
	}, i.p.s.Fail)
}

// readShared reads the passages that name both, and the events in which both
// have a part.
func readShared(ctx context.Context, book *notes.Notebook, a, b notes.ID) (shared, error) {
	s := shared{read: true}
	passages, err := book.Together(ctx, a, b, mostPassages)
	if err != nil {
		return s, err
	}
	texts := map[notes.ID]text.Text{}
	for _, one := range passages {
		if _, ok := texts[one.Article]; !ok {
			article, err := book.Article(ctx, one.Article)
			if err != nil {
				return s, err
			}
			if texts[one.Article], err = book.Text(ctx, article.Capture); err != nil {
				return s, fmt.Errorf("read the text of %s: %w", one.Article, err)
			}
		}
		mentions, _, err := book.Mentions(ctx, notes.MentionFilter{Article: one.Article})
		if err != nil {
			return s, err
		}
		mentions = slices.DeleteFunc(mentions, func(m notes.Mention) bool { return m.Entity != a && m.Entity != b })
		read := passage{Passage: one}
		for _, at := range one.InOrder() {
			read.quoted = append(read.quoted, runsOf(texts[one.Article], at, mentions))
		}
		s.passages = append(s.passages, read)
	}
	s.events, err = entity.EventsOfBoth(ctx, book, a, b)
	return s, err
}

// runsOf quotes a passage with what stands around it; the mentions in it are
// marked.
func runsOf(t text.Text, at text.Range, mentions []notes.Mention) []parts.Run {
	before, words, after := entity.Around(t, at)
	runs := []parts.Run{{Words: before}}
	from := at.Start
	for _, m := range mentions {
		if m.Start < from || m.End > at.End {
			continue
		}
		runs = append(runs,
			parts.Run{Words: words[from-at.Start : m.Start-at.Start]},
			parts.Run{Words: words[m.Start-at.Start : m.End-at.Start], Behind: look.Blue})
		from = m.End
	}
	return append(runs, parts.Run{Words: words[from-at.Start:]}, parts.Run{Words: after})
}

// cards are what the pane shows.
func (i *tiePane) cards() []fyne.CanvasObject {
	if i.a != 0 {
		return i.together()
	}
	var cards []fyne.CanvasObject
	if node, ok := i.p.known.node(i.node); ok {
		cards = append(cards, i.about(node))
	} else {
		cards = append(cards, hint(lang.X("graph.hint",
			"A click chooses a name, or a line between two; by keyboard the arrows and E. Enter opens a name, or shows the passages of a line.")))
	}
	edges := i.p.known.edgesOf(i.node)
	for _, e := range edges[:min(mostTies, len(edges))] {
		cards = append(cards, i.tie(e))
	}
	return cards
}

// about is the head of a chosen name.
func (i *tiePane) about(node graph.Node) fyne.CanvasObject {
	links := len(i.p.known.edgesOf(node.ID))
	articles := ""
	if node.Weight > 0 {
		articles = lang.XN("graph.articles", "{{.N}} articles", int(node.Weight), map[string]any{"N": int(node.Weight)})
	}
	counts := joined(session.KindName(node.Kind), articles,
		lang.XN("graph.links", "seen with {{.N}} others", links, map[string]any{"N": links}))
	around := parts.NewTextButton(lang.X("graph.aroundIt", "Show who is around it"), parts.Link, func() {
		i.p.narrow(func(place *session.Place) { place.With = node.ID })
	})
	dated := parts.NewTextButton(lang.X("graph.timeline", "Its timeline"), parts.Link, func() {
		i.p.s.Open(session.Place{View: session.Timeline, With: node.ID})
	})
	ways := parts.NewFlow(14, around)
	if node.Kind != notes.KindEvent {
		ways.Add(dated)
	}
	return head(node.Label, func() { i.p.open(node.ID) }, small(counts), ways)
}

// tie is what a name shares with another; a tap shows the passages.
func (i *tiePane) tie(e graph.Edge) fyne.CanvasObject {
	if e.B == i.node {
		e.A, e.B = e.B, e.A
	}
	a, _ := i.p.known.node(e.A)
	b, _ := i.p.known.node(e.B)
	title := b.Label
	if i.node == 0 {
		title = a.Label + " – " + b.Label
	}
	words := parts.NewParagraph(parts.Run{Words: title, Font: look.Medium})
	words.MaxLines = 2
	return parts.NewTapCard(title, parts.NewColumn(2, words, small(sharedWords(e))), func() {
		i.p.net.ChooseEdge(e.A, e.B)
		i.showTie(e.A, e.B)
	})
}

// together is what two share.
func (i *tiePane) together() []fyne.CanvasObject {
	a, _ := i.p.known.node(i.a)
	b, _ := i.p.known.node(i.b)
	e, _ := i.p.known.edge(i.a, i.b)
	name := func(node graph.Node) parts.Run {
		return parts.Run{Words: node.Label, Font: look.Semibold, Size: look.NameSize, Colour: look.Accent, Tapped: func() {
			i.p.net.Choose(node.ID)
			i.showNode(node.ID)
		}}
	}
	cards := []fyne.CanvasObject{parts.NewColumn(5,
		parts.NewParagraph(name(a), parts.Run{Words: " – ", Size: look.NameSize, Colour: look.TextSecond}, name(b)), small(sharedWords(e)))}
	for _, event := range i.shared.events {
		cards = append(cards, head(event.Title, func() { i.p.open(event.ID) }, small(joined(session.KindName(notes.KindEvent), session.Date(event.Date, false)))))
	}
	for _, one := range i.shared.passages {
		column := parts.NewColumn(4)
		for _, runs := range one.quoted {
			column.Add(quoted(runs...))
		}
		column.Add(small(joined(one.Title, session.Date(one.Date, false))))
		cards = append(cards, parts.NewTapCard(lang.X("entity.open", "Open the passage"), column, func() {
			i.p.s.Open(session.Place{Item: one.Article, Kind: notes.KindArticle, At: one.Range})
		}))
	}
	return cards
}
