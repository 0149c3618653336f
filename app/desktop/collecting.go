package desktop

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// collecting adds articles and entities to the archive, one lot after the other, and shows
// how far it has come.
type collecting struct {
	w       *window
	notice  *notice
	waiting []lot
	cancel  context.CancelFunc // of the lot under way; nil if none is
}

// lot is what a person brought at once: arguments (files, folders, addresses),
// words, or a file of entities.
type lot struct {
	arguments []string
	words     string
	entities  string
}

// addArticles asks for files, folders, addresses or the words of an article.
func (w *window) addArticles() { w.askForArticles("") }

func (w *window) askForArticles(words string) {
	field := parts.NewField(lang.X("collect.placeholder", "https://…   or   /home/me/articles   or the article itself"))
	field.MultiLine = true
	field.Wrapping = fyne.TextWrapWord
	field.SetMinRowsVisible(7)
	field.SetText(words)
	form := &sheet.Sheet{
		Title:   lang.X("collect.title", "Add articles"),
		Width:   sheet.Wide,
		First:   field,
		Confirm: lang.X("collect.add", "Add"),
	}
	file := parts.NewTextButton(lang.X("collect.file", "Choose a file…"), parts.Link, func() { w.choose(field, false) })
	folder := parts.NewTextButton(lang.X("collect.folder", "Choose a folder…"), parts.Link, func() { w.choose(field, true) })
	form.Aside = container.NewHBox(file, folder)
	form.Content = parts.NewColumn(8,
		parts.NewParagraph(parts.Run{
			Words:  lang.X("collect.help", "Addresses, files or folders, one on each line; or paste the words of one article. Files can be dropped onto the window too. Ctrl+Enter adds them."),
			Colour: look.TextSecond,
		}), field)
	form.Attach(field)
	form.Answer = func() string {
		brought, ok := read(field.Text)
		if !ok {
			return lang.X("collect.nothing", "There is nothing to add yet. Type an address or a file, or paste an article.")
		}
		w.collect.add(brought)
		return ""
	}
	form.Show(w.s.Window)
}

// argument is a line that names a file, a folder or an address.
var argument = regexp.MustCompile(`^(https?://|file://|/|~/|\.{1,2}/|[A-Za-z]:\\)\S`)

// read tells names of files and addresses from the words of an article: they
// are names if every line begins like one.
func read(typed string) (lot, bool) {
	var arguments []string
	for line := range strings.Lines(typed) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if !argument.MatchString(line) {
			return lot{words: typed}, true
		}
		arguments = append(arguments, line)
	}
	return lot{arguments: arguments}, len(arguments) > 0
}

// choose lets a person pick a file or folder, whose name is added to the field.
func (w *window) choose(field *parts.Field, folder bool) {
	picked := func(u fyne.URI) {
		text := strings.TrimRight(field.Text, "\n")
		if text != "" {
			text += "\n"
		}
		field.SetText(text + filepath.FromSlash(u.Path()))
		w.s.Window.Canvas().Focus(field)
	}
	var chooser *dialog.FileDialog
	if folder {
		chooser = dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			w.s.Fail(err)
			if u != nil {
				picked(u)
			}
		}, w.s.Window)
	} else {
		chooser = dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
			w.s.Fail(err)
			if file != nil {
				w.s.Fail(file.Close())
				picked(file.URI())
			}
		}, w.s.Window)
	}
	size := w.s.Window.Canvas().Size()
	chooser.Resize(fyne.NewSize(min(860, size.Width-80), min(620, size.Height-80)))
	chooser.Show()
}

// dropped adds the files that were dropped onto the window.
func (w *window) dropped(uris []fyne.URI) {
	var names []string
	for _, u := range uris {
		name := u.String()
		if u.Scheme() == "file" {
			name = filepath.FromSlash(u.Path())
			if parsed, err := url.Parse(u.String()); err == nil && parsed.Path != "" {
				name = filepath.FromSlash(parsed.Path)
			}
		}
		names = append(names, name)
	}
	w.collect.add(lot{arguments: names})
}

// pasteArticle offers what is on the clipboard as an article.
func (w *window) pasteArticle() { w.askForArticles(w.app.Clipboard().Content()) }

// add takes a lot; it begins when those before it are done.
func (c *collecting) add(l lot) {
	if l.entities != "" {
		c.waiting = append(c.waiting, l)
	} else {
		c.waiting = append(c.waiting, l.apart()...)
	}
	if c.cancel == nil {
		c.next()
	}
}

func (c *collecting) next() {
	if len(c.waiting) == 0 {
		return
	}
	l := c.waiting[0]
	c.waiting = c.waiting[1:]
	ctx, cancel := context.WithCancel(c.w.ctx)
	c.cancel = cancel
	if l.entities != "" {
		c.notice.begin(lang.X("register.begins", "Importing people and events…"), cancel)
		c.w.s.Work.Go(func() func() { return c.registering(ctx, l.entities) })
		return
	}
	c.notice.begin(lang.X("collect.begins", "Adding articles…"), cancel)
	options := notes.CollectOptions{Inbox: true}
	if c.w.place.View == session.Collection {
		options.Collection = c.w.place.Group
	}
	c.w.s.Work.Go(func() func() {
		inputs, err := c.inputs(ctx, l)
		var results []notes.Collected
		if err == nil {
			results = c.w.s.Book.Collect(ctx, c.w.s.Collector, inputs, options, func(done, total int, last notes.Collected) {
				c.w.s.Work.Show(func() { c.notice.report(done, total, last.Name) })
			})
		}
		return func() { c.ended(func() { c.done(results, err) }) }
	})
}

func (c *collecting) inputs(ctx context.Context, l lot) ([]notes.Input, error) {
	if l.words != "" {
		return []notes.Input{{Data: []byte(l.words), Name: lang.X("collect.pasted", "Pasted text")}}, nil
	}
	inputs, err := c.w.s.Collector.Expand(ctx, l.arguments)
	if err != nil {
		return nil, fmt.Errorf("look through what was brought: %w", err)
	}
	return inputs, nil
}

// ended shows what came of a lot, and begins the next.
func (c *collecting) ended(show func()) {
	c.cancel()
	c.cancel = nil
	c.notice.end()
	show()
	c.next()
}

// done says what came of a lot of articles: one is opened, several are reported.
func (c *collecting) done(results []notes.Collected, err error) {
	if err != nil {
		c.w.s.Fail(err)
		return
	}
	counts := map[notes.Status]int{}
	for _, result := range results {
		counts[result.Status]++
	}
	c.w.tell(outcome(len(results), counts))
	if len(results) == 1 && results[0].ID != 0 {
		view := session.Inbox
		if results[0].Status == notes.StatusDuplicate { // it may have been looked at long ago
			view = session.All
		}
		c.w.open(session.Place{View: view, Item: results[0].ID, Kind: notes.KindArticle})
		return
	}
	if counts[notes.StatusFailed] > 0 || len(results) > 1 {
		c.w.showCollected(results, counts)
	}
}

// outcome counts what became of the inputs in one sentence.
func outcome(total int, counts map[notes.Status]int) string {
	if total == 0 {
		return lang.X("collect.none", "There is nothing there that Cuttings can read.")
	}
	if total == 1 && counts[notes.StatusDuplicate] == 1 {
		return lang.X("collect.already", "This article is already here.")
	}
	return countAll(counts)
}

// countAll counts what became of the inputs by their status.
func countAll(counts map[notes.Status]int) string {
	var said []string
	for _, status := range []notes.Status{notes.StatusAdded, notes.StatusDuplicate, notes.StatusFailed, notes.StatusCancelled} {
		if n := counts[status]; n > 0 {
			said = append(said, counted(status, n))
		}
	}
	return strings.Join(said, ", ") + "."
}

func counted(status notes.Status, n int) string {
	count := map[string]any{"N": n}
	switch status {
	case notes.StatusAdded:
		return lang.XN("collect.added", "{{.N}} added", n, count)
	case notes.StatusDuplicate:
		return lang.XN("collect.duplicate", "{{.N}} already here", n, count)
	case notes.StatusCancelled:
		return lang.XN("collect.cancelled", "{{.N}} left out, as you stopped", n, count)
	}
	return lang.XN("collect.failed", "{{.N}} could not be read", n, count)
}
