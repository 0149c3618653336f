package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// NewHead makes the head of a pane of tabs, as high as the bar above the page, or
// as the tabs need where they wrap, with a line below it.
func NewHead(tabs *Tabs) *fyne.Container {
	return container.New(head{}, tabs, NewLine())
}

// headMargin is what is left above and below tabs that stand in several lines.
const headMargin = 7

type head struct{}

func (head) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	tabs := Height(objects[0], width-2*look.PanePadding)
	if tabs <= buttonHeight {
		return look.BarHeight
	}
	return tabs + 2*headMargin + look.LineWidth
}

func (head) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*look.PanePadding, look.BarHeight)
}

func (head) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - 2*look.PanePadding
	height := Height(objects[0], room)
	objects[0].Resize(fyne.NewSize(room, height))
	objects[0].Move(fyne.NewPos(look.PanePadding, (size.Height-look.LineWidth-height)/2))
	objects[1].Resize(fyne.NewSize(size.Width, look.LineWidth))
	objects[1].Move(fyne.NewPos(0, size.Height-look.LineWidth))
}

// NewUnderlined puts a line below an object, within the height that both are given.
func NewUnderlined(o fyne.CanvasObject) *fyne.Container {
	return container.New(underlined{}, o, NewLine())
}

type underlined struct{}

func (underlined) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	return Height(objects[0], width) + look.LineWidth
}

func (underlined) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(0, look.LineWidth)
}

func (underlined) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, max(0, size.Height-look.LineWidth)))
	objects[1].Move(fyne.NewPos(0, size.Height-look.LineWidth))
	objects[1].Resize(fyne.NewSize(size.Width, look.LineWidth))
}
