package article

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"cuttings/notes"
	"cuttings/notes/text"
)

// moveTo puts a highlight over other words of the capture that is shown.
func (p *Page) moveTo(mark string, r text.Range) {
	id, ok := parse(mark)
	if !ok {
		return
	}
	capture := p.reading.Capture.ID
	p.s.DoThen(func(ctx context.Context) error {
		return p.s.Book.EditHighlight(ctx, id, notes.HighlightUpdate{Range: &r, Capture: capture})
	}, func() { p.choose(id) })
}

// adjust lets the ends of the chosen highlight be moved by keyboard.
func (p *Page) adjust() {
	if p.page.Chosen() == "" {
		p.chooseFirst()
		return
	}
	p.Focus()
	p.page.Adjust(p.page.Chosen())
}

func (p *Page) chooseFirst() {
	p.s.Tell(lang.X("status.chooseMark", "Choose a highlight first: click it, or press ] and [."))
}

func (p *Page) splitChosen() {
	if !p.page.Split() {
		p.chooseFirst()
	}
}

func (p *Page) joinChosen() {
	switch {
	case p.page.Chosen() == "":
		p.chooseFirst()
	case !p.page.Join():
		p.s.Tell(lang.X("status.noNext", "No highlight follows this one."))
	}
}

// placeByHand lets the person select where an orphan belongs.
func (p *Page) placeByHand(mark string) {
	p.Focus()
	p.page.Adjust(mark)
	p.s.Tell(lang.X("status.placeByHand", "Select the words where the highlight belongs, then press Enter. Esc leaves it waiting."))
}

// placeNext begins to place the chosen orphan, or else the first there is.
func (p *Page) placeNext() {
	if len(p.reading.Orphans) == 0 {
		p.s.Tell(lang.X("status.noOrphans", "No highlight of this article waits to be placed."))
		return
	}
	orphan := p.reading.Orphans[0].ID.String()
	for _, one := range p.reading.Orphans {
		if one.ID.String() == p.inspector.chosen {
			orphan = p.inspector.chosen
		}
	}
	p.inspector.choose(orphan)
	p.placeByHand(orphan)
}

// split parts a highlight in two where the caret is.
func (p *Page) split(mark string, at int) {
	id, ok := parse(mark)
	switch {
	case !ok:
	case !p.reading.Current():
		p.s.Tell(lang.X("status.oldCapture", "Highlights are split and joined in the newest capture."))
	case at < 0:
		p.s.Tell(lang.X("status.splitWhere", "Click in the highlight where it is to be split, then press S."))
	default:
		p.s.Do(func(ctx context.Context) error {
			_, err := p.s.Book.SplitHighlight(ctx, id, at)
			return err
		})
	}
}

// join makes one of two highlights.
func (p *Page) join(mark, next string) {
	first, ok := parse(mark)
	second, ok2 := parse(next)
	if !ok || !ok2 {
		return
	}
	if !p.reading.Current() {
		p.s.Tell(lang.X("status.oldCapture", "Highlights are split and joined in the newest capture."))
		return
	}
	var kept notes.ID
	p.s.DoThen(func(ctx context.Context) (err error) {
		kept, err = p.s.Book.JoinHighlights(ctx, []notes.ID{first, second})
		return err
	}, func() {
		p.choose(kept)
		p.s.Tell(lang.X("status.joined", "The highlights are one. Ctrl+Z parts them again."))
	})
}

// Chosen is the highlight that is outlined; zero if none is.
func (p *Page) Chosen() notes.ID {
	if p.page.Selection().Len() > 0 {
		return 0
	}
	id, _ := parse(p.page.Chosen())
	return id
}
