package reader

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

// Clicks that follow each other within clickPause and clickReach count
// together.
const (
	clickPause = 400 * time.Millisecond
	clickReach = 5
)

// mouse is what the mouse is doing.
type mouse struct {
	doing     doing
	clicks    int // 1, 2 or 3 in a row
	at        fyne.Position
	when      time.Time
	pointer   fyne.Position // where it was last
	first     text.Range    // what the press selected; a drag keeps it selected
	moved     bool
	grab      float32 // where on the thumb it was taken hold of
	over      bool    // over the scroll bar
	cursor    desktop.StandardCursor
	told      string        // what OnHover was told last
	scrolling chan struct{} // closed to end scrolling beyond the edge
}

type doing int

const (
	nothing doing = iota
	selecting
	draggingThumb
	draggingEnd
)

// target is what lies under the mouse.
type target struct {
	offset int         // the nearest boundary between graphemes
	inside int         // the offset of the letter itself, or -1 beside the words
	run    *layout.Run // nil beside the words
}

// at returns what lies at a position of the page; false if it shows no text.
func (p *Page) at(pos fyne.Position) (target, bool) {
	if p.flow == nil {
		return target{}, false
	}
	left, _ := p.column()
	x := pos.X - left
	if run := p.headRun(x, pos.Y); run != nil {
		return target{inside: -1, run: run}, true
	}
	spot, within, ok := p.flow.Hit(p.view, x, pos.Y)
	if !ok {
		return target{}, false
	}
	if spot.Section == 0 {
		return target{offset: p.doc.Text.Blocks[0].Start, inside: -1}, true
	}
	row := p.flow.Row(spot)
	found := target{offset: p.flow.Offset(row, x), inside: -1}
	run := layout.RunAt(row, x)
	if run == nil || within < row.Y || within >= row.Y+row.Height {
		return found, true
	}
	found.run, found.inside = run, found.offset
	if found.offset > run.Start && p.flow.X(row, found.offset) > x {
		found.inside = max(p.doc.Text.PreviousGrapheme(found.offset), run.Start)
	}
	return found, true
}

// headRun returns the run under the title at a point, if it is a link.
func (p *Page) headRun(x, y float32) *layout.Run {
	if p.view.Section != 0 {
		return nil
	}
	y += p.view.Within
	rows := p.flow.Section(0).Rows
	for i := range rows {
		if y >= rows[i].Y && y < rows[i].Y+rows[i].Height {
			if run := layout.RunAt(&rows[i], x); run != nil && run.Meta > 0 && p.doc.Meta[run.Meta-1].OnTapped != nil {
				return run
			}
		}
	}
	return nil
}

// MouseDown begins to select, or takes hold of the scroll bar.
func (p *Page) MouseDown(event *desktop.MouseEvent) {
	if event.Button != desktop.MouseButtonPrimary {
		return
	}
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(p); canvas != nil {
		canvas.Focus(p)
	}
	if mark := p.bubbleAt(event.Position); mark != "" {
		p.choose(mark, false)
		p.comment()
		return
	}
	if y, height, ok := p.thumb(); ok && event.Position.X >= p.Size().Width-barReach {
		if t, near := p.tickAt(event.Position.Y); near && (event.Position.Y < y || event.Position.Y > y+height) {
			p.goTick(t)
			return
		}
		p.mouse.doing, p.mouse.grab = draggingThumb, event.Position.Y-y
		if p.mouse.grab < 0 || p.mouse.grab > height {
			p.mouse.grab = height / 2
			p.dragThumb(event.Position.Y - p.mouse.grab)
		}
		p.changed()
		return
	}
	if p.takeEnd(event.Position) {
		return
	}
	found, ok := p.at(event.Position)
	if !ok {
		return
	}
	p.countClicks(event.Position)
	p.mouse.doing, p.mouse.moved = selecting, false
	p.selection.shown, p.selection.goal = false, 0
	if event.Modifier&fyne.KeyModifierShift != 0 {
		p.mouse.first = text.Range{Start: p.selection.anchor, End: p.selection.anchor}
		p.mouse.moved = true
		p.extend(found.offset, true)
		return
	}
	offset := found.offset
	if p.mouse.clicks > 1 && found.inside >= 0 {
		offset = found.inside
	}
	p.mouse.first = p.around(offset, p.mouse.clicks)
	p.selectTo(p.mouse.first.Start, p.mouse.first.End)
}

func (p *Page) countClicks(pos fyne.Position) {
	now, away := time.Now(), pos.Subtract(p.mouse.at)
	if now.Sub(p.mouse.when) > clickPause || max(away.X, -away.X, away.Y, -away.Y) > clickReach {
		p.mouse.clicks = 0
	}
	p.mouse.clicks = p.mouse.clicks%3 + 1
	p.mouse.at, p.mouse.when = pos, now
}

// Dragged selects as far as the mouse has come, or scrolls by the bar.
func (p *Page) Dragged(event *fyne.DragEvent) {
	switch p.mouse.doing {
	case draggingThumb:
		p.dragThumb(event.Position.Y - p.mouse.grab)
	case draggingEnd:
		p.dragEnd(event.Position)
	case selecting:
		p.mouse.moved = true
		p.mouse.at = event.Position
		p.dragTo(event.Position)
		if event.Position.Y < 0 || event.Position.Y > p.height() {
			p.scrollWhile(p.scrollOn)
		} else {
			p.stopScrolling()
		}
	}
}

// dragTo selects from what was pressed to pos, in whole words or paragraphs
// if that is what the press selected.
func (p *Page) dragTo(pos fyne.Position) {
	pos.Y = min(max(pos.Y, 0), p.height()-1)
	found, ok := p.at(pos)
	if !ok {
		return
	}
	to := p.around(found.offset, p.mouse.clicks)
	if found.inside >= 0 && p.mouse.clicks > 1 {
		to = p.around(found.inside, p.mouse.clicks)
	}
	if to.Start < p.mouse.first.Start {
		p.selectTo(p.mouse.first.End, to.Start)
	} else {
		p.selectTo(p.mouse.first.Start, max(to.End, p.mouse.first.End))
	}
}

// scrollOn goes on selecting beyond the edge: the further out the mouse is,
// the faster.
func (p *Page) scrollOn() {
	by := p.mouse.at.Y
	if by > 0 {
		by -= p.height()
	}
	by = min(max(by/2, -60), 60)
	p.scrollBy(by)
	p.dragTo(p.mouse.at)
}

// DragEnd ends what Dragged did.
func (p *Page) DragEnd() { p.release() }

// MouseUp ends what MouseDown began. A click that selected nothing follows a
// link, chooses a highlight or shows a mention.
func (p *Page) MouseUp(event *desktop.MouseEvent) {
	clicked := p.mouse.doing == selecting && !p.mouse.moved && p.mouse.clicks == 1
	p.release()
	if !clicked {
		return
	}
	found, ok := p.at(event.Position)
	if !ok || found.run == nil {
		p.choose("", false)
		return
	}
	direct := event.Modifier&fyne.KeyModifierShortcutDefault != 0
	switch {
	case found.run.Meta > 0:
		p.doc.Meta[found.run.Meta-1].OnTapped()
	case p.follow(found.run.Link):
	case direct && p.clickMention(found.inside):
	case p.clickMark(found.inside):
	case p.clickMention(found.inside):
	case p.clickSuggestion(found.inside):
	default:
		p.choose("", false)
	}
}

// release ends a drag; the bar may show now.
func (p *Page) release() {
	p.stopScrolling()
	if p.mouse.doing == draggingEnd {
		p.dropEnd()
	}
	if p.mouse.doing != nothing {
		p.mouse.doing = nothing
		p.changed()
	}
}

// clickMention shows the narrowest mention at offset; false if there is none.
func (p *Page) clickMention(offset int) bool {
	mention, ok := p.mentionAt(offset)
	if !ok || p.actions.OnMention == nil {
		return false
	}
	p.choose("", false)
	p.actions.OnMention(mention.ID)
	return true
}

// MouseIn sets the cursor for what lies under it.
func (p *Page) MouseIn(event *desktop.MouseEvent) { p.MouseMoved(event) }

// MouseMoved sets the cursor for what lies under it.
func (p *Page) MouseMoved(event *desktop.MouseEvent) {
	_, _, bar := p.thumb()
	over := bar && event.Position.X >= p.Size().Width-barReach
	p.mouse.cursor = desktop.TextCursor
	p.mouse.pointer = event.Position
	link, mention, suggestion := "", "", ""
	if _, end := p.endAt(event.Position); end {
		p.mouse.cursor = desktop.HResizeCursor
	} else if p.bubbleAt(event.Position) != "" {
		p.mouse.cursor = desktop.PointerCursor
	} else if over {
		p.mouse.cursor = desktop.DefaultCursor
	} else if found, ok := p.at(event.Position); ok && found.run != nil {
		if p.leads(found) {
			p.mouse.cursor = desktop.PointerCursor
		}
		link = found.run.Link
		if named, ok := p.mentionAt(found.inside); ok && found.inside >= 0 {
			mention = named.ID
		}
		if waits, ok := p.suggestionAt(found.inside); ok && found.inside >= 0 && len(p.under(found.inside)) == 0 { // a highlight is clicked first
			suggestion = waits.ID
		}
	}
	p.hoverAt(link, mention, suggestion)
	if over != p.mouse.over {
		p.mouse.over = over
		p.redraw()
	}
}

// leads reports whether a click on t leads elsewhere.
func (p *Page) leads(t target) bool {
	if t.run.Meta > 0 || t.run.Link != "" && p.actions.OnLink != nil {
		return true
	}
	if t.inside < 0 || len(p.under(t.inside)) > 0 {
		return false
	}
	_, named := p.mentionAt(t.inside)
	_, waits := p.suggestionAt(t.inside)
	return named && p.actions.OnMention != nil || waits && p.actions.OnSuggestion != nil
}

// MouseOut forgets what lay under the mouse.
func (p *Page) MouseOut() {
	p.hoverAt("", "", "")
	if p.mouse.over {
		p.mouse.over = false
		p.redraw()
	}
}

// Cursor is that of a text, a pointing hand over what leads elsewhere.
func (p *Page) Cursor() desktop.Cursor { return p.mouse.cursor }
