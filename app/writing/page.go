// Package writing is the page of a note: its title, the editor with its
// preview, and the inspector with what links here and what the note was. What
// is written is kept by itself; nothing has to be saved.
package writing

import (
	"context"
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/reader"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/markdown"
	"cuttings/notes/text"
)

// The delays after the last key: until the preview follows, and until the note
// is kept.
const (
	previewDelay = 150 * time.Millisecond
	saveDelay    = time.Second
)

// justMade is how long a note counts as new: one goes on writing at its end.
const justMade = 10 * time.Second

// The ways to see a note.
const (
	write = iota
	both
	read
)

// Page is the page of a note.
type Page struct {
	s         *session.Session
	object    fyne.CanvasObject
	title     *parts.Field
	meta      *parts.Paragraph
	tags      *fyne.Container
	head      *fyne.Container // the title, what is known, the tags and the ways
	measure   float32         // of the column of words; 0: the ordinary one
	ways      *parts.Tabs
	editor    *editor
	preview   *reader.Page
	room      *fyne.Container
	inspector *inspector

	note    notes.Note // as it is kept
	id      notes.ID
	sought  sought
	filling bool // the fields are being filled by the program
	unsaved bool
}

// New makes the page, empty.
func New(s *session.Session) *Page {
	p := &Page{s: s}
	p.title = parts.NewBareField(lang.X("note.title", "Title"), look.SizeHeading)
	p.title.TextStyle = look.Style(look.SerifSemibold)
	p.title.OnChanged = func(string) { p.typed() }
	p.title.TakesTab = true // on to the words, not to the ways in which they are shown
	p.title.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyTab:
			p.Focus()
			return true
		}
		return false
	}
	p.editor = newEditor(s, parts.NewBareField(
		lang.X("note.placeholder", "Write here, in Markdown. [[ links to people, events, articles and notes."), look.SizeWriting))
	p.editor.TextStyle = look.Style(look.Serif)
	p.editor.OnChanged = func(string) {
		p.typed()
		p.editor.completion.changed()
	}
	p.editor.OnKey = func(e *fyne.KeyEvent) bool { return p.editor.key(e) || p.hitKey(e) }
	p.editor.OnShortcut = p.editor.shortcut
	p.preview = reader.NewPage(reader.Actions{OnLink: p.follow, OnKey: p.readKey, OnRune: s.Rune})
	p.meta = parts.NewParagraph()
	p.meta.MaxLines = 1
	p.tags = parts.NewFlow(tagGap)
	p.ways = parts.NewTabs(func(int) { p.arrange() }, lang.X("note.write", "Write"), lang.X("note.both", "Both"), lang.X("note.read", "Read"))
	p.ways.Choose(both)
	p.room = container.New(&sides{p})
	p.inspector = newInspector(p)
	p.head = container.New(headLayout{p}, p.title, p.meta, p.tags, p.ways)
	p.object = container.New(pageLayout{}, p.head, p.room)
	p.arrange()
	return p
}

// Object is the page as it is put into the window.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Inspector stands at the page's right.
func (p *Page) Inspector() fyne.CanvasObject { return p.inspector.pane.Object() }

// Focus gives the keyboard to the editor, or to the title of a new note.
func (p *Page) Focus() {
	canvas := p.s.Window.Canvas()
	switch {
	case p.note.ID == 0 && p.s.Ahead != nil: // it is on its way
		p.s.Ahead.Hold()
	case p.note.Body == "" && p.note.Title == lang.X("note.untitled", "Untitled") && canvas.Focused() != fyne.Focusable(p.title):
		canvas.Focus(p.title)
		p.title.TypedShortcut(&fyne.ShortcutSelectAll{})
	case p.ways.Chosen() == read:
		canvas.Focus(p.preview)
	default:
		canvas.Focus(p.editor.Field)
	}
}

// SetComfort changes the letters of the preview.
func (p *Page) SetComfort(c reader.Comfort) {
	p.measure = c.Measure
	p.preview.SetComfort(c)
	p.head.Refresh()
	p.room.Refresh()
}

// Show reads a note and shows it.
func (p *Page) Show(place session.Place) {
	p.s.Insert = func(link string) { p.editor.write("[[" + link + "]]") }
	if place.Item == p.id {
		if place.Words != "" {
			p.seek(place.Words)
			p.render(0)
		}
		return
	}
	p.seek(place.Words)
	p.id, p.note = place.Item, notes.Note{}
	p.s.Work.Latest("note", func(ctx context.Context) (func(), error) {
		note, err := p.s.Book.Note(ctx, place.Item)
		return func() {
			p.fill(note)
			if time.Since(note.Created) < justMade {
				p.editor.toEnd(fyne.KeyPageDown, fyne.KeyEnd)
			}
			p.inspector.show()
			p.s.Loaded()
			switch ahead := p.s.Ahead; {
			case ahead != nil && ahead.Holding():
				ahead.Give(p.Focus)
			case note.Body == "":
				p.Focus()
			}
		}, err
	}, p.s.Fail)
}

// fill puts a note into the fields.
func (p *Page) fill(note notes.Note) {
	p.filling = true
	p.note, p.unsaved = note, false
	p.title.SetText(note.Title)
	p.editor.SetText(note.Body)
	p.filling = false
	p.editor.completion.hide()
	p.showMeta()
	p.render(0)
}

func (p *Page) showMeta() {
	words := lang.X("note.meta", "Note · changed {{.When}}", map[string]any{"When": session.Ago(p.note.Changed, time.Now())})
	if p.note.InTrash() {
		words = lang.X("note.trash", "Note · in the trash")
	}
	p.meta.SetRuns(parts.Run{Words: words, Colour: look.TextSecond})
}

// typed follows what the person types: soon with the preview, then by keeping
// it.
func (p *Page) typed() {
	if p.filling || p.note.ID == 0 {
		return
	}
	p.unsaved = true
	p.render(previewDelay)
	id := p.id
	p.s.Work.After(saveDelay, "save note", func(context.Context) (func(), error) {
		return func() {
			if p.id == id {
				p.save()
			}
		}, nil
	}, p.s.Fail)
}

// save keeps what was written. What cannot be kept stays in the fields, and is
// tried again at the next key.
func (p *Page) save() {
	if !p.unsaved || p.note.ID == 0 {
		return
	}
	title, body := strings.TrimSpace(p.title.Text), p.editor.Text
	if title == "" {
		title = p.note.Title
	}
	p.unsaved = false
	before := p.note
	p.note.Title, p.note.Body = title, body
	p.s.Work.InOrder(func(ctx context.Context) error {
		return p.s.Book.EditNote(ctx, before.ID, notes.NoteUpdate{Title: &title, Body: &body, Seen: &before.Body})
	}, func(err error) {
		if err != nil && p.id == before.ID {
			p.unsaved = true
		}
		p.s.Fail(err)
	})
}

// render shows the preview of what stands in the editor.
func (p *Page) render(delay time.Duration) {
	if p.ways.Chosen() == write {
		return
	}
	id, source, sought := p.id, p.editor.Text, p.sought
	p.s.Work.After(delay, "preview", func(ctx context.Context) (func(), error) {
		shown, err := p.s.Book.Preview(ctx, source)
		if err != nil {
			return nil, err
		}
		colours, err := quoteColours(ctx, p.s.Book, shown)
		hits := sought.find(shown.Body)
		return func() {
			if p.id != id {
				return
			}
			place := p.preview.Place()
			p.preview.SetDocument(reader.Document{Key: id.String(), Text: shown, QuoteColours: colours})
			p.preview.SetPlace(place)
			if p.sought.words == sought.words {
				p.mark(hits)
			}
		}, err
	}, p.s.Fail)
}

// quoteColours gives the colours of the quoted highlights.
func quoteColours(ctx context.Context, book *notes.Notebook, t text.Text) (map[string]string, error) {
	colours := map[string]string{}
	for _, block := range t.Blocks {
		for _, span := range block.Spans {
			target, ok := strings.CutPrefix(span.Target, markdown.ItemPrefix)
			if !ok || span.Style != text.Highlight {
				continue
			}
			id, err := notes.ParseID(target)
			if err != nil {
				continue
			}
			highlight, err := book.Highlight(ctx, id)
			if err != nil {
				return nil, fmt.Errorf("read highlight %s: %w", id, err)
			}
			colours[span.Target] = string(highlight.Colour)
		}
	}
	return colours, nil
}

// follow goes where a link of the preview leads.
func (p *Page) follow(target string) {
	if id, ok := strings.CutPrefix(target, markdown.ItemPrefix); ok {
		if parsed, err := notes.ParseID(id); err == nil {
			p.s.OpenID(parsed)
		}
		return
	}
	if name, ok := strings.CutPrefix(target, markdown.NewPrefix); ok {
		p.s.MakeNote(name, "")
		return
	}
	p.s.Browse(target)
}

// Changed takes over what happened to the note elsewhere. Words that were not
// kept yet win; what they replace stands in the history.
func (p *Page) Changed(change notes.Change) {
	if p.id == 0 {
		return
	}
	p.inspector.show()
	if !change.Touches(p.id) || p.unsaved {
		p.render(previewDelay)
		return
	}
	id := p.id
	p.s.Work.Latest("note again", func(ctx context.Context) (func(), error) {
		note, err := p.s.Book.Note(ctx, id)
		return func() {
			if p.id != id || p.unsaved {
				return
			}
			if note.Body != p.editor.Text || note.Title != strings.TrimSpace(p.title.Text) {
				p.fill(note)
			}
			p.note = note
			p.showMeta()
			p.s.Loaded()
		}, err
	}, func(error) {})
}

// Leave keeps what was written.
func (p *Page) Leave() {
	p.editor.completion.hide()
	p.save()
	p.s.Work.Cancel("save note")
	p.s.Insert = nil
	p.id, p.sought = 0, sought{}
}

// Status counts the words, and says which place of a query is in sight.
func (p *Page) Status() string {
	count := len(strings.Fields(p.note.Body))
	return p.sought.place() + lang.XN("status.words", "{{.N}} words", count, map[string]any{"N": count})
}

// Commands are those of a note.
func (p *Page) Commands() []session.Command {
	way := func(name string, which int) session.Command {
		return session.Command{Name: name, Checked: p.ways.Chosen() == which, Do: func() { p.ways.Choose(which) }}
	}
	return []session.Command{
		way(lang.X("command.write", "Write"), write),
		way(lang.X("command.writeread", "Write and read"), both),
		way(lang.X("command.read", "Read"), read),
		{},
		{Name: lang.X("command.bold", "Bold"), Keys: "Ctrl+B", Do: func() { p.editor.surround("**") }},
		{Name: lang.X("command.italic", "Italics"), Keys: "Ctrl+I", Do: func() { p.editor.surround("*") }},
	}
}
