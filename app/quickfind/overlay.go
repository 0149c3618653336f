// Package quickfind is the box that opens over the window at Ctrl+K: it finds
// whatever has a name, and the window's commands, as a person types. It opens
// what is chosen and changes nothing itself.
package quickfind

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"cuttings/app/look"
	"cuttings/app/parts"
	"cuttings/app/session"
	"cuttings/notes"
	"cuttings/notes/fold"
)

// The measures of the box, in Fyne units.
const (
	fromTop    = 110 // of the window
	padding    = 18
	fieldRoom  = 56
	listHeight = 330
	footHeight = 38
	margin     = 16
)

// longest is how many letters the field takes: more than anyone types of a name.
const longest = 200

// patience is how long the rows may answer what was typed before. An answer within it
// takes their place without their being seen to change twice.
const patience = 50 * time.Millisecond

// found is how many names are asked for.
const found = 40

// Overlay is the box. It is made once and opened many times.
type Overlay struct {
	s        *session.Session
	commands func() []session.Command

	ground *ground
	field  *parts.Field
	cards  *parts.Cards
	hint   *parts.Paragraph
	count  *parts.Paragraph
	box    *fyne.Container // all that is in it
	head   *fyne.Container // the field and the hint
	keys   *fyne.Container // what they do
	foot   *fyne.Container // the keys and the count
	before fyne.Focusable
	open   bool

	// Beside gives the way to open an item beside the page that is read, or nil:
	// then it is opened as Enter does.
	Beside func() func(notes.Item)
	// Insert gives the way to put a link into the note being written, or nil.
	Insert func() func(link string)
	// Elsewhere gives the commands that are to be had on some page, for those that are
	// not offered here.
	Elsewhere func() []Elsewhere

	narrow int // how often Tab was pressed: which of the narrowings; 0: none
	rows   []row
	// late says that the answer is still to come, outdated that the rows are shown
	// to be of what was typed before.
	late, outdated bool
	keyed          session.Pending     // what was pressed before the rows answer what is typed
	picked         func(notes.ItemRow) // takes the choice instead of opening it
	fixed          []notes.Kind        // the kinds to pick from
	except         []notes.ID          // which are not offered
	none           string              // what to do where nothing fits that could be picked
}

// New makes the box. commands are what is offered behind ">".
func New(s *session.Session, commands func() []session.Command) *Overlay {
	o := &Overlay{s: s, commands: commands, keys: container.NewHBox()}
	o.Elsewhere = func() []Elsewhere { return nil }
	o.Insert, o.Beside = func() func(string) { return s.Insert }, func() func(notes.Item) { return nil }
	o.field = parts.NewBareField(lang.X("find.placeholder", "Find people, events, notes, articles …"), look.SizeQuery)
	o.field.OnChanged = func(string) { o.changed() }
	o.field.OnKey, o.field.OnShortcut, o.field.TakesTab = o.key, o.shortcut, true
	o.field.OnFocus, o.field.Longest = o.holdKeyboard, longest
	o.field.OnCut = func() {
		s.Tell(lang.X("find.long", "Quick find takes {{.N}} letters. What was more was left out.", map[string]any{"N": longest}))
	}
	o.hint, o.count = parts.NewParagraph(), parts.NewParagraph()
	o.hint.MaxLines, o.count.MaxLines = 1, 1
	o.cards = parts.NewCards()
	o.cards.Lines, o.cards.Ground, o.cards.Estimate = false, look.AccentBehind, rowHeight
	o.cards.Label = lang.X("find.results", "What was found")
	o.cards.Length = func() int { return len(o.rows) }
	o.cards.Create = func() fyne.CanvasObject { return newLine() }
	o.cards.Bind = func(i int, object fyne.CanvasObject) { object.(*line).set(o.rows[i], o.outdated) }
	o.cards.Height = func(i int, _ float32) float32 { return o.rows[i].height() }
	o.cards.Selectable = func(i int) bool { return o.rows[i].head == "" }
	o.cards.OnActivated, o.cards.TapActivates = func(i int) { o.choose(o.rows[i]) }, true
	o.head = container.New(&fieldLayout{hint: o.hint}, o.field, o.hint)
	o.foot = container.New(&footLayout{count: o.count}, o.keys, o.count)
	o.box = container.New(&boxLayout{}, o.head, parts.NewLine(), o.cards, parts.NewLine(), o.foot)
	o.ground = newGround(o, parts.NewPanel(look.QuickFindCorner, o.box))
	return o
}

// Open shows the box, with what was typed last selected.
func (o *Overlay) Open() {
	if o.open {
		return
	}
	o.open = true
	canvas := o.s.Window.Canvas()
	o.before = canvas.Focused()
	o.narrow = 0
	o.sayKeys()
	canvas.Overlays().Add(o.ground)
	o.ground.Resize(canvas.Size())
	o.ground.Refresh()
	o.box.Refresh() // the palette may be another than when it was seen last
	canvas.Focus(o.field)
	o.field.SetText("")
	o.changed()
}

// Close takes the box away and gives the keyboard back.
func (o *Overlay) Close() {
	if !o.open {
		return
	}
	o.open = false
	o.keyed.Drop()
	o.s.Work.Cancel("quick find")
	o.s.Work.Cancel("quick find is late")
	o.show(nil, "") // what it found is no answer to what is asked when it opens again
	o.cards.Empty = ""
	canvas := o.s.Window.Canvas()
	canvas.Overlays().Remove(o.ground)
	if o.before != nil {
		canvas.Focus(o.before)
	}
}

// holdKeyboard brings the keyboard back into the field when a click on anything
// else in the box took it away.
func (o *Overlay) holdKeyboard(focused bool) {
	if focused || !o.open {
		return
	}
	o.s.Work.Show(func() { // once Fyne is done with the click
		if canvas := o.s.Window.Canvas(); o.open && canvas.Overlays().Top() == o.ground {
			canvas.Focus(o.field)
		}
	})
}

// changed asks anew; keys that waited for the answer to other words are dropped.
func (o *Overlay) changed() {
	o.keyed.Drop()
	o.ask()
}

// ask finds what fits what is typed now.
func (o *Overlay) ask() {
	typed, kinds, onlyCommands := o.asked()
	o.keyed.Ask()
	o.sayHint()
	if onlyCommands {
		o.s.Work.Cancel("quick find")
		o.show(o.commandRows(typed), "")
		o.keyed.Answered()
		return
	}
	o.s.Work.Press()
	if !o.late { // counted from the first letter that the rows are no answer to
		o.late = true
		o.s.Work.After(patience, "quick find is late", func(context.Context) (func(), error) { return o.outdate, nil }, o.s.Fail)
	}
	o.s.Work.Latest("quick find", func(ctx context.Context) (func(), error) {
		began := time.Now()
		results, whole, err := o.s.Book.FindSoFar(ctx, typed, kinds, found)
		took := time.Since(began)
		results = slices.DeleteFunc(results, func(f notes.Found) bool { return slices.Contains(o.except, f.ItemRow.ID) })
		if err == nil {
			err = tellApart(ctx, o.s.Book, results)
		}
		return func() {
			if !whole {
				o.askAgain()
			}
			if typed != "" && fold.String(typed) == "" {
				o.show(nil, "")
				o.keyed.Answered()
				return
			}
			rows := grouped(results, o.fixed)
			if o.picked == nil && typed != "" {
				rows = o.withOffers(rows, typed, kinds)
			}
			said := lang.X("find.count", "{{.N}} found", map[string]any{"N": len(results)}) +
				" · " + spent(took)
			if !whole {
				said = lang.X("find.reading", "still reading the names …")
			}
			if typed == "" && whole {
				said = ""
			}
			o.show(rows, said)
			// What is picked is written down: it is picked from all names.
			if whole || !o.keyed.Waits() && o.picked == nil {
				o.keyed.Answered()
			}
		}, err
	}, func(err error) {
		o.keyed.Drop()
		o.s.Fail(err)
	})
}

// spent says how long finding took.
func spent(took time.Duration) string {
	if took < time.Millisecond {
		return lang.X("find.atOnce", "under 1 ms")
	}
	return lang.X("find.took", "{{.N}} ms", map[string]any{"N": took.Round(time.Millisecond).Milliseconds()})
}

// askAgain asks what is asked then once all names were read.
func (o *Overlay) askAgain() {
	o.s.Work.Latest("names", func(ctx context.Context) (func(), error) {
		err := o.s.Book.AwaitNames(ctx)
		return func() {
			if o.open {
				o.ask()
			}
		}, err
	}, o.s.Fail)
}

// asked takes a narrowing apart from what was typed.
func (o *Overlay) asked() (typed string, kinds []notes.Kind, onlyCommands bool) {
	typed = strings.TrimSpace(o.field.Text)
	if o.picked != nil {
		return typed, o.fixed, false
	}
	if command, ok := notes.NarrowedToCommands(typed); ok {
		return command, nil, true
	}
	if typed, kinds = notes.Narrowed(typed); kinds == nil && o.narrow > 0 {
		kinds = notes.Narrowings[o.narrow-1].Kinds
	}
	return typed, kinds, false
}

// prefixed reports whether what is typed says itself what is asked for, so that Tab
// does not.
func (o *Overlay) prefixed() bool {
	_, commands := notes.NarrowedToCommands(o.field.Text)
	_, kinds := notes.Narrowed(o.field.Text)
	return commands || kinds != nil
}

func (o *Overlay) sayHint() {
	words := lang.X("find.hint", "everything · Tab narrows")
	switch _, kinds, onlyCommands := o.asked(); {
	case onlyCommands:
		words = lang.X("find.commands", "commands")
	case len(kinds) > 0:
		words = strings.ToLower(session.ViewName(session.ViewOf(kinds[0])))
		if !o.prefixed() {
			words += " · " + lang.X("find.tab", "Tab goes on")
		}
	}
	if o.picked != nil {
		words = ""
	}
	o.hint.SetRuns(parts.Run{Words: words, Colour: look.TextThird, Size: look.BadgeSize})
	o.head.Refresh()
}

// outdate shows that the rows are no answer to what is typed: none is selected, and
// they are dimmed.
func (o *Overlay) outdate() {
	if !o.late {
		return
	}
	o.outdated = true
	o.cards.SetSelected(-1)
	o.count.SetRuns(parts.Run{Words: lang.X("find.looking", "looking …"), Colour: look.TextThird, Size: look.BadgeSize})
	o.foot.Refresh()
	o.cards.Refresh()
}

func (o *Overlay) show(rows []row, said string) {
	o.s.Work.Cancel("quick find is late")
	o.rows, o.late, o.outdated = rows, false, false
	o.count.SetRuns(parts.Run{Words: said, Colour: look.TextThird, Size: look.BadgeSize})
	o.foot.Refresh()
	o.cards.Empty = ""
	if len(rows) == 0 {
		o.cards.Empty = lang.X("find.empty", "Type a name, a word of a title, initials, or > for commands. Spelling need not be right.")
		if typed := strings.TrimSpace(o.field.Text); typed != "" && fold.String(typed) == "" {
			o.cards.Empty = lang.X("find.nothing.signs", "Only letters and digits are looked for. Signs and emoji are not.")
		}
		switch typed, _, commands := o.asked(); {
		case commands && typed != "":
			o.cards.Empty = o.noCommand(typed)
		case o.picked != nil && fold.String(typed) != "":
			o.cards.Empty = o.none
		}
	}
	o.cards.SetSelected(-1)
	o.cards.Refresh()
	for i := range rows {
		if rows[i].head == "" {
			o.cards.SetSelected(i)
			break
		}
	}
	o.cards.ScrollTo(0)
	o.ground.Refresh()
}

// ground dims the window; a click beside the box closes it.
type ground struct {
	widget.BaseWidget
	overlay *Overlay
	panel   *parts.Panel
}

func newGround(o *Overlay, panel *parts.Panel) *ground {
	g := &ground{overlay: o, panel: panel}
	g.ExtendBaseWidget(g)
	return g
}

// Tapped closes the box.
func (g *ground) Tapped(*fyne.PointEvent) { g.overlay.Close() }

// Scrolled does nothing: what lies below is not scrolled.
func (g *ground) Scrolled(*fyne.ScrollEvent) {}

// CreateRenderer draws it.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(placing{}, parts.NewFill(look.Dim, 0), g.panel))
}
