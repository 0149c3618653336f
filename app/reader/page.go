// Package reader is the page on which articles and notes are read: it shows
// a text of any length, lets words be selected, and shows highlights,
// mentions and what a search found. It says by callbacks what a person asked
// for; it keeps nothing, changes no text and asks no service.
//
// Only what is in sight is laid out and drawn (see package layout), so a page
// opens as fast for a book as for a paragraph.
package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/reader/layout"
	"cuttings/notes/text"
)

// Free room around the column, in Fyne units.
const (
	paddingX    = 32
	paddingTop  = 34
	paddingHead = 6  // where what is around the page has the title
	paddingEnd  = 96 // below the last row, so that the bar has room
)

// Page shows a Document. All its methods are for Fyne's thread.
type Page struct {
	widget.BaseWidget
	actions Actions

	doc     Document
	comfort Comfort
	letters *letters
	flow    *layout.Flow // nil until there is room for it
	view    layout.View
	place   place
	told    float64 // the progress that OnScrolled was told last

	marks       ranged[Mark]
	mentions    ranged[Mention]
	suggestions ranged[Mention]
	outline     text.Range
	hits        ranged[text.Range]
	hit         text.Range // the current one
	chosen      string
	chosenBar   bool // the bar is shown for the chosen highlight
	ends        ends
	pictures    map[string]*picture // those that were in sight
	adjusting   string              // the highlight that Adjust places
	marksSet    int                 // how often marks and hits were set, for the ticks
	hitsSet     int

	selection selection
	focused   bool
	shift     bool // held, as KeyDown and KeyUp tell
	mouse     mouse
	bar       *bar
	painter   *painter // the renderer, while the page is in sight
}

var (
	_ fyne.Focusable     = (*Page)(nil)
	_ fyne.Shortcutable  = (*Page)(nil)
	_ fyne.Scrollable    = (*Page)(nil)
	_ fyne.Draggable     = (*Page)(nil)
	_ fyne.Accessible    = (*Page)(nil)
	_ desktop.Keyable    = (*Page)(nil)
	_ desktop.Mouseable  = (*Page)(nil)
	_ desktop.Hoverable  = (*Page)(nil)
	_ desktop.Cursorable = (*Page)(nil)
)

// NewPage returns an empty page.
func NewPage(actions Actions) *Page {
	p := &Page{actions: actions, letters: newLetters()}
	p.ExtendBaseWidget(p)
	p.bar = newBar(p)
	p.reset()
	return p
}

// SetDocument shows d from its top, with nothing marked or selected.
func (p *Page) SetDocument(d Document) {
	p.doc = d
	p.reset()
	p.flow = nil
	p.reflow()
	p.changed()
}

// SetHead shows another title and another line under it. The text stays, with
// what is marked and selected in it and what is in sight.
func (p *Page) SetHead(title string, meta []MetaRun) {
	p.doc.Title, p.doc.Meta = title, meta
	p.flow = nil
	p.reflow()
	p.changed()
}

// Document returns what is shown.
func (p *Page) Document() Document { return p.doc }

func (p *Page) reset() {
	p.stopScrolling()
	p.marks = newRanged(nil, markRange)
	p.mentions = newRanged(nil, mentionRange)
	p.suggestions, p.outline = newRanged(nil, mentionRange), text.Range{}
	p.hits, p.hit = newRanged(nil, hitRange), text.Range{}
	p.chosen, p.chosenBar = "", false
	p.selection, p.mouse = selection{}, mouse{}
	p.ends, p.adjusting = ends{}, ""
	p.pictures = map[string]*picture{}
	p.marksSet++
	p.hitsSet++
	p.view, p.place = layout.View{}, place{offset: atHead}
}

// SetComfort changes size, measure and letters; what was read stays in
// sight.
func (p *Page) SetComfort(c Comfort) {
	if c == p.comfort {
		return
	}
	if c.Sans != p.comfort.Sans {
		p.flow = nil
	}
	p.comfort = c
	p.letters.sans = c.Sans
	p.reflow()
	p.changed()
}

// style is what the layout needs to know of the comfort.
func (p *Page) style() layout.Style {
	size, line := p.comfort.Size, p.comfort.LineHeight
	if size <= 0 {
		size = look.ReadingSize
	}
	if line <= 0 {
		line = look.ReadingLine
	}
	scale, above := size/look.ReadingSize, float32(paddingTop)
	if p.doc.Title == "" && len(p.doc.Meta) == 0 {
		above = paddingHead
	}
	return layout.Style{
		Size: size, LineHeight: line, Gap: look.ParagraphGap * scale,
		Title: look.TitleSize * scale, TitleLine: look.TitleLine,
		Small: look.InterfaceSize * max(scale, 1), SmallLine: look.InterfaceLine,
		Above: above, Below: paddingEnd,
	}
}

// column returns where the column begins, and its width. It stands in the
// middle of a page that is wider.
func (p *Page) column() (x, width float32) {
	measure := p.comfort.Measure
	if measure <= 0 {
		measure = look.MeasureWidth
	}
	all := p.Size().Width
	width = max(min(measure, all-2*paddingX), 1)
	return float32(int((all - width) / 2)), width
}

// reflow lays the text out for the page's size, if it has one, and brings
// back what stood at the top.
func (p *Page) reflow() {
	if p.Size().Width <= 0 || p.Size().Height <= 0 {
		return
	}
	_, width := p.column()
	if p.flow == nil {
		p.flow = layout.New(p.doc.Text, p.head(), p.style(), width, p.letters)
		if len(p.doc.Pictures) > 0 {
			p.flow.SetPictures(p.sizes())
		}
	} else {
		p.flow.Reset(p.style(), width)
	}
	p.restore()
}

func (p *Page) head() layout.Head {
	head := layout.Head{Title: p.doc.Title}
	for _, run := range p.doc.Meta {
		head.Meta = append(head.Meta, layout.MetaRun{Words: run.Words, Link: run.OnTapped != nil})
	}
	return head
}

// Resize gives the page its size; the word at the top stays there.
func (p *Page) Resize(size fyne.Size) {
	if size == p.Size() {
		return
	}
	p.BaseWidget.Resize(size)
	p.reflow()
	p.changed()
}

// MinSize returns the least size at which the page can be read.
func (p *Page) MinSize() fyne.Size { return fyne.NewSize(240, 120) }

// changed draws the page anew.
func (p *Page) changed() { p.Refresh() }

// AccessibilityLabel returns the title, and what is selected.
func (p *Page) AccessibilityLabel() string {
	label := p.doc.Title
	if label == "" {
		label = lang.X("reader.page", "Reading page")
	}
	if words := p.SelectedWords(); words != "" {
		label += ". " + lang.X("reader.selected", "Selected:") + " " + text.Shorten(words, 200)
	}
	return label
}

// AccessibilityRole says that the page is a text.
func (p *Page) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
