package writing

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"cuttings/app/parts"
	"cuttings/app/session"
)

// editor is a field of several lines in which "[[" offers what can be linked.
type editor struct {
	*parts.Field
	completion *completion
}

func newEditor(s *session.Session, field *parts.Field) *editor {
	e := &editor{Field: field}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.TakesTab = true
	e.completion = newCompletion(s, e)
	return e
}

// key offers a key to the completion.
func (e *editor) key(event *fyne.KeyEvent) bool {
	if e.completion.key(event) {
		return true
	}
	if event.Name == fyne.KeyTab {
		return true // a tab would be code in Markdown
	}
	return false
}

// shortcut sets the selected words in bold or italics.
func (e *editor) shortcut(shortcut fyne.Shortcut) bool {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierShortcutDefault {
		return false
	}
	switch custom.KeyName {
	case fyne.KeyB:
		e.surround("**")
	case fyne.KeyI:
		e.surround("*")
	case fyne.KeyHome:
		e.toEnd(fyne.KeyPageUp, fyne.KeyHome)
	case fyne.KeyEnd:
		e.toEnd(fyne.KeyPageDown, fyne.KeyEnd)
	default:
		return false
	}
	return true
}

// toEnd moves the caret to one end of the text by the keys that lead there.
func (e *editor) toEnd(keys ...fyne.KeyName) {
	for _, key := range keys {
		e.Field.Entry.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (e *editor) surround(mark string) {
	words := e.SelectedText()
	if words == "" {
		e.write(mark + mark)
		return
	}
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	e.write(mark + words + mark)
}

// write puts words at the caret as if they were typed.
func (e *editor) write(words string) {
	for _, r := range words {
		if r == '\n' {
			e.Field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			continue
		}
		e.TypedRune(r)
	}
}

// erase takes letters before the caret away.
func (e *editor) erase(letters int) {
	for range letters {
		e.Field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

// maxTarget is how many letters behind "[[" are taken for the name of a link.
const maxTarget = 80

// linking returns what was typed behind a "[[" that is still open before the
// caret.
func (e *editor) linking() (typed string, ok bool) {
	letters := []rune(e.Text)
	caret := min(e.CursorTextOffset(), len(letters))
	before := string(letters[max(0, caret-maxTarget):caret])
	open := strings.LastIndex(before, "[[")
	if open < 0 {
		return "", false
	}
	typed = before[open+2:]
	if strings.ContainsAny(typed, "]\n|") {
		return "", false
	}
	return typed, true
}
