package article

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/linked"
	"cuttings/app/look"
	"cuttings/app/marks"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// markCard shows a highlight: its words beside a bar in its colour, the
// comment, and when it was made and where it stands.
type markCard struct {
	widget.BaseWidget
	edge                             *parts.Fill
	quote, comment, tells, way, meta *parts.Paragraph
	column                           *fyne.Container
}

// The most lines of a quotation and of a comment that a card shows.
const (
	quoteLines   = 6
	commentLines = 8
	quoteIndent  = look.EdgeWidth + 10
)

func newMarkCard() *markCard {
	c := &markCard{edge: parts.NewEdge("yellow"), quote: parts.NewParagraph(), comment: parts.NewParagraph(), tells: parts.NewParagraph(), way: parts.NewParagraph(), meta: parts.NewParagraph()}
	c.quote.MaxLines, c.comment.MaxLines, c.way.MaxLines, c.meta.MaxLines = quoteLines, commentLines, 2, 2
	c.quote.Spacing = look.QuoteLine
	c.column = parts.NewColumn(5,
		newEdged(c.edge, c.quote),
		parts.NewInset(0, 0, 0, quoteIndent, c.comment),
		parts.NewInset(0, 0, 0, quoteIndent, c.tells),
		parts.NewInset(0, 0, 0, quoteIndent, c.way),
		parts.NewInset(0, 0, 0, quoteIndent, c.meta))
	c.ExtendBaseWidget(c)
	return c
}

// Fit gives the height at a width.
func (c *markCard) Fit(width float32) float32 {
	return parts.Height(c.column, width-2*look.PanePadding) + 2*look.CardPaddingY
}

// CreateRenderer draws the card.
func (c *markCard) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(parts.NewInset(look.CardPaddingY, look.PanePadding, look.CardPaddingY, look.PanePadding, c.column))
}

// bind makes a card show a highlight.
func (i *inspector) bind(c *markCard, row markRow) {
	_, edge := look.Highlight(string(row.Colour))
	c.edge.SetColour(edge)
	c.quote.SetRuns(parts.Run{Words: row.Exact, Font: look.Serif, Size: look.QuoteSize})
	c.comment.SetRuns(linked.Runs(row.comment, func(item notes.Item) { i.p.s.OpenItem(item, text.Range{}) })...)
	setHidden(c.column.Objects[1], row.Comment == "")

	c.tells.SetRuns(i.tells(row)...)
	setHidden(c.column.Objects[2], len(row.tells) == 0)
	c.meta.SetRuns(i.meta(row)...)
	way := marks.WayWords(row.placement)
	c.way.SetRuns(parts.Run{Words: way, Size: look.BadgeSize, Colour: look.TextSecond})
	setHidden(c.column.Objects[3], way == "")
	c.Refresh()
}

// tells are the events that a highlight is a source of, each with what it says
// otherwise.
func (i *inspector) tells(row markRow) []parts.Run {
	var runs []parts.Run
	for n, one := range row.tells {
		words := lang.X("inspector.sourceOf", "Source of ")
		if n > 0 {
			words = "\n" + words
		}
		runs = append(runs,
			parts.Run{Words: words, Size: look.BadgeSize, Colour: look.TextSecond},
			parts.Run{Words: one.event.Title, Size: look.BadgeSize, Colour: look.Accent, Tapped: func() { i.p.s.OpenItem(one.event.Item, text.Range{}) }})
		if said := joined(session.Date(one.Date, true), one.Place, one.Number); said != "" {
			words := lang.X("inspector.otherwise", ", but says {{.Said}}", map[string]any{"Said": said})
			runs = append(runs, parts.Run{Words: words, Size: look.BadgeSize, Colour: look.TextSecond})
		}
	}
	return runs
}

// meta is the last line of a card: when the highlight was made, where it
// stands, its tags, and what can be done about it.
func (i *inspector) meta(row markRow) []parts.Run {
	id := row.ID.String()
	small := func(words string, colour fyne.ThemeColorName, tapped func()) parts.Run {
		return parts.Run{Words: words, Size: look.BadgeSize, Colour: colour, Tapped: tapped}
	}
	dot := small(" · ", look.TextThird, nil)
	if row.orphan {
		capture := row.Capture
		return []parts.Run{
			small(lang.X("inspector.place", "Place by hand"), look.Accent, func() { i.p.placeByHand(id) }), dot,
			small(lang.X("inspector.origin", "Show where it was made"), look.Accent, func() {
				i.p.s.Open(session.Place{Item: i.p.id, Kind: notes.KindArticle, Capture: capture, Mark: row.ID})
			}),
		}
	}
	meaning := ""
	if words := i.details.reading.Meanings[row.Colour]; words != "" {
		meaning = words + " · "
	}
	runs := []parts.Run{small(meaning+added(row.Highlight)+" · ¶"+strconv.Itoa(row.paragraph), look.TextThird, nil)}
	for _, tag := range row.tags {
		runs = append(runs, dot, small("#"+tag.Title, look.Accent, func() { i.p.s.OpenItem(tag, text.Range{}) }))
	}
	if row.Comment == "" {
		runs = append(runs, dot, small(lang.X("inspector.addComment", "Add a comment"), look.Accent, func() { i.p.comment(id) }))
	}
	return runs
}

func setHidden(o fyne.CanvasObject, hidden bool) {
	if hidden {
		o.Hide()
	} else {
		o.Show()
	}
}

// edged is a quotation with a bar at its left, as high as it is.
type edged struct {
	widget.BaseWidget
	edge  *parts.Fill
	quote *parts.Paragraph
}

func newEdged(edge *parts.Fill, quote *parts.Paragraph) *edged {
	e := &edged{edge: edge, quote: quote}
	e.ExtendBaseWidget(e)
	return e
}

// Fit gives the height at a width.
func (e *edged) Fit(width float32) float32 { return e.quote.Fit(width - quoteIndent) }

// CreateRenderer draws both.
func (e *edged) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(edgeLayout{}, e.edge, e.quote))
}

type edgeLayout struct{}

func (edgeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 0) }

func (edgeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(look.EdgeWidth, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-quoteIndent, size.Height))
	objects[1].Move(fyne.NewPos(quoteIndent, 0))
}
