package article

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/marks"
	"cuttings/notes"
)

// siftFrom is from how many highlights on the row that sifts them is shown
// without being asked for.
const siftFrom = 8

// openSift shows the row that sifts the highlights and gives it the keyboard.
func (i *inspector) openSift() {
	i.tabs.Choose(tabHighlights)
	i.sifting.Show()
	i.marks.Refresh()
	i.p.reach(i.sift.Field)
}

func (i *inspector) siftKey(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyEscape:
		i.sift.Clear()
		i.p.Focus()
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		i.p.s.Window.Canvas().Focus(i.cards)
		if i.cards.Selected() < 0 {
			i.cards.Step(1)
		}
	default:
		return false
	}
	return true
}

// list shows the highlights that are wanted.
func (i *inspector) list() {
	wanted := i.sift.Wanted()
	i.rows = i.all
	i.cards.Empty = lang.X("inspector.noHighlights", "Select words in the article and press 1 to 5 to keep them here.")
	if !wanted.Any() {
		i.rows = nil
		for _, row := range i.all {
			if wanted.Fits(row.Highlight, row.tags) {
				i.rows = append(i.rows, row)
			}
		}
		i.cards.Empty = marks.NoneFits()
	}
	i.cards.Refresh()
	i.choose(i.chosen)
}

// tagsOf returns the tags of highlights, each once, by title.
func tagsOf(rows []markRow) []notes.Item {
	var all []notes.Item
	for _, row := range rows {
		for _, tag := range row.tags {
			if !slices.ContainsFunc(all, func(known notes.Item) bool { return known.ID == tag.ID }) {
				all = append(all, tag)
			}
		}
	}
	slices.SortFunc(all, func(a, b notes.Item) int { return cmp.Compare(a.Title, b.Title) })
	return all
}
