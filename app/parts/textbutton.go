package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Manner is how a TextButton is drawn.
type Manner int

const (
	// Plain is a command in a bar: medium weight, a ground under the mouse.
	Plain Manner = iota
	// Quiet is a command that stands back: second text.
	Quiet
	// Link is words in the accent colour that stand in line with other words.
	Link
	// Filled is the one command that a form is there for: words on the accent.
	Filled
)

const (
	buttonPadding = 7
	buttonHeight  = 27
	linkHeight    = 19
)

// TextButton is plain words that do something, with their key beside them.
type TextButton struct {
	Tap

	words  string
	manner Manner
	keys   *Keycaps
}

// NewTextButton makes a button of words.
func NewTextButton(words string, manner Manner, onTapped func()) *TextButton {
	return NewKeyButton(words, "", manner, onTapped)
}

// NewKeyButton makes a button of words followed by the key that does the same.
func NewKeyButton(words, key string, manner Manner, onTapped func()) *TextButton {
	b := &TextButton{words: words, manner: manner}
	b.extend(b)
	b.OnTapped = onTapped
	if key != "" {
		b.keys = NewKeycaps(key)
	}
	return b
}

// SetWords changes what the button says.
func (b *TextButton) SetWords(words string) {
	if b.words != words {
		b.words = words
		b.Refresh()
	}
}

// SetManner changes how the button is drawn, as when what it does is not
// possible now.
func (b *TextButton) SetManner(manner Manner) {
	if b.manner != manner {
		b.manner = manner
		b.Refresh()
	}
}

// AccessibilityLabel says the words.
func (b *TextButton) AccessibilityLabel() string { return b.words }

// AccessibilityRole says button or link.
func (b *TextButton) AccessibilityRole() fyne.AccessibleRole {
	if b.manner == Link {
		return fyne.AccessibleRoleLink
	}
	return fyne.AccessibleRoleButton
}

func (b *TextButton) style() (font look.Font, colour, ground fyne.ThemeColorName, padding, height float32) {
	switch b.manner {
	case Quiet:
		return look.Regular, look.TextSecond, look.Clear, buttonPadding, buttonHeight
	case Link:
		return look.Regular, look.Accent, look.Clear, 0, linkHeight
	case Filled:
		return look.Medium, look.OnAccent, look.Accent, 2 * buttonPadding, buttonHeight + 3
	}
	return look.Medium, look.Text, look.Clear, buttonPadding, buttonHeight
}

// CreateRenderer draws it.
func (b *TextButton) CreateRenderer() fyne.WidgetRenderer {
	font, _, _, padding, height := b.style()
	ground, over, focus := canvas.NewRectangle(nil), canvas.NewRectangle(nil), NewRing(look.RowCorner)
	ground.CornerRadius, over.CornerRadius = look.RowCorner, look.RowCorner
	words := look.NewText(b.words, font, look.InterfaceSize, look.Text)
	d := &drawing{objects: []fyne.CanvasObject{ground, over, words, focus}}
	if b.keys != nil {
		d.objects = append(d.objects, b.keys)
	}
	d.layout = func(size fyne.Size) {
		ground.Resize(size)
		focus.Resize(size)
		place(words, padding, size.Height/2)
		over.Resize(size)
		if b.manner == Link {
			over.Resize(fyne.NewSize(words.MinSize().Width, look.LineWidth))
			over.Move(fyne.NewPos(0, size.Height/2+look.InterfaceSize/2))
		}
		if b.keys != nil {
			b.keys.Resize(b.keys.MinSize())
			b.keys.Move(fyne.NewPos(padding+words.MinSize().Width+keycapGap, (size.Height-keycapHeight)/2))
		}
	}
	d.min = func() fyne.Size {
		width := words.MinSize().Width + 2*padding
		if b.keys != nil {
			width += keycapGap + b.keys.MinSize().Width
		}
		return fyne.NewSize(width, height)
	}
	d.colour = func() {
		_, colour, rest, _, _ := b.style()
		words.Text, words.Color = b.words, look.Colour(b, colour)
		ground.FillColor = look.Colour(b, rest)
		over.FillColor, over.Hidden = look.Colour(b, look.Hover), !b.hovered
		if b.manner == Link {
			over.FillColor = look.Colour(b, look.Accent)
		}
		ShowRing(b, focus, b.focused)
		if b.keys != nil {
			b.keys.Refresh()
		}
		d.layout(b.Size())
		canvas.Refresh(b)
	}
	d.colour()
	return d
}

// Swatch is a square of a highlight's colour.
type Swatch struct {
	Tap

	colour, label string
	chosen        bool
}

// NewSwatch makes a square of a colour; the label is its name for who cannot see it.
func NewSwatch(colour, label string, onTapped func()) *Swatch {
	s := &Swatch{colour: colour, label: label}
	s.extend(s)
	s.OnTapped = onTapped
	return s
}

// SetChosen marks the colour that a highlight has.
func (s *Swatch) SetChosen(chosen bool) {
	if s.chosen != chosen {
		s.chosen = chosen
		s.Refresh()
	}
}

// AccessibilityLabel says the colour's name.
func (s *Swatch) AccessibilityLabel() string { return s.label }

// CreateRenderer draws it.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	square, focus := canvas.NewRectangle(nil), NewRing(look.SwatchCorner+2)
	square.CornerRadius = look.SwatchCorner
	d := &drawing{objects: []fyne.CanvasObject{square, focus}}
	d.layout = func(size fyne.Size) {
		at := fyne.NewPos((size.Width-look.SwatchSize)/2, (size.Height-look.SwatchSize)/2)
		square.Resize(fyne.NewSquareSize(look.SwatchSize))
		square.Move(at)
		focus.Resize(fyne.NewSquareSize(look.SwatchSize + 4))
		focus.Move(at.SubtractXY(2, 2))
	}
	d.min = func() fyne.Size { return fyne.NewSquareSize(look.SwatchSize + 4) }
	d.colour = func() {
		fill, edge := look.Highlight(s.colour)
		square.FillColor, square.StrokeColor = look.Colour(s, fill), look.Colour(s, edge)
		square.StrokeWidth = 0
		if s.chosen || s.hovered {
			square.StrokeWidth = look.OutlineWidth
		}
		square.Refresh()
		ShowRing(s, focus, s.focused)
	}
	d.colour()
	return d
}
