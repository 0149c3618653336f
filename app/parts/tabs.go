package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const (
	tabGap  = 14 // between two tabs
	tabLine = 22 // from one line of tabs to the next
)

// Tabs are words of which one is chosen, by a tap or by Left and Right. They stand
// in one line, or in several where they Wrap.
type Tabs struct {
	Tap

	OnChosen func(i int)
	Wrap     bool // those that do not fit go on below

	words  []string
	chosen int
	starts []fyne.Position // where each tab begins, as last laid out
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
		if start := t.starts[i]; e.Position.Y >= start.Y && e.Position.X >= start.X-tabGap/2 {
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
	focus := NewRing(look.RowCorner)
	d := &drawing{}
	var words []*canvas.Text
	d.layout = func(size fyne.Size) {
		t.starts = t.places(size.Width)
		top := fyne.NewPos(0, (size.Height-t.Fit(size.Width))/2)
		for i, word := range words[:min(len(words), len(t.starts))] {
			start := t.starts[i].Add(top)
			t.starts[i] = start
			place(word, start.X, start.Y+buttonHeight/2)
			if i == t.chosen {
				focus.Resize(fyne.NewSize(word.MinSize().Width+8, buttonHeight))
				focus.Move(start.SubtractXY(4, 0))
			}
		}
	}
	d.min = func() fyne.Size {
		if t.Wrap {
			return fyne.NewSize(1, buttonHeight)
		}
		return fyne.NewSize(t.width(tabGap/2), buttonHeight)
	}
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
		ShowRing(t, focus, t.focused)
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

// Lines says how many lines the tabs take at a width.
func (t *Tabs) Lines(width float32) int {
	places := t.places(width)
	if len(places) == 0 {
		return 1
	}
	return int(places[len(places)-1].Y/tabLine) + 1
}

// Fit gives the height at a width.
func (t *Tabs) Fit(width float32) float32 { return buttonHeight + tabLine*float32(t.Lines(width)-1) }

// places says where each tab begins. Where room is short in a line that does not
// wrap, the gaps give way.
func (t *Tabs) places(room float32) []fyne.Position {
	gap := float32(tabGap)
	if over := t.width(tabGap) - room; over > 0 && len(t.words) > 1 && !t.Wrap {
		gap = fyne.Max(gap-over/float32(len(t.words)-1), 4)
	}
	places := make([]fyne.Position, 0, len(t.words))
	var at fyne.Position
	for i := range t.words {
		width := t.wordWidth(i)
		if t.Wrap && at.X > 0 && at.X+width > room {
			at = fyne.NewPos(0, at.Y+tabLine)
		}
		places = append(places, at)
		at.X += width + gap
	}
	return places
}

func (t *Tabs) wordWidth(i int) float32 {
	font, _ := t.style(i)
	return look.Measure(t.words[i], font, look.InterfaceSize).Width
}

func (t *Tabs) width(gap float32) float32 {
	width := gap * float32(max(0, len(t.words)-1))
	for i := range t.words {
		width += t.wordWidth(i)
	}
	return width
}
