package desktop

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/sheet"
	"cuttings/notes/fold"
)

// keyLine is a command's name with its keys at the right.
func keyLine(name, keys string) fyne.CanvasObject {
	words := parts.NewParagraph(parts.Run{Words: name, Colour: look.TextSecond})
	words.MaxLines = 1
	return container.NewBorder(nil, nil, nil, parts.NewKeycaps(strings.Split(keys, "+")...), words)
}

// keys are the keys that are not in the menu: those without a modifier, which
// hold as long as no field is being typed into, and second ways to a command.
func (w *window) keys() {
	canvas := w.s.Window.Canvas()
	canvas.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.redo() })
	canvas.AddShortcut(&fyne.ShortcutSelectAll{}, func(fyne.Shortcut) { w.selectAll() })
	canvas.AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) {
		if !w.covered() {
			w.pasteArticle()
		}
	})
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { w.plainKey(e) })
	canvas.SetOnTypedRune(func(r rune) { w.plainRune(r) })
}

// typedInto is a page with a field that takes what is typed, wherever the keyboard is.
type typedInto interface {
	SelectAll()
	Type(r rune)
}

// selectAll selects what is in the field of such a page.
func (w *window) selectAll() {
	if page, ok := w.page.(typedInto); ok && !w.covered() {
		page.SelectAll()
	}
}

func (w *window) plainKey(e *fyne.KeyEvent) bool {
	if w.covered() {
		return false
	}
	w.noticeFocus()
	switch e.Name {
	case fyne.KeyF1:
		w.showKeys()
	case fyne.KeyF6:
		w.otherPage()
	case fyne.KeyF11:
		w.toggleFocus()
	case fyne.KeyDelete:
		w.deleteItem()
	default:
		return false
	}
	return true
}

func (w *window) plainRune(r rune) bool {
	if w.covered() {
		return false
	}
	w.noticeFocus()
	if page, ok := w.page.(typedInto); ok {
		page.Type(r)
		return true
	}
	switch r {
	case 'j':
		w.list.Step(1)
	case 'k':
		w.list.Step(-1)
	case '/':
		w.list.Filter()
	default:
		return w.pageRune(r)
	}
	return true
}

// covered reports whether a sheet, a box or a menu lies above the panes: no key is
// for them then.
func (w *window) covered() bool { return w.s.Window.Canvas().Overlays().Top() != nil }

// pageRune does what the page offers for a letter.
func (w *window) pageRune(r rune) bool {
	if w.page == nil {
		return false
	}
	for _, command := range w.pageCommands() {
		if command.Keys != "" && command.Keys == strings.ToUpper(string(r)) {
			command.Do()
			return true
		}
	}
	return false
}

// showKeys lists every command with its key; what is typed above leaves those
// whose names or keys have it.
func (w *window) showKeys() {
	menus := w.menus()
	field := parts.NewField(lang.X("keys.sift", "Filter by name or key"))
	scroll := parts.NewScroll(keyLines(menus, ""))
	field.OnChanged = func(typed string) { scroll.SetContent(keyLines(menus, fold.String(typed))) }
	keys := &sheet.Sheet{Title: lang.X("keys.title", "Keys"), First: field}
	field.OnKey = func(e *fyne.KeyEvent) bool { return keys.Key(e) || turnKeys(scroll, e.Name) }
	room := parts.NewFill(look.Clear, 0)
	room.Least = fyne.NewSize(100, w.s.Window.Canvas().Size().Height*0.55)
	keys.Content = parts.NewColumn(look.RowPadding, field, container.NewStack(room, scroll))
	keys.Show(w.s.Window)
}

// turnKeys scrolls the list of keys by a line or a page.
func turnKeys(scroll *parts.Scroll, key fyne.KeyName) bool {
	by, ok := map[fyne.KeyName]float32{
		fyne.KeyDown: look.RowHeight, fyne.KeyUp: -look.RowHeight,
		fyne.KeyPageDown: scroll.Size().Height, fyne.KeyPageUp: -scroll.Size().Height,
	}[key]
	if ok {
		scroll.ScrollTo(scroll.Offset() + by)
	}
	return ok
}

// keyLines lists the commands that have keys, by menu, and of them those that have
// some folded words in their name or their keys.
func keyLines(menus []menu, sought string) fyne.CanvasObject {
	column := parts.NewColumn(4)
	for _, m := range menus {
		headed := false
		for _, command := range m.commands {
			keys := session.CommandKeys(command)
			if command.Name == "" || keys == "" || !strings.Contains(fold.String(command.Name+" "+strings.ReplaceAll(keys, "+", " ")), sought) {
				continue
			}
			if !headed {
				column.Add(parts.NewInset(8, 0, 0, 0, parts.NewSection(m.name)))
				headed = true
			}
			column.Add(keyLine(command.Name, keys))
		}
	}
	if len(column.Objects) == 0 {
		column.Add(parts.NewParagraph(parts.Run{Words: lang.X("keys.none", "No command with a key has this."), Colour: look.TextSecond}))
	}
	return parts.NewInset(0, 14, 0, 0, column)
}
