// Package reviewing is the page on which a person decides what the archive only
// suggests: names and events that texts seem to hold, words that could mean
// several, entities that may be one. One key is an answer. It decides nothing
// itself.
package reviewing

import (
	"context"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
)

const (
	// pageSize is how many rows are read at once.
	pageSize = 50
	// settleDelay is how long after a change the queue is read anew, so that
	// articles that are read in the background do not make it flicker.
	settleDelay = 150 * time.Millisecond
	// alikeDelay is the same for entities that may be one, which takes longer to
	// find out.
	alikeDelay = 400 * time.Millisecond
)

// section is what a part of the queue asks.
type section int

// The sections, in the order of their tabs.
const (
	ofNames section = iota
	ofEvents
	ofUnclear
	ofAlike
	sections
)

// Page is the review page.
type Page struct {
	s        *session.Session
	object   fyne.CanvasObject
	tabs     *parts.Tabs
	chips    *fyne.Container // the kinds of names
	cards    *parts.Cards
	queue    *queue
	keys     *fyne.Container
	foot     *fyne.Container // with the keys
	evidence *evidence

	section  section
	kind     notes.Kind // that names are narrowed to; "": all
	want     int        // rows at most
	rows     []row
	totals   [sections]int
	alikes   alikes
	answered map[string]bool // rows that are not to come back while the archive follows
	digit    saying          // what the next digit says
	reading  bool            // further rows are on their way
	undone   bool            // what waits again is to be chosen
	seek     bool            // what may be one is to be looked for once rows are there
	compared bool            // whether any may be one has been found out
}

// New makes the page, empty.
func New(s *session.Session) *Page {
	p := &Page{s: s, want: pageSize, answered: map[string]bool{}}
	p.tabs = parts.NewTabs(nil, p.tabWords()...)
	p.tabs.OnChosen = func(i int) {
		if section(i) != p.section {
			p.s.Open(placeOf(section(i)))
		}
	}
	p.chips = parts.NewFlow(6)
	p.cards = parts.NewCards()
	p.cards.Ground = look.AccentBehind
	p.cards.Label = lang.X("review.queue", "What waits for a decision")
	p.cards.Length = func() int { return len(p.rows) }
	p.cards.Create = func() fyne.CanvasObject { return newCard() }
	p.cards.Bind = p.bind
	p.cards.OnSelected = func(int) {
		p.chosen()
		p.Focus()
	}
	p.cards.OnActivated = func(int) { p.Focus() }
	p.queue = newQueue(p)
	p.keys = parts.NewFlow(4)
	p.evidence = newEvidence(p)
	top := parts.NewColumn(0, parts.NewHead(p.tabs), parts.NewInset(8, look.CardPaddingX, 8, look.CardPaddingX, p.chips))
	p.foot = parts.NewColumn(0, parts.NewLine(), parts.NewInset(5, look.CardPaddingX, 5, look.CardPaddingX, p.keys))
	p.object = container.New(&frame{}, top, p.queue, p.foot)
	p.say()
	return p
}

// Object is the page.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Inspector shows the evidence for the chosen row.
func (p *Page) Inspector() fyne.CanvasObject { return p.evidence.object }

// Show reads what waits.
func (p *Page) Show(place session.Place) {
	for of := range sections {
		if placeOf(of) == place && of != p.section {
			p.turn(of)
		}
	}
	p.seek = true
	p.reload(0)
	p.chosen()
}

// Changed reads the queue anew, since any change can answer something.
func (p *Page) Changed(change notes.Change) {
	if change.Undone || change.Elsewhere {
		clear(p.answered)
	}
	if change.Operation.Verb != "" { // not one of the background
		p.undone = change.Undone
	}
	p.reload(settleDelay)
	if change.Operation.Verb != "" {
		p.findAlikes(alikeDelay)
	}
}

// Leave ends what is being read.
func (p *Page) Leave() {
	for _, work := range []string{"review", "review alike", "review evidence"} {
		p.s.Work.Cancel(work)
	}
	p.reading = false
}

// Focus gives the keyboard to the queue.
func (p *Page) Focus() { p.s.Window.Canvas().Focus(p.queue) }

// Status says how much waits.
func (p *Page) Status() string {
	return lang.XN("review.waiting", "{{.N}} wait for a decision", p.totals[p.section], map[string]any{"N": p.totals[p.section]})
}

// Commands are the answers, and the ways to the sections.
func (p *Page) Commands() []session.Command {
	var commands []session.Command
	for _, a := range p.answers() {
		commands = append(commands, session.Command{Name: a.name, Keys: a.key, Do: a.do})
	}
	commands = append(commands, session.Command{})
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4} {
		commands = append(commands, session.Command{
			Name:     sectionName(section(i)),
			Shortcut: &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt},
			Checked:  section(i) == p.section,
			Do:       func() { p.tabs.Choose(i) },
		})
	}
	return commands
}

func sectionName(of section) string {
	switch of {
	case ofEvents:
		return lang.X("view.events", "Events")
	case ofUnclear:
		return lang.X("review.unclear", "Which one?")
	case ofAlike:
		return lang.X("review.alike", "The same?")
	}
	return lang.X("review.names", "Names")
}

func (p *Page) tabWords() []string {
	words := make([]string, sections)
	for i := range words {
		words[i] = sectionName(section(i))
		if n := p.totals[i]; n > 0 {
			words[i] += " " + strconv.Itoa(n)
		}
	}
	return words
}

// placeOf is where a section is found.
func placeOf(of section) session.Place {
	return session.Place{View: session.Review, Section: []string{"names", "events", session.ReviewUnclear, "alike"}[of]}
}

// turn shows another section, or the same one from its top.
func (p *Page) turn(to section) {
	p.section, p.want, p.rows, p.digit = to, pageSize, nil, saying{}
	p.cards.Empty = "" // nobody knows yet whether something waits
	p.tabs.Choose(int(to))
	p.cards.SetSelected(-1)
	p.cards.Refresh()
	p.cards.ScrollTo(0)
	p.say()
	p.reload(0)
}

// narrow shows names of one kind alone, or of all with "".
func (p *Page) narrow(kind notes.Kind) {
	p.kind = kind
	p.turn(ofNames)
	p.Focus()
}

// reload reads the section anew after a delay in which more may change.
func (p *Page) reload(delay time.Duration) {
	of, kind, want, alikes := p.section, p.kind, p.want, p.alikes
	p.s.Work.After(delay, "review", func(ctx context.Context) (func(), error) {
		c, err := read(ctx, p.s.Book, of, kind, want, alikes)
		return func() {
			if of == p.section {
				p.show(c)
			}
		}, err
	}, func(err error) {
		p.reading = false
		p.s.Fail(err)
	})
}

// show puts rows into the list; the chosen one stays chosen, or the one that
// stands in its place is, but for what an undoing brought back.
func (p *Page) show(c contents) {
	p.reading = false
	rows := make([]row, 0, len(c.rows))
	for _, r := range c.rows {
		if p.answered[r.id] {
			c.totals[p.section]--
			continue
		}
		rows = append(rows, r)
	}
	c.totals[ofAlike] = p.openAlikes()
	p.totals = c.totals
	chosen := p.row().id
	back := slices.IndexFunc(rows, func(r row) bool {
		return !slices.ContainsFunc(p.rows, func(before row) bool { return before.id == r.id })
	})
	if p.undone && back >= 0 {
		p.undone, chosen = false, rows[back].id
	}
	p.place(rows, chosen)
	if p.seek {
		p.seek = false
		p.findAlikes(0)
	}
}

// place shows rows, of which one is chosen.
func (p *Page) place(rows []row, chosen string) {
	before, at := p.row().id, max(0, p.cards.Selected())
	p.rows = rows
	selected := slices.IndexFunc(rows, func(r row) bool { return r.id == chosen })
	if selected < 0 {
		selected = min(at, len(rows)-1)
	}
	p.cards.Empty = ""
	if p.totals[p.section] == 0 && (p.section != ofAlike || p.compared) {
		p.cards.Empty = emptyWords(p.section)
	}
	p.cards.Refresh()
	p.cards.SetSelected(selected)
	p.cards.ScrollTo(selected)
	p.tabs.SetWords(p.tabWords()...)
	if p.row().id != before || before == "" {
		p.chosen()
	}
	p.s.Loaded()
}

// row is the chosen one, or an empty one.
func (p *Page) row() row {
	if i := p.cards.Selected(); i >= 0 && i < len(p.rows) {
		return p.rows[i]
	}
	return row{}
}

// chosen shows the evidence for another row.
func (p *Page) chosen() {
	p.digit = saying{}
	p.say()
	p.evidence.show(p.row())
}

func (p *Page) bind(i int, o fyne.CanvasObject) {
	o.(*card).set(p.rows[i])
	if i >= len(p.rows)-3 && len(p.rows) >= p.want-len(p.answered) && len(p.rows) < p.totals[p.section] && !p.reading {
		p.reading = true
		p.want += pageSize
		p.reload(0)
	}
}

func emptyWords(of section) string {
	switch of {
	case ofEvents:
		return lang.X("review.noEvents", "No event waits. Dated happenings that articles seem to tell of are listed here as they are read.")
	case ofUnclear:
		return lang.X("review.noUnclear", "Nothing is unclear. Words that could mean several people or places are listed here.")
	case ofAlike:
		return lang.X("review.noAlike", "Nobody seems to be here twice. People, organisations, places and events that may be one are listed here.")
	}
	return lang.X("review.noNames", "No name waits. People, organisations, places and events that articles name and that are not in the archive yet are listed here, the most frequent first.")
}
