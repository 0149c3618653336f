package article

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// mostTabLines is how many lines of tabs there may be before a word is shortened.
const mostTabLines = 2

// nameTabs says in the tabs what they hold and how much of it, and gives them the
// lines that they need.
func (i *inspector) nameTabs() {
	i.sayTabs()
	if width := i.head.Size().Width; i.head.Size().Height != parts.Height(i.head, width) {
		i.object.Refresh()
	}
}

// sayTabs puts the words into the tabs.
func (i *inspector) sayTabs() {
	i.tabs.SetWords(i.tabWords(len(i.all), len(i.details.notes), len(i.details.names), len(i.suggested.all))...)
}

func (i *inspector) tabWords(highlights, linked, names, suggested int) []string {
	counted := func(words string, n int) string {
		if n == 0 {
			return words
		}
		return fmt.Sprintf("%s %d", words, n)
	}
	who := lang.X("inspector.names", "People & events")
	if i.tabsShort {
		who = lang.X("inspector.namesShort", "Names")
	}
	return []string{
		counted(lang.X("inspector.highlights", "Highlights"), highlights),
		counted(lang.X("inspector.notes", "Notes"), linked),
		counted(who, names),
		counted(lang.X("inspector.suggested", "Suggested"), suggested),
		lang.X("inspector.info", "Info"),
	}
}

// fitTabs finds the words that a pane of some width has room for, whatever the
// counts: so that they do not change with what is counted.
func (i *inspector) fitTabs(room float32) {
	const many = 99
	i.tabRoom, i.tabsShort = room, false
	i.tabs.SetWords(i.tabWords(many, many, many, many)...)
	i.tabsShort = i.tabs.Lines(room) > mostTabLines
	i.sayTabs()
}

// headed puts the tabs above what they show.
type headed struct{ i *inspector }

func (headed) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*look.PanePadding, 2*look.BarHeight)
}

// Layout gives the tabs the height that their lines need.
func (l headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if room := size.Width - 2*look.PanePadding; room != l.i.tabRoom {
		l.i.fitTabs(room)
	}
	height := parts.Height(objects[0], size.Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, height))
	objects[1].Move(fyne.NewPos(0, height))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-height))
}
