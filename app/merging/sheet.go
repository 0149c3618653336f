// Package merging is the sheet on which two entities become one: what either
// has, side by side, what is taken, and what becomes of it. The merging itself
// is one operation of the notebook; nothing is changed before it is confirmed.
package merging

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

const (
	// previewShare is the preview's share of the height that it and the lines have,
	// where that is not enough for both.
	previewShare = 0.35
	// leastLines and leastPreview are what either has at least, in Fyne units: in a
	// lower window the whole sheet is scrolled.
	leastLines, leastPreview = 110, 40
)

// form is an open sheet.
type form struct {
	s      *session.Session
	pair   pair
	fields []*field
	done   func(kept notes.ID)

	sheet   *sheet.Sheet
	heads   *columns
	cards   *parts.Cards
	preview *parts.Paragraph
	room    *parts.Scroll
	follow  *parts.Paragraph

	linesRoom, previewRoom *parts.Fill // they give the height
}

// Open asks how two entities become one and merges the second into the first.
// done is called once they are one, with the one that stays: the person may have
// made it the other.
func Open(s *session.Session, kept, gone notes.ID, done func(kept notes.ID)) {
	s.Work.Latest("merge", func(ctx context.Context) (func(), error) {
		p, err := readPair(ctx, s.Book, kept, gone)
		return func() { newForm(s, p, done).sheet.Show(s.Window) }, err
	}, s.Fail)
}

func readPair(ctx context.Context, book *notes.Notebook, kept, gone notes.ID) (p pair, err error) {
	p.names = map[notes.ID]string{}
	if p.kept, err = book.Entity(ctx, kept); err != nil {
		return p, err
	}
	if p.gone, err = book.Entity(ctx, gone); err != nil {
		return p, err
	}
	if p.joined, err = book.PreviewMerge(ctx, kept, gone); err != nil {
		return p, err
	}
	refer := []notes.ID{p.kept.Place, p.gone.Place}
	for _, part := range p.joined.Participants {
		refer = append(refer, part.Entity)
	}
	for _, id := range refer {
		if id == 0 {
			continue
		}
		if p.names[id], err = book.Title(ctx, id); err != nil {
			return p, err
		}
	}
	if _, p.follows.mentions, err = book.Mentions(ctx, notes.MentionFilter{Entity: gone, Limit: 1}); err != nil {
		return p, err
	}
	links, err := book.LinksTo(ctx, gone)
	if err != nil {
		return p, err
	}
	for _, link := range links {
		if link.Relation == notes.Linked {
			p.follows.links++
		}
	}
	events, err := book.EventsWith(ctx, gone)
	p.follows.events = len(events)
	return p, err
}

func newForm(s *session.Session, p pair, done func(kept notes.ID)) *form {
	f := &form{s: s, pair: p, done: done, fields: p.fields()}
	f.sheet = &sheet.Sheet{
		Title:   lang.X("merge.title", "Merge {{.A}} and {{.B}}", map[string]any{"A": p.kept.Title, "B": p.gone.Title}),
		Confirm: lang.X("merge.do", "Merge"), Width: sheet.Wide, Fit: f.fit, Answer: f.answer,
	}
	f.heads = newColumns(nil)
	f.heads.set(
		[]parts.Run{{Words: lang.X("merge.left", "Stays"), Size: look.BadgeSize, Colour: look.TextSecond}},
		[]parts.Run{{Words: lang.X("merge.right", "Goes into it"), Size: look.BadgeSize, Colour: look.TextSecond}})
	f.cards = parts.NewCards()
	f.cards.Ground, f.cards.Corner = look.Selected, look.RowCorner
	f.cards.Label = lang.X("merge.fields", "What is taken of either")
	f.cards.Length = func() int { return len(f.fields) }
	f.cards.Create = func() fyne.CanvasObject { return newLine(f) }
	f.cards.Bind = func(i int, o fyne.CanvasObject) { o.(*line).set(i) }
	f.cards.OnKey, f.cards.OnRune = f.key, f.letter
	f.cards.OnSelected = func(int) { f.s.Window.Canvas().Focus(f.cards) }
	f.cards.OnActivated = f.cards.OnSelected
	f.preview, f.follow = parts.NewParagraph(), parts.NewParagraph()
	f.room = parts.NewScroll(f.preview)
	f.linesRoom, f.previewRoom = parts.NewFill(look.Clear, 0), parts.NewFill(look.Clear, 0)
	f.sheet.Content = parts.NewColumn(8,
		parts.NewInset(0, linePadding, 0, linePadding, f.heads), container.NewStack(f.linesRoom, f.cards),
		parts.NewSection(lang.X("merge.preview", "What it becomes")), container.NewStack(f.previewRoom, f.room), f.follow, f.buttons())
	f.sheet.First = f.cards
	f.cards.SetSelected(0)
	f.show()
	return f
}

// fit gives the lines and the preview the height that they need, or what the window
// has left for them.
func (f *form) fit() {
	room := f.sheet.Room(f.s.Window)
	width := room.Width
	lines := float32(0)
	probe := newLine(f)
	for i := range f.fields {
		probe.set(i)
		lines += probe.Fit(width) + look.LineWidth
	}
	f.linesRoom.Least, f.previewRoom.Least = fyne.NewSize(100, 0), fyne.NewSize(100, 0)
	least := f.cards.MinSize().Height + f.room.MinSize().Height
	left := room.Height - (parts.Height(f.sheet.Content, width) - least)
	preview := min(f.preview.Fit(width), max(left*previewShare, left-lines))
	f.linesRoom.Least = fyne.NewSize(100, max(min(lines, left-preview), min(lines, leastLines)))
	f.previewRoom.Least = fyne.NewSize(100, max(preview, leastPreview))
}

// buttons are what the keys of the list do, each with its key.
func (f *form) buttons() fyne.CanvasObject {
	take := func(s side) func() { return func() { f.choose(f.cards.Selected(), s) } }
	flow := parts.NewFlow(12)
	for _, one := range []struct {
		key, words string
		do         func()
	}{
		{"←", lang.X("merge.keyLeft", "take the left"), take(left)},
		{"→", lang.X("merge.keyRight", "take the right"), take(right)},
		{"B", lang.X("merge.keyBoth", "both"), take(both)},
		{"X", lang.X("merge.keySwap", "the other stays"), f.swap},
		{"↵", lang.X("merge.do", "Merge"), f.sheet.Accept},
	} {
		button := parts.NewKeyButton(one.words, one.key, parts.Quiet, one.do)
		button.OnKey = f.buttonKey
		flow.Add(button)
	}
	return flow
}

// buttonKey goes back to the lines with Up and Down; Enter presses the button.
func (f *form) buttonKey(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyUp && e.Name != fyne.KeyDown {
		return f.sheet.LongKey(e)
	}
	f.s.Window.Canvas().Focus(f.cards)
	f.cards.TypedKey(e)
	return true
}

// key chooses a side or answers the sheet; the others move in the list.
func (f *form) key(e *fyne.KeyEvent) bool {
	switch at := f.cards.Selected(); e.Name {
	case fyne.KeyLeft:
		f.choose(at, left)
	case fyne.KeyRight:
		f.choose(at, right)
	default:
		return f.sheet.Key(e)
	}
	return true
}

// letter takes both, or makes the other one stay.
func (f *form) letter(r rune) bool {
	switch r {
	case 'b', 'B':
		f.choose(f.cards.Selected(), both)
	case 'x', 'X':
		f.swap()
	default:
		return false
	}
	return true
}

// choose takes a side of the selected line.
func (f *form) choose(i int, s side) {
	if i < 0 || i >= len(f.fields) || s == both && !f.fields[i].canBoth {
		return
	}
	f.fields[i].choice, f.fields[i].byHand = s, true
	f.cards.RefreshItem(i)
	f.show()
}

// swap makes the other entity the one that stays. What was chosen by hand stays
// chosen; what was proposed is proposed anew.
func (f *form) swap() {
	id, gone := f.pair.gone.ID, f.pair.kept.ID
	f.s.Work.Latest("merge", func(ctx context.Context) (func(), error) {
		p, err := readPair(ctx, f.s.Book, id, gone)
		return func() {
			f.pair = p
			before := f.fields
			f.fields = p.fields()
			for _, now := range f.fields {
				for _, was := range before {
					if was.name == now.name && was.byHand {
						now.choice, now.byHand = was.choice.across(), true
					}
				}
			}
			f.cards.Refresh()
			f.show()
		}, err
	}, f.s.Fail)
}

// show says what becomes of the two, and what follows.
func (f *form) show() {
	e := f.pair.result(f.fields)
	said := []parts.Run{{Words: e.Title, Font: look.Semibold}}
	add := func(words string, colour fyne.ThemeColorName) {
		if words != "" {
			said = append(said, parts.Run{Words: "\n" + words, Colour: colour})
		}
	}
	if len(e.Aliases) > 0 {
		add(lang.X("merge.aliases", "also called {{.Names}}", map[string]any{"Names": strings.Join(e.Aliases, "; ")}), look.TextSecond)
	}
	add(rolesWords(e.Roles), look.Text)
	add(session.Date(e.Date, true), look.Text)
	add(f.pair.names[e.Place], look.Text)
	add(f.pair.parts(e.Participants), look.Text)
	add(session.Unlinked(e.Description), look.TextSecond)
	f.preview.SetRuns(said...)
	f.follow.SetRuns(parts.Run{Words: f.pair.follows.words(), Size: look.BadgeSize, Colour: look.TextSecond})
	if f.sheet.Shown() {
		f.sheet.Refresh()
	}
}

// answer merges.
func (f *form) answer() string {
	p := f.pair
	result := p.result(f.fields)
	f.s.DoThen(func(ctx context.Context) error {
		return f.s.Book.Merge(ctx, p.kept.ID, p.gone.ID, p.update(result))
	}, func() {
		f.done(p.kept.ID)
		f.s.Tell(lang.X("merge.done", "{{.A}} and {{.B}} are one now. Ctrl+Z takes it back.", map[string]any{"A": p.kept.Title, "B": p.gone.Title}))
	})
	return ""
}
