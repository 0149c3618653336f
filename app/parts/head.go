package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewHead makes the head of a pane of tabs, as high as the bar above the page,
// with a line below it.
func NewHead(tabs *Tabs) *fyne.Container {
	return container.NewBorder(nil, NewLine(), nil, nil, container.New(head{}, tabs))
}

type head struct{}

func (head) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*look.PanePadding, look.BarHeight-look.LineWidth)
}

func (head) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width-2*look.PanePadding, height))
	objects[0].Move(fyne.NewPos(look.PanePadding, (size.Height-height)/2))
}
