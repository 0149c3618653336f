// Package list is the pane between the sidebar and the page: the articles,
// notes, people or whatever else the chosen view holds, as cards, read page by
// page as they come into sight.
package list

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// filterDelay is how long after a key stroke the filter is applied.
const filterDelay = 60 * time.Millisecond

// Pane is the list.
type Pane struct {
	s      *session.Session
	object fyne.CanvasObject
	field  *parts.Field
	above  *fyne.Container // the field, or what sifts highlights
	plain  fyne.CanvasObject
	marks  *highlights
	cards  *parts.Cards
	place  session.Place
	filter string
	keyed  session.Pending // what was pressed before the list is that of the filter
	total  int
	pages  map[int][]entry
	asked  map[int]bool
	age    int // grows when pages are read anew, so that late ones are dropped
	chosen notes.ID
}

// New makes an empty list.
func New(s *session.Session) *Pane {
	p := &Pane{s: s}
	p.forget()
	p.field = parts.NewField(lang.X("list.filter", "Filter this list"), "/")
	p.field.OnChanged = p.filtered
	p.field.OnKey = p.fieldKey
	p.cards = parts.NewCards()
	p.cards.Label = lang.X("list.label", "List")
	p.cards.Estimate = 102
	p.cards.Length = func() int { return p.total }
	p.cards.Create = func() fyne.CanvasObject { return newCard() }
	p.cards.Bind = func(i int, o fyne.CanvasObject) { p.bind(i, o.(*card)) }
	p.cards.OnSelected = p.selected
	p.cards.OnActivated = p.selected
	p.cards.OnKey = p.cardsKey
	p.cards.OnRune = p.cardsRune
	p.plain = parts.NewUnderlined(container.New(barLayout{}, p.field))
	p.above = container.NewStack(p.plain)
	p.marks = newHighlights(p)
	p.object = container.NewStack(parts.NewFill(look.Page, 0),
		container.NewBorder(p.above, p.marks.bulk, nil, nil, p.cards))
	return p
}

// Object is the pane as it is put into the window.
func (p *Pane) Object() fyne.CanvasObject { return p.object }

// Show lists what a place holds and marks the item that is open.
func (p *Pane) Show(place session.Place) {
	same := p.place.View == place.View && p.place.Group == place.Group
	p.place, p.chosen = place, place.Item
	if same && len(p.pages) > 0 {
		p.mark()
		return
	}
	p.filter = ""
	p.keyed.Drop()
	p.field.SetText("")
	p.above.Objects = []fyne.CanvasObject{p.plain}
	if place.View == session.Highlights {
		p.above.Objects = []fyne.CanvasObject{p.marks.head}
	}
	p.marks.enter(place.View == session.Highlights)
	p.object.Refresh()
	p.reload(true)
}

// Changed reads the list again, since almost any change can show in it.
func (p *Pane) Changed(notes.Change) { p.reload(false) }

func (p *Pane) forget() {
	p.pages, p.asked = map[int][]entry{}, map[int]bool{}
	p.age++
}

// reload reads the list anew: from its top, or what is in sight.
func (p *Pane) reload(top bool) {
	if session.KindOf(p.place.View) == "" && !session.ListsArticles(p.place.View) && p.place.View != session.Trash {
		return
	}
	first := 0
	if selected := p.cards.Selected(); !top && selected > 0 {
		first = selected / pageSize
	}
	place, ask := p.place, p.question()
	p.s.Work.Latest("list", func(ctx context.Context) (func(), error) {
		entries, total, err := ask(ctx, first*pageSize)
		return func() {
			p.forget()
			p.total = total
			p.pages[first], p.asked[first] = entries, true
			p.cards.Empty = emptyWords(place, p.filter != "" || place.View == session.Highlights && !p.marks.sift.Wanted().Any())
			if place.View == session.Highlights && p.marks.orders.Chosen() == waitingTab {
				p.cards.Empty = lang.X("list.noneWaiting", "No highlight waits to be placed. When an article is captured again, those whose words are gone are listed here.")
			}
			p.cards.Refresh()
			if top {
				p.cards.ScrollTo(0)
			}
			p.mark()
			p.keyed.Answered()
		}, err
	}, func(err error) {
		p.keyed.Drop()
		p.s.Fail(err)
	})
}

// entry gives the entry of a row; one that was not read yet is empty and is
// shown when its page has come.
func (p *Pane) entry(i int) entry {
	page := i / pageSize
	if entries, ok := p.pages[page]; ok {
		if i%pageSize < len(entries) {
			return entries[i%pageSize]
		}
		return entry{}
	}
	p.ask(page)
	return entry{}
}

func (p *Pane) bind(i int, c *card) {
	e := p.entry(i)
	c.set(e)
	if e.quote && p.place.View == session.Highlights {
		c.offer(p.marks.picked[e.item.ID], func() { p.marks.pick(e.item.ID) })
	} else {
		c.offer(false, nil)
	}
}

func (p *Pane) ask(page int) {
	if p.asked[page] {
		return
	}
	p.asked[page] = true
	ask, age := p.question(), p.age
	go func() {
		entries, _, err := ask(context.Background(), page*pageSize)
		p.s.Work.Show(func() {
			if age != p.age {
				return
			}
			p.s.Fail(err)
			p.pages[page] = entries
			p.cards.Refresh()
		})
	}()
}

// question returns what reads a page of the list as it is asked for now.
func (p *Pane) question() func(ctx context.Context, offset int) ([]entry, int, error) {
	book, place, filter := p.s.Book, p.place, p.filter
	if place.View == session.Highlights {
		wanted := p.marks.wanted()
		return func(ctx context.Context, offset int) ([]entry, int, error) {
			wanted.Offset, wanted.Limit = offset, pageSize
			return readHighlights(ctx, book, wanted)
		}
	}
	return func(ctx context.Context, offset int) ([]entry, int, error) {
		return read(ctx, book, place, filter, offset)
	}
}

// mark selects the card of the open item, if it was read.
func (p *Pane) mark() {
	for page, entries := range p.pages {
		for i, e := range entries {
			if e.item.ID == p.chosen || e.quote && e.item.ID == p.place.Mark {
				p.cards.SetSelected(page*pageSize + i)
				return
			}
		}
	}
	p.cards.SetSelected(-1)
}

func (p *Pane) selected(i int) {
	e := p.entry(i)
	if e.item.ID == 0 || p.place.View == session.Trash {
		p.s.Tell(lang.X("list.intrash", "This is in the trash. Ctrl+R restores it."))
		p.chosen = e.item.ID
		return
	}
	place := p.place
	place.Item, place.Kind, place.Mark = e.item.ID, e.item.Kind, 0
	place.At, place.Capture, place.Compare = text.Range{}, 0, false
	if e.article != 0 {
		place.Item, place.Kind, place.Mark = e.article, notes.KindArticle, e.item.ID
	}
	p.s.Open(place)
}

// Selected is the item of the selected card; zero if none is.
func (p *Pane) Selected() notes.Item {
	if i := p.cards.Selected(); i >= 0 {
		return p.entry(i).item
	}
	return notes.Item{}
}

// Len is how many entries the list has, read or not.
func (p *Pane) Len() int { return p.total }

// Step opens the next or the previous item.
func (p *Pane) Step(by int) { p.cards.Step(by) }

// Focus gives the keyboard to the cards, Filter to the field above.
func (p *Pane) Focus() { p.s.Window.Canvas().Focus(p.cards) }

// Focused reports whether the list has the keyboard.
func (p *Pane) Focused() bool {
	focused := p.s.Window.Canvas().Focused()
	return focused == fyne.Focusable(p.cards) || focused == fyne.Focusable(p.field) || focused == fyne.Focusable(p.marks.sift.Field)
}

// Filter gives the keyboard to the field above the cards.
func (p *Pane) Filter() {
	if p.place.View == session.Highlights {
		p.s.Window.Canvas().Focus(p.marks.sift.Field)
		return
	}
	p.s.Window.Canvas().Focus(p.field)
}

func (p *Pane) filtered(words string) {
	if words == p.filter {
		return
	}
	p.filter = words
	p.sift()
}

// sift reads the list anew for what is typed; keys that are pressed meanwhile wait.
func (p *Pane) sift() {
	p.keyed.Drop()
	p.keyed.Ask()
	p.s.Work.Cancel("list") // it reads what was wanted before
	p.s.Work.After(filterDelay, "filter", func(context.Context) (func(), error) {
		return func() { p.reload(true) }, nil
	}, p.s.Fail)
}

func (p *Pane) fieldKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		p.field.SetText("")
		p.Focus()
	case fyne.KeyDown:
		p.keyed.Then(p.enter)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.keyed.Then(func() {
			if p.total > 0 {
				p.Focus()
				p.Step(1)
			}
		})
	default:
		return false
	}
	return true
}

// enter gives the keyboard to the cards, of which one is selected.
func (p *Pane) enter() {
	if p.total == 0 {
		return
	}
	p.Focus()
	if p.cards.Selected() < 0 {
		p.Step(1)
	}
}

func (p *Pane) cardsKey(e *fyne.KeyEvent) bool {
	if p.place.View == session.Highlights && p.marks.key(e) {
		return true
	}
	switch e.Name {
	case fyne.KeySlash:
		p.Filter()
	case fyne.KeyDelete:
		p.remove()
	default:
		return p.s.Key(e)
	}
	return true
}

// cardsRune offers the window what is typed, except where letters pick among
// highlights.
func (p *Pane) cardsRune(r rune) bool { return p.place.View != session.Highlights && p.s.Rune(r) }

// remove moves the selected item to the trash.
func (p *Pane) remove() {
	if p.place.View == session.Highlights && len(p.marks.picked) > 0 {
		p.marks.trash()
		return
	}
	item := p.Selected()
	if item.ID == 0 || p.place.View == session.Trash {
		return
	}
	p.s.DoThen(func(ctx context.Context) error { return p.s.Book.Delete(ctx, item.ID) }, func() {
		p.s.Tell(lang.X("status.trashed", "Moved to the trash. Ctrl+Z brings it back."))
	})
}

// barLayout centres the field in a bar of the window's bar height.
type barLayout struct{}

func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(80, look.BarHeight-look.LineWidth)
}

func (barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width-2*look.CardPaddingX, look.FieldHeight))
	objects[0].Move(fyne.NewPos(look.CardPaddingX, (size.Height-look.FieldHeight)/2))
}
