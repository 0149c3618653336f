package desktop

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// besideBar is how high the bar over the page beside is, in Fyne units.
const besideBar = 30

// focusPause is how often it is looked where the keyboard is while two pages
// are shown: Fyne tells nobody that its focus moved.
const focusPause = 200 * time.Millisecond

// beside is the side at the right of the page, empty until something is opened
// there.
type beside struct {
	side
	object    fyne.CanvasObject
	name      *parts.Paragraph
	keyboard  bool // the commands are meant for it
	unwatched context.CancelFunc
}

// newBeside makes the side. Its work has names of its own, so that what is read
// for one page does not cancel what is read for the other.
func (w *window) newBeside() *beside {
	s := *w.s
	s.Work = session.NewWork(w.ctx, w.s.Work.Show, w.log)
	s.Open, s.Insert = w.goBeside, nil
	b := &beside{side: newSide(&s, itemPages(&s)), name: parts.NewParagraph()}
	b.name.MaxLines = 1
	closing := parts.NewTextButton("✕", parts.Quiet, w.closeBeside)
	height := parts.NewFill(look.Panel, 0)
	height.Least = fyne.NewSize(1, besideBar)
	bar := container.NewStack(height, container.NewBorder(nil, parts.NewLine(), nil, container.NewCenter(closing),
		container.New(layout.NewCustomPaddedLayout(6, 0, barGap, 0), b.name)))
	b.object = container.NewBorder(bar, nil, nil, nil, b.room)
	setComfort(b.pages, w.set.Comfort)
	return b
}

// two reports whether something is shown beside the page.
func (w *window) two() bool { return w.beside != nil && w.beside.page != nil }

// active is the side that commands and keys are meant for.
func (w *window) active() *side {
	if w.two() && w.beside.keyboard {
		return &w.beside.side
	}
	return &w.side
}

// besideWay is the way to open an item beside the page; nil if there is none.
func (w *window) besideWay() func(notes.Item) {
	if w.page == nil || w.page == w.pages.empty {
		return nil
	}
	return w.openBeside
}

// openBeside shows an item beside the page.
func (w *window) openBeside(item notes.Item) {
	if w.beside == nil {
		w.beside = w.newBeside()
	}
	w.beside.s.OpenItem(item, text.Range{})
}

// goBeside goes to a place beside the page. Lists and what takes the whole
// window are not shown there.
func (w *window) goBeside(place session.Place) {
	if place.Item == 0 || !session.HasList(place.View) {
		w.open(place)
		return
	}
	if place.View == "" {
		place.View = session.ViewOf(place.Kind)
	}
	w.beside.history.visit(place)
	w.showBeside(place)
}

func (w *window) showBeside(place session.Place) {
	b := w.beside
	first := !w.two()
	b.put(place)
	b.keyboard = true
	b.name.SetRuns(parts.Run{Words: session.KindName(place.Kind), Size: look.BadgeSize, Colour: look.TextSecond})
	w.halves.set(w.room, b.object)
	w.turned()
	b.page.Show(place)
	b.page.Focus()
	b.s.Do(func(ctx context.Context) error { return b.s.Book.MarkOpened(ctx, place.Item) })
	if first {
		var ctx context.Context
		ctx, b.unwatched = context.WithCancel(w.ctx)
		go w.watchFocus(ctx)
	}
}

// closeBeside leaves the page alone again.
func (w *window) closeBeside() {
	if !w.two() {
		return
	}
	w.beside.unwatched()
	w.beside.clear()
	w.halves.set(w.room, nil)
	w.toSide(false)
}

// placeBeside is what is shown beside the page; none if nothing is.
func (w *window) placeBeside() session.Place {
	if !w.two() {
		return session.Place{}
	}
	return w.beside.place
}

// arranging is a page that shows what is opened beside it, and where what is in its
// inspector can be reached.
type arranging interface{ Arranged() }

// tellArranged tells the page that what is shown beside it, or its inspector, is another.
func (w *window) tellArranged() {
	if page, ok := w.page.(arranging); ok {
		page.Arranged()
	}
}

// otherPage gives the keyboard to the other of two pages.
func (w *window) otherPage() {
	if w.two() {
		w.toSide(!w.beside.keyboard)
	}
}

// toSide gives the keyboard to one of the sides.
func (w *window) toSide(right bool) {
	w.beside.keyboard = right
	w.turned()
	w.active().page.Focus()
}

// turned shows what belongs to the side that has the keyboard: its inspector,
// its commands, its status.
func (w *window) turned() {
	a := w.active()
	w.sideRoom.Objects = nil
	if inspector := a.page.Inspector(); inspector != nil {
		w.sideRoom.Objects = []fyne.CanvasObject{inspector}
	}
	w.sideRoom.Refresh()
	w.halves.mark(a != &w.side)
	w.frame.Refresh()
	w.top.update(a.history)
	w.s.Window.SetMainMenu(w.mainMenu())
	w.updateStatus()
	w.tellArranged()
}

// watchFocus follows the keyboard from one page to the other.
func (w *window) watchFocus(ctx context.Context) {
	for tick := time.NewTicker(focusPause); ; {
		select {
		case <-ctx.Done():
			tick.Stop()
			return
		case <-tick.C:
			w.s.Work.Show(w.noticeFocus)
		}
	}
}

// noticeFocus looks which of two pages has the keyboard. While something else
// has it, as the list or the inspector, it stays with the page that had it.
func (w *window) noticeFocus() {
	canvas := w.s.Window.Canvas()
	focused, ok := canvas.Focused().(fyne.CanvasObject)
	if !ok || !w.two() || canvas.Overlays().Top() != nil {
		return
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(focused)
	within := func(room *fyne.Container) bool {
		from := driver.AbsolutePositionForObject(room)
		to := from.Add(room.Size())
		return at.X >= from.X && at.X < to.X && at.Y >= from.Y && at.Y < to.Y
	}
	right := within(w.beside.room)
	if right == w.beside.keyboard || !right && !within(w.room) {
		return
	}
	w.beside.keyboard = right
	w.turned()
}

// insert is the way to put a link into the note being written, on either side;
// nil if none is.
func (w *window) insert() func(link string) {
	if insert := w.active().s.Insert; insert != nil || !w.two() {
		return insert
	}
	if w.s.Insert != nil {
		return w.s.Insert
	}
	return w.beside.s.Insert
}

// afterBeside goes on once the operations asked for beside the page are done.
func (w *window) afterBeside(next func()) {
	if w.beside == nil {
		next()
		return
	}
	w.beside.s.Work.InOrder(func(context.Context) error { return nil }, func(error) { next() })
}

// wait returns when no work is under way any more, on either side.
func (w *window) wait() {
	if w.beside != nil {
		w.beside.s.Work.Wait()
	}
	w.s.Work.Wait()
}

// besideCommands are those about the page beside.
func (w *window) besideCommands() []session.Command {
	if !w.two() {
		return nil
	}
	return []session.Command{
		{Name: lang.X("command.other", "To the other page"), Shortcut: ctrl(fyne.KeyF6), Keys: "F6", Do: w.otherPage},
		{Name: lang.X("command.closeBeside", "Close the page beside"), Shortcut: ctrl(fyne.KeyW), Do: w.closeBeside},
		{},
	}
}
