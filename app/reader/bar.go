package reader

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
)

// Lengths of the bar, in Fyne units.
const (
	barHeight   = 38
	barPadding  = 10
	swatchGap   = 9
	commandPad  = 9 // on both sides of a command
	keyGap      = 6 // between a command and its key
	closeGap    = 5 // the same where the page is narrow
	closePad    = 6
	barAway     = 10
	barEdge     = 8 // the least distance from the page's edges
	shadowBlur  = 18
	shadowBelow = 6
)

// bar floats beside the selection or the chosen highlight, and offers what
// can be done with it.
type bar struct {
	widget.BaseWidget
	page    *Page
	items   []barItem
	about   barAbout
	comment bool // the highlight has a comment
	compact bool // the page is too narrow for the keys
	cut     bool // and even for all commands
	room    float32
	hover   int // the item under the mouse, or -1
	made    bool
	line    float32 // x of the line between swatches and commands, 0 without
	width   float32
	full    float32 // the width with the keys
	painter *barPainter
}

// barAbout is what a bar is for.
type barAbout uint8

const (
	aboutSelection barAbout = iota
	aboutMark
	aboutPlacing // a highlight that is being placed
)

// barItem is a swatch or a command.
type barItem struct {
	colour   string
	words    string
	key      string
	do       func()
	x, width float32 // set by arrange
}

var (
	_ fyne.Tappable      = (*bar)(nil)
	_ desktop.Hoverable  = (*bar)(nil)
	_ desktop.Cursorable = (*bar)(nil)
	_ fyne.Accessible    = (*bar)(nil)
)

func newBar(p *Page) *bar {
	b := &bar{page: p, hover: -1}
	b.ExtendBaseWidget(b)
	return b
}

// offer sets what the bar shows; where it is wider than the room, it leaves out
// the keys and stands closer, and at last leaves out the rarest command.
func (b *bar) offer(about barAbout, comment bool, room float32) {
	if b.made && b.about == about && b.comment == comment && b.width <= room && (!b.compact || room < b.full) && (!b.cut || room == b.room) {
		return
	}
	b.cut, b.room = false, room
	b.fill(about, comment, false)
	if b.full = b.width; b.full > room {
		b.fill(about, comment, true)
	}
	if b.width > room {
		b.cut = true
		b.fill(about, comment, true)
	}
	if b.painter != nil {
		b.painter.build()
	}
}

// fill makes the items.
func (b *bar) fill(about barAbout, comment, compact bool) {
	b.made, b.about, b.comment, b.compact, b.hover = true, about, comment, compact, -1
	b.items = b.items[:0]
	p, a := b.page, b.page.actions
	if about == aboutMark && a.OnRecolour != nil || about == aboutSelection && a.OnHighlight != nil {
		for _, colour := range colours {
			b.items = append(b.items, barItem{colour: colour, do: func() { p.colour(colour) }})
		}
	}
	switch about {
	case aboutMark:
		words := lang.X("reader.addComment", "Add comment")
		if comment || compact {
			words = lang.X("reader.comment", "Comment")
		}
		b.command(words, "", p.comment, a.OnComment != nil || a.OnMark != nil)
		b.command(lang.X("reader.adjust", "Ends"), "A", func() { p.Adjust(p.chosen) }, a.OnRange != nil)
		b.command(lang.X("reader.split", "Split"), "S", func() { p.Split() }, a.OnSplit != nil)
		b.command(lang.X("reader.join", "Join"), "+", func() { p.Join() }, a.OnJoin != nil)
		b.command(lang.X("reader.source", "Source"), "O", func() { p.source() }, a.OnSource != nil && !b.cut)
		b.command(lang.X("reader.delete", "Delete"), lang.X("reader.deleteKey", "Del"), func() { p.remove() }, a.OnDelete != nil)
	case aboutPlacing:
		b.command(lang.X("reader.placeHere", "Put the highlight here"), lang.X("reader.enter", "Enter"), func() { p.placeAdjusted(true) }, true)
		b.command(lang.X("reader.leave", "Leave it"), lang.X("reader.escape", "Esc"), func() { p.placeAdjusted(false) }, true)
	default:
		b.command(lang.X("reader.note", "Note"), "N", func() { p.about(a.OnNote) }, a.OnNote != nil)
		b.command(lang.X("reader.person", "Person"), "P", func() { p.about(a.OnPerson) }, a.OnPerson != nil)
		b.command(lang.X("reader.event", "Event"), "E", func() { p.about(a.OnEvent) }, a.OnEvent != nil)
		words := lang.X("reader.copyQuote", "Copy quote")
		if compact {
			words = lang.X("reader.copy", "Copy")
		}
		b.command(words, "C", func() { p.about(a.OnCopyQuote) }, a.OnCopyQuote != nil)
	}
	b.arrange()
}

func (b *bar) command(words, key string, do func(), wanted bool) {
	if b.compact {
		key = ""
	}
	if wanted {
		b.items = append(b.items, barItem{words: words, key: key, do: do})
	}
}

// arrange puts the items side by side.
func (b *bar) arrange() {
	x := float32(barPadding)
	b.line = 0
	gap, pad := float32(swatchGap), b.pad()
	if b.compact {
		gap = closeGap
	}
	for i := range b.items {
		item := &b.items[i]
		if item.colour != "" {
			item.x, item.width = x, look.SwatchSize
			x += look.SwatchSize + gap
			continue
		}
		if i > 0 && b.items[i-1].colour != "" {
			b.line = x + 4
			x += 14
		}
		item.x, item.width = x, 2*pad+look.Measure(item.words, look.Medium, look.InterfaceSize).Width
		if item.key != "" {
			item.width += keyGap + keycaps(item.key).MinSize().Width
		}
		x += item.width + 2
	}
	b.width = x + barPadding - 2
}

// pad is the room on both sides of a command's words.
func (b *bar) pad() float32 {
	if b.compact {
		return closePad
	}
	return commandPad
}

func keycaps(key string) *parts.Keycaps { return parts.NewKeycaps(key) }

// Tapped does what was tapped.
func (b *bar) Tapped(event *fyne.PointEvent) {
	if i := b.itemAt(event.Position); i >= 0 {
		b.items[i].do()
	}
}

func (b *bar) itemAt(pos fyne.Position) int {
	for i, item := range b.items {
		if pos.X >= item.x && pos.X < item.x+item.width && pos.Y >= 0 && pos.Y < barHeight {
			return i
		}
	}
	return -1
}

// MouseIn shows what a tap would do.
func (b *bar) MouseIn(event *desktop.MouseEvent) { b.MouseMoved(event) }

// MouseMoved shows what a tap would do.
func (b *bar) MouseMoved(event *desktop.MouseEvent) { b.over(b.itemAt(event.Position)) }

// MouseOut ends what MouseIn began.
func (b *bar) MouseOut() { b.over(-1) }

func (b *bar) over(item int) {
	if item != b.hover {
		b.hover = item
		b.Refresh()
	}
}

// Cursor is the pointing hand over what can be tapped.
func (b *bar) Cursor() desktop.Cursor {
	if b.hover >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel names the commands and their keys.
func (b *bar) AccessibilityLabel() string {
	var names []string
	for _, item := range b.items {
		if item.words != "" {
			names = append(names, strings.TrimSpace(item.words+" "+item.key))
		}
	}
	return strings.Join(names, ", ")
}

// AccessibilityRole says that the bar holds several things.
func (b *bar) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }
