package writing

import (
	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// The measures of the page, in Fyne units.
const (
	widest  = 1100 // of the page's content
	side    = 28   // at either side of it
	above   = 26
	entryIn = 8 // how far a field's words stand from its edge
	least   = 560
)

// arrange shows the editor, the preview, or both.
func (p *Page) arrange() {
	if p.room == nil {
		return
	}
	p.room.Objects = nil
	way := p.ways.Chosen()
	if way != read {
		p.room.Add(p.editor.Field)
	}
	if way == both {
		p.room.Add(parts.NewLine())
	}
	if way != write {
		p.room.Add(p.preview)
		p.render(0)
	}
	p.head.Refresh()
	p.room.Refresh()
}

// sides puts editor and preview beside each other; where there is no room for
// both, only the first.
type sides struct{ page *Page }

func (*sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

func (s *sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, width float32) {
		o.Show()
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
	switch len(objects) {
	case 1:
		if objects[0] != fyne.CanvasObject(s.page.editor.Field) { // the note as it is read
			put(objects[0], 0, size.Width)
			return
		}
		left := s.page.left(size.Width)
		put(objects[0], left-entryIn, size.Width-2*left+2*entryIn)
	case 3:
		if size.Width < least {
			put(objects[0], side-entryIn, size.Width-2*side+entryIn)
			objects[1].Hide()
			objects[2].Hide()
			return
		}
		half := size.Width / 2
		put(objects[0], side-entryIn, half-side+entryIn-8)
		put(objects[1], half, look.LineWidth)
		put(objects[2], half+look.LineWidth, size.Width-half-look.LineWidth)
	}
}

// pageLayout puts the head above, as high as it must be, and gives the room below
// to the rest.
type pageLayout struct{}

func (pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[1].MinSize()
	return fyne.NewSize(least.Width, objects[0].MinSize().Height+least.Height)
}

func (pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := parts.Height(objects[0], size.Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-height)))
}

// left is where the words begin: at the side, or, where editor or preview stand
// alone, where the column in the middle of the page does.
func (p *Page) left(width float32) float32 {
	measure := p.measure
	if measure <= 0 {
		measure = look.MeasureWidth
	}
	if p.ways != nil && p.ways.Chosen() == both {
		return side
	}
	return max(side, float32(int((width-measure)/2)))
}

// headLayout puts the title over the line with what is known of the note and
// its tags; the ways to see it stand at the right. Where the tags have no room on
// that line, they stand below it.
type headLayout struct{ page *Page }

const (
	metaHeight = 34
	mostMeta   = 260
	metaGap    = 10
	tagGap     = 6
)

func (headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, above+objects[0].MinSize().Height+metaHeight)
}

// metaWidth is the room that the words about the note take.
func metaWidth(meta fyne.CanvasObject) float32 {
	return min(mostMeta, look.Measure(meta.(*parts.Paragraph).Words(), look.Regular, look.InterfaceSize).Width+2)
}

// tagsBeside reports whether the tags have room on one line with the rest, and
// how much there is.
func (l headLayout) tagsBeside(meta, tags, ways fyne.CanvasObject, width float32) (room float32, ok bool) {
	room = width - l.page.left(width) - side - metaWidth(meta) - ways.MinSize().Width - 2*metaGap
	needed := float32(0)
	for _, chip := range tags.(*fyne.Container).Objects {
		needed += chip.MinSize().Width + tagGap
	}
	return room, needed <= room+tagGap
}

// FitObjects gives the height at a width.
func (l headLayout) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	tags, height := objects[2], l.MinSize(objects).Height
	if _, beside := l.tagsBeside(objects[1], tags, objects[3], width); !beside {
		height += parts.Height(tags, width-l.page.left(width)-side) + metaGap
	}
	return height
}

func (l headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, meta, tags, ways := objects[0], objects[1], objects[2], objects[3]
	height := title.MinSize().Height
	left := l.page.left(size.Width)
	title.Move(fyne.NewPos(left-entryIn, above))
	title.Resize(fyne.NewSize(size.Width-left-side+2*entryIn, height))
	line := func(o fyne.CanvasObject, x, width, height float32) {
		o.Move(fyne.NewPos(x, above+title.Size().Height+(metaHeight-height)/2-4))
		o.Resize(fyne.NewSize(max(0, width), height))
	}
	waysWidth := ways.MinSize().Width
	line(ways, size.Width-side-waysWidth, waysWidth, ways.MinSize().Height)
	known := min(metaWidth(meta), size.Width-left-side-waysWidth-metaGap)
	line(meta, left, known, parts.Height(meta, known))
	room, beside := l.tagsBeside(meta, tags, ways, size.Width)
	if beside {
		line(tags, left+known+metaGap, room, parts.Height(tags, room))
		return
	}
	room = size.Width - left - side
	tags.Move(fyne.NewPos(left, above+height+metaHeight))
	tags.Resize(fyne.NewSize(room, parts.Height(tags, room)))
}
