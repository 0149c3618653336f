package reviewing

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

const (
	mostPassages  = 40 // of a name
	fewPassages   = 4  // of an entity that may be another
	mostNeighbour = 200
)

// evidence stands beside the queue and shows what speaks for an answer: the
// passages, and what is known of those it is about.
type evidence struct {
	p      *Page
	object fyne.CanvasObject
	tabs   *parts.Tabs
	cards  *parts.Cards
	pieces []piece
}

// piece is one thing that speaks for an answer.
type piece struct {
	head, said string
	words      quoted
	where      string
	open       func()
}

func newEvidence(p *Page) *evidence {
	e := &evidence{p: p}
	e.tabs = parts.NewTabs(nil, lang.X("review.evidence", "Where it stands"))
	e.cards = parts.NewCards()
	e.cards.Ground = look.AccentBehind
	e.cards.Label = lang.X("review.evidence", "Where it stands")
	e.cards.Length = func() int { return len(e.pieces) }
	e.cards.Create = func() fyne.CanvasObject { return newPieceCard() }
	e.cards.Bind = func(i int, o fyne.CanvasObject) { o.(*pieceCard).set(e.pieces[i]) }
	e.cards.OnActivated = func(i int) { e.pieces[i].open() }
	e.cards.OnKey = e.key
	e.cards.Empty = lang.X("review.noEvidence", "The passages of what is chosen are shown here. The arrow to the right leads to them; Enter opens one.")
	e.object = container.NewBorder(parts.NewHead(e.tabs), nil, nil, nil, e.cards)
	return e
}

func (e *evidence) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyLeft, fyne.KeyEscape:
		e.p.Focus()
		return true
	case fyne.KeyDelete: // it would be meant for the queue
		return true
	}
	return e.p.s.Key != nil && e.p.s.Key(k)
}

// enter gives the keyboard to the passages.
func (e *evidence) enter() {
	if len(e.pieces) == 0 {
		return
	}
	e.p.s.Window.Canvas().Focus(e.cards)
	if e.cards.Selected() < 0 {
		e.cards.Step(1)
	}
}

// show reads the evidence for a row.
func (e *evidence) show(r row) {
	book := e.p.s.Book
	e.p.s.Work.Latest("review evidence", func(ctx context.Context) (func(), error) {
		pieces, err := e.read(ctx, texts{book: book, known: map[notes.ID]source{}}, r)
		return func() {
			e.pieces = pieces
			e.cards.SetSelected(-1)
			e.cards.Refresh()
			e.cards.ScrollTo(0)
		}, err
	}, e.p.s.Fail)
}

func (e *evidence) read(ctx context.Context, t texts, r row) ([]piece, error) {
	switch {
	case r.name.Key != "":
		return e.ofName(ctx, t, r.name, mostPassages)
	case r.event.Key != "":
		return e.ofEvent(ctx, t, r.event)
	case r.unclear.Article != 0:
		return e.ofUnclear(ctx, t, r)
	case r.alike.A.ID != 0:
		return e.ofAlike(ctx, t, r.alike)
	case r.likely.Known.ID != 0:
		return e.ofLikely(ctx, t, r.likely)
	}
	return nil, nil
}

// ofName are the first passages that have a suggested name.
func (e *evidence) ofName(ctx context.Context, t texts, name notes.SuggestedName, most int) ([]piece, error) {
	places, err := t.book.PlacesOf(ctx, name.Key, name.Kind, most)
	if err != nil {
		return nil, err
	}
	var pieces []piece
	for _, place := range places {
		one, err := e.passage(ctx, t, place.Article, place.Range)
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, one)
	}
	return pieces, nil
}

// passage is a place of an article with what stands around it.
func (e *evidence) passage(ctx context.Context, t texts, article notes.ID, at text.Range) (piece, error) {
	from, err := t.of(ctx, article)
	if err != nil {
		return piece{}, err
	}
	return piece{
		words: from.around(at),
		where: from.where() + lang.X("entity.paragraph", " · ¶{{.N}}", map[string]any{"N": from.text.ParagraphAt(at.Start)}),
		open:  func() { e.p.s.Open(session.Place{Item: article, Kind: notes.KindArticle, At: at}) },
	}, nil
}

func (e *evidence) ofEvent(ctx context.Context, t texts, event notes.SuggestedEvent) ([]piece, error) {
	var pieces []piece
	for _, at := range append([]text.Range{event.Range}, event.Also...) {
		one, err := e.passage(ctx, t, event.Article, at)
		if err != nil {
			return nil, err
		}
		one.words.before, one.words.words, one.words.after = one.words.before+one.words.words+one.words.after, "", ""
		pieces = append(pieces, one)
	}
	from, err := t.of(ctx, event.Article)
	if err != nil {
		return nil, err
	}
	if event.DateAt.Len() > 0 {
		at := event.DateAt
		pieces = append(pieces, piece{
			head: lang.X("review.dateFrom", "The date comes from"), words: quoted{words: from.text.Slice(at)},
			open: func() { e.p.s.Open(session.Place{Item: event.Article, Kind: notes.KindArticle, At: at}) },
		})
	}
	mentions, _, err := t.book.Mentions(ctx, notes.MentionFilter{Article: event.Article})
	if err != nil {
		return nil, err
	}
	for _, part := range event.TookPart() {
		said := lang.X("review.unknownPart", "not in the archive yet; takes part once accepted")
		known := slices.ContainsFunc(mentions, func(m notes.Mention) bool { return m.Overlaps(part.Range) })
		if known || part.Entity != 0 {
			said = lang.X("review.knownPart", "in the archive")
		}
		at := part.Range
		pieces = append(pieces, piece{head: part.Name, said: joined(part.Role, said), open: func() {
			e.p.s.Open(session.Place{Item: event.Article, Kind: notes.KindArticle, At: at})
		}})
	}
	return pieces, nil
}

// ofUnclear shows the words in their place, who else is named there, and for
// each candidate what is known and with whom of them it is named elsewhere; then
// the other places, of which the same answer is given.
func (e *evidence) ofUnclear(ctx context.Context, t texts, r row) ([]piece, error) {
	named, err := namedIn(ctx, t.book, r.unclear.Article)
	if err != nil {
		return nil, err
	}
	first, err := e.company(ctx, t, r.unclear.Article, r.unclear.Range, 0)
	if err != nil {
		return nil, err
	}
	if n := len(r.others) + 1; n > 1 {
		first.head = lang.X("review.onceForAll", "One answer holds for all {{.N}} places of this article; the others are shown below.", map[string]any{"N": n})
	}
	pieces := []piece{first}
	for i, one := range r.candidates {
		company, err := t.book.SeenWith(ctx, one.ID, mostNeighbour)
		if err != nil {
			return nil, err
		}
		var shared []notes.Item
		for _, other := range company {
			if slices.ContainsFunc(named, func(n notes.Item) bool { return n.ID == other.ID }) {
				shared = append(shared, other.Item)
			}
		}
		said := joined(session.KindName(one.Kind), session.Known(one), mentionsOf(one))
		if len(shared) > 0 {
			said += "\n" + lang.X("review.shared", "Elsewhere named with {{.Names}}", map[string]any{"Names": titles(shared)})
		}
		item := one.Item
		pieces = append(pieces, piece{
			head: string(rune('1'+i)) + "  " + one.Title, said: said, open: func() { e.p.s.OpenItem(item, text.Range{}) },
		})
	}
	for _, at := range r.others {
		other, err := e.passage(ctx, t, r.unclear.Article, at)
		if err != nil {
			return nil, err
		}
		pieces = append(pieces, other)
	}
	return pieces, nil
}

// company is a passage with who else is named in its article.
func (e *evidence) company(ctx context.Context, t texts, article notes.ID, at text.Range, but notes.ID) (piece, error) {
	one, err := e.passage(ctx, t, article, at)
	if err != nil {
		return one, err
	}
	named, err := namedIn(ctx, t.book, article)
	if err != nil {
		return one, err
	}
	named = slices.DeleteFunc(named, func(item notes.Item) bool { return item.ID == but })
	if len(named) > 0 {
		one.said = lang.X("review.alsoNamed", "Named there, too: {{.Names}}", map[string]any{"Names": titles(named)})
	}
	return one, nil
}

// namedIn are the entities that an article names, each once.
func namedIn(ctx context.Context, book *notes.Notebook, article notes.ID) ([]notes.Item, error) {
	mentions, _, err := book.Mentions(ctx, notes.MentionFilter{Article: article})
	if err != nil {
		return nil, err
	}
	var named []notes.Item
	seen := map[notes.ID]bool{}
	for _, mention := range mentions {
		if seen[mention.Entity] {
			continue
		}
		seen[mention.Entity] = true
		item, err := book.Item(ctx, mention.Entity)
		if err != nil {
			return nil, err
		}
		named = append(named, item)
	}
	return named, nil
}

// mostTitles is how many names stand in one sentence.
const mostTitles = 8

func titles(items []notes.Item) string {
	var said []string
	for _, item := range items {
		said = append(said, item.Title)
	}
	if len(said) > mostTitles {
		said = append(said[:mostTitles], "…")
	}
	return strings.Join(said, ", ")
}
