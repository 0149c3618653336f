package overview

import (
	"context"
	"errors"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

const (
	// mostOffered is how many names a menu offers; all others are found by
	// typing.
	mostOffered = 12
	// mostName is how many bytes of a name stand in the bar.
	mostName = 26
)

// opens is what stands behind the words of a button that opens a menu.
const opens = " ▾"

// entry is one line of a menu; one without words is a line between groups.
type entry struct {
	words   string
	checked bool
	do      func()
}

// newMenu makes a button that opens a menu. The page gets the keyboard first,
// so that it has it again when the menu is closed without a choice.
func newMenu(page session.Page, open func()) *parts.TextButton {
	return parts.NewTextButton("", parts.Quiet, func() {
		page.Focus()
		open()
	})
}

// newFit makes the button that brings all into sight, with its key.
func newFit(page session.Page, fit func()) *parts.TextButton {
	return parts.NewKeyButton(lang.X("overview.fit", "Fit"), fitKey, parts.Quiet, func() {
		fit()
		page.Focus()
	})
}

// fitKey brings all into sight; so does Home.
const fitKey = "0"

// setMenu says what a menu's button stands for; what narrows stands out.
func setMenu(b *parts.TextButton, words string, narrows bool) {
	b.SetWords(text.Shorten(words, mostName) + opens)
	manner := parts.Quiet
	if narrows {
		manner = parts.Plain
	}
	b.SetManner(manner)
}

// drop opens a menu below an object. Its first line is ready for Enter.
func drop(s *session.Session, from fyne.CanvasObject, entries []entry) {
	menu := fyne.NewMenu("")
	for _, e := range entries {
		if e.words == "" {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
			continue
		}
		item := fyne.NewMenuItem(e.words, e.do)
		item.Checked = e.checked
		menu.Items = append(menu.Items, item)
	}
	shown := widget.NewPopUpMenu(menu, s.Window.Canvas())
	shown.ShowAtRelativePosition(fyne.NewPos(0, from.Size().Height), from)
	shown.ActivateNext()
}

// offer opens a menu of what a page can be narrowed to: nothing, what is used
// most, or what is looked for by typing. chosen is what it is narrowed to now.
func offer(s *session.Session, from fyne.CanvasObject, kinds []notes.Kind, all, ask string, chosen notes.ID, choose func(notes.ID)) {
	s.Work.Latest("offer", func(ctx context.Context) (func(), error) {
		found, err := s.Book.Find(ctx, "", kinds, mostOffered)
		entries := []entry{{words: all, checked: chosen == 0, do: func() { choose(0) }}, {}}
		for _, one := range found {
			id := one.ID
			entries = append(entries, entry{words: text.Shorten(one.Title, 2*mostName), checked: id == chosen, do: func() { choose(id) }})
		}
		if len(found) == mostOffered {
			entries = append(entries, entry{}, entry{words: lang.X("overview.another", "Another…"), do: func() {
				quickfind.Pick(s, ask, kinds, func(row notes.ItemRow) { choose(row.ID) })
			}})
		}
		return func() { drop(s, from, entries) }, err
	}, s.Fail)
}

// offerLeast opens a menu of least numbers.
func offerLeast(s *session.Session, from fyne.CanvasObject, words func(int) string, chosen int, choose func(int)) {
	var entries []entry
	for _, least := range []int{0, 1, 2, 3, 5, 10, 25} {
		entries = append(entries, entry{words: words(least), checked: least == chosen, do: func() { choose(least) }})
	}
	drop(s, from, entries)
}

// titleOf is the name of what a page is narrowed to; "" for nothing, and for
// what is no more.
func titleOf(ctx context.Context, book *notes.Notebook, id notes.ID) (string, error) {
	if id == 0 {
		return "", nil
	}
	title, err := book.Title(ctx, id)
	if errors.Is(err, notes.ErrNotFound) {
		return "", nil
	}
	return title, err
}

// number shows a count with commas between thousands.
func number(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

func count(n int) map[string]any { return map[string]any{"N": number(n)} }
