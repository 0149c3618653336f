// Package searching is the page on which the whole archive is searched: what is
// typed, what was found, by kind, and where in the text it stands. It opens
// what is chosen; the only thing that it keeps is a search that it is told to.
package searching

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/query"
	"cuttings/notes/text"
)

// typingDelay is how long after a key stroke the search begins.
const typingDelay = 120 * time.Millisecond

// longestQuery is how many letters the field takes: as many as can be drawn in one
// line, and less than what a query may have.
const longestQuery = 1000

// Page is the search page.
type Page struct {
	s      *session.Session
	object fyne.CanvasObject
	field  *parts.Field
	hints  *hints
	chips  *fyne.Container
	cards  *parts.Cards
	facets *facets
	area   *fyne.Container // the results, or what narrows them where the inspector is out of sight
	counts *facets         // the same counts, for there

	chipStops stops

	place session.Place
	kind  notes.Kind // that the results are narrowed to; "": all
	order notes.Order
	asked asked // that of which the results are shown or on their way
	known answer
	rows  []row

	kept      bool // the place's saved search was opened, and nothing was done since
	regrouped bool // a saved search was renamed or removed from the field, and nothing was typed since

	waiting bool // it is said that the answer is still to come
	more    bool // further results are on their way
	entered bool // the keyboard goes to the results as soon as they are there
	read    bool // the selected result was opened: on the way back the next one is wanted
}

// New makes an empty search page.
func New(s *session.Session) *Page {
	p := &Page{s: s}
	p.field = parts.NewField(lang.X("search.placeholder", "Search all words of the archive"))
	p.field.OnChanged, p.field.Longest = p.typed, longestQuery
	p.field.OnCut = func() {
		s.Tell(lang.X("search.long", "The search box takes {{.N}} letters. What was more was left out.", map[string]any{"N": number(longestQuery)}))
	}
	p.field.OnKey, p.field.TakesTab = p.fieldKey, true
	p.hints, p.facets, p.counts = newHints(p), newFacets(p), newFacets(p)
	p.facets.also = p.counts
	p.chips, p.chipStops.p = parts.NewFlow(8), p
	p.cards = parts.NewCards()
	p.cards.Lines = false
	p.cards.Label = lang.X("search.results", "What was found")
	p.cards.Length = func() int { return len(p.rows) }
	p.cards.Create = func() fyne.CanvasObject { return newCard() }
	p.cards.Bind = p.bind
	p.cards.Selectable = func(i int) bool { return p.rows[i].head == "" }
	p.cards.OnActivated, p.cards.TapActivates = func(i int) { p.choose(p.rows[i]) }, true
	p.cards.OnKey = p.cardsKey
	p.cards.Empty = askWords()
	save := parts.NewKeyButton(lang.X("search.save", "Save this search"), "Ctrl+S", parts.Quiet, p.thenType(p.save))
	p.area = container.NewStack(p.cards)
	bar := container.NewBorder(nil, nil, nil, save, p.field)
	top := parts.NewColumn(10, bar, p.hints.object, p.chips)
	p.object = container.New(measured{}, container.NewBorder(parts.NewInset(look.PanePadding, 0, 10, 0, top), nil, nil, nil, p.area))
	return p
}

func askWords() string {
	return lang.X("search.ask", "Type words to search articles, notes, highlights, people and events. “Words in quotation marks” stand together, OR allows either, a minus leaves a word out, near(a b, 5) finds words near each other. person:, event:, tag:, in:, source:, by:, after:, before:, has: and colour: ask for more than words. Ctrl+S keeps a search.")
}

// Object is the page.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Inspector is what the results can be narrowed to.
func (p *Page) Inspector() fyne.CanvasObject { return p.facets.object }

// Show searches for the place's query.
func (p *Page) Show(place session.Place) {
	p.place = place
	switch {
	case p.field.Text != place.Query:
		p.kind, p.order = "", ""
		p.setQuery(place.Query)
	case p.known.asked != p.now():
		p.ask(0)
	case !p.facets.of.countsLike(p.now()): // they were left while they were counted
		p.facets.count(p.now())
	}
	p.kept = place.Group != 0
	p.Focus()
}

// Changed searches again, since any change can be about what is found.
func (p *Page) Changed(notes.Change) { p.ask(0) }

// Leave ends a search under way.
func (p *Page) Leave() {
	for _, work := range []string{"search", "search more", "complete a query"} {
		p.s.Work.Cancel(work)
	}
	p.facets.stop()
	p.more = false
	if p.asked != p.known.asked || p.waiting {
		p.asked = p.known.asked
		p.display()
	}
}

// Focus gives the keyboard to the field.
func (p *Page) Focus() { p.s.Window.Canvas().Focus(p.field) }

// SelectAll gives the keyboard to the field with what stands in it selected, so
// that typing replaces it.
func (p *Page) SelectAll() {
	p.Focus()
	p.field.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// Type gives the keyboard to the field with a letter.
func (p *Page) Type(r rune) {
	p.Focus()
	p.field.TypedRune(r)
}

// thenType is for what is clicked beside the field: one goes on typing.
func (p *Page) thenType(do func()) func() {
	return func() {
		p.kept = false
		p.Focus()
		do()
	}
}

// Status says how much was found.
func (p *Page) Status() string {
	if p.waiting {
		return searchingWords()
	}
	if p.known.query == "" {
		return ""
	}
	return lang.X("search.total", "{{.N}} found", map[string]any{"N": number(p.known.total())})
}

// Commands offers to keep the search, to write its results, and to order them
// otherwise.
func (p *Page) Commands() []session.Command {
	return []session.Command{
		{
			Name:     lang.X("search.save", "Save this search"),
			Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault},
			Do:       p.save,
		},
		{
			Name:     lang.X("search.export", "Export these results"),
			Also:     session.SaveWord(),
			Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
			Do:       p.export,
		},
		{
			Name:     lang.X("search.reorder", "Order results otherwise"),
			Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyO, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
			Do:       p.reorder,
		},
		{
			Name: lang.X("search.intoFacets", "Go to what narrows the results; Enter takes it"),
			Keys: "Right",
			Do:   func() { p.intoFacets() },
		},
		{
			Name: lang.X("search.intoChips", "Go to the kinds and proposals above the results; Enter takes one"),
			Keys: "Left",
			Do:   func() { p.intoChips() },
		},
	}
}

// reorder goes on to the next order.
func (p *Page) reorder() {
	p.order = orders[(slices.Index(orders, p.order)+1)%len(orders)]
	p.ask(0)
}

func (p *Page) typed(string) {
	p.s.Work.Press()
	p.entered, p.kept, p.regrouped = false, false, false
	if p.query() == "" {
		p.kind = ""
	}
	p.hints.complete()
	if p.now() != p.asked {
		p.ask(typingDelay)
	}
}

// setQuery puts a query into the field, the caret behind it; the field's
// OnChanged searches.
func (p *Page) setQuery(query string) {
	p.field.SetText(query)
	p.field.CursorColumn = utf8.RuneCountInString(query)
	p.field.Refresh()
}

func (p *Page) query() string { return strings.TrimSpace(p.field.Text) }

// now is what is asked for.
func (p *Page) now() asked { return asked{p.query(), p.kind, p.order} }

// ask searches for what is typed, after a delay in which more may be typed. What it
// means is said at once.
func (p *Page) ask(delay time.Duration) {
	now := p.now()
	top := now != p.known.asked
	p.asked = now
	p.s.Work.Cancel("search more")
	p.more = false
	if now.query != p.known.query {
		p.hints.say(answer{asked: now, understood: query.Parse(now.query)})
	} else {
		p.hints.say(p.known)
	}
	p.waitFor(delay, now, top)
	p.s.Work.After(delay, "search", func(ctx context.Context) (func(), error) {
		known, err := search(ctx, p.s.Book, now)
		return func() { p.show(known, top) }, err
	}, func(err error) {
		p.entered = false
		if top {
			p.known = answer{} // it is no answer to this
		}
		p.display()
		p.s.Loaded()
		p.s.Fail(err)
	})
	p.facets.count(now)
}

func (p *Page) show(known answer, top bool) {
	p.known = known
	if top {
		p.cards.SetSelected(-1)
	}
	p.display()
	if top {
		p.cards.ScrollTo(0)
	}
	if p.entered {
		p.enter()
	}
	p.s.Loaded() // how much was found
}

// display shows what is known, in the place of words that it is still to come.
func (p *Page) display() {
	p.s.Work.Cancel("searching")
	p.waiting = false
	p.cards.Empty = askWords()
	if p.known.query != "" {
		p.cards.Empty = emptyWords(p.known)
	}
	p.hints.say(p.known)
	p.rows = p.known.rows()
	p.setChips()
	if p.cards.Selected() >= len(p.rows) {
		p.cards.SetSelected(-1)
	}
	p.cards.Refresh()
}

func (p *Page) bind(i int, o fyne.CanvasObject) {
	r := p.rows[i]
	o.(*card).set(r, r.head == "" && r.all == "" && p.isBeside(r.found.Result))
	if i >= len(p.rows)-5 {
		p.readMore()
	}
}

// readMore reads what follows the last results, which are near the end of
// what is in sight.
func (p *Page) readMore() {
	last, ok := p.known.unread()
	if !ok || p.more || p.asked != p.known.asked {
		return
	}
	p.more = true
	asked := p.known.asked
	p.s.Work.Latest("search more", func(ctx context.Context) (func(), error) {
		group, _, err := readGroup(ctx, p.s.Book, asked, last.kind, len(last.results), pageSize)
		return func() {
			p.more = false
			p.known.append(group)
			p.rows = p.known.rows()
			p.cards.Refresh()
		}, err
	}, func(err error) {
		p.more = false
		p.s.Fail(err)
	})
}

// choose opens a result at the place found.
func (p *Page) choose(r row) {
	if r.all != "" {
		p.narrow(r.all)
		return
	}
	if r.head != "" {
		return
	}
	p.remember()
	p.read = true
	switch r.found.Kind {
	case notes.KindArticle:
		p.s.Open(session.Place{Item: r.found.ID, Kind: notes.KindArticle, At: r.found.At, Words: p.known.query})
	case notes.KindHighlight:
		p.s.Open(session.Place{Item: r.found.Article, Kind: notes.KindArticle, Mark: r.found.ID, Words: p.known.query})
	case notes.KindNote:
		p.s.Open(session.Place{Item: r.found.ID, Kind: notes.KindNote, Words: p.known.query})
	default:
		p.s.OpenItem(r.found.Item, text.Range{})
	}
}

// remember makes the query part of where the person was, so that the way back
// leads to these results.
func (p *Page) remember() {
	if query := p.query(); query != "" && query != p.place.Query {
		p.s.Open(session.Place{View: session.Search, Query: query})
	}
}
