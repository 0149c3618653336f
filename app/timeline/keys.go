package timeline

import (
	"fyne.io/fyne/v2"

	geometry "cuttings/notes/timeline"
)

// HideFocus shows no focus until a key is pressed, as where the whole page is
// the chart and has just been opened.
func (c *Chart) HideFocus() { c.clicked = true }

// takeKeys gives the keyboard to the chart, where the mouse acts on it.
func (c *Chart) takeKeys() {
	c.clicked = true
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
}

// FocusGained shows that keys come here.
func (c *Chart) FocusGained() {
	c.focused = true
	c.redraw()
}

// FocusLost ends what FocusGained began.
func (c *Chart) FocusLost() {
	c.focused, c.clicked = false, false
	c.redraw()
}

// TypedKey pans, chooses and opens; what it has no use for goes to OnKey.
func (c *Chart) TypedKey(event *fyne.KeyEvent) {
	c.clicked = false
	switch event.Name {
	case fyne.KeyLeft:
		c.pan(c.scale.Width / panShare)
	case fyne.KeyRight:
		c.pan(-c.scale.Width / panShare)
	case fyne.KeyPageUp:
		c.pan(c.scale.Width)
	case fyne.KeyPageDown:
		c.pan(-c.scale.Width)
	case fyne.KeyUp:
		c.step(-1)
	case fyne.KeyDown:
		c.step(1)
	case fyne.KeyHome:
		c.Fit()
	case fyne.KeyReturn, fyne.KeyEnter:
		if c.chosen != 0 {
			c.open(c.chosen)
		}
	case fyne.KeyInsert:
		if c.callbacks.OnAdd != nil {
			c.callbacks.OnAdd(c.scale.DayAt(c.scale.Width / 2))
		}
	case fyne.KeyEscape:
		if !c.widen() {
			c.pass(event)
		}
	default:
		c.pass(event)
	}
}

func (c *Chart) pass(event *fyne.KeyEvent) {
	if len(event.Name) > 1 && c.callbacks.OnKey != nil { // letters come as runes
		c.callbacks.OnKey(event)
	}
}

// TypedRune zooms, sets a scale, or narrows to what is in sight; what it has no
// use for goes to OnRune.
func (c *Chart) TypedRune(r rune) {
	c.clicked = false
	switch r {
	case '+', '=':
		c.widenDays(c.scale.PerDay * keyZoom)
	case '-':
		c.widenDays(c.scale.PerDay / keyZoom)
	case '0':
		c.Fit()
	case '1', '2', '3':
		c.SetScale(Scale(r - '1'))
	case 'n':
		if len(c.data.Months) > 0 {
			c.narrowToSight()
		}
	default:
		if c.callbacks.OnRune != nil {
			c.callbacks.OnRune(r)
		}
	}
}

// narrowToSight is narrowing for whom has no mouse.
func (c *Chart) narrowToSight() {
	first, last := c.Span()
	c.narrowed = &geometry.Bounds{First: first, Last: last}
	c.redraw()
	if c.callbacks.OnNarrow != nil {
		c.callbacks.OnNarrow(first, last)
	}
}
