package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// card holds the object that shows one item of a list, and what is behind it.
type card struct {
	widget.BaseWidget

	list    *Cards
	index   int
	content fyne.CanvasObject
	hovered bool
}

// card gives the card that shows an item, bound if it was not shown yet.
func (c *Cards) card(i int) *card {
	if shown, ok := c.shown[i]; ok {
		return shown
	}
	var taken *card
	if n := len(c.spare); n > 0 {
		taken, c.spare = c.spare[n-1], c.spare[:n-1]
	} else {
		taken = &card{list: c, content: c.Create()}
		taken.ExtendBaseWidget(taken)
	}
	c.shown[i] = taken
	c.bind(i, taken)
	taken.Refresh()
	return taken
}

func (c *Cards) bind(i int, shown *card) {
	shown.index = i
	c.Bind(i, shown.content)
}

func (c *Cards) recycle(i int, shown *card) {
	delete(c.shown, i)
	shown.index, shown.hovered = -1, false
	c.spare = append(c.spare, shown)
}

// Tapped selects the item, and activates it if it was selected or a tap is enough.
func (k *card) Tapped(*fyne.PointEvent) {
	c := k.list
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil {
		canvas.Focus(c)
	}
	before := c.selected
	c.Select(k.index)
	if k.index == before || c.TapActivates && k.index == c.selected {
		c.Activate()
	}
}

// TappedSecondary selects the item and offers its menu.
func (k *card) TappedSecondary(e *fyne.PointEvent) {
	if k.list.OnSecondary == nil || k.index < 0 {
		return
	}
	k.list.Select(k.index)
	k.list.OnSecondary(k.index, e)
}

func (k *card) MouseIn(*desktop.MouseEvent)    { k.hovered = true; k.Refresh() }
func (k *card) MouseMoved(*desktop.MouseEvent) {}
func (k *card) MouseOut()                      { k.hovered = false; k.Refresh() }

func (k *card) CreateRenderer() fyne.WidgetRenderer {
	ground, line, focus := canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	d := &drawing{objects: []fyne.CanvasObject{ground, line, focus, k.content}}
	d.layout = func(size fyne.Size) {
		height := size.Height
		if k.list.Lines {
			height -= look.LineWidth
		}
		ground.Resize(fyne.NewSize(size.Width, height))
		k.content.Resize(fyne.NewSize(size.Width, height))
		line.Resize(fyne.NewSize(size.Width, look.LineWidth))
		line.Move(fyne.NewPos(0, height))
		focus.Resize(fyne.NewSize(2, height))
	}
	d.min = func() fyne.Size { return k.content.MinSize() }
	d.colour = func() {
		c := k.list
		selected := k.index == c.selected && k.index >= 0
		ground.CornerRadius = c.Corner
		switch {
		case selected:
			ground.FillColor = look.Colour(k, c.Ground)
		case k.hovered && k.index >= 0 && c.selectable(k.index):
			ground.FillColor = look.Colour(k, look.Hover)
		default:
			ground.FillColor = look.Colour(k, look.Clear)
		}
		line.FillColor, line.Hidden = look.Colour(k, look.Line), !c.Lines
		// Focus is a bar in the accent colour at the selected item's side.
		focus.FillColor, focus.Hidden = look.Colour(k, look.Accent), !selected || !c.focused
		for _, r := range []*canvas.Rectangle{ground, line, focus} {
			r.Refresh()
		}
	}
	d.colour()
	return d
}
