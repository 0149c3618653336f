package list

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// The gaps within a card.
const (
	titleGap = 3
	metaGap  = 4
	dotGap   = 8
)

// card shows one entry: a title of at most two lines, words of at most two,
// and a line with the date, the source and the colours of its highlights.
type card struct {
	widget.BaseWidget
	title, words, meta *parts.Paragraph
	dots               []*parts.Fill
	pick               *parts.Pick // of a highlight, to choose several
	dotted             int
	metaWidth          float32
}

func newCard() *card {
	c := &card{title: parts.NewParagraph(), words: parts.NewParagraph(), meta: parts.NewParagraph()}
	c.title.MaxLines, c.words.MaxLines, c.meta.MaxLines = 2, 2, 1
	for range 5 {
		c.dots = append(c.dots, parts.NewDot("yellow"))
	}
	c.pick = parts.NewPick(lang.X("list.pick", "Choose this highlight"), nil)
	c.pick.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// offer shows the mark by which an entry is picked, or hides it if pick is nil.
func (c *card) offer(picked bool, pick func()) {
	c.pick.OnTapped = pick
	c.pick.SetPicked(picked)
	setShown(c.pick, pick != nil)
}

func setShown(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}

func (c *card) set(e entry) {
	font, size := look.Semibold, float32(look.InterfaceSize)
	if e.quote {
		font, size = look.Serif, look.QuoteSize
	}
	c.title.SetRuns(parts.Run{Words: e.title, Font: font, Size: size})
	c.words.SetRuns(parts.Run{Words: e.words, Colour: look.TextSecond})
	c.meta.SetRuns(parts.Run{Words: e.meta, Size: look.BadgeSize, Colour: look.TextThird})
	c.metaWidth = look.Measure(e.meta, look.Regular, look.BadgeSize).Width
	c.dotted = len(e.colours)
	for i, colour := range e.colours[:min(len(e.colours), len(c.dots))] {
		_, edge := look.Highlight(string(colour))
		c.dots[i].SetColour(edge)
	}
	c.Refresh()
}

// Fit gives the height at a width.
func (c *card) Fit(width float32) float32 {
	return c.place(width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
}

// place says where everything stands at a width and returns the height.
func (c *card) place(width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	inner := width - 2*look.CardPaddingX
	if c.pick.Visible() {
		size := c.pick.MinSize()
		put(c.pick, fyne.NewPos(width-look.CardPaddingX-size.Width+4, look.CardPaddingY-4), size)
		inner -= size.Width
	}
	y := float32(look.CardPaddingY)
	line := func(p *parts.Paragraph, gap float32) {
		if p.Words() == "" {
			put(p, fyne.NewPos(0, 0), fyne.NewSize(0, 0))
			return
		}
		if y > look.CardPaddingY {
			y += gap
		}
		height := p.Fit(inner)
		put(p, fyne.NewPos(look.CardPaddingX, y), fyne.NewSize(inner, height))
		y += height
	}
	line(c.title, 0)
	line(c.words, titleGap)
	line(c.meta, metaGap)
	lineHeight := look.LineHeight(look.BadgeSize, look.InterfaceLine)
	if c.meta.Words() == "" && c.dotted > 0 {
		y += metaGap + lineHeight
	}
	x := look.CardPaddingX + c.metaWidth + dotGap
	if c.meta.Words() == "" {
		x = look.CardPaddingX
	}
	for i, dot := range c.dots {
		if i >= c.dotted {
			put(dot, fyne.NewPos(0, 0), fyne.NewSize(0, 0))
			continue
		}
		x = min(x, width-look.CardPaddingX-look.DotSize)
		put(dot, fyne.NewPos(x, y-lineHeight/2-look.DotSize/2), fyne.NewSize(look.DotSize, look.DotSize))
		x += 2 * look.DotSize
	}
	return y + look.CardPaddingY
}

// CreateRenderer draws the card.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{c.title, c.words, c.meta}
	for _, dot := range c.dots {
		objects = append(objects, dot)
	}
	objects = append(objects, c.pick)
	return &cardRenderer{c, objects}
}

type cardRenderer struct {
	card    *card
	objects []fyne.CanvasObject
}

func (r *cardRenderer) Layout(size fyne.Size) {
	r.card.place(size.Width, func(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
		if size.Width <= 0 {
			o.Hide()
			return
		}
		o.Show()
		o.Move(at)
		o.Resize(size)
	})
}

func (r *cardRenderer) MinSize() fyne.Size {
	return fyne.NewSize(2*look.CardPaddingX+40, 2*look.CardPaddingY)
}

func (r *cardRenderer) Refresh() {
	r.Layout(r.card.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *cardRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *cardRenderer) Destroy() {}
