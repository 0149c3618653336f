// Package entity is the page of a person, an organisation, a place or an event:
// what is known, what happened, and every passage that names it. It also asks
// for what is to be known of a new one.
package entity

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/linked"
	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// mostPassages is how many passages are read at once; the rest at the end of
// the list on request.
const mostPassages = 60

// nameLines is how many lines the name over the page has at most.
const nameLines = 3

// passageSize is about how many bytes of a text stand around a mention.
const passageSize = 180

// Page is the page of an entity.
type Page struct {
	s         *session.Session
	scroll    *parts.Scroll
	inspector *inspector
	id        notes.ID
	entity    notes.Entity
	names     map[notes.ID]string // of what the entity refers to
	shown     known
	limit     int
}

// known is all that the page shows.
type known struct {
	entity      notes.Entity
	names       map[notes.ID]string
	items       map[notes.ID]notes.Item
	description []linked.Piece
	events      []notes.Entity
	accounts    []account
	told        map[notes.ID]notes.SourceCount // of the events
	passages    []passage
	mentions    int
	articles    int
	unclear     int  // articles with words that could mean it or another
	looking     bool // no mention is known yet, and articles wait to be looked through
}

// New makes the page, empty.
func New(s *session.Session) *Page {
	p := &Page{s: s, scroll: parts.NewScroll(parts.NewColumn(0))}
	p.inspector = newInspector(p)
	return p
}

// Object is the page as it is put into the window.
func (p *Page) Object() fyne.CanvasObject { return p.scroll }

// Inspector stands at the page's right.
func (p *Page) Inspector() fyne.CanvasObject { return p.inspector.pane.Object() }

// Focus gives the keyboard to the page.
func (p *Page) Focus() { p.s.Window.Canvas().Unfocus() }

// Show reads an entity and shows it.
func (p *Page) Show(place session.Place) {
	if place.Item == p.id {
		return
	}
	p.id, p.limit = place.Item, mostPassages
	p.inspector.forget()
	p.reload(true)
	p.inspector.show()
}

func (p *Page) reload(top bool) {
	id, limit := p.id, p.limit
	p.s.Work.Latest("entity", func(ctx context.Context) (func(), error) {
		k, err := readKnown(ctx, p.s.Book, id, limit)
		return func() {
			if p.id != id {
				return
			}
			p.entity, p.names, p.shown = k.entity, k.names, k
			offset := p.scroll.Offset()
			p.scroll.SetContent(p.draw(k))
			if !top {
				p.scroll.ScrollTo(offset)
			}
			p.s.Loaded()
		}, err
	}, p.s.Fail)
}

func readKnown(ctx context.Context, book *notes.Notebook, id notes.ID, limit int) (known, error) {
	k := known{names: map[notes.ID]string{}, items: map[notes.ID]notes.Item{}}
	var err error
	if k.entity, err = book.Entity(ctx, id); err != nil {
		return k, err
	}
	if k.description, err = linked.Read(ctx, book, k.entity.Description); err != nil {
		return k, err
	}
	if k.events, err = book.EventsWith(ctx, id); err != nil {
		return k, err
	}
	if k.accounts, err = readAccounts(ctx, book, k.entity); err != nil {
		return k, err
	}
	if len(k.events) > 0 {
		if k.told, err = book.SourceCounts(ctx); err != nil {
			return k, err
		}
	}
	refer := []notes.ID{}
	for _, event := range append([]notes.Entity{k.entity}, k.events...) {
		if event.Place != 0 {
			refer = append(refer, event.Place)
		}
		for _, participant := range event.Participants {
			refer = append(refer, participant.Entity)
		}
	}
	for _, other := range refer {
		item, err := book.Item(ctx, other)
		if err != nil && !errors.Is(err, notes.ErrNotFound) {
			return k, err
		}
		k.names[other], k.items[other] = item.Title, item
	}
	if k.unclear, err = unclearAbout(ctx, book, id); err != nil {
		return k, err
	}
	return k, k.readPassages(ctx, book, limit)
}

// unclearAbout counts the articles with words that could mean an entity or another.
func unclearAbout(ctx context.Context, book *notes.Notebook, id notes.ID) (int, error) {
	places, _, err := session.Unclear(ctx, book, 0)
	if err != nil {
		return 0, err
	}
	articles := map[notes.ID]bool{}
	for _, place := range places {
		if slices.Contains(place.Entities, id) {
			articles[place.Article] = true
		}
	}
	return len(articles), nil
}

// LikenessWords say why two entities may be one.
func LikenessWords(why notes.Likeness) string {
	switch why {
	case notes.LikeName:
		return lang.X("alike.name", "the same name")
	case notes.LikeOrder:
		return lang.X("alike.order", "words in another order")
	case notes.LikeSpelling:
		return lang.X("alike.spelling", "spelt nearly alike")
	case notes.LikeInitials:
		return lang.X("alike.initials", "initials or a name left out")
	case notes.LikeSurname:
		return lang.X("alike.surname", "surname alone")
	case notes.LikeEvent:
		return lang.X("alike.event", "time, people and words fit")
	}
	return string(why)
}

// Changed reads the page anew if the change can be about it.
func (p *Page) Changed(notes.Change) {
	if p.id != 0 {
		p.reload(false)
		p.inspector.show()
	}
}

// Leave forgets what is shown.
func (p *Page) Leave() { p.id = 0 }

// Status counts the mentions.
func (p *Page) Status() string {
	if p.shown.looking {
		return looking()
	}
	return lang.XN("list.mentions", "{{.N}} mentions", p.shown.mentions, map[string]any{"N": p.shown.mentions})
}

// Commands are those of an entity. Each merge that its history tells of can be taken
// back.
func (p *Page) Commands() []session.Command {
	commands := []session.Command{
		{Name: lang.X("command.editEntity", "Edit name, roles, dates…"), Keys: "E", Do: p.edit},
		{Name: lang.X("command.alias", "Add an alias…"), Do: p.addAlias},
		{Name: lang.X("command.noteAbout", "Write a note about it"), Do: p.noteAbout},
		{Name: lang.X("command.mergeWith", "Merge with…"), Keys: "M", Do: p.mergeWith},
		{Name: lang.X("command.split", "Split…"), Do: p.splitOff},
	}
	for _, one := range p.inspector.history {
		commands = append(commands, session.Command{
			Name: lang.X("command.partAgain", "Part again: {{.Name}}", map[string]any{"Name": one.other.Title}),
			Also: session.HistoryWord(), Do: func() { p.partAgain(one.Gone) },
		})
	}
	return commands
}

// HasHistory says whether other entities went into the one that is shown, or it into
// another.
func (p *Page) HasHistory() bool { return len(p.inspector.history) > 0 }

// ShowHistory lists them in the inspector.
func (p *Page) ShowHistory() { p.inspector.pane.Choose(tabHistory) }

// noteAbout writes a note that links here.
func (p *Page) noteAbout() {
	p.s.MakeNote(p.entity.Title, "[["+notes.LinkTo(p.entity.Item)+"]] ")
}

// draw lays out what is known.
func (p *Page) draw(k known) fyne.CanvasObject {
	e := k.entity
	kind := session.KindName(e.Kind)
	if e.InTrash() {
		kind += " · " + lang.X("entity.trash", "in the trash")
	}
	column := parts.NewColumn(0)
	add := func(gap float32, o fyne.CanvasObject) { column.Add(parts.NewInset(gap, 0, 0, 0, o)) }
	add(0, parts.NewParagraph(
		parts.Run{Words: kind, Colour: look.TextSecond},
		parts.Run{Words: "   "}, parts.Run{Words: lang.X("entity.editLink", "Edit"), Colour: look.Accent, Tapped: p.edit}))
	name := parts.NewParagraph(parts.Run{Words: e.Title, Font: look.SerifSemibold, Size: look.TitleSize})
	name.Left = true
	name.Spacing, name.MaxLines = look.TitleLine, nameLines
	add(2, name)
	add(10, p.aliasChips(e))
	if facts := p.facts(k); len(facts.Objects) > 0 {
		add(20, facts)
	}
	if strings.TrimSpace(e.Description) != "" {
		add(18, parts.NewParagraph(linked.Runs(k.description, func(item notes.Item) { p.s.OpenItem(item, text.Range{}) })...))
	}
	if len(k.events) > 0 {
		add(26, parts.NewParagraph(parts.Run{Words: lang.X("entity.timeline", "Timeline"), Font: look.Semibold}))
		add(8, p.timeline(k))
	}
	p.drawAccounts(k, add)
	p.drawPassages(k, add)
	return container.New(&middle{}, parts.NewInset(38, 0, 60, 0, column))
}
