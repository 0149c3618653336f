package desktop

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// findButton looks like a field and opens quick find, whose field is the real
// one.
type findButton struct {
	widget.BaseWidget
	open     func()
	canvas   func() fyne.Canvas
	keyboard parts.Keyboard
}

func newFindButton(open func(), canvas func() fyne.Canvas) *findButton {
	b := &findButton{open: open, canvas: canvas}
	b.ExtendBaseWidget(b)
	return b
}

// MouseDown notes what has the keyboard.
func (b *findButton) MouseDown(*desktop.MouseEvent) { b.keyboard.Pressed(b.canvas()) }

// MouseUp does nothing.
func (b *findButton) MouseUp(*desktop.MouseEvent) {}

// Tapped opens quick find, which gives the keyboard back to what had it.
func (b *findButton) Tapped(*fyne.PointEvent) {
	b.keyboard.GiveBack(b.canvas())
	b.open()
}

// Cursor is that of a field.
func (b *findButton) Cursor() desktop.Cursor { return desktop.TextCursor }

// AccessibilityLabel says what the button is for.
func (b *findButton) AccessibilityLabel() string { return findWords() }

// AccessibilityRole says that it is a button.
func (b *findButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws it.
func (b *findButton) CreateRenderer() fyne.WidgetRenderer {
	ground := parts.NewFill(look.Panel, look.FieldCorner)
	ground.Edge = look.Line
	ground.Least = fyne.NewSize(0, look.FieldHeight)
	words := parts.NewParagraph(parts.Run{Words: findWords(), Colour: look.TextSecond})
	words.MaxLines = 1
	keys := parts.NewKeycaps("Ctrl", "K")
	return widget.NewSimpleRenderer(container.NewStack(ground,
		container.NewBorder(nil, nil, nil, container.NewCenter(parts.NewInset(0, 8, 0, 0, keys)),
			container.New(layout.NewCustomPaddedLayout(5, 0, 10, 0), words))))
}

func findWords() string { return lang.X("top.search", "Search the archive") }
