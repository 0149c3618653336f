package reader

import (
	"fyne.io/fyne/v2"

	"cuttings/notes/text"
)

// selection is what is selected: from where it was begun to the caret.
type selection struct {
	anchor, caret int
	goal          float32 // the x that Up and Down keep to, or 0
	shown         bool    // the caret is drawn: the keyboard was used
}

func (s selection) bounds() text.Range {
	return text.Range{Start: min(s.anchor, s.caret), End: max(s.anchor, s.caret)}
}

// Selection returns what is selected; an empty range if nothing is.
func (p *Page) Selection() text.Range { return p.selection.bounds() }

// Select selects r, as far as it lies in the text, without scrolling.
func (p *Page) Select(r text.Range) {
	p.selectTo(r.Start, r.End)
}

// Deselect gives the selection up; the caret stays where it ended.
func (p *Page) Deselect() { p.extend(p.selection.caret, false) }

// SelectedWords returns the words that are selected.
func (p *Page) SelectedWords() string { return p.doc.Text.Slice(p.Selection()) }

// selectTo selects from anchor to caret, on character boundaries.
func (p *Page) selectTo(anchor, caret int) {
	before := p.Selection()
	p.selection.anchor, p.selection.caret = p.within(anchor), p.within(caret)
	after := p.Selection()
	if after.Len() > 0 && p.chosen != "" {
		p.choose("", false)
	}
	p.changed()
	if after != before && (after.Len() > 0 || before.Len() > 0) && p.actions.OnSelection != nil {
		p.actions.OnSelection(after)
	}
}

// within returns offset clamped to the body and to the start of a character.
func (p *Page) within(offset int) int {
	body := p.doc.Text.Body
	offset = min(max(offset, 0), len(body))
	for offset > 0 && offset < len(body) && body[offset]&0xC0 == 0x80 {
		offset--
	}
	return offset
}

// extend moves the caret to offset; what is selected follows it if grow is
// true, and is given up if not.
func (p *Page) extend(offset int, grow bool) {
	if grow {
		p.selectTo(p.selection.anchor, offset)
	} else {
		p.selectTo(offset, offset)
	}
}

// paragraph returns the range of the block that holds offset.
func (p *Page) paragraph(offset int) text.Range {
	if i := p.doc.Text.BlockAt(offset); i >= 0 {
		return p.doc.Text.Blocks[i].Range
	}
	return text.Range{}
}

// words returns the range that a click selects around offset: nothing, a
// word or a paragraph.
func (p *Page) around(offset, clicks int) text.Range {
	switch clicks {
	case 1:
		return text.Range{Start: offset, End: offset}
	case 2:
		return p.doc.Text.WordAt(offset)
	}
	return p.paragraph(offset)
}

// copySelection puts the words that are selected on the clipboard.
func (p *Page) copySelection(to fyne.Clipboard) {
	words := p.SelectedWords()
	if words == "" {
		return
	}
	if to == nil {
		to = fyne.CurrentApp().Clipboard()
	}
	to.SetContent(words)
}

// chosenRange returns what a command is about: the selection, or else the
// chosen highlight.
func (p *Page) chosenRange() text.Range {
	if r := p.Selection(); r.Len() > 0 {
		return r
	}
	mark, _ := p.mark(p.chosen)
	return mark.Range
}

// colour marks the selection, or gives the chosen highlight another colour.
// It returns false if there is neither.
func (p *Page) colour(name string) bool {
	if r := p.Selection(); r.Len() > 0 {
		if p.actions.OnHighlight == nil {
			return false
		}
		p.actions.OnHighlight(r, name)
		return true
	}
	if p.chosen == "" || p.actions.OnRecolour == nil {
		return false
	}
	p.actions.OnRecolour(p.chosen, name)
	return true
}

// about calls what is asked of the selection or the chosen highlight. It
// returns false if there is neither, or nobody to ask.
func (p *Page) about(ask func(text.Range)) bool {
	r := p.chosenRange()
	if r.Len() == 0 || ask == nil {
		return false
	}
	ask(r)
	return true
}

// comment asks for the chosen highlight's comment.
func (p *Page) comment() {
	switch {
	case p.chosen == "":
	case p.actions.OnComment != nil:
		p.actions.OnComment(p.chosen)
	case p.actions.OnMark != nil:
		p.actions.OnMark(p.chosen)
	}
}

// source asks for the event that the chosen highlight tells of.
func (p *Page) source() bool {
	if p.chosen == "" || p.Selection().Len() > 0 || p.actions.OnSource == nil {
		return false
	}
	p.actions.OnSource(p.chosen)
	return true
}

// remove asks for the chosen highlight to be removed.
func (p *Page) remove() bool {
	if p.chosen == "" || p.actions.OnDelete == nil {
		return false
	}
	p.actions.OnDelete(p.chosen)
	return true
}
