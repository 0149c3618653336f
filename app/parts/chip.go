package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const (
	chipHeight  = 25
	chipPadding = 11
	removeWidth = 18
)

// Chip is a rounded pill: an alias, a tag, a suggestion.
type Chip struct {
	Tap

	words, aside string
	// Ghost is a chip that is not there yet, as "+ alias".
	Ghost bool
	// OnRemove adds a cross at the right; Delete and Backspace remove too.
	OnRemove func()
}

// NewChip makes a pill that says words; a nil onTapped makes one that only says them.
func NewChip(words string, onTapped func()) *Chip { return NewChipAside(words, "", onTapped) }

// NewChipAside makes a pill with an aside after its words, in italics.
func NewChipAside(words, aside string, onTapped func()) *Chip {
	c := &Chip{words: words, aside: aside}
	c.extend(c)
	c.OnTapped = onTapped
	return c
}

// AccessibilityLabel says the words.
func (c *Chip) AccessibilityLabel() string { return c.words + c.aside }

// Tapped removes when the cross was hit, and else does what the chip is for.
func (c *Chip) Tapped(e *fyne.PointEvent) {
	if c.OnRemove != nil && e.Position.X > c.Size().Width-removeWidth-chipPadding/2 {
		c.keyboard.GiveBack(canvasOf(c))
		c.OnRemove()
		return
	}
	c.Tap.Tapped(e)
}

// TypedKey removes on Delete and Backspace, and taps on Enter and Space.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	if c.OnRemove != nil && (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) {
		c.OnRemove()
		return
	}
	c.Tap.TypedKey(e)
}

// CreateRenderer draws it.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	ground, focus := canvas.NewRectangle(nil), NewRing(chipHeight/2)
	ground.CornerRadius, ground.StrokeWidth = chipHeight/2, look.LineWidth
	words := look.NewText(c.words, look.Regular, look.InterfaceSize, look.Text)
	aside := look.NewText(c.aside, look.Italic, look.InterfaceSize, look.Text)
	cross := look.NewText("×", look.Regular, look.InterfaceSize, look.TextSecond)
	d := &drawing{objects: []fyne.CanvasObject{ground, words, aside, cross, focus}}
	d.layout = func(size fyne.Size) {
		ground.Resize(size)
		focus.Resize(size)
		room := size.Width - 2*chipPadding
		if c.OnRemove != nil {
			room -= removeWidth - chipPadding/2
			place(cross, size.Width-removeWidth, size.Height/2)
		}
		look.SetText(words, Ellipsis(c.words, look.Regular, look.InterfaceSize, room+1), look.Regular)
		width := words.MinSize().Width
		place(words, chipPadding, size.Height/2)
		aside.Hidden = c.aside == "" || room-width < look.InterfaceSize
		if !aside.Hidden {
			aside.Text = Ellipsis(c.aside, look.Italic, look.InterfaceSize, room-width+1)
			place(aside, chipPadding+width, size.Height/2)
		}
	}
	d.min = func() fyne.Size {
		width := look.Measure(c.words, look.Regular, look.InterfaceSize).Width + 2*chipPadding
		if c.aside != "" {
			width += look.Measure(c.aside, look.Italic, look.InterfaceSize).Width
		}
		if c.OnRemove != nil {
			width += removeWidth - chipPadding/2
		}
		return fyne.NewSize(width, chipHeight)
	}
	d.colour = func() {
		ground.FillColor, ground.StrokeColor = look.Colour(c, look.Panel), look.Colour(c, look.Line)
		if c.hovered && c.OnTapped != nil {
			ground.FillColor = look.Colour(c, look.Selected)
		}
		colour := look.Text
		if c.Ghost {
			colour = look.TextSecond
		}
		words.Color, aside.Color = look.Colour(c, colour), look.Colour(c, colour)
		cross.Color, cross.Hidden = look.Colour(c, look.TextSecond), c.OnRemove == nil
		ShowRing(c, focus, c.focused)
		d.layout(c.Size())
		canvas.Refresh(c)
	}
	d.colour()
	return d
}
