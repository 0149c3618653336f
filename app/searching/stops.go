package searching

import (
	"slices"

	"fyne.io/fyne/v2"

	"cuttings/app/parts"
)

// stops are the chips, or the rows and bars beside the results, which the arrow keys go through.
type stops struct {
	p   *Page
	all []stop
	// onStep, if set, is told of a stop that gets the keyboard.
	onStep func(fyne.CanvasObject)
}

// stop is one of them.
type stop interface {
	fyne.CanvasObject
	fyne.Focusable
}

// set takes other stops. If one had the keyboard, the one in its place has it now, or
// the field if there is none.
func (s *stops) set(objects []fyne.CanvasObject, key func(*fyne.KeyEvent) bool) {
	had := s.at()
	s.all = nil
	for _, object := range objects {
		switch object := object.(type) {
		case *parts.Chip:
			object.OnKey = key
			s.all = append(s.all, object)
		case *parts.Row:
			object.OnKey = key
			s.all = append(s.all, object)
		case *bars:
			object.onKey = key
			s.all = append(s.all, object)
		}
	}
	if had >= 0 && !s.enter(min(had, len(s.all)-1)) {
		s.p.Focus()
	}
}

// at is the stop that has the keyboard; -1 if none has.
func (s *stops) at() int {
	focused := s.p.s.Window.Canvas().Focused()
	return slices.IndexFunc(s.all, func(one stop) bool { return focused == fyne.Focusable(one) })
}

// enter gives the keyboard to a stop; false if there is none of that number.
func (s *stops) enter(i int) bool {
	if i < 0 || i >= len(s.all) {
		return false
	}
	s.p.s.Window.Canvas().Focus(s.all[i])
	if s.onStep != nil {
		s.onStep(s.all[i])
	}
	return true
}

// step goes on to another stop; false if there is none further.
func (s *stops) step(by int) bool { return s.enter(s.at() + by) }

// chipsKey goes through the chips from left to right, up to the field and down to the
// results.
func (p *Page) chipsKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyLeft:
		p.chipStops.step(-1)
	case fyne.KeyRight:
		p.chipStops.step(1)
	case fyne.KeyUp, fyne.KeyEscape, fyne.KeySlash:
		p.Focus()
	case fyne.KeyDown:
		if len(p.rows) == 0 {
			return p.intoFacets()
		}
		p.intoResults()
	default:
		return false
	}
	return true
}

// intoChips gives the keyboard to the first chip; false if there is none.
func (p *Page) intoChips() bool { return p.chipStops.enter(0) }

// intoFacets gives the keyboard to the first of what narrows the results, which takes
// their place if it is not in sight beside them; false if nothing does.
func (p *Page) intoFacets() bool {
	if p.inspected() {
		return p.facets.object.Visible() && fyne.CurrentApp().Driver().CanvasForObject(p.facets.object) != nil && p.facets.stops.enter(0)
	}
	if len(p.counts.stops.all) == 0 {
		return false
	}
	p.showNarrow(true)
	return p.counts.stops.enter(0)
}

// facetStops are those that are in sight.
func (p *Page) facetStops() *stops {
	if p.narrowing() {
		return &p.counts.stops
	}
	return &p.facets.stops
}

// facetsKey goes through what narrows the results from above to below, and back to the
// results.
func (p *Page) facetsKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyUp:
		p.facetStops().step(-1)
	case fyne.KeyDown:
		p.facetStops().step(1)
	case fyne.KeyHome:
		p.facetStops().enter(0)
	case fyne.KeyEnd:
		p.facetStops().enter(len(p.facetStops().all) - 1)
	case fyne.KeyLeft, fyne.KeyEscape:
		p.intoResults()
	case fyne.KeySlash:
		p.Focus()
	default:
		return false
	}
	return true
}
