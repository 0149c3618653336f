package quickfind

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/notes"
	"cuttings/notes/text"
)

// key does what a key is for. What concerns the results waits until they answer
// what is typed, so that nobody gets what they did not ask for by typing fast.
func (o *Overlay) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		o.Close()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		o.keyed.Then(func() { o.cards.TypedKey(e) })
	case fyne.KeyReturn, fyne.KeyEnter:
		o.keyed.Then(func() { o.withSelected(o.choose) })
	case fyne.KeyTab:
		if o.picked == nil && !o.prefixed() {
			o.narrow = (o.narrow + 1) % (len(notes.Narrowings) + 1)
			o.changed()
		}
	default:
		return false
	}
	return true
}

func (o *Overlay) withSelected(do func(row)) {
	if i := o.cards.Selected(); i >= 0 && i < len(o.rows) {
		do(o.rows[i])
	}
}

func (o *Overlay) shortcut(shortcut fyne.Shortcut) bool {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || custom.KeyName != fyne.KeyReturn && custom.KeyName != fyne.KeyEnter {
		return false
	}
	o.keyed.Then(func() { o.withSelected(func(r row) { o.chooseOtherwise(r, custom.Modifier) }) })
	return true
}

// chooseOtherwise links an item or opens it beside, where that can be done.
func (o *Overlay) chooseOtherwise(r row, modifier fyne.KeyModifier) {
	if r.item.ID == 0 {
		return
	}
	insert, beside := o.Insert(), o.Beside()
	switch {
	case o.picked != nil:
		o.choose(r)
	case modifier == fyne.KeyModifierAlt && insert != nil:
		o.Close()
		insert(notes.LinkTo(r.item.Item))
	case modifier == fyne.KeyModifierShortcutDefault && beside != nil:
		o.Close()
		beside(r.item.Item)
	default:
		o.choose(r)
	}
}

// choose does what a row stands for.
func (o *Overlay) choose(r row) {
	if r.head != "" {
		return
	}
	o.Close()
	switch {
	case r.do != nil:
		r.do()
	case o.picked != nil:
		o.picked(r.item)
	default:
		o.s.OpenItem(r.item.Item, text.Range{})
	}
}
