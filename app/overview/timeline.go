package overview

import (
	"cmp"
	"context"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"cuttings/app/entity"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/app/timeline"
	"cuttings/notes"
	"cuttings/notes/edtf"
)

// Timeline is the page of all events by date.
type Timeline struct {
	s         *session.Session
	object    fyne.CanvasObject
	bar       *fyne.Container
	menus     struct{ with, group, tagged, least *parts.TextButton }
	scales    *choices
	chart     *timeline.Chart
	inspector *eventPane

	pace  pace
	place session.Place
	known events
	shown []timeline.Event // of these, what is not narrowed away
	whole bool             // all is to be brought into sight when it is read
	want  notes.ID         // an event to choose when it is read
}

// NewTimeline makes the page, empty.
func NewTimeline(s *session.Session) *Timeline {
	p := &Timeline{s: s, whole: true}
	p.pace = pace{work: s.Work, name: "timeline", ask: p.ask, fail: s.Fail}
	p.chart = timeline.New(timeline.Callbacks{
		OnOpen: p.open, OnChoose: p.choose, OnAdd: p.add, OnMore: func(ids []notes.ID) { p.inspector.list(p.eventsOf(ids)) },
		OnNarrow: func(_, _ edtf.Day) { p.draw() }, OnWiden: p.draw, OnMoved: p.moved, OnKey: p.key, OnRune: p.rune,
	})
	p.scales = newChoices(func(i int) { p.chart.SetScale(timeline.Scale(i)); p.Focus() },
		lang.X("timeline.scaleYears", "Years"), lang.X("timeline.scaleMonths", "Months"), lang.X("timeline.scaleDays", "Days"))
	p.menus.with = newMenu(p, p.askWith)
	p.menus.group = newMenu(p, p.askGroup)
	p.menus.tagged = newMenu(p, p.askTag)
	p.menus.least = newMenu(p, p.askLeast)
	p.bar = newBar(session.ViewName(session.Timeline), besides(newFit(p, p.chart.Fit), p.scales.object), p.menus.with, p.menus.group, p.menus.tagged, p.menus.least)
	p.object = container.New(pageLayout{}, p.bar, parts.NewLine(), p.chart)
	p.inspector = newEventPane(p)
	p.say()
	return p
}

// Object is the page.
func (p *Timeline) Object() fyne.CanvasObject { return p.object }

// Inspector shows the chosen event, and those without a date.
func (p *Timeline) Inspector() fyne.CanvasObject { return p.inspector.pane.Object() }

// Show reads the events of a place. Where it is narrowed as before, the same
// days stay in sight.
func (p *Timeline) Show(place session.Place) {
	if filterOf(place) != filterOf(p.place) {
		p.whole = true
		p.chart.ClearNarrowing()
	}
	p.place = place
	p.pace.read()
}

// Changed reads the events anew, since any change can be about them.
func (p *Timeline) Changed(notes.Change) { p.pace.changed() }

// Leave ends what is being read.
func (p *Timeline) Leave() {
	p.pace.leave()
	p.s.Work.Cancel("timeline event")
	p.s.Work.Cancel("offer")
}

// Focus gives the keyboard to the chart.
func (p *Timeline) Focus() {
	p.chart.HideFocus()
	p.s.Window.Canvas().Focus(p.chart)
}

// Chosen is the chosen event; zero if none is.
func (p *Timeline) Chosen() notes.ID { return p.chart.Chosen() }

// Status counts the events.
func (p *Timeline) Status() string {
	if p.known.all == nil {
		return lang.X("overview.reading", "reading…")
	}
	words := lang.XN("timeline.events", "{{.N}} events", len(p.known.drawn), count(len(p.known.drawn)))
	if _, _, narrowed := p.chart.Narrowed(); narrowed {
		words = lang.X("timeline.some", "{{.N}} of {{.All}} events", map[string]any{"N": number(len(p.shown)), "All": number(len(p.known.drawn))})
	}
	if n := len(p.known.undated); n > 0 {
		words += between + lang.XN("timeline.undated", "{{.N}} without a date", n, count(n))
	}
	return words
}

// Commands narrow the timeline, show it otherwise, and write it.
func (p *Timeline) Commands() []session.Command {
	commands := []session.Command{
		{Name: lang.X("timeline.askWith", "Only with a person, organisation or place…"), Keys: "P", Do: p.askWith},
		{Name: lang.X("timeline.askGroup", "Only from a collection…"), Keys: "C", Do: p.askGroup},
		{Name: lang.X("timeline.askTag", "Only with a tag…"), Keys: "T", Do: p.askTag},
		{Name: lang.X("timeline.askLeast", "Only with so many sources…"), Keys: "S", Do: p.askLeast},
		{Name: lang.X("timeline.all", "All events"), Keys: "A", Do: func() { p.s.Open(session.Place{View: session.Timeline}) }},
		{},
		{Name: lang.X("timeline.fit", "Show the whole time"), Keys: fitKey, Do: p.chart.Fit},
		{Name: lang.X("timeline.addEvent", "Add an event in the middle…"), Keys: "Insert", Do: p.addMiddle},
		{},
	}
	for i, form := range timelineForms() {
		command := session.Command{Name: form.words, Also: form.also(), Do: func() { p.save(form.ending) }}
		if i == 0 {
			command.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
		}
		commands = append(commands, command)
	}
	return commands
}

// ask gives what reads the events of the place that is shown.
func (p *Timeline) ask() func(context.Context) (func(), error) {
	place := p.place
	return func(ctx context.Context) (func(), error) {
		known, err := readEvents(ctx, p.s.Book, place)
		return func() { p.show(known) }, err
	}
}

func (p *Timeline) show(known events) {
	p.known = known
	if p.whole {
		p.want = cmp.Or(p.want, p.chart.Chosen())
		p.chart.SetData(timeline.Data{}) // the rows of what was shown before mean nothing now
	}
	p.draw()
	if p.whole {
		p.chart.Fit()
	}
	p.whole = false
	if p.want != 0 {
		p.chart.Choose(p.want)
		p.want = 0
	}
	p.say()
	p.moved()
	p.inspector.show(p.chart.Chosen())
}

// draw shows the events that are not narrowed away.
func (p *Timeline) draw() {
	p.shown = p.known.drawn
	if first, last, narrowed := p.chart.Narrowed(); narrowed {
		p.shown = p.known.within(first, last)
	}
	before := p.chart.Chosen()
	p.chart.SetData(timeline.Data{Events: p.shown, Months: p.known.months, Empty: p.emptyWords()})
	if p.chart.Chosen() != before {
		p.inspector.show(0)
	}
	p.s.Loaded()
}

func (p *Timeline) emptyWords() string {
	_, _, narrowed := p.chart.Narrowed()
	if narrowed || filterOf(p.place) != (notes.TimelineFilter{}) {
		return lang.X("timeline.emptyNarrowed", "No event with a date is left. Press Escape, then A, to see all.")
	}
	return ""
}

// say says in the bar what the timeline is narrowed to.
func (p *Timeline) say() {
	name := func(b *parts.TextButton, id notes.ID, title, all string) {
		words := title
		switch {
		case id == 0:
			words = all
		case title == "":
			words = lang.X("overview.gone", "what is no more")
		}
		setMenu(b, words, id != 0)
	}
	name(p.menus.with, p.place.With, p.known.with, everyone())
	name(p.menus.group, p.place.Group, p.known.group, session.ViewName(session.All))
	name(p.menus.tagged, p.place.Tagged, p.known.tagged, anyTag())
	setMenu(p.menus.least, leastSources(p.place.Least), p.place.Least > 0)
	p.bar.Refresh()
	p.object.Refresh()
}

func everyone() string { return lang.X("timeline.everyone", "Everyone") }
func anyTag() string   { return lang.X("timeline.anyTag", "Any tag") }

func leastSources(least int) string {
	if least == 0 {
		return lang.X("timeline.anySources", "Any sources")
	}
	return lang.XN("timeline.leastSources", "At least {{.N}} sources", least, map[string]any{"N": least})
}

// narrow goes to the timeline as change makes it; the way back leads here.
func (p *Timeline) narrow(change func(*session.Place)) {
	place := p.place
	change(&place)
	p.s.Open(place)
}

func (p *Timeline) askWith() {
	offer(p.s, p.menus.with, []notes.Kind{notes.KindPerson, notes.KindOrganisation, notes.KindPlace}, everyone(),
		lang.X("timeline.pickWith", "Who took part, or where it took place"), p.place.With,
		func(id notes.ID) { p.narrow(func(place *session.Place) { place.With = id }) })
}

func (p *Timeline) askGroup() {
	offer(p.s, p.menus.group, []notes.Kind{notes.KindCollection}, session.ViewName(session.All),
		lang.X("timeline.pickGroup", "The collection whose articles tell of it"), p.place.Group,
		func(id notes.ID) { p.narrow(func(place *session.Place) { place.Group = id }) })
}

func (p *Timeline) askTag() {
	offer(p.s, p.menus.tagged, []notes.Kind{notes.KindTag}, anyTag(), lang.X("timeline.pickTag", "The tag of events"), p.place.Tagged,
		func(id notes.ID) { p.narrow(func(place *session.Place) { place.Tagged = id }) })
}

func (p *Timeline) askLeast() {
	offerLeast(p.s, p.menus.least, leastSources, p.place.Least,
		func(least int) { p.narrow(func(place *session.Place) { place.Least = least }) })
}

// moved says which scale is nearest to what is shown.
func (p *Timeline) moved() { p.scales.set(int(p.chart.Scale())) }

func (p *Timeline) open(id notes.ID) {
	p.s.Open(session.Place{Item: id, Kind: notes.KindEvent})
}

func (p *Timeline) choose(id notes.ID) { p.inspector.show(id) }

// eventsOf are the known events of some IDs, in order.
func (p *Timeline) eventsOf(ids []notes.ID) []notes.Entity {
	wanted := map[notes.ID]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	var some []notes.Entity
	for _, event := range p.known.all {
		if wanted[event.ID] {
			some = append(some, event)
		}
	}
	return some
}

// add asks for an event of a day, or of its month or year where the chart shows no
// more than these; it is chosen when it is there.
func (p *Timeline) add(day edtf.Day) {
	written := shownAs(day, p.chart.Scale())
	// A sheet that is opened while a click is still being dealt with would lose
	// the keyboard to it.
	p.s.Work.Go(func() func() {
		return func() {
			entity.AskEvent(p.s, written, func(item notes.Item) {
				p.want = item.ID
				p.pace.read()
			})
		}
	})
}

// shownAs writes a day as exactly as a scale shows it; "" for one beyond what is
// written so.
func shownAs(day edtf.Day, scale timeline.Scale) string {
	year, month, number := day.Date()
	written := fmt.Sprintf("%04d-%02d-%02d", year, month, number)
	switch scale {
	case timeline.Years:
		written = fmt.Sprintf("%04d", year)
	case timeline.Months:
		written = fmt.Sprintf("%04d-%02d", year, month)
	}
	if _, err := edtf.Parse(written); err != nil {
		return ""
	}
	return written
}

func (p *Timeline) addMiddle() { p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyInsert}) }

// key offers the window what the chart has no use for. Deleting is not: the
// window would take what its hidden list holds.
func (p *Timeline) key(e *fyne.KeyEvent) bool {
	return e.Name == fyne.KeyDelete || p.s.Key(e)
}

func (p *Timeline) rune(r rune) bool {
	switch r {
	case 'j':
		p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	case 'k':
		p.chart.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	case '/':
		p.askWith()
	default:
		return p.s.Rune(r)
	}
	return true
}
