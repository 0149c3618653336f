// Package sidebar is the left pane: the views, what stands in them in numbers,
// the collections and the saved searches. These it renames and moves to the
// trash; it changes nothing else.
package sidebar

import (
	"context"
	"strconv"
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

// Pane is the sidebar.
type Pane struct {
	s       *session.Session
	object  fyne.CanvasObject
	column  *fyne.Container
	rows    map[session.View]*parts.Row
	groups  map[notes.ID]*parts.Row
	current session.Place
	shown   groupings
	found   map[notes.ID]int // by the saved searches
}

// countDelay is how long after a change the saved searches are counted anew, so
// that several changes in a row are counted once.
const countDelay = 400 * time.Millisecond

// undecidedDelay is the same for what waits for a decision.
const undecidedDelay = 700 * time.Millisecond

// groupings are the collections and saved searches that are shown.
type groupings struct {
	collections, searches []notes.ItemRow
}

// New makes the sidebar and starts to read its numbers.
func New(s *session.Session) *Pane {
	p := &Pane{s: s, rows: map[session.View]*parts.Row{}, groups: map[notes.ID]*parts.Row{}, found: map[notes.ID]int{}}
	for _, view := range []session.View{
		session.Inbox, session.All, session.Highlights, session.Notes,
		session.People, session.Organisations, session.Places, session.Events, session.Review, session.Timeline, session.Graph, session.Trash,
	} {
		p.rows[view] = parts.NewRow(session.ViewName(view), "", func() { s.Open(session.Place{View: view}) })
	}
	p.column = parts.NewColumn(look.RowGap)
	p.build(groupings{})
	p.object = container.NewStack(parts.NewFill(look.Sidebar, 0), parts.NewScroll(
		parts.NewInset(look.PanePadding, look.SidebarPadding, look.PanePadding, look.SidebarPadding, p.column)))
	p.Refresh()
	return p
}

// Object is the pane as it is put into the window.
func (p *Pane) Object() fyne.CanvasObject { return p.object }

// Refresh reads the numbers, collections and saved searches again.
func (p *Pane) Refresh() {
	p.s.Work.Latest("sidebar", func(ctx context.Context) (func(), error) {
		counts, err := p.s.Book.Counts(ctx)
		if err != nil {
			return nil, err
		}
		var groups groupings
		if groups.collections, _, err = p.s.Book.Items(ctx, notes.ItemFilter{Kinds: []notes.Kind{notes.KindCollection}}); err != nil {
			return nil, err
		}
		if groups.searches, _, err = p.s.Book.Items(ctx, notes.ItemFilter{Kinds: []notes.Kind{notes.KindSearch}}); err != nil {
			return nil, err
		}
		return func() { p.show(counts, groups) }, nil
	}, p.s.Fail)
}

func (p *Pane) show(counts notes.Counts, groups groupings) {
	if !same(groups.collections, p.shown.collections) || !same(groups.searches, p.shown.searches) {
		p.build(groups)
	}
	p.shown = groups // of which names and counts can be others
	number := func(view session.View, count int) {
		p.rows[view].Set(session.ViewName(view), shown(count))
	}
	number(session.Inbox, counts.Inbox)
	number(session.All, counts.Kinds[notes.KindArticle])
	number(session.Trash, counts.Trash)
	for _, kind := range []notes.Kind{
		notes.KindHighlight, notes.KindNote, notes.KindPerson,
		notes.KindOrganisation, notes.KindPlace, notes.KindEvent,
	} {
		number(session.ViewOf(kind), counts.Kinds[kind])
	}
	for _, row := range groups.collections {
		p.groups[row.ID].Set(row.Title, shown(row.Count))
	}
	for _, row := range groups.searches {
		p.groups[row.ID].Set(row.Title, shown(p.found[row.ID]))
	}
	p.Choose(p.current)
	p.count(groups.searches)
	p.countUndecided()
}

// count says how much each saved search finds now.
func (p *Pane) count(searches []notes.ItemRow) {
	if len(searches) == 0 {
		return
	}
	p.s.Work.After(countDelay, "count searches", func(ctx context.Context) (func(), error) {
		found := map[notes.ID]int{}
		for _, row := range searches {
			query, err := p.s.Book.SavedSearch(ctx, row.ID)
			if err != nil {
				return nil, err
			}
			if found[row.ID], err = p.s.Book.Count(ctx, query, nil); err != nil {
				return nil, err
			}
		}
		return func() {
			p.found = found
			for _, row := range p.shown.searches {
				p.groups[row.ID].Set(row.Title, shown(found[row.ID]))
			}
		}, nil
	}, p.s.Fail)
}

// countUndecided says how much waits for a decision. That can take a while in a
// large archive, so it waits until little changes.
func (p *Pane) countUndecided() {
	p.s.Work.After(undecidedDelay, "count undecided", func(ctx context.Context) (func(), error) {
		_, names, err := p.s.Book.SuggestedNames(ctx, notes.SuggestionFilter{Limit: 1})
		if err != nil {
			return nil, err
		}
		_, events, err := p.s.Book.SuggestedEvents(ctx, 0, 0, 1)
		if err != nil {
			return nil, err
		}
		_, unclear, err := session.Unclear(ctx, p.s.Book, 0)
		return func() {
			p.rows[session.Review].Set(session.ViewName(session.Review), shown(names+events+unclear))
		}, err
	}, p.s.Fail)
}

// build lays the rows out anew.
func (p *Pane) build(groups groupings) {
	p.shown = groups
	objects := []fyne.CanvasObject{parts.NewInset(0, 0, look.RowGap*2, look.RowPadding, parts.NewParagraph(parts.Run{Words: lang.X("program.name", "Cuttings"), Font: look.Semibold, Size: look.NameSize}))}
	add := func(views ...session.View) {
		for _, view := range views {
			objects = append(objects, p.rows[view])
		}
	}
	head := func(words string) {
		section := parts.NewSection(words)
		section.Inset = look.RowPadding
		objects = append(objects, parts.NewInset(look.RowPadding, 0, 0, 0, section))
	}
	add(session.Inbox, session.All, session.Highlights, session.Notes)
	head(lang.X("sidebar.who", "Who and what"))
	add(session.People, session.Organisations, session.Places, session.Events, session.Review)
	head(lang.X("sidebar.views", "Views"))
	add(session.Timeline, session.Graph)
	clear(p.groups)
	if len(groups.collections) > 0 {
		head(session.ViewName(session.Collection))
	}
	for _, row := range groups.collections {
		place := session.Place{View: session.Collection, Group: row.ID}
		p.groups[row.ID] = p.groupRow(row.Item, shown(row.Count), func() { p.s.Open(place) })
		objects = append(objects, p.groups[row.ID])
	}
	if len(groups.searches) > 0 {
		head(lang.X("sidebar.searches", "Saved searches"))
	}
	for _, row := range groups.searches {
		p.groups[row.ID] = p.groupRow(row.Item, shown(p.found[row.ID]), func() { p.s.OpenItem(row.Item, text.Range{}) })
		objects = append(objects, p.groups[row.ID])
	}
	objects = append(objects, parts.NewInset(look.PanePadding, 0, 0, 0, p.rows[session.Trash]))
	p.column.Objects = objects
	p.column.Refresh()
}

// Choose marks the row of the place that the window shows.
func (p *Pane) Choose(place session.Place) {
	p.current = place
	for view, row := range p.rows {
		row.SetChosen(view == place.View)
	}
	for id, row := range p.groups {
		row.SetChosen(id == place.Group && p.rows[place.View] == nil)
	}
}

func same(a, b []notes.ItemRow) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID {
			return false
		}
	}
	return true
}

// shown writes a count with its thousands apart; none is shown for nothing.
func shown(count int) string {
	if count == 0 {
		return ""
	}
	digits := strconv.Itoa(count)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
