package reader

import (
	"slices"

	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/notes/text"
)

// Lengths of the handles at the ends of the chosen highlight, in Fyne units.
const (
	handleWidth = 3
	handleKnob  = 8
	handleReach = 7 // how near the mouse takes hold of one
)

// ends is the chosen highlight while one of its ends is dragged.
type ends struct {
	mark  string     // "" while none is
	fixed int        // the end that stays
	r     text.Range // what it would cover
}

// rangeOf returns what a highlight covers, or would cover while it is dragged.
func (p *Page) rangeOf(m Mark) text.Range {
	if m.ID == p.ends.mark && p.ends.r.Len() > 0 {
		return p.ends.r
	}
	return m.Range
}

// handle is an end of the chosen highlight in sight.
type handle struct {
	offset int
	x      float32
	top    float32
	bottom float32
	start  bool
}

// handles returns the ends of the chosen highlight that are in sight, if they
// can be moved.
func (r *painter) handles(s scene) []handle {
	p := r.page
	mark, ok := p.mark(p.chosen)
	if !ok || p.actions.OnRange == nil || p.Selection().Len() > 0 {
		return nil
	}
	within := p.rangeOf(mark)
	strips := r.strips(s, within)
	if len(strips) == 0 {
		return nil
	}
	var list []handle
	first, last := strips[0], strips[len(strips)-1]
	from, to := first.x, last.x+last.width
	if p.flow.Leftward(within.Start) { // it begins at the right
		from, to = first.x+first.width, last.x
	}
	if s.within.Contains(within.Start) {
		list = append(list, handle{within.Start, from, first.y, first.y + first.height, true})
	}
	if s.within.Contains(within.End - 1) {
		list = append(list, handle{within.End, to, last.y, last.y + last.height, false})
	}
	return list
}

// drawHandles puts them down, and remembers where for the mouse.
func (r *painter) drawHandles(s scene) {
	r.ends = r.handles(s)
	mark, _ := r.page.mark(r.page.chosen)
	_, edge := look.Highlight(mark.Colour)
	for _, h := range r.ends {
		x := round(h.x)
		r.rect(x-handleWidth/2, h.top-1, handleWidth, h.bottom-h.top+2, edge)
		y := h.bottom - handleKnob/2 + 1
		if h.start {
			y = h.top - handleKnob/2 - 1
		}
		knob := r.rect(x-handleKnob/2, y, handleKnob, handleKnob, edge)
		knob.CornerRadius = handleKnob / 2
	}
}

// takeEnd begins to drag the end that lies at pos; false if none does.
func (p *Page) takeEnd(pos fyne.Position) bool {
	h, ok := p.endAt(pos)
	if !ok {
		return false
	}
	mark, _ := p.mark(p.chosen)
	p.ends = ends{mark: mark.ID, fixed: mark.Range.Start, r: mark.Range}
	if h.start {
		p.ends.fixed = mark.Range.End
	}
	p.mouse.doing, p.mouse.moved = draggingEnd, false
	return true
}

func (p *Page) endAt(pos fyne.Position) (handle, bool) {
	if p.painter == nil {
		return handle{}, false
	}
	for _, h := range p.painter.ends {
		away := max(pos.X-h.x, h.x-pos.X)
		if away <= handleReach && pos.Y >= h.top-handleKnob && pos.Y <= h.bottom+handleKnob {
			return h, true
		}
	}
	return handle{}, false
}

// dragEnd moves the end to where the mouse is; at least one letter stays.
func (p *Page) dragEnd(pos fyne.Position) {
	pos.Y = min(max(pos.Y, 0), p.height()-1)
	found, ok := p.at(pos)
	if !ok || found.offset == p.ends.fixed {
		return
	}
	p.ends.r = text.Range{Start: min(found.offset, p.ends.fixed), End: max(found.offset, p.ends.fixed)}
	p.redraw()
}

// dropEnd asks for what the drag came to.
func (p *Page) dropEnd() {
	dragged := p.ends
	p.ends = ends{}
	if mark, ok := p.mark(dragged.mark); ok && dragged.r != mark.Range {
		p.actions.OnRange(dragged.mark, dragged.r)
	}
	p.changed()
}

// Adjust lets the person select what a highlight is to cover, with all the keys
// and the mouse that select: Enter puts it there, Escape leaves it as it is.
// A highlight that stands on the page begins as it is; one that waits to be
// placed begins with nothing selected.
func (p *Page) Adjust(markID string) {
	if markID == "" || p.actions.OnRange == nil {
		return
	}
	mark, ok := p.mark(markID)
	if ok {
		p.selectTo(mark.Range.Start, mark.Range.End)
	} else {
		p.extend(p.Place(), false)
	}
	p.adjusting, p.selection.shown = markID, true
	p.changed()
}

// Adjusting returns the highlight that is being placed, or "".
func (p *Page) Adjusting() string { return p.adjusting }

// place ends Adjust: the highlight is put over the selection, or left alone.
func (p *Page) placeAdjusted(there bool) {
	mark, r := p.adjusting, p.Selection()
	if there && r.Len() == 0 {
		return
	}
	p.adjusting = ""
	p.extend(p.selection.caret, false)
	if there {
		p.actions.OnRange(mark, r)
	}
	p.changed()
}

// Split asks for the chosen highlight to be parted where the caret is within
// it; the offset is -1 if it is not. It returns false if none is chosen.
func (p *Page) Split() bool {
	mark, ok := p.mark(p.chosen)
	if !ok || p.actions.OnSplit == nil {
		return false
	}
	at := -1
	if caret := p.selection.caret; caret > mark.Range.Start && caret < mark.Range.End {
		word := p.doc.Text.WordAt(caret)
		at = word.Start
		if caret-word.Start > word.End-caret {
			at = word.End
		}
		if at <= mark.Range.Start || at >= mark.Range.End {
			at = caret
		}
	}
	p.actions.OnSplit(mark.ID, at)
	return true
}

// Join asks for the chosen highlight and the next one in the text to be made
// one. It returns false if none is chosen, or there is none behind it.
func (p *Page) Join() bool {
	marks := p.marks.things
	i := slices.IndexFunc(marks, func(m Mark) bool { return m.ID == p.chosen })
	if i < 0 || i+1 >= len(marks) || p.actions.OnJoin == nil {
		return false
	}
	p.actions.OnJoin(marks[i].ID, marks[i+1].ID)
	return true
}
