package entity

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/quickfind"
	"cuttings/app/sheet"
	"cuttings/notes"
	"cuttings/notes/fold"
	"cuttings/notes/text"
)

const (
	// mostSplit is how many mentions are offered to choose from.
	mostSplit = 500
	// splitShare is how much of the window's height the list gets.
	splitShare = 0.42
	// enoughSplit is how many groups fill any window.
	enoughSplit = 30
	// splitWidth is about how wide the list is, in Fyne units.
	splitWidth = sheet.Wide - 50
)

// group is the mentions of an article with the same words: what is decided of
// one of them holds for all.
type group struct {
	notes.WordsIn
	passage passage
	count   int
	chosen  bool
}

// split asks which mentions are of somebody else, and of whom.
type split struct {
	p       *Page
	entity  notes.Entity
	groups  []*group
	to      notes.Item // zero: a new one
	sheet   *sheet.Sheet
	cards   *parts.Cards
	name    *parts.Field
	offered string // the name that stood there before anything was typed
	whom    *fyne.Container
}

// splitOff opens the sheet on which mentions are given to another.
func (p *Page) splitOff() {
	entity, book := p.entity, p.s.Book
	p.s.Work.Latest("split", func(ctx context.Context) (func(), error) {
		k := known{entity: entity}
		if err := k.readPassages(ctx, book, mostSplit); err != nil {
			return nil, err
		}
		return func() {
			if len(k.passages) == 0 {
				p.s.Tell(lang.X("split.none", "No article names it, so there is nothing to split."))
				return
			}
			newSplit(p, entity, groupsOf(k.passages)).sheet.Show(p.s.Window)
		}, nil
	}, p.s.Fail)
}

func groupsOf(passages []passage) []*group {
	type words struct {
		article notes.ID
		key     string
	}
	at := map[words]*group{}
	var groups []*group
	for _, one := range passages {
		key := words{one.Article, fold.String(one.Exact)}
		if at[key] == nil {
			at[key] = &group{WordsIn: notes.WordsIn{Article: one.Article, Words: one.Exact}, passage: one}
			groups = append(groups, at[key])
		}
		at[key].count++
	}
	return groups
}

func newSplit(p *Page, entity notes.Entity, groups []*group) *split {
	f := &split{p: p, entity: entity, groups: groups}
	f.sheet = &sheet.Sheet{
		Title:   lang.X("split.title", "Split {{.Name}}", map[string]any{"Name": entity.Title}),
		Confirm: lang.X("split.do", "Give them away"), Width: sheet.Wide, Answer: f.answer,
	}
	f.cards = parts.NewCards()
	f.cards.Label = lang.X("split.mentions", "Mentions")
	f.cards.Length = func() int { return len(f.groups) }
	f.cards.Create = func() fyne.CanvasObject { return newGroupCard() }
	f.cards.Bind = func(i int, o fyne.CanvasObject) { o.(*groupCard).set(f.groups[i], func() { f.toggle(i) }) }
	f.cards.OnKey = f.key
	f.cards.OnActivated = f.toggle
	f.name = parts.NewField(lang.X("split.name", "Name of the new one"))
	f.offerName()
	f.sheet.Attach(f.name)
	f.whom = parts.NewFlow(6)
	f.showWhom()
	room := parts.NewFill(look.Clear, 0)
	room.Least = fyne.NewSize(100, min(f.high(), p.s.Window.Canvas().Size().Height*splitShare))
	f.sheet.Content = parts.NewColumn(8,
		hint(lang.X("split.hint", "X chooses the mentions that are of somebody else; Tab leads on to the name. The same words in one article go together, and a surname alone goes with its full name.")),
		container.NewStack(room, f.cards), f.name, f.whom)
	f.sheet.First = f.cards
	f.cards.SetSelected(0)
	return f
}

// high is the height that all groups need in the sheet, or about that of a
// sheet's worth.
func (f *split) high() float32 {
	probe, high := newGroupCard(), float32(0)
	for _, one := range f.groups[:min(len(f.groups), enoughSplit)] {
		probe.set(one, nil)
		high += probe.Fit(splitWidth) + look.LineWidth
	}
	return high
}

func (f *split) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyX, fyne.KeySpace:
		f.toggle(f.cards.Selected())
		return true
	}
	return f.sheet.Key(e)
}

func (f *split) toggle(i int) {
	if i >= 0 && i < len(f.groups) {
		f.groups[i].chosen = !f.groups[i].chosen
		f.cards.RefreshItem(i)
		f.offerName()
	}
}

// offerName names the new one as the chosen mentions spell the name, unless the
// person typed another.
func (f *split) offerName() {
	name := f.entity.Title
	for _, one := range f.groups {
		if one.chosen && fold.String(one.Words) == fold.String(name) {
			name = one.Words
		}
	}
	if f.name.Text == f.offered {
		f.offered = name
		f.name.SetText(name)
	}
}

// showWhom offers to give the mentions to somebody known, or says to whom they
// go.
func (f *split) showWhom() {
	f.whom.Objects = nil
	if f.to.ID != 0 {
		chip := parts.NewChip(f.to.Title, nil)
		chip.OnRemove = func() {
			f.to = notes.Item{}
			f.showWhom()
		}
		f.whom.Add(chip)
		f.name.Hide()
	} else {
		chip := parts.NewChip(lang.X("split.known", "+ to one that is known"), func() {
			quickfind.Pick(f.p.s, lang.X("split.pick", "Whom these mentions mean"), []notes.Kind{f.entity.Kind}, func(row notes.ItemRow) {
				f.to = row.Item
				f.showWhom()
			}, f.entity.ID)
		})
		chip.Ghost = true
		f.whom.Add(chip)
		f.name.Show()
	}
	if f.sheet.Shown() {
		f.sheet.Refresh()
	}
}

func (f *split) answer() string {
	var mentions []notes.WordsIn
	for _, one := range f.groups {
		if one.chosen {
			mentions = append(mentions, one.WordsIn)
		}
	}
	name := strings.TrimSpace(f.name.Text)
	switch {
	case len(mentions) == 0:
		return lang.X("split.choose", "Choose mentions with X first.")
	case f.to.ID == 0 && name == "":
		return lang.X("sheet.name", "Type a name first.")
	}
	var other notes.ID
	p, to := f.p, f.to.ID
	tell := func() { p.s.Tell(lang.X("split.done", "Those mentions are of another now. Ctrl+Z takes it back.")) }
	p.s.DoThenGo(func(ctx context.Context) (err error) {
		other, err = p.s.Book.Divide(ctx, f.entity.ID, mentions, to, name)
		return err
	}, func() {
		tell()
		p.s.OpenItem(notes.Item{ID: other, Kind: f.entity.Kind}, text.Range{})
	}, tell)
	return ""
}

// groupCard shows a group of mentions with the mark that chooses it.
type groupCard struct {
	widget.BaseWidget
	pick          *parts.Pick
	quoted, where *parts.Paragraph
	content       fyne.CanvasObject
}

func newGroupCard() *groupCard {
	c := &groupCard{pick: parts.NewPick("", nil), quoted: parts.NewParagraph(), where: parts.NewParagraph()}
	c.quoted.Spacing, c.quoted.MaxLines, c.where.MaxLines = look.QuoteLine, 3, 1
	c.content = parts.NewInset(8, 10, 8, 10, newBeside(c.pick, parts.NewColumn(2, c.quoted, c.where), 0, pickRoom))
	c.ExtendBaseWidget(c)
	return c
}

// pickRoom is how wide the column of marks is, in Fyne units.
const pickRoom = 32

func (c *groupCard) set(g *group, toggle func()) {
	c.pick.SetPicked(g.chosen)
	c.pick.OnTapped = toggle
	run := func(words string, behind fyne.ThemeColorName) parts.Run {
		return parts.Run{Words: words, Font: look.Serif, Size: look.QuoteSize, Behind: behind}
	}
	c.quoted.SetRuns(run(g.passage.before, ""), run(g.passage.words, look.Blue), run(g.passage.after, ""))
	where := joined(g.passage.title, lang.XN("list.mentions", "{{.N}} mentions", g.count, map[string]any{"N": g.count}))
	c.where.SetRuns(parts.Run{Words: where, Size: look.BadgeSize, Colour: look.TextSecond})
	c.Refresh()
}

// AccessibilityLabel says the words and whether they are chosen.
func (c *groupCard) AccessibilityLabel() string { return c.quoted.Words() + " " + c.where.Words() }

// Fit gives the height at a width.
func (c *groupCard) Fit(width float32) float32 { return parts.Height(c.content, width) }

// CreateRenderer draws the card.
func (c *groupCard) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.content) }
