package reader

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

// FocusGained lets the keyboard act on the page.
func (p *Page) FocusGained() { p.focused = true; p.redraw() }

// FocusLost takes the caret away.
func (p *Page) FocusLost() { p.focused, p.shift = false, false; p.redraw() }

// KeyDown notices that Shift is held.
func (p *Page) KeyDown(event *fyne.KeyEvent) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		p.shift = true
	}
}

// KeyUp notices that Shift is no longer held.
func (p *Page) KeyUp(event *fyne.KeyEvent) {
	if event.Name == desktop.KeyShiftLeft || event.Name == desktop.KeyShiftRight {
		p.shift = false
	}
}

// TypedKey moves, selects, scrolls; what it has no use for goes to OnKey.
func (p *Page) TypedKey(event *fyne.KeyEvent) {
	if p.flow != nil && (p.moveKey(event.Name, p.shift) || p.commandKey(event.Name)) {
		return
	}
	if len(event.Name) > 1 && p.actions.OnKey != nil { // letters come as runes
		p.actions.OnKey(event)
	}
}

// moveKey does what moves the caret or the page.
func (p *Page) moveKey(key fyne.KeyName, grow bool) bool {
	if key == fyne.KeySpace {
		p.page(1, grow)
		return true
	}
	var to func(from int) int
	if key == fyne.KeyLeft || key == fyne.KeyRight {
		key = p.onward(key)
	}
	switch key {
	case fyne.KeyLeft:
		to = p.doc.Text.PreviousGrapheme
	case fyne.KeyRight:
		to = p.doc.Text.NextGrapheme
	case fyne.KeyUp, fyne.KeyDown:
		p.caretVertically(key == fyne.KeyDown, grow)
		return true
	case fyne.KeyHome:
		to = p.rowStart
	case fyne.KeyEnd:
		to = p.rowEnd
	case fyne.KeyPageUp:
		p.pageCaret(-1, grow)
		return true
	case fyne.KeyPageDown:
		p.pageCaret(1, grow)
		return true
	default:
		return false
	}
	p.moveCaret(to, grow)
	return true
}

// onward turns Left and Right round in a block that is written to the left, so
// that they go where they point.
func (p *Page) onward(key fyne.KeyName) fyne.KeyName {
	if !p.flow.Leftward(p.selection.caret) {
		return key
	}
	if key == fyne.KeyLeft {
		return fyne.KeyRight
	}
	return fyne.KeyLeft
}

// commandKey does what acts on the selection or the chosen highlight.
func (p *Page) commandKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyDelete, fyne.KeyBackspace:
		return p.Selection().Len() == 0 && p.remove()
	case fyne.KeyReturn, fyne.KeyEnter:
		if p.adjusting != "" {
			p.placeAdjusted(true)
			return true
		}
		if p.chosen == "" {
			return p.followCaret()
		}
		p.comment()
		return true
	case fyne.KeyEscape:
		switch {
		case p.adjusting != "":
			p.placeAdjusted(false)
		case p.Selection().Len() > 0:
			p.extend(p.selection.caret, false)
		case p.chosen != "":
			p.choose("", false)
		default:
			return false
		}
		return true
	}
	return false
}

// moveCaret puts the caret where to leads from where it is; a caret that was
// not in sight begins at the first row that is.
func (p *Page) moveCaret(to func(int) int, grow bool) {
	from := p.caret()
	if r := p.Selection(); r.Len() > 0 && !grow {
		from = p.selection.caret
	}
	p.putCaret(p.offBreak(from, to(from)), grow)
	p.selection.goal = 0
}

func (p *Page) putCaret(offset int, grow bool) {
	p.selection.shown = true
	p.extend(offset, grow)
	p.reveal(p.selection.caret)
}

// caret returns where the caret is. One that was never shown, and has
// nothing selected, starts at the first row in sight.
func (p *Page) caret() int {
	if !p.selection.shown && p.Selection().Len() == 0 && !p.inSight(p.selection.caret) {
		p.selection.anchor, p.selection.caret = p.Place(), p.Place()
	}
	return p.selection.caret
}

func (p *Page) inSight(offset int) bool {
	spot, ok := p.flow.SpotAt(offset)
	if !ok {
		return false
	}
	y, near := p.flow.Distance(p.view, spot, p.height())
	return near && y+p.flow.Row(spot).Height > 0 && y < p.height()
}

// offBreak moves an offset out of the break between two blocks, onward in
// the direction from which it came.
func (p *Page) offBreak(from, to int) int {
	blocks := p.doc.Text.Blocks
	i := p.doc.Text.BlockAt(to)
	switch {
	case len(blocks) == 0:
		return 0
	case i < 0:
		return blocks[0].Start
	case to <= blocks[i].End:
		return to
	case to > from && i+1 < len(blocks):
		return blocks[i+1].Start
	}
	return blocks[i].End
}

func (p *Page) rowStart(from int) int {
	if spot, ok := p.flow.SpotAt(from); ok {
		return p.flow.Row(spot).Start
	}
	return from
}

func (p *Page) rowEnd(from int) int {
	spot, ok := p.flow.SpotAt(from)
	if !ok {
		return from
	}
	row := p.flow.Row(spot)
	if next, _ := p.flow.SpotAt(row.Drawn); next != spot {
		return p.doc.Text.PreviousGrapheme(row.Drawn) // a word was cut: its end is the next row's start
	}
	return row.Drawn
}

// caretVertically moves the caret a row up or down, as straight as it can.
func (p *Page) caretVertically(down, grow bool) {
	from := p.caret()
	spot, ok := p.flow.SpotAt(from)
	if !ok {
		return
	}
	goal := p.selection.goal
	if goal == 0 {
		goal = p.flow.X(p.flow.Row(spot), from)
	}
	next, ok := p.flow.Beside(spot, goal, down)
	if !ok {
		if !down {
			p.show(layout.View{})
		}
		return
	}
	p.putCaret(p.flow.Offset(p.flow.Row(next), goal), grow)
	p.selection.goal = goal
}

// page scrolls by a page, back if back is true or by is negative.
func (p *Page) page(by float32, back bool) {
	if back {
		by = -by
	}
	p.scrollBy(by * p.pageful())
}

// pageful is a page less the rows that stay in sight to go on reading from.
func (p *Page) pageful() float32 {
	style := p.style()
	return max(p.height()-2*style.Size*style.LineHeight, p.height()/2)
}

// pageCaret scrolls by a page, and takes the caret along if it is shown.
func (p *Page) pageCaret(by float32, grow bool) {
	if !p.selection.shown && !grow {
		p.page(by, false)
		return
	}
	from := p.caret()
	spot, ok := p.flow.SpotAt(from)
	if !ok {
		return
	}
	x := p.flow.X(p.flow.Row(spot), from)
	y, near := p.flow.Distance(p.view, spot, p.height())
	if !near {
		y = 0
	}
	before := p.view
	p.scrollBy(by * p.pageful())
	if p.view == before { // at an end: the caret goes there
		y = p.height() * max(by, 0)
	}
	if next, _, ok := p.flow.Hit(p.view, x, y+1); ok && next.Section > 0 {
		p.putCaret(p.flow.Offset(p.flow.Row(next), x), grow)
	}
}

// TypedRune acts on the selection or the chosen highlight; what it has no
// use for goes to OnRune.
func (p *Page) TypedRune(r rune) {
	if r == ' ' || p.runeCommand(unicode.ToLower(r)) {
		return
	}
	if p.actions.OnRune != nil {
		p.actions.OnRune(r)
	}
}

func (p *Page) runeCommand(r rune) bool {
	if p.adjusting != "" && r != '[' && r != ']' {
		return true // nothing else is done to the words meanwhile
	}
	switch {
	case r == 'a' && p.chosen != "" && p.Selection().Len() == 0 && p.actions.OnRange != nil:
		p.Adjust(p.chosen)
		return true
	case r == 's' && p.Selection().Len() == 0 && p.chosen != "":
		return p.Split()
	case r == '+' && p.chosen != "":
		return p.Join()
	case r == 'o':
		return p.source()
	case r >= '1' && int(r-'1') < len(colours):
		return p.colour(colours[r-'1'])
	case r == 'n':
		return p.about(p.actions.OnNote)
	case r == 'p':
		return p.about(p.actions.OnPerson)
	case r == 'e':
		return p.about(p.actions.OnEvent)
	case r == 'c':
		return p.about(p.actions.OnCopyQuote)
	case r == '[' && p.flow != nil:
		p.stepMark(-1)
		return true
	case r == ']' && p.flow != nil:
		p.stepMark(1)
		return true
	}
	return false
}

// TypedShortcut copies, selects all, and moves by words; what it has no use
// for goes on to the window.
func (p *Page) TypedShortcut(shortcut fyne.Shortcut) {
	switch s := shortcut.(type) {
	case *fyne.ShortcutCopy:
		p.copySelection(s.Clipboard)
		return
	case *fyne.ShortcutSelectAll:
		p.Select(text.Range{Start: 0, End: len(p.doc.Text.Body)})
		return
	case *desktop.CustomShortcut:
		if p.flow != nil && p.wordKey(s) {
			return
		}
	}
	if window, ok := fyne.CurrentApp().Driver().CanvasForObject(p).(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

// wordKey does what Ctrl does with the keys that move.
func (p *Page) wordKey(s *desktop.CustomShortcut) bool {
	grow := s.Modifier&fyne.KeyModifierShift != 0
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault {
		return false
	}
	key := s.KeyName
	if key == fyne.KeyLeft || key == fyne.KeyRight {
		key = p.onward(key)
	}
	switch key {
	case fyne.KeyLeft:
		p.moveCaret(p.doc.Text.PreviousWord, grow)
	case fyne.KeyRight:
		p.moveCaret(p.doc.Text.NextWord, grow)
	case fyne.KeyHome:
		p.moveCaret(func(int) int { return 0 }, grow)
		p.show(layout.View{})
	case fyne.KeyEnd:
		p.moveCaret(func(int) int { return len(p.doc.Text.Body) }, grow)
	default:
		return false
	}
	return true
}
