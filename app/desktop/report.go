package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes"
)

// reportHeight is the height of the list in a report, in Fyne units.
const reportHeight = 320

// showReport lists what became of each thing that was brought, what failed
// first; Enter opens an article.
func (w *window) showReport(results []notes.Collected, counts map[notes.Status]int) {
	ordered := make([]notes.Collected, 0, len(results))
	for _, status := range []notes.Status{notes.StatusFailed, notes.StatusCancelled, notes.StatusAdded, notes.StatusDuplicate} {
		for _, result := range results {
			if result.Status == status {
				ordered = append(ordered, result)
			}
		}
	}
	report := &sheet.Sheet{Title: outcome(len(results), counts), Width: sheet.Wide}
	cards := parts.NewCards()
	cards.Label = report.Title
	cards.Estimate = 50
	cards.Length = func() int { return len(ordered) }
	cards.Create = func() fyne.CanvasObject { return newReportCard() }
	cards.Bind = func(i int, o fyne.CanvasObject) { o.(*fyne.Container).Layout.(*reportCard).set(ordered[i]) }
	cards.OnActivated = func(i int) {
		if id := ordered[i].ID; id != 0 {
			report.Leave()
			w.open(session.Place{Item: id, Kind: notes.KindArticle})
		}
	}
	cards.OnKey = report.LongKey
	report.First = cards
	room := parts.NewFill(look.Clear, 0)
	room.Least = fyne.NewSize(100, min(reportHeight, w.s.Window.Canvas().Size().Height/2))
	report.Content = container.NewStack(room, cards)
	report.Show(w.s.Window)
}

// reportCard is one line of a report: the title or file, and what became of it.
type reportCard struct {
	name, outcome *parts.Paragraph
	column        *fyne.Container
}

func newReportCard() *fyne.Container {
	c := &reportCard{name: parts.NewParagraph(), outcome: parts.NewParagraph()}
	c.name.MaxLines, c.outcome.MaxLines = 1, 3
	c.column = parts.NewInset(8, 4, 8, 4, parts.NewColumn(2, c.name, c.outcome))
	return container.New(c, c.column)
}

func (c *reportCard) set(result notes.Collected) {
	name := result.Title
	if name == "" {
		name = result.Name
	}
	c.name.SetRuns(parts.Run{Words: name, Font: look.Semibold})
	words, colour := lang.X("report.added", "Added"), look.TextSecond
	switch result.Status {
	case notes.StatusDuplicate:
		words = lang.X("report.duplicate", "Already here")
	case notes.StatusCancelled:
		words = lang.X("report.cancelled", "Left out, as you stopped")
	case notes.StatusFailed:
		words, colour = session.Sentence(result.Err), look.Alarm
	}
	if result.Title != "" && result.Name != result.Title {
		words += " · " + result.Name
	}
	c.outcome.SetRuns(parts.Run{Words: words, Size: look.BadgeSize, Colour: colour})
}

// MinSize leaves the height to FitObjects.
func (c *reportCard) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 0) }

// FitObjects gives the height at a width.
func (c *reportCard) FitObjects(_ []fyne.CanvasObject, width float32) float32 {
	return parts.Height(c.column, width)
}

// Layout gives the lines the card.
func (c *reportCard) Layout(_ []fyne.CanvasObject, size fyne.Size) { c.column.Resize(size) }
