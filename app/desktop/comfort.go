package desktop

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/reader"
	"cuttings/app/session"
	"cuttings/app/sheet"
)

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
	setComfort(w.pages, c)
	if w.beside != nil {
		setComfort(w.beside.pages, c)
	}
	w.saveSettings()
}

func setComfort(all pages, c reader.Comfort) {
	for _, page := range []session.Page{all.article, all.writing, all.comparing} {
		if page, ok := page.(comfortable); ok {
			page.SetComfort(c)
		}
	}
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

// Lengths of the sheet, in Fyne units.
const (
	comfortWidth = 420
	valueWidth   = 76 // of a value between its two buttons, so that these stay where they are
)

// step is one thing that can be more or less.
type step struct {
	words    string
	field    *float32
	steps    []float32
	ordinary float32
	value    func() string // how much it is now
}

// comfortSteps are what can be more or less about the reading page.
func (w *window) comfortSteps() []step {
	c := &w.set.Comfort
	number := func(field *float32, ordinary float32) func() string {
		return func() string {
			now := *field
			if now == 0 {
				now = ordinary
			}
			return strconv.FormatFloat(math.Round(float64(now)*10)/10, 'f', -1, 64)
		}
	}
	return []step{
		{lang.X("comfort.size", "Size of letters"), &c.Size, letterSizes, look.ReadingSize, number(&c.Size, look.ReadingSize)},
		{lang.X("comfort.measure", "Width of lines"), &c.Measure, measures, look.MeasureWidth, func() string {
			return lang.XN("comfort.letters", "{{.N}} letters", c.Letters(), map[string]any{"N": c.Letters()})
		}},
		{lang.X("comfort.spacing", "Space between lines"), &c.LineHeight, lineHeights, look.ReadingLine, number(&c.LineHeight, look.ReadingLine)},
	}
}

// chooseComfort shows what can be chosen about the reading page.
func (w *window) chooseComfort() {
	form := &sheet.Sheet{Title: lang.X("comfort.title", "Reading"), Width: comfortWidth}
	column := parts.NewColumn(8)
	var values []func()
	show := func() { // the values as they are now
		for _, one := range values {
			one()
		}
	}
	change := func() {
		w.setComfort(w.set.Comfort)
		show()
	}
	for _, s := range w.comfortSteps() {
		button := func(sign string, by int) *parts.TextButton {
			b := parts.NewTextButton(sign, parts.Plain, func() {
				*s.field = stepped(s.steps, *s.field, s.ordinary, by)
				change()
			})
			b.OnKey = form.LongKey
			return b
		}
		name, value := parts.NewParagraph(parts.Run{Words: s.words}), parts.NewParagraph()
		row := container.New(stepRow{}, name, button("−", -1), value, button("+", 1))
		values = append(values, func() {
			value.SetRuns(parts.Run{Words: s.value()})
			row.Refresh()
		})
		column.Add(row)
	}
	faces := parts.NewTabs(func(i int) {
		w.set.Comfort.Sans = i == 1
		change()
	}, lang.X("comfort.serif", "Serif"), lang.X("comfort.sans", "Sans serif"))
	if w.set.Comfort.Sans {
		faces.Choose(1)
	}
	faces.OnKey = form.LongKey
	column.Add(faces)
	form.Content = column
	show()
	form.Show(w.s.Window)
}

// stepRow lays out a name, and at the right a button for less, a value and a
// button for more. The name is not wrapped, so that the row has one height.
type stepRow struct{}

// FitObjects gives the height, whatever the width.
func (stepRow) FitObjects(objects []fyne.CanvasObject, _ float32) float32 {
	return objects[1].MinSize().Height
}

// MinSize leaves the width to the sheet.
func (r stepRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, r.FitObjects(objects, 0))
}

// Layout puts the value into the middle between the buttons.
func (stepRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place := func(o fyne.CanvasObject, x, width, height float32) {
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
	less, more := objects[1].MinSize(), objects[3].MinSize()
	right := size.Width - more.Width
	place(objects[3], right, more.Width, more.Height)
	value := objects[2].(*parts.Paragraph)
	width := min(look.Measure(value.Words(), look.Regular, look.InterfaceSize).Width+1, valueWidth)
	place(value, right-(valueWidth+width)/2, width, value.Fit(width))
	left := right - valueWidth - less.Width
	place(objects[1], left, less.Width, less.Height)
	name := objects[0].(*parts.Paragraph)
	place(name, 0, left, name.Fit(left))
}
