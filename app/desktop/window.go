// Package desktop is the program's window: it puts the panes together, keeps
// the main menu, the history of places and the widths of panes, and passes the
// changes of the archive on to what shows them. It reads nothing itself.
package desktop

import (
	"context"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/list"
	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/app/sidebar"
	"cuttings/notes"
)

// window is one window on one archive.
type window struct {
	side            // of what is open
	beside  *beside // nil until something is opened there
	app     fyne.App
	log     *slog.Logger
	backups string // the folder that is offered for backups
	set     settings

	sidebar *sidebar.Pane
	list    *list.Pane
	find    *quickfind.Overlay

	frame     *fyne.Container
	halves    *halves
	sideRoom  *fyne.Container // the inspector's
	top       *topBar
	status    *statusLine
	fitted    fitted
	collect   *collecting
	reports   []*sheet.Sheet // the first is shown, the others wait
	notice    *notice
	ctx       context.Context // ends with the window
	exit      func()          // ends the program
	unwatched func()
	stop      context.CancelFunc
}

func newWindow(ctx context.Context, app fyne.App, options Options) *window {
	ctx, stop := context.WithCancel(ctx)
	w := &window{
		app: app, log: options.Log, ctx: ctx, stop: stop, backups: nearestFolder(options.Backups),
		set: loadSettings(app.Preferences()), notice: newNotice(), exit: options.exit,
	}
	w.collect = &collecting{w: w, notice: w.notice}
	app.Settings().SetTheme(look.New(w.set.Palette))
	native := app.NewWindow(lang.X("program.name", "Cuttings") + " — " + options.Book.Name())
	s := &session.Session{
		Book: options.Book, Collector: options.Collector, Window: native,
		Work: session.NewWork(ctx, options.show, options.Log),
		Open: w.open, Here: func() session.Place { return w.active().place }, Tell: w.tell, Tag: w.tagItems, Export: w.exportHighlights, ExportSearch: w.exportSearch, Save: w.saveFile, Loaded: w.updateStatus, Key: w.plainKey, Rune: w.plainRune,
		Rename: func(group notes.ID) { w.sidebar.Rename(group) }, Remove: func(group notes.ID) { w.sidebar.Remove(group) },
		Beside: w.placeBeside, Inspecting: func() bool { return w.active() == &w.side && w.fitted.inspector > 0 },
	}
	w.build(s)
	heard := hearing{pass: func(change notes.Change) { options.show(func() { w.changed(change) }) }}
	w.unwatched = options.Book.Subscribe(heard.hear)
	go w.watch(ctx)
	w.s.Work.After(firstLook, "warm", func(ctx context.Context) (func(), error) { return w.settle, w.s.Book.Warm(ctx) }, w.s.Fail)
	return w
}

// firstLook is how long the list and the page have the processors to themselves
// before names are read and the background begins.
const firstLook = 1500 * time.Millisecond

// build puts the panes together.
func (w *window) build(s *session.Session) {
	w.side = newSide(s, allPages(s))
	w.status = newStatusLine(w.s.Book.Name(), w.s.Work.Show)
	w.sidebar = sidebar.New(w.s)
	w.list = list.New(w.s)
	w.find = quickfind.New(w.s, w.commands)
	w.find.Beside, w.find.Insert, w.find.Elsewhere = w.besideWay, w.insert, w.elsewhere
	w.top = newTopBar(w)
	ahead := parts.NewTypeAhead(s.Window)
	s.Ahead = ahead
	w.sideRoom = container.NewStack()
	w.halves = newHalves(&w.set.widths.Beside, w.room, w.saveSettings)
	layout := &frame{
		set:          &w.set.widths,
		hasList:      func() bool { return session.HasList(w.place.View) && !w.place.Wide },
		hasInspector: func() bool { return w.page != nil && w.active().page.Inspector() != nil },
		two:          w.two,
		laidOut:      w.laidOut,
	}
	w.frame = container.New(layout,
		w.sidebar.Object(), w.list.Object(),
		container.NewStack(parts.NewFill(look.Page, 0), w.halves.object),
		container.NewStack(parts.NewFill(look.Panel, 0), w.sideRoom),
		w.top.object, w.status.object,
		w.newGrip(&w.set.widths.Sidebar, 1, func() float32 { return w.fitted.sidebar }),
		w.newGrip(&w.set.widths.List, 1, func() float32 { return w.fitted.list }),
		w.newGrip(&w.set.widths.Inspector, -1, func() float32 { return w.fitted.inspector }),
		w.notice.object, ahead,
	)
	native := s.Window
	native.SetPadded(false)
	native.Resize(w.set.size())
	native.SetContent(w.frame)
	native.SetMainMenu(w.mainMenu())
	native.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.dropped(uris) })
	native.SetCloseIntercept(w.close)
	w.keys()
	w.setComfort(w.set.Comfort)
}

// laidOut notes how wide the panes are. A page hears of it when its inspector comes
// into sight or goes, but not while the window is being laid out.
func (w *window) laidOut(f fitted) {
	changed := (f.inspector > 0) != (w.fitted.inspector > 0)
	if w.fitted = f; changed {
		w.s.Work.Show(w.tellArranged)
	}
}

func (w *window) newGrip(width *float32, direction float32, now func() float32) *grip {
	return newGrip(func(dx float32) {
		*width = max(now()+direction*dx, sidebarLeast)
		w.frame.Refresh()
	}, w.saveSettings)
}

// open goes to a place and remembers where the person was.
func (w *window) open(place session.Place) {
	chosen := place.View != "" // in the sidebar or in the list
	place = w.complete(place)
	w.history.visit(place)
	w.show(place)
	if !chosen {
		w.page.Focus() // what was asked for by name is to be read, not the list beside it
	}
}

// complete fills in what a place leaves open: the view that an item is shown
// in stays if it can list it.
func (w *window) complete(place session.Place) session.Place {
	if place.View != "" {
		return place
	}
	listed := w.place.View == session.ViewOf(place.Kind)
	if place.Kind == notes.KindArticle { // which need not be in the inbox, or in the collection that is shown
		listed = w.place.View == session.All || w.place.View == session.Highlights || w.place.Item == place.Item
	}
	if listed {
		place.View, place.Group, place.Wide = w.place.View, w.place.Group, w.place.Wide
		return place
	}
	place.View = session.ViewOf(place.Kind)
	place.Wide = place.Kind != notes.KindArticle
	return place
}

func (w *window) show(place session.Place) {
	w.put(place)
	if w.beside != nil {
		w.beside.keyboard = false
	}
	w.turned()
	w.sidebar.Choose(place)
	w.list.Show(place)
	w.page.Show(place)
	switch {
	case w.list.Focused() && session.HasList(place.View) && !place.Wide: // a list that is out of sight keeps nothing
	case place.Item == 0 && session.HasList(place.View) && !place.Wide:
		w.list.Focus() // nothing is open: the list is what can be gone through
	default:
		w.page.Focus() // what had the keyboard may be out of sight now
	}
	if place.Item != 0 {
		w.s.Do(func(ctx context.Context) error { return w.s.Book.MarkOpened(ctx, place.Item) })
	}
}

// step goes back or forward.
func (w *window) step(by int) {
	a := w.active()
	place, ok := a.history.step(by)
	switch {
	case !ok:
	case a == &w.side:
		w.show(place)
	default:
		w.showBeside(place)
	}
}

// changed passes a change of the archive on.
func (w *window) changed(change notes.Change) {
	w.leaveGone(change)
	w.sidebar.Refresh()
	w.list.Changed(change)
	if w.page != nil {
		w.page.Changed(change)
	}
	if w.two() {
		w.beside.page.Changed(change)
	}
	if change.Elsewhere {
		w.tell(lang.X("status.elsewhere", "Changed by another program: {{.Name}}", map[string]any{"Name": operationName(change.Operation)}))
	}
	w.updateStatus()
	if change.Operation.Verb != "" {
		w.settle()
	}
}

// leaveGone closes pages of items that are no more, since their making was undone.
func (w *window) leaveGone(change notes.Change) {
	for _, item := range change.Items {
		if item.Kind == "" {
			w.leave(item.ID)
		}
	}
}

// leave closes the page of an item.
func (w *window) leave(id notes.ID) {
	if w.two() && w.beside.place.Item == id {
		w.closeBeside()
	}
	if w.place.Item == id {
		w.open(session.Place{View: w.place.View, Group: w.place.Group, Query: w.place.Query})
	}
}

// settle finds queued mentions in the background, while nobody waits for an
// answer.
func (w *window) settle() {
	w.s.Work.Idle("settle", func(ctx context.Context) error { return w.s.Book.Settle(ctx, nil) }, w.s.Fail)
}

func (w *window) watch(ctx context.Context) {
	if err := w.s.Book.Watch(ctx); err != nil && !session.Cancelled(err) {
		w.log.Error("watch the archive", "cause", notes.Cause(err))
	}
}

func (w *window) tell(words string) { w.status.tell(words) }

func (w *window) updateStatus() {
	if w.page != nil {
		w.status.setRight(w.active().page.Status())
	}
}

// close saves what is unsaved, waits for operations under way, and ends.
func (w *window) close() {
	if w.page != nil {
		w.page.Leave()
	}
	if w.two() {
		w.beside.page.Leave()
	}
	w.set.Archive, w.set.Last = w.s.Book.Name(), w.place
	w.saveSettings()
	w.afterBeside(func() {
		w.s.Work.InOrder(func(context.Context) error { return nil }, func(error) {
			w.unwatched()
			w.stop()
			go w.endAnyway()
			w.app.Quit()
		})
	})
}

// quitTime is how long Fyne gets to end its loop.
const quitTime = 3 * time.Second

// endAnyway ends the program if Fyne does not: at its end, Fyne's loop can wait
// for ever for an event of the window that it handles no longer. All work is
// done by then, and what was committed is on the disk.
func (w *window) endAnyway() {
	w.wait()
	time.Sleep(quitTime)
	w.exit()
}
