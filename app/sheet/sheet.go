// Package sheet shows a short form or a report above the window and takes the
// keyboard until it is answered: Escape leaves it, Enter or Ctrl+Enter answers
// it. It knows nothing of what it asks.
package sheet

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// The measures of a sheet, in Fyne units.
const (
	Width   = 520 // of an ordinary sheet
	Wide    = 680 // of one with a list in it
	padding = 22
	gap     = 12
	margin  = 24 // to the window's edges
)

// Sheet is one form or report.
type Sheet struct {
	Title   string
	Content fyne.CanvasObject
	Width   float32           // Width if 0
	First   fyne.Focusable    // gets the keyboard; the answering button if nil
	Aside   fyne.CanvasObject // at the left of the buttons, or nil
	Confirm string            // the button that answers; none if empty
	Dismiss string            // the other button; "Cancel", or "Close" if there is no Confirm

	// Fit is called before the sheet is laid out, for content that takes what Room
	// leaves; nil if the content's height is its own.
	Fit func()
	// Answer is called by the answering button; the sheet stays open if it
	// returns a sentence, which is shown.
	Answer func() (problem string)
	// Left is called when the sheet was closed without an answer.
	Left func()

	canvas  fyne.Canvas
	problem *parts.Paragraph
	ground  *ground
	column  *fyne.Container
	before  fyne.Focusable
}

// Show puts the sheet above the window.
func (s *Sheet) Show(window fyne.Window) {
	s.canvas = window.Canvas()
	s.before = s.canvas.Focused()
	s.problem = parts.NewParagraph()
	s.problem.Hide()
	title := s.title()
	if s.Width == 0 {
		s.Width = Width
	}
	if s.Dismiss == "" {
		s.Dismiss = lang.X("sheet.cancel", "Cancel")
		if s.Confirm == "" {
			s.Dismiss = lang.X("sheet.close", "Close")
		}
	}
	leave := parts.NewTextButton(s.Dismiss, parts.Plain, s.Leave)
	leave.OnKey = s.escape
	buttons := []fyne.CanvasObject{leave}
	first := fyne.Focusable(leave)
	if s.Confirm != "" {
		confirm := parts.NewTextButton(s.Confirm, parts.Filled, s.Accept)
		confirm.OnKey = s.escape
		buttons = append(buttons, confirm)
		first = confirm
	}
	foot := container.NewBorder(nil, nil, s.Aside, container.NewHBox(buttons...))
	s.column = container.New(&stacking{}, title, parts.NewScroll(s.Content), s.problem, foot)
	panel := parts.NewPanel(look.QuickFindCorner, parts.NewInset(padding, padding, padding-4, padding, s.column))
	s.ground = newGround(s, panel)
	s.canvas.Overlays().Add(s.ground)
	answerAnywhere(s.canvas)
	s.ground.Resize(s.canvas.Size())
	if s.First != nil {
		first = s.First
	}
	s.canvas.Focus(first)
}

func (s *Sheet) title() *parts.Paragraph {
	return parts.NewParagraph(parts.Run{Words: s.Title, Font: look.Semibold, Size: look.NameSize})
}

// Room is how high the content can be in a window before the buttons are cut off,
// and how wide it is there.
func (s *Sheet) Room(window fyne.Window) fyne.Size {
	size := window.Canvas().Size()
	width := min(cmp.Or(s.Width, Width), size.Width-2*margin) - 2*padding
	button := parts.NewTextButton(s.Confirm, parts.Filled, nil).MinSize().Height
	return fyne.NewSize(width, size.Height-2*margin-2*padding-2*gap-s.title().Fit(width)-button)
}

// Accept answers the sheet as its button does.
func (s *Sheet) Accept() {
	if s.Answer != nil {
		if problem := s.Answer(); problem != "" {
			s.Say(problem)
			return
		}
	}
	s.close()
}

// Leave closes the sheet without an answer.
func (s *Sheet) Leave() {
	s.close()
	if s.Left != nil {
		s.Left()
	}
}

// Say shows what is wrong, or takes it away for "".
func (s *Sheet) Say(problem string) {
	s.problem.SetRuns(parts.Run{Words: problem, Colour: look.Alarm})
	if problem == "" {
		s.problem.Hide()
	} else {
		s.problem.Show()
	}
	s.Refresh()
}

// Shown reports whether the sheet is above the window.
func (s *Sheet) Shown() bool { return s.ground != nil }

// Refresh lays the sheet out anew after its content changed in height.
func (s *Sheet) Refresh() {
	s.ground.Refresh()
	s.column.Refresh() // also where the sheet is as high as before
}

func (s *Sheet) close() {
	s.canvas.Overlays().Remove(s.ground)
	if s.before != nil {
		s.canvas.Focus(s.before)
	}
}

// Attach lets a field of the sheet pass its keys on to it: Escape closes the sheet,
// Ctrl+Enter answers it, and so does Enter, which begins a line where there are
// several. What was wrong is not said any longer once something else is typed.
func (s *Sheet) Attach(field *parts.Field) {
	field.OnTyped = func() {
		if s.Shown() && s.problem.Visible() {
			s.Say("")
		}
	}
	field.OnKey, field.OnShortcut = s.Key, s.shortcut
	if field.MultiLine {
		field.OnKey = s.LongKey
	}
}

// Key closes the sheet for Escape and answers it for Enter.
func (s *Sheet) Key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		s.Leave()
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.Confirm == "" {
			return false
		}
		s.Accept()
	default:
		return false
	}
	return true
}

func (s *Sheet) escape(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		s.Leave()
	}
	return e.Name == fyne.KeyEscape
}

// LongKey closes the sheet for Escape, for what has a use of its own for Enter.
func (s *Sheet) LongKey(e *fyne.KeyEvent) bool { return s.escape(e) }

// shortcut answers the sheet for Ctrl+Enter.
func (s *Sheet) shortcut(shortcut fyne.Shortcut) bool {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || custom.KeyName != fyne.KeyReturn && custom.KeyName != fyne.KeyEnter {
		return false
	}
	s.Accept()
	return true
}

// answerAnywhere lets Ctrl+Enter answer the uppermost sheet also from what has no
// shortcuts of its own, as a button. Where no sheet is uppermost it does nothing.
func answerAnywhere(canvas fyne.Canvas) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		canvas.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}, func(shortcut fyne.Shortcut) {
			if above, ok := canvas.Overlays().Top().(*ground); ok && above.sheet.Confirm != "" {
				above.sheet.shortcut(shortcut)
			}
		})
	}
}

// ground dims the window and holds the sheet's panel above it. Clicks beside
// the panel do nothing, so that nothing typed is lost by one.
type ground struct {
	widget.BaseWidget
	sheet    *Sheet
	panel    *parts.Panel
	keyboard parts.Keyboard
}

func newGround(s *Sheet, panel *parts.Panel) *ground {
	g := &ground{sheet: s, panel: panel}
	g.ExtendBaseWidget(g)
	return g
}

// MouseDown notes what has the keyboard.
func (g *ground) MouseDown(*desktop.MouseEvent) { g.keyboard.Pressed(g.sheet.canvas) }

// MouseUp does nothing.
func (g *ground) MouseUp(*desktop.MouseEvent) {}

// Tapped leaves the keyboard where it was; what lies below is not tapped.
func (g *ground) Tapped(*fyne.PointEvent) { g.keyboard.GiveBack(g.sheet.canvas) }

// Scrolled does nothing: what lies below is not scrolled.
func (g *ground) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer draws it.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&placing{g.sheet}, parts.NewFill(look.Dim, 0), g.panel))
}

// placing centres the panel, somewhat above the middle.
type placing struct{ sheet *Sheet }

func (*placing) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

func (p *placing) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if p.sheet.Fit != nil {
		p.sheet.Fit()
	}
	objects[0].Resize(size)
	width := min(p.sheet.Width, size.Width-2*margin)
	height := min(parts.Height(objects[1], width), size.Height-2*margin)
	objects[1].Resize(fyne.NewSize(width, height))
	objects[1].Move(fyne.NewPos((size.Width-width)/2, max(margin, (size.Height-height)*0.38)))
}
