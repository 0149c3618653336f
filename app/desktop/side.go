package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cuttings/app/article"
	"cuttings/app/comparing"
	"cuttings/app/entity"
	"cuttings/app/overview"
	"cuttings/app/reviewing"
	"cuttings/app/searching"
	"cuttings/app/session"
	"cuttings/app/writing"
	"cuttings/notes"
)

// side is one of the two places in which the window shows a page: that of what
// is open, and that of what was opened beside it. Each has pages of its own and
// remembers where it was.
type side struct {
	s       *session.Session
	pages   pages
	page    session.Page // that is shown
	place   session.Place
	history *history
	room    *fyne.Container
}

// pages are the pages of a side, each made once.
type pages struct {
	article, writing, searching, comparing, reviewing, timeline, graph, empty session.Page

	entity *entity.Page
}

// itemPages makes the pages on which one item is shown.
func itemPages(s *session.Session) pages {
	return pages{article: article.New(s), writing: writing.New(s), entity: entity.New(s), comparing: comparing.New(s)}
}

// allPages makes every page.
func allPages(s *session.Session) pages {
	all := itemPages(s)
	all.searching, all.reviewing, all.empty = searching.New(s), reviewing.New(s), newEmptyPage(s)
	all.timeline, all.graph = overview.NewTimeline(s), overview.NewGraph(s)
	return all
}

func newSide(s *session.Session, p pages) side {
	return side{s: s, pages: p, history: newHistory(), room: container.NewStack()}
}

// put gives the room to the page for a place, which is yet to be shown there.
func (a *side) put(place session.Place) {
	next := a.pageFor(place)
	if a.page != nil {
		a.page.Leave()
	}
	a.page, a.place = next, place
	a.room.Objects = []fyne.CanvasObject{next.Object()}
	a.room.Refresh()
}

// clear takes the page away.
func (a *side) clear() {
	a.page.Leave()
	a.page, a.place, a.history = nil, session.Place{}, newHistory()
	a.room.RemoveAll()
}

func (a *side) pageFor(place session.Place) session.Page {
	switch {
	case place.View == session.Search:
		return a.pages.searching
	case place.View == session.Review:
		return a.pages.reviewing
	case place.View == session.Timeline:
		return a.pages.timeline
	case place.View == session.Graph:
		return a.pages.graph
	case place.Item == 0:
		return a.pages.empty
	case place.Compare:
		return a.pages.comparing
	case place.Kind == notes.KindNote:
		return a.pages.writing
	case place.Kind.IsEntity():
		return a.pages.entity
	}
	return a.pages.article
}
