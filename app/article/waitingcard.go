package article

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
)

// waitingLines is how many lines of a sentence a card shows.
const waitingLines = 4

// waitingCard shows one thing that waits for a decision, or the head above some.
type waitingCard struct {
	widget.BaseWidget
	head                          *parts.Section
	title, beside, words, choices *parts.Paragraph
	body, column                  *fyne.Container
}

func newWaitingCard() *waitingCard {
	c := &waitingCard{head: parts.NewSection(""), title: parts.NewParagraph(), beside: parts.NewParagraph(), words: parts.NewParagraph(), choices: parts.NewParagraph()}
	c.head.Inset = look.PanePadding
	c.title.MaxLines, c.beside.MaxLines, c.words.MaxLines = 3, 3, waitingLines
	c.words.Spacing = look.QuoteLine
	c.body = parts.NewInset(8, look.PanePadding, 8, look.PanePadding, parts.NewColumn(2, c.title, c.beside, c.words, c.choices))
	c.column = parts.NewColumn(0, c.head, c.body)
	c.ExtendBaseWidget(c)
	return c
}

// set shows a row; choose is called with it and the number of a candidate, or of
// a date, that was tapped.
func (c *waitingCard) set(w waiting, choose func(id string, n int)) {
	setHidden(c.head, w.head == "")
	setHidden(c.body, w.head != "")
	if w.head != "" {
		c.head.SetWords(w.head)
		c.Refresh()
		return
	}
	aside := ""
	if n := len(w.places); n > 1 {
		aside = lang.XN("suggest.places", "{{.N}} places", n, map[string]any{"N": n})
	}
	title := []parts.Run{{Words: w.title(), Font: look.Semibold}}
	if aside != "" {
		title = append(title, parts.Run{Words: "  " + aside, Size: look.BadgeSize, Colour: look.TextThird})
	}
	c.title.SetRuns(title...)
	show := func(p *parts.Paragraph, runs ...parts.Run) {
		p.SetRuns(runs...)
		setHidden(p, p.Words() == "")
	}
	show(c.beside, parts.Run{Words: w.beside(), Colour: look.TextSecond})
	if w.date != nil {
		from := lang.X("suggest.from", "from “{{.Words}}”", map[string]any{"Words": w.words})
		show(c.words, parts.Run{Words: from, Colour: look.TextSecond})
	} else {
		show(c.words, parts.Run{Words: strings.Join(strings.Fields(w.words), " "), Font: look.Serif, Size: look.QuoteSize})
	}
	show(c.choices, choiceRuns(w, choose)...)
	c.Refresh()
}

// choiceRuns are the candidates, or other dates, each behind its digit.
func choiceRuns(w waiting, choose func(id string, n int)) []parts.Run {
	var runs []parts.Run
	add := func(words, known string) {
		n := len(runs) / 2
		line := strconv.Itoa(n+1) + "  " + words
		if n > 0 {
			line = "\n" + line
		}
		runs = append(runs,
			parts.Run{Words: line, Colour: look.Accent, Tapped: func() { choose(w.id, n) }},
			parts.Run{Words: known, Size: look.BadgeSize, Colour: look.TextSecond})
	}
	for _, one := range w.candidates {
		mentions := ""
		if one.Count > 0 {
			mentions = lang.XN("list.mentions", "{{.N}} mentions", one.Count, map[string]any{"N": one.Count})
		}
		add(one.Title, "  "+joined(session.Known(one), mentions))
	}
	if w.date != nil {
		for _, other := range w.date.Others {
			add(session.Date(sure(other), true), "")
		}
	}
	return runs
}

// AccessibilityLabel says the row.
func (c *waitingCard) AccessibilityLabel() string {
	return strings.Join([]string{c.title.Words(), c.beside.Words(), c.words.Words(), c.choices.Words()}, " ")
}

// Fit gives the height at a width.
func (c *waitingCard) Fit(width float32) float32 { return parts.Height(c.column, width) }

// CreateRenderer draws the card.
func (c *waitingCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.column) }
