package reader

import (
	"time"

	"fyne.io/fyne/v2"

	"cuttings/app/reader/layout"
)

// atHead is the place above the first word.
const atHead = -1

// place is what a page holds on to when its size or letters change: a row,
// and how far it stands below the top of the page.
type place struct {
	offset int // in the row, or atHead
	below  float32
}

const (
	// scrollEvery is how often a drag beyond the edge scrolls.
	scrollEvery = 30 * time.Millisecond
	// aimAt is where ScrollTo puts a row, as a share of the page's height.
	aimAt = 0.25
	// wheelFactor makes a step of the wheel about two rows.
	wheelFactor = 2
)

func (p *Page) height() float32 { return p.Size().Height }

// Scrolled moves the page by the wheel.
func (p *Page) Scrolled(event *fyne.ScrollEvent) {
	p.scrollBy(-event.Scrolled.DY * wheelFactor)
}

func (p *Page) scrollBy(by float32) {
	if p.flow != nil {
		p.show(p.flow.Move(p.view, by, p.height()))
	}
}

// show shows the text from v on, and remembers where that is.
func (p *Page) show(v layout.View) {
	if v == p.view {
		return
	}
	p.view = v
	p.hold()
	p.moved()
}

// hold remembers the first row in sight.
func (p *Page) hold() {
	p.place = place{offset: atHead, below: 0}
	p.flow.Sections(p.view, p.height(), func(number int, laid *layout.Section, y float32) bool {
		if number == 0 {
			return true
		}
		for _, row := range laid.Rows {
			if y+row.Y+row.Height/2 > 0 {
				p.place = place{offset: row.Start, below: y + row.Y}
				return false
			}
		}
		return true
	})
	if p.view == (layout.View{}) {
		p.place = place{offset: atHead}
	}
}

// restore brings the place that is held back to where it stood.
func (p *Page) restore() {
	p.view = layout.View{}
	if spot, ok := p.flow.SpotAt(p.place.offset); ok && p.place.offset != atHead {
		p.view = p.flow.ViewOf(spot, min(p.place.below, p.height()/2), p.height())
	}
	p.moved()
}

// moved draws the page after scrolling, and tells how far it has come.
func (p *Page) moved() {
	p.redraw()
	if progress := p.Progress(); progress != p.told {
		p.told = progress
		if p.actions.OnScrolled != nil {
			p.actions.OnScrolled(progress)
		}
	}
}

// Progress returns how much of the text has been scrolled through, from 0 at
// the top to 1 where the end is in sight.
func (p *Page) Progress() float64 {
	if p.flow == nil {
		return 0
	}
	above, total := p.flow.Seen(p.view)
	if total <= p.height() {
		return 1
	}
	return float64(min(max(above/(total-p.height()), 0), 1))
}

// Place returns the offset of the first row in sight: 0 above the first.
func (p *Page) Place() int { return max(p.place.offset, 0) }

// SetPlace puts the row that holds offset at the top of the page, as Place
// returned it; 0 shows the title. It works before the page has a size, too.
func (p *Page) SetPlace(offset int) {
	if blocks := p.doc.Text.Blocks; len(blocks) == 0 || offset <= blocks[0].Start {
		p.place = place{offset: atHead}
	} else {
		p.place = place{offset: min(offset, len(p.doc.Text.Body))}
	}
	if p.flow != nil {
		p.restore()
	}
}

// ScrollTo brings the row that holds offset into the upper third of the
// page. If it stands well in sight already, nothing moves.
func (p *Page) ScrollTo(offset int) {
	if p.flow == nil {
		p.SetPlace(offset)
		p.place.below = paddingTop
		return
	}
	spot, ok := p.flow.SpotAt(offset)
	if !ok {
		return
	}
	height := p.height()
	if y, near := p.flow.Distance(p.view, spot, height); near && y >= 0 && y < height*2/3 {
		return
	}
	p.show(p.flow.ViewOf(spot, height*aimAt, height))
}

// reveal scrolls as little as is needed to bring the row of offset in sight.
func (p *Page) reveal(offset int) {
	spot, ok := p.flow.SpotAt(offset)
	if !ok {
		return
	}
	height, row := p.height(), p.flow.Row(spot)
	margin := min(row.Height, height/4)
	y, near := p.flow.Distance(p.view, spot, 3*height)
	switch {
	case !near:
		p.show(p.flow.ViewOf(spot, height*aimAt, height))
	case y < margin:
		p.show(p.flow.ViewOf(spot, margin, height))
	case y+row.Height > height-margin:
		p.show(p.flow.ViewOf(spot, height-margin-row.Height, height))
	}
}

// scrollWhile scrolls again and again, by what step returns, until
// stopScrolling.
func (p *Page) scrollWhile(step func()) {
	if p.mouse.scrolling != nil {
		return
	}
	stop := make(chan struct{})
	p.mouse.scrolling = stop
	go func() {
		ticker := time.NewTicker(scrollEvery)
		defer ticker.Stop()
		for {
			select {
			case <-stop:
				return
			case <-ticker.C:
				fyne.Do(func() {
					if p.mouse.scrolling == stop {
						step()
					}
				})
			}
		}
	}()
}

func (p *Page) stopScrolling() {
	if p.mouse.scrolling != nil {
		close(p.mouse.scrolling)
		p.mouse.scrolling = nil
	}
}

// Lengths of the scroll bar, in Fyne units.
const (
	barWidth  = 4
	barInset  = 3
	barReach  = 14 // from the right edge: where the mouse takes hold of it
	barLeast  = 32
	barBeyond = 1 // how much more text than page there must be for it to show
)

// thumb returns where the thumb of the scroll bar begins and how high it is;
// false if everything is in sight.
func (p *Page) thumb() (y, height float32, ok bool) {
	if p.flow == nil {
		return 0, 0, false
	}
	_, total := p.flow.Seen(p.view)
	room := p.height() - 2*barInset
	if total < p.height()+barBeyond || room < 2*barLeast {
		return 0, 0, false
	}
	height = max(room*p.height()/total, barLeast)
	return barInset + float32(p.Progress())*(room-height), height, true
}

// dragThumb puts the top of the thumb at y.
func (p *Page) dragThumb(y float32) {
	_, high, ok := p.thumb()
	if !ok {
		return
	}
	room := p.height() - 2*barInset - high
	share := min(max((y-barInset)/room, 0), 1)
	_, total := p.flow.Seen(p.view)
	p.show(p.flow.ViewAt(share*(total-p.height()), p.height()))
}
