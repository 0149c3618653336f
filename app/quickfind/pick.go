package quickfind

import (
	"fyne.io/fyne/v2/lang"

	"cuttings/app/session"
	"cuttings/notes"
)

// Pick opens a box of its own that gives an item of some kinds to picked, but for
// those that are excepted. The first of the kinds is the likeliest.
func Pick(s *session.Session, placeholder string, kinds []notes.Kind, picked func(notes.ItemRow), except ...notes.ID) {
	o := newPicker(s, placeholder, kinds, picked)
	o.except = except
	o.Open()
}

// PickFor is Pick for what a suggestion is to be taken for: where nothing fits, it can
// be accepted as new, by Enter once the box is closed.
func PickFor(s *session.Session, placeholder string, kinds []notes.Kind, picked func(notes.ItemRow)) {
	o := newPicker(s, placeholder, kinds, picked)
	o.none = lang.X("find.acceptNew", "Nothing of this name is in the archive yet. Press Esc, then Enter to accept the suggestion as new, or type another name.")
	o.Open()
}

func newPicker(s *session.Session, placeholder string, kinds []notes.Kind, picked func(notes.ItemRow)) *Overlay {
	o := New(s, func() []session.Command { return nil })
	o.fixed, o.picked = kinds, picked
	o.none = lang.X("find.nopick", "Nothing to choose here has this name. Type another, or press Esc.")
	o.field.SetPlaceHolder(placeholder)
	return o
}
