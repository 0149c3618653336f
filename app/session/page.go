package session

import (
	"fyne.io/fyne/v2"

	"cuttings/notes"
)

// Page is what stands in the middle of the window: an article, a note, a
// person, the results of a search. A page is made once and shows one item
// after the other. All methods are called on the interface's thread.
type Page interface {
	// Object is the page itself; Inspector, what stands at its right, or nil.
	Object() fyne.CanvasObject
	Inspector() fyne.CanvasObject

	// Show reads a place in the background and shows it. A place whose item
	// is shown already only moves to its passage.
	Show(place Place)

	// Changed is told of every change of the archive; the page reads anew
	// what it shows if the change is about it.
	Changed(change notes.Change)

	// Leave is called before another place is shown and before the window
	// closes: what was not saved yet is saved.
	Leave()

	// Focus gives the keyboard to the page's main part.
	Focus()

	// Status is shown at the right of the status line: "4 highlights · 412
	// words · 58 %".
	Status() string

	// Commands are what the main menu offers while the page is shown.
	Commands() []Command
}

// Command is something a person can ask for: an entry of the main menu and of
// quick find.
type Command struct {
	Name     string // in words
	Also     string // other words by which quick find finds it
	Shortcut fyne.Shortcut
	Keys     string // a key without a modifier, shown but handled by the page: "1–5"
	Do       func()
	Checked  bool
	Always   bool // also while something lies above the panes
}
