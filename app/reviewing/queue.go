package reviewing

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// queue is the list of rows with the keyboard: what is typed is an answer, or
// moves in the list.
type queue struct {
	widget.BaseWidget
	p *Page
}

var _ fyne.Focusable = (*queue)(nil)

func newQueue(p *Page) *queue {
	q := &queue{p: p}
	q.ExtendBaseWidget(q)
	return q
}

// AcceptsTab keeps Tab from the list within, which knows no answers.
func (q *queue) AcceptsTab() bool { return true }

// FocusGained shows focus at the chosen row.
func (q *queue) FocusGained() { q.p.cards.FocusGained() }

// FocusLost ends what FocusGained began.
func (q *queue) FocusLost() { q.p.cards.FocusLost() }

// TypedKey answers with keys that are no letters, and moves.
func (q *queue) TypedKey(e *fyne.KeyEvent) {
	p := q.p
	switch e.Name {
	case fyne.KeyTab, fyne.KeyRight:
		p.evidence.enter()
		return
	case fyne.KeyEnter:
		p.answer(string(fyne.KeyReturn))
		return
	case fyne.KeyReturn, fyne.KeyDelete, fyne.KeySpace:
		p.answer(string(e.Name))
		return
	case fyne.KeyEscape:
		p.digit = saying{}
		p.say()
		return
	}
	if p.s.Key != nil && p.s.Key(e) {
		return
	}
	p.cards.TypedKey(e)
}

// TypedRune answers with letters and digits.
func (q *queue) TypedRune(r rune) {
	if r >= '1' && r <= '9' {
		q.p.decide(int(r - '1'))
		return
	}
	if !q.p.answer(strings.ToUpper(string(r))) {
		q.p.cards.TypedRune(r)
	}
}

// AccessibilityLabel says what the list is.
func (q *queue) AccessibilityLabel() string { return q.p.cards.Label }

// AccessibilityRole says that it holds items.
func (q *queue) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer draws the list.
func (q *queue) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(q.p.cards) }

// frame puts the tabs above the list and the keys below it; all are as wide as
// can be read well.
type frame struct{}

// widest is how wide the rows get, in Fyne units.
const widest = 820

func (*frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 200) }

func (*frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(widest, size.Width-2*look.SidebarPadding)
	left := (size.Width - width) / 2
	top, foot := parts.Height(objects[0], width), parts.Height(objects[2], width)
	place := func(o fyne.CanvasObject, y, height float32) {
		o.Move(fyne.NewPos(left, y))
		o.Resize(fyne.NewSize(width, max(0, height)))
	}
	if !objects[2].Visible() {
		foot = 0
	}
	place(objects[0], 0, top)
	place(objects[1], top, size.Height-top-foot)
	place(objects[2], size.Height-foot, foot)
}
