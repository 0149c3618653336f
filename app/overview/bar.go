// Package overview is the two pages that show an archive as a whole: the
// timeline of its events, and the graph of who is named with whom. They read in
// the background and say where to go; they change nothing.
package overview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// Lengths of the bar above a page, in Fyne units.
const (
	barGap     = 2  // between what stands in the bar, which has room of its own
	titleGap   = 8  // from the title to what follows
	lineHeight = 32 // of further lines, where the first is full
)

// newBar makes the line above a page: its title, what it is narrowed to, and at
// the right how it is shown. Where there is no room, it goes on below.
func newBar(title string, right fyne.CanvasObject, left ...fyne.CanvasObject) *fyne.Container {
	name := parts.NewParagraph(parts.Run{Words: title, Font: look.Semibold})
	wide := look.Measure(title, look.Semibold, look.InterfaceSize).Width + titleGap
	objects := append([]fyne.CanvasObject{right, container.New(wideLayout{wide}, name)}, left...)
	return container.New(barLayout{}, objects...)
}

// besides puts what stands at the right of a bar beside each other.
func besides(objects ...fyne.CanvasObject) fyne.CanvasObject {
	row := container.New(layout.NewCustomPaddedHBoxLayout(titleGap))
	for _, o := range objects {
		row.Add(container.NewCenter(o))
	}
	return row
}

// barLayout places the first object at the right end of the first line, and the
// others from the left.
type barLayout struct{}

func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastPage, look.BarHeight)
}

// leastPage is the least width of a page, in Fyne units.
const leastPage = 240

// FitObjects gives the height at a width.
func (barLayout) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	height := float32(look.BarHeight)
	flow(objects, width, func(_ fyne.CanvasObject, _ float32, line int) {
		height = look.BarHeight + float32(line)*lineHeight
	})
	return height
}

func (barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, top, height float32) {
		least := o.MinSize()
		o.Resize(least)
		o.Move(fyne.NewPos(x, top+(height-least.Height)/2))
	}
	put(objects[0], size.Width-objects[0].MinSize().Width-look.PanePadding, 0, look.BarHeight)
	flow(objects, size.Width, func(o fyne.CanvasObject, x float32, line int) {
		if line == 0 {
			put(o, x, 0, look.BarHeight)
			return
		}
		put(o, x, look.BarHeight+float32(line-1)*lineHeight-titleGap/2, lineHeight)
	})
}

// flow tells where each object but the first stands, and in which line.
func flow(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x float32, line int)) {
	x, line := float32(look.PanePadding), 0
	end := width - objects[0].MinSize().Width - 2*look.PanePadding
	for i, o := range objects[1:] {
		if !o.Visible() {
			continue
		}
		wide := o.MinSize().Width
		if i > 0 && x+wide > end {
			x, line, end = look.PanePadding-titleGap, line+1, width-look.PanePadding
		}
		place(o, x, line)
		x += wide + barGap
	}
}

// wideLayout gives an object a width.
type wideLayout struct{ width float32 }

func (l wideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width, parts.Height(objects[0], l.width))
}

func (wideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[0].Move(fyne.NewPos(0, 0))
}

// pageLayout places a bar, the line below it, and the page below that.
type pageLayout struct{}

func (pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastPage, 2*look.BarHeight)
}

func (pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := parts.Height(objects[0], size.Width)
	top := float32(0)
	for i, h := range []float32{height, look.LineWidth, max(size.Height-height-look.LineWidth, 0)} {
		objects[i].Resize(fyne.NewSize(size.Width, h))
		objects[i].Move(fyne.NewPos(0, top))
		top += h
	}
}

// choices is a line of words of which one holds: "Years · Months · Days".
type choices struct {
	object    *fyne.Container
	paragraph *parts.Paragraph
	words     []string
	chosen    int
	choose    func(int)
}

func newChoices(choose func(int), words ...string) *choices {
	c := &choices{paragraph: parts.NewParagraph(), words: words, chosen: -1, choose: choose}
	c.paragraph.MaxLines = 1
	var width float32
	for i, one := range words { // any of them can be the bold one
		width += look.Measure(one, look.Semibold, look.InterfaceSize).Width
		if i > 0 {
			width += look.Measure(" · ", look.Regular, look.InterfaceSize).Width
		}
	}
	c.object = container.New(wideLayout{width}, c.paragraph)
	c.set(0)
	return c
}

// set shows which one holds.
func (c *choices) set(chosen int) {
	if chosen == c.chosen {
		return
	}
	c.chosen = chosen
	var runs []parts.Run
	for i, words := range c.words {
		if i > 0 {
			runs = append(runs, parts.Run{Words: " · ", Colour: look.TextSecond})
		}
		run := parts.Run{Words: words, Colour: look.TextSecond, Tapped: func() { c.choose(i) }}
		if i == chosen {
			run.Font, run.Colour = look.Semibold, look.Text
		}
		runs = append(runs, run)
	}
	c.paragraph.SetRuns(runs...)
}

// toggle is a word that is on or off, with the colour that it stands for.
type toggle struct {
	object *fyne.Container
	dot    *parts.Fill
	button *parts.TextButton
	colour fyne.ThemeColorName
}

func newToggle(words string, colour fyne.ThemeColorName, tapped func()) *toggle {
	t := &toggle{dot: parts.NewFill(colour, look.DotSize/2), button: parts.NewTextButton(words, parts.Quiet, tapped), colour: colour}
	t.dot.Least = fyne.NewSquareSize(look.DotSize)
	t.object = parts.NewInset(0, 0, 0, titleGap, container.New(layout.NewCustomPaddedHBoxLayout(0), container.NewCenter(t.dot), t.button))
	return t
}

// set shows whether it is on.
func (t *toggle) set(on bool) {
	colour, manner := look.Line, parts.Quiet
	if on {
		colour, manner = t.colour, parts.Plain
	}
	t.dot.SetColour(colour)
	t.button.SetManner(manner)
}
