package reader

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"cuttings/app/look"
	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

// Lengths of what is drawn, in Fyne units.
const (
	caretWidth = 1.5
	edgeHeight = 2 // the line under a highlight that another overlaps
	hitHeight  = 2 // the line under what a search found
	boxCorner  = look.RowCorner
)

// painter is the page's renderer: it draws the rows in sight with objects
// that it keeps for the next time.
type painter struct {
	page    *Page
	ground  *canvas.Rectangle
	grip    *canvas.Rectangle // of the scroll bar
	boxes   pool[*canvas.Rectangle]
	texts   pool[*canvas.Text]
	dots    dots
	ends    []handle // of the chosen highlight, where they are drawn
	bubbles []bubble
	ticks   []tick
	ticked  ticking
	objects []fyne.CanvasObject
}

// CreateRenderer draws the page.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	r := &painter{page: p, ground: canvas.NewRectangle(nil), grip: canvas.NewRectangle(nil)}
	r.boxes.make = func() *canvas.Rectangle { return canvas.NewRectangle(nil) }
	r.texts.make = func() *canvas.Text { return canvas.NewText("", nil) }
	p.painter = r
	r.paint()
	return r
}

// Destroy ends what goes on by itself.
func (r *painter) Destroy() {
	r.page.stopScrolling()
	if r.page.painter == r {
		r.page.painter = nil
	}
}

// MinSize is the page's.
func (r *painter) MinSize() fyne.Size { return r.page.MinSize() }

// Objects returns what is in sight.
func (r *painter) Objects() []fyne.CanvasObject { return r.objects }

// Layout has nothing to do: Resize has drawn the page for its size.
func (r *painter) Layout(fyne.Size) {}

// Refresh draws the page in the colours of the theme.
func (r *painter) Refresh() {
	r.dots.forget()
	r.paint()
	r.page.bar.Refresh()
	canvas.Refresh(r.page)
}

// rowAt is a row in sight and where its section begins on the page.
type rowAt struct {
	*layout.Row
	x, y float32 // add to those of the row
}

// scene is what is in sight.
type scene struct {
	rows   []rowAt
	within text.Range // of the body
	left   float32
}

// scene lays out what is in sight and puts the boxes behind it down.
func (r *painter) scene() scene {
	p := r.page
	left, _ := p.column()
	s := scene{left: left, within: text.Range{Start: len(p.doc.Text.Body)}}
	p.flow.Sections(p.view, p.height(), func(number int, laid *layout.Section, y float32) bool {
		y = round(y)
		for _, box := range laid.Boxes {
			if y+box.Y+box.Height >= 0 && y+box.Y < p.height() {
				r.box(box, left, y)
			}
		}
		if figure := laid.Figure; figure != nil && y+figure.Y+figure.Height >= 0 && y+figure.Y < p.height() {
			r.picture(figure, left, y)
		}
		for i := range laid.Rows {
			row := &laid.Rows[i]
			if y+row.Y+row.Height < 0 || y+row.Y >= p.height() {
				continue
			}
			s.rows = append(s.rows, rowAt{row, left, y})
			if number > 0 {
				s.within.Start, s.within.End = min(s.within.Start, row.Start), max(s.within.End, row.End)
			}
		}
		return true
	})
	return s
}

// paint puts all that is in sight where it belongs.
func (r *painter) paint() {
	p := r.page
	r.boxes.used, r.texts.used = 0, 0
	r.dots.release()
	r.ground.FillColor = look.Colour(p, look.Page)
	r.ground.Resize(p.Size())
	r.objects = append(r.objects[:0], r.ground)
	if p.flow == nil {
		return
	}
	s := r.scene()
	r.marks(s)
	r.hits(s)
	if mark, ok := p.mark(p.chosen); !ok || mark.Range != p.Selection() { // its outline says so already
		r.cover(s, p.Selection(), look.Selection)
	}
	r.chosen(s)
	r.outline(s)
	r.suggestions(s)
	r.mentions(s)
	r.words(s)
	r.drawBubbles(s)
	r.drawHandles(s)
	r.caret(s)
	r.drawTicks()
	r.scrollBar()
	r.floatBar(s)
}

// rect puts a rectangle down.
func (r *painter) rect(x, y, width, height float32, name fyne.ThemeColorName) *canvas.Rectangle {
	box := r.boxes.take()
	box.FillColor, box.CornerRadius = look.Colour(r.page, name), 0
	box.StrokeColor, box.StrokeWidth = nil, 0
	box.Move(fyne.NewPos(x, y))
	box.Resize(fyne.NewSize(width, height))
	r.objects = append(r.objects, box)
	return box
}

// box puts a box of the layout down.
func (r *painter) box(box layout.Box, left, y float32) {
	name := look.Line
	switch box.Ink {
	case layout.Panel:
		name = look.Panel
	case layout.Quoted:
		_, name = look.Highlight(r.page.doc.QuoteColours[box.Target])
	}
	drawn := r.rect(left+box.X, round(y+box.Y), box.Width, round(box.Height), name)
	if box.Round {
		drawn.CornerRadius = boxCorner
	}
}

// strip is what a range covers in one row.
type strip struct {
	x, y, width, height float32
}

// strips returns what q covers in the rows in sight.
func (r *painter) strips(s scene, q text.Range) []strip {
	var list []strip
	for _, row := range s.rows {
		top, bottom := round(row.y+row.Top), round(row.y+row.Bottom)
		for _, reach := range r.page.flow.Cover(row.Row, q) {
			list = append(list, strip{row.x + reach.From, top, reach.To - reach.From, bottom - top})
		}
	}
	return list
}

func (r *painter) cover(s scene, q text.Range, name fyne.ThemeColorName) {
	for _, at := range r.strips(s, q) {
		r.rect(at.x, at.y, at.width, at.height, name)
	}
}

// marks fills the highlights, the narrowest uppermost. Those that overlap
// have lines in the colours of their edges beneath, one below the other, so
// that each can be seen even where another covers it.
func (r *painter) marks(s scene) {
	marks := r.page.marks.over(s.within)
	for i := range marks {
		marks[i].Range = r.page.rangeOf(marks[i])
	}
	slices.SortStableFunc(marks, func(a, b Mark) int { return b.Range.Len() - a.Range.Len() })
	for _, mark := range marks {
		fill, _ := look.Highlight(mark.Colour)
		r.cover(s, mark.Range, fill)
	}
	for i, mark := range marks {
		depth, overlapped := 0, false
		for j, other := range marks {
			if j != i && other.Range.Overlaps(mark.Range) {
				overlapped = true
				if j > i {
					depth++
				}
			}
		}
		if !overlapped {
			continue
		}
		_, edge := look.Highlight(mark.Colour)
		for _, at := range r.strips(s, mark.Range) {
			r.rect(at.x, at.y+at.height-edgeHeight+float32(depth%3)*(edgeHeight+1), at.width, edgeHeight, edge)
		}
	}
}

func (r *painter) hits(s scene) {
	for _, hit := range r.page.hits.over(s.within) {
		if hit == r.page.hit {
			r.cover(s, hit, look.Here)
			r.frame(s, hit, look.HereEdge)
			continue
		}
		for _, at := range r.strips(s, hit) {
			r.rect(at.x, at.y, at.width, at.height, look.AccentBehind)
			r.rect(at.x, at.y+at.height-hitHeight, at.width, hitHeight, look.Accent)
		}
	}
}

// chosen outlines the chosen highlight.
func (r *painter) chosen(s scene) {
	mark, ok := r.page.mark(r.page.chosen)
	if !ok {
		return
	}
	_, edge := look.Highlight(mark.Colour)
	r.frame(s, r.page.rangeOf(mark), edge)
}

// frame draws a line around words.
func (r *painter) frame(s scene, q text.Range, name fyne.ThemeColorName) {
	for _, at := range r.strips(s, q) {
		box := r.rect(at.x-look.OutlineWidth, at.y-1, at.width+2*look.OutlineWidth, at.height+2, look.Clear)
		box.StrokeColor, box.StrokeWidth = look.Colour(r.page, name), look.OutlineWidth
	}
}

func (r *painter) mentions(s scene) {
	for _, mention := range r.page.mentions.over(s.within) {
		r.underline(s, mention.Range, look.Kind(mention.Kind), dense)
	}
}

// underline puts dots under words, so many of their width apart.
func (r *painter) underline(s scene, q text.Range, name fyne.ThemeColorName, apart int) {
	for _, at := range r.strips(s, q) {
		line := r.dots.take(dotsKey{int(at.width + 0.5), name, apart}, look.Colour(r.page, name))
		line.Move(fyne.NewPos(round(at.x), at.y+at.height))
		r.objects = append(r.objects, line)
	}
}

func (r *painter) words(s scene) {
	for _, row := range s.rows {
		for i := range row.Runs {
			r.run(&row.Runs[i], row.x, row.y+row.Baseline)
		}
	}
	p := r.page
	p.flow.Sections(p.view, p.height(), func(_ int, laid *layout.Section, y float32) bool {
		for i := range laid.Labels {
			r.run(&laid.Labels[i].Run, s.left, round(y)+laid.Labels[i].Baseline)
		}
		return true
	})
}

// run puts words down, with their baseline at y.
func (r *painter) run(run *layout.Run, left, y float32) {
	word := r.texts.take()
	resource, style := r.page.letters.drawn(run.Face)
	word.Text, word.TextSize, word.TextStyle = run.Words, run.Size, style
	if run.Drawn != "" {
		word.Text = run.Drawn
	}
	word.FontSource = resource
	word.Color = look.Colour(r.page, inkName(run.Ink))
	ascent, descent := r.page.letters.Extent(run.Face, run.Size)
	word.Resize(fyne.NewSize(1, ascent+descent))
	word.Move(fyne.NewPos(left+run.X, round(y-ascent)))
	r.objects = append(r.objects, word)
}

// inkName returns the colour of words.
func inkName(ink layout.Ink) fyne.ThemeColorName {
	switch ink {
	case layout.Second, layout.Missing:
		return look.TextSecond
	case layout.Accent:
		return look.Accent
	}
	return look.Text
}

func (r *painter) caret(s scene) {
	p := r.page
	if !p.focused || !p.selection.shown {
		return
	}
	spot, ok := p.flow.SpotAt(p.selection.caret)
	if !ok {
		return
	}
	row := p.flow.Row(spot)
	for _, seen := range s.rows {
		if seen.Row == row {
			x := seen.x + p.flow.X(row, p.selection.caret)
			top := round(seen.y + row.Top)
			r.rect(round(x)-caretWidth/2, top, caretWidth, round(seen.y+row.Bottom)-top, look.Accent)
		}
	}
}

func (r *painter) scrollBar() {
	p := r.page
	y, height, ok := p.thumb()
	if !ok {
		return
	}
	width := float32(barWidth)
	if p.mouse.over || p.mouse.doing == draggingThumb {
		width *= 1.5
	}
	r.grip.FillColor, r.grip.CornerRadius = look.Colour(p, look.ScrollBar), width/2
	r.grip.Resize(fyne.NewSize(width, height))
	r.grip.Move(fyne.NewPos(p.Size().Width-width-barInset, y))
	r.objects = append(r.objects, r.grip)
}

// round puts a length on a whole unit, so that words and what lies behind
// them fall on pixels together.
func round(v float32) float32 {
	if v < 0 {
		return -float32(int(-v + 0.5))
	}
	return float32(int(v + 0.5))
}

// redraw draws what is in sight; the theme has not changed.
func (p *Page) redraw() {
	if p.painter != nil {
		p.painter.paint()
		canvas.Refresh(p)
	}
}
