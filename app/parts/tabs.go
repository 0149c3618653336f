package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const tabGap = 14

// Tabs is a line of words of which one is chosen, by a tap or by Left and Right.
type Tabs struct {
	Tap

	OnChosen func(i int)

	words  []string
	chosen int
	starts []float32 // where each tab begins, as last laid out
}

// NewTabs makes a line of tabs, the first chosen.
func NewTabs(onChosen func(i int), words ...string) *Tabs {
	t := &Tabs{OnChosen: onChosen, words: words}
	t.extend(t)
	t.TakesFocus = true
	return t
}

// SetWords changes what the tabs say, as when a count changes. The chosen one stays.
func (t *Tabs) SetWords(words ...string) {
	t.words = words
	t.chosen = max(0, min(t.chosen, len(words)-1))
	t.Refresh()
}

// Chosen says which tab is chosen, from 0.
func (t *Tabs) Chosen() int { return t.chosen }

// Choose makes a tab the chosen one and says so; a tab that does not exist is ignored.
func (t *Tabs) Choose(i int) {
	if i < 0 || i >= len(t.words) || i == t.chosen {
		return
	}
	t.chosen = i
	t.Refresh()
	if t.OnChosen != nil {
		t.OnChosen(i)
	}
}

// Tapped chooses the tab under the pointer.
func (t *Tabs) Tapped(e *fyne.PointEvent) {
	t.requestFocus()
	for i := len(t.starts) - 1; i >= 0; i-- {
		if e.Position.X >= t.starts[i]-tabGap/2 {
			t.Choose(i)
			return
		}
	}
}

// TypedKey moves to the tab beside.
func (t *Tabs) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		t.Choose(t.chosen - 1)
	case fyne.KeyRight:
		t.Choose(t.chosen + 1)
	case fyne.KeyHome:
		t.Choose(0)
	case fyne.KeyEnd:
		t.Choose(len(t.words) - 1)
	default:
		t.Tap.TypedKey(e)
	}
}

// AccessibilityLabel says the chosen tab.
func (t *Tabs) AccessibilityLabel() string {
	if t.chosen < len(t.words) {
		return t.words[t.chosen]
	}
	return ""
}

// CreateRenderer draws them.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	focus := ring(look.RowCorner)
	d := &drawing{}
	var words []*canvas.Text
	d.layout = func(size fyne.Size) {
		t.starts = t.starts[:0]
		// Where room is short the gaps give way first.
		gap := float32(tabGap)
		if over := t.width(tabGap) - size.Width; over > 0 && len(words) > 1 {
			gap = fyne.Max(gap-over/float32(len(words)-1), 4)
		}
		x := float32(0)
		for i, word := range words {
			t.starts = append(t.starts, x)
			place(word, x, size.Height/2)
			width := word.MinSize().Width
			if i == t.chosen {
				focus.Resize(fyne.NewSize(width+8, size.Height))
				focus.Move(fyne.NewPos(x-4, 0))
			}
			x += width + gap
		}
	}
	d.min = func() fyne.Size { return fyne.NewSize(t.width(tabGap/2), buttonHeight) }
	d.colour = func() {
		for len(words) < len(t.words) {
			words = append(words, look.NewText("", look.Regular, look.InterfaceSize, look.Text))
		}
		words = words[:len(t.words)]
		d.objects = []fyne.CanvasObject{focus}
		for i, word := range words {
			font, colour := t.style(i)
			word.Text, word.FontSource, word.Color = t.words[i], font.Resource(), look.Colour(t, colour)
			d.objects = append(d.objects, word)
		}
		showRing(t, focus, t.focused)
		d.layout(t.Size())
		canvas.Refresh(t)
	}
	d.colour()
	return d
}

func (t *Tabs) style(i int) (look.Font, fyne.ThemeColorName) {
	if i == t.chosen {
		return look.Semibold, look.Text
	}
	return look.Regular, look.TextSecond
}

func (t *Tabs) width(gap float32) float32 {
	width := float32(0)
	for i, word := range t.words {
		font, _ := t.style(i)
		width += look.Measure(word, font, look.InterfaceSize).Width
		if i > 0 {
			width += gap
		}
	}
	return width
}
