package quickfind

import (
	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// placing puts the box near the top of the window.
type placing struct{}

func (placing) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (placing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	width := min(look.QuickFindWidth, size.Width-2*margin)
	top := min(fromTop, size.Height*0.12)
	height := min(fieldRoom+listHeight+footHeight, size.Height-top-margin)
	objects[1].Resize(fyne.NewSize(width, height))
	objects[1].Move(fyne.NewPos((size.Width-width)/2, top))
}

// boxLayout stacks the field, a line, the list, a line and the foot.
type boxLayout struct{}

func (*boxLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, fieldRoom+footHeight+rowHeight)
}

func (*boxLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put := func(i int, y, height float32) {
		objects[i].Move(fyne.NewPos(0, y))
		objects[i].Resize(fyne.NewSize(size.Width, height))
	}
	put(0, 0, fieldRoom)
	put(1, fieldRoom, look.LineWidth)
	put(2, fieldRoom+look.LineWidth, size.Height-fieldRoom-footHeight-2*look.LineWidth)
	put(3, size.Height-footHeight-look.LineWidth, look.LineWidth)
	put(4, size.Height-footHeight, footHeight)
}

// fieldLayout puts the hint at the right of the field.
type fieldLayout struct{ hint *parts.Paragraph }

func (*fieldLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, fieldRoom) }

func (l *fieldLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := putRight(l.hint, size)
	height := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(padding-6, (size.Height-height)/2))
	objects[0].Resize(fyne.NewSize(max(0, size.Width-width-2*padding), height))
}

// footLayout puts the keys at the left and the count at the right.
type footLayout struct{ count *parts.Paragraph }

func (*footLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, footHeight) }

func (l *footLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	putRight(l.count, size)
	least := objects[0].MinSize()
	objects[0].Resize(least)
	objects[0].Move(fyne.NewPos(padding, (size.Height-least.Height)/2))
}

// putRight centres a line of small words upright at the right end of a room,
// and says how wide the words are.
func putRight(words *parts.Paragraph, room fyne.Size) (width float32) {
	width = look.Measure(words.Words(), look.Regular, look.BadgeSize).Width + 2
	height := look.LineHeight(look.BadgeSize, look.InterfaceLine)
	words.Resize(fyne.NewSize(width, height))
	words.Move(fyne.NewPos(room.Width-width-padding, (room.Height-height)/2))
	return width
}

// fixedLayout gives one object a width.
type fixedLayout struct{ width float32 }

func (l *fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, parts.Height(objects[0], l.width))
}

func (l *fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := parts.Height(objects[0], l.width)
	objects[0].Resize(fyne.NewSize(l.width, height))
	objects[0].Move(fyne.NewPos(0, (size.Height-height)/2))
}
