package parts

import (
	"cuttings/app/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// TabPane is a pane with tabs, each of which is a column of cards that scrolls.
type TabPane struct {
	object fyne.CanvasObject
	tabs   *Tabs
	scroll *Scroll
	cards  func(tab int) []fyne.CanvasObject
}

// NewTabPane makes a pane; cards makes what a tab shows.
func NewTabPane(cards func(tab int) []fyne.CanvasObject, words ...string) *TabPane {
	p := &TabPane{cards: cards, scroll: NewScroll(NewColumn(0))}
	p.tabs = NewTabs(func(int) { p.show() }, words...)
	p.object = container.NewBorder(NewHead(p.tabs), nil, nil, nil, p.scroll)
	return p
}

// Object is the pane as it is put into a window.
func (p *TabPane) Object() fyne.CanvasObject { return p.object }

// Choose shows a tab.
func (p *TabPane) Choose(tab int) { p.tabs.Choose(tab) }

// Refresh shows the chosen tab anew; the words are those of the tabs.
func (p *TabPane) Refresh(words ...string) {
	p.tabs.SetWords(words...)
	p.show()
}

func (p *TabPane) show() {
	column := NewColumn(0)
	for _, card := range p.cards(p.tabs.Chosen()) {
		column.Add(NewInset(look.CardPaddingY, look.PanePadding, look.CardPaddingY, look.PanePadding, card))
		column.Add(NewLine())
	}
	p.scroll.SetContent(column)
}
