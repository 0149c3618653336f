package article

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/parts"
)

// deciding is the list of what waits, with the keyboard: what is typed is an
// answer, or moves in the list.
type deciding struct {
	widget.BaseWidget
	t     *suggested
	shift bool // held, as KeyDown and KeyUp tell
}

var (
	_ fyne.Tabbable     = (*deciding)(nil)
	_ fyne.Shortcutable = (*deciding)(nil)
	_ desktop.Keyable   = (*deciding)(nil)
)

func newDeciding(t *suggested) *deciding {
	d := &deciding{t: t}
	d.ExtendBaseWidget(d)
	t.cards.OnKey = func(e *fyne.KeyEvent) bool { // Tab led to the list within, which knows no answers
		if t.cards.Focused() && t.p.s.Window.Canvas().Focused() != fyne.Focusable(d) {
			t.focus()
			d.TypedKey(e)
			return true
		}
		return false
	}
	return d
}

// AcceptsTab has Tab lead past the list within, so that it stops here once.
func (d *deciding) AcceptsTab() bool { return true }

// FocusGained shows focus at the chosen card; if none is, the first is chosen.
func (d *deciding) FocusGained() {
	d.t.cards.FocusGained()
	if d.t.chosen().id == "" {
		d.t.cards.Step(1)
	}
}

// FocusLost ends what FocusGained began.
func (d *deciding) FocusLost() {
	d.shift = false
	d.t.cards.FocusLost()
}

// KeyDown notices that Shift is held.
func (d *deciding) KeyDown(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		d.shift = true
	}
}

// KeyUp notices that Shift is no longer held.
func (d *deciding) KeyUp(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		d.shift = false
	}
}

// TypedKey answers with keys that are no letters, and moves.
func (d *deciding) TypedKey(e *fyne.KeyEvent) {
	t, canvas := d.t, d.t.p.s.Window.Canvas()
	switch e.Name {
	case fyne.KeyTab:
		if d.shift {
			canvas.FocusPrevious()
			return
		}
		canvas.Focus(t.cards)
		canvas.FocusNext()
	case fyne.KeyReturn, fyne.KeyEnter:
		t.answer(keyEnter)
	case fyne.KeyDelete, fyne.KeyBackspace:
		t.answer(keyDelete)
	case fyne.KeySpace:
		t.answer(keySpace)
	case fyne.KeyEscape:
		t.p.Focus()
	default:
		if t.p.s.Key == nil || !t.p.s.Key(e) {
			t.cards.TypedKey(e)
		}
	}
}

// TypedRune answers with letters and digits.
func (d *deciding) TypedRune(r rune) {
	switch {
	case r >= '1' && r <= '9':
		d.t.choose(d.t.chosen().id, int(r-'1'))
	case r != ' ' && !d.t.answer(strings.ToUpper(string(r))):
		d.t.cards.TypedRune(r)
	}
}

// TypedShortcut refuses for good with Shift+Delete, which comes as a shortcut to
// cut; others go on to the window.
func (d *deciding) TypedShortcut(s fyne.Shortcut) {
	if cut, ok := s.(*fyne.ShortcutCut); ok {
		if cut.Secondary {
			d.t.answer(keyNever)
		}
		return
	}
	if window, ok := d.t.p.s.Window.Canvas().(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

// AccessibilityLabel says what the list is.
func (d *deciding) AccessibilityLabel() string { return d.t.cards.Label }

// AccessibilityRole says that it holds items.
func (d *deciding) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer draws the list.
func (d *deciding) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(d.t.cards) }

// footed puts the keys below the list.
type footed struct{}

func (footed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 120) }

func (footed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	foot := float32(0)
	if objects[1].Visible() {
		foot = min(parts.Height(objects[1], size.Width), size.Height/2)
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-foot))
	objects[1].Move(fyne.NewPos(0, size.Height-foot))
	objects[1].Resize(fyne.NewSize(size.Width, foot))
}

// steady lets keys flow, and keeps the room that the most of them took, so that
// the list above stays as it is when another card is chosen.
type steady struct {
	width, height float32
}

const (
	keyGap  = 2 // between two keys, in Fyne units
	keyRows = 3 // that the keys for a name take at the ordinary width
)

func (s *steady) flow(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	var x, y, line float32
	for _, o := range objects {
		size := o.MinSize()
		if x > 0 && x+size.Width > width {
			x, y = 0, y+line
		}
		place(o, x, y, size)
		x, line = x+size.Width+keyGap, size.Height
	}
	return y + line
}

// FitObjects gives the height at a width.
func (s *steady) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	if width != s.width {
		s.width, s.height = width, 0
	}
	for _, o := range objects {
		s.height = max(s.height, keyRows*o.MinSize().Height)
	}
	s.height = max(s.height, s.flow(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {}))
	return s.height
}

// Layout flows.
func (s *steady) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.flow(objects, size.Width, func(o fyne.CanvasObject, x, y float32, least fyne.Size) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(least)
	})
}

// MinSize is narrow, since keys go below each other.
func (s *steady) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, s.height) }
