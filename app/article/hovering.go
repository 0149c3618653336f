package article

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

const (
	// hoverDelay is how long the mouse rests on a name before its card appears.
	hoverDelay = 300 * time.Millisecond
	// mostSaid is how many bytes of a description a card shows.
	mostSaid = 160
)

// Lengths of the card, in Fyne units.
const (
	hoverWidth = 320 // at most
	hoverBelow = 20  // the pointer, so that the words can be read
	hoverEdge  = 8   // to the page's edges
)

// hovering is the card beside the mouse that says who is named. It takes neither
// the keyboard nor, since it keeps off the pointer, the mouse.
type hovering struct {
	p      *Page
	words  *parts.Paragraph
	panel  *parts.Panel
	object *fyne.Container
}

func newHovering(p *Page) *hovering {
	h := &hovering{p: p, words: parts.NewParagraph()}
	h.panel = parts.NewPanel(look.BarCorner, parts.NewInset(9, look.CardPaddingX, 9, look.CardPaddingX, h.words))
	h.panel.Hide()
	h.object = container.New(h, h.panel)
	return h
}

// MinSize is nothing: the card takes the page's room.
func (h *hovering) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout puts the card below the pointer, or above it where the page ends.
func (h *hovering) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at := h.p.page.Pointer()
	width := min(h.width(), size.Width-2*hoverEdge)
	height := parts.Height(objects[0], width)
	y := at.Y + hoverBelow
	if y+height > size.Height-hoverEdge {
		y = at.Y - hoverBelow - height
	}
	objects[0].Resize(fyne.NewSize(width, height))
	objects[0].Move(fyne.NewPos(max(hoverEdge, min(at.X-hoverBelow, size.Width-width-hoverEdge)), max(hoverEdge, y)))
}

// width is what the longest line needs, as far as a card may be wide.
func (h *hovering) width() float32 {
	longest := float32(0)
	for _, line := range strings.Split(h.words.Words(), "\n") {
		longest = max(longest, look.Measure(line, look.Semibold, look.InterfaceSize).Width)
	}
	return min(longest+2*look.CardPaddingX+1, hoverWidth)
}

// hide takes the card away, and forgets the one that was on its way.
func (h *hovering) hide() {
	h.p.s.Work.Cancel("hover")
	if h.panel.Visible() {
		h.panel.Hide()
	}
}

// soon shows after a while what say reads in the background.
func (h *hovering) soon(say func(ctx context.Context) ([]parts.Run, error)) {
	h.p.s.Work.After(hoverDelay, "hover", func(ctx context.Context) (func(), error) {
		runs, err := say(ctx)
		return func() {
			h.words.SetRuns(runs...)
			h.panel.Show()
			h.object.Refresh()
			h.panel.Refresh()
		}, err
	}, h.p.s.Fail)
}

// mention shows who is named.
func (h *hovering) mention(row nameRow) {
	book := h.p.s.Book
	h.soon(func(ctx context.Context) ([]parts.Run, error) {
		entity, err := book.Entity(ctx, row.ID)
		if err != nil {
			return nil, err
		}
		rows, _, err := book.Items(ctx, notes.ItemFilter{IDs: []notes.ID{row.ID}})
		if err != nil {
			return nil, err
		}
		known, all := "", row.count
		if len(rows) > 0 {
			known, all = session.Known(rows[0]), rows[0].Count
		}
		return mentionRuns(entity, known, row.count, all), nil
	})
}

// mentionRuns say what an entity is called, what is known of it, and how often it
// is named here and in all articles.
func mentionRuns(entity notes.Entity, known string, here, all int) []parts.Run {
	second := func(words string) parts.Run { return parts.Run{Words: "\n" + words, Colour: look.TextSecond} }
	runs := []parts.Run{
		{Words: entity.Title, Font: look.Semibold},
		{Words: "  " + session.KindName(entity.Kind), Size: look.BadgeSize, Colour: look.TextThird},
	}
	described := session.Unlinked(entity.Description)
	if known = session.Unlinked(known); known != "" && !strings.HasPrefix(described, known) { // lists know of some no more than that
		runs = append(runs, second(known))
	}
	if described != "" {
		runs = append(runs, second(text.Shorten(described, mostSaid)))
	}
	counts := joined(
		lang.XN("hover.here", "named {{.N}} times here", here, map[string]any{"N": here}),
		lang.XN("list.mentions", "{{.N}} mentions", all, map[string]any{"N": all}))
	return append(runs, parts.Run{Words: "\n" + counts, Size: look.BadgeSize, Colour: look.TextThird})
}

// hoverRuns say what is suggested; of words that could be several, who they are.
func (w waiting) hoverRuns() []parts.Run {
	if w.section != ofUnclear {
		return []parts.Run{{Words: w.hovered(), Colour: look.TextSecond}}
	}
	runs := []parts.Run{{Words: ofUnclear.words(), Font: look.Semibold}}
	for _, one := range w.candidates {
		runs = append(runs,
			parts.Run{Words: "\n" + one.Title},
			parts.Run{Words: "  " + joined(session.KindName(one.Kind), session.Known(one)), Size: look.BadgeSize, Colour: look.TextSecond})
	}
	decide := lang.X("hover.decide", "Click to decide")
	return append(runs, parts.Run{Words: "\n" + decide, Size: look.BadgeSize, Colour: look.TextThird})
}

// hover says what lies under the mouse: where a link leads, who is named, what is
// suggested.
func (p *Page) hover(link, mention, suggestion string) {
	p.hovering.hide()
	words := link
	switch {
	case link != "" && link[0] == '#':
		words = lang.X("status.within", "A place in this article")
	case link != "":
	case mention != "":
		for _, row := range p.inspector.details.names {
			if row.ID.String() == mention {
				words = row.Title + " · " + session.KindName(row.Kind)
				p.hovering.mention(row)
			}
		}
	case suggestion != "":
		w, found := p.inspector.suggested.find(suggestion)
		if !found {
			break
		}
		words = w.hovered()
		p.hovering.soon(func(context.Context) ([]parts.Run, error) { return w.hoverRuns(), nil })
	}
	p.s.Tell(words)
}
