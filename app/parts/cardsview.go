package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// emptyPadding is the room around what an empty list says.
const emptyPadding = look.PanePadding

// ScrollTo brings an item into sight, moving as little as that takes.
func (c *Cards) ScrollTo(i int) {
	if i < 0 || i >= c.length() || c.Size().Height <= 0 {
		return
	}
	c.arrange()
	view := float64(c.Size().Height)
	height := float64(c.measure(i))
	top := c.heights.top(i)
	switch {
	case top < c.offset || height > view:
		c.scrollTo(top)
	case top+height > c.offset+view:
		// Items above that were never seen may be higher than they are taken
		// to be: measure upward from the item until the view is full.
		room, first := view-height, i
		for first > 0 && room > 0 {
			first--
			room -= float64(c.measure(first))
		}
		c.scrollTo(c.heights.top(first) - min(room, 0))
	default:
		c.arrange()
	}
}

// Scrolled follows the wheel.
func (c *Cards) Scrolled(e *fyne.ScrollEvent) {
	by := -float64(e.Scrolled.DY)
	if by >= 0 || -by > 3*float64(c.Size().Height) || c.heights.len() == 0 {
		c.scrollTo(c.offset + by)
		return
	}
	// Going up brings items into sight whose height was only estimated. They
	// are measured from the one that was first in sight upward, so that what
	// the person looks at moves by just as much as they turned the wheel.
	i := c.heights.at(c.offset)
	y := c.heights.top(i) - c.offset - by
	for ; y > 0 && i > 0; i-- {
		y -= float64(c.measure(i - 1))
	}
	c.scrollTo(c.heights.top(i) - y)
}

func (c *Cards) scrollTo(offset float64) {
	c.offset = offset
	c.arrange()
	canvas.Refresh(c)
}

// RefreshItem shows one item anew.
func (c *Cards) RefreshItem(i int) {
	shown, ok := c.shown[i]
	if !ok || i >= c.heights.len() {
		return
	}
	c.bind(i, shown)
	c.heights.put(i, c.need(i, shown))
	shown.Refresh()
	c.arrange()
	canvas.Refresh(c)
}

// rebind forgets what was measured and shows every item in sight anew.
func (c *Cards) rebind() {
	first, into := c.anchor()
	for i, shown := range c.shown {
		c.recycle(i, shown)
	}
	c.selected = min(c.selected, c.length()-1)
	c.startFrom(first, into)
	c.arrange()
	for _, shown := range c.shown {
		shown.Refresh()
		shown.content.Refresh()
	}
	// What is in no tree misses a change of theme: make it anew when needed.
	c.spare = nil
	c.bar.Refresh()
}

// anchor says which item is first in sight and how much of it is scrolled away.
func (c *Cards) anchor() (first int, into float64) {
	if c.heights.len() == 0 {
		return 0, 0
	}
	first = c.heights.at(c.offset)
	return first, c.offset - c.heights.top(first)
}

// startFrom forgets all heights and keeps an item at the top of the view.
func (c *Cards) startFrom(first int, into float64) {
	c.width = c.Size().Width
	c.heights.reset(c.length(), fyne.Max(c.Estimate, 1))
	if n := c.heights.len(); first >= n {
		first, into = max(0, n-1), 0
	}
	c.offset = c.heights.top(first) + into
}

// arrange shows the items that are in sight and hides the rest.
func (c *Cards) arrange() {
	size := c.Size()
	if c.drawing == nil || size.Width <= 0 || size.Height <= 0 {
		return
	}
	if n := c.length(); n != c.heights.len() || size.Width != c.width {
		first, into := c.anchor()
		for i, shown := range c.shown {
			if i >= n || size.Width != c.width {
				c.recycle(i, shown)
			}
		}
		c.startFrom(first, into)
	}
	first, end := c.fill()
	if c.offset > 0 && c.heights.total < c.offset+float64(size.Height) {
		// The last items were lower than estimated: the end comes to the
		// bottom, measured from there upward.
		c.toEnd()
		first, end = c.fill()
	}
	for i, shown := range c.shown {
		if i < first || i >= end {
			c.recycle(i, shown)
		}
	}
	c.place(first, end)
}

// fill makes sure that the items in sight are bound and measured.
func (c *Cards) fill() (first, end int) {
	view := float64(c.Size().Height)
	c.offset = max(0, c.offset)
	if c.heights.len() == 0 {
		c.offset = 0
		return 0, 0
	}
	first = c.heights.at(c.offset)
	y := c.heights.top(first) - c.offset
	for end = first; end < c.heights.len() && y < view; end++ {
		c.card(end)
		y += float64(c.measure(end))
	}
	return first, end
}

// toEnd scrolls so that the last item ends at the bottom.
func (c *Cards) toEnd() {
	room := float64(c.Size().Height)
	for i := c.heights.len() - 1; i >= 0 && room > 0; i-- {
		room -= float64(c.measure(i))
	}
	c.offset = max(0, c.heights.total-float64(c.Size().Height))
}

func (c *Cards) place(first, end int) {
	size := c.Size()
	objects := make([]fyne.CanvasObject, 0, end-first+2)
	y := c.heights.top(first) - c.offset
	for i := first; i < end; i++ {
		height, _ := c.heights.get(i)
		shown := c.shown[i]
		shown.Resize(fyne.NewSize(size.Width, height))
		shown.Move(fyne.NewPos(0, float32(y)))
		objects = append(objects, shown)
		y += float64(height)
	}
	if end == 0 && c.Empty != "" {
		if c.empty.Words() != c.Empty {
			c.empty.SetRuns(Run{Words: c.Empty, Colour: look.TextSecond})
		}
		width := size.Width - 2*emptyPadding
		c.empty.Move(fyne.NewSquareOffsetPos(emptyPadding))
		c.empty.Resize(fyne.NewSize(width, c.empty.Fit(width)))
		objects = append(objects, c.empty)
	}
	c.bar.Resize(fyne.NewSize(barWide+1, size.Height))
	c.bar.Move(fyne.NewPos(size.Width-barWide-1, 0))
	c.bar.set(float32(c.heights.total), size.Height, float32(c.offset))
	c.drawing.objects = append(objects, c.bar)
}

// measure gives an item's height, binding it if that is the way to know.
func (c *Cards) measure(i int) float32 {
	if height, ok := c.heights.get(i); ok {
		return height
	}
	var shown *card
	if c.Height == nil {
		shown = c.card(i)
	}
	height := c.need(i, shown)
	c.heights.put(i, height)
	return height
}

// need is the height of an item with its line.
func (c *Cards) need(i int, shown *card) float32 {
	height := float32(0)
	if c.Height != nil {
		height = c.Height(i, c.width)
	} else {
		height = Height(shown.content, c.width)
	}
	if c.Lines {
		height += look.LineWidth
	}
	return fyne.Max(height, 1)
}
