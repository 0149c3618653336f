// Package marks is what the panes that list highlights share: the row by which
// they are sifted, and the words for colours and for how a highlight came to
// stand where it does.
package marks

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/notes"
	"cuttings/notes/fold"
)

// Wanted says which highlights are to be listed. The zero value wants all.
type Wanted struct {
	Words  string
	Colour notes.Colour
	Tag    notes.ID
}

// Any reports whether all highlights are wanted.
func (w Wanted) Any() bool { return w == Wanted{} }

// Fits reports whether a highlight with the given tags is wanted.
func (w Wanted) Fits(h notes.Highlight, tags []notes.Item) bool {
	if w.Colour != "" && h.Colour != w.Colour {
		return false
	}
	tagged, words := w.Tag == 0, h.Exact+" "+h.Comment
	for _, tag := range tags {
		tagged = tagged || tag.ID == w.Tag
		words += " " + tag.Title
	}
	return tagged && strings.Contains(fold.String(words), fold.String(w.Words))
}

// Sift is a field and five swatches, and below them the tags that highlights
// have, by which highlights are chosen.
type Sift struct {
	Field     *parts.Field
	OnChanged func(Wanted)

	object   *fyne.Container
	swatches []*parts.Swatch
	tags     *fyne.Container
	wanted   Wanted
	offered  []notes.Item
}

// NewSift makes the row; words say what the field is for.
func NewSift(words string, keys ...string) *Sift {
	s := &Sift{Field: parts.NewField(words, keys...), tags: parts.NewFlow(6)}
	s.Field.OnChanged = func(typed string) { s.change(func(w *Wanted) { w.Words = typed }) }
	row := container.New(layout.NewCustomPaddedHBoxLayout(1))
	for _, colour := range notes.Colours {
		swatch := parts.NewSwatch(string(colour), ColourName(colour, nil), func() {
			s.change(func(w *Wanted) {
				if w.Colour == colour {
					w.Colour = ""
				} else {
					w.Colour = colour
				}
			})
		})
		s.swatches = append(s.swatches, swatch)
		row.Add(swatch)
	}
	s.tags.Hide()
	s.object = container.NewVBox(container.NewBorder(nil, nil, nil, container.NewCenter(row), s.Field), s.tags)
	return s
}

// Object is the row as it is put into a pane.
func (s *Sift) Object() *fyne.Container { return s.object }

// Wanted is what was chosen.
func (s *Sift) Wanted() Wanted { return s.wanted }

// Clear wants all again, and tells so.
func (s *Sift) Clear() {
	s.Field.SetText("")
	s.change(func(w *Wanted) { *w = Wanted{} })
}

func (s *Sift) change(do func(*Wanted)) {
	before := s.wanted
	do(&s.wanted)
	if s.wanted == before {
		return
	}
	s.show()
	if s.OnChanged != nil {
		s.OnChanged(s.wanted)
	}
}

func (s *Sift) show() {
	for i, swatch := range s.swatches {
		swatch.SetChosen(notes.Colours[i] == s.wanted.Colour)
	}
	s.Offer(s.offered)
}

// mostTags is how many tags are offered.
const mostTags = 12

// Offer shows the tags to choose from; the chosen one stays.
func (s *Sift) Offer(tags []notes.Item) {
	s.offered = tags
	s.tags.Objects = nil
	for _, tag := range tags[:min(len(tags), mostTags)] {
		chip := parts.NewChip("#"+tag.Title, func() { s.change(func(w *Wanted) { w.Tag = other(w.Tag, tag.ID) }) })
		chip.Ghost = s.wanted.Tag != tag.ID
		s.tags.Add(chip)
	}
	if len(s.tags.Objects) == 0 {
		s.tags.Hide()
	} else {
		s.tags.Show()
	}
	s.object.Refresh()
}

// other switches an ID on, or off if it is on.
func other(now, id notes.ID) notes.ID {
	if now == id {
		return 0
	}
	return id
}

// Padded puts the row into a bar above a list.
func (s *Sift) Padded() *fyne.Container {
	return container.NewBorder(nil, parts.NewLine(), nil, nil,
		parts.NewInset(7, look.PanePadding-4, 7, look.PanePadding, s.object))
}

// NoneFits is said where nothing is wanted.
func NoneFits() string {
	return lang.X("marks.none", "No highlight fits. Esc in the field shows all.")
}
