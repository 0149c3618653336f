package timeline

import (
	"image/color"

	"fyne.io/fyne/v2"

	"cuttings/app/look"
	"cuttings/app/session"
	"cuttings/notes"
	geometry "cuttings/notes/timeline"
)

// Measures of a card, in Fyne units from its upper left corner.
const (
	cardPaddingEnd = 12
	dateMiddle     = 17
	titleMiddle    = 35
	noteMiddle     = 53
	innerCorner    = look.RowCorner - geometry.EdgeWidth
)

// edgeOf gives the colour of an event's side.
func edgeOf(e *Event) fyne.ThemeColorName {
	if e.Colour == "" {
		return look.Kind("event")
	}
	return e.Colour
}

// Edge gives the colour for an event whose sources are highlighted in a colour;
// "" if that is "".
func Edge(sources notes.Colour) fyne.ThemeColorName {
	if sources == "" {
		return ""
	}
	_, edge := look.Highlight(string(sources))
	return edge
}

// card draws an event's card. The side is a rounded ground in its colour, of
// which the face leaves a strip.
func (r *painter) card(card geometry.Card, hovered bool) {
	c := r.chart
	e := c.event(card.Event)
	x, y := round(float32(card.X)), float32(geometry.LanesTop+card.Row*geometry.RowHeight)
	width := float32(card.Width)
	box := r.rect(x, y, width, geometry.CardHeight, look.Panel)
	box.CornerRadius, box.StrokeColor, box.StrokeWidth = look.RowCorner, r.ink(look.Line), look.LineWidth
	edge := r.rect(x, y, 2*look.RowCorner, geometry.CardHeight, edgeOf(e))
	edge.TopLeftCornerRadius, edge.BottomLeftCornerRadius = look.RowCorner, look.RowCorner
	face := r.rect(x+geometry.EdgeWidth, y+look.LineWidth, 2*look.RowCorner, geometry.CardHeight-2*look.LineWidth, look.Panel)
	face.TopLeftCornerRadius, face.BottomLeftCornerRadius = innerCorner, innerCorner
	for _, line := range []float32{y, y + geometry.CardHeight - look.LineWidth} {
		r.rect(x+look.RowCorner, line, look.RowCorner, look.LineWidth, look.Line)
	}
	if hovered {
		r.rect(x, y, width, geometry.CardHeight, look.Hover).CornerRadius = look.RowCorner
	}
	left, room := x+geometry.CardPadding, width-geometry.CardPadding-cardPaddingEnd
	r.text(e.Date.Words(session.Wording(false)), dateStyle, left, y+dateMiddle, room)
	r.text(e.Title, titleStyle, left, y+titleMiddle, room)
	r.text(e.Note, noteStyle, left, y+noteMiddle, room)
	if e.ID == c.chosen { // around the card, so that its side keeps its colour
		const around = look.OutlineWidth
		box := r.rect(x-around, y-around, width+2*around, geometry.CardHeight+2*around, look.Clear)
		box.CornerRadius, box.StrokeColor, box.StrokeWidth = look.RowCorner+around, r.ink(look.Accent), around
	}
}

// barOffset is how far below a card its bar stands.
const barOffset = 2

// fadeSteps are the pieces into which a bar falls where its end is open.
const fadeSteps = 4

// span draws how long an event took, below its card: broken if it is
// uncertain, faint if it is approximate, falling into pieces where it is open.
func (r *painter) span(card geometry.Card) {
	c := r.chart
	s := c.lanes.Events()[card.Event].Span
	name := edgeOf(c.event(card.Event))
	y := float32(geometry.LanesTop+card.Row*geometry.RowHeight) + geometry.CardHeight + barOffset
	from, to := float32(card.BarFrom), float32(card.BarTo)
	for step := range fadeSteps {
		const piece = geometry.Fade / fadeSteps
		i := float32(step)
		share := 1 - (i+0.5)/fadeSteps
		if s.OpenStart {
			r.piece(from-(i+1)*piece, piece-3, y, name, share)
		}
		if s.OpenEnd {
			r.piece(to+i*piece+3, piece-3, y, name, share)
		}
	}
	if to-from < geometry.LeastBar {
		return // the card's side says as much
	}
	share := float32(1)
	if s.Approximate {
		share = faint
	}
	if !s.Uncertain {
		left, right := max(from, -1), min(to, c.Size().Width+1)
		r.piece(left, right-left, y, name, share)
		return
	}
	const every = geometry.DashOn + geometry.DashOff
	first := max(0, float32(int(-from/every)))
	for x := from + first*every; x < min(to, c.Size().Width); x += every {
		r.piece(x, min(geometry.DashOn, to-x), y, name, share)
	}
}

// faint is how much of its colour the bar of an approximate date keeps.
const faint = 0.45

// piece draws a piece of a bar, with a share of its colour.
func (r *painter) piece(x, width, y float32, name fyne.ThemeColorName, share float32) {
	if width <= 0 {
		return
	}
	box := r.rect(round(x), y, max(1, round(width)), geometry.EdgeWidth, name)
	if share < 1 {
		ink := color.NRGBAModel.Convert(box.FillColor).(color.NRGBA)
		ink.A = uint8(float32(ink.A) * share)
		box.FillColor = ink
	}
}

// more draws what stands for events that have no room.
func (r *painter) more(m geometry.More, hovered bool) {
	x, y := round(float32(m.X)), r.chart.moreTop()
	box := r.rect(x, y, geometry.MoreWidth, geometry.MoreHeight, look.Panel)
	box.CornerRadius, box.StrokeColor, box.StrokeWidth = look.RowCorner, r.ink(look.Line), look.LineWidth
	if hovered {
		r.rect(x, y, geometry.MoreWidth, geometry.MoreHeight, look.Hover).CornerRadius = look.RowCorner
	}
	r.text(moreWords(len(m.Events)), dateStyle, x+look.RowPadding, y+geometry.MoreHeight/2, geometry.MoreWidth-2*look.RowPadding)
}
