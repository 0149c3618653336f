package article

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// leastTabGap is how near to each other tabs may stand before their words become
// shorter, in Fyne units.
const leastTabGap = 8

// tabWords are what the tabs say, as much as the pane's width has room for: in a
// narrow one the third is shorter, and only what waits for a decision is counted.
func (i *inspector) tabWords() []string {
	highlights, linked := lang.X("inspector.highlights", "Highlights"), lang.X("inspector.notes", "Notes")
	names, short := lang.X("inspector.names", "People & events"), lang.X("inspector.namesShort", "Names")
	suggested, info := i.suggested.words(), lang.X("inspector.info", "Info")
	counted := func(words string, n int) string {
		if n == 0 {
			return words
		}
		return fmt.Sprintf("%s %d", words, n)
	}
	all, about := counted(highlights, len(i.all)), counted(linked, len(i.details.notes))
	var words []string
	for _, words = range [][]string{
		{all, about, names, suggested, info},
		{all, about, short, suggested, info},
		{highlights, linked, short, suggested, info},
	} {
		if tabsWidth(words) <= i.tabRoom {
			break
		}
	}
	return words
}

func tabsWidth(words []string) float32 {
	width := float32(leastTabGap * (len(words) - 1))
	for _, one := range words {
		width += look.Measure(one, look.Semibold, look.InterfaceSize).Width
	}
	return width
}

// tabsHead holds the tabs and tells the inspector how wide they can be.
type tabsHead struct {
	widget.BaseWidget
	i *inspector
}

func newTabsHead(i *inspector) *tabsHead {
	h := &tabsHead{i: i}
	h.ExtendBaseWidget(h)
	return h
}

// Resize gives the tabs the words that have room.
func (h *tabsHead) Resize(size fyne.Size) {
	h.BaseWidget.Resize(size)
	if room := size.Width - 2*look.PanePadding; room != h.i.tabRoom {
		h.i.tabRoom = room
		h.i.tabs.SetWords(h.i.tabWords()...)
	}
}

// CreateRenderer draws the tabs.
func (h *tabsHead) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(parts.NewHead(h.i.tabs))
}
