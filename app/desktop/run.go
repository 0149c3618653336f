package desktop

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

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
}

// Run opens the window and returns when it was closed and all work is done. It
// must be called on the program's first goroutine.
func Run(ctx context.Context, options Options) error {
	a := app.NewWithID(AppID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	if err := lang.AddTranslationsFS(assets.Translations, "translations"); err != nil {
		options.Log.Error("read the translations", "cause", err)
	}
	w := newWindow(ctx, a, options)
	w.open(session.Place{View: w.firstView(ctx)})
	if options.Welcome != "" {
		w.tell(options.Welcome)
	}
	w.s.Window.Show()
	a.Run()
	w.stop()
	w.s.Work.Wait()
	return nil
}

// firstView is the inbox, or all articles if nothing waits there.
func (w *window) firstView(ctx context.Context) session.View {
	counts, err := w.s.Book.Counts(ctx)
	if err != nil {
		w.s.Fail(err)
	}
	if counts.Inbox > 0 {
		return session.Inbox
	}
	return session.All
}
