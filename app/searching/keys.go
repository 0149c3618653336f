package searching

import "fyne.io/fyne/v2"

func (p *Page) fieldKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		if len(p.rows) > 0 || !p.intoChips() {
			p.enter()
		}
	case fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		p.enter()
	case fyne.KeyTab:
		return p.hints.take(0) || p.intoChips() || p.intoFacets()
	case fyne.KeyEscape:
		p.entered = false
		p.field.SetText("")
	default:
		return false
	}
	return true
}

// enter goes into the results of what is typed: now, or when they are there.
func (p *Page) enter() {
	if p.entered = p.now() != p.known.asked; p.entered {
		p.ask(0)
		return
	}
	if len(p.rows) > 0 {
		p.remember()
		p.intoResults()
	}
}

// intoResults gives the keyboard to the results.
func (p *Page) intoResults() {
	if len(p.rows) == 0 {
		return
	}
	p.s.Window.Canvas().Focus(p.cards)
	if p.cards.Selected() < 0 {
		p.cards.Step(1)
	}
}

func (p *Page) cardsKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyUp:
		first := p.cards.Selected() <= p.firstRow()
		if first {
			p.Focus()
		}
		return first
	case fyne.KeyRight:
		p.intoFacets()
	case fyne.KeyLeft:
		p.intoChips()
	case fyne.KeySlash, fyne.KeyEscape:
		p.Focus()
	default:
		return p.s.Key != nil && p.s.Key(e)
	}
	return true
}

// firstRow is the first row that can be selected.
func (p *Page) firstRow() int {
	for i, r := range p.rows {
		if r.head == "" {
			return i
		}
	}
	return 0
}
