package searching

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/edtf"
)

// The measures of the histogram, in Fyne units.
const (
	histogramHeight = 98
	barsTop         = 6
	barsHeight      = 66
	barGap          = 2
	leastBar        = 2 // of one that stands for something
	mostBars        = 40
	widestBar       = 24 // so that a few months do not look like walls
)

// month is one of a year, from 1 to 12.
type month struct{ year, month int }

func (m month) number() int { return m.year*12 + m.month - 1 }

func (m month) day() edtf.Day { return edtf.DayOf(int64(m.year), m.month, 1) }

func monthWith(day edtf.Day) month {
	year, m, _ := day.Date()
	return month{int(year), m}
}

func monthOf(number int) month {
	year := floor(number, 12)
	return month{year, number - year*12 + 1}
}

// floor divides downwards, also what is below 0.
func floor(number, by int) int {
	if number < 0 {
		return -((by - 1 - number) / by)
	}
	return number / by
}

// written is the month, or its year alone, as a date is written: years before 0
// with a sign and four digits.
func (m month) written(yearAlone bool) string {
	digits := 4
	if m.year < 0 {
		digits++
	}
	if yearAlone {
		return fmt.Sprintf("%0*d", digits, m.year)
	}
	return fmt.Sprintf("%0*d-%02d", digits, m.year, m.month)
}

// reach is months from the first up to behind the last.
type reach struct{ first, behind int }

// allMonths are those of years of four digits.
var allMonths = reach{month{-9999, 1}.number(), month{10000, 1}.number()}

// bar stands for the results that can be of some months.
type bar struct {
	first, behind month
	count         int
}

// barsOf puts what was counted into bars of a month, a year, ten years or a hundred, so
// that they are few enough to be told apart. What can be of the months of several bars
// counts in each of them, since each finds it. Only months within are shown.
func barsOf(counted notes.Facets, within reach) []bar {
	seen := reach{within.behind, within.first}
	see := func(number int) {
		if allMonths.first <= number && number < allMonths.behind {
			number = max(within.first, min(within.behind-1, number))
			seen = reach{min(seen.first, number), max(seen.behind, number+1)}
		}
	}
	for _, m := range counted.Months {
		see(month{m.Year, m.Month}.number())
	}
	for _, span := range counted.Spans {
		for _, end := range []edtf.Day{span.First, span.Last} {
			if end != edtf.NoStart && end != edtf.NoEnd {
				see(monthWith(end).number())
			}
		}
	}
	if seen.first >= seen.behind {
		return nil
	}
	size := 1
	for _, size = range []int{1, 12, 120, 1200, 12000} {
		if floor(seen.behind-1, size)-floor(seen.first, size) < mostBars {
			break
		}
	}
	start := floor(seen.first, size)
	bars := make([]bar, floor(seen.behind-1, size)-start+1)
	for i := range bars {
		begin := (start + i) * size
		bars[i] = bar{first: monthOf(begin), behind: monthOf(begin + size)}
	}
	for _, m := range counted.Months {
		if at := floor(month{m.Year, m.Month}.number(), size) - start; at >= 0 && at < len(bars) {
			bars[at].count += m.Count
		}
	}
	for _, span := range counted.Spans {
		for i := range bars {
			if span.Last >= bars[i].first.day() && span.First < bars[i].behind.day() {
				bars[i].count += span.Count
			}
		}
	}
	return bars
}

// words say when a bar is.
func (b bar) words() string {
	switch b.behind.number() - b.first.number() {
	case 1:
		return session.Date(b.first.written(false), true)
	case 12:
		return session.Date(b.first.written(true), true)
	}
	last := month{b.behind.year - 1, 1}
	return session.Date(b.first.written(true)+"/"+last.written(true), true)
}

// bars draw how many results are of which time. A click, or Enter on the one
// that the arrow keys chose, narrows to it.
type bars struct {
	widget.BaseWidget
	all     []bar
	chosen  int // by the keyboard
	pointed int // at by the mouse; -1: none
	focused bool
	within  func(first, behind month)
	// onKey is offered the keys that bars have no use for.
	onKey func(*fyne.KeyEvent) bool
}

var (
	_ fyne.Focusable    = (*bars)(nil)
	_ desktop.Hoverable = (*bars)(nil)
	_ fyne.Tappable     = (*bars)(nil)
)

func newBars(all []bar, within func(first, behind month)) *bars {
	b := &bars{all: all, chosen: max(0, next(all, -1, 1)), pointed: -1, within: within}
	b.ExtendBaseWidget(b)
	return b
}

// follow chooses the bar of the time that was chosen before, so that the keyboard
// stays there when other results are counted.
func (b *bars) follow(before *bars) {
	if before == nil || !before.focused {
		return
	}
	for i, bar := range b.all {
		if bar.count > 0 && bar.first == before.all[before.chosen].first {
			b.chosen = i
		}
	}
}

// next is the nearest bar before or behind another that stands for something; -1 if
// there is none.
func next(all []bar, from, by int) int {
	for i := from + by; i >= 0 && i < len(all); i += by {
		if all[i].count > 0 {
			return i
		}
	}
	return -1
}

// AccessibilityLabel says what the bar that is chosen stands for.
func (b *bars) AccessibilityLabel() string { return b.words() }

// shown is the bar of which is told; -1 if of all.
func (b *bars) shown() int {
	if b.pointed < 0 && b.focused {
		return b.chosen
	}
	return b.pointed
}

func (b *bars) words() string {
	shown := b.shown()
	if shown < 0 {
		return lang.X("facets.span", "{{.From}} to {{.To}}", map[string]any{"From": b.all[0].words(), "To": b.all[len(b.all)-1].words()})
	}
	return b.all[shown].words() + "  ·  " + number(b.all[shown].count)
}

// Tapped narrows to the bar.
func (b *bars) Tapped(e *fyne.PointEvent) { b.narrow(b.at(e.Position.X)) }

func (b *bars) narrow(i int) {
	if b.all[i].count > 0 {
		b.within(b.all[i].first, b.all[i].behind)
	}
}

func (b *bars) at(x float32) int {
	return max(0, min(len(b.all)-1, int((x-look.RowPadding)/b.step())))
}

// step is how far a bar is from the next.
func (b *bars) step() float32 {
	return max(1, min(widestBar, (b.Size().Width-2*look.RowPadding)/float32(len(b.all))))
}

func (b *bars) point(i int) {
	if i != b.pointed {
		b.pointed = i
		b.Refresh()
	}
}

// MouseIn shows what is below the mouse.
func (b *bars) MouseIn(e *desktop.MouseEvent) { b.point(b.at(e.Position.X)) }

// MouseMoved shows what is below the mouse.
func (b *bars) MouseMoved(e *desktop.MouseEvent) { b.point(b.at(e.Position.X)) }

// MouseOut shows the whole, or what the keyboard chose.
func (b *bars) MouseOut() { b.point(-1) }

// FocusGained lets the arrow keys choose.
func (b *bars) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost ends what FocusGained began.
func (b *bars) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune does nothing.
func (b *bars) TypedRune(rune) {}

// TypedKey chooses and narrows. Beyond the first bar and the last, and with any
// other key, it goes where onKey leads.
func (b *bars) TypedKey(e *fyne.KeyEvent) {
	to := -1
	switch e.Name {
	case fyne.KeyLeft:
		to = next(b.all, b.chosen, -1)
	case fyne.KeyRight:
		to = next(b.all, b.chosen, 1)
	case fyne.KeyHome:
		to = next(b.all, -1, 1)
	case fyne.KeyEnd:
		to = next(b.all, len(b.all), -1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.narrow(b.chosen)
		return
	}
	if to >= 0 {
		b.chosen, b.pointed = to, -1
		b.Refresh()
	} else if b.onKey != nil {
		b.onKey(e)
	}
}

// CreateRenderer draws the bars and the words below them.
func (b *bars) CreateRenderer() fyne.WidgetRenderer {
	r := &barsRenderer{b: b, words: look.NewText("", look.Regular, look.BadgeSize, look.TextSecond), ring: parts.NewRing(look.RowCorner)}
	for range b.all {
		r.rows = append(r.rows, canvas.NewRectangle(nil))
	}
	r.Refresh()
	return r
}

type barsRenderer struct {
	b     *bars
	rows  []*canvas.Rectangle
	words *canvas.Text
	ring  *canvas.Rectangle // where the keyboard is
}

func (r *barsRenderer) MinSize() fyne.Size { return fyne.NewSize(60, histogramHeight) }
func (r *barsRenderer) Destroy()           {}

func (r *barsRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.words, r.ring}
	for _, row := range r.rows {
		objects = append(objects, row)
	}
	return objects
}

func (r *barsRenderer) Layout(size fyne.Size) {
	r.ring.Resize(size)
	most := 1
	for _, bar := range r.b.all {
		most = max(most, bar.count)
	}
	width := r.b.step()
	for i, row := range r.rows {
		height := float32(r.b.all[i].count) / float32(most) * barsHeight
		if r.b.all[i].count > 0 {
			height = max(leastBar, height)
		}
		row.Resize(fyne.NewSize(max(1, width-barGap), height))
		row.Move(fyne.NewPos(look.RowPadding+float32(i)*width, barsTop+barsHeight-height))
	}
	r.words.Move(fyne.NewPos(look.RowPadding, barsTop+barsHeight+6))
}

func (r *barsRenderer) Refresh() {
	shown := r.b.shown()
	for i, row := range r.rows {
		name := look.AccentBehind
		if i == shown {
			name = look.Accent
		}
		row.FillColor = look.Colour(r.b, name)
		row.Refresh()
	}
	r.words.Text = r.b.words()
	r.words.Color = look.Colour(r.b, look.TextSecond)
	r.words.Refresh()
	parts.ShowRing(r.b, r.ring, r.b.focused)
	r.Layout(r.b.Size())
}
