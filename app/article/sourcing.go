package article

import (
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// telling is an event that a highlight tells of, with what it says otherwise.
type telling struct {
	notes.Source
	event notes.Entity
}

// says is what the highlight says of the event: its own account where it has one.
func (t telling) says() string {
	date := t.Date
	if date == "" {
		date = t.event.Date
	}
	return joined(session.Date(date, true), t.Place, t.Number)
}

// readTellings reads what the highlights of an article tell of.
func readTellings(ctx context.Context, book *notes.Notebook, article notes.ID) (map[notes.ID][]telling, error) {
	sources, err := book.SourcesIn(ctx, article)
	if err != nil {
		return nil, err
	}
	all := map[notes.ID][]telling{}
	for highlight, told := range sources {
		for _, source := range told {
			event, err := book.Entity(ctx, source.Event)
			if err != nil {
				return nil, fmt.Errorf("read event %s: %w", source.Event, err)
			}
			all[highlight] = append(all[highlight], telling{source, event})
		}
	}
	return all, nil
}

// sourcing is the sheet on which a person says of which events a highlight is a
// source.
type sourcing struct {
	p         *Page
	highlight notes.ID
	words     string
	told      []telling
	sheet     *sheet.Sheet
	cards     *parts.Cards
}

// The heights of the list of events, in Fyne units.
const (
	tellingHeight = 54
	mostTellings  = 4 // that are in sight at once
)

// source asks of which events a highlight is a source.
func (p *Page) source(mark string) {
	for _, row := range p.inspector.all {
		if row.ID.String() == mark {
			s := &sourcing{p: p, highlight: row.ID, words: row.Exact, told: row.tells}
			s.show()
			return
		}
	}
}

func (p *Page) sourceChosen() {
	if p.page.Chosen() == "" {
		p.chooseFirst()
		return
	}
	p.source(p.page.Chosen())
}

func (s *sourcing) show() {
	s.sheet = &sheet.Sheet{Title: lang.X("source.title", "What this highlight is a source of")}
	quoted := parts.NewParagraph(parts.Run{Words: s.words, Font: look.Serif, Size: look.QuoteSize})
	quoted.MaxLines = waitingLines
	s.cards = parts.NewCards()
	s.cards.Label = lang.X("source.title", "What this highlight is a source of")
	s.cards.Empty = lang.X("source.none", "No event yet. A takes a known one, N makes a new one.")
	s.cards.Lines, s.cards.Corner = false, look.RowCorner
	s.cards.Length = func() int { return len(s.told) }
	s.cards.Create = func() fyne.CanvasObject {
		return parts.NewInset(look.RowPadding, look.RowPadding, look.RowPadding, look.RowPadding, parts.NewParagraph())
	}
	s.cards.Bind = func(i int, o fyne.CanvasObject) {
		o.(*fyne.Container).Objects[0].(*parts.Paragraph).SetRuns(
			parts.Run{Words: s.told[i].event.Title, Font: look.Semibold},
			parts.Run{Words: "\n" + s.told[i].says(), Colour: look.TextSecond})
	}
	s.cards.OnActivated = func(int) { s.account() }
	s.cards.OnKey, s.cards.OnRune = s.key, s.letter
	s.cards.SetSelected(min(0, len(s.told)-1))
	room := parts.NewFill(look.Clear, 0)
	room.Least = fyne.NewSize(100, tellingHeight*float32(max(1, min(len(s.told), mostTellings))))
	s.sheet.Content = parts.NewColumn(look.CardPaddingY, quoted, container.NewStack(room, s.cards), s.keys())
	s.sheet.First = s.cards
	s.sheet.Show(s.p.s.Window)
}

// keys are the buttons for what can be done, with their keys.
func (s *sourcing) keys() fyne.CanvasObject {
	line := parts.NewFlow(keyGap)
	add := func(b *parts.TextButton) {
		b.OnKey = s.sheet.LongKey
		line.Add(b)
	}
	if len(s.told) > 0 {
		add(parts.NewKeyButton(lang.X("entity.account", "Its account…"), "↵", parts.Quiet, s.account))
		add(parts.NewKeyButton(lang.X("entity.notSource", "Not a source"), lang.X("key.delete", "Del"), parts.Quiet, s.remove))
	}
	add(parts.NewKeyButton(lang.X("source.known", "Known event…"), "A", parts.Quiet, s.pick))
	add(parts.NewKeyButton(lang.X("source.new", "New event…"), "N", parts.Quiet, s.make))
	return line
}

func (s *sourcing) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		s.sheet.Leave()
	case fyne.KeyDelete:
		s.remove()
	default:
		return false
	}
	return true
}

// letter does what a letter says. Letters do not come by key: they would be typed
// into the field that opens.
func (s *sourcing) letter(r rune) bool {
	switch r {
	case 'a', 'A':
		s.pick()
	case 'n', 'N':
		s.make()
	default:
		return false
	}
	return true
}

// chosen is the event that is selected, if there is one.
func (s *sourcing) chosen() (telling, bool) {
	i := s.cards.Selected()
	if i < 0 || i >= len(s.told) {
		return telling{}, false
	}
	return s.told[i], true
}

func (s *sourcing) account() {
	if one, ok := s.chosen(); ok {
		s.sheet.Leave()
		entity.AskAccount(s.p.s, one.Source, s.words)
	}
}

func (s *sourcing) remove() {
	if one, ok := s.chosen(); ok {
		s.sheet.Leave()
		entity.RemoveSource(s.p.s, one.Source)
	}
}

func (s *sourcing) pick() {
	s.sheet.Leave()
	quickfind.Pick(s.p.s, lang.X("source.event", "The event that this highlight tells of"), []notes.Kind{notes.KindEvent},
		func(event notes.ItemRow) { s.tell(event.Item) })
}

func (s *sourcing) make() {
	s.sheet.Leave()
	entity.Ask(s.p.s, notes.KindEvent, "", s.tell)
}

// tell makes the highlight a source of an event.
func (s *sourcing) tell(event notes.Item) {
	s.p.s.DoThen(func(ctx context.Context) error {
		return s.p.s.Book.SetSource(ctx, notes.Source{Event: event.ID, Highlight: s.highlight})
	}, func() {
		s.p.s.Tell(lang.X("source.made", "The highlight is a source of {{.Name}}. Ctrl+Z takes it back.", map[string]any{"Name": event.Title}))
	})
}
