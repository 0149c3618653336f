package searching

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/parts"
	"cuttings/notes"
)

// Arranged marks what is opened beside the results, and offers what narrows them where
// the inspector is out of sight.
func (p *Page) Arranged() {
	if p.inspected() {
		p.showNarrow(false)
	}
	p.setChips()
	p.cards.Refresh()
}

// inspected reports whether what narrows the results is in sight beside them.
func (p *Page) inspected() bool { return p.s.Inspecting == nil || p.s.Inspecting() }

// isBeside reports whether a result is what is opened beside.
func (p *Page) isBeside(result notes.Result) bool {
	if p.s.Beside == nil {
		return false
	}
	beside := p.s.Beside()
	if beside.Mark != 0 {
		return result.ID == beside.Mark
	}
	return result.ID == beside.Item
}

// narrowing reports whether what narrows the results stands in their place.
func (p *Page) narrowing() bool { return p.area.Objects[0] == p.counts.object }

// showNarrow shows what narrows the results in their place, or the results again.
func (p *Page) showNarrow(shown bool) {
	if shown == p.narrowing() {
		return
	}
	p.area.Objects[0] = p.cards
	if shown {
		p.area.Objects[0] = p.counts.object
	}
	p.area.Refresh()
	p.setChips()
}

// narrowChip leads to what narrows the results, and back; nil where that is in sight.
func (p *Page) narrowChip() fyne.CanvasObject {
	switch {
	case p.inspected() || len(p.rows) == 0 && !p.narrowing():
		return nil
	case p.narrowing():
		return parts.NewChip(lang.X("search.backToResults", "Back to the results"), func() {
			p.showNarrow(false)
			p.intoResults()
		})
	}
	return parts.NewChip(lang.X("search.narrow", "Narrow …"), func() { p.intoFacets() })
}
