package desktop

import (
	"cmp"

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

// reportLine is one line of a report: what was brought, what became of it, and
// where it is to be seen.
type reportLine struct {
	name, outcome string
	failed        bool
	place         session.Place
}

// showCollected lists what became of each article that was brought, what failed
// first.
func (w *window) showCollected(results []notes.Collected, counts map[notes.Status]int) {
	ordered := make([]notes.Collected, 0, len(results))
	for _, status := range []notes.Status{notes.StatusFailed, notes.StatusCancelled, notes.StatusAdded, notes.StatusDuplicate} {
		for _, result := range results {
			if result.Status == status {
				ordered = append(ordered, result)
			}
		}
	}
	w.showReport(outcome(len(results), counts), len(ordered), func(i int) reportLine { return collectedLine(ordered[i]) })
}

// showReport shows the lines of a report, after those that are shown already; Enter
// opens what a line is about, and closes the report where no line is chosen.
func (w *window) showReport(title string, length int, line func(i int) reportLine) {
	report := &sheet.Sheet{Title: title, Width: sheet.Wide}
	cards := parts.NewCards()
	cards.Label = report.Title
	cards.Estimate = 50
	cards.Length = func() int { return length }
	cards.Create = func() fyne.CanvasObject { return newReportCard() }
	cards.Bind = func(i int, o fyne.CanvasObject) { o.(*fyne.Container).Layout.(*reportCard).set(line(i)) }
	cards.OnActivated = func(i int) {
		if place := line(i).place; place.Item != 0 {
			report.Leave()
			w.open(place)
		}
	}
	cards.OnKey = func(e *fyne.KeyEvent) bool {
		if enter := e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter; enter && cards.Selected() < 0 {
			report.Leave()
			return true
		}
		return report.LongKey(e)
	}
	report.First = cards
	room := parts.NewFill(look.Clear, 0)
	room.Least = fyne.NewSize(100, min(reportHeight, w.s.Window.Canvas().Size().Height/2))
	report.Content = container.NewStack(room, cards)
	report.Left = w.nextReport
	if w.reports = append(w.reports, report); len(w.reports) == 1 {
		report.Show(w.s.Window)
	}
}

// nextReport shows the report that waits behind the one that was closed.
func (w *window) nextReport() {
	if w.reports = w.reports[1:]; len(w.reports) > 0 {
		w.reports[0].Show(w.s.Window)
	}
}

// collectedLine tells what became of an input.
func collectedLine(result notes.Collected) reportLine {
	line := reportLine{
		name: cmp.Or(result.Title, result.Name), outcome: lang.X("report.added", "Added"),
		place: session.Place{Item: result.ID, Kind: notes.KindArticle},
	}
	switch result.Status {
	case notes.StatusDuplicate:
		line.outcome = lang.X("report.duplicate", "Already here")
	case notes.StatusCancelled:
		line.outcome = lang.X("report.cancelled", "Left out, as you stopped")
	case notes.StatusFailed:
		line.outcome, line.failed = session.Sentence(result.Err), true
	}
	if result.Title != "" && result.Name != result.Title {
		line.outcome += " · " + result.Name
	}
	return line
}

// reportCard draws one line of a report.
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

func (c *reportCard) set(line reportLine) {
	c.name.SetRuns(parts.Run{Words: line.name, Font: look.Semibold})
	colour := look.TextSecond
	if line.failed {
		colour = look.Alarm
	}
	c.outcome.SetRuns(parts.Run{Words: line.outcome, Size: look.BadgeSize, Colour: colour})
}

// MinSize leaves the height to FitObjects.
func (c *reportCard) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 0) }

// FitObjects gives the height at a width.
func (c *reportCard) FitObjects(_ []fyne.CanvasObject, width float32) float32 {
	return parts.Height(c.column, width)
}

// Layout gives the lines the card.
func (c *reportCard) Layout(_ []fyne.CanvasObject, size fyne.Size) { c.column.Resize(size) }
