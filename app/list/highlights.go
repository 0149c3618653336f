package list

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"cuttings/app/look"
	"cuttings/app/marks"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/markdown"
	"cuttings/notes/text"
)

// highlights is what the list has more while it shows the highlights of the
// whole archive: the row that sifts them, their order, and what can be done
// with several at once.
type highlights struct {
	p      *Pane
	sift   *marks.Sift
	orders *parts.Tabs
	head   fyne.CanvasObject
	bulk   *fyne.Container // below the list while some are picked
	count  *parts.Paragraph
	picked map[notes.ID]bool
}

// orders are those of the tabs.
var orders = []notes.Order{"", notes.Added, notes.ByColour, notes.ByTag, ""}

// waitingTab lists the highlights that wait to be placed.
const waitingTab = 4

func newHighlights(p *Pane) *highlights {
	h := &highlights{p: p, picked: map[notes.ID]bool{}}
	h.sift = marks.NewSift(lang.X("list.sift", "Filter"), "/")
	h.sift.OnChanged = func(marks.Wanted) { p.sift() }
	h.sift.Field.OnKey = h.fieldKey
	h.orders = parts.NewTabs(func(int) { h.p.reload(true) },
		lang.X("list.byArticle", "By article"), lang.X("list.byDate", "Date"), lang.X("list.byColour", "Colour"), lang.X("list.byTag", "Tag"), lang.X("list.waiting", "Waiting"))
	h.head = container.NewVBox(h.sift.Padded(),
		container.NewBorder(nil, parts.NewLine(), nil, nil, parts.NewInset(4, look.CardPaddingX, 8, look.CardPaddingX, h.orders)))
	h.count = parts.NewParagraph()
	h.count.MaxLines = 1
	swatches := container.New(layout.NewCustomPaddedHBoxLayout(2))
	for _, colour := range notes.Colours {
		swatches.Add(parts.NewSwatch(string(colour), marks.ColourName(colour, nil), func() { h.recolour(colour) }))
	}
	button := func(words string, do func()) fyne.CanvasObject { return parts.NewTextButton(words, parts.Plain, do) }
	tools := container.New(layout.NewCustomPaddedHBoxLayout(0),
		button(lang.X("list.tagThem", "Tag"), h.tag), button(lang.X("list.quote", "Note"), h.quote), button(lang.X("list.export", "Export"), h.export))
	h.bulk = container.NewStack(parts.NewFill(look.Panel, 0), container.NewBorder(parts.NewLine(), nil, nil, nil,
		parts.NewInset(6, look.CardPaddingX, 6, look.CardPaddingX, container.NewVBox(
			container.NewBorder(nil, nil, nil, parts.NewTextButton("×", parts.Quiet, h.clear), parts.NewInset(5, 0, 0, 0, h.count)),
			container.NewBorder(nil, nil, container.NewCenter(swatches), tools)))))
	h.bulk.Hide()
	return h
}

// enter is called when the list turns to the highlights, or away from them.
func (h *highlights) enter(here bool) {
	if !here {
		h.clear()
		return
	}
	h.offer()
}

// offer shows the tags and what the colours stand for.
func (h *highlights) offer() {
	book := h.p.s.Book
	h.p.s.Work.Latest("highlight tags", func(ctx context.Context) (func(), error) {
		rows, _, err := book.Items(ctx, notes.ItemFilter{Kinds: []notes.Kind{notes.KindTag}})
		if err != nil {
			return nil, err
		}
		var used []notes.Item
		for _, row := range rows {
			if _, total, err := book.Highlights(ctx, notes.HighlightFilter{Tag: row.ID, Limit: 1}); err != nil {
				return nil, err
			} else if total > 0 {
				used = append(used, row.Item)
			}
		}
		return func() { h.sift.Offer(used) }, nil
	}, h.p.s.Fail)
}

// wanted is the filter as it was chosen.
func (h *highlights) wanted() notes.HighlightFilter {
	w := h.sift.Wanted()
	return notes.HighlightFilter{Key: fold.String(w.Words), Colour: w.Colour, Tag: w.Tag, Order: orders[h.orders.Chosen()], Orphans: h.orders.Chosen() == waitingTab}
}

func (h *highlights) fieldKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		h.sift.Clear()
		h.p.Focus()
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		h.p.keyed.Then(h.p.enter)
	default:
		return false
	}
	return true
}

// key does what X and Escape do: pick the selected one, pick none.
func (h *highlights) key(e *fyne.KeyEvent) bool {
	switch {
	case e.Name == fyne.KeyX:
		if item := h.p.Selected(); item.ID != 0 {
			h.pick(item.ID)
		}
		return true
	case len(h.picked) > 0 && e.Name >= fyne.Key1 && e.Name <= fyne.Key5:
		h.recolour(notes.Colours[e.Name[0]-'1'])
		return true
	case e.Name == fyne.KeyEscape && len(h.picked) > 0:
		h.clear()
		return true
	}
	return false
}

// PickAll picks all that are listed, read or not.
func (p *Pane) PickAll() {
	if p.place.View != session.Highlights {
		p.s.Tell(lang.X("status.pickHighlights", "Several highlights are chosen in the list of highlights."))
		return
	}
	h := p.marks
	wanted := h.wanted()
	p.s.Work.Latest("pick", func(ctx context.Context) (func(), error) {
		rows, _, err := p.s.Book.Highlights(ctx, wanted)
		return func() {
			for _, row := range rows {
				h.picked[row.ID] = true
			}
			h.show()
		}, err
	}, p.s.Fail)
}

func (h *highlights) pick(id notes.ID) {
	if h.picked[id] {
		delete(h.picked, id)
	} else {
		h.picked[id] = true
	}
	h.show()
}

func (h *highlights) clear() {
	if len(h.picked) > 0 {
		h.picked = map[notes.ID]bool{}
		h.show()
	}
}

func (h *highlights) show() {
	count := len(h.picked)
	h.count.SetRuns(parts.Run{Words: lang.XN("list.picked", "{{.N}} highlights chosen", count, map[string]any{"N": count}), Font: look.Semibold})
	setShown(h.bulk, count > 0)
	h.p.object.Refresh()
	h.p.cards.Refresh()
}

// ids are those that are picked, in the order in which they were made.
func (h *highlights) ids() []notes.ID {
	ids := make([]notes.ID, 0, len(h.picked))
	for id := range h.picked {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

func (h *highlights) recolour(colour notes.Colour) {
	ids := h.ids()
	h.p.s.DoThen(func(ctx context.Context) error {
		return h.p.s.Book.EditHighlights(ctx, ids, notes.HighlightUpdate{Colour: &colour})
	}, func() {
		h.p.s.Tell(lang.XN("status.recoloured", "{{.N}} highlights have another colour. Ctrl+Z takes that back.", len(ids), map[string]any{"N": len(ids)}))
	})
}

func (h *highlights) tag() { h.p.s.Tag(h.ids()) }

func (h *highlights) trash() {
	ids := h.ids()
	h.p.s.DoThen(func(ctx context.Context) error { return h.p.s.Book.Delete(ctx, ids...) }, func() {
		h.clear()
		h.p.s.Tell(lang.X("status.trashed", "Moved to the trash. Ctrl+Z brings it back."))
	})
}

// quote opens a new note that quotes what is picked.
func (h *highlights) quote() {
	ids, s := h.ids(), h.p.s
	var made notes.Note
	title := lang.X("list.noteTitle", "Quotations")
	s.DoThenGo(func(ctx context.Context) error {
		var body strings.Builder
		for _, id := range ids {
			highlight, err := s.Book.Highlight(ctx, id)
			if err != nil {
				return err
			}
			body.WriteString("[[" + id.String() + "|" + markdown.Target(text.Shorten(highlight.Exact, 60)) + "]]\n\n")
		}
		var err error
		made, err = s.Book.AddNote(ctx, title, body.String())
		return err
	}, func() {
		h.clear()
		s.OpenItem(made.Item, text.Range{})
	}, func() {
		h.clear()
		s.TellMade(made.Item)
	})
}

func (h *highlights) export() { h.p.s.Export(h.ids()) }
