package reader

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"cuttings/app/look"
)

// Lengths of the bubbles in the margin and of the ticks along the scroll bar,
// in Fyne units.
const (
	bubbleWidth  = 16
	bubbleHeight = 13
	bubbleAway   = 9 // from the column
	bubbleStep   = 19
	bubbleLine   = 8
	tickWidth    = 8
	tickHeight   = 2
	tickReach    = 3 // how near a click on the bar goes to one
)

// bubble stands in the margin beside a highlight that has a comment.
type bubble struct {
	mark string
	x, y float32
}

// drawBubbles puts a bubble beside the first row of every commented highlight
// that is in sight. Those of one row stand side by side as far as the margin
// reaches.
func (r *painter) drawBubbles(s scene) {
	p := r.page
	r.bubbles = r.bubbles[:0]
	left, width := p.column()
	taken := map[float32]float32{}
	for _, mark := range p.marks.over(s.within) {
		if !mark.Comment {
			continue
		}
		strips := r.strips(s, p.rangeOf(mark))
		if len(strips) == 0 || mark.Range.Start < s.within.Start {
			continue
		}
		y := round(strips[0].y + (strips[0].height-bubbleHeight)/2)
		x := left + width + bubbleAway + taken[y]
		if x+bubbleWidth > p.Size().Width-barReach+4 {
			x = p.Size().Width - barReach + 4 - bubbleWidth
		}
		taken[y] += bubbleStep
		r.bubbles = append(r.bubbles, bubble{mark.ID, x, y})
		fill, edge := look.Highlight(mark.Colour)
		box := r.rect(x, y, bubbleWidth, bubbleHeight, fill)
		box.CornerRadius, box.StrokeWidth, box.StrokeColor = 4, 1, look.Colour(p, edge)
		for line := range 2 {
			r.rect(x+(bubbleWidth-bubbleLine)/2, y+4+float32(line)*4, bubbleLine-float32(line)*2, 1, edge)
		}
	}
}

// bubbleAt returns the highlight whose bubble lies at pos, or "".
func (p *Page) bubbleAt(pos fyne.Position) string {
	if p.painter == nil {
		return ""
	}
	for _, b := range p.painter.bubbles {
		if pos.X >= b.x-2 && pos.X <= b.x+bubbleWidth+2 && pos.Y >= b.y-3 && pos.Y <= b.y+bubbleHeight+3 {
			return b.mark
		}
	}
	return ""
}

// tick is where a highlight or a hit stands, along the scroll bar.
type tick struct {
	y      float32
	offset int
	mark   string // "" for a hit
	colour fyne.ThemeColorName
}

// ticking is what the ticks were made for; they are made anew if it changes.
type ticking struct {
	marks, hits int // how often those were set
	total       float32
	height      float32
}

// drawTicks puts them down.
func (r *painter) drawTicks() {
	p := r.page
	if _, _, ok := p.thumb(); !ok {
		r.ticks = nil
		return
	}
	_, total := p.flow.Seen(p.view)
	now := ticking{p.marksSet, p.hitsSet, total, p.height()}
	if stale := now.total - r.ticked.total; r.ticks == nil || now.marks != r.ticked.marks || now.hits != r.ticked.hits ||
		now.height != r.ticked.height || max(stale, -stale) > total/200 {
		r.ticks, r.ticked = p.ticks(total), now
	}
	for _, t := range r.ticks {
		r.rect(p.Size().Width-tickWidth-1, t.y, tickWidth, tickHeight, t.colour)
	}
}

// ticks returns where highlights and hits stand along the bar, each place once.
func (p *Page) ticks(total float32) []tick {
	room := p.height() - 2*barInset
	list := []tick{}
	add := func(offset int, mark string, colour fyne.ThemeColorName) {
		y := round(barInset + p.flow.Depth(offset)/total*room)
		if last := len(list) - 1; last >= 0 && list[last].y == y && list[last].colour == colour {
			return
		}
		list = append(list, tick{y, offset, mark, colour})
	}
	for _, mark := range p.marks.things {
		_, edge := look.Highlight(mark.Colour)
		add(mark.Range.Start, mark.ID, edge)
	}
	for _, hit := range p.hits.things {
		add(hit.Start, "", look.Accent)
	}
	return list
}

// tickAt returns the tick nearest to y, if one is near.
func (p *Page) tickAt(y float32) (tick, bool) {
	if p.painter == nil {
		return tick{}, false
	}
	nearest, found := tick{}, false
	best := float32(tickReach)
	for _, t := range p.painter.ticks {
		if away := max(t.y+1-y, y-t.y-1); away <= best {
			nearest, best, found = t, away, true
		}
	}
	return nearest, found
}

// goTick brings what a tick stands for into sight.
func (p *Page) goTick(t tick) {
	if t.mark != "" {
		p.choose(t.mark, false)
	}
	p.ScrollTo(t.offset)
}

// follow goes where a link leads: within the text, or where the program that
// shows the page takes it. It returns false for "".
func (p *Page) follow(link string) bool {
	if written, ok := strings.CutPrefix(link, "#"); ok {
		if offset, err := strconv.Atoi(written); err == nil {
			p.ScrollTo(offset)
			p.extend(offset, false)
		}
		return true
	}
	if link == "" || p.actions.OnLink == nil {
		return false
	}
	p.actions.OnLink(link)
	return true
}

// followCaret follows the link that the caret is in.
func (p *Page) followCaret() bool {
	if !p.selection.shown || p.Selection().Len() > 0 {
		return false
	}
	spot, ok := p.flow.SpotAt(p.selection.caret)
	if !ok {
		return false
	}
	for _, run := range p.flow.Row(spot).Runs {
		if run.Contains(p.selection.caret) {
			return p.follow(run.Link)
		}
	}
	return false
}

// hoverAt tells what lies under the mouse: where a link leads, who is named, or
// what is suggested.
func (p *Page) hoverAt(link, mention, suggestion string) {
	over := cmp.Or(link, mention, suggestion)
	if over == p.mouse.told {
		return
	}
	p.mouse.told = over
	if p.actions.OnHover != nil {
		p.actions.OnHover(link, mention, suggestion)
	}
}

// mentionAt returns the narrowest mention at an offset.
func (p *Page) mentionAt(offset int) (Mention, bool) { return narrowest(p.mentions, offset) }
