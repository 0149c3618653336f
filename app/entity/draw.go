package entity

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/text"
)

// The measures of the page, in Fyne units.
const (
	contentWidth = 640
	sideRoom     = 28
	factRoom     = 120
	dateRoom     = 110
)

// middle keeps the page's content at a readable width in the middle.
type middle struct{}

func (*middle) width(total float32) float32 { return min(contentWidth, total-2*sideRoom) }

func (m *middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return fyne.NewSize(260, 100) }

// Fit gives the height at a width.
func (m *middle) FitObjects(objects []fyne.CanvasObject, width float32) float32 {
	return parts.Height(objects[0], m.width(width))
}

func (m *middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := m.width(size.Width)
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
}

// aliasChips shows the aliases; the cross takes one away.
func (p *Page) aliasChips(e notes.Entity) fyne.CanvasObject {
	chips := parts.NewFlow(6)
	for i, alias := range e.Aliases {
		chip := parts.NewChip(alias, nil)
		chip.OnRemove = func() { p.setAliases(append(append([]string(nil), e.Aliases[:i]...), e.Aliases[i+1:]...)) }
		chips.Add(chip)
	}
	ghost := parts.NewChip(lang.X("entity.plusAlias", "+ alias"), p.addAlias)
	ghost.Ghost = true
	chips.Add(ghost)
	return chips
}

// facts are the lines of what is known: roles; or date, place, participants.
func (p *Page) facts(k known) *fyne.Container {
	column := parts.NewColumn(6)
	add := func(name string, runs ...parts.Run) {
		column.Add(newFact(name, runs...))
	}
	e := k.entity
	for i, role := range e.Roles {
		name := ""
		if i == 0 {
			name = lang.X("entity.role", "Role")
		}
		words := role.Title
		if role.Organisation != "" {
			words = strings.TrimPrefix(words+", "+role.Organisation, ", ")
		}
		runs := []parts.Run{{Words: words}}
		if years := years(role); years != "" {
			runs = append(runs, parts.Run{Words: " · " + years, Colour: look.TextSecond})
		}
		add(name, runs...)
	}
	if e.Date != "" {
		add(lang.X("entity.date", "Date"), parts.Run{Words: session.Date(e.Date, true)})
	}
	if e.Place != 0 {
		add(lang.X("kind.place", "Place"), p.link(k, e.Place))
	}
	if len(e.Participants) > 0 {
		var runs []parts.Run
		for i, participant := range e.Participants {
			if i > 0 {
				runs = append(runs, parts.Run{Words: " · ", Colour: look.TextThird})
			}
			runs = append(runs, p.link(k, participant.Entity))
			if participant.Role != "" {
				runs = append(runs, parts.Run{Words: " (" + participant.Role + ")", Colour: look.TextSecond})
			}
		}
		add(lang.X("entity.participants", "Took part"), runs...)
	}
	return column
}

func years(role notes.Role) string {
	from, to := session.Date(role.From, false), session.Date(role.To, false)
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return lang.X("entity.since", "since {{.Date}}", map[string]any{"Date": from})
	case from == "":
		return lang.X("entity.until", "until {{.Date}}", map[string]any{"Date": to})
	}
	return from + " – " + to
}

func (p *Page) link(k known, id notes.ID) parts.Run {
	item := k.items[id]
	run := parts.Run{Words: k.names[id], Colour: look.Accent, Tapped: func() { p.s.OpenItem(item, text.Range{}) }}
	if item.InTrash() {
		run.Words, run.Colour = run.Words+" ("+lang.X("entity.trash", "in the trash")+")", look.TextSecond
	}
	return run
}

// timeline lists the events by date beside a line.
func (p *Page) timeline(k known) fyne.CanvasObject {
	column := parts.NewColumn(5)
	for _, event := range k.events {
		item := event.Item
		runs := []parts.Run{{Words: event.Title, Colour: look.Accent, Tapped: func() { p.s.OpenItem(item, text.Range{}) }}}
		if n := k.told[event.ID].All; n > 0 {
			runs = append(runs, parts.Run{Words: " · " + lang.XN("entity.sources", "{{.N}} sources", n, map[string]any{"N": n}), Colour: look.TextSecond})
		}
		date := session.Date(event.Date, false)
		if date == "" { // nothing would read as the date above
			date = lang.X("entity.undated", "no date")
		}
		column.Add(newDated(date, runs...))
	}
	edge := parts.NewFill(look.Line, 0)
	edge.Least = fyne.NewSize(2, 0)
	return newBeside(edge, column, 4, 16)
}

// stackGap is between two that stand above each other for want of room, in Fyne
// units.
const stackGap = 3

// beside is an object of its own width at the left of one that is as high as it
// needs at the width that is left.
type beside struct {
	widget.BaseWidget
	left, right       fyne.CanvasObject
	inset, rightStart float32
	least             float32 // in less width, the left one stands above the right one
}

func newBeside(left, right fyne.CanvasObject, inset, rightStart float32) *beside {
	b := &beside{left: left, right: right, inset: inset, rightStart: rightStart}
	b.ExtendBaseWidget(b)
	return b
}

func newFact(name string, runs ...parts.Run) *beside {
	return newBeside(parts.NewParagraph(parts.Run{Words: name, Colour: look.TextSecond}), parts.NewParagraph(runs...), 0, factRoom)
}

func newDated(date string, runs ...parts.Run) *beside {
	return newBeside(parts.NewParagraph(parts.Run{Words: date, Colour: look.TextSecond}), parts.NewParagraph(runs...), 0, dateRoom)
}

// Fit gives the height at a width.
func (b *beside) Fit(width float32) float32 {
	if width < b.least {
		return parts.Height(b.left, width) + stackGap + parts.Height(b.right, width)
	}
	height := parts.Height(b.right, width-b.rightStart)
	if _, edge := b.left.(*parts.Fill); edge {
		return height
	}
	return max(height, parts.Height(b.left, b.rightStart-8))
}

// CreateRenderer draws both.
func (b *beside) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&besideLayout{b}, b.left, b.right))
}

type besideLayout struct{ b *beside }

func (*besideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 0) }

func (l *besideLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b := l.b
	if size.Width < b.least {
		height := parts.Height(b.left, size.Width)
		b.left.Move(fyne.NewPos(0, 0))
		b.left.Resize(fyne.NewSize(size.Width, height))
		b.right.Move(fyne.NewPos(0, height+stackGap))
		b.right.Resize(fyne.NewSize(size.Width, size.Height-height-stackGap))
		return
	}
	b.left.Move(fyne.NewPos(b.inset, 0))
	width := b.rightStart - 8 - b.inset
	if fill, edge := b.left.(*parts.Fill); edge {
		width = fill.Least.Width
	}
	b.left.Resize(fyne.NewSize(width, size.Height))
	b.right.Move(fyne.NewPos(b.rightStart, 0))
	b.right.Resize(fyne.NewSize(size.Width-b.rightStart, size.Height))
}

// newPassageCard shows a passage with the name marked, and where it stands; a
// tap, or Enter, opens it.
func newPassageCard(p *Page, one passage) fyne.CanvasObject {
	words := parts.NewParagraph(
		parts.Run{Words: one.before, Font: look.Serif, Size: look.SnippetSize},
		parts.Run{Words: one.words, Font: look.Serif, Size: look.SnippetSize, Behind: look.Blue},
		parts.Run{Words: one.after, Font: look.Serif, Size: look.SnippetSize})
	words.Spacing = look.SnippetLine
	where := parts.NewParagraph(parts.Run{
		Words: joined(one.title, one.date) + lang.X("entity.paragraph", " · ¶{{.N}}", map[string]any{"N": one.paragraph}),
		Size:  look.BadgeSize, Colour: look.TextSecond,
	})
	card := parts.NewTapCard(lang.X("entity.open", "Open the passage"), parts.NewColumn(3, words, where), func() {
		p.s.Open(session.Place{Item: one.Article, Kind: notes.KindArticle, At: one.Range})
	})
	return parts.NewColumn(7, card, parts.NewLine())
}
