package reviewing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// pieceCard shows one piece.
type pieceCard struct {
	widget.BaseWidget
	head, words, said, where *parts.Paragraph
	content                  *fyne.Container
}

func newPieceCard() *pieceCard {
	c := &pieceCard{head: parts.NewParagraph(), words: parts.NewParagraph(), said: parts.NewParagraph(), where: parts.NewParagraph()}
	c.words.Spacing, c.where.MaxLines = look.QuoteLine, 2
	c.content = parts.NewInset(look.CardPaddingY, look.PanePadding, look.CardPaddingY, look.PanePadding,
		parts.NewColumn(4, c.head, c.words, c.said, c.where))
	c.ExtendBaseWidget(c)
	return c
}

func (c *pieceCard) set(one piece) {
	c.head.SetRuns(parts.Run{Words: one.head, Font: look.Semibold, Colour: look.Accent, Tapped: one.open})
	c.words.SetRuns(one.words.runs(look.Blue)...)
	c.said.SetRuns(parts.Run{Words: one.said, Colour: look.TextSecond})
	c.where.SetRuns(parts.Run{Words: one.where, Size: look.BadgeSize, Colour: look.Accent, Tapped: one.open})
	for _, part := range []*parts.Paragraph{c.head, c.words, c.said, c.where} {
		if part.Words() == "" {
			part.Hide()
		} else {
			part.Show()
		}
	}
	c.Refresh()
}

// AccessibilityLabel says the piece.
func (c *pieceCard) AccessibilityLabel() string {
	return c.head.Words() + " " + c.words.Words() + " " + c.said.Words() + " " + c.where.Words()
}

// Fit gives the height at a width.
func (c *pieceCard) Fit(width float32) float32 { return parts.Height(c.content, width) }

// CreateRenderer draws the card.
func (c *pieceCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }
