package overview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// mostQuoted is how many lines of a passage a card shows.
const mostQuoted = 7

// besideEdge is how far a quotation stands from the left end of its edge, in
// Fyne units.
const besideEdge = look.EdgeWidth + 10

// edged is a quotation beside a bar in its highlight's colour.
type edged struct{}

func newEdged(edge, words fyne.CanvasObject) fyne.CanvasObject {
	return container.New(edged{}, edge, words)
}

func (edged) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastPage/2, 0) }

// FitObjects gives the height at a width.
func (edged) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	return parts.Height(objects[1], width-besideEdge)
}

func (edged) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(look.EdgeWidth, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-besideEdge, size.Height))
	objects[1].Move(fyne.NewPos(besideEdge, 0))
}

// small is words of the second rank.
func small(words string) *parts.Paragraph {
	p := parts.NewParagraph(parts.Run{Words: words, Size: look.BadgeSize, Colour: look.TextSecond})
	p.MaxLines = 3
	return p
}

// hint says what belongs where nothing is.
func hint(words string) fyne.CanvasObject {
	return parts.NewParagraph(parts.Run{Words: words, Colour: look.TextSecond})
}

// head is the name of what the inspector is about, which opens it, and what is
// said of it.
func head(title string, open func(), said ...fyne.CanvasObject) fyne.CanvasObject {
	name := parts.NewParagraph(parts.Run{Words: title, Font: look.Semibold, Size: look.NameSize, Colour: look.Accent, Tapped: open})
	return parts.NewColumn(5, append([]fyne.CanvasObject{name}, said...)...)
}

// quoted makes words of a text look like those of the reading page.
func quoted(runs ...parts.Run) *parts.Paragraph {
	for i := range runs {
		runs[i].Font, runs[i].Size = look.Serif, look.QuoteSize
	}
	p := parts.NewParagraph(runs...)
	p.Spacing, p.MaxLines = look.QuoteLine, mostQuoted
	return p
}

// between parts what stands in one line.
const between = " · "

func joined(words ...string) string {
	var said []string
	for _, w := range words {
		if w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, between)
}
