package notes

import (
	"fmt"
	"slices"
	"time"
)

// Verb names an operation; with its subject it makes the words of "Undo".
type Verb string

// The verbs.
const (
	VerbCollect       Verb = "collect"
	VerbEdit          Verb = "edit"
	VerbAddHighlight  Verb = "highlight"
	VerbEditHighlight Verb = "edit highlight"
	VerbAddNote       Verb = "write note"
	VerbEditNote      Verb = "edit note"
	VerbAddEntity     Verb = "add"
	VerbEditEntity    Verb = "edit entity"
	VerbDelete        Verb = "delete"
	VerbRestore       Verb = "restore"
	VerbTag           Verb = "tag"
	VerbUntag         Verb = "untag"
	VerbFile          Verb = "file"
	VerbUnfile        Verb = "take out"
	VerbSaveSearch    Verb = "save search"
	VerbDecide        Verb = "decide"
	VerbCapture       Verb = "capture again"
	VerbJoin          Verb = "join highlights"
	VerbSplit         Verb = "split highlight"
	VerbName          Verb = "name colour"
	VerbImport        Verb = "import annotations"
	VerbAccept        Verb = "accept"
	VerbRefuse        Verb = "refuse"
	VerbMerge         Verb = "merge"
	VerbPart          Verb = "part again"
	VerbDistinguish   Verb = "tell apart"
	VerbDivide        Verb = "split"
	VerbSource        Verb = "source"
	VerbImportNames   Verb = "import names"
)

// Operation is one change of the archive as a person would name it.
type Operation struct {
	ID      int64
	At      time.Time
	Verb    Verb
	Subject string // what it was done to: a title, the first words of a quotation
	Group   ID     // operations of one group are undone together; zero: alone

	// Articles is how many its group collected, of an operation that is undone or
	// done again.
	Articles int
}

// Name returns the operation in words: "delete Kenya weighs sending police",
// "collect 300 articles".
func (o Operation) Name() string {
	switch {
	case o.Articles > 1:
		return fmt.Sprintf("%s %d articles", o.Verb, o.Articles)
	case o.Subject == "":
		return string(o.Verb)
	}
	return string(o.Verb) + " " + o.Subject
}

// Change says what an operation changed. It is announced after the commit.
type Change struct {
	Operation Operation
	Items     []Item // as they are now; Kind is "" for one that is no more
	Undone    bool   // the operation was taken back
	Elsewhere bool   // another program did it
}

// Touches reports whether the change is about the item.
func (c Change) Touches(id ID) bool {
	for _, item := range c.Items {
		if item.ID == id {
			return true
		}
	}
	return false
}

// without is the change but for some items.
func (c Change) without(items map[ID]bool) Change {
	c.Items = slices.DeleteFunc(c.Items, func(item Item) bool { return items[item.ID] })
	return c
}
