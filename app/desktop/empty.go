package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
)

// emptyPage stands where a page will be once something is open.
type emptyPage struct{ object fyne.CanvasObject }

// emptyWidth is the widest that the words of the empty page get, in Fyne units.
const emptyWidth = 380

func newEmptyPage(*session.Session) *emptyPage {
	line := func(words, keys string) fyne.CanvasObject { return keyLine(words, keys) }
	column := parts.NewColumn(8,
		parts.NewParagraph(parts.Run{Words: lang.X("empty.title", "Nothing is open"), Font: look.Serif, Size: look.QuerySize, Colour: look.TextSecond}),
		line(lang.X("empty.find", "Find anything"), "Ctrl+K"),
		line(lang.X("empty.add", "Add articles"), "Ctrl+O"),
		line(lang.X("empty.note", "Write a note"), "Ctrl+N"),
		line(lang.X("empty.next", "Open the next in the list"), "J"),
		line(lang.X("empty.keys", "All keys"), "F1"),
	)
	width := parts.NewFill(look.Clear, 0)
	width.Least = fyne.NewSize(emptyWidth, 0)
	return &emptyPage{container.NewCenter(container.NewStack(width, column))}
}

func (p *emptyPage) Object() fyne.CanvasObject    { return p.object }
func (p *emptyPage) Inspector() fyne.CanvasObject { return nil }
func (p *emptyPage) Show(session.Place)           {}
func (p *emptyPage) Changed(notes.Change)         {}
func (p *emptyPage) Leave()                       {}
func (p *emptyPage) Focus()                       {}
func (p *emptyPage) Status() string               { return "" }
func (p *emptyPage) Commands() []session.Command  { return nil }
