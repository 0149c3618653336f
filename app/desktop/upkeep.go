package desktop

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
)

// backup writes a copy of the archive to a file that the person names.
func (w *window) backup() {
	field := parts.NewField(lang.X("backup.hint", "File to write"))
	field.Propose(filepath.Join(w.backups, strings.TrimSuffix(w.s.Book.Name(), ".cuttings")+" "+time.Now().Format("2006-01-02 150405")+".cuttings"))
	form := &sheet.Sheet{
		Title: lang.X("backup.title", "Back up the archive"), First: field, Width: sheet.Wide,
		Confirm: lang.X("backup.do", "Write the copy"),
	}
	form.Content = parts.NewColumn(8, parts.NewParagraph(parts.Run{
		Words: lang.X("backup.help", "The copy holds everything and can be opened like the archive itself."), Colour: look.TextSecond,
	}), field)
	form.Attach(field)
	form.Answer = func() string {
		file := strings.TrimSpace(field.Text)
		if file == "" {
			return lang.X("backup.name", "Type the name of a file.")
		}
		w.long(lang.X("backup.begins", "Writing a copy…"), func(ctx context.Context) (string, error) {
			return lang.X("backup.done", "The copy was written: {{.File}}", map[string]any{"File": file}), w.s.Book.Backup(ctx, file)
		})
		return ""
	}
	form.Show(w.s.Window)
}

// check proves the archive and says what it found.
func (w *window) check() {
	w.long(lang.X("check.begins", "Checking the archive…"), func(ctx context.Context) (string, error) {
		problems, err := w.s.Book.Check(ctx, w.report)
		if len(problems) > 0 {
			return strings.Join(problems, " "), err
		}
		return lang.X("check.whole", "The archive is whole."), err
	})
}

// rebuild makes anew what is derived: search tables, links and mentions.
func (w *window) rebuild() {
	w.long(lang.X("rebuild.begins", "Rebuilding the search tables…"), func(ctx context.Context) (string, error) {
		err := w.s.Book.Rebuild(ctx, w.report)
		if session.Cancelled(err) {
			w.s.Work.Show(w.settle)
			return lang.X("rebuild.stopped", "Stopped halfway. Nothing is lost, and all is found as before."), nil
		}
		return lang.X("rebuild.done", "The search tables were rebuilt."), err
	})
}

// report shows in the notice how far long work has come.
func (w *window) report(done, total int) {
	w.s.Work.Show(func() { w.notice.report(done, total, "") })
}

// long runs work that takes a while with a notice that can stop it, then tells
// the outcome.
func (w *window) long(words string, work func(ctx context.Context) (told string, err error)) {
	w.longOr(words, work, w.s.Fail)
}

// longOr does the same, and calls failed where it failed.
func (w *window) longOr(words string, work func(ctx context.Context) (told string, err error), failed func(error)) {
	ctx, cancel := context.WithCancel(w.ctx)
	w.notice.begin(words, cancel)
	w.s.Work.Go(func() func() {
		told, err := work(ctx)
		return func() {
			cancel()
			w.notice.end()
			if err != nil {
				failed(err)
				return
			}
			w.tell(told)
		}
	})
}
