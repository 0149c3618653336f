package parts

import (
	"strings"

	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Row is one line of the sidebar: a name, and a count at its right.
type Row struct {
	Tap

	name, count string
	chosen      bool
}

// NewRow makes a row. A click gives it focus.
func NewRow(name, count string, onTapped func()) *Row {
	r := &Row{name: name, count: count}
	r.extend(r)
	r.OnTapped, r.TakesFocus = onTapped, true
	return r
}

// Name says what the row is called.
func (r *Row) Name() string { return r.name }

// Set changes what the row says.
func (r *Row) Set(name, count string) {
	if r.name != name || r.count != count {
		r.name, r.count = name, count
		r.Refresh()
	}
}

// Chosen says whether the row is the one whose content is shown.
func (r *Row) Chosen() bool { return r.chosen }

// SetChosen makes the row the one whose content is shown, or not.
func (r *Row) SetChosen(chosen bool) {
	if r.chosen != chosen {
		r.chosen = chosen
		r.Refresh()
	}
}

// AccessibilityLabel says the name and the count.
func (r *Row) AccessibilityLabel() string { return strings.TrimSpace(r.name + " " + r.count) }

// CreateRenderer draws it.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	ground, focus := canvas.NewRectangle(nil), NewRing(look.RowCorner)
	ground.CornerRadius = look.RowCorner
	name := look.NewText("", look.Regular, look.InterfaceSize, look.Text)
	count := look.NewText("", look.Regular, look.InterfaceSize, look.TextThird)
	d := &drawing{objects: []fyne.CanvasObject{ground, name, count, focus}}
	d.layout = func(size fyne.Size) {
		ground.Resize(size)
		focus.Resize(size)
		right := size.Width - look.RowPadding - count.MinSize().Width
		place(count, right, size.Height/2)
		font := r.font()
		look.SetText(name, Ellipsis(r.name, font, look.InterfaceSize, right-2*look.RowPadding), font)
		place(name, look.RowPadding, size.Height/2)
	}
	d.min = func() fyne.Size { return fyne.NewSize(72, look.RowHeight) }
	d.colour = func() {
		ground.FillColor = look.Colour(r, groundOf(r.chosen, r.hovered))
		name.Color, count.Color = look.Colour(r, look.Text), look.Colour(r, look.TextThird)
		count.Text = r.count
		d.layout(r.Size())
		ShowRing(r, focus, r.focused)
		canvas.Refresh(r)
	}
	d.colour()
	return d
}

func (r *Row) font() look.Font {
	if r.chosen {
		return look.Medium
	}
	return look.Regular
}

func groundOf(chosen, hovered bool) fyne.ThemeColorName {
	switch {
	case chosen:
		return look.Selected
	case hovered:
		return look.Hover
	}
	return look.Clear
}

// Section is the head above a group of rows or cards.
type Section struct {
	widget.BaseWidget

	words string
	// Inset is how far the words stand from the left edge.
	Inset float32
}

// sectionHeight and sectionMiddle put more room above a head than below it.
const sectionHeight, sectionMiddle = 34, 21

// NewSection makes a head; the words are drawn in capitals.
func NewSection(words string) *Section {
	s := &Section{words: words}
	s.ExtendBaseWidget(s)
	return s
}

// SetWords changes what the head says.
func (s *Section) SetWords(words string) {
	if s.words != words {
		s.words = words
		s.Refresh()
	}
}

// AccessibilityLabel says the head's words.
func (s *Section) AccessibilityLabel() string { return s.words }

// AccessibilityRole says that it is text.
func (s *Section) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws it.
func (s *Section) CreateRenderer() fyne.WidgetRenderer {
	words := look.NewText("", look.Semibold, look.HeadSize, look.TextThird)
	d := &drawing{objects: []fyne.CanvasObject{words}}
	d.layout = func(size fyne.Size) {
		words.Text = Ellipsis(strings.ToUpper(s.words), look.Semibold, look.HeadSize, size.Width-2*s.Inset)
		place(words, s.Inset, sectionMiddle)
	}
	d.min = func() fyne.Size { return fyne.NewSize(72, sectionHeight) }
	d.colour = func() {
		words.Color = look.Colour(s, look.TextThird)
		d.layout(s.Size())
		canvas.Refresh(s)
	}
	d.colour()
	return d
}
