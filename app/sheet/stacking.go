package sheet

import (
	"fyne.io/fyne/v2"

	"cuttings/app/parts"
)

// stacking puts the parts of a sheet below each other. Where they are higher than
// their room, what is scrolled gives way, so that the buttons are always there.
type stacking struct{}

// each gives the visible parts their heights at a width; what is scrolled is as high
// as its content.
func (*stacking) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, height float32)) (total float32) {
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := parts.Height(o, width)
		if scroll, ok := o.(*parts.Scroll); ok {
			height = parts.Height(scroll.Content(), width)
		}
		if total > 0 {
			total += gap
		}
		total += height
		if do != nil {
			do(o, height)
		}
	}
	return total
}

// FitObjects is the height of all at a width.
func (s *stacking) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	return s.each(objects, width, nil)
}

// MinSize is of no use here: the sheet asks for the height at its width.
func (*stacking) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// Layout stacks them.
func (s *stacking) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	lacking := max(0, s.FitObjects(objects, size.Width)-size.Height)
	y := float32(0)
	s.each(objects, size.Width, func(o fyne.CanvasObject, height float32) {
		if _, ok := o.(*parts.Scroll); ok {
			height = max(0, height-lacking)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + gap
	})
}
