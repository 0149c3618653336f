package writing

import (
	"context"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
)

// The measures of the proposals, in Fyne units.
const (
	proposalWidth  = 340
	proposalHeight = 31
	mostProposals  = 7
	completeDelay  = 40 * time.Millisecond
)

// completion is the list of proposals below an open "[[".
type completion struct {
	s      *session.Session
	editor *editor
	panel  *parts.Panel
	cards  *parts.Cards
	typed  string
	offers []offer
	shown  bool
	keyed  session.Pending // what was pressed before the offers answer what is typed
}

// offer is one proposal.
type offer struct {
	kind, name string
	target     string // what stands in the link
}

func newCompletion(s *session.Session, e *editor) *completion {
	c := &completion{s: s, editor: e}
	c.cards = parts.NewCards()
	c.cards.Lines, c.cards.Ground, c.cards.Corner = false, look.AccentBehind, look.RowCorner
	c.cards.Estimate = proposalHeight
	c.cards.Label = lang.X("complete.label", "Links")
	c.cards.Length = func() int { return len(c.offers) }
	c.cards.Height = func(int, float32) float32 { return proposalHeight }
	c.cards.Create = func() fyne.CanvasObject { return parts.NewInset(6, 8, 0, 8, parts.NewParagraph()) }
	c.cards.Bind = func(i int, o fyne.CanvasObject) {
		p := o.(*fyne.Container).Objects[0].(*parts.Paragraph)
		p.MaxLines = 1
		p.SetRuns(
			parts.Run{Words: c.offers[i].kind + "   ", Size: look.BadgeSize, Colour: look.TextThird},
			parts.Run{Words: c.offers[i].name})
	}
	c.cards.OnSelected = func(int) { c.s.Window.Canvas().Focus(c.editor.Field) }
	c.cards.OnActivated = func(int) { c.take() }
	c.panel = parts.NewPanel(look.BarCorner, parts.NewInset(5, 5, 5, 5, c.cards))
	return c
}

// changed looks at what stands before the caret.
func (c *completion) changed() {
	typed, ok := c.editor.linking()
	if !ok {
		c.hide()
		return
	}
	c.typed = typed
	c.keyed.Drop()
	c.keyed.Ask()
	c.s.Work.After(completeDelay, "complete", func(ctx context.Context) (func(), error) {
		results, err := c.s.Book.Find(ctx, typed, nil, mostProposals+3)
		return func() {
			if typed != c.typed {
				return
			}
			c.offers = nil
			for _, result := range results {
				kind := result.ItemRow.Kind
				if len(c.offers) == mostProposals || kind == notes.KindTag || kind == notes.KindCollection || kind == notes.KindSearch {
					continue
				}
				c.offers = append(c.offers, offer{session.KindName(kind), result.Shown(), notes.LinkTo(result.Item)})
			}
			if typed != "" {
				c.offers = append(c.offers, offer{
					lang.X("complete.new", "New"), lang.X("complete.note", "Link to a note “{{.Name}}” to be written", map[string]any{"Name": typed}), typed,
				})
			}
			c.show()
			c.keyed.Answered()
		}, err
	}, func(err error) {
		c.hide()
		c.s.Fail(err)
	})
}

// show puts the proposals below the caret, within the window.
func (c *completion) show() {
	if len(c.offers) == 0 || !c.editor.Visible() {
		c.hide()
		return
	}
	canvas := c.s.Window.Canvas()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.editor.Field).Add(c.editor.CursorPosition())
	size := fyne.NewSize(proposalWidth, float32(len(c.offers))*proposalHeight+10)
	line := look.LineHeight(look.ReadingSize, look.ReadingLine)
	at.X = min(max(8, at.X-20), canvas.Size().Width-size.Width-8)
	at.Y += line + 8
	if at.Y+size.Height > canvas.Size().Height-8 {
		at.Y -= size.Height + line + 24
	}
	if room := c.room(); !c.shown && room != nil {
		room.Add(c.panel)
		c.shown = true
	}
	c.panel.Resize(size)
	if room := c.room(); room != nil {
		c.panel.Move(at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(room)))
	}
	c.cards.SetSelected(-1)
	c.cards.SetSelected(0)
	c.cards.Refresh()
	c.panel.Refresh()
}

// room is the container above the window's content in which the proposals
// float; an overlay would take the keyboard from the editor.
func (c *completion) room() *fyne.Container {
	room, _ := c.s.Window.Content().(*fyne.Container)
	return room
}

func (c *completion) hide() {
	c.typed, c.keyed = "", session.Pending{}
	if !c.shown {
		return
	}
	c.shown = false
	if room := c.room(); room != nil {
		room.Remove(c.panel)
	}
}

func (c *completion) key(e *fyne.KeyEvent) bool {
	if !c.shown && (!c.keyed.Asking() || c.typed == "") {
		return false
	}
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown:
		c.keyed.Then(func() { c.cards.TypedKey(e) })
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		c.keyed.Then(c.take)
	case fyne.KeyEscape:
		c.hide()
	default:
		return false
	}
	return true
}

// take writes the selected proposal.
func (c *completion) take() {
	i := c.cards.Selected()
	if i < 0 || i >= len(c.offers) {
		return
	}
	offer, typed := c.offers[i], c.typed
	c.hide()
	c.editor.erase(utf8.RuneCountInString(typed))
	c.editor.write(offer.target + "]]")
	c.hide()
	c.s.Window.Canvas().Focus(c.editor.Field)
}
