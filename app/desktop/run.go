package desktop

import (
	"context"
	"log/slog"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"cuttings/app/session"
	"cuttings/assets"
	"cuttings/notes"
)

// AppID names the program to the desktop; its settings are kept under it.
const AppID = "org.cuttings.Cuttings"

// Options are what a window is opened with.
type Options struct {
	Book      *notes.Notebook
	Collector notes.Collector
	Log       *slog.Logger
	Backups   string // the folder that is offered for backups
	Welcome   string // a sentence for the status line at the start, or ""

	show func(func()) // runs a function on the interface's thread
	exit func()       // ends the program
}

// Run opens the window and returns when it was closed and all work is done. It
// must be called on the program's first goroutine, after session.Translate.
func Run(ctx context.Context, options Options) error {
	makeRoom()
	saveMemory(ctx)
	a := app.NewWithID(AppID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	options.show, options.exit = fyne.Do, func() { os.Exit(0) }
	w := newWindow(ctx, a, options)
	w.open(w.firstPlace(ctx))
	if options.Welcome != "" {
		w.tell(options.Welcome)
	}
	w.s.Window.Show()
	defer context.AfterFunc(ctx, w.endAnyway)() // the program is told to end
	a.Run()
	w.stop()
	w.wait()
	return nil
}

// makeRoom lets Go run more goroutines at once than there are processors, so that
// the interface's thread is not queued by Go behind queries, which are asked to
// give way every 10 ms only. Whose turn it is then is up to the system, which
// prefers a thread that mostly sleeps.
func makeRoom() {
	const queries = 6 // that may run at once: more than connections to an archive
	if os.Getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(runtime.NumCPU() + queries)
	}
}

// firstPlace is where the person was when they left; else the inbox, or all
// articles if nothing waits there.
func (w *window) firstPlace(ctx context.Context) session.Place {
	if last := w.set.Last; w.set.Archive == w.s.Book.Name() && last.View != "" && last.View != session.Search {
		item, err := w.s.Book.Item(ctx, last.Item)
		if last.Item == 0 || err == nil && !item.InTrash() {
			return last
		}
	}
	_, waiting, err := w.s.Book.Articles(ctx, notes.ArticleFilter{Inbox: true, Limit: 1})
	if err != nil {
		w.s.Fail(err)
	}
	if waiting > 0 {
		return session.Place{View: session.Inbox}
	}
	return session.Place{View: session.All}
}
