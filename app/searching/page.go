// Package searching is the page on which the whole archive is searched: what is
// typed, what was found, by kind, and where in the text it stands. It opens
// what is chosen; the only thing that it keeps is a search that it is told to.
package searching

import (
	"context"
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
	"cuttings/app/sheet"
	"cuttings/notes"
	"cuttings/notes/text"
)

// typingDelay is how long after a key stroke the search begins.
const typingDelay = 120 * time.Millisecond

// Page is the search page.
type Page struct {
	s      *session.Session
	object fyne.CanvasObject
	field  *parts.Field
	chips  *fyne.Container
	cards  *parts.Cards

	place session.Place
	kind  notes.Kind // that the results are narrowed to; "": all
	asked string     // the query of the results that are shown or on their way
	known answer
	rows  []row
	more  bool // further results are on their way
}

// New makes an empty search page.
func New(s *session.Session) *Page {
	p := &Page{s: s}
	p.field = parts.NewField(lang.X("search.placeholder", "Search all words of the archive"))
	p.field.OnChanged = p.typed
	p.field.OnKey = p.fieldKey
	p.chips = parts.NewFlow(8)
	p.cards = parts.NewCards()
	p.cards.Lines = false
	p.cards.Label = lang.X("search.results", "What was found")
	p.cards.Length = func() int { return len(p.rows) }
	p.cards.Create = func() fyne.CanvasObject { return newCard() }
	p.cards.Bind = p.bind
	p.cards.Selectable = func(i int) bool { return p.rows[i].head == "" }
	p.cards.OnActivated = func(i int) { p.choose(p.rows[i]) }
	p.cards.OnKey = p.cardsKey
	p.cards.Empty = askWords()
	save := parts.NewKeyButton(lang.X("search.save", "Save this search"), "Ctrl+S", parts.Quiet, p.save)
	bar := container.NewBorder(nil, nil, nil, save, p.field)
	top := parts.NewColumn(10, bar, p.chips)
	p.object = container.New(measured{}, container.NewBorder(parts.NewInset(look.PanePadding, 0, 10, 0, top), nil, nil, nil, p.cards))
	return p
}

func askWords() string {
	return lang.X("search.ask", "Type words to search articles, notes, highlights, people and events. “Words in quotation marks” stand together, OR allows either, a minus leaves a word out. Ctrl+S keeps a search.")
}

// Object is the page.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Inspector is nothing: results take the room.
func (p *Page) Inspector() fyne.CanvasObject { return nil }

// Show searches for the place's query.
func (p *Page) Show(place session.Place) {
	p.place = place
	switch {
	case p.field.Text != place.Query:
		p.kind = ""
		p.setQuery(place.Query)
	case p.known.query != p.query():
		p.ask(0)
	}
	p.Focus()
}

// Changed searches again, since any change can be about what is found.
func (p *Page) Changed(notes.Change) { p.ask(0) }

// Leave ends a search under way.
func (p *Page) Leave() {
	p.s.Work.Cancel("search")
	p.s.Work.Cancel("search more")
	p.more = false
	p.asked = p.known.query
}

// Focus gives the keyboard to the field.
func (p *Page) Focus() { p.s.Window.Canvas().Focus(p.field) }

// Status says how much was found.
func (p *Page) Status() string {
	if p.known.query == "" {
		return ""
	}
	return lang.X("search.total", "{{.N}} found", map[string]any{"N": number(p.known.total())})
}

// Commands offers to keep the search.
func (p *Page) Commands() []session.Command {
	return []session.Command{{
		Name:     lang.X("search.save", "Save this search"),
		Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault},
		Do:       p.save,
	}}
}

func (p *Page) typed(string) {
	if p.query() != p.asked {
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

// ask searches for what is typed, after a delay in which more may be typed.
func (p *Page) ask(delay time.Duration) {
	query, kind := p.query(), p.kind
	top := query != p.known.query || kind != p.known.kind
	p.asked = query
	p.s.Work.Cancel("search more")
	p.more = false
	p.s.Work.After(delay, "search", func(ctx context.Context) (func(), error) {
		known, err := search(ctx, p.s.Book, query, kind)
		return func() { p.show(known, top) }, err
	}, p.s.Fail)
}

func (p *Page) show(known answer, top bool) {
	p.known = known
	p.cards.Empty = askWords()
	if known.query != "" {
		p.cards.Empty = emptyWords(known)
	}
	p.setChips()
	p.rows = known.rows()
	selected := p.cards.Selected()
	if top || selected >= len(p.rows) {
		p.cards.SetSelected(-1)
	}
	p.cards.Refresh()
	if top {
		p.cards.ScrollTo(0)
	}
}

func emptyWords(known answer) string {
	if len(known.without) > 0 {
		return lang.X("search.drop", "Nothing has all these words. Leave one out, above.")
	}
	return lang.X("search.none", "Nothing was found. Try fewer words, or the beginning of one followed by a star: polic*")
}

// setChips shows the kinds that were found, or, if nothing was, the words
// without which something is.
func (p *Page) setChips() {
	var chips []fyne.CanvasObject
	add := func(kind notes.Kind, words string) {
		chip := parts.NewChip(words, func() { p.narrow(kind) })
		if kind == p.kind && kind != "" {
			chip.OnRemove = func() { p.narrow("") }
		}
		chips = append(chips, chip)
	}
	for _, without := range p.known.without {
		chips = append(chips, parts.NewChipAside(
			lang.X("search.without", "without “{{.Word}}”", map[string]any{"Word": without.word}), " "+number(without.total),
			func() { p.setQuery(without.query) }))
	}
	if p.known.kinds() > 1 {
		for _, group := range p.known.groups {
			if group.total > 0 && (p.kind == "" || p.kind == group.kind) {
				add(group.kind, groupName(group.kind)+" "+number(group.total))
			}
		}
	}
	p.chips.Objects = chips
	p.chips.Refresh()
	p.object.Refresh()
}

// narrow shows results of one kind only, or of all with "".
func (p *Page) narrow(kind notes.Kind) {
	if kind == p.kind {
		kind = ""
	}
	p.kind = kind
	p.ask(0)
}

func (p *Page) bind(i int, o fyne.CanvasObject) {
	o.(*card).set(p.rows[i])
	if i >= len(p.rows)-5 {
		p.readMore()
	}
}

// readMore reads what follows the last results, which are near the end of
// what is in sight.
func (p *Page) readMore() {
	last, ok := p.known.unread()
	if !ok || p.more || p.asked != p.known.query || p.kind != p.known.kind {
		return
	}
	p.more = true
	query := p.known.query
	p.s.Work.Latest("search more", func(ctx context.Context) (func(), error) {
		group, err := readGroup(ctx, p.s.Book, query, last.kind, len(last.results), pageSize)
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
	if r.found.Kind == notes.KindArticle {
		p.s.OpenItem(r.found.Item, r.found.At)
		return
	}
	p.s.OpenItem(r.found.Item, text.Range{})
}

// remember makes the query part of where the person was, so that the way back
// leads to these results.
func (p *Page) remember() {
	if query := p.query(); query != "" && query != p.place.Query {
		p.s.Open(session.Place{View: session.Search, Query: query})
	}
}

func (p *Page) fieldKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyPageDown:
		p.intoResults()
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.query() == p.known.query && len(p.rows) > 0 {
			p.remember()
			p.intoResults()
			return true
		}
		p.ask(0)
	case fyne.KeyEscape:
		p.field.SetText("")
	default:
		return false
	}
	return true
}

// intoResults gives the keyboard to the results.
func (p *Page) intoResults() {
	if len(p.rows) == 0 {
		return
	}
	p.s.Window.Canvas().Focus(p.cards)
	if p.cards.Selected() < 0 {
		p.cards.Step(1)
	}
}

func (p *Page) cardsKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyUp:
		first := p.cards.Selected() <= p.firstRow()
		if first {
			p.Focus()
		}
		return first
	case fyne.KeySlash, fyne.KeyEscape:
		p.Focus()
	default:
		return p.s.Key != nil && p.s.Key(e)
	}
	return true
}

// firstRow is the first row that can be selected.
func (p *Page) firstRow() int {
	for i, r := range p.rows {
		if r.head == "" {
			return i
		}
	}
	return 0
}

// save asks for a name and keeps the search under it.
func (p *Page) save() {
	query := p.query()
	if query == "" {
		p.s.Tell(lang.X("search.nothing", "Type what to search for, then save it."))
		return
	}
	name := parts.NewField(lang.X("search.name", "Name"))
	name.SetText(query)
	form := &sheet.Sheet{
		Title: lang.X("search.save", "Save this search"), Content: name, First: name,
		Confirm: lang.X("search.keep", "Save"),
	}
	name.OnKey = form.Key
	form.Answer = func() string {
		title := strings.TrimSpace(name.Text)
		if title == "" {
			return lang.X("search.nameless", "Give the search a name.")
		}
		p.s.DoThen(func(ctx context.Context) error {
			_, err := p.s.Book.SaveSearch(ctx, title, query)
			return err
		}, func() {
			p.s.Tell(lang.X("search.saved", "Saved in the sidebar: {{.Name}}", map[string]any{"Name": title}))
		})
		return ""
	}
	form.Show(p.s.Window)
}
