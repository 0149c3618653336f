package parts

import (
	"strings"

	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

const (
	keycapHeight  = 19
	keycapPadding = 6
	keycapGap     = 4
)

// Keycaps shows keys as they are on the keyboard, each in its box.
type Keycaps struct {
	widget.BaseWidget

	keys []string
	// After is the room left at the right, as a field needs it.
	After float32
}

// NewKeycaps shows keys, as "Ctrl", "K".
func NewKeycaps(keys ...string) *Keycaps {
	k := &Keycaps{keys: keys}
	k.ExtendBaseWidget(k)
	return k
}

// AccessibilityLabel says the keys joined by "+".
func (k *Keycaps) AccessibilityLabel() string { return strings.Join(k.keys, "+") }

// AccessibilityRole says that it is text.
func (k *Keycaps) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer draws them.
func (k *Keycaps) CreateRenderer() fyne.WidgetRenderer {
	var boxes []*canvas.Rectangle
	var words []*canvas.Text
	d := &drawing{}
	for _, key := range k.keys {
		box := canvas.NewRectangle(nil)
		box.CornerRadius, box.StrokeWidth = look.KeyCorner, look.LineWidth
		word := look.NewText(key, look.Regular, look.KeySize, look.TextSecond)
		boxes, words = append(boxes, box), append(words, word)
		d.objects = append(d.objects, box, word)
	}
	d.layout = func(size fyne.Size) {
		x := float32(0)
		for i, box := range boxes {
			width := keyWidth(words[i])
			box.Resize(fyne.NewSize(width, keycapHeight))
			box.Move(fyne.NewPos(x, (size.Height-keycapHeight)/2))
			place(words[i], x+(width-words[i].MinSize().Width)/2, size.Height/2)
			x += width + keycapGap
		}
	}
	d.min = func() fyne.Size {
		width := k.After
		for i, word := range words {
			width += keyWidth(word)
			if i > 0 {
				width += keycapGap
			}
		}
		return fyne.NewSize(width, keycapHeight)
	}
	d.colour = func() {
		for i, box := range boxes {
			box.FillColor, box.StrokeColor = look.Colour(k, look.Page), look.Colour(k, look.Line)
			words[i].Color = look.Colour(k, look.TextSecond)
		}
		canvas.Refresh(k)
	}
	d.colour()
	return d
}

func keyWidth(word *canvas.Text) float32 {
	return fyne.Max(word.MinSize().Width+2*keycapPadding, keycapHeight-2)
}
