package article

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/linked"
	"cuttings/app/look"
	"cuttings/app/marks"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/writing"
	"cuttings/notes"
)

// The tabs of the inspector, in order.
const (
	tabHighlights = iota
	tabNotes
	tabNames
	tabSuggested
	tabInfo
)

// inspector stands beside an article: its highlights with their comments, the
// notes about it, who and what it names, and what is known about it.
type inspector struct {
	p         *Page
	object    *fyne.Container
	tabs      *parts.Tabs
	head      *fyne.Container // the tabs with the room around them
	room      *fyne.Container
	cards     *parts.Cards
	writer    *writing.Comment
	written   string            // the highlight whose comment is open
	marks     fyne.CanvasObject // the highlights' tab
	sift      *marks.Sift
	sifting   *fyne.Container
	all       []markRow
	rows      []markRow // those of all that are wanted
	details   details
	chosen    string
	suggested *suggested
	tabRoom   float32 // how wide the tabs can be
	tabsShort bool    // which is too little for their long words
}

// markRow is a highlight as the inspector lists it.
type markRow struct {
	notes.Highlight
	paragraph int
	orphan    bool
	placement notes.Placement // of one that was made in another capture
	tags      []notes.Item
	comment   []linked.Piece
	tells     []telling
}

// details are what the other tabs show.
type details struct {
	reading     notes.Reading
	rows        []markRow
	notes       []notes.ItemRow
	names       []nameRow
	tags        []notes.Item
	collections []notes.Item
}

// nameRow is an entity that the article names.
type nameRow struct {
	notes.Item
	count int
	exact string // the words as written, the first time
	at    notes.Mention
}

func newInspector(p *Page) *inspector {
	i := &inspector{p: p}
	i.suggested = newSuggested(p)
	i.tabs = parts.NewTabs(i.turn, i.tabWords(0, 0, 0, 0)...)
	i.tabs.Wrap = true
	i.head = parts.NewHead(i.tabs)
	i.cards = parts.NewCards()
	i.cards.Label = lang.X("inspector.highlights", "Highlights")
	i.cards.Empty = lang.X("inspector.noHighlights", "Select words in the article and press 1 to 5 to keep them here.")
	i.cards.Ground = look.AccentBehind
	i.cards.Estimate = 96
	i.cards.Length = func() int { return len(i.rows) }
	i.cards.Create = func() fyne.CanvasObject { return newMarkCard() }
	i.cards.Bind = func(n int, o fyne.CanvasObject) { i.bind(o.(*markCard), i.rows[n]) }
	i.cards.OnSelected = i.selected
	i.cards.OnActivated = func(n int) {
		if i.rows[n].orphan {
			i.p.placeByHand(i.rows[n].ID.String())
			return
		}
		i.write(i.rows[n].ID.String())
	}
	i.cards.OnKey = i.key
	i.writer = writing.NewComment(p.s)
	i.sift = marks.NewSift(lang.X("inspector.sift", "Filter the highlights"))
	i.sift.OnChanged = func(marks.Wanted) { i.list() }
	i.sift.Field.OnKey = i.siftKey
	i.sifting = i.sift.Padded()
	i.sifting.Hide()
	i.marks = container.NewBorder(i.sifting, i.writer.Object(), nil, nil, i.cards)
	i.room = container.NewStack(i.marks)
	i.object = container.New(headed{i}, i.head, i.room)
	return i
}

// show reads in the background what the tabs need and shows it.
func (i *inspector) show(reading notes.Reading) {
	i.suggested.read(reading)
	book := i.p.s.Book
	i.p.s.Work.Latest("article details", func(ctx context.Context) (func(), error) {
		d, err := readDetails(ctx, book, reading)
		return func() {
			if i.p.id != reading.Article.ID {
				return
			}
			i.details, i.all = d, d.rows
			i.nameTabs()
			i.sift.Offer(tagsOf(d.rows))
			if len(d.rows) >= siftFrom {
				i.sifting.Show()
			} else if i.sift.Wanted().Any() {
				i.sifting.Hide()
			}
			i.list()
			i.turn(i.tabs.Chosen())
		}, err
	}, i.p.s.Fail)
}

func readDetails(ctx context.Context, book *notes.Notebook, reading notes.Reading) (details, error) {
	d := details{reading: reading}
	id := reading.Article.ID
	tells, err := readTellings(ctx, book, id)
	if err != nil {
		return d, err
	}
	for n, highlight := range append(append([]notes.Highlight(nil), reading.Highlights...), reading.Orphans...) {
		comment, err := linked.Read(ctx, book, highlight.Comment)
		if err != nil {
			return d, err
		}
		d.rows = append(d.rows, markRow{
			Highlight: highlight, paragraph: reading.Text.ParagraphAt(highlight.Start), orphan: n >= len(reading.Highlights),
			placement: reading.Placements[highlight.ID], tags: reading.Tags[highlight.ID], comment: comment, tells: tells[highlight.ID],
		})
	}
	if d.notes, err = notesAbout(ctx, book, reading); err != nil {
		return d, err
	}
	if d.names, err = namedIn(ctx, book, reading); err != nil {
		return d, err
	}
	d.tags, err = book.TagsOf(ctx, id)
	collections, err2 := book.CollectionsOf(ctx, id)
	d.collections = collections
	return d, errors.Join(err, err2)
}

// notesAbout returns the notes that link to an article or to one of its
// highlights.
func notesAbout(ctx context.Context, book *notes.Notebook, reading notes.Reading) ([]notes.ItemRow, error) {
	targets := []notes.ID{reading.Article.ID}
	for _, highlight := range reading.Highlights {
		targets = append(targets, highlight.ID)
	}
	var ids []notes.ID
	seen := map[notes.ID]bool{}
	for _, target := range targets {
		links, err := book.LinksTo(ctx, target)
		if err != nil {
			return nil, fmt.Errorf("read the links to %s: %w", target, err)
		}
		for _, link := range links {
			if link.FromKind == notes.KindNote && !seen[link.From] {
				seen[link.From] = true
				ids = append(ids, link.From)
			}
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	rows, _, err := book.Items(ctx, notes.ItemFilter{IDs: ids})
	return rows, err
}

// namedIn gathers the mentions by entity, in the order of the text.
func namedIn(ctx context.Context, book *notes.Notebook, reading notes.Reading) ([]nameRow, error) {
	var rows []nameRow
	place := map[notes.ID]int{}
	for _, mention := range reading.Mentions {
		if n, ok := place[mention.Entity]; ok {
			rows[n].count++
			continue
		}
		item, err := book.Item(ctx, mention.Entity)
		if err != nil {
			return nil, fmt.Errorf("read entity %s: %w", mention.Entity, err)
		}
		place[mention.Entity] = len(rows)
		rows = append(rows, nameRow{Item: item, count: 1, exact: mention.Exact, at: mention})
	}
	return rows, nil
}

// turn shows a tab.
func (i *inspector) turn(tab int) {
	i.save()
	var content fyne.CanvasObject
	switch tab {
	case tabNotes:
		content = i.notesTab()
	case tabNames:
		content = i.namesTab()
	case tabSuggested:
		content = i.suggested.object
	case tabInfo:
		content = i.infoTab()
	default:
		content = i.marks
	}
	i.suggested.turned(tab == tabSuggested)
	i.room.Objects = []fyne.CanvasObject{content}
	i.room.Refresh()
}

// selected brings the passage of a card into sight.
func (i *inspector) selected(n int) {
	row := i.rows[n]
	i.chosen = row.ID.String()
	if row.orphan {
		return
	}
	i.p.page.Choose(i.chosen)
	i.p.page.ScrollTo(row.Start)
}

// choose marks the card of a highlight; "" marks none.
func (i *inspector) choose(mark string) {
	if i.written != mark {
		i.save()
	}
	i.chosen = mark
	for n, row := range i.rows {
		if row.ID.String() == mark {
			i.cards.SetSelected(n)
			i.cards.ScrollTo(n)
			return
		}
	}
	i.cards.SetSelected(-1)
}

// write opens the comment of a highlight below the list.
func (i *inspector) write(mark string) {
	for _, row := range i.rows {
		if row.ID.String() == mark {
			i.tabs.Choose(tabHighlights)
			i.p.reach(i.tabs)
			i.written = mark
			i.writer.Open(row.Highlight, func() { i.p.Focus() })
			return
		}
	}
}

// save keeps the comment that is being written.
func (i *inspector) save() {
	i.written = ""
	i.writer.Close()
}

func (i *inspector) key(e *fyne.KeyEvent) bool {
	n := i.cards.Selected()
	if n < 0 || n >= len(i.rows) {
		return false
	}
	switch e.Name {
	case fyne.KeyA:
		if i.rows[n].orphan {
			i.p.placeByHand(i.rows[n].ID.String())
		} else {
			i.p.adjust()
		}
	case fyne.KeyDelete, fyne.KeyBackspace:
		i.p.remove(i.rows[n].ID.String())
	case fyne.KeyEscape:
		i.p.Focus()
	default:
		return false
	}
	return true
}

// added says when a highlight was made.
func added(h notes.Highlight) string { return session.Ago(h.Created, time.Now()) }
