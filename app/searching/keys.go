package searching

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

func (p *Page) fieldKey(e *fyne.KeyEvent) bool {
	if p.regroup(e.Name) {
		return true
	}
	p.kept = false
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

// regroup renames or removes the saved search that was opened last, as its row in the
// sidebar does, while the keys cannot be meant for the field: nothing was done in it
// since, and Delete has nothing to take away there.
func (p *Page) regroup(key fyne.KeyName) bool {
	if !p.kept || p.field.SelectedText() != "" || p.field.CursorColumn < utf8.RuneCountInString(p.field.Text) {
		return false
	}
	switch key {
	case fyne.KeyF2:
		p.s.Rename(p.place.Group)
	case fyne.KeyDelete:
		p.s.Remove(p.place.Group)
	default:
		return false
	}
	p.regrouped = true
	return true
}

// Regrouped reports whether a saved search was renamed or removed from the field, and
// nothing was typed since: what is undone then is that.
func (p *Page) Regrouped() bool { return p.regrouped }

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
	p.showNarrow(false)
	if len(p.rows) == 0 {
		return
	}
	p.s.Window.Canvas().Focus(p.cards)
	if p.cards.Selected() < 0 || p.read {
		p.cards.Step(1)
	}
	p.read = false
}

func (p *Page) cardsKey(e *fyne.KeyEvent) bool {
	p.read = false
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
