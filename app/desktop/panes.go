package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/reader"
	"cuttings/app/session"
	"cuttings/app/sheet"
)

func (w *window) openFind() { w.find.Open() }

func (w *window) openSearch() {
	w.open(session.Place{View: session.Search, Query: w.place.Query})
	w.page.Focus()
}

// toggle hides a pane or shows it again.
func (w *window) toggle(hidden *bool) {
	*hidden = !*hidden
	w.arranged()
}

// toggleFocus leaves nothing but the page, or brings the panes back.
func (w *window) toggleFocus() {
	w.set.Page = !w.set.Page
	w.s.Window.SetFullScreen(w.set.Page)
	w.arranged()
	if w.page != nil {
		w.page.Focus()
	}
}

func (w *window) arranged() {
	w.frame.Refresh()
	w.saveSettings()
	w.s.Window.SetMainMenu(w.mainMenu())
}

// The steps of reading comfort: sizes in Fyne units, and the widths of a line
// in Fyne units at the ordinary size.
var (
	letterSizes = []float32{14, 15.5, 17, 19, 21, 24, 28}
	measures    = []float32{470, 530, look.MeasureWidth, 670, 780}
	lineHeights = []float32{1.45, 1.62, 1.8, 2}
)

// comfortable is a page whose letters a person can choose.
type comfortable interface{ SetComfort(reader.Comfort) }

// setComfort changes the letters of all pages at once.
func (w *window) setComfort(c reader.Comfort) {
	w.set.Comfort = c
	for _, page := range []session.Page{w.pages.article, w.pages.writing, w.pages.comparing} {
		if page, ok := page.(comfortable); ok {
			page.SetComfort(c)
		}
	}
	w.saveSettings()
}

// letters makes the letters larger or smaller by one step.
func (w *window) letters(by int) {
	c := w.set.Comfort
	c.Size = stepped(letterSizes, c.Size, look.ReadingSize, by)
	w.setComfort(c)
}

// stepped goes to the step beside the one that is nearest to now.
func stepped(steps []float32, now, ordinary float32, by int) float32 {
	if now == 0 {
		now = ordinary
	}
	nearest := 0
	for i, step := range steps {
		if abs(step-now) < abs(steps[nearest]-now) {
			nearest = i
		}
	}
	return steps[min(max(nearest+by, 0), len(steps)-1)]
}

func abs(x float32) float32 { return max(x, -x) }

// chooseComfort shows what can be chosen about the reading page.
func (w *window) chooseComfort() {
	form := &sheet.Sheet{Title: lang.X("comfort.title", "Reading"), Width: 380}
	row := func(words string, less, more func()) fyne.CanvasObject {
		button := func(sign string, do func()) *parts.TextButton {
			b := parts.NewTextButton(sign, parts.Plain, do)
			b.OnKey = form.LongKey
			return b
		}
		name := parts.NewParagraph(parts.Run{Words: words})
		return container.NewBorder(nil, nil, nil, container.NewHBox(button("−", less), button("+", more)), parts.NewInset(6, 0, 0, 0, name))
	}
	change := func(field *float32, steps []float32, ordinary float32, by int) func() {
		return func() {
			*field = stepped(steps, *field, ordinary, by)
			w.setComfort(w.set.Comfort)
		}
	}
	c := &w.set.Comfort
	faces := parts.NewTabs(func(i int) {
		c.Sans = i == 1
		w.setComfort(*c)
	}, lang.X("comfort.serif", "Serif"), lang.X("comfort.sans", "Sans serif"))
	if c.Sans {
		faces.Choose(1)
	}
	faces.OnKey = form.LongKey
	form.Content = parts.NewColumn(8,
		row(lang.X("comfort.size", "Size of letters"),
			change(&c.Size, letterSizes, look.ReadingSize, -1), change(&c.Size, letterSizes, look.ReadingSize, 1)),
		row(lang.X("comfort.measure", "Width of lines"),
			change(&c.Measure, measures, look.MeasureWidth, -1), change(&c.Measure, measures, look.MeasureWidth, 1)),
		row(lang.X("comfort.spacing", "Space between lines"),
			change(&c.LineHeight, lineHeights, look.ReadingLine, -1), change(&c.LineHeight, lineHeights, look.ReadingLine, 1)),
		faces)
	form.Show(w.s.Window)
}

// showAbout says what the program is.
func (w *window) showAbout() {
	about := &sheet.Sheet{Title: lang.X("program.name", "Cuttings") + " " + w.app.Metadata().Version, Width: 420}
	about.Content = parts.NewParagraph(parts.Run{Words: lang.X("about.words",
		"A research notebook: articles beside your own highlights and notes, with the people and events in them. Everything is kept in one file on this computer. The letters are Inter and Source Serif 4, under the SIL Open Font License.")})
	about.Show(w.s.Window)
}
