package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Cards is an upright list of any number of items of any height, of which one
// can be selected. Objects exist for the items in sight only and are reused.
//
// Set the functions before the list is shown. After the items have changed,
// call Refresh; the item at the top of the view stays where it is.
type Cards struct {
	widget.BaseWidget

	// Length says how many items there are, Create makes an object that can
	// show any of them, and Bind makes it show one. Bind is called only for
	// items that come into sight.
	Length func() int
	Create func() fyne.CanvasObject
	Bind   func(i int, o fyne.CanvasObject)
	// Height says how high an item is at a width, for lists that know it
	// without showing the item; nil takes what the bound object needs.
	Height func(i int, width float32) float32
	// Estimate is the height that an item is taken to have until it is seen.
	Estimate float32
	// Selectable says which items can be selected; nil is all.
	Selectable func(i int) bool

	OnSelected  func(i int)
	OnActivated func(i int) // by Enter, or by a tap on the selected item
	// TapActivates makes a tap on any item activate it, for lists that show
	// elsewhere what is chosen.
	TapActivates bool
	OnSecondary  func(i int, e *fyne.PointEvent)
	// OnKey and OnRune are offered every key and letter first; true says that it
	// was dealt with.
	OnKey  func(*fyne.KeyEvent) bool
	OnRune func(rune) bool

	Ground fyne.ThemeColorName // behind the selected item
	Corner float32             // of that ground
	Lines  bool                // whether a line is drawn below each item
	Label  string              // what the list is, for who cannot see it
	Empty  string              // what belongs here and the key that makes one

	selected int
	focused  bool
	heights  heights
	width    float32 // for which heights holds
	offset   float64 // what is scrolled away at the top
	shown    map[int]*card
	spare    []*card
	bar      *bar
	empty    *Paragraph
	drawing  *drawing
}

var (
	_ fyne.Focusable  = (*Cards)(nil)
	_ fyne.Scrollable = (*Cards)(nil)
)

const estimateHeight = 76

// NewCards makes an empty list with a line below each item.
func NewCards() *Cards {
	c := &Cards{
		Estimate: estimateHeight, Ground: look.Selected, Lines: true,
		selected: -1, shown: map[int]*card{},
	}
	c.ExtendBaseWidget(c)
	c.bar = newBar(func(offset float32) { c.offset = float64(offset); c.arrange(); canvas.Refresh(c) })
	c.empty = NewParagraph()
	return c
}

func (c *Cards) length() int {
	if c.Length == nil {
		return 0
	}
	return c.Length()
}

// Selected says which item is selected, -1 for none.
func (c *Cards) Selected() int { return c.selected }

// SetSelected selects an item, or none with -1, without telling OnSelected and
// without scrolling.
func (c *Cards) SetSelected(i int) {
	if i < -1 || i >= c.length() || i == c.selected {
		return
	}
	before := c.selected
	c.selected = i
	for _, at := range []int{before, i} {
		if shown, ok := c.shown[at]; ok {
			shown.Refresh()
		}
	}
}

// Select selects an item, brings it into sight, and tells OnSelected if it was
// not selected already.
func (c *Cards) Select(i int) {
	if i < 0 || i >= c.length() || !c.selectable(i) {
		return
	}
	changed := i != c.selected
	c.SetSelected(i)
	c.ScrollTo(i)
	if changed && c.OnSelected != nil {
		c.OnSelected(i)
	}
}

func (c *Cards) selectable(i int) bool { return c.Selectable == nil || c.Selectable(i) }

// Step selects the item that is so many selectable ones further down, or up
// where by is negative, and stops at the ends.
func (c *Cards) Step(by int) {
	from := c.selected
	if from < 0 && by < 0 {
		from = c.length()
	}
	c.Select(c.from(from, by))
}

// from gives the selectable item that is so many of them away from another, or
// the last one in that direction; -1 if there is none.
func (c *Cards) from(i, by int) int {
	step, left := 1, by
	if by < 0 {
		step, left = -1, -by
	}
	found := -1
	for i += step; i >= 0 && i < c.length() && left > 0; i += step {
		if c.selectable(i) {
			found, left = i, left-1
		}
	}
	return found
}

// Activate tells OnActivated of the selected item.
func (c *Cards) Activate() {
	if c.selected >= 0 && c.selected < c.length() && c.OnActivated != nil {
		c.OnActivated(c.selected)
	}
}

// TypedKey moves the selection; an owner whose field keeps the focus can pass
// its keys on to it.
func (c *Cards) TypedKey(e *fyne.KeyEvent) {
	if c.OnKey != nil && c.OnKey(e) {
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		c.Step(-1)
	case fyne.KeyDown:
		c.Step(1)
	case fyne.KeyPageUp:
		c.Step(-c.page())
	case fyne.KeyPageDown:
		c.Step(c.page())
	case fyne.KeyHome:
		c.Select(c.from(-1, 1))
		c.scrollTo(0)
	case fyne.KeyEnd:
		c.Select(c.from(c.length(), -1))
	case fyne.KeyReturn, fyne.KeyEnter:
		c.Activate()
	}
}

// TypedRune moves with j and k.
func (c *Cards) TypedRune(r rune) {
	if c.OnRune != nil && c.OnRune(r) {
		return
	}
	switch r {
	case 'j', 'J':
		c.Step(1)
	case 'k', 'K':
		c.Step(-1)
	}
}

// page is how many items a page moves: those in sight, less one to hold on to.
func (c *Cards) page() int { return max(1, len(c.shown)-2) }

// FocusGained shows focus at the selected item.
func (c *Cards) FocusGained() { c.setFocused(true) }

// FocusLost ends what FocusGained began.
func (c *Cards) FocusLost() { c.setFocused(false) }

func (c *Cards) setFocused(focused bool) {
	c.focused = focused
	if shown, ok := c.shown[c.selected]; ok {
		shown.Refresh()
	}
}

// Focused says whether the list has focus.
func (c *Cards) Focused() bool { return c.focused }

// AccessibilityLabel says what the list is.
func (c *Cards) AccessibilityLabel() string { return c.Label }

// AccessibilityRole says that it holds items.
func (c *Cards) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer draws it.
func (c *Cards) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{}
	c.drawing = d
	d.min = func() fyne.Size { return fyne.NewSize(80, 48) }
	d.layout = func(fyne.Size) { c.arrange() }
	d.colour = func() {
		c.rebind()
		canvas.Refresh(c)
	}
	c.arrange()
	return d
}
