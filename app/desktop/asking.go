package desktop

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
)

// fileAsked is a question for the name of a file, and what is done with it.
type fileAsked struct {
	title, help string
	name        string // that is proposed
	confirm     string // on the button
	begins      string // while it is done
	// check gives the sentence that says why a name will not do; nil if any will.
	check func(file string) (problem string)
	do    func(ctx context.Context, file string) (told string, err error)
}

// askFile asks for the name of a file until what is done with it succeeds, or
// the person leaves.
func (w *window) askFile(asked fileAsked) { w.askFileAgain(asked, "") }

func (w *window) askFileAgain(asked fileAsked, problem string) {
	field := parts.NewField(lang.X("file.hint", "Name of the file, with its folders"))
	field.Propose(asked.name)
	form := &sheet.Sheet{Title: asked.title, First: field, Width: sheet.Wide, Confirm: asked.confirm}
	form.Content = parts.NewColumn(8, parts.NewParagraph(parts.Run{Words: asked.help, Colour: look.TextSecond}), field)
	form.Attach(field)
	form.Answer = func() string {
		file := strings.TrimSpace(field.Text)
		if file == "" {
			return lang.X("backup.name", "Type the name of a file.")
		}
		if asked.check != nil {
			if problem := asked.check(file); problem != "" {
				return problem
			}
		}
		w.longOr(asked.begins, func(ctx context.Context) (string, error) { return asked.do(ctx, file) }, func(err error) {
			w.s.Fail(err)
			if !session.Cancelled(err) && w.s.Window.Canvas().Overlays().Top() == nil {
				asked.name = file
				w.askFileAgain(asked, session.Sentence(err))
			}
		})
		return ""
	}
	form.Show(w.s.Window)
	if problem != "" {
		form.Say(problem)
	}
}
